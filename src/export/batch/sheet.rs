//! `index.html`: a contact sheet of a batch in both languages. It shows the files that lie beside it;
//! where these are PDF alone, which a page cannot show, it has small pictures of its own inside.
//!
//! No script, no font and no style from elsewhere; every word from the report is escaped.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use egui::Color32;

use super::index::Entry;
use crate::chart::ChartId;
use crate::export::Format;
use crate::export::metadata::{PRODUCT, push_attribute};
use crate::i18n::{Lang, export, sheet as words, window};
use crate::model::{Bilingual, Report};
use crate::theme::{DARK, LIGHT, Palette};

pub(super) const NAME: &str = "index.html";

/// Whether a browser shows files of this format within a page.
pub(super) fn shows(format: Format) -> bool {
    matches!(format, Format::Svg | Format::Png)
}

pub(super) fn html(
    report: &Report,
    entries: &[Entry],
    left_out: &[(ChartId, Bilingual)],
) -> String {
    let about = report.about();
    let (zh, en) = (&about.title.zh, &about.title.en);
    let mut out = String::with_capacity(64 * 1024);
    out.push_str("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    // Even a name that slipped through could neither run nor fetch anything from elsewhere.
    out.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' file: data:; style-src 'unsafe-inline'\">\n");
    let _ = writeln!(out, "<meta name=\"generator\" content=\"{PRODUCT}\">");
    let _ = writeln!(out, "<title>{} · {}</title>", escaped(zh), escaped(en));
    let _ = writeln!(out, "<style>\n{}</style>\n</head>\n<body>", style());

    let dates = Lang::ALL.map(|lang| window::date(about.delivered, lang));
    let _ = writeln!(
        out,
        "<header>\n<h1>{}</h1>\n<p class=\"second\" lang=\"en\">{}</p>",
        escaped(zh),
        escaped(en)
    );
    for (lang, date) in Lang::ALL.into_iter().zip(&dates) {
        let counts =
            words::counts(entries.len(), entries.iter().map(|e| e.files.len()).sum(), lang);
        let line = format!("{date} · {} · {counts}", lang.pick(&about.publisher));
        let _ = writeln!(out, "<p class=\"quiet\" lang=\"{}\">{}</p>", lang.tag(), escaped(&line));
    }
    out.push_str("</header>\n<main>\n");
    for entry in entries {
        card(&mut out, entry);
    }
    out.push_str("</main>\n<footer>\n");
    for lang in Lang::ALL.into_iter().filter(|_| !left_out.is_empty()) {
        let _ = writeln!(out, "<section lang=\"{}\">", lang.tag());
        let _ = writeln!(out, "<h2>{}</h2>\n<ul>", export::batch_failed(left_out.len(), lang));
        for (id, why) in left_out {
            let _ = writeln!(
                out,
                "<li>{}{}{}</li>",
                escaped(id.as_str()),
                lang.choose("：", ": "),
                escaped(lang.pick(why))
            );
        }
        out.push_str("</ul>\n</section>\n");
    }
    let _ = writeln!(
        out,
        "<p class=\"quiet\">{} · {} {}<br>SHA-256 {}</p>",
        escaped(PRODUCT),
        escaped(report.id().as_str()),
        escaped(report.data_version()),
        escaped(&report.text().sha256)
    );
    out.push_str("</footer>\n</body>\n</html>\n");
    out
}

fn card(out: &mut String, entry: &Entry) {
    let (zh, en) = (escaped(&entry.title.zh), escaped(&entry.title.en));
    let alt = match entry.lang.main() {
        Lang::Zh => &entry.alt.zh,
        Lang::En => &entry.alt.en,
    };
    let size = entry.page.size;
    out.push_str("<figure>\n");
    let first = entry.files.first().map(|file| address(&file.name)).unwrap_or_default();
    // The smaller file of those that can be shown.
    let shown = entry.files.iter().filter(|file| shows(file.format)).min_by_key(|file| file.bytes);
    let source = match (shown, &entry.small) {
        (Some(file), _) => address(&file.name),
        (None, Some(small)) => format!("data:image/png;base64,{}", STANDARD.encode(small)),
        (None, None) => String::new(),
    };
    let _ = writeln!(
        out,
        "<a href=\"{first}\"><img loading=\"lazy\" alt=\"{}\" width=\"{}\" height=\"{}\" src=\"{source}\"></a>",
        escaped(alt),
        size.x.round(),
        size.y.round(),
    );
    let _ = writeln!(out, "<figcaption>\n<h2>{zh}</h2>\n<p class=\"second\" lang=\"en\">{en}</p>");
    let _ = writeln!(
        out,
        "<p class=\"quiet\">{} · <span lang=\"en\">{}</span> · {}</p>",
        escaped(entry.kind.name(Lang::Zh)),
        escaped(entry.kind.name(Lang::En)),
        escaped(entry.id.as_str())
    );
    if let Some(points) = entry.small_print {
        let [zh, en] = Lang::ALL.map(|lang| words::small_print(points, lang));
        let _ = writeln!(out, "<p class=\"quiet\">{zh} · <span lang=\"en\">{en}</span></p>");
    }
    out.push_str("<p>");
    for file in &entry.files {
        let _ = write!(
            out,
            "<a class=\"file\" href=\"{}\" title=\"{}\">{} <span>{}</span></a> ",
            address(&file.name),
            escaped(&file.name),
            file.format.key().to_uppercase(),
            words::bytes(file.bytes)
        );
    }
    for table in &entry.tables {
        // The stem is that of the pictures: what tells one table from the other comes after it.
        let which = table.rsplit('-').next().unwrap_or_default();
        let _ = write!(
            out,
            "<a class=\"file\" href=\"{}\" title=\"{}\">{}</a> ",
            address(table),
            escaped(table),
            escaped(which)
        );
    }
    out.push_str("</p>\n");
    let _ = writeln!(
        out,
        "<details><summary>{} <span lang=\"en\">{}</span></summary>\n<p>{}</p>\n<p lang=\"en\">{}</p></details>",
        words::alt_text(Lang::Zh),
        words::alt_text(Lang::En),
        escaped(&entry.alt.zh),
        escaped(&entry.alt.en)
    );
    out.push_str("</figcaption>\n</figure>\n");
}

fn style() -> String {
    let colours = |p: &Palette| {
        format!(
            "--page: {}; --surface: {}; --line: {}; --text: {}; --subdued: {}; --accent: {};",
            css(p.page),
            css(p.surface),
            css(p.line),
            css(p.text),
            css(p.subdued),
            css(p.accent)
        )
    };
    format!(
        ":root {{ {} color-scheme: light dark; }}\n\
         @media (prefers-color-scheme: dark) {{ :root {{ {} }} }}\n\
         body {{ margin: 0; background: var(--page); color: var(--text); font: 15px/1.6 \"Noto Sans SC\", \"PingFang SC\", \"Microsoft YaHei\", sans-serif; }}\n\
         header, main, footer {{ max-width: 1280px; margin: 0 auto; padding: 24px; }}\n\
         h1 {{ font-size: 24px; margin: 0; }} h2 {{ font-size: 16px; line-height: 1.4; margin: 0; }}\n\
         p {{ margin: 4px 0; }} .second {{ color: var(--subdued); }} .quiet {{ color: var(--subdued); font-size: 13px; }}\n\
         main {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(min(360px, 100%), 1fr)); gap: 20px; padding-top: 0; }}\n\
         figure {{ margin: 0; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }}\n\
         img {{ display: block; width: 100%; height: auto; border-bottom: 1px solid var(--line); }}\n\
         figcaption {{ padding: 12px 16px 16px; overflow-wrap: anywhere; }}\n\
         a {{ color: var(--accent); }} .file {{ display: inline-block; margin: 4px 4px 0 0; padding: 2px 10px; border: 1px solid var(--line); border-radius: 8px; text-decoration: none; }}\n\
         .file span {{ color: var(--subdued); font-size: 13px; }} details {{ margin-top: 8px; font-size: 13px; }} summary {{ cursor: pointer; }}\n\
         @media print {{ figure {{ break-inside: avoid; }} }}\n",
        colours(&LIGHT),
        colours(&DARK)
    )
}

/// `#24476b`
fn css(color: Color32) -> String {
    format!("#{:02x}{:02x}{:02x}", color.r(), color.g(), color.b())
}

fn escaped(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    push_attribute(&mut out, text);
    String::from_utf8(out).expect("escaping keeps UTF-8")
}

/// A file's name as a relative address (RFC 3986): every byte that is not unreserved in percent.
fn address(name: &str) -> String {
    let mut out = String::from("./");
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_relative_addresses() {
        assert_eq!(address("图 1.png"), "./%E5%9B%BE%201.png");
        assert_eq!(address("javascript:alert(1)"), "./javascript%3Aalert%281%29");
    }
}
