//! A field for a path, where the platform has no dialog for files.

use egui::text::CCursorRange;
use egui::{Align, FontId, Id, Key, Layout, Modal, Modifiers, TextEdit, Ui};

use super::style::{self, gap, size};
use super::text::{self, Face};
use super::widgets::{primary_ui, quiet_ui};
use crate::command::Command;
use crate::i18n::Lang;
use crate::i18n::desktop::{DesktopWord, PathFault};
use crate::i18n::window::Word;

/// What a path is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathPurpose {
    /// A file that is there, to be read.
    Open,
    /// A file to write.
    Save,
    /// A folder to write into.
    Folder,
}

/// What is asked, and what has been typed so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathField {
    /// What the file is for.
    pub title: String,
    /// What is done with it.
    pub purpose: PathPurpose,
    /// What stands in the field.
    pub text: String,
    /// What is known of that.
    pub standing: Standing,
}

/// What is known of the path in the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing yet.
    Unknown,
    /// Nothing yet, and the person has answered.
    Answered {
        /// Having seen that a file of that name is there.
        replacing: bool,
    },
    /// What stands against it, if anything.
    Known(Option<PathFault>),
}

const WIDTH: f32 = 560.0;

pub(super) fn path_field_ui(
    ui: &mut Ui,
    field: &PathField,
    lang: Lang,
    commands: &mut Vec<Command>,
) {
    let modal =
        Modal::new(Id::unique("path_field")).frame(style::dialog_frame(ui)).show(ui.ctx(), |ui| {
            ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 96.0));
            let p = style::palette(ui);
            ui.spacing_mut().item_spacing.y = gap::S;
            text::heading_ui(ui, &field.title, Face::bold(size::TITLE, p.text));
            let more = DesktopWord::NoFileDialog.text(lang);
            text::paragraph_ui(ui, more, Face::regular(size::SMALL, p.subdued));

            let mut typed = field.text.clone();
            let edit = TextEdit::singleline(&mut typed)
                .id_salt("path")
                .desired_width(f32::INFINITY)
                .font(FontId::proportional(size::READING));
            let mut edit = edit.show(ui);
            let response = edit.response.response.accessible_name(DesktopWord::Path.text(lang));
            let first = Id::unique("path_field_focused");
            if ui.data_mut(|data| !std::mem::replace(data.get_temp_mut_or(first, false), true)) {
                response.request_focus();
                // Whoever has a path at hand types or pastes it over the suggestion.
                let all = CCursorRange::select_all(&edit.galley);
                edit.state.cursor.set_char_range(Some(all));
                edit.state.store(ui.ctx(), response.id);
            }
            if typed != field.text {
                commands.push(Command::TypePath(typed));
            }
            let fault = match field.standing {
                Standing::Known(fault) => fault,
                Standing::Unknown | Standing::Answered { .. } => None,
            };
            let (words, color) = match (field.standing, fault) {
                (_, Some(fault)) => (fault.text(lang), p.warning),
                (Standing::Answered { .. }, None) => (DesktopWord::Looking.text(lang), p.subdued),
                (Standing::Unknown | Standing::Known(_), None) => ("", p.subdued),
            };
            text::paragraph_ui(ui, words, Face::regular(size::SMALL, color));

            let possible = fault.is_none_or(|fault| !fault.is_final());
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let exists = fault == Some(PathFault::Exists);
                let label = match field.purpose {
                    PathPurpose::Save if exists => DesktopWord::Replace.text(lang),
                    PathPurpose::Save | PathPurpose::Folder => Word::Save.text(lang),
                    PathPurpose::Open => DesktopWord::OpenIt.text(lang),
                };
                if primary_ui(ui, label, possible).clicked() {
                    commands.push(Command::AnswerPath { replacing: exists });
                }
                if quiet_ui(ui, Word::Cancel.text(lang), true).clicked() {
                    commands.push(Command::LeavePath);
                }
            });
            // Enter leaves a field of one line; what exists already is replaced by a click alone.
            let entered = response.lost_focus()
                && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            if entered {
                // The field goes when the path is found to be sound.
                commands.push(Command::AnswerPath { replacing: false });
                response.request_focus();
            }
        });
    if modal.should_close() {
        commands.push(Command::LeavePath);
    }
}

/// The next question finds an unfocused field.
pub(super) fn path_field_gone(ui: &Ui) {
    ui.data_mut(|data| data.remove::<bool>(Id::unique("path_field_focused")));
}
