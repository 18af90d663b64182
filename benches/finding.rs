//! How long a keystroke takes: search, filter, sort and a frame of the window, with the bundled report and with a hundred thousand figures.
//!
//! `cargo bench --bench finding`. Benchmarks measure, tests do not time.

#[path = "../tests/support/large.rs"]
mod large;
#[path = "../tests/support/nobody.rs"]
mod nobody;

use std::sync::{Arc, OnceLock};

use divan::{Bencher, black_box};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use nobody::Nobody;
use report_explorer::app::{App, Start};
use report_explorer::find::{Column, FacetValue, Filters, Index, Order, Query};
use report_explorer::i18n::{Lang, terms};
use report_explorer::model::{Bound, Report};
use report_explorer::ui::lists::{Table, TableOf, Writing};
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
    let index = Index::of(report, None, &terms::measured_names);
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
    Index::of(black_box(small()), None, &terms::measured_names)
}

#[divan::bench(sample_count = 5)]
fn d_index_of_100_000_figures() -> Index {
    Index::of(black_box(large()), None, &terms::measured_names)
}

/// A table that is narrowed and ordered as a person would.
fn table(bencher: Bencher<'_, '_>, report: &Report, change: impl Fn(&mut Filters, usize)) {
    let mut table = Table::default();
    let columns = Column::DEFAULT;
    let mut filters = Filters::default();
    let update = |table: &mut Table, filters: &Filters| {
        table.update(TableOf {
            report,
            generation: 1,
            text: None,
            section: None,
            filters,
            columns: &columns,
            selection: None,
            writing: Writing::default(),
        });
    };
    // Index, places and texts are made once a report.
    for round in 0..4 {
        change(&mut filters, round);
        update(&mut table, &filters);
    }
    let mut round = 0;
    bencher.bench_local(|| {
        round += 1;
        change(&mut filters, round);
        update(&mut table, &filters);
    });
}

/// One keystroke to a new table: search, facets with their counts, order.
fn keystroke(filters: &mut Filters, round: usize) {
    ["d", "dq", "dqs", "dqsc", "增", "增长", "1", "12"][round % 8].clone_into(&mut filters.search);
}

fn filter(filters: &mut Filters, _: usize) {
    filters.choice.toggle(FacetValue::Bound(Bound::AtLeast));
}

fn sort(filters: &mut Filters, round: usize) {
    let column = [Column::Target, Column::Name][round / 2 % 2];
    filters.order = Some(Order { column, descending: round.is_multiple_of(2) });
}

#[divan::bench]
fn e_keystroke_in_one_report(bencher: Bencher<'_, '_>) {
    table(bencher, small(), keystroke);
}

#[divan::bench]
fn f_keystroke_in_100_000_figures(bencher: Bencher<'_, '_>) {
    table(bencher, large(), keystroke);
}

#[divan::bench]
fn g_filter_in_one_report(bencher: Bencher<'_, '_>) {
    table(bencher, small(), filter);
}

#[divan::bench]
fn h_filter_in_100_000_figures(bencher: Bencher<'_, '_>) {
    table(bencher, large(), filter);
}

#[divan::bench]
fn i_sort_in_one_report(bencher: Bencher<'_, '_>) {
    table(bencher, small(), sort);
}

#[divan::bench]
fn j_sort_in_100_000_figures(bencher: Bencher<'_, '_>) {
    table(bencher, large(), sort);
}

/// A frame of the whole window with the table in it, layout and accessibility tree included, without painting.
fn frame(bencher: Bencher<'_, '_>, report: Option<Report>) {
    let start =
        Start { file: None, settings_path: None, lang: Lang::Zh, dialogs: Arc::new(Nobody) };
    let mut window: Harness<'static, App> = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_max_steps(12)
        .build_eframe(|creation| App::new(&creation.egui_ctx, start));
    if let Some(report) = report {
        window.state_mut().show_report(report);
    }
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    window.run_ok();
    bencher.bench_local(|| window.step());
}

#[divan::bench]
fn k_frame_with_one_report(bencher: Bencher<'_, '_>) {
    frame(bencher, None);
}

#[divan::bench]
fn l_frame_with_100_000_figures(bencher: Bencher<'_, '_>) {
    frame(bencher, Some(large().clone()));
}
