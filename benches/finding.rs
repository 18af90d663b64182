//! How long a keystroke takes: search, filter and sort, with the bundled report and with a hundred thousand figures.
//!
//! `cargo bench --bench finding`. Benchmarks measure, tests do not time.

#[path = "../tests/support/large.rs"]
mod large;

use std::sync::OnceLock;

use divan::{Bencher, black_box};
use report_explorer::find::{Index, Query};
use report_explorer::model::Report;
use report_explorer::{bundled, load};

fn main() {
    divan::main();
}

/// What people type, the slow kinds among it: one letter, one digit, pinyin, words of every clause.
const TYPED: [&str; 8] =
    ["1", "d", "dqsczz", "地区生产总值", "一万二", "gdp growth", "新", "没有的词"];

fn small() -> &'static Report {
    static REPORT: OnceLock<Report> = OnceLock::new();
    REPORT.get_or_init(|| {
        load::parse(bundled::TEXT, bundled::FILE_NAME).expect("the bundled file opens").report
    })
}

fn large() -> &'static Report {
    static REPORT: OnceLock<Report> = OnceLock::new();
    REPORT.get_or_init(|| large::report_of(large::FIGURES))
}

fn search(bencher: Bencher<'_, '_>, report: &Report, typed: &str) {
    let index = Index::of(report, None);
    bencher.bench_local(|| index.search(report, &Query::parse(black_box(typed))));
}

#[divan::bench(args = TYPED)]
fn a_search_in_one_report(bencher: Bencher<'_, '_>, typed: &str) {
    search(bencher, small(), typed);
}

#[divan::bench(args = TYPED)]
fn b_search_in_100_000_figures(bencher: Bencher<'_, '_>, typed: &str) {
    search(bencher, large(), typed);
}

#[divan::bench]
fn c_index_of_one_report() -> Index {
    Index::of(black_box(small()), None)
}

#[divan::bench(sample_count = 5)]
fn d_index_of_100_000_figures() -> Index {
    Index::of(black_box(large()), None)
}
