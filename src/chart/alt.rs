//! The alternative text of a chart: the same rows in the same order as in the picture, as sentences.

use super::rows::Content;
use super::{ChartSpec, ChartStyle, source_line, title};
use crate::i18n::{Lang, alt as words};
use crate::model::Report;

/// What the chart shows, in the language of its labels; in both where it has both.
#[must_use]
pub fn alt_text(report: &Report, spec: &ChartSpec, style: &ChartStyle) -> String {
    let main = in_language(report, spec, style, style.lang.main());
    match style.lang.second() {
        Some(second) => format!("{main}\n{}", in_language(report, spec, style, second)),
        None => main,
    }
}

fn in_language(report: &Report, spec: &ChartSpec, style: &ChartStyle, lang: Lang) -> String {
    let content = Content::of(report, spec, style);
    let mut sentences = vec![words::opening(
        spec.kind.name(lang),
        &title(report, spec, lang),
        lang.pick(&report.about().place),
        content.len(),
        lang,
    )];
    sentences.extend(
        content.rows().map(|row| {
            words::row(report, row.comparison, row.parties(), style.parts.derived, lang)
        }),
    );
    sentences.push(source_line(report, lang));
    sentences.join(lang.choose("", " "))
}
