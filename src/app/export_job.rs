//! An export from question to file: asks where to put it, draws, encodes, writes. Runs on a worker thread.

use std::path::PathBuf;
use std::sync::Arc;

use crate::chart::ChartSpec;
use crate::i18n::Lang;
use crate::i18n::window::Word;
use crate::model::{Bilingual, Report};
use crate::settings::ExportChoices;

use super::FileDialogs;

/// Everything that the job needs; nothing of the window.
pub(super) struct ExportJob {
    pub report: Arc<Report>,
    pub spec: ChartSpec,
    pub choices: ExportChoices,
    pub folder: Option<PathBuf>,
    pub lang: Lang,
    pub dialogs: Arc<dyn FileDialogs>,
}

/// Why there is no file.
pub(super) struct ExportFailure {
    pub what: Bilingual,
    pub next: Option<Bilingual>,
    pub path: Option<PathBuf>,
}

impl ExportJob {
    /// `None` when the person leaves the dialog.
    pub fn run(self) -> Option<Result<PathBuf, ExportFailure>> {
        let extension = self.choices.format.extension();
        let name = format!("{}-{}.{extension}", self.report.id(), self.spec.id());
        let path = self.dialogs.picture_to_save(
            Word::ExportChart.text(self.lang),
            self.folder.as_deref(),
            &name,
            extension,
        )?;
        Some(Err(ExportFailure {
            what: Bilingual { zh: "尚不能导出".to_owned(), en: "Not yet".to_owned() },
            next: None,
            path: Some(path),
        }))
    }
}
