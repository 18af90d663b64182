//! How long a busy chart takes to become a file: `cargo bench --bench export`.

mod drawing;

use drawing::busy_drawing;
use report_explorer::export::{Metadata, PngOptions, Scene, TextMode, pdf, png, svg};

fn main() {
    divan::main();
}

fn scene() -> Scene {
    Scene::of(&busy_drawing()).expect("the stand-in has only shapes that files hold")
}

fn metadata() -> Metadata {
    Metadata {
        title: "沈阳市 2022 年政府工作报告".to_owned(),
        description: "实绩与目标".to_owned(),
        source: "沈阳市人民政府，2022 年 1 月 8 日".to_owned(),
        language: "zh-CN".to_owned(),
        payload: Some("{\"data\":[1,2,3]}".repeat(500)),
    }
}

#[divan::bench]
fn layout_from_cold() -> report_explorer::chart::Drawing {
    busy_drawing()
}

#[divan::bench]
fn to_scene(bencher: divan::Bencher) {
    let drawing = busy_drawing();
    bencher.bench_local(|| Scene::of(&drawing));
}

#[divan::bench(args = [TextMode::Outlines, TextMode::Text])]
fn to_svg(bencher: divan::Bencher, mode: TextMode) {
    let (scene, metadata) = (scene(), metadata());
    bencher.bench_local(|| svg(&scene, &metadata, mode));
}

#[divan::bench(args = [96, 192, 300])]
fn to_png(bencher: divan::Bencher, dpi: u32) {
    let (scene, metadata) = (scene(), metadata());
    let options = PngOptions { dpi, ..PngOptions::default() };
    bencher.bench_local(|| png(&scene, &metadata, &options));
}

#[divan::bench]
fn to_pdf(bencher: divan::Bencher) {
    let (scene, metadata) = (scene(), metadata());
    bencher.bench_local(|| pdf(&scene, &metadata));
}
