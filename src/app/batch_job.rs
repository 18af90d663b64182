//! Several charts from question to files: asks where to put them, whether files may be replaced, then draws and writes.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crate::export::IfExists;
use crate::export::batch::{Destination, Plan, Watch};
use crate::i18n::Lang;
use crate::i18n::export::Word as ExportWord;
use crate::model::{Bilingual, Report};
use crate::settings::Settings;
use crate::ui::export_dialog::{Exporting, plan};

use super::exporting::{ExportOutcome, Pending};
use super::{FileDialogs, FileQuestion, Wanted};

/// How far a batch is; the window reads it while the worker writes.
pub(super) struct BatchProgress {
    total: usize,
    done: AtomicUsize,
    begun: AtomicBool,
    cancelled: AtomicBool,
    wake: Box<dyn Fn() + Send + Sync>,
}

impl BatchProgress {
    /// Charts done and charts in all, once the first is being drawn.
    pub fn state(&self) -> Option<(usize, usize)> {
        let begun = self.begun.load(Ordering::Relaxed);
        begun.then(|| (self.done.load(Ordering::Relaxed), self.total))
    }

    /// Stops the worker before its next chart.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }
}

impl Watch for BatchProgress {
    fn charts_done(&self, count: usize) {
        self.done.store(count, Ordering::Relaxed);
        (self.wake)();
    }

    fn written(&self, _path: &Path) {}

    fn cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

/// Everything that the job needs; nothing of the window.
pub(super) struct BatchJob {
    report: Arc<Report>,
    plan: Plan,
    archive: bool,
    folder: Option<PathBuf>,
    lang: Lang,
    dialogs: Arc<dyn FileDialogs>,
    progress: Arc<BatchProgress>,
}

impl BatchJob {
    /// Plans what the dialog has chosen; `wake` is called when something has moved.
    ///
    /// # Errors
    /// Why these choices lead to no files.
    pub fn new(
        report: Arc<Report>,
        exporting: &Exporting,
        settings: &Settings,
        lang: Lang,
        dialogs: Arc<dyn FileDialogs>,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> Result<Self, Bilingual> {
        let plan = plan(&report, exporting, &settings.export, &settings.batch, lang)?;
        let progress = BatchProgress {
            total: plan.charts().len(),
            done: AtomicUsize::new(0),
            begun: AtomicBool::new(false),
            cancelled: AtomicBool::new(false),
            wake: Box::new(wake),
        };
        Ok(Self {
            report,
            plan,
            archive: settings.batch.archive,
            folder: settings.export_folder.clone(),
            lang,
            dialogs,
            progress: Arc::new(progress),
        })
    }

    /// What tells how far it is.
    pub fn progress(&self) -> Arc<BatchProgress> {
        Arc::clone(&self.progress)
    }

    /// Asks for the place and writes, unless files are there already; `None` when the person leaves the dialog.
    pub fn ask(self) -> Option<ExportOutcome> {
        if self.archive {
            let name = format!("{}-charts.zip", self.report.id());
            let title = ExportWord::SeveralCharts.text(self.lang);
            let place = self.dialogs.new_place(title, name, "zip", self.folder.clone())?;
            return Some(self.write(Destination::Zip(place.path), place.if_exists));
        }
        let folder = self.dialogs.ask(&FileQuestion {
            title: ExportWord::ChooseFolder.text(self.lang).to_owned(),
            wanted: Wanted::Folder,
            folder: self.folder.clone(),
        })?;
        let destination = Destination::Folder(folder);
        let existing = self.plan.existing(&destination);
        Some(if existing.is_empty() {
            self.write(destination, IfExists::Refuse)
        } else {
            ExportOutcome::Exists(Pending::Batch(self, destination), existing)
        })
    }

    /// Writes everything.
    pub fn write(self, destination: Destination, if_exists: IfExists) -> ExportOutcome {
        self.progress.begun.store(true, Ordering::Relaxed);
        (self.progress.wake)();
        let done = self.plan.run(&self.report, &destination, if_exists, &*self.progress);
        ExportOutcome::Batch(done, destination)
    }
}
