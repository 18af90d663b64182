//! Asking for a path inside the window where the platform has no dialog for files: a Linux without a desktop portal
//! and without zenity, a remote session, a container.
//!
//! Whether there is a dialog is found out before it is asked ([`FileDialogs::offered`]). Should none come all the same,
//! the platform's library answers "nothing chosen" at once, as it does when a person leaves the dialog;
//! the two are told apart by time: nobody sees a dialog and leaves it within [`HUMAN`]. The job that asks waits on its
//! worker thread as it does for the platform's dialog; the window shows a field and sends the answer.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::{FileDialogs, FileQuestion, Wanted};
use crate::i18n::desktop::PathFault;
pub use crate::ui::PathPurpose;

/// Quicker than this, no person has answered.
const HUMAN: Duration = Duration::from_millis(300);

/// One question that waits for its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathQuestion {
    /// What is asked for.
    pub purpose: PathPurpose,
    /// In the words of the dialog that there is not.
    pub title: String,
    /// What stands in the field at first.
    pub suggestion: String,
}

/// What wakes the window.
type Wake = Box<dyn Fn() + Send + Sync>;

/// Dialogs of the platform, and a field in the window where there are none.
pub struct AskingDialogs<D> {
    platform: D,
    waiting: Mutex<Option<(PathQuestion, Sender<Option<PathBuf>>)>>,
    wake: Mutex<Option<Wake>>,
}

/// A lock that a fallen thread held is as good as any: the values are replaced whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<D: FileDialogs> AskingDialogs<D> {
    /// Asks `platform` first.
    pub fn new(platform: D) -> Self {
        Self { platform, waiting: Mutex::new(None), wake: Mutex::new(None) }
    }
}

/// A file in the folder of the question, or in that of this user, as a person would write it.
fn suggestion(question: &FileQuestion) -> String {
    let file_name = match &question.wanted {
        Wanted::Save(file_name, _) => file_name,
        Wanted::Open(..) | Wanted::Folder => "",
    };
    let home = || directories::UserDirs::new().map(|folders| folders.home_dir().to_owned());
    let folder = question.folder.clone().filter(|folder| folder.is_dir()).or_else(home);
    folder.unwrap_or_default().join(file_name).display().to_string()
}

impl<D: FileDialogs> FileDialogs for AskingDialogs<D> {
    fn ask(&self, question: &FileQuestion) -> Option<PathBuf> {
        if self.platform.offered() {
            let asked = Instant::now();
            let answer = self.platform.ask(question);
            if answer.is_some() || asked.elapsed() >= HUMAN {
                return answer;
            }
        }
        let (sender, receiver) = channel();
        let waiting = PathQuestion {
            purpose: question.wanted.purpose(),
            title: question.title.clone(),
            suggestion: suggestion(question),
        };
        *lock(&self.waiting) = Some((waiting, sender));
        if let Some(wake) = lock(&self.wake).as_ref() {
            wake();
        }
        // The window may be closed meanwhile; then nobody answers any more.
        receiver.recv().ok().flatten()
    }

    fn stands_against(&self, purpose: PathPurpose, path: &Path) -> Option<PathFault> {
        self.platform.stands_against(purpose, path)
    }

    fn wake_by(&self, wake: Box<dyn Fn() + Send + Sync>) {
        *lock(&self.wake) = Some(wake);
    }

    fn question(&self) -> Option<PathQuestion> {
        lock(&self.waiting).as_ref().map(|(question, _)| question.clone())
    }

    fn answer(&self, path: Option<PathBuf>) {
        if let Some((_, sender)) = lock(&self.waiting).take() {
            // Who asked may be gone.
            let _ = sender.send(path);
        }
    }
}

/// As [`AskingDialogs`], for a program that holds them behind a pointer.
pub(super) fn asking<D: FileDialogs + 'static>(platform: D) -> Arc<dyn FileDialogs> {
    Arc::new(AskingDialogs::new(platform))
}
