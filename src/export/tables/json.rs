//! JSON: an array of objects with fixed keys, one object a line.
//!
//! Decimals are written digit for digit; they never pass through a binary number.

use super::{Cell, Table};
use crate::model::plain;

pub(super) fn write(table: &Table) -> String {
    list(objects(table))
}

/// One object a row.
pub(super) fn objects(table: &Table) -> impl Iterator<Item = String> {
    table.rows.iter().map(|row| {
        let mut out = vec![b'{'];
        for (column, (heading, cell)) in table.headings.iter().zip(row).enumerate() {
            if column > 0 {
                out.push(b',');
            }
            push_string(&mut out, heading.key);
            out.push(b':');
            push_value(&mut out, cell);
        }
        out.push(b'}');
        String::from_utf8(out).expect("strings and digits are UTF-8")
    })
}

/// An array of objects that are written.
pub fn list(objects: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let mut out = "[".to_owned();
    for (at, object) in objects.into_iter().enumerate() {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        out.push_str(object.as_ref());
    }
    out.push_str(if out.len() == 1 { "]\n" } else { "\n]\n" });
    out
}

fn push_value(out: &mut Vec<u8>, cell: &Cell) {
    match cell {
        Cell::Empty => out.extend_from_slice(b"null"),
        Cell::Text(text) => push_string(out, text),
        Cell::Words(words) => {
            out.extend_from_slice(b"{\"zh\":");
            push_string(out, &words.zh);
            out.extend_from_slice(b",\"en\":");
            push_string(out, &words.en);
            out.push(b'}');
        }
        Cell::Term { key, .. } => push_string(out, key),
        Cell::Number(value) => out.extend_from_slice(plain(*value).as_bytes()),
        Cell::Count(count) => out.extend_from_slice(count.to_string().as_bytes()),
        Cell::Flag(flag) => out.extend_from_slice(flag.to_string().as_bytes()),
        Cell::List(items) => {
            out.push(b'[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(b',');
                }
                push_string(out, item);
            }
            out.push(b']');
        }
    }
}

fn push_string(out: &mut Vec<u8>, text: &str) {
    serde_json::to_writer(out, text).expect("a string is JSON, and memory takes it");
}
