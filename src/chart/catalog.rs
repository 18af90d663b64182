//! Which charts there are: of a report, or of the part of one that an image carries.

use std::collections::HashMap;

use super::kind::ChartKind;
use super::near::edits;
use super::profile;
use super::scope::Scope;
use super::spec::{ChartId, ChartSpec};
use crate::model::{Comparison, Domain, Figure, IndicatorId, Report, SectionId};

/// A chart that a report offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogEntry {
    /// Its stable id.
    pub id: ChartId,
    /// What it shows.
    pub spec: ChartSpec,
}

/// The charts that can be drawn honestly.
///
/// The data of an image are a part of a report, and whatever is counted in them, or called all, says something else of
/// the report than is true. Two things they hold whole: what the image's own chart is of, and every indicator.
#[derive(Debug, Clone, Copy)]
pub struct Catalog<'a> {
    report: &'a Report,
    drawn: Option<&'a ChartSpec>,
}

/// Why there is no chart with an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotOffered {
    /// Nothing is called so.
    Unknown,
    /// The report compares nothing of this indicator.
    Uncompared(IndicatorId),
    /// The image does not carry all that such a chart counts.
    NotWhole,
    /// The kind has nothing to show honestly of what the chart is of.
    Nothing(ChartSpec),
}

/// So many other ids are named where there is no chart with the id that was asked for.
const MOST_OTHERS: usize = 3;

/// The charts that a whole report offers, see [`Catalog::entries`].
#[must_use]
pub fn catalog(report: &Report) -> Vec<CatalogEntry> {
    Catalog::new(report, None).entries()
}

impl<'a> Catalog<'a> {
    /// Of a whole report, or where `report` is what an image carries, of the part that its chart has `drawn`.
    #[must_use]
    pub fn new(report: &'a Report, drawn: Option<&'a ChartSpec>) -> Self {
        Self { report, drawn }
    }

    /// What the charts are drawn from.
    #[must_use]
    pub fn report(self) -> &'a Report {
        self.report
    }

    /// Of each kind the headline targets, everything, each section and each field of policy, and a card of each
    /// indicator that is compared; of the data of an image its own chart in each kind, and the cards of its indicators.
    ///
    /// A section with nothing in it but what stands in one section inside it is the same chart under two names, and
    /// is listed once. A section of actuals and one of targets, or a field of policy, are not: what else is aimed at
    /// there is a part of the chart.
    #[must_use]
    pub fn entries(self) -> Vec<CatalogEntry> {
        let report = self.report;
        let scopes = match self.drawn {
            Some(drawn) => vec![drawn.scope.clone()],
            None => scopes(report),
        };
        let mut entries: Vec<CatalogEntry> = Vec::new();
        let mut list = |spec: ChartSpec| entries.push(CatalogEntry { id: spec.id(), spec });
        for kind in ChartKind::ALL {
            let mut shown: HashMap<&Scope, Content<'_>> = HashMap::new();
            for scope in &scopes {
                let spec = ChartSpec::new(kind, scope.clone());
                if !self.offers(&spec) {
                    continue;
                }
                let content = content(report, &spec);
                let is_shown = around(scope).any(|around| shown.get(&around) == Some(&content));
                if !is_shown {
                    shown.insert(scope, content);
                    list(spec);
                }
            }
            if kind == ChartKind::Card {
                let all = self.drawn.map_or(Scope::Report, |drawn| drawn.scope.clone());
                let each = ChartSpec::new(kind, all).indicators(report).into_iter();
                let each = each.map(|indicator| Scope::of_indicators([&indicator]));
                each.filter(|scope| self.drawn.is_none_or(|drawn| drawn.scope != *scope))
                    .for_each(|scope| list(ChartSpec::new(kind, scope)));
            }
        }
        entries
    }

    /// The chart with this id: one of the entries, or `KIND-INDICATOR[+INDICATOR…]`.
    ///
    /// # Errors
    /// [`NotOffered`] says why there is none.
    pub fn find(self, id: &str) -> Result<ChartSpec, NotOffered> {
        let (kind, rest) = ChartKind::ALL
            .into_iter()
            .find_map(|kind| Some((kind, id.strip_prefix(kind.key())?)))
            .ok_or(NotOffered::Unknown)?;
        let scope = match rest.strip_prefix('-') {
            None if rest.is_empty() => Some(Scope::Report),
            None => None,
            Some(name) => Scope::named(self.report, name),
        };
        let spec = ChartSpec::new(kind, scope.ok_or(NotOffered::Unknown)?);
        if let Scope::Indicators(ids) = &spec.scope {
            let ids = ids.iter().filter_map(|id| IndicatorId::new(id).ok());
            let compared = |id: &IndicatorId| self.report.comparisons_of(id).next().is_some();
            if let Some(id) = ids.into_iter().find(|id| !compared(id)) {
                return Err(NotOffered::Uncompared(id));
            }
        }
        if !self.holds_whole(&spec) {
            Err(NotOffered::NotWhole)
        } else if self.offers(&spec) {
            Ok(spec)
        } else {
            Err(NotOffered::Nothing(spec))
        }
    }

    /// Whether there is something that the chart can show honestly.
    #[must_use]
    pub fn offers(self, spec: &ChartSpec) -> bool {
        let report = self.report;
        let comparisons = spec.comparisons(report);
        let joined = || {
            let joined = comparisons.iter().filter(|pair| spec.kind.can_join(report, pair));
            joined.count()
        };
        let named = matches!(spec.scope, Scope::Indicators(_));
        self.holds_whole(spec)
            && match spec.kind {
                // Of indicators that someone names it says in words what it cannot join.
                ChartKind::Dumbbell if named => !comparisons.is_empty(),
                ChartKind::Dumbbell | ChartKind::Bars | ChartKind::Bullet => joined() >= 1,
                // One quotient is no scale.
                ChartKind::Ratio => joined() >= 2,
                ChartKind::Overview => comparisons.len() >= 2,
                // One alone is called by its indicator, whose card there is.
                ChartKind::Card => comparisons.len() >= if named { 1 } else { 2 },
                // It counts figures by section: the headline targets are some of those in several.
                ChartKind::Profile => {
                    spec.scope != Scope::Headline && !spec.scope.figures(report).is_empty() && {
                        let places = profile::places(report, &spec.scope, spec.order);
                        places.len() >= 2 && places.iter().any(|place| place.counts.total() > 0)
                    }
                }
            }
    }

    /// Ids of charts that there are, for someone who asked for `id` in vain, the nearest first.
    #[must_use]
    pub fn instead_of(self, id: &str, why: &NotOffered) -> Vec<ChartId> {
        match why {
            NotOffered::Unknown => self.near(id),
            NotOffered::Uncompared(_) => Vec::new(),
            NotOffered::NotWhole => self.drawn.map(ChartSpec::id).into_iter().collect(),
            NotOffered::Nothing(spec) => {
                let own = match spec.comparisons(self.report).as_slice() {
                    [pair] => Some(Scope::of_indicators([&pair.indicator])),
                    _ => None,
                };
                let own = own.map(|scope| ChartSpec::new(spec.kind, scope));
                let own = own.filter(|own| self.offers(own)).map(|own| own.id());
                own.into_iter().chain(self.of_scope(spec.scope.clone())).take(MOST_OTHERS).collect()
            }
        }
    }

    /// The ids that are few edits away from `typed`, or mean the same in a kind that there is.
    fn near(self, typed: &str) -> Vec<ChartId> {
        fn name(id: &str) -> &str {
            id.split_once('-').map_or(id, |(_, name)| name)
        }

        // Names are compared before anybody asks what there is to show.
        let most = 1 + typed.chars().count() / 8;
        let indicators = ChartSpec::new(ChartKind::Card, Scope::Report).indicators(self.report);
        let single = indicators.iter().map(|id| Scope::of_indicators([id]));
        let mut near: Vec<(usize, ChartId, ChartSpec)> = Vec::new();
        for scope in scopes(self.report).into_iter().chain(single) {
            for kind in ChartKind::ALL {
                let spec = ChartSpec::new(kind, scope.clone());
                let id = spec.id();
                let distance = edits(typed, id.as_str(), most);
                let same = || (name(typed) == name(id.as_str())).then_some(most + 1);
                if let Some(distance) = distance.or_else(same) {
                    near.push((distance, id, spec));
                }
            }
        }
        near.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
        let offered = near.into_iter().filter(|(.., spec)| self.offers(spec));
        offered.map(|(_, id, _)| id).take(MOST_OTHERS).collect()
    }

    /// The kinds that there are of `scope`, as ids.
    fn of_scope(self, scope: Scope) -> impl Iterator<Item = ChartId> {
        let all = ChartKind::ALL.into_iter();
        all.map(move |kind| ChartSpec::new(kind, scope.clone()))
            .filter(move |spec| self.offers(spec))
            .map(|spec| spec.id())
    }

    /// Whether the data hold all of what the chart is of.
    fn holds_whole(self, spec: &ChartSpec) -> bool {
        self.drawn.is_none_or(|drawn| match spec.kind {
            // Only for one of its kind does an image carry every figure.
            ChartKind::Profile => drawn.kind == spec.kind && drawn.scope == spec.scope,
            _ => drawn.scope == spec.scope || matches!(spec.scope, Scope::Indicators(_)),
        })
    }
}

/// All that one may draw a chart of, apart from single indicators.
fn scopes(report: &Report) -> Vec<Scope> {
    let sections = report.sections().iter();
    let sections = sections.map(|section| Scope::Section(section.id.as_str().to_owned()));
    let domains = Domain::ALL.into_iter().map(|domain| Scope::Domain(domain.key().to_owned()));
    [Scope::Headline, Scope::Report].into_iter().chain(sections).chain(domains).collect()
}

/// Its comparisons, and the figures that it counts: a profile all of them, the others the targets without an actual.
type Content<'a> = (Vec<&'a Comparison>, Vec<&'a Figure>);

fn content<'a>(report: &'a Report, spec: &ChartSpec) -> Content<'a> {
    let figures = match spec.kind {
        ChartKind::Profile => spec.figures(report),
        _ => spec.scope.targets_alone(report),
    };
    (spec.scope.comparisons(report), figures)
}

/// The sections around the one that `scope` is, and the whole report.
fn around(scope: &Scope) -> impl Iterator<Item = Scope> {
    let own = match scope {
        Scope::Section(id) => SectionId::new(id).ok(),
        _ => None,
    };
    let report = own.as_ref().map(|_| Scope::Report);
    let parents = std::iter::successors(own.and_then(|id| id.parent()), SectionId::parent);
    parents.map(|id| Scope::Section(id.as_str().to_owned())).chain(report)
}
