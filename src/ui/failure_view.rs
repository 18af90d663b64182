//! A file that could not be opened: what is wrong, where, and what to do next. As a page when there is no report, else as a dialog.

use std::path::PathBuf;

use egui::{Frame, Margin, Stroke, Ui};

use super::dialog::{dialog_ui, scroll_ui};
use super::style::{self, RADIUS_CARD, gap, size};
use super::text::{self, Face};
use super::widgets::{primary_ui, quiet_ui};
use crate::command::Command;
use crate::i18n::Lang;
use crate::i18n::window::{self, Word};
use crate::model::Bilingual;

/// Why a file could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The file.
    pub path: PathBuf,
    /// Line and column, if it is a matter of one place.
    pub position: Option<(usize, usize)>,
    /// What is wrong, and what to do about it.
    pub what: Bilingual,
}

const WIDTH: f32 = 520.0;

pub(super) fn failure_page_ui(
    ui: &mut Ui,
    failure: &Failure,
    lang: Lang,
    commands: &mut Vec<Command>,
) {
    let p = style::palette(ui);
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() * 0.24).max(gap::XXL));
        Frame::new()
            .fill(p.surface)
            .stroke(Stroke::new(1.0, p.line))
            .corner_radius(RADIUS_CARD)
            .inner_margin(Margin::same(24))
            .show(ui, |ui| {
                ui.set_width(WIDTH.min(ui.available_width() - gap::XXL));
                let title = Word::CannotOpen.text(lang);
                text::heading_ui(ui, title, Face::bold(size::TITLE, p.text));
                words_ui(ui, failure, lang);
                ui.horizontal(|ui| {
                    if primary_ui(ui, Command::Open.text(lang), true).clicked() {
                        commands.push(Command::Open);
                    }
                    if quiet_ui(ui, Command::OpenBundled.text(lang), true).clicked() {
                        commands.push(Command::OpenBundled);
                    }
                });
            });
    });
}

pub(super) fn failure_dialog_ui(
    ui: &mut Ui,
    failure: &Failure,
    lang: Lang,
    commands: &mut Vec<Command>,
) {
    let title = Word::CannotOpen.text(lang);
    dialog_ui(ui, "failure", title, WIDTH, lang, commands, |ui, height, _| {
        scroll_ui(ui, height, |ui| words_ui(ui, failure, lang));
    });
}

fn words_ui(ui: &mut Ui, failure: &Failure, lang: Lang) {
    let p = style::palette(ui);
    ui.with_layout(egui::Layout::top_down(egui::Align::LEFT), |ui| {
        ui.spacing_mut().item_spacing.y = gap::S;
        let place = match failure.position {
            Some((line, column)) => {
                let place = window::line_and_column(line, column, lang);
                format!("{}{}{place}", failure.path.display(), lang.choose("，", ", "))
            }
            None => failure.path.display().to_string(),
        };
        text::paragraph_ui(ui, lang.pick(&failure.what), Face::regular(size::READING, p.text));
        let label = format!("{}{}{place}", Word::Where.text(lang), lang.choose("：", ": "));
        text::paragraph_ui(ui, label, Face::regular(size::SMALL, p.subdued));
        ui.add_space(gap::S);
    });
}
