//! One small chart of each kind as SVG text, so that a changed layout shows in review.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test chart_pages snapshots` writes them anew.

use std::fs;
use std::path::PathBuf;

use egui::vec2;
use report_explorer::chart::{self, ChartKind, ChartSpec, ChartStyle, Scope};
use report_explorer::export::{Metadata, Scene, TextMode, svg};
use report_explorer::i18n::ChartLang;
use report_explorer::model::{Basis, Bound, Direction};

use super::synthetic::{Case, Said, report};

/// A bit of everything, small: a bound, a band, a preliminary value, a ceiling, a worded target.
fn sample() -> report_explorer::model::Report {
    let number = |value, bound, wording: &str| Said::number(value, bound, wording);
    let case = |zh: &str, en: &str, actual, target| Case::new(zh, en, "个", actual, target);
    let preliminary = Said { preliminary: true, ..number("70", Bound::Exact, "70个") };
    let growth = Said {
        basis: Basis::GrowthRate,
        unit: Some("%"),
        ..number("10", Bound::Approximate, "10%左右")
    };
    report(&[
        case("新建公园", "New parks", preliminary, number("80", Bound::AtLeast, "80个以上")),
        Case {
            direction: Direction::Lower,
            ..case(
                "在册隐患",
                "Known hazards",
                number("60", Bound::JustAbove, "60余个"),
                number("50", Bound::AtMost, "50个以内"),
            )
        },
        case("服务站点", "Service points", number("40", Bound::Exact, "40个"), growth),
        case("示范社区", "Model communities", Said::exact("12"), Said::words("稳步增加")),
    ])
}

#[test]
fn every_kind_looks_as_it_was_approved() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/chart_pages/snapshots");
    let anew = std::env::var_os("UPDATE_SNAPSHOTS").is_some();
    let report = sample();
    let mut changed = Vec::new();
    for kind in ChartKind::ALL {
        let spec = ChartSpec::new(kind, Scope::Report);
        let lang = if kind == ChartKind::Bars { ChartLang::Both } else { ChartLang::Zh };
        let style = ChartStyle { lang, ..ChartStyle::default() };
        let drawing = chart::draw(&report, &spec, &style, vec2(640.0, 400.0)).expect("it is drawn");
        let scene = Scene::of(&drawing).expect("it can be written");
        let bytes = svg(&scene, &Metadata::default(), TextMode::Text);
        // One element a line, so that a difference can be read.
        let text = String::from_utf8(bytes).expect("an SVG is text").replace("><", ">\n<");
        let path = folder.join(format!("{}.svg", kind.key()));
        if anew {
            fs::write(&path, &text).expect("written");
        } else if fs::read_to_string(&path).unwrap_or_default() != text {
            changed.push(path.display().to_string());
        }
    }
    assert!(changed.is_empty(), "changed: {changed:?}; UPDATE_SNAPSHOTS=1 takes them over");
}
