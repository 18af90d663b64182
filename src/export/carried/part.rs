//! The part of a report that a chart draws, as a report of its own: what an image needs to be the same chart again.

use ahash::HashSet;

use crate::chart::{ChartKind, ChartSpec};
use crate::load::Part;
use crate::model::{IndicatorId, Report, SectionId};

/// The figures that `spec` draws, with everything that their comparisons follow from, and nothing else of the report.
///
/// A comparison follows from all figures of its indicator, so an indicator comes whole or not at all;
/// the numbers that are no figures, and the sections that hold nothing drawn, stay behind.
pub(super) fn drawn_part<'a>(report: &'a Report, spec: &ChartSpec) -> Part<'a> {
    let mut indicators: HashSet<&IndicatorId> =
        spec.figures(report).into_iter().map(|figure| &figure.indicator).collect();
    // A chart also says how many comparisons of its scope it does not draw, and how many targets have no actual.
    if spec.kind != ChartKind::Profile {
        indicators.extend(spec.scope.comparisons(report).into_iter().map(|pair| &pair.indicator));
        let alone = spec.scope.targets_alone(report).into_iter();
        indicators.extend(alone.map(|target| &target.indicator));
    }
    // A share is explained by what it is a share of.
    let shares: Vec<&IndicatorId> = report
        .indicators()
        .iter()
        .filter(|indicator| indicators.contains(&indicator.id))
        .filter_map(|indicator| Some(&indicator.share_of.as_ref()?.numerator))
        .collect();
    indicators.extend(shares);

    let figures: Vec<_> =
        report.figures().iter().filter(|figure| indicators.contains(&figure.indicator)).collect();
    // A profile shows sections without figures too.
    let whole_tree = spec.kind == ChartKind::Profile;
    let around: HashSet<SectionId> = figures
        .iter()
        .flat_map(|figure| std::iter::successors(Some(figure.section.clone()), SectionId::parent))
        .collect();

    Part {
        sections: report
            .sections()
            .iter()
            .filter(|section| whole_tree || around.contains(&section.id))
            .collect(),
        indicators: report
            .indicators()
            .iter()
            .filter(|indicator| indicators.contains(&indicator.id))
            .collect(),
        figures,
        exclusions: Vec::new(),
    }
}
