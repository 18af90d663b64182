//! `export`: charts as files.
//!
//! The options fill in what the export dialog does; a single chart goes to stdout or to the file that `-o` names,
//! everything else is a batch. Every file that would be written is named first; when one of them is there already
//! and neither `--overwrite` nor `--number` says what to do, none is written.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::chart::{self, ChartSpec, Parts};
use crate::export::batch::{Batch, Destination, Done, NamePattern, Plan, PlanError};
use crate::export::choices::ExportChoices;
use crate::export::preset::{PageSize, Preset};
use crate::export::request::{ExportError, Picture, small_print};
use crate::export::{Format, IfExists, beside, names_together};
use crate::i18n::Lang;
use crate::i18n::cli::{self as words, Refusal};
use crate::i18n::export::{batch_done, batch_failed, small_type};
use crate::model::{Bilingual, Report};

use super::arguments::ExportArguments;
use super::input;
use super::output::{self, Failure, FailureCode};
use super::progress::OnTerminal;

pub fn run(given: &ExportArguments, lang: Lang) -> Result<ExitCode, Failure> {
    let formats = formats(given)?;
    if given.charts.is_empty() && !given.all {
        return Err(Failure::usage(Refusal::NoChart));
    }
    let pattern = match &given.name {
        Some(text) => NamePattern::parse(text).map_err(|error| {
            Failure::usage(Refusal::Said(format!("--name: {}", lang.pick(&error.message()))))
        })?,
        None => NamePattern::default(),
    };
    let (report, faulty) = input::open_sound_part(given.file.as_deref(), lang)?;
    let charts = charts(&report, given)?;
    let count = charts.len() * formats.len();
    let choices = choices(given);
    let code = if faulty { FailureCode::Data.into() } else { ExitCode::SUCCESS };
    if let Some(path) = &given.output {
        let [spec] = charts.as_slice() else {
            return Err(Failure::usage(Refusal::OneFileForMany(count)));
        };
        let [format] = formats.as_slice() else {
            return Err(Failure::usage(Refusal::OneFileForMany(count)));
        };
        let choices = ExportChoices { format: *format, ..choices };
        one_file(&report, spec, &choices, path, given, lang)?;
        return Ok(code);
    }
    let batch = Batch { charts, formats, choices, pattern, index: given.index, lang: Lang::Zh };
    let plan = Plan::of(&report, &batch).map_err(|error| match error {
        PlanError::SameName(name) => Failure::usage(Refusal::SameFile(name)),
        PlanError::NoChart | PlanError::NoFormat => {
            Failure::usage(Refusal::Said(lang.pick(&error.message()).to_owned()))
        }
    })?;
    let destination = match (&given.zip, &given.out_dir) {
        (Some(path), _) => Destination::Zip(path.clone()),
        (None, folder) => Destination::Folder(folder.clone().unwrap_or_default()),
    };
    let if_exists = if_exists(given);
    if if_exists == IfExists::Refuse {
        refuse(&plan.existing(&destination))?;
    }
    let done = carry_out(&plan, &report, &destination, if_exists, lang)?;
    Ok(if done { code } else { FailureCode::Data.into() })
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
        if let (Some(path), [format]) = (&given.output, formats.as_slice())
            && of_ending(path).is_some_and(|ending| ending != *format)
        {
            let path = path.display().to_string();
            return Err(Failure::usage(Refusal::EndingDisagrees(path, format.key())));
        }
        return Ok(formats);
    }
    match given.output.as_deref().filter(|path| !output::is_stdout(path)) {
        None => Ok(vec![Format::Png]),
        Some(path) => of_ending(path).map(|format| vec![format]).ok_or_else(|| {
            Failure::usage(Refusal::UnknownEnding(
                path.display().to_string(),
                Format::ALL.map(Format::key).into(),
            ))
        }),
    }
}

fn of_ending(path: &Path) -> Option<Format> {
    Format::of_key(path.extension()?.to_str()?)
}

/// The charts asked for, with what the options say of their rows and words.
fn charts(report: &Report, given: &ExportArguments) -> Result<Vec<ChartSpec>, Failure> {
    let mut specs: Vec<ChartSpec> = if given.all {
        chart::catalog(report).into_iter().map(|entry| entry.spec).collect()
    } else {
        let find = |id: &String| {
            ChartSpec::find(report, id)
                .ok_or_else(|| Failure::usage(Refusal::UnknownChart(id.clone())))
        };
        given.charts.iter().map(find).collect::<Result<_, _>>()?
    };
    if specs.is_empty() {
        return Err(Failure::data(Refusal::NothingToExport));
    }
    for spec in &mut specs {
        let (order, labels) = (given.order.unwrap_or_default(), given.labels.unwrap_or_default());
        *spec = spec.clone().arranged(order, labels);
        spec.title.clone_from(&given.title);
        spec.subtitle.clone_from(&given.subtitle);
        spec.note.clone_from(&given.note);
    }
    Ok(specs)
}

/// The choices of the dialog, as the options say them.
fn choices(given: &ExportArguments) -> ExportChoices {
    let preset = given.preset.map_or_else(PageSize::default, Preset::size);
    let mut page = given.size.unwrap_or(preset);
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
        data_beside: given.data,
        ..ExportChoices::default()
    }
}

fn if_exists(given: &ExportArguments) -> IfExists {
    match (given.overwrite, given.number) {
        (true, _) => IfExists::Overwrite,
        (false, true) => IfExists::Number,
        (false, false) => IfExists::Refuse,
    }
}

fn refuse(existing: &[PathBuf]) -> Result<(), Failure> {
    if existing.is_empty() {
        return Ok(());
    }
    let there = existing.iter().map(|path| path.display().to_string()).collect();
    Err(Failure::data(Refusal::Exists(there)))
}

/// One chart to the file that `-o` names, or to stdout, and its data beside it.
fn one_file(
    report: &Report,
    spec: &ChartSpec,
    choices: &ExportChoices,
    path: &Path,
    given: &ExportArguments,
    lang: Lang,
) -> Result<(), Failure> {
    let request = choices.request(spec.clone(), Lang::Zh);
    let refused = |error: ExportError| Failure::data(said(&spec.id(), &error.message(), lang));
    let picture = Picture::draw(report, &request).map_err(refused)?;
    let bytes =
        picture.encode(request.format, request.page.dpi, request.text_mode).map_err(refused)?;
    if let Some(points) = small_print(picture.smallest_type) {
        output::complain(&small_type(points, lang));
    }
    if output::is_stdout(path) {
        if choices.data_beside {
            return Err(Failure::usage(Refusal::NothingBesideStdout));
        }
        return output::deliver(&bytes, None, false, choices.format == Format::Svg, lang);
    }
    let mut files = vec![(path.to_owned(), bytes)];
    if choices.data_beside {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let tables = beside::files(report, spec, &request.style);
        let tables = tables.into_iter();
        files.extend(
            tables.map(|(ending, bytes)| (path.with_file_name(stem.clone() + ending), bytes)),
        );
    }
    let if_exists = if_exists(given);
    if if_exists == IfExists::Refuse {
        let there = |(path, _): &&(PathBuf, Vec<u8>)| path.symlink_metadata().is_ok();
        let existing: Vec<PathBuf> =
            files.iter().filter(there).map(|(path, _)| path.clone()).collect();
        refuse(&existing)?;
    }
    let (paths, contents): (Vec<PathBuf>, Vec<Vec<u8>>) = files.into_iter().unzip();
    for (path, bytes) in names_together(paths, if_exists).iter().zip(&contents) {
        let written = output::save_as(bytes, path, if_exists, lang)?;
        output::complain(&words::written(&written.display().to_string(), lang));
    }
    Ok(())
}

/// `dumbbell-3.6: what is wrong`
fn said(id: &chart::ChartId, message: &Bilingual, lang: Lang) -> Refusal {
    Refusal::Said(format!("{id}{}{}", lang.choose("：", ": "), lang.pick(message)))
}

/// Carries out a batch and tells how it goes; whether everything was written.
fn carry_out(
    plan: &Plan,
    report: &Report,
    destination: &Destination,
    if_exists: IfExists,
    lang: Lang,
) -> Result<bool, Failure> {
    let watch = OnTerminal::new(plan.charts().len(), lang);
    let done = plan.run(report, destination, if_exists, &watch);
    watch.finish();
    if let Some(error) = &done.stopped {
        let message = error.message();
        let mut said = lang.pick(&message).to_owned();
        if plan.charts().len() > 1 && matches!(destination, Destination::Folder(_)) {
            said = words::stopped(&said, done.written.len(), lang);
        }
        return Err(Failure::data(Refusal::Said(said)));
    }
    if done.cancelled {
        let said = words::interrupted(done.written.len(), lang);
        return Err(Failure::data(Refusal::Said(said)));
    }
    if let ([(id, message)], 1) = (done.failed.as_slice(), plan.charts().len()) {
        return Err(Failure::data(said(id, message, lang)));
    }
    for (id, message) in &done.failed {
        let refusal = words::refusal(&said(id, message, lang), lang);
        output::complain(&words::error(&refusal, lang));
    }
    for line in summary(plan, &done, destination, lang) {
        output::complain(&line);
    }
    Ok(done.failed.is_empty())
}

/// What came of a batch: how much was left out, how much is hard to read in print, and last what was written.
fn summary(plan: &Plan, done: &Done, destination: &Destination, lang: Lang) -> Vec<String> {
    let failed = done.failed.len();
    let failed = (failed > 0).then(|| batch_failed(failed, lang));
    let small = done.small_print_message().map(|said| lang.pick(&said).to_owned());
    let written = match (destination, done.written.as_slice()) {
        (_, []) => None,
        (Destination::Zip(_), [path, ..]) => {
            Some(words::written(&path.display().to_string(), lang))
        }
        // The one file was named when it was written.
        (Destination::Folder(_), _) if plan.charts().len() == 1 => None,
        (Destination::Folder(_), files) => Some(lang.pick(&batch_done(files.len())).to_owned()),
    };
    [failed, small, written].into_iter().flatten().collect()
}
