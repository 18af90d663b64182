//! What people, disks, networks and other programs may hand to the application: data files, texts, settings, images,
//! searches, command lines. None of it may make the program fall, whatever it says; each property is in `support::hostile`.
//!
//! The runs here are short and the same each time: real files, changed in a few places. `fuzz/` runs the same properties
//! for as long as one likes, and what it finds becomes a case here; docs/fuzzing.md tells what was run.

use std::ffi::OsString;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use report_explorer::chart::{ChartKind, ChartSpec, ChartStyle, Scope};
use report_explorer::export::request::{self, ExportRequest};
use report_explorer::export::{Format, read};
use report_explorer::load;

#[path = "support/hostile.rs"]
mod hostile;

const REPORT: &str = include_str!("data/small.report.ron");
const TEXT: &str = include_str!("data/small.txt");

/// Pieces that mean something to one reader or another.
const PIECES: [&str; 40] = [
    "(",
    ")",
    "[",
    "]",
    "\"",
    "\\",
    ",",
    ":",
    "<",
    ">",
    "&",
    "/*",
    "//",
    "{",
    "}",
    "=",
    "'",
    "|",
    "\n",
    "\r\n",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "\u{2028}",
    "\u{fffd}",
    "\u{1f600}",
    "-1",
    "0",
    "1e400",
    "NaN",
    "inf",
    "99999999999999999999999999999",
    "0.00000000000000000000000000001",
    "18446744073709551616",
    "一万二",
    "％",
    "Some(",
    "None",
    "range",
    "worded",
];

/// One change to a file; places are shares of its length.
#[derive(Debug, Clone)]
enum Change {
    Put(f64, Vec<u8>),
    Cut(f64, usize),
    Repeat(f64, usize, usize),
    Swap(f64, f64, usize),
    /// A word in the place of another, which leaves the brackets as they are.
    Word(f64, f64),
    Say(f64, Vec<u8>),
    End(f64),
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let place = || 0.0..1.0_f64;
    let change = prop_oneof![
        4 => (place(), prop::sample::select(&PIECES))
            .prop_map(|(at, piece)| Change::Put(at, piece.as_bytes().to_vec())),
        2 => (place(), any::<u8>()).prop_map(|(at, byte)| Change::Put(at, vec![byte])),
        2 => (place(), 1_usize..200).prop_map(|(at, length)| Change::Cut(at, length)),
        2 => (place(), 1_usize..300, 1_usize..40)
            .prop_map(|(at, length, times)| Change::Repeat(at, length, times)),
        2 => (place(), place(), 1_usize..300)
            .prop_map(|(one, other, length)| Change::Swap(one, other, length)),
        12 => (place(), place()).prop_map(|(one, other)| Change::Word(one, other)),
        8 => (place(), prop::sample::select(&PIECES[19..]))
            .prop_map(|(at, piece)| Change::Say(at, piece.as_bytes().to_vec())),
        1 => place().prop_map(Change::End),
    ];
    prop::collection::vec(change, 1..4)
}

fn changed(file: &[u8], changes: &[Change]) -> Vec<u8> {
    let mut file = file.to_vec();
    for change in changes {
        let place = |share: &f64| (share * file.len() as f64) as usize;
        let piece = |from: usize, length: &usize| from..(from + length).min(file.len());
        match change {
            Change::Put(at, bytes) => {
                let at = place(at);
                file.splice(at..at, bytes.iter().copied());
            }
            Change::Cut(at, length) => {
                file.drain(piece(place(at), length));
            }
            Change::Repeat(at, length, times) => {
                let piece = piece(place(at), length);
                let repeated = file[piece.clone()].repeat(*times);
                file.splice(piece, repeated);
            }
            Change::Swap(one, other, length) => {
                let other = file[piece(place(other), length)].to_vec();
                file.splice(piece(place(one), length), other);
            }
            Change::Word(one, other) => {
                let other = file[word(&file, place(other))].to_vec();
                file.splice(word(&file, place(one)), other);
            }
            Change::Say(at, bytes) => {
                file.splice(word(&file, place(at)), bytes.iter().copied());
            }
            Change::End(at) => file.truncate(place(at)),
        }
    }
    file
}

/// The word, number or quoted text around a place.
fn word(file: &[u8], at: usize) -> std::ops::Range<usize> {
    let ends = |byte: &u8| b"()[]{}<>,:=\"\n".contains(byte);
    let start = file[..at].iter().rposition(ends).map_or(0, |before| before + 1);
    let length = file[start..].iter().position(ends).unwrap_or(file.len() - start);
    let blank = file[start..start + length].iter().take_while(|byte| **byte == b' ').count();
    start + blank..start + length
}

/// A chart of the small report as a file of each format.
fn images() -> [Vec<u8>; 3] {
    let report = load::parse(REPORT, "small.report.ron").expect("it opens").report;
    let spec = ChartSpec::new(ChartKind::Profile, Scope::Report);
    Format::ALL.map(|format| {
        let wanted = ExportRequest::new(spec.clone(), ChartStyle::default(), format);
        request::run(&report, &wanted).expect("it is drawn")
    })
}

/// Runs a property on changed versions of a file, the same ones each time.
fn with_changes(file: &[u8], cases: u32, property: impl Fn(&[u8])) {
    property(file);
    run(cases, changes(), |changes| property(&changed(file, &changes)));
}

fn run<T: std::fmt::Debug>(cases: u32, given: impl Strategy<Value = T>, property: impl Fn(T)) {
    let config = ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(2022),
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let outcome = runner.run(&given, |given| {
        property(given);
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}

#[test]
fn no_data_file_makes_it_fall_and_what_is_sound_is_kept() {
    with_changes(REPORT.as_bytes(), 400, hostile::report);
}

#[test]
fn a_report_from_before_1900_is_a_workbook_too() {
    let old = REPORT.replacen("delivered: \"2022-01-08\"", "delivered: \"1011-01-08\"", 1);
    assert_ne!(old, REPORT);
    hostile::report(old.as_bytes());
}

#[test]
fn no_data_file_makes_a_chart_fall() {
    with_changes(REPORT.as_bytes(), 40, hostile::chart);
}

#[test]
fn no_text_makes_it_fall() {
    with_changes(TEXT.as_bytes(), 300, hostile::text);
}

#[test]
fn no_image_makes_it_fall() {
    for image in images() {
        with_changes(&image, 150, hostile::image);
    }
}

#[test]
fn nothing_inside_an_image_makes_it_fall() {
    let [svg, ..] = images();
    let payload = read(&svg).expect("ours").payload.expect("with its data");
    with_changes(payload.as_bytes(), 60, |bytes| hostile::carried(&String::from_utf8_lossy(bytes)));
}

#[test]
fn no_settings_make_it_fall_and_none_are_lost() {
    with_changes(include_bytes!("../fuzz/seeds/settings/full.ron"), 300, hostile::settings);
}

#[test]
fn nothing_typed_makes_it_fall() {
    let words = [
        "dqsczz",
        "1.2万",
        "９９．９％",
        "#gdp",
        "shenyang-2022#",
        "99999999999999999999999999999999999亿",
        "dumbbell-headline",
        "card-",
        "{n} {title}",
        "{ti\u{5}\u{202e}ng}",
        "{report",
    ];
    let piece = prop_oneof![
        prop::sample::select(words.to_vec()).prop_map(str::to_owned),
        prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned),
        any::<String>(),
    ];
    let typed = prop::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat());
    run(300, typed, |typed| hostile::search(&typed));
}

#[test]
fn no_command_line_makes_it_fall() {
    let words = [
        "export",
        "figures",
        "check",
        "inspect",
        "--format",
        "png,svg",
        "--size",
        "1e9x-3",
        "0x0",
        "--dpi",
        "4294967296",
        "--lang",
        "zh",
        "--chart",
        "-o",
        "-",
        "--",
        "--without",
        "--find",
        "--name",
        "--help",
    ];
    let word = prop_oneof![
        2 => prop::sample::select(words.to_vec()).prop_map(OsString::from),
        1 => prop::sample::select(PIECES.to_vec()).prop_map(OsString::from),
        1 => any::<String>().prop_map(OsString::from),
    ];
    let given = prop::collection::vec(word, 0..8)
        .prop_map(|words| [OsString::from("report-explorer")].into_iter().chain(words).collect());
    run(300, given, |given: Vec<OsString>| hostile::command_line(&given));
}
