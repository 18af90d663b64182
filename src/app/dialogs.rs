//! Asking for files. A trait with one question, so that a test can answer instead of a person.

use std::path::{Path, PathBuf};

use super::path_field;
use super::path_question::PathQuestion;
use crate::export::IfExists;
use crate::i18n::desktop::PathFault;
use crate::ui::PathPurpose;

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileQuestion {
    /// What the dialog is headed with.
    pub title: String,
    /// What is asked for.
    pub wanted: Wanted,
    /// The folder to begin in; the system's choice where it is not there.
    pub folder: Option<PathBuf>,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// A file that is there: what such files are called, and how their names end.
    Open(String, &'static [&'static str]),
    /// A file to write: its name, and how it ends.
    Save(String, &'static str),
    /// A folder to write into.
    Folder,
}

impl Wanted {
    /// What is done with the path.
    #[must_use]
    pub fn purpose(&self) -> PathPurpose {
        match self {
            Self::Open(..) => PathPurpose::Open,
            Self::Save(..) => PathPurpose::Save,
            Self::Folder => PathPurpose::Folder,
        }
    }
}

/// Who answers.
pub trait FileDialogs: Send + Sync {
    /// The path, or `None` when the person leaves the dialog. It blocks until then, so it is asked on worker threads.
    ///
    /// The platform's dialog asks before a file is replaced.
    fn ask(&self, question: &FileQuestion) -> Option<PathBuf>;

    /// Whether there are dialogs to ask with; answered within two seconds.
    fn offered(&self) -> bool {
        true
    }

    /// What stands against a path that a person writes; the disk may take its time, so it is asked on worker threads.
    fn stands_against(&self, purpose: PathPurpose, path: &Path) -> Option<PathFault> {
        path_field::fault(purpose, path)
    }

    /// How to wake the window when a question waits in [`Self::question`].
    fn wake_by(&self, wake: Box<dyn Fn() + Send + Sync>) {
        drop(wake);
    }

    /// A question that the window itself has to ask, because the platform cannot.
    fn question(&self) -> Option<PathQuestion> {
        None
    }

    /// The answer to [`Self::question`]; `None` when the person leaves it.
    fn answer(&self, path: Option<PathBuf>) {
        let _ = path;
    }
}

/// Where a person wants a new file.
pub(super) struct NewPlace {
    /// Its path, with its ending.
    pub path: PathBuf,
    /// What may happen to a file that is there: whoever has named it has been asked already.
    pub if_exists: IfExists,
}

impl dyn FileDialogs {
    /// Asks where a new file is to stand; `None` when the person leaves the dialog.
    ///
    /// Some dialogs leave the ending to the application; nobody has been asked about the file that has it. Another one
    /// than `ending` is a part of the name: 沈阳 2022.1 月.
    pub(super) fn new_place(
        &self,
        title: &str,
        file_name: String,
        ending: &'static str,
        folder: Option<PathBuf>,
    ) -> Option<NewPlace> {
        let (title, wanted) = (title.to_owned(), Wanted::Save(file_name, ending));
        let path = self.ask(&FileQuestion { title, wanted, folder })?;
        Some(if path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending)) {
            NewPlace { path, if_exists: IfExists::Overwrite }
        } else {
            NewPlace { path: path.with_added_extension(ending), if_exists: IfExists::Refuse }
        })
    }
}

/// The dialogs of the platform.
#[derive(Debug, Clone, Copy, Default)]
pub struct PlatformDialogs;

impl FileDialogs for PlatformDialogs {
    fn ask(&self, question: &FileQuestion) -> Option<PathBuf> {
        let mut dialog = rfd::FileDialog::new().set_title(&question.title);
        if let Some(folder) = question.folder.as_ref().filter(|folder| folder.is_dir()) {
            dialog = dialog.set_directory(folder);
        }
        match &question.wanted {
            Wanted::Open(kind, endings) => dialog.add_filter(kind, endings).pick_file(),
            Wanted::Save(file_name, ending) => dialog
                .set_file_name(file_name)
                .add_filter(ending.to_uppercase(), &[ending])
                .save_file(),
            Wanted::Folder => dialog.pick_folder(),
        }
    }

    #[cfg(target_os = "linux")]
    fn offered(&self) -> bool {
        super::portal::answers()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A dialog in which someone writes this name.
    struct Named(&'static str);

    impl FileDialogs for Named {
        fn ask(&self, _: &FileQuestion) -> Option<PathBuf> {
            Some(self.0.into())
        }
    }

    #[test]
    fn a_new_file_has_the_ending_of_its_kind_and_replaces_only_what_was_named() {
        for (named, path, if_exists) in [
            ("chart.png", "chart.png", IfExists::Overwrite),
            ("chart.PNG", "chart.PNG", IfExists::Overwrite),
            ("chart", "chart.png", IfExists::Refuse),
            ("沈阳 2022.1 月", "沈阳 2022.1 月.png", IfExists::Refuse),
            ("chart.svg", "chart.svg.png", IfExists::Refuse),
        ] {
            let dialogs: &dyn FileDialogs = &Named(named);
            let place = dialogs.new_place("", String::new(), "png", None).expect("answered");
            assert_eq!((place.path.to_str(), place.if_exists), (Some(path), if_exists));
        }
    }
}
