//! The field for a path while a job waits for one: what stands in it, whether it will do, and the answer.

use std::path::PathBuf;

use eframe::egui::Context;

use super::App;
use super::path_question::PathPurpose;
use crate::command::Command;
use crate::i18n::desktop::PathFault;
use crate::ui::PathField;

impl App {
    /// Shows the field when a job has begun to wait.
    pub(super) fn follow_question(&mut self) {
        match (self.dialogs.question(), &self.path_field) {
            (Some(question), None) => {
                let mut field = PathField {
                    title: question.title,
                    purpose: question.purpose,
                    text: question.suggestion,
                    fault: None,
                };
                field.fault = fault(&field);
                self.path_field = Some(field);
            }
            (None, Some(_)) => self.path_field = None,
            (Some(_), Some(_)) | (None, None) => {}
        }
    }

    /// Types into the field, answers, or leaves it.
    pub(super) fn use_path_field(&mut self, ctx: &Context, command: Command) {
        let Some(field) = &mut self.path_field else { return };
        match command {
            Command::TypePath(text) => {
                field.text = text;
                field.fault = fault(field);
            }
            Command::AnswerPath { replacing } => {
                // Another program may have been there since the last key.
                field.fault = fault(field);
                if field.fault.is_none_or(|fault| replacing && !fault.is_final()) {
                    let path = path_of(&field.text);
                    self.path_field = None;
                    self.dialogs.answer(Some(path));
                }
            }
            Command::LeavePath => {
                self.path_field = None;
                self.dialogs.answer(None);
            }
            _ => {}
        }
        ctx.request_repaint();
    }
}

/// As a shell would take it: quotation marks around it and `~` are what people paste and type.
fn path_of(text: &str) -> PathBuf {
    let text = text.trim();
    let bare = ['"', '\'']
        .into_iter()
        .find_map(|mark| text.strip_prefix(mark)?.strip_suffix(mark))
        .unwrap_or(text);
    let home = directories::UserDirs::new().map(|folders| folders.home_dir().to_owned());
    match (bare.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        (None, Some(home)) if bare == "~" => home,
        _ => PathBuf::from(bare),
    }
}

/// What stands against the path, if anything.
fn fault(field: &PathField) -> Option<PathFault> {
    let path = path_of(&field.text);
    if path.as_os_str().is_empty() {
        return Some(PathFault::Empty);
    }
    match (field.purpose, path.is_dir()) {
        (PathPurpose::Folder, there) => return (!there).then_some(PathFault::NoFolder),
        (PathPurpose::Open | PathPurpose::Save, true) => return Some(PathFault::Folder),
        (PathPurpose::Open, false) => return (!path.exists()).then_some(PathFault::Missing),
        (PathPurpose::Save, false) => {}
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if folder.is_some_and(|folder| !folder.is_dir()) {
        return Some(PathFault::NoFolder);
    }
    path.exists().then_some(PathFault::Exists)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault_of(text: &str, purpose: PathPurpose) -> Option<PathFault> {
        let field = PathField { title: String::new(), purpose, text: text.to_owned(), fault: None };
        fault(&field)
    }

    #[test]
    fn a_path_is_judged_while_it_is_typed() {
        let folder = tempfile::tempdir().expect("a folder");
        let there = folder.path().join("图 1.png");
        std::fs::write(&there, b"x").expect("written");
        let text = |path: &std::path::Path| path.display().to_string();
        assert_eq!(fault_of("  ", PathPurpose::Save), Some(PathFault::Empty));
        assert_eq!(fault_of(&text(folder.path()), PathPurpose::Save), Some(PathFault::Folder));
        assert_eq!(fault_of(&text(&there), PathPurpose::Save), Some(PathFault::Exists));
        assert_eq!(fault_of(&text(&there), PathPurpose::Open), None);
        assert_eq!(fault_of(&format!("\"{}\"", text(&there)), PathPurpose::Open), None);
        assert_eq!(
            fault_of(&text(&folder.path().join("no")), PathPurpose::Open),
            Some(PathFault::Missing)
        );
        assert_eq!(
            fault_of(&text(&folder.path().join("no/x.png")), PathPurpose::Save),
            Some(PathFault::NoFolder)
        );
        assert_eq!(fault_of(&text(&folder.path().join("new.png")), PathPurpose::Save), None);
        assert_eq!(fault_of(&text(folder.path()), PathPurpose::Folder), None);
        assert_eq!(fault_of("no/folder", PathPurpose::Folder), Some(PathFault::NoFolder));
        assert_eq!(fault_of("new.png", PathPurpose::Save), None);
    }
}
