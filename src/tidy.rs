//! The rules of this house that a test can hold: who may use whom, where colours and words live,
//! and that what is written down (README, changelog, fonts) agrees with the code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use skrifa::MetadataProvider;

use crate::cli::understand;
use crate::i18n::Lang;
use crate::{bundled, export, fonts, load, settings, source};

/// Who may use whom; arrows point one way, so a module stands below those that it uses.
const LAYERS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("reading", &["model"]),
    ("load", &["model", "reading"]),
    ("source", &["model", "reading"]),
    ("find", &["model", "source"]),
    ("bundled", &[]),
    ("fonts", &[]),
    // The window's words name the choices of `settings`, which in turn remembers a language.
    ("i18n", &["model", "settings"]),
    ("cite", &["model", "i18n"]),
    ("theme", &["model"]),
    ("chart", &["model", "i18n", "theme", "fonts"]),
    // An image carries the drawn part of its report as a data file.
    ("export", &["model", "reading", "load", "i18n", "theme", "fonts", "chart"]),
    (
        "cli",
        &[
            "model", "reading", "load", "source", "find", "bundled", "i18n", "theme", "chart",
            "export",
        ],
    ),
    ("notice", &["model", "i18n"]),
    ("settings", &["model", "reading", "find", "i18n", "theme", "chart", "export"]),
    ("jobs", &["model", "load", "source", "i18n", "chart", "export", "notice"]),
    (
        "command",
        &["model", "find", "i18n", "cite", "theme", "chart", "export", "settings", "notice"],
    ),
    (
        "ui",
        &[
            "model", "load", "source", "find", "i18n", "cite", "theme", "fonts", "chart", "export",
            "command", "notice", "settings",
        ],
    ),
    (
        "app",
        &[
            "model", "reading", "load", "source", "find", "bundled", "i18n", "cite", "theme",
            "fonts", "chart", "export", "command", "jobs", "notice", "settings", "ui",
        ],
    ),
];

/// Modules that decide what is seen or said, and must not reach outside the program.
const PURE: &[&str] = &["model", "find", "i18n", "theme", "fonts", "chart", "ui"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A source file without its tests and comments.
struct Source {
    path: PathBuf,
    /// The first folder or file below `src`: `model`, `theme`.
    module: String,
    /// Line by line, comments and everything from `#[cfg(test)]` `mod` on left out.
    code: Vec<(usize, String)>,
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries {
            let path = entry.expect("a readable entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn sources() -> Vec<Source> {
    let src = root().join("src");
    let read = |path: PathBuf| {
        let whole = fs::read_to_string(&path).expect("a source file is UTF-8");
        let below = path.strip_prefix(&src).expect("found below src");
        let first = below.iter().next().expect("not src itself").to_string_lossy();
        let module = first.trim_end_matches(".rs").to_owned();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let is_test = stem == "tests"
            || stem == "tidy"
            || stem.starts_with("test_")
            || below.iter().any(|part| part == "tests");
        let lines: Vec<&str> = whole.lines().collect();
        let tests = lines
            .windows(2)
            .position(|two| two[0] == "#[cfg(test)]" && two[1].ends_with("mod tests {"));
        let end = if is_test { 0 } else { tests.unwrap_or(lines.len()) };
        let code = (1..)
            .zip(&lines[..end])
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
            .map(|(number, line)| (number, (*line).to_owned()))
            .collect();
        Source { path, module, code }
    };
    rust_files(&src).into_iter().map(read).collect()
}

/// `src/theme.rs:12: what`, for each line of code in which `wrong` finds something.
fn complaints(wrong: impl Fn(&Source, &str) -> Option<String>) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in sources() {
        for (number, line) in &source.code {
            if let Some(what) = wrong(&source, line) {
                let path = source.path.strip_prefix(root()).expect("below the root").display();
                complaints.push(format!("{path}:{number}: {what}"));
            }
        }
    }
    complaints
}

fn assert_none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn modules_use_only_what_stands_below_them() {
    let layers: BTreeMap<&str, &[&str]> = LAYERS.iter().copied().collect();
    assert_none(&complaints(|source, line| {
        if matches!(source.module.as_str(), "lib" | "main") {
            return None;
        }
        let allowed = layers.get(source.module.as_str());
        line.split("crate::").skip(1).find_map(|rest| {
            let used: String =
                rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            let is_module = layers.contains_key(used.as_str());
            let sound =
                allowed.is_some_and(|allowed| used == source.module || allowed.contains(&&*used));
            (is_module && !sound).then(|| format!("{} uses {used}", source.module))
        })
    }));
}

#[test]
fn every_module_has_its_place_among_the_layers() {
    let known: BTreeSet<&str> = LAYERS.iter().map(|(module, _)| *module).collect();
    for source in sources() {
        let module = source.module.as_str();
        assert!(
            known.contains(module) || matches!(module, "lib" | "main" | "tidy"),
            "{} is not in LAYERS",
            source.path.display()
        );
    }
}

#[test]
fn the_report_knows_no_egui_and_pictures_and_words_reach_nothing_outside() {
    assert_none(&complaints(|source, line| {
        let module = source.module.as_str();
        if matches!(module, "model" | "load" | "source" | "find" | "i18n") && line.contains("egui")
        {
            return Some(format!("{module} knows egui"));
        }
        let reaching = ["std::fs", "std::thread", "std::process", "std::env::", "std::time"];
        if PURE.contains(&module)
            && let Some(what) = reaching.iter().find(|what| line.contains(*what))
        {
            return Some(format!("{module} uses {what}"));
        }
        line.contains("std::net").then(|| "there is no network".to_owned())
    }));
}

#[test]
fn colours_live_in_the_theme() {
    assert_none(&complaints(|source, line| {
        if source.module == "theme" {
            return None;
        }
        let made_of_digits =
            ["from_rgb(", "from_gray(", "rgb(", "_premultiplied(", "_unmultiplied("]
                .iter()
                .filter_map(|call| line.split_once(call))
                .any(|(_, rest)| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()));
        let hexadecimal = line.split("\"#").skip(1).any(|rest| {
            let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
            matches!(digits, 3 | 6 | 8) && rest[digits..].starts_with('"')
        });
        // White as a tint is egui's way to say "unchanged".
        let named = ["WHITE", "BLACK", "RED", "GREEN", "BLUE", "GRAY", "YELLOW"]
            .iter()
            .any(|name| line.contains(&format!("Color32::{name}")) && !line.contains("tint"));
        (made_of_digits || hexadecimal || named).then(|| format!("a raw colour: {}", line.trim()))
    }));
}

#[test]
fn words_live_in_i18n() {
    let of_the_window = ["app", "ui", "command", "settings", "notice", "jobs"];
    let is_chinese = |c: char| ('\u{3400}'..='\u{9fff}').contains(&c);
    assert_none(&complaints(|source, line| {
        // Where there is no window, both languages are said on stderr.
        let without_a_window = source.path.ends_with("app/start.rs");
        if without_a_window || !of_the_window.contains(&source.module.as_str()) {
            return None;
        }
        let code = line.split("//").next().unwrap_or_default();
        code.contains(is_chinese).then(|| format!("a word: {}", line.trim()))
    }));
}

#[test]
fn the_code_knows_no_report() {
    let about = load::parse(bundled::TEXT, bundled::FILE_NAME).expect("it opens").report;
    let id = about.id().as_str().split('-').next().unwrap_or_default().to_owned();
    let about = about.about();
    let stem = |name: &str| name.trim_end_matches(['市', '省', '县', '区']).to_owned();
    let names = [
        stem(&about.place.zh),
        about.place.en.clone(),
        id,
        about.speaker.zh.clone(),
        about.speaker.en.clone(),
    ];
    let years = [about.actual_year.to_string(), about.target_year.to_string()];
    assert_none(&complaints(|source, line| {
        let found = match source.module.as_str() {
            "bundled" => None,
            // Its messages show by example how a date is written.
            "load" => names.iter().find(|name| line.contains(*name)),
            _ => names.iter().chain(&years).find(|name| line.contains(*name)),
        };
        found.map(|name| format!("names {name:?}"))
    }));
}

#[test]
fn chinese_sentences_have_full_width_punctuation() {
    assert_eq!(half_width_in_chinese("应为{},却是"), Some(','));
    assert_eq!(half_width_in_chinese("文件(.ron)"), Some('('));
    assert_eq!(half_width_in_chinese("没有此文件!"), Some('!'));
    assert_eq!(half_width_in_chinese("位置 ({}, {}) 应在（一）之后；“{}”; expected (a, b)."), None);
    // Units as reports print them.
    let printed = ["套(间)", "台(套)"];
    let mut complaints = Vec::new();
    for source in sources() {
        let code: Vec<&str> = source.code.iter().map(|(_, line)| line.as_str()).collect();
        for literal in literals(&code.join("\n")) {
            if !printed.contains(&literal.as_str())
                && let Some(sign) = half_width_in_chinese(&literal)
            {
                complaints.push(format!("{}: {sign:?} in {literal:?}", source.path.display()));
            }
        }
    }
    assert_none(&complaints);
}

/// A half-width sign of punctuation that touches a Chinese character.
fn half_width_in_chinese(literal: &str) -> Option<char> {
    let is_chinese = |c: &char| ('\u{3400}'..='\u{9fff}').contains(c);
    let is_half_width = |c: char| matches!(c, ',' | ';' | ':' | '?' | '!' | '(' | ')');
    let chars: Vec<char> = literal.chars().collect();
    chars.windows(2).find_map(|pair| match *pair {
        [a, b] if is_half_width(a) && is_chinese(&b) => Some(a),
        [a, b] if is_chinese(&a) && is_half_width(b) => Some(b),
        _ => None,
    })
}

#[test]
fn every_file_says_what_it_is() {
    let files = ["src", "tests", "benches"].into_iter().flat_map(|at| rust_files(&root().join(at)));
    let silent = files
        .filter(|path| {
            let text = fs::read_to_string(path).expect("a source file is UTF-8");
            !text.starts_with("//! ")
        })
        .map(|path| format!("{} has no //! paragraph", path.display()));
    assert_none(&silent.collect::<Vec<_>>());
}

#[test]
fn the_readme_lists_the_commands_and_options_that_there_are() {
    let readme = fs::read_to_string(root().join("README.md")).expect("the README is there");
    let (_, synopsis) = readme.split_once("```text\n").expect("the list of commands");
    let (synopsis, _) = synopsis.split_once("```").expect("the list ends");
    let listed: BTreeMap<&str, BTreeSet<&str>> = synopsis
        .lines()
        .filter_map(|line| line.strip_prefix("report-explorer "))
        .filter_map(|line| line.split_once(' '))
        .filter(|(name, _)| name.chars().all(|c| c.is_ascii_lowercase()))
        .map(|(name, rest)| {
            let options = rest.split(|c: char| !c.is_ascii_lowercase() && c != '-');
            (name, options.filter_map(|word| word.strip_prefix("--")).collect())
        })
        .collect();
    let command = understand::command(Lang::En);
    let offered: BTreeMap<&str, BTreeSet<&str>> = command
        .get_subcommands()
        .map(|command| {
            let options = command.get_arguments().filter_map(clap::Arg::get_long);
            (command.get_name(), options.filter(|option| *option != "help").collect())
        })
        .collect();
    assert_eq!(listed, offered);
}

#[test]
fn the_limits_that_the_format_names_are_those_that_are_kept() {
    let page = fs::read_to_string(root().join("data/README.md")).expect("the format is there");
    let (_, limits) = page.split_once("## Limits\n").expect("it has its limits");
    let mib = |bytes: u64| format!("{} MiB", bytes >> 20);
    let count = |count: usize| match count {
        0..1_000 => count.to_string(),
        _ => format!("{} {:03}", count / 1_000, count % 1_000),
    };
    for (what, limit) in [
        ("a data file", mib(load::MAX_FILE_BYTES)),
        ("sections", count(load::MAX_SECTIONS)),
        ("figures, indicators, exclusions", count(load::MAX_FIGURES)),
        ("a string", count(load::MAX_TEXT_CHARS)),
        ("the report's text", mib(source::MAX_TEXT_BYTES)),
        ("an image that is opened again", mib(export::MAX_FILE as u64)),
        ("title, subtitle and note of a chart", count(export::carried::MAX_WORDS)),
        ("settings", mib(settings::MAX_SETTINGS_BYTES)),
    ] {
        let row = limits.lines().find(|line| line.starts_with(&format!("| {what} |")));
        assert!(row.is_some_and(|row| row.contains(&format!("| {limit}"))), "{what}: {limit}");
    }
}

#[test]
fn the_changelog_tells_of_this_version() {
    let changelog =
        fs::read_to_string(root().join("CHANGELOG.md")).expect("the changelog is there");
    let heading = format!("## {}", env!("CARGO_PKG_VERSION"));
    assert!(changelog.lines().any(|line| line.starts_with(&heading)), "no {heading:?}");
}

#[test]
fn the_fonts_have_every_character_of_the_data_and_of_our_words() {
    let mut needed: BTreeMap<char, String> = BTreeMap::new();
    for c in bundled::TEXT.chars() {
        needed.entry(c).or_insert_with(|| bundled::FILE_NAME.to_owned());
    }
    for source in sources() {
        let code: Vec<&str> = source.code.iter().map(|(_, line)| line.as_str()).collect();
        for literal in literals(&code.join("\n")) {
            for c in literal.chars() {
                needed.entry(c).or_insert_with(|| source.path.display().to_string());
            }
        }
    }
    assert!(needed.contains_key(&'界'), "the literals were found");
    for weight in [fonts::Weight::Regular, fonts::Weight::Bold] {
        let font = skrifa::FontRef::new(weight.bytes()).expect("a font");
        let map = font.charmap();
        let missing: Vec<String> = needed
            .iter()
            // The byte order mark and the replacement character stand in files and are never drawn.
            .filter(|(c, _)| !c.is_control() && !matches!(c, '\u{feff}' | '\u{fffd}'))
            .filter(|(c, _)| map.map(**c).is_none())
            .map(|(c, place)| format!("{c} U+{:04X} in {place}", u32::from(*c)))
            .collect();
        assert_none(&missing);
    }
}

/// The string literals of some code, without comments, escapes resolved.
fn literals(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("//") {
            rest = rest.split_once('\n').map_or("", |(_, after)| after);
        } else if let Some(after) = rest.strip_prefix("r#\"") {
            let (literal, after) = after.split_once("\"#").unwrap_or((after, ""));
            found.push(literal.to_owned());
            rest = after;
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\") {
            rest = &rest[1..];
            rest = rest.find('\'').map_or("", |end| &rest[end.max(2) + 1..]);
        } else if let Some(after) = rest.strip_prefix('"') {
            let (literal, after) = quoted(after);
            found.push(literal);
            rest = after;
        } else {
            rest = &rest[c.len_utf8()..];
        }
    }
    found
}

/// A literal up to its closing quote, and what comes after.
fn quoted(text: &str) -> (String, &str) {
    let mut literal = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return (literal, &text[at + 1..]),
            '\\' => match chars.next() {
                Some((at, 'u')) => {
                    let (hexadecimal, _) = text[at + 1..].split_once('}').unwrap_or_default();
                    let code = u32::from_str_radix(hexadecimal.trim_start_matches('{'), 16);
                    literal.extend(code.ok().and_then(char::from_u32));
                    chars.nth(hexadecimal.chars().count());
                }
                Some((_, c @ ('"' | '\\'))) => literal.push(c),
                _ => {}
            },
            c => literal.push(c),
        }
    }
    (literal, "")
}

#[test]
fn literals_are_found_and_comments_are_not() {
    let source =
        "let a = \"甲\\u{4e59}\\\"丙\"; // \"no\"\nlet q = '\"'; let b = r#\"丁\"#; '\\'' \"戊\"";
    assert_eq!(literals(source), ["甲乙\"丙", "丁", "戊"]);
}
