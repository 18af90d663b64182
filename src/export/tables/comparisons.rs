//! The columns of a table of comparisons: both figures, the verdict with its reason, and what may be computed.
//!
//! The last columns are never silent: where there is no difference, the outcome says why.

use super::{Cell, Column, OfIndicator, Shown, Table, indicator_columns};
use crate::i18n::number::Digits;
use crate::i18n::{Lang, reason, terms};
use crate::model::{
    Bilingual, Comparison, DifferenceBound, Figure, FigureFilter, Indicator, Report, Unit,
};

/// One comparison with what it compares.
pub struct Row<'a> {
    report: &'a Report,
    comparison: &'a Comparison,
    indicator: &'a Indicator,
    actual: &'a Figure,
    target: &'a Figure,
}

impl OfIndicator for Row<'_> {
    fn indicator(&self) -> &Indicator {
        self.indicator
    }
}

/// The comparisons of which `filter` keeps at least one figure, in document order of the targets.
#[must_use]
pub fn table(report: &Report, filter: &FigureFilter, lang: Lang) -> Table {
    let kept = report.comparisons().iter().filter(|comparison| {
        [&comparison.actual, &comparison.target]
            .into_iter()
            .filter_map(|id| report.figure(id))
            .any(|figure| filter.keeps(figure))
    });
    of(report, kept, lang)
}

/// These comparisons of the report, in the order given.
#[must_use]
pub fn of<'a>(
    report: &'a Report,
    comparisons: impl IntoIterator<Item = &'a Comparison>,
    lang: Lang,
) -> Table {
    let rows = comparisons.into_iter().filter_map(|comparison| {
        let (indicator, actual, target) = reason::parties(report, comparison)?;
        Some(Row { report, comparison, indicator, actual, target })
    });
    Table::new(lang.choose("对照", "Comparisons"), lang, &columns(), rows)
}

fn columns<'a>() -> Vec<Column<Row<'a>>> {
    use Shown::{Everywhere, Files, ReadIn};
    let [indicator, name_zh, name_en] = indicator_columns();
    vec![
        indicator,
        name_zh,
        name_en,
        Column::text("actual", ["实绩编号", "Actual id"], Files, 28, |row, _| {
            Cell::text(row.actual.id.as_str())
        }),
        Column::text("actual_wording", ["实绩", "Actual"], Everywhere, 18, |row, _| {
            Cell::text(&row.actual.wording)
        }),
        Column::text(
            "actual_basis",
            ["实绩口径", "Basis of the actual"],
            Everywhere,
            14,
            |row, lang| basis(row.actual, lang),
        ),
        Column::number(
            "actual_value",
            ["实绩数值", "Value of the actual"],
            Files,
            16,
            |row, _| Cell::maybe(row.actual.quantity.value(), Cell::Number),
        ),
        Column::text(
            "actual_bound",
            ["实绩界", "Bound of the actual"],
            Files,
            14,
            |row, lang| bound(row.actual, lang),
        ),
        Column::text(
            "actual_states_decrease",
            ["实绩表示减少", "The actual states a decrease"],
            Files,
            10,
            |row, _| Cell::Flag(row.actual.states_decrease),
        ),
        Column::text("actual_unit", ["实绩单位", "Unit of the actual"], Files, 9, |row, _| {
            unit(row.actual)
        }),
        Column::text("target", ["目标编号", "Target id"], Files, 28, |row, _| {
            Cell::text(row.target.id.as_str())
        }),
        Column::text("target_wording", ["目标", "Target"], Everywhere, 18, |row, _| {
            Cell::text(&row.target.wording)
        }),
        Column::text(
            "target_basis",
            ["目标口径", "Basis of the target"],
            Everywhere,
            14,
            |row, lang| basis(row.target, lang),
        ),
        Column::number(
            "target_value",
            ["目标数值", "Value of the target"],
            Files,
            16,
            |row, _| Cell::maybe(row.target.quantity.value(), Cell::Number),
        ),
        Column::text(
            "target_bound",
            ["目标界", "Bound of the target"],
            Files,
            14,
            |row, lang| bound(row.target, lang),
        ),
        Column::text(
            "target_states_decrease",
            ["目标表示减少", "The target states a decrease"],
            Files,
            10,
            |row, _| Cell::Flag(row.target.states_decrease),
        ),
        Column::text("target_unit", ["目标单位", "Unit of the target"], Files, 9, |row, _| {
            unit(row.target)
        }),
        Column::text("verdict", ["可比性", "Verdict"], Everywhere, 14, |row, lang| {
            let verdict = row.comparison.verdict;
            Cell::term(verdict.key(), terms::verdict(verdict, lang))
        }),
        Column::text("outcome", ["差距", "Outcome"], Everywhere, 28, |row, _| {
            Cell::Words(both(|lang| reason::outcome(row.comparison, Digits::Short, lang)))
        }),
        Column::number("difference", ["差值", "Difference"], Files, 14, |row, _| {
            Cell::maybe(row.comparison.difference, |found| Cell::Number(found.value))
        }),
        Column::number(
            "difference_high",
            ["差值上限", "Upper end of the difference"],
            Files,
            14,
            |row, _| {
                Cell::maybe(row.comparison.difference.and_then(|found| found.high), Cell::Number)
            },
        ),
        Column::text(
            "difference_bound",
            ["差值的界", "Bound of the difference"],
            Files,
            14,
            |row, lang| {
                Cell::maybe(row.comparison.difference, |found| computed_bound(found.bound, lang))
            },
        ),
        Column::text(
            "difference_unit",
            ["差值单位", "Unit of the difference"],
            Files,
            11,
            |row, lang| {
                Cell::maybe(row.comparison.difference, |found| {
                    if found.unit.is_percent() {
                        // Nobody has printed it: the word is ours, in the language of the table.
                        let label = lang.choose(PERCENTAGE_POINT, "percentage points");
                        Cell::term(PERCENTAGE_POINT, label)
                    } else {
                        Cell::text(found.unit.zh())
                    }
                })
            },
        ),
        Column::number(
            "ratio",
            ["目标是实绩的几倍", "Target ÷ actual"],
            Files,
            12,
            |row, _| Cell::maybe(row.comparison.ratio, |found| Cell::Number(found.value)),
        ),
        Column::number(
            "ratio_high",
            ["倍数上限", "Upper end of the ratio"],
            Files,
            12,
            |row, _| Cell::maybe(row.comparison.ratio.and_then(|found| found.high), Cell::Number),
        ),
        Column::text(
            "ratio_bound",
            ["倍数的界", "Bound of the ratio"],
            Files,
            14,
            |row, lang| {
                Cell::maybe(row.comparison.ratio, |found| computed_bound(found.bound, lang))
            },
        ),
        Column::number("derived", ["推算值", "Derived value"], Files, 16, |row, _| {
            Cell::maybe(row.comparison.derived, |found| Cell::Number(found.value))
        }),
        Column::number(
            "derived_high",
            ["推算值上限", "Upper end of the derived value"],
            Files,
            14,
            |row, _| Cell::maybe(row.comparison.derived.and_then(|found| found.high), Cell::Number),
        ),
        Column::text(
            "derived_bound",
            ["推算值的界", "Bound of the derived value"],
            Files,
            14,
            |row, lang| {
                Cell::maybe(row.comparison.derived, |found| computed_bound(found.bound, lang))
            },
        ),
        Column::text(
            "derived_unit",
            ["推算值单位", "Unit of the derived value"],
            Files,
            11,
            |row, _| Cell::maybe(row.comparison.derived, |found| Cell::text(found.unit.zh())),
        ),
        Column::text("formula_zh", ["推算式", "Formula (Chinese)"], Files, 32, |row, _| {
            formula(row, Lang::Zh)
        }),
        Column::text("formula_en", ["推算式（英文）", "Formula"], Files, 32, |row, _| {
            formula(row, Lang::En)
        }),
        Column::text(
            "reason_zh",
            ["理由", "Reason (Chinese)"],
            ReadIn(Lang::Zh),
            48,
            |row, _| Cell::Text(reason::sentence(row.report, row.comparison, Lang::Zh)),
        ),
        Column::text(
            "reason_en",
            ["理由（英文）", "Reason"],
            ReadIn(Lang::En),
            64,
            |row, _| Cell::Text(reason::sentence(row.report, row.comparison, Lang::En)),
        ),
    ]
}

/// The unit of a difference between two percentages.
const PERCENTAGE_POINT: &str = "个百分点";

fn basis(figure: &Figure, lang: Lang) -> Cell {
    Cell::term(figure.basis.key(), terms::stated_basis(figure, lang))
}

fn bound(figure: &Figure, lang: Lang) -> Cell {
    let bound = figure.quantity.bound();
    Cell::term(bound.key(), terms::bound(bound, lang))
}

fn unit(figure: &Figure) -> Cell {
    Cell::maybe(figure.quantity.unit().map(Unit::zh), Cell::text)
}

fn computed_bound(bound: DifferenceBound, lang: Lang) -> Cell {
    Cell::term(bound.key(), terms::difference_bound(bound, lang))
}

fn formula(row: &Row<'_>, lang: Lang) -> Cell {
    Cell::maybe(reason::formula(row.report, row.comparison, Digits::Short, lang), Cell::Text)
}

fn both(words: impl Fn(Lang) -> String) -> Bilingual {
    Bilingual { zh: words(Lang::Zh), en: words(Lang::En) }
}
