//! An image is the same chart again, from nothing but what it carries; and what a stranger writes into it does no harm.

use proptest::prelude::*;

use super::*;
use crate::chart::{self, ChartKind};
use crate::export::choices::ExportChoices;
use crate::export::preset::{LengthUnit, Preset};
use crate::export::request::{self, ExportRequest, Picture, small_print};
use crate::export::{Format, read};
use crate::i18n::ChartLang;
use crate::{bundled, model};

fn report() -> Report {
    load::parse(bundled::TEXT, bundled::FILE_NAME).expect("the bundled report opens").report
}

fn request(spec: &ChartSpec) -> ExportRequest {
    let style = ChartStyle { lang: ChartLang::Both, ..ChartStyle::default() };
    ExportRequest {
        page: Page { size: egui::vec2(2400.0, 2400.0), dpi: 96 },
        ..ExportRequest::new(spec.clone(), style, Format::Svg)
    }
}

fn carried(bytes: &[u8]) -> Carried {
    let metadata = read(bytes).expect("an image of ours");
    Carried::parse(&metadata.payload.expect("with its data")).expect("of this version")
}

/// The image made again from what it carries.
fn again(carried: &Carried, format: Format) -> Vec<u8> {
    let opened = carried.open("image").expect("it carries a data file");
    assert!(opened.faults.is_empty(), "{:?}", opened.faults);
    let request = ExportRequest {
        page: carried.page(),
        grows: carried.grows,
        ..ExportRequest::new(carried.spec.clone(), carried.style, format)
    };
    request::run(&opened.report, &request).expect("it was drawn before")
}

#[test]
fn every_chart_is_made_again_from_its_image_byte_for_byte() {
    let report = report();
    for entry in chart::catalog(&report) {
        let once = request::run(&report, &request(&entry.spec)).expect("it is drawn");
        let found = carried(&once);
        let part = found.open("image").expect("it carries a data file").report;
        let errors = model::check_rules(&part)
            .into_iter()
            .filter(|finding| finding.severity == model::Severity::Error)
            .collect::<Vec<_>>();
        assert!(errors.is_empty(), "{}: {errors:?}", entry.id);
        let twice = again(&found, Format::Svg);
        assert!(once == twice, "{} differs", entry.id);
    }
}

#[test]
fn a_column_is_as_high_as_its_type_needs_and_the_same_again() {
    let report = report();
    let spec = ChartSpec::new(ChartKind::Bars, Scope::Headline);
    let choices = ExportChoices { page: Preset::Paper84mm.size(), ..ExportChoices::default() };
    let request = ExportRequest { format: Format::Svg, ..choices.request(spec, Lang::Zh) };
    let plain = ExportRequest { grows: false, ..request.clone() };
    let [grown, plain] =
        [&request, &plain].map(|request| Picture::draw(&report, request).expect("it is drawn"));
    assert!(small_print(plain.smallest_type).is_some(), "else there is nothing to mend");
    assert_eq!(small_print(grown.smallest_type), None);
    let [wider, taller]: [f32; 2] = (grown.page.size - plain.page.size).into();
    assert!(wider.abs() < 0.01 && taller > 1.0, "{wider} {taller}");
    // A millimetre less would be too little.
    let size = grown.page.size - egui::vec2(0.0, LengthUnit::Mm.css_px());
    let lower =
        ExportRequest { page: Page { size, ..plain.page }, grows: false, ..request.clone() };
    let lower = Picture::draw(&report, &lower).expect("it is drawn");
    assert!(small_print(lower.smallest_type).is_some());

    let once = request::run(&report, &request).expect("it is drawn");
    let found = carried(&once);
    assert_eq!(found.page(), grown.page);
    assert!(again(&found, Format::Svg) == once);
    // In another language it is as high as that needs.
    let known = ExportChoices::default().like(&found);
    assert_eq!(known.page, Preset::Paper84mm.size());
    let english = ExportChoices { lang: Some(ChartLang::En), ..known };
    let english = Picture::draw(&report, &english.request(found.spec, Lang::En));
    let english = english.expect("it is drawn");
    assert_eq!(small_print(english.smallest_type), None);
    assert!(english.page.size.y > grown.page.size.y, "English needs more");
}

#[test]
fn every_format_carries_the_same() {
    let report = report();
    let spec = ChartSpec::new(ChartKind::Profile, Scope::Report);
    let json = |format| {
        let request = ExportRequest { format, ..request(&spec) };
        carried(&request::run(&report, &request).expect("it is drawn")).to_json()
    };
    let [svg, png, pdf] = Format::ALL.map(json);
    assert!(svg == png && png == pdf);
    let parsed = Carried::parse(&svg).expect("ours");
    assert_eq!(parsed.drawn().len(), report.figures().len(), "a profile carries what it counts");
}

#[test]
fn own_words_order_and_labels_come_back() {
    let report = report();
    let spec = ChartSpec {
        order: chart::Order::Value,
        labels: chart::Labels::Difference,
        title: Some("自己的<标题> & \"引号\"".to_owned()),
        subtitle: Some("副标题".to_owned()),
        note: Some("说明".to_owned()),
        ..ChartSpec::new(ChartKind::Dumbbell, Scope::Headline)
    };
    let once = request::run(&report, &request(&spec)).expect("it is drawn");
    let found = carried(&once);
    assert_eq!(found.spec, spec);
    assert!(again(&found, Format::Svg) == once);
}

#[test]
fn an_image_without_its_data_keeps_title_description_and_source_alone() {
    let report = report();
    let spec = ChartSpec::new(ChartKind::Dumbbell, Scope::Headline);
    for format in Format::ALL {
        let request = ExportRequest { carries_data: false, format, ..request(&spec) };
        let bytes = request::run(&report, &request).expect("it is drawn");
        let metadata = read(&bytes).expect("still ours");
        assert_eq!(metadata.payload, None);
        assert!(!metadata.title.is_empty() && !metadata.source.is_empty());
        let hash = report.text().sha256.as_bytes();
        assert!(!bytes.windows(hash.len()).any(|window| window == hash), "{format:?}");
    }
}

#[test]
fn what_is_larger_than_we_write_is_refused_and_the_limit_is_named() {
    let report = report();
    let spec = ChartSpec::new(ChartKind::Dumbbell, Scope::Headline);
    let sound = Carrier::new(&report).carried(
        &spec,
        &ChartStyle::default(),
        Page::default(),
        TextMode::default(),
    );
    let names = |limit: &str, change: &dyn Fn(&mut Carried)| {
        let mut changed = sound.clone();
        change(&mut changed);
        let refused = Carried::parse(&changed.to_json()).expect_err("refused").message();
        assert!(refused.zh.contains(limit) && refused.en.contains(limit), "{refused:?}");
    };
    assert!(Carried::parse(&sound.to_json()).is_ok());
    names("≤ 400", &|carried| carried.spec.title = Some("字".repeat(MAX_WORDS + 1)));
    names("≤ 400", &|carried| carried.spec.note = Some("字".repeat(MAX_WORDS + 1)));
    names("size ≤", &|carried| carried.size = [1e30, 900.0]);
    names("dpi ≤ 2400", &|carried| carried.dpi = 1_000_000);
    names("× 200", &|carried| carried.spec.scope = Scope::Section("1".repeat(MAX_ID + 1)));
    names("≤ 1000", &|carried| {
        carried.spec.scope = Scope::Indicators(vec!["gdp".to_owned(); MAX_INDICATORS + 1]);
    });
    let newer = Carried { version: VERSION + 1, ..sound };
    assert_eq!(Carried::parse(&newer.to_json()).err(), Some(CarriedError::Newer(VERSION + 1)));
}

#[test]
fn a_refusal_garbles_no_terminal_with_what_it_quotes() {
    let sound = small();
    for garbling in ['\u{7f}', '\u{202e}', '\u{9b}'] {
        let changed = format!("\"labels\":\"w{garbling}rding\"");
        let changed = sound.replacen("\"labels\":\"wording\"", &changed, 1);
        let refused = Carried::parse(&changed).expect_err("no such labels").message();
        assert!(refused.en.contains("rding"), "it says which: {refused:?}");
        assert!(![refused.zh, refused.en].iter().any(|said| said.contains(garbling)));
    }
}

#[test]
fn a_changed_figure_is_named_like_one_in_any_file() {
    let report = report();
    let spec = ChartSpec::new(ChartKind::Dumbbell, Scope::Headline);
    let mut carried = Carrier::new(&report).carried(
        &spec,
        &ChartStyle::default(),
        Page::default(),
        TextMode::default(),
    );
    carried.data = carried.data.replacen("role: actual", "role: actuel", 1);
    let opened = carried.open("chart.png").expect("the rest is sound");
    assert!(!opened.faults.is_empty());
    assert!(opened.report.figures().len() < report.figures().len());
    carried.data.truncate(100);
    assert!(carried.open("chart.png").is_err());
}

/// The payload of a small chart, as a stranger may have changed it.
fn small() -> String {
    let report = report();
    let first = Comparison::clone(&report.comparisons()[0]);
    let spec = ChartSpec::new(ChartKind::Dumbbell, Scope::of_indicators([&first.indicator]));
    Carrier::new(&report)
        .carried(&spec, &ChartStyle::default(), Page::default(), TextMode::default())
        .to_json()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// From bytes to a picture: whatever a changed payload says, it ends in an error or a chart.
    #[test]
    fn a_changed_payload_is_drawn_or_refused_and_never_panics(
        changes in prop::collection::vec((0.0..1.0_f64, any::<prop::sample::Index>()), 1..6),
    ) {
        const PIECES: [&str; 14] =
            ["", "0", "-", "9", "\"", "e300", "}", "\\u0000", "null", "actual", "year", "(", ",", "万"];
        let mut text: Vec<char> = small().chars().collect();
        for (place, piece) in changes {
            let at = (place * text.len() as f64) as usize;
            text.splice(at..=at, piece.get(&PIECES).chars());
        }
        let text: String = text.into_iter().collect();
        if let Ok(carried) = Carried::parse(&text)
            && let Ok(opened) = carried.open("image")
        {
            let request = ExportRequest {
                page: Page { size: egui::vec2(800.0, 600.0), dpi: 96 },
                ..ExportRequest::new(carried.spec, carried.style, Format::Svg)
            };
            let _ = request::run(&opened.report, &request);
        }
    }
}
