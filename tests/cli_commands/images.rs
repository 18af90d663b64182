//! Images that are named where a report's file may stand: the same chart again, and nothing that they do not hold whole.

use std::path::Path;

use crate::folder::names;
use crate::run::{Ran, rows, run_in};

fn ran(folder: &Path, arguments: &str) -> Ran {
    let ran = run_in(folder, &arguments.split_whitespace().collect::<Vec<_>>());
    assert_eq!(ran.code, 0, "{arguments}: {}", ran.stderr);
    ran
}

/// Everything that one may choose about a chart and its page.
const LOOK: [&str; 24] = [
    "--chart",
    "dumbbell-headline",
    "--size",
    "140mmx120.5mm",
    "--dpi",
    "150",
    "--lang",
    "both",
    "--theme",
    "print",
    "--background",
    "white",
    "--digits",
    "full",
    "--order",
    "value",
    "--labels",
    "difference",
    "--without",
    "legend,derived",
    "--title",
    "A title of its own",
    "--note",
    "说明 'one'",
];

#[test]
fn an_image_without_another_word_is_exported_as_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let read = |name: &str| std::fs::read(folder.join(name)).expect("written");
    for (name, letters) in
        [("a.png", "outlines"), ("a.svg", "text"), ("b.svg", "outlines"), ("a.pdf", "outlines")]
    {
        let whole = [&["export", "-o", name, "--text", letters][..], &LOOK].concat();
        assert_eq!(run_in(folder, &whole).code, 0);
        ran(folder, &format!("export {name} -o again-{name}"));
        assert!(read(name) == read(&format!("again-{name}")), "{name} became another file");
    }
    // A page that has the size of one that grows, and did not.
    ran(folder, "export --chart bars-headline --size 84mmx105mm --dpi 600 -o low.svg");
    ran(folder, "export low.svg -o again-low.svg");
    assert!(read("low.svg") == read("again-low.svg"));
    // From one format the others, as a batch.
    ran(folder, "export b.svg --format svg,png,pdf --name {n} --out-dir batch");
    for (one, other) in [("b.svg", "1.svg"), ("a.png", "1.png"), ("a.pdf", "1.pdf")] {
        assert!(read(one) == read(&format!("batch/{other}")), "{one} from b.svg");
    }
}

#[test]
fn what_the_options_say_goes_before_what_the_image_has() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    assert_eq!(run_in(folder, &[&["export", "-o", "a.svg"][..], &LOOK].concat()).code, 0);
    let changed = "--preset square --lang en --theme dark --background transparent --digits k";
    let changed = format!(
        "{changed} --order difference --labels value --without notes --title T --text text"
    );
    ran(folder, &format!("export a.svg -o b.svg {changed}"));
    let said = ran(folder, "inspect b.svg").stdout;
    for option in [
        "dumbbell-headline 1080×1080 px",
        "96 DPI en dark",
        "--text text --order difference --labels value --digits k --background transparent",
        "--without notes --title 'T'",
        "--note '说明",
    ] {
        assert!(said.contains(option), "{option} in {said}");
    }
    // A size alone leaves the resolution as it is.
    ran(folder, "export a.svg -o c.svg --size 800x600");
    assert!(ran(folder, "inspect c.svg").stdout.contains("800×600 px (211.7×158.8 mm) 150 DPI"));
}

#[test]
fn an_image_lists_and_draws_its_own_chart_and_its_indicators_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    ran(folder, "export --chart dumbbell-innovation -o a.png");
    let listed = rows(&ran(folder, "charts a.png --format json").stdout);
    let ids: Vec<&str> = listed.iter().filter_map(|row| row["id"].as_str()).collect();
    assert!(ids.contains(&"dumbbell-innovation") && ids.contains(&"card-technology-contracts"));
    for id in &ids {
        assert!(id.ends_with("-innovation") || id.starts_with("card-"), "{id}");
    }
    for (id, lang, said) in [
        ("profile", "en", "carries a part of the report"),
        ("dumbbell", "zh", "图像只带有报告的一部分"),
        ("profile-3", "zh", "dumbbell-innovation"),
        ("card-headline", "en", "try dumbbell-innovation"),
    ] {
        let refused = run_in(folder, &["export", "a.png", "--chart", id, "--lang", lang]);
        assert_eq!(refused.code, 2, "{}", refused.stderr);
        assert!(refused.stderr.contains(said), "{id}: {}", refused.stderr);
    }
    ran(folder, "export a.png --all --format svg --out-dir all");
    assert_eq!(names(&folder.join("all")).len(), ids.len());
    // The figures stay those that it carries.
    assert!(rows(&ran(folder, "figures a.png --format json").stdout).len() > ids.len());
}

#[test]
fn inspect_says_its_own_words_in_the_language_that_was_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    for (chart, asked, label) in
        [("zh", "en", "source line: 来源："), ("en", "zh", "来源行：Source: ")]
    {
        let name = format!("{chart}.svg");
        ran(folder, &format!("export --chart card-gdp --lang {chart} -o {name}"));
        let said = ran(folder, &format!("inspect {name} --lang {asked}")).stdout;
        assert!(said.lines().any(|line| line.starts_with(label)), "{said}");
    }
}
