//! The rules of comparison, from the data file to verdict, reason and derived value.

use report_explorer::load::read_file;
use report_explorer::model::{Comparison, Demand, DifferenceBound, Reason, Report, Verdict, plain};

use super::{SMALL, open};

/// The small report with pieces of some of its figures replaced: figure, from, to.
fn with(changes: &[(&str, &str, &str)]) -> Report {
    let mut text = SMALL.to_owned();
    for (figure, from, to) in changes {
        let start = text.find(&format!("            id: \"{figure}\"")).expect("the figure");
        let end = start + text[start..].find("\n        ),").expect("its end");
        assert!(text[start..end].contains(from), "{from:?} is in {figure}");
        let changed = text[start..end].replacen(from, to, 1);
        text.replace_range(start..end, &changed);
    }
    let loaded = open(&text);
    assert_eq!(loaded.faults, [], "{changes:?}");
    loaded.report
}

fn of(report: &Report, indicator: &str) -> Comparison {
    let found = report.comparisons().iter().find(|c| c.indicator.as_str() == indicator);
    found.unwrap_or_else(|| panic!("no comparison of {indicator}")).clone()
}

/// The comparison of the 5G base stations: 1万个 in 2021 as a flow, 1.2万个 in 2022 as a flow.
fn stations(changes: &[(&str, &str, &str)]) -> Comparison {
    let changes: Vec<(&str, &str, &str)> = changes
        .iter()
        .map(|(role, from, to)| match *role {
            "actual" => ("base-stations-actual", *from, *to),
            _ => ("base-stations-target", *from, *to),
        })
        .collect();
    of(&with(&changes), "base-stations")
}

#[test]
fn each_rule_decides_what_it_is_for() {
    use Reason::{
        ActualWorded, Bases, BothWorded, ChangeOnValue, GrowthOnValue, Periods, Same, Senses,
        TargetWorded, Units,
    };
    use Verdict::{Derivable, DifferentBasis, SameBasis};

    let worded = "            value: \"10000\",\n            unit: \"个\",\n            scale: \"万\",\n            bound: exact,";
    let target_worded = worded.replace("10000", "12000");
    let actual_without = ("actual", worded, "bound: worded,");
    let target_without = ("target", target_worded.as_str(), "bound: worded,");
    let percent = target_worded.replace("\"个\"", "\"%\"").replace("12000", "10");
    let percent = percent.replace("            scale: \"万\",\n", "");
    let growth = ("target", target_worded.as_str(), percent.as_str());
    let as_growth = ("target", "basis: flow", "basis: growth_rate");
    let as_change = ("target", "basis: flow", "basis: change");
    for (changes, verdict, reason) in [
        (&[][..], SameBasis, Same),
        (&[target_without], DifferentBasis, TargetWorded),
        (&[actual_without], DifferentBasis, ActualWorded),
        (&[actual_without, target_without], DifferentBasis, BothWorded),
        (&[("actual", "basis: flow", "basis: addition")], DifferentBasis, Bases),
        (&[("actual", "period: year(2021)", "period: term")], DifferentBasis, Periods),
        (&[("target", "unit: \"个\"", "unit: \"座\"")], DifferentBasis, Units),
        (
            &[("target", "bound: exact", "states_decrease: true, bound: exact")],
            DifferentBasis,
            Senses,
        ),
        (
            &[("target", "bound: exact", "yearly_average: true, bound: exact")],
            DifferentBasis,
            Senses,
        ),
        (&[growth, as_growth], Derivable, GrowthOnValue),
        (&[as_change], Derivable, ChangeOnValue),
        // A stock takes growth and change too; a rate, an addition or another year does not.
        (&[growth, as_growth, ("actual", "basis: flow", "basis: level")], Derivable, GrowthOnValue),
        (&[growth, as_growth, ("actual", "basis: flow", "basis: addition")], DifferentBasis, Bases),
        (&[growth, as_growth, ("target", "year(2022)", "year(2023)")], DifferentBasis, Bases),
        (
            &[growth, as_growth, ("target", "bound: exact", "yearly_average: true, bound: exact")],
            DifferentBasis,
            Bases,
        ),
        (&[as_change, ("target", "unit: \"个\"", "unit: \"座\"")], DifferentBasis, Bases),
    ] {
        let found = stations(changes);
        assert_eq!((found.verdict, found.reason), (verdict, reason), "{changes:?}");
        // Nothing is computed where nothing may be shown.
        assert_eq!(found.difference.is_some(), verdict == SameBasis, "{changes:?}");
        assert_eq!(found.ratio.is_some(), verdict == SameBasis, "{changes:?}");
        assert_eq!(found.derived.is_some(), verdict == Derivable, "{changes:?}");
    }
}

#[test]
fn definitions_and_sets_of_ranks_keep_figures_apart() {
    let kinds = "direction: higher,\n            definitions: [\n                (id: \"a\", text: (zh: \"启动建设\", en: \"started\")),\n                (id: \"b\", text: (zh: \"新建改建\", en: \"built\")),\n            ],";
    let start = SMALL.find("id: \"base-stations\"").expect("the indicator");
    let mut text = SMALL.to_owned();
    let at = start + text[start..].find("direction: higher,").expect("its direction");
    text.replace_range(at..at + "direction: higher,".len(), kinds);
    for figure in ["base-stations-actual", "base-stations-target"] {
        let at = text.find(&format!("id: \"{figure}\"")).expect("the figure");
        let at = at + text[at..].find("bound: exact,").expect("its bound");
        let kind = if figure.ends_with("actual") { "a" } else { "b" };
        text.insert_str(at, &format!("definition: \"{kind}\", "));
    }
    let found = of(&open(&text).report, "base-stations");
    assert_eq!((found.verdict, found.reason), (Verdict::DifferentBasis, Reason::Definitions));
    let found =
        of(&open(&text.replace("definition: \"b\"", "definition: \"a\"")).report, "base-stations");
    assert_eq!(found.verdict, Verdict::SameBasis);

    let rank = "basis: rank, rank_set: (zh: \"全国\", en: \"the country\")";
    let other = "basis: rank, rank_set: (zh: \"全省\", en: \"the province\")";
    let found = stations(&[("actual", "basis: flow", rank), ("target", "basis: flow", other)]);
    assert_eq!((found.verdict, found.reason), (Verdict::DifferentBasis, Reason::RankSets));
    let found = stations(&[("actual", "basis: flow", rank), ("target", "basis: flow", rank)]);
    assert_eq!(found.verdict, Verdict::SameBasis);
}

#[test]
fn a_share_takes_a_change_in_percentage_points_and_no_growth_rate() {
    let share = |basis: &str, unit: &str| {
        let target = format!(
            "indicator: \"good-air-share\",\n            role: target,\n            status: planned,\n            basis: {basis},\n            period: year(2022),\n            value: \"2\",\n            unit: \"{unit}\","
        );
        let at = SMALL.find("            indicator: \"incomes\"").expect("there") + 12;
        let end = at + SMALL[at..].find("            bound").expect("its bound");
        let mut text = SMALL.to_owned();
        text.replace_range(at..end, &format!("{target}\n"));
        let text = text.replacen("bound: worded", "bound: exact", 1);
        let text = text.replacen("            definition: \"all\",\n", "", 1);
        of(&open(&text).report, "good-air-share")
    };
    let found = share("change", "个百分点");
    assert_eq!((found.verdict, found.reason), (Verdict::Derivable, Reason::ChangeOnValue));
    let derived = found.derived.expect("a derived value");
    assert_eq!((plain(derived.value).as_str(), derived.unit.zh()), ("88", "%"));
    assert_eq!(derived.bound, DifferenceBound::AtLeast, "86%以上");
    for (basis, unit) in [("change", "%"), ("growth_rate", "%")] {
        let found = share(basis, unit);
        assert_eq!(
            (found.verdict, found.reason),
            (Verdict::DifferentBasis, Reason::Bases),
            "{basis}"
        );
    }
}

#[test]
fn the_published_report_is_compared_as_a_careful_reader_would() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/shenyang-2022.report.ron");
    let report = read_file(path.as_ref()).expect("opened").report;
    for (indicator, verdict, reason, computed) in [
        ("high-tech-enterprises", Verdict::DifferentBasis, Reason::Bases, None),
        ("kindergartens", Verdict::DifferentBasis, Reason::Definitions, None),
        ("urban-income", Verdict::DifferentBasis, Reason::TargetWorded, None),
        (
            "urban-unemployment",
            Verdict::SameBasis,
            Reason::Same,
            Some(("0.61", DifferenceBound::AtMost)),
        ),
        (
            "good-air-days",
            Verdict::SameBasis,
            Reason::Same,
            Some(("-15", DifferenceBound::AtLeast)),
        ),
        (
            "technology-contracts",
            Verdict::Derivable,
            Reason::GrowthOnValue,
            Some(("37400000000", DifferenceBound::AtLeast)),
        ),
    ] {
        let found = of(&report, indicator);
        assert_eq!((found.verdict, found.reason), (verdict, reason), "{indicator}");
        let difference = found.difference.map(|d| (plain(d.value), d.bound));
        let derived = found.derived.map(|d| (plain(d.value), d.bound));
        let expected = computed.map(|(value, bound)| (value.to_owned(), bound));
        assert_eq!(difference.or(derived), expected, "{indicator}");
    }
}

#[test]
fn a_target_asks_for_more_or_less_than_was_reached_in_the_direction_of_its_indicator() {
    use Demand::{Less, More, Same};

    let demand = |changes: &[(&str, &str, &str)]| {
        let report = with(changes);
        of(&report, "base-stations").demand(&report)
    };
    let (actual, target) = ("base-stations-actual", "base-stations-target");
    let lower = ("base-stations", "direction: higher", "direction: lower");
    let neutral = ("base-stations", "direction: higher", "direction: neutral");
    let eased = (target, "value: \"12000\"", "value: \"9000\"");
    let level = (target, "value: \"12000\"", "value: \"10000\"");
    let at_least = (target, "bound: exact", "bound: at_least");
    let at_most = (target, "bound: exact", "bound: at_most");
    let floor_before = (actual, "bound: exact", "bound: at_least");
    let falls = [
        (actual, "basis: flow", "states_decrease: true, basis: flow"),
        (target, "basis: flow", "states_decrease: true, basis: flow"),
    ];
    for (changes, wanted) in [
        (&[][..], Some(More)),
        (&[eased], Some(Less)),
        (&[level], Some(Same)),
        (&[lower], Some(Less)),
        (&[lower, eased], Some(More)),
        (&[neutral], None),
        // 315 to at least 300: the floor is below what was reached.
        (&[eased, at_least], Some(Less)),
        // A ceiling over what is to grow asks for nothing.
        (&[at_most], None),
        (&[lower, at_most], Some(Less)),
        // At least 10000 may have been 12000 and more; but never less than 9000.
        (&[floor_before], None),
        (&[floor_before, eased], Some(Less)),
        (&[floor_before, at_least], Some(More)),
        (&[falls[0], falls[1]], Some(Less)),
        (&[falls[0], falls[1], lower], Some(More)),
    ] {
        assert_eq!(demand(changes), wanted, "{changes:?}");
    }
}
