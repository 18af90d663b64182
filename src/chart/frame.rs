//! The page of a chart: title, panels, legend, source line.

use egui::Rect;

use super::{ChartError, ChartResponse, ChartSpec, ChartStyle};
use crate::i18n::Lang;
use crate::model::{IndicatorId, Report};

pub(super) struct Painted {
    pub response: ChartResponse,
    pub smallest_type: f32,
}

/// The title of a chart in one language.
#[must_use]
pub fn title(report: &Report, spec: &ChartSpec, lang: Lang) -> String {
    let _ = (report, spec, lang);
    String::new()
}

/// What stands below the title: what the marks mean, unit and years.
#[must_use]
pub fn subtitle(report: &Report, spec: &ChartSpec, lang: Lang) -> String {
    let _ = (report, spec, lang);
    String::new()
}

/// The source line: report, place, date, application and data version.
#[must_use]
pub fn source_line(report: &Report, lang: Lang) -> String {
    let _ = (report, lang);
    String::new()
}

pub(super) fn chart_ui(
    ui: &mut egui::Ui,
    rect: Rect,
    report: &Report,
    spec: &ChartSpec,
    style: &ChartStyle,
    selected: Option<&IndicatorId>,
) -> Result<Painted, ChartError> {
    let _ = (ui, rect, report, spec, style, selected);
    Err(ChartError::NothingToShow)
}
