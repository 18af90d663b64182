//! The report that a command works on.

use std::fmt::Write as _;
use std::path::Path;

use crate::bundled;
use crate::i18n::Lang;
use crate::i18n::cli::{self as words, Refusal};
use crate::load::{self, Loaded, Problem};
use crate::model::{Report, SectionId};

use super::output::{Failure, complain};

/// Opens the data file, or the bundled report.
pub fn open(file: Option<&Path>, lang: Lang) -> Result<Loaded, Failure> {
    match file {
        Some(path) => load::read_file(path),
        None => load::parse(bundled::TEXT, bundled::FILE_NAME),
    }
    .map_err(|error| Failure::usage(Refusal::Said(line(&Problem::from(&error), file, lang))))
}

/// Opens the data file and names its faults on stderr; whether there were any.
///
/// A report with one faulty figure still gives its other figures.
pub fn open_sound_part(file: Option<&Path>, lang: Lang) -> Result<(Report, bool), Failure> {
    let loaded = open(file, lang)?;
    let faults = loaded.faults.len();
    for problem in loaded.problems(&[]) {
        complain(&line(&problem, file, lang));
    }
    if faults > 0 {
        complain(&words::faults_left_out(faults, lang));
    }
    Ok((loaded.report, faults > 0))
}

/// `path:line:column: field: message`, which editors and terminals can follow.
pub fn line(problem: &Problem, file: Option<&Path>, lang: Lang) -> String {
    let mut line = file.map_or_else(|| problem.file.clone(), |path| path.display().to_string());
    if let Some(position) = problem.position {
        let _ = write!(line, ":{}:{}", position.line, position.column);
    }
    line.push_str(": ");
    if !problem.path.is_empty() {
        line.push_str(&problem.path);
        line.push_str(": ");
    }
    line.push_str(lang.pick(&problem.message));
    line
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
