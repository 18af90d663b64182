//! The note above everything while what is shown comes from an image: it is a part of a report, and not more.

use egui::accesskit::Role;
use egui::{Align, Frame, Layout, Margin, Panel, Ui, UiBuilder};

use super::style::{self, size};
use super::text::{self, Face};
use super::widgets::link_ui;
use crate::command::Command;
use crate::i18n::Lang;
use crate::i18n::export as words;

/// Says whose data is shown, and leads to a whole report.
pub(super) fn image_note_ui(
    ui: &mut Ui,
    (file_name, drawn): (&str, usize),
    figures: usize,
    lang: Lang,
    commands: &mut Vec<Command>,
) {
    let p = style::palette(ui);
    let note = words::of_an_image(file_name, drawn, figures, lang);
    let frame = Frame::new().fill(p.accent_soft).inner_margin(Margin::symmetric(16, 0));
    Panel::top("image_note").exact_size(36.0).frame(frame).show(ui, |ui| {
        let said = UiBuilder::new()
            .id_salt("image note")
            .accessibility_role(Role::Status)
            .accessibility_label(note.as_str())
            .layout(Layout::right_to_left(Align::Center))
            .max_rect(ui.available_rect_before_wrap());
        ui.scope_builder(said, |ui| {
            if link_ui(ui, Command::OpenBundled.text(lang)).clicked() {
                commands.push(Command::OpenBundled);
            }
            let rest = ui.available_rect_before_wrap();
            let face = Face::regular(size::BODY, p.text);
            text::paint_line(ui, rest, text::Side::Left, &note, face);
        });
    });
}
