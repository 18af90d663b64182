//! A link where the file stands: what it leads to is given, and nothing is where it leads nowhere.

use crate::run::{data, rows, run, run_in};

fn ids(json: &str) -> Vec<String> {
    rows(json).iter().map(|row| row["id"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn a_link_gives_its_figure_indicator_or_section() {
    let small = data("small.report.ron");
    let figures = |place: &str| {
        let link = format!("{}#{place}", small.display());
        let ran = run_in(std::path::Path::new("."), &["figures", "--format", "json", &link]);
        assert_eq!(ran.code, 0, "{}", ran.stderr);
        ids(&ran.stdout)
    };
    assert_eq!(figures("base-stations-target"), ["base-stations-target"]);
    assert!(figures("base-stations").contains(&"base-stations-actual".to_owned()));
    assert!(figures("1.a").iter().all(|id| id.ends_with("-actual") || id.contains("air")));
    let link = format!("{}#base-stations-target", small.display());
    let ran = run_in(std::path::Path::new("."), &["comparisons", "--format", "json", &link]);
    let pairs = rows(&ran.stdout);
    assert_eq!(pairs.len(), 1);
    assert_eq!(pairs[0]["target"], "base-stations-target");
}

#[test]
fn a_link_into_the_bundled_report_needs_no_file() {
    let all = rows(&run("figures --format json").stdout);
    let id = all[0]["id"].as_str().expect("an id");
    let ran = run(&format!("figures --format json shenyang-2022#{id}"));
    assert_eq!((ran.code, ids(&ran.stdout)), (0, vec![id.to_owned()]), "{}", ran.stderr);
}

#[test]
fn a_link_that_leads_nowhere_says_what_to_do() {
    for (arguments, said) in [
        ("figures shenyang-2022#nothing", "no figure, indicator or section"),
        ("figures beijing-2022#gdp", "write the path of its data file"),
        ("check shenyang-2022#gdp", "`figures` and `comparisons` take links"),
        ("sections shenyang-2022#gdp", "`figures` and `comparisons` take links"),
    ] {
        let ran = run(arguments);
        assert_eq!(ran.code, 2, "{arguments}");
        assert!(ran.stderr.contains(said), "{arguments}: {}", ran.stderr);
        assert!(ran.stdout.is_empty(), "{arguments}");
    }
}
