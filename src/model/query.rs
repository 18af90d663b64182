//! Questions that tree, table, charts and command line all ask: which figures, how many in each section.

use std::collections::HashMap;

use super::figure::{Figure, Role};
use super::ids::{IndicatorId, SectionId};
use super::indicator::Indicator;
use super::link::LinkTarget;
use super::report::Report;

/// Which figures to keep; an empty filter keeps all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FigureFilter {
    /// Only figures in this section or inside it.
    pub section: Option<SectionId>,
    /// Only figures in this role.
    pub role: Option<Role>,
    /// Only what a link leads to.
    pub target: LinkTarget,
}

impl FigureFilter {
    /// Whether the filter keeps `figure`.
    #[must_use]
    pub fn keeps(&self, figure: &Figure) -> bool {
        self.section.as_ref().is_none_or(|section| figure.section.is_within(section))
            && self.role.is_none_or(|role| figure.role == role)
            && self.target.holds(figure)
    }
}

/// How many figures stand somewhere, by role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RoleCounts {
    /// Actuals.
    pub actual: usize,
    /// Targets.
    pub target: usize,
    /// Goals.
    pub goal: usize,
}

impl RoleCounts {
    /// All roles together.
    #[must_use]
    pub fn total(self) -> usize {
        self.actual + self.target + self.goal
    }

    /// The count of one role.
    #[must_use]
    pub fn of(self, role: Role) -> usize {
        match role {
            Role::Actual => self.actual,
            Role::Target => self.target,
            Role::Goal => self.goal,
        }
    }

    /// What is left without those that `part` counts.
    #[must_use]
    pub fn without(self, part: Self) -> Self {
        Self {
            actual: self.actual.saturating_sub(part.actual),
            target: self.target.saturating_sub(part.target),
            goal: self.goal.saturating_sub(part.goal),
        }
    }

    /// Counts one more.
    pub fn add(&mut self, role: Role) {
        match role {
            Role::Actual => self.actual += 1,
            Role::Target => self.target += 1,
            Role::Goal => self.goal += 1,
        }
    }
}

impl Report {
    /// Figures by role for every section, each counting what lies inside it too.
    #[must_use]
    pub fn section_counts(&self) -> HashMap<SectionId, RoleCounts> {
        let mut counts: HashMap<SectionId, RoleCounts> = HashMap::new();
        for figure in self.figures() {
            let around = std::iter::successors(Some(figure.section.clone()), SectionId::parent);
            for id in around {
                counts.entry(id).or_default().add(figure.role);
            }
        }
        counts
    }

    /// Figures by role in the whole report.
    #[must_use]
    pub fn counts(&self) -> RoleCounts {
        let mut counts = RoleCounts::default();
        for figure in self.figures() {
            counts.add(figure.role);
        }
        counts
    }

    /// The figures that `filter` keeps, in document order.
    pub fn select<'a>(&'a self, filter: &'a FigureFilter) -> impl Iterator<Item = &'a Figure> {
        self.figures().iter().filter(move |figure| filter.keeps(figure))
    }

    /// The indicators with at least one figure that `filter` keeps, in document order of that figure.
    #[must_use]
    pub fn select_indicators(&self, filter: &FigureFilter) -> Vec<&Indicator> {
        let mut seen: Vec<&IndicatorId> = Vec::new();
        let mut known = std::collections::HashSet::new();
        for figure in self.select(filter) {
            if known.insert(&figure.indicator) {
                seen.push(&figure.indicator);
            }
        }
        seen.into_iter().filter_map(|id| self.indicator(id)).collect()
    }
}
