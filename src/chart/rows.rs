//! From comparisons to rows and panels: what stands on one axis, and what stands in words only.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::profile::{self, PlaceCount};
use super::{ChartKind, ChartSpec, ChartStyle, Order};
use crate::i18n::{Lang, terms};
use crate::model::{
    Bilingual, Comparison, Decimal, Derived, DifferenceBound, Figure, Indicator, Ratio, Report,
    Role, Step, Unit, Verdict,
};

/// One comparison with everything that is drawn of it.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub indicator: &'a Indicator,
    pub actual: &'a Figure,
    pub target: &'a Figure,
    pub comparison: &'a Comparison,
    /// Which of the chart's notes it leads to, from 1; `None` where there is none.
    /// 0 for the note of the only row, which needs no sign.
    pub note_number: Option<usize>,
}

/// Rows on one axis: one unit, numbers of one size.
pub(super) struct Panel<'a> {
    /// `None` where rows of different units stand together: quotients, and rows that have no axis.
    pub unit: Option<Unit>,
    pub rows: Vec<Row<'a>>,
}

/// A chart's content: panels with axes, and the rows that have none.
pub(super) struct Content<'a> {
    pub panels: Vec<Panel<'a>>,
    /// Side by side, without a scale: ranks that have no bar, then those on different bases with their reasons.
    pub unlinked: Vec<Row<'a>>,
    /// How many comparisons of the scope this kind of chart cannot show.
    pub left_out: usize,
    /// How many of these it could show if derived values were not hidden.
    pub hidden: usize,
    /// How many targets of the scope have no actual, so that no kind of comparison can show them.
    pub alone: usize,
    /// Figures by section; only for a profile.
    pub places: Vec<PlaceCount<'a>>,
}

impl<'a> Row<'a> {
    fn of(report: &'a Report, comparison: &'a Comparison) -> Option<Self> {
        Some(Self {
            indicator: report.indicator(&comparison.indicator)?,
            actual: report.figure(&comparison.actual)?,
            target: report.figure(&comparison.target)?,
            comparison,
            note_number: None,
        })
    }

    /// Indicator, actual and target, as the sentences about comparisons want them.
    pub fn parties(&self) -> (&'a Indicator, &'a Figure, &'a Figure) {
        (self.indicator, self.actual, self.target)
    }

    /// The indicator's note, where a line or a derived value joins the figures:
    /// figures that stand apart carry their reason instead.
    fn note(&self) -> Option<&'a Bilingual> {
        self.indicator.note.as_ref().filter(|_| has_axis(self.comparison))
    }

    /// The derived value where the target is drawn as one.
    pub fn derived(&self) -> Option<&'a Derived> {
        self.comparison.derived.as_ref()
    }

    /// The verdict as it is drawn: a comparison whose derived value cannot be computed is one of two bases.
    pub fn shown_verdict(&self) -> Verdict {
        match self.comparison.verdict {
            Verdict::Derivable if self.derived().is_none() => Verdict::DifferentBasis,
            verdict => verdict,
        }
    }

    /// Whether a line joins its figures, or a derived value: both have their place on an axis.
    pub fn is_joined(&self, with_derived: bool) -> bool {
        match self.shown_verdict() {
            Verdict::SameBasis => true,
            Verdict::Derivable => with_derived,
            Verdict::DifferentBasis => false,
        }
    }

    /// What it is called: what both figures measure.
    pub fn name(&self, lang: Lang) -> String {
        terms::compared_name(self.parties(), lang)
    }

    /// Where the right-hand mark stands: the target's value, or the derived one.
    pub fn target_value(&self) -> Option<Decimal> {
        self.derived().map(|derived| derived.value).or_else(|| self.target.quantity.value())
    }

    /// Target, or what is derived from it, minus actual.
    fn distance(&self) -> Option<Decimal> {
        let printed = self.comparison.difference.map(|difference| difference.value);
        printed.or_else(|| Some(self.derived()?.value - self.actual.quantity.value()?))
    }

    /// The unit of the axis that the row belongs to.
    fn axis_unit(&self) -> Option<Unit> {
        self.actual.quantity.unit()
    }

    /// The values that the axis must reach.
    pub fn ends(&self) -> impl Iterator<Item = Decimal> {
        let derived_high = self.derived().and_then(|derived| derived.high);
        [self.actual.quantity.value(), self.actual.quantity.high(), self.target_value()]
            .into_iter()
            .chain([self.target.quantity.high().filter(|_| self.derived().is_none()), derived_high])
            .flatten()
    }

    /// How the derived value is drawn: whatever has an upper end, as a range.
    pub fn derived_bound(&self) -> Option<DifferenceBound> {
        let bound = |derived: &Derived| derived.high.map(|_| DifferenceBound::Range);
        self.derived().map(|derived| bound(derived).unwrap_or(derived.bound))
    }
}

impl<'a> Content<'a> {
    /// Sorts the comparisons of `spec` into panels and unlinked rows.
    pub fn of(report: &'a Report, spec: &ChartSpec, style: &ChartStyle) -> Self {
        let mut rows: Vec<Row<'a>> = spec
            .comparisons(report)
            .into_iter()
            .filter_map(|comparison| Row::of(report, comparison))
            .collect();
        sort(&mut rows, spec);

        let (kind, with_derived) = (spec.kind, style.parts.derived);
        let (linked, mut unlinked): (Vec<_>, Vec<_>) = rows
            .into_iter()
            .partition(|row| kind.can_join(report, row.comparison) && row.is_joined(with_derived));
        let together = |rows: Vec<Row<'a>>| {
            if rows.is_empty() { Vec::new() } else { vec![Panel { unit: None, rows }] }
        };
        let panels = match kind {
            ChartKind::Dumbbell | ChartKind::Bars => by_unit(linked)
                .into_iter()
                .flat_map(|(unit, rows)| {
                    let groups = by_magnitude(unit, rows);
                    groups.into_iter().map(move |rows| Panel { unit: Some(unit), rows })
                })
                .collect(),
            ChartKind::Bullet => linked
                .into_iter()
                .map(|row| Panel { unit: row.axis_unit(), rows: vec![row] })
                .collect(),
            ChartKind::Overview => {
                let (same, derivable) = linked.into_iter().partition(|row| row.derived().is_none());
                [same, derivable].into_iter().flat_map(together).collect()
            }
            ChartKind::Ratio | ChartKind::Card => together(linked),
            ChartKind::Profile => Vec::new(),
        };
        unlinked.sort_by_key(Row::shown_verdict);
        let mut hidden = 0;
        if !kind.shows_unlinked() {
            hidden = std::mem::take(&mut unlinked).len();
        }
        let places = match kind {
            ChartKind::Profile => profile::places(report, &spec.scope, spec.order),
            _ => Vec::new(),
        };
        let shown = panels.iter().map(|panel| panel.rows.len()).sum::<usize>() + unlinked.len();
        let held = spec.scope.comparisons(report).len();
        let alone = match kind {
            ChartKind::Profile => 0,
            _ => spec.scope.targets_alone(report).len(),
        };
        let left_out = held.saturating_sub(shown);
        let mut content = Self { panels, unlinked, left_out, hidden, alone, places };
        if style.parts.notes {
            content.number_notes();
        }
        content
    }

    /// Numbers the notes as a reader comes upon them; what is said of several rows has one number.
    fn number_notes(&mut self) {
        let mut notes: Vec<&Bilingual> = Vec::new();
        let first = usize::from(self.len() > 1);
        for row in self.panels.iter_mut().flat_map(|panel| &mut panel.rows) {
            let Some(note) = row.note() else { continue };
            let known = notes.iter().position(|known| *known == note);
            let at = known.unwrap_or_else(|| {
                notes.push(note);
                notes.len() - 1
            });
            row.note_number = Some(first + at);
        }
    }

    /// What a reader must know of the joined rows, by the number of the note, with the names of its rows.
    pub fn notes(&self, lang: Lang) -> BTreeMap<usize, (Vec<&str>, &str)> {
        let mut notes = BTreeMap::new();
        for row in self.rows() {
            let Some((note, number)) = row.note().zip(row.note_number) else { continue };
            let (names, _) = notes.entry(number).or_insert_with(|| (Vec::new(), lang.pick(note)));
            names.push(lang.pick(&row.indicator.name));
        }
        notes
    }

    /// The roles that a profile has something to count of.
    pub fn roles(&self) -> Vec<Role> {
        let counted = |role: &Role| self.places.iter().any(|place| place.counts.of(*role) > 0);
        Role::ALL.into_iter().filter(counted).collect()
    }

    /// The rows without a scale, one list a verdict.
    pub fn unlinked_lists(&self) -> impl Iterator<Item = &[Row<'a>]> {
        self.unlinked.chunk_by(|one, next| one.shown_verdict() == next.shown_verdict())
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows().count() + self.places.len()
    }

    /// Every row, panels first.
    pub fn rows(&self) -> impl Iterator<Item = &Row<'a>> {
        self.panels.iter().flat_map(|panel| &panel.rows).chain(&self.unlinked)
    }
}

/// Puts rows into the order that `spec` asks for; those without what is asked for come last.
fn sort(rows: &mut [Row<'_>], spec: &ChartSpec) {
    // Numbers of different units have no order among themselves: units stay together, as they first appear.
    let mut units: Vec<Option<Unit>> = Vec::new();
    for row in rows.iter() {
        if !units.contains(&row.axis_unit()) {
            units.push(row.axis_unit());
        }
    }
    let unit = |row: &Row<'_>| units.iter().position(|unit| *unit == row.axis_unit());
    match spec.order {
        Order::Document => {}
        // Quotients are what a ratio chart shows; sorted by anything else it would look unsorted.
        Order::Difference | Order::Value if spec.kind == ChartKind::Ratio => {
            rows.sort_by_key(|row| Reverse(factor(row.comparison).map(|ratio| ratio.value)));
        }
        Order::Difference => rows.sort_by_key(|row| (unit(row), Reverse(row.distance()))),
        Order::Value => rows.sort_by_key(|row| {
            // Nor has a target on another basis, whatever its unit.
            let value = row.target_value().filter(|_| has_axis(row.comparison));
            (unit(row), Reverse(value))
        }),
    }
}

/// Target ÷ actual, as far as the report's numbers give it: the ratio of two, or the factor of a derived value.
pub(super) fn factor(comparison: &Comparison) -> Option<Ratio> {
    let derived = || match comparison.derived?.step {
        Step::Times(factor) => Some(factor),
        Step::Plus(..) => None,
    };
    // A logarithmic scale has no zero, and a range no single quotient.
    let ratio = comparison.ratio.or_else(derived);
    ratio.filter(|ratio| ratio.value > Decimal::ZERO && ratio.high.is_none())
}

/// Whether a comparison has its place on an axis: both ends are numbers of one kind, or one follows from the other.
pub(super) fn has_axis(comparison: &Comparison) -> bool {
    match comparison.verdict {
        Verdict::SameBasis => true,
        Verdict::Derivable => comparison.derived.is_some(),
        Verdict::DifferentBasis => false,
    }
}

/// Groups rows by unit, in the order in which the units first appear.
fn by_unit(rows: Vec<Row<'_>>) -> Vec<(Unit, Vec<Row<'_>>)> {
    let mut groups: Vec<(Unit, Vec<Row<'_>>)> = Vec::new();
    for row in rows {
        let Some(unit) = row.axis_unit() else { continue };
        match groups.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, group)) => group.push(row),
            None => groups.push((unit, vec![row])),
        }
    }
    groups
}

/// The largest quotient of two rows' sizes on one axis; beyond it the smaller row's marks would fall together.
const WIDEST_QUOTIENT: i64 = 25;

/// Splits the rows of one unit so that on each axis the smallest row can still be read.
///
/// Rates share one axis, whatever their size: there the distance from zero is what is compared.
fn by_magnitude(unit: Unit, rows: Vec<Row<'_>>) -> Vec<Vec<Row<'_>>> {
    if unit.is_percent() {
        return vec![rows];
    }
    let size = |row: &Row<'_>| row.ends().map(|value| value.abs()).max().unwrap_or_default();
    // Sizes in descending order, so that each group is closed by the first row that is too small for it.
    let mut sizes: BTreeMap<Reverse<Decimal>, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        sizes.entry(Reverse(size(row))).or_default().push(at);
    }
    let mut groups: Vec<(Decimal, Vec<usize>)> = Vec::new();
    for (Reverse(size), members) in sizes {
        match groups.last_mut() {
            Some((largest, group)) if *largest / Decimal::from(WIDEST_QUOTIENT) <= size => {
                group.extend(members);
            }
            _ => groups.push((size, members)),
        }
    }
    for (_, members) in &mut groups {
        members.sort_unstable();
    }
    groups.sort_by_key(|(_, members)| members.first().copied());
    groups.into_iter().map(|(_, members)| members.iter().map(|&at| rows[at]).collect()).collect()
}
