//! The faults of an open file, each with its place.

use egui::{Frame, Id, Margin, Modal, ScrollArea, Ui};

use super::style::{self, gap, size};
use super::text::{self, Face};
use super::widgets::primary_ui;
use crate::command::Command;
use crate::i18n::Lang;
use crate::i18n::window::Word;
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
    let p = style::palette(ui);
    let frame = Frame::window(ui.style()).inner_margin(Margin::same(24));
    let modal = Modal::new(Id::unique("faults")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing.y = gap::S;
        text::paragraph_ui(ui, Word::FaultsTitle.text(lang), Face::bold(size::TITLE, p.text));
        let more = Word::FaultsMore.text(lang);
        text::paragraph_ui(ui, more, Face::regular(size::BODY, p.subdued));
        let height = (ui.ctx().content_rect().height() * 0.5).max(160.0);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            ui.style_mut().interaction.selectable_labels = true;
            for problem in problems.iter().take(MOST) {
                ui.separator();
                let message = lang.pick(&problem.message);
                text::paragraph_ui(ui, message, Face::regular(size::READING, p.text));
                let face = Face::regular(size::SMALL, p.subdued);
                text::paragraph_ui(ui, place(problem, lang), face);
            }
            if problems.len() > MOST {
                let rest = problems.len() - MOST;
                let label = lang.choose(format!("另有 {rest} 处"), format!("and {rest} more"));
                text::paragraph_ui(ui, label, Face::regular(size::SMALL, p.subdued));
            }
        });
        ui.add_space(gap::S);
        if primary_ui(ui, Word::Close.text(lang), true).clicked() {
            commands.push(Command::CloseDialog);
        }
    });
    if modal.should_close() {
        commands.push(Command::CloseDialog);
    }
}

fn place(problem: &Problem, lang: Lang) -> String {
    let position = problem.position.map(|position| {
        lang.choose(
            format!("第 {} 行第 {} 列", position.line, position.column),
            format!("line {}, column {}", position.line, position.column),
        )
    });
    let parts = [Some(problem.file.clone()), position, Some(problem.path.clone())];
    let filled: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    filled.join(lang.choose("，", ", "))
}
