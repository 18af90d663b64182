//! The charts that a report offers, by kind and group, as a person looks through them.

use crate::chart::{self, Catalog, ChartKind, Scope};
use crate::i18n::{Lang, chart as words};

/// What the charts of a list have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartGroup {
    /// The headline targets, everything.
    Whole,
    /// One section each.
    Sections,
    /// One field of policy each.
    Domains,
    /// One indicator each.
    Indicators,
}

/// One chart of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartLine {
    /// Which kind of chart.
    pub kind: ChartKind,
    /// What it shows.
    pub scope: Scope,
    /// Where it stands in the list.
    pub group: ChartGroup,
    /// What it is called.
    pub name: String,
    /// How many pairs it shows; a profile counts figures.
    pub count: usize,
}

/// Every chart that a report offers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChartList {
    lines: Vec<ChartLine>,
}

impl ChartList {
    /// The charts of `catalog` with their names in `lang`.
    #[must_use]
    pub fn of(catalog: Catalog<'_>, lang: Lang) -> Self {
        let report = catalog.report();
        let lines = catalog.entries().into_iter().map(|entry| {
            let spec = entry.spec;
            let name = words::set_heading(&chart::scope_name(report, &spec.scope, lang), lang);
            let count = match spec.kind {
                ChartKind::Profile => spec.figures(report).len(),
                _ => spec.comparisons(report).len(),
            };
            let group = match &spec.scope {
                Scope::Report | Scope::Headline => ChartGroup::Whole,
                Scope::Section(_) => ChartGroup::Sections,
                Scope::Domain(_) => ChartGroup::Domains,
                Scope::Indicators(_) => ChartGroup::Indicators,
            };
            ChartLine { kind: spec.kind, scope: spec.scope, group, name, count }
        });
        Self { lines: lines.collect() }
    }

    /// The charts of one kind, in the order of the catalogue.
    pub fn of_kind(&self, kind: ChartKind) -> impl Iterator<Item = &ChartLine> {
        self.lines.iter().filter(move |line| line.kind == kind)
    }
}
