//! Faults, findings and refusals in one shape: file, line, column, field, and what is wrong. For lists and exit codes.

use crate::model::{Bilingual, Finding, Position, Severity};

use super::fault::{Fault, LoadError};
use super::places::Places;
use super::{Loaded, message};

/// One line of a list of problems.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file's name.
    pub file: String,
    /// Where in the file, if it is a matter of one place.
    pub position: Option<Position>,
    /// The item and field: `figures[12] (gdp-growth-actual).value`, or empty.
    pub path: String,
    /// Whether something is wrong or only worth knowing.
    pub severity: Severity,
    /// What was found and what was expected.
    pub message: Bilingual,
}

impl Problem {
    /// The whole line: file, line, column, field, message.
    #[must_use]
    pub fn line(&self) -> Bilingual {
        message::with_place(&self.file, self.position, &self.path, &self.message)
    }

    /// A finding of the rules or of the check against the text, led back to its place in the data file.
    #[must_use]
    pub fn of_finding(finding: &Finding, places: &Places) -> Self {
        Self {
            file: places.file_name().to_owned(),
            position: places.position(&finding.item, finding.field),
            path: finding.path(),
            severity: finding.severity,
            message: finding.message.clone(),
        }
    }
}

impl From<&Fault> for Problem {
    fn from(fault: &Fault) -> Self {
        Self {
            file: fault.file.to_string(),
            position: Some(fault.position),
            path: fault.path.clone(),
            severity: Severity::Error,
            message: fault.kind.message(),
        }
    }
}

impl From<&LoadError> for Problem {
    fn from(error: &LoadError) -> Self {
        Self {
            file: error.file.to_string(),
            position: error.position,
            path: String::new(),
            severity: Severity::Error,
            message: error.kind.message(),
        }
    }
}

impl Loaded {
    /// The faults of the file and then `findings`, each with its place.
    #[must_use]
    pub fn problems(&self, findings: &[Finding]) -> Vec<Problem> {
        let found = findings.iter().map(|finding| Problem::of_finding(finding, &self.places));
        self.faults.iter().map(Problem::from).chain(found).collect()
    }
}
