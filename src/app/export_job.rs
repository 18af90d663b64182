//! An export from question to file: asks where to put it, draws, encodes, writes. Runs on a worker thread.

use std::path::PathBuf;
use std::sync::Arc;

use crate::chart::ChartSpec;
use crate::export::choices::ExportChoices;
use crate::export::request;
use crate::export::{IfExists, write_file};
use crate::i18n::Lang;
use crate::i18n::window::Word;
use crate::model::{Bilingual, Report};

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

impl ExportJob {
    /// Where the file is, or what is wrong and what to do; `None` when the person leaves the dialog.
    pub fn run(self) -> Option<Result<PathBuf, Bilingual>> {
        let request = self.choices.request(self.spec.clone(), self.lang);
        let path = self.dialogs.picture_to_save(
            Word::ExportChart.text(self.lang),
            self.folder.as_deref(),
            &request.file_name(&self.report),
            request.format.key(),
        )?;
        // Some dialogs leave the ending to the application.
        let path = if path.extension().is_none() {
            path.with_extension(request.format.key())
        } else {
            path
        };
        let written = request::run(&self.report, &request)
            .map_err(|error| error.message())
            // The dialog has asked already whether a file of that name may go.
            .and_then(|bytes| {
                write_file(&path, &bytes, IfExists::Overwrite).map_err(|error| error.message())
            });
        Some(written)
    }
}
