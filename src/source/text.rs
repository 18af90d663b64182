//! The report's text as published: code points, lines, hash. Read only; nothing in it is changed.

use std::path::Path;

use sha2::{Digest, Sha256};

use crate::model::{Bilingual, Position, Span};
use crate::reading::{self, ReadError};

/// The largest text that is opened, in bytes.
pub const MAX_TEXT_BYTES: u64 = 16 * 1024 * 1024;

/// A report's text, addressed by code points as the spans of the data are.
#[derive(Debug, Clone)]
pub struct Text {
    file_name: String,
    sha256: String,
    chars: Vec<char>,
    line_starts: Vec<usize>,
}

/// Why a text could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextError {
    /// The file's name.
    pub file: String,
    /// What is wrong.
    pub kind: TextErrorKind,
}

/// Why a text could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextErrorKind {
    /// It cannot be read, or has more than [`MAX_TEXT_BYTES`].
    Unreadable(ReadError),
    /// Nothing in it.
    Empty,
    /// Not UTF-8.
    NotUtf8 {
        /// The first byte that is not.
        offset: usize,
        /// Its line, counted from 1.
        line: usize,
        /// What it probably is instead.
        probably: Option<&'static str>,
    },
}

impl Text {
    /// Opens the file at `path`.
    ///
    /// # Errors
    /// [`TextError`] when it cannot be read, is larger than [`MAX_TEXT_BYTES`], empty, or not UTF-8.
    pub fn read(path: &Path) -> Result<Self, TextError> {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        Self::from_bytes(&Self::read_bytes(path)?, &name)
    }

    /// The bytes of the file at `path`, not yet decoded.
    ///
    /// # Errors
    /// [`TextError`] when it cannot be read or is larger than [`MAX_TEXT_BYTES`].
    pub fn read_bytes(path: &Path) -> Result<Vec<u8>, TextError> {
        reading::bytes(path, MAX_TEXT_BYTES).map_err(|error| {
            let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
            TextError { file: file.to_string(), kind: TextErrorKind::Unreadable(error) }
        })
    }

    /// Opens a text that is in memory; `file_name` is for the messages.
    ///
    /// # Errors
    /// [`TextError`] when it is larger than [`MAX_TEXT_BYTES`], empty, or not UTF-8.
    pub fn from_bytes(bytes: &[u8], file_name: &str) -> Result<Self, TextError> {
        let refuse = |kind| Err(TextError { file: file_name.to_owned(), kind });
        if let Err(error) = reading::within(bytes.len() as u64, MAX_TEXT_BYTES) {
            return refuse(TextErrorKind::Unreadable(error));
        }
        if bytes.is_empty() {
            return refuse(TextErrorKind::Empty);
        }
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                let offset = error.valid_up_to();
                let line = bytes[..offset].split(|b| *b == b'\n').count();
                let probably = probable_encoding(bytes);
                return refuse(TextErrorKind::NotUtf8 { offset, line, probably });
            }
        };
        let chars: Vec<char> = text.chars().collect();
        let after_breaks =
            chars.iter().enumerate().filter(|(_, c)| **c == '\n').map(|(at, _)| at + 1);
        let line_starts = std::iter::once(0).chain(after_breaks).collect();
        let sha256 = Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
            for half in [byte >> 4, byte & 15] {
                hex.extend(char::from_digit(half.into(), 16));
            }
            hex
        });
        Ok(Self { file_name: file_name.to_owned(), sha256, chars, line_starts })
    }

    /// The name of the file.
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// SHA-256 of the file's bytes, lower-case hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Every code point; byte order mark and line breaks included.
    #[must_use]
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// How many code points there are.
    #[must_use]
    pub fn characters(&self) -> u32 {
        u32::try_from(self.chars.len()).unwrap_or(u32::MAX)
    }

    /// The code points of `span`; `None` where it reaches beyond the text.
    #[must_use]
    pub fn at(&self, span: Span) -> Option<&[char]> {
        self.chars.get(span.start as usize..span.end as usize)
    }

    /// The characters of `span`; `None` where it reaches beyond the text.
    #[must_use]
    pub fn slice(&self, span: Span) -> Option<String> {
        self.at(span).map(|chars| chars.iter().collect())
    }

    /// Line and column of a code point.
    #[must_use]
    pub fn position(&self, at: u32) -> Position {
        let line = self.line_starts.partition_point(|start| *start <= at as usize);
        let start = self.line_starts.get(line.saturating_sub(1)).copied().unwrap_or_default();
        Position { line, column: at as usize - start + 1 }
    }

    /// The line around a code point, without its line break.
    #[must_use]
    pub fn line_around(&self, at: u32) -> Span {
        let Position { line, column } = self.position(at);
        let start = at as usize + 1 - column;
        let next = self.line_starts.get(line).copied();
        let mut end = next.map_or(self.chars.len(), |next| next - 1);
        if end > start && self.chars.get(end - 1) == Some(&'\r') {
            end -= 1;
        }
        Span { start: start as u32, end: end as u32 }
    }
}

/// What a file that is not UTF-8 probably is, so that the message can say what to do.
fn probable_encoding(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Some("UTF-16");
    }
    // GB18030 and its elders: high bytes come in pairs, the first from 0x81 to 0xfe.
    let (mut pairs, mut strays, mut at) = (0_usize, 0_usize, 0);
    while at < bytes.len() {
        match (bytes[at], bytes.get(at + 1)) {
            (0..=0x7f, _) => at += 1,
            (0x81..=0xfe, Some(0x40..=0x7e | 0x80..=0xfe)) => (pairs, at) = (pairs + 1, at + 2),
            (0x81..=0xfe, Some(b'0'..=b'9')) => (pairs, at) = (pairs + 1, at + 4),
            _ => (strays, at) = (strays + 1, at + 1),
        }
    }
    (pairs > 20 && strays * 50 < pairs && !bytes.contains(&0)).then_some("GB18030")
}

impl TextError {
    /// The whole message: file, what is wrong, what to do next.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        let Bilingual { zh, en } = self.kind.message();
        Bilingual { zh: format!("{}：{zh}", self.file), en: format!("{}: {en}", self.file) }
    }
}

impl TextErrorKind {
    /// What is wrong and what to do next, without the file.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        let (zh, en) = match self {
            Self::Unreadable(why) => return why.message(),
            Self::Empty => (
                "文件是空的。请重新获取报告的文本文件。".to_owned(),
                "the file is empty. Get the text of the report again.".to_owned(),
            ),
            Self::NotUtf8 { offset, line, probably } => {
                let (zh, en) = match probably {
                    Some(name) => {
                        (format!("，很可能是{name}编码"), format!("; it is probably {name}"))
                    }
                    None => (String::new(), String::new()),
                };
                (
                    format!(
                        "第{line}行（第{offset}字节）不是UTF-8文本{zh}。请用UTF-8编码另存后再打开。"
                    ),
                    format!(
                        "not UTF-8 text in line {line} (byte {offset}){en}. Save it as UTF-8 and open it again."
                    ),
                )
            }
        };
        Bilingual { zh, en }
    }
}

impl std::fmt::Display for TextError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for TextError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(content: &str) -> Text {
        Text::from_bytes(content.as_bytes(), "x.txt").expect("sound")
    }

    #[test]
    fn a_text_is_addressed_by_code_points_and_the_byte_order_mark_counts() {
        let text = text("\u{feff}沈阳\r\n8%左右\n");
        assert_eq!(text.characters(), 10);
        assert_eq!(text.slice(Span { start: 5, end: 9 }).as_deref(), Some("8%左右"));
        assert_eq!(text.slice(Span { start: 5, end: 99 }), None);
        assert_eq!(text.slice(Span { start: 9, end: 5 }), None);
        assert_eq!(text.position(7), Position { line: 2, column: 3 });
        assert_eq!(text.line_around(2), Span { start: 0, end: 3 });
        assert_eq!(text.line_around(6), Span { start: 5, end: 9 });
    }

    #[test]
    fn the_hash_is_that_of_the_bytes() {
        assert_eq!(
            text("abc").sha256(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    fn too_large(bytes: u64) -> TextErrorKind {
        TextErrorKind::Unreadable(ReadError::TooLarge { bytes: Some(bytes), limit: MAX_TEXT_BYTES })
    }

    #[test]
    fn other_encodings_are_named_and_huge_or_empty_texts_refused() {
        // 政府工作报告 in GB18030.
        let gb =
            [0xd5, 0xfe, 0xb8, 0xae, 0xb9, 0xa4, 0xd7, 0xf7, 0xb1, 0xa8, 0xb8, 0xe6].repeat(10);
        let error = Text::from_bytes(&gb, "x.txt").expect_err("not UTF-8");
        assert!(error.message().zh.contains("GB18030"), "{error}");
        let error = Text::from_bytes(b"\xff\xfea\0", "x.txt").expect_err("not UTF-8");
        assert!(error.message().en.contains("UTF-16"), "{error}");
        let kind = |bytes: &[u8]| Text::from_bytes(bytes, "x").expect_err("refused").kind;
        assert_eq!(kind(b""), TextErrorKind::Empty);
        assert_eq!(kind(&vec![b'a'; 17 << 20]), too_large(17 << 20));
    }

    #[test]
    fn a_file_of_100_mib_is_refused_without_being_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("huge.txt");
        std::fs::File::create(&path).and_then(|file| file.set_len(100 << 20)).expect("100 MiB");
        let error = Text::read(&path).expect_err("refused");
        assert_eq!(error.kind, too_large(100 << 20));
        assert!(Text::read(&folder.path().join("missing.txt")).is_err());
    }
}
