//! Every chart of the bundled report, in every language, theme and size: nothing cropped, nothing overlapping.
//!
//! Computed from the shapes, not from pictures: a label moved by hand turns this red.

use egui::epaint::{ClippedShape, Shape};
use egui::{Rect, Vec2, vec2};
use report_explorer::chart::{self, ChartSpec, ChartStyle, Drawing};
use report_explorer::export::{GlyphRun, Painted, Scene};
use report_explorer::i18n::ChartLang;
use report_explorer::load;
use report_explorer::model::Report;
use report_explorer::theme::ThemeName;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

fn bundled() -> Report {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/shenyang-2022.report.ron");
    load::read_file(path.as_ref()).expect("the bundled report opens").report
}

/// Slide, public account, square, A4 upright and lying, one and two columns of a paper, a small window.
const PAGES: [Vec2; 8] = [
    vec2(1920.0, 1080.0),
    vec2(900.0, 383.0),
    vec2(1080.0, 1080.0),
    vec2(793.7, 1122.5),
    vec2(1122.5, 793.7),
    vec2(317.5, 400.0),
    vec2(657.6, 420.0),
    vec2(1600.0, 900.0),
];

/// A text with the box of its ink.
struct TextBox {
    words: String,
    ink: Rect,
}

fn collect(drawing: &Drawing) -> (Vec<TextBox>, Vec<Rect>) {
    let mut marks = Vec::new();
    for ClippedShape { shape, .. } in &drawing.shapes {
        walk(shape, &mut marks);
    }
    let scene = Scene::of(drawing).expect("a chart has only what files hold");
    let texts = scene
        .items
        .iter()
        .filter_map(|item| match &item.painted {
            Painted::Glyphs(run) => Some(TextBox { words: run.text(), ink: ink_of(run) }),
            Painted::Outline { .. } => None,
        })
        .filter(|text| text.ink.is_positive())
        .collect();
    (texts, marks)
}

/// The smallest box around the letters, from the boxes of their outlines.
fn ink_of(run: &GlyphRun) -> Rect {
    let font = FontRef::new(run.weight.bytes()).expect("a bundled font");
    let metrics = font.glyph_metrics(Size::new(run.size), LocationRef::default());
    let [.., left, baseline] = run.transform.as_coeffs();
    let mut ink = Rect::NOTHING;
    for glyph in &run.glyphs {
        if let Some(bounds) = metrics.bounds(GlyphId::from(glyph.id)) {
            let x = left as f32 + glyph.x;
            ink |= Rect::from_x_y_ranges(
                x + bounds.x_min..=x + bounds.x_max,
                baseline as f32 - bounds.y_max..=baseline as f32 - bounds.y_min,
            );
        }
    }
    ink
}

fn walk(shape: &Shape, marks: &mut Vec<Rect>) {
    match shape {
        Shape::Vec(inner) => inner.iter().for_each(|shape| walk(shape, marks)),
        Shape::Circle(circle) => marks.push(circle.visual_bounding_rect()),
        Shape::Path(path) => marks.push(path.visual_bounding_rect()),
        _ => {}
    }
}

fn check(drawing: &Drawing, what: &str) {
    let page = Rect::from_min_size(egui::Pos2::ZERO, drawing.size);
    let (texts, marks) = collect(drawing);
    assert!(!texts.is_empty(), "{what}: a chart has text");
    for text in &texts {
        assert!(
            page.contains_rect(text.ink),
            "{what}: {:?} leaves the page at {:?}",
            text.words,
            text.ink
        );
    }
    for (at, one) in texts.iter().enumerate() {
        for other in &texts[at + 1..] {
            let shared = one.ink.intersect(other.ink);
            assert!(
                !(shared.width() > 0.75 && shared.height() > 0.75),
                "{what}: {:?} and {:?} overlap by {:?}",
                one.words,
                other.words,
                shared.size()
            );
        }
        for mark in &marks {
            let shared = one.ink.intersect(*mark);
            assert!(
                !(shared.width() > 1.0 && shared.height() > 1.0),
                "{what}: {:?} lies on a mark at {mark:?}",
                one.words
            );
        }
    }
}

#[test]
fn no_text_leaves_its_page_or_overlaps_another_in_any_chart_language_and_size() {
    let report = bundled();
    let catalog = chart::catalog(&report);
    assert!(catalog.len() > 5, "the report offers charts");
    let mut drawn = 0;
    for entry in &catalog {
        for lang in ChartLang::ALL {
            for size in PAGES {
                let style = ChartStyle { lang, ..ChartStyle::default() };
                let what = format!("{} {} {}×{}", entry.id, lang.key(), size.x, size.y);
                match chart::draw(&report, &entry.spec, &style, size) {
                    Ok(drawing) => {
                        check(&drawing, &what);
                        drawn += 1;
                    }
                    // Everything at once does not fit the column of a paper or a banner; that is said, not squeezed.
                    Err(chart::ChartError::TooMuch { rows }) if rows > 20 && size.y <= 420.0 => {}
                    Err(error) => panic!("{what}: {error}"),
                }
            }
        }
    }
    assert!(drawn > 200, "{drawn}");
}

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
    for entry in chart::catalog(&report) {
        assert_eq!(ChartSpec::find(&report, entry.id.as_str()), Ok(entry.spec));
    }
    assert!(ChartSpec::find(&report, "dumbbell-nowhere").is_err());
    assert!(ChartSpec::find(&report, "pie").is_err());
}

#[test]
fn figures_on_different_bases_are_never_joined() {
    let report = bundled();
    let spec = report
        .comparisons()
        .iter()
        .find(|comparison| comparison.verdict == report_explorer::model::Verdict::DifferentBasis)
        .map(|comparison| {
            ChartSpec::new(
                chart::ChartKind::Dumbbell,
                chart::Scope::of_indicators([&comparison.indicator]),
            )
        })
        .expect("the report has such a comparison");
    let drawing = chart::draw(&report, &spec, &ChartStyle::default(), vec2(900.0, 383.0))
        .expect("it is drawn, in words");
    let (texts, _) = collect(&drawing);
    let words: String = texts.iter().map(|text| text.words.as_str()).collect();
    assert!(!words.contains('+') && !words.contains("百分点"), "no difference: {words}");
}
