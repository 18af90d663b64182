//! Outlines that the writers draw: simple forms stay simple, so that files stay small
//! and straight edges can be set on whole pixels.

use egui::emath::TSTransform;
use egui::{Pos2, Rect, Vec2, pos2};
use vello_cpu::kurbo::{BezPath, Point};

/// Control points of a quarter circle by a cubic curve lie this far along its tangents.
pub(super) const QUARTER: f64 = 0.552_284_749_830_793_4;

/// One outline, in CSS pixels of the page.
#[derive(Debug, Clone, PartialEq)]
pub enum Geometry {
    /// A straight line; only stroked.
    Line([Pos2; 2]),
    /// An upright rectangle with sharp corners.
    Rect {
        /// Where it is.
        rect: Rect,
        /// Whether a painter of pixels may move its edges onto whole pixels.
        snap: bool,
    },
    /// A circle.
    Circle {
        /// Its centre.
        center: Pos2,
        /// Its radius.
        radius: f32,
    },
    /// Everything else; filled by the non-zero rule.
    Path(BezPath),
}

impl Geometry {
    /// A polygon (closed) or a polyline.
    pub(super) fn polyline(points: &[Pos2], closed: bool) -> Self {
        match (points, closed) {
            ([a, b], false) => Self::Line([*a, *b]),
            _ => Self::Path(polyline_path(points, closed)),
        }
    }

    /// The smallest upright rectangle around it, without its stroke.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        match self {
            Self::Line([a, b]) => Rect::from_two_pos(*a, *b),
            Self::Rect { rect, .. } => *rect,
            Self::Circle { center, radius } => {
                Rect::from_center_size(*center, Vec2::splat(2.0 * radius))
            }
            Self::Path(path) if path.elements().is_empty() => Rect::NOTHING,
            Self::Path(path) => {
                let bounds = path.control_box();
                Rect::from_min_max(
                    pos2(bounds.x0 as f32, bounds.y0 as f32),
                    pos2(bounds.x1 as f32, bounds.y1 as f32),
                )
            }
        }
    }

    /// Moved and scaled.
    pub(super) fn transformed(self, by: TSTransform) -> Self {
        if by == TSTransform::IDENTITY {
            return self;
        }
        match self {
            Self::Line([a, b]) => Self::Line([by * a, by * b]),
            Self::Rect { rect, snap } => Self::Rect { rect: by * rect, snap },
            Self::Circle { center, radius } => {
                Self::Circle { center: by * center, radius: by.scaling * radius }
            }
            Self::Path(mut path) => {
                let shift = (f64::from(by.translation.x), f64::from(by.translation.y));
                path.apply_affine(
                    vello_cpu::kurbo::Affine::translate(shift)
                        * vello_cpu::kurbo::Affine::scale(f64::from(by.scaling)),
                );
                Self::Path(path)
            }
        }
    }

    /// The same outline as a path of lines and curves.
    #[must_use]
    pub fn to_path(&self) -> BezPath {
        match self {
            Self::Line(ends) => polyline_path(ends, false),
            Self::Rect { rect, .. } => polyline_path(
                &[rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()],
                true,
            ),
            Self::Circle { center, radius } => ellipse_path(*center, Vec2::splat(*radius), 0.0),
            Self::Path(path) => path.clone(),
        }
    }
}

/// A page position in the numbers of kurbo.
pub(super) fn point(pos: Pos2) -> Point {
    Point::new(f64::from(pos.x), f64::from(pos.y))
}

/// A path through points.
pub(super) fn polyline_path(points: &[Pos2], closed: bool) -> BezPath {
    let mut path = BezPath::with_capacity(points.len() + 1);
    for (index, pos) in points.iter().enumerate() {
        if index == 0 {
            path.move_to(point(*pos));
        } else {
            path.line_to(point(*pos));
        }
    }
    if closed && !points.is_empty() {
        path.close_path();
    }
    path
}

/// An ellipse turned clockwise around its centre by an angle in radians.
pub(super) fn ellipse_path(center: Pos2, radius: Vec2, angle: f32) -> BezPath {
    let rotation = egui::emath::Rot2::from_angle(angle);
    let at = |x: f64, y: f64| {
        let offset = Vec2::new((x * f64::from(radius.x)) as f32, (y * f64::from(radius.y)) as f32);
        point(center + rotation * offset)
    };
    let mut path = BezPath::with_capacity(6);
    path.move_to(at(1.0, 0.0));
    path.curve_to(at(1.0, QUARTER), at(QUARTER, 1.0), at(0.0, 1.0));
    path.curve_to(at(-QUARTER, 1.0), at(-1.0, QUARTER), at(-1.0, 0.0));
    path.curve_to(at(-1.0, -QUARTER), at(-QUARTER, -1.0), at(0.0, -1.0));
    path.curve_to(at(QUARTER, -1.0), at(1.0, -QUARTER), at(1.0, 0.0));
    path.close_path();
    path
}

/// Moves a closed polygon outwards (inwards where negative) so that every edge keeps its direction.
///
/// The corners are mitred as in egui's tessellator, so that a stroke inside or outside of a
/// polygon lies where the window shows it.
pub(super) fn offset_polygon(points: &[Pos2], distance: f32) -> Vec<Pos2> {
    if distance == 0.0 || points.len() < 3 {
        return points.to_vec();
    }
    let signed_area: f32 =
        points.iter().zip(points.iter().cycle().skip(1)).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
    let outwards = if signed_area < 0.0 { -distance } else { distance };
    let edge = |from: usize, to: usize| (points[to] - points[from]).normalized().rot90();
    let count = points.len();
    let mut before = edge(count - 1, 0);
    (0..count)
        .map(|index| {
            let mut after = edge(index, (index + 1) % count);
            if before == Vec2::ZERO {
                before = after;
            } else if after == Vec2::ZERO {
                after = before;
            }
            let normal = 0.5 * (before + after);
            before = after;
            points[index] + outwards * normal / normal.length_sq().max(0.05)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use vello_cpu::kurbo::Shape as _;

    use super::*;

    #[test]
    fn polygons_grow_and_shrink_whichever_way_they_turn() {
        let square = [pos2(0.0, 0.0), pos2(10.0, 0.0), pos2(10.0, 10.0), pos2(0.0, 10.0)];
        let reversed: Vec<Pos2> = square.iter().rev().copied().collect();
        for points in [square.to_vec(), reversed] {
            let grown = Rect::from_points(&offset_polygon(&points, 2.0));
            assert_eq!(grown, Rect::from_min_max(pos2(-2.0, -2.0), pos2(12.0, 12.0)));
            let shrunk = Rect::from_points(&offset_polygon(&points, -2.0));
            assert_eq!(shrunk, Rect::from_min_max(pos2(2.0, 2.0), pos2(8.0, 8.0)));
        }
    }

    #[test]
    fn ellipses_touch_their_bounds() {
        let path = ellipse_path(pos2(10.0, 20.0), Vec2::new(5.0, 3.0), 0.0);
        let bounds = path.bounding_box();
        assert!((bounds.x0 - 5.0).abs() < 1e-3 && (bounds.y1 - 23.0).abs() < 1e-3);
    }
}
