//! Pictures of the whole window in both languages and themes, painted without a display.
//!
//! They are in the repository to be looked at; `UPDATE_SNAPSHOTS=force cargo test --test window_pictures` makes them anew.

#[path = "support/let_go.rs"]
mod let_go;
#[path = "support/nobody.rs"]
mod nobody;
mod support;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::Queryable;
use egui_kittest::{Harness, SnapshotOptions, SnapshotResults, try_image_snapshot_options};
use image::{Rgba, RgbaImage};

use let_go::LetGo;
use nobody::Nobody;
use report_explorer::app::{App, Start};
use report_explorer::i18n::Lang;
use support::SoftwareRenderer;

fn window(lang: Lang, theme: Theme) -> Harness<'static, App> {
    window_of(None, [1280.0, 800.0], lang, theme)
}

fn window_of(
    file: Option<PathBuf>,
    size: [f32; 2],
    lang: Lang,
    theme: Theme,
) -> Harness<'static, App> {
    let start = Start { file, settings_path: None, lang, dialogs: Arc::new(Nobody) };
    let mut harness = Harness::builder()
        .with_size(size)
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

/// How many pixels of the window become one of a small picture.
const SMALLER: u32 = 4;

/// Each pixel is the mean of a square of the window's.
fn smaller(whole: &RgbaImage) -> RgbaImage {
    RgbaImage::from_fn(whole.width() / SMALLER, whole.height() / SMALLER, |x, y| {
        let mut sum = [0_u32; 4];
        for (dx, dy) in (0..SMALLER).flat_map(|dx| (0..SMALLER).map(move |dy| (dx, dy))) {
            let pixel = whole.get_pixel(x * SMALLER + dx, y * SMALLER + dy);
            sum.iter_mut().zip(pixel.0).for_each(|(sum, part)| *sum += u32::from(part));
        }
        Rgba(sum.map(|sum| (sum / (SMALLER * SMALLER)) as u8))
    })
}

/// The small report with its text, which is ours: that of a real report stays out of the repository.
fn with_text(size: [f32; 2], lang: Lang, theme: Theme) -> Harness<'static, App> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let mut harness = window_of(Some(data.join("small.report.ron")), size, lang, theme);
    harness.input_mut().dropped_files.push(Arc::new(LetGo(data.join("small.txt"))));
    let patience = Instant::now() + Duration::from_secs(20);
    while harness.query_all_by_label_contains("SHA-256").next().is_none() {
        assert!(Instant::now() < patience, "the text does not come");
        std::thread::sleep(Duration::from_millis(10));
        harness.run_ok();
    }
    harness
}

#[test]
fn every_view_in_both_languages_and_themes_and_two_sizes_looks_as_it_was_approved() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pictures/small");
    let options = SnapshotOptions::new().threshold(1.0).max_failed_pixels(60).output_path(folder);
    let mut results = SnapshotResults::new();
    for (size, high) in [([1280.0, 800.0], 800), ([1920.0, 1080.0], 1080)] {
        for lang in Lang::ALL {
            for theme in [Theme::Light, Theme::Dark] {
                let views = [("overview", Key::Num1), ("table", Key::Num2), ("chart", Key::Num3)];
                let mut of_report = window_of(None, size, lang, theme);
                let mut of_text = with_text(size, lang, theme);
                let mut seen = |harness: &mut Harness<'static, App>, view: &str, key: Key| {
                    harness.key_press_modifiers(Modifiers::COMMAND, key);
                    harness.run_ok();
                    let whole = harness.render().expect("it is painted");
                    let theme = if theme == Theme::Dark { "dark" } else { "light" };
                    let name = format!("{view}-{}-{theme}-{high}", lang.choose("zh", "en"));
                    results.add(try_image_snapshot_options(&smaller(&whole), name, &options));
                };
                for (view, key) in views {
                    seen(&mut of_report, view, key);
                }
                seen(&mut of_text, "text", Key::Num4);
            }
        }
    }
}
