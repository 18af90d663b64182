//! Pictures of the whole window in both languages and themes, painted without a display.
//!
//! They are in the repository to be looked at; `UPDATE_SNAPSHOTS=force cargo test --test window_pictures` makes them anew.

#[path = "support/nobody.rs"]
mod nobody;
mod support;

use std::sync::Arc;

use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;
use egui_kittest::{Harness, SnapshotOptions};

use nobody::Nobody;
use report_explorer::app::{App, Start};
use report_explorer::i18n::Lang;
use support::SoftwareRenderer;

fn window(lang: Lang, theme: Theme) -> Harness<'static, App> {
    let start = Start { file: None, settings_path: None, lang, dialogs: Arc::new(Nobody) };
    let mut harness = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_theme(theme)
        .with_render_cursor(false)
        .with_max_steps(12)
        .renderer(SoftwareRenderer::default())
        .build_eframe(|creation| App::new(&creation.egui_ctx, start));
    harness.run_ok();
    // The table, which is the second view.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    harness.run_ok();
    harness
}

fn picture(harness: &mut Harness<'static, App>, name: &str) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pictures");
    // A handful of pixels may differ where processors round differently.
    let options = SnapshotOptions::new().threshold(1.0).max_failed_pixels(200).output_path(folder);
    harness.snapshot_options(name, &options);
}

fn table(lang: Lang, theme: Theme, name: &str) {
    picture(&mut window(lang, theme), name);
}

fn chart(lang: Lang, theme: Theme, tab: &str, name: &str) {
    let mut harness = window(lang, theme);
    harness.get_by_label(tab).click();
    harness.run_ok();
    picture(&mut harness, name);
}

#[test]
fn the_chinese_overview_looks_as_it_was_approved() {
    let mut harness = window(Lang::Zh, Theme::Light);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    harness.run_ok();
    picture(&mut harness, "overview-zh-light");
}

#[test]
fn the_english_overview_in_high_contrast_looks_as_it_was_approved() {
    let mut harness = window(Lang::En, Theme::Dark);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    harness.run_ok();
    harness.get_by_label("Theme: System").click();
    harness.run_ok();
    harness.get_by_label("High contrast").click();
    harness.run_ok();
    picture(&mut harness, "overview-en-contrast");
}

#[test]
fn the_chinese_table_looks_as_it_was_approved() {
    table(Lang::Zh, Theme::Light, "table-zh-light");
}

#[test]
fn the_english_table_looks_as_it_was_approved() {
    table(Lang::En, Theme::Dark, "table-en-dark");
}

#[test]
fn the_chinese_chart_looks_as_it_was_approved() {
    chart(Lang::Zh, Theme::Dark, "图表", "chart-zh-dark");
}

#[test]
fn the_english_chart_looks_as_it_was_approved() {
    chart(Lang::En, Theme::Light, "Chart", "chart-en-light");
}
