//! A BibTeX entry. The key is the report's id, or `report:figure`; `#` ends keys and is not used.

use super::{in_newspaper, note, one_line, romanised};
use crate::i18n::Lang;
use crate::model::{Bilingual, Figure, Report};

pub(super) fn entry(report: &Report, figure: Option<&Figure>, lang: Lang) -> String {
    let about = report.about();
    let newspaper = in_newspaper(about);
    let other = |text: &Bilingual| one_line(lang.choose(&text.en, &text.zh));
    let author = match (lang, romanised(about)) {
        // A Chinese name is one piece: braces keep it from being taken apart.
        (Lang::Zh, _) => format!("{{{}}}", escaped(&one_line(&about.speaker.zh))),
        (Lang::En, Some(name)) => format!("{}, {}", escaped(name.family), escaped(name.given)),
        (Lang::En, None) => format!("{{{}}}", escaped(&one_line(&about.speaker.en))),
    };
    let key = match figure {
        Some(figure) => format!("{}:{}", report.id(), figure.id),
        None => report.id().to_string(),
    };
    let published = about.published;
    let field = |text: &str| escaped(&one_line(text));
    let mut fields = vec![
        ("author", author),
        // Inner braces keep the capitals of an English title.
        ("title", format!("{{{}}}", field(lang.pick(&about.title)))),
        ("titleaddon", field(&other(&about.title))),
        (if newspaper { "journal" } else { "institution" }, field(lang.pick(&about.publisher))),
        ("year", published.year().to_string()),
        ("month", published.month().to_string()),
        ("day", published.day().to_string()),
        ("date", published.to_string()),
        ("language", "chinese".to_owned()),
    ];
    if let Some(figure) = figure {
        fields.push(("note", field(&note(report, figure, lang))));
    }
    let kind = if newspaper { "article" } else { "techreport" };
    let lines: Vec<String> =
        fields.into_iter().map(|(name, value)| format!("  {name} = {{{value}}},\n")).collect();
    format!("@{kind}{{{key},\n{}}}\n", lines.concat())
}

/// The specials of TeX as commands; everything else as it is, in UTF-8.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str(r"\textbackslash{}"),
            '~' => out.push_str(r"\textasciitilde{}"),
            '^' => out.push_str(r"\textasciicircum{}"),
            '{' | '}' | '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}
