//! The words of the overview.

use super::Lang;
use crate::model::{About, Verdict};

/// The chart of the headline targets.
#[must_use]
pub fn headline(lang: Lang) -> &'static str {
    lang.choose("主要预期目标", "Headline targets")
}

/// The same where a report or section has no headline targets, so that all comparisons are drawn.
#[must_use]
pub fn all_targets(lang: Lang) -> &'static str {
    lang.choose("实绩与目标", "Actuals and targets")
}

/// Which years the chart sets against each other.
#[must_use]
pub fn years(about: &About, lang: Lang) -> String {
    let (actual, target) = (about.actual_year, about.target_year);
    lang.choose(
        format!("{actual}年实绩 → {target}年目标，按原文措辞"),
        format!("{actual} actual → {target} target"),
    )
}

/// That search and facets leave so many comparisons.
#[must_use]
pub fn narrowed(count: usize, lang: Lang) -> String {
    let left = super::window::comparisons(count, lang);
    lang.choose(
        format!("按搜索和筛选，只看其中 {left}"),
        format!("Search and filters leave {left}"),
    )
}

/// Why there is no chart.
#[must_use]
pub fn nothing_to_join(lang: Lang) -> &'static str {
    lang.choose("没有可以画在一起的数", "No two numbers to draw together")
}

/// What the reader of an empty chart card can do.
#[must_use]
pub fn nothing_to_join_more(lang: Lang) -> &'static str {
    lang.choose(
        "这里没有同时给出实绩和目标的指标；请在左侧选择别的章节。",
        "Nothing here has both an actual and a target; choose another section at the left.",
    )
}

/// What a band holds, in a few words.
#[must_use]
pub fn band(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::SameBasis => lang.choose("同一口径，给出差距", "Same basis, with the difference"),
        Verdict::Derivable => lang.choose(
            "目标是增速或增减量，由实绩推算",
            "Follows from last year's value and the growth",
        ),
        Verdict::DifferentBasis => {
            lang.choose("口径不同，说明原因，不算差距", "Different basis, with the reason")
        }
    }
}

/// A band without comparisons.
#[must_use]
pub fn empty_band(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::SameBasis => {
            lang.choose("这里没有可以直接对照的目标。", "No target here can be compared directly.")
        }
        Verdict::Derivable => {
            lang.choose("这里没有需要推算的目标。", "No target here has to be derived.")
        }
        Verdict::DifferentBasis => {
            lang.choose("这里没有口径不同的目标。", "No target here has another basis.")
        }
    }
}

/// Head of the card that counts figures by section.
#[must_use]
pub fn distribution(lang: Lang) -> &'static str {
    lang.choose("数据在报告中的分布", "Where the numbers stand")
}

/// Below it.
#[must_use]
pub fn distribution_more(lang: Lang) -> &'static str {
    lang.choose("各章节的数据项数，点选可筛选", "Figures by section; click one to see it alone")
}

/// What stands directly in a part, before its numbered sections.
#[must_use]
pub fn directly(lang: Lang) -> &'static str {
    lang.choose("开头部分", "Opening")
}

/// Head of the introduction.
#[must_use]
pub fn welcome(lang: Lang) -> &'static str {
    lang.choose("第一次使用：三件事", "New here? Three things")
}

/// The three things.
#[must_use]
pub fn introduction(lang: Lang) -> [(&'static str, &'static str); 3] {
    match lang {
        Lang::Zh => [
            ("先选章节", "左侧点选章节，总览、表格、图表和原文都只看这一部分。"),
            ("再看对照", "点选任一指标，右侧给出原文、出处，以及能不能对照、为什么。"),
            ("带走图表", "导出的图片按原文措辞标注，写明来源，随图带有数据。"),
        ],
        Lang::En => [
            (
                "Choose a section",
                "Click one at the left: overview, table, chart and text show it alone.",
            ),
            (
                "Look at a comparison",
                "Click any indicator: at the right stand its clauses, their places, and whether the two can be compared, and why.",
            ),
            (
                "Take a chart along",
                "An exported picture keeps the report's wording, names its source and carries its data.",
            ),
        ],
    }
}

/// Leads to the help.
#[must_use]
pub fn more_help(lang: Lang) -> &'static str {
    lang.choose("符号、规则和快捷键（F1）", "Signs, rules and shortcuts (F1)")
}

/// Of how many pairs cannot be told whether the target asks for more or less than was reached.
#[must_use]
pub fn untold(pairs: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有 {pairs} 组无从判断"),
        Lang::En => format!("{pairs} more cannot be told"),
    }
}
