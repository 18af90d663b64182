//! Reports made to break charts: long names, tiny and huge values, one row and two hundred, words alone, falls.
//!
//! Everything is drawn without overlap, or refused with a clear error.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use egui::{Vec2, vec2};
use report_explorer::chart::{self, ChartError, ChartKind, ChartSpec, ChartStyle, Scope};
use report_explorer::i18n::ChartLang;
use report_explorer::model::{Basis, Bound, Comparison, Decimal, Report, Step};

use super::every_page::unexplained;
use super::page::Page;
use super::synthetic::{Case, Said, report};
use super::{assert_none, complaints};

/// Slide, A4 upright and lying, one column of a paper, a banner, a square, a poster (A1).
const SIZES: [Vec2; 7] = [
    vec2(1920.0, 1080.0),
    vec2(793.7, 1122.5),
    vec2(317.5, 396.9),
    vec2(900.0, 383.0),
    vec2(1080.0, 1080.0),
    vec2(1122.5, 793.7),
    vec2(2245.0, 3178.6),
];

/// The kinds that must find a page for `report`: a ratio needs quotients, all others take what there is.
fn wanted(report: &Report) -> BTreeSet<ChartKind> {
    let has_quotient = |pair: &Comparison| {
        let factor = pair.derived.and_then(|derived| match derived.step {
            Step::Times(factor) => Some(factor),
            Step::Plus(..) => None,
        });
        let ratio = pair.ratio.or(factor).filter(|ratio| ratio.high.is_none());
        ratio.is_some_and(|ratio| ratio.value > Decimal::ZERO)
    };
    let quotients = report.comparisons().iter().any(has_quotient);
    ChartKind::ALL.into_iter().filter(|kind| *kind != ChartKind::Ratio || quotients).collect()
}

/// Draws `report` in every kind, size and language; returns how many pages there were and how many were refused.
///
/// What is drawn has its texts in place, is seen, and explains its marks; and each kind is drawn in each language.
fn drawn_or_refused(name: &str, report: &Report) -> (usize, usize) {
    let mut jobs = Vec::new();
    for kind in ChartKind::ALL {
        for size in SIZES {
            for lang in ChartLang::ALL {
                jobs.push((kind, size, lang));
            }
        }
    }
    let (refused, drawn) = (AtomicUsize::new(0), Mutex::new(BTreeSet::new()));
    let found = complaints(&jobs, |(kind, size, lang)| {
        let what = format!("{name} {kind:?} {} {size:?}", lang.key());
        let style = ChartStyle { lang: *lang, ..ChartStyle::default() };
        let spec = ChartSpec::new(*kind, Scope::Report);
        let drawing = match chart::draw(report, &spec, &style, *size) {
            Ok(drawing) => drawing,
            Err(ChartError::TooMuch { .. } | ChartError::NothingToShow) => {
                refused.fetch_add(1, Ordering::Relaxed);
                return Vec::new();
            }
            Err(error) => return vec![format!("{what}: {error}")],
        };
        drawn.lock().expect("no panic").insert((*kind, *lang));
        let wrong = match Page::of(&drawing, style.theme.palette()) {
            Ok(page) => {
                let mut wrong = page.misplaced();
                wrong.extend(page.faint());
                wrong.extend(unexplained(report, &spec, &style, &page));
                wrong
            }
            Err(error) => vec![error],
        };
        wrong.into_iter().map(|wrong| format!("{what}: {wrong}")).collect()
    });
    assert_none(&found);
    let drawn = drawn.into_inner().expect("no panic");
    for kind in wanted(report) {
        for lang in ChartLang::ALL {
            assert!(drawn.contains(&(kind, lang)), "{name}: {kind:?} in {} never fits", lang.key());
        }
    }
    (jobs.len(), refused.into_inner())
}

/// Sixty characters, as no report should have them.
const LONG_ZH: &str = "全市规模以上工业企业研发投入占营业收入比重与高新技术产品出口额占全部商品出口总额比重之差的三年移动平均值及其同比变动幅度情况";
const LONG_EN: &str = "Three-year moving average of R&D spending as a share of sales";

fn plain(number: usize) -> Case {
    let (actual, target) = (100 + number * 7 % 90, 110 + number * 11 % 90);
    Case::new(
        &format!("指标{number}"),
        &format!("Indicator {number}"),
        "个",
        Said::number(&actual.to_string(), Bound::Exact, &format!("{actual}个")),
        Said::number(&target.to_string(), Bound::AtLeast, &format!("{target}个以上")),
    )
}

#[test]
fn names_of_sixty_characters_wrap() {
    assert!(LONG_ZH.chars().count() >= 60 && LONG_EN.chars().count() >= 60);
    let cases: Vec<Case> = (0..5)
        .map(|number| Case { zh: LONG_ZH.to_owned(), en: LONG_EN.to_owned(), ..plain(number) })
        .collect();
    let (all, refused) = drawn_or_refused("long names", &report(&cases));
    assert!(refused * 4 < all, "{refused} of {all}");
}

#[test]
fn values_from_a_thousandth_to_ten_trillion_find_their_axes() {
    let cases: Vec<Case> = (-3..=13)
        .map(|power: i32| {
            let text = |factor: &str| {
                let value: f64 = factor.parse().expect("a number");
                format!("{:.3}", value * 10_f64.powi(power))
            };
            Case::new(
                &format!("十的{power}次方"),
                &format!("Ten to the {power}"),
                "元",
                Said::exact(&text("1")),
                Said::exact(&text("1.5")),
            )
        })
        .collect();
    let (all, refused) = drawn_or_refused("magnitudes", &report(&cases));
    assert!(refused * 2 < all, "{refused} of {all}");
}

#[test]
fn the_largest_numbers_that_a_report_may_hold_are_drawn() {
    let case = |number: usize, rate: &str| {
        let target = Said { basis: Basis::GrowthRate, unit: Some("%"), ..Said::exact(rate) };
        Case { unit: "元", actual: Said::exact("1000000000000000000"), target, ..plain(number) }
    };
    let report = report(&[case(0, "500000000000"), case(1, "600000000000")]);
    assert!(report.comparisons().iter().all(|pair| pair.derived.is_some()));
    for kind in [ChartKind::Dumbbell, ChartKind::Bars] {
        let spec = ChartSpec::new(kind, Scope::Report);
        let drawing = chart::draw(&report, &spec, &ChartStyle::default(), SIZES[0]);
        assert!(drawing.is_ok(), "{kind:?}: {:?}", drawing.err());
    }
}

#[test]
fn one_two_forty_and_two_hundred_indicators_are_drawn_or_refused() {
    for (count, most_refused) in [(1, 0.25), (2, 0.1), (40, 0.7), (200, 1.0)] {
        let cases: Vec<Case> = (0..count).map(plain).collect();
        let (all, refused) = drawn_or_refused(&format!("{count} indicators"), &report(&cases));
        assert!(refused as f64 <= all as f64 * most_refused, "{count}: {refused} of {all}");
    }
}

#[test]
fn forty_indicators_of_one_unit_fit_a_slide_and_an_a4_page() {
    let cases: Vec<Case> = (0..40).map(plain).collect();
    let report = report(&cases);
    for kind in [ChartKind::Dumbbell, ChartKind::Bars, ChartKind::Ratio, ChartKind::Overview] {
        for size in [SIZES[0], SIZES[1]] {
            let spec = ChartSpec::new(kind, Scope::Report);
            let drawing = chart::draw(&report, &spec, &ChartStyle::default(), size);
            let drawing = drawing.unwrap_or_else(|error| panic!("{kind:?} {size:?}: {error}"));
            assert!(drawing.smallest_type >= 5.0, "{kind:?}: {}", drawing.smallest_type);
        }
    }
}

#[test]
fn two_hundred_indicators_on_a_small_page_are_an_error_that_says_what_to_do() {
    let cases: Vec<Case> = (0..200).map(plain).collect();
    let spec = ChartSpec::new(ChartKind::Dumbbell, Scope::Report);
    let error = chart::draw(&report(&cases), &spec, &ChartStyle::default(), SIZES[2])
        .expect_err("no column of a paper holds them");
    assert_eq!(error, ChartError::TooMuch { rows: 200 });
    assert!(error.message().zh.contains("200") && error.message().en.contains("larger page"));
}

#[test]
fn words_alone_equal_values_negatives_ranges_and_falls_are_drawn() {
    let words: Vec<Case> = (0..4)
        .map(|number| Case {
            actual: Said::words("创历史新高"),
            target: Said::words("稳步增长、位居全国前列"),
            ..plain(number)
        })
        .collect();
    drawn_or_refused("words alone", &report(&words));
    let equal: Vec<Case> = (0..4)
        .map(|number| Case {
            actual: Said::exact("40"),
            target: Said::exact("40"),
            ..plain(number)
        })
        .collect();
    drawn_or_refused("equal", &report(&equal));
    let zeros: Vec<Case> = (0..2)
        .map(|number| Case { actual: Said::exact("0"), target: Said::exact("0"), ..plain(number) })
        .collect();
    drawn_or_refused("zeros", &report(&zeros));
    let mut mixed: Vec<Case> = [("-3.5", "2"), ("-8", "-1.2"), ("4", "-6"), ("0", "5")]
        .iter()
        .enumerate()
        .map(|(number, (actual, target))| Case {
            actual: Said { basis: Basis::GrowthRate, ..Said::exact(actual) },
            target: Said {
                basis: Basis::GrowthRate,
                ..Said::number(target, Bound::Approximate, &format!("{target}%左右"))
            },
            unit: "%",
            ..plain(number)
        })
        .collect();
    drawn_or_refused("negative", &report(&mixed));
    mixed.push(Case {
        actual: Said::range("10", "25", "10至25个"),
        target: Said::range("20", "35", "20至35个"),
        ..plain(7)
    });
    mixed.push(Case {
        actual: Said { falls: true, basis: Basis::GrowthRate, ..Said::exact("53") },
        target: Said { falls: true, basis: Basis::GrowthRate, ..Said::exact("20") },
        unit: "%",
        ..plain(8)
    });
    drawn_or_refused("mixed", &report(&mixed));
}
