//! The belt for what should not happen: a panic leaves a record that says what and where, and the next start points to it.
//!
//! The settings are whole at any moment (`settings::save` replaces the file), so a fall loses at most what changed since.

use std::fs;
use std::io::Write as _;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};

use crate::export::{IfExists, write_file};

/// Where the records are; `None` where the system names no such place.
pub(super) fn folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "report-explorer")
        .map(|folders| folders.data_local_dir().join("faults"))
}

/// From now on a panic writes a record into `folder` besides what it says on stderr.
pub(super) fn keep_records(folder: PathBuf) {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        before(panic);
        // A record that cannot be written must not hide the fault itself.
        if let Some(path) = record(&folder, &words(panic)) {
            let _ = writeln!(std::io::stderr().lock(), "→ {}", path.display());
        }
    }));
}

fn words(panic: &PanicHookInfo<'_>) -> String {
    let payload = panic.payload_as_str().unwrap_or("(no words)");
    let place = panic.location().map_or_else(|| "(no place)".to_owned(), ToString::to_string);
    let thread = std::thread::current();
    format!(
        "Report Explorer {} on {} {}\nthread: {}\nplace: {place}\nwhat: {payload}\n\n{}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        thread.name().unwrap_or("(unnamed)"),
        std::backtrace::Backtrace::force_capture(),
    )
}

/// Writes a record under the next free name.
fn record(folder: &Path, words: &str) -> Option<PathBuf> {
    fs::create_dir_all(folder).ok()?;
    write_file(&folder.join("fault.txt"), words.as_bytes(), IfExists::Number).ok()
}

/// A record that nobody has been told of; from now on it counts as told.
pub(super) fn untold(folder: &Path) -> Option<PathBuf> {
    let told = folder.join("told");
    let mut new: Vec<PathBuf> = fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    new.sort();
    fs::create_dir_all(&told).ok()?;
    let mut last = None;
    for path in new {
        let name = told.join(path.file_name()?);
        let free = (2..1000)
            .map(|number| name.with_extension(format!("{number}.txt")))
            .find(|free| !free.exists());
        let kept = if name.exists() { free? } else { name };
        fs::rename(&path, &kept).ok()?;
        last = Some(kept);
    }
    last
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use eframe::egui::Context;

    use super::super::{App, Outcome, PlatformDialogs, Start};
    use super::*;
    use crate::i18n::Lang;
    use crate::model::Bilingual;
    use crate::settings::{self, Settings, View};

    fn start(settings_path: Option<PathBuf>) -> Start {
        Start { file: None, settings_path, lang: Lang::En, dialogs: Arc::new(PlatformDialogs) }
    }

    #[test]
    fn a_fall_writes_a_record_that_says_what_and_where() {
        let folder = tempfile::tempdir().expect("a folder");
        let faults = folder.path().join("faults");
        keep_records(faults.clone());
        let fall = || panic!("what should not happen, on purpose");
        let fallen = std::thread::Builder::new().name("worker".to_owned()).spawn(fall);
        assert!(fallen.expect("a thread").join().is_err());
        // The hook of the other tests in this process again.
        drop(std::panic::take_hook());
        let records = fs::read_dir(&faults).expect("the folder was made");
        let told = records
            .filter_map(|entry| fs::read_to_string(entry.ok()?.path()).ok())
            .find(|record| record.contains("on purpose"))
            .expect("a record");
        for wanted in [env!("CARGO_PKG_VERSION"), "thread: worker", "place: src", "fall.rs:"] {
            assert!(told.contains(wanted), "{wanted}: {told}");
        }
    }

    #[test]
    fn a_record_is_told_of_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = folder.path().join("faults");
        assert_eq!(untold(&folder), None);
        let first = record(&folder, "one").expect("written");
        let second = record(&folder, "two").expect("written");
        assert_ne!(first, second);
        let told = untold(&folder).expect("two records");
        assert!(told.starts_with(folder.join("told")) && told.exists());
        assert_eq!(untold(&folder), None);
        record(&folder, "three").expect("written");
        let told = untold(&folder).expect("another");
        assert_eq!(fs::read_to_string(told).expect("kept"), "three");
    }

    #[test]
    fn a_job_that_falls_over_is_told_with_its_record_and_the_next_start_is_silent() {
        let folder = tempfile::tempdir().expect("a folder");
        let app = App::new(&Context::default(), start(None));
        let mut app = App { faults: Some(folder.path().to_owned()), ..app };
        record(folder.path(), "one").expect("written");
        app.take(Outcome::Fallen(Bilingual { zh: "复制".to_owned(), en: "copying".to_owned() }));
        let notice = app.state.notices.latest().expect("a notice");
        assert_eq!(notice.what.en, "Not finished: copying");
        assert_eq!(notice.path, Some(folder.path().join("told/fault.txt")));
        assert_eq!(untold(folder.path()), None);
    }

    #[test]
    fn after_a_fall_the_window_does_not_go_back_to_where_it_fell() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/small.report.ron");
        let settings_path = folder.path().join("settings.ron");
        let settings = Settings { last_file: Some(file), view: View::Chart, ..Settings::default() };
        settings::save(&settings_path, &settings, &settings).expect("written");
        let begun = |begin: fn(&Context, Start) -> App| {
            let app = begin(&Context::default(), start(Some(settings_path.clone())));
            (app.state.settings.view, app.state.report().expect("one is open").id().to_string())
        };
        let gone_on = begun(App::new);
        assert_eq!(gone_on.0, View::Chart);
        let anew = begun(App::after_a_fall);
        assert_eq!(anew.0, View::default());
        assert_ne!(anew.1, gone_on.1, "the bundled report");

        let mut app = App::after_a_fall(&Context::default(), start(Some(settings_path.clone())));
        app.save_settings();
        let (kept, fault) = settings::load(&settings_path);
        assert!(fault.is_none());
        assert_eq!(
            (kept.last_file, kept.view),
            (None, View::default()),
            "not at the next start either"
        );
    }
}
