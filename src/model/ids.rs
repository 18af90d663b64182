//! Names of things inside a report. An id is not a string: the four kinds cannot be mixed up.

use std::fmt;
use std::sync::Arc;

use super::indicator::Domain;

/// Why a text is no id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IdError {
    /// Nothing between the quotes.
    Empty,
    /// Longer than 80 characters.
    TooLong,
    /// A character that ids do not have; the character and what is allowed.
    Character(char),
    /// A section id that is not numbers and letters joined by dots.
    SectionShape,
    /// An indicator's id that names other charts already: a section's number, a field of policy, `headline`.
    Reserved,
}

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(f, "the id is empty"),
            Self::TooLong => write!(f, "the id is longer than {MAX_ID_CHARS} characters"),
            Self::Character(found) => write!(
                f,
                "the id contains {found:?}; use lower-case letters a–z, digits and hyphens"
            ),
            Self::Reserved => write!(
                f,
                "charts of a section, a field of policy or the headline targets are named so; choose another id, like gdp"
            ),
            Self::SectionShape => write!(
                f,
                "a section id is its number in the report, like 3, 3.6 or 3.6.b (letters for unnumbered topics)"
            ),
        }
    }
}

impl std::error::Error for IdError {}

/// The longest id, in characters.
pub const MAX_ID_CHARS: usize = 80;

fn slug(text: &str) -> Result<Arc<str>, IdError> {
    if text.is_empty() {
        return Err(IdError::Empty);
    }
    if text.len() > MAX_ID_CHARS {
        return Err(IdError::TooLong);
    }
    match text.chars().find(|c| !(c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-')) {
        Some(found) => Err(IdError::Character(found)),
        None => Ok(text.into()),
    }
}

/// The charts of an indicator have its id in their name, where others have a section, a field of policy or `headline`.
fn unreserved(text: &str) -> Result<Arc<str>, IdError> {
    let is_domain = |domain: Domain| domain.key().split('_').eq(text.split('-'));
    let reserved = text == "headline"
        || SectionId::new(text).is_ok()
        || Domain::ALL.into_iter().any(is_domain);
    if reserved { Err(IdError::Reserved) } else { slug(text) }
}

macro_rules! slug_id {
    ($(#[$doc:meta])* $name:ident, $check:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Checks `text`: 1 to 80 of `a–z`, `0–9`, `-`.
            ///
            /// # Errors
            /// [`IdError`] says which character or length is wrong.
            pub fn new(text: &str) -> Result<Self, IdError> {
                $check(text).map(Self)
            }

            /// The id as it stands in files and links.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

slug_id! {
    /// Names a report among others: `shenyang-2022` is place and year.
    ReportId, slug
}
slug_id! {
    /// Names an indicator inside a report: `gdp`.
    IndicatorId, unreserved
}
slug_id! {
    /// Names a figure inside a report: `gdp-growth-target`.
    FigureId, slug
}

/// Names a section by its printed number: `3` is part 三, `3.6` its section (六), `3.6.b` the second topic of that.
///
/// The parent is the id without its last step.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SectionId(Arc<str>);

impl SectionId {
    /// Checks `text`: numbers or single lower-case letters, joined by dots.
    ///
    /// # Errors
    /// [`IdError`] when it is empty, too long or of another shape.
    pub fn new(text: &str) -> Result<Self, IdError> {
        if text.is_empty() {
            return Err(IdError::Empty);
        }
        if text.len() > MAX_ID_CHARS {
            return Err(IdError::TooLong);
        }
        let sound = text.split('.').all(|step| {
            let number = !step.is_empty()
                && step.len() <= 3
                && step.bytes().all(|b| b.is_ascii_digit())
                && !step.starts_with('0');
            let letter = step.len() == 1 && step.bytes().all(|b| b.is_ascii_lowercase());
            number || letter
        });
        if sound { Ok(Self(text.into())) } else { Err(IdError::SectionShape) }
    }

    /// The id as it stands in files and on the command line.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The id of the section around this one; `None` for a part.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        self.0.rsplit_once('.').map(|(parent, _)| Self(parent.into()))
    }

    /// 0 for a part, 1 for what stands directly in it, and so on.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.0.bytes().filter(|b| *b == b'.').count()
    }

    /// Whether `self` is the section that is called `id`, or lies inside it; never where `id` is none.
    #[must_use]
    pub fn is_within_named(&self, id: &str) -> bool {
        self.0.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }

    /// Whether `self` is `other` or lies inside it.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        self.is_within_named(&other.0)
    }
}

impl fmt::Display for SectionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_lies_within_its_parents_and_itself_only() {
        let topic = SectionId::new("3.10.b").expect("sound");
        assert_eq!(topic.parent(), SectionId::new("3.10").ok());
        assert!(topic.is_within(&SectionId::new("3").expect("sound")));
        assert!(topic.is_within(&topic));
        assert!(!topic.is_within(&SectionId::new("3.1").expect("sound")));
        assert_eq!(topic.depth(), 2);
    }

    #[test]
    fn an_indicator_is_not_named_as_the_charts_of_other_things_are() {
        for reserved in ["headline", "economy", "public-services", "3", "a"] {
            assert_eq!(IndicatorId::new(reserved), Err(IdError::Reserved));
            assert!(FigureId::new(reserved).is_ok());
        }
        for free in ["gdp", "economy-size", "headlines", "3a", "public"] {
            assert!(IndicatorId::new(free).is_ok(), "{free}");
        }
    }

    #[test]
    fn ids_with_control_or_bidi_characters_are_refused() {
        for text in ["", "a b", "A", "gdp\u{202e}", "a\u{0}", "城"] {
            assert!(FigureId::new(text).is_err(), "{text:?}");
        }
        for text in ["", ".", "3.", "3..1", "03", "3.ab", "3.6.\u{202e}"] {
            assert!(SectionId::new(text).is_err(), "{text:?}");
        }
        assert_eq!(FigureId::new(&"a".repeat(81)), Err(IdError::TooLong));
    }
}
