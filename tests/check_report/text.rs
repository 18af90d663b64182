//! Data against text: what agrees, what is named, and another copy of the text.

use report_explorer::model::{Rule, Severity, check_rules};
use report_explorer::source::{Text, Verification, verify};

use super::{SMALL, SMALL_TEXT, changed, open, rules_of};

fn against(data: &str, text: &str) -> Verification {
    let text = Text::from_bytes(text.as_bytes(), "small.txt").expect("a sound text");
    verify(&open(data).report, &text)
}

#[test]
fn a_report_agrees_with_its_text_and_every_number_is_accounted_for() {
    let found = against(SMALL, SMALL_TEXT);
    assert_eq!(found.findings, []);
    assert!(found.hash_agrees && found.length_agrees);
    assert_eq!((found.captured, found.excluded, found.unexplained.len()), (14, 10, 0));
}

#[test]
fn a_number_that_is_neither_figure_nor_exclusion_is_named_with_its_place() {
    let line = SMALL.lines().find(|line| line.contains("\"一批\"")).expect("there");
    let found = against(&changed(&[(line, "")]), SMALL_TEXT);
    assert_eq!(rules_of(&found.findings, Severity::Error), [Rule::TextNumber]);
    assert_eq!(found.unexplained.len(), 1);
    let message = &found.findings[0].message.en;
    assert!(message.contains("\"一\" at small.txt, line 9, column"), "{message}");
}

#[test]
fn a_wording_or_span_that_is_off_by_one_is_named_with_what_stands_there() {
    let found = against(&changed(&[("wording: \"3.09%\"", "wording: \"3.08%\"")]), SMALL_TEXT);
    assert_eq!(rules_of(&found.findings, Severity::Error), [Rule::TextSpan]);
    let finding = &found.findings[0];
    assert_eq!(finding.path(), "figures (unemployment-actual).span");
    assert!(
        finding.message.en.contains("reads \"3.09%\", expected \"3.08%\""),
        "{}",
        finding.message.en
    );
}

#[test]
fn headings_ends_of_sections_and_words_before_figures_are_checked() {
    let with = |from, to| {
        rules_of(&against(&changed(&[(from, to)]), SMALL_TEXT).findings, Severity::Error)
    };
    assert_eq!(with("zh: \"过去一年工作回顾\"", "zh: \"过去两年工作回顾\""), [Rule::TextSpan]);
    assert_eq!(with("commitment: ensure", "commitment: strive"), [Rule::TextWord]);
    let line = SMALL.lines().find(|l| l.trim().starts_with("span:")).expect("a span");
    let shorter = line.replace(line.rsplit(' ').next().expect("an end"), "100),");
    assert_eq!(with(line, &shorter)[0], Rule::TextSection);
    assert_eq!(with("status: final", "status: preliminary"), [], "预计 heads the whole line");
    let planned =
        changed(&[("role: target", "role: actual"), ("status: planned", "status: preliminary")]);
    assert!(
        rules_of(&against(&planned, SMALL_TEXT).findings, Severity::Error)
            .contains(&Rule::TextWord)
    );
}

#[test]
fn another_copy_is_told_apart_and_its_places_are_named_and_counted() {
    let shifted = SMALL_TEXT.replacen('小', "小小", 1);
    let found = against(SMALL, &shifted);
    assert!(!found.hash_agrees && !found.length_agrees);
    let identity = &found.findings[0];
    assert_eq!(identity.rule, Rule::TextIdentity);
    assert!(identity.message.zh.contains("不是发布的文件"), "{}", identity.message.zh);
    assert!(
        identity.message.en.contains("spans differ: sections (1).span"),
        "{}",
        identity.message.en
    );
    assert!(found.findings.len() < 30, "the rest is counted, not listed");

    let other = against(SMALL, &SMALL_TEXT.replacen("推进", "推动", 1));
    assert_eq!(rules_of(&other.findings, Severity::Error), [Rule::TextIdentity]);
    assert!(other.findings[0].message.en.contains("all spans agree"));
}

#[test]
fn one_changed_digit_of_the_text_is_always_noticed() {
    let chars: Vec<char> = SMALL_TEXT.chars().collect();
    for at in (0..chars.len()).filter(|at| chars[*at].is_ascii_digit()) {
        let mut other = chars.clone();
        other[at] = if chars[at] == '9' { '8' } else { '9' };
        let other: String = other.into_iter().collect();
        assert!(!against(SMALL, &other).findings.is_empty(), "{at}");
    }
}

#[test]
fn one_changed_digit_of_a_value_wording_clause_or_span_is_always_noticed() {
    let text = Text::from_bytes(SMALL_TEXT.as_bytes(), "small.txt").expect("sound");
    super::published::every_changed_digit_is_noticed(SMALL, &text, usize::MAX);
    assert_eq!(check_rules(&open(SMALL).report), []);
}
