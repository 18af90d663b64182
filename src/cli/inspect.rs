//! `inspect`: what an exported image carries.

use std::fmt::Write as _;
use std::process::ExitCode;

use crate::export::carried::Carried;
use crate::export::{MAX_FILE, Metadata, read};
use crate::i18n::cli::{self as words, Refusal};
use crate::i18n::{Lang, terms};
use crate::model::{Bilingual, Role};
use crate::reading;

use super::arguments::{InspectArguments, InspectFormat};
use super::output::{self, Failure};

pub fn run(given: &InspectArguments, lang: Lang) -> Result<ExitCode, Failure> {
    let name = given.image.display().to_string();
    let refuse = |message: &Bilingual| {
        let colon = lang.choose("：", ": ");
        Failure::usage(Refusal::Said(format!("{name}{colon}{}", lang.pick(message))))
    };
    let bytes =
        reading::bytes(&given.image, MAX_FILE as u64).map_err(|error| refuse(&error.message()))?;
    let metadata = read(&bytes).map_err(|error| refuse(&error.message()))?;
    let payload = metadata
        .payload
        .as_deref()
        .ok_or_else(|| Failure::usage(Refusal::CarriesNothing(name.clone())))?;
    let carried = Carried::parse(payload).map_err(|error| refuse(&error.message()))?;
    let page = match given.format.unwrap_or(InspectFormat::Text) {
        InspectFormat::Json => format!("{payload}\n"),
        InspectFormat::Text => text(&metadata, &carried, lang),
    };
    output::print(page.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn text(metadata: &Metadata, carried: &Carried, lang: Lang) -> String {
    let labels = words::inspect_labels(lang);
    let colon = lang.choose("：", ": ");
    let report = &carried.report;
    let style = &carried.style;
    let figures = carried.drawn();
    let rows = [
        (labels.title, metadata.title.clone()),
        (labels.source, metadata.source.clone()),
        (
            labels.report,
            format!(
                "{} {}, {}",
                report.id,
                lang.choose(&report.title.zh, &report.title.en),
                report.delivered
            ),
        ),
        (labels.data, report.data_version.clone()),
        (labels.text, format!("SHA-256 {}", report.sha256)),
        (
            labels.chart,
            format!(
                "{} {}×{} {} {}",
                carried.spec.id(),
                carried.size[0],
                carried.size[1],
                style.lang.key(),
                style.theme.key()
            ),
        ),
        (labels.application, carried.application.clone()),
        (labels.description, metadata.description.replace('\n', "\n  ")),
        (labels.figures, figures.len().to_string()),
    ];
    let mut out = String::new();
    for (label, value) in rows {
        let _ = writeln!(out, "{label}{colon}{value}");
    }
    for figure in figures {
        let role = Role::ALL.into_iter().find(|role| role.key() == figure.role);
        let role = role.map_or(figure.role.as_str(), |role| terms::role(role, lang));
        let name = lang.choose(&figure.name_zh, &figure.name_en);
        let _ = writeln!(
            out,
            "  {} · {name} · {role} · {} · {}–{}",
            figure.id, figure.wording, figure.start, figure.end
        );
    }
    out
}
