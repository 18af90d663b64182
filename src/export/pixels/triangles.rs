//! Triangles with a colour or a place in a picture at each corner, pixel by pixel.
//!
//! As on a GPU, a pixel belongs to the triangle in which its centre lies, so that neighbours meet
//! without a seam and without painting a pixel twice.

use egui::epaint::{Mesh, Vertex};
use egui::{Color32, ColorImage, Pos2, Rect, pos2};
use vello_cpu::{Pixmap, color::PremulRgba8};

/// A painted part of the page, and the pixel of the page at which it begins.
pub(super) struct Patch {
    pub left: u16,
    pub top: u16,
    pub pixels: Pixmap,
}

/// Paints a mesh, within `bounds` in pixels of the page, `scale` pixels to the CSS pixel.
///
/// `None` where it has no pixel there.
pub(super) fn paint(
    mesh: &Mesh,
    picture: Option<&ColorImage>,
    bounds: Rect,
    scale: f32,
) -> Option<Patch> {
    let reach = mesh.calc_bounds();
    let reach = Rect::from_min_max(
        (reach.min.to_vec2() * scale).floor().to_pos2(),
        (reach.max.to_vec2() * scale).ceil().to_pos2(),
    )
    .intersect(bounds);
    if !reach.is_positive() {
        return None;
    }
    let (width, height) = (reach.width().ceil() as u16, reach.height().ceil() as u16);
    let mut pixels = Pixmap::new(width, height);
    for corners in mesh.triangles() {
        let corners = corners.map(|corner| mesh.vertices[corner as usize]);
        let places =
            corners.map(|vertex| (vertex.pos.to_vec2() * scale - reach.min.to_vec2()).to_pos2());
        triangle(&mut pixels, places, |weights| shade(&corners, weights, picture));
    }
    Some(Patch { left: reach.left() as u16, top: reach.top() as u16, pixels })
}

/// Calls `shade` with the weights of the three corners for each pixel inside.
fn triangle(pixels: &mut Pixmap, corners: [Pos2; 3], shade: impl Fn([f32; 3]) -> Color32) {
    let [a, mut b, mut c] = corners;
    let turned = cross(a, b, c) < 0.0;
    if turned {
        (b, c) = (c, b);
    }
    let area = cross(a, b, c);
    if area <= 0.0 {
        return;
    }
    let bounds = Rect::from_points(&corners);
    let columns = range(bounds.left(), bounds.right(), pixels.width());
    for y in range(bounds.top(), bounds.bottom(), pixels.height()) {
        for x in columns.clone() {
            let center = pos2(f32::from(x) + 0.5, f32::from(y) + 0.5);
            let edges = [(b, c), (c, a), (a, b)];
            let weights = edges.map(|(from, to)| cross(from, to, center));
            let inside = edges.iter().zip(weights).all(|((from, to), weight)| {
                // A centre right on an edge belongs to the triangle below it or right of it.
                let top_left = to.y < from.y || (to.y == from.y && to.x > from.x);
                weight > 0.0 || (weight == 0.0 && top_left)
            });
            if inside {
                let [u, v, w] = weights.map(|weight| weight / area);
                let color = shade(if turned { [u, w, v] } else { [u, v, w] });
                let below = pixels.sample(x, y);
                let below = Color32::from_rgba_premultiplied(below.r, below.g, below.b, below.a);
                let [r, g, b, a] = below.blend(color).to_array();
                pixels.set_pixel(x, y, PremulRgba8 { r, g, b, a });
            }
        }
    }
}

fn range(from: f32, to: f32, limit: u16) -> std::ops::Range<u16> {
    from.floor().max(0.0) as u16..(to.ceil().max(0.0) as u16).min(limit)
}

/// Twice the area of a triangle, positive where it turns clockwise on the screen.
fn cross(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    let (u, v) = (b - a, c - a);
    u.x * v.y - u.y * v.x
}

fn shade(corners: &[Vertex; 3], weights: [f32; 3], picture: Option<&ColorImage>) -> Color32 {
    let mix = |value: fn(&Vertex) -> f32| -> f32 {
        corners.iter().zip(weights).map(|(corner, weight)| weight * value(corner)).sum()
    };
    let channel = |value: fn(&Vertex) -> f32| mix(value).round() as u8;
    let color = Color32::from_rgba_premultiplied(
        channel(|vertex| f32::from(vertex.color.r())),
        channel(|vertex| f32::from(vertex.color.g())),
        channel(|vertex| f32::from(vertex.color.b())),
        channel(|vertex| f32::from(vertex.color.a())),
    );
    match picture {
        Some(image) => color * texel(image, mix(|vertex| vertex.uv.x), mix(|vertex| vertex.uv.y)),
        None => color,
    }
}

/// The picture at a place between 0 and 1, mixed from the four nearest texels.
fn texel(image: &ColorImage, u: f32, v: f32) -> Color32 {
    let place = |part: f32, length: usize| {
        let last = length.saturating_sub(1) as f32;
        let at = (part * length as f32 - 0.5).clamp(0.0, last);
        (at as usize, (at as usize + 1).min(last as usize), at.fract())
    };
    let (left, right, across) = place(u, image.width());
    let (top, bottom, down) = place(v, image.height());
    let at = |x: usize, y: usize| {
        image.pixels.get(y * image.width() + x).copied().unwrap_or(Color32::TRANSPARENT)
    };
    let upper = at(left, top).lerp_to_gamma(at(right, top), across);
    let lower = at(left, bottom).lerp_to_gamma(at(right, bottom), across);
    upper.lerp_to_gamma(lower, down)
}
