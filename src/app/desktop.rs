//! What the desktop and other programs bring: files handed over by another start, files that change while they are open,
//! the report of last time, files opened before.

use std::path::{Path, PathBuf};

use eframe::egui::{Context, UserAttentionType, ViewportCommand};

use super::watch::Happened;
use super::{App, Outcome, open};
use crate::i18n::desktop;
use crate::model::Bilingual;
use crate::notice::NoticeKind;
use crate::settings::{MOST_RECENT, Settings};
use crate::ui::Failure;

/// The name of a file for a sentence.
fn name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The report to begin with when none is named: that of last time, where the settings say so.
pub(super) fn report_of_last_time(settings: &Settings) -> Option<&Path> {
    settings.last_file.as_deref().filter(|_| settings.reopen)
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
                Happened::Changed(path) => self.start(
                    "read again",
                    Bilingual {
                        zh: "重新读取报告".to_owned(),
                        en: "reading the report again".to_owned(),
                    },
                    move || {
                        let opened = open::file(&path);
                        Some(Outcome::ReadAgain(path, opened))
                    },
                ),
            }
        }
    }

    /// Remembers and watches what is open now.
    pub(super) fn opened(&mut self) {
        let document = self.state.content.as_ref().ok();
        let file = document.and_then(|document| document.file.clone());
        self.watch.file(file.as_deref(), document.and_then(|document| document.stamp));
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
    pub(super) fn read_again(&mut self, path: PathBuf, opened: open::Opened) {
        let is_open = self.state.content.as_ref().ok().and_then(|document| document.file.as_ref());
        if is_open != Some(&path) {
            return;
        }
        let now = self.state.now;
        self.state.notices.withdraw_problems(&path);
        match opened {
            Ok(document) => {
                self.state.show_again(document);
                // The places in the text are those of the figures that there were.
                self.attach_remembered_text();
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

    /// Says that the report of last time could not be opened.
    pub(super) fn tell_not_reopened(&mut self, failure: &Failure) {
        let what = desktop::not_reopened(&name(&failure.path));
        let next = Some(place_and_reason(failure));
        let path = Some(failure.path.clone());
        self.state.notices.post(0.0, NoticeKind::Problem, what, next, path);
    }

    /// Says where the report on the last run's fault is.
    pub(super) fn tell_of_the_fall(&mut self, record: PathBuf) {
        self.state.notices.post(0.0, NoticeKind::Problem, desktop::fell(), None, Some(record));
    }
}

fn place_and_reason(failure: &Failure) -> Bilingual {
    match failure.position {
        None => failure.what.clone(),
        Some((line, column)) => Bilingual {
            zh: format!("第 {line} 行第 {column} 列：{}", failure.what.zh),
            en: format!("Line {line}, column {column}: {}", failure.what.en),
        },
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
