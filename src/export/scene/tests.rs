//! Every shape of egui is carried over, or is an error that names it.

use std::sync::Arc;

use egui::epaint::{
    BandShape, CircleShape, ClippedShape, CubicBezierShape, EllipseShape, Mesh, PaintCallback,
    PathShape, PathStroke, QuadraticBezierShape, RectShape, TextShape,
};
use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Color32, FontId, Pos2, Shape, Stroke, StrokeKind, TextureId, pos2, vec2};

use super::*;
use crate::export::test_drawing::{Pixels, SIZE, drawing, headless, scene};

const RED: [u8; 3] = [255, 0, 0];
const BLUE: [u8; 3] = [0, 0, 255];
const WHITE: [u8; 3] = [255; 3];

fn rect(x0: f32, y0: f32, x1: f32, y1: f32) -> Rect {
    Rect::from_min_max(pos2(x0, y0), pos2(x1, y1))
}

/// The colours of one shape at some pixels.
fn assert_pixels(shape: Shape, wanted: &[((u32, u32), [u8; 3])]) {
    let name = format!("{shape:?}");
    let pixels = Pixels::of(&scene(&drawing([shape])));
    for ((x, y), color) in wanted {
        assert_eq!(pixels.at(*x, *y), color, "at {x}, {y} of {name}");
    }
}

fn error_of(shape: impl Into<Shape>) -> DrawError {
    Scene::of(&drawing([shape.into()])).expect_err("a shape that no file holds")
}

#[test]
fn every_shape_is_painted_where_egui_paints_it() {
    let square = vec![pos2(10.0, 10.0), pos2(30.0, 10.0), pos2(30.0, 30.0), pos2(10.0, 30.0)];
    let stroke = Stroke::new(4.0, Color32::BLUE);
    assert_pixels(Shape::Noop, &[((20, 20), WHITE)]);
    let nested = Shape::Vec(vec![Shape::Vec(vec![Shape::rect_filled(
        rect(10.0, 10.0, 30.0, 30.0),
        0.0,
        Color32::RED,
    )])]);
    assert_pixels(nested, &[((10, 10), RED), ((29, 29), RED), ((30, 30), WHITE)]);
    // The outline of circles and ellipses lies outside of their radius.
    let circle = CircleShape { center: pos2(20.0, 20.0), radius: 10.0, fill: Color32::RED, stroke };
    assert_pixels(
        circle.into(),
        &[((20, 20), RED), ((28, 20), RED), ((32, 20), BLUE), ((35, 20), WHITE)],
    );
    let ellipse = EllipseShape {
        center: pos2(20.0, 20.0),
        radius: vec2(5.0, 10.0),
        fill: Color32::RED,
        stroke,
        angle: std::f32::consts::FRAC_PI_2,
    };
    assert_pixels(
        ellipse.into(),
        &[((28, 20), RED), ((32, 20), BLUE), ((20, 27), BLUE), ((20, 31), WHITE)],
    );
    let line = Shape::line_segment([pos2(10.0, 20.0), pos2(30.0, 20.0)], stroke);
    assert_pixels(line, &[((10, 18), BLUE), ((29, 21), BLUE), ((9, 20), WHITE), ((20, 22), WHITE)]);
    let kinds = [
        (StrokeKind::Inside, (12, 20), (8, 20)),
        (StrokeKind::Middle, (9, 20), (13, 20)),
        (StrokeKind::Outside, (8, 20), (12, 20)),
    ];
    for (kind, blue, not_blue) in kinds {
        let path = PathShape {
            points: square.clone(),
            closed: true,
            fill: Color32::RED,
            stroke: PathStroke::from(stroke).with_kind(kind),
        };
        let rect = RectShape::new(rect(10.0, 10.0, 30.0, 30.0), 0.0, Color32::RED, stroke, kind);
        let elsewhere = if kind == StrokeKind::Inside { WHITE } else { RED };
        for shape in [Shape::Path(path), Shape::Rect(rect)] {
            assert_pixels(shape, &[((20, 20), RED), (blue, BLUE), (not_blue, elsewhere)]);
        }
    }
    let open = PathShape::line(square[..3].to_vec(), stroke);
    assert_pixels(
        open.into(),
        &[((20, 10), BLUE), ((30, 20), BLUE), ((31, 9), BLUE), ((10, 20), WHITE)],
    );
    let band = BandShape::new(
        vec![
            egui::epaint::BandPoint::new(10.0, 10.0..=20.0),
            egui::epaint::BandPoint::new(40.0, 20.0..=30.0),
        ],
        Color32::RED,
        Stroke::NONE,
    );
    assert_pixels(
        band.into(),
        &[((12, 15), RED), ((38, 25), RED), ((12, 25), WHITE), ((38, 12), WHITE)],
    );
    let quadratic = QuadraticBezierShape::from_points_stroke(
        [pos2(10.0, 30.0), pos2(30.0, -10.0), pos2(50.0, 30.0)],
        true,
        Color32::RED,
        Stroke::NONE,
    );
    assert_pixels(quadratic.into(), &[((30, 20), RED), ((30, 5), WHITE)]);
    let cubic = CubicBezierShape::from_points_stroke(
        [pos2(10.0, 30.0), pos2(10.0, 5.0), pos2(50.0, 5.0), pos2(50.0, 30.0)],
        false,
        Color32::TRANSPARENT,
        stroke,
    );
    assert_pixels(cubic.into(), &[((30, 11), BLUE), ((30, 20), WHITE)]);
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(rect(10.0, 10.0, 20.0, 20.0), Color32::RED);
    mesh.add_colored_rect(rect(20.0, 10.0, 30.0, 20.0), Color32::BLUE);
    assert_pixels(
        mesh.into(),
        &[((10, 10), RED), ((19, 15), RED), ((20, 15), BLUE), ((15, 20), WHITE)],
    );
}

#[test]
fn rectangles_keep_each_corner_and_turn() {
    let corners = egui::CornerRadius { nw: 10, ne: 0, sw: 0, se: 0 };
    let shape = Shape::rect_filled(rect(10.0, 10.0, 30.0, 30.0), corners, Color32::RED);
    assert_pixels(shape, &[((10, 10), WHITE), ((29, 10), RED), ((29, 29), RED), ((10, 29), RED)]);
    let turned = RectShape::filled(rect(10.0, 18.0, 50.0, 22.0), 0.0, Color32::RED)
        .with_angle(std::f32::consts::FRAC_PI_2);
    assert_pixels(turned.into(), &[((30, 2), RED), ((30, 37), RED), ((12, 20), WHITE)]);
    let covered = RectShape::stroke(
        rect(10.0, 10.0, 14.0, 30.0),
        0.0,
        (5.0, Color32::BLUE),
        StrokeKind::Inside,
    );
    assert_pixels(covered.into(), &[((11, 20), BLUE), ((9, 20), WHITE), ((14, 20), WHITE)]);
}

#[test]
fn what_a_file_cannot_hold_is_an_error_that_names_it() {
    let area = rect(10.0, 10.0, 30.0, 30.0);
    let callback = PaintCallback { rect: area, callback: Arc::new(()) };
    assert_eq!(error_of(callback), DrawError::Callback);
    let changing = PathStroke::new_uv(2.0, |_, _| Color32::RED);
    let line = PathShape::line(vec![pos2(1.0, 1.0), pos2(9.0, 9.0), pos2(9.0, 20.0)], changing);
    assert_eq!(error_of(line), DrawError::ColorAlongLine);
    let glow = Color32::from_rgb_additive(50, 50, 50);
    assert_eq!(error_of(Shape::rect_filled(area, 0.0, glow)), DrawError::AdditiveColor);
    let shadow = RectShape::filled(area, 0.0, Color32::BLACK).with_blur_width(8.0);
    assert_eq!(error_of(shadow), DrawError::Blur);
    let mut gradient = Mesh::default();
    gradient.add_colored_rect(area, Color32::RED);
    gradient.vertices[0].color = Color32::BLUE;
    assert_eq!(error_of(gradient), DrawError::Gradient);
    let mut broken = Mesh::default();
    broken.add_triangle(0, 1, 2);
    assert_eq!(error_of(broken), DrawError::BrokenMesh);
    let whole = rect(0.0, 0.0, 1.0, 1.0);
    let picture =
        RectShape::filled(area, 0.0, Color32::WHITE).with_texture(TextureId::User(7), whole);
    assert_eq!(error_of(picture), DrawError::Texture);
    let open = PathShape {
        points: vec![pos2(1.0, 1.0), pos2(9.0, 9.0), pos2(9.0, 20.0)],
        closed: false,
        fill: Color32::RED,
        stroke: PathStroke::NONE,
    };
    assert_eq!(error_of(open), DrawError::OpenFill);
    let nowhere = Shape::circle_filled(pos2(f32::NAN, 1.0), 3.0, Color32::RED);
    assert_eq!(error_of(nowhere), DrawError::NotFinite { shape: "Circle" });
}

#[test]
fn infinite_rectangles_end_beyond_the_page() {
    let scene = scene(&drawing([Shape::rect_filled(Rect::EVERYTHING, 0.0, Color32::RED)]));
    assert!(scene.items[0].painted.bounds().is_finite());
    assert_eq!(Pixels::of(&scene).at(59, 39), RED);
}

#[test]
fn clips_are_kept_only_where_they_cut() {
    let clipped = |clip: Rect| {
        let shape = Shape::rect_filled(rect(10.0, 10.0, 30.0, 30.0), 0.0, Color32::RED);
        scene(&Drawing {
            size: SIZE,
            shapes: vec![ClippedShape::new(clip, shape)],
            smallest_type: 11.0,
        })
        .items
    };
    assert_eq!(clipped(rect(5.0, 5.0, 35.0, 35.0))[0].clip, None);
    assert_eq!(clipped(Rect::EVERYTHING)[0].clip, None);
    let half = rect(5.0, 5.0, 20.0, 35.0);
    assert_eq!(clipped(half)[0].clip, Some(half));
    assert_eq!(clipped(rect(40.0, 5.0, 50.0, 35.0)), Vec::new());
    let beyond = Rect::from_min_max(pos2(20.0, -50.0), pos2(900.0, 900.0));
    assert_eq!(clipped(beyond)[0].clip, Some(rect(20.0, 0.0, SIZE.x, SIZE.y)));
}

#[test]
fn shapes_moved_after_tessellation_are_moved_in_files() {
    let shape = Shape::rect_filled(rect(5.0, 5.0, 10.0, 10.0), 0.0, Color32::RED);
    let mut clipped = ClippedShape::new(Rect::EVERYTHING, shape);
    clipped.transform_after_tessellation = TSTransform::new(vec2(10.0, 0.0), 2.0);
    let scene = scene(&Drawing { size: SIZE, shapes: vec![clipped], smallest_type: 11.0 });
    assert_eq!(scene.items[0].painted.bounds(), rect(20.0, 10.0, 30.0, 20.0));
}

fn runs(drawing: &Drawing) -> Vec<GlyphRun> {
    let painted = scene(drawing).items.into_iter().map(|item| item.painted);
    painted
        .filter_map(|painted| match painted {
            Painted::Glyphs(run) => Some(run),
            Painted::Outline { .. } => None,
        })
        .collect()
}

fn text_drawing(job: &LayoutJob, change: impl Fn(TextShape) -> TextShape) -> Drawing {
    headless(vec2(400.0, 200.0), |ui| {
        let galley = ui.fonts_mut(|fonts| fonts.layout_job(job.clone()));
        ui.painter().add(change(TextShape::new(pos2(20.0, 30.0), galley, Color32::RED)));
    })
}

fn simple(text: &str, size: f32, color: Color32) -> LayoutJob {
    LayoutJob::simple(text.to_owned(), FontId::proportional(size), color, f32::INFINITY)
}

#[test]
fn sections_become_runs_with_their_own_look() {
    let mut job = LayoutJob::default();
    let regular = FontId::proportional(14.0);
    job.append("增长", 0.0, TextFormat::simple(regular.clone(), Color32::BLUE));
    job.append(
        "8%",
        0.0,
        TextFormat::simple(FontId::new(20.0, Weight::Bold.family()), Color32::PLACEHOLDER),
    );
    job.append("\n左右", 0.0, TextFormat::simple(regular, Color32::GREEN));
    let found = runs(&text_drawing(&job, |shape| shape));
    let looks: Vec<_> = found
        .iter()
        .map(|run| (run.text(), run.weight, run.size, [run.color.r, run.color.g, run.color.b]))
        .collect();
    assert_eq!(
        looks,
        [
            ("增长".to_owned(), Weight::Regular, 14.0, BLUE),
            ("8%".to_owned(), Weight::Bold, 20.0, RED),
            ("左右".to_owned(), Weight::Regular, 14.0, [0, 255, 0]),
        ]
    );
    let over = runs(&text_drawing(&job, |mut shape| {
        shape.override_text_color = Some(Color32::WHITE);
        shape.opacity_factor = 0.5;
        shape
    }));
    assert!(over.iter().all(|run| run.color.r == 255 && (127..=128).contains(&run.color.a)));
}

#[test]
fn glyphs_stand_at_their_true_widths_not_on_whole_pixels() {
    let run =
        &runs(&text_drawing(&simple("1111111111沈阳11", 13.0, Color32::BLACK), |shape| shape))[0];
    let face = crate::export::glyphs::face(run.weight);
    for pair in run.glyphs.windows(2) {
        let wanted = face.advance(pair[0].id) * run.size / face.units_per_em();
        let found = pair[1].x - pair[0].x;
        assert!((found - wanted).abs() < 0.02, "{found} instead of {wanted}: {pair:?}");
    }
}

#[test]
fn letter_spacing_and_line_breaks_are_kept() {
    let mut job = simple("政府工作报告", 16.0, Color32::BLACK);
    job.sections[0].format.extra_letter_spacing = 5.0;
    job.wrap.max_width = 70.0;
    let found = runs(&text_drawing(&job, |shape| shape));
    assert_eq!(found.len(), 2, "two lines");
    assert!((found[0].glyphs[1].x - 21.0).abs() < 0.05);
    let step = found[1].transform.translation().y - found[0].transform.translation().y;
    assert!(step > 16.0 && found.iter().all(|run| run.glyphs[0].x.abs() < 1e-6));
}

#[test]
fn shortened_text_ends_with_an_ellipsis() {
    let mut job = simple("沈阳市二〇二二年政府工作报告", 14.0, Color32::BLACK);
    job.wrap = egui::text::TextWrapping::truncate_at_width(80.0);
    let text = runs(&text_drawing(&job, |shape| shape))[0].text();
    assert!(
        text.starts_with("沈阳市") && text.ends_with('…') && text.chars().count() < 7,
        "{text}"
    );
}

#[test]
fn rotated_text_turns_around_its_origin() {
    let job = simple("增长", 20.0, Color32::BLACK);
    let upright = runs(&text_drawing(&job, |shape| shape))[0].transform;
    let turned = runs(&text_drawing(&job, |shape| shape.with_angle(-std::f32::consts::FRAC_PI_2)))
        [0]
    .transform;
    let ascent = upright.translation().y - 30.0;
    assert!((turned.translation().x - (20.0 + ascent)).abs() < 0.01, "{turned:?}");
    assert!((turned.translation().y - 30.0).abs() < 0.01);
    assert!((turned.as_coeffs()[1] + 1.0).abs() < 1e-6, "runs upwards");
}

#[test]
fn backgrounds_and_lines_of_text_are_drawn() {
    let mut job = simple("增长", 20.0, Color32::BLACK);
    let format = &mut job.sections[0].format;
    format.background = Color32::RED;
    format.underline = Stroke::new(1.0, Color32::BLUE);
    format.strikethrough = Stroke::new(2.0, Color32::PLACEHOLDER);
    let drawing = text_drawing(&job, |shape| shape);
    let painted: Vec<_> = scene(&drawing).items.into_iter().map(|item| item.painted).collect();
    let [
        Painted::Outline { geometry: Geometry::Rect { rect, .. }, fill: Some(_), .. },
        Painted::Glyphs(_),
        Painted::Outline {
            geometry: Geometry::Line([start, end]), stroke: Some(underline), ..
        },
        Painted::Outline { stroke: Some(strike), .. },
    ] = &painted[..]
    else {
        panic!("background, letters, two lines, not {painted:#?}")
    };
    assert!(
        (rect.width() - 42.0).abs() < 1.5 && (rect.left() - 19.0).abs() < 1e-3,
        "one pixel around: {rect}"
    );
    assert!(start.y > 45.0 && (end.x - start.x - 40.0).abs() < 1.5, "{start:?} {end:?}");
    assert_eq!([underline.color.b, strike.color.r], [255, 255]);
}

#[test]
fn a_character_that_the_font_lacks_is_an_error() {
    let drawing = headless(vec2(400.0, 200.0), |ui| {
        let font = FontId::proportional(14.0);
        ui.painter().text(
            Pos2::new(20.0, 20.0),
            Align2::LEFT_TOP,
            "增长\u{1F600}了",
            font,
            Color32::BLACK,
        );
    });
    let error = Scene::of(&drawing).expect_err("the font has no faces");
    assert_eq!(
        error,
        DrawError::MissingGlyph { character: '\u{1F600}', text: "增长\u{1F600}了".to_owned() }
    );
    assert!(error.message().zh.contains("U+1F600"));
}

#[test]
fn spaces_tabs_and_joiners_are_not_missing() {
    let job = simple("1\u{2009}234\t万\u{200b}元\u{202f}%", 14.0, Color32::BLACK);
    let run = &runs(&text_drawing(&job, |shape| shape))[0];
    assert_eq!(run.text(), "1\u{2009}234\t万元\u{202f}%");
}

#[test]
fn a_missing_character_is_answered_with_what_its_writer_can_do() {
    let message = DrawError::MissingGlyph { character: '𠮷', text: "𠮷林".to_owned() }.message();
    assert!(message.en.ends_with("Write it differently."), "{}", message.en);
    assert!(message.zh.ends_with("请换一种写法。"), "{}", message.zh);
}
