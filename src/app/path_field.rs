//! The field for a path while a job waits for one: what stands in it, whether it will do, and the answer.
//!
//! The disk is asked on a thread, and only when the typing has rested: a folder on a network that does not answer
//! may take minutes, and the window goes on meanwhile.

use std::path::{Path, PathBuf};
use std::time::Duration;

use eframe::egui::Context;

use super::App;
use super::path_question::PathPurpose;
use crate::command::Command;
use crate::i18n::desktop::PathFault;
use crate::jobs::Jobs;
use crate::ui::{PathField, Standing};

/// So long after the last key the disk is asked.
const REST: f64 = 0.25;

/// What the disk says of a text in the field.
pub(super) struct Judged {
    of: (PathPurpose, String),
    path: PathBuf,
    fault: Option<PathFault>,
}

/// Who asks the disk, and when.
pub(super) struct Judge {
    jobs: Jobs<Judged>,
    /// When the disk is asked about what is in the field; `None` when it has been.
    due: Option<f64>,
    /// What it has been asked about without having answered: the same need not be asked again.
    asked: Option<(PathPurpose, String)>,
}

impl Judge {
    /// `wake` is called when there is an answer.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self { jobs: Jobs::new(wake), due: None, asked: None }
    }
}

impl App {
    /// Shows the field when a job has begun to wait, and what stands against its path when that is known.
    pub(super) fn follow_question(&mut self, ctx: &Context) {
        match (self.dialogs.question(), &self.path_field) {
            (Some(question), None) => {
                self.path_field = Some(PathField {
                    title: question.title,
                    purpose: question.purpose,
                    text: question.suggestion,
                    standing: Standing::Unknown,
                });
                self.judge.due = Some(self.state.now);
            }
            (None, Some(_)) => self.path_field = None,
            (Some(_), Some(_)) | (None, None) => {}
        }
        for judged in self.judge.jobs.finished() {
            self.take_judged(judged);
        }
        if let (Some(due), Some(_)) = (self.judge.due, &self.path_field) {
            let left = due - self.state.now;
            if left > 0.0 {
                ctx.request_repaint_after(Duration::from_secs_f64(left));
            } else {
                self.ask_disk();
            }
        }
    }

    /// Asks on a thread of its own: one that waits for a dead network keeps no other from answering.
    fn ask_disk(&mut self) {
        self.judge.due = None;
        let Some(field) = &self.path_field else { return };
        let of = (field.purpose, field.text.clone());
        if self.judge.asked.as_ref() == Some(&of) {
            return;
        }
        let (dialogs, asked, fallen) = (self.dialogs.clone(), of.clone(), of.clone());
        let work = move || {
            let path = path_of(&asked.1);
            let fault = dialogs.stands_against(asked.0, &path);
            Some(Judged { of: asked, path, fault })
        };
        let fall = || Judged { of: fallen, path: PathBuf::new(), fault: Some(PathFault::Empty) };
        match self.judge.jobs.start("path", work, fall) {
            Ok(()) => self.judge.asked = Some(of),
            Err(error) => self.no_thread(&error),
        }
    }

    /// Takes in what the disk says, unless something else has been typed since.
    fn take_judged(&mut self, judged: Judged) {
        self.judge.asked.take_if(|asked| *asked == judged.of);
        let Some(field) = &mut self.path_field else { return };
        if (field.purpose, &field.text) != (judged.of.0, &judged.of.1) {
            return;
        }
        let taken = match field.standing {
            Standing::Answered { replacing } => {
                judged.fault.is_none_or(|fault| replacing && !fault.is_final())
            }
            Standing::Unknown | Standing::Known(_) => false,
        };
        field.standing = Standing::Known(judged.fault);
        if taken {
            self.path_field = None;
            self.dialogs.answer(Some(judged.path));
        }
    }

    /// Types into the field, answers, or leaves it.
    pub(super) fn use_path_field(&mut self, ctx: &Context, command: Command) {
        let Some(field) = &mut self.path_field else { return };
        match command {
            Command::TypePath(text) => {
                field.text = text;
                field.standing = Standing::Unknown;
                self.judge.due = Some(self.state.now + REST);
            }
            Command::AnswerPath { replacing } => {
                // Another program may have been there since the last key.
                field.standing = Standing::Answered { replacing };
                self.ask_disk();
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

/// What stands against the path, if anything; asks the disk.
pub(super) fn fault(purpose: PathPurpose, path: &Path) -> Option<PathFault> {
    if path.as_os_str().is_empty() {
        return Some(PathFault::Empty);
    }
    match (purpose, path.is_dir()) {
        (PathPurpose::Folder, true) => return None,
        (PathPurpose::Open | PathPurpose::Save, true) => return Some(PathFault::Folder),
        (PathPurpose::Open, false) => return (!path.exists()).then_some(PathFault::Missing),
        (PathPurpose::Save | PathPurpose::Folder, false) => {}
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if folder.is_some_and(|folder| !folder.is_dir()) {
        return Some(PathFault::NoFolder);
    }
    match (purpose, path.exists()) {
        (_, false) => None,
        // A new folder is made; a file is none.
        (PathPurpose::Folder, true) => Some(PathFault::NoFolder),
        (PathPurpose::Save | PathPurpose::Open, true) => Some(PathFault::Exists),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc::{Receiver, channel};
    use std::sync::{Arc, Mutex};
    use std::time::Instant;

    use super::super::{FileDialogs, FileQuestion, PathQuestion, Start};
    use crate::i18n::Lang;

    /// A disk that answers when it is told to.
    struct Slow {
        asked: AtomicUsize,
        go: Mutex<Receiver<()>>,
    }

    impl FileDialogs for Slow {
        fn ask(&self, _: &FileQuestion) -> Option<PathBuf> {
            None
        }

        fn stands_against(&self, _: PathPurpose, _: &Path) -> Option<PathFault> {
            self.asked.fetch_add(1, Ordering::SeqCst);
            self.go.lock().expect("nobody falls").recv().ok();
            None
        }

        fn question(&self) -> Option<PathQuestion> {
            let (purpose, title) = (PathPurpose::Open, String::new());
            Some(PathQuestion { purpose, title, suggestion: "/far/a.report.ron".to_owned() })
        }
    }

    #[test]
    fn a_disk_that_does_not_answer_is_not_asked_the_same_again() {
        let (go, wait) = channel();
        let slow = Arc::new(Slow { asked: AtomicUsize::new(0), go: Mutex::new(wait) });
        let ctx = Context::default();
        let dialogs = Arc::clone(&slow) as Arc<dyn FileDialogs>;
        let start = Start { file: None, settings_path: None, lang: Lang::En, dialogs };
        let mut app = App::new(&ctx, start);
        app.follow_question(&ctx);
        for _ in 0..5 {
            app.use_path_field(&ctx, Command::AnswerPath { replacing: false });
        }
        assert_eq!(app.judge.jobs.running(), 1);
        go.send(()).expect("it waits");
        let patience = Instant::now() + Duration::from_secs(20);
        // The answer to the first one is the answer to all.
        while app.path_field.is_some() {
            assert!(Instant::now() < patience, "no answer");
            for judged in app.judge.jobs.finished() {
                app.take_judged(judged);
            }
            std::thread::yield_now();
        }
        assert_eq!(slow.asked.load(Ordering::SeqCst), 1);
    }

    #[test]
    fn the_answer_to_another_question_about_the_same_path_is_not_taken_for_this_one() {
        let ctx = Context::default();
        let dialogs = Arc::new(Slow { asked: AtomicUsize::new(0), go: Mutex::new(channel().1) });
        let start = Start { file: None, settings_path: None, lang: Lang::En, dialogs };
        let mut app = App::new(&ctx, start);
        app.follow_question(&ctx);
        let field = app.path_field.as_mut().expect("the question");
        let of = |purpose| (purpose, field.text.clone());
        let [open, save] = [of(PathPurpose::Open), of(PathPurpose::Save)];
        // It was left, and the field asks where to save now.
        field.purpose = PathPurpose::Save;
        field.standing = Standing::Unknown;
        app.judge.asked = Some(open.clone());
        app.use_path_field(&ctx, Command::AnswerPath { replacing: false });
        assert_eq!(app.judge.asked, Some(save), "the disk is asked again");
        let fault = Some(PathFault::Missing);
        app.take_judged(Judged { of: open, path: PathBuf::new(), fault });
        let standing = &app.path_field.as_ref().expect("it waits").standing;
        assert!(matches!(standing, Standing::Answered { .. }), "{standing:?}");
    }

    fn fault_of(text: &str, purpose: PathPurpose) -> Option<PathFault> {
        fault(purpose, &path_of(text))
    }

    #[test]
    fn a_path_is_judged_by_what_it_is_for() {
        let folder = tempfile::tempdir().expect("a folder");
        let there = folder.path().join("图 1.png");
        std::fs::write(&there, b"x").expect("written");
        let text = |path: &Path| path.display().to_string();
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
        let new = folder.path().join("new");
        assert_eq!(fault_of(&text(&new), PathPurpose::Folder), None, "it will be made");
        assert_eq!(fault_of(&text(&there), PathPurpose::Folder), Some(PathFault::NoFolder));
        assert_eq!(fault_of("new.png", PathPurpose::Save), None);
    }
}
