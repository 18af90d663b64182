//! `figures`, `comparisons`, `sections`, `charts`: the tables of a report.

use std::path::Path;
use std::process::ExitCode;

use crate::export::tables::{
    self, Table, TableFormat, catalogues, comparisons as comparison_table, figures as figure_table,
};
use crate::find::{Index, Query};
use crate::i18n::cli::Refusal;
use crate::i18n::{Lang, terms};
use crate::model::{Figure, FigureFilter, LinkTarget, Report};

use super::arguments::{FiguresArguments, TableArguments};
use super::input::{self, Opened};
use super::output::{self, Failure, FailureCode};

pub fn figures(given: &FiguresArguments, lang: Lang) -> Result<ExitCode, Failure> {
    run(&given.table, lang, |Opened { report, .. }, target, language, format| {
        let section = input::section(report, given.section.as_deref())?;
        let filter = FigureFilter { section, role: given.role, target: target.clone() };
        let figures = found(report, &filter, given.find.as_deref());
        Ok(match format {
            TableFormat::Xlsx => tables::figures_workbook_of(report, &figures, language),
            TableFormat::Csv | TableFormat::Json | TableFormat::Markdown => {
                vec![figure_table::of(report, figures, language)]
            }
        })
    })
}

/// The figures that `filter` keeps and `query` finds, in document order.
fn found<'a>(report: &'a Report, filter: &FigureFilter, query: Option<&str>) -> Vec<&'a Figure> {
    let Some(query) = query else {
        return report.figures().iter().filter(|one| filter.keeps(one)).collect();
    };
    let query = Query::parse(query);
    let found = Index::of(report, None, &terms::measured_names).search(report, &query);
    let figures = report.figures().iter().zip(found.figures());
    figures.filter(|(one, found)| **found && filter.keeps(one)).map(|(one, _)| one).collect()
}

pub fn comparisons(given: &TableArguments, lang: Lang) -> Result<ExitCode, Failure> {
    run_all(given, lang, |Opened { report, .. }, target, language| {
        let filter = FigureFilter { target: target.clone(), ..FigureFilter::default() };
        comparison_table::table(report, &filter, language)
    })
}

pub fn sections(given: &TableArguments, lang: Lang) -> Result<ExitCode, Failure> {
    whole(given, lang, |opened, language| catalogues::sections(&opened.report, language))
}

pub fn charts(given: &TableArguments, lang: Lang) -> Result<ExitCode, Failure> {
    whole(given, lang, |opened, language| catalogues::charts(opened.catalog(), language))
}

/// A table that has no part for a link to lead to.
fn whole(
    given: &TableArguments,
    lang: Lang,
    table: impl Fn(&Opened, Lang) -> Table,
) -> Result<ExitCode, Failure> {
    input::without_link(given.file.as_deref())?;
    run_all(given, lang, |opened, _, language| table(opened, language))
}

/// One table of the whole report; a workbook also says what the report is.
fn run_all(
    given: &TableArguments,
    lang: Lang,
    table: impl Fn(&Opened, &LinkTarget, Lang) -> Table,
) -> Result<ExitCode, Failure> {
    run(given, lang, |opened, target, language, format| {
        let mut tables = vec![table(opened, target, language)];
        if format == TableFormat::Xlsx {
            tables.push(catalogues::about(&opened.report, language));
        }
        Ok(tables)
    })
}

fn run(
    given: &TableArguments,
    lang: Lang,
    tables: impl Fn(&Opened, &LinkTarget, Lang, TableFormat) -> Result<Vec<Table>, Failure>,
) -> Result<ExitCode, Failure> {
    let format = format(given)?;
    let (opened, target) = input::open_place(given.file.as_deref(), lang)?;
    let tables = tables(&opened, &target, given.lang.unwrap_or_default(), format)?;
    let bytes = match format {
        TableFormat::Csv => joined(&tables, Table::to_csv),
        TableFormat::Json => joined(&tables, Table::to_json),
        TableFormat::Markdown => joined(&tables, Table::to_markdown),
        TableFormat::Xlsx => tables::workbook(&opened.report, &tables)
            .map_err(|error| Failure::data(Refusal::Said(error.to_string())))?,
    };
    output::deliver(&bytes, given.output.as_deref(), given.overwrite, format.is_text(), lang)?;
    Ok(if opened.faulty { FailureCode::Data.into() } else { ExitCode::SUCCESS })
}

fn joined(tables: &[Table], write: impl Fn(&Table) -> String) -> Vec<u8> {
    tables.iter().map(write).collect::<String>().into_bytes()
}

/// The format asked for, or that of the output's ending, or CSV.
fn format(given: &TableArguments) -> Result<TableFormat, Failure> {
    if let Some(format) = given.format {
        let path = given.output.as_deref();
        return match path.filter(|path| of_ending(path).is_some_and(|ending| ending != format)) {
            Some(path) => {
                let path = path.display().to_string();
                Err(Failure::usage(Refusal::EndingDisagrees(path, format.key())))
            }
            None => Ok(format),
        };
    }
    let Some(path) = given.output.as_deref().filter(|path| !output::is_stdout(path)) else {
        return Ok(TableFormat::Csv);
    };
    of_ending(path).ok_or_else(|| {
        Failure::usage(Refusal::UnknownEnding(
            path.display().to_string(),
            TableFormat::ALL.map(TableFormat::key).into(),
        ))
    })
}

fn of_ending(path: &Path) -> Option<TableFormat> {
    let ending = path.extension()?.to_str()?;
    TableFormat::ALL.into_iter().find(|format| format.key().eq_ignore_ascii_case(ending))
}
