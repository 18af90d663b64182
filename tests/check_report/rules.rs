//! Every rule turns red on a report that breaks it.

use report_explorer::model::{Finding, Rule, Severity, check_rules};

use super::{SMALL, findings_with, open, rules_of};

#[test]
fn the_small_report_keeps_every_rule() {
    assert_eq!(check_rules(&open(SMALL).report), []);
}

/// The changes break `rule` and nothing else.
fn breaks(rule: Rule, changes: &[(&str, &str)]) {
    let findings = findings_with(changes);
    let errors = rules_of(&findings, Severity::Error);
    assert!(
        !errors.is_empty() && errors.iter().all(|found| *found == rule),
        "{changes:?}: {findings:#?}"
    );
    for finding in &findings {
        assert!(!finding.message.zh.is_empty() && !finding.message.en.is_empty());
    }
}

/// The changes break `rule`, among others.
fn breaks_also(rule: Rule, changes: &[(&str, &str)]) {
    let findings = findings_with(changes);
    assert!(rules_of(&findings, Severity::Error).contains(&rule), "{changes:?}: {findings:#?}");
}

#[test]
fn years_follow_each_other_and_dates_are_in_order() {
    breaks_also(Rule::Years, &[("actual_year: 2021", "actual_year: 2020")]);
    breaks(Rule::Years, &[("published: \"2022-01-13\"", "published: \"2022-01-07\"")]);
}

#[test]
fn a_hash_is_64_lower_case_digits() {
    let at = SMALL.find("sha256: \"").expect("there") + 9;
    let hash = &SMALL[at..at + 64];
    breaks(Rule::HashShape, &[(hash, &hash[..63])]);
    breaks(Rule::HashShape, &[(hash, &hash.replace(|c: char| c.is_ascii_digit(), "F"))]);
}

#[test]
fn sections_lie_in_their_parents_in_order_without_overlap() {
    let spans: Vec<&str> = SMALL
        .lines()
        .map(str::trim)
        .filter(|l| l.starts_with("span: (") && !l.contains("clause"))
        .take(5)
        .collect();
    breaks_also(Rule::SectionNesting, &[(spans[0], "span: (12, 20),")]);
    breaks_also(Rule::SectionNesting, &[(spans[2], "span: (50, 300),")]);
}

#[test]
fn parts_have_numbers_and_topics_have_none() {
    breaks(Rule::SectionNumber, &[("number: \"一、\"", "number: \"\"")]);
    breaks(
        Rule::SectionNumber,
        &[("kind: topic,\n            number: \"\"", "kind: topic,\n            number: \"1\"")],
    );
}

#[test]
fn a_figure_names_the_innermost_section() {
    breaks(Rule::FigureSection, &[("section: \"1.a\"", "section: \"1\"")]);
    breaks(Rule::FigureSection, &[("section: \"1.a\"", "section: \"2\"")]);
}

#[test]
fn clause_and_wording_fit_their_spans_and_each_other() {
    breaks_also(Rule::Clause, &[("wording: \"3.09%\"", "wording: \"3.9%\"")]);
    breaks(Rule::Clause, &[("text: \"城镇登记失业率为3.09%\"", "text: \"城镇登记失业率为3.08%\"")]);
    breaks(Rule::Clause, &[("text: \"新建5G基站1.2万个\"", "text: \"新建基站1.2万个\"")]);
}

#[test]
fn long_clauses_are_noted_and_endless_ones_are_errors() {
    let clause = "(text: \"城镇登记失业率为3.09%\", span: (";
    let at = SMALL.find(clause).expect("there") + clause.len();
    let numbers: String = SMALL[at..].chars().take_while(|c| *c != ')').collect();
    let (start, end) = numbers.split_once(", ").expect("two ends");
    let end: usize = end.parse().expect("a number");
    let wording_end = "城镇登记失业率为3.09%";
    for (more, severity) in [(30, Severity::Note), (110, Severity::Error)] {
        let longer = format!(
            "(text: \"{wording_end}{}\", span: ({start}, {}",
            "甲".repeat(more),
            end + more
        );
        let findings = findings_with(&[(&format!("{clause}{numbers}"), &longer)]);
        assert_eq!(rules_of(&findings, severity), [Rule::ClauseLength], "{findings:#?}");
    }
}

#[test]
fn bounds_have_their_word_and_the_word_its_bound() {
    breaks(Rule::BoundWord, &[("            bound_word: \"左右\",\n", "")]);
    breaks(Rule::BoundWord, &[("bound_word: \"左右\"", "bound_word: \"约\"")]);
    breaks(Rule::BoundWord, &[("bound: approximate", "bound: at_least")]);
    breaks(
        Rule::BoundWord,
        &[("bound: approximate,\n            bound_word: \"左右\"", "bound: exact")],
    );
    breaks(Rule::BoundWord, &[("bound: exact", "bound: exact, bound_word: \"为\"")]);
    breaks(Rule::WordingEn, &[("bound: exact", "bound: exact, wording_en: \"ten\"")]);
}

#[test]
fn the_number_in_the_wording_is_the_value() {
    breaks(Rule::WordingValue, &[("value: \"3.09\"", "value: \"3.08\"")]);
    breaks(Rule::WordingValue, &[("value: \"15\"", "value: \"16\"")]);
    breaks(
        Rule::WordingValue,
        &[("value: \"12000\"", "value: \"12001\""), ("value: \"12000\"", "value: \"12001\"")],
    );
    breaks_also(Rule::WordingValue, &[("value: \"0\"", "value: \"1\"")]);
}

/// The actual of the 5G base stations with another wording, value and so on, in the place of 新建5G基站1万个.
fn stations(wording: &str, fields: &str) -> Vec<Finding> {
    let old = "value: \"10000\",\n            unit: \"个\",\n            scale: \"万\",\n            bound: exact,\n            wording: \"1万个\"";
    findings_with(&[(old, &format!("{fields}, wording: \"{wording}\""))])
        .into_iter()
        .filter(|f| matches!(f.rule, Rule::WordingValue | Rule::WordingUnit))
        .collect()
}

#[test]
fn every_way_of_printing_a_number_is_read_and_a_slip_in_it_is_seen() {
    for (wording, sound, slip) in [
        ("30多万人", ("300000", "人", "万"), ("30", "人", "万")),
        ("2000余万人次", ("20000000", "人次", "万"), ("20000000", "人次", "")),
        ("一千五百万人", ("15000000", "人", "万"), ("15000000", "人", "")),
        ("百分之三点五", ("3.5", "%", ""), ("3.6", "%", "")),
        ("百分之三点五", ("3.5", "%", ""), ("3.5", "个", "")),
        ("千分之五", ("5", "‰", ""), ("5", "%", "")),
        ("5.2‰", ("5.2", "‰", ""), ("5.2", "%", "")),
        ("5.2%", ("5.2", "%", ""), ("5.2", "‰", "")),
        ("七成", ("70", "%", ""), ("7", "%", "")),
        ("翻两番", ("300", "%", ""), ("200", "%", "")),
        ("4.4倍", ("440", "%", "倍"), ("4.4", "%", "倍")),
        ("两家", ("2", "家", ""), ("2", "户", "")),
        ("40个工作日", ("40", "工作日", ""), ("40", "天", "")),
        ("1,234项", ("1234", "项", ""), ("1", "项", "")),
    ] {
        let with = |(value, unit, scale): (&str, &str, &str)| {
            let scale =
                if scale.is_empty() { String::new() } else { format!("scale: \"{scale}\", ") };
            stations(wording, &format!("value: \"{value}\", unit: \"{unit}\", {scale}bound: exact"))
        };
        assert_eq!(with(sound), [], "{wording}");
        assert!(!with(slip).is_empty(), "{wording} as {slip:?}");
    }
    let range = |low: &str, high: &str, wording: &str, rest: &str| {
        let fields = format!(
            "value: \"{low}\", value_high: \"{high}\", {rest}, bound: range, bound_word: \"至\""
        );
        stations(wording, &fields)
    };
    assert_eq!(range("5", "6", "5%-6%", "unit: \"%\""), []);
    assert_eq!(range("30000", "50000", "3至5万人", "unit: \"人\", scale: \"万\""), []);
    assert!(!range("5", "7", "5%-6%", "unit: \"%\"").is_empty());
    assert!(!range("4", "6", "5%-6%", "unit: \"%\"").is_empty());
}

#[test]
fn unit_and_scale_are_as_printed() {
    breaks(Rule::WordingUnit, &[("unit: \"家\"", "unit: \"个\"")]);
    breaks(Rule::WordingUnit, &[("            scale: \"万\",\n", "")]);
    breaks(
        Rule::WordingUnit,
        &[(
            "value: \"315\",\n            unit: \"天\"",
            "value: \"315\",\n            unit: \"日\"",
        )],
    );
}

/// Everything from `from` on up to `to`.
fn piece<'a>(from: &str, to: &str) -> &'a str {
    let at = SMALL.find(from).expect("there");
    let end = at + SMALL[at..].find(to).expect("there");
    &SMALL[at..end]
}

#[test]
fn figures_and_exclusions_are_listed_as_they_stand_in_the_text() {
    let first = piece(
        "        (\n            id: \"gdp-actual\"",
        "        (\n            id: \"unemployment-actual\"",
    );
    let end = "    ],\n    exclusions: [\n";
    let moved = format!("{first}{end}");
    let findings = findings_with(&[(first, ""), (end, &moved)]);
    assert_eq!(rules_of(&findings, Severity::Error), [Rule::Order], "{findings:#?}");
    assert_eq!(findings[0].path(), "figures (gdp-actual).id");

    let line = SMALL.lines().find(|line| line.contains("\"一批\"")).expect("there");
    let first = format!("{end}{line}\n");
    breaks(Rule::Order, &[(line, ""), (end, &first)]);
}

#[test]
fn a_commitment_word_of_the_clause_is_not_left_out_unseen() {
    let clause = (
        "clause: (text: \"高新技术企业达到150家以上\", span: (250, 264))",
        "clause: (text: \"确保高新技术企业达到150家以上\", span: (248, 264))",
    );
    assert_eq!(findings_with(&[clause]), []);
    let findings = findings_with(&[clause, ("            commitment: ensure,\n", "")]);
    assert_eq!(rules_of(&findings, Severity::Note), [Rule::Commitment], "{findings:#?}");
    assert_eq!(rules_of(&findings, Severity::Error), []);
}

#[test]
fn shares_and_growth_rates_stay_in_their_range() {
    breaks_also(Rule::PercentRange, &[("value: \"3.09\"", "value: \"100.5\"")]);
    breaks_also(Rule::PercentRange, &[("value: \"7\"", "value: \"1001\"")]);
    breaks_also(Rule::PercentRange, &[("basis: level", "basis: share")]);
}

#[test]
fn targets_are_planned_and_only_actuals_are_preliminary() {
    breaks(Rule::Status, &[("status: planned", "status: preliminary")]);
    breaks(Rule::Status, &[("status: preliminary", "status: planned")]);
}

#[test]
fn ranks_are_whole_places_in_a_named_set() {
    let set = "            rank_set: (zh: \"全国百强城市\", en: \"the top 100 cities of the country\"),\n";
    breaks(Rule::Rank, &[(set, "")]);
    breaks(Rule::Rank, &[("basis: rank", "basis: level"), (set, "")]);
    breaks_also(Rule::Rank, &[("value: \"15\"", "value: \"1.5\"")]);
    breaks_also(Rule::Rank, &[("value: \"15\"", "value: \"0\"")]);
}

#[test]
fn years_of_figures_are_those_of_the_report() {
    breaks(Rule::PeriodYear, &[("period: year(2021)", "period: year(2020)")]);
    breaks(Rule::PeriodYear, &[("period: year(2022)", "period: year(2023)")]);
}

#[test]
fn a_figure_of_an_indicator_with_definitions_names_one() {
    breaks(Rule::Definition, &[("            definition: \"all\",\n", "")]);
}

#[test]
fn a_repetition_agrees_with_an_earlier_figure() {
    breaks(
        Rule::Repeat,
        &[("repeats: \"base-stations-target\"", "repeats: \"base-stations-actual\"")],
    );
    breaks(Rule::Repeat, &[("repeats: \"base-stations-target\"", "repeats: \"nothing\"")]);
    breaks(
        Rule::Repeat,
        &[("repeats: \"base-stations-target\"", "repeats: \"base-stations-again\"")],
    );
}

#[test]
fn figures_of_one_matter_do_not_contradict_each_other() {
    breaks_also(
        Rule::Contradiction,
        &[("indicator: \"good-air-share\"", "indicator: \"unemployment\"")],
    );
    let findings = findings_with(&[("            repeats: \"base-stations-target\",\n", "")]);
    assert_eq!(rules_of(&findings, Severity::Note), [Rule::Contradiction]);
    assert_eq!(rules_of(&findings, Severity::Error), []);
}

#[test]
fn a_share_agrees_with_what_it_is_a_share_of() {
    breaks(Rule::ShareOf, &[("total: \"365\"", "total: \"366\"")]);
    breaks(Rule::ShareOf, &[("numerator: \"good-air-days\"", "numerator: \"gone\"")]);
    breaks_also(Rule::ShareOf, &[("value: \"86\"", "value: \"87\"")]);
    breaks_also(Rule::ShareOf, &[("total: \"365\"", "total: \"0\"")]);
}

#[test]
fn exclusions_fit_their_spans_and_are_no_figures() {
    breaks(Rule::Exclusion, &[("(wording: \"一批\"", "(wording: \"一批项\"")]);
    let at = SMALL.find("wording: \"7%左右\",\n            span: ").expect("there");
    let span: String =
        SMALL[at..].lines().nth(1).expect("a span").trim().trim_end_matches(',').to_owned();
    let excluded = SMALL.lines().find(|l| l.contains("\"一批\"")).expect("there").trim();
    let over = format!("(wording: \"7%左右\", {span}, reason: idiom),");
    breaks_also(Rule::Exclusion, &[(excluded, &over)]);
}

#[test]
fn an_indicator_without_figures_is_named() {
    breaks(
        Rule::UnusedIndicator,
        &[("indicator: \"landfill\"", "indicator: \"incomes\", definition: \"all\"")],
    );
}

#[test]
fn no_two_indicators_have_one_name() {
    breaks(Rule::IndicatorName, &[("zh: \"高新技术企业\", en", "zh: \"5G基站\", en")]);
    breaks(Rule::IndicatorName, &[("en: \"High-tech enterprises\"", "en: \"5G Base Stations\"")]);
}
