//! `export` and `inspect`.

use crate::folder::names;
use crate::run::{rows, run, run_in};

/// A chart of the bundled report.
fn first_chart() -> String {
    rows(&run("charts --format json").stdout)[0]["id"].as_str().expect("an id").to_owned()
}

#[test]
fn type_too_small_for_print_is_warned_of() {
    let folder = tempfile::tempdir().expect("a folder");
    let exported = |option: &str, page: &str| {
        let arguments = ["export", "--chart", "dumbbell-headline", option, page];
        let arguments = [&arguments[..], &["--lang", "en", "-o", "chart.svg"]].concat();
        let ran = run_in(folder.path(), &[&arguments[..], &["--overwrite"]].concat());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ran.stderr
    };
    let small = exported("--size", "84mmx105mm");
    assert!(small.contains("pt, hard to read in print"), "{small}");
    let large = exported("--preset", "slide");
    assert!(!large.contains("print"), "{large}");
    // A column of a paper is as high as its type needs.
    let grown = exported("--preset", "paper-84mm");
    assert!(!grown.contains("print"), "{grown}");
}

#[test]
fn a_chart_becomes_every_format_and_each_carries_its_data() {
    let folder = tempfile::tempdir().expect("a folder");
    let chart = first_chart();
    let arguments = ["export", "--chart", &chart, "--format", "svg,png,pdf", "--lang", "both"];
    let ran = run_in(folder.path(), &arguments);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let written = names(folder.path());
    assert_eq!(written.len(), 3, "{written:?}");
    for name in written {
        assert!(name.contains(&chart) && name.contains("-both."), "{name}");
        let carried = run_in(folder.path(), &["inspect", &name, "--format", "json"]);
        assert_eq!(carried.code, 0, "{name}: {}", carried.stderr);
        let carried: serde_json::Value = serde_json::from_str(&carried.stdout).expect("JSON");
        assert_eq!(carried["format"], "report-explorer chart");
        assert_eq!(carried["style"]["lang"], "both");
        let figures = carried["figures"].as_array().expect("figures");
        assert!(figures.iter().all(|figure| figure["wording"].is_string()), "{name}");
        assert!(figures.len() >= 2);
        let said = run_in(folder.path(), &["inspect", &name]).stdout;
        let first = figures[0]["wording"].as_str().expect("a wording");
        assert!(said.contains(first) && said.contains("SHA-256"), "{said}");
    }
}

#[test]
fn inspect_names_every_choice_and_figures_that_are_not_those_of_the_data() {
    let folder = tempfile::tempdir().expect("a folder");
    let choices = "--order value --labels difference --digits full --background white --without legend,notes --note It's_$HOME";
    let chart = first_chart();
    let arguments: Vec<&str> = ["export", "--chart", &chart, "-o", "a.svg"]
        .into_iter()
        .chain(choices.split(' '))
        .collect();
    let ran = run_in(folder.path(), &arguments);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let said = run_in(folder.path(), &["inspect", "a.svg"]);
    assert_eq!(said.code, 0, "{}", said.stderr);
    // As a shell takes it.
    let choices = choices.replace("It's_$HOME", r"'It'\''s_$HOME'");
    assert!(said.stdout.contains(&choices), "{}", said.stdout);

    let path = folder.path().join("a.svg");
    let svg = std::fs::read_to_string(&path).expect("there");
    let changed = svg.replacen("\"wording\":\"", "\"wording\":\"9", 1);
    assert_ne!(svg, changed);
    std::fs::write(&path, changed).expect("written");
    let said = run_in(folder.path(), &["inspect", "a.svg", "--lang", "en"]);
    assert_eq!(said.code, 1, "{}", said.stderr);
    assert!(said.stderr.contains("not what the data file inside says"), "{}", said.stderr);
}

#[test]
fn the_same_chart_is_the_same_bytes() {
    let chart = first_chart();
    for format in ["svg", "png", "pdf"] {
        let once = run(&format!("export --chart {chart} --format {format} -o -"));
        assert_eq!(once.code, 0, "{}", once.stderr);
        let again = run(&format!("export --chart {chart} --format {format} -o -"));
        assert!(once.bytes == again.bytes, "{format}");
    }
}

#[test]
fn pages_have_the_size_asked_for() {
    let chart = first_chart();
    let size = |options: &str| {
        let ran = run(&format!("export --chart {chart} -o - --format png {options}"));
        assert_eq!(ran.code, 0, "{options}: {}", ran.stderr);
        let side = |at: usize| u32::from_be_bytes(ran.bytes[at..at + 4].try_into().expect("four"));
        (side(16), side(20))
    };
    assert_eq!(size(""), (3200, 1800));
    assert_eq!(size("--size 800x600 --dpi 96"), (800, 600));
    assert_eq!(size("--preset public-account"), (900, 383));
    assert_eq!(size("--preset a4-landscape --theme print"), (3508, 2480));
}

#[test]
fn nothing_is_written_when_one_of_the_files_is_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let chart = first_chart();
    let arguments = ["export", "--chart", &chart, "--format", "svg,png"];
    assert_eq!(run_in(folder.path(), &arguments).code, 0);
    let png = format!("shenyang-2022-{chart}-zh.png");
    std::fs::remove_file(folder.path().join(&png)).expect("removable");

    let refused = run_in(folder.path(), &arguments);
    assert_eq!(refused.code, 1);
    assert!(refused.stderr.contains(".svg"), "{}", refused.stderr);
    assert!(!folder.path().join(&png).exists(), "all or nothing");

    let allowed = [&arguments[..], &["--overwrite"]].concat();
    assert_eq!(run_in(folder.path(), &allowed).code, 0);
    assert!(folder.path().join(&png).exists());
}

#[test]
fn the_files_of_one_chart_have_one_number() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.svg"), "mine").expect("writable");
    let one = ["export", "--chart", "card-gdp", "-o", "a.svg", "--data", "--number"];
    assert_eq!(run_in(folder.path(), &one).code, 0);
    let found = names(folder.path());
    assert!(found.len() > 2, "{found:?}");
    let numbered = |name: &&String| name.contains(" (2).");
    assert_eq!(found.iter().filter(numbered).count(), found.len() - 1, "{found:?}");

    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("shenyang-2022-card-gdp-zh.png"), "mine").expect("writable");
    let batch = ["export", "--chart", "card-gdp", "--format", "svg,png", "--number"];
    assert_eq!(run_in(folder.path(), &batch).code, 0);
    let numbered = ["png", "svg"].map(|ending| format!("shenyang-2022-card-gdp-zh (2).{ending}"));
    assert!(numbered.iter().all(|name| names(folder.path()).contains(name)));
}

#[test]
fn a_long_page_has_its_small_picture_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let long =
        ["export", "--chart", "card-gdp", "--size", "180x20000", "--format", "svg", "--index"];
    let ran = run_in(folder.path(), &long);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
}

#[test]
fn every_chart_is_written_into_a_new_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let arguments = ["export", "--all", "--format", "svg", "--lang", "en", "--out-dir", "a/b"];
    let ran = run_in(folder.path(), &arguments);
    let charts = rows(&run("charts --format json").stdout).len();
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert_eq!(names(&folder.path().join("a/b")).len(), charts);
}

#[test]
fn a_page_that_is_too_small_is_named_and_leaves_no_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let ran = run_in(folder.path(), &["export", "--chart", "dumbbell", "--size", "200x180"]);
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains("rows do not fit this page"), "{}", ran.stderr);
    assert!(names(folder.path()).is_empty());
}

#[test]
fn files_that_are_no_images_of_ours_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in [
        ("empty.png", &b""[..]),
        ("text.png", b"hello"),
        ("cut.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("other.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("bomb.svg", b"<!DOCTYPE svg [<!ENTITY a \"aaaa\">]><svg>&a;</svg>"),
        ("other.pdf", b"%PDF-1.7\n"),
    ] {
        std::fs::write(folder.path().join(name), bytes).expect("writable");
        let ran = run_in(folder.path(), &["inspect", name]);
        assert_eq!(ran.code, 2, "{name}: {}", ran.stderr);
        assert!(ran.stderr.contains(name), "{}", ran.stderr);
    }
}

#[test]
fn a_size_in_millimetres_is_the_page_of_the_preset() {
    let chart = first_chart();
    for format in ["svg", "png", "pdf"] {
        let export = |page: &str| {
            run(&format!("export --chart {chart} --lang en --format {format} -o - {page}"))
        };
        let preset = export("--preset a4-landscape");
        let sized = export("--size 297mmx210mm --dpi 300");
        assert_eq!((preset.code, sized.code), (0, 0), "{}", sized.stderr);
        assert!(preset.bytes == sized.bytes, "{format}");
    }
    let refused = run(&format!("export --chart {chart} --size 84mm -o -"));
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("84mmx105mm"), "{}", refused.stderr);
}

#[test]
fn parts_words_and_background_are_as_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let export = |name: &str, options: &[&str]| {
        let svg = ["export", "--chart", "dumbbell-headline", "--text", "text", "-o", name];
        let ran = run_in(folder.path(), &[&svg[..], options].concat());
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        let svg = std::fs::read_to_string(folder.path().join(name)).expect("written");
        // The picture alone, without title, description and data of the file.
        svg.split_once("</metadata>").expect("it has metadata").1.to_owned()
    };
    let whole = export("whole.svg", &[]);
    assert!(whole.contains("来源"), "the source line");
    let bare = export("bare.svg", &["--without", "title,legend,source,notes,derived"]);
    assert!(!bare.contains("来源") && bare.len() < whole.len());
    let own = ["--title", "一个 <自己> 的标题", "--subtitle", "副标题甲", "--note", "说明乙"];
    let own = export("own.svg", &own);
    for words in ["一个", "&lt;自己&gt;", "副标题甲", "说明乙"] {
        assert!(own.contains(words), "{words}");
    }
    let transparent = export("transparent.svg", &["--background", "transparent"]);
    assert!(transparent.len() < whole.len(), "no ground is painted");
    let full = export("full.svg", &["--order", "value", "--labels", "value", "--digits", "full"]);
    assert_ne!(full, whole);
}

#[test]
fn a_character_that_the_fonts_lack_is_named_and_leaves_no_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let arguments =
        ["export", "--chart", "dumbbell-headline", "--title", "火箭 🚀", "-o", "chart.svg"];
    let ran = run_in(folder.path(), &arguments);
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains('🚀'), "{}", ran.stderr);
    assert!(names(folder.path()).is_empty());
}

#[test]
fn an_image_without_data_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    for format in ["svg", "png", "pdf"] {
        let name = format!("chart.{format}");
        let arguments = ["export", "--chart", "dumbbell-headline", "--no-data", "-o", &name];
        assert_eq!(run_in(folder.path(), &arguments).code, 0);
        let said = run_in(folder.path(), &["inspect", &name]);
        assert_eq!(said.code, 0, "{}", said.stderr);
        assert!(said.stdout.contains("left out at the export"), "{}", said.stdout);
        assert!(!said.stdout.contains("SHA-256"));
        let json = run_in(folder.path(), &["inspect", &name, "--format", "json"]);
        assert_eq!(json.code, 2);
        assert!(json.stderr.contains("left out at the export"), "{}", json.stderr);
    }
}

#[test]
fn a_chart_that_there_is_not_is_refused_with_the_reason_and_with_what_there_is() {
    for (id, en, zh) in [
        (
            "card-energy-intensity",
            "the report gives no actual of energy-intensity",
            "报告没有给出 energy-intensity 的实绩",
        ),
        ("bars-population", "gives no target of population", "没有给出 population 的目标"),
        (
            "dumbbell-3.9.b",
            "stand on one scale; try overview-3.9.b",
            "同一刻度上的对照；可改用 overview-3.9.b",
        ),
        (
            "overview-3.1",
            "needs two comparisons; try dumbbell-3.1",
            "至少要有两组对照；可改用 dumbbell-3.1",
        ),
        ("card-3.1", "try card-major-projects-started", "可改用 card-major-projects-started"),
        ("profile-headline", "the headline targets are no section", "主要预期目标不是章节"),
        ("dumbell-headline", "try dumbbell-headline,", "可改用 dumbbell-headline、"),
        ("nothing-like-it", "there is no such chart; `charts`", "没有这个图表；charts"),
    ] {
        for (lang, said) in [("en", en), ("zh", zh)] {
            let refused = run(&format!("export --chart {id} --lang {lang} -o -"));
            assert_eq!(refused.code, 2, "{}", refused.stderr);
            assert!(
                refused.stderr.contains(id) && refused.stderr.contains(said),
                "{}",
                refused.stderr
            );
        }
    }
}

#[test]
fn an_option_that_a_kind_knows_nothing_of_is_named_and_the_chart_is_written() {
    let exported = |arguments: &str| {
        let ran = run(&format!("export --format svg -o - {arguments}"));
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        (ran.bytes, ran.stderr)
    };
    let (plain, _) = exported("--chart profile --lang en");
    let (same, said) = exported("--chart profile --lang en --order difference --labels value");
    assert!(plain == same);
    assert!(said.contains("note: --order difference means nothing to Profile"), "{said}");
    assert!(said.contains("note: --labels value means nothing to Profile"), "{said}");
    let (_, said) = exported("--chart ratio --lang zh --order value");
    assert!(said.contains("提示：--order value 对倍数图没有意义"), "{said}");
    let (_, said) = exported("--chart ratio --order difference --labels value");
    assert!(!said.contains("--order") && !said.contains("--labels"), "{said}");
}
