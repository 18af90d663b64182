//! Marks that reach from zero or across a row: bars, and the cross line of a bullet. The same grammar as the others.

use egui::epaint::{PathShape, RectShape};
use egui::{Color32, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::hatching::hatching;
use super::marks::{Brush, Mark, RADIUS};
use crate::model::{Bound, Role};
use crate::theme::Palette;

/// Height of a bar.
const BAR: f32 = 12.0;
/// How far a soft band reaches above and below the middle of its bar.
const HALF_BAND: f32 = 8.0;
/// Width of the edge around what stands across a bar.
pub(super) const HALO: f32 = 1.6;
/// Length of the point of a target's bar.
const POINT: f32 = 5.0;

/// A bar from `zero` to its value at `at`; `high` is where a range ends.
///
/// Solid up to an exact value, with a point for a target, hollow when preliminary. A bound has no solid end: an outline, the tick and the wedge.
/// 左右, 余 and 近 have their soft band behind the bar; a derived value is hatched, and so is what lies between the ends of its range.
pub(super) fn bar(
    mark: Mark,
    zero: f32,
    at: Pos2,
    high: f32,
    scale: f32,
    palette: &Palette,
) -> Vec<Shape> {
    let soft = if mark.derived { palette.sunken } else { palette.role_soft(mark.role) };
    let brush = Brush::of(mark, at, scale, palette);
    let color = brush.color;
    let half = BAR / 2.0 * scale;
    let between =
        |from: f32, to: f32| Rect::from_two_pos(pos2(from, at.y - half), pos2(to, at.y + half));
    // A target's bar ends in the arrowhead's point, so that grey paper tells it from an actual's.
    let shaped = |end: f32, fill: Color32, edge: Stroke| -> Shape {
        if mark.role == Role::Actual {
            return RectShape::new(between(zero, end), 0.0, fill, edge, StrokeKind::Inside).into();
        }
        let inset = edge.width / 2.0;
        let back = (POINT * scale).min((end - zero).abs()).copysign(end - zero);
        let foot = zero + inset.copysign(end - zero);
        let points = vec![
            pos2(foot, at.y - half + inset),
            pos2(end - back, at.y - half + inset),
            pos2(end, at.y),
            pos2(end - back, at.y + half - inset),
            pos2(foot, at.y + half - inset),
        ];
        PathShape::convex_polygon(points, fill, edge).into()
    };
    let edge = Stroke::new(1.4 * scale, color);
    let outlined = |end: f32, fill: Color32| shaped(end, fill, edge);
    let body = |end: f32| {
        if mark.preliminary {
            outlined(end, palette.surface)
        } else {
            shaped(end, color, Stroke::NONE)
        }
    };
    let boxed = |from: f32, to: f32, fill: Color32| -> Shape {
        RectShape::new(between(from, to), 0.0, fill, edge, StrokeKind::Inside).into()
    };
    let hatched = |from: f32, to: f32, fill: Color32| {
        let mut out = vec![boxed(from, to, fill)];
        out.extend(hatching(between(from, to), scale, color));
        out
    };
    let range = |inside: Vec<Shape>| {
        let end = Brush { at: pos2(high, at.y), ..brush };
        inside.into_iter().chain([brush.tick(0.0), end.tick(0.0)])
    };
    let band = mark.band().map(|reach| {
        // The bar ends at its number; the band is higher than the bar, so that it is seen beside it too.
        brush.soft_band(reach, (-HALF_BAND, HALF_BAND), soft)
    });
    let mut out: Vec<Shape> = band.into_iter().collect();
    if mark.derived {
        out.extend(hatched(zero, at.x, palette.surface));
        match mark.bound {
            Bound::Range => out.extend(range(hatched(at.x, high, soft))),
            _ => out.extend(brush.bound_sign(mark)),
        }
        return out;
    }
    match mark.bound {
        Bound::Exact | Bound::Worded => out.push(body(at.x)),
        Bound::Approximate | Bound::JustAbove | Bound::JustBelow => {
            out.extend([body(at.x), brush.tick(0.0)]);
        }
        Bound::AtLeast | Bound::MoreThan | Bound::AtMost => {
            out.push(outlined(at.x, if mark.preliminary { palette.surface } else { soft }));
            out.extend(brush.bound_sign(mark));
        }
        Bound::Range => {
            out.push(body(at.x));
            out.extend(range(vec![boxed(at.x, high, soft)]));
        }
    }
    out
}

/// The soft band of a bullet's target, as high as its line: it lies behind the bar.
pub(super) fn behind_cross_line(
    mark: Mark,
    at: Pos2,
    scale: f32,
    palette: &Palette,
) -> Option<Shape> {
    let half = RADIUS + 5.0;
    let band = |reach| {
        let brush = Brush::of(mark, at, scale, palette);
        brush.soft_band(reach, (-half, half), palette.role_soft(mark.role))
    };
    mark.band().map(band)
}

/// The target of a bullet: a line across the bar, with the sign of its bound.
pub(super) fn cross_line(
    mark: Mark,
    at: Pos2,
    high: Pos2,
    scale: f32,
    palette: &Palette,
) -> Vec<Shape> {
    let brush = Brush::of(mark, at, scale, palette);
    let color = brush.color;
    let across = |x: f32, dashed: bool| -> Vec<Shape> {
        let points = [pos2(x, at.y - 11.0 * scale), pos2(x, at.y + 11.0 * scale)];
        let stroke = Stroke::new(3.0 * scale, color);
        if dashed {
            Shape::dashed_line(&points, stroke, 4.0 * scale, 2.6 * scale)
        } else {
            vec![Shape::LineSegment { points, stroke }]
        }
    };
    let mut ink = across(at.x, mark.derived);
    if mark.bound == Bound::Range {
        ink.extend(across(high.x, mark.derived));
        let stroke = Stroke::new(1.6 * scale, color);
        for dy in [-11.0, 11.0] {
            let points = [at + vec2(0.0, dy * scale), pos2(high.x, at.y + dy * scale)];
            ink.push(Shape::LineSegment { points, stroke });
        }
    }
    let upward = mark.open || matches!(mark.bound, Bound::AtLeast | Bound::MoreThan);
    let downward = mark.open || mark.bound == Bound::AtMost;
    ink.extend(upward.then(|| brush.wedge(1.0, 4.0)));
    ink.extend(downward.then(|| brush.wedge(-1.0, 4.0)));
    // On the bar the two roles' colours would hardly differ in brightness: each line has an edge of the page around it.
    let edges = ink.iter().filter_map(|shape| edged(shape, HALO * scale, palette.surface));
    edges.collect::<Vec<_>>().into_iter().chain(ink).collect()
}

/// A line so much wider to either side, in another colour.
fn edged(line: &Shape, by: f32, color: Color32) -> Option<Shape> {
    let wider = |width: f32| Stroke::new(width + by * 2.0, color);
    match line {
        Shape::LineSegment { points, stroke } => {
            Some(Shape::LineSegment { points: *points, stroke: wider(stroke.width) })
        }
        Shape::Path(path) => {
            Some(PathShape::line(path.points.clone(), wider(path.stroke.width)).into())
        }
        _ => None,
    }
}
