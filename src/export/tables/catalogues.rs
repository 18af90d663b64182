//! The columns of the smaller tables: the section tree, the charts on offer, and what the report is.

use std::collections::HashMap;

use super::{Cell, Column, Shown, Table};
use crate::chart::{self, Catalog, CatalogEntry};
use crate::i18n::{Lang, terms};
use crate::model::{Bilingual, Report, RoleCounts, Section, SectionId};

/// Every section in document order, with the figures in it and below it.
#[must_use]
pub fn sections(report: &Report, lang: Lang) -> Table {
    struct Row<'a> {
        section: &'a Section,
        counts: RoleCounts,
    }

    let counts: HashMap<SectionId, RoleCounts> = report.section_counts();
    let rows = report.sections().iter().map(|section| Row {
        section,
        counts: counts.get(&section.id).copied().unwrap_or_default(),
    });
    let columns: Vec<Column<Row<'_>>> = vec![
        Column::text("id", ["编号", "Id"], Shown::Everywhere, 9, |row, _| {
            Cell::text(row.section.id.as_str())
        }),
        Column::text("parent", ["上级", "Parent"], Shown::Files, 9, |row, _| {
            Cell::maybe(row.section.id.parent(), |id| Cell::text(id.as_str()))
        }),
        Column::text("kind", ["层级", "Kind"], Shown::Everywhere, 10, |row, lang| {
            Cell::term(row.section.kind.key(), terms::section_kind(row.section.kind, lang))
        }),
        Column::text(
            "number",
            ["印刷序号", "Printed number"],
            Shown::Everywhere,
            10,
            |row, _| {
                if row.section.number.is_empty() {
                    Cell::Empty
                } else {
                    Cell::text(&row.section.number)
                }
            },
        ),
        Column::text(
            "title_zh",
            ["标题", "Title (Chinese)"],
            Shown::ReadIn(Lang::Zh),
            36,
            |row, _| Cell::text(&row.section.title.zh),
        ),
        Column::text(
            "title_en",
            ["标题（英文）", "Title"],
            Shown::ReadIn(Lang::En),
            48,
            |row, _| Cell::text(&row.section.title.en),
        ),
        Column::number("actual", ["实绩数", "Actuals"], Shown::Everywhere, 8, |row, _| {
            count_cell(row.counts.actual)
        }),
        Column::number("target", ["目标数", "Targets"], Shown::Everywhere, 8, |row, _| {
            count_cell(row.counts.target)
        }),
        Column::number("goal", ["五年目标数", "Goals"], Shown::Everywhere, 10, |row, _| {
            count_cell(row.counts.goal)
        }),
        Column::number("start", ["起", "Start"], Shown::Files, 8, |row, _| {
            Cell::Count(row.section.span.start)
        }),
        Column::number("end", ["止", "End"], Shown::Files, 8, |row, _| {
            Cell::Count(row.section.span.end)
        }),
        Column::text("summary_zh", ["概要", "Summary (Chinese)"], Shown::Files, 64, |row, _| {
            Cell::text(&row.section.summary.zh)
        }),
        Column::text(
            "summary_en",
            ["概要（英文）", "Summary"],
            Shown::Files,
            64,
            |row, _| Cell::text(&row.section.summary.en),
        ),
    ];
    Table::new(lang.choose("章节", "Sections"), lang, &columns, rows)
}

/// The charts that there are.
#[must_use]
pub fn charts(catalog: Catalog<'_>, lang: Lang) -> Table {
    struct Row<'a> {
        report: &'a Report,
        entry: CatalogEntry,
    }

    let report = catalog.report();
    let rows = catalog.entries().into_iter().map(|entry| Row { report, entry });
    let columns: Vec<Column<Row<'_>>> = vec![
        Column::text("id", ["编号", "Id"], Shown::Everywhere, 28, |row, _| {
            Cell::text(row.entry.id.as_str())
        }),
        Column::text("kind", ["图表类型", "Kind"], Shown::Everywhere, 12, |row, lang| {
            Cell::term(row.entry.spec.kind.key(), row.entry.spec.kind.name(lang))
        }),
        Column::text(
            "title_zh",
            ["标题", "Title (Chinese)"],
            Shown::ReadIn(Lang::Zh),
            40,
            |row, _| Cell::Text(chart::title(row.report, &row.entry.spec, Lang::Zh)),
        ),
        Column::text(
            "title_en",
            ["标题（英文）", "Title"],
            Shown::ReadIn(Lang::En),
            56,
            |row, _| Cell::Text(chart::title(row.report, &row.entry.spec, Lang::En)),
        ),
        Column::number(
            "comparisons",
            ["对照数", "Comparisons"],
            Shown::Everywhere,
            11,
            |row, _| count_cell(row.entry.spec.comparisons(row.report).len()),
        ),
        Column::text("indicators", ["指标", "Indicators"], Shown::Files, 64, |row, _| {
            let indicators = row.entry.spec.indicators(row.report);
            Cell::List(indicators.iter().map(|id| id.as_str().to_owned()).collect())
        }),
    ];
    Table::new(lang.choose("图表", "Charts"), lang, &columns, rows)
}

/// What the report is: the block that stands in every workbook.
#[must_use]
pub fn about(report: &Report, lang: Lang) -> Table {
    struct Row {
        key: &'static str,
        label: &'static str,
        value: Cell,
    }

    let about = report.about();
    let words = |words: &Bilingual| Cell::Words(words.clone());
    let row = |key, zh, en, value| Row { key, label: lang.choose(zh, en), value };
    let counts = report.counts();
    let rows = [
        row("title", "报告", "Report", words(&about.title)),
        row("place", "地区", "Place", words(&about.place)),
        row(
            "actual_year",
            "实绩年份",
            "Year of the actuals",
            Cell::Count(about.actual_year.into()),
        ),
        row(
            "target_year",
            "目标年份",
            "Year of the targets",
            Cell::Count(about.target_year.into()),
        ),
        row("speaker", "报告人", "Given by", words(&about.speaker)),
        row("office", "职务", "Office", words(&about.office)),
        row("meeting", "会议", "Meeting", words(&about.meeting)),
        row("delivered", "报告日期", "Delivered", Cell::Text(about.delivered.to_string())),
        row("published", "发布日期", "Published", Cell::Text(about.published.to_string())),
        row("publisher", "发布者", "Publisher", words(&about.publisher)),
        row("text_file", "原文文件", "Text file", Cell::text(&report.text().file_name)),
        row(
            "text_sha256",
            "原文 SHA-256",
            "SHA-256 of the text",
            Cell::text(&report.text().sha256),
        ),
        row(
            "text_characters",
            "原文字符数",
            "Characters of the text",
            Cell::Count(report.text().characters),
        ),
        row("actuals", "实绩数", "Actuals", count_cell(counts.actual)),
        row("targets", "目标数", "Targets", count_cell(counts.target)),
        row("goals", "五年目标数", "Five-year goals", count_cell(counts.goal)),
        row("comparisons", "对照数", "Comparisons", count_cell(report.comparisons().len())),
        row("report", "数据编号", "Id of the data", Cell::text(report.id().as_str())),
        row("data_version", "数据版本", "Version of the data", Cell::text(report.data_version())),
        row("application", "软件", "Application", Cell::text(APPLICATION)),
    ];
    let columns: Vec<Column<Row>> = vec![
        Column::text("key", ["键", "Key"], Shown::Files, 16, |row, _| Cell::text(row.key)),
        Column::text("item", ["项目", "Item"], Shown::Everywhere, 24, |row, _| {
            Cell::text(row.label)
        }),
        Column::text("value", ["内容", "Content"], Shown::Everywhere, 72, |row, _| {
            row.value.clone()
        }),
    ];
    Table::new(lang.choose("关于", "About"), lang, &columns, rows)
}

/// The application that wrote a file, with its version.
pub const APPLICATION: &str = concat!("Report Explorer ", env!("CARGO_PKG_VERSION"));

fn count_cell(count: usize) -> Cell {
    Cell::Count(u32::try_from(count).unwrap_or(u32::MAX))
}
