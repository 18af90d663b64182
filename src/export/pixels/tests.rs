//! Pixels where they must be: clips, opacity, rotation, sizes.

use egui::epaint::{ClippedShape, ImageDelta, Mesh, RectShape, TextureId};
use egui::{Align2, Color32, ColorImage, FontId, Rect, Shape, Stroke, pos2, vec2};
use vello_cpu::{RasterizerSettings, RenderContext, Resources};

use super::*;
use crate::export::test_drawing::{Pixels, SIZE, drawing, headless, metadata, scene};

fn square() -> Rect {
    Rect::from_min_max(pos2(10.0, 10.0), pos2(30.0, 30.0))
}

fn labels() -> Scene {
    scene(&headless(vec2(400.0, 200.0), |ui| {
        let font = FontId::proportional(18.0);
        let painter = ui.painter();
        painter.text(
            pos2(20.3, 20.7),
            Align2::LEFT_TOP,
            "地区生产总值 8%左右",
            font,
            Color32::BLACK,
        );
        painter.circle(pos2(200.0, 100.0), 33.3, Color32::RED, Stroke::new(2.5, Color32::BLUE));
    }))
}

#[test]
fn size_and_resolution_follow_the_dots_per_inch() {
    let scene = scene(&drawing([Shape::rect_filled(square(), 0.0, Color32::RED)]));
    for (dpi, width, height) in [(96, 60, 40), (192, 120, 80), (300, 188, 125)] {
        let options = PngOptions { dpi, ..PngOptions::default() };
        let bytes = png(&scene, &metadata(), &options).expect("a small picture");
        let pixels = Pixels::of_png(&bytes);
        assert_eq!((pixels.width, pixels.height), (width, height));
        let reader = ::png::Decoder::new(std::io::Cursor::new(&bytes)).read_info().expect("valid");
        let dims = reader.info().pixel_dims.expect("a physical size");
        assert_eq!(dims.xppu, (f64::from(dpi) / 0.0254).round() as u32);
    }
}

#[test]
fn transparent_pages_keep_straight_colours() {
    let half = Color32::from_rgba_unmultiplied(200, 100, 0, 128);
    let scene = scene(&drawing([Shape::rect_filled(square(), 0.0, half)]));
    let options = PngOptions { dpi: 96, background: Background::Transparent };
    let pixels = Pixels::of_png(&png(&scene, &metadata(), &options).expect("a small picture"));
    assert_eq!(pixels.at(0, 0), [0, 0, 0, 0]);
    let found = pixels.at(20, 20);
    for (channel, wanted) in found.iter().zip([200_u8, 100, 0, 128]) {
        assert!(channel.abs_diff(wanted) <= 2, "{found:?}");
    }
}

#[test]
fn half_transparent_colours_mix_with_what_is_below() {
    let half = Color32::from_rgba_unmultiplied(255, 0, 0, 128);
    let scene = scene(&drawing([Shape::rect_filled(square(), 0.0, half)]));
    let pixels = Pixels::of(&scene);
    let found = pixels.at(20, 20);
    assert!(found[0] == 255 && found[1].abs_diff(127) <= 1, "{found:?}");
}

#[test]
fn clips_cut_and_hairlines_are_sharp() {
    let clip = Rect::from_min_max(pos2(0.0, 0.0), pos2(20.0, 40.0));
    let line =
        Shape::line_segment([pos2(0.0, 10.3), pos2(60.0, 10.3)], Stroke::new(1.0, Color32::BLACK));
    let scene = scene(&crate::chart::Drawing {
        size: SIZE,
        shapes: vec![ClippedShape::new(clip, line)],
        smallest_type: 11.0,
    });
    let pixels = Pixels::of(&scene);
    assert_eq!(pixels.at(5, 10), [0, 0, 0]);
    assert_eq!([pixels.at(5, 9), pixels.at(5, 11)], [[255; 3]; 2]);
    assert_eq!([pixels.at(19, 10), pixels.at(20, 10)], [[0; 3], [255; 3]]);
}

#[test]
fn bands_meet_without_a_seam() {
    let size = vec2(80.0, 300.0);
    let all = Rect::from_min_size(pos2(0.0, 0.0), size);
    let ellipse = egui::epaint::EllipseShape::filled(all.center(), 0.5 * size, Color32::RED);
    let shapes = vec![ClippedShape::new(all, ellipse)];
    let scene = scene(&crate::chart::Drawing { size, shapes, smallest_type: 11.0 });
    let pixels = Pixels::of(&scene);
    for y in 0..300 {
        for x in 0..80 {
            let mirrored = pixels.at(79 - x, 299 - y);
            let apart = pixels.at(x, y).iter().zip(mirrored).map(|(a, b)| a.abs_diff(*b)).max();
            assert!(apart <= Some(3), "at {x}, {y}");
        }
    }
}

#[test]
fn too_many_pixels_are_refused() {
    let mut scene = scene(&drawing([]));
    scene.size = vec2(20_000.0, 20_000.0);
    let refused = png(&scene, &metadata(), &PngOptions { dpi: 96, ..PngOptions::default() });
    assert_eq!(refused, Err(PngError::TooLarge { width: 20_000, height: 20_000 }));
    for size in [vec2(0.0, 10.0), vec2(f32::NAN, 10.0)] {
        scene.size = size;
        assert_eq!(png(&scene, &metadata(), &PngOptions::default()), Err(PngError::Empty));
    }
}

#[test]
fn the_same_scene_gives_the_same_bytes() {
    let make = || png(&labels(), &metadata(), &PngOptions::default()).expect("a small picture");
    let first = make();
    assert_eq!(first, make());
    assert_eq!(first, std::thread::spawn(make).join().expect("no panic"));
}

/// Machines without the vector instructions that we choose run plain code: same pixels.
#[test]
fn vector_instructions_do_not_change_pixels() {
    let scene = labels();
    let paint = |level| {
        let settings = RenderSettings { level, num_threads: 0 };
        let mut painter = Painter::new(400, 200, 1.0);
        painter.context = RenderContext::new_with(400, 200, settings);
        painter.start(0, Background::WHITE);
        scene.items.iter().for_each(|item| painter.item(item));
        let mut pixels = Pixmap::new(400, 200);
        painter.context.render_with(
            &mut pixels,
            &mut Resources::new(),
            RasterizerSettings::default(),
        );
        pixels.data_as_u8_slice().to_vec()
    };
    assert!(paint(level()) == paint(Level::baseline()));
}

fn window(shapes: Vec<Shape>, textures: &Textures) -> RgbaPixels {
    let page = Rect::from_min_size(pos2(0.0, 0.0), SIZE);
    let shapes: Vec<_> = shapes.into_iter().map(|shape| ClippedShape::new(page, shape)).collect();
    window_pixels(&shapes, textures, [60, 40], 1.0, Color32::WHITE).expect("all is handed over")
}

fn pixel(pixels: &RgbaPixels, x: usize, y: usize) -> &[u8] {
    let start = (y * pixels.width as usize + x) * 4;
    &pixels.data[start..start + 4]
}

#[test]
fn windows_show_shadows_gradients_and_light() {
    let shadow = RectShape::filled(square(), 0.0, Color32::BLACK).with_blur_width(10.0);
    let found = window(vec![shadow.into()], &Textures::default());
    let edge = pixel(&found, 10, 20)[0];
    assert!((90..=165).contains(&edge) && pixel(&found, 20, 20)[0] < 15, "{edge}");

    let mut fade = Mesh::default();
    fade.add_colored_rect(square(), Color32::BLACK);
    fade.vertices[1].color = Color32::WHITE;
    fade.vertices[3].color = Color32::WHITE;
    let found = window(vec![fade.into()], &Textures::default());
    for x in 10..30 {
        let wanted = ((x as f32 + 0.5 - 10.0) / 20.0 * 255.0) as u8;
        assert!(pixel(&found, x, 20)[0].abs_diff(wanted) <= 8, "{x}: {:?}", pixel(&found, x, 20));
    }

    let page = Shape::rect_filled(square(), 0.0, Color32::from_gray(100));
    let light = Shape::rect_filled(square(), 0.0, Color32::from_additive_luminance(20));
    assert_eq!(
        pixel(&window(vec![page, light], &Textures::default()), 20, 20),
        [120, 120, 120, 255]
    );
}

#[test]
fn windows_show_pictures_with_their_tint() {
    let id = TextureId::Managed(3);
    let image = ColorImage::new([2, 1], vec![Color32::WHITE, Color32::from_gray(128)]);
    let mut delta = egui::TexturesDelta::default();
    delta.push(id, ImageDelta::full(image, egui::TextureOptions::NEAREST));
    let mut textures = Textures::default();
    textures.apply(&delta);
    delta.clear();
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    let icon = RectShape::filled(square(), 0.0, Color32::RED).with_texture(id, whole);
    let found = window(vec![icon.clone().into()], &textures);
    assert_eq!(pixel(&found, 11, 20), [255, 0, 0, 255]);
    let dim = pixel(&found, 28, 20);
    assert!(dim[0].abs_diff(128) <= 2 && dim[1] == 0, "{dim:?}");
    let page = Rect::from_min_size(pos2(0.0, 0.0), SIZE);
    let missing = window_pixels(
        &[ClippedShape::new(page, icon)],
        &Textures::default(),
        [60, 40],
        1.0,
        Color32::WHITE,
    );
    assert_eq!(missing, Err(crate::export::DrawError::Texture));
}
