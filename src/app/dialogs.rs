//! Asking for files. A trait, so that a test can answer instead of a person.

use std::path::{Path, PathBuf};

use super::path_question::PathQuestion;

/// The questions; each blocks until it is answered, so they are asked on worker threads.
pub trait FileDialogs: Send + Sync {
    /// Which report to open; `None` when the person leaves the dialog.
    fn report_to_open(&self, title: &str, kind: &str) -> Option<PathBuf>;

    /// Which file is the report's text; nobody answers unless the dialogs say otherwise.
    fn text_to_open(&self, _title: &str, _kind: &str) -> Option<PathBuf> {
        None
    }

    /// Where to put a picture; the platform's dialog asks before a file is replaced.
    fn picture_to_save(
        &self,
        title: &str,
        folder: Option<&Path>,
        file_name: &str,
        extension: &str,
    ) -> Option<PathBuf>;

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

    /// Into which folder to put many pictures. Who cannot be asked chooses none.
    fn folder_to_save(&self, title: &str, folder: Option<&Path>) -> Option<PathBuf> {
        let _ = (title, folder);
        None
    }
}

/// The dialogs of the platform.
#[derive(Debug, Clone, Copy, Default)]
pub struct PlatformDialogs;

impl FileDialogs for PlatformDialogs {
    fn report_to_open(&self, title: &str, kind: &str) -> Option<PathBuf> {
        rfd::FileDialog::new()
            .set_title(title)
            .add_filter(kind, &["ron", "png", "svg", "pdf"])
            .pick_file()
    }

    fn text_to_open(&self, title: &str, kind: &str) -> Option<PathBuf> {
        rfd::FileDialog::new().set_title(title).add_filter(kind, &["txt"]).pick_file()
    }

    fn picture_to_save(
        &self,
        title: &str,
        folder: Option<&Path>,
        file_name: &str,
        extension: &str,
    ) -> Option<PathBuf> {
        let mut dialog = rfd::FileDialog::new()
            .set_title(title)
            .set_file_name(file_name)
            .add_filter(extension.to_uppercase(), &[extension]);
        if let Some(folder) = folder.filter(|folder| folder.is_dir()) {
            dialog = dialog.set_directory(folder);
        }
        dialog.save_file()
    }

    fn folder_to_save(&self, title: &str, folder: Option<&Path>) -> Option<PathBuf> {
        let mut dialog = rfd::FileDialog::new().set_title(title);
        if let Some(folder) = folder.filter(|folder| folder.is_dir()) {
            dialog = dialog.set_directory(folder);
        }
        dialog.pick_folder()
    }
}
