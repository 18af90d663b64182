//! `check`.

use std::io::Write as _;
use std::path::Path;

use crate::run::{data, run, run_in};

#[test]
fn the_bundled_report_is_sound() {
    let ran = run("check");
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stdout.contains("errors 0"), "{}", ran.stdout);
}

#[test]
fn a_fault_has_its_file_line_column_and_field() {
    let folder = tempfile::tempdir().expect("a folder");
    let sound = std::fs::read_to_string(data("small.report.ron")).expect("there");
    let faulty = sound.replacen("unit: \"%\"", "unit: \"斗\"", 1);
    let line = 1 + faulty.lines().position(|line| line.contains("斗")).expect("replaced");
    std::fs::write(folder.path().join("f.report.ron"), faulty).expect("writable");
    let ran = run_in(folder.path(), &["check", "f.report.ron"]);
    assert_eq!(ran.code, 1);
    let found = ran.stdout.lines().find(|line| line.contains("斗")).unwrap_or_default();
    assert!(found.starts_with(&format!("f.report.ron:{line}:")), "{}", ran.stdout);
    assert!(found.contains("unit"), "{found}");
}

#[test]
fn what_is_no_report_is_unreadable_input() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in
        [("empty.ron", ""), ("cut.ron", "(schema: 1, id:"), ("new.ron", "(schema: 99)")]
    {
        std::fs::write(folder.path().join(name), text).expect("writable");
        let ran = run_in(folder.path(), &["check", name]);
        assert_eq!(ran.code, 2, "{name}: {}", ran.stderr);
        assert!(ran.stderr.contains(name), "{}", ran.stderr);
    }
}

#[test]
fn a_text_is_checked_against_its_data() {
    let (file, text) = (data("small.report.ron"), data("small.txt"));
    let ran = run(&format!("check {} --text {}", file.display(), text.display()));
    assert!(ran.stdout.contains("unexplained 0"), "{}{}", ran.stdout, ran.stderr);
    assert_eq!(ran.code, 0, "{}", ran.stdout);

    let other = run(&format!("check --text {}", text.display()));
    assert_eq!(other.code, 1, "another report's text: {}", other.stdout);
    let missing = run("check --text nowhere.txt");
    assert_eq!(missing.code, 2, "{}", missing.stderr);
}

#[test]
fn the_bundled_report_says_what_its_text_says() {
    let text = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/report/shenyang-2022.txt");
    let text = std::env::var_os("REPORT_TEXT").map_or(text, Into::into);
    if !text.exists() {
        // Past the test's own stdout, which nobody sees when it passes.
        let _ = writeln!(std::io::stderr(), "left out: no report's text at {}", text.display());
        return;
    }
    let ran = run_in(Path::new("."), &["check".as_ref(), "--text".as_ref(), text.as_os_str()]);
    assert_eq!(ran.code, 0, "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stdout.contains("unexplained 0"), "{}", ran.stdout);
}
