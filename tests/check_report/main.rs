//! Opening and checking reports from end to end: rules, text, hostile input.

mod comparisons;
mod published;
mod rules;
mod text;

use std::path::{Path, PathBuf};

use report_explorer::load::{Loaded, parse};
use report_explorer::model::{Finding, Rule, Severity, check_rules};

/// A small report that keeps every rule, and its text.
const SMALL: &str = include_str!("../data/small.report.ron");
const SMALL_TEXT: &str = include_str!("../data/small.txt");

fn open(text: &str) -> Loaded {
    parse(text, "small.report.ron").expect("the small report is opened")
}

/// The small report with each `(from, to)` replaced at its first place.
fn changed(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(SMALL.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from:?} is in the small report");
        text.replacen(from, to, 1)
    })
}

/// What the rules say about the small report with changes.
fn findings_with(changes: &[(&str, &str)]) -> Vec<Finding> {
    let loaded = open(&changed(changes));
    assert_eq!(loaded.faults, [], "{changes:?}");
    check_rules(&loaded.report)
}

fn rules_of(findings: &[Finding], severity: Severity) -> Vec<Rule> {
    findings.iter().filter(|f| f.severity == severity).map(|f| f.rule).collect()
}

/// A file of the workplace that is not part of the repository; `None`, said plainly, where it is missing.
fn outside(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if path.exists() {
        return Some(path);
    }
    #[expect(clippy::print_stderr, reason = "a test that is left out must say so")]
    {
        eprintln!("left out: {} is not there", path.display());
    }
    None
}
