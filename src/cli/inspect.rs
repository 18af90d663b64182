//! `inspect`: what an exported image carries.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::ValueEnum;

use crate::export::Metadata;
use crate::export::carried::{Carried, read_image};
use crate::export::preset::LengthUnit;
use crate::i18n::cli::{self as words, Refusal};
use crate::i18n::export::figures_carried;
use crate::i18n::{Lang, terms};
use crate::model::{Bilingual, Report, Role, Span, is_garbling};

use super::arguments::InspectArguments;
use super::output::{self, Failure};
use super::values::{InspectFormat, Part};

pub fn run(given: &InspectArguments, lang: Lang) -> Result<ExitCode, Failure> {
    let name = given.image.display().to_string();
    let refuse = |message: &Bilingual| {
        let colon = lang.choose("：", ": ");
        Failure::usage(Refusal::Said(format!("{name}{colon}{}", lang.pick(message))))
    };
    let metadata = read_image(&given.image).map_err(|error| refuse(&error.message()))?;
    let parsed = metadata.payload.as_deref().map(Carried::parse).transpose();
    let carried = parsed.map_err(|error| refuse(&error.message()))?;
    let opened = carried.as_ref().map(|carried| {
        let data = carried.open(&name).ok();
        (carried, data.map(|data| data.report))
    });
    let page = match (given.format.unwrap_or(InspectFormat::Text), &metadata.payload) {
        (InspectFormat::Json, Some(payload)) => format!("{payload}\n"),
        (InspectFormat::Json, None) => {
            return Err(Failure::usage(Refusal::CarriesNothing(name)));
        }
        (InspectFormat::Text, _) => text(&metadata, opened.as_ref(), lang),
    };
    output::print(page.as_bytes())?;
    let data = opened.and_then(|(carried, data)| Some((carried, data?)));
    let at_odds = data.map(|(carried, data)| carried.at_odds(&data)).unwrap_or_default();
    if at_odds.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    Err(Failure::data(Refusal::FiguresAtOdds(name, at_odds)))
}

/// How the chart is drawn, as the options of `export` say it.
fn options(carried: &Carried) -> String {
    fn key(value: &impl ValueEnum) -> String {
        value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
    let (spec, style) = (&carried.spec, &carried.style);
    let mut out = format!(
        "--text {} --order {} --labels {} --digits {} --background {}",
        key(&carried.text_mode),
        spec.order.key(),
        spec.labels.key(),
        key(&style.digits),
        key(&style.background)
    );
    let left_out = Part::left_out(style.parts);
    if !left_out.is_empty() {
        let _ = write!(out, " --without {}", left_out.join(","));
    }
    for (option, words) in
        [("title", &spec.title), ("subtitle", &spec.subtitle), ("note", &spec.note)]
    {
        if let Some(words) = words {
            let _ = write!(out, " --{option} {}", for_a_shell(words));
        }
    }
    out
}

/// `words` as one argument in a POSIX shell: nothing within single quotation marks has a meaning of its own.
fn for_a_shell(words: &str) -> String {
    if words.contains('\n') {
        // A line break within would be indented like the lines around it.
        let escaped = words.replace('\\', r"\\").replace('\'', r"\'").replace('\n', r"\n");
        return format!("$'{escaped}'");
    }
    format!("'{}'", words.replace('\'', r"'\''"))
}

fn text(metadata: &Metadata, opened: Option<&(&Carried, Option<Report>)>, lang: Lang) -> String {
    let labels = words::inspect_labels(lang);
    let mut out = String::new();
    let mut line = |label: &str, value: &str| {
        let colon = lang.choose("：", ": ");
        let _ = writeln!(out, "{label}{colon}{}", printable(value).replace('\n', "\n  "));
    };
    line(labels.title, &metadata.title);
    line(labels.source, &metadata.source);
    let Some((carried, data)) = opened else {
        line(labels.description, &metadata.description);
        line(labels.figures, labels.left_out);
        return out;
    };
    let report = &carried.report;
    let style = &carried.style;
    let figures = carried.drawn();
    let title = lang.choose(&report.title.zh, &report.title.en);
    line(labels.report, &format!("{} {title}, {}", report.id, report.delivered));
    line(labels.data, &report.data_version);
    line(labels.text, &format!("SHA-256 {}", report.sha256));
    let px_per_mm = LengthUnit::Mm.css_px();
    line(
        labels.chart,
        &format!(
            "{} {:.0}×{:.0} px ({:.1}×{:.1} mm) {} DPI {} {}",
            carried.spec.id(),
            carried.size[0],
            carried.size[1],
            carried.size[0] / px_per_mm,
            carried.size[1] / px_per_mm,
            carried.dpi,
            style.lang.key(),
            style.theme.key()
        ),
    );
    line(labels.options, &options(carried));
    line(labels.application, &carried.application);
    line(labels.description, &metadata.description);
    let all = data.as_ref().map_or(figures.len(), |data| data.figures().len());
    line(labels.figures, &figures_carried(figures.len(), all, lang));
    for figure in figures {
        let role = Role::ALL.into_iter().find(|role| role.key() == figure.role);
        let role = role.map_or(figure.role.as_str(), |role| terms::role(role, lang));
        let name = lang.choose(&figure.name_zh, &figure.name_en);
        let place = terms::position(Span { start: figure.start, end: figure.end }, lang);
        let entry = format!("  {} · {name} · {role} · {} · {place}", figure.id, figure.wording);
        let _ = writeln!(out, "{}", printable(&entry));
    }
    out
}

/// A stranger's words without what a terminal would obey: control characters, and marks that turn the direction of text.
fn printable(text: &str) -> String {
    let obeyed = |c: char| c != '\n' && is_garbling(c);
    text.chars().map(|c| if obeyed(c) { '\u{fffd}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stranger_s_words_do_not_reach_the_terminal_as_orders() {
        assert_eq!(
            printable("a\u{1b}[2Jb\u{9b}c\u{202e}d\r\ne"),
            "a\u{fffd}[2Jb\u{fffd}c\u{fffd}d\u{fffd}\ne"
        );
        assert_eq!(printable("8%左右 · “同比”"), "8%左右 · “同比”");
    }
}
