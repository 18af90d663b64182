//! What stands in each column of the table as text: on the screen, in a copy, for a condition.

use crate::find::{Column, Row};
use crate::i18n::finding::Word;
use crate::i18n::number::NumberStyle;
use crate::i18n::{Lang, quotes, terms, window};
use crate::model::{Figure, Report, Role};

use super::figure_text;
use super::rows::{self, Writing};

/// What `row` has in `column`; empty where the report has nothing.
#[must_use]
pub fn text(report: &Report, row: &Row, column: Column, writing: Writing) -> String {
    let lang = writing.lang;
    let anchor = row.anchor(report);
    let all = |term: &dyn Fn(&Figure) -> String| joined(report, row, term);
    match column {
        Column::Name => rows::name(report, row, lang),
        Column::Unit => rows::units(report, row, lang),
        Column::Actual => figure(report, row, Role::Actual),
        Column::Target => figure(report, row, Role::Target),
        Column::Goal => figure(report, row, Role::Goal),
        Column::Outcome => rows::outcome(report, row, writing),
        Column::Verdict => match row.verdict(report) {
            Some(verdict) => terms::verdict(verdict, lang).to_owned(),
            None => Word::NoComparison.text(lang).to_owned(),
        },
        Column::Section => anchor.map_or_else(String::new, |figure| section(report, figure, lang)),
        Column::Domain => terms::domain(row.indicator(report).domain, lang).to_owned(),
        Column::Basis => all(&|one| terms::stated_basis(one, lang).to_owned()),
        Column::Bound => all(&|one| terms::bound(one.quantity.bound(), lang).to_owned()),
        Column::Period => all(&|one| terms::period(one.period, lang)),
        Column::Direction => terms::direction(row.indicator(report).direction, lang).to_owned(),
        Column::Status => all(&|one| terms::status(one.status, lang).to_owned()),
        Column::Clause => anchor.map_or_else(String::new, |one| one.clause.text.clone()),
        Column::Id => anchor.map_or_else(String::new, |one| one.id.as_str().to_owned()),
    }
}

/// What `row` shows in `column`: figures in the chosen way of writing numbers.
#[must_use]
pub fn shown(report: &Report, row: &Row, column: Column, writing: Writing) -> String {
    let role = match column {
        Column::Actual => Role::Actual,
        Column::Target => Role::Target,
        Column::Goal => Role::Goal,
        _ => return text(report, row, column, writing),
    };
    let digits = writing.numbers.digits();
    let number = row.cells(report)[role as usize]
        .filter(|_| writing.numbers != NumberStyle::AsPrinted)
        .and_then(|figure| figure_text::cell_value(figure, digits, writing.lang));
    number.unwrap_or_else(|| text(report, row, column, writing))
}

/// What a column is called where no year is known.
#[must_use]
pub fn label(column: Column, lang: Lang) -> &'static str {
    match column {
        Column::Name => Word::Indicator,
        Column::Unit => Word::FacetUnit,
        Column::Actual => Word::Actual,
        Column::Target => Word::Target,
        Column::Goal => Word::Goal,
        Column::Outcome => Word::Outcome,
        Column::Verdict => Word::FacetVerdict,
        Column::Section => Word::FacetSection,
        Column::Domain => Word::FacetDomain,
        Column::Basis => Word::FacetBasis,
        Column::Bound => Word::FacetBound,
        Column::Period => Word::FacetPeriod,
        Column::Direction => Word::FacetDirection,
        Column::Status => Word::FacetStatus,
        Column::Clause => Word::Clause,
        Column::Id => Word::Id,
    }
    .text(lang)
}

fn figure(report: &Report, row: &Row, role: Role) -> String {
    let cells = row.cells(report);
    let anchor = row.anchor(report).map(|anchor| anchor.basis);
    let one_basis = cells.iter().flatten().all(|one| Some(one.basis) == anchor);
    cells[role as usize].map_or_else(String::new, |one| rows::wording(one, one_basis))
}

/// The term of every figure of the row, each once.
fn joined(report: &Report, row: &Row, term: &dyn Fn(&Figure) -> String) -> String {
    let mut terms: Vec<String> = Vec::new();
    for figure in row.figures(report) {
        let term = term(figure);
        if !terms.contains(&term) {
            terms.push(term);
        }
    }
    terms.join(" / ")
}

/// The heading of the innermost section, with the number of the one around it where it has none.
fn section(report: &Report, figure: &Figure, lang: Lang) -> String {
    let path = report.section_path(&figure.section);
    let Some(last) = path.last() else { return String::new() };
    let title = quotes::set(lang.pick(&last.title), lang);
    let heading = window::section_heading(&last.number, &last.id, &title, lang);
    match lang {
        Lang::Zh => {
            let around: String =
                path[..path.len() - 1].iter().map(|section| section.number.as_str()).collect();
            format!("{around}{heading}")
        }
        Lang::En if last.number.is_empty() => format!("{} {heading}", last.id),
        Lang::En => heading,
    }
}
