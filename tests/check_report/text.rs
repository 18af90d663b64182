//! Data against text: what agrees, what is named, and another copy of the text.

use report_explorer::model::{Finding, Rule, Severity, check_rules};
use report_explorer::source::{Identity, Verification, verify};

use super::{SMALL, SMALL_TEXT, changed, open, rules_of};

fn against(data: &str, text: &str) -> Verification {
    verify(&open(data).report, text.as_bytes(), "small.txt").expect("a sound text")
}

#[test]
fn a_report_agrees_with_its_text_and_every_number_is_accounted_for() {
    let found = against(SMALL, SMALL_TEXT);
    assert_eq!(found.findings, []);
    assert_eq!(found.identity, Identity::Published);
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
fn the_published_text_saved_otherwise_is_checked_as_published_and_noted() {
    let windows = SMALL_TEXT.replace('\n', "\r\n");
    let marked = format!("\u{feff}{SMALL_TEXT}");
    let cut = SMALL_TEXT.trim_end().to_owned();
    for other in [windows, marked, cut] {
        let found = against(SMALL, &other);
        assert_eq!(found.identity, Identity::PublishedResaved);
        assert_eq!(rules_of(&found.findings, Severity::Note), [Rule::TextIdentity]);
        assert_eq!(found.findings.len(), 1, "{:#?}", found.findings);
        assert_eq!((found.captured, found.excluded, found.unexplained.len()), (14, 10, 0));
    }
}

#[test]
fn what_differs_in_another_copy_is_named_at_its_place_however_far_the_rest_has_moved() {
    let moved = SMALL_TEXT.replacen('小', "一篇很长的前言。\n小", 1);
    let found = against(SMALL, &moved);
    assert_eq!(found.identity, Identity::Copy);
    assert_eq!(rules_of(&found.findings, Severity::Error), [Rule::TextIdentity, Rule::TextNumber]);
    assert!(found.findings[0].message.zh.contains("不是发布的文件，但"), "{:?}", found.findings[0]);

    let other = moved.replacen("3.09%", "3.19%", 1);
    let found = against(SMALL, &other);
    let [identity, span, ..] = found.findings.as_slice() else { panic!("{:?}", found.findings) };
    assert!(identity.message.en.contains("1 place differs"), "{}", identity.message.en);
    assert_eq!(span.path(), "figures (unemployment-actual).clause.span");
    let message = &span.message.en;
    assert!(message.contains("small.txt, line 6, column"), "{message}");
    assert!(message.contains("3.19%\", expected \"城镇登记失业率为3.09%\""), "{message}");
}

#[test]
fn a_clause_that_reads_otherwise_around_its_number_is_named() {
    let found = against(SMALL, &SMALL_TEXT.replacen("新建5G基站1.2万个", "新建6G基站1.2万个", 1));
    let paths: Vec<String> = found.findings.iter().map(Finding::path).collect();
    assert!(paths.contains(&"figures (base-stations-target).clause.span".to_owned()), "{paths:?}");
}

#[test]
fn the_text_of_something_else_is_told_apart_and_not_taken_to_pieces() {
    let found = against(SMALL, "别的城市的政府工作报告\n新建学校12所。\n");
    assert_eq!(rules_of(&found.findings, Severity::Error)[0], Rule::TextIdentity);
    assert!(found.findings[0].message.en.contains("of 15 figures only 0 stand in it"));
    assert!(found.findings.len() < 5, "{:#?}", found.findings);
}

#[test]
fn what_a_strange_text_says_does_not_reach_the_terminal_as_orders() {
    let found = against(SMALL, &SMALL_TEXT.replacen("3.09%", "3\u{1b}[2J\u{202e}", 1));
    for finding in &found.findings {
        let message = format!("{}{}", finding.message.zh, finding.message.en);
        assert!(!message.contains(['\u{1b}', '\u{202e}', '\n']), "{message:?}");
    }
}

#[test]
fn one_changed_digit_of_the_text_is_always_noticed_at_its_line() {
    let chars: Vec<char> = SMALL_TEXT.chars().collect();
    for at in (0..chars.len()).filter(|at| chars[*at].is_ascii_digit()) {
        let mut other = chars.clone();
        other[at] = if chars[at] == '9' { '8' } else { '9' };
        let line = 1 + chars[..at].iter().filter(|c| **c == '\n').count();
        let place = format!("small.txt, line {line}, column");
        let found = against(SMALL, &other.into_iter().collect::<String>());
        assert!(found.findings.iter().any(|f| f.message.en.contains(&place)), "{found:#?}");
    }
}

#[test]
fn one_changed_digit_of_a_value_wording_clause_or_span_is_always_noticed() {
    super::published::every_changed_digit_is_noticed(SMALL, SMALL_TEXT.as_bytes());
    assert_eq!(check_rules(&open(SMALL).report), []);
}
