//! `figures`, `comparisons`, `sections`, `charts`.

use std::io::Read;
use std::process::Stdio;

use crate::run::{command, data, rows, run, run_in};

#[test]
fn figures_are_csv_with_a_byte_order_mark_when_nothing_else_is_asked_for() {
    let ran = run("figures");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.bytes.starts_with(b"\xef\xbb\xbf"));
    assert!(ran.stdout.starts_with("\u{feff}编号,"));
    assert!(run("figures --lang en").stdout.starts_with("\u{feff}Id,"));
    assert!(ran.stdout.lines().count() > 100);
}

#[test]
fn filters_keep_what_they_name() {
    let all = rows(&run("figures --format json").stdout);
    let targets = rows(&run("figures --format json --role target").stdout);
    assert!(!targets.is_empty() && targets.len() < all.len());
    assert!(targets.iter().all(|row| row["role"] == "target"));

    let section = targets[0]["section"].as_str().expect("a section");
    let part = section.split('.').next().expect("a part");
    let within = rows(&run(&format!("figures --format json --section {part}")).stdout);
    let inside = |row: &serde_json::Value| {
        let id = row["section"].as_str().unwrap_or_default();
        id == part || id.starts_with(&format!("{part}."))
    };
    assert!(within.iter().all(inside));
    assert_eq!(within.len(), all.iter().filter(|row| inside(row)).count());
}

#[test]
fn a_search_finds_what_the_window_would_find() {
    let ids = |query: &str, more: &[&str]| -> Vec<String> {
        let given = [&["figures", "--format", "json", "--find", query], more].concat();
        let ran = run_in(std::path::Path::new("."), &given);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        rows(&ran.stdout).iter().filter_map(|row| row["id"].as_str().map(String::from)).collect()
    };
    let gdp = ids("dqsczz", &[]);
    assert!(gdp.contains(&"gdp-target".to_owned()), "{gdp:?}");
    assert_eq!(ids("diqushengchan", &[]), gdp);
    assert_eq!(ids("地区生产总值", &[]), gdp);
    assert!(ids("gdp", &["--role", "target"]).contains(&"gdp-target".to_owned()));
    for spelling in ["１．２万", "12000", "一万二"] {
        assert!(ids(spelling, &[]).contains(&"base-stations-5g-target".to_owned()), "{spelling}");
    }
    assert_eq!(ids("shenyang-2022#gdp-target", &[]), ["gdp-target"]);
    assert!(ids("没有这个词", &[]).is_empty());
}

#[test]
fn another_file_is_read_and_its_figures_are_exact() {
    let file = data("small.report.ron");
    let ran = run(&format!("figures {} --format json", file.display()));
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("\"value\":3.09,"), "{}", ran.stdout);
    assert!(rows(&ran.stdout).iter().any(|row| row["bound"] == "worded" && row["value"].is_null()));
}

#[test]
fn a_table_that_is_read_says_where_a_number_states_a_fall() {
    let rows = rows(&run("figures --format json").stdout);
    let falls = rows.iter().filter(|row| row["states_decrease"] == true);
    let clauses: Vec<&str> = falls.filter_map(|row| row["clause"].as_str()).collect();
    assert!(!clauses.is_empty());
    for (lang, words) in
        [("zh", ["| 降幅 |", "| 减少量 |"]), ("en", ["| Rate of fall |", "| Decrease |"])]
    {
        let table = run(&format!("figures --format md --lang {lang}")).stdout;
        for clause in &clauses {
            let row =
                table.lines().find(|row| row.contains(clause)).expect("every figure has its row");
            assert!(words.iter().any(|word| row.contains(word)), "{row}");
        }
    }
}

#[test]
fn a_difference_of_percentages_has_its_unit_in_the_language_of_the_table() {
    let table = |lang: &str| run(&format!("comparisons --format csv --lang {lang}")).stdout;
    assert!(table("zh").contains(",个百分点,"));
    let english = table("en");
    assert!(english.contains(",percentage points,") && !english.contains("个百分点"));
}

#[test]
fn comparisons_give_a_verdict_and_reasons() {
    for row in rows(&run("comparisons --format json").stdout) {
        let verdict = row["verdict"].as_str().unwrap_or_default();
        assert!(["same_basis", "derivable", "different_basis"].contains(&verdict), "{row}");
        assert!(row["reason_zh"].as_str().is_some_and(|reason| reason.len() > 3), "{row}");
    }
}

#[test]
fn sections_and_charts_are_listed() {
    let sections = rows(&run("sections --format json").stdout);
    assert!(sections.iter().any(|row| row["parent"].is_null()));
    let charts = rows(&run("charts --format json").stdout);
    // A profile counts figures; every other chart is of indicators.
    let of_indicators = |row: &serde_json::Value| {
        row["kind"] == "profile" || row["indicators"].as_array().is_some_and(|ids| !ids.is_empty())
    };
    assert!(charts.iter().all(of_indicators));
    assert!(run("charts --format md").stdout.starts_with("| 编号 |"));
}

#[test]
fn the_ending_of_the_output_says_its_format_and_nothing_is_overwritten() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("f.xlsx");
    assert_eq!(run_in(folder.path(), &["figures", "-o", "f.xlsx"]).code, 0);
    let first = std::fs::read(&file).expect("written");
    assert!(first.starts_with(b"PK"));

    std::fs::write(&file, "mine").expect("writable");
    let refused = run_in(folder.path(), &["figures", "-o", "f.xlsx"]);
    assert_eq!(refused.code, 1);
    assert!(refused.stderr.contains("f.xlsx"), "{}", refused.stderr);
    assert_eq!(std::fs::read(&file).expect("still there"), b"mine");

    assert_eq!(run_in(folder.path(), &["figures", "-o", "f.xlsx", "--overwrite"]).code, 0);
    assert_eq!(std::fs::read(&file).expect("written"), first, "the same bytes each time");
    let names: Vec<_> = std::fs::read_dir(folder.path()).expect("readable").collect();
    assert_eq!(names.len(), 1, "nothing is left beside it");

    assert_eq!(run_in(folder.path(), &["figures", "-o", "no/such/folder.csv"]).code, 1);
}

#[test]
fn a_hyphen_is_stdout() {
    let ran = run("figures --format json -o -");
    assert_eq!(ran.code, 0);
    assert!(!rows(&ran.stdout).is_empty());
}

#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    let mut child = command(&["figures", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let mut first = [0_u8; 10];
    let mut stdout = child.stdout.take().expect("piped");
    stdout.read_exact(&mut first).expect("it writes");
    drop(stdout);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn a_faulty_figure_is_named_and_the_others_are_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let sound = std::fs::read_to_string(data("small.report.ron")).expect("there");
    let faulty = sound.replacen("unit: \"%\"", "unit: \"斗\"", 1);
    assert_ne!(sound, faulty);
    std::fs::write(folder.path().join("faulty.report.ron"), faulty).expect("writable");
    let ran = run_in(folder.path(), &["figures", "faulty.report.ron", "--format", "json"]);
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains("faulty.report.ron:"), "{}", ran.stderr);
    assert!(ran.stderr.contains("斗"), "{}", ran.stderr);
    assert!(!rows(&ran.stdout).is_empty());
}
