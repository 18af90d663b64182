//! The list of charts: ids that find their chart, and nothing that cannot be shown honestly.

use egui::vec2;
use report_explorer::chart::{
    self, Catalog, ChartKind, ChartSpec, ChartStyle, Labels, NotOffered, Order, Scope,
};
use report_explorer::export::TextMode;
use report_explorer::export::carried::Carrier;
use report_explorer::export::preset::Page;
use report_explorer::i18n::Lang;
use report_explorer::model::{Domain, Report, SectionId, Verdict};
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
            ChartKind::Card => {
                let alone = matches!(spec.scope, Scope::Indicators(_));
                spec.comparisons(&report).len() >= if alone { 1 } else { 2 }
            }
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

#[test]
fn every_section_and_field_is_listed_but_for_one_that_is_the_same_as_the_section_around_it() {
    let report = bundled();
    let listed = chart::catalog(&report);
    let is_listed = |spec: &ChartSpec| listed.iter().any(|entry| entry.spec == *spec);
    let sections = report.sections().iter().map(|one| Scope::Section(one.id.as_str().to_owned()));
    let fields = Domain::ALL.into_iter().map(|domain| Scope::Domain(domain.key().to_owned()));
    let mut merged = 0;
    for scope in [Scope::Headline, Scope::Report].into_iter().chain(sections).chain(fields) {
        for kind in ChartKind::ALL {
            let spec = ChartSpec::new(kind, scope.clone());
            if !Catalog::new(&report, None).offers(&spec) || is_listed(&spec) {
                continue;
            }
            merged += 1;
            let Scope::Section(id) = &scope else { panic!("{} is not listed", spec.id()) };
            let around = std::iter::successors(SectionId::new(id).ok(), SectionId::parent).skip(1);
            let around = around.map(|id| Scope::Section(id.as_str().to_owned()));
            let same = around.chain([Scope::Report]).map(|scope| ChartSpec::new(kind, scope)).any(
                |other| {
                    is_listed(&other)
                        && other.figures(&report) == spec.figures(&report)
                        && other.scope.comparisons(&report) == scope.comparisons(&report)
                        && other.scope.targets_alone(&report) == scope.targets_alone(&report)
                },
            );
            assert!(same, "{} is not listed, nor its like around it", spec.id());
        }
    }
    assert!(merged > 0, "a section with one that holds all of it is listed once");
    // The sections of what is done and of what is aimed at have the same pairs, but not the same other targets.
    for id in ["1.2", "3.3", "innovation", "1.3", "3.4", "3.9", "city", "environment", "reform"] {
        let id = format!("dumbbell-{id}");
        assert!(listed.iter().any(|entry| entry.id.as_str() == id), "{id}");
    }
}

#[test]
fn no_two_charts_of_a_kind_have_one_title() {
    let report = bundled();
    for lang in Lang::ALL {
        let mut titles: Vec<_> = chart::catalog(&report)
            .into_iter()
            .map(|entry| (entry.spec.kind, chart::title(&report, &entry.spec, lang), entry.id))
            .collect();
        titles.sort();
        for two in titles.windows(2) {
            assert!(two[0].0 != two[1].0 || two[0].1 != two[1].1, "{} {}", two[0].2, two[1].2);
        }
    }
}

#[test]
fn why_there_is_no_such_chart_is_told_apart_and_what_there_is_instead() {
    let report = bundled();
    let catalog = Catalog::new(&report, None);
    let instead = |id: &str| {
        let why = catalog.find(id).expect_err(id);
        let ids = catalog.instead_of(id, &why).into_iter();
        (why, ids.map(|id| id.as_str().to_owned()).collect::<Vec<_>>())
    };
    let (why, ids) = instead("dumbell-headline");
    assert_eq!((why, ids[0].as_str()), (NotOffered::Unknown, "dumbbell-headline"));
    let (why, ids) = instead("pie-3.6");
    assert!(why == NotOffered::Unknown && ids.iter().all(|id| id.ends_with("-3.6")), "{ids:?}");
    assert_eq!(instead("bars-gpd").1, ["bars-gdp"]);
    assert_eq!(instead("nothing like it").1, [""; 0]);
    let (why, ids) = instead("dumbbell-gdp+energy-intensity");
    assert!(matches!(&why, NotOffered::Uncompared(id) if id.as_str() == "energy-intensity"));
    assert_eq!(ids, [""; 0]);
    let nothing = |id: &str| {
        let (why, ids) = instead(id);
        assert!(matches!(why, NotOffered::Nothing(_)), "{id}: {why:?}");
        for id in &ids {
            assert!(catalog.find(id).is_ok(), "{id}");
        }
        ids
    };
    assert_eq!(nothing("card-3.1")[0], "card-major-projects-started");
    assert_eq!(nothing("overview-3.1")[0], "dumbbell-3.1");
    // It would count figures that are no headline targets.
    assert_eq!(nothing("profile-headline")[0], "dumbbell-headline");
    assert_eq!(nothing("dumbbell-3.9.b"), ["overview-3.9.b", "card-3.9.b"]);
}

/// What the image of a chart carries of the report.
fn part_of(report: &Report, drawn: &ChartSpec) -> Report {
    let carrier = Carrier::new(report);
    let style = ChartStyle::default();
    let carried = carrier.carried(drawn, &style, Page::default(), TextMode::default());
    carried.open("image").expect("it carries a data file").report
}

#[test]
fn a_chart_from_the_data_of_an_image_is_the_chart_of_the_whole_report() {
    let report = bundled();
    let style = ChartStyle::default();
    for drawn in chart::catalog(&report).into_iter().step_by(4).map(|entry| entry.spec) {
        let part = part_of(&report, &drawn);
        let entries = Catalog::new(&part, Some(&drawn)).entries();
        assert!(entries.iter().any(|entry| entry.spec == drawn), "{} itself", drawn.id());
        for entry in entries {
            let id = format!("{} of {}", entry.id, drawn.id());
            let said = |report| chart::alt_text(report, &entry.spec, &style);
            assert_eq!(said(&part), said(&report), "{id}");
            let draw = |report| {
                let drawing = chart::draw(report, &entry.spec, &style, vec2(1600.0, 1600.0));
                drawing.map(|drawing| format!("{:?}", drawing.shapes)).ok()
            };
            assert!(draw(&part) == draw(&report), "{id} is another picture");
        }
    }
}

#[test]
fn the_data_of_an_image_offer_its_own_chart_and_single_indicators_alone() {
    let report = bundled();
    let drawn = ChartSpec::find(&report, "dumbbell-innovation").expect("offered");
    let part = part_of(&report, &drawn);
    let catalog = Catalog::new(&part, Some(&drawn));
    let ids: Vec<String> =
        catalog.entries().into_iter().map(|entry| entry.id.as_str().to_owned()).collect();
    let of_its_own = ["dumbbell", "bars", "bullet", "ratio", "overview", "card"]
        .map(|kind| format!("{kind}-innovation"));
    assert!(of_its_own.iter().all(|id| ids.contains(id)), "{ids:?}");
    let others = ids.iter().filter(|id| !of_its_own.contains(id));
    let indicators = drawn.indicators(&report);
    let cards: Vec<String> = indicators.iter().map(|id| format!("card-{id}")).collect();
    assert_eq!(others.cloned().collect::<Vec<_>>(), cards);
    for id in ["dumbbell", "dumbbell-headline", "profile", "profile-3", "card-1", "dumbbell-3.3"] {
        let why = catalog.find(id).expect_err(id);
        assert_eq!(why, NotOffered::NotWhole, "{id}");
        assert_eq!(catalog.instead_of(id, &why), [drawn.id()]);
    }
    assert!(catalog.find("dumbbell-technology-contracts").is_ok());

    // The image of a profile holds every figure of what it counts, and no other image does.
    let drawn = ChartSpec::find(&report, "profile-3").expect("offered");
    let part = part_of(&report, &drawn);
    let catalog = Catalog::new(&part, Some(&drawn));
    assert_eq!(catalog.find("profile-3"), Ok(drawn.clone()));
    assert!(catalog.find("dumbbell-3").is_ok());
    assert_eq!(catalog.find("profile"), Err(NotOffered::NotWhole));
    assert_eq!(catalog.find("profile-gdp"), Err(NotOffered::NotWhole));
}

#[test]
fn a_chart_of_one_pair_is_titled_by_what_its_figures_measure_and_of_which_times_in_every_kind() {
    let report = bundled();
    for lang in Lang::ALL {
        let title =
            |id: &str| chart::title(&report, &ChartSpec::find(&report, id).expect("offered"), lang);
        for indicator in ["gdp", "rd-intensity"] {
            let card = title(&format!("card-{indicator}"));
            assert_eq!(title(&format!("dumbbell-{indicator}")), card);
        }
        assert_eq!(title("bars-gdp"), title("card-gdp"));
        let section = title("dumbbell-1.4");
        assert!(section.contains(lang.choose("对外开放", "Wider opening")), "{section}");
    }
}
