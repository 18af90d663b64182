//! An export from question to file: asks where to put it, draws, encodes, writes. Runs on a worker thread.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::chart::ChartSpec;
use crate::export::choices::ExportChoices;
use crate::export::{IfExists, beside, names_together, request, write_file};
use crate::i18n::Lang;
use crate::i18n::window::Word;
use crate::model::{Bilingual, Report};

use super::FileDialogs;
use super::dialogs::NewPlace;
use super::exporting::{ExportOutcome, Pending};

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
    /// Asks for the place and writes, unless tables are there already of which the person knows nothing;
    /// `None` when the person leaves the dialog.
    pub fn run(self) -> Option<ExportOutcome> {
        let request = self.choices.request(self.spec.clone(), self.lang);
        let title = Word::ExportChart.text(self.lang);
        let (name, ending) = (request.file_name(&self.report), request.format.key());
        let place = self.dialogs.new_place(title, name, ending, self.folder.clone())?;
        let existing: Vec<PathBuf> = self
            .tables_beside(&place.path)
            .into_iter()
            .filter(|path| path.symlink_metadata().is_ok())
            .collect();
        Some(if existing.is_empty() {
            self.write(&place, IfExists::Refuse)
        } else {
            ExportOutcome::Exists(Pending::One(self, place), existing)
        })
    }

    fn tables_beside(&self, path: &Path) -> Vec<PathBuf> {
        if !self.choices.data_beside {
            return Vec::new();
        }
        beside::ENDINGS.iter().map(|ending| beside_path(path, ending)).collect()
    }

    /// Writes the picture, and its tables where they are wanted; `tables` says what happens to those that are there.
    pub fn write(self, place: &NewPlace, tables: IfExists) -> ExportOutcome {
        match self.try_write(place, tables) {
            Ok(path) => ExportOutcome::Saved(path),
            Err(message) => ExportOutcome::Failed(message),
        }
    }

    fn try_write(&self, place: &NewPlace, tables: IfExists) -> Result<PathBuf, Bilingual> {
        let request = self.choices.request(self.spec.clone(), self.lang);
        let bytes = request::run(&self.report, &request).map_err(|error| error.message())?;
        let written =
            write_file(&place.path, &bytes, place.if_exists).map_err(|error| error.message())?;
        if self.choices.data_beside {
            let paths = names_together(self.tables_beside(&place.path), tables);
            let files = beside::files(&self.report, &self.spec, &request.style);
            for (path, (_, bytes)) in paths.iter().zip(files) {
                write_file(path, &bytes, tables).map_err(|error| error.message())?;
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
