//! A section: a node of the report's tree, with its heading and its place in the text.

use super::about::{Bilingual, Span};
use super::ids::SectionId;

/// How a section is headed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SectionKind {
    /// 一、
    Part,
    /// (一)
    Numbered,
    /// The short sentence that heads a paragraph.
    Topic,
}

impl SectionKind {
    /// Every kind, outermost first.
    pub const ALL: [Self; 3] = [Self::Part, Self::Numbered, Self::Topic];

    /// The name in data files and JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Part => "part",
            Self::Numbered => "numbered",
            Self::Topic => "topic",
        }
    }
}

/// A node of the section tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its number: `3.6.b`.
    pub id: SectionId,
    /// How it is headed.
    pub kind: SectionKind,
    /// The printed number with its punctuation: 三、 or (六); empty for topics.
    pub number: String,
    /// The heading without its number.
    pub title: Bilingual,
    /// From the heading's first character to the last of what belongs to it.
    pub span: Span,
    /// What it says, in our own words.
    pub summary: Bilingual,
}
