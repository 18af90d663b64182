//! A text that is not the published one, against the data: what does not stand in it is named at its place.
//!
//! Where everything else has moved, `locate` follows it; so one inserted line is not six hundred broken spans.

use crate::model::{Bilingual, Finding, ItemRef, Report, Rule, printable};

use super::attach::AttachError;
use super::locate::{Places, locate};
use super::text::Text;
use super::verify::{Accounts, SHOWN, account, error, place};

/// How many differing places are named.
const NAMED_PLACES: usize = 20;

/// Names what does not stand in `text`, and sorts its numbers by what does.
pub(super) fn verify(report: &Report, text: &Text, findings: &mut Vec<Finding>) -> Accounts {
    let places = locate(report, text);
    let differing = differing(report, text, &places);
    identity(report, text, &places, differing.len(), findings);
    if places.is_of(report) {
        findings.extend(differing.into_iter().take(NAMED_PLACES));
    }
    let wordings = places.figures.iter().flatten().map(|place| place.wording);
    account(wordings, places.exclusions.iter().flatten().copied(), text)
}

/// [`Rule::TextIdentity`]
fn identity(
    report: &Report,
    text: &Text,
    places: &Places,
    differing: usize,
    findings: &mut Vec<Finding>,
) {
    let file = text.file_name();
    let (found, expected) = (text.sha256(), &report.text().sha256);
    let (total, standing) = (report.figures().len(), places.figures.iter().flatten().count());
    let (zh, en) = if !places.is_of(report) {
        let other = AttachError::OtherText { file: file.to_owned(), found: standing, total };
        let Bilingual { zh, en } = other.message();
        (zh, en)
    } else if differing == 0 {
        (
            format!("{file} 不是发布的文件，但数据所引的各处都与它相符。请用发布的文件检查。"),
            format!(
                "{file} is not the published file, but all that the data quotes stands in it. Check with the file as published."
            ),
        )
    } else {
        let more = differing.saturating_sub(NAMED_PLACES);
        let (places_en, others_zh, others_en) = match (differing, more) {
            (1, _) => ("place differs", String::new(), String::new()),
            (_, 0) => ("places differ", String::new(), String::new()),
            _ => (
                "places differ",
                format!("（列出前{NAMED_PLACES}处）"),
                format!(" (the first {NAMED_PLACES} are named)"),
            ),
        };
        (
            format!("{file} 不是发布的文件；有{differing}处不同{others_zh}。请用发布的文件检查。"),
            format!(
                "{file} is not the published file; {differing} {places_en}{others_en}. Check with the file as published."
            ),
        )
    };
    let words = (
        format!("{zh}（SHA-256 为 {found}，应为 {expected}）"),
        format!("{en} (SHA-256 is {found}, expected {expected})"),
    );
    findings.push(error(Rule::TextIdentity, ItemRef::Report, "text.sha256", words));
}

/// [`Rule::TextSpan`]: everything that is not found, and every clause that reads otherwise around its wording.
fn differing(report: &Report, text: &Text, places: &Places) -> Vec<Finding> {
    let mut named = Vec::new();
    for differing in &places.differing {
        named.push((differing.at, differing.item.clone(), &differing.expected));
    }
    for (figure, found) in report.figures().iter().zip(&places.figures) {
        if let Some(found) = found
            && found.clause.len() != figure.clause.span.len()
        {
            let inside = figure.span.start.saturating_sub(figure.clause.span.start);
            let start = found.wording.start.saturating_sub(inside);
            named.push((start, ItemRef::Figure(figure.id.clone()), &figure.clause.text));
        }
    }
    named.sort_by_key(|(at, ..)| *at);
    let finding = |(at, item, expected): (u32, ItemRef, &String)| {
        let there = text.chars().get(at as usize..).unwrap_or_default().iter();
        let found: String = there.take(expected.chars().count().min(SHOWN)).collect();
        let found = printable(&found);
        let (zh, en) = place(text, at);
        let words = (
            format!("{zh}处是“{found}”，应为“{expected}”。"),
            format!("{en} reads \"{found}\", expected \"{expected}\"."),
        );
        let field = if matches!(item, ItemRef::Figure(_)) { "clause.span" } else { "span" };
        error(Rule::TextSpan, item, field, words)
    };
    named.into_iter().map(finding).collect()
}
