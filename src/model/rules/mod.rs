//! The rules that a report keeps, checked without its text; `source` checks the same report against the text.
//!
//! Each rule is a small function that takes the report and notes findings. A finding is an error where something must be
//! wrong, and a note where it may still be right.

mod figures;
mod relations;
mod sections;
mod wording;

use super::about::Bilingual;
use super::finding::{Finding, ItemRef, Severity};
use super::report::Report;

pub use wording::readings;

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// The target year follows the actual year, and the text is published when it was delivered or later.
    Years,
    /// The hash of the text is 64 lower-case hexadecimal digits.
    HashShape,
    /// Sections lie inside their parents, in order, without overlap.
    SectionNesting,
    /// Parts and numbered sections have a printed number, topics have none.
    SectionNumber,
    /// A figure names the innermost section around it.
    FigureSection,
    /// Wording and clause are as long as their spans, and the clause holds the wording where the spans say so.
    Clause,
    /// A clause has 40 characters, or up to 120 where name and number stand further apart.
    ClauseLength,
    /// Where several names have their values behind one 分别, their clauses reach to the last of them.
    WholeClause,
    /// Every bound but exact and worded has its word, inside the clause.
    BoundWord,
    /// Only words without a number have an English rendering; a number is put into English by itself.
    WordingEn,
    /// The number in the wording is the value.
    WordingValue,
    /// Unit and scale in the wording are those of the figure.
    WordingUnit,
    /// Shares lie between 0 and 100 %, growth rates between −100 and 1000 %.
    PercentRange,
    /// Targets and goals are planned, and only actuals are preliminary.
    Status,
    /// A rank is a whole place in a named set.
    Rank,
    /// The year of an actual is the actual year, the year of a target the target year.
    PeriodYear,
    /// Where an indicator has definitions, each of its figures follows one.
    Definition,
    /// Figures and exclusions are listed in document order.
    Order,
    /// Where the clause holds a commitment word, the figure has it.
    Commitment,
    /// A repetition agrees with an earlier figure.
    Repeat,
    /// Two figures of one indicator, role, basis, period and definition do not contradict each other.
    Contradiction,
    /// A share agrees with the figure that it is a share of.
    ShareOf,
    /// An exclusion is as long as its span and no figure.
    Exclusion,
    /// Every indicator has a figure.
    UnusedIndicator,
    /// No two indicators are called alike in one language.
    IndicatorName,
    /// The text is the published one (checked against the text).
    TextIdentity,
    /// Wordings, clauses and headings stand where their spans say (checked against the text).
    TextSpan,
    /// A section ends where a line ends (checked against the text).
    TextSection,
    /// The commitment word, or 预计, stands before the figure (checked against the text).
    TextWord,
    /// Every number of the text is a figure or an exclusion (checked against the text).
    TextNumber,
}

/// Applies every rule that needs no text.
#[must_use]
pub fn check_rules(report: &Report) -> Vec<Finding> {
    let mut findings = Findings::default();
    years(report, &mut findings);
    hash_shape(report, &mut findings);
    sections::check(report, &mut findings);
    figures::check(report, &mut findings);
    wording::check(report, &mut findings);
    relations::check(report, &mut findings);
    findings.0
}

/// Findings on their way.
#[derive(Default)]
struct Findings(Vec<Finding>);

impl Findings {
    fn add(
        &mut self,
        severity: Severity,
        rule: Rule,
        item: ItemRef,
        field: &'static str,
        (zh, en): (String, String),
    ) {
        let message = Bilingual { zh, en };
        self.0.push(Finding { item, field, rule, message, severity });
    }

    fn error(&mut self, rule: Rule, item: ItemRef, field: &'static str, words: (String, String)) {
        self.add(Severity::Error, rule, item, field, words);
    }

    fn note(&mut self, rule: Rule, item: ItemRef, field: &'static str, words: (String, String)) {
        self.add(Severity::Note, rule, item, field, words);
    }
}

/// [`Rule::Years`]
fn years(report: &Report, findings: &mut Findings) {
    let about = report.about();
    let (actual, target) = (about.actual_year, about.target_year);
    if actual.checked_add(1) != Some(target) {
        let words = (
            format!("目标年份为{target}，实绩年份为{actual}；目标年份应为次年。"),
            format!(
                "the target year is {target} and the actual year {actual}; expected the year after."
            ),
        );
        findings.error(Rule::Years, ItemRef::Report, "about.target_year", words);
    }
    let (delivered, published) = (about.delivered, about.published);
    if published < delivered {
        let words = (
            format!("发布日期{published}早于报告日期{delivered}。"),
            format!("published on {published}, before it was delivered on {delivered}."),
        );
        findings.error(Rule::Years, ItemRef::Report, "about.published", words);
    }
}

/// [`Rule::HashShape`]
fn hash_shape(report: &Report, findings: &mut Findings) {
    let hash = &report.text().sha256;
    let sound = hash.len() == 64 && hash.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    if !sound {
        let words = (
            format!("“{hash}”不是SHA-256；应为64位小写十六进制数字。"),
            format!("\"{hash}\" is no SHA-256; expected 64 lower-case hexadecimal digits."),
        );
        findings.error(Rule::HashShape, ItemRef::Report, "text.sha256", words);
    }
}
