//! RIS: one tag a line, `TY  - ` first and `ER  - ` last, lines ended as the format's makers do, with CR and LF.

use std::fmt::Write as _;

use super::{in_newspaper, note, one_line, romanised};
use crate::i18n::Lang;
use crate::model::{Figure, Link, LinkTarget, Report};

pub(super) fn entry(report: &Report, figure: Option<&Figure>, lang: Lang) -> String {
    let about = report.about();
    let newspaper = in_newspaper(about);
    let author = match (lang, romanised(about)) {
        (Lang::En, Some(name)) => format!("{}, {}", name.family, name.given),
        (Lang::Zh, _) | (Lang::En, None) => lang.pick(&about.speaker).to_owned(),
    };
    let published = about.published;
    let date = format!("{:04}/{:02}/{:02}/", published.year(), published.month(), published.day());
    let link = match figure {
        Some(figure) => Link::figure(report, &figure.id),
        None => Link { report: report.id().clone(), target: LinkTarget::Report },
    };
    let mut lines = vec![
        ("TY", if newspaper { "NEWS" } else { "RPRT" }.to_owned()),
        ("ID", link.to_string()),
        ("AU", author),
        ("TI", lang.pick(&about.title).to_owned()),
        ("TT", lang.choose(&about.title.en, &about.title.zh).clone()),
        (if newspaper { "T2" } else { "PB" }, lang.pick(&about.publisher).to_owned()),
        ("PY", published.year().to_string()),
        ("DA", date),
        ("LA", "zh".to_owned()),
    ];
    if let Some(figure) = figure {
        lines.push(("N1", note(report, figure, lang)));
    }
    lines.push(("ER", String::new()));
    lines.into_iter().fold(String::new(), |mut entry, (tag, value)| {
        let _ = write!(entry, "{tag}  - {}\r\n", one_line(&value));
        entry
    })
}
