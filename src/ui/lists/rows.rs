//! A row of the table in words, made when it is seen.

use std::ops::Range;

use crate::command::Selection;
use crate::find::{Column, Index, Matcher, Row};
use crate::i18n::finding::Found;
use crate::i18n::number::NumberStyle;
use crate::i18n::window::Word;
use crate::i18n::{Lang, number, quotes, reason, terms};
use crate::model::{Basis, Figure, Report, Role, Status, Verdict};

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

/// Words of a row, and those bytes of them that were searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What stands there.
    pub text: String,
    /// What is to be set off in it.
    pub marks: Vec<Range<usize>>,
}

/// What is searched for, and in what.
#[derive(Clone, Copy)]
pub(super) struct Searched<'a> {
    /// Finds it in a text.
    pub matcher: &'a Matcher,
    /// What was searched: whole sentences too, where the report's text is attached.
    pub index: Option<&'a Index>,
}

impl Searched<'_> {
    /// With what was searched for set off; its sound too, where `spoken`.
    fn in_words(self, text: String, spoken: bool) -> Words {
        Words { marks: self.matcher.marks(&text, spoken), text }
    }
}

/// What stands in one of the three columns of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The figure in the chosen way of writing: its wording, or its number.
    pub main: Words,
    /// The other of the two, in a second line; `None` where the first says it all.
    pub below: Option<Words>,
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
    pub name: Words,
    /// Where it has what was searched for, if nothing of that is seen in the row.
    pub found_in: Option<Found>,
    /// Actual, target, goal; `None` where the report has none.
    pub cells: [Option<Cell>; 3],
    /// The difference, the derived value or the reason; never empty.
    pub outcome: String,
    /// Whether `outcome` is a computed number rather than a reason.
    pub computed: bool,
    /// `None` when there is nothing to compare.
    pub verdict: Option<Verdict>,
    /// For each shown column that holds words, what stands in it.
    pub words: Vec<(Column, Words)>,
    /// The row as a screen reader says it.
    pub spoken: String,
}

impl TableRow {
    /// Puts `row` into words, with what `columns` show besides figures; `None` for a row without any figure.
    #[must_use]
    pub(super) fn of(
        report: &Report,
        row: &Row,
        columns: &[Column],
        searched: Searched<'_>,
        writing: Writing,
    ) -> Option<Self> {
        let lang = writing.lang;
        let anchor = row.anchor(report)?;
        let one_basis = row.figures(report).all(|figure| figure.basis == anchor.basis);
        let name = searched.in_words(name(report, row, lang), true);
        let cells = row
            .cells(report)
            .map(|figure| figure.map(|figure| cell(figure, one_basis, searched, writing)));
        let comparison = row.comparison(report);
        let outcome = outcome(report, row, writing);
        let verdict = row.verdict(report);
        let said = |role: Role, cell: &Option<Cell>| {
            let cell = cell.as_ref()?;
            let role = terms::role(role, lang);
            let wording = &cell.main.text;
            match cell.below.as_ref().filter(|_| cell.worded) {
                Some(gloss) => Some(format!("{role} {wording} ({})", gloss.text)),
                None => Some(format!("{role} {wording}")),
            }
        };
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
            .map(|column| {
                let text = column_text::text(report, row, *column, writing);
                (
                    *column,
                    match column {
                        Column::Clause | Column::Section | Column::Id => {
                            searched.in_words(text, *column == Column::Section)
                        }
                        _ => Words { text, marks: Vec::new() },
                    },
                )
            })
            .collect::<Vec<_>>();
        let in_figures = |cell: &Cell| {
            let below = cell.below.iter().any(|below| !below.marks.is_empty());
            below || !cell.main.marks.is_empty()
        };
        let seen = |column: &Column| match column {
            Column::Name => !name.marks.is_empty(),
            Column::Actual => cells[Role::Actual as usize].as_ref().is_some_and(in_figures),
            Column::Target => cells[Role::Target as usize].as_ref().is_some_and(in_figures),
            Column::Goal => cells[Role::Goal as usize].as_ref().is_some_and(in_figures),
            _ => words.iter().any(|(one, words)| one == column && !words.marks.is_empty()),
        };
        let found_in = (!searched.matcher.is_empty() && !columns.iter().any(seen))
            .then(|| found_in(report, row, searched, lang))
            .flatten();
        let parts: Vec<String> = std::iter::once(name.text.clone())
            .chain(Role::ALL.into_iter().zip(&cells).filter_map(|(role, cell)| said(role, cell)))
            .chain([outcome.clone()])
            .chain(verdict.map(|verdict| terms::verdict(verdict, lang).to_owned()))
            .chain(found_in.map(|found| found.text(lang).to_owned()))
            .collect();
        Some(Self {
            key: key(report, row)?,
            spoken: parts.join(lang.choose("，", ", ")),
            name,
            found_in,
            cells,
            outcome,
            computed: comparison.is_some_and(|one| {
                one.difference.is_some() || (one.derived.is_some() && !writing.derived_hidden)
            }),
            verdict,
            words,
        })
    }

    /// What stands in a column of words; nothing for the others.
    #[must_use]
    pub fn word(&self, column: Column) -> Option<&Words> {
        let found = self.words.iter().find(|(one, _)| *one == column);
        found.map(|(_, words)| words)
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
    // 第15位 and 首位 of one ranking are places among different sets.
    if let Some(set) = &anchor.rank_set
        && report.figures_of(&indicator.id).any(|other| other.rank_set.as_ref() != Some(set))
        && row.figures(report).all(|figure| figure.rank_set.as_ref() == Some(set))
    {
        let set = lang.pick(set);
        name.push_str(&lang.choose(format!("：{set}"), format!(": {set}")));
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
    // The name of the row tells a rate or a change, never that something is added, nor that a positive number states a fall.
    if one_basis && figure.basis != Basis::Addition && !figure.states_decrease {
        figure.wording.clone()
    } else {
        terms::wording_with_basis(figure)
    }
}

/// Where a row has what was searched for besides what is seen of it; `None` where that cannot be shown either.
fn found_in(report: &Report, row: &Row, searched: Searched<'_>, lang: Lang) -> Option<Found> {
    let has = |text: &str, spoken| !searched.matcher.marks(text, spoken).is_empty();
    let any = |test: &dyn Fn(&Figure) -> bool| row.figures(report).any(test);
    let in_title = |one: &Figure| {
        let around = report.section_path(&one.section).into_iter();
        around.flat_map(|one| [&one.title.zh, &one.title.en]).any(|title| has(title, true))
    };
    let in_sentence = |one: &Figure| {
        let place = searched.index.zip(report.figure_position(&one.id));
        let sentence = place.and_then(|(index, place)| index.sentence(place));
        sentence.is_some_and(|sentence| has(sentence, false))
    };
    let indicator = row.indicator(report);
    let mut definitions = indicator.definitions.iter().flat_map(|one| [&one.text.zh, &one.text.en]);
    let by_id = |one: &Figure| has(one.id.as_str(), false);
    let other = lang.choose(Lang::En, Lang::Zh);
    if has(&name(report, row, other), true) {
        Some(Found::InOtherName)
    } else if any(&|one| has(&one.clause.text, false)) {
        Some(Found::InClause)
    } else if any(&in_title) {
        Some(Found::InSection)
    } else if any(&in_sentence) {
        Some(Found::InSentence)
    } else if definitions.any(|text| has(text, false)) {
        Some(Found::InDefinition)
    } else {
        let by_number = searched.matcher.names_section();
        let found = by_number || has(indicator.id.as_str(), false) || any(&by_id);
        found.then_some(Found::ByNumberOrId)
    }
}

fn cell(figure: &Figure, one_basis: bool, searched: Searched<'_>, writing: Writing) -> Cell {
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
        main: searched.in_words(main, false),
        below: below.map(|below| searched.in_words(below, false)),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::Rows;
    use crate::{bundled, load};

    #[test]
    fn no_two_rows_have_one_name() {
        let report = load::parse(bundled::TEXT, bundled::FILE_NAME).expect("it opens").report;
        for lang in Lang::ALL {
            let mut names = std::collections::HashSet::new();
            for row in Rows::of(&report).all() {
                let name = name(&report, row, lang);
                assert!(names.insert(name.clone()), "{name} stands twice");
            }
        }
    }

    #[test]
    fn what_is_added_says_so_in_every_row_and_way_of_writing() {
        let report = load::parse(bundled::TEXT, bundled::FILE_NAME).expect("it opens").report;
        let matcher = Matcher::default();
        let searched = Searched { matcher: &matcher, index: None };
        let mut seen = 0;
        for numbers in NumberStyle::ALL {
            let writing = Writing { lang: Lang::Zh, numbers, derived_hidden: false };
            for row in Rows::of(&report).all() {
                let line = TableRow::of(&report, row, &Column::ALL, searched, writing);
                let line = line.expect("a row");
                for (figure, cell) in row.cells(&report).into_iter().zip(line.cells) {
                    let (Some(figure), Some(cell)) = (figure, cell) else { continue };
                    let said = [Some(cell.main), cell.below].into_iter().flatten();
                    let said = said.filter(|words| words.text.contains("新增")).count();
                    assert_eq!(said > 0, figure.basis == Basis::Addition, "{}", figure.id);
                    seen += said;
                }
            }
        }
        assert!(seen > 0);
    }
}
