//! The texts of a PNG: chunks are walked by hand, since only texts matter and no length is trusted.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use super::{InspectError, MAX_PAYLOAD, Metadata, PAYLOAD_KEYWORD, PRODUCT_NAME};

/// The first bytes of every PNG.
pub(super) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

pub(super) fn read(bytes: &[u8]) -> Result<Metadata, InspectError> {
    let mut metadata = Metadata::default();
    let mut ours = false;
    let mut rest = bytes.get(SIGNATURE.len()..).ok_or(InspectError::Damaged)?;
    loop {
        let chunk = Chunk::first(rest)?;
        match chunk.kind {
            b"IEND" => break,
            b"iTXt" => {
                let text = TextChunk::parse(chunk.data)?;
                match text.keyword {
                    "Title" => {
                        metadata.title = text.content;
                        text.language.clone_into(&mut metadata.language);
                    }
                    "Description" => metadata.description = text.content,
                    "Source" => metadata.source = text.content,
                    "Software" => ours |= text.content.starts_with(PRODUCT_NAME),
                    PAYLOAD_KEYWORD => {
                        ours = true;
                        metadata.payload = Some(text.content);
                    }
                    _ => {}
                }
            }
            _ => {}
        }
        rest = chunk.rest;
    }
    if ours { Ok(metadata) } else { Err(InspectError::NotOurs) }
}

/// A chunk and what follows it.
struct Chunk<'a> {
    kind: &'a [u8; 4],
    data: &'a [u8],
    rest: &'a [u8],
}

impl<'a> Chunk<'a> {
    /// The first chunk; checksums are compared where the data matter.
    fn first(bytes: &'a [u8]) -> Result<Self, InspectError> {
        let (length, rest) = bytes.split_first_chunk::<4>().ok_or(InspectError::Damaged)?;
        let length = u32::from_be_bytes(*length) as usize;
        let (checked, after) =
            rest.split_at_checked(length.saturating_add(4)).ok_or(InspectError::Damaged)?;
        let (kind, data) = checked.split_first_chunk::<4>().ok_or(InspectError::Damaged)?;
        let (sum, rest) = after.split_first_chunk::<4>().ok_or(InspectError::Damaged)?;
        let matters = matches!(kind, b"IHDR" | b"iTXt" | b"IEND");
        if matters && crc32(checked) != u32::from_be_bytes(*sum) {
            return Err(InspectError::Damaged);
        }
        Ok(Self { kind, data, rest })
    }
}

/// An `iTXt` chunk (PNG 3rd edition, 11.3.3.4).
struct TextChunk<'a> {
    keyword: &'a str,
    language: &'a str,
    content: String,
}

impl<'a> TextChunk<'a> {
    fn parse(data: &'a [u8]) -> Result<Self, InspectError> {
        let (keyword, rest) = until_zero(data)?;
        let ([compressed, method], rest) =
            rest.split_first_chunk::<2>().ok_or(InspectError::Damaged)?;
        let (language, rest) = until_zero(rest)?;
        let (_translated, rest) = until_zero(rest)?;
        let content = match (compressed, method) {
            (0, _) if rest.len() > MAX_PAYLOAD => return Err(InspectError::TooLarge),
            (0, _) => rest.to_vec(),
            (1, 0) => {
                decompress_to_vec_zlib_with_limit(rest, MAX_PAYLOAD).map_err(|error| match error
                    .status
                {
                    TINFLStatus::HasMoreOutput => InspectError::TooLarge,
                    _ => InspectError::Damaged,
                })?
            }
            _ => return Err(InspectError::Damaged),
        };
        let content = String::from_utf8(content).map_err(|_| InspectError::Damaged)?;
        Ok(Self { keyword, language, content })
    }
}

fn until_zero(bytes: &[u8]) -> Result<(&str, &[u8]), InspectError> {
    let end = bytes.iter().position(|byte| *byte == 0).ok_or(InspectError::Damaged)?;
    let text = str::from_utf8(&bytes[..end]).map_err(|_| InspectError::Damaged)?;
    Ok((text, &bytes[end + 1..]))
}

/// The checksum of a chunk (PNG 3rd edition, annex D).
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = {
        let mut table = [0; 256];
        let mut byte = 0;
        while byte < 256 {
            let mut sum = byte as u32;
            let mut bit = 0;
            while bit < 8 {
                sum = if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
                bit += 1;
            }
            table[byte] = sum;
            byte += 1;
        }
        table
    };
    !bytes.iter().fold(u32::MAX, |sum, byte| TABLE[(sum as u8 ^ byte) as usize] ^ (sum >> 8))
}
