//! The few signs of the window, painted as lines: no icon font, no emoji, the same in every size.
//!
//! A sign never stands alone: it has a word beside it, or a name for screen readers and a hover text.

use std::f32::consts::TAU;

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, vec2};

/// A sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Icon {
    /// To where one was before.
    Back,
    /// To where one was before going back.
    Forward,
    /// The panel at the left.
    LeftPanel,
    /// The panel at the right.
    RightPanel,
    /// Light colours.
    Sun,
    /// Dark colours.
    Moon,
    /// Colours as the system has them.
    Half,
    /// Chosen.
    Check,
    /// There is more below.
    Down,
    /// There is more above.
    Up,
    /// Away with it.
    Close,
    /// One more.
    Plus,
    /// There is more to do.
    More,
    /// Something is left out.
    Filter,
    /// Leads into something.
    Right,
    /// A field to search in.
    Search,
    /// A page of text.
    Page,
    /// Marks along an axis.
    Chart,
    /// A picture that leaves the window.
    Export,
}

/// Paints `icon` into a square of `size` points around `center`.
pub fn icon(painter: &Painter, icon: Icon, center: Pos2, size: f32, color: Color32) {
    let scale = size / 16.0;
    let at = |x: f32, y: f32| center + vec2(x, y) * scale;
    let stroke = Stroke::new((1.5 * scale).max(1.0), color);
    let line = |points: &[Pos2]| {
        painter.add(Shape::line(points.to_vec(), stroke));
    };
    let frame = |min: Pos2, max: Pos2| {
        let rect = Rect::from_min_max(min, max);
        painter.rect_stroke(rect, 1.5 * scale, stroke, StrokeKind::Middle);
    };
    match icon {
        Icon::Back => {
            line(&[at(0.5, -5.0), at(-4.5, 0.0), at(0.5, 5.0)]);
            line(&[at(-4.5, 0.0), at(6.0, 0.0)]);
        }
        Icon::Forward => {
            line(&[at(-0.5, -5.0), at(4.5, 0.0), at(-0.5, 5.0)]);
            line(&[at(4.5, 0.0), at(-6.0, 0.0)]);
        }
        Icon::LeftPanel | Icon::RightPanel => {
            let side = if icon == Icon::LeftPanel { -1.0 } else { 1.0 };
            frame(at(-6.5, -5.5), at(6.5, 5.5));
            line(&[at(side * 2.0, -5.5), at(side * 2.0, 5.5)]);
        }
        Icon::Sun => {
            painter.circle_stroke(center, 3.2 * scale, stroke);
            for ray in 0..8 {
                let direction = Vec2::angled(TAU * ray as f32 / 8.0);
                line(&[center + direction * 5.2 * scale, center + direction * 7.2 * scale]);
            }
        }
        Icon::Moon => {
            // A circle less another one to its upper right.
            let outer = |angle: f32| center + Vec2::angled(angle) * 6.0 * scale;
            let hollow = center + vec2(2.8, -2.8) * scale;
            let inner = |angle: f32| hollow + Vec2::angled(angle) * 4.6 * scale;
            let steps = |from: f32, to: f32| {
                (0..=16).map(move |step| from + (to - from) * step as f32 / 16.0)
            };
            let mut points: Vec<Pos2> = steps(0.35, 4.36).map(outer).collect();
            points.extend(steps(3.75, 0.96).map(inner));
            painter.add(Shape::closed_line(points, stroke));
        }
        Icon::Half => {
            painter.circle_stroke(center, 6.0 * scale, stroke);
            let half = (0..=16).map(|step| {
                center + Vec2::angled(TAU / 4.0 + TAU / 2.0 * step as f32 / 16.0) * 6.0 * scale
            });
            painter.add(Shape::convex_polygon(half.collect(), color, Stroke::NONE));
        }
        Icon::Check => line(&[at(-5.0, 0.5), at(-1.5, 4.0), at(5.5, -4.0)]),
        Icon::Down => line(&[at(-4.0, -2.0), at(0.0, 2.0), at(4.0, -2.0)]),
        Icon::Up => line(&[at(-4.0, 2.0), at(0.0, -2.0), at(4.0, 2.0)]),
        Icon::Close => {
            line(&[at(-4.0, -4.0), at(4.0, 4.0)]);
            line(&[at(4.0, -4.0), at(-4.0, 4.0)]);
        }
        Icon::More => {
            for x in [-5.0, 0.0, 5.0] {
                painter.circle_filled(at(x, 0.0), 1.5 * scale, color);
            }
        }
        Icon::Filter => {
            line(&[at(-6.0, -4.5), at(6.0, -4.5)]);
            line(&[at(-3.5, 0.0), at(3.5, 0.0)]);
            line(&[at(-1.2, 4.5), at(1.2, 4.5)]);
        }
        Icon::Plus => {
            line(&[at(-5.0, 0.0), at(5.0, 0.0)]);
            line(&[at(0.0, -5.0), at(0.0, 5.0)]);
        }
        Icon::Right => line(&[at(-2.0, -4.0), at(2.0, 0.0), at(-2.0, 4.0)]),
        Icon::Search => {
            painter.circle_stroke(at(-1.2, -1.2), 4.6 * scale, stroke);
            line(&[at(2.3, 2.3), at(6.2, 6.2)]);
        }
        Icon::Page => {
            frame(at(-5.0, -6.5), at(5.0, 6.5));
            for y in [-3.0, 0.0, 3.0] {
                line(&[at(-2.5, y), at(if y > 2.0 { 0.5 } else { 2.5 }, y)]);
            }
        }
        Icon::Chart => {
            for (y, from, to) in [(-4.5, -5.5, 3.0), (0.0, -2.5, 5.0), (4.5, -5.5, -0.5)] {
                line(&[at(from, y), at(to, y)]);
                painter.circle_filled(at(from, y), 2.0 * scale, color);
                painter.circle_filled(at(to, y), 2.0 * scale, color);
            }
        }
        Icon::Export => {
            line(&[at(0.0, 2.5), at(0.0, -6.0)]);
            line(&[at(-3.5, -2.5), at(0.0, -6.0), at(3.5, -2.5)]);
            line(&[at(-6.0, 1.5), at(-6.0, 6.0), at(6.0, 6.0), at(6.0, 1.5)]);
        }
    }
}
