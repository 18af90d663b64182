//! `export` of many charts: names, archive, index, tables beside them, and what is there already.

use std::path::Path;

use crate::folder::names;
use crate::run::{rows, run, run_in};

/// The options for three small charts.
const THREE: [&str; 9] = [
    "export",
    "--chart",
    "dumbbell-headline",
    "--chart",
    "profile",
    "--chart",
    "overview-headline",
    "--preset",
    "square",
];

fn export(folder: &Path, options: &[&str]) -> crate::run::Ran {
    run_in(folder, &[&THREE[..], options].concat())
}

#[test]
fn an_archive_is_the_same_bytes_every_time_and_names_are_as_the_pattern_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let options = ["--format", "svg,pdf", "--index", "--data", "--name", "{n} {place} {kind}"];
    for archive in ["a.zip", "b.zip"] {
        let ran =
            export(folder.path(), &[&options[..], &["--lang", "en", "--zip", archive]].concat());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        assert!(ran.stderr.contains(&format!("wrote {archive}")), "{}", ran.stderr);
    }
    let read = |name: &str| std::fs::read(folder.path().join(name)).expect("written");
    assert!(read("a.zip") == read("b.zip"));
    let text = String::from_utf8_lossy(&read("a.zip")).into_owned();
    for name in [
        "1 Shenyang dumbbell.svg",
        "2 Shenyang profile.pdf",
        "3 Shenyang overview-readme.txt",
        "index.html",
    ] {
        assert!(text.contains(name), "{name}");
    }
    assert_eq!(names(folder.path()), ["a.zip", "b.zip"]);
}

#[test]
fn an_archive_without_an_index_is_there_too() {
    for more in [&[][..], &["--data"], &["--format", "svg,png"]] {
        let folder = tempfile::tempdir().expect("a folder");
        let ran = export(folder.path(), &[more, &["--lang", "en", "--zip", "a.zip"]].concat());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        assert!(ran.stderr.ends_with("wrote a.zip\n"), "{}", ran.stderr);
        let archive = std::fs::read(folder.path().join("a.zip")).expect("written");
        assert!(archive.starts_with(b"PK") && archive.len() > 10_000, "{more:?}");
    }
}

#[test]
fn an_ending_that_says_another_format_than_the_option_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    for given in [
        &["export", "--chart", "card-gdp", "--format", "png", "-o", "a.pdf"][..],
        &["figures", "--format", "csv", "-o", "a.xlsx"],
    ] {
        for lang in ["zh", "en"] {
            let ran = run_in(folder.path(), &[given, &["--lang", lang]].concat());
            assert_eq!(ran.code, 2, "{}", ran.stderr);
            assert!(ran.stderr.contains("--format"), "{}", ran.stderr);
        }
    }
    assert!(names(folder.path()).is_empty());
}

#[test]
fn what_is_there_is_kept_numbered_or_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(export(folder.path(), &["--format", "svg"]).code, 0);
    let first = names(folder.path());
    assert_eq!(first.len(), 3);
    let refused = export(folder.path(), &["--format", "svg", "--index"]);
    assert_eq!(refused.code, 1);
    assert!(refused.stderr.contains("--number"), "{}", refused.stderr);
    assert_eq!(names(folder.path()), first);
    assert_eq!(export(folder.path(), &["--format", "svg", "--number"]).code, 0);
    assert!(names(folder.path()).iter().any(|name| name.ends_with("(2).svg")));
    assert_eq!(export(folder.path(), &["--format", "svg", "--overwrite"]).code, 0);
    assert_eq!(names(folder.path()).len(), 6);
    assert_eq!(export(folder.path(), &["--overwrite", "--number"]).code, 2);
}

#[test]
fn a_bad_pattern_is_explained_and_writes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    for (pattern, said) in [
        ("{chart}-{who}", "{who}"),
        ("{chart", "no }"),
        ("../{chart}", "'/'"),
        ("{report}", "{chart} or {n}"),
    ] {
        let ran = export(folder.path(), &["--name", pattern]);
        assert_eq!(ran.code, 2, "{pattern}");
        assert!(ran.stderr.contains(said), "{pattern}: {}", ran.stderr);
    }
    assert!(names(folder.path()).is_empty());
}

#[cfg(unix)]
#[test]
fn an_archive_that_finds_no_room_is_told_in_one_line_and_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    // No file of this process may be larger than 20 KB; that is an error like a full disk, and needs no right to mount one.
    let limited = "trap '' XFSZ; ulimit -f 40; exec \"$0\" \"$@\"";
    let ran = std::process::Command::new("sh")
        .args(["-c", limited, env!("CARGO_BIN_EXE_report-explorer")])
        .args(THREE)
        .args(["--zip", "charts.zip"])
        .env("LANG", "en_GB.UTF-8")
        .current_dir(folder.path())
        .output()
        .expect("it starts");
    let said = String::from_utf8_lossy(&ran.stderr);
    assert_eq!(ran.status.code(), Some(1), "{said}");
    assert!(said.starts_with("error: ") && said.lines().count() == 1, "{said}");
    assert!(names(folder.path()).is_empty());
}

#[test]
fn one_chart_s_data_lies_beside_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let arguments =
        ["export", "--chart", "dumbbell-headline", "--data", "--lang", "en", "-o", "图 1.svg"];
    let ran = run_in(folder.path(), &arguments);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let wanted = ["图 1-comparisons.csv", "图 1-figures.csv", "图 1-readme.txt", "图 1.svg"];
    assert_eq!(names(folder.path()), wanted);
    let readme = std::fs::read_to_string(folder.path().join("图 1-readme.txt")).expect("written");
    assert!(readme.contains("SHA-256 of the text: ") && readme.contains("Wording: as printed"));
    let again = run_in(folder.path(), &arguments);
    assert_eq!(again.code, 1);
    let stdout = run("export --chart dumbbell-headline --data --format svg -o -");
    assert_eq!(stdout.code, 2);
    assert!(stdout.bytes.is_empty());
}

#[test]
fn a_batch_ends_with_what_was_written_what_was_left_out_and_what_is_hard_to_read() {
    let folder = tempfile::tempdir().expect("a folder");
    // All cards of a report are more than one column of a paper holds; a profile of it has small type.
    let arguments = |lang, out| {
        [
            "export", "--chart", "card", "--chart", "profile", "--chart", "card-gdp", "--format",
            "svg",
        ]
        .into_iter()
        .chain(["--size", "84mmx105mm", "--index", "--lang", lang, "--out-dir", out])
        .collect::<Vec<_>>()
    };
    for (lang, left_out, small, written) in [
        ("zh", "1 个图表没有导出", "小于 6 磅的字，印出来难以看清：profile（", "已写入 4 个文件"),
        (
            "en",
            "1 chart was not exported",
            "type below 6 pt, hard to read in print: profile (",
            "4 files written",
        ),
    ] {
        let ran = run_in(folder.path(), &arguments(lang, lang));
        assert_eq!(ran.code, 1, "{}", ran.stderr);
        let last: Vec<&str> = ran.stderr.lines().rev().take(3).collect();
        assert_eq!((last[2], last[0]), (left_out, written), "{}", ran.stderr);
        assert!(last[1].contains(small), "{}", ran.stderr);
        let read = |name: &str| {
            std::fs::read_to_string(folder.path().join(lang).join(name)).expect("written")
        };
        let table = read("index.csv");
        let line = |id: &str| {
            let found = table.lines().find(|line| line.contains(&format!(",{id},")));
            found.unwrap_or_else(|| panic!("{id} in {table}"))
        };
        let why = if lang == "zh" { "这一页放不下" } else { "do not fit this page" };
        assert!(line("card").starts_with(',') && line("card").contains(why), "{table}");
        let page = read("index.html");
        for said in [
            "1 个图表没有导出",
            "1 chart was not exported",
            "放不下",
            "最小的字 ",
            "smallest type ",
        ] {
            assert!(page.contains(said), "{said}");
        }
    }
}

#[test]
fn every_chart_of_the_catalogue_is_in_the_index() {
    let folder = tempfile::tempdir().expect("a folder");
    let arguments = ["export", "--all", "--format", "svg", "--index", "--out-dir", "all"];
    let ran = run_in(folder.path(), &arguments);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let english = export(folder.path(), &["--index", "--lang", "en", "--out-dir", "en"]);
    assert_eq!(english.code, 0, "{}", english.stderr);
    let heading = std::fs::read_to_string(folder.path().join("en/index.csv")).expect("written");
    assert!(heading.starts_with("\u{feff}File,Format,"), "in the language of the charts");
    let charts = rows(&run("charts --format json").stdout);
    let index = std::fs::read_to_string(folder.path().join("all/index.csv")).expect("written");
    assert_eq!(index.lines().count(), charts.len() + 1);
    for chart in charts {
        let id = chart["id"].as_str().expect("an id");
        assert!(index.contains(&format!(",{id},")), "{id}");
    }
}
