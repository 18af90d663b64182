//! The report's text at the report: copies are recognised, every item is found in them, other texts are refused.

mod copies;
mod links;

use std::path::{Path, PathBuf};

use report_explorer::load::{parse, read_file};
use report_explorer::model::Report;

/// A small report and its text.
const SMALL: &str = include_str!("../data/small.report.ron");
const SMALL_TEXT: &str = include_str!("../data/small.txt");

fn small() -> Report {
    parse(SMALL, "small.report.ron").expect("the small report opens").report
}

/// The published report with its text; `None`, said plainly, where the text is not at hand.
fn published() -> Option<(Report, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("../shared/report/shenyang-2022.txt");
    if !path.exists() {
        #[expect(clippy::print_stderr, reason = "a test that is left out must say so")]
        {
            eprintln!("left out: {} is not there", path.display());
        }
        return None;
    }
    let loaded = read_file(&root.join("data/shenyang-2022.report.ron")).expect("opened");
    Some((loaded.report, path))
}
