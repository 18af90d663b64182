//! `export`: charts as files.
//!
//! The options fill in what the export dialog does; a single chart goes to stdout or to the file that `-o` names,
//! everything else is a batch. Every file that would be written is named first; when one of them is there already
//! and neither `--overwrite` nor `--number` says what to do, none is written.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::chart::{self, ChartKind, ChartSpec, NotOffered, Parts};
use crate::export::batch::{Batch, Destination, Done, NamePattern, Plan, PlanError};
use crate::export::carried::Carried;
use crate::export::choices::ExportChoices;
use crate::export::preset::{PageSize, Preset};
use crate::export::request::{ExportError, Picture, small_print};
use crate::export::{Format, IfExists, beside, names_together};
use crate::i18n::cli::{self as words, NoSuchChart, Refusal};
use crate::i18n::export::{batch_done, batch_failed, small_type};
use crate::i18n::{ChartLang, Lang};
use crate::model::{Bilingual, Report, Role};

use super::arguments::ExportArguments;
use super::input::{self, Opened};
use super::output::{self, Failure, FailureCode};
use super::progress::OnTerminal;

pub fn run(given: &ExportArguments, lang: Lang) -> Result<ExitCode, Failure> {
    let formats = formats(given)?;
    let pattern = match &given.name {
        Some(text) => NamePattern::parse(text).map_err(|error| {
            Failure::usage(Refusal::Said(format!("--name: {}", lang.pick(&error.message()))))
        })?,
        None => NamePattern::default(),
    };
    let opened = input::open_sound_part(given.file.as_deref(), lang)?;
    let (report, faulty) = (&opened.report, opened.faulty);
    // What the image shows, in the way in which it is shown there.
    let again = opened.image.as_ref().filter(|_| given.charts.is_empty() && !given.all);
    let charts = match again {
        Some(image) => vec![image.spec.clone()],
        None => charts(&opened, given, lang)?,
    };
    let charts = arranged(charts, given, lang);
    let count = charts.len() * formats.len();
    let choices = choices(again, given);
    let code = if faulty { FailureCode::Data.into() } else { ExitCode::SUCCESS };
    if let Some(path) = &given.output {
        let [spec] = charts.as_slice() else {
            return Err(Failure::usage(Refusal::OneFileForMany(count)));
        };
        let [format] = formats.as_slice() else {
            return Err(Failure::usage(Refusal::OneFileForMany(count)));
        };
        let choices = ExportChoices { format: *format, ..choices };
        one_file(report, spec, &choices, path, given, lang)?;
        return Ok(code);
    }
    let batch = Batch { charts, formats, choices, pattern, index: given.index, lang: Lang::Zh };
    let plan = Plan::of(report, &batch).map_err(|error| match error {
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
    let done = carry_out(&plan, report, &destination, if_exists, lang)?;
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

/// The charts asked for.
fn charts(opened: &Opened, given: &ExportArguments, lang: Lang) -> Result<Vec<ChartSpec>, Failure> {
    let catalog = opened.catalog();
    if given.all {
        let all: Vec<ChartSpec> = catalog.entries().into_iter().map(|entry| entry.spec).collect();
        return if all.is_empty() { Err(Failure::data(Refusal::NothingToExport)) } else { Ok(all) };
    }
    if given.charts.is_empty() {
        return Err(Failure::usage(Refusal::NoChart));
    }
    let find = |id: &String| {
        catalog.find(id).map_err(|why| {
            let others = catalog.instead_of(id, &why);
            let others = others.iter().map(ToString::to_string).collect();
            let why = no_such_chart(&opened.report, &why, lang);
            Failure::usage(Refusal::NoSuchChart { id: id.clone(), why, others })
        })
    };
    given.charts.iter().map(find).collect()
}

/// Why there is no chart, as the words want it.
fn no_such_chart(report: &Report, why: &NotOffered, lang: Lang) -> NoSuchChart {
    match why {
        NotOffered::Unknown => NoSuchChart::Unknown,
        NotOffered::Uncompared(indicator) => {
            let target = report.figures_in_role(indicator, Role::Target).next();
            let missing = if target.is_some() { Role::Actual } else { Role::Target };
            NoSuchChart::Without(missing, indicator.to_string())
        }
        NotOffered::NotWhole => NoSuchChart::NotWhole,
        NotOffered::Nothing(spec) => NoSuchChart::Condition(spec.kind.condition(lang)),
    }
}

/// The same charts with what the options say of their rows and words; an option that a kind knows nothing of is named.
fn arranged(charts: Vec<ChartSpec>, given: &ExportArguments, lang: Lang) -> Vec<ChartSpec> {
    let own = |given: &Option<String>, own: Option<String>| given.clone().or(own);
    let arrange = |spec: ChartSpec| {
        let (order, labels) =
            (given.order.unwrap_or(spec.order), given.labels.unwrap_or(spec.labels));
        let spec = spec.arranged(order, labels);
        ChartSpec {
            title: own(&given.title, spec.title),
            subtitle: own(&given.subtitle, spec.subtitle),
            note: own(&given.note, spec.note),
            ..spec
        }
    };
    let without_meaning = |option: String, knows: &dyn Fn(ChartKind) -> bool| {
        let drawn = |kind: &ChartKind| charts.iter().any(|spec| spec.kind == *kind);
        let kinds = ChartKind::ALL.into_iter().filter(drawn).filter(|kind| !knows(*kind));
        let kinds: Vec<&str> = kinds.map(|kind| kind.name(lang)).collect();
        if !kinds.is_empty() {
            output::complain(&words::option_without_meaning(&option, &kinds, lang));
        }
    };
    if let Some(order) = given.order {
        let option = format!("--order {}", order.key());
        without_meaning(option, &|kind| kind.orders().contains(&order));
    }
    if let Some(labels) = given.labels {
        let option = format!("--labels {}", labels.key());
        without_meaning(option, &|kind| kind.labels().contains(&labels));
    }
    charts.into_iter().map(arrange).collect()
}

/// The choices of the dialog, as the options say them, and else as the image has them that is drawn `again`.
fn choices(again: Option<&Carried>, given: &ExportArguments) -> ExportChoices {
    let default = ExportChoices {
        page: PageSize::default(),
        // Files do not depend on the system: without the option they are Chinese.
        lang: Some(ChartLang::default()),
        ..ExportChoices::default()
    };
    let same = again.map_or(default, |image| default.like(image));
    let sized = given.size.map(|size| PageSize { dpi: same.page.dpi, ..size });
    let mut page = sized.or(given.preset.map(Preset::size)).unwrap_or(same.page);
    page.dpi = given.dpi.unwrap_or(page.dpi);
    let mut parts = if given.without.is_empty() { same.parts } else { Parts::default() };
    for part in &given.without {
        part.leave_out(&mut parts);
    }
    ExportChoices {
        page,
        lang: given.lang.or(same.lang),
        theme: given.theme.unwrap_or(same.theme),
        background: given.background.unwrap_or(same.background),
        digits: given.digits.unwrap_or(same.digits),
        parts,
        text: given.text.unwrap_or(same.text),
        carries_data: !given.no_data,
        data_beside: given.data,
        ..same
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
