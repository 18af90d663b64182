//! The report of last time at the start: it is waited for a moment, so that nothing else is seen before it, and not longer.
//!
//! A drive that is gone may keep a reader for a minute. The window then begins with the bundled report, and the other
//! comes when it comes; a person who has begun something meanwhile is told that it is there, and not taken away from it.
//!
//! Whatever keeps it from being shown, what is remembered of it stays until another one has been opened: the drive may
//! be there the next time.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Duration;

use super::desktop::{name, place_and_reason};
use super::open::{self, Opened};
use super::{App, last_place};
use crate::i18n::desktop;
use crate::model::Bilingual;
use crate::notice::NoticeKind;
use crate::settings::Settings;
use crate::ui::Failure;

/// So long the first frame waits: longer than a large report takes from a drive that answers.
const PATIENCE: Duration = Duration::from_millis(1500);

/// The report to begin with when none is named: that of last time, where the settings say so.
pub(super) fn report_of_last_time(settings: &Settings) -> Option<&Path> {
    settings.last_file.as_deref().filter(|_| settings.reopen)
}

/// What the window begins with.
pub(super) struct Beginning {
    /// The report that is shown.
    pub opened: Opened,
    /// Why that of last time is not.
    pub not_reopened: Option<Failure>,
    /// That of last time, where it is not shown.
    pub late: Option<Late>,
}

/// The report of last time, while another one is shown: what is remembered of it stays.
pub(super) struct Late {
    /// From where it may come yet. That is no job: nobody has asked for it, and nothing waits for it.
    pub coming: Option<Receiver<Opened>>,
    /// A person has begun something since.
    pub begun: bool,
}

impl Beginning {
    /// With the file that was named, the one of last time, or the bundled report; `wake` is called when one comes late.
    pub fn of(
        named: Option<&Path>,
        last: Option<&Path>,
        wake: impl FnOnce() + Send + 'static,
    ) -> Self {
        let with = |opened| Self { opened, not_reopened: None, late: None };
        let path = match (named, last) {
            (Some(path), _) => return with(open::file(path)),
            (None, None) => return with(open::bundled()),
            (None, Some(path)) => path.to_owned(),
        };
        match soon(move || open::file(&path), PATIENCE, wake) {
            Ok(Ok(document)) => with(Ok(document)),
            Ok(Err(failure)) => {
                let late = Some(Late { coming: None, begun: false });
                Self { not_reopened: Some(failure), late, ..with(open::bundled()) }
            }
            Err(coming) => {
                let late = Some(Late { coming: Some(coming), begun: false });
                Self { late, ..with(open::bundled()) }
            }
        }
    }
}

/// What `work` brings within `patience`, or from where it will come; from nowhere if there is no thread, or it falls.
fn soon<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
    patience: Duration,
    wake: impl FnOnce() + Send + 'static,
) -> Result<T, Receiver<T>> {
    let (sender, receiver) = channel();
    let _ = std::thread::Builder::new().name("reopen".to_owned()).spawn(move || {
        if let Ok(brought) = catch_unwind(AssertUnwindSafe(work)) {
            let _ = sender.send(brought);
        }
        drop(sender);
        wake();
    });
    receiver.recv_timeout(patience).map_err(|_| receiver)
}

impl App {
    /// Takes note that a person has begun something: it is not taken away by what comes late.
    pub(super) fn begun(&mut self) {
        if let Some(late) = &mut self.late {
            late.begun = true;
        }
    }

    /// Shows the report of last time where one was in it, if it has come; says that it is there, if something else has
    /// been begun since.
    pub(super) fn follow_late(&mut self) {
        let Some(Late { coming, begun }) = &mut self.late else { return };
        let come = match coming.as_ref().map(Receiver::try_recv) {
            Some(Ok(opened)) => Some(opened),
            Some(Err(TryRecvError::Disconnected)) => None,
            Some(Err(TryRecvError::Empty)) | None => return,
        };
        *coming = None;
        match come {
            Some(Ok(document)) if *begun => {
                let Some(path) = document.file else { return };
                let (what, next) = (desktop::come_late(&name(&path)), desktop::come_late_next());
                let now = self.state.now;
                self.state.notices.post(now, NoticeKind::Done, what, Some(next), Some(path));
            }
            Some(Ok(document)) => {
                let place = self.state.settings.last.clone();
                self.show_opened(Ok(document));
                self.state.settings.last = place;
                last_place::go_on(&mut self.state);
                self.begin_history();
                self.state.refresh();
            }
            Some(Err(failure)) => self.tell_not_reopened(&failure),
            None => {
                if let Some(path) = self.state.settings.last_file.clone() {
                    self.not_reopened(path, desktop::reading_broke_off());
                }
            }
        }
    }

    /// Says that the report of last time could not be opened.
    pub(super) fn tell_not_reopened(&mut self, failure: &Failure) {
        self.not_reopened(failure.path.clone(), place_and_reason(failure));
    }

    fn not_reopened(&mut self, path: PathBuf, reason: Bilingual) {
        self.problem(desktop::not_reopened(&name(&path)), Some(reason), Some(path));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use eframe::egui::Context;

    use super::super::{PlatformDialogs, Start};
    use super::*;
    use crate::command::{Command, TableCommand};
    use crate::i18n::Lang;
    use crate::model::SectionId;
    use crate::settings::LastPlace;

    const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.report.ron");

    #[test]
    fn what_comes_soon_is_waited_for_and_what_does_not_comes_later() {
        assert_eq!(soon(|| 7, Duration::from_secs(20), || {}).ok(), Some(7));
        let (go, wait) = channel::<()>();
        let late = soon(move || wait.recv().map(|()| 7), Duration::from_millis(1), || {});
        let late = late.expect_err("it hangs");
        go.send(()).expect("it waits");
        assert_eq!(late.recv(), Ok(Ok(7)));
    }

    /// A window with the bundled report, while that of last time is what `receiver` brings.
    fn waiting(receiver: Receiver<Opened>) -> App {
        let dialogs = Arc::new(PlatformDialogs);
        let start = Start { file: None, settings_path: None, lang: Lang::En, dialogs };
        let mut app = App::new(&Context::default(), start);
        app.late = Some(Late { coming: Some(receiver), begun: false });
        app.state.settings.last_file = Some(SMALL.into());
        app.state.settings.last = Some(place());
        app
    }

    /// Where one was in it.
    fn place() -> LastPlace {
        let (report, section) = ("small-2022".to_owned(), Some("2".to_owned()));
        LastPlace { report, section, ..LastPlace::default() }
    }

    fn report(app: &App) -> &str {
        app.state.report().expect("one is open").id().as_str()
    }

    /// Asserts that the next start begins where the last one ended.
    fn assert_remembered(app: &mut App) {
        app.opened();
        app.save_settings();
        assert_eq!(app.state.settings.last_file, Some(SMALL.into()));
        assert_eq!(app.state.settings.last, Some(place()));
    }

    #[test]
    fn a_late_report_of_last_time_is_shown_where_one_was_and_nothing_is_forgotten_meanwhile() {
        let (send, receiver) = channel();
        let mut app = waiting(receiver);
        app.follow_late();
        assert_remembered(&mut app);
        assert_eq!(app.jobs.running(), 0, "nor is anything kept from doing");
        send.send(open::file(SMALL.as_ref())).expect("it is waited for");
        app.follow_late();
        assert_eq!(report(&app), "small-2022");
        assert_eq!(app.state.section.as_ref().map(SectionId::as_str), Some("2"));
        assert!(app.late.is_none());
        // Another is opened before it comes.
        let mut app = waiting(channel().1);
        app.show_opened(open::bundled());
        assert!(app.late.is_none() && app.state.settings.last_file.is_none());
    }

    #[test]
    fn a_late_report_of_last_time_never_replaces_what_a_person_has_begun() {
        let (send, receiver) = channel();
        let mut app = waiting(receiver);
        let bundled = report(&app).to_owned();
        let ctx = Context::default();
        app.execute(&ctx, Command::Table(TableCommand::Search("gdp".to_owned())));
        send.send(open::file(SMALL.as_ref())).expect("it is waited for");
        app.follow_late();
        assert_eq!(report(&app), bundled);
        assert_eq!(app.state.filters.search, "gdp");
        let notice = app.state.notices.latest().expect("it is told");
        assert!(notice.what.en.contains("small.report.ron"), "{}", notice.what.en);
        let next = notice.next.as_ref().expect("how to open it");
        assert_eq!(next.en, "To open it: More → Recent.");
        assert_eq!(next.zh, "要打开它，请点“更多”→“最近打开”。");
        assert_remembered(&mut app);
    }

    #[test]
    fn a_report_of_last_time_that_cannot_be_read_is_told_of_and_remembered_until_another_is_opened()
    {
        // Late, or falling over while it is read.
        for failure in [Some(open::file("/nowhere/small.report.ron".as_ref())), None] {
            let (send, receiver) = channel();
            let mut app = waiting(receiver);
            if let Some(failure) = failure {
                send.send(failure).expect("it is waited for");
            }
            drop(send);
            app.follow_late();
            let notice = app.state.notices.latest().expect("it is told");
            assert!(notice.what.en.contains("small.report.ron"), "{}", notice.what.en);
            assert_remembered(&mut app);
            app.show_opened(open::bundled());
            assert_eq!(app.state.settings.last_file, None);
        }
    }
}
