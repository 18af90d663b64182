//! An export from question to file: asks where to put it, draws, encodes, writes. Runs on a worker thread.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::chart::ChartSpec;
use crate::export::choices::ExportChoices;
use crate::export::{IfExists, beside, request, write_file};
use crate::i18n::Lang;
use crate::i18n::window::Word;
use crate::model::{Bilingual, Report};

use super::exporting::{ExportOutcome, Pending};
use super::{FileDialogs, FileQuestion, Wanted};

/// Everything that the job needs; nothing of the window.
pub(super) struct ExportJob {
    pub report: Arc<Report>,
    pub spec: ChartSpec,
    pub choices: ExportChoices,
    pub folder: Option<PathBuf>,
    pub lang: Lang,
    pub dialogs: Arc<dyn FileDialogs>,
    /// What happens to a picture that is there: as [`with_ending`] says of the answer.
    pub if_exists: IfExists,
}

/// The path that a person gave for a new file, with its ending, and what may happen to a file that is there.
///
/// The dialog has asked whether a file of just that name may go. Some dialogs leave the ending to the application;
/// nobody has been asked about the file that has it.
pub(super) fn with_ending(path: PathBuf, ending: &str) -> (PathBuf, IfExists) {
    match path.extension() {
        Some(_) => (path, IfExists::Overwrite),
        None => (path.with_extension(ending), IfExists::Refuse),
    }
}

impl ExportJob {
    /// Asks for the place and writes, unless tables are there already of which the person knows nothing;
    /// `None` when the person leaves the dialog.
    pub fn run(mut self) -> Option<ExportOutcome> {
        let request = self.choices.request(self.spec.clone(), self.lang);
        let path = self.dialogs.ask(&FileQuestion {
            title: Word::ExportChart.text(self.lang).to_owned(),
            wanted: Wanted::Save(request.file_name(&self.report), request.format.key()),
            folder: self.folder.clone(),
        })?;
        let (path, if_exists) = with_ending(path, request.format.key());
        self.if_exists = if_exists;
        let existing: Vec<PathBuf> = self
            .tables_beside(&path)
            .into_iter()
            .filter(|path| path.symlink_metadata().is_ok())
            .collect();
        Some(if existing.is_empty() {
            self.write(&path, IfExists::Refuse)
        } else {
            ExportOutcome::Exists(Pending::One(self, path), existing)
        })
    }

    fn tables_beside(&self, path: &Path) -> Vec<PathBuf> {
        if !self.choices.data_beside {
            return Vec::new();
        }
        beside::ENDINGS.iter().map(|ending| beside_path(path, ending)).collect()
    }

    /// Writes the picture, and its tables where they are wanted; `tables` says what happens to those that are there.
    pub fn write(self, path: &Path, tables: IfExists) -> ExportOutcome {
        match self.try_write(path, tables) {
            Ok(path) => ExportOutcome::Saved(path),
            Err(message) => ExportOutcome::Failed(message),
        }
    }

    fn try_write(&self, path: &Path, tables: IfExists) -> Result<PathBuf, Bilingual> {
        let request = self.choices.request(self.spec.clone(), self.lang);
        let bytes = request::run(&self.report, &request).map_err(|error| error.message())?;
        let written = write_file(path, &bytes, self.if_exists).map_err(|error| error.message())?;
        if self.choices.data_beside {
            for (ending, bytes) in beside::files(&self.report, &self.spec, &request.style) {
                write_file(&beside_path(path, ending), &bytes, tables)
                    .map_err(|error| error.message())?;
            }
        }
        Ok(written)
    }
}

/// `chart.png` → `chart-figures.csv`
fn beside_path(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_os_string();
    name.push(ending);
    path.with_file_name(name)
}
