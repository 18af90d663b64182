//! The words of the detail panel and of the dialog that says what the report is.

use super::Lang;
use super::number;
use crate::model::{Figure, Role, Scale, plain};

words! {
    /// What stands before a fact.
    enum Label;
    /// The value in the base unit.
    Value = "数值", "Value";
    /// What the number bounds.
    Bound = "界", "Bound";
    /// The word with which the government binds itself.
    Commitment = "承诺", "Commitment";
    /// What kind of number it is.
    Basis = "口径", "Basis";
    /// The time it speaks of.
    Period = "时期", "Period";
    /// Final, preliminary or planned.
    Status = "状态", "Status";
    /// Which of the ways to count.
    Definition = "统计内容", "Counted";
    /// The set of a rank.
    Ranked = "排名范围", "Ranked among";
    /// What a reader must know.
    Note = "说明", "Note";
    /// The link to the figure.
    Link = "链接", "Link";
    /// Who gave it.
    Speaker = "报告人", "Speaker";
    /// At which meeting.
    Meeting = "会议", "Meeting";
    /// The day it was given.
    Delivered = "报告日期", "Given on";
    /// Who published the text, and when.
    Published = "刊发", "Published";
    /// The text file.
    TextFile = "文本", "Text";
    /// Its hash.
    Hash = "SHA-256", "SHA-256";
    /// Version of the data.
    DataVersion = "数据版本", "Data version";
    /// The id of the report.
    Id = "编号", "Id";
    /// How much the data holds.
    Counts = "收录", "Captured";
    /// What shows it.
    Application = "软件", "Application";
    /// What the attached text is.
    Attached = "所附原文", "Attached text";
}

/// Head of the menu of references.
#[must_use]
pub fn cite(lang: Lang) -> &'static str {
    lang.choose("引用", "Cite")
}

/// In the menu of references: that figure.
#[must_use]
pub fn cite_figure(lang: Lang) -> &'static str {
    lang.choose("引用这项数据", "This figure")
}

/// In the menu of references: the report.
#[must_use]
pub fn cite_report(lang: Lang) -> &'static str {
    lang.choose("引用整份报告", "The report")
}

/// What a screen reader says of an entry: 引用这项数据：BibTeX.
#[must_use]
pub fn cite_as(whole_report: bool, style: &str, lang: Lang) -> String {
    let what = if whole_report { cite_report(lang) } else { cite_figure(lang) };
    match lang {
        Lang::Zh => format!("{what}：{style}"),
        Lang::En => format!("{what}: {style}"),
    }
}

/// The way back through the sections, for those who hear it.
#[must_use]
pub fn crumbs_name(lang: Lang) -> &'static str {
    lang.choose("所在章节", "Where it stands")
}

/// The head above the comparison.
#[must_use]
pub fn comparison(lang: Lang) -> &'static str {
    lang.choose("对照", "Comparison")
}

/// Why an indicator has no comparison, by the roles that it has.
#[must_use]
pub fn no_comparison(has: &[Role], lang: Lang) -> &'static str {
    let has = |role| has.contains(&role);
    match (has(Role::Actual), has(Role::Target)) {
        (true, true) => {
            lang.choose("这项数据没有与之对照的另一项。", "Nothing is set against this figure.")
        }
        (true, false) => lang.choose(
            "报告只给出实绩，没有提出目标（不等于零）。",
            "The report gives the actual and sets no target, which is not zero.",
        ),
        (false, true) => lang.choose(
            "报告只提出目标，没有给出实绩（不等于零）。",
            "The report sets a target and gives no actual, which is not zero.",
        ),
        (false, false) => lang.choose(
            "报告只有五年目标，没有当年实绩或目标（不等于零）。",
            "The report has a five-year goal only: no actual and no target, which is not zero.",
        ),
    }
}

/// What a derived value stands for when it is hidden.
#[must_use]
pub fn derived_hidden(lang: Lang) -> &'static str {
    lang.choose("推算值已隐藏", "Derived values are hidden")
}

/// How the printed number comes to its value: `印作 1.2万个 = 1.2 × 10,000 = 12,000 个`.
///
/// `None` when the report has only words.
#[must_use]
pub fn conversion(figure: &Figure, lang: Lang) -> Option<String> {
    let quantity = &figure.quantity;
    let (value, unit) = (quantity.value()?, quantity.unit()?);
    let name = number::unit_name(unit, lang);
    let full = number::number(value, number::Digits::Full, lang);
    let scale = quantity.scale();
    if scale == Scale::One {
        return Some(match lang {
            Lang::Zh => format!("单位：{name}；按印出的数，没有换算。"),
            Lang::En => format!("Unit: {name}; the number as printed, nothing converted."),
        });
    }
    let printed = plain(value.checked_div(scale.factor())?);
    let factor = number::number(scale.factor(), number::Digits::Full, lang);
    Some(match lang {
        Lang::Zh => {
            let by = scale.zh();
            format!("单位：{name}；印作 {printed}{by}，{printed} × {factor} = {full}。")
        }
        Lang::En => {
            format!("Unit: {name}; printed in units of {factor}: {printed} × {factor} = {full}.")
        }
    })
}

/// `181 项数据，40 组对照，176 个数字未收录`.
#[must_use]
pub fn counts(
    figures: usize,
    indicators: usize,
    comparisons: usize,
    excluded: usize,
    lang: Lang,
) -> String {
    match lang {
        Lang::Zh => format!(
            "{figures} 项数据，{indicators} 个指标，{comparisons} 组对照；{excluded} 个数字不是数据，各有原因"
        ),
        Lang::En => format!(
            "{figures} figures, {indicators} indicators, {comparisons} comparisons; {excluded} numbers left out, each for a reason"
        ),
    }
}

/// The application with its version and its licence.
#[must_use]
pub fn application(version: &str, lang: Lang) -> String {
    let name = super::window::Word::Application.text(lang);
    format!("{name} {version} · MIT / Apache-2.0")
}

/// Above the licences.
#[must_use]
pub fn licences_more(lang: Lang) -> &'static str {
    lang.choose(
        "本软件采用 MIT 或 Apache-2.0 许可；字体为 Noto Sans SC（思源黑体），采用 SIL 开放字体许可。以下为所含程序库及其许可，和字体许可的全文。",
        "The application is under MIT or Apache-2.0, its fonts, Noto Sans SC, under the SIL Open Font License. Below are the libraries inside with their licences, and the licence of the fonts in full.",
    )
}

/// `14,711 字`.
#[must_use]
pub fn characters(count: u32, lang: Lang) -> String {
    let shown = number::number(count.into(), number::Digits::Full, lang);
    lang.choose(format!("{shown} 字"), format!("{shown} characters"))
}
