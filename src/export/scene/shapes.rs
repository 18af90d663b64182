//! The shapes of egui other than text and meshes, with the same edges as its tessellator gives.
//!
//! A stroke inside or outside of a shape becomes a stroke along the middle of where it lies.
//! The fill reaches that middle line where the stroke is opaque, so that no background shines
//! through between the two, and its inner edge where the stroke is translucent.

use egui::epaint::{
    BandPoint, BandShape, CircleShape, ColorMode, CornerRadiusF32, EllipseShape, PathStroke,
    RectShape, RoundedRect, Shape,
};
use egui::{Color32, Pos2, Rangef, Rect, Stroke, StrokeKind, Vec2};
use vello_cpu::kurbo::BezPath;

use super::{DrawError, Resolver, Sink, Soft, StrokeStyle};
use crate::export::color::Color;
use crate::export::geometry::{Geometry, QUARTER, ellipse_path, offset_polygon, point};

/// Lines cut corners sharper than a right angle off; √2 is the mitre of a right angle.
const OPEN_MITER_LIMIT: f32 = 1.5;
/// Closed outlines keep their corners, down to about 29 degrees.
const CLOSED_MITER_LIMIT: f32 = 4.0;
/// How far curves may be from the straight pieces by which a stroke beside them is found.
const FLATNESS: f32 = 0.02;
/// Rectangles reach this far at most beyond the page: some are infinite on purpose.
const BEYOND_PAGE: f32 = 1000.0;

impl<S: Sink> Resolver<'_, S> {
    pub(super) fn shape(&mut self, shape: &Shape) -> Result<(), DrawError> {
        match shape {
            Shape::Noop => Ok(()),
            Shape::Vec(shapes) => shapes.iter().try_for_each(|shape| self.shape(shape)),
            Shape::Circle(circle) => self.circle(circle),
            Shape::Ellipse(ellipse) => self.ellipse(ellipse),
            Shape::LineSegment { points, stroke } => {
                finite("LineSegment", points)?;
                let stroke = Self::stroke(*stroke, OPEN_MITER_LIMIT)?;
                self.outline(Geometry::Line(*points), None, stroke);
                Ok(())
            }
            Shape::Path(path) => {
                self.polygon("Path", &path.points, path.closed, path.fill, &path.stroke)
            }
            Shape::Band(band) => self.band(band),
            Shape::Rect(rect) => self.rect(rect),
            Shape::Text(text) => self.text(text),
            Shape::Mesh(mesh) => self.mesh(mesh),
            Shape::QuadraticBezier(curve) => {
                let [start, control, end] = curve.points;
                let mut path = BezPath::new();
                path.move_to(point(start));
                path.quad_to(point(control), point(end));
                finite("QuadraticBezier", &curve.points)?;
                let flat = || curve.flatten(Some(FLATNESS));
                self.curve(path, flat, curve.closed, curve.fill, &curve.stroke)
            }
            Shape::CubicBezier(curve) => {
                let [start, first, second, end] = curve.points;
                let mut path = BezPath::new();
                path.move_to(point(start));
                path.curve_to(point(first), point(second), point(end));
                finite("CubicBezier", &curve.points)?;
                let flat = || curve.flatten(Some(FLATNESS));
                self.curve(path, flat, curve.closed, curve.fill, &curve.stroke)
            }
            Shape::Callback(_) => Err(DrawError::Callback),
        }
    }

    /// `None` for a stroke that nobody sees.
    pub(super) fn stroke(
        stroke: Stroke,
        miter_limit: f32,
    ) -> Result<Option<StrokeStyle>, DrawError> {
        if stroke.is_empty() {
            return Ok(None);
        }
        let color = Self::color(stroke.color)?;
        Ok(color.map(|color| StrokeStyle { width: stroke.width, color, miter_limit }))
    }

    /// Outline, fill and stroke where the stroke lies `kind` of the edge: `edge(d)` is the outline
    /// moved outwards by `d`.
    fn stroked(
        &mut self,
        fill: Option<Color>,
        stroke: Option<StrokeStyle>,
        kind: StrokeKind,
        edge: impl Fn(f32) -> Option<Geometry>,
    ) {
        let Some(style) = stroke else {
            if let Some(geometry) = edge(0.0) {
                self.outline(geometry, fill, None);
            }
            return;
        };
        let middle = match kind {
            StrokeKind::Inside => -0.5 * style.width,
            StrokeKind::Middle => 0.0,
            StrokeKind::Outside => 0.5 * style.width,
        };
        let mut under_line = fill;
        if !style.color.is_opaque()
            && let Some(color) = under_line.take()
            && let Some(geometry) = edge(middle - 0.5 * style.width)
        {
            self.outline(geometry, Some(color), None);
        }
        if let Some(geometry) = edge(middle) {
            self.outline(geometry, under_line, stroke);
        }
    }

    fn circle(&mut self, circle: &CircleShape) -> Result<(), DrawError> {
        let CircleShape { center, radius, fill, stroke } = *circle;
        finite("Circle", &[center, Pos2::new(radius, 0.0)])?;
        if radius <= 0.0 {
            return Ok(());
        }
        let fill = Self::color(fill)?;
        let stroke = Self::stroke(stroke, CLOSED_MITER_LIMIT)?;
        self.stroked(fill, stroke, StrokeKind::Outside, |by| {
            Some(Geometry::Circle { center, radius: radius + by })
        });
        Ok(())
    }

    fn ellipse(&mut self, ellipse: &EllipseShape) -> Result<(), DrawError> {
        let EllipseShape { center, radius, fill, stroke, angle } = *ellipse;
        finite("Ellipse", &[center, radius.to_pos2(), Pos2::new(angle, 0.0)])?;
        if radius.min_elem() <= 0.0 {
            return Ok(());
        }
        let fill = Self::color(fill)?;
        let stroke = Self::stroke(stroke, CLOSED_MITER_LIMIT)?;
        self.stroked(fill, stroke, StrokeKind::Outside, |by| {
            Some(Geometry::Path(ellipse_path(center, radius + Vec2::splat(by), angle)))
        });
        Ok(())
    }

    fn path_stroke(
        stroke: &PathStroke,
        miter_limit: f32,
    ) -> Result<Option<StrokeStyle>, DrawError> {
        match &stroke.color {
            _ if stroke.is_empty() => Ok(None),
            ColorMode::Solid(color) => Self::stroke(Stroke::new(stroke.width, *color), miter_limit),
            ColorMode::UV(_) => Err(DrawError::ColorAlongLine),
        }
    }

    fn polygon(
        &mut self,
        shape: &'static str,
        points: &[Pos2],
        closed: bool,
        fill: Color32,
        stroke: &PathStroke,
    ) -> Result<(), DrawError> {
        if points.len() < 2 {
            return Ok(());
        }
        finite(shape, points)?;
        let miter_limit = if closed { CLOSED_MITER_LIMIT } else { OPEN_MITER_LIMIT };
        let style = Self::path_stroke(stroke, miter_limit)?;
        let fill = Self::color(fill)?;
        if !closed {
            if fill.is_some() {
                return Err(DrawError::OpenFill);
            }
            self.outline(Geometry::polyline(points, false), None, style);
            return Ok(());
        }
        self.stroked(fill, style, stroke.kind, |by| {
            Some(Geometry::polyline(&offset_polygon(points, by), true))
        });
        Ok(())
    }

    fn curve(
        &mut self,
        mut path: BezPath,
        flat: impl Fn() -> Vec<Pos2>,
        closed: bool,
        fill: Color32,
        stroke: &PathStroke,
    ) -> Result<(), DrawError> {
        if closed {
            if stroke.kind != StrokeKind::Middle && !stroke.is_empty() {
                return self.polygon("Bezier", &flat(), true, fill, stroke);
            }
            path.close_path();
        }
        let miter_limit = if closed { CLOSED_MITER_LIMIT } else { OPEN_MITER_LIMIT };
        let style = Self::path_stroke(stroke, miter_limit)?;
        let fill = Self::color(fill)?;
        if fill.is_some() && !closed {
            return Err(DrawError::OpenFill);
        }
        self.outline(Geometry::Path(path), fill, style);
        Ok(())
    }

    fn band(&mut self, band: &BandShape) -> Result<(), DrawError> {
        let BandShape { points, fill, stroke, stroke_kind, angle } = band;
        finite("Band", &[Pos2::new(*angle, 0.0)])?;
        let inset = match stroke_kind {
            StrokeKind::Inside => stroke.width,
            StrokeKind::Middle => 0.5 * stroke.width,
            StrokeKind::Outside => 0.0,
        };
        let rotation = egui::emath::Rot2::from_angle(*angle);
        let at = |x: f32, y: f32| (rotation * Vec2::new(x, y)).to_pos2();
        let shrink = |y: Rangef| {
            let half = (0.5 * y.span() - inset).max(0.0);
            Rangef::new(y.center() - half, y.center() + half)
        };
        let stroke = PathStroke::from(*stroke).with_kind(StrokeKind::Outside);
        for run in band_runs(points) {
            let lower = run.iter().map(|sample| at(sample.x, shrink(sample.y).min));
            let upper = run.iter().rev().map(|sample| at(sample.x, shrink(sample.y).max));
            let outline: Vec<Pos2> = lower.chain(upper).collect();
            self.polygon("Band", &outline, true, *fill, &stroke)?;
        }
        Ok(())
    }

    fn rect(&mut self, shape: &RectShape) -> Result<(), DrawError> {
        let RectShape { corner_radius, stroke, stroke_kind, blur_width, angle, .. } = *shape;
        if shape.rect.any_nan() || !angle.is_finite() || !blur_width.is_finite() {
            return Err(DrawError::NotFinite { shape: "Rect" });
        }
        let limit = self.to_page.inverse() * self.page.expand(BEYOND_PAGE);
        let rect = if angle == 0.0 { shape.rect.intersect(limit) } else { shape.rect };
        if rect.is_negative() || !rect.is_finite() {
            return Ok(());
        }
        if let Some(brush) = &shape.brush {
            self.textured_rect(shape, rect, brush)?;
            return self.rect(&RectShape {
                brush: None,
                fill: Color32::TRANSPARENT,
                ..shape.clone()
            });
        }
        if blur_width > 0.0 && shape.fill != Color32::TRANSPARENT {
            let radius = f32::from(corner_radius.average().round() as u8);
            return self.sink.soft(Soft {
                clip: self.clip,
                rect: self.to_page * rect,
                radius: radius * self.to_page.scaling,
                blur: blur_width * self.to_page.scaling,
                color: shape.fill,
            });
        }
        let style = Self::stroke(stroke, CLOSED_MITER_LIMIT)?;
        let mut fill = Self::color(shape.fill)?;
        let (mut edge, mut kind, mut style) = (rect, stroke_kind, style);
        if let Some(line) = style {
            let with_stroke = rect.expand(match kind {
                StrokeKind::Inside => 0.0,
                StrokeKind::Middle => 0.5 * line.width,
                StrokeKind::Outside => line.width,
            });
            if with_stroke.size().min_elem() <= 2.0 * line.width {
                // Nothing of the fill is left: the whole is one patch of the stroke's colour.
                (edge, fill, style, kind) =
                    (with_stroke, Some(line.color), None, StrokeKind::Middle);
            }
        }
        let radii = CornerRadiusF32::from(corner_radius);
        let snap = shape.round_to_pixels.unwrap_or(true);
        self.stroked(fill, style, kind, |by| rect_geometry(edge, radii, angle, by, snap));
        Ok(())
    }
}

/// A rectangle moved outwards by `by`, with its corners and its angle; `None` where none is left.
fn rect_geometry(
    rect: Rect,
    radii: CornerRadiusF32,
    angle: f32,
    by: f32,
    snap: bool,
) -> Option<Geometry> {
    let moved = rect.expand(by);
    if !moved.is_positive() {
        return None;
    }
    let grown = |radius: f32| if radius == 0.0 { 0.0 } else { (radius + by).max(0.1) };
    let radii = CornerRadiusF32 {
        nw: grown(radii.nw),
        ne: grown(radii.ne),
        sw: grown(radii.sw),
        se: grown(radii.se),
    };
    if angle == 0.0 && radii == CornerRadiusF32::ZERO {
        return Some(Geometry::Rect { rect: moved, snap });
    }
    let (moved, radii) = RoundedRect::new(moved, radii).into_parts();
    let rotation = egui::emath::Rot2::from_angle(angle);
    let center = rect.center();
    let at = |corner: Pos2, along: Vec2| point(center + rotation * (corner + along - center));
    let mut path = BezPath::with_capacity(10);
    let corners = [
        (moved.left_top(), radii.nw, Vec2::DOWN, Vec2::RIGHT),
        (moved.right_top(), radii.ne, Vec2::LEFT, Vec2::DOWN),
        (moved.right_bottom(), radii.se, Vec2::UP, Vec2::LEFT),
        (moved.left_bottom(), radii.sw, Vec2::RIGHT, Vec2::UP),
    ];
    for (index, (corner, radius, arriving, leaving)) in corners.into_iter().enumerate() {
        let start = at(corner, radius * arriving);
        if index == 0 {
            path.move_to(start);
        } else {
            path.line_to(start);
        }
        if radius > 0.0 {
            let tangent = radius * (1.0 - QUARTER as f32);
            path.curve_to(
                at(corner, tangent * arriving),
                at(corner, tangent * leaving),
                at(corner, radius * leaving),
            );
        }
    }
    path.close_path();
    Some(Geometry::Path(path))
}

/// The pieces of a band: at least two samples that are numbers, each further right than the last.
fn band_runs(points: &[BandPoint]) -> impl Iterator<Item = &[BandPoint]> {
    let valid = |sample: &BandPoint| sample.is_finite() && sample.y.min <= sample.y.max;
    points
        .chunk_by(move |left, right| valid(left) && valid(right) && left.x < right.x)
        .filter(|run| run.len() >= 2)
}

fn finite(shape: &'static str, points: &[Pos2]) -> Result<(), DrawError> {
    if points.iter().all(|point| point.is_finite()) {
        Ok(())
    } else {
        Err(DrawError::NotFinite { shape })
    }
}
