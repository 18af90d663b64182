//! The frame of every dialog that is only read or acts at once: a heading, its content, and the way out at the lower right.
//!
//! It never leaves the window, however small that is: the content is told how much height there is for it, and scrolls.

use egui::{Align, Id, Layout, Modal, ScrollArea, Ui};

use super::style::{self, gap, size};
use super::text::{self, Face};
use super::widgets::primary_ui;
use crate::command::Command;
use crate::i18n::Lang;
use crate::i18n::window::Word;

/// What stands around the content: margins, heading, button.
const AROUND: f32 = 168.0;
/// Content is never lower than this.
const LOWEST: f32 = 80.0;

/// Shows a dialog at most `width` wide; `content` is given the height that it may take.
pub(super) fn dialog_ui(
    ui: &Ui,
    id: &'static str,
    title: &str,
    width: f32,
    lang: Lang,
    commands: &mut Vec<Command>,
    content: impl FnOnce(&mut Ui, f32, &mut Vec<Command>),
) {
    let modal = Modal::new(Id::unique(id)).frame(style::dialog_frame(ui)).show(ui.ctx(), |ui| {
        let screen = ui.ctx().content_rect().size();
        ui.set_width(width.min(screen.x - 80.0));
        let p = style::palette(ui);
        ui.spacing_mut().item_spacing.y = gap::S;
        text::heading_ui(ui, title, Face::bold(size::TITLE, p.text));
        content(ui, (screen.y - AROUND).max(LOWEST), commands);
        ui.add_space(gap::S);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if primary_ui(ui, Word::Close.text(lang), true).clicked() {
                commands.push(Command::CloseDialog);
            }
        });
    });
    if modal.should_close() {
        commands.push(Command::CloseDialog);
    }
}

/// Content that is as high as it needs to be, and scrolls where that is more than `height`.
pub(super) fn scroll_ui(ui: &mut Ui, height: f32, content: impl FnOnce(&mut Ui)) {
    // egui gives a dialog the height of its last frame; content that has grown since would stay cut.
    let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    area.auto_shrink([false, true]).show(ui, |ui| {
        // Beside the scroll bar, not under it.
        ui.set_max_width(ui.available_width() - gap::M);
        content(ui);
    });
}
