//! What is written into an image is read back; damaged and hostile images end in a clear error.

use egui::{Color32, Rect, Shape, pos2};
use proptest::prelude::*;

use super::*;
use crate::export::test_drawing::{drawing, metadata, scene};
use crate::export::{Format, PngOptions, TextMode, pdf, png, svg};

fn file(format: Format, metadata: &Metadata) -> Vec<u8> {
    let area = Rect::from_min_max(pos2(10.0, 10.0), pos2(30.0, 30.0));
    let scene = scene(&drawing([Shape::rect_filled(area, 0.0, Color32::RED)]));
    match format {
        Format::Svg => svg(&scene, metadata, TextMode::Outlines),
        Format::Png => png(&scene, metadata, &PngOptions::default()).expect("a small picture"),
        Format::Pdf => pdf(&scene, metadata).expect("no fonts are needed"),
    }
}

#[test]
fn each_format_gives_back_what_it_was_given() {
    let bare =
        Metadata { title: "题".to_owned(), language: "en".to_owned(), ..Metadata::default() };
    for wanted in [metadata(), bare] {
        for format in Format::ALL {
            assert_eq!(read(&file(format, &wanted)).as_ref(), Ok(&wanted), "{format:?}");
        }
    }
}

#[test]
fn characters_that_xml_forbids_do_not_break_the_file() {
    let odd = Metadata { title: "a\u{0}b\u{b}c\u{ffff}d\r\te".to_owned(), ..metadata() };
    for format in [Format::Svg, Format::Pdf] {
        let found = read(&file(format, &odd)).expect("a readable file");
        assert_eq!(found.title, "a\u{fffd}b\u{fffd}c\u{fffd}d\r\te");
    }
}

#[test]
fn strangers_are_told_apart_from_damage() {
    assert_eq!(read(b""), Err(InspectError::NotAnImage));
    assert_eq!(read(b"GIF89a"), Err(InspectError::NotAnImage));
    assert_eq!(read(b"<html></html>"), Err(InspectError::NotAnImage));
    assert_eq!(read(b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), Err(InspectError::NotOurs));
    assert_eq!(read(b"\xef\xbb\xbf <svg><g></g></svg>"), Err(InspectError::NotOurs));
    assert_eq!(read(b"<svg><g>"), Err(InspectError::Damaged));
    assert_eq!(read(b"%PDF-1.7\n%%EOF"), Err(InspectError::NotOurs));
    assert_eq!(read(b"\x89PNG\r\n\x1a\n"), Err(InspectError::Damaged));
    assert_eq!(read(&vec![b' '; MAX_FILE + 1]), Err(InspectError::TooLarge));
}

#[test]
fn entities_and_document_types_are_refused() {
    let bomb = format!(
        "<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><svg><metadata><report-explorer xmlns=\"{NAMESPACE}\"><title>&b;</title></report-explorer></metadata></svg>"
    );
    assert_eq!(read(bomb.as_bytes()), Err(InspectError::Refused));
    let undeclared = format!(
        "<svg><report-explorer xmlns=\"{NAMESPACE}\"><title>&b;</title></report-explorer></svg>"
    );
    assert_eq!(read(undeclared.as_bytes()), Err(InspectError::Refused));
}

#[test]
fn deep_nesting_ends() {
    let deep = format!("<svg>{}", "<g>".repeat(100_000));
    assert_eq!(read(deep.as_bytes()), Err(InspectError::Damaged));
}

/// A PNG of the chunks given, with right checksums.
fn png_of(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut out = read_png::SIGNATURE.to_vec();
    for (kind, data) in chunks {
        out.extend_from_slice(&u32::try_from(data.len()).expect("short").to_be_bytes());
        let checked = [kind.as_slice(), data].concat();
        out.extend_from_slice(&checked);
        out.extend_from_slice(&read_png::crc32(&checked).to_be_bytes());
    }
    out
}

#[test]
fn a_compressed_payload_is_read_and_a_bomb_is_not() {
    let text = |data: &[u8]| {
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(data, 9);
        [b"report-explorer\0\x01\0zh\0\0".as_slice(), &packed].concat()
    };
    let end = (b"IEND", Vec::new());
    let small = png_of(&[(b"iTXt", text(b"{\"a\":1}")), end.clone()]);
    assert_eq!(read(&small).expect("readable").payload.as_deref(), Some("{\"a\":1}"));
    let bomb = png_of(&[(b"iTXt", text(&vec![b' '; MAX_PAYLOAD + 1])), end]);
    assert!(bomb.len() < 100_000);
    assert_eq!(read(&bomb), Err(InspectError::TooLarge));
}

#[test]
fn a_changed_text_fails_its_checksum() {
    let mut bytes = file(Format::Png, &metadata());
    let title = bytes.windows(5).position(|window| window == b"Title");
    bytes[title.expect("the title is there") + 12] ^= 1;
    assert_eq!(read(&bytes), Err(InspectError::Damaged));
}

proptest! {
    #[test]
    fn mutilated_files_never_panic(
        which in 0..3_usize,
        cut in 0.0..1.0_f64,
        changes in prop::collection::vec((0.0..1.0_f64, any::<u8>()), 0..8),
    ) {
        let mut bytes = file(Format::ALL[which], &metadata());
        for (place, value) in changes {
            let index = (place * bytes.len() as f64) as usize;
            bytes[index] = value;
        }
        bytes.truncate((cut * 1.2 * bytes.len() as f64) as usize);
        let _ = read(&bytes);
    }

    #[test]
    fn noise_behind_a_signature_never_panics(
        which in 0..3_usize,
        noise in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let starts: [&[u8]; 3] = [read_png::SIGNATURE, b"<svg ", b"%PDF-1.7 <x:xmpmeta"];
        let _ = read(&[starts[which], &noise].concat());
    }
}
