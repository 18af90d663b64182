//! Rows of the table that are selected together, and which of them a chart of them has no place for.

use std::collections::{BTreeSet, HashSet};

use crate::chart::{ChartKind, ChartSpec, Scope};
use crate::command::Selection;
use crate::i18n::chart_view::ChartWord;
use crate::i18n::{Lang, reason};
use crate::model::{FigureId, IndicatorId, Report, Verdict};

use super::{Table, rows};

/// Rows that are selected together, the selected one among them; empty where that one is alone.
///
/// They are meant by their places among all rows of the report, so that another order means the same rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Picked {
    rows: BTreeSet<u32>,
    /// Those that stay where they are when a range is drawn to another end.
    single: BTreeSet<u32>,
    end: Option<u32>,
}

impl Picked {
    /// With `row` besides, or without it; `selected` is the one that is alone where nothing is picked.
    #[must_use]
    pub fn toggled(&self, row: u32, selected: u32) -> Self {
        let mut rows = self.rows.clone();
        if rows.is_empty() {
            rows.insert(selected);
        }
        if !rows.remove(&row) {
            rows.insert(row);
        }
        if rows.len() < 2 {
            Self::default()
        } else {
            Self { single: rows.clone(), rows, end: None }
        }
    }

    /// With a range of rows from the selected one to `end`, instead of a former range.
    #[must_use]
    pub fn extended(&self, range: impl Iterator<Item = u32>, end: u32) -> Self {
        let single = self.single.clone();
        let mut rows: BTreeSet<u32> = range.collect();
        rows.extend(&single);
        if rows.len() < 2 { Self::default() } else { Self { rows, single, end: Some(end) } }
    }

    /// Whether a row is one of them.
    #[must_use]
    pub fn contains(&self, row: u32) -> bool {
        self.rows.contains(&row)
    }

    /// All of them, in the order of [`crate::find::Rows::all`].
    pub fn rows(&self) -> impl Iterator<Item = u32> {
        self.rows.iter().copied()
    }

    /// How many there are; 0 where the selected row is alone.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether the selected row is alone.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The end of the range that was drawn last, from which it is drawn on.
    #[must_use]
    pub fn end(&self) -> Option<u32> {
        self.end
    }

    /// What is selected by going to `meant` among them: its row, or of an indicator as a whole the one that compares it.
    /// `None` where it is none of them.
    #[must_use]
    pub fn selection(
        &self,
        report: &Report,
        table: &Table,
        meant: &Selection,
    ) -> Option<Selection> {
        let rows = self.rows().filter_map(|row| table.any_row(row));
        let mut rows = rows.filter(|row| row.indicator(report).id == meant.indicator);
        let Some(figure) = &meant.figure else {
            return rows
                .find(|row| row.comparison.is_some())
                .and_then(|row| rows::key(report, row));
        };
        rows.any(|row| row.figures(report).any(|one| one.id == *figure)).then(|| meant.clone())
    }

    /// The indicators of those that compare an actual with a target, each once.
    #[must_use]
    pub fn indicators<'a>(&self, report: &'a Report, table: &Table) -> Vec<&'a IndicatorId> {
        let mut known = HashSet::new();
        let compared = self
            .rows()
            .filter_map(|row| table.any_row(row))
            .filter_map(|row| row.comparison(report));
        compared.map(|one| &one.indicator).filter(|id| known.insert(*id)).collect()
    }
}

/// The picked rows that their chart has no place for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NotDrawn {
    /// How many there are.
    pub count: usize,
    /// By what keeps them from the chart: how many there are, and the names of the first ones.
    pub reasons: Vec<(&'static str, usize, Vec<String>)>,
}

/// So many names of each are kept; more is no sentence.
const NAMED: usize = 12;

impl NotDrawn {
    /// Those of `picked` that a chart of them leaves out.
    #[must_use]
    pub fn of(
        report: &Report,
        table: &Table,
        picked: &Picked,
        kind: ChartKind,
        lang: Lang,
    ) -> Self {
        let scope = Scope::of_indicators(picked.indicators(report, table));
        let drawn = ChartSpec::new(kind, scope).comparisons(report).into_iter();
        let drawn: HashSet<&FigureId> = drawn.map(|one| &one.target).collect();
        let mut found = Self::default();
        for row in picked.rows().filter_map(|row| table.any_row(row)) {
            let why = match row.comparison(report) {
                None => rows::lone_reason(row).text(lang),
                // It counts the figures of the indicators.
                Some(_) if kind == ChartKind::Profile => continue,
                Some(one) if drawn.contains(&one.target) => continue,
                Some(one) if one.verdict == Verdict::DifferentBasis => reason::short(one, lang),
                Some(_) => ChartWord::NoPlace.text(lang),
            };
            found.count += 1;
            let known = found.reasons.iter().position(|(known, ..)| *known == why);
            let at = known.unwrap_or_else(|| {
                found.reasons.push((why, 0, Vec::new()));
                found.reasons.len() - 1
            });
            let (_, count, names) = &mut found.reasons[at];
            *count += 1;
            if names.len() < NAMED {
                names.push(rows::name(report, row, lang));
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(picked: &Picked) -> Vec<u32> {
        picked.rows().collect()
    }

    #[test]
    fn single_rows_come_and_go_and_the_last_one_is_alone() {
        let picked = Picked::default().toggled(7, 2).toggled(4, 7);
        assert_eq!(rows(&picked), [2, 4, 7]);
        let picked = picked.toggled(4, 4);
        assert_eq!(rows(&picked), [2, 7]);
        assert!(picked.toggled(2, 2).is_empty(), "row 7 is alone");
    }

    #[test]
    fn a_range_takes_the_place_of_the_former_one_and_leaves_single_rows() {
        let picked = Picked::default().toggled(9, 1);
        let picked = picked.extended(9..=12, 12);
        assert_eq!((rows(&picked), picked.end()), (vec![1, 9, 10, 11, 12], Some(12)));
        let picked = picked.extended(8..=9, 8);
        assert_eq!(rows(&picked), [1, 8, 9]);
        assert!(Picked::default().extended(3..=3, 3).is_empty());
    }
}
