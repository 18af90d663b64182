//! Every chart of the catalogue × page × language × theme.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use egui::epaint::Shape;
use egui::{Color32, Rect, Vec2, vec2};
use report_explorer::chart::{
    self, Background, CatalogEntry, ChartError, ChartKind, ChartSpec, ChartStyle, Drawing, Labels,
    Order, Parts, Scope,
};
use report_explorer::export::preset::{Page as Paper, Preset};
use report_explorer::i18n::chart::{LegendWord, legend};
use report_explorer::i18n::{ChartLang, Lang, reason};
use report_explorer::model::{Bound, DifferenceBound, Direction, Report, Status, Verdict};
use report_explorer::theme::{Palette, ThemeName};

use super::page::Page;
use super::{assert_none, bundled, complaints};

const BACKGROUNDS: [Background; 3] =
    [Background::Theme, Background::White, Background::Transparent];

/// Every page that the export offers, and its default.
fn papers() -> Vec<(String, Vec2)> {
    let presets = Preset::ALL.map(|preset| (preset.key().to_owned(), preset.page().size));
    let default = ("default".to_owned(), Paper::default().size);
    presets.into_iter().chain([default]).collect()
}

/// Whether `page` says where its numbers come from.
fn unsourced(report: &Report, style: &ChartStyle, page: &Page) -> Vec<String> {
    missing(&page.words(), style, |lang| chart::source_line(report, lang))
}

/// What is not said of `words`, in each language of the labels.
fn missing(said: &str, style: &ChartStyle, words: impl Fn(Lang) -> String) -> Vec<String> {
    langs(style)
        .map(words)
        .filter(|words| !said.contains(&unspaced(words)))
        .map(|words| format!("{words:?} is not on the page"))
        .collect()
}

fn langs(style: &ChartStyle) -> impl Iterator<Item = Lang> {
    [Some(style.lang.main()), style.lang.second()].into_iter().flatten()
}

fn unspaced(words: &str) -> String {
    words.split_whitespace().collect()
}

/// The marks on `page` that no legend explains, by what the report says of the figures.
pub fn unexplained(
    report: &Report,
    spec: &ChartSpec,
    style: &ChartStyle,
    page: &Page,
) -> Vec<String> {
    let words = legend_words(report, spec);
    // A title says what the targets' entry says, and explains no mark.
    let said = langs(style).fold(page.words(), |said, lang| {
        said.replace(&unspaced(&chart::title(report, spec, lang)), "")
    });
    let about = report.about();
    let missing = |word| missing(&said, style, |lang| legend(word, about, lang));
    words.into_iter().flat_map(missing).collect()
}

/// What the legend of a chart must explain.
fn legend_words(report: &Report, spec: &ChartSpec) -> Vec<LegendWord> {
    let figure = |id| report.figure(id).expect("there");
    let mut words = Vec::new();
    if spec.kind == ChartKind::Profile {
        return spec
            .figures(report)
            .iter()
            .map(|figure| LegendWord::Counted(figure.role))
            .collect();
    }
    let pairs = spec.comparisons(report);
    for pair in &pairs {
        let (actual, target) = (figure(&pair.actual), figure(&pair.target));
        if spec.kind == ChartKind::Ratio {
            words.extend([LegendWord::SameAsActual, LegendWord::TargetToActual]);
            words.extend(pair.derived.map(|_| LegendWord::Derived));
            words.extend(pair.ratio.and_then(|ratio| of_computed(ratio.bound)));
        } else {
            // A card says beside each of its signs what it is.
            let labelled = spec.kind == ChartKind::Card;
            if actual.quantity.value().is_some() && !labelled {
                words.push(match actual.status {
                    Status::Preliminary => LegendWord::ActualPreliminary,
                    Status::Final | Status::Planned => LegendWord::Actual,
                });
            }
            words.extend(of_bound(actual.quantity.bound()));
            words.extend(pair.derived.map(|_| LegendWord::Derived));
            // A card has the sign of what is printed, too.
            if pair.derived.is_none() || labelled {
                words.extend((!labelled).then_some(LegendWord::Target));
                words.extend(of_bound(target.quantity.bound()));
            }
            if pair.verdict == Verdict::DifferentBasis && spec.kind != ChartKind::Card {
                words.push(LegendWord::BrokenLink);
            }
        }
        let lower = report.indicator_of(target).direction == Direction::Lower;
        if lower && (spec.kind != ChartKind::Card || pairs.len() > 1) {
            words.push(LegendWord::LowerIsBetter);
        }
    }
    words
}

fn of_bound(bound: Bound) -> Option<LegendWord> {
    match bound {
        Bound::AtLeast | Bound::MoreThan => Some(LegendWord::LowerBound),
        Bound::AtMost => Some(LegendWord::UpperBound),
        Bound::Approximate => Some(LegendWord::Approximate),
        Bound::JustAbove | Bound::JustBelow => Some(LegendWord::OneSided),
        Bound::Range => Some(LegendWord::Range),
        Bound::Exact | Bound::Worded => None,
    }
}

fn of_computed(bound: DifferenceBound) -> Option<LegendWord> {
    match bound {
        DifferenceBound::AtLeast | DifferenceBound::MoreThan => Some(LegendWord::LowerBound),
        DifferenceBound::AtMost | DifferenceBound::LessThan => Some(LegendWord::UpperBound),
        DifferenceBound::Approximate => Some(LegendWord::Approximate),
        DifferenceBound::PrintedNumbers => Some(LegendWord::PrintedNumbers),
        DifferenceBound::Exact | DifferenceBound::Range => None,
    }
}

/// Whether grey paper still tells actuals from targets: by form.
fn alike_in_grey(page: &Page, palette: &Palette) -> Option<String> {
    let (actual, target) = (page.forms(palette.actual), page.forms(palette.target));
    (!actual.is_empty() && actual == target)
        .then(|| format!("actuals and targets have the same forms: {actual:?}"))
}

/// Whether the longest row of bars of a profile can be told from the others.
fn without_bars(spec: &ChartSpec, page: &Page, palette: &Palette, smallest: f32) -> Option<String> {
    let bars =
        [palette.actual, palette.target, palette.goal].map(|color| page.boxes(color, "rect"));
    let mut rows: BTreeMap<i32, f32> = BTreeMap::new();
    for bar in bars.into_iter().flatten() {
        *rows.entry((bar.center().y * 4.0) as i32).or_default() += bar.width();
    }
    let longest = rows.into_values().fold(0.0, f32::max);
    (spec.kind == ChartKind::Profile && longest < smallest * 8.0)
        .then(|| format!("the longest bar has {longest} pixels"))
}

/// One page of the catalogue.
struct Job {
    spec: ChartSpec,
    paper: String,
    size: Vec2,
    style: ChartStyle,
}

/// Every chart × page × language; themes, backgrounds, orders and labels take turns, so that every kind meets every page
/// in every language and theme.
fn jobs(catalog: &[CatalogEntry]) -> Vec<Job> {
    let mut jobs = Vec::new();
    for kind in ChartKind::ALL {
        let of_kind = catalog.iter().filter(|entry| entry.spec.kind == kind);
        for (at, entry) in of_kind.enumerate() {
            for (page, (paper, size)) in papers().into_iter().enumerate() {
                for (turn, lang) in ChartLang::ALL.into_iter().enumerate() {
                    let theme = ThemeName::ALL[(at + page + turn) % ThemeName::ALL.len()];
                    let background = BACKGROUNDS[(at / 3 + page) % BACKGROUNDS.len()];
                    let order = Order::ALL[(at + page / 3) % Order::ALL.len()];
                    let labels = Labels::ALL[(at / 3 + page / 3 + turn) % Labels::ALL.len()];
                    let style = ChartStyle { lang, theme, background, ..ChartStyle::default() };
                    let spec = entry.spec.clone().arranged(order, labels);
                    jobs.push(Job { spec, paper: paper.clone(), size, style });
                }
            }
        }
    }
    jobs
}

#[test]
fn every_page_in_every_language_and_theme_has_its_texts_in_place_is_seen_and_explains_its_marks() {
    let report = bundled();
    let catalog = chart::catalog(&report);
    assert!(catalog.len() > 100, "the report offers charts");
    let jobs = jobs(&catalog);
    let (refused, drawn) = (AtomicUsize::new(0), Mutex::new(BTreeSet::new()));
    let (looks, arranged) = (Mutex::new(BTreeSet::new()), Mutex::new(BTreeSet::new()));
    let found = complaints(&jobs, |Job { spec, paper, size, style }| {
        let (lang, theme) = (style.lang, style.theme);
        let (order, labels) = (spec.order.key(), spec.labels.key());
        let what = format!(
            "{} {} {paper} {} {:?} {order} {labels}",
            spec.id(),
            lang.key(),
            theme.key(),
            style.background
        );
        let drawing = match chart::draw(&report, spec, style, *size) {
            Ok(drawing) => drawing,
            // What a small page cannot hold is said, not squeezed: a whole report, or many cards.
            Err(ChartError::TooMuch { rows })
                if (rows >= 4 && size.x * size.y < 400_000.0)
                    || (rows > 30 && lang == ChartLang::Both) =>
            {
                refused.fetch_add(1, Ordering::Relaxed);
                return Vec::new();
            }
            Err(error) => return vec![format!("{what}: {error}")],
        };
        let palette = style.palette();
        let page = match Page::of(&drawing, palette) {
            Ok(page) => page,
            Err(error) => return vec![format!("{what}: {error}")],
        };
        let met = (spec.kind, paper.clone(), lang, theme.key());
        drawn.lock().expect("no panic").insert(met);
        let look = (spec.kind, format!("{} {:?}", theme.key(), style.background));
        looks.lock().expect("no panic").insert(look);
        arranged.lock().expect("no panic").insert((spec.kind, format!("{order} {labels}")));
        let mut wrong = page.misplaced();
        wrong.extend(unsourced(&report, style, &page));
        wrong.extend(unexplained(&report, spec, style, &page));
        wrong.extend(page.faint());
        wrong.extend(alike_in_grey(&page, palette));
        wrong.extend(without_bars(spec, &page, palette, drawing.smallest_type));
        wrong.into_iter().map(|wrong| format!("{what}: {wrong}")).collect()
    });
    assert_none(&found);
    let refused = refused.into_inner();
    assert!(refused * 25 < jobs.len(), "{refused} of {} pages are refused", jobs.len());
    let every = ChartKind::ALL.len() * papers().len() * ChartLang::ALL.len() * ThemeName::ALL.len();
    assert_eq!(
        drawn.into_inner().expect("no panic").len(),
        every,
        "kind × page × language × theme"
    );
    let every = ChartKind::ALL.len() * ThemeName::ALL.len() * BACKGROUNDS.len();
    assert_eq!(looks.into_inner().expect("no panic").len(), every, "kind × theme × background");
    let every: usize =
        ChartKind::ALL.iter().map(|kind| kind.orders().len() * kind.labels().len()).sum();
    assert_eq!(arranged.into_inner().expect("no panic").len(), every, "kind × order × labels");
}

/// The pieces of `words` that only one of two languages reads: English words, and runs of Chinese characters.
fn readable(words: &str) -> BTreeSet<String> {
    let class = |c: char| match c {
        '\u{4e00}'..='\u{9fff}' => 2,
        _ if c.is_ascii_alphabetic() => 1,
        _ => 0,
    };
    let mut pieces = BTreeSet::new();
    let chars: Vec<char> = words.chars().collect();
    for run in chars.chunk_by(|a, b| class(*a) == class(*b)) {
        let long = match class(run[0]) {
            0 => false,
            1 => run.len() > 1,
            // Both read ×.
            _ => run != ['倍'],
        };
        if long {
            pieces.insert(run.iter().collect());
        }
    }
    pieces
}

#[test]
fn a_chart_in_both_languages_says_everything_in_both() {
    let report = bundled();
    let catalog = chart::catalog(&report);
    let mut jobs = Vec::new();
    for entry in &catalog {
        for labels in Labels::ALL {
            jobs.push(ChartSpec { labels, ..entry.spec.clone() });
        }
    }
    let found = complaints(&jobs, |spec| {
        let pieces = |lang: ChartLang| -> (BTreeSet<String>, String) {
            let style = ChartStyle { lang, ..ChartStyle::default() };
            // So large that no word is broken.
            let size = vec2(4000.0, 4000.0);
            let drawing = chart::draw(&report, spec, &style, size).expect("the page is large");
            let page = Page::of(&drawing, style.theme.palette()).expect("it can be written");
            let texts = page.texts.iter().map(|text| readable(&text.words));
            (texts.flatten().collect(), page.words())
        };
        let (_, both) = pieces(ChartLang::Both);
        // A reason is a sentence where there is room for it, and a few words where there is none.
        let mut of_reasons = BTreeSet::new();
        let mut missing = Vec::new();
        for pair in spec.comparisons(&report) {
            for lang in Lang::ALL {
                let said =
                    [reason::short(pair, lang).to_owned(), reason::sentence(&report, pair, lang)];
                if pair.verdict == Verdict::DifferentBasis
                    && spec.kind != ChartKind::Ratio
                    && !said.iter().any(|said| readable(said).iter().all(|one| both.contains(one)))
                {
                    missing.push(format!("{} {:?}: the reason {said:?}", spec.id(), spec.labels));
                }
                of_reasons.extend(said.iter().flat_map(|said| readable(said)));
            }
        }
        let alone = [ChartLang::Zh, ChartLang::En].map(|lang| pieces(lang).0);
        alone
            .into_iter()
            .flatten()
            // Where a list goes on in another column depends on the length of its words.
            .filter(|piece| !["续", "continued"].contains(&piece.as_str()))
            .filter(|piece| {
                !both.contains(piece.as_str()) && !of_reasons.iter().any(|one| one.contains(piece))
            })
            .map(|piece| format!("{} {:?}: {piece} is missing", spec.id(), spec.labels))
            .chain(missing)
            .collect()
    });
    assert_none(&found);
    assert_eq!(readable("340亿元 × 1.10倍 pp").len(), 2);
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
        let word = legend_words(&report, &spec).into_iter().next().expect("it has a legend");
        let entry = unspaced(&legend(word, report.about(), Lang::Zh));
        let times = |words: &str| words.matches(&entry).count();
        assert_eq!(times(&without_legend) + 1, times(&all), "{kind:?}: {entry} in {all}");
        let bare = words(Parts { source: false, title: false, ..Parts::default() });
        assert!(!bare.contains("来源"), "{kind:?}: {bare}");
        let title = chart::title(&report, &spec, Lang::Zh);
        assert!(all.contains(&title) && !bare.contains(&title), "{kind:?}: {bare}");
    }
}

#[test]
fn every_page_that_compares_years_says_which() {
    let report = bundled();
    let about = report.about();
    let without = |title, legend| Parts { title, legend, ..Parts::default() };
    for kind in ChartKind::ALL.into_iter().filter(|kind| *kind != ChartKind::Profile) {
        for (own_title, own_subtitle, parts) in [
            (true, false, without(true, false)),
            (true, true, without(true, false)),
            (false, false, without(false, false)),
        ] {
            let spec = ChartSpec {
                title: own_title.then(|| "A title".to_owned()),
                subtitle: own_subtitle.then(|| "A subtitle".to_owned()),
                ..ChartSpec::new(kind, Scope::Report)
            };
            let style = ChartStyle { parts, lang: ChartLang::En, ..ChartStyle::default() };
            let drawing = chart::draw(&report, &spec, &style, vec2(2000.0, 3000.0)).expect("drawn");
            let words = Page::of(&drawing, style.palette()).expect("it can be written").words();
            let years = format!("{}actualsand{}targets", about.actual_year, about.target_year);
            assert!(words.contains(&years), "{kind:?} {own_title} {own_subtitle}: {words}");
        }
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
    let page_of =
        |drawing: &Drawing| Page::of(drawing, style.theme.palette()).expect("it can be written");
    let complaints = |drawing: &Drawing| page_of(drawing).misplaced();
    assert_none(&complaints(&healthy));
    let mut outside = healthy.clone();
    shift(&mut outside, texts(&healthy)[0], vec2(-80.0, 0.0));
    assert!(complaints(&outside)[0].contains("leaves the page"));

    // Each label, moved onto each of some others and onto each of some marks: every time.
    let page = page_of(&healthy);
    for (nth, at) in texts(&healthy).into_iter().enumerate() {
        let alone = Drawing { shapes: vec![healthy.shapes[at].clone()], ..healthy.clone() };
        let own: Vec<Rect> = page_of(&alone).texts.iter().map(|text| text.ink).collect();
        let others = page.texts.iter().map(|text| text.ink).filter(|ink| !own.contains(ink));
        let onto_texts = others.skip(nth % 5).step_by(5);
        for to in onto_texts.chain(page.marks().skip(nth % 7).step_by(7)) {
            let mut moved = healthy.clone();
            shift(&mut moved, at, to.center() - own[0].center());
            assert!(!complaints(&moved).is_empty(), "{:?} onto {to:?}", own[0]);
        }
    }
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

#[test]
fn faint_marks_a_missing_legend_and_marks_alike_in_grey_are_complained_of() {
    let (report, style, healthy) = healthy();
    let palette = style.theme.palette();
    let spec = ChartSpec::find(&report, "dumbbell-headline").expect("offered");
    let page = |drawing: &Drawing| Page::of(drawing, palette).expect("it can be written");
    let whole = page(&healthy);
    assert!(whole.faint().is_empty() && alike_in_grey(&whole, palette).is_none());
    assert!(unexplained(&report, &spec, &style, &whole).is_empty());

    // Each entry of the legend, left out; that bases differ is said by a heading too.
    let about = report.about();
    let words = legend_words(&report, &spec);
    for word in words.into_iter().filter(|word| *word != LegendWord::BrokenLink) {
        let words = legend(word, about, Lang::Zh);
        let mut cut = healthy.clone();
        cut.shapes.retain(|clipped| match &clipped.shape {
            Shape::Text(text) => text.galley.text() != words,
            _ => true,
        });
        assert!(!unexplained(&report, &spec, &style, &page(&cut)).is_empty(), "{words}");
    }

    let mut faint = healthy.clone();
    let mut alike = healthy.clone();
    for clipped in &mut faint.shapes {
        if let Shape::Path(path) = &mut clipped.shape
            && path.fill == palette.target
        {
            path.fill = Color32::from_gray(225);
        }
    }
    assert!(page(&faint).faint().iter().any(|wrong| wrong.contains("path")));

    // Ticks and wedges away, and every arrowhead a dot.
    alike.shapes.retain(|clipped| {
        !matches!(&clipped.shape, Shape::LineSegment { .. })
            && !matches!(&clipped.shape, Shape::Path(path) if path.fill != palette.target)
    });
    for clipped in &mut alike.shapes {
        if let Shape::Path(path) = &clipped.shape {
            clipped.shape = Shape::circle_filled(path.points[0], 6.0, palette.target);
        }
    }
    assert!(alike_in_grey(&page(&alike), palette).is_some());
}
