//! Reading sound, faulty and hostile files; writing back.

mod round_trip;
mod same_as_ron;

use std::fmt::Write as _;

use super::*;
use crate::model::{FigureId, ItemRef, Position};
use crate::reading::ReadError;

const SMALL: &str = include_str!("../../tests/data/small.report.ron");

fn small() -> Loaded {
    parse(SMALL, "small.report.ron").expect("the small report is sound")
}

/// The faults of the small report with one piece replaced.
fn faults_with(from: &str, to: &str) -> Vec<Fault> {
    assert!(SMALL.contains(from), "{from:?} is in the small report");
    parse(&SMALL.replacen(from, to, 1), "small.report.ron").expect("still opened").faults
}

fn refusal(text: &str) -> LoadErrorKind {
    parse(text, "x.ron").expect_err("refused").kind
}

/// Everything that a report says, for comparing two.
fn said(report: &Report) -> impl PartialEq + std::fmt::Debug + use<> {
    (
        (report.id().clone(), report.data_version().to_owned()),
        (report.about().clone(), report.text().clone()),
        report.sections().to_vec(),
        report.indicators().to_vec(),
        report.figures().to_vec(),
        report.exclusions().to_vec(),
    )
}

#[test]
fn a_sound_report_is_opened_without_faults_and_written_back_byte_for_byte() {
    let loaded = small();
    assert_eq!(loaded.faults, []);
    assert_eq!(loaded.report.figures().len(), 15);
    assert_eq!(to_ron(&loaded.report), SMALL);
}

#[test]
fn what_is_written_is_ron_for_the_ron_library_too() {
    let value: ron::Value = ron::from_str(&to_ron(&small().report)).expect("RON");
    assert!(matches!(value, ron::Value::Map(_)), "{value:?}");
}

#[test]
fn the_published_report_is_opened_without_faults_and_comes_back_the_same() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/shenyang-2022.report.ron");
    let loaded = read_file(Path::new(path)).expect("the published report is opened");
    assert_eq!(loaded.faults, []);
    let again = parse(&to_ron(&loaded.report), "again").expect("what was written is read");
    assert_eq!(again.faults, []);
    assert_eq!(said(&loaded.report), said(&again.report));
}

#[test]
fn the_place_of_a_fault_holds_no_character_that_would_garble_it() {
    let text = SMALL.replacen("id: \"incomes\"", "id: \"in\u{202e}comes\"", 1);
    let loaded = parse(&text, "a\u{1b}[2J.report.ron").expect("still opened");
    let message = loaded.faults[0].message();
    assert!(!message.en.chars().any(crate::model::is_garbling), "{message:?}");
    assert!(message.en.contains("(in\u{fffd}comes).id"), "{message:?}");
}

#[test]
fn one_faulty_figure_fails_alone_and_is_named_with_line_column_and_field() {
    let text = SMALL.replacen("value: \"3.09\"", "value: 3.09", 1);
    let loaded = parse(&text, "small.report.ron").expect("still opened");
    assert_eq!(loaded.report.figures().len(), 14);
    let [fault] = loaded.faults.as_slice() else { panic!("{:?}", loaded.faults) };
    assert_eq!(fault.path, "figures[1] (unemployment-actual).value");
    let line = text.lines().position(|line| line.contains("value: 3.09")).expect("there") + 1;
    assert_eq!(fault.position, Position { line, column: 20 });
    let message = fault.message();
    assert_eq!(
        message.en,
        format!(
            "small.report.ron, line {line}, column 20, figures[1] (unemployment-actual).value: \
             expected a decimal in quotation marks, like \"3.09\", found the number 3.09."
        )
    );
    assert!(message.zh.contains("应为引号中的十进制数"), "{}", message.zh);
}

#[test]
fn every_fault_of_an_item_is_reported_at_once() {
    let text = SMALL
        .replacen("role: actual", "role: actaul", 1)
        .replacen("basis: growth_rate", "basis: \"growth_rate\"", 1)
        .replacen("value: \"7\"", "vaule: \"7\"", 1)
        .replacen("section: \"1.a\"", "section: \"1.a\", section: \"1.a\"", 1);
    let faults = parse(&text, "x").expect("opened").faults;
    let kinds: Vec<&FaultKind> = faults.iter().map(|fault| &fault.kind).collect();
    assert!(
        matches!(
            kinds.as_slice(),
            [
                FaultKind::UnknownWord { nearest: Some("actual"), .. },
                FaultKind::Kind { expected: Expected::Word, .. },
                FaultKind::UnknownField { nearest: Some("value"), .. },
                FaultKind::Quantity(_),
                FaultKind::DuplicateField("section"),
            ]
        ),
        "{kinds:?}"
    );
}

#[test]
fn values_that_are_no_exact_decimals_are_refused() {
    for value in [
        "NaN",
        "inf",
        "7.0",
        "\"NaN\"",
        "\"inf\"",
        "\"1e400\"",
        "\"7e1\"",
        "\"07\"",
        "\"+7\"",
        "\"7.\"",
        "\".7\"",
        "\"7 \"",
        "\"7%\"",
        "\"\"",
        "\"-\"",
        "\"٧\"",
        "\"1_000\"",
        "\"99999999999999999999999999999999\"",
        "\"10000000000000000000\"",
        "-7",
        "()",
        "[]",
        "true",
    ] {
        let faults = faults_with("value: \"7\"", &format!("value: {value}"));
        assert_eq!(faults.len(), 1, "{value}: {faults:?}");
        assert_eq!(faults[0].path, "figures[0] (gdp-actual).value", "{value}");
    }
}

#[test]
fn spans_that_are_reversed_negative_or_beyond_the_text_are_refused() {
    let span = SMALL.lines().find(|line| line.trim().starts_with("span:")).expect("a span").trim();
    for wrong in [
        "span: (5, 5)",
        "span: (6, 5)",
        "span: (-1, 5)",
        "span: (0, 100000)",
        "span: (0, 99999999999)",
        "span: (1.5, 3)",
        "span: (0)",
        "span: (0, 1, 2)",
        "span: \"0-1\"",
        "span: (0, NaN)",
    ] {
        let faults = faults_with(span, &format!("{wrong},"));
        assert!(!faults.is_empty(), "{wrong}");
        assert_eq!(faults[0].path, "sections[0] (1).span", "{wrong}");
    }
}

#[test]
fn control_and_bidirectional_characters_are_refused_however_they_are_written() {
    for character in
        ["\u{0}", "\\u{202e}", "\u{202e}", "\u{2066}", "\\n", "\n", "\\x07", "\u{200f}"]
    {
        let faults =
            faults_with("zh: \"地区生产总值\"", &format!("zh: \"地区{character}生产总值\""));
        assert!(
            matches!(faults[0].kind, FaultKind::ForbiddenCharacter(_)),
            "{character:?}: {faults:?}"
        );
        assert_eq!(faults[0].path, "indicators[0] (gdp).name.zh");
        assert!(!faults[0].message().en.contains(character), "{character:?}");
    }
}

#[test]
fn long_texts_unknown_units_and_false_dates_are_named() {
    let long = format!("zh: \"{}\"", "长".repeat(2001));
    assert!(matches!(
        faults_with("zh: \"地区生产总值\"", &long)[0].kind,
        FaultKind::LongText(2001)
    ));
    assert!(matches!(
        faults_with("unit: \"家\"", "unit: \"斗\"")[0].kind,
        FaultKind::UnknownUnit(_)
    ));
    let wrong_date = SMALL.replacen("2022-01-08", "2022-02-30", 1);
    let LoadErrorKind::Head(faults) = refusal(&wrong_date) else { panic!("a faulty head") };
    assert!(matches!(faults[0].kind, FaultKind::Date(_)));
    assert_eq!(faults[0].path, "about.delivered");
}

#[test]
fn references_to_what_is_not_there_and_ids_given_twice_are_named_at_their_field() {
    for (from, to, path) in [
        ("id: \"gdp-target\"", "id: \"gdp-actual\"", "figures[8] (gdp-actual).id"),
        ("indicator: \"rank\"", "indicator: \"runk\"", "figures[4] (rank-actual).indicator"),
        ("definition: \"all\"", "definition: \"some\"", "figures[9] (incomes-target).definition"),
        ("section: \"2.1.a\"", "section: \"9\"", "figures[11] (base-stations-target).section"),
    ] {
        let faults = faults_with(from, to);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert_eq!(faults[0].path, path);
        assert!(matches!(faults[0].kind, FaultKind::Structure(_)));
    }
}

#[test]
fn a_newer_schema_is_refused_and_never_half_read() {
    assert_eq!(refusal("(schema: 2, figures: nonsense)"), LoadErrorKind::Schema("2".to_owned()));
}

#[test]
fn files_that_are_no_reports_are_refused_in_words() {
    assert_eq!(refusal(""), LoadErrorKind::Empty);
    assert_eq!(refusal("\u{feff} \n"), LoadErrorKind::Empty);
    for text in ["沈阳市政府工作报告", "{\"a\": 1}", "<svg/>", "hello", "()", "(a: 1)", "42"]
    {
        assert!(matches!(refusal(text), LoadErrorKind::Syntax(..)), "{text}");
    }
    let error = parse_bytes(b"(a:\n \xff", "x.ron").expect_err("not UTF-8");
    assert_eq!(error.kind, LoadErrorKind::NotUtf8(5));
    assert_eq!(error.position, Some(Position { line: 2, column: 2 }));
    assert!(matches!(refusal("(schema: 1)"), LoadErrorKind::Head(_)));
}

#[test]
fn signs_typed_at_full_width_are_named_with_what_to_type() {
    for (from, to, zh, en) in [
        (
            "schema: 1",
            "schema： 1",
            "应为“:”，却是“：”。这是全角标点",
            "expected \":\", found \"：\". This is a full-width",
        ),
        ("id: \"gdp-target\"", "id： \"gdp-target\"", "应为“:”", "expected \":\""),
        ("unit: \"家\",", "unit: \"家\"，", "应为“,”，却是“，”", "expected \",\""),
        ("unit: \"家\"", "unit: “家”", "却是 “。这是中文引号", "typographic quotation mark"),
        ("unit: \"家\"", "unit:\u{3000}\"家\"", "全角空格", "full-width space"),
        ("unit: \"家\"", "unit: \u{202e}\"家\"", "却是 U+202E。", "found U+202E."),
    ] {
        assert!(SMALL.contains(from), "{from}");
        let message = parse(&SMALL.replacen(from, to, 1), "x").expect_err("no RON").message();
        assert!(message.zh.contains(zh), "{}", message.zh);
        assert!(message.en.contains(en), "{}", message.en);
    }
}

#[test]
fn a_file_cut_off_anywhere_is_refused_with_a_place() {
    let end = SMALL.trim_end().len();
    for at in (0..end).step_by(7).filter(|at| SMALL.is_char_boundary(*at)) {
        let error = parse(&SMALL[..at], "x.ron").expect_err("cut off");
        assert!(error.position.is_some() || error.kind == LoadErrorKind::Empty, "{at}");
        assert!(!error.message().zh.is_empty());
    }
}

#[test]
fn brackets_in_brackets_end_in_an_error_and_not_in_a_stack_overflow() {
    let deep = format!("(schema: 1, id: {}1{})", "[".repeat(24), "]".repeat(24));
    let refused = refusal(&deep);
    assert!(matches!(refused, LoadErrorKind::Syntax(Syntax::TooDeep, _)), "{refused:?}");
    assert!(refused.message().en.contains("the limit of 24"), "{refused:?}");
    for open in ["(", "[", "(a:", "Some(", "[(a:[", "/*"] {
        let text = format!("(schema: 1, id: {}", open.repeat(100_000));
        assert!(matches!(refusal(&text), LoadErrorKind::Syntax(..)), "{open}");
    }
}

#[test]
fn a_file_of_faults_names_the_first_ones_and_counts_the_rest() {
    let mut text = SMALL.replacen("    exclusions: [\n", "    exclusions: [\n@", 1);
    let many = "        5,\n".repeat(10_000);
    text = text.replacen('@', &many, 1);
    let faults = parse(&text, "x").expect("opened").faults;
    assert_eq!(faults.len(), 501);
    assert_eq!(faults[500].kind, FaultKind::More(9_500));
}

#[test]
fn endless_lists_and_heaps_of_fields_end_in_words() {
    let list = format!("(schema: 1, id: [{}])", "1,".repeat(3_000_000));
    let refused = refusal(&list);
    assert!(matches!(refused, LoadErrorKind::Syntax(Syntax::TooManyValues, _)));
    assert!(refused.message().zh.contains("上限2000000"), "{refused:?}");
    let unknown = "aaaaaaaaaaaaaaa:1,".repeat(100_000);
    let doubled = "id:1,".repeat(100_000);
    let LoadErrorKind::Head(faults) = refusal(&format!("(schema: 1, {unknown}{doubled})")) else {
        panic!("a faulty head");
    };
    assert_eq!(faults.len(), 501);
}

#[test]
fn a_list_with_too_many_items_is_cut_and_names_its_limit() {
    for (list, limit) in [
        ("sections", MAX_SECTIONS),
        ("indicators", MAX_ITEMS),
        ("figures", MAX_FIGURES),
        ("exclusions", MAX_ITEMS),
    ] {
        let start = format!("    {list}: [\n");
        assert!(SMALL.contains(&start), "{list}");
        let text = SMALL.replacen(&start, &format!("{start}{}", "5,".repeat(limit + 1)), 1);
        let faults = match parse(&text, "x") {
            Ok(loaded) => loaded.faults,
            Err(LoadError { kind: LoadErrorKind::Head(faults), .. }) => faults,
            Err(other) => panic!("{list}: {other:?}"),
        };
        let cut = faults.iter().find_map(|fault| match fault.kind {
            FaultKind::TooManyItems { found, limit } => Some((found, limit)),
            _ => None,
        });
        let (found, named) = cut.unwrap_or_else(|| panic!("{list}: {:?}", &faults[..1]));
        assert!(found > limit && named == limit, "{list}: {found} of {named}");
    }
}

#[test]
fn places_lead_an_item_and_its_field_to_its_line() {
    let loaded = small();
    let item = ItemRef::Figure(FigureId::new("gdp-target").expect("sound"));
    let wanted = SMALL.lines().position(|line| line.contains("\"gdp-target\"")).expect("there") + 1;
    let position = |field: &str| loaded.places.position(&item, field).expect("there").line;
    assert_eq!(position("id"), wanted);
    assert_eq!(position("value"), wanted + 6);
    assert_eq!(position("clause.span"), wanted + 12);
    assert_eq!(position("note"), wanted - 1, "a field that is left out leads to its item");
    let report = loaded.places.position(&ItemRef::Report, "about.target_year").expect("there");
    assert!(SMALL.lines().nth(report.line - 1).expect("there").contains("target_year"));
}

#[test]
fn too_large_files_are_refused_without_being_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("huge.report.ron");
    std::fs::File::create(&path).and_then(|file| file.set_len(100 << 20)).expect("100 MiB");
    let error = read_file(&path).expect_err("refused");
    let too_large = |bytes| ReadError::TooLarge { bytes: Some(bytes), limit: MAX_FILE_BYTES };
    assert_eq!(error.kind, LoadErrorKind::Unreadable(too_large(100 << 20)));
    assert_eq!(refusal(&" ".repeat(17 << 20)), LoadErrorKind::Unreadable(too_large(17 << 20)));
    let missing = read_file(&folder.path().join("missing.ron")).expect_err("refused");
    assert_eq!(missing.kind, LoadErrorKind::Unreadable(ReadError::Missing));
    let of_folder = read_file(folder.path()).expect_err("refused");
    assert_eq!(of_folder.kind, LoadErrorKind::Unreadable(ReadError::IsFolder));
}

#[test]
fn comments_raw_texts_explicit_some_and_type_names_are_read() {
    let text = SMALL
        .replacen("(\n    schema: 1", "/* a /* nested */ one */ Report( // here\n    schema: 1", 1)
        .replacen("zh: \"地区生产总值\"", "zh: r#\"地区生产总值\"#", 1)
        .replacen("unit: \"家\"", "unit: Some(\"家\")", 1)
        .replacen("scale: \"万\"", "scale: \"\\u{4e07}\", note: None", 1);
    let loaded = parse(&text, "x").expect("opened");
    assert_eq!(loaded.faults, []);
    assert_eq!(said(&loaded.report), said(&small().report));
}

/// The faults of a whole file in one text, so that a failing property shows them.
fn listed(faults: &[Fault]) -> String {
    faults.iter().fold(String::new(), |mut list, fault| {
        let _ = writeln!(list, "{}", fault.message().en);
        list
    })
}

mod properties {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_bytes_are_opened_or_refused_and_never_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = parse_bytes(&bytes, "x");
        }

        #[test]
        fn any_changed_byte_is_opened_or_refused_and_never_a_panic(at in 0..SMALL.len(), byte in any::<u8>()) {
            let mut bytes = SMALL.as_bytes().to_vec();
            bytes[at] = byte;
            match parse_bytes(&bytes, "x") {
                Ok(loaded) => prop_assert!(listed(&loaded.faults).is_empty() == loaded.faults.is_empty()),
                Err(error) => prop_assert!(!error.message().en.is_empty()),
            }
        }

        #[test]
        fn any_words_survive_writing_and_reading(zh in "[^\\p{C}\\u{2028}\\u{2029}]{1,30}[a\"\\\\]", en in "[ -~]{0,30}x") {
            let mut text = SMALL.to_owned();
            let quoted = |t: &str| t.replace('\\', "\\\\").replace('"', "\\\"");
            text = text.replacen("zh: \"日报\", en: \"Daily\"", &format!("zh: \"{}\", en: \"{}\"", quoted(&zh), quoted(&en)), 1);
            let loaded = parse(&text, "x").expect("opened");
            prop_assert_eq!(&loaded.report.about().publisher.zh, &zh);
            prop_assert_eq!(&loaded.report.about().publisher.en, &en);
            let again = parse(&to_ron(&loaded.report), "y").expect("opened");
            prop_assert_eq!(said(&again.report), said(&loaded.report));
        }
    }
}
