//! The grammar of marks in every kind: what the report says is what is drawn, and nothing more.

use egui::{Rect, vec2};
use report_explorer::chart::{self, ChartKind, ChartSpec, ChartStyle, Parts, Scope};
use report_explorer::i18n::chart::{LegendWord, legend};
use report_explorer::i18n::number::Digits;
use report_explorer::i18n::{ChartLang, Lang, reason};
use report_explorer::model::{Basis, Bound, Direction, Report};

use super::page::Page;
use super::synthetic::{Case, Said, report};
use super::{assert_none, bundled};

fn drawn(report: &Report, kind: ChartKind, style: &ChartStyle) -> Page {
    let spec = ChartSpec::new(kind, Scope::Report);
    let drawing = chart::draw(report, &spec, style, vec2(1600.0, 900.0)).expect("it is drawn");
    let page = Page::of(&drawing, style.theme.palette()).expect("it can be written");
    assert_none(&page.misplaced());
    page
}

/// Kinds that show figures, apart from the one of quotients.
const OF_FIGURES: [ChartKind; 5] =
    [ChartKind::Dumbbell, ChartKind::Bars, ChartKind::Bullet, ChartKind::Overview, ChartKind::Card];

/// Another indicator, so that every kind has company to draw it in.
fn company() -> Case {
    Case::new("甲指标", "Indicator A", "个", Said::exact("50"), Said::exact("60"))
}

/// Draws one case beside plain company.
fn with_company(case: Case, kind: ChartKind) -> Page {
    drawn(&report(&[company(), case]), kind, &ChartStyle::default())
}

#[test]
fn every_bound_has_its_words_its_mark_and_its_legend() {
    let cases = [
        (Bound::AtLeast, "80个以上", Some(LegendWord::LowerBound)),
        (Bound::MoreThan, "突破80个", Some(LegendWord::LowerBound)),
        (Bound::AtMost, "80个以内", Some(LegendWord::UpperBound)),
        (Bound::Approximate, "80个左右", Some(LegendWord::Approximate)),
        (Bound::JustBelow, "近80个", Some(LegendWord::OneSided)),
        (Bound::JustAbove, "80余个", Some(LegendWord::OneSided)),
        (Bound::Exact, "80个", None),
    ];
    let all = [
        LegendWord::LowerBound,
        LegendWord::UpperBound,
        LegendWord::Approximate,
        LegendWord::OneSided,
        LegendWord::Range,
        LegendWord::Derived,
        LegendWord::BrokenLink,
        LegendWord::LowerIsBetter,
        LegendWord::ActualPreliminary,
    ];
    let about = bundled().about().clone();
    for kind in OF_FIGURES {
        for (bound, wording, word) in cases {
            let case = |bound| {
                let target = Said::number("80", bound, wording);
                Case::new("乙指标", "Indicator B", "个", Said::exact("70"), target)
            };
            let page = with_company(case(bound), kind);
            let words = page.words();
            assert!(words.contains(wording), "{kind:?}: {words}");
            for known in all {
                // Years are another report's; the words in brackets are not.
                let text = legend(known, &about, Lang::Zh);
                let text: String = text.chars().skip_while(char::is_ascii_digit).collect();
                assert_eq!(
                    words.contains(&text),
                    Some(known) == word,
                    "{kind:?} {bound:?}: {text} in {words}"
                );
            }
            if bound != Bound::Exact {
                let palette = ChartStyle::default().theme.palette();
                let plain = with_company(case(Bound::Exact), kind);
                let forms = |page: &Page| {
                    let soft = page.count(palette.target_soft);
                    (page.forms(palette.target), soft)
                };
                assert_ne!(forms(&page), forms(&plain), "{kind:?} {bound:?}");
            }
        }
    }
}

#[test]
fn a_bar_ends_at_its_number_whatever_its_band() {
    let palette = ChartStyle::default().theme.palette();
    for kind in [ChartKind::Bars, ChartKind::Bullet] {
        for bound in [Bound::Approximate, Bound::JustBelow, Bound::JustAbove] {
            let actual = Said::number("70", bound, "70个上下");
            let case = Case::new("乙指标", "Indicator B", "个", actual, Said::exact("80"));
            let page = with_company(case, kind);
            // The legend's comes first, and the company has none.
            let ticks = page.boxes(palette.actual, "line");
            let tick = ticks.last().expect("a tick");
            let mut bars = page.boxes(palette.actual, "rect");
            bars.retain(|bar| (bar.center().y - tick.center().y).abs() < 1.0);
            let right = bars.iter().map(Rect::right).fold(0.0, f32::max);
            assert!((right - tick.center().x).abs() < 0.5, "{kind:?} {bound:?}: {right} {tick:?}");
        }
    }
}

#[test]
fn a_ratio_of_two_bounds_says_that_it_is_one_of_printed_numbers() {
    let bound = |value, wording: &str| Said::number(value, Bound::AtMost, wording);
    let case =
        Case::new("审批时限", "Time", "天", bound("40", "40天以内"), bound("38", "38天以内"));
    let report = report(&[company(), case]);
    let palette = ChartStyle::default().theme.palette();
    for (lang, said, word) in [
        (ChartLang::Zh, "0.95倍（印数之比）", "印数之比（两边都是界）"),
        (ChartLang::En, "0.95×(printednumbers)", "ratiooftheprintednumbers,bothbounds"),
    ] {
        let style = ChartStyle { lang, ..ChartStyle::default() };
        let page = drawn(&report, ChartKind::Ratio, &style);
        let words = page.words();
        assert!(words.contains(said) && words.contains(word), "{words}");
        // In the legend and in the row: a tick, and two wedges where there is an arrowhead for the company.
        assert_eq!(page.boxes(palette.target, "line").len(), 2, "ticks");
        assert_eq!(page.boxes(palette.target, "path").len(), 2 + 2 * 2, "arrowheads and wedges");
        let spec = ChartSpec::new(ChartKind::Ratio, Scope::Report);
        let alt: String = chart::alt_text(&report, &spec, &style).split_whitespace().collect();
        assert!(alt.contains(said), "{alt}");
    }
    let difference = |lang| reason::difference(&report.comparisons()[1], Digits::Short, lang);
    assert_eq!(difference(Lang::Zh).as_deref(), Some("−2天（0.95倍），印数之差与印数之比"));
    let english = "−2 days (0.95×), both of the printed numbers";
    assert_eq!(difference(Lang::En).as_deref(), Some(english));
}

#[test]
fn a_ratio_has_the_same_digits_and_bound_in_the_chart_and_in_the_table() {
    let report = bundled();
    let spec = ChartSpec::find(&report, "ratio").expect("offered");
    for lang in Lang::ALL {
        let style = ChartStyle { lang: ChartLang::from(lang), ..ChartStyle::default() };
        let page = drawn(&report, ChartKind::Ratio, &style);
        let words = page.words();
        let mut seen = 0;
        for pair in spec.comparisons(&report) {
            let Some(ratio) = &pair.ratio else { continue };
            let times = reason::times(ratio, lang);
            let cell = reason::outcome(pair, Digits::Short, lang);
            assert!(cell.contains(&times), "{times} in {cell}");
            let bare: String = times.split_whitespace().collect();
            assert!(words.contains(&bare), "{bare} in {words}");
            seen += 1;
        }
        assert!(seen > 5, "{seen}");
    }
}

#[test]
fn a_range_has_both_ends_and_no_middle() {
    for kind in OF_FIGURES {
        let target = Said::range("80", "100", "80至100个");
        let case = Case::new("乙指标", "Indicator B", "个", Said::exact("70"), target);
        let words = with_company(case, kind).words();
        assert!(words.contains("80至100个") && words.contains("区间"), "{kind:?}: {words}");
        assert!(!words.contains("90"), "{kind:?}: {words}");
    }
}

#[test]
fn both_ends_of_a_range_are_on_the_axis_wherever_the_other_figure_stands() {
    let rate = |said: Said| Said { basis: Basis::GrowthRate, ..said };
    let palette = ChartStyle::default().theme.palette();
    for (actual, target) in [
        (rate(Said::exact("6.9")), rate(Said::range("6.5", "7.5", "6.5%—7.5%"))),
        (rate(Said::range("6.5", "7.5", "6.5%—7.5%")), rate(Said::exact("7"))),
        (rate(Said::range("-3", "2", "-3%—2%")), rate(Said::exact("-1"))),
        (rate(Said::exact("-4")), rate(Said::range("-3", "2", "-3%—2%"))),
        (rate(Said::exact("0")), rate(Said::number("0", Bound::AtMost, "0以内"))),
        (rate(Said::number("0", Bound::Approximate, "0左右")), rate(Said::exact("1"))),
    ] {
        let of_actual = actual.high.is_some();
        let case = Case::new("乙指标", "Indicator B", "%", actual, target);
        for kind in [ChartKind::Dumbbell, ChartKind::Bars, ChartKind::Bullet] {
            let spec = ChartSpec::new(kind, Scope::Report);
            let style = ChartStyle::default();
            let drawing = chart::draw(
                &report(std::slice::from_ref(&case)),
                &spec,
                &style,
                vec2(1600.0, 900.0),
            );
            let page = Page::of(&drawing.expect("drawn"), palette).expect("it can be written");
            let misplaced = page.misplaced();
            assert!(misplaced.is_empty(), "{kind:?} {}: {misplaced:?}", case.target.wording);
            if !page.words().contains('—') || (kind == ChartKind::Bullet && !of_actual) {
                continue;
            }
            // Behind those of the legend: one at each end.
            let color = if of_actual { palette.actual } else { palette.target };
            let ticks = page.boxes(color, "line");
            let [.., low, high] = ticks.as_slice() else { panic!("{kind:?}: {ticks:?}") };
            assert!(low.center().x + 30.0 < high.center().x, "{kind:?}: {ticks:?}");
        }
    }
}

#[test]
fn a_derived_range_is_hatched_from_end_to_end() {
    let palette = ChartStyle::default().theme.palette();
    let report = report(&[growth(Said::range("8", "50", "8%—50%"))]);
    for kind in [ChartKind::Dumbbell, ChartKind::Bars] {
        let page = drawn(&report, kind, &ChartStyle::default());
        let lines = page.boxes(palette.derived, "line");
        let (ticks, hatches): (Vec<&Rect>, Vec<&Rect>) =
            lines.iter().partition(|line| line.width() * 2.0 < line.height());
        let [.., low, high] = ticks.as_slice() else { panic!("{kind:?}: {ticks:?}") };
        assert!(low.center().x + 20.0 < high.center().x, "{kind:?}: {ticks:?}");
        let inside = |line: &&&Rect| {
            (low.center().x..high.center().x).contains(&line.center().x)
                && (low.center().y - line.center().y).abs() < 1.0
        };
        assert!(hatches.iter().filter(inside).count() > 5, "{kind:?}: {hatches:?}");
        assert!(page.filled(palette.derived) < 1.0, "{kind:?}: it is nowhere solid");
    }
}

/// A rate of `low`, or from `low` to `high`, that is wanted of 8000亿元.
fn growth(target: Said) -> Case {
    let target = Said { basis: Basis::GrowthRate, unit: Some("%"), ..target };
    Case::new("乙指标", "Indicator B", "元", Said::exact("800000000000"), target)
}

#[test]
fn what_follows_from_a_range_is_a_range_by_a_formula_that_holds() {
    let case = growth(Said::range("8", "10", "8%—10%"));
    let actual = Said::range("800000000000", "820000000000", "8000亿—8200亿元");
    let both = report(&[case.clone(), Case { actual, ..case }]);
    for (lang, formulas) in [
        (
            Lang::Zh,
            [
                "8,000亿元 × 1.08至1.10 → 8,640亿元至8,800亿元",
                "8,000亿元至8,200亿元 × 1.08至1.10 → 8,640亿元至9,020亿元",
            ],
        ),
        (
            Lang::En,
            [
                "800bn yuan × 1.08 to 1.10 → 864bn yuan to 880bn yuan",
                "800bn yuan to 820bn yuan × 1.08 to 1.10 → 864bn yuan to 902bn yuan",
            ],
        ),
    ] {
        let found = both.comparisons().iter();
        let found = found.map(|pair| reason::formula(&both, pair, Digits::Short, lang));
        assert_eq!(found.map(Option::unwrap_or_default).collect::<Vec<_>>(), formulas);
        for kind in OF_FIGURES {
            let style = ChartStyle { lang: lang.into(), ..ChartStyle::default() };
            let words = drawn(&both, kind, &style).words();
            for formula in formulas {
                let step: String = formula.split(" → ").take(1).collect();
                let step: String = step.split_whitespace().collect();
                assert!(words.contains(&step), "{kind:?}: {step} in {words}");
            }
        }
    }
}

#[test]
fn a_change_by_a_range_is_added_with_both_ends() {
    let change =
        |falls| Said { basis: Basis::Change, falls, ..Said::range("5", "10", "5—10个") };
    let case = |falls| Case::new("乙", "B", "个", Said::exact("50"), change(falls));
    let report = report(&[case(false), case(true)]);
    let found = report.comparisons().iter();
    let found = found.map(|pair| reason::formula(&report, pair, Digits::Short, Lang::Zh));
    assert_eq!(
        found.map(Option::unwrap_or_default).collect::<Vec<_>>(),
        ["50个 +5至+10 → 55个至60个", "50个 −10至−5 → 40个至45个"]
    );
}

#[test]
fn a_growth_target_is_as_firm_among_quotients_as_its_rate() {
    let case = growth(Said::exact("10"));
    let value = |bound, wording| Said::number("800000000000", bound, wording);
    let cases = [
        Case { actual: value(Bound::JustAbove, "8000余亿元"), ..case.clone() },
        Case { actual: value(Bound::Approximate, "8000亿元左右"), ..case.clone() },
        Case {
            actual: Said::range("800000000000", "820000000000", "8000亿—8200亿元"), ..case
        },
    ];
    let words = drawn(&report(&cases), ChartKind::Ratio, &ChartStyle::default()).words();
    assert_eq!(words.matches("1.1倍").count(), cases.len(), "{words}");
    assert!(![">1.1倍", "≈1.1倍"].iter().any(|loose| words.contains(loose)), "{words}");
}

#[test]
fn no_wording_of_a_dumbbell_stands_across_zero() {
    let rate = |actual: &str, target: &str| {
        let said = |value| Said { basis: Basis::GrowthRate, ..Said::exact(value) };
        Case::new("甲指标", "Indicator A", "%", said(actual), said(target))
    };
    let falls = [rate("-36.2", "-15"), rate("-1", "-2"), rate("-5", "4"), rate("-0.5", "-0.1")];
    let rises = [rate("36.2", "15"), rate("1", "2"), rate("4", "-5"), rate("0.1", "0.5")];
    for cases in [&falls, &rises] {
        let report = report(cases);
        for size in [vec2(1600.0, 900.0), vec2(793.7, 1122.5), vec2(400.0, 500.0)] {
            for lang in ChartLang::ALL {
                let style = ChartStyle { lang, ..ChartStyle::default() };
                let spec = ChartSpec::new(ChartKind::Dumbbell, Scope::Report);
                let drawing = chart::draw(&report, &spec, &style, size).expect("it is drawn");
                let palette = style.theme.palette();
                let page = Page::of(&drawing, palette).expect("it can be written");
                assert_none(&page.misplaced());
                // Dumbbells lie, the axis stands.
                let mut axes = page.boxes(palette.axis, "line");
                axes.retain(|line| line.height() > line.width());
                assert_eq!(axes.len(), 1, "{lang:?} {size:?}: one line, and whole: {axes:?}");
                let arrows = page.texts.iter().filter(|text| text.words.contains('→')).count();
                assert!(arrows >= 2, "{lang:?} {size:?}: both wordings on one side");
            }
        }
    }
}

#[test]
fn what_is_preliminary_says_so_and_is_hollow() {
    let palette = ChartStyle::default().theme.palette();
    for kind in OF_FIGURES {
        let case = |preliminary| {
            let actual = Said { preliminary, ..Said::exact("70") };
            Case::new("乙指标", "Indicator B", "个", actual, Said::exact("80"))
        };
        let (hollow, solid) = (with_company(case(true), kind), with_company(case(false), kind));
        assert!(hollow.words().contains("预计") && !solid.words().contains("预计"), "{kind:?}");
        let filled = |page: &Page| page.filled(palette.actual);
        assert!(filled(&hollow) < filled(&solid), "{kind:?}");
    }
}

#[test]
fn a_bound_looks_final_or_preliminary_as_an_exact_number_does() {
    let parts = Parts { legend: false, ..Parts::default() };
    let style = ChartStyle { parts, ..ChartStyle::default() };
    let palette = style.palette();
    for kind in OF_FIGURES {
        for (bound, wording) in [(Bound::AtLeast, "70个以上"), (Bound::AtMost, "70个以内")] {
            let filled = |preliminary| {
                let actual = Said { preliminary, ..Said::number("70", bound, wording) };
                let case = Case::new("乙指标", "B", "个", actual, Said::exact("80"));
                let page = drawn(&report(&[company(), case]), kind, &style);
                page.filled(palette.actual) + page.filled(palette.actual_soft)
            };
            assert!(filled(true) < filled(false), "{kind:?} {bound:?}");
        }
    }
}

#[test]
fn words_stay_words_and_different_bases_have_a_reason_and_no_difference() {
    // Marks so far from each other that there is a line between them on any scale.
    let far = || Case::new("甲指标", "A", "个", Said::exact("20"), Said::exact("60"));
    let palette = ChartStyle::default().theme.palette();
    for kind in OF_FIGURES {
        let worded = Case::new("乙指标", "B", "个", Said::exact("70"), Said::words("稳步增长"));
        let addition = Said { basis: Basis::Addition, ..Said::exact("77") };
        let level = Said { basis: Basis::Level, ..Said::exact("990") };
        let apart = Case::new("丙指标", "C", "家", addition, level);
        let page = drawn(&report(&[far(), worded, apart]), kind, &ChartStyle::default());
        let words = page.words();
        for said in ["稳步增长", "77", "990", "新增", "总数"] {
            assert!(words.contains(said), "{kind:?}: {said} in {words}");
        }
        // In a few words, or as a sentence where there is room for it.
        for reason in [["目标只有文字", "目标只有文字"], ["数的种类不同", "不是同一种数"]]
        {
            let is_said = reason.iter().any(|words_of_it| words.contains(words_of_it));
            assert!(is_said, "{kind:?}: {reason:?} in {words}");
        }
        // Of the company alone: neither 990 − 77 nor 990 ÷ 77.
        for computed in ["913", "12.8", "12.9"] {
            assert!(!words.contains(computed), "{kind:?}: {computed} in {words}");
        }
        // What another joined row would add is not there for those that cannot be joined.
        let links = |page: &Page| page.count(palette.link);
        let [two, three] = [2, 3].map(|rows| {
            let joined = vec![far(); rows];
            links(&drawn(&report(&joined), kind, &ChartStyle::default()))
        });
        let a_row = three - two;
        assert_eq!(links(&page) + a_row, two, "{kind:?}: only the company is joined");
        let has_lines = matches!(kind, ChartKind::Dumbbell | ChartKind::Overview);
        assert!(!has_lines || a_row > 0, "{kind:?}: a line joins the marks of a row");
    }
}

#[test]
fn a_single_card_says_its_name_where_the_title_does_not() {
    let report = report(&[growth(Said::exact("10"))]);
    let mut spec = ChartSpec::new(ChartKind::Card, Scope::Report);
    spec.title = Some("看看这个".to_owned());
    let style = ChartStyle::default();
    let drawing = chart::draw(&report, &spec, &style, vec2(800.0, 500.0)).expect("drawn");
    let words = Page::of(&drawing, style.theme.palette()).expect("it can be written").words();
    assert!(words.contains("看看这个") && words.contains("乙指标"), "{words}");
}

#[test]
fn a_single_card_is_titled_by_what_its_figures_measure() {
    let rate = |value| Said { basis: Basis::GrowthRate, ..Said::exact(value) };
    let report = report(&[Case::new("乙指标", "B", "%", rate("7"), rate("8"))]);
    let words = drawn(&report, ChartKind::Card, &ChartStyle::default()).words();
    assert!(words.contains("乙指标增速：2030年实绩与2031年目标"), "{words}");
}

#[test]
fn the_names_of_bullets_break_only_where_there_is_no_room_for_their_units() {
    let name = "新建和改建的城市公园";
    let case = Case::new(name, "Parks", "个", Said::exact("50"), Said::exact("60"));
    let page = drawn(&report(&[case]), ChartKind::Bullet, &ChartStyle::default());
    assert!(page.texts.iter().any(|text| text.words.contains(name)), "{}", page.words());
}

#[test]
fn rows_without_a_scale_stand_below_the_verdict_that_is_theirs() {
    let rank = |value| Said { basis: Basis::Rank, ..Said::exact(value) };
    let words = || Case::new("丙指标", "C", "个", Said::exact("70"), Said::words("稳步增长"));
    let ranks = Case::new("位次", "Rank", "位", rank("9"), rank("8"));
    let report = report(&[ranks, company(), words(), words()]);
    for kind in [ChartKind::Bars, ChartKind::Bullet] {
        let said = drawn(&report, kind, &ChartStyle::default()).words();
        for part in ["口径相同，可以对照（1）", "口径不同，不能对照（2）", "2组口径不同"]
        {
            assert!(said.contains(part), "{kind:?}: {part} in {said}");
        }
    }
}

#[test]
fn a_pair_whose_derived_value_is_hidden_is_not_said_to_have_no_ratio() {
    let words = Case::new("丙指标", "C", "个", Said::exact("70"), Said::words("稳步增长"));
    let report = report(&[company(), growth(Said::exact("10")), words]);
    let parts = Parts { derived: false, ..Parts::default() };
    let style = ChartStyle { parts, ..ChartStyle::default() };
    let said = drawn(&report, ChartKind::Ratio, &style).words();
    assert!(said.contains("另有1组是比率") && said.contains("1组可以推算，推算值未显示"), "{said}");
    let said = drawn(&report, ChartKind::Ratio, &ChartStyle::default()).words();
    assert!(said.contains("另有1组是比率") && !said.contains("未显示"), "{said}");
}

#[test]
fn what_is_derived_is_hatched_named_and_can_be_hidden() {
    let palette = ChartStyle::default().theme.palette();
    let growth = Said {
        basis: Basis::GrowthRate,
        unit: Some("%"),
        ..Said::number("10", Bound::AtLeast, "10%以上")
    };
    let case = Case::new("乙指标", "B", "元", Said::exact("34000000000"), growth);
    let derivable = report(&[company(), case]);
    for kind in OF_FIGURES {
        let shown = drawn(&derivable, kind, &ChartStyle::default());
        let words = shown.words();
        assert!(words.contains("推算") && words.contains("374亿元"), "{kind:?}: {words}");
        assert!(words.contains("340亿元×1.10"), "{kind:?}: {words}");
        assert!(shown.count(palette.derived) > 3, "{kind:?} is hatched");
        let parts = Parts { derived: false, ..Parts::default() };
        let hidden = drawn(&derivable, kind, &ChartStyle { parts, ..ChartStyle::default() });
        let words = hidden.words();
        assert!(words.contains("推算值未显示"), "{kind:?}: {words}");
        assert!(!words.contains("374") && !words.contains("1.10"), "{kind:?}: {words}");
        assert!(!words.contains("不能对照"), "{kind:?}: it is derivable all the same: {words}");
        assert_eq!(hidden.count(palette.derived), 0, "{kind:?}");
    }
}

#[test]
fn lower_is_better_has_its_sign_and_no_reversed_axis() {
    for kind in OF_FIGURES {
        let case = Case {
            direction: Direction::Lower,
            ..Case::new("乙指标", "B", "天", Said::exact("40"), Said::exact("38"))
        };
        let words = with_company(case, kind).words();
        assert!(words.contains('↓') && words.contains("越低越好"), "{kind:?}: {words}");
        let plain = Case::new("乙指标", "B", "天", Said::exact("40"), Said::exact("38"));
        assert!(!with_company(plain, kind).words().contains('↓'), "{kind:?}");
    }
}

#[test]
fn a_single_card_says_which_way_is_better_too() {
    let case = Case {
        direction: Direction::Lower,
        ..Case::new("乙指标", "B", "天", Said::exact("40"), Said::exact("38"))
    };
    let words = drawn(&report(&[case]), ChartKind::Card, &ChartStyle::default()).words();
    assert!(words.contains("越低越好"), "{words}");
}

#[test]
fn axes_count_in_the_units_of_their_language_without_rows_of_noughts() {
    let cases = [
        Case::new("甲", "A", "元", Said::exact("34000000000"), Said::exact("50000000000")),
        Case::new("乙", "B", "人", Said::exact("125000"), Said::exact("150000")),
    ];
    let report = report(&cases);
    for kind in [ChartKind::Dumbbell, ChartKind::Bars, ChartKind::Bullet] {
        for (lang, wanted) in [(ChartLang::Zh, ["亿", "万"]), (ChartLang::En, ["bn", "k"])] {
            let page = drawn(&report, kind, &ChartStyle { lang, ..ChartStyle::default() });
            let ticks: Vec<&str> = page
                .texts
                .iter()
                .map(|text| text.words.as_str())
                .filter(|words| wanted.iter().any(|unit| words.ends_with(unit)))
                .collect();
            assert!(ticks.len() >= 4, "{kind:?}: {ticks:?}");
            assert!(ticks.iter().all(|tick| !tick.contains("000")), "{kind:?}: {ticks:?}");
        }
    }
}

#[test]
fn no_line_begins_or_ends_with_what_may_not_stand_there() {
    let report = bundled();
    for entry in chart::catalog(&report) {
        for size in [vec2(317.5, 396.9), vec2(657.6, 493.2), vec2(900.0, 383.0)] {
            let Ok(drawing) = chart::draw(&report, &entry.spec, &ChartStyle::default(), size)
            else {
                continue;
            };
            for clipped in &drawing.shapes {
                let egui::epaint::Shape::Text(text) = &clipped.shape else { continue };
                for row in text.galley.rows.iter().skip(1) {
                    let first = row.glyphs.first().map(|glyph| glyph.chr);
                    let closes = |c| "，。、；：！？）》”％%,.;:!?)".contains(c);
                    assert!(!first.is_some_and(closes), "{}: {}", entry.id, text.galley.text());
                }
                let all = text.galley.rows.len();
                for row in text.galley.rows.iter().take(all.saturating_sub(1)) {
                    let last = row.glyphs.last().map(|glyph| glyph.chr);
                    let opens = |c| "（《“(".contains(c);
                    assert!(!last.is_some_and(opens), "{}: {}", entry.id, text.galley.text());
                }
            }
        }
    }
}
