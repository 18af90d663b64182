//! What is told in words around the marks: notes, headings, what a difference is of.

use std::collections::BTreeSet;

use egui::vec2;
use report_explorer::chart::{self, ChartKind, ChartSpec, ChartStyle, Labels, Parts, Scope};
use report_explorer::i18n::number::Digits;
use report_explorer::i18n::{ChartLang, Lang, reason, terms};
use report_explorer::model::{Basis, Bound, Period, Report, Role};
use report_explorer::{bundled, load};

use super::assert_none;
use super::page::Page;
use super::synthetic::{Case, Said, report};

fn page(report: &Report, spec: &ChartSpec, style: &ChartStyle, size: egui::Vec2) -> Page {
    let drawing = chart::draw(report, spec, style, size).expect("it is drawn");
    let page = Page::of(&drawing, style.theme.palette()).expect("it can be written");
    assert_none(&page.misplaced());
    page
}

fn case(zh: &str, note: Option<&'static str>) -> Case {
    Case { note, ..Case::new(zh, zh, "个", Said::exact("50"), Said::exact("60")) }
}

const NOTED: [ChartKind; 6] = [
    ChartKind::Dumbbell,
    ChartKind::Bars,
    ChartKind::Bullet,
    ChartKind::Ratio,
    ChartKind::Overview,
    ChartKind::Card,
];

#[test]
fn each_note_has_its_own_sign_and_what_is_said_of_two_rows_has_one() {
    let report = report(&[
        case("甲", Some("第一种做法")),
        case("乙", None),
        case("丙", Some("第二种做法")),
        case("丁", Some("第一种做法")),
    ]);
    for kind in NOTED {
        for lang in ChartLang::ALL {
            let style = ChartStyle { lang, ..ChartStyle::default() };
            let spec = ChartSpec::new(kind, Scope::Report);
            let drawn = page(&report, &spec, &style, vec2(1600.0, 1200.0));
            let words = drawn.words();
            // At the names of its rows, and before the note in each language.
            let notes = 1 + usize::from(lang.second().is_some());
            for (sign, rows) in [("①", 2), ("②", 1), ("③", 0)] {
                let times = if rows > 0 { rows + notes } else { 0 };
                assert_eq!(words.matches(sign).count(), times, "{kind:?} {lang:?} {sign}: {words}");
            }
            let colon = lang.main().choose("：", ":");
            let and = lang.main().choose("、", ";");
            for line in [format!("①甲{and}丁{colon}第一种做法"), format!("②丙{colon}第二种做法")]
            {
                assert!(words.contains(&line), "{kind:?} {lang:?}: {line} in {words}");
            }
            let alt: String = chart::alt_text(&report, &spec, &style).split_whitespace().collect();
            assert!(alt.contains("①甲") && alt.contains("②丙"), "{alt}");

            let parts = Parts { notes: false, ..Parts::default() };
            let bare = page(&report, &spec, &ChartStyle { parts, ..style }, vec2(1600.0, 1200.0));
            assert!(!bare.words().contains(['①', '②']), "a sign that leads nowhere");
        }
    }
}

#[test]
fn words_have_their_english_beside_them_and_never_in_their_place() {
    let worded = Said { in_english: Some("steady growth"), ..Said::words("稳步增长") };
    let report = report(&[case("乙", None), Case::new("甲", "A", "个", Said::exact("50"), worded)]);
    for kind in NOTED.into_iter().filter(|kind| *kind != ChartKind::Ratio) {
        for lang in ChartLang::ALL {
            for labels in Labels::ALL {
                let style = ChartStyle { lang, ..ChartStyle::default() };
                let spec = ChartSpec { labels, ..ChartSpec::new(kind, Scope::Report) };
                let words = page(&report, &spec, &style, vec2(1600.0, 1200.0)).words();
                assert!(words.contains("稳步增长"), "{kind:?} {lang:?} {labels:?}: {words}");
                let english = words.contains("steadygrowth");
                assert_eq!(english, lang != ChartLang::Zh, "{kind:?} {lang:?} {labels:?}: {words}");
            }
        }
        let spec = ChartSpec::new(kind, Scope::Report);
        let style = ChartStyle { lang: ChartLang::En, ..ChartStyle::default() };
        let alt = chart::alt_text(&report, &spec, &style);
        assert!(alt.contains("steady growth (“稳步增长”)"), "{alt}");
    }
}

#[test]
fn every_column_of_a_list_has_its_heading() {
    let cases: Vec<Case> = (0..30).map(|at| case(&format!("指标{at}"), None)).collect();
    let report = report(&cases);
    for (lang, again) in [
        (ChartLang::Zh, "口径相同，可以对照（续）"),
        (ChartLang::En, "Same basis: comparable, continued"),
    ] {
        let style = ChartStyle { lang, ..ChartStyle::default() };
        let spec = ChartSpec::new(ChartKind::Overview, Scope::Report);
        let drawn = page(&report, &spec, &style, vec2(1920.0, 1080.0));
        let find = |words: &str| -> Vec<f32> {
            let heads = drawn.texts.iter().filter(|text| text.words == words);
            heads.map(|text| text.ink.left()).collect()
        };
        let continued = find(again);
        assert!(!continued.is_empty(), "{again} is not there");
        let mut lefts: Vec<i32> = drawn
            .texts
            .iter()
            .filter(|text| text.words.starts_with(lang.main().choose("+10个", "+10 (")))
            .map(|text| text.ink.left() as i32)
            .collect();
        lefts.sort_unstable();
        lefts.dedup();
        assert_eq!(lefts.len(), continued.len() + 1, "columns: {lefts:?}, {continued:?}");
    }
}

#[test]
fn an_axis_that_begins_a_column_says_its_unit_there_too() {
    // Amounts of one unit that are too far apart for one axis, and so many axes that they take several columns.
    let cases: Vec<Case> = (0..9)
        .map(|power| {
            let amount =
                |first: &str| Said::exact(&format!("{first}{}", "0".repeat(power * 3 / 2)));
            Case::new(&format!("指标{power}"), "A", "个", amount("2"), amount("3"))
        })
        .collect();
    let spec = ChartSpec::new(ChartKind::Dumbbell, Scope::Report);
    let drawn = page(&report(&cases), &spec, &ChartStyle::default(), vec2(1920.0, 420.0));
    let captions = drawn.texts.iter().filter(|text| text.words == "单位：个");
    let lefts: BTreeSet<i32> = captions.map(|text| text.ink.left() as i32).collect();
    assert!(lefts.len() >= 2, "one in each column: {lefts:?}");
}

#[test]
fn the_difference_of_two_falls_says_whether_the_fall_grows_or_shrinks() {
    use Bound::{AtLeast, AtMost, Exact};

    let fall = |value: &str, bound| Said {
        falls: true,
        basis: Basis::GrowthRate,
        unit: Some("%"),
        ..Said::number(value, bound, value)
    };
    let cut = |value: &str| Said {
        falls: true,
        basis: Basis::Change,
        ..Said::number(value, Exact, value)
    };
    let of = |actual: Said, target: Said| Case::new("甲", "A", "元", actual, target);
    let cases = [
        (fall("53", Exact), fall("20", Exact), "−33 个百分点，降幅收窄", "−33 pp, a smaller fall"),
        (
            fall("3", Exact),
            fall("3.2", AtLeast),
            "≥ +0.2 个百分点，降幅扩大",
            "≥ +0.2 pp, a larger fall",
        ),
        // It may as well be more.
        (
            fall("5", Exact),
            fall("3", AtLeast),
            "≥ −2 个百分点，降幅之差",
            "≥ −2 pp, between the falls",
        ),
        (
            fall("5", Exact),
            fall("6", AtMost),
            "≤ +1 个百分点，降幅之差",
            "≤ +1 pp, between the falls",
        ),
        (fall("4", Exact), fall("4", Exact), "0 个百分点，降幅相同", "0 pp, the same fall"),
        (cut("30"), cut("20"), "−10元，减量缩小", "−10 yuan, a smaller fall"),
    ];
    let both: Vec<Case> =
        cases.iter().map(|(actual, target, ..)| of(actual.clone(), target.clone())).collect();
    let report = report(&both);
    for (pair, (.., zh, en)) in report.comparisons().iter().zip(&cases) {
        let alone = pair.difference.expect("of one basis");
        for (lang, wanted) in [(Lang::Zh, zh), (Lang::En, en)] {
            assert_eq!(reason::difference_alone(&alone, Digits::Short, lang), *wanted);
            let words = reason::outcome(pair, Digits::Short, lang);
            let falls = wanted.split_once(['，', ',']).expect("a comma").1;
            assert!(words.contains(falls), "in a table: {words}");
        }
    }
    let spec = ChartSpec::new(ChartKind::Overview, Scope::Report);
    let words = page(&report, &spec, &ChartStyle::default(), vec2(1600.0, 1200.0)).words();
    assert!(words.contains("−33个百分点，降幅收窄"), "{words}");
    let alt = chart::alt_text(&report, &spec, &ChartStyle::default());
    assert!(alt.contains("差距 −33 个百分点，降幅收窄"), "{alt}");
}

#[test]
fn a_figure_of_another_time_than_its_column_says_which() {
    let report = load::parse(bundled::TEXT, bundled::FILE_NAME).expect("it opens").report;
    for kind in [ChartKind::Dumbbell, ChartKind::Bars, ChartKind::Overview] {
        for lang in ChartLang::ALL {
            let spec = ChartSpec::new(kind, Scope::Headline);
            let style = ChartStyle { lang, ..ChartStyle::default() };
            let words = page(&report, &spec, &style, vec2(1600.0, 1200.0)).words();
            let of_the_term = spec
                .figures(&report)
                .into_iter()
                .filter(|figure| figure.period == Period::Term)
                .count();
            assert!(of_the_term > 0);
            for lang in [Some(lang.main()), lang.second()].into_iter().flatten() {
                let period = terms::period(Period::Term, lang).replace(' ', "");
                assert_eq!(words.matches(&period).count(), of_the_term, "{kind:?}: {words}");
            }
        }
    }
}

#[test]
fn targets_that_the_report_gives_no_actual_for_are_counted_below_the_title() {
    let bundled = load::parse(bundled::TEXT, bundled::FILE_NAME).expect("it opens").report;
    let compared: BTreeSet<_> = bundled.comparisons().iter().map(|pair| &pair.target).collect();
    // A figure that repeats another is the same target again.
    let alone = |scope: &Scope| {
        let targets = bundled.figures().iter().filter(|figure| figure.role == Role::Target);
        let held = targets.filter(|figure| scope.holds_figure(&bundled, figure));
        held.filter(|one| one.repeats.is_none() && !compared.contains(&one.id)).count()
    };
    let mut counted = BTreeSet::new();
    for entry in chart::catalog(&bundled) {
        let alone = alone(&entry.spec.scope);
        for (lang, one, many) in [
            (ChartLang::Zh, "另有{n}项目标，报告未给出实绩", "另有{n}项目标，报告未给出实绩"),
            (
                ChartLang::En,
                "1moretargetwithoutanactualinthereport",
                "{n}moretargetswithoutanactualinthereport",
            ),
        ] {
            let style = ChartStyle { lang, ..ChartStyle::default() };
            let drawn = chart::draw(&bundled, &entry.spec, &style, vec2(2400.0, 2400.0));
            let drawn = Page::of(&drawn.expect("it is drawn"), style.theme.palette());
            let words = drawn.expect("it can be written").words();
            let says = words.contains(lang.main().choose("未给出实绩", "withoutanactual"));
            let shown = alone > 0 && entry.spec.kind != ChartKind::Profile;
            assert_eq!(says, shown, "{} {lang:?}: {words}", entry.id);
            if shown {
                let said = if alone == 1 { one } else { many }.replace("{n}", &alone.to_string());
                assert!(words.contains(&said), "{} {lang:?}: {said} in {words}", entry.id);
                let alt = chart::alt_text(&bundled, &entry.spec, &style);
                let alt: String = alt.split_whitespace().collect();
                assert!(alt.contains(&said), "{} {lang:?}: {said} in {alt}", entry.id);
                counted.insert(alone);
            }
        }
    }
    assert!(counted.contains(&1) && counted.len() > 3, "{counted:?}");
}
