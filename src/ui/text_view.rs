//! The report's own text with every figure marked; without the text, what to do to see it.

use egui::accesskit::Role as Access;
use egui::{Align, Frame, Layout, Margin, Stroke, Ui, UiBuilder};

use super::Shown;
use super::style::{self, RADIUS_CARD, gap, size};
use super::text::{self, Face};
use crate::i18n::Lang;
use crate::i18n::overview as words;

pub(super) fn text_view_ui(ui: &mut Ui, lang: Lang, shown: &Shown<'_>) {
    let p = style::palette(ui);
    Frame::new()
        .fill(p.surface)
        .stroke(Stroke::new(1.0, p.line))
        .corner_radius(RADIUS_CARD)
        .inner_margin(Margin::same(24))
        .show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            let region = UiBuilder::new()
                .id_salt("text")
                .accessibility_role(Access::Document)
                .accessibility_label(words::text_name(lang))
                .layout(Layout::top_down(Align::Center));
            ui.scope_builder(region, |ui| {
                ui.add_space(ui.available_height() * 0.36);
                ui.set_max_width(480.0);
                ui.spacing_mut().item_spacing.y = gap::S;
                let title = words::text_missing(lang);
                text::paragraph_ui(ui, title, Face::bold(size::HEAD, p.text));
                let more = words::text_missing_more(&shown.report.text().file_name, lang);
                text::paragraph_ui(ui, more, Face::regular(size::BODY, p.subdued));
            });
        });
}
