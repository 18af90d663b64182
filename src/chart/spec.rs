//! What a chart is to show, and the list of charts that a report offers.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt;

use serde::{Deserialize, Serialize};

use super::kind::ChartKind;
use super::profile;
use crate::i18n::{Lang, chart as words, terms};
use crate::model::{Comparison, Domain, Figure, IndicatorId, Report, Role, SectionId};

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
            scope => {
                let all = report.comparisons().iter();
                all.filter(|comparison| scope.holds(report, comparison)).collect()
            }
        }
    }

    /// Its targets that the report gives no actual for: nothing can be drawn of them, and a chart says how many they are.
    #[must_use]
    pub fn targets_alone<'a>(&self, report: &'a Report) -> Vec<&'a Figure> {
        let alone = |target: &&Figure| {
            let is_first = target.role == Role::Target && target.repeats.is_none();
            is_first && report.comparisons_of(&target.indicator).next().is_none()
        };
        match self {
            Self::Indicators(ids) => ids
                .iter()
                .filter_map(|id| IndicatorId::new(id).ok())
                .flat_map(|id| report.figures_of(&id).collect::<Vec<_>>())
                .filter(alone)
                .collect(),
            scope => report
                .figures()
                .iter()
                .filter(alone)
                .filter(|figure| scope.holds_figure(report, figure))
                .collect(),
        }
    }

    /// The scope that an id calls `name`: `headline`, a section, a field of policy, or indicators joined by `+`.
    fn named(report: &Report, name: &str) -> Option<Self> {
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
        let compared = |name: &str| {
            IndicatorId::new(name).is_ok_and(|name| report.comparisons_of(&name).next().is_some())
        };
        let mut ids: Vec<String> = Vec::new();
        for id in name.split('+') {
            if !compared(id) {
                return None;
            }
            if !ids.iter().any(|known| known == id) {
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

    /// The figures it draws or counts, in document order.
    #[must_use]
    pub fn figures<'a>(&self, report: &'a Report) -> Vec<&'a Figure> {
        if self.kind == ChartKind::Profile {
            let held = |figure: &&Figure| self.scope.holds_figure(report, figure);
            return report.figures().iter().filter(held).collect();
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

    /// The chart with this id: one of the catalogue, or `KIND-INDICATOR[+INDICATOR…]`;
    /// `None` where the report offers no such chart.
    #[must_use]
    pub fn find(report: &Report, id: &str) -> Option<Self> {
        let (kind, rest) = ChartKind::ALL
            .into_iter()
            .find_map(|kind| Some((kind, id.strip_prefix(kind.key())?)))?;
        let scope = match rest.strip_prefix('-') {
            None if rest.is_empty() => Scope::Report,
            None => return None,
            Some(name) => Scope::named(report, name)?,
        };
        let spec = Self::new(kind, scope);
        spec.is_offered(report).then_some(spec)
    }

    /// Whether there is something that the chart can show honestly.
    #[must_use]
    pub fn is_offered(&self, report: &Report) -> bool {
        let comparisons = self.comparisons(report);
        // Of indicators that someone names, a dumbbell says in words what it cannot join.
        let named = self.kind == ChartKind::Dumbbell && matches!(self.scope, Scope::Indicators(_));
        (named && !comparisons.is_empty()) || is_worth_offering(report, self, &comparisons)
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

/// The charts that a report offers: of each kind the headline targets, everything, each section and each field of policy,
/// and a card of each indicator that is compared.
///
/// A chart is offered when its kind has something to show of the scope;
/// two scopes with the same content are offered once.
#[must_use]
pub fn catalog(report: &Report) -> Vec<CatalogEntry> {
    let mut scopes = vec![Scope::Headline, Scope::Report];
    scopes.extend(
        report.sections().iter().map(|section| Scope::Section(section.id.as_str().to_owned())),
    );
    scopes.extend(Domain::ALL.into_iter().map(|domain| Scope::Domain(domain.key().to_owned())));

    let mut entries: Vec<CatalogEntry> = Vec::new();
    for kind in ChartKind::ALL {
        let mut shown: Vec<(Vec<&Comparison>, Vec<&Figure>)> = Vec::new();
        for scope in &scopes {
            let spec = ChartSpec::new(kind, scope.clone());
            // Which figures are drawn follows from the comparisons; a profile has figures alone.
            let figures =
                if kind == ChartKind::Profile { spec.figures(report) } else { Vec::new() };
            let content = (spec.comparisons(report), figures);
            if is_worth_offering(report, &spec, &content.0) && !shown.contains(&content) {
                shown.push(content);
                entries.push(CatalogEntry { id: spec.id(), spec });
            }
        }
        if kind == ChartKind::Card {
            let all = ChartSpec::new(kind, Scope::Report).indicators(report);
            entries.extend(all.iter().map(|indicator| {
                let spec = ChartSpec::new(kind, Scope::of_indicators([indicator]));
                CatalogEntry { id: spec.id(), spec }
            }));
        }
    }
    entries
}

fn is_worth_offering(report: &Report, spec: &ChartSpec, comparisons: &[&Comparison]) -> bool {
    let joined =
        comparisons.iter().filter(|comparison| spec.kind.can_join(report, comparison)).count();
    match spec.kind {
        ChartKind::Dumbbell | ChartKind::Bars | ChartKind::Bullet => joined >= 1,
        // One quotient is no scale.
        ChartKind::Ratio => joined >= 2,
        ChartKind::Overview => comparisons.len() >= 2,
        ChartKind::Card => !comparisons.is_empty(),
        ChartKind::Profile => {
            let places = profile::places(report, &spec.scope, spec.order);
            places.len() >= 2 && places.iter().any(|place| place.counts.total() > 0)
        }
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
