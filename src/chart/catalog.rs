//! The list of charts that a report offers.

use super::kind::ChartKind;
use super::profile;
use super::scope::Scope;
use super::spec::{ChartId, ChartSpec};
use crate::model::{Comparison, Domain, Figure, Report};

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

pub(super) fn is_worth_offering(
    report: &Report,
    spec: &ChartSpec,
    comparisons: &[&Comparison],
) -> bool {
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
