//! The texts of a PDF: the XMP packet is found by its markers, so that no cross-reference table
//! and no length of a stranger is followed. Our packets are not compressed (ISO 32000-1, 14.3.2).

use super::{InspectError, Metadata, read_xml};

const START: &[u8] = b"<x:xmpmeta";
const END: &[u8] = b"</x:xmpmeta>";

pub(super) fn read(bytes: &[u8]) -> Result<Metadata, InspectError> {
    let mut rest = bytes;
    let mut outcome = Err(InspectError::NotOurs);
    while let Some(start) = find(rest, START) {
        let packet = &rest[start..];
        let Some(end) = find(packet, END) else { return Err(InspectError::Damaged) };
        let (packet, after) = packet.split_at(end + END.len());
        match read_xml::read(packet, None) {
            Ok(metadata) => outcome = Ok(metadata),
            Err(InspectError::NotOurs) => {}
            Err(error) => return Err(error),
        }
        rest = after;
    }
    outcome
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}
