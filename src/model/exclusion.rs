//! An exclusion: a number of the text that is no figure, with the reason.

use super::about::Span;

/// Why a number in the text is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ExclusionReason {
    /// A date, a year, a time of day.
    Date,
    /// The number of a heading, a meeting, a batch, an edition.
    Numbering,
    /// Part of a proper name: 5G, X5, 二十大.
    Name,
    /// A policy named by a number: “五型经济”, “5+3+7+5”.
    Slogan,
    /// Part of what is counted, not a count: 亿元以上项目, 40吨以下锅炉.
    Definition,
    /// A figure of speech or an indefinite number: 一批, 百年一遇.
    Idiom,
    /// The page around the report.
    Furniture,
}

impl ExclusionReason {
    /// Every reason, in the order of the documentation.
    pub const ALL: [Self; 7] = [
        Self::Date,
        Self::Numbering,
        Self::Name,
        Self::Slogan,
        Self::Definition,
        Self::Idiom,
        Self::Furniture,
    ];

    /// The name in data files and JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Numbering => "numbering",
            Self::Name => "name",
            Self::Slogan => "slogan",
            Self::Definition => "definition",
            Self::Idiom => "idiom",
            Self::Furniture => "furniture",
        }
    }
}

/// A number in the text that is no figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exclusion {
    /// The number with as much around it as makes the reason plain.
    pub wording: String,
    /// Where the wording stands.
    pub span: Span,
    /// Why it is no figure.
    pub reason: ExclusionReason,
}
