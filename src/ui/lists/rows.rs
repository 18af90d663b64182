//! A row of the table in words, made when it is seen.

use crate::command::Selection;
use crate::find::{Column, Row};
use crate::i18n::number::NumberStyle;
use crate::i18n::window::Word;
use crate::i18n::{Lang, number, quotes, reason, terms};
use crate::model::{Figure, Report, Role, Status, Verdict};

use super::{column_text, figure_text};

/// How a row is put into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Writing {
    /// The language of names and terms.
    pub lang: Lang,
    /// The way of writing numbers.
    pub numbers: NumberStyle,
    /// Whether values that the report does not print give way to their reason.
    pub derived_hidden: bool,
}

/// What stands in one of the three columns of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The figure in the chosen way of writing: its wording, or its number.
    pub main: String,
    /// The other of the two, in a second line; `None` where the first says it all.
    pub below: Option<String>,
    /// 预计
    pub preliminary: bool,
    /// Only words, no number.
    pub worded: bool,
    /// Clause, value, unit and scale, for the pointer that rests on it.
    pub hover: String,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// What is selected when it is clicked.
    pub key: Selection,
    /// What is measured.
    pub name: String,
    /// Actual, target, goal; `None` where the report has none.
    pub cells: [Option<Cell>; 3],
    /// The difference, the derived value or the reason; never empty.
    pub outcome: String,
    /// Whether `outcome` is a computed number rather than a reason.
    pub computed: bool,
    /// `None` when there is nothing to compare.
    pub verdict: Option<Verdict>,
    /// For each shown column that holds words, what stands in it.
    pub words: Vec<(Column, String)>,
    /// The row as a screen reader says it.
    pub spoken: String,
}

impl TableRow {
    /// Puts `row` into words, with what `columns` show besides figures; `None` for a row without any figure.
    #[must_use]
    pub fn of(report: &Report, row: &Row, columns: &[Column], writing: Writing) -> Option<Self> {
        let lang = writing.lang;
        let anchor = row.anchor(report)?;
        let one_basis = row.figures(report).all(|figure| figure.basis == anchor.basis);
        let name = name(report, row, lang);
        let cells =
            row.cells(report).map(|figure| figure.map(|figure| cell(figure, one_basis, writing)));
        let comparison = row.comparison(report);
        let outcome = outcome(report, row, writing);
        let verdict = row.verdict(report);
        let said = |role: Role, cell: &Option<Cell>| {
            let cell = cell.as_ref()?;
            let role = terms::role(role, lang);
            match cell.below.as_ref().filter(|_| cell.worded) {
                Some(gloss) => Some(format!("{role} {} ({gloss})", cell.main)),
                None => Some(format!("{role} {}", cell.main)),
            }
        };
        let parts: Vec<String> = std::iter::once(name.clone())
            .chain(Role::ALL.into_iter().zip(&cells).filter_map(|(role, cell)| said(role, cell)))
            .chain([outcome.clone()])
            .chain(verdict.map(|verdict| terms::verdict(verdict, lang).to_owned()))
            .collect();
        let own = |column: &&Column| {
            !matches!(
                column,
                Column::Name
                    | Column::Actual
                    | Column::Target
                    | Column::Goal
                    | Column::Outcome
                    | Column::Verdict
            )
        };
        let words = columns
            .iter()
            .filter(own)
            .map(|column| (*column, column_text::text(report, row, *column, writing)))
            .collect();
        Some(Self {
            key: key(report, row)?,
            spoken: parts.join(lang.choose("，", ", ")),
            name,
            cells,
            outcome,
            computed: comparison.is_some_and(|one| {
                one.difference.is_some() || (one.derived.is_some() && !writing.derived_hidden)
            }),
            verdict,
            words,
        })
    }

    /// What stands in a column of words; empty for the others.
    #[must_use]
    pub fn word(&self, column: Column) -> &str {
        let found = self.words.iter().find(|(one, _)| *one == column);
        found.map_or("", |(_, word)| word.as_str())
    }
}

/// What is selected when the row is.
pub(super) fn key(report: &Report, row: &Row) -> Option<Selection> {
    let anchor = row.anchor(report)?;
    Some(Selection { indicator: anchor.indicator.clone(), figure: Some(anchor.id.clone()) })
}

/// What the row measures: the indicator, with its basis and definition where all figures share them.
pub(super) fn name(report: &Report, row: &Row, lang: Lang) -> String {
    let indicator = row.indicator(report);
    let Some(anchor) = row.anchor(report) else { return String::new() };
    let one_basis = row.figures(report).all(|figure| figure.basis == anchor.basis);
    let mut name = if one_basis {
        terms::measured_name(indicator, anchor.basis, lang)
    } else {
        lang.pick(&indicator.name).to_owned()
    };
    let one_definition = row.figures(report).all(|figure| figure.definition == anchor.definition);
    if let Some(definition) = anchor.definition.as_ref().filter(|_| one_definition)
        && let Some(found) = indicator.definitions.iter().find(|d| d.id == *definition)
    {
        let words = lang.pick(&found.text);
        name.push_str(&lang.choose(format!("（{words}）"), format!(" ({words})")));
    }
    quotes::set(&name, lang)
}

/// The difference, the derived value or the reason; never empty.
pub(super) fn outcome(report: &Report, row: &Row, writing: Writing) -> String {
    match row.comparison(report) {
        Some(comparison) if writing.derived_hidden && comparison.derived.is_some() => {
            reason::short(comparison, writing.lang).to_owned()
        }
        Some(comparison) => reason::outcome(comparison, writing.numbers.digits(), writing.lang),
        None => lone_reason(row).text(writing.lang).to_owned(),
    }
}

/// The wording of a figure in a row, with the word of its basis where the row's name does not say it.
pub(super) fn wording(figure: &Figure, one_basis: bool) -> String {
    // The name of the row tells the basis, never that a positive number states a fall.
    if one_basis && !figure.states_decrease {
        figure.wording.clone()
    } else {
        terms::wording_with_basis(figure, Lang::Zh)
    }
}

fn cell(figure: &Figure, one_basis: bool, writing: Writing) -> Cell {
    let lang = writing.lang;
    let wording = wording(figure, one_basis);
    let value = figure_text::cell_value(figure, writing.numbers.digits(), lang);
    let (main, below) = match (writing.numbers, lang, value) {
        // Who reads Chinese needs no second line beside the report's own words.
        (NumberStyle::AsPrinted, Lang::Zh, _) => (wording, None),
        (_, _, None) => (wording, terms::gloss(figure, lang).map(str::to_owned)),
        (NumberStyle::AsPrinted, Lang::En, value) => (wording, value),
        (_, _, Some(value)) => {
            let same = value == wording;
            (value, (!same).then_some(wording))
        }
    };
    Cell {
        main,
        below,
        preliminary: figure.status == Status::Preliminary,
        worded: figure.quantity.value().is_none(),
        hover: hover(figure, lang),
    }
}

/// The clause, what the wording comes to, and how it was converted.
fn hover(figure: &Figure, lang: Lang) -> String {
    let mut lines = vec![figure.clause.text.clone()];
    match figure_text::normalised(figure, lang) {
        Some(value) => lines.push(value),
        None => lines.push(terms::worded(figure, lang)),
    }
    if let Some(unit) = figure.quantity.unit() {
        let label = crate::i18n::finding::Word::UnitLabel.text(lang);
        let name = match lang {
            Lang::Zh => unit.zh().to_owned(),
            Lang::En if unit.en(false).is_empty() || unit.en(false) == unit.zh() => {
                unit.zh().to_owned()
            }
            Lang::En => format!("{} ({})", unit.en(false), unit.zh()),
        };
        let mut line = format!("{label}{}{name}", lang.choose("：", ": "));
        let scale = figure.quantity.scale();
        if !scale.zh().is_empty() {
            let factor = number::number(scale.factor(), number::Digits::Full, lang);
            line.push_str(lang.choose("；", "; "));
            line.push_str(&crate::i18n::finding::printed_scale(scale.zh(), &factor, lang));
        }
        lines.push(line);
    }
    lines.join("\n")
}

/// Why a row without a comparison has none.
pub(super) fn lone_reason(row: &Row) -> Word {
    match row.figures {
        [_, Some(_), _] => Word::OnlyTarget,
        [Some(_), None, _] => Word::OnlyActual,
        [None, None, _] => Word::OnlyGoal,
    }
}

/// The unit of the row, or all of them where the sides differ.
#[must_use]
pub fn units(report: &Report, row: &Row, lang: Lang) -> String {
    let mut names: Vec<&str> = Vec::new();
    for unit in row.figures(report).filter_map(|figure| figure.quantity.unit()) {
        let name = match (lang, unit.en(false)) {
            (Lang::En, "") => "",
            _ => number::unit_name(unit, lang),
        };
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(" / ")
}
