//! The words around the chart in the window: its kind, scope, order, labels and size, and the list of charts.

use super::Lang;

/// A word of the chart's controls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartWord {
    /// Switch between the kinds.
    Kind,
    /// Opens the list of charts.
    AllCharts,
    /// Opens the orders.
    Order,
    /// Opens the labels.
    Labels,
    /// Opens the sizes.
    Size,
    /// The whole chart in the window.
    FitWindow,
    /// Heads the charts of everything.
    Whole,
    /// Heads the charts of sections.
    Sections,
    /// Heads the charts of fields of policy.
    Domains,
    /// Heads the charts of indicators.
    Indicators,
    /// Why a comparison is not in a chart of quotients.
    NoPlace,
}

impl ChartWord {
    /// The word.
    #[must_use]
    pub fn text(self, lang: Lang) -> &'static str {
        match self {
            Self::Kind => lang.choose("图表类型", "Kind of chart"),
            Self::AllCharts => lang.choose("全部图表", "All charts"),
            Self::Order => lang.choose("顺序", "Order"),
            Self::Labels => lang.choose("标签", "Labels"),
            Self::Size => lang.choose("大小", "Size"),
            Self::FitWindow => lang.choose("适合窗口", "Fit the window"),
            Self::Whole => lang.choose("整份报告", "The whole report"),
            Self::Sections => lang.choose("按章节", "By section"),
            Self::Domains => lang.choose("按领域", "By field of policy"),
            Self::Indicators => lang.choose("单个指标", "Single indicators"),
            Self::NoPlace => lang.choose("没有倍数", "No ratio"),
        }
    }
}

/// The heading of the list of charts of one kind: `哑铃图 · 19 张`.
#[must_use]
pub fn charts(kind: &str, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{kind} · {count} 张"),
        Lang::En if count == 1 => format!("{kind} · 1 chart"),
        Lang::En => format!("{kind} · {count} charts"),
    }
}

/// `所选 4 行（图中 3）`: the rows that were selected together, and how many of them are drawn.
#[must_use]
pub fn selected(count: usize, drawn: usize, lang: Lang) -> String {
    let rows = super::window::rows(count, lang);
    match (lang, drawn == count) {
        (Lang::Zh, true) => format!("所选 {rows}"),
        (Lang::Zh, false) => format!("所选 {rows}（图中 {drawn}）"),
        (Lang::En, true) => rows,
        (Lang::En, false) => format!("{rows} ({drawn} drawn)"),
    }
}

/// `所选 4 行中有 1 行不在图中。只有目标：高铁里程`, with the names by what keeps the rows from the chart.
#[must_use]
pub fn not_drawn(
    all: usize,
    count: usize,
    reasons: &[(&str, usize, Vec<String>)],
    lang: Lang,
) -> String {
    let names: Vec<String> = reasons
        .iter()
        .map(|(why, count, names)| {
            let rest = match count - names.len() {
                0 => String::new(),
                more => lang.choose(format!("等 {count} 行"), format!(" and {more} more")),
            };
            let names = names.join(lang.choose("、", ", "));
            lang.choose(format!("{why}：{names}{rest}"), format!("{why}: {names}{rest}"))
        })
        .collect();
    let names = names.join(lang.choose("；", "; "));
    match lang {
        Lang::Zh => format!("所选 {all} 行中有 {count} 行不在图中。{names}"),
        Lang::En if count == 1 => format!("1 of {all} selected rows is not in the chart. {names}"),
        Lang::En => format!("{count} of {all} selected rows are not in the chart. {names}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_are_not_drawn_are_named_as_far_as_a_sentence_goes() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let reasons = [("只有目标", 14, names(&["甲", "乙"])), ("只有实绩", 1, names(&["丙"]))];
        assert_eq!(
            not_drawn(20, 15, &reasons, Lang::Zh),
            "所选 20 行中有 15 行不在图中。只有目标：甲、乙等 14 行；只有实绩：丙"
        );
        let reasons = [("Target only", 3, names(&["a"]))];
        let said = not_drawn(4, 3, &reasons, Lang::En);
        assert!(said.ends_with("Target only: a and 2 more"), "{said}");
    }
}
