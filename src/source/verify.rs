//! Whether data and text agree: the hash, every span, every word that must stand before a figure, every number.
//!
//! What a wording says about value and unit needs no text and is checked by [`crate::model::check_rules`].
//! A text that is not the published one, however it was saved, is looked through by `copy`.

use std::path::Path;

use crate::model::{
    Bilingual, Figure, Finding, ItemRef, Report, Rule, Section, Severity, Span, Status, printable,
};

use super::attach::{Identity, published_form};
use super::copy;
use super::numbers::{FoundNumber, numbers};
use super::text::{Text, TextError};

/// How many unexplained numbers are named in a text that is not the published one.
const NAMED_NUMBERS: usize = 20;
/// How far before a figure its commitment word may stand, in characters.
const COMMITMENT_REACH: u32 = 60;
/// How much of what stands in the place of something else is shown, in characters.
pub(super) const SHOWN: usize = 40;
/// How far before a figure 预计 may stand, in characters of the same line.
const ESTIMATE_REACH: u32 = 1_000;

/// What the check against the text found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// What the text is to the report.
    pub identity: Identity,
    /// Everything that does not agree.
    pub findings: Vec<Finding>,
    /// How many numbers of the text are inside the wording of a figure.
    pub captured: usize,
    /// How many are inside an exclusion.
    pub excluded: usize,
    /// The numbers that are neither.
    pub unexplained: Vec<FoundNumber>,
}

/// Checks `report` against the text file at `path`.
///
/// # Errors
/// [`TextError`] when the file cannot be read or is no text.
pub fn verify_file(report: &Report, path: &Path) -> Result<Verification, TextError> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    verify(report, &Text::read_bytes(path)?, &name)
}

/// Checks `report` against the bytes of a text; `file_name` is for the messages.
///
/// # Errors
/// [`TextError`] when the bytes are no text.
pub fn verify(report: &Report, bytes: &[u8], file_name: &str) -> Result<Verification, TextError> {
    let (text, identity) = published_form(report, bytes, file_name)?;
    let mut findings = Vec::new();
    let accounts = match identity {
        Identity::Published | Identity::PublishedResaved => {
            if identity == Identity::PublishedResaved {
                findings.push(resaved(&text));
            }
            published(report, &text, &mut findings);
            account(
                report.figures().iter().map(|figure| figure.span),
                report.exclusions().iter().map(|exclusion| exclusion.span),
                &text,
            )
        }
        Identity::Copy => copy::verify(report, &text, &mut findings),
    };
    if identity != Identity::Copy || accounts.unexplained.len() <= NAMED_NUMBERS {
        unexplained(&accounts.unexplained, &text, &mut findings);
    }
    Ok(Verification {
        identity,
        findings,
        captured: accounts.captured,
        excluded: accounts.excluded,
        unexplained: accounts.unexplained,
    })
}

/// Everything that the data says of the published text.
fn published(report: &Report, text: &Text, findings: &mut Vec<Finding>) {
    let (found, expected) = (text.characters(), report.text().characters);
    if found != expected {
        let file = text.file_name();
        let words = (
            format!("{file} 有{found}个字符，数据写作{expected}个。"),
            format!("{file} has {found} characters, the data says {expected}."),
        );
        findings.push(error(Rule::TextIdentity, ItemRef::Report, "text.characters", words));
    }
    for section in report.sections() {
        heading(section, text, findings);
        section_end(section, text, findings);
    }
    for figure in report.figures() {
        let item = || ItemRef::Figure(figure.id.clone());
        let clause = &figure.clause;
        stands(item(), "span", figure.span, &figure.wording, text, findings);
        stands(item(), "clause.span", clause.span, &clause.text, text, findings);
        words_before(figure, text, findings);
    }
    for (at, exclusion) in report.exclusions().iter().enumerate() {
        let item = ItemRef::Exclusion(at);
        stands(item, "span", exclusion.span, &exclusion.wording, text, findings);
    }
}

/// [`Rule::TextIdentity`]: worth knowing, since the file's own hash is another one.
fn resaved(text: &Text) -> Finding {
    let file = text.file_name();
    let message = Bilingual {
        zh: format!(
            "{file} 是发布的文本，但换行、字节序标记或编码与发布的文件不同；已按发布的形式检查。"
        ),
        en: format!(
            "{file} is the published text with other line breaks, byte order mark or encoding; it was checked in its published form."
        ),
    };
    Finding {
        item: ItemRef::Report,
        field: "text.sha256",
        rule: Rule::TextIdentity,
        message,
        severity: Severity::Note,
    }
}

pub(super) fn error(
    rule: Rule,
    item: ItemRef,
    field: &'static str,
    (zh, en): (String, String),
) -> Finding {
    let message = Bilingual { zh, en };
    Finding { item, field, rule, message, severity: Severity::Error }
}

/// The place of a character in the text, in both languages.
pub(super) fn place(text: &Text, at: u32) -> (String, String) {
    let position = text.position(at.min(text.characters()));
    let (line, column, file) = (position.line, position.column, text.file_name());
    (format!("{file} 第{line}行第{column}列"), format!("{file}, line {line}, column {column}"))
}

/// [`Rule::TextSpan`]: `expected` stands at `span`.
fn stands(
    item: ItemRef,
    field: &'static str,
    span: Span,
    expected: &str,
    text: &Text,
    findings: &mut Vec<Finding>,
) {
    let there = text.at(span);
    if there.is_some_and(|there| expected.chars().eq(there.iter().copied())) {
        return;
    }
    let found: String = there.unwrap_or_default().iter().take(SHOWN).collect();
    let found = printable(&found);
    let (zh, en) = place(text, span.start);
    let words = if there.is_some() {
        (
            format!("{zh}处是“{found}”，应为“{expected}”。"),
            format!("{en} reads \"{found}\", expected \"{expected}\"."),
        )
    } else {
        let (end, characters) = (span.end, text.characters());
        (
            format!("位置止于{end}，而文本只有{characters}个字符；应为“{expected}”。"),
            format!(
                "the span ends at {end}, but the text has {characters} characters; expected \"{expected}\"."
            ),
        )
    };
    findings.push(error(Rule::TextSpan, item, field, words));
}

/// [`Rule::TextSpan`]: a section begins with its number and title.
fn heading(section: &Section, text: &Text, findings: &mut Vec<Finding>) {
    let expected = format!("{}{}", section.number, section.title.zh);
    let length = expected.chars().count() as u32;
    let span = Span { start: section.span.start, end: section.span.start.saturating_add(length) };
    stands(ItemRef::Section(section.id.clone()), "span", span, &expected, text, findings);
}

/// [`Rule::TextSection`]: a section ends with the last character of a line, and a heading begins its line.
fn section_end(section: &Section, text: &Text, findings: &mut Vec<Finding>) {
    let Span { start, end } = section.span;
    let chars = text.chars();
    let (from, to) = (start as usize, end as usize);
    let begins = chars[..from.min(chars.len())]
        .iter()
        .rev()
        .take_while(|c| **c != '\n')
        .all(|c| c.is_whitespace() || *c == '\u{feff}');
    let ends = to >= 1
        && chars.get(to - 1).is_some_and(|c| !c.is_whitespace())
        && chars[to.min(chars.len())..]
            .iter()
            .take_while(|c| **c != '\n')
            .all(|c| c.is_whitespace());
    if begins && ends {
        return;
    }
    let (zh, en) = place(text, if begins { end } else { start });
    let words = (
        format!("章节位置 ({start}, {end}) 应从行首的标题到行末的最后一个字符；{zh}处不是。"),
        format!(
            "a section reaches from a heading at the start of a line to the last character of a line; ({start}, {end}) does not, see {en}."
        ),
    );
    findings.push(error(Rule::TextSection, ItemRef::Section(section.id.clone()), "span", words));
}

/// [`Rule::TextWord`]: the commitment word, and 预计 before what is preliminary.
fn words_before(figure: &Figure, text: &Text, findings: &mut Vec<Finding>) {
    let mut wanted = |word: &'static str, start: u32, field: &'static str| {
        let before = text.slice(Span { start, end: figure.span.end }).unwrap_or_default();
        if !before.contains(word) {
            let (zh, en) = place(text, figure.span.start);
            let words = (
                format!("{zh}之前没有“{word}”。"),
                format!("\"{word}\" does not stand before {en}."),
            );
            findings.push(error(Rule::TextWord, ItemRef::Figure(figure.id.clone()), field, words));
        }
    };
    let clause = figure.clause.span.start;
    if let Some(commitment) = figure.commitment {
        wanted(commitment.zh(), clause.saturating_sub(COMMITMENT_REACH), "commitment");
    }
    if figure.status == Status::Preliminary {
        let line = text.line_around(figure.span.start).start;
        wanted("预计", line.max(figure.span.start.saturating_sub(ESTIMATE_REACH)), "status");
    }
}

/// What the numbers of a text are.
pub(super) struct Accounts {
    pub captured: usize,
    pub excluded: usize,
    pub unexplained: Vec<FoundNumber>,
}

/// Sorts every number of the text into captured, excluded and unexplained.
pub(super) fn account(
    figures: impl Iterator<Item = Span>,
    exclusions: impl Iterator<Item = Span>,
    text: &Text,
) -> Accounts {
    let figures = Reach::of(figures);
    let exclusions = Reach::of(exclusions);
    let mut accounts = Accounts { captured: 0, excluded: 0, unexplained: Vec::new() };
    for number in numbers(text.chars()) {
        if figures.holds(number.span) {
            accounts.captured += 1;
        } else if exclusions.holds(number.span) {
            accounts.excluded += 1;
        } else {
            accounts.unexplained.push(number);
        }
    }
    accounts
}

/// Spans in order of their starts, each with the furthest end so far: whether one of them holds a span is one search.
struct Reach(Vec<(u32, u32)>);

impl Reach {
    fn of(spans: impl Iterator<Item = Span>) -> Self {
        let mut spans: Vec<(u32, u32)> = spans.map(|span| (span.start, span.end)).collect();
        spans.sort_unstable();
        let mut furthest = 0;
        for (_, end) in &mut spans {
            furthest = furthest.max(*end);
            *end = furthest;
        }
        Self(spans)
    }

    fn holds(&self, span: Span) -> bool {
        let behind = self.0.partition_point(|(start, _)| *start <= span.start);
        self.0[..behind].last().is_some_and(|(_, furthest)| *furthest >= span.end)
    }
}

/// [`Rule::TextNumber`]: the first unexplained numbers with their places, and how many more there are.
fn unexplained(found: &[FoundNumber], text: &Text, findings: &mut Vec<Finding>) {
    for number in found.iter().take(NAMED_NUMBERS) {
        let around = Span {
            start: number
                .span
                .start
                .saturating_sub(8)
                .max(text.line_around(number.span.start).start),
            end: (number.span.end + 8).min(text.line_around(number.span.start).end),
        };
        let printed = text.slice(number.span).unwrap_or_default();
        let context = printable(&text.slice(around).unwrap_or_default());
        let (zh, en) = place(text, number.span.start);
        let Span { start, end } = number.span;
        let words = (
            format!("{zh}的数“{printed}”({start}, {end}) 既不是数据，也不是未收录：“{context}”。"),
            format!(
                "the number \"{printed}\" at {en} ({start}, {end}) is neither a figure nor an exclusion: \"{context}\"."
            ),
        );
        findings.push(error(Rule::TextNumber, ItemRef::Report, "exclusions", words));
    }
    if let Some(more) = found.len().checked_sub(NAMED_NUMBERS).filter(|more| *more > 0) {
        let words = (
            format!("另有{more}个数既不是数据，也不是未收录。"),
            format!("{more} more numbers are neither figures nor exclusions."),
        );
        findings.push(error(Rule::TextNumber, ItemRef::Report, "exclusions", words));
    }
}
