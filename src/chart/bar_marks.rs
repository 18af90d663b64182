//! Marks that reach from zero or across a row: bars, and the cross line of a bullet. The same grammar as the others.

use egui::epaint::{PathShape, RectShape};
use egui::{Color32, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::marks::{Brush, Mark, RADIUS};
use crate::model::{Bound, Role};
use crate::theme::Palette;

/// Height of a bar.
const BAR: f32 = 12.0;
/// How far a soft band reaches above and below the middle of its bar.
const HALF_BAND: f32 = 8.0;
/// Width of the edge around what stands across a bar.
const HALO: f32 = 1.6;
/// Length of the point of a target's bar.
const POINT: f32 = 5.0;

/// A bar from `zero` to its value at `at`; `high` is where a range ends.
///
/// Solid up to an exact value, with a point for a target, hollow when preliminary. A bound has no solid end: an outline, the tick and the wedge.
/// 左右, 余 and 近 have their soft band behind the bar; a derived value is hatched.
pub(super) fn bar(
    mark: Mark,
    zero: f32,
    at: Pos2,
    high: f32,
    scale: f32,
    palette: &Palette,
) -> Vec<Shape> {
    let soft = palette.role_soft(mark.role);
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
        let points = vec![
            pos2(zero, at.y - half + inset),
            pos2(end - back, at.y - half + inset),
            pos2(end, at.y),
            pos2(end - back, at.y + half - inset),
            pos2(zero, at.y + half - inset),
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
    let whole = between(zero, at.x);
    if mark.derived {
        let boxed = RectShape::new(whole, 0.0, palette.surface, edge, StrokeKind::Inside);
        let mut out = vec![boxed.into()];
        out.extend(hatching(whole, scale, color));
        out.extend(brush.bound_sign(mark));
        return out;
    }
    if let Some(reach) = mark.band() {
        // The bar ends at its number; the band is higher than the bar, so that it is seen beside it too.
        let band = brush.soft_band(reach, (-HALF_BAND, HALF_BAND), soft);
        return vec![band, body(at.x), brush.tick(0.0)];
    }
    match mark.bound {
        Bound::Exact | Bound::Worded | Bound::Approximate | Bound::JustAbove | Bound::JustBelow => {
            vec![body(at.x)]
        }
        Bound::AtLeast | Bound::MoreThan | Bound::AtMost => {
            let inside = if mark.preliminary { palette.surface } else { soft };
            let mut out = vec![outlined(at.x, inside)];
            out.extend(brush.bound_sign(mark));
            out
        }
        Bound::Range => {
            let end = Brush { at: pos2(high, at.y), ..brush };
            let between = between(at.x, high);
            let between = RectShape::new(between, 0.0, soft, edge, StrokeKind::Inside).into();
            vec![body(at.x), between, brush.tick(0.0), end.tick(0.0)]
        }
    }
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
    let mut out = Vec::new();
    if let Some(reach) = mark.band() {
        // Two strips above and below the bar, so that the band hides nothing of it.
        let soft = palette.role_soft(mark.role);
        let (near, far) = (RADIUS + 0.5, RADIUS + 5.0);
        out.push(brush.soft_band(reach, (-far, -near), soft));
        out.push(brush.soft_band(reach, (near, far), soft));
    }
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
    out.extend(ink.iter().filter_map(|shape| edged(shape, HALO * scale, palette.surface)));
    out.extend(ink);
    out
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

/// Lines at 45° inside `rect`.
fn hatching(rect: Rect, scale: f32, color: Color32) -> Vec<Shape> {
    let stroke = Stroke::new(1.1 * scale, color);
    let (width, height) = (rect.width(), rect.height());
    let step = 5.0 * scale;
    let mut out = Vec::new();
    let mut from = step - height;
    // A line runs from the lower edge at `from` up to the right; the sides cut it. A long bar gets wider gaps.
    let step = step.max((width + height) / 400.0);
    while from < width {
        let start = from.max(0.0);
        let end = (from + height).min(width);
        if end > start {
            out.push(Shape::LineSegment {
                points: [
                    pos2(rect.left() + start, rect.bottom() - (start - from)),
                    pos2(rect.left() + end, rect.bottom() - (end - from)),
                ],
                stroke,
            });
        }
        from += step;
    }
    out
}
