//! What the overview says: the chart of the headline targets, every comparison in three bands by verdict,
//! and how many figures stand in which section. Of the whole report, or of one section of it.

use std::cell::Cell;
use std::collections::BTreeSet;

use crate::chart::{ChartKind, ChartSpec, Scope};
use crate::command::Selection;
use crate::i18n::number::Digits;
use crate::i18n::{Lang, overview as words, quotes, reason, terms, window};
use crate::model::{Comparison, Figure, FigureId, Report, RoleCounts, SectionId, Verdict};

use super::{Table, figure_text, rows};

/// One comparison as a line: `新建5G基站 1万个 → 1.2万个`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BandLine {
    /// What is selected when it is clicked.
    pub key: Selection,
    /// What is measured.
    pub name: String,
    /// The actual: as printed, in English as a number with its bound.
    pub actual: String,
    /// The target, alike.
    pub target: String,
    /// The difference, the derived value or the reason; never empty.
    pub outcome: String,
    /// The line as a screen reader says it.
    pub spoken: String,
}

/// All comparisons of one verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// What they have in common.
    pub verdict: Verdict,
    /// In document order of the targets.
    pub lines: Vec<BandLine>,
    /// How wide the widest name, actual, target and outcome are, as they were measured for a density of pixels.
    pub widest: Cell<Option<(u32, [u32; 4])>>,
}

/// How many figures stand in one section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The section to go to.
    pub section: SectionId,
    /// Its heading with its number.
    pub heading: String,
    /// Figures by role.
    pub counts: RoleCounts,
    /// Whether it gathers the places below it.
    pub gathers: bool,
    /// The line as a screen reader says it.
    pub spoken: String,
}

/// The chart on top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    /// What it draws.
    pub spec: ChartSpec,
    /// Its name.
    pub title: &'static str,
    /// Which years it sets against each other.
    pub subtitle: String,
    /// How many rows it has.
    pub rows: usize,
}

/// Everything on the page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overview {
    /// What is shown: the whole report, or a section.
    pub title: String,
    /// How many comparisons of each kind, or what the section says.
    pub subtitle: String,
    /// The chart; `None` when nothing can be drawn.
    pub headline: Option<Headline>,
    /// The comparisons, the most comparable first; each verdict has its band, be it empty.
    pub bands: Vec<Band>,
    /// Where the figures stand.
    pub places: Vec<Place>,
    /// The most figures of a place that gathers no others: what the longest bar stands for.
    pub most: usize,
}

impl Overview {
    /// Looks at `section`, or at the whole report; with `left`, only at what search and facets leave in that table.
    #[must_use]
    pub fn of(
        report: &Report,
        section: Option<&SectionId>,
        left: Option<&Table>,
        derived_shown: bool,
        lang: Lang,
    ) -> Self {
        let (title, subtitle) = super::heading::heading(report, section, lang);
        let scope = match section {
            Some(id) => Scope::Section(id.as_str().to_owned()),
            None => Scope::Report,
        };
        let listed: Option<BTreeSet<&FigureId>> = left.map(|table| {
            table.comparisons().map(|at| &report.comparisons()[at as usize].target).collect()
        });
        let is_listed =
            |one: &Comparison| listed.as_ref().is_none_or(|listed| listed.contains(&one.target));
        let held: Vec<&Comparison> = report
            .comparisons()
            .iter()
            .filter(|one| is_listed(one) && scope.holds(report, one))
            .collect();
        let scopes = match (left, section) {
            (Some(_), _) => {
                let ids = held.iter().map(|one| &one.indicator);
                vec![(words::all_targets(lang), Scope::of_indicators(ids))]
            }
            (None, Some(_)) => vec![(words::all_targets(lang), scope)],
            (None, None) => {
                vec![(words::headline(lang), Scope::Headline), (words::all_targets(lang), scope)]
            }
        };
        let bands = Verdict::ALL.map(|verdict| Band {
            verdict,
            widest: Cell::default(),
            lines: held
                .iter()
                .filter(|one| one.verdict == verdict)
                .filter_map(|one| line(report, one, derived_shown, lang))
                .collect(),
        });
        let places = places(report, section, left, lang);
        let most = places
            .iter()
            .filter(|place| !place.gathers)
            .map(|place| place.counts.total())
            .max()
            .unwrap_or_default();
        Self {
            title,
            subtitle,
            headline: headline(report, scopes, lang),
            bands: bands.into(),
            places,
            most,
        }
    }
}

/// The first of the scopes that has something to draw.
fn headline(report: &Report, scopes: Vec<(&'static str, Scope)>, lang: Lang) -> Option<Headline> {
    scopes.into_iter().find_map(|(title, scope)| {
        let spec = ChartSpec::new(ChartKind::Dumbbell, scope);
        let rows = spec.comparisons(report).len();
        let subtitle = words::years(report.about(), lang);
        (rows > 0).then_some(Headline { spec, title, subtitle, rows })
    })
}

fn line(
    report: &Report,
    comparison: &Comparison,
    derived_shown: bool,
    lang: Lang,
) -> Option<BandLine> {
    let (indicator, actual, target) = reason::parties(report, comparison)?;
    let one_basis = actual.basis == target.basis;
    let name = if one_basis {
        terms::measured_name(indicator, target.basis, lang)
    } else {
        lang.pick(&indicator.name).to_owned()
    };
    let name = quotes::set(&name, lang);
    let shown = |figure: &Figure| match (lang, figure_text::cell_value(figure, Digits::Short, lang))
    {
        (Lang::En, Some(value)) if one_basis => value,
        (Lang::En, Some(value)) => {
            format!("{value} ({})", terms::kind_of_number(figure, lang).to_lowercase())
        }
        (Lang::En, None) => match terms::gloss(figure, lang) {
            Some(says) => format!("{says} ({})", figure.wording),
            None => figure.wording.clone(),
        },
        (Lang::Zh, _) => rows::wording(figure, one_basis),
    };
    let (actual, target) = (shown(actual), shown(target));
    let derived = comparison.derived.as_ref().filter(|_| derived_shown);
    let outcome = reason::difference(comparison, Digits::Short, lang)
        .or_else(|| Some(reason::derived(derived?, Digits::Short, lang)))
        .unwrap_or_else(|| reason::short(comparison, lang).to_owned());
    let spoken =
        [name.as_str(), &format!("{actual} → {target}"), &outcome].join(lang.choose("，", ", "));
    Some(BandLine {
        key: Selection {
            indicator: comparison.indicator.clone(),
            figure: Some(comparison.target.clone()),
        },
        name,
        actual,
        target,
        outcome,
        spoken,
    })
}

/// The sections inside `section`, or inside each part, under the one that gathers them.
fn places(
    report: &Report,
    section: Option<&SectionId>,
    left: Option<&Table>,
    lang: Lang,
) -> Vec<Place> {
    let depth = section.map_or(0, SectionId::depth);
    let all = report.section_counts();
    let counts = |id: &SectionId| match left {
        None => all.get(id).copied().unwrap_or_default(),
        Some(table) => {
            let (sections, _) = table.figures_left();
            let at = report.section_position(id);
            at.and_then(|at| sections.get(at)).copied().unwrap_or_default()
        }
    };
    let place = |id: &SectionId, heading: String, counts: RoleCounts, gathers: bool| Place {
        section: id.clone(),
        spoken: [heading.as_str(), &window::counts(counts, lang)].join(lang.choose("，", ", ")),
        heading,
        counts,
        gathers,
    };
    let mut places: Vec<Place> = Vec::new();
    for found in report.sections() {
        let id = &found.id;
        if id.depth() < depth
            || id.depth() > depth + 1
            || section.is_some_and(|section| !id.is_within(section))
        {
            continue;
        }
        let title = quotes::set(lang.pick(&found.title), lang);
        let heading = window::section_heading(&found.number, id, &title, lang);
        let inside: Vec<&SectionId> = report
            .sections()
            .iter()
            .map(|one| &one.id)
            .filter(|one| one.parent().as_ref() == Some(id))
            .collect();
        let gathers = !inside.is_empty() && id.depth() == depth;
        places.push(place(id, heading, counts(id), gathers));
        if gathers {
            let own = inside.into_iter().map(&counts).fold(counts(id), RoleCounts::without);
            if own.total() > 0 {
                places.push(place(id, words::directly(lang).to_owned(), own, false));
            }
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{bundled, load};

    fn report() -> Report {
        load::parse(bundled::TEXT, bundled::FILE_NAME).expect("it opens").report
    }

    #[test]
    fn every_comparison_stands_in_exactly_one_band() {
        let report = report();
        for lang in Lang::ALL {
            let overview = Overview::of(&report, None, None, true, lang);
            let lines: usize = overview.bands.iter().map(|band| band.lines.len()).sum();
            assert_eq!(lines, report.comparisons().len());
            assert_eq!(overview.bands.len(), Verdict::ALL.len());
            let silent = overview.bands.iter().flat_map(|band| &band.lines);
            assert!(silent.clone().all(|line| !line.outcome.is_empty() && !line.actual.is_empty()));
        }
    }

    #[test]
    fn the_places_of_the_whole_hold_every_figure_once() {
        let report = report();
        let overview = Overview::of(&report, None, None, true, Lang::Zh);
        let sum = |gathers: bool| -> usize {
            let held = overview.places.iter().filter(|place| {
                let part = place.section.depth() == 0 && place.heading != words::directly(Lang::Zh);
                if gathers { part } else { !place.gathers }
            });
            held.map(|place| place.counts.total()).sum()
        };
        assert_eq!(sum(true), report.figures().len());
        assert_eq!(sum(false), report.figures().len());
    }

    #[test]
    fn a_section_is_looked_at_alone() {
        let report = report();
        let part = &report.comparisons()[0].target;
        let section = report.figure(part).expect("there").section.clone();
        let overview = Overview::of(&report, Some(&section), None, true, Lang::En);
        assert!(overview.places.iter().all(|place| place.section.is_within(&section)));
        let lines: usize = overview.bands.iter().map(|band| band.lines.len()).sum();
        assert!(lines > 0 && lines < report.comparisons().len() + 1);
    }
}
