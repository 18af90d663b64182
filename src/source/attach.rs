//! A copy of the report's text beside the report: recognised by its hash, or else by how much of the data stands in it.
//!
//! People save texts with other line breaks, with or without a byte order mark, or as UTF-16. What comes to the published
//! bytes when that is undone *is* the published text, and is read so. Any other copy is taken as it is, its differing
//! places are named, and what still stands in it is shown; a text in which less than half of the figures stand is
//! another text, and is refused.

use std::path::Path;

use crate::model::{Bilingual, Report, SectionId, Span};

use super::locate::{Places, locate};
use super::numbers::FoundNumber;
use super::phrase::PhraseIndex;
use super::text::{Text, TextError};
use super::verify::account;

/// What the text is to the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Identity {
    /// The published file, byte for byte.
    Published,
    /// The published text, saved with other line breaks, another byte order mark or as UTF-16.
    PublishedResaved,
    /// Another copy: [`Places::differing`] says where.
    Copy,
}

/// A text at its report.
#[derive(Debug, Clone)]
pub struct Attached {
    /// The text, in the published form where it has one.
    pub text: Text,
    /// What it is to the report.
    pub identity: Identity,
    /// Where everything stands in it.
    pub places: Places,
    /// How many of its numbers are inside the wording of a figure.
    pub captured: usize,
    /// How many are inside an exclusion.
    pub excluded: usize,
    /// The numbers that are neither.
    pub unexplained: Vec<FoundNumber>,
    phrases: PhraseIndex,
}

/// Why a text is not attached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttachError {
    /// It cannot be read.
    Text(TextError),
    /// It is the text of something else.
    OtherText {
        /// The file's name.
        file: String,
        /// How many figures of the report stand in it.
        found: usize,
        /// How many figures the report has.
        total: usize,
    },
}

impl AttachError {
    /// What is wrong and what to do, in both languages.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        match self {
            Self::Text(error) => error.message(),
            Self::OtherText { file, found, total } => Bilingual {
                zh: format!(
                    "{file} 不是这份报告的原文：{total} 项数据中只有 {found} 项能在其中找到。请用这份报告发布的文本。"
                ),
                en: format!(
                    "{file} is not the text of this report: of {total} figures only {found} stand in it. Use the text as this report was published."
                ),
            },
        }
    }
}

impl Attached {
    /// Reads the file at `path` and recognises it.
    ///
    /// # Errors
    /// [`AttachError`] when the file cannot be read or is not a text of this report.
    pub fn read(report: &Report, path: &Path) -> Result<Self, AttachError> {
        let bytes = Text::read_bytes(path).map_err(AttachError::Text)?;
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        Self::recognise(report, &bytes, &name)
    }

    /// Recognises a text that is in memory; `file_name` is for the messages.
    ///
    /// # Errors
    /// [`AttachError`] when it cannot be decoded or is not a text of this report.
    pub fn recognise(report: &Report, bytes: &[u8], file_name: &str) -> Result<Self, AttachError> {
        let (text, identity) =
            published_form(report, bytes, file_name).map_err(AttachError::Text)?;
        let places = locate(report, &text);
        if identity == Identity::Copy && !places.is_of(report) {
            let file = file_name.to_owned();
            let found = places.figures.iter().flatten().count();
            return Err(AttachError::OtherText { file, found, total: places.figures.len() });
        }
        let wordings = places.figures.iter().flatten().map(|place| place.wording);
        let accounts = account(wordings, places.exclusions.iter().flatten().copied(), &text);
        let phrases = PhraseIndex::of(text.chars());
        Ok(Self {
            identity,
            captured: accounts.captured,
            excluded: accounts.excluded,
            unexplained: accounts.unexplained,
            places,
            phrases,
            text,
        })
    }

    /// Where `phrase` stands, in document order; width, case and the spaces in numbers do not matter.
    #[must_use]
    pub fn find(&self, phrase: &str) -> Vec<Span> {
        self.phrases.find(phrase)
    }

    /// The innermost section around a character of the text.
    #[must_use]
    pub fn section_at<'a>(&self, report: &'a Report, at: u32) -> Option<&'a SectionId> {
        let section = self.places.section_at(at)?;
        report.sections().get(section).map(|section| &section.id)
    }
}

/// The text that `bytes` hold, in the published form where it has one, and what it is to the report.
///
/// # Errors
/// [`TextError`] when the bytes are no text.
pub(super) fn published_form(
    report: &Report,
    bytes: &[u8],
    file_name: &str,
) -> Result<(Text, Identity), TextError> {
    let decoded = utf16(bytes);
    let bytes = decoded.as_deref().map_or(bytes, str::as_bytes);
    let given = Text::from_bytes(bytes, file_name)?;
    Ok(if given.sha256() == report.text().sha256 {
        let identity =
            if decoded.is_some() { Identity::PublishedResaved } else { Identity::Published };
        (given, identity)
    } else if let Some(published) = resaved(report, &given) {
        (published, Identity::PublishedResaved)
    } else {
        (given, Identity::Copy)
    })
}

/// The text of UTF-16 with a byte order mark; `None` for anything else.
fn utf16(bytes: &[u8]) -> Option<String> {
    let (little, rest) = match bytes {
        [0xff, 0xfe, rest @ ..] => (true, rest),
        [0xfe, 0xff, rest @ ..] => (false, rest),
        _ => return None,
    };
    let (pairs, left_over) = rest.as_chunks::<2>();
    if !left_over.is_empty() || pairs.is_empty() {
        return None;
    }
    let units = pairs
        .iter()
        .map(|pair| if little { u16::from_le_bytes(*pair) } else { u16::from_be_bytes(*pair) });
    char::decode_utf16(units).collect::<Result<String, _>>().ok()
}

/// The published text, where `given` is that in other line breaks, with or without a byte order mark.
fn resaved(report: &Report, given: &Text) -> Option<Text> {
    let source = report.text();
    let chars = given.chars();
    let bare = chars.strip_prefix(&['\u{feff}']).unwrap_or(chars);
    let unix: String = bare.iter().collect::<String>().replace("\r\n", "\n").replace('\r', "\n");
    let windows = unix.replace('\n', "\r\n");
    let trimmed = unix.trim_end_matches('\n').to_owned();
    let ended = format!("{trimmed}\n");
    [unix, windows, trimmed, ended]
        .into_iter()
        .flat_map(|text| [format!("\u{feff}{text}"), text])
        // Hashing is what takes time; a text of another length has another hash.
        .filter(|text| text.chars().count() == source.characters as usize)
        .filter_map(|text| Text::from_bytes(text.as_bytes(), given.file_name()).ok())
        .find(|text| text.sha256() == source.sha256)
}
