//! CSV: RFC 4180, CRLF, UTF-8 with a byte order mark.
//!
//! Without the mark, Excel and WPS on a Chinese system read the file as GBK.
//! A text that a spreadsheet would run as a formula gets an apostrophe in front (CWE-1236);
//! numbers in number columns, negative ones too, stay numbers.

use super::{Cell, Kind, Table};

/// What a spreadsheet takes for the beginning of a formula, at full width too.
const FORMULA_STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

const BYTE_ORDER_MARK: &str = "\u{feff}";

pub(super) fn write(table: &Table) -> String {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let heads = table.headings.iter().map(|heading| harmless(heading.label.to_owned()));
    writer.write_record(heads).expect("memory can be written to");
    for row in &table.rows {
        let cells =
            table.headings.iter().zip(row).map(|(heading, cell)| field(heading.kind, cell, table));
        writer.write_record(cells).expect("every row has one cell a heading");
    }
    let bytes = writer.into_inner().expect("memory can be written to");
    String::from_utf8(bytes).expect("made of strings")
}

fn field(kind: Kind, cell: &Cell, table: &Table) -> String {
    let text = cell.label(table.lang);
    match (kind, cell) {
        (Kind::Number, Cell::Number(_) | Cell::Count(_)) => text,
        _ => harmless(text),
    }
}

/// The text with an apostrophe in front where a spreadsheet would run it.
pub(super) fn harmless(text: String) -> String {
    if text.starts_with(FORMULA_STARTS) { format!("'{text}") } else { text }
}
