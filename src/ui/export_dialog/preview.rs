//! The preview: the file itself with fewer pixels, its name and size, and a warning where its type is too small for print.

use egui::{
    Color32, Pos2, Rect, Sense, Stroke, StrokeKind, TextureId, Ui, UiBuilder, Vec2, WidgetInfo,
    accesskit::Role, pos2, vec2,
};

use crate::export::Format;
use crate::export::choices::ExportChoices;
use crate::export::preset::CSS_PX_PER_INCH;
use crate::export::request::small_print;
use crate::i18n::Lang;
use crate::i18n::export as words;
use crate::i18n::window::Word;
use crate::model::Bilingual;
use crate::theme::LIGHT;
use crate::ui::chart_view;
use crate::ui::style::{self, RADIUS_CARD, gap, size};
use crate::ui::text::{self, Face};

/// Largest preview, in points.
const LARGEST: Vec2 = vec2(680.0, 520.0);

/// Shows a picture in its own colours.
const TINT: Color32 = LIGHT.surface;

/// What stands in the preview.
#[derive(Debug, Clone, PartialEq)]
pub enum Preview {
    /// The file as it will be, and the smallest type on it in CSS pixels.
    Picture {
        /// Its pixels.
        texture: TextureId,
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
fn size_of_file(choices: ExportChoices, lang: Lang) -> String {
    let page = choices.page.page();
    let millimetres = page.size * (25.4 / CSS_PX_PER_INCH);
    match choices.format {
        Format::Png => {
            let [width, height] = page.pixels();
            format!(
                "{width} × {height} {}{}{} DPI",
                lang.choose("像素", "px"),
                lang.choose("，", ", "),
                page.dpi
            )
        }
        Format::Svg | Format::Pdf => format!(
            "{} × {} {}",
            (millimetres.x * 10.0).round() / 10.0,
            (millimetres.y * 10.0).round() / 10.0,
            lang.choose("毫米，矢量", "mm, vector")
        ),
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
    let below = 72.0;
    let room = vec2(ui.available_width(), (ui.available_height() - below).max(80.0));
    let (ground, response) = ui.allocate_exact_size(room, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, Word::Preview.text(lang)));
    ui.painter().rect_filled(ground, RADIUS_CARD, p.sunken);
    let mut warning = None;
    match preview {
        Some(Preview::Picture { texture, smallest_type }) => {
            let page = choices.page.page().size;
            let inside = ground.shrink(gap::L).size();
            let fit = (inside.x / page.x).min(inside.y / page.y).min(preview_scale(choices));
            let paper = Rect::from_center_size(ground.center(), page * fit);
            let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
            ui.painter().image(*texture, paper, whole, TINT);
            ui.painter().rect_stroke(paper, 0.0, Stroke::new(1.0, p.line), StrokeKind::Outside);
            warning = small_print(*smallest_type);
        }
        Some(Preview::Refused(message)) => {
            ui.scope_builder(UiBuilder::new().max_rect(ground.shrink(gap::XXL)), |ui| {
                chart_view::message_ui(ui, lang, message);
            });
        }
        None => {}
    }
    ui.add_space(gap::S);
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.horizontal_wrapped(|ui| {
        ui.label(Face::regular(size::SMALL, p.text).rich(file_name));
        ui.label(Face::regular(size::SMALL, p.subdued).rich(size_of_file(choices, lang)));
    });
    if let Some(points) = warning {
        let face = Face::regular(size::SMALL, p.warning);
        text::paragraph_ui(ui, words::small_type(points, lang), face);
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
        assert_eq!(size_of_file(choices, Lang::En), "2480 × 3508 px, 300 DPI");
        choices.format = Format::Pdf;
        assert_eq!(size_of_file(choices, Lang::Zh), "210 × 297 毫米，矢量");
    }
}
