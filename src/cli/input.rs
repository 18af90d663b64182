//! The report that a command works on.

use std::fmt::Write as _;
use std::path::Path;

use crate::bundled;
use crate::chart::Catalog;
use crate::export::carried::{Carried, is_image, open_image};
use crate::i18n::Lang;
use crate::i18n::cli::{self as words, Refusal};
use crate::load::{self, Asked, Loaded, Problem};
use crate::model::{Link, LinkTarget, Report, SectionId};

use super::output::{Failure, complain};

/// A report whose faults have been named on stderr; one with a faulty figure still gives its other figures.
pub struct Opened {
    pub report: Report,
    /// Whether there were any.
    pub faulty: bool,
    /// What the image carries, where the report is the part of one that an image has drawn.
    pub image: Option<Carried>,
}

impl Opened {
    /// The charts that there are.
    pub fn catalog(&self) -> Catalog<'_> {
        Catalog::new(&self.report, self.image.as_ref().map(|image| &image.spec))
    }
}

/// Opens the data file, or the bundled report.
pub fn open(file: Option<&Path>, lang: Lang) -> Result<Loaded, Failure> {
    without_link(file)?;
    Ok(read(file, lang)?.0)
}

/// Refuses a link where the command works on the whole report.
pub fn without_link(file: Option<&Path>) -> Result<(), Failure> {
    match file.map(Asked::of) {
        Some(Asked { link: Some(link), .. }) => Err(Failure::usage(Refusal::LinkNotTaken(link))),
        Some(Asked { link: None, .. }) | None => Ok(()),
    }
}

fn read(file: Option<&Path>, lang: Lang) -> Result<(Loaded, Option<Carried>), Failure> {
    if let Some(path) = file.filter(|path| is_image(path)) {
        return image(path, lang);
    }
    match file {
        Some(path) => load::read_file(path),
        None => load::parse(bundled::TEXT, bundled::FILE_NAME),
    }
    .map(|loaded| (loaded, None))
    .map_err(|error| Failure::usage(Refusal::Said(line(&Problem::from(&error), file, lang))))
}

/// Opens the part of a report that an exported image carries.
fn image(path: &Path, lang: Lang) -> Result<(Loaded, Option<Carried>), Failure> {
    let opened = open_image(path).map_err(|error| {
        let colon = lang.choose("：", ": ");
        let message = error.message();
        let said = format!("{}{colon}{}", path.display(), lang.pick(&message));
        Failure::usage(Refusal::Said(said))
    })?;
    Ok((opened.loaded, Some(opened.carried)))
}

/// Opens the data file and names its faults.
pub fn open_sound_part(file: Option<&Path>, lang: Lang) -> Result<Opened, Failure> {
    without_link(file)?;
    Ok(sound_part(read(file, lang)?, file, lang))
}

/// The same for a command that takes a link where the file stands: the report, and what of it is asked for.
pub fn open_place(file: Option<&Path>, lang: Lang) -> Result<(Opened, LinkTarget), Failure> {
    let asked = file.map_or(Asked { file: None, link: None }, Asked::of);
    let file = asked.file.as_deref();
    let opened = sound_part(read(file, lang)?, file, lang);
    let report = &opened.report;
    let target = match &asked.link {
        Some(link) => {
            Link::find(report, link)
                .map_err(|error| Failure::usage(words::link(&error, report.id())))?
                .target
        }
        None => LinkTarget::Report,
    };
    Ok((opened, target))
}

fn sound_part(
    (loaded, image): (Loaded, Option<Carried>),
    file: Option<&Path>,
    lang: Lang,
) -> Opened {
    let faults = loaded.faults.len();
    for problem in loaded.problems(&[]) {
        complain(&line(&problem, file, lang));
    }
    if faults > 0 {
        complain(&words::faults_left_out(faults, lang));
    }
    Opened { report: loaded.report, faulty: faults > 0, image }
}

/// `path:line:column: field: message`, which editors and terminals can follow.
pub fn line(problem: &Problem, file: Option<&Path>, lang: Lang) -> String {
    format!("{}: {}", place(problem, file), said(problem, lang))
}

/// The same with `error:` or `note:` before the field, as compilers write it.
pub fn weighed_line(problem: &Problem, file: Option<&Path>, lang: Lang) -> String {
    let severity = words::severity(problem.severity, lang);
    format!("{}: {severity}{}", place(problem, file), said(problem, lang))
}

/// `path:line:column`
fn place(problem: &Problem, file: Option<&Path>) -> String {
    let mut place = file.map_or_else(|| problem.file.clone(), |path| path.display().to_string());
    if let Some(position) = problem.position {
        let _ = write!(place, ":{}:{}", position.line, position.column);
    }
    place
}

/// `field: message`
fn said(problem: &Problem, lang: Lang) -> String {
    let message = lang.pick(&problem.message);
    if problem.path.is_empty() {
        message.to_owned()
    } else {
        format!("{}: {message}", problem.path)
    }
}

/// The section of `--section`, which must be one of the report's.
pub fn section(report: &Report, id: Option<&str>) -> Result<Option<SectionId>, Failure> {
    let Some(id) = id else { return Ok(None) };
    let unknown = || Failure::usage(Refusal::UnknownSection(id.to_owned()));
    let found = SectionId::new(id).map_err(|_| unknown())?;
    if report.section(&found).is_none() {
        return Err(unknown());
    }
    Ok(Some(found))
}
