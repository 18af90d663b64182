//! The headless egui pass: a chart drawn without a window.

use egui::util::IdTypeMap;
use egui::{Context, Pos2, RawInput, Rect, Vec2};

use super::kept::{self, KeptTexts};
use super::{ChartError, ChartSpec, ChartStyle, Drawing, frame};
use crate::fonts;
use crate::model::Report;

/// Shortest and longest side of a page, in CSS pixels.
pub const PAGE_SIDES: std::ops::RangeInclusive<f32> = 180.0..=20_000.0;

/// Draws a chart on a page of `size` CSS pixels (1/96 inch).
///
/// Each thread keeps one egui context for all its charts; what a chart left there is cleared away before the next,
/// so nothing of an earlier chart can show in a later one, and charts may be drawn on several threads at once.
/// One pass is enough: nothing in a chart depends on what egui remembers of the pass before.
///
/// Letters have their places and no pictures: the meshes of galleys are empty (see [`fonts::measures`]).
///
/// # Errors
/// [`ChartError`] when the spec selects nothing, or the page is too small for it.
pub fn draw(
    report: &Report,
    spec: &ChartSpec,
    style: &ChartStyle,
    size: Vec2,
) -> Result<Drawing, ChartError> {
    if !(PAGE_SIDES.contains(&size.x) && PAGE_SIDES.contains(&size.y)) {
        return Err(ChartError::PageSize(size.x as u32, size.y as u32));
    }
    thread_local! {
        static STAGE: (Context, KeptTexts) = (context(), KeptTexts::default());
    }
    STAGE.with(|(context, texts)| pass(context, texts, report, spec, style, size))
}

fn context() -> Context {
    let context = Context::default();
    context.set_fonts(fonts::measures());
    // Only where letters stand is wanted, not their pixels.
    context.all_styles_mut(|style| {
        style.visuals.text_options.font_hinting = false;
        style.visuals.text_options.subpixel_binning = false;
    });
    context.options_mut(|options| options.max_passes = std::num::NonZeroUsize::MIN);
    context
}

fn pass(
    context: &Context,
    texts: &KeptTexts,
    report: &Report,
    spec: &ChartSpec,
    style: &ChartStyle,
    size: Vec2,
) -> Result<Drawing, ChartError> {
    // What widgets remember, such as the bounds of plots; the fonts stay.
    context.data_mut(IdTypeMap::clear);
    kept::install(context, texts);
    let page = Rect::from_min_size(Pos2::ZERO, size);
    let mut drawn = Err(ChartError::NothingToShow);
    let input = RawInput { screen_rect: Some(page), ..RawInput::default() };
    let mut output = context.run_ui(input, |ui| {
        drawn = frame::chart_ui(ui, page, report, spec, style, None, 0.0);
    });
    let shapes = std::mem::take(&mut output.shapes);
    output.drop_without_applying_deltas();
    drawn.map(|painted| Drawing { size, shapes, smallest_type: painted.smallest_type })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::ChartLang;
    use crate::{bundled, chart, load};

    fn bundled_report() -> Report {
        load::parse(bundled::TEXT, bundled::FILE_NAME).expect("the bundled report opens").report
    }

    #[test]
    fn earlier_charts_leave_no_trace_in_later_ones() {
        let report = bundled_report();
        let catalog = chart::catalog(&report);
        // Forwards and backwards, so that every chart comes after others than before.
        let forwards = catalog.iter().map(|entry| (entry, Vec2::new(1600.0, 900.0), ChartLang::Zh));
        let backwards =
            catalog.iter().rev().map(|entry| (entry, Vec2::new(1080.0, 1080.0), ChartLang::Both));
        for (at, (entry, size, lang)) in forwards.chain(backwards).enumerate() {
            let style = ChartStyle { lang, ..ChartStyle::default() };
            let kept = draw(&report, &entry.spec, &style, size).map(|drawing| drawing.shapes);
            // All leave something behind; some are looked at.
            if at % 4 > 0 {
                continue;
            }
            let fresh = pass(&context(), &KeptTexts::default(), &report, &entry.spec, &style, size);
            let fresh = fresh.map(|drawing| drawing.shapes);
            assert!(kept == fresh, "{} at {size} in {lang:?}", entry.id);
        }
    }

    #[test]
    fn a_second_pass_changes_nothing() {
        let report = bundled_report();
        for entry in chart::catalog(&report) {
            let (context, texts) = (context(), KeptTexts::default());
            let draw = || {
                let style = ChartStyle::default();
                pass(&context, &texts, &report, &entry.spec, &style, Vec2::new(1600.0, 900.0))
                    .expect("the page is large enough")
            };
            assert_eq!(
                format!("{:?}", draw().shapes),
                format!("{:?}", draw().shapes),
                "{}",
                entry.id
            );
        }
    }
}
