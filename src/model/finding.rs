//! What a check finds: an item, its field, and what is wrong with it, in both languages.

use super::about::Bilingual;
use super::ids::{FigureId, IndicatorId, SectionId};
use super::rules::Rule;

/// A place in a file, as an editor shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Counted from 1.
    pub line: usize,
    /// In characters, counted from 1.
    pub column: usize,
}

/// Control characters, and marks that turn the direction of text: they make it read otherwise than it is.
#[must_use]
pub fn is_garbling(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A stranger's words on one line of a message, without what a terminal would obey.
#[must_use]
pub fn printable(text: &str) -> String {
    let shown = |c: char| match c {
        '\n' | '\r' | '\t' => ' ',
        c if is_garbling(c) => '\u{fffd}',
        c => c,
    };
    text.chars().map(shown).collect()
}

/// One item of a report.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ItemRef {
    /// The report as a whole: `about`, `text`.
    Report,
    /// A section.
    Section(SectionId),
    /// An indicator.
    Indicator(IndicatorId),
    /// A figure.
    Figure(FigureId),
    /// An exclusion, by its place in [`super::Report::exclusions`].
    Exclusion(usize),
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Something is wrong.
    Error,
    /// Worth knowing; the data may still be right.
    Note,
}

impl Severity {
    /// The name in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Note => "note",
        }
    }
}

/// One thing that a check has to say about one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The item.
    pub item: ItemRef,
    /// The field as in the data file, inner fields behind a dot: `clause.span`.
    pub field: &'static str,
    /// The rule that is broken.
    pub rule: Rule,
    /// What was found and what was expected.
    pub message: Bilingual,
    /// How much it weighs.
    pub severity: Severity,
}

impl Finding {
    /// The item and field as a reader of the file looks for them: `figures (gdp-growth-actual).value`.
    #[must_use]
    pub fn path(&self) -> String {
        let field = self.field;
        match &self.item {
            ItemRef::Report => field.to_owned(),
            ItemRef::Section(id) => format!("sections ({id}).{field}"),
            ItemRef::Indicator(id) => format!("indicators ({id}).{field}"),
            ItemRef::Figure(id) => format!("figures ({id}).{field}"),
            ItemRef::Exclusion(at) => format!("exclusions[{at}].{field}"),
        }
    }
}
