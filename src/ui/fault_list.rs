//! The faults of an open file, each with its place.

use egui::Ui;

use super::dialog::{dialog_ui, scroll_ui};
use super::style::{self, gap, size};
use super::text::{self, Face};
use crate::command::Command;
use crate::i18n::Lang;
use crate::i18n::text as words;
use crate::i18n::window::{self, Word};
use crate::load::Problem;

const WIDTH: f32 = 640.0;
/// More than this is too much for one look; the rest is counted.
const MOST: usize = 200;

pub(super) fn fault_list_ui(
    ui: &mut Ui,
    lang: Lang,
    problems: &[Problem],
    commands: &mut Vec<Command>,
) {
    let title = Word::FaultsTitle.text(lang);
    dialog_ui(ui, "faults", title, WIDTH, lang, commands, |ui, height, _| {
        let p = style::palette(ui);
        let more = Word::FaultsMore.text(lang);
        text::paragraph_ui(ui, more, Face::regular(size::BODY, p.subdued));
        scroll_ui(ui, height - gap::XXL, |ui| {
            ui.style_mut().interaction.selectable_labels = true;
            for problem in problems.iter().take(MOST) {
                ui.separator();
                let message = lang.pick(&problem.message);
                text::paragraph_ui(ui, message, Face::regular(size::READING, p.text));
                let face = Face::regular(size::SMALL, p.subdued);
                text::paragraph_ui(ui, place(problem, lang), face);
            }
            if problems.len() > MOST {
                let rest = words::and_more(problems.len() - MOST, lang);
                text::paragraph_ui(ui, rest, Face::regular(size::SMALL, p.subdued));
            }
        });
    });
}

fn place(problem: &Problem, lang: Lang) -> String {
    let position = problem
        .position
        .map(|position| window::line_and_column(position.line, position.column, lang));
    let parts = [Some(problem.file.clone()), position, Some(problem.path.clone())];
    let filled: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    filled.join(lang.choose("，", ", "))
}
