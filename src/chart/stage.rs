//! The headless egui pass: a chart drawn without a window.

use egui::{Pos2, RawInput, Rect, Vec2};

use super::{ChartError, ChartSpec, ChartStyle, Drawing, frame};
use crate::fonts;
use crate::model::Report;

/// Smallest and largest page, in CSS pixels.
const PAGE: std::ops::RangeInclusive<f32> = 180.0..=20_000.0;

/// Draws a chart on a page of `size` CSS pixels (1/96 inch).
///
/// Each call has its own egui context, so nothing of an earlier chart can show in a later one,
/// and charts may be drawn on several threads at once.
/// Two passes are run: egui_plot knows the height of its axis labels from the pass before.
///
/// # Errors
/// [`ChartError`] when the spec selects nothing, or the page is too small for it.
pub fn draw(
    report: &Report,
    spec: &ChartSpec,
    style: &ChartStyle,
    size: Vec2,
) -> Result<Drawing, ChartError> {
    if !(PAGE.contains(&size.x) && PAGE.contains(&size.y)) {
        return Err(ChartError::PageSize(size.x as u32, size.y as u32));
    }
    let page = Rect::from_min_size(Pos2::ZERO, size);
    let context = egui::Context::default();
    context.set_fonts(fonts::definitions());
    context.options_mut(|options| options.max_passes = std::num::NonZeroUsize::MIN);

    let mut drawn = Err(ChartError::NothingToShow);
    let mut shapes = Vec::new();
    for _ in 0..2 {
        let input = RawInput { screen_rect: Some(page), ..RawInput::default() };
        let mut output = context.run_ui(input, |ui| {
            drawn = frame::chart_ui(ui, page, report, spec, style, None, 0.0);
        });
        shapes = std::mem::take(&mut output.shapes);
        output.drop_without_applying_deltas();
        if drawn.is_err() {
            break;
        }
    }
    drawn.map(|painted| Drawing { size, shapes, smallest_type: painted.smallest_type })
}
