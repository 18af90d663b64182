//! What a chart draws from: a whole report, its headline targets, a section, a field of policy, some indicators.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::i18n::{Lang, chart as words, terms};
use crate::model::{Comparison, Domain, Figure, IndicatorId, Report, SectionId};

/// Which comparisons a chart draws from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// All of them.
    Report,
    /// The headline targets: those that stand directly in a part, before its numbered sections.
    Headline,
    /// Those whose actual or target stands in this section.
    Section(String),
    /// Those of one field of policy, by [`Domain::key`].
    Domain(String),
    /// Those of these indicators.
    Indicators(Vec<String>),
}

impl Scope {
    /// Whether the scope holds `comparison`.
    #[must_use]
    pub fn holds(&self, report: &Report, comparison: &Comparison) -> bool {
        let section_of = |id| report.figure(id).map(|figure| &figure.section);
        match self {
            Self::Report => true,
            Self::Headline => {
                section_of(&comparison.target).is_some_and(|section| section.depth() == 0)
            }
            Self::Section(id) => [&comparison.actual, &comparison.target]
                .into_iter()
                .filter_map(section_of)
                .any(|section| section.is_within_named(id)),
            Self::Domain(key) => report
                .indicator(&comparison.indicator)
                .is_some_and(|indicator| indicator.domain.key() == key),
            Self::Indicators(ids) => ids.iter().any(|id| id == comparison.indicator.as_str()),
        }
    }

    /// Whether the scope holds `figure`, whether it is compared or not.
    #[must_use]
    pub fn holds_figure(&self, report: &Report, figure: &Figure) -> bool {
        match self {
            Self::Report => true,
            Self::Headline => figure.section.depth() == 0,
            Self::Section(id) => figure.section.is_within_named(id),
            Self::Domain(key) => report.indicator_of(figure).domain.key() == key,
            Self::Indicators(ids) => ids.iter().any(|id| id == figure.indicator.as_str()),
        }
    }

    /// The comparisons it holds, in document order of the targets.
    #[must_use]
    pub fn comparisons<'a>(&self, report: &'a Report) -> Vec<&'a Comparison> {
        match self {
            // Asked for each indicator of a report in turn: never through all the comparisons for one of them.
            Self::Indicators(ids) => {
                let ids = ids.iter().filter_map(|id| IndicatorId::new(id).ok());
                let held = ids.flat_map(|id| report.comparisons_of(&id).collect::<Vec<_>>());
                let by_target: BTreeMap<Option<usize>, &Comparison> =
                    held.map(|one| (report.figure_position(&one.target), one)).collect();
                by_target.into_values().collect()
            }
            // Nor for one section after the other.
            Self::Section(id) => {
                SectionId::new(id).iter().flat_map(|id| report.comparisons_within(id)).collect()
            }
            scope => {
                let all = report.comparisons().iter();
                all.filter(|comparison| scope.holds(report, comparison)).collect()
            }
        }
    }

    /// The figures it holds, compared or not, in document order.
    #[must_use]
    pub fn figures<'a>(&self, report: &'a Report) -> Vec<&'a Figure> {
        match self {
            Self::Section(id) => {
                SectionId::new(id).iter().flat_map(|id| report.figures_within(id)).collect()
            }
            scope => {
                let all = report.figures().iter();
                all.filter(|figure| scope.holds_figure(report, figure)).collect()
            }
        }
    }

    /// Its targets that the report gives no actual for: nothing can be drawn of them, and a chart says how many they are.
    #[must_use]
    pub fn targets_alone<'a>(&self, report: &'a Report) -> Vec<&'a Figure> {
        match self {
            Self::Indicators(ids) => ids
                .iter()
                .filter_map(|id| IndicatorId::new(id).ok())
                .flat_map(|id| report.targets_alone_of(&id).collect::<Vec<_>>())
                .collect(),
            Self::Report => report.targets_alone().collect(),
            scope => {
                let held = scope.figures(report).into_iter();
                held.filter(|figure| report.is_target_alone(figure)).collect()
            }
        }
    }

    /// The scope that an id calls `name`: `headline`, a section, a field of policy, or indicators joined by `+`.
    pub(super) fn named(report: &Report, name: &str) -> Option<Self> {
        if name == "headline" {
            return Some(Self::Headline);
        }
        if SectionId::new(name).is_ok_and(|id| report.section(&id).is_some()) {
            return Some(Self::Section(name.to_owned()));
        }
        let domain = name.replace('-', "_");
        if Domain::ALL.into_iter().any(|known| known.key() == domain) {
            return Some(Self::Domain(domain));
        }
        let known =
            |name: &str| IndicatorId::new(name).is_ok_and(|id| report.indicator(&id).is_some());
        let mut ids: Vec<String> = Vec::new();
        for id in name.split('+') {
            if !known(id) {
                return None;
            }
            if !ids.iter().any(|one| one == id) {
                ids.push(id.to_owned());
            }
        }
        Some(Self::Indicators(ids))
    }

    /// The scope of some indicators.
    #[must_use]
    pub fn of_indicators<'a>(ids: impl IntoIterator<Item = &'a IndicatorId>) -> Self {
        Self::Indicators(ids.into_iter().map(|id| id.as_str().to_owned()).collect())
    }
}

/// So many indicators besides the first one are named in a title; of more it says how many.
const MOST_NAMED: usize = 3;

/// What a scope is called in a title: 主要预期目标, a section's title, a field of policy, an indicator's name.
#[must_use]
pub fn scope_name(report: &Report, scope: &Scope, lang: Lang) -> String {
    match scope {
        Scope::Report => lang.choose("全部对照", "All comparisons").to_owned(),
        Scope::Headline => lang.choose("主要预期目标", "Headline targets").to_owned(),
        Scope::Section(id) => SectionId::new(id)
            .ok()
            .and_then(|id| report.section(&id))
            .map_or_else(|| id.clone(), |section| words::numbered_section(report, section, lang)),
        Scope::Domain(key) => Domain::ALL
            .into_iter()
            .find(|domain| domain.key() == key)
            .map_or_else(|| key.clone(), |domain| terms::domain(domain, lang).to_owned()),
        Scope::Indicators(ids) => {
            let names: Vec<&str> = ids
                .iter()
                .filter_map(|id| report.indicator(&IndicatorId::new(id).ok()?))
                .map(|indicator| lang.pick(&indicator.name))
                .collect();
            match names.as_slice() {
                [first, others @ ..] if others.len() > MOST_NAMED => {
                    words::and_others(first, others.len(), lang)
                }
                _ => names.join(lang.choose("、", ", ")),
            }
        }
    }
}
