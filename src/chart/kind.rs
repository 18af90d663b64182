//! The kinds of chart: what each is called and for, and which comparisons it can show honestly.

use serde::{Deserialize, Serialize};

use super::rows;
use super::spec::{Labels, Order};
use crate::i18n::Lang;
use crate::model::{Comparison, Dimension, Quantity, Report};

/// The kinds of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ChartKind {
    /// Actual → target for indicators of one unit a panel.
    Dumbbell,
    /// Actual beside target, bars from zero.
    Bars,
    /// Each indicator on its own scale: the bar is the actual, the cross line the target (Few's specification, without bands).
    Bullet,
    /// Target ÷ actual for counts of different units, on one logarithmic scale.
    Ratio,
    /// All comparisons on one page, in three bands by verdict.
    Overview,
    /// Indicators as pictures: both figures in their wording, clause, section.
    Card,
    /// Where the figures stand: sections by role.
    Profile,
}

impl ChartKind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Dumbbell,
        Self::Bars,
        Self::Bullet,
        Self::Ratio,
        Self::Overview,
        Self::Card,
        Self::Profile,
    ];

    /// The name on the command line and in ids.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Dumbbell => "dumbbell",
            Self::Bars => "bars",
            Self::Bullet => "bullet",
            Self::Ratio => "ratio",
            Self::Overview => "overview",
            Self::Card => "card",
            Self::Profile => "profile",
        }
    }

    /// 哑铃图 / dumbbell.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Dumbbell => lang.choose("哑铃图", "Dumbbell"),
            Self::Bars => lang.choose("条形图", "Bars"),
            Self::Bullet => lang.choose("子弹图", "Bullet"),
            Self::Ratio => lang.choose("倍数图", "Ratio"),
            Self::Overview => lang.choose("总览图", "Overview"),
            Self::Card => lang.choose("指标卡", "Card"),
            Self::Profile => lang.choose("分布图", "Profile"),
        }
    }

    /// What it shows, in a few words.
    #[must_use]
    pub fn purpose(self, lang: Lang) -> &'static str {
        match self {
            Self::Dumbbell => {
                lang.choose("实绩到目标，每栏一种单位", "actual to target, one unit a panel")
            }
            Self::Bars => lang.choose("实绩与目标并列，从零起", "actual beside target, from zero"),
            Self::Bullet => {
                lang.choose("每个指标自己的刻度", "each indicator on a scale of its own")
            }
            Self::Ratio => lang
                .choose("目标是实绩的多少倍，对数刻度", "target ÷ actual on one logarithmic scale"),
            Self::Overview => {
                lang.choose("全部对照，按能否对照分组", "every comparison, by whether it is one")
            }
            Self::Card => lang.choose(
                "一个指标的两个数据和原文",
                "both figures of an indicator with their clauses",
            ),
            Self::Profile => {
                lang.choose("各章节有多少数据", "how many figures stand in which section")
            }
        }
    }

    /// What must be there for it to be honest.
    #[must_use]
    pub fn condition(self, lang: Lang) -> &'static str {
        match self {
            Self::Dumbbell => lang.choose(
                "哑铃图至少要有一组能画在同一刻度上的对照",
                "a dumbbell chart needs a comparison whose two figures stand on one scale",
            ),
            Self::Bars | Self::Bullet => lang.choose(
                "条形至少要有一组能画在同一刻度上的对照，位次没有长度",
                "a bar needs a comparison whose two figures stand on one scale, and a rank has no length",
            ),
            Self::Ratio => lang.choose(
                "倍数图至少要有两组可以相除的对照",
                "a ratio chart needs two comparisons whose target can be divided by the actual",
            ),
            Self::Overview => lang
                .choose("总览图至少要有两组对照", "an overview needs two comparisons"),
            Self::Card => lang.choose(
                "章节或领域的指标卡至少要有两组对照；只有一组时，用那个指标自己的卡",
                "cards of a section or a field of policy need two comparisons; a single one is on the card of its indicator",
            ),
            Self::Profile => lang.choose(
                "分布图按章节数全部数据，至少要分在两处；主要预期目标不是章节",
                "a profile counts all figures by section and needs two places; the headline targets are no section",
            ),
        }
    }

    /// The orders that change something in it.
    #[must_use]
    pub fn orders(self) -> &'static [Order] {
        match self {
            Self::Dumbbell | Self::Bars | Self::Bullet | Self::Overview | Self::Card => &Order::ALL,
            Self::Ratio => &[Order::Document, Order::Difference],
            Self::Profile => &[Order::Document, Order::Value],
        }
    }

    /// The labels that change something in it; where the difference stands in any case, it need not be asked for.
    #[must_use]
    pub fn labels(self) -> &'static [Labels] {
        match self {
            Self::Dumbbell | Self::Bars | Self::Bullet => &Labels::ALL,
            Self::Ratio | Self::Overview | Self::Card => &[Labels::Wording, Labels::Value],
            Self::Profile => &[Labels::Wording],
        }
    }

    /// What an order is called here: a ratio chart's difference is the ratio, a profile's value the count.
    #[must_use]
    pub fn order_name(self, order: Order, lang: Lang) -> &'static str {
        match (self, order) {
            (Self::Ratio, Order::Difference | Order::Value) => lang.choose("按倍数", "By ratio"),
            (Self::Profile, Order::Difference | Order::Value) => lang.choose("按个数", "By count"),
            (_, order) => order.name(lang),
        }
    }

    /// Whether a comparison of numbers has its place in this kind; those without go beside the axes, with their reason.
    pub(super) fn can_join(self, report: &Report, comparison: &Comparison) -> bool {
        let rank = || {
            let quantity = report.figure(&comparison.actual).map(|figure| &figure.quantity);
            quantity
                .and_then(Quantity::unit)
                .is_some_and(|unit| unit.dimension() == Dimension::Rank)
        };
        rows::has_axis(comparison)
            && match self {
                Self::Dumbbell | Self::Overview | Self::Card => true,
                // The length of a bar means an amount; a rank has none.
                Self::Bars | Self::Bullet => !rank(),
                Self::Ratio => rows::factor(comparison).is_some(),
                Self::Profile => false,
            }
    }

    /// Whether the kind shows comparisons that cannot be joined, side by side with their reason.
    pub(super) fn shows_unlinked(self) -> bool {
        !matches!(self, Self::Ratio | Self::Profile)
    }
}
