//! Whether what is copied arrives: egui hands it to the system and is told nothing, but its library logs what went wrong.
//!
//! So this listens to that one voice of the log, and to nothing else in it. Where the system has no clipboard, egui keeps
//! a copied text inside the window and logs only at the start that it has found none.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::egui::{Context, OutputCommand};
use log::{Level, LevelFilter, Log, Metadata, Record};

use super::App;
use crate::i18n::desktop;

/// Who speaks of the clipboard.
const VOICE: &str = "egui_winit::clipboard";

/// What has been heard.
#[derive(Debug, Default)]
pub(super) struct Clipboard {
    missing: AtomicBool,
    refused: AtomicBool,
}

impl Clipboard {
    /// Listens from now on; once a process.
    pub fn listen() -> Arc<Self> {
        let clipboard = Arc::new(Self::default());
        if log::set_boxed_logger(Box::new(Arc::clone(&clipboard))).is_ok() {
            log::set_max_level(LevelFilter::Warn);
        }
        clipboard
    }

    /// Whether what was copied last has not arrived.
    fn failed(&self) -> bool {
        self.refused.swap(false, Ordering::Relaxed) || self.missing.load(Ordering::Relaxed)
    }
}

impl Log for Clipboard {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == VOICE && metadata.level() <= Level::Warn
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        if record.level() == Level::Error {
            self.refused.store(true, Ordering::Relaxed);
        } else if std::env::var_os("WAYLAND_DISPLAY").is_none_or(|name| name.is_empty()) {
            // On Wayland texts go another way, and a picture is refused when it is copied.
            self.missing.store(true, Ordering::Relaxed);
        }
    }

    fn flush(&self) {}
}

impl App {
    /// At the end of a frame: what is copied now is asked after in the next one.
    pub(super) fn note_copying(&mut self, ctx: &Context) {
        let copies = |command: &OutputCommand| {
            matches!(command, OutputCommand::CopyText(_) | OutputCommand::CopyImage(_))
        };
        if ctx.output(|output| output.commands.iter().any(copies)) {
            self.copied_at = Some(self.state.now);
            ctx.request_repaint();
        }
    }

    /// Says so when what was copied in the frame before has not arrived, instead of that it was copied.
    pub(super) fn follow_clipboard(&mut self) {
        let failed = self.clipboard.failed();
        if let Some(since) = self.copied_at.take()
            && failed
        {
            self.state.notices.withdraw_done(since);
            self.problem(desktop::not_copied(), Some(desktop::not_copied_next()), None);
        }
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::accesskit::Role;
    use eframe::egui::{Event, Key, Modifiers};
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::super::{PlatformDialogs, Start};
    use super::*;
    use crate::i18n::Lang;

    fn say(clipboard: &Clipboard, level: Level, target: &str) {
        let words = format_args!("arboard copy/cut error");
        clipboard.log(&Record::builder().level(level).target(target).args(words).build());
    }

    #[test]
    fn a_copy_that_does_not_arrive_is_a_problem_and_not_something_done() {
        let clipboard = Arc::new(Clipboard::default());
        let heard = Arc::clone(&clipboard);
        let mut window =
            Harness::builder().with_size([1280.0, 800.0]).build_eframe(move |creation| {
                let (lang, dialogs) = (Lang::En, Arc::new(PlatformDialogs));
                let start = Start { file: None, settings_path: None, lang, dialogs };
                App { clipboard: heard, ..App::new(&creation.egui_ctx, start) }
            });
        window.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
        window.run_ok();
        window.query_all_by_role(Role::Row).nth(1).expect("a row").click();
        window.run_ok();
        // One frame asks for it, and the next one copies.
        let copy = |window: &mut Harness<'_, App>| {
            window.event(Event::Copy);
            window.step();
            window.step();
        };
        let count =
            |window: &Harness<'_, App>, words| window.query_all_by_label_contains(words).count();
        copy(&mut window);
        assert!(count(&window, "Copied") > 0);
        assert_eq!(count(&window, "did not reach"), 0);

        say(&clipboard, Level::Error, "wgpu_core");
        copy(&mut window);
        assert_eq!(count(&window, "did not reach"), 0, "another voice of the log");
        let copied = count(&window, "Copied");

        copy(&mut window);
        // As the library does: behind the frame.
        say(&clipboard, Level::Error, VOICE);
        window.run_ok();
        assert!(count(&window, "did not reach") > 0);
        assert!(count(&window, "Copied") < copied, "nothing says the opposite");
    }
}
