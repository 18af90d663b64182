//! A plan carried out: charts drawn on all cores, their files written in the order of the plan, the index at the end.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::destination::Sink;
use super::in_order::in_order;
use super::{Destination, Plan, Planned, index, sheet};
use crate::chart::{self, ChartId, ChartSpec};
use crate::export::carried::Carrier;
use crate::export::request::{ExportError, ExportRequest, Picture, small_print};
use crate::export::{Format, IfExists, WriteError, beside};
use crate::i18n::{Lang, export as words};
use crate::model::{Bilingual, Report};

/// The longer side of the small pictures of the index, in pixels: sharp at half that size on any screen.
const SMALL_PICTURE: f32 = 720.0;

/// Who looks on while a batch runs.
pub trait Watch: Sync {
    /// A chart is done, or given up: how many that makes.
    fn charts_done(&self, count: usize);

    /// A file stands where it belongs.
    fn written(&self, path: &Path);

    /// Whether to stop before the next chart.
    fn cancelled(&self) -> bool;
}

/// What came of a batch.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Done {
    /// The files that were written, in order; for an archive the archive alone.
    pub written: Vec<PathBuf>,
    /// The charts that became no files, and why.
    pub failed: Vec<(ChartId, Bilingual)>,
    /// The charts whose smallest type is hard to read in print, with its size in points.
    pub small_print: Vec<(ChartId, f32)>,
    /// Why no more could be written.
    pub stopped: Option<WriteError>,
    /// Whether someone cancelled it. Files that were whole by then stay in a folder; of an archive nothing stays.
    pub cancelled: bool,
}

impl Done {
    /// Which charts have type that is hard to read in print; `None` where none has.
    #[must_use]
    pub fn small_print_message(&self) -> Option<Bilingual> {
        let charts: Vec<(&str, f32)> =
            self.small_print.iter().map(|(id, points)| (id.as_str(), *points)).collect();
        let said = |lang| words::batch_small_print(&charts, lang);
        (!charts.is_empty()).then(|| Bilingual { zh: said(Lang::Zh), en: said(Lang::En) })
    }
}

/// One file's name and bytes.
type Named = (String, Vec<u8>);

/// A chart drawn and encoded.
struct Drawn {
    pictures: Vec<(Format, Named)>,
    tables: Vec<Named>,
    /// The size of its smallest type in points, where it is hard to read in print.
    small_print: Option<f32>,
    /// Its line of the index, if there will be one.
    entry: Option<index::Entry>,
}

impl Plan {
    /// Draws and writes everything.
    ///
    /// A chart that cannot be drawn is named and left out. The first file that cannot be written ends the batch:
    /// a disk that is full stays full.
    pub fn run(
        &self,
        report: &Report,
        destination: &Destination,
        if_exists: IfExists,
        watch: &dyn Watch,
    ) -> Done {
        let mut done = Done::default();
        let mut sink = match Sink::open(destination, if_exists, report) {
            Ok(sink) => sink,
            Err(error) => return Done { stopped: Some(error), ..done },
        };
        let mut entries = Vec::new();
        let mut count = 0;
        let wanted = || !watch.cancelled();
        let carrier = Carrier::new(report);
        in_order(
            &self.charts,
            |chart| (chart, wanted().then(|| self.draw(&carrier, chart))),
            |(chart, drawn)| {
                if watch.cancelled() {
                    done.cancelled = true;
                    return ControlFlow::Break(());
                }
                match drawn {
                    None => {
                        done.cancelled = true;
                        return ControlFlow::Break(());
                    }
                    Some(Err(error)) => done.failed.push((chart.spec.id(), error.message())),
                    Some(Ok(drawn)) => {
                        let small = drawn.small_print.map(|points| (chart.spec.id(), points));
                        match put(&mut sink, drawn, &mut done, watch) {
                            Ok(entry) => entries.extend(entry),
                            Err(error) => {
                                done.stopped = Some(error);
                                return ControlFlow::Break(());
                            }
                        }
                        done.small_print.extend(small);
                    }
                }
                count += 1;
                watch.charts_done(count);
                ControlFlow::Continue(())
            },
        );
        if done.cancelled || done.stopped.is_some() {
            // An archive that is not whole goes with its sink.
            if matches!(sink, Sink::Zip(_)) {
                done.written.clear();
            }
            return done;
        }
        let finished = self.finish(report, sink, &entries, &mut done, watch);
        done.stopped = finished.err();
        done
    }

    fn finish(
        &self,
        report: &Report,
        mut sink: Sink,
        entries: &[index::Entry],
        done: &mut Done,
        watch: &dyn Watch,
    ) -> Result<(), WriteError> {
        if self.index && !entries.is_empty() {
            let lang = self.choices.style(self.lang).lang.main();
            let table = index::csv(entries, &done.failed, lang).into_bytes();
            let page = sheet::html(report, entries, &done.failed).into_bytes();
            for (name, bytes) in [(index::NAME, table), (sheet::NAME, page)] {
                let (_, path) = sink.put(name, &bytes)?;
                watch.written(&path);
                done.written.push(path);
            }
        }
        let is_archive = matches!(sink, Sink::Zip(_));
        if is_archive && done.written.is_empty() {
            // An archive of nothing helps nobody.
            return Ok(());
        }
        match sink.close() {
            Ok(None) => Ok(()),
            Ok(Some(archive)) => {
                done.written = vec![archive];
                Ok(())
            }
            Err(error) => {
                done.written.clear();
                Err(error)
            }
        }
    }

    fn draw(&self, carrier: &Carrier<'_>, chart: &Planned) -> Result<Drawn, ExportError> {
        let report = carrier.report();
        let Planned { spec, stem } = chart;
        let request = self.choices.request(spec.clone(), self.lang);
        let picture = Picture::of_many(carrier, &request)?;
        // All formats first: a chart that one of them cannot hold leaves no other behind.
        let pictures = self
            .formats
            .iter()
            .map(|&format| {
                let bytes = picture.encode(format, request.page.dpi, request.text_mode)?;
                Ok((format, (format!("{stem}.{}", format.key()), bytes)))
            })
            .collect::<Result<Vec<_>, ExportError>>()?;
        let tables = if self.choices.data_beside {
            let files = beside::files(report, spec, &request.style);
            files.into_iter().map(|(ending, bytes)| (format!("{stem}{ending}"), bytes)).collect()
        } else {
            Vec::new()
        };
        let seen = self.formats.iter().any(|format| sheet::shows(*format));
        let entry = self.index.then(|| entry_of(report, spec, &request, &picture, seen));
        let entry = entry.transpose()?;
        Ok(Drawn { pictures, tables, small_print: small_print(picture.smallest_type), entry })
    }
}

/// A chart's line of the index, with a small picture unless its files show it; their names are not known yet.
fn entry_of(
    report: &Report,
    spec: &ChartSpec,
    request: &ExportRequest,
    picture: &Picture,
    is_seen_in_its_files: bool,
) -> Result<index::Entry, ExportError> {
    let dpi = (96.0 * SMALL_PICTURE / picture.page.size.max_elem()).round().max(1.0) as u32;
    let small = (!is_seen_in_its_files).then(|| picture.bare_png(dpi)).transpose()?;
    let in_lang = |lang: Lang| chart::ChartStyle { lang: lang.into(), ..request.style };
    let both =
        |words: &dyn Fn(Lang) -> String| Bilingual { zh: words(Lang::Zh), en: words(Lang::En) };
    Ok(index::Entry {
        id: spec.id(),
        kind: spec.kind,
        title: both(&|lang| chart::title(report, spec, lang)),
        alt: both(&|lang| chart::alt_text(report, spec, &in_lang(lang))),
        lang: request.style.lang,
        page: picture.page,
        figures: spec.figures(report).len(),
        files: Vec::new(),
        tables: Vec::new(),
        small_print: small_print(picture.smallest_type),
        small,
    })
}

/// Writes the files of one chart; its line of the index with the names that they got.
fn put(
    sink: &mut Sink,
    drawn: Drawn,
    done: &mut Done,
    watch: &dyn Watch,
) -> Result<Option<index::Entry>, WriteError> {
    let Drawn { pictures, tables, mut entry, .. } = drawn;
    let of_pictures = pictures.iter().map(|(_, (name, _))| name.clone());
    let of_all = of_pictures.chain(tables.iter().map(|(name, _)| name.clone())).collect();
    let mut names = sink.names(of_all).into_iter();
    let mut write = |name: String, bytes: &[u8]| {
        let name = &names.next().unwrap_or(name);
        let (name, path) = sink.put(name, bytes)?;
        watch.written(&path);
        done.written.push(path);
        Ok(name)
    };
    for (format, (name, bytes)) in pictures {
        let name = write(name, &bytes)?;
        let file = index::File { format, name, bytes: bytes.len() };
        if let Some(entry) = &mut entry {
            entry.files.push(file);
        }
    }
    for (name, bytes) in tables {
        let name = write(name, &bytes)?;
        if let Some(entry) = &mut entry {
            entry.tables.push(name);
        }
    }
    Ok(entry)
}
