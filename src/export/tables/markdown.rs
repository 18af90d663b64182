//! Markdown: the columns that one reads, as a pipe table of GitHub's dialect.

use super::{Cell, Kind, Table};

pub(super) fn write(table: &Table) -> String {
    let read: Vec<usize> =
        (0..table.headings.len()).filter(|&column| table.headings[column].read).collect();
    let mut out = String::new();
    line(&mut out, read.iter().map(|&column| escaped(table.headings[column].label)));
    line(
        &mut out,
        read.iter().map(|&column| match table.headings[column].kind {
            Kind::Text => "---".to_owned(),
            Kind::Number => "---:".to_owned(),
        }),
    );
    for row in &table.rows {
        line(
            &mut out,
            read.iter().map(|&column| match &row[column] {
                Cell::Empty => "—".to_owned(),
                cell => escaped(&cell.label(table.lang)),
            }),
        );
    }
    out
}

fn line(out: &mut String, cells: impl Iterator<Item = String>) {
    out.push('|');
    for cell in cells {
        out.push(' ');
        out.push_str(&cell);
        out.push_str(" |");
    }
    out.push('\n');
}

/// A cell's text on one line, with nothing that Markdown or HTML would take for markup.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '\r' => {}
            '\n' => out.push(' '),
            '|' | '\\' | '*' | '_' | '`' | '[' | ']' | '~' => {
                out.push('\\');
                out.push(c);
            }
            '<' => out.push_str("&lt;"),
            // `R&D` stays as it is; only what reads like an entity, as `&amp;` or `&#38;` does, would become something else.
            '&' if is_entity(&text[at + 1..]) => out.push_str("&amp;"),
            _ => out.push(c),
        }
    }
    out
}

/// Whether what follows an ampersand makes an entity of it.
fn is_entity(rest: &str) -> bool {
    let name = rest.split_once(';').map_or("", |(name, _)| name);
    let name = name.strip_prefix('#').unwrap_or(name);
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric())
}
