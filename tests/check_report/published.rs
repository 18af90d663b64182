//! The published report, `data/shenyang-2022.report.ron`, against its text where that is at hand.

use std::path::Path;

use proptest::prelude::*;
use report_explorer::load::{parse, parse_bytes, read_file};
use report_explorer::model::{Finding, Rule, Severity, check_rules};
use report_explorer::source::{Identity, Text, numbers, verify, verify_file};

use super::outside;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/shenyang-2022.report.ron");
const TEXT: &str = "../shared/report/shenyang-2022.txt";

fn listed(findings: &[Finding]) -> String {
    let lines: Vec<String> = findings
        .iter()
        .map(|found| format!("{:?} {}: {}", found.severity, found.path(), found.message.en))
        .collect();
    lines.join("\n")
}

#[test]
fn the_published_report_keeps_every_rule() {
    let loaded = read_file(Path::new(DATA)).expect("opened");
    assert_eq!(loaded.faults, []);
    let findings = check_rules(&loaded.report);
    assert!(
        findings.iter().all(|finding| finding.severity == Severity::Note),
        "{}",
        listed(&findings)
    );
}

#[test]
fn a_clause_that_gives_several_names_one_of_their_values_is_noted() {
    let whole = "分别提高3.5%和13.3%\", span: (3628, 3651)";
    let data = std::fs::read_to_string(DATA).expect("read");
    let notes = |data: &str| {
        let found = check_rules(&parse(data, "cut").expect("opened").report);
        found.iter().filter(|finding| finding.rule == Rule::WholeClause).count()
    };
    assert_eq!(notes(&data), 0);
    assert_eq!(notes(&data.replacen(whole, "分别提高3.5%\", span: (3628, 3645)", 1)), 1);
}

#[test]
fn the_published_report_agrees_with_its_text_and_explains_every_number() {
    let Some(path) = outside(TEXT) else { return };
    let loaded = read_file(Path::new(DATA)).expect("opened");
    let found = verify_file(&loaded.report, &path).expect("the text is opened");
    assert_eq!(found.identity, Identity::Published);
    assert!(found.findings.is_empty(), "{}", listed(&found.findings));
    assert_eq!(found.unexplained, []);
    assert!(
        found.captured >= 150 && found.excluded >= 150,
        "{} {}",
        found.captured,
        found.excluded
    );
}

/// Changes the digits of every `value:`, `wording:`, `span:` and `clause:` line one at a time.
pub(super) fn every_changed_digit_is_noticed(data: &str, text: &[u8]) {
    for at in changeable(data) {
        assert_noticed(data, text, at, 1);
    }
}

/// The byte offsets of the digits that a slip of the pen could change.
fn changeable(data: &str) -> Vec<usize> {
    let mut offsets = Vec::new();
    let mut start = 0;
    for line in data.split_inclusive('\n') {
        let field = line.trim_start();
        let counts = ["value:", "value_high:", "wording:", "span:", "clause:", "(wording:"];
        if counts.iter().any(|name| field.starts_with(name)) {
            let digits = line.bytes().enumerate().filter(|(_, b)| b.is_ascii_digit());
            offsets.extend(digits.map(|(at, _)| start + at));
        }
        start += line.len();
    }
    offsets
}

/// The digit at `at`, raised by `by` (mod 10), leads to a fault, a finding of the rules or one against the text.
fn assert_noticed(data: &str, text: &[u8], at: usize, by: u8) {
    let mut bytes = data.as_bytes().to_vec();
    bytes[at] = b'0' + (bytes[at] - b'0' + by) % 10;
    let changed = String::from_utf8(bytes).expect("a digit for a digit");
    let Ok(loaded) = parse(&changed, "changed") else { return };
    let noticed = !loaded.faults.is_empty()
        || check_rules(&loaded.report).iter().any(|f| f.severity == Severity::Error)
        || !verify(&loaded.report, text, "text").expect("a text").findings.is_empty();
    let line = data[..at].matches('\n').count();
    assert!(noticed, "not noticed: {:?}", changed.lines().nth(line));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn one_changed_digit_of_the_published_data_is_always_noticed(choice in any::<prop::sample::Index>(), by in 1_u8..10) {
        let Some(path) = outside(TEXT) else { return Ok(()) };
        let data = std::fs::read_to_string(DATA).expect("the published data");
        let text = std::fs::read(&path).expect("the text is opened");
        let offsets = changeable(&data);
        assert_noticed(&data, &text, offsets[choice.index(offsets.len())], by);
    }

    #[test]
    fn one_changed_digit_of_the_text_is_always_noticed(choice in any::<prop::sample::Index>(), by in 1_u8..10) {
        let Some(path) = outside(TEXT) else { return Ok(()) };
        let loaded = read_file(Path::new(DATA)).expect("opened");
        let mut bytes = std::fs::read(path).expect("the text");
        let digits: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
        let at = digits[choice.index(digits.len())];
        bytes[at] = b'0' + (bytes[at] - b'0' + by) % 10;
        let line = bytes[..at].split(|byte| *byte == b'\n').count();
        let found = verify(&loaded.report, &bytes, "changed.txt").expect("still UTF-8");
        let place = format!("changed.txt, line {line}, column");
        prop_assert!(found.identity == Identity::Copy);
        prop_assert!(found.findings.iter().any(|f| f.message.en.contains(&place)), "{place}: {}", listed(&found.findings));
    }

    #[test]
    fn published_data_cut_off_or_changed_in_any_byte_is_no_panic(choice in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let bytes = std::fs::read(DATA).expect("the published data");
        let at = choice.index(bytes.trim_ascii_end().len());
        prop_assert!(parse_bytes(&bytes[..at], "cut").is_err(), "cut at {at}");
        let mut changed = bytes;
        changed[at] = byte;
        if let Ok(loaded) = parse_bytes(&changed, "changed") {
            let findings = check_rules(&loaded.report);
            prop_assert_eq!(loaded.problems(&findings).len(), loaded.faults.len() + findings.len());
        }
    }
}

#[test]
fn the_numbers_of_every_report_at_hand_are_found_without_a_panic() {
    let Some(folder) = outside("../shared/corpus") else { return };
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        if entry.path().extension().is_some_and(|extension| extension == "txt") {
            let text = Text::read(&entry.path()).expect("a text");
            let found = numbers(text.chars());
            assert!(found.len() > 20, "{}: {}", entry.path().display(), found.len());
        }
    }
}
