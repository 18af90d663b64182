//! The preview: the file itself with fewer pixels, its name and size, and a warning where its type is too small for print.

use egui::{
    Color32, Pos2, Rect, Sense, Stroke, StrokeKind, TextureId, Ui, UiBuilder, Vec2, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

use crate::export::Format;
use crate::export::choices::ExportChoices;
use crate::export::preset::{CSS_PX_PER_INCH, Page};
use crate::export::request::small_print;
use crate::i18n::Lang;
use crate::i18n::export::{self as words, small_type};
use crate::i18n::window::Word;
use crate::model::Bilingual;
use crate::theme::LIGHT;
use crate::ui::chart_view;
use crate::ui::style::{self, RADIUS_CARD, gap, size};
use crate::ui::text::{self, Face};

/// Largest preview, in points.
const LARGEST: Vec2 = vec2(960.0, 640.0);

/// A part of the dialog lower than this has one line for the words below the picture.
const LOW: f32 = 100.0;

/// Shows a picture in its own colours.
const TINT: Color32 = LIGHT.surface;

/// What stands in the preview.
#[derive(Debug, Clone, PartialEq)]
pub enum Preview {
    /// The file as it will be, and the smallest type on it in CSS pixels.
    Picture {
        /// Its pixels.
        texture: TextureId,
        /// The page as it was drawn.
        page: Page,
        /// In CSS pixels (1/96 inch).
        smallest_type: f32,
    },
    /// Why there will be no file.
    Refused(Bilingual),
}

/// How much smaller than the page its preview is painted.
#[must_use]
pub fn preview_scale(choices: ExportChoices) -> f32 {
    let page = choices.page.page().size;
    (LARGEST.x / page.x).min(LARGEST.y / page.y)
}

/// The size of the file that the choices lead to: `3840 × 2160 像素`, `210 × 297 mm`.
fn size_of_file(choices: ExportChoices, page: Page, lang: Lang) -> String {
    let millimetres = page.size * (25.4 / CSS_PX_PER_INCH);
    match choices.format {
        Format::Png => words::size_in_pixels(page.pixels(), page.dpi, lang),
        Format::Svg | Format::Pdf => {
            let tenths = |length: f32| (length * 10.0).round() / 10.0;
            words::size_in_millimetres([millimetres.x, millimetres.y].map(tenths), lang)
        }
    }
}

/// The file in its proportions on a quiet ground, its name and size below it.
pub(super) fn preview_ui(
    ui: &mut Ui,
    choices: ExportChoices,
    lang: Lang,
    preview: Option<&Preview>,
    file_name: &str,
) {
    let p = style::palette(ui);
    let width = ui.available_width();
    let quiet = Face::regular(size::SMALL, p.subdued);
    // How high a page has grown is known when it is drawn; any other is as it was chosen.
    let page = match preview {
        Some(Preview::Picture { page, .. }) if choices.page.grows => *page,
        Some(_) | None => choices.page.page(),
    };
    let file_size = size_of_file(choices, page, lang);
    let words_of_file = if ui.available_height() < LOW {
        vec![text::line(ui, &format!("{file_size} · {file_name}"), quiet, width)]
    } else {
        let name = text::block(ui, file_name, Face::regular(size::SMALL, p.text), width, 2);
        vec![name, text::block(ui, &file_size, quiet, width, 2)]
    };
    let small = match preview {
        Some(Preview::Picture { smallest_type, .. }) => small_print(*smallest_type),
        Some(Preview::Refused(_)) | None => None,
    };
    let warning = small.map(|points| {
        let face = Face::regular(size::SMALL, p.warning);
        text::block(ui, &small_type(points, lang), face, width, 3)
    });
    let galleys: Vec<_> = words_of_file.into_iter().chain(warning).collect();
    let below: f32 = galleys.iter().map(|galley| galley.size().y + 2.0).sum();
    // The picture has what the words below it leave.
    let room = vec2(width, (ui.available_height() - gap::S - below).max(16.0));
    let (ground, response) = ui.allocate_exact_size(room, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, Word::Preview.text(lang)));
    ui.painter().rect_filled(ground, RADIUS_CARD, p.sunken);
    match preview {
        Some(Preview::Picture { texture, .. }) => {
            let page = page.size;
            let inside = ground.shrink(gap::L.min(ground.height() * 0.1)).size();
            let fit = (inside.x / page.x).min(inside.y / page.y).min(preview_scale(choices));
            let paper = Rect::from_center_size(ground.center(), page * fit);
            let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
            ui.painter().image(*texture, paper, whole, TINT);
            ui.painter().rect_stroke(paper, 0.0, Stroke::new(1.0, p.line), StrokeKind::Outside);
        }
        Some(Preview::Refused(message)) => {
            ui.scope_builder(UiBuilder::new().max_rect(ground.shrink(gap::XXL)), |ui| {
                chart_view::message_ui(ui, lang, message);
            });
        }
        None => {}
    }
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.add_space(gap::S - 2.0);
    for galley in galleys {
        ui.label(galley);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::preset::Preset;

    #[test]
    fn sizes_are_given_in_the_unit_of_the_format() {
        let mut choices =
            ExportChoices { page: Preset::A4Portrait.size(), ..ExportChoices::default() };
        assert_eq!(size_of_file(choices, choices.page.page(), Lang::En), "2480 × 3508 px, 300 DPI");
        choices.format = Format::Pdf;
        assert_eq!(size_of_file(choices, choices.page.page(), Lang::Zh), "210 × 297 毫米，矢量");
    }
}
