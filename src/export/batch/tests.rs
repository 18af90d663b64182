//! A batch is whole or says what is missing, leaves nothing half, and is the same bytes every time.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::chart::{self, ChartKind, Scope};
use crate::export::IfExists;
use crate::{bundled, load};

fn report() -> Report {
    load::parse(bundled::TEXT, bundled::FILE_NAME).expect("the bundled report opens").report
}

/// Some charts of different kinds, small.
fn batch(report: &Report) -> Batch {
    let charts = chart::catalog(report).into_iter().step_by(16).map(|entry| entry.spec).collect();
    let page = crate::export::preset::Preset::Square.size();
    Batch {
        charts,
        formats: vec![Format::Svg, Format::Png],
        choices: ExportChoices { page, data_beside: true, ..ExportChoices::default() },
        pattern: NamePattern::default(),
        index: true,
        lang: Lang::Zh,
    }
}

/// Stops after some charts.
struct StopAfter {
    count: usize,
    seen: AtomicUsize,
}

impl StopAfter {
    fn new(count: usize) -> Self {
        Self { count, seen: AtomicUsize::new(0) }
    }

    fn never() -> Self {
        Self::new(usize::MAX)
    }
}

impl Watch for StopAfter {
    fn charts_done(&self, count: usize) {
        self.seen.store(count, Ordering::Relaxed);
    }

    fn written(&self, path: &Path) {
        assert!(path.exists() || path.parent().is_some_and(|parent| !parent.is_dir()));
    }

    fn cancelled(&self) -> bool {
        self.seen.load(Ordering::Relaxed) >= self.count
    }
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("readable"))
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read(entry.path()).expect("readable"))
        })
        .collect()
}

#[test]
fn every_planned_file_is_written_the_same_every_time() {
    let report = report();
    let plan = Plan::of(&report, &batch(&report)).expect("a plan");
    let written = || {
        let folder = tempfile::tempdir().expect("a folder");
        let inside = folder.path().join("new/深");
        let watch = StopAfter::never();
        let done =
            plan.run(&report, &Destination::Folder(inside.clone()), IfExists::Refuse, &watch);
        assert_eq!((done.failed.len(), &done.stopped, done.cancelled), (0, &None, false));
        assert_eq!(watch.seen.into_inner(), plan.charts().len());
        let names: Vec<String> = done
            .written
            .iter()
            .filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned()))
            .collect();
        assert_eq!(names, plan.names());
        files(&inside)
    };
    let (once, twice) = (written(), written());
    assert_eq!(once.len(), plan.names().len());
    assert!(once == twice);
}

#[test]
fn a_file_of_a_batch_is_the_file_of_its_chart_alone() {
    let report = report();
    let batch = batch(&report);
    let plan = Plan::of(&report, &batch).expect("a plan");
    let folder = tempfile::tempdir().expect("a folder");
    let place = Destination::Folder(folder.path().to_owned());
    plan.run(&report, &place, IfExists::Refuse, &StopAfter::never());
    for planned in plan.charts() {
        for format in &batch.formats {
            let choices = ExportChoices { format: *format, ..batch.choices };
            let request = choices.request(planned.spec.clone(), batch.lang);
            let alone = crate::export::request::run(&report, &request).expect("it is drawn");
            let name = request.file_name(&report);
            assert!(fs::read(folder.path().join(&name)).expect("written") == alone, "{name}");
        }
    }
}

#[test]
fn an_archive_holds_the_same_files_and_is_the_same_bytes() {
    let report = report();
    let plan = Plan::of(&report, &batch(&report)).expect("a plan");
    let folder = tempfile::tempdir().expect("a folder");
    let inside = folder.path().join("files");
    let watch = StopAfter::never();
    plan.run(&report, &Destination::Folder(inside.clone()), IfExists::Refuse, &watch);
    let zipped = |name: &str| {
        let path = folder.path().join(name);
        let done = plan.run(
            &report,
            &Destination::Zip(path.clone()),
            IfExists::Refuse,
            &StopAfter::never(),
        );
        assert_eq!(done.written, std::slice::from_ref(&path), "{:?}", done.stopped);
        fs::read(path).expect("written")
    };
    let bytes = zipped("a.zip");
    assert!(bytes == zipped("b.zip"));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let mut found = BTreeMap::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("an entry");
        let mut bytes = Vec::new();
        std::io::copy(&mut file, &mut bytes).expect("readable");
        found.insert(file.name().expect("UTF-8").into_owned(), bytes);
    }
    assert!(found == files(&inside));
}

#[test]
fn a_cancelled_batch_leaves_whole_files_or_none() {
    let report = report();
    let plan = Plan::of(&report, &batch(&report)).expect("a plan");
    let folder = tempfile::tempdir().expect("a folder");
    let place = Destination::Folder(folder.path().join("files"));
    let done = plan.run(&report, &place, IfExists::Refuse, &StopAfter::new(2));
    assert!(done.cancelled);
    let left = files(&folder.path().join("files"));
    assert_eq!(left.len(), done.written.len());
    assert_eq!(left.len(), 2 * 5, "two charts with all their files");
    assert!(left.keys().all(|name| !name.contains(".part") && !name.starts_with("index")));
    let whole = plan.run(&report, &place, IfExists::Overwrite, &StopAfter::never());
    assert_eq!(whole.stopped, None);
    let after = files(&folder.path().join("files"));
    assert!(left.iter().all(|(name, bytes)| after.get(name) == Some(bytes)));

    let zip = Destination::Zip(folder.path().join("charts.zip"));
    let done = plan.run(&report, &zip, IfExists::Refuse, &StopAfter::new(2));
    assert!(done.cancelled && done.written.is_empty());
    assert_eq!(files_in(folder.path()), ["files"], "no archive and no piece of one");
}

fn files_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn what_is_there_stays_is_numbered_or_replaced_as_chosen() {
    let report = report();
    let small = Batch {
        charts: vec![ChartSpec::new(ChartKind::Dumbbell, Scope::Headline)],
        formats: vec![Format::Svg],
        choices: ExportChoices::default(),
        ..batch(&report)
    };
    let plan = Plan::of(&report, &small).expect("a plan");
    let folder = tempfile::tempdir().expect("a folder");
    let place = Destination::Folder(folder.path().to_owned());
    let name = &plan.names()[0];
    fs::write(folder.path().join(name), "mine").expect("written");
    assert_eq!(plan.existing(&place), [folder.path().join(name)]);

    let refused = plan.run(&report, &place, IfExists::Refuse, &StopAfter::never());
    assert!(refused.stopped.is_some() && refused.written.is_empty());
    assert_eq!(&files_in(folder.path()), std::slice::from_ref(name));

    let numbered = plan.run(&report, &place, IfExists::Number, &StopAfter::never());
    assert_eq!(numbered.written.len(), 3);
    assert_eq!(fs::read(folder.path().join(name)).expect("there"), b"mine");
    let second = name.replace(".svg", " (2).svg");
    let sheet = fs::read_to_string(folder.path().join("index.html")).expect("written");
    assert!(sheet.contains(&second.replace(' ', "%20").replace('(', "%28").replace(')', "%29")));
    let table = fs::read_to_string(folder.path().join("index.csv")).expect("written");
    assert!(table.contains(&second), "{table}");

    plan.run(&report, &place, IfExists::Overwrite, &StopAfter::never());
    assert_ne!(fs::read(folder.path().join(name)).expect("there"), b"mine");
}

#[test]
fn a_chart_that_does_not_fit_is_named_and_the_others_are_written() {
    let report = report();
    let all = ChartSpec::new(ChartKind::Card, Scope::Report);
    let batch = Batch {
        charts: vec![all.clone(), ChartSpec::new(ChartKind::Dumbbell, Scope::Headline)],
        choices: ExportChoices {
            page: crate::export::preset::Preset::Paper84mm.size(),
            ..ExportChoices::default()
        },
        ..batch(&report)
    };
    let plan = Plan::of(&report, &batch).expect("a plan");
    let folder = tempfile::tempdir().expect("a folder");
    let place = Destination::Folder(folder.path().to_owned());
    let done = plan.run(&report, &place, IfExists::Refuse, &StopAfter::never());
    assert_eq!(done.failed.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>(), [all.id()]);
    assert_eq!(files_in(folder.path()).len(), 2 + 2);
}

#[test]
fn names_that_meet_are_known_before_anything_is_written() {
    let report = report();
    let batch = batch(&report);
    let planned = |pattern: &str| {
        let pattern = NamePattern::parse(pattern).expect("understood");
        Plan::of(&report, &Batch { pattern, ..batch.clone() })
    };
    assert!(matches!(planned("{report}"), Err(PlanError::SameName(_))));
    assert!(planned("{n}").is_ok());
    let none = Batch { charts: Vec::new(), ..batch.clone() };
    assert_eq!(Plan::of(&report, &none), Err(PlanError::NoChart));
    let none = Batch { formats: Vec::new(), ..batch };
    assert_eq!(Plan::of(&report, &none), Err(PlanError::NoFormat));
}

#[test]
fn the_contact_sheet_shows_what_lies_beside_it_and_escapes_every_word() {
    let report = report();
    let title = "<script>alert(1)</script> & \"甲\"";
    let own = ChartSpec {
        title: Some(title.to_owned()),
        ..ChartSpec::new(ChartKind::Dumbbell, Scope::Headline)
    };
    let pattern = NamePattern::parse("a & 'b' {chart}").expect("understood");
    let batch = Batch { charts: vec![own], pattern, ..batch(&report) };
    let plan = Plan::of(&report, &batch).expect("a plan");
    let folder = tempfile::tempdir().expect("a folder");
    let place = Destination::Folder(folder.path().to_owned());
    plan.run(&report, &place, IfExists::Refuse, &StopAfter::never());
    let page = fs::read_to_string(folder.path().join("index.html")).expect("written");
    assert!(!page.contains("<script") && page.contains("&lt;script&gt;alert(1)"));
    assert!(!page.contains("http://") && !page.contains("https://") && !page.contains("url("));
    let names = plan.names();
    let shown = |name: &&String| page.contains(&format!("src=\"./{}\"", in_percent(name)));
    assert_eq!(names.iter().filter(shown).count(), 1, "{names:?}");
    assert!(!page.contains("data:image"), "a picture twice");
    for lang in Lang::ALL {
        let style = chart::ChartStyle { lang: lang.into(), ..chart::ChartStyle::default() };
        let alt = chart::alt_text(&report, &plan.charts()[0].spec, &style);
        let alt = alt.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        assert!(page.contains(&alt.replace('"', "&quot;")), "{alt}");
    }
    for name in plan.names().iter().filter(|name| !name.starts_with("index")) {
        let address = in_percent(name);
        assert!(page.contains(&format!("href=\"./{address}\"")), "{address}");
    }
}

fn in_percent(name: &str) -> String {
    name.replace(' ', "%20").replace('&', "%26").replace('\'', "%27")
}

#[test]
fn a_contact_sheet_of_pdf_alone_has_small_pictures_inside() {
    let report = report();
    let batch = Batch { formats: vec![Format::Pdf], ..batch(&report) };
    let plan = Plan::of(&report, &batch).expect("a plan");
    let folder = tempfile::tempdir().expect("a folder");
    let place = Destination::Folder(folder.path().to_owned());
    plan.run(&report, &place, IfExists::Refuse, &StopAfter::never());
    let page = fs::read_to_string(folder.path().join("index.html")).expect("written");
    let pictures = page.matches("src=\"data:image/png;base64,iVBOR").count();
    assert_eq!(pictures, plan.charts().len());
}
