//! The rules that a report keeps, checked without its text. `source` checks the same report against the text.

use super::finding::Finding;
use super::report::Report;

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// Sections lie inside their parents, in order, without overlap.
    SectionNesting,
}

/// Every finding.
#[must_use]
pub fn check_rules(_report: &Report) -> Vec<Finding> {
    Vec::new()
}
