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

/// `所选 3 项`: the indicators that were selected together.
#[must_use]
pub fn selected(count: usize, lang: Lang) -> String {
    lang.choose(format!("所选 {count} 项"), format!("{count} indicators"))
}
