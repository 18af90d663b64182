//! What a chart is to show: its kind, what it draws from, in which order and with which words.

use std::collections::{BTreeSet, HashSet};
use std::fmt;

use serde::{Deserialize, Serialize};

use super::catalog::Catalog;
use super::kind::ChartKind;
use super::rows::Content;
use super::scope::Scope;
use super::{ChartStyle, Parts};
use crate::i18n::Lang;
use crate::model::{Comparison, Figure, IndicatorId, Report};

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

impl ChartSpec {
    /// The same chart in this order and with these labels, as far as they mean something to its kind.
    #[must_use]
    pub fn arranged(self, order: Order, labels: Labels) -> Self {
        let order = if self.kind.orders().contains(&order) { order } else { Order::default() };
        let labels = if self.kind.labels().contains(&labels) { labels } else { Labels::default() };
        Self { order, labels, ..self }
    }

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
        let mut drawn = self.scope.comparisons(report);
        drawn.retain(|comparison| {
            self.kind.shows_unlinked() || self.kind.can_join(report, comparison)
        });
        drawn
    }

    /// The comparisons it draws, in the order of their rows; with `derived` values drawn or without.
    #[must_use]
    pub fn rows<'a>(&self, report: &'a Report, derived: bool) -> Vec<&'a Comparison> {
        let parts = Parts { derived, ..Parts::default() };
        let content = Content::of(report, self, &ChartStyle { parts, ..ChartStyle::default() });
        content.rows().map(|row| row.comparison).collect()
    }

    /// The figures it draws or counts, in document order.
    #[must_use]
    pub fn figures<'a>(&self, report: &'a Report) -> Vec<&'a Figure> {
        if self.kind == ChartKind::Profile {
            return self.scope.figures(report);
        }
        let drawn: BTreeSet<usize> = self
            .comparisons(report)
            .into_iter()
            .flat_map(|pair| [&pair.actual, &pair.target])
            .filter_map(|id| report.figure_position(id))
            .collect();
        drawn.into_iter().map(|at| &report.figures()[at]).collect()
    }

    /// The indicators it draws, in document order of the targets, each once.
    #[must_use]
    pub fn indicators(&self, report: &Report) -> Vec<IndicatorId> {
        let mut known = HashSet::new();
        let comparisons = self.comparisons(report).into_iter();
        comparisons
            .map(|comparison| &comparison.indicator)
            .filter(|indicator| known.insert(*indicator))
            .cloned()
            .collect()
    }

    /// The chart of a whole report with this id, see [`Catalog::find`].
    #[must_use]
    pub fn find(report: &Report, id: &str) -> Option<Self> {
        Catalog::new(report, None).find(id).ok()
    }
}
