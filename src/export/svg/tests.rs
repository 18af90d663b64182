//! The text of an SVG file.

use egui::epaint::ClippedShape;
use egui::{Align2, Color32, FontId, Shape, Stroke, StrokeKind, pos2, vec2};

use super::*;
use crate::chart::Drawing;
use crate::export::preset::Preset;
use crate::export::test_drawing::{SIZE, drawing, headless, metadata, scene};

fn text_of(scene: &Scene, mode: TextMode) -> String {
    String::from_utf8(svg(scene, &Metadata::default(), mode)).expect("SVG is UTF-8")
}

/// The lines between head and end.
fn body(drawing: &Drawing) -> String {
    let text = text_of(&scene(drawing), TextMode::Outlines);
    let start = text.find("</metadata>\n").expect("a head") + "</metadata>\n".len();
    text[start..text.len() - "</svg>\n".len()].to_owned()
}

#[test]
fn a_small_drawing_is_a_small_file() {
    let area = Rect::from_min_max(pos2(10.0, 10.0), pos2(30.0, 30.5));
    let black = Stroke::new(1.0, Color32::BLACK);
    let found = body(&drawing([
        Shape::rect_filled(area, 0.0, Color32::RED),
        Shape::line_segment([pos2(0.0, 5.0), pos2(60.0, 5.0)], black),
        Shape::line_segment([pos2(7.25, 0.0), pos2(7.25, 40.0)], black),
        Shape::circle_filled(pos2(20.0, 20.0), 4.0, Color32::from_rgba_unmultiplied(0, 0, 255, 51)),
        Shape::rect_stroke(area, 0.0, black, StrokeKind::Outside),
        Shape::convex_polygon(
            vec![pos2(1.0, 1.0), pos2(-4.0, 1.0), pos2(1.0, 6.0)],
            Color32::GREEN,
            Stroke::NONE,
        ),
    ]));
    let wanted = r##"<rect x="10" y="10" width="20" height="20.5" fill="#ff0000"/>
<path d="M0 5H60M7.25 0V40" fill="none" stroke="#000000" stroke-width="1"/>
<circle cx="20" cy="20" r="4" fill="#0000ff" fill-opacity="0.2"/>
<rect x="9.5" y="9.5" width="21" height="21.5" fill="none" stroke-miterlimit="4" stroke="#000000" stroke-width="1"/>
<path d="M1 1L-4 1 1 6Z" fill="#00ff00"/>
"##;
    assert_eq!(found, wanted);
}

#[test]
fn equal_clips_are_written_once() {
    let clip = Rect::from_min_max(pos2(0.0, 0.0), pos2(20.0, 20.0));
    let shape = || Shape::circle_filled(pos2(20.0, 20.0), 4.0, Color32::RED);
    let clipped = || ClippedShape::new(clip, shape());
    let page = Rect::from_min_size(pos2(0.0, 0.0), SIZE);
    let shapes = vec![clipped(), clipped(), ClippedShape::new(page, shape()), clipped()];
    let found = body(&Drawing { size: SIZE, shapes, smallest_type: 11.0 });
    assert_eq!(found.matches("<clipPath").count(), 1);
    assert_eq!(found.matches("<g clip-path=\"url(#c0)\">").count(), 2);
    assert_eq!(found.matches("<circle").count(), 4);
}

fn labels() -> Drawing {
    headless(vec2(300.0, 100.0), |ui| {
        let font = FontId::proportional(14.0);
        let painter = ui.painter();
        painter.text(pos2(20.0, 20.0), Align2::LEFT_TOP, "增长 增长<8%", font, Color32::BLACK);
    })
}

#[test]
fn each_letter_has_one_outline() {
    let found = body(&labels());
    assert_eq!(found.matches("<path id=\"r").count(), 5, "{found}");
    assert_eq!(found.matches("<use xlink:href=\"#r").count(), 7);
    assert!(found.contains("scale(0.014)"), "{found}");
}

#[test]
fn text_mode_writes_text_with_places() {
    let scene = scene(&labels());
    let found = text_of(&scene, TextMode::Text);
    assert!(found.contains(">增长 增长&lt;8%</text>"), "{found}");
    assert!(found.contains(" x=\"0 14 28 "), "{found}");
    assert!(!found.contains("<path id"));
}

#[test]
fn the_head_names_and_describes() {
    let text = String::from_utf8(svg(&scene(&labels()), &metadata(), TextMode::Outlines));
    let text = text.expect("SVG is UTF-8");
    assert!(text.contains("width=\"300\" height=\"100\" viewBox=\"0 0 300 100\""));
    assert!(text.contains("xml:lang=\"zh-CN\""));
    assert!(text.contains("<title>东风 &lt;1234&gt; &amp; “目标”</title>"));
}

#[test]
fn a_page_in_millimetres_says_its_physical_size() {
    let scene = Scene { size: Preset::Paper84mm.page().size, ..scene(&labels()) };
    let text = text_of(&scene, TextMode::Outlines);
    assert!(
        text.contains("width=\"84mm\" height=\"105mm\" viewBox=\"0 0 317.48 396.85\""),
        "{text}"
    );
}

#[test]
fn the_same_scene_gives_the_same_bytes() {
    let make = || svg(&scene(&labels()), &metadata(), TextMode::Outlines);
    let first = make();
    assert_eq!(first, make());
    assert_eq!(first, std::thread::spawn(make).join().expect("no panic"));
}
