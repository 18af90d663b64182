//! The report's own text with every figure marked; without the text, what to do to see it.

mod concordance;
mod head;
mod marks;
mod page;
mod said;
mod typeset;

use egui::{Frame, Margin, Panel, ScrollArea, Stroke, Ui};

use super::Shown;
use super::style::{self, RADIUS_CARD, gap, size};
use super::text::{self, Face};
use super::widgets::primary_ui;
use crate::command::{Command, TextCommand};
use crate::i18n::Lang;
use crate::i18n::text as words;

/// Most of the height that the list of places takes.
const LIST_SHARE: f32 = 0.36;

/// With its controls, or for an audience, which sees what is read and nothing to choose, `alone`.
pub(super) fn text_view_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    alone: bool,
    commands: &mut Vec<Command>,
) {
    let p = style::palette(ui);
    let card =
        Frame::new().fill(p.surface).stroke(Stroke::new(1.0, p.line)).corner_radius(RADIUS_CARD);
    let Some(opened) = &shown.reading.opened else {
        card.inner_margin(Margin::same(24)).show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            missing_ui(ui, lang, shown, alone, commands);
        });
        return;
    };
    if !alone {
        head::head_ui(ui, lang, shown, opened, commands);
        ui.add_space(gap::S - ui.spacing().item_spacing.y / 2.0);
    }
    card.inner_margin(Margin::symmetric(2, 2)).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        if !alone && shown.reading.hits_listed && !shown.reading.hits.is_empty() {
            let rows = shown.reading.hits.len() as f32 * 28.0 + 14.0;
            let height = rows.min(ui.available_height() * LIST_SHARE);
            Panel::bottom("concordance")
                .exact_size(height)
                .resizable(false)
                .show_separator_line(false)
                .frame(Frame::NONE)
                .show(ui, |ui| {
                    concordance::concordance_ui(ui, lang, shown.reading, opened, commands);
                });
        }
        page::page_ui(ui, lang, shown, opened, commands);
    });
}

/// What to do to see the text.
fn missing_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    alone: bool,
    commands: &mut Vec<Command>,
) {
    let p = style::palette(ui);
    let room = ui.available_height();
    let lines = |ui: &mut Ui| {
        // A low window has no room to spare.
        ui.add_space(if room < 320.0 { 0.0 } else { room * 0.3 });
        ui.set_max_width(ui.available_width().min(460.0));
        ui.spacing_mut().item_spacing.y = gap::S;
        text::paragraph_ui(ui, words::missing_title(lang), Face::bold(size::TITLE, p.text));
        if let Some(path) = &shown.reading.missing {
            let gone = words::gone(path, lang);
            text::paragraph_ui(ui, gone, Face::regular(size::BODY, p.warning));
        }
        let more = words::missing_more(&shown.report.text().file_name, lang);
        text::paragraph_ui(ui, more, Face::regular(size::READING, p.text));
        ui.add_space(gap::S);
        let ask = Command::Text(TextCommand::Ask);
        if !alone && primary_ui(ui, ask.text(lang), true).clicked() {
            commands.push(ask);
        }
        ui.add_space(gap::S);
        text::paragraph_ui(ui, words::missing_terms(lang), Face::regular(size::SMALL, p.subdued));
    };
    ScrollArea::vertical()
        .id_salt("no text")
        .auto_shrink(false)
        .show(ui, |ui| ui.vertical_centered(lines));
}
