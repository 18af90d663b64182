//! What the columns of the tables mean, and the head of the short text that lies beside a chart's data.

use super::Lang;

/// What stands above the columns.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The chart's title.
    pub title: &'a str,
    /// Its id.
    pub chart: &'a str,
    /// The source line.
    pub source: &'a str,
    /// Who published the report.
    pub publisher: &'a str,
    /// On which day.
    pub published: &'a str,
    /// The name of the text's file.
    pub text_file: &'a str,
    /// The hash of the text.
    pub sha256: &'a str,
    /// Version of the data.
    pub data_version: &'a str,
    /// How many figures the table has.
    pub figures: usize,
    /// How many comparisons.
    pub comparisons: usize,
}

/// Title, source, hash, and how to read the tables.
#[must_use]
pub fn head(facts: &Facts<'_>, lang: Lang) -> String {
    let Facts {
        title,
        chart,
        source,
        publisher,
        published,
        text_file,
        sha256,
        data_version,
        figures,
        comparisons,
    } = facts;
    match lang {
        Lang::Zh => format!(
            "{title}\n{source}\n\n\
             图表：{chart}\n\
             数据：{figures} 项；对照：{comparisons} 组\n\
             原文发布：{publisher}，{published}，{text_file}\n\
             原文 SHA-256：{sha256}\n\
             数据版本：{data_version}\n\n\
             表格为 UTF-8（带 BOM）的 CSV，可用 Excel、WPS 直接打开。数值用基本单位：1.2万个写作 12000 个。\n\
             空格表示报告没有说，不等于零。位置是原文中的 Unicode 码位，从 0 数起，“止”不含在内。\n\
             可能被电子表格当作公式的文字前面加了一个撇号。\n"
        ),
        Lang::En => format!(
            "{title}\n{source}\n\n\
             Chart: {chart}\n\
             Figures: {figures}; comparisons: {comparisons}\n\
             Text published by: {publisher}, {published}, {text_file}\n\
             SHA-256 of the text: {sha256}\n\
             Version of the data: {data_version}\n\n\
             The tables are CSV in UTF-8 (with a byte order mark) and open in Excel and WPS. Values are in the base unit: 1.2万个 is 12000 个.\n\
             An empty cell means that the report does not say; it is not zero. Positions are Unicode code points of the text, counted from 0, ends not included.\n\
             A text that a spreadsheet would run as a formula has an apostrophe in front.\n"
        ),
    }
}

/// What the column with this key means; `None` for one that is not described.
#[must_use]
pub fn column(key: &str, lang: Lang) -> Option<&'static str> {
    Some(match key {
        "id" => lang.choose("数据在报告中的唯一编号", "the figure's own id in the report"),
        "indicator" => lang.choose("所属指标的编号", "the id of its indicator"),
        "name_zh" => lang.choose("指标的中文名称", "the indicator's Chinese name"),
        "name_en" => lang.choose("指标的英文名称", "the indicator's English name"),
        "role" => lang.choose("实绩、目标或五年目标", "actual, target or five-year goal"),
        "value" => lang.choose(
            "数值，基本单位；区间的下限",
            "the value in the base unit; the lower end of a range",
        ),
        "value_high" => lang.choose("区间的上限", "the upper end of a range"),
        "scale" => lang.choose(
            "原文中的倍数：万、亿",
            "what the printed number is multiplied by: 万 (10,000), 亿 (100 million)",
        ),
        "bound" => lang.choose(
            "确数、约数、不低于、超过、不超过等",
            "exact, approximate, at least, more than, at most and so on",
        ),
        "bound_word" => lang.choose(
            "表示界的原词，如 以上、左右",
            "the printed word of the bound, such as 以上 or 左右",
        ),
        "commitment" => {
            lang.choose("力争、确保等", "力争 (strive for), 确保 (ensure) and the like")
        }
        "basis" => lang.choose(
            "总数、当期数、新增、增速（正数表示下降时为降幅）、比率、增减量（正数表示减少时为减少量）、位次、累计",
            "level, done in the period, newly added, growth rate (rate of fall where a positive number states a fall), rate or share, change (decrease where a positive number states one), rank or cumulative",
        ),
        "period" => lang.choose("所说的时期", "the time that it speaks of"),
        "status" => lang.choose("正式、预计或计划", "final, preliminary or planned"),
        "definition" => {
            lang.choose("有几种统计内容时是哪一种", "which of several ways of counting")
        }
        "rank_set" => lang.choose("位次在哪个范围内排", "the set that a rank is among"),
        "states_decrease" | "actual_states_decrease" | "target_states_decrease" => {
            lang.choose("正数是否表示下降", "whether a positive number states a fall")
        }
        "yearly_average" => lang.choose("是否年均", "whether it is a yearly average"),
        "domain" => lang.choose("政策领域", "the field of policy"),
        "direction" => {
            lang.choose("越高越好、越低越好或中性", "higher is better, lower is better, or neutral")
        }
        "section" => lang.choose("所在章节的编号", "the number of its section"),
        "section_title" => lang.choose("所在章节的标题", "the title of its section"),
        "start" => lang.choose("措辞在原文中的第一个码位", "the first code point of the wording"),
        "end" => lang.choose("措辞之后的码位", "the code point after the wording"),
        "clause" => lang.choose(
            "说出名称和数字的最短原文",
            "the shortest piece of the text that names the thing and holds the number",
        ),
        "clause_start" => lang.choose("这段原文的第一个码位", "the first code point of the clause"),
        "clause_end" => lang.choose("这段原文之后的码位", "the code point after the clause"),
        "repeats" => {
            lang.choose("同一数据在前文的编号", "the id of the same figure earlier in the text")
        }
        "note" => lang.choose("读者须知", "what a reader must know"),
        "actual" | "target" => lang.choose("该数据的编号", "the figure's id"),
        "wording_en" => lang.choose(
            "没有数字的措辞说的是什么，英文",
            "what a wording without a number says, in English",
        ),
        "wording" | "actual_wording" | "target_wording" => {
            lang.choose("报告中印出的措辞", "as printed in the report")
        }
        "actual_basis" | "target_basis" => lang.choose("该数据的口径", "the figure's basis"),
        "actual_value" | "target_value" => {
            lang.choose("数值，基本单位", "the value in the base unit")
        }
        "actual_bound" | "target_bound" => lang.choose("该数值的界", "the bound of that value"),
        "unit" | "actual_unit" | "target_unit" => lang.choose("单位，中文", "the unit, in Chinese"),
        "verdict" => {
            lang.choose("同一口径、可推算或口径不同", "same basis, derivable or different basis")
        }
        "outcome" => lang.choose("差距，或没有差距的原因", "the difference, or why there is none"),
        "difference" => lang.choose(
            "目标减实绩；百分数为百分点",
            "target minus actual; percentage points for rates",
        ),
        "difference_high" => {
            lang.choose("差值区间的上限", "the upper end of a difference that is a range")
        }
        "difference_bound" => lang.choose("差值有多确定", "how firmly the difference stands"),
        "difference_unit" => lang.choose("差值的单位", "the unit of the difference"),
        "ratio" => lang.choose("目标除以实绩", "target divided by actual"),
        "ratio_high" => lang.choose("倍数区间的上限", "the upper end of a ratio that is a range"),
        "ratio_bound" => lang.choose("倍数有多确定", "how firmly the ratio stands"),
        "derived" => lang.choose(
            "由实绩和增速推算，报告没有印出",
            "derived from actual and growth; the report does not print it",
        ),
        "derived_high" => lang.choose("推算区间的上限", "the upper end of a derived range"),
        "derived_bound" => lang.choose("推算值的界", "the bound of the derived value"),
        "derived_unit" => lang.choose("推算值的单位", "the unit of the derived value"),
        "formula_zh" => lang.choose("推算式", "the formula of the derived value, in Chinese"),
        "formula_en" => lang.choose("推算式，英文", "the formula of the derived value"),
        "reason_zh" => {
            lang.choose("可比或不可比的理由", "why the two can or cannot be compared, in Chinese")
        }
        "reason_en" => {
            lang.choose("可比或不可比的理由，英文", "why the two can or cannot be compared")
        }
        _ => return None,
    })
}

/// Where the notes of a table are, before its columns.
#[must_use]
pub fn columns_of(ending: &str, lang: Lang) -> String {
    lang.choose(format!("\n“…{ending}”的各列\n"), format!("\nColumns of “…{ending}”\n"))
}
