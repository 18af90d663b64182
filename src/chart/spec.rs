//! What a chart is to show, and the list of charts that a report offers.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::rows;
use crate::i18n::{Lang, terms};
use crate::model::{Comparison, Domain, IndicatorId, Report, SectionId};

/// The kinds of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ChartKind {
    /// Actual → target for indicators of one unit a panel.
    Dumbbell,
}

impl ChartKind {
    /// Every kind.
    pub const ALL: [Self; 1] = [Self::Dumbbell];

    /// The name on the command line and in ids.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Dumbbell => "dumbbell",
        }
    }

    /// 哑铃图 / dumbbell.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Dumbbell => lang.choose("哑铃图", "Dumbbell"),
        }
    }
}

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
            Self::Section(id) => SectionId::new(id).is_ok_and(|id| {
                [&comparison.actual, &comparison.target]
                    .into_iter()
                    .filter_map(section_of)
                    .any(|section| section.is_within(&id))
            }),
            Self::Domain(key) => report
                .indicator(&comparison.indicator)
                .is_some_and(|indicator| indicator.domain.key() == key),
            Self::Indicators(ids) => ids.iter().any(|id| id == comparison.indicator.as_str()),
        }
    }

    /// The scope of some indicators.
    #[must_use]
    pub fn of_indicators<'a>(ids: impl IntoIterator<Item = &'a IndicatorId>) -> Self {
        Self::Indicators(ids.into_iter().map(|id| id.as_str().to_owned()).collect())
    }
}

/// In which order the rows of a panel stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Order {
    /// As in the report.
    #[default]
    Document,
    /// By the difference, largest rise first.
    Difference,
    /// By the target, largest first.
    Value,
}

/// What stands beside a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Labels {
    /// The words of the report.
    #[default]
    Wording,
    /// The number with its bound, in the chart's language.
    Value,
    /// The words, and beside the target the difference.
    Difference,
}

impl Labels {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::Wording, Self::Value, Self::Difference];

    /// The name on the command line and in files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Wording => "wording",
            Self::Value => "value",
            Self::Difference => "difference",
        }
    }

    /// 原文 / wording.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Wording => lang.choose("原文措辞", "Wording"),
            Self::Value => lang.choose("数值", "Value"),
            Self::Difference => lang.choose("措辞与差距", "Wording and difference"),
        }
    }
}

impl Order {
    /// Every order.
    pub const ALL: [Self; 3] = [Self::Document, Self::Difference, Self::Value];

    /// The name on the command line and in files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Difference => "difference",
            Self::Value => "value",
        }
    }

    /// 报告顺序 / as in the report.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Document => lang.choose("报告顺序", "As in the report"),
            Self::Difference => lang.choose("按差距", "By difference"),
            Self::Value => lang.choose("按目标值", "By target"),
        }
    }
}

/// What a chart shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ChartSpec {
    /// Which kind of chart.
    pub kind: ChartKind,
    /// What it draws from.
    pub scope: Scope,
    /// The order of rows.
    #[serde(default)]
    pub order: Order,
    /// What stands beside the marks.
    #[serde(default)]
    pub labels: Labels,
    /// The user's own title instead of the one from the data.
    #[serde(default)]
    pub title: Option<String>,
    /// The user's own subtitle instead of the one from the data.
    #[serde(default)]
    pub subtitle: Option<String>,
    /// The user's own note, above the source line.
    #[serde(default)]
    pub note: Option<String>,
}

/// The stable name of a chart in a report's catalogue: `dumbbell-headline`, `dumbbell-3.6`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ChartId(String);

impl ChartId {
    /// The id as it stands on the command line and in file names.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ChartId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a text names no chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SpecError {
    /// The report offers no chart with this id.
    Unknown(String),
}

impl fmt::Display for SpecError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(id) => {
                write!(f, "the report offers no chart {id:?}; `charts` lists those that there are")
            }
        }
    }
}

impl std::error::Error for SpecError {}

impl ChartSpec {
    /// A chart of `scope` in document order.
    #[must_use]
    pub fn new(kind: ChartKind, scope: Scope) -> Self {
        Self {
            kind,
            scope,
            order: Order::default(),
            labels: Labels::default(),
            title: None,
            subtitle: None,
            note: None,
        }
    }

    /// Its id in the catalogue; charts of single indicators have one too.
    #[must_use]
    pub fn id(&self) -> ChartId {
        let kind = self.kind.key();
        ChartId(match &self.scope {
            Scope::Report => kind.to_owned(),
            Scope::Headline => format!("{kind}-headline"),
            Scope::Section(id) => format!("{kind}-{id}"),
            Scope::Domain(key) => format!("{kind}-{}", key.replace('_', "-")),
            Scope::Indicators(ids) => format!("{kind}-{}", ids.join("+")),
        })
    }

    /// The comparisons it draws, in document order of the targets.
    #[must_use]
    pub fn comparisons<'a>(&self, report: &'a Report) -> Vec<&'a Comparison> {
        report
            .comparisons()
            .iter()
            .filter(|comparison| self.scope.holds(report, comparison))
            .collect()
    }

    /// The indicators it draws, in document order of the targets, each once.
    #[must_use]
    pub fn indicators(&self, report: &Report) -> Vec<IndicatorId> {
        let mut ids: Vec<IndicatorId> = Vec::new();
        for comparison in self.comparisons(report) {
            if !ids.contains(&comparison.indicator) {
                ids.push(comparison.indicator.clone());
            }
        }
        ids
    }

    /// The chart with this id: one of the catalogue, or `dumbbell-INDICATOR[+INDICATOR…]`.
    ///
    /// # Errors
    /// [`SpecError::Unknown`] when the report offers no such chart.
    pub fn find(report: &Report, id: &str) -> Result<Self, SpecError> {
        if let Some(entry) = catalog(report).into_iter().find(|entry| entry.id.as_str() == id) {
            return Ok(entry.spec);
        }
        let unknown = || SpecError::Unknown(id.to_owned());
        let (kind, names) = ChartKind::ALL
            .into_iter()
            .find_map(|kind| Some((kind, id.strip_prefix(kind.key())?.strip_prefix('-')?)))
            .ok_or_else(unknown)?;
        let known = names.split('+').all(|name| {
            IndicatorId::new(name).is_ok_and(|name| report.comparisons_of(&name).next().is_some())
        });
        if !known {
            return Err(unknown());
        }
        let scope = Scope::Indicators(names.split('+').map(str::to_owned).collect());
        Ok(Self::new(kind, scope))
    }
}

/// A chart that a report offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogEntry {
    /// Its stable id.
    pub id: ChartId,
    /// What it shows.
    pub spec: ChartSpec,
}

/// The charts that a report offers: the headline targets, everything, each section and each field of policy.
///
/// A chart is offered when at least one comparison of its scope can be drawn on an axis;
/// two scopes with the same comparisons are offered once.
#[must_use]
pub fn catalog(report: &Report) -> Vec<CatalogEntry> {
    let mut scopes = vec![Scope::Headline, Scope::Report];
    scopes.extend(
        report.sections().iter().map(|section| Scope::Section(section.id.as_str().to_owned())),
    );
    scopes.extend(Domain::ALL.into_iter().map(|domain| Scope::Domain(domain.key().to_owned())));

    let mut entries: Vec<CatalogEntry> = Vec::new();
    let mut shown: Vec<Vec<&Comparison>> = Vec::new();
    for scope in scopes {
        let spec = ChartSpec::new(ChartKind::Dumbbell, scope);
        let comparisons = spec.comparisons(report);
        if comparisons.iter().any(|comparison| rows::has_axis(comparison))
            && !shown.contains(&comparisons)
        {
            shown.push(comparisons);
            entries.push(CatalogEntry { id: spec.id(), spec });
        }
    }
    entries
}

/// What a scope is called in a title: 主要预期目标, a section's title, a field of policy, an indicator's name.
#[must_use]
pub(super) fn scope_name(report: &Report, scope: &Scope, lang: Lang) -> String {
    match scope {
        Scope::Report => lang.choose("全部对照", "All comparisons").to_owned(),
        Scope::Headline => lang.choose("主要预期目标", "Headline targets").to_owned(),
        Scope::Section(id) => SectionId::new(id)
            .ok()
            .and_then(|id| report.section(&id))
            .map_or_else(|| id.clone(), |section| lang.pick(&section.title).to_owned()),
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
            names.join(lang.choose("、", ", "))
        }
    }
}
