//! What the desktop and other programs bring: files handed over by another start, files that change while they are open,
//! the report of last time, files opened before.

use std::path::{Path, PathBuf};

use eframe::egui::{Context, UserAttentionType, ViewportCommand};

use super::watch::Happened;
use super::{App, Outcome, open};
use crate::i18n::desktop::{self, Job};
use crate::i18n::{both, window};
use crate::model::Bilingual;
use crate::notice::NoticeKind;
use crate::settings::MOST_RECENT;
use crate::ui::Failure;

/// The name of a file for a sentence.
pub(super) fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

impl App {
    /// Takes in what happened outside.
    pub(super) fn follow_desktop(&mut self, ctx: &Context) {
        for event in self.watch.happened() {
            match event {
                Happened::HandedOver(file) => {
                    ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
                    ctx.send_viewport_cmd(ViewportCommand::Focus);
                    // Where a window may not come to the front by itself, it asks.
                    let attention = UserAttentionType::Informational;
                    ctx.send_viewport_cmd(ViewportCommand::RequestUserAttention(attention));
                    if let Some(file) = file {
                        self.open_file(file);
                    }
                }
                Happened::Changed(path) => {
                    self.rereads_asked += 1;
                    let request = self.rereads_asked;
                    self.start("read again", Job::ReadAgain, move || {
                        let opened = open::file(&path);
                        Some(Outcome::ReadAgain(request, path, opened))
                    });
                }
            }
        }
    }

    /// Remembers and watches what is open now.
    pub(super) fn opened(&mut self) {
        let document = self.state.content.as_ref().ok();
        let file = document.and_then(|document| document.file.clone());
        self.watch.file(file.as_deref(), document.and_then(|document| document.stamp));
        if self.late.is_some() {
            return;
        }
        let settings = &mut self.state.settings;
        if let Some(file) = &file {
            settings.recent.retain(|former| former != file);
            settings.recent.insert(0, file.clone());
            settings.recent.truncate(MOST_RECENT);
        }
        let told = settings.last_file == file;
        settings.last_file = file;
        // The bundled report at the start is nothing to write down.
        if !told {
            self.save_settings();
        }
    }

    /// Shows the changed file where it can be read; else what it said before stays, with a notice.
    ///
    /// What is not the last reading that was asked for comes too late: the file says something newer.
    pub(super) fn read_again(&mut self, request: u64, path: PathBuf, opened: open::Opened) {
        let is_open = self.state.content.as_ref().ok().and_then(|document| document.file.as_ref());
        if is_open != Some(&path) || request != self.rereads_asked {
            return;
        }
        let now = self.state.now;
        self.state.notices.withdraw_problems(&path);
        match opened {
            Ok(document) => {
                self.state.show_again(document);
                // The places in the text are those of the figures that there were.
                self.attach_text_again();
                self.begin_history();
                let what = desktop::reloaded(&name(&path));
                self.state.notices.post(now, NoticeKind::Done, what, None, None);
            }
            Err(failure) => {
                let what = desktop::broken(&name(&path));
                let next = Some(place_and_reason(&failure));
                self.state.notices.post(now, NoticeKind::Problem, what, next, Some(path));
            }
        }
    }

    /// Says where the report on the last run's fault is.
    pub(super) fn tell_of_the_fall(&mut self, record: PathBuf) {
        self.state.notices.post(0.0, NoticeKind::Problem, desktop::fell(), None, Some(record));
    }
}

pub(super) fn place_and_reason(failure: &Failure) -> Bilingual {
    match failure.position {
        None => failure.what.clone(),
        Some((line, column)) => both(|lang| {
            let place = window::line_and_column(line, column, lang);
            let colon = lang.choose("：", ": ");
            format!("{place}{colon}{}", lang.pick(&failure.what))
        }),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::{Duration, Instant};

    use super::*;
    use crate::app::instance::Meeting;
    use crate::app::watch::Watch;
    use crate::app::{PlatformDialogs, Start};
    use crate::bundled;
    use crate::i18n::Lang;

    #[test]
    fn an_older_state_of_the_file_does_not_come_after_the_newest() {
        let small = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.report.ron");
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("open.report.ron");
        std::fs::copy(small, &file).expect("copied");
        let dialogs = Arc::new(PlatformDialogs);
        let start =
            Start { file: Some(file.clone()), settings_path: None, lang: Lang::En, dialogs };
        let mut app = App::new(&Context::default(), start);
        let figures = |app: &App| app.state.report().expect("open").figures().len();
        let all = figures(&app);
        let newest = open::file(&file);
        let older = Ok(open::bundled().expect("it opens"));
        // Two changes, and the reading of the first one takes longer.
        app.rereads_asked = 2;
        app.take(Outcome::ReadAgain(2, file.clone(), newest));
        assert_eq!(figures(&app), all);
        app.take(Outcome::ReadAgain(1, file.clone(), older));
        assert_eq!(figures(&app), all);
        // What is opened anew is newer than what was being read again.
        let newest = open::file(&file);
        app.show_opened(newest);
        app.take(Outcome::ReadAgain(2, file, Ok(open::bundled().expect("it opens"))));
        assert_eq!(figures(&app), all);
    }

    #[test]
    fn a_text_that_is_being_read_is_asked_for_again_when_its_report_has_changed() {
        let data = |name: &str| {
            PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data")).join(name)
        };
        let (file, text) = (data("small.report.ron"), data("small.txt"));
        let dialogs = Arc::new(PlatformDialogs);
        let start =
            Start { file: Some(file.clone()), settings_path: None, lang: Lang::En, dialogs };
        let mut app = App::new(&Context::default(), start);
        app.attach_text(text.clone(), true);
        let former = app.texts_asked;
        app.take(Outcome::ReadAgain(app.rereads_asked, file.clone(), open::file(&file)));
        assert!(app.texts_asked > former, "the places of the former report are of no use");
        let patience = Instant::now() + Duration::from_secs(20);
        while app.state.reading.opened.is_none() {
            assert!(Instant::now() < patience, "the text did not come");
            for outcome in app.jobs.finished() {
                app.take(outcome);
            }
            std::thread::yield_now();
        }
        assert_eq!(app.state.settings.texts.values().next(), Some(&text));
    }

    #[test]
    fn a_link_that_another_start_hands_over_is_followed_in_the_window_that_is_there() {
        let folder = tempfile::tempdir().expect("a folder");
        let meeting = Meeting::at(folder.path(), ":0");
        let receiving = Arc::new(meeting.receive().expect("the first"));
        let ctx = Context::default();
        let dialogs = Arc::new(PlatformDialogs);
        let start = Start { file: None, settings_path: None, lang: Lang::En, dialogs };
        let mut app = App::new(&ctx, start);
        app.watch = Watch::start(Some(receiving), || {});
        let small = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.report.ron");
        let bundled = bundled::FILE_NAME.trim_end_matches(".report.ron");
        for (link, report, indicator) in [
            (format!("{small}#unemployment-target"), "small-2022", "unemployment"),
            (format!("{bundled}#gdp"), bundled, "gdp"),
        ] {
            let other = meeting.clone();
            let second = std::thread::spawn(move || other.hand_over(Some(Path::new(&link))));
            let patience = Instant::now() + Duration::from_secs(20);
            let open =
                |app: &App| app.state.report().is_some_and(|open| open.id().as_str() == report);
            let mut arrived = false;
            while !arrived {
                assert!(Instant::now() < patience, "{report} did not come");
                app.follow_desktop(&ctx);
                for outcome in app.jobs.finished() {
                    arrived |= matches!(outcome, Outcome::Opened(..));
                    app.take(outcome);
                }
                std::thread::yield_now();
            }
            assert!(second.join().expect("it did not fall") && open(&app));
            let selected = app.state.selection.as_ref().map(|one| one.indicator.as_str());
            assert_eq!(selected, Some(indicator));
        }
    }
}
