//! Tab-separated values for the clipboard: what spreadsheets and word processors paste as a table.
//!
//! No quoting: a tab or a line break inside a cell becomes a space. Like in CSV, what a spreadsheet
//! would run as a formula gets an apostrophe in front.

use super::csv::harmless;
use super::{Cell, Kind, Table};

pub(super) fn write(table: &Table) -> String {
    let mut out = String::new();
    line(&mut out, table.headings.iter().map(|heading| plain(heading.label)));
    for row in &table.rows {
        line(
            &mut out,
            table.headings.iter().zip(row).map(|(heading, cell)| {
                let text = plain(&cell.label(table.lang));
                match (heading.kind, cell) {
                    (Kind::Number, Cell::Number(_) | Cell::Count(_)) => text,
                    _ => harmless(text),
                }
            }),
        );
    }
    out
}

fn line(out: &mut String, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push('\t');
        }
        out.push_str(&cell);
    }
    out.push('\n');
}

fn plain(text: &str) -> String {
    text.replace(['\t', '\n', '\r'], " ")
}
