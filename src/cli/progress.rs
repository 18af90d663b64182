//! How a batch goes, on stderr: a bar where a person looks on, one line a file where nobody does.
//! Ctrl+C ends it before the next chart.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::export::batch::Watch;
use crate::i18n::Lang;
use crate::i18n::cli as words;

use super::output;

/// From this many charts on a bar says more than the names of their files.
const MANY: usize = 4;

/// Tells on stderr what a batch does.
pub struct OnTerminal {
    /// Only on a terminal, and only for many charts.
    bar: Option<ProgressBar>,
    interrupted: Arc<AtomicBool>,
    lang: Lang,
}

impl OnTerminal {
    /// For a batch of `charts`.
    pub fn new(charts: usize, lang: Lang) -> Self {
        let bar = (charts >= MANY && io::stderr().is_terminal()).then(|| {
            let target = ProgressDrawTarget::stderr_with_hz(10);
            let bar = ProgressBar::with_draw_target(Some(charts as u64), target);
            if let Ok(style) = ProgressStyle::with_template(words::progress(lang)) {
                bar.set_style(style.progress_chars("=>-"));
            }
            bar.enable_steady_tick(Duration::from_millis(200));
            bar
        });
        let interrupted = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&interrupted);
        // Where there is no such signal, the process ends as it always did.
        let _ = ctrlc::set_handler(move || flag.store(true, Ordering::Relaxed));
        Self { bar, interrupted, lang }
    }

    /// Takes the bar away, so that what comes next stands at the beginning of a line.
    pub fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish();
        }
    }
}

impl Watch for OnTerminal {
    fn charts_done(&self, count: usize) {
        if let Some(bar) = &self.bar {
            bar.set_position(count as u64);
        }
    }

    fn written(&self, path: &Path) {
        // The files inside an archive are not there yet; the archive itself is named at the end.
        if self.bar.is_none() && path.exists() {
            output::complain(&words::written(&path.display().to_string(), self.lang));
        }
    }

    fn cancelled(&self) -> bool {
        self.interrupted.load(Ordering::Relaxed)
    }
}
