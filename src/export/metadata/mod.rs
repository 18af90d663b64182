//! What an image carries besides its looks, and how it is found again in a file from anywhere.
//!
//! | | SVG | PNG | PDF |
//! |---|---|---|---|
//! | title, description | `<title>`, `<desc>` | `iTXt` `Title`, `Description` | document information and XMP |
//! | source | `<metadata>` | `iTXt` `Source` | XMP `dc:source` |
//! | language | `xml:lang` | language tag of `iTXt` | `/Lang` and XMP `dc:language` |
//! | the JSON payload | `<metadata>` | `iTXt` `report-explorer` | XMP, in our namespace |
//!
//! Files are read with suspicion: no entity is expanded, no length is trusted, every checksum is
//! compared, and nothing grows beyond [`MAX_PAYLOAD`].

mod read_pdf;
mod read_png;
mod read_xml;
#[cfg(test)]
mod tests;

use std::fmt;

use crate::model::Bilingual;

/// The program that made an image, as it says in each.
pub(super) const PRODUCT: &str = concat!("Report Explorer ", env!("CARGO_PKG_VERSION"));
/// The part of [`PRODUCT`] by which any version knows its images.
const PRODUCT_NAME: &str = "Report Explorer";
/// The namespace of our elements in SVG and XMP. A name; there is nothing to fetch.
pub(super) const NAMESPACE: &str = "urn:report-explorer:image:1";
/// The `iTXt` keyword of the payload.
pub(super) const PAYLOAD_KEYWORD: &str = "report-explorer";

/// The largest file that is looked into.
pub const MAX_FILE: usize = 64 << 20;
/// The largest text that is taken out of a file.
pub const MAX_PAYLOAD: usize = 16 << 20;

/// What an image carries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Metadata {
    /// One line.
    pub title: String,
    /// The alternative text.
    pub description: String,
    /// The source line: report, speaker, date, publisher.
    pub source: String,
    /// The language of the texts (BCP 47).
    pub language: String,
    /// The chart, its data, the report's hash and the settings, as JSON.
    pub payload: Option<String>,
}

/// Reads back what [`svg()`](super::svg()), [`png()`](super::png()) or [`pdf()`](super::pdf()) wrote.
///
/// # Errors
///
/// An [`InspectError`] where the bytes are no image, not one of ours, or damaged.
pub fn read(bytes: &[u8]) -> Result<Metadata, InspectError> {
    if bytes.len() > MAX_FILE {
        return Err(InspectError::TooLarge);
    }
    let text_start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    if bytes.starts_with(read_png::SIGNATURE) {
        read_png::read(bytes)
    } else if bytes.starts_with(b"%PDF-") {
        read_pdf::read(bytes)
    } else if text_start.starts_with(b"<") {
        read_xml::read_svg(text_start)
    } else {
        Err(InspectError::NotAnImage)
    }
}

/// Why a file does not open as a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InspectError {
    /// Neither PNG nor SVG nor PDF.
    NotAnImage,
    /// An image, but not made by this program, or with its data removed.
    NotOurs,
    /// Cut off, or changed by something that did not understand it.
    Damaged,
    /// It declares entities or a document type, which our files never do.
    Refused,
    /// Larger than [`MAX_FILE`], or with a text larger than [`MAX_PAYLOAD`].
    TooLarge,
}

impl InspectError {
    /// What is wrong and what to do, in both languages.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        let (zh, en) = match self {
            Self::NotAnImage => (
                "这个文件不是 PNG、SVG 或 PDF 图像。请选择由本程序导出的图像。",
                "This file is not a PNG, SVG or PDF image. Choose an image exported by this program.",
            ),
            Self::NotOurs => (
                "这张图像不带图表数据：它不是由本程序导出的，或数据已被其他软件（如聊天工具、图片压缩）去除。请使用原始导出文件。",
                "This image carries no chart data: it was not exported by this program, or another program (a messenger, an optimiser) removed the data. Use the file as it was exported.",
            ),
            Self::Damaged => (
                "这个图像文件已损坏或不完整。请重新复制或重新导出。",
                "This image file is damaged or incomplete. Copy it again, or export it again.",
            ),
            Self::Refused => (
                "这个文件含有本程序从不写入的声明（DOCTYPE 或实体），出于安全已拒绝读取。",
                "This file declares a document type or entities, which this program never writes; it was not read, for safety.",
            ),
            Self::TooLarge => (
                "这个文件过大（图像上限 64 MiB，其中文字上限 16 MiB），未读取。",
                "This file is too large (64 MiB for an image, 16 MiB for its texts at most); it was not read.",
            ),
        };
        Bilingual { zh: zh.to_owned(), en: en.to_owned() }
    }
}

impl fmt::Display for InspectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for InspectError {}

/// Appends text as XML content; characters that XML 1.0 cannot hold become `�`.
///
/// Quotation marks stay as they are: the JSON of the payload is full of them.
pub(super) fn push_content(out: &mut Vec<u8>, text: &str) {
    push::<false>(out, text);
}

/// Appends text as the value of an XML attribute.
pub(super) fn push_attribute(out: &mut Vec<u8>, text: &str) {
    push::<true>(out, text);
}

fn push<const QUOTED: bool>(out: &mut Vec<u8>, text: &str) {
    const REPLACEMENT: &[u8] = "\u{fffd}".as_bytes();
    let bytes = text.as_bytes();
    let special = const { &special_bytes::<QUOTED>() };
    let (mut copied, mut at) = (0, 0);
    let next_special = |from: usize| {
        let mut from = from;
        // Most of it is plain, sixteen bytes at a time.
        while let Some(chunk) = bytes.get(from..from + 16)
            && !chunk.iter().fold(false, |found, &byte| found | may_be_special::<QUOTED>(byte))
        {
            from += 16;
        }
        let rest = bytes[from..].iter().position(|byte| special[usize::from(*byte)]);
        rest.map(|plain| from + plain)
    };
    while let Some(found) = next_special(at) {
        at = found;
        let (written, length) = match bytes[at] {
            b'&' => (&b"&amp;"[..], 1),
            b'<' => (&b"&lt;"[..], 1),
            b'>' => (&b"&gt;"[..], 1),
            b'\r' => (&b"&#13;"[..], 1),
            b'"' if QUOTED => (&b"&quot;"[..], 1),
            0..0x20 => (REPLACEMENT, 1),
            // U+FFFE and U+FFFF.
            0xef if matches!(bytes.get(at + 1..at + 3), Some([0xbf, 0xbe | 0xbf])) => {
                (REPLACEMENT, 3)
            }
            _ => {
                at += 1;
                continue;
            }
        };
        out.extend_from_slice(&bytes[copied..at]);
        out.extend_from_slice(written);
        at += length;
        copied = at;
    }
    out.extend_from_slice(&bytes[copied..]);
}

/// Whether a byte may be one of [`special_bytes`], in a way that can be asked of many at once.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "sixteen bytes are asked at once only without branches"
)]
const fn may_be_special<const QUOTED: bool>(byte: u8) -> bool {
    (byte < 0x20)
        | (byte == b'&')
        | (byte == b'<')
        | (byte == b'>')
        | (QUOTED & (byte == b'"'))
        | (byte == 0xef)
}

/// The bytes with which something may begin that XML does not hold as it is.
const fn special_bytes<const QUOTED: bool>() -> [bool; 256] {
    let mut special = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let is_space = byte == b'\t' as usize || byte == b'\n' as usize;
        special[byte] = may_be_special::<QUOTED>(byte as u8) && !is_space;
        byte += 1;
    }
    special
}
