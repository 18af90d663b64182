//! What anything at all may do to each reader of the application: end in what it read, or in a refusal that says so.
//!
//! One function a reader, each a property that panics where it does not hold. The short runs with fixed seeds
//! (`tests/hostile_input`) and the long ones (`fuzz/`) call the same functions.

use std::ffi::OsString;
use std::fs;
use std::sync::OnceLock;

use report_explorer::chart::{self, Catalog, ChartSpec, ChartStyle};
use report_explorer::cli::understand::{self, Stop};
use report_explorer::export::batch::NamePattern;
use report_explorer::export::carried::Carried;
use report_explorer::export::request::{self, ExportRequest};
use report_explorer::export::tables::{catalogues, comparisons, figures, workbook};
use report_explorer::export::{Format, read};
use report_explorer::find::{Index, Matcher, Query};
use report_explorer::i18n::{ChartLang, Lang, terms};
use report_explorer::model::{Bilingual, FigureFilter, Report, Span, check_rules, is_garbling};
use report_explorer::settings::{self, MIN_WINDOW, PANEL_WIDTHS, ZOOMS};
use report_explorer::source::{Attached, Text, numbers, verify};
use report_explorer::{bundled, load};

/// How many faults of a file have their words looked at.
const SAID: usize = 50;

/// A message is complete in both languages, and nothing in it can turn a line around or end it.
fn said(message: &Bilingual) {
    for words in [&message.zh, &message.en] {
        assert!(!words.trim().is_empty(), "a message without words");
        assert!(
            !words.chars().any(|c| c != '\n' && is_garbling(c)),
            "a message garbles: {words:?}"
        );
    }
}

/// A small report, whose text is at hand too.
fn small() -> &'static Report {
    static REPORT: OnceLock<Report> = OnceLock::new();
    REPORT.get_or_init(|| {
        let file = include_str!("../data/small.report.ron");
        load::parse(file, "small.report.ron").expect("the small report opens").report
    })
}

/// A data file: what is sound in it is checked, written, read back the same, and set as tables.
pub fn report(bytes: &[u8]) {
    let _ = sound_part(bytes);
}

/// A data file, and one of the charts of what is sound in it: the image carries what is needed to draw it again.
pub fn chart(bytes: &[u8]) {
    let Some(report) = sound_part(bytes) else { return };
    let entries = chart::catalog(&report);
    if entries.is_empty() {
        return;
    }
    let entry = &entries[bytes.len() % entries.len()];
    let style = ChartStyle { lang: ChartLang::Both, ..ChartStyle::default() };
    let wanted = ExportRequest::new(entry.spec.clone(), style, Format::Svg);
    match request::run(&report, &wanted) {
        Ok(file) => image(&file),
        Err(refused) => said(&refused.message()),
    }
}

fn sound_part(bytes: &[u8]) -> Option<Report> {
    let loaded = match load::parse_bytes(bytes, "some.report.ron") {
        Ok(loaded) => loaded,
        Err(refused) => {
            said(&refused.message());
            return None;
        }
    };
    for problem in loaded.problems(&check_rules(&loaded.report)).iter().take(SAID) {
        said(&problem.line());
    }
    let report = loaded.report;
    let written = load::to_ron(&report);
    let again = load::parse(&written, "again").expect("what is written is read");
    assert_eq!(again.faults, [], "what is written is sound");
    assert_eq!(load::to_ron(&again.report), written);
    tables(&report);
    Some(report)
}

/// Every table in every format holds as many rows as the report has figures, comparisons and sections.
fn tables(report: &Report) {
    let filter = FigureFilter::default();
    let tables = [
        figures::table(report, &filter, Lang::Zh),
        comparisons::table(report, &filter, Lang::En),
        catalogues::sections(report, Lang::En),
        catalogues::charts(Catalog::new(report, None), Lang::Zh),
        catalogues::about(report, Lang::Zh),
    ];
    for table in &tables {
        let rows = table.rows.len();
        let json: serde_json::Value = serde_json::from_str(&table.to_json()).expect("JSON");
        assert_eq!(json.as_array().expect("a list").len(), rows);
        let csv = table.to_csv();
        let records: Result<Vec<_>, _> =
            csv::Reader::from_reader(csv.as_bytes()).into_records().collect();
        assert_eq!(records.expect("CSV").len(), rows);
        assert_eq!(table.to_tsv().lines().count(), rows + 1);
        assert_eq!(table.to_markdown().lines().count(), rows + 2);
    }
    workbook(report, &tables).expect("a workbook");
}

/// A text: it is held against the small report, its numbers stand where they are said to, phrases are found in it.
pub fn text(bytes: &[u8]) {
    let report = small();
    match verify(report, bytes, "text") {
        Ok(found) => {
            for finding in found.findings.iter().take(SAID) {
                said(&finding.message);
            }
        }
        Err(refused) => said(&refused.message()),
    }
    if let Ok(text) = Text::from_bytes(bytes, "text") {
        let found = numbers(text.chars());
        assert!(found.is_sorted_by(|one, next| one.span.end <= next.span.start), "numbers overlap");
        assert!(found.iter().all(|number| text.at(number.span).is_some_and(|at| !at.is_empty())));
    }
    match Attached::recognise(report, bytes, "text") {
        Ok(text) => {
            let phrase: String = text.text.chars().iter().skip(bytes.len() % 97).take(5).collect();
            let inside = |span: &Span| text.text.at(*span).is_some();
            assert!(text.find(&phrase).iter().all(inside));
            assert!(text.places.figures.iter().flatten().all(|place| inside(&place.wording)));
        }
        Err(refused) => said(&refused.message()),
    }
}

/// A settings file: every size is inside its range, nothing that could not be read is lost, what is saved is read back.
pub fn settings(bytes: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.ron");
    fs::write(&path, bytes).expect("written");
    let (read, fault) = settings::load(&path);
    assert!(PANEL_WIDTHS.contains(&read.tree_width) && PANEL_WIDTHS.contains(&read.detail_width));
    assert!(ZOOMS.contains(&read.zoom));
    assert!(read.window[0] >= MIN_WINDOW[0] && read.window[1] >= MIN_WINDOW[1]);
    let kept = fault.map_or_else(|| path.clone(), |fault| fault.kept.expect("kept aside"));
    assert_eq!(fs::read(kept).expect("kept"), bytes);
    settings::save(&path, &read, &read).expect("saved");
    assert_eq!(settings::load(&path), (read, None));
}

/// An image: what it carries opens like any data file, and draws.
pub fn image(bytes: &[u8]) {
    let payload = match read(bytes) {
        Ok(metadata) => metadata.payload,
        Err(refused) => return said(&refused.message()),
    };
    if let Some(payload) = payload {
        carried(&payload);
    }
}

/// What stands inside an image, whoever wrote it.
pub fn carried(payload: &str) {
    let carried = match Carried::parse(payload) {
        Ok(carried) => carried,
        Err(refused) => return said(&refused.message()),
    };
    let again = Carried::parse(&carried.to_json()).expect("what is written is read");
    assert_eq!(again.to_json(), carried.to_json());
    let report = match carried.open("image") {
        Ok(loaded) => loaded.report,
        Err(refused) => return said(&refused.message()),
    };
    let wanted = ExportRequest {
        page: carried.page(),
        ..ExportRequest::new(carried.spec.clone(), carried.style, Format::Svg)
    };
    if let Err(refused) = request::run(&report, &wanted) {
        said(&refused.message());
    }
}

/// What is typed: into the search field, as the id of a chart, as the pattern of names.
pub fn search(typed: &str) {
    static BUNDLED: OnceLock<(Report, Index)> = OnceLock::new();
    let (report, index) = BUNDLED.get_or_init(|| {
        let opened = load::parse(bundled::TEXT, bundled::FILE_NAME);
        let report = opened.expect("the bundled report opens").report;
        let index = Index::of(&report, None, &terms::measured_names);
        (report, index)
    });
    let query = Query::parse(typed);
    let found = index.search(report, &query);
    assert_eq!(found.figures().len(), report.figures().len());
    let matcher = Matcher::new(query);
    for figure in report.figures().iter().take(20) {
        let text = &figure.clause.text;
        let marks = matcher.marks(text, true);
        assert!(marks.is_sorted_by(|one, next| one.end <= next.start), "marks overlap");
        assert!(marks.into_iter().all(|mark| text.get(mark).is_some_and(|mark| !mark.is_empty())));
    }
    if let Some(spec) = ChartSpec::find(report, typed) {
        assert!(ChartSpec::find(report, spec.id().as_str()).is_some_and(|again| again == spec));
    }
    if let Err(refused) = NamePattern::parse(typed) {
        said(&refused.message());
    }
}

/// A command line: reading it ends in an order or in a refusal. Carrying it out is another matter.
pub fn command_line(words: &[OsString]) {
    let _ = understand::language(words);
    for lang in [Lang::Zh, Lang::En] {
        match understand::parse(words, lang) {
            Ok(_) => {}
            Err(Stop::Said(text) | Stop::Wrong(text)) => {
                assert!(!text.trim().is_empty(), "a refusal without words");
            }
        }
    }
}
