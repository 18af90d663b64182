//! A report of a hundred thousand figures in the window: it opens, is searched, sorted and scrolled,
//! and only the rows that are seen are ever made.

#[path = "support/large.rs"]
mod large;
#[path = "support/nobody.rs"]
mod nobody;

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use nobody::Nobody;
use report_explorer::app::{App, Start};
use report_explorer::chart::{Catalog, ChartId, ChartKind, ChartSpec, ChartStyle, Scope};
use report_explorer::export::Format;
use report_explorer::export::request::{ExportError, ExportRequest, run};
use report_explorer::i18n::Lang;

fn rows(story: &Harness<'static, App>) -> Vec<String> {
    story.query_all_by_role(Role::Row).filter_map(|row| row.accesskit_node().label()).collect()
}

#[test]
fn a_hundred_thousand_figures_are_scrolled_with_only_the_seen_rows_made() {
    let start =
        Start { file: None, settings_path: None, lang: Lang::Zh, dialogs: Arc::new(Nobody) };
    let mut story: Harness<'static, App> = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_max_steps(12)
        .build_eframe(|creation| App::new(&creation.egui_ctx, start));
    story.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    story.run_ok();
    story.state_mut().show_report(large::report_of(large::FIGURES));
    story.run_ok();
    let seen = rows(&story);
    assert!((5..60).contains(&seen.len()), "{} rows", seen.len());

    story.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    story.run_ok();
    // The bands of comparisons, far longer than the screen.
    let bands = story.query_all_by_role(Role::List);
    let lines: usize = bands.map(|band| band.query_all_by_role(Role::ListItem).count()).sum();
    assert!((1..100).contains(&lines), "{lines} lines");
    story.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    story.run_ok();

    story.get_by_label(&seen[1]).click();
    story.run_ok();
    story.key_press(Key::End);
    story.run_ok();
    let last = rows(&story);
    assert!((5..60).contains(&last.len()), "{} rows", last.len());
    assert!(last.iter().all(|row| !seen.contains(row)), "the end is somewhere else");
    let selected: Vec<String> = story
        .query_all_by_role(Role::Row)
        .filter(|row| row.accesskit_node().is_selected() == Some(true))
        .filter_map(|row| row.accesskit_node().label())
        .collect();
    assert_eq!(selected, [last.last().expect("a row").clone()], "and in view to its last row");

    story.get_by_role_and_label(Role::ColumnHeader, "指标").click();
    story.run_ok();
    story.key_press_modifiers(Modifiers::COMMAND, Key::F);
    story.run_ok();
    story.get_by_role(Role::TextInput).type_text("dqsczz");
    story.run_ok();
    let found = rows(&story);
    assert!(found.len() < 60 && found.iter().all(|row| row.contains("地区生产总值")), "{found:?}");
}

#[test]
fn an_image_carries_no_more_data_than_is_read_back() {
    let report = large::report_of(20_000);
    let spec = ChartSpec::new(ChartKind::Profile, Scope::Report);
    let mut request = ExportRequest::new(spec, ChartStyle::default(), Format::Svg);
    let refused = run(&report, &request).expect_err("too much to be read back");
    assert!(matches!(refused, ExportError::TooMuchData(_)), "{refused}");
    let said = refused.message();
    assert!(said.zh.contains("16 MiB") && said.en.contains("leave the data out"), "{said:?}");
    request.carries_data = false;
    assert!(run(&report, &request).is_ok());
}

/// Each scope asks for what is its own: a list of charts that looked through everything for each of them would not end.
#[test]
fn the_charts_of_a_hundred_thousand_figures_are_listed_and_a_slip_of_the_hand_is_answered() {
    let report = large::report_of(large::FIGURES);
    let catalog = Catalog::new(&report, None);
    let entries = catalog.entries();
    let of_sections = entries.iter().filter(|entry| matches!(entry.spec.scope, Scope::Section(_)));
    assert!(of_sections.count() > 50 && entries.len() > 10_000, "{} charts", entries.len());
    let why = catalog.find("dumbell-3.6").expect_err("it is misspelt");
    let others = catalog.instead_of("dumbell-3.6", &why);
    assert_eq!(others.first().map(ChartId::as_str), Some("dumbbell-3.6"));
}
