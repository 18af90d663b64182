//! What tables promise to other programs.

use std::collections::BTreeSet;

use super::*;
use crate::bundled;
use crate::load;
use crate::model::Unit;

/// The report that the application comes with.
pub(crate) fn report() -> Report {
    load::parse(bundled::TEXT, bundled::FILE_NAME).expect("the bundled file opens").report
}

/// A table with one text column and one number column.
fn table(rows: Vec<Vec<Cell>>) -> Table {
    let columns = [
        Column::<()>::text("said", ["说法", "Said"], Shown::Everywhere, 9, |(), _| Cell::Empty),
        Column::number("value", ["数值", "Value"], Shown::Files, 9, |(), _| Cell::Empty),
    ];
    Table { rows, ..Table::new("t", Lang::En, &columns, []) }
}

fn number(text: &str) -> Cell {
    Cell::Number(text.parse().expect("a decimal"))
}

#[test]
fn text_that_a_spreadsheet_would_run_is_disarmed_and_negative_numbers_are_not() {
    for hostile in ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1"] {
        let csv = table(vec![vec![Cell::text(hostile), number("-1.5")]]).to_csv();
        let record = csv.split_once("\r\n").expect("a heading line").1.trim_start_matches('"');
        assert!(record.starts_with(&format!("'{hostile}")), "{csv:?}");
        assert!(csv.ends_with(",-1.5\r\n"), "{csv:?}");
    }
}

#[test]
fn csv_opens_in_chinese_excel_and_follows_rfc_4180() {
    let csv = table(vec![vec![Cell::text("a,\"b\"\n"), Cell::Empty]]).to_csv();
    assert_eq!(csv, "\u{feff}Said,Value\r\n\"a,\"\"b\"\"\n\",\r\n");
}

#[test]
fn json_keeps_decimals_digit_for_digit_and_says_null_for_words() {
    let json = table(vec![
        vec![Cell::text("\"\u{1}"), number("0.10000000000000000001")],
        vec![Cell::Empty, number("-0.5")],
    ])
    .to_json();
    assert_eq!(
        json,
        "[\n{\"said\":\"\\\"\\u0001\",\"value\":0.10000000000000000001},\n{\"said\":null,\"value\":-0.5}\n]\n"
    );
}

#[test]
fn markdown_has_the_columns_that_one_reads_and_no_markup_from_cells() {
    let markdown = table(vec![vec![Cell::text("a|b\nc *d* <e>"), number("1")]]).to_markdown();
    assert_eq!(markdown, "| Said |\n| --- |\n| a\\|b c \\*d\\* &lt;e> |\n");
    for (text, written) in [
        ("R&D", "R&D"),
        ("Q&A; more", "Q&amp;A; more"),
        ("&amp; &#38;", "&amp;amp; &amp;#38;"),
        ("a & b;", "a & b;"),
    ] {
        let markdown = table(vec![vec![Cell::text(text), number("1")]]).to_markdown();
        assert!(markdown.ends_with(&format!("| {written} |\n")), "{markdown}");
    }
}

#[test]
fn figures_have_the_keys_that_programs_rely_on() {
    let report = report();
    let table = figures::table(&report, &FigureFilter::default(), Lang::Zh);
    let keys: BTreeSet<&str> = table.headings.iter().map(|heading| heading.key).collect();
    assert_eq!(keys.len(), table.headings.len(), "each key stands once");
    for key in [
        "id",
        "indicator",
        "name_zh",
        "name_en",
        "value",
        "value_high",
        "unit",
        "wording",
        "bound",
        "basis",
        "period",
        "role",
        "status",
        "section",
        "start",
        "end",
        "clause",
    ] {
        assert!(keys.contains(key), "{key}");
    }
    assert_eq!(table.rows.len(), report.figures().len());
}

#[test]
fn every_figure_comes_back_from_json_as_it_was() {
    let report = report();
    let json = figures::table(&report, &FigureFilter::default(), Lang::En).to_json();
    let rows: Vec<serde_json::Value> = serde_json::from_str(&json).expect("JSON");
    assert_eq!(rows.len(), report.figures().len());
    for (row, figure) in rows.iter().zip(report.figures()) {
        assert_eq!(row["id"], figure.id.as_str());
        assert_eq!(row["indicator"], figure.indicator.as_str());
        assert_eq!(row["wording"], figure.wording.as_str());
        assert_eq!(row["clause"], figure.clause.text.as_str());
        assert_eq!(row["section"], figure.section.as_str());
        assert_eq!(
            (&row["start"], &row["end"]),
            (&figure.span.start.into(), &figure.span.end.into())
        );
        let keys = [figure.quantity.bound().key(), figure.basis.key(), figure.role.key()];
        assert_eq!([&row["bound"], &row["basis"], &row["role"]], keys);
        let unit = figure.quantity.unit().map(Unit::zh);
        assert_eq!(row["unit"].as_str(), unit);
        let number = |key: &str| {
            let text = row[key].as_number().map(ToString::to_string);
            text.map(|text| text.parse::<Decimal>().expect("a decimal"))
        };
        let quantity = &figure.quantity;
        assert_eq!([number("value"), number("value_high")], [quantity.value(), quantity.high()]);
    }
}

#[test]
fn a_comparison_has_a_difference_or_a_reason_in_both_languages() {
    let report = report();
    let json = comparisons::table(&report, &FigureFilter::default(), Lang::En).to_json();
    let rows: Vec<serde_json::Value> = serde_json::from_str(&json).expect("JSON");
    assert_eq!(rows.len(), report.comparisons().len());
    for row in rows {
        for key in ["reason_zh", "reason_en"] {
            assert!(row[key].as_str().is_some_and(|text| !text.is_empty()), "{row}");
        }
        let computed = !row["difference"].is_null() || !row["derived"].is_null();
        assert_eq!(row["verdict"] != "different_basis", computed, "{row}");
        assert!(row["outcome"]["en"].as_str().is_some_and(|text| !text.is_empty()), "{row}");
    }
}

#[test]
fn a_workbook_is_the_same_bytes_every_time() {
    let report = report();
    let write = || {
        let tables = figures_workbook(&report, &FigureFilter::default(), Lang::Zh);
        workbook(&report, &tables).expect("it fits")
    };
    let once = write();
    assert!(once.starts_with(b"PK"));
    assert!(once == write());
}
