//! The values of options: those with a closed list of names, and those of a form.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::chart::{Background, Labels, Order, PAGE_SIDES, Parts};
use crate::export::carried::MAX_WORDS;
use crate::export::preset::{DPI, PageSize, Preset};
use crate::export::tables::TableFormat;
use crate::export::{Format, TextMode};
use crate::i18n::cli::Expected;
use crate::i18n::number::Digits;
use crate::i18n::{ChartLang, Lang};
use crate::model::Role;
use crate::theme::ThemeName;

/// How `inspect` answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InspectFormat {
    /// For people.
    Text,
    /// All that the image carries.
    Json,
}

impl InspectFormat {
    const ALL: [Self; 2] = [Self::Text, Self::Json];

    fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
        }
    }
}

/// Values with a closed list of names, which are the same on the command line and in files.
macro_rules! named_values {
    ($($name:ty),*) => {$(
        impl ValueEnum for $name {
            fn value_variants<'a>() -> &'a [Self] {
                &Self::ALL
            }

            fn to_possible_value(&self) -> Option<PossibleValue> {
                Some(PossibleValue::new(self.key()))
            }
        }
    )*};
}
named_values!(
    TableFormat,
    Lang,
    Role,
    Format,
    Preset,
    ChartLang,
    ThemeName,
    InspectFormat,
    Order,
    Labels,
    Part
);

impl ValueEnum for TextMode {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Outlines, Self::Text]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Outlines => "outlines",
            Self::Text => "text",
        }))
    }
}

impl ValueEnum for Background {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Theme, Self::White, Self::Transparent]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Theme => "theme",
            Self::White => "white",
            Self::Transparent => "transparent",
        }))
    }
}

impl ValueEnum for Digits {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Short, Self::Full, Self::TenThousands, Self::Thousands]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Short => "short",
            Self::Full => "full",
            Self::TenThousands => "wan",
            Self::Thousands => "k",
        }))
    }
}

/// A part of the page that `--without` leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Title and subtitle.
    Title,
    /// The legend.
    Legend,
    /// The source line.
    Source,
    /// What a reader must know of the indicators.
    Notes,
    /// Derived values.
    Derived,
}

impl Part {
    const ALL: [Self; 5] = [Self::Title, Self::Legend, Self::Source, Self::Notes, Self::Derived];

    fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Legend => "legend",
            Self::Source => "source",
            Self::Notes => "notes",
            Self::Derived => "derived",
        }
    }

    /// The names of the parts that are left out.
    pub fn left_out(parts: Parts) -> Vec<&'static str> {
        let is_out = |part: &Self| {
            let mut without = parts;
            part.leave_out(&mut without);
            without == parts
        };
        Self::ALL.into_iter().filter(is_out).map(Self::key).collect()
    }

    /// Takes this part away.
    pub fn leave_out(self, parts: &mut Parts) {
        match self {
            Self::Title => parts.title = false,
            Self::Legend => parts.legend = false,
            Self::Source => parts.source = false,
            Self::Notes => parts.notes = false,
            Self::Derived => parts.derived = false,
        }
    }
}

/// `1600x900`, `84mmx105mm`, on which a chart can be drawn; the resolution is that of the default page until `--dpi`
/// says another.
pub(super) fn size(text: &str) -> Result<PageSize, Expected> {
    let page = PageSize::parse(text, PageSize::default().dpi);
    page.filter(|page| page.within_ranges() == *page).ok_or(Expected::PageSize {
        least: *PAGE_SIDES.start() as u32,
        most: *PAGE_SIDES.end() as u32,
    })
}

/// A resolution that a page can have.
pub(super) fn dots(text: &str) -> Result<u32, Expected> {
    let dots = text.parse().ok().filter(|dots| DPI.contains(dots));
    dots.ok_or(Expected::Resolution { least: *DPI.start(), most: *DPI.end() })
}

/// A title, subtitle or note of a length that a chart can hold.
pub(super) fn own_words(text: &str) -> Result<String, Expected> {
    let fits = text.chars().count() <= MAX_WORDS;
    fits.then(|| text.to_owned()).ok_or(Expected::Words { most: MAX_WORDS })
}

/// Something to search for.
pub(super) fn query(text: &str) -> Result<String, Expected> {
    (!text.trim().is_empty()).then(|| text.to_owned()).ok_or(Expected::Query)
}
