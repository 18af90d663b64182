//! The rows of the table: one for each comparison, and one for each figure that no comparison holds.
//!
//! A goal stands in the row of its indicator that has its basis and definition, or in a row of its own.
//! A figure that says an earlier one again has no row; it keeps the row of the earlier one in its section.
//! Rows are numbers, not words: what is written in them is made when they are seen.

use std::collections::HashMap;
use std::ops::Range;

use crate::model::{Comparison, Figure, Indicator, Report, Role, SectionId, Verdict};

/// One row, by places in the lists of its report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// In [`Report::indicators`].
    pub indicator: u32,
    /// In [`Report::comparisons`]; `None` where there is nothing to compare.
    pub comparison: Option<u32>,
    /// Actual, target, goal, in [`Report::figures`].
    pub figures: [Option<u32>; 3],
    /// Its figures and those that say them again, in [`Rows::places`].
    places: Range<u32>,
}

/// All rows of a report in the order of its targets, those without a target behind them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    all: Vec<Row>,
    places: Vec<u32>,
    compared: usize,
}

impl Row {
    /// What is measured.
    #[must_use]
    pub fn indicator<'a>(&self, report: &'a Report) -> &'a Indicator {
        &report.indicators()[self.indicator as usize]
    }

    /// The comparison that the row shows.
    #[must_use]
    pub fn comparison<'a>(&self, report: &'a Report) -> Option<&'a Comparison> {
        self.comparison.map(|at| &report.comparisons()[at as usize])
    }

    /// Whether and how it can be compared.
    #[must_use]
    pub fn verdict(&self, report: &Report) -> Option<Verdict> {
        self.comparison(report).map(|comparison| comparison.verdict)
    }

    /// Actual, target and goal.
    #[must_use]
    pub fn cells<'a>(&self, report: &'a Report) -> [Option<&'a Figure>; 3] {
        self.figures.map(|figure| figure.map(|at| &report.figures()[at as usize]))
    }

    /// The figures that it has.
    pub fn figures<'a>(&self, report: &'a Report) -> impl Iterator<Item = &'a Figure> + use<'a> {
        self.cells(report).into_iter().flatten()
    }

    /// The figure that names the row: the target, else the actual, else the goal.
    #[must_use]
    pub fn anchor<'a>(&self, report: &'a Report) -> Option<&'a Figure> {
        let [actual, target, goal] = self.cells(report);
        target.or(actual).or(goal)
    }
}

impl Rows {
    /// Puts the figures of `report` into rows.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let figures = report.figures();
        let mut by_indicator: HashMap<&str, Vec<u32>> = HashMap::new();
        let mut again: HashMap<&str, Vec<u32>> = HashMap::new();
        for (at, figure) in (0..).zip(figures) {
            match &figure.repeats {
                Some(first) => again.entry(first.as_str()).or_default().push(at),
                None => by_indicator.entry(figure.indicator.as_str()).or_default().push(at),
            }
        }
        let mut comparisons: HashMap<&str, Vec<u32>> = HashMap::new();
        for (at, comparison) in (0..).zip(report.comparisons()) {
            comparisons.entry(comparison.indicator.as_str()).or_default().push(at);
        }

        let mut rows: Vec<Row> = Vec::with_capacity(figures.len());
        for (at, indicator) in (0..).zip(report.indicators()) {
            let id = indicator.id.as_str();
            let first = rows.len();
            for comparison in comparisons.get(id).into_iter().flatten().copied() {
                let found = &report.comparisons()[comparison as usize];
                let figure = |id| report.figure_position(id).map(|at| at as u32);
                rows.push(Row {
                    indicator: at,
                    comparison: Some(comparison),
                    figures: [figure(&found.actual), figure(&found.target), None],
                    places: 0..0,
                });
            }
            for figure in by_indicator.get(id).into_iter().flatten().copied() {
                add(report, &mut rows, first, at, figure);
            }
        }

        let mut keyed: Vec<((u8, u32), Row)> = rows
            .into_iter()
            .map(|row| {
                let first = row.figures.iter().flatten().min().copied().unwrap_or_default();
                // Figures are in document order, so their places are as good as their spans.
                (row.figures[1].map_or((1, first), |target| (0, target)), row)
            })
            .collect();
        keyed.sort_by_key(|(key, _)| *key);
        let mut rows: Vec<Row> = keyed.into_iter().map(|(_, row)| row).collect();

        let mut places = Vec::with_capacity(figures.len());
        for row in &mut rows {
            let start = places.len() as u32;
            for figure in row.figures.iter().flatten().copied() {
                places.push(figure);
                let id = figures[figure as usize].id.as_str();
                places.extend(again.get(id).into_iter().flatten());
            }
            row.places = start..places.len() as u32;
        }
        let compared = rows.iter().filter(|row| row.comparison.is_some()).count();
        Self { all: rows, places, compared }
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Row] {
        &self.all
    }

    /// How many compare an actual with a target.
    #[must_use]
    pub fn compared(&self) -> usize {
        self.compared
    }

    /// The figures of a row and those that say them again, in [`Report::figures`].
    #[must_use]
    pub fn places(&self, row: &Row) -> &[u32] {
        &self.places[row.places.start as usize..row.places.end as usize]
    }

    /// Where all places are, one row after the other.
    pub(super) fn all_places(&self) -> &[u32] {
        &self.places
    }

    /// The span of [`Rows::all_places`] that belongs to a row.
    pub(super) fn range(row: &Row) -> Range<usize> {
        row.places.start as usize..row.places.end as usize
    }

    /// The first place of a row inside `section`, to list a section in its own order.
    #[must_use]
    pub fn first_inside(&self, report: &Report, row: &Row, section: &SectionId) -> Option<u32> {
        let figures = report.figures();
        let inside = |at: &&u32| figures[**at as usize].section.is_within(section);
        self.places(row).iter().filter(inside).min().copied()
    }
}

/// Gives a figure its place: the free goal of a row that is alike, or a row of its own.
fn add(report: &Report, rows: &mut Vec<Row>, first: usize, indicator: u32, at: u32) {
    if rows[first..].iter().any(|row| row.figures.contains(&Some(at))) {
        return;
    }
    let figure = &report.figures()[at as usize];
    let alike = |other: &Figure| {
        other.basis == figure.basis
            && other.definition == figure.definition
            && other.quantity.unit() == figure.quantity.unit()
    };
    let home = rows[first..].iter_mut().find(|row| {
        figure.role == Role::Goal && row.figures[2].is_none() && row.figures(report).any(alike)
    });
    match home {
        Some(home) => home.figures[2] = Some(at),
        None => rows.push(Row {
            indicator,
            comparison: None,
            figures: Role::ALL.map(|role| (figure.role == role).then_some(at)),
            places: 0..0,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{bundled, load};

    #[test]
    fn every_figure_stands_in_a_row_and_every_comparison_is_one() {
        let report = load::parse(bundled::TEXT, bundled::FILE_NAME)
            .expect("the bundled report opens")
            .report;
        let rows = Rows::of(&report);
        let mut seen = vec![false; report.figures().len()];
        for row in rows.all() {
            for place in rows.places(row) {
                seen[*place as usize] = true;
            }
            assert!(row.anchor(&report).is_some());
            for (role, figure) in Role::ALL.into_iter().zip(row.cells(&report)) {
                assert!(figure.is_none_or(|figure| figure.role == role));
            }
        }
        assert!(seen.into_iter().all(|seen| seen));
        assert_eq!(rows.compared(), report.comparisons().len());
        let starts: Vec<u32> = rows
            .all()
            .iter()
            .map_while(|row| row.figures[1])
            .map(|at| report.figures()[at as usize].span.start)
            .collect();
        assert!(starts.is_sorted() && starts.len() >= rows.compared());
    }
}
