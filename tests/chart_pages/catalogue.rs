//! The list of charts: ids that find their chart, and nothing that cannot be shown honestly.

use egui::vec2;
use report_explorer::chart::{self, ChartKind, ChartSpec, ChartStyle, Labels, Order, Scope};
use report_explorer::i18n::Lang;
use report_explorer::model::Verdict;
use report_explorer::theme::ThemeName;

use super::bundled;

#[test]
fn the_same_spec_gives_the_same_shapes() {
    let report = bundled();
    let spec = &chart::catalog(&report)[0].spec;
    for theme in ThemeName::ALL {
        let style = ChartStyle { theme, ..ChartStyle::default() };
        let draw = || chart::draw(&report, spec, &style, vec2(1600.0, 900.0)).expect("it is drawn");
        let (first, second) = (draw(), draw());
        assert_eq!(format!("{:?}", first.shapes), format!("{:?}", second.shapes));
    }
}

#[test]
fn every_catalogue_id_finds_its_own_chart() {
    let report = bundled();
    let catalog = chart::catalog(&report);
    for entry in &catalog {
        assert_eq!(ChartSpec::find(&report, entry.id.as_str()).as_ref(), Some(&entry.spec));
    }
    for kind in ChartKind::ALL {
        assert!(catalog.iter().any(|entry| entry.spec.kind == kind), "{kind:?}");
    }
    for unknown in ["dumbbell-nowhere", "pie", "dumbbellx", "", "card-", "ratio-gdp+nothing"] {
        assert!(ChartSpec::find(&report, unknown).is_none(), "{unknown:?}");
    }
}

#[test]
fn the_title_of_a_sections_chart_names_the_section_as_the_report_numbers_it() {
    let report = bundled();
    let title = |id: &str, lang| {
        chart::title(&report, &ChartSpec::find(&report, id).expect("offered"), lang)
    };
    for (id, zh, en) in [
        ("dumbbell-3.6", "三(六)", "3.6 "),
        ("ratio-1.1", "一(一)", "1.1 "),
        ("profile-3", "三、", "3 "),
    ] {
        assert!(title(id, Lang::Zh).starts_with(zh), "{}", title(id, Lang::Zh));
        assert!(title(id, Lang::En).starts_with(en), "{}", title(id, Lang::En));
    }
    // A topic has no number in the report, and gets none.
    let topic = title("dumbbell-3.3.c", Lang::En);
    assert!(topic.starts_with(char::is_alphabetic), "{topic}");
}

#[test]
fn a_kind_that_has_nothing_to_join_is_not_offered() {
    let report = bundled();
    let apart = |comparison: &&report_explorer::model::Comparison| {
        let indicator = &comparison.indicator;
        report.comparisons_of(indicator).all(|pair| pair.verdict == Verdict::DifferentBasis)
    };
    let comparison = report.comparisons().iter().find(apart).expect("there is one");
    let id = comparison.indicator.as_str();
    for kind in ["bars", "bullet", "ratio", "overview"] {
        assert!(ChartSpec::find(&report, &format!("{kind}-{id}")).is_none(), "{kind}-{id}");
    }
    // These say in words what there is, and why no more.
    for kind in ["dumbbell", "card"] {
        assert!(ChartSpec::find(&report, &format!("{kind}-{id}")).is_some(), "{kind}-{id}");
    }
    for entry in chart::catalog(&report) {
        let spec = &entry.spec;
        let joined = spec
            .comparisons(&report)
            .iter()
            .filter(|pair| pair.verdict != Verdict::DifferentBasis)
            .count();
        let honest = match spec.kind {
            ChartKind::Dumbbell | ChartKind::Bars | ChartKind::Bullet => joined >= 1,
            ChartKind::Ratio => joined >= 2,
            ChartKind::Overview => spec.comparisons(&report).len() >= 2,
            ChartKind::Card => !spec.comparisons(&report).is_empty(),
            ChartKind::Profile => !spec.figures(&report).is_empty(),
        };
        assert!(honest, "{}", entry.id);
    }
}

#[test]
fn every_order_and_label_changes_the_picture_of_the_kinds_that_offer_it() {
    let report = bundled();
    for kind in ChartKind::ALL {
        let plain = ChartSpec::new(kind, Scope::Report);
        let drawn = |spec: &ChartSpec| {
            let drawing = chart::draw(&report, spec, &ChartStyle::default(), vec2(2400.0, 3200.0));
            format!("{:?}", drawing.expect("it is drawn").shapes)
        };
        let first = drawn(&plain);
        for order in Order::ALL {
            let changed = drawn(&ChartSpec { order, ..plain.clone() }) != first;
            let offered = kind.orders().contains(&order) && order != Order::Document;
            assert!(changed || !offered, "{kind:?} {order:?}");
        }
        for labels in Labels::ALL {
            let changed = drawn(&ChartSpec { labels, ..plain.clone() }) != first;
            let offered = kind.labels().contains(&labels) && labels != Labels::Wording;
            assert!(changed || !offered, "{kind:?} {labels:?}");
        }
    }
}
