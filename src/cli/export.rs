//! `export`: charts as files.
//!
//! Every file that would be written is named first; when one of them is there already, none is written.
//! A chart is drawn once for all its formats. With several charts the processor's cores share them,
//! and what is said about them keeps the order of the arguments.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::chart::{self, ChartSpec, Parts};
use crate::export::Format;
use crate::export::choices::ExportChoices;
use crate::export::preset::{PageSize, Preset};
use crate::export::request::{self, ExportError, Picture};
use crate::i18n::Lang;
use crate::i18n::cli::{self as words, Refusal};
use crate::model::Report;

use super::arguments::ExportArguments;
use super::input;
use super::output::{self, Failure, FailureCode};

/// One chart and the files that it becomes.
struct Job {
    spec: ChartSpec,
    files: Vec<(Format, Option<PathBuf>)>,
}

/// What all charts of one call share.
struct Setting {
    choices: ExportChoices,
    overwrite: bool,
    lang: Lang,
}

pub fn run(given: &ExportArguments, lang: Lang) -> Result<ExitCode, Failure> {
    let formats = formats(given)?;
    if given.charts.is_empty() && !given.all {
        return Err(Failure::usage(Refusal::NoChart));
    }
    let (report, faulty) = input::open_sound_part(given.file.as_deref(), lang)?;
    let choices = choices(given);
    let jobs = jobs(&report, given, &formats, &choices)?;
    refuse_what_is_there(&jobs, given.overwrite)?;
    if let Some(folder) = &given.out_dir {
        std::fs::create_dir_all(folder).map_err(|error| {
            Failure::data(Refusal::Folder(folder.display().to_string(), error.to_string()))
        })?;
    }

    let setting = Setting { choices, overwrite: given.overwrite, lang };
    let mut failed = faulty;
    for result in carry_out(&report, &jobs, &setting) {
        if let Err(failure) = result {
            if jobs.len() == 1 {
                return Err(failure);
            }
            failed = true;
            output::complain(&words::error(&words::refusal(&failure.refusal, lang), lang));
        }
    }
    Ok(if failed { FailureCode::Data.into() } else { ExitCode::SUCCESS })
}

/// The formats asked for, or that of the output's ending, or PNG; each once.
fn formats(given: &ExportArguments) -> Result<Vec<Format>, Failure> {
    if !given.formats.is_empty() {
        let mut formats = Vec::new();
        for format in &given.formats {
            if !formats.contains(format) {
                formats.push(*format);
            }
        }
        return Ok(formats);
    }
    match given.output.as_deref().filter(|path| !output::is_stdout(path)) {
        None => Ok(vec![Format::Png]),
        Some(path) => path
            .extension()
            .and_then(|ending| Format::of_key(ending.to_str()?))
            .map(|format| vec![format])
            .ok_or_else(|| Failure::usage(Refusal::UnknownEnding(path.display().to_string()))),
    }
}

/// The choices of the dialog, as the options say them.
fn choices(given: &ExportArguments) -> ExportChoices {
    let mut page =
        given.size.unwrap_or_else(|| given.preset.map_or_else(PageSize::default, Preset::size));
    page.dpi = given.dpi.unwrap_or(page.dpi);
    let mut parts = Parts::default();
    for part in &given.without {
        part.leave_out(&mut parts);
    }
    ExportChoices {
        page,
        // Files do not depend on the system: without the option they are Chinese.
        lang: Some(given.lang.unwrap_or_default()),
        theme: given.theme.unwrap_or_default(),
        background: given.background.unwrap_or_default(),
        digits: given.digits.unwrap_or_default(),
        parts,
        text: given.text.unwrap_or_default(),
        carries_data: !given.no_data,
        ..ExportChoices::default()
    }
}

/// The chart with what the options say of its rows and its words.
fn dressed(mut spec: ChartSpec, given: &ExportArguments) -> ChartSpec {
    spec.order = given.order.unwrap_or(spec.order);
    spec.labels = given.labels.unwrap_or(spec.labels);
    spec.title.clone_from(&given.title);
    spec.subtitle.clone_from(&given.subtitle);
    spec.note.clone_from(&given.note);
    spec
}

fn jobs(
    report: &Report,
    given: &ExportArguments,
    formats: &[Format],
    choices: &ExportChoices,
) -> Result<Vec<Job>, Failure> {
    let specs: Vec<ChartSpec> = if given.all {
        chart::catalog(report).into_iter().map(|entry| entry.spec).collect()
    } else {
        let find = |id: &String| {
            ChartSpec::find(report, id)
                .map_err(|_| Failure::usage(Refusal::UnknownChart(id.clone())))
        };
        given.charts.iter().map(find).collect::<Result<_, _>>()?
    };
    let count = specs.len() * formats.len();
    if count == 0 {
        return Err(Failure::data(Refusal::NothingToExport));
    }
    if given.output.is_some() && count > 1 {
        return Err(Failure::usage(Refusal::OneFileForMany(count)));
    }
    let folder = given.out_dir.as_deref().unwrap_or(Path::new(""));
    let place = |spec: &ChartSpec, format: Format| match &given.output {
        Some(path) if output::is_stdout(path) => None,
        Some(path) => Some(path.clone()),
        None => Some(folder.join(request::file_name(
            report,
            spec,
            choices.lang.unwrap_or_default(),
            format,
        ))),
    };
    let job = |spec: ChartSpec| {
        let files = formats.iter().map(|&format| (format, place(&spec, format))).collect();
        Job { spec: dressed(spec, given), files }
    };
    Ok(specs.into_iter().map(job).collect())
}

/// Nothing is written when a file is there already, or when two charts would go into one.
fn refuse_what_is_there(jobs: &[Job], overwrite: bool) -> Result<(), Failure> {
    let paths: Vec<&PathBuf> =
        jobs.iter().flat_map(|job| &job.files).filter_map(|(_, path)| path.as_ref()).collect();
    let mut names = BTreeSet::new();
    if let Some(twice) = paths.iter().find(|path| !names.insert(path.as_path())) {
        return Err(Failure::usage(Refusal::SameFile(twice.display().to_string())));
    }
    let there: Vec<String> = paths
        .iter()
        .filter(|path| !overwrite && path.symlink_metadata().is_ok())
        .map(|path| path.display().to_string())
        .collect();
    if there.is_empty() { Ok(()) } else { Err(Failure::data(Refusal::Exists(there))) }
}

/// Draws and writes every job, on all cores when there are several; one result a job, in their order.
fn carry_out(report: &Report, jobs: &[Job], setting: &Setting) -> Vec<Result<(), Failure>> {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(jobs.len());
    if workers <= 1 {
        return jobs.iter().map(|job| write(report, job, setting)).collect();
    }
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((at, job)) = {
            let at = next.fetch_add(1, Ordering::Relaxed);
            jobs.get(at).map(|job| (at, job))
        } {
            done.push((at, write(report, job, setting)));
        }
        done
    };
    let mut results = thread::scope(|scope| {
        let spawned: Vec<_> = (1..workers).map(|_| scope.spawn(work)).collect();
        let mut results = work();
        for worker in spawned {
            match worker.join() {
                Ok(done) => results.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        results
    });
    results.sort_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}

fn write(report: &Report, job: &Job, setting: &Setting) -> Result<(), Failure> {
    let id = job.spec.id();
    let failed = |message: &crate::model::Bilingual| {
        let lang = setting.lang;
        let colon = lang.choose("：", ": ");
        Failure::data(Refusal::Said(format!("{id}{colon}{}", lang.pick(message))))
    };
    let request = setting.choices.request(job.spec.clone(), setting.lang);
    let picture = Picture::draw(report, &request).map_err(|error| failed(&error.message()))?;
    // All formats first: a chart that one of them cannot hold leaves no other behind.
    let encoded: Vec<Vec<u8>> = job
        .files
        .iter()
        .map(|(format, _)| picture.encode(*format, request.page.dpi, request.text_mode))
        .collect::<Result<_, ExportError>>()
        .map_err(|error| failed(&error.message()))?;
    for ((format, path), bytes) in job.files.iter().zip(&encoded) {
        match path {
            None => {
                let is_text = *format == Format::Svg;
                output::deliver(bytes, None, setting.overwrite, is_text, setting.lang)?;
            }
            Some(path) => {
                output::save(bytes, path, setting.overwrite, setting.lang)?;
                let file = path.display().to_string();
                output::complain(&words::written(&file, setting.lang));
            }
        }
    }
    Ok(())
}
