//! Where a report comes from: who said it, where and when, and the text that its data points into.

use jiff::civil::Date;

/// The same words in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bilingual {
    /// 中文
    pub zh: String,
    /// English
    pub en: String,
}

/// A half-open range of Unicode code points of the report's text as published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first code point, counted from 0.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
}

impl Span {
    /// How many code points it covers.
    #[must_use]
    pub fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `inner` lies inside, ends included.
    #[must_use]
    pub fn contains(self, inner: Self) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    /// Whether the two share a code point.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Who said it, where and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The report's title.
    pub title: Bilingual,
    /// City, province or country.
    pub place: Bilingual,
    /// The year whose targets the report sets.
    pub target_year: u16,
    /// The year whose results it gives.
    pub actual_year: u16,
    /// Who gave it.
    pub speaker: Bilingual,
    /// In which office.
    pub office: Bilingual,
    /// At which meeting.
    pub meeting: Bilingual,
    /// The day it was given.
    pub delivered: Date,
    /// The day the text was published.
    pub published: Date,
    /// Who published the text.
    pub publisher: Bilingual,
}

/// The text that the spans point into. The text itself is not part of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceText {
    /// The file's name as published; a help for the reader, never opened on its own.
    pub file_name: String,
    /// SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Code points of the file.
    pub characters: u32,
}
