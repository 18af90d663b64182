//! The rows of the table: one for each comparison, and one for each figure that no comparison holds.
//!
//! A goal stands in the row of its indicator that has its basis and definition, or in a row of its own.
//! A figure that says an earlier one again has no row; it keeps the row of the earlier one in its section.

use crate::command::{RowFilter, Selection};
use crate::i18n::number::Digits;
use crate::i18n::window::Word;
use crate::i18n::{Lang, number, quotes, reason, terms};
use crate::model::{Comparison, Figure, Indicator, Report, Role, SectionId, Status, Verdict};

use super::figure_text;

/// What stands in one of the three columns of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// As printed, with the word that the wording leaves to its sentence.
    pub wording: String,
    /// What it comes to, for those who do not read the wording.
    pub value: Option<String>,
    /// The same with all digits, for the pointer that rests on it.
    pub full: Option<String>,
    /// 预计
    pub preliminary: bool,
    /// Only words, no number.
    pub worded: bool,
    /// The clause, for the pointer that rests on it.
    pub clause: String,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// What is selected when it is clicked.
    pub key: Selection,
    /// What is measured.
    pub name: String,
    /// The unit of its figures.
    pub unit: String,
    /// Actual, target, goal; `None` where the report has none.
    pub cells: [Option<Cell>; 3],
    /// The difference, the derived value or the reason; never empty.
    pub outcome: String,
    /// Whether `outcome` is a computed number rather than a reason.
    pub computed: bool,
    /// `None` when there is nothing to compare.
    pub verdict: Option<Verdict>,
    /// The row as a screen reader says it.
    pub spoken: String,
}

/// The rows that are listed, and how many there are under each filter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The chosen section's heading, or what the whole report sets against each other.
    pub title: String,
    /// What the section says, or how many comparisons of each kind there are.
    pub subtitle: String,
    /// The heads of the three columns of figures.
    pub heads: [String; 3],
    /// The rows in their order.
    pub rows: Vec<TableRow>,
    /// How many rows the section has.
    pub all: usize,
    /// How many of them compare an actual with a target.
    pub compared: usize,
}

/// The figures of one row before they are put into words.
struct Draft<'a> {
    indicator: &'a Indicator,
    comparison: Option<&'a Comparison>,
    figures: [Option<&'a Figure>; 3],
}

impl<'a> Draft<'a> {
    fn figures(&self) -> impl Iterator<Item = &'a Figure> + '_ {
        self.figures.iter().flatten().copied()
    }

    /// The figure that names the row: the target, else the actual, else the goal.
    fn anchor(&self) -> Option<&'a Figure> {
        let [actual, target, goal] = self.figures;
        target.or(actual).or(goal)
    }
}

impl Table {
    /// Lists what `section` holds, or the whole report.
    ///
    /// A section is listed in its own order; the whole report in the order of its targets,
    /// with what has no target after them.
    #[must_use]
    pub fn of(report: &Report, section: Option<&SectionId>, filter: RowFilter, lang: Lang) -> Self {
        let inside =
            |figure: &Figure| section.is_none_or(|section| figure.section.is_within(section));
        let mut drafts: Vec<((u8, u32), Draft<'_>)> = report
            .indicators()
            .iter()
            .flat_map(|indicator| drafts_of(report, indicator))
            .filter_map(|draft| {
                let first = places_of(report, &draft)
                    .filter(|figure| inside(figure))
                    .map(|figure| figure.span.start)
                    .min()?;
                let order = match (section, draft.figures[1]) {
                    (None, Some(target)) => (0, target.span.start),
                    (None, None) => (1, first),
                    (Some(_), _) => (0, first),
                };
                Some((order, draft))
            })
            .collect();
        drafts.sort_by_key(|(order, _)| *order);

        let all = drafts.len();
        let compared = drafts.iter().filter(|(_, draft)| draft.comparison.is_some()).count();
        let rows = drafts
            .iter()
            .filter(|(_, draft)| match filter {
                RowFilter::All => true,
                RowFilter::Compared => draft.comparison.is_some(),
            })
            .filter_map(|(_, draft)| row(draft, lang))
            .collect();
        let (title, subtitle) = super::heading::heading(report, section, lang);
        Self { title, subtitle, heads: super::heading::columns(report, lang), rows, all, compared }
    }
}

/// The figures of a row and those that say them again.
fn places_of<'a>(report: &'a Report, draft: &Draft<'a>) -> impl Iterator<Item = &'a Figure> {
    let own: Vec<&Figure> = draft.figures().collect();
    let again: Vec<&Figure> = report
        .figures_of(&draft.indicator.id)
        .filter(|figure| {
            figure.repeats.as_ref().is_some_and(|id| own.iter().any(|first| first.id == *id))
        })
        .collect();
    own.into_iter().chain(again)
}

fn drafts_of<'a>(report: &'a Report, indicator: &'a Indicator) -> Vec<Draft<'a>> {
    let mut drafts: Vec<Draft<'a>> = report
        .comparisons_of(&indicator.id)
        .map(|comparison| Draft {
            indicator,
            comparison: Some(comparison),
            figures: [report.figure(&comparison.actual), report.figure(&comparison.target), None],
        })
        .collect();
    for figure in report.figures_of(&indicator.id).filter(|figure| figure.repeats.is_none()) {
        if drafts.iter().any(|draft| draft.figures().any(|other| other.id == figure.id)) {
            continue;
        }
        let alike = |other: &Figure| {
            other.basis == figure.basis
                && other.definition == figure.definition
                && other.quantity.unit() == figure.quantity.unit()
        };
        let home = drafts.iter_mut().find(|draft| {
            figure.role == Role::Goal && draft.figures[2].is_none() && draft.figures().any(alike)
        });
        if let Some(home) = home {
            home.figures[2] = Some(figure);
        } else {
            let alone = |role| (figure.role == role).then_some(figure);
            drafts.push(Draft { indicator, comparison: None, figures: Role::ALL.map(alone) });
        }
    }
    drafts
}

fn row(draft: &Draft<'_>, lang: Lang) -> Option<TableRow> {
    let anchor = draft.anchor()?;
    let one_basis = draft.figures().all(|figure| figure.basis == anchor.basis);
    let mut name = if one_basis {
        terms::measured_name(draft.indicator, anchor.basis, lang)
    } else {
        lang.pick(&draft.indicator.name).to_owned()
    };
    let one_definition = draft.figures().all(|figure| figure.definition == anchor.definition);
    if let Some(definition) = anchor.definition.as_ref().filter(|_| one_definition)
        && let Some(found) = draft.indicator.definitions.iter().find(|d| d.id == *definition)
    {
        let words = lang.pick(&found.text);
        name.push_str(&lang.choose(format!("（{words}）"), format!(" ({words})")));
    }

    let name = quotes::set(&name, lang);

    let cells = draft.figures.map(|figure| figure.map(|figure| cell(figure, one_basis, lang)));
    let (outcome, computed) = match draft.comparison {
        Some(comparison) => (
            reason::outcome(comparison, Digits::Short, lang),
            comparison.difference.is_some() || comparison.derived.is_some(),
        ),
        None => (lone_reason(draft).text(lang).to_owned(), false),
    };
    let verdict = draft.comparison.map(|comparison| comparison.verdict);
    let said = |role: Role, cell: &Option<Cell>| {
        cell.as_ref().map(|cell| format!("{} {}", terms::role(role, lang), cell.wording))
    };
    let parts: Vec<String> = std::iter::once(name.clone())
        .chain(Role::ALL.into_iter().zip(&cells).filter_map(|(role, cell)| said(role, cell)))
        .chain([outcome.clone()])
        .chain(verdict.map(|verdict| terms::verdict(verdict, lang).to_owned()))
        .collect();
    Some(TableRow {
        key: Selection { indicator: draft.indicator.id.clone(), figure: Some(anchor.id.clone()) },
        unit: units(draft, lang),
        spoken: parts.join(lang.choose("，", ", ")),
        name,
        cells,
        outcome,
        computed,
        verdict,
    })
}

fn cell(figure: &Figure, one_basis: bool, lang: Lang) -> Cell {
    Cell {
        // The name of the row tells the basis, never that a positive number states a fall.
        wording: if one_basis && !figure.states_decrease {
            figure.wording.clone()
        } else {
            terms::wording_with_basis(figure, Lang::Zh)
        },
        value: match lang {
            Lang::Zh => None,
            Lang::En => figure_text::cell_value(figure, lang),
        },
        full: figure_text::normalised(&figure.quantity, lang),
        preliminary: figure.status == Status::Preliminary,
        worded: figure.quantity.value().is_none(),
        clause: figure.clause.text.clone(),
    }
}

fn lone_reason(draft: &Draft<'_>) -> Word {
    match draft.figures {
        [_, Some(_), _] => Word::OnlyTarget,
        [Some(_), None, _] => Word::OnlyActual,
        [None, None, _] => Word::OnlyGoal,
    }
}

/// The unit of the row, or both where the two sides differ.
fn units(draft: &Draft<'_>, lang: Lang) -> String {
    let mut names: Vec<&str> = Vec::new();
    for unit in draft.figures().filter_map(|figure| figure.quantity.unit()) {
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
