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
    assert!(found.contains(": error: figures[0] ") && found.contains(".unit: "), "{found}");
    let chinese = run_in(folder.path(), &["check", "f.report.ron", "--lang", "zh"]).stdout;
    assert!(chinese.contains(": 错误：figures[0] "), "{chinese}");
}

#[test]
fn what_is_only_worth_knowing_is_marked_and_no_failure() {
    let folder = tempfile::tempdir().expect("a folder");
    let sound = std::fs::read_to_string(data("small.report.ron")).expect("there");
    let said_twice = sound.replacen("            repeats: \"base-stations-target\",\n", "", 1);
    assert_ne!(sound, said_twice);
    std::fs::write(folder.path().join("f.report.ron"), said_twice).expect("writable");
    let ran = run_in(folder.path(), &["check", "f.report.ron"]);
    assert_eq!(ran.code, 0, "{}", ran.stdout);
    assert!(
        ran.stdout.contains(": note: figures (base-stations-again).repeats: "),
        "{}",
        ran.stdout
    );
    assert!(ran.stdout.contains("errors 0, notes 1"), "{}", ran.stdout);
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
    let numbers = "numbers in the text 24: captured in the wording of a figure 14, in an exclusion 10, unexplained 0\n";
    assert!(ran.stdout.contains(numbers), "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stdout.contains("so these differ from the counts above"), "{}", ran.stdout);
    assert_eq!(ran.code, 0, "{}", ran.stdout);

    let other = run(&format!("check --text {}", text.display()));
    assert_eq!(other.code, 1, "another report's text: {}", other.stdout);
    let missing = run("check --text no/where.txt");
    assert_eq!(missing.code, 2, "{}", missing.stderr);
    assert!(missing.stderr.contains("no/where.txt: there is no such file"), "{}", missing.stderr);
    let of_folder = run("check --text . --lang zh");
    assert_eq!(of_folder.code, 2, "{}", of_folder.stderr);
    assert!(of_folder.stderr.contains("这是一个文件夹"), "{}", of_folder.stderr);
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
