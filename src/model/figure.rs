//! A figure: one quantitative statement at one place in the report.

use super::about::{Bilingual, Span};
use super::ids::{FigureId, IndicatorId, SectionId};
use super::quantity::Quantity;

/// What a figure is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Done last year, or in the term under review (实绩).
    Actual,
    /// To do this year (目标).
    Target,
    /// To reach in the coming five years (五年目标).
    Goal,
}

impl Role {
    /// Every role, in reading order.
    pub const ALL: [Self; 3] = [Self::Actual, Self::Target, Self::Goal];

    /// The name in data files, JSON and on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Target => "target",
            Self::Goal => "goal",
        }
    }
}

/// How firm the figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Stated as a fact.
    Final,
    /// 预计: an estimate made before the year's accounts were closed.
    Preliminary,
    /// A target or a goal.
    Planned,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Final, Self::Preliminary, Self::Planned];

    /// The name in data files and JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Final => "final",
            Self::Preliminary => "preliminary",
            Self::Planned => "planned",
        }
    }
}

/// What a number is a number of (口径). Numbers on different bases are never set against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Basis {
    /// A state at a date: 国际友城达到100个.
    Level,
    /// Done within the period: 新建改造燃气管网261公里.
    Flow,
    /// Newly added to a stock that is counted too: 新增高新技术企业842家.
    Addition,
    /// A rate of change against the period before, in %.
    GrowthRate,
    /// A part of a whole, in %.
    Share,
    /// A change in the unit of the thing itself: 比上年增加28天.
    Change,
    /// A place in an order, with the set that is ordered.
    Rank,
    /// Summed over several periods, or a streak: 十八连丰.
    Cumulative,
}

impl Basis {
    /// Every basis, in the order of the documentation.
    pub const ALL: [Self; 8] = [
        Self::Level,
        Self::Flow,
        Self::Addition,
        Self::GrowthRate,
        Self::Share,
        Self::Change,
        Self::Rank,
        Self::Cumulative,
    ];

    /// The name in data files, JSON and on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Flow => "flow",
            Self::Addition => "addition",
            Self::GrowthRate => "growth_rate",
            Self::Share => "share",
            Self::Change => "change",
            Self::Rank => "rank",
            Self::Cumulative => "cumulative",
        }
    }
}

/// Which way is better, where the matter itself says so. Never shown as red or green.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Direction {
    /// More is better.
    Higher,
    /// Less is better: unemployment, days to a permit.
    Lower,
    /// Neither.
    Neutral,
}

impl Direction {
    /// Every direction.
    pub const ALL: [Self; 3] = [Self::Higher, Self::Lower, Self::Neutral];

    /// The name in data files and JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::Neutral => "neutral",
        }
    }
}

/// The time a figure speaks of. `NotStated` is a statement too: the report gives none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Period {
    /// One calendar year.
    Year(u16),
    /// The term of office under review (本届), without years.
    Term,
    /// The coming `n` years, as one span: 今后五年.
    Next(u8),
    /// The report says no time.
    NotStated,
}

impl Period {
    /// The name in JSON, CSV and settings: `2021`, `term`, `next:5`, `not_stated`.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Year(year) => year.to_string(),
            Self::Term => "term".to_owned(),
            Self::Next(years) => format!("next:{years}"),
            Self::NotStated => "not_stated".to_owned(),
        }
    }
}

/// The word with which the government binds itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Commitment {
    /// 确保
    Ensure,
    /// 力争
    Strive,
    /// 争取
    Seek,
}

impl Commitment {
    /// Every commitment word.
    pub const ALL: [Self; 3] = [Self::Ensure, Self::Strive, Self::Seek];

    /// The name in data files and JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Ensure => "ensure",
            Self::Strive => "strive",
            Self::Seek => "seek",
        }
    }

    /// The printed word.
    #[must_use]
    pub fn zh(self) -> &'static str {
        match self {
            Self::Ensure => "确保",
            Self::Strive => "力争",
            Self::Seek => "争取",
        }
    }
}

/// The shortest piece of the report that names the thing and holds the figure (原文).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// As printed.
    pub text: String,
    /// Where it stands; always around the figure's own span.
    pub span: Span,
}

/// The set that a rank orders: 全国数字化转型百强城市.
pub type RankSet = Bilingual;

/// One quantitative statement at one place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Unique in the report.
    pub id: FigureId,
    /// What is measured.
    pub indicator: IndicatorId,
    /// Actual, target or goal.
    pub role: Role,
    /// Final, preliminary or planned.
    pub status: Status,
    /// What kind of number it is.
    pub basis: Basis,
    /// The time it speaks of.
    pub period: Period,
    /// Value, bound, unit and printed scale.
    pub quantity: Quantity,
    /// The word that makes the bound: 左右, 以上, 突破; `None` for exact figures.
    pub bound_word: Option<String>,
    /// 力争, 确保; `None` where the report commits itself without such a word.
    pub commitment: Option<Commitment>,
    /// Which of the indicator's definitions it follows, where there is more than one.
    pub definition: Option<String>,
    /// The set that a rank orders; for [`Basis::Rank`] always there.
    pub rank_set: Option<RankSet>,
    /// Whether the (positive) number states a decrease: 降幅53%, 压减36.9亿元.
    pub states_decrease: bool,
    /// Whether the number is a yearly average over the period: 年均增长8%左右.
    pub yearly_average: bool,
    /// As printed: `8%左右`.
    pub wording: String,
    /// What a wording without a number says, in English: "steady growth". It stands beside the wording, never for it.
    pub wording_en: Option<String>,
    /// Where the wording stands.
    pub span: Span,
    /// The clause around it.
    pub clause: Clause,
    /// The innermost section that holds it.
    pub section: SectionId,
    /// An earlier figure that says the same thing again; both must agree.
    pub repeats: Option<FigureId>,
    /// What a reader must know to read it rightly.
    pub note: Option<Bilingual>,
}
