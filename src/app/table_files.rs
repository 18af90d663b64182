//! The table as text and as files: what is seen, or everything, in the formats of the command line.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::command::SaveWhat;
use crate::export::tables::{self, Cell, Heading, Kind, Table as Sheet, TableFormat, figures};
use crate::export::write_file;
use crate::find::Column;
use crate::i18n::desktop::Job;
use crate::i18n::finding::Word;
use crate::i18n::{Lang, both, window};
use crate::model::{Bilingual, Comparison, Figure, Report};
use crate::notice::NoticeKind;
use crate::ui::lists::{Table, Writing, column_text};

use super::{App, FileDialogs, Outcome};

/// The listed rows at `places` with the columns that are shown, as they are written on the screen.
pub(super) fn seen(
    report: &Report,
    table: &Table,
    places: impl IntoIterator<Item = usize>,
    writing: Writing,
) -> Sheet {
    let lang = writing.lang;
    let headings = table.columns().iter().map(|column| heading(*column, lang)).collect();
    let rows = places
        .into_iter()
        .filter_map(|at| table.row(at))
        .map(|row| {
            let cell = |column: &Column| match column_text::shown(report, row, *column, writing) {
                text if text.is_empty() => Cell::Empty,
                text => Cell::Text(text),
            };
            table.columns().iter().map(cell).collect()
        })
        .collect();
    Sheet { name: Word::SeenSheet.text(lang), lang, headings, rows }
}

fn heading(column: Column, lang: Lang) -> Heading {
    let width = match column {
        Column::Name | Column::Section => 32,
        Column::Clause => 48,
        Column::Outcome | Column::Id => 24,
        Column::Actual | Column::Target | Column::Goal | Column::Domain => 18,
        Column::Unit
        | Column::Verdict
        | Column::Basis
        | Column::Bound
        | Column::Period
        | Column::Direction
        | Column::Status => 14,
    };
    Heading {
        key: column.key(),
        label: column_text::label(column, lang),
        kind: Kind::Text,
        read: true,
        width,
    }
}

/// Everything that the job needs; nothing of the window.
struct TableJob {
    report: Arc<Report>,
    sheets: Vec<Sheet>,
    format: TableFormat,
    file_name: String,
    folder: Option<PathBuf>,
    lang: Lang,
    dialogs: Arc<dyn FileDialogs>,
}

impl App {
    /// Asks where to put a file of the table, and writes it, on a thread of its own.
    pub(super) fn save_table(&mut self, what: SaveWhat, format: TableFormat) {
        let state = &self.state;
        let Some(report) = state.report().cloned() else { return };
        let lang = state.lang();
        let job = TableJob {
            sheets: sheets(&report, &state.lists.table, what, format, state.writing()),
            file_name: format!("{}-{}.{}", report.id(), stem(what), format.key()),
            report,
            format,
            folder: state.settings.export_folder.clone(),
            lang,
            dialogs: Arc::clone(&self.dialogs),
        };
        self.start("save table", Job::SaveTable, move || job.run().map(Outcome::TableSaved));
    }
}

impl App {
    /// Says that the file is written, or why not.
    pub(super) fn take_saved_table(&mut self, outcome: Result<PathBuf, Bilingual>) {
        let path = match outcome {
            Ok(path) => path,
            Err(what) => {
                self.state.notices.post(self.state.now, NoticeKind::Problem, what, None, None);
                return;
            }
        };
        self.state.settings.export_folder = path.parent().map(PathBuf::from);
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let what = both(|lang| window::saved(&name, lang));
        self.state.notices.post(self.state.now, NoticeKind::Done, what, None, Some(path));
        self.save_settings();
    }
}

fn stem(what: SaveWhat) -> &'static str {
    match what {
        SaveWhat::Seen => "table",
        SaveWhat::Everything => "figures",
    }
}

/// The tables of the file. A workbook has figures, comparisons and what the report is besides.
fn sheets(
    report: &Report,
    table: &Table,
    what: SaveWhat,
    format: TableFormat,
    writing: Writing,
) -> Vec<Sheet> {
    let lang = writing.lang;
    let whole_book = matches!(format, TableFormat::Xlsx);
    match what {
        SaveWhat::Everything => {
            let all: Vec<&Figure> = report.figures().iter().collect();
            if whole_book {
                tables::figures_workbook_of(report, &all, lang)
            } else {
                vec![figures::of(report, all, lang)]
            }
        }
        SaveWhat::Seen => {
            let mut sheets = vec![seen(report, table, 0..table.len(), writing)];
            if whole_book {
                let rows = || (0..table.len()).filter_map(|at| table.row(at));
                // An actual may stand in several rows; it is one figure all the same.
                let places: BTreeSet<u32> =
                    rows().flat_map(|row| row.figures.into_iter().flatten()).collect();
                let figures = places.into_iter().map(|at| &report.figures()[at as usize]);
                let comparisons: Vec<&Comparison> =
                    rows().filter_map(|row| row.comparison(report)).collect();
                sheets.push(figures::of(report, figures, lang));
                sheets.push(tables::comparisons::of(report, comparisons, lang));
                sheets.push(tables::catalogues::about(report, lang));
            }
            sheets
        }
    }
}

impl TableJob {
    /// Where the file is, or what is wrong and what to do; `None` when the person leaves the dialog.
    fn run(self) -> Option<Result<PathBuf, Bilingual>> {
        let ending = self.format.key();
        let title = Word::SaveTable.text(self.lang);
        let place = self.dialogs.new_place(title, self.file_name, ending, self.folder)?;
        let joined = |write: fn(&Sheet) -> String| {
            Ok(self.sheets.iter().map(write).collect::<String>().into_bytes())
        };
        let bytes = match self.format {
            TableFormat::Csv => joined(Sheet::to_csv),
            TableFormat::Json => joined(Sheet::to_json),
            TableFormat::Markdown => joined(Sheet::to_markdown),
            TableFormat::Xlsx => tables::workbook(&self.report, &self.sheets)
                .map_err(|error| Bilingual { zh: error.to_string(), en: error.to_string() }),
        };
        Some(bytes.and_then(|bytes| {
            write_file(&place.path, &bytes, place.if_exists).map_err(|error| error.message())
        }))
    }
}
