//! Wrong arguments, help, and the two languages.

use crate::run::{command, run};

#[test]
fn wrong_arguments_exit_with_2_and_say_what_is_wrong() {
    for (arguments, said) in [
        ("figures --bogus", "--bogus"),
        ("figures --format pdf", "csv, json, xlsx, md"),
        ("figures --role done", "actual, target, goal"),
        ("figures --section 99", "no such section"),
        ("figures --section ../x", "no such section"),
        ("figures nowhere.report.ron", "nowhere.report.ron"),
        ("nowhere", "neither a file nor a command"),
        ("export", "--chart"),
        ("export --chart nowhere", "nowhere"),
        ("export --chart dumbbell --all", "together"),
        ("export --chart dumbbell --size 100", "1600x900"),
        ("export --chart dumbbell --size 100x100", "from 180 to 20000 px"),
        ("export --chart dumbbell --preset a5", "a4-portrait"),
        ("export --chart dumbbell --preset slide --size 800x600", "together"),
        ("export --chart dumbbell -o chart.gif", "chart.gif"),
        ("export --chart dumbbell --format svg,png -o chart.svg", "--out-dir"),
        ("inspect", "IMAGE"),
        ("inspect nowhere.png", "nowhere.png"),
    ] {
        let ran = run(arguments);
        assert_eq!(ran.code, 2, "{arguments}: {}", ran.stderr);
        assert!(ran.stderr.contains(said), "{arguments}: {}", ran.stderr);
        assert_eq!(ran.stdout, "", "{arguments}");
    }
}

#[cfg(unix)]
#[test]
fn arguments_that_are_no_text_are_refused_in_words_and_files_may_have_any_name() {
    use std::os::unix::ffi::OsStrExt as _;

    let strange = std::ffi::OsStr::from_bytes(b"\xff");
    let ran = crate::run::run_in(
        std::path::Path::new("."),
        &["figures".as_ref(), "--lang".as_ref(), "zh".as_ref(), "--section".as_ref(), strange],
    );
    assert_eq!(ran.code, 2);
    assert!(ran.stderr.contains("有一个参数不是 UTF-8 文字"), "{}", ran.stderr);

    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join(strange);
    std::fs::copy(crate::run::data("small.report.ron"), &file).expect("copied");
    let ran = crate::run::run_in(folder.path(), &["check".as_ref(), file.as_os_str()]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
}

#[test]
fn messages_follow_the_option_and_then_the_system() {
    assert!(run("figures --bogus --lang zh").stderr.starts_with("错误：没有“--bogus”"));
    let output = command(&["figures", "--bogus"]).env("LANG", "zh_CN.UTF-8").output();
    let stderr = output.expect("the binary starts").stderr;
    assert!(String::from_utf8_lossy(&stderr).starts_with("错误："));
    assert!(run("figures --bogus").stderr.starts_with("error: "));
}

#[test]
fn help_is_there_for_every_command_in_both_languages() {
    for command in
        ["", "figures", "comparisons", "sections", "check", "charts", "export", "inspect"]
    {
        let english = run(&format!("{command} --help --lang en"));
        let chinese = run(&format!("{command} --help --lang zh"));
        // `--lang` is an option of the commands, not of the window, but help comes first.
        assert_eq!((english.code, chinese.code), (0, 0), "{command}");
        assert!(english.stdout.contains("Usage: "), "{}", english.stdout);
        assert!(chinese.stdout.contains("用法："), "{}", chinese.stdout);
    }
    assert!(run("export --help --lang en").stdout.contains("{theme} and {n}"));
    assert!(run("--version").stdout.contains(env!("CARGO_PKG_VERSION")));
}
