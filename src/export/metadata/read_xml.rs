//! The texts of our elements in an SVG or in the XMP of a PDF, by a reader that expands nothing.

use quick_xml::events::Event;
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

use super::{InspectError, MAX_PAYLOAD, Metadata, NAMESPACE};

/// Elements inside elements beyond this are nobody's drawing.
const MAX_DEPTH: usize = 256;

/// Reads an SVG: its root must be `<svg>`.
pub(super) fn read_svg(bytes: &[u8]) -> Result<Metadata, InspectError> {
    read(bytes, Some(b"svg"))
}

/// Reads the elements of our namespace anywhere in an XML text.
pub(super) fn read(bytes: &[u8], root: Option<&[u8]>) -> Result<Metadata, InspectError> {
    let mut reader = NsReader::from_reader(bytes);
    let mut metadata = Metadata::default();
    let mut ours = false;
    let mut depth = 0_usize;
    let mut field: Option<Field> = None;
    let mut text = String::new();
    loop {
        let (resolved, event) = reader.read_resolved_event().map_err(|_| InspectError::Damaged)?;
        let in_namespace =
            matches!(resolved, ResolveResult::Bound(found) if found.0 == NAMESPACE.as_bytes());
        match event {
            Event::DocType(_) => return Err(InspectError::Refused),
            Event::Start(start) => {
                if depth == 0 && root.is_some_and(|name| start.local_name().as_ref() != name) {
                    return Err(InspectError::NotAnImage);
                }
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(InspectError::Damaged);
                }
                if in_namespace {
                    ours = true;
                    field = Field::of(start.local_name().as_ref());
                    text.clear();
                }
            }
            Event::Text(part) if field.is_some() => {
                let part = part.xml10_content().map_err(|_| InspectError::Damaged)?;
                append(&mut text, &part)?;
            }
            Event::CData(part) if field.is_some() => {
                let part = part.xml10_content().map_err(|_| InspectError::Damaged)?;
                append(&mut text, &part)?;
            }
            Event::GeneralRef(reference) if field.is_some() => {
                let character = match reference.resolve_char_ref() {
                    Ok(Some(character)) => character,
                    Ok(None) => predefined(&reference).ok_or(InspectError::Refused)?,
                    Err(_) => return Err(InspectError::Damaged),
                };
                append(&mut text, character.encode_utf8(&mut [0; 4]))?;
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                if let Some(field) = field.take() {
                    field.set(&mut metadata, std::mem::take(&mut text));
                }
            }
            Event::Eof if depth == 0 && ours => return Ok(metadata),
            Event::Eof if depth == 0 => return Err(InspectError::NotOurs),
            Event::Eof => return Err(InspectError::Damaged),
            _ => {}
        }
    }
}

fn append(text: &mut String, part: &str) -> Result<(), InspectError> {
    if text.len() + part.len() > MAX_PAYLOAD {
        return Err(InspectError::TooLarge);
    }
    text.push_str(part);
    Ok(())
}

fn predefined(name: &[u8]) -> Option<char> {
    match name {
        b"amp" => Some('&'),
        b"lt" => Some('<'),
        b"gt" => Some('>'),
        b"quot" => Some('"'),
        b"apos" => Some('\''),
        _ => None,
    }
}

/// The elements that we read.
#[derive(Clone, Copy)]
enum Field {
    Title,
    Description,
    Source,
    Language,
    Payload,
}

impl Field {
    fn of(name: &[u8]) -> Option<Self> {
        match name {
            b"title" => Some(Self::Title),
            b"description" => Some(Self::Description),
            b"source" => Some(Self::Source),
            b"language" => Some(Self::Language),
            b"payload" => Some(Self::Payload),
            _ => None,
        }
    }

    fn set(self, metadata: &mut Metadata, text: String) {
        match self {
            Self::Title => metadata.title = text,
            Self::Description => metadata.description = text,
            Self::Source => metadata.source = text,
            Self::Language => metadata.language = text,
            Self::Payload => metadata.payload = Some(text),
        }
    }
}
