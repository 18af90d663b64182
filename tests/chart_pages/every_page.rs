//! Every chart of the catalogue × page × language × theme.

use egui::epaint::Shape;
use egui::{Vec2, vec2};
use report_explorer::chart::{
    self, Background, ChartError, ChartKind, ChartSpec, ChartStyle, Drawing, Parts,
};
use report_explorer::export::preset::{Page as Paper, Preset};
use report_explorer::i18n::{ChartLang, Lang};
use report_explorer::model::Report;
use report_explorer::theme::ThemeName;

use super::page::Page;
use super::{assert_none, bundled, complaints};

/// Every page that the export offers, and its default.
fn papers() -> Vec<(String, Vec2)> {
    let presets = Preset::ALL.map(|preset| (preset.key().to_owned(), preset.page().size));
    let default = ("default".to_owned(), Paper::default().size);
    presets.into_iter().chain([default]).collect()
}

/// Whether `page` says where its numbers come from, and what its marks mean.
fn unsourced(report: &Report, style: &ChartStyle, page: &Page) -> Vec<String> {
    let words = page.words();
    let mut wrong = Vec::new();
    for lang in [Some(style.lang.main()), style.lang.second()].into_iter().flatten() {
        let source: String =
            chart::source_line(report, lang).chars().filter(|c| !c.is_whitespace()).collect();
        if !words.contains(&source) {
            wrong.push(format!("no source line in {}", lang.key()));
        }
    }
    wrong
}

#[test]
fn every_text_has_its_place_on_every_page_in_every_language() {
    let report = bundled();
    let catalog = chart::catalog(&report);
    assert!(catalog.len() > 100, "the report offers charts");
    let mut jobs = Vec::new();
    for entry in &catalog {
        for (paper, size) in papers() {
            for lang in ChartLang::ALL {
                jobs.push((&entry.spec, paper.clone(), size, lang));
            }
        }
    }
    let refused = std::sync::atomic::AtomicUsize::new(0);
    let found = complaints(&jobs, |(spec, paper, size, lang)| {
        let style = ChartStyle { lang: *lang, ..ChartStyle::default() };
        let what = format!("{} {} {paper}", spec.id(), lang.key());
        let drawing = match chart::draw(&report, spec, &style, *size) {
            Ok(drawing) => drawing,
            // What a small page cannot hold is said, not squeezed: a whole report, or many cards.
            Err(ChartError::TooMuch { rows })
                if (rows >= 4 && size.x * size.y < 400_000.0)
                    || (rows > 30 && *lang == ChartLang::Both) =>
            {
                refused.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                return Vec::new();
            }
            Err(error) => return vec![format!("{what}: {error}")],
        };
        let page = match Page::of(&drawing, style.theme.palette()) {
            Ok(page) => page,
            Err(error) => return vec![format!("{what}: {error}")],
        };
        let mut wrong = page.misplaced();
        wrong.extend(unsourced(&report, &style, &page));
        wrong.into_iter().map(|wrong| format!("{what}: {wrong}")).collect()
    });
    assert_none(&found);
    let refused = refused.into_inner();
    assert!(refused * 25 < jobs.len(), "{refused} of {} pages are refused", jobs.len());
}

#[test]
fn every_text_and_mark_is_seen_in_every_theme_and_roles_are_told_apart_in_grey() {
    let report = bundled();
    let catalog = chart::catalog(&report);
    let mut jobs = Vec::new();
    for entry in &catalog {
        for theme in ThemeName::ALL {
            for background in [Background::Theme, Background::White] {
                // White paper under light letters is the dark theme's one wrong use.
                if theme != ThemeName::Dark || background == Background::Theme {
                    jobs.push((&entry.spec, theme, background));
                }
            }
        }
    }
    let found = complaints(&jobs, |(spec, theme, background)| {
        let style = ChartStyle { theme: *theme, background: *background, ..ChartStyle::default() };
        let what = format!("{} {} {background:?}", spec.id(), theme.key());
        let palette = theme.palette();
        let drawing = match chart::draw(&report, spec, &style, vec2(1600.0, 1200.0)) {
            Ok(drawing) => drawing,
            Err(error) => return vec![format!("{what}: {error}")],
        };
        let page = match Page::of(&drawing, palette) {
            Ok(page) => page,
            Err(error) => return vec![format!("{what}: {error}")],
        };
        let mut wrong = page.faint();
        let (actual, target) = (page.forms(palette.actual), page.forms(palette.target));
        if !actual.is_empty() && !target.is_empty() && actual == target {
            wrong.push(format!("actuals and targets have the same forms: {actual:?}"));
        }
        wrong.into_iter().map(|wrong| format!("{what}: {wrong}")).collect()
    });
    assert_none(&found);
}

#[test]
fn parts_that_are_left_out_leave_nothing_behind() {
    let report = bundled();
    for kind in ChartKind::ALL {
        let spec = chart::catalog(&report)
            .into_iter()
            .map(|entry| entry.spec)
            .find(|spec| spec.kind == kind)
            .expect("each kind is offered");
        let words = |parts: Parts| {
            let style = ChartStyle { parts, ..ChartStyle::default() };
            let drawing =
                chart::draw(&report, &spec, &style, vec2(1600.0, 900.0)).expect("it is drawn");
            let page = Page::of(&drawing, style.theme.palette()).expect("it can be written");
            assert_none(&page.misplaced());
            page.words()
        };
        let all = words(Parts::default());
        let without_legend = words(Parts { legend: false, ..Parts::default() });
        assert!(without_legend.len() < all.len(), "{kind:?} has a legend");
        let bare = words(Parts { source: false, title: false, ..Parts::default() });
        assert!(!bare.contains("来源"), "{kind:?}: {bare}");
        let title = chart::title(&report, &spec, Lang::Zh);
        assert!(all.contains(&title) && !bare.contains(&title), "{kind:?}: {bare}");
    }
}

/// A chart whose labels a hand then moves.
fn healthy() -> (Report, ChartStyle, Drawing) {
    let report = bundled();
    let spec = ChartSpec::find(&report, "dumbbell-headline").expect("offered");
    let style = ChartStyle::default();
    let drawing = chart::draw(&report, &spec, &style, vec2(1600.0, 900.0)).expect("it is drawn");
    (report, style, drawing)
}

/// The places of the texts among the shapes.
fn texts(drawing: &Drawing) -> Vec<usize> {
    let shapes = drawing.shapes.iter().enumerate();
    shapes
        .filter(|(_, clipped)| matches!(clipped.shape, Shape::Text(_)))
        .map(|(at, _)| at)
        .collect()
}

fn shift(drawing: &mut Drawing, at: usize, by: Vec2) {
    match &mut drawing.shapes[at].shape {
        Shape::Text(text) => text.pos += by,
        other => panic!("no text: {other:?}"),
    }
}

#[test]
fn a_label_moved_by_hand_is_complained_of() {
    let (_, style, healthy) = healthy();
    let complaints = |drawing: &Drawing| {
        Page::of(drawing, style.theme.palette()).expect("it can be written").misplaced()
    };
    assert_none(&complaints(&healthy));
    let mut outside = healthy.clone();
    shift(&mut outside, texts(&healthy)[0], vec2(-80.0, 0.0));
    assert!(complaints(&outside)[0].contains("leaves the page"));

    // Each label of the panel, moved onto whatever is its neighbour on either side.
    let mut noticed = 0;
    let labels = texts(&healthy);
    for at in &labels {
        for by in [vec2(60.0, 0.0), vec2(-60.0, 0.0), vec2(0.0, 40.0), vec2(0.0, -40.0)] {
            let mut moved = healthy.clone();
            shift(&mut moved, *at, by);
            noticed += usize::from(!complaints(&moved).is_empty());
        }
    }
    assert!(noticed * 2 > labels.len() * 4, "{noticed} of {} moves are noticed", labels.len() * 4);
}

#[test]
fn faint_letters_a_missing_source_and_a_missing_glyph_are_complained_of() {
    let (report, style, healthy) = healthy();
    let palette = style.theme.palette();
    let mut faint = healthy.clone();
    for clipped in &mut faint.shapes {
        if let Shape::Text(text) = &mut clipped.shape {
            text.override_text_color = Some(palette.line);
        }
    }
    let page = Page::of(&faint, palette).expect("it can be written");
    assert_eq!(page.faint().len(), page.texts.len());

    let mut cut = healthy.clone();
    cut.shapes.retain(|clipped| match &clipped.shape {
        Shape::Text(text) => !text.galley.text().contains("来源"),
        _ => true,
    });
    let page = Page::of(&cut, palette).expect("it can be written");
    assert_eq!(unsourced(&report, &style, &page).len(), 1);

    let mut spec = ChartSpec::find(&report, "dumbbell-headline").expect("offered");
    spec.title = Some("𠮷".to_owned());
    let strange = chart::draw(&report, &spec, &style, vec2(1600.0, 900.0)).expect("it is drawn");
    assert!(Page::of(&strange, palette).is_err_and(|error| error.contains("U+20BB7")));
}
