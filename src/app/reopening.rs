//! The report of last time at the start: it is waited for a moment, so that nothing else is seen before it, and not longer.
//!
//! A drive that is gone may keep a reader for a minute. The window then begins with the bundled report, and the other
//! comes when it comes, unless something else has been opened since.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, channel};
use std::time::Duration;

use super::desktop::{name, place_and_reason};
use super::open::{self, Opened};
use super::{App, last_place};
use crate::i18n::desktop;
use crate::notice::NoticeKind;
use crate::settings::{LastPlace, Settings};
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
    /// From where it may come yet.
    pub late: Option<Receiver<Opened>>,
}

/// The report of last time that is still being read. It is no job: nobody has asked for it, and nothing waits for it.
pub(super) struct Late {
    /// From where it comes.
    pub receiver: Receiver<Opened>,
    /// Where one was in it.
    pub place: Option<LastPlace>,
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
            Ok(Err(failure)) => Self { not_reopened: Some(failure), ..with(open::bundled()) },
            Err(late) => Self { late, ..with(open::bundled()) },
        }
    }
}

/// What `work` brings within `patience`, or from where it will come; from nowhere if there is no thread, or it falls.
fn soon<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
    patience: Duration,
    wake: impl FnOnce() + Send + 'static,
) -> Result<T, Option<Receiver<T>>> {
    let (sender, receiver) = channel();
    let _ = std::thread::Builder::new().name("reopen".to_owned()).spawn(move || {
        let _ = sender.send(work());
        wake();
    });
    receiver.recv_timeout(patience).map_err(|error| match error {
        RecvTimeoutError::Timeout => Some(receiver),
        RecvTimeoutError::Disconnected => None,
    })
}

impl App {
    /// Shows the report of last time where one was in it, if it has come, unless another has been asked for since.
    pub(super) fn follow_late(&mut self) {
        let come = match self.late.as_ref().map(|late| late.receiver.try_recv()) {
            Some(Ok(opened)) => Some(opened),
            Some(Err(TryRecvError::Disconnected)) => None,
            Some(Err(TryRecvError::Empty)) | None => return,
        };
        let place = self.late.take().and_then(|late| late.place);
        match come {
            Some(Ok(document)) => {
                self.show_opened(Ok(document));
                self.state.settings.last = place;
                last_place::go_on(&mut self.state);
                self.begin_history();
                self.state.refresh();
            }
            Some(Err(failure)) => self.tell_not_reopened(&failure),
            None => {}
        }
    }

    /// Says that the report of last time could not be opened.
    pub(super) fn tell_not_reopened(&mut self, failure: &Failure) {
        let what = desktop::not_reopened(&name(&failure.path));
        let next = Some(place_and_reason(failure));
        let path: Option<PathBuf> = Some(failure.path.clone());
        self.state.notices.post(self.state.now, NoticeKind::Problem, what, next, path);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use eframe::egui::Context;

    use super::super::{PlatformDialogs, Start};
    use super::*;
    use crate::i18n::Lang;
    use crate::model::SectionId;

    const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.report.ron");

    #[test]
    fn what_comes_soon_is_waited_for_and_what_does_not_comes_later() {
        assert_eq!(soon(|| 7, Duration::from_secs(20), || {}).ok(), Some(7));
        let (go, wait) = channel::<()>();
        let late = soon(move || wait.recv().map(|()| 7), Duration::from_millis(1), || {});
        let late = late.expect_err("it hangs").expect("it goes on");
        go.send(()).expect("it waits");
        assert_eq!(late.recv(), Ok(Ok(7)));
    }

    #[test]
    fn a_late_report_of_last_time_is_shown_where_one_was_and_nothing_is_forgotten_meanwhile() {
        let start = Start {
            file: None,
            settings_path: None,
            lang: Lang::En,
            dialogs: Arc::new(PlatformDialogs),
        };
        let mut app = App::new(&Context::default(), start);
        let (send, receiver) = channel();
        let place = Some(LastPlace {
            report: "small-2022".to_owned(),
            section: Some("2".to_owned()),
            ..LastPlace::default()
        });
        let late = |receiver| Some(Late { receiver, place: place.clone() });
        app.state.settings.last_file = Some(SMALL.into());
        app.late = late(receiver);
        app.opened();
        app.save_settings();
        app.follow_late();
        assert_eq!(app.state.settings.last_file, Some(SMALL.into()), "nothing is forgotten");
        assert!(app.late.is_some() && app.jobs.running() == 0, "nor is anything kept from doing");
        send.send(open::file(SMALL.as_ref())).expect("it is waited for");
        app.follow_late();
        let report = app.state.report().map(|report| report.id().to_string());
        assert_eq!(report.as_deref(), Some("small-2022"));
        assert_eq!(app.state.section.as_ref().map(SectionId::as_str), Some("2"));
        assert!(app.late.is_none());
        // Another is asked for before it comes.
        let (_send, receiver) = channel();
        app.late = late(receiver);
        app.show_opened(open::bundled());
        assert!(app.late.is_none());
    }
}
