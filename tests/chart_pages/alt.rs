//! The alternative text says what the picture says: what is compared, how much of it can be, the extremes, every row.

use egui::vec2;
use report_explorer::chart::{self, ChartKind, ChartSpec, ChartStyle, Order, Parts, Scope};
use report_explorer::i18n::{ChartLang, Lang};
use report_explorer::model::{Basis, Bound, RoleCounts, Verdict};

use super::bundled;
use super::page::Page;
use super::synthetic::{Case, Said, report};

fn alt(report: &report_explorer::model::Report, spec: &ChartSpec, lang: Lang) -> String {
    let style = ChartStyle { lang: ChartLang::from(lang), ..ChartStyle::default() };
    chart::alt_text(report, spec, &style)
}

#[test]
fn every_chart_names_its_rows_their_wordings_and_its_source_in_both_languages() {
    let report = bundled();
    for entry in chart::catalog(&report) {
        for lang in Lang::ALL {
            let text = alt(&report, &entry.spec, lang);
            assert!(text.contains(&chart::title(&report, &entry.spec, lang)), "{text}");
            assert!(text.contains(&chart::source_line(&report, lang)), "{text}");
            for pair in entry.spec.comparisons(&report) {
                for id in [&pair.actual, &pair.target] {
                    let wording = &report.figure(id).expect("there").wording;
                    assert!(text.contains(wording.as_str()), "{}: {wording} in {text}", entry.id);
                }
                let name = lang.pick(&report.indicator(&pair.indicator).expect("there").name);
                assert!(text.contains(name), "{}: {name} in {text}", entry.id);
            }
        }
    }
}

#[test]
fn it_says_how_many_pairs_can_be_compared_and_how_many_cannot() {
    let report = bundled();
    let spec = ChartSpec::find(&report, "overview").expect("offered");
    let count = |verdict| {
        report.comparisons().iter().filter(|comparison| comparison.verdict == verdict).count()
    };
    let (same, apart) = (count(Verdict::SameBasis), count(Verdict::DifferentBasis));
    let zh = alt(&report, &spec, Lang::Zh);
    assert!(zh.contains(&format!("{same} 组口径相同")), "{zh}");
    assert!(zh.contains(&format!("{apart} 组口径不同")), "{zh}");
    let en = alt(&report, &spec, Lang::En);
    assert!(en.contains(&format!("{same} on the same basis")), "{en}");
    assert!(en.contains(&format!("{apart} on different bases")), "{en}");
}

/// Targets of one unit: 4 more, 10 more, 3 less, the same.
fn four() -> report_explorer::model::Report {
    let case = |zh: &str, en: &str, actual: &str, target: &str, bound| {
        Case::new(zh, en, "个", Said::exact(actual), Said::number(target, bound, target))
    };
    report(&[
        case("甲", "Alpha", "10", "14", Bound::Exact),
        case("乙", "Beta", "20", "30", Bound::AtLeast),
        case("丙", "Gamma", "40", "37", Bound::Exact),
        case("丁", "Delta", "5", "5", Bound::Exact),
    ])
}

#[test]
fn it_names_the_extremes_with_their_bounds() {
    let report = four();
    let spec = ChartSpec::new(ChartKind::Dumbbell, Scope::Report);
    let zh = alt(&report, &spec, Lang::Zh);
    assert!(zh.contains("目标数高于实绩数的 2 组，低于的 1 组，相同的 1 组"), "{zh}");
    assert!(zh.contains("最大的是乙（≥ +10个），最小的是丙（−3个）"), "{zh}");
    let en = alt(&report, &spec, Lang::En);
    assert!(en.contains("above the actual's in 2, below it in 1, the same in 1"), "{en}");
    assert!(en.contains("The largest is Beta (≥ +10), the smallest Gamma (−3)"), "{en}");

    let ratio = ChartSpec::new(ChartKind::Ratio, Scope::Report);
    let zh = alt(&report, &ratio, Lang::Zh);
    assert!(zh.contains("最大的是乙（≥ 1.5倍），最小的是丙（0.925倍）"), "{zh}");
}

#[test]
fn a_profile_counts_and_a_card_quotes() {
    let report = bundled();
    let profile = ChartSpec::find(&report, "profile").expect("offered");
    let RoleCounts { actual, target, goal } = report.counts();
    let zh = alt(&report, &profile, Lang::Zh);
    assert!(zh.contains(&format!("实绩 {actual}，目标 {target}，五年目标 {goal}")), "{zh}");
    let en = alt(&report, &profile, Lang::En);
    assert!(en.contains(&format!("{} figures", actual + target + goal)), "{en}");

    let indicator = &report.comparisons()[0].indicator;
    let card = ChartSpec::new(ChartKind::Card, Scope::of_indicators([indicator]));
    for lang in Lang::ALL {
        let text = alt(&report, &card, lang);
        for pair in report.comparisons_of(indicator) {
            let clause = &report.figure(&pair.target).expect("there").clause.text;
            assert!(text.contains(clause.as_str()), "{clause} in {text}");
        }
    }
}

#[test]
fn a_chart_in_both_languages_is_described_in_both() {
    let report = bundled();
    let spec = ChartSpec::find(&report, "dumbbell-headline").expect("offered");
    let style = ChartStyle { lang: ChartLang::Both, ..ChartStyle::default() };
    let both = chart::alt_text(&report, &spec, &style);
    for lang in Lang::ALL {
        assert!(both.contains(&alt(&report, &spec, lang)));
    }
}

#[test]
fn a_derived_value_that_is_hidden_is_said_to_be_hidden() {
    let growth = Said { basis: Basis::GrowthRate, unit: Some("%"), ..Said::exact("10") };
    let report = report(&[Case::new("甲", "Alpha", "元", Said::exact("34000000000"), growth)]);
    let spec = ChartSpec::new(ChartKind::Overview, Scope::Report);
    let parts = Parts { derived: false, ..Parts::default() };
    for (lang, said, follows) in [
        (ChartLang::Zh, "可以推算，推算值未显示：目标是增速", "374"),
        (
            ChartLang::En,
            "derivable: derived value not shown, target is a growth rate",
            "follows from",
        ),
    ] {
        let style = ChartStyle { parts, lang, ..ChartStyle::default() };
        let text = chart::alt_text(&report, &spec, &style);
        assert!(text.contains(said) && !text.contains(follows), "{text}");
    }
}

#[test]
fn a_row_is_called_the_same_in_the_picture_and_in_its_text() {
    let actual = Said { basis: Basis::GrowthRate, unit: Some("%"), ..Said::exact("7") };
    let target = Said { basis: Basis::Level, ..Said::exact("8000") };
    let case = Case::new("地区产值", "Product", "元", actual, target);
    let same = Said { basis: Basis::GrowthRate, unit: Some("%"), ..Said::exact("9") };
    let other = Case::new("进出口", "Trade", "元", same.clone(), same);
    let report = report(&[case, other]);
    let spec = ChartSpec::new(ChartKind::Dumbbell, Scope::Report);
    let style = ChartStyle::default();
    let drawing = chart::draw(&report, &spec, &style, vec2(1600.0, 900.0)).expect("drawn");
    let words = Page::of(&drawing, style.theme.palette()).expect("it can be written").words();
    for said in [words, alt(&report, &spec, Lang::Zh)] {
        assert!(said.contains("地区产值") && !said.contains("地区产值增速"), "{said}");
        assert!(said.contains("进出口增速"), "{said}");
    }
}

#[test]
fn targets_that_are_not_compared_have_no_order_by_value() {
    let actual = |value| Said { basis: Basis::Addition, ..Said::exact(value) };
    let target = |unit, value| Said { basis: Basis::Share, unit, ..Said::exact(value) };
    let report = report(&[
        Case::new("甲", "Alpha", "个", actual("5"), target(Some("%"), "50")),
        Case::new("乙", "Beta", "个", actual("6"), target(None, "700")),
    ]);
    let mut spec = ChartSpec::new(ChartKind::Dumbbell, Scope::Report);
    spec.order = Order::Value;
    let text = alt(&report, &spec, Lang::En);
    assert!(text.find("Alpha:") < text.find("Beta:"), "{text}");
}

#[test]
fn a_range_on_both_sides_of_the_actual_is_neither_above_nor_below_it() {
    let ranged = Case::new("戊", "Epsilon", "个", Said::exact("7"), Said::range("6", "8", "6—8"));
    let plain = Case::new("甲", "Alpha", "个", Said::exact("10"), Said::exact("14"));
    let text = alt(
        &report(&[ranged, plain]),
        &ChartSpec::new(ChartKind::Overview, Scope::Report),
        Lang::En,
    );
    assert!(text.contains("above the actual's in 1, on both sides of it in 1."), "{text}");
}
