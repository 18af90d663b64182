//! `check`: whether a data file is sound, and with the report's text whether it says what the report says.

use std::fmt::Write as _;
use std::process::ExitCode;

use crate::i18n::Lang;
use crate::i18n::cli::{self as words, CheckCounts, Refusal};
use crate::model::{Report, Role, Severity, Verdict, check_rules};
use crate::source::{self, Verification};

use super::arguments::CheckArguments;
use super::input;
use super::output::{self, Failure, FailureCode};

pub fn run(given: &CheckArguments, lang: Lang) -> Result<ExitCode, Failure> {
    let file = given.file.as_deref();
    let loaded = input::open(file, lang)?;
    let mut findings = check_rules(&loaded.report);
    let verification = match &given.text {
        Some(path) => {
            let verification = source::verify_file(&loaded.report, path).map_err(|error| {
                let (file, why) = (path.display(), error.kind.message());
                let colon = lang.choose("：", ": ");
                Failure::usage(Refusal::Said(format!("{file}{colon}{}", lang.pick(&why))))
            })?;
            Some(verification)
        }
        None => None,
    };
    if let Some(verification) = &verification {
        findings.extend_from_slice(&verification.findings);
    }

    let problems = loaded.problems(&findings);
    let mut page = String::new();
    for problem in &problems {
        let _ = writeln!(page, "{}", input::weighed_line(problem, file, lang));
    }
    let errors = problems.iter().filter(|found| found.severity == Severity::Error).count();
    let notes = problems.len() - errors;
    page.push_str(&words::check_summary(&counts(&loaded.report, errors, notes), lang));
    if let Some(Verification { captured, excluded, unexplained, .. }) = &verification {
        page.push_str(&words::text_summary(*captured, *excluded, unexplained.len(), lang));
    }
    output::print(page.as_bytes())?;
    Ok(if errors == 0 { ExitCode::SUCCESS } else { FailureCode::Data.into() })
}

fn counts(report: &Report, errors: usize, notes: usize) -> CheckCounts {
    let by_role = report.counts();
    let with = |verdict| report.comparisons().iter().filter(|c| c.verdict == verdict).count();
    CheckCounts {
        figures: Role::ALL.map(|role| by_role.of(role)),
        exclusions: report.exclusions().len(),
        comparisons: Verdict::ALL.map(with),
        errors,
        notes,
    }
}
