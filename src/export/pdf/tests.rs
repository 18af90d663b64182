//! A PDF is opened again: its fonts, its text, its page.

use std::fmt::Write as _;

use egui::{Align2, Color32, FontId, Shape, Stroke, pos2, vec2};

use super::*;
use crate::export::test_drawing::{drawing, headless, metadata, scene};
use crate::fonts::Weight;

/// The page's operators.
fn operators(scene: &Scene) -> String {
    let fonts = fonts::embed(scene).expect("the bundled fonts can be cut down");
    String::from_utf8(content::write(scene, &fonts).bytes).expect("operators are ASCII")
}

#[test]
fn shapes_become_operators() {
    let red = Color32::RED;
    let scene = scene(&drawing([
        Shape::rect_filled(egui::Rect::from_min_max(pos2(1.0, 2.0), pos2(5.0, 8.0)), 0.0, red),
        Shape::line_segment([pos2(0.0, 1.0), pos2(9.0, 1.5)], Stroke::new(2.0, red)),
        Shape::circle_filled(
            pos2(10.0, 10.0),
            2.0,
            Color32::from_rgba_unmultiplied(0, 0, 255, 128),
        ),
    ]));
    let mut wanted = String::from("0.75 0 0 -0.75 0 30 cm\n1 0 0 rg 1 2 4 6 re f\n");
    wanted.push_str("1 0 0 RG 2 w 1.5 M 0 1 m 9 1.5 l S\n/A128 gs 0 0 1 rg ");
    wanted.push_str("12 10 m 12 11.1 11.1 12 10 12 c 8.9 12 8 11.1 8 10 c ");
    writeln!(wanted, "8 8.9 8.9 8 10 8 c 11.1 8 12 8.9 12 10 c h f").expect("memory");
    assert_eq!(operators(&scene), wanted);
}

#[test]
fn text_is_text_in_an_embedded_font() {
    let drawing = headless(vec2(400.0, 200.0), |ui| {
        let painter = ui.painter();
        let bold = FontId::new(20.0, Weight::Bold.family());
        painter.text(pos2(20.0, 20.0), Align2::LEFT_TOP, "增长8%", bold, Color32::BLACK);
        let regular = FontId::proportional(14.0);
        painter.text(pos2(20.0, 60.0), Align2::LEFT_TOP, "增长 左右", regular, Color32::BLACK);
    });
    let scene = scene(&drawing);
    let fonts = fonts::embed(&scene).expect("the bundled fonts can be cut down");
    assert_eq!(fonts.len(), 2);
    let operators = operators(&scene);
    assert!(operators.contains("BT /B 20 Tf 1 0 0 -1 20 "), "{operators}");
    let bytes = pdf(&scene, &metadata()).expect("a PDF");
    assert!(bytes.len() < 40_000, "subsets are small: {}", bytes.len());
    let text = String::from_utf8_lossy(&bytes);
    for wanted in
        ["+NotoSansSC-Bold", "+NotoSansSC-Regular", "/Identity-H", "/FontFile2", "/ToUnicode"]
    {
        assert!(text.contains(wanted), "{wanted}");
    }
    assert!(!text.contains("/CreationDate"));
}

#[test]
fn the_same_scene_gives_the_same_bytes() {
    let make = || {
        let drawing = headless(vec2(300.0, 100.0), |ui| {
            ui.label("沈阳 2022 年目标 8%左右");
        });
        pdf(&scene(&drawing), &metadata()).expect("a PDF")
    };
    let first = make();
    assert_eq!(first, make());
    assert_eq!(first, std::thread::spawn(make).join().expect("no panic"));
}
