//! What was typed into the search field, taken apart once.

use super::{LinkSought, Sought, fold};
use crate::find::pinyin::MAX_LETTERS;

/// More of a query than this is not read.
const MAX_CHARS: usize = 200;
/// Words beyond these are not read.
const MAX_TERMS: usize = 16;

/// A search: every word of it must be found in a figure, in any of the figure's texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    pub(super) terms: Vec<Term>,
    pub(super) link: Option<LinkSought>,
}

/// One word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    /// Folded; never empty.
    pub text: String,
    /// The number that the whole word says.
    pub number: Option<Sought>,
    /// The letters to look for as pinyin.
    pub letters: Option<Vec<u8>>,
    /// The number of a section, as in `§3.6` or 三(六).
    pub section: Option<String>,
}

impl Query {
    /// Reads what was typed.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let text: String = text.chars().take(MAX_CHARS).collect();
        if let Some(link) = LinkSought::parse(&text) {
            return Self { terms: Vec::new(), link: Some(link) };
        }
        let terms = fold(&text).split_whitespace().filter_map(Term::of).take(MAX_TERMS).collect();
        Self { terms, link: None }
    }

    /// Whether it asks for nothing, and so finds everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.link.is_none()
    }

    /// The link that was typed, where the query is one.
    #[must_use]
    pub fn link(&self) -> Option<&LinkSought> {
        self.link.as_ref()
    }
}

impl Term {
    fn of(word: &str) -> Option<Self> {
        // Quotation marks and sentence ends around a word come along when it is pasted.
        let around = ['"', '\'', '<', '>', ',', ';', ':', '?', '!'];
        let bare = word.trim_start_matches(around);
        let bare = bare.trim_end_matches(|c| c == '.' || around.contains(&c));
        let text = if bare.is_empty() { word } else { bare };
        if text.is_empty() {
            return None;
        }
        let letters: Vec<u8> = text.bytes().filter(|b| *b != b'\'').collect();
        let spoken = (2..=MAX_LETTERS).contains(&letters.len())
            && letters.iter().all(u8::is_ascii_alphanumeric)
            && letters.iter().any(u8::is_ascii_alphabetic);
        Some(Self {
            number: Sought::parse(text),
            letters: spoken.then_some(letters),
            section: section_number(text),
            text: text.to_owned(),
        })
    }

    /// Whether it begins with a digit, and so must not begin in the middle of a number.
    pub fn begins_with_digit(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// `§3.6` is section 3.6; 三(六) and 三,(六) name the same by its printed numbers.
fn section_number(text: &str) -> Option<String> {
    if let Some(id) = text.strip_prefix('§').filter(|id| !id.is_empty()) {
        return Some(id.to_owned());
    }
    let printed = |c: char| crate::model::is_chinese_numeral(c) || matches!(c, '(' | ')' | ',');
    (text.contains('(') && text.chars().all(printed)).then(|| printed_number(text))
}

/// Printed section numbers without the comma between them: 三(六).
pub(super) fn printed_number(folded: &str) -> String {
    folded.chars().filter(|c| *c != ',').collect()
}

/// Whether `at` is a place in `text` at which a number may begin: not inside another number.
pub(super) fn begins_number(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        Some(c) if c.is_ascii_digit() => false,
        Some('.' | ',') => !back.next().is_some_and(|c| c.is_ascii_digit()),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        Query::parse(text).terms.into_iter().map(|term| term.text).collect()
    }

    #[test]
    fn a_query_is_its_words() {
        assert_eq!(words("  ５Ｇ　基站 "), ["5g", "基站"]);
        assert_eq!(words("“五型经济”。"), ["五型经济"]);
        assert_eq!(words("\""), ["\""]);
        assert!(Query::parse(" \u{3000}").is_empty());
        assert!(!Query::parse("#gdp").is_empty());
        assert_eq!(Query::parse(&"a ".repeat(500)).terms.len(), MAX_TERMS);
    }

    #[test]
    fn sections_are_named_by_their_numbers() {
        let section = |text: &str| Query::parse(text).terms.remove(0).section;
        assert_eq!(section("§3.6").as_deref(), Some("3.6"));
        assert_eq!(section("三（六）").as_deref(), Some("三(六)"));
        assert_eq!(section("三、(六)").as_deref(), Some("三(六)"));
        assert_eq!(section("三"), None);
    }

    #[test]
    fn a_number_does_not_begin_inside_another() {
        for (before, begins) in
            [("", true), ("新建", true), ("1", false), ("1.", false), ("家,", true)]
        {
            assert_eq!(begins_number(before), begins, "{before}");
        }
    }
}
