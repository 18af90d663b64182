//! How long the report's side takes: opening the data file, comparing, checking, writing tables.
//!
//! `cargo bench --bench report`. Benchmarks measure, tests do not time.

use divan::{Bencher, black_box};
use report_explorer::chart::Catalog;
use report_explorer::export::tables::{catalogues, figures, figures_workbook, workbook};
use report_explorer::i18n::Lang;
use report_explorer::model::{FigureFilter, Report, check_rules, compare_all};
use report_explorer::{bundled, load};

fn main() {
    divan::main();
}

fn report() -> Report {
    load::parse(bundled::TEXT, bundled::FILE_NAME).expect("the bundled file opens").report
}

#[divan::bench]
fn open_the_data_file() -> usize {
    let loaded = load::parse(black_box(bundled::TEXT), bundled::FILE_NAME);
    loaded.expect("the bundled file opens").report.figures().len()
}

#[divan::bench]
fn derive_every_comparison(bencher: Bencher<'_, '_>) {
    let report = report();
    bencher.bench_local(|| compare_all(black_box(&report)));
}

#[divan::bench]
fn check_the_rules(bencher: Bencher<'_, '_>) {
    let report = report();
    bencher.bench_local(|| check_rules(black_box(&report)));
}

#[divan::bench]
fn list_the_charts(bencher: Bencher<'_, '_>) {
    let report = report();
    bencher.bench_local(|| catalogues::charts(Catalog::new(black_box(&report), None), Lang::Zh));
}

#[divan::bench]
fn figures_as_csv(bencher: Bencher<'_, '_>) {
    let report = report();
    let filter = FigureFilter::default();
    bencher.bench_local(|| figures::table(black_box(&report), &filter, Lang::Zh).to_csv());
}

#[divan::bench]
fn figures_as_json(bencher: Bencher<'_, '_>) {
    let report = report();
    let filter = FigureFilter::default();
    bencher.bench_local(|| figures::table(black_box(&report), &filter, Lang::Zh).to_json());
}

#[divan::bench]
fn figures_as_a_workbook(bencher: Bencher<'_, '_>) {
    let report = report();
    let filter = FigureFilter::default();
    bencher.bench_local(|| {
        let tables = figures_workbook(black_box(&report), &filter, Lang::Zh);
        workbook(&report, &tables).expect("it fits")
    });
}
