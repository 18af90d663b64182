//! Tables of a report for other programs: figures, comparisons, sections, charts.
//!
//! What a table holds is said once, as a list of columns in the module of its rows
//! ([`figures`], [`comparisons`], [`catalogues`]); how it is written is said once a format
//! ([`csv`], [`json`], [`xlsx`], [`markdown`]). Neither knows the other, only [`Table`].
//!
//! CSV, XLSX and Markdown are for people: headings and terms in the chosen language.
//! JSON is for programs: fixed keys, fixed terms, both languages, decimals digit for digit.

pub mod catalogues;
pub mod comparisons;
pub mod figures;

mod csv;
mod json;
mod markdown;
mod tsv;
mod xlsx;

use std::collections::HashSet;

use crate::i18n::Lang;
use crate::model::{Bilingual, Decimal, Figure, FigureFilter, FigureId, Indicator, Report};

pub use json::list as json_list;
pub use xlsx::XlsxFailed;

/// The formats of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TableFormat {
    /// Comma-separated values: RFC 4180 in UTF-8 with a byte order mark, which Excel and WPS need for Chinese.
    Csv,
    /// An array of objects, one a line.
    Json,
    /// A workbook of Excel 2007 and later.
    Xlsx,
    /// A table of Markdown with the columns that one reads.
    Markdown,
}

impl TableFormat {
    /// Every format.
    pub const ALL: [Self; 4] = [Self::Csv, Self::Json, Self::Xlsx, Self::Markdown];

    /// The name on the command line, which is also the ending of its files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
            Self::Markdown => "md",
        }
    }

    /// Whether it is something to read in a terminal.
    #[must_use]
    pub fn is_text(self) -> bool {
        match self {
            Self::Csv | Self::Json | Self::Markdown => true,
            Self::Xlsx => false,
        }
    }
}

/// What stands in one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// The report does not say, or it does not apply.
    Empty,
    /// Words or an id, as they are.
    Text(String),
    /// Our own words, in both languages.
    Words(Bilingual),
    /// A term of the format: its key for programs, its label for people.
    Term {
        /// As in the data file: `at_least`.
        key: String,
        /// As a person reads it: 不低于.
        label: String,
    },
    /// A decimal, exact.
    Number(Decimal),
    /// Something counted, or a position.
    Count(u32),
    /// Yes or no.
    Flag(bool),
    /// Several ids.
    List(Vec<String>),
}

impl Cell {
    fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    fn term(key: &str, label: &str) -> Self {
        Self::Term { key: key.to_owned(), label: label.to_owned() }
    }

    /// What `found` turns into, or nothing.
    fn maybe<T>(found: Option<T>, cell: impl FnOnce(T) -> Self) -> Self {
        found.map_or(Self::Empty, cell)
    }

    /// What a person reads; for numbers the decimal itself.
    fn label(&self, lang: Lang) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Words(words) => lang.pick(words).to_owned(),
            Self::Term { label, .. } => label.clone(),
            Self::Number(value) => crate::model::plain(*value),
            Self::Count(count) => count.to_string(),
            Self::Flag(true) => lang.choose("是", "yes").to_owned(),
            Self::Flag(false) => lang.choose("否", "no").to_owned(),
            Self::List(items) => items.join(" "),
        }
    }
}

/// What kind of cells a column has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words, terms, ids: read from the left, never taken for a formula.
    Text,
    /// Numbers: set from the right, calculable.
    Number,
}

/// Where a column is shown. Files for programs and spreadsheets have all columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// In every format.
    Everywhere,
    /// In Markdown only when it is written in this language.
    ReadIn(Lang),
    /// Not in Markdown.
    Files,
}

/// One column of a table of `R`s: its names and how to read it from a row.
pub struct Column<R> {
    key: &'static str,
    /// Chinese, English.
    labels: [&'static str; 2],
    kind: Kind,
    shown: Shown,
    width: u8,
    cell: fn(&R, Lang) -> Cell,
}

/// A row that speaks of one indicator.
trait OfIndicator {
    fn indicator(&self) -> &Indicator;
}

/// The columns that say which: id, name in Chinese, name in English.
fn indicator_columns<R: OfIndicator>() -> [Column<R>; 3] {
    [
        Column::text("indicator", ["指标编号", "Indicator id"], Shown::Files, 24, |row, _| {
            Cell::text(row.indicator().id.as_str())
        }),
        Column::text(
            "name_zh",
            ["指标", "Indicator (Chinese)"],
            Shown::ReadIn(Lang::Zh),
            28,
            |row, _| Cell::text(&row.indicator().name.zh),
        ),
        Column::text(
            "name_en",
            ["指标（英文）", "Indicator"],
            Shown::ReadIn(Lang::En),
            36,
            |row, _| Cell::text(&row.indicator().name.en),
        ),
    ]
}

impl<R> Column<R> {
    /// A column of words, terms or ids.
    ///
    /// `key` is its name in JSON, never translated and never changed; `labels` its headings in Chinese and English;
    /// `width` its width in a spreadsheet, in characters of Latin text.
    fn text(
        key: &'static str,
        labels: [&'static str; 2],
        shown: Shown,
        width: u8,
        cell: fn(&R, Lang) -> Cell,
    ) -> Self {
        Self { key, labels, kind: Kind::Text, shown, width, cell }
    }

    /// A column of numbers; otherwise like [`Column::text`].
    fn number(
        key: &'static str,
        labels: [&'static str; 2],
        shown: Shown,
        width: u8,
        cell: fn(&R, Lang) -> Cell,
    ) -> Self {
        Self { kind: Kind::Number, ..Self::text(key, labels, shown, width, cell) }
    }
}

/// The heading of one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// The key in JSON.
    pub key: &'static str,
    /// The heading in the table's language.
    pub label: &'static str,
    /// What the cells are.
    pub kind: Kind,
    /// Whether it stands in Markdown.
    pub read: bool,
    /// The width in a spreadsheet.
    pub width: u8,
}

/// Headings and rows, ready to be written in any format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it is called, in its language: a sheet's name.
    pub name: &'static str,
    /// The language of headings and labels.
    pub lang: Lang,
    /// One a column.
    pub headings: Vec<Heading>,
    /// Each as long as `headings`.
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Reads every cell.
    #[must_use]
    pub fn new<R>(
        name: &'static str,
        lang: Lang,
        columns: &[Column<R>],
        rows: impl IntoIterator<Item = R>,
    ) -> Self {
        let headings = columns
            .iter()
            .map(|column| Heading {
                key: column.key,
                label: lang.choose(column.labels[0], column.labels[1]),
                kind: column.kind,
                read: match column.shown {
                    Shown::Everywhere => true,
                    Shown::ReadIn(language) => language == lang,
                    Shown::Files => false,
                },
                width: column.width,
            })
            .collect();
        let rows = rows
            .into_iter()
            .map(|row| columns.iter().map(|column| (column.cell)(&row, lang)).collect())
            .collect();
        Self { name, lang, headings, rows }
    }

    /// Comma-separated values for spreadsheets; see the rules in [`TableFormat::Csv`].
    #[must_use]
    pub fn to_csv(&self) -> String {
        csv::write(self)
    }

    /// An array of objects, one a line.
    #[must_use]
    pub fn to_json(&self) -> String {
        json::write(self)
    }

    /// The objects of that array.
    pub fn to_json_objects(&self) -> impl Iterator<Item = String> {
        json::objects(self)
    }

    /// Tab-separated values with headings, for the clipboard.
    #[must_use]
    pub fn to_tsv(&self) -> String {
        tsv::write(self)
    }

    /// The columns that one reads, as a table of Markdown.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        markdown::write(self)
    }
}

/// Writes several tables as the sheets of one workbook; the same tables give the same bytes.
///
/// Its date of creation is the day on which the report was delivered, since a clock would make every file differ.
///
/// # Errors
/// [`XlsxFailed`] when the tables are larger than a sheet can be.
pub fn workbook(report: &Report, tables: &[Table]) -> Result<Vec<u8>, XlsxFailed> {
    xlsx::write(report, tables)
}

/// The tables of the figures workbook: the figures that `filter` keeps, the comparisons with at least one of them,
/// and what the report is.
#[must_use]
pub fn figures_workbook(report: &Report, filter: &FigureFilter, lang: Lang) -> Vec<Table> {
    figures_workbook_of(report, &report.select(filter).collect::<Vec<_>>(), lang)
}

/// The same for these figures of the report, in the order given.
#[must_use]
pub fn figures_workbook_of(report: &Report, figures: &[&Figure], lang: Lang) -> Vec<Table> {
    let kept: HashSet<&FigureId> = figures.iter().map(|figure| &figure.id).collect();
    let compared = report
        .comparisons()
        .iter()
        .filter(|one| kept.contains(&one.actual) || kept.contains(&one.target));
    vec![
        figures::of(report, figures.iter().copied(), lang),
        comparisons::of(report, compared, lang),
        catalogues::about(report, lang),
    ]
}

#[cfg(test)]
pub(crate) mod tests;
