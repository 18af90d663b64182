//! The columns of a table of figures.

use super::{Cell, Column, OfIndicator, Shown, Table, indicator_columns};
use crate::i18n::{Lang, terms};
use crate::model::{Figure, FigureFilter, Indicator, Report};

/// One figure with its indicator.
pub struct Row<'a> {
    figure: &'a Figure,
    indicator: &'a Indicator,
    report: &'a Report,
}

impl OfIndicator for Row<'_> {
    fn indicator(&self) -> &Indicator {
        self.indicator
    }
}

/// The figures that `filter` keeps, in document order.
#[must_use]
pub fn table(report: &Report, filter: &FigureFilter, lang: Lang) -> Table {
    of(report, report.select(filter), lang)
}

/// These figures of the report, in the order given.
#[must_use]
pub fn of<'a>(
    report: &'a Report,
    figures: impl IntoIterator<Item = &'a Figure>,
    lang: Lang,
) -> Table {
    let rows = figures.into_iter().map(|figure| Row {
        figure,
        indicator: report.indicator_of(figure),
        report,
    });
    Table::new(lang.choose("数据", "Figures"), lang, &columns(), rows)
}

/// Everything that is known of a figure.
fn columns<'a>() -> Vec<Column<Row<'a>>> {
    use Shown::{Everywhere, Files};
    let [indicator, name_zh, name_en] = indicator_columns();
    vec![
        Column::text("id", ["编号", "Id"], Files, 28, |row, _| {
            Cell::text(row.figure.id.as_str())
        }),
        indicator,
        name_zh,
        name_en,
        Column::text("role", ["类别", "Role"], Everywhere, 10, |row, lang| {
            Cell::term(row.figure.role.key(), terms::role(row.figure.role, lang))
        }),
        Column::text("wording", ["报告用语", "Wording"], Everywhere, 18, |row, _| {
            Cell::text(&row.figure.wording)
        }),
        Column::text(
            "wording_en",
            ["报告用语（英文）", "Wording in English"],
            Files,
            18,
            |row, _| Cell::maybe(row.figure.wording_en.as_deref(), Cell::text),
        ),
        Column::number("value", ["数值", "Value"], Everywhere, 16, |row, _| {
            Cell::maybe(row.figure.quantity.value(), Cell::Number)
        }),
        Column::number("value_high", ["数值上限", "Upper end"], Files, 12, |row, _| {
            Cell::maybe(row.figure.quantity.high(), Cell::Number)
        }),
        Column::text("unit", ["单位", "Unit"], Everywhere, 9, |row, _| {
            Cell::maybe(row.figure.quantity.unit(), |unit| Cell::text(unit.zh()))
        }),
        Column::text("scale", ["原文倍数", "Printed in"], Files, 10, |row, _| {
            match row.figure.quantity.scale().zh() {
                "" => Cell::Empty,
                scale => Cell::text(scale),
            }
        }),
        Column::text("bound", ["界", "Bound"], Everywhere, 14, |row, lang| {
            let bound = row.figure.quantity.bound();
            Cell::term(bound.key(), terms::bound(bound, lang))
        }),
        Column::text("bound_word", ["界的用词", "Bound word"], Files, 10, |row, _| {
            Cell::maybe(row.figure.bound_word.as_deref(), Cell::text)
        }),
        Column::text("commitment", ["承诺用词", "Commitment"], Files, 11, |row, lang| {
            Cell::maybe(row.figure.commitment, |word| {
                Cell::term(word.key(), terms::commitment(word, lang))
            })
        }),
        Column::text("basis", ["口径", "Basis"], Everywhere, 14, |row, lang| {
            Cell::term(row.figure.basis.key(), terms::stated_basis(row.figure, lang))
        }),
        Column::text("period", ["时期", "Period"], Everywhere, 12, |row, lang| {
            let period = row.figure.period;
            Cell::Term { key: period.key(), label: terms::period(period, lang) }
        }),
        Column::text("status", ["状态", "Status"], Everywhere, 11, |row, lang| {
            Cell::term(row.figure.status.key(), terms::status(row.figure.status, lang))
        }),
        Column::text("definition", ["统计内容", "Definition"], Files, 18, definition),
        Column::text("rank_set", ["排名范围", "Ranked among"], Files, 18, |row, _| {
            Cell::maybe(row.figure.rank_set.clone(), Cell::Words)
        }),
        Column::text(
            "states_decrease",
            ["表示减少", "States a decrease"],
            Files,
            10,
            |row, _| Cell::Flag(row.figure.states_decrease),
        ),
        Column::text("yearly_average", ["年均", "Yearly average"], Files, 10, |row, _| {
            Cell::Flag(row.figure.yearly_average)
        }),
        Column::text("domain", ["领域", "Domain"], Files, 18, |row, lang| {
            Cell::term(row.indicator.domain.key(), terms::domain(row.indicator.domain, lang))
        }),
        Column::text("direction", ["方向", "Direction"], Files, 16, |row, lang| {
            let direction = row.indicator.direction;
            Cell::term(direction.key(), terms::direction(direction, lang))
        }),
        Column::text("section", ["章节", "Section"], Everywhere, 9, |row, _| {
            Cell::text(row.figure.section.as_str())
        }),
        Column::text("section_title", ["章节标题", "Section title"], Files, 28, |row, _| {
            Cell::maybe(row.report.section(&row.figure.section), |section| {
                Cell::Words(section.title.clone())
            })
        }),
        Column::number("start", ["起", "Start"], Files, 8, |row, _| {
            Cell::Count(row.figure.span.start)
        }),
        Column::number("end", ["止", "End"], Files, 8, |row, _| Cell::Count(row.figure.span.end)),
        Column::text("clause", ["原文", "Clause"], Everywhere, 48, |row, _| {
            Cell::text(&row.figure.clause.text)
        }),
        Column::number("clause_start", ["原文起", "Clause start"], Files, 8, |row, _| {
            Cell::Count(row.figure.clause.span.start)
        }),
        Column::number("clause_end", ["原文止", "Clause end"], Files, 8, |row, _| {
            Cell::Count(row.figure.clause.span.end)
        }),
        Column::text("repeats", ["重复于", "Repeats"], Files, 20, |row, _| {
            Cell::maybe(row.figure.repeats.as_ref(), |id| Cell::text(id.as_str()))
        }),
        Column::text("note", ["注", "Note"], Files, 40, |row, _| {
            Cell::maybe(row.figure.note.clone(), Cell::Words)
        }),
    ]
}

/// Which of its indicator's definitions a figure follows: the id for programs, the words for people.
fn definition(row: &Row<'_>, lang: Lang) -> Cell {
    Cell::maybe(row.figure.definition.as_deref(), |id| {
        let words = row
            .indicator
            .definitions
            .iter()
            .find(|definition| definition.id == id)
            .map_or(id, |definition| lang.pick(&definition.text));
        Cell::term(id, words)
    })
}
