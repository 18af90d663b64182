//! JSON: an array of objects with fixed keys, one object a line.
//!
//! Decimals are written digit for digit; they never pass through a binary number.

use super::{Cell, Table};
use crate::model::plain;

pub(super) fn write(table: &Table) -> String {
    let mut out = String::from("[");
    for (at, row) in table.rows.iter().enumerate() {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        out.push('{');
        for (column, (heading, cell)) in table.headings.iter().zip(row).enumerate() {
            if column > 0 {
                out.push(',');
            }
            out.push_str(&string(heading.key));
            out.push(':');
            out.push_str(&value(cell));
        }
        out.push('}');
    }
    out.push_str(if table.rows.is_empty() { "]\n" } else { "\n]\n" });
    out
}

fn value(cell: &Cell) -> String {
    match cell {
        Cell::Empty => "null".to_owned(),
        Cell::Text(text) => string(text),
        Cell::Words(words) => {
            format!("{{\"zh\":{},\"en\":{}}}", string(&words.zh), string(&words.en))
        }
        Cell::Term { key, .. } => string(key),
        Cell::Number(value) => plain(*value),
        Cell::Count(count) => count.to_string(),
        Cell::Flag(flag) => flag.to_string(),
        Cell::List(items) => {
            let items: Vec<String> = items.iter().map(|item| string(item)).collect();
            format!("[{}]", items.join(","))
        }
    }
}

fn string(text: &str) -> String {
    serde_json::to_string(text).expect("a string is JSON")
}
