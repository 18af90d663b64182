//! The grammar of marks: what a bound, a role and a status look like. One place for panels, legend and text rows.
//!
//! Actual: a dot. Target: an arrowhead, or an open wedge for a bound.
//! At least, more than: a tick at the value and an open wedge upward. At most: the same downward.
//! Approximate: a tick and a soft band on both sides; just above, just below: on that side only. The band's width says nothing.
//! An actual's bound has half a dot on the other side of its tick. Preliminary: a hollow dot, or half of one. Derived: hatched. Range: a bar between the ends.
//! Computed of two bounds: a tick and an open wedge on both sides, since only the printed numbers are known.
//! Shapes differ as well as colours, so that the roles are told apart in grey.

use std::f32::consts::PI;

use egui::epaint::{CircleShape, PathShape, RectShape};
use egui::{Color32, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use super::hatching::hatching;
use crate::model::{Bound, DifferenceBound, Role, Status};
use crate::theme::{Palette, ThemeName};

/// What a mark says.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(super) struct Mark {
    pub role: Role,
    pub bound: Bound,
    pub preliminary: bool,
    pub derived: bool,
    /// Computed of two bounds: it may stand on either side of what the printed numbers give.
    pub open: bool,
}

/// Which way the arrowhead of a target points.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Pointing {
    Right,
    Left,
}

impl Mark {
    /// The mark of a figure.
    pub fn of(role: Role, bound: Bound, status: Status) -> Self {
        Self {
            role,
            bound,
            preliminary: status == Status::Preliminary,
            derived: false,
            open: false,
        }
    }

    /// The mark of a derived value.
    pub fn derived(bound: DifferenceBound) -> Self {
        let open = bound == DifferenceBound::PrintedNumbers;
        let bound = match bound {
            DifferenceBound::Exact | DifferenceBound::PrintedNumbers => Bound::Exact,
            DifferenceBound::Approximate => Bound::Approximate,
            DifferenceBound::AtLeast => Bound::AtLeast,
            DifferenceBound::MoreThan => Bound::MoreThan,
            DifferenceBound::AtMost | DifferenceBound::LessThan => Bound::AtMost,
            DifferenceBound::Range => Bound::Range,
        };
        Self { role: Role::Target, bound, preliminary: false, derived: true, open }
    }

    /// Whether it is an exact number that the report prints: nothing but its value.
    pub fn is_plain(self) -> bool {
        self.bound == Bound::Exact && !self.derived && !self.open
    }

    /// How far its soft band reaches to the left and right of the value, if it has one.
    pub fn band(self) -> Option<(f32, f32)> {
        match self.bound {
            Bound::Approximate => Some((BAND, BAND)),
            Bound::JustAbove => Some((0.0, BAND)),
            Bound::JustBelow => Some((BAND, 0.0)),
            Bound::Exact
            | Bound::AtLeast
            | Bound::MoreThan
            | Bound::AtMost
            | Bound::Range
            | Bound::Worded => None,
        }
    }

    /// How far the mark reaches to the left and right of its value, in pixels at scale 1.
    pub fn extent(self) -> (f32, f32) {
        if self.open {
            let each = if self.derived { RADIUS + 2.0 } else { 3.0 } + WEDGE;
            return (each, each);
        }
        if self.derived {
            return match self.bound {
                Bound::AtLeast | Bound::MoreThan | Bound::JustAbove => (2.0, HATCHED + WEDGE),
                Bound::AtMost | Bound::JustBelow => (HATCHED + WEDGE, 2.0),
                Bound::Approximate => (BAND, BAND),
                Bound::Exact | Bound::Range | Bound::Worded => (RADIUS + 2.0, RADIUS + 2.0),
            };
        }
        match self.bound {
            Bound::AtLeast | Bound::MoreThan => (RADIUS, WEDGE + 3.0),
            Bound::AtMost => (WEDGE + 3.0, RADIUS),
            Bound::Approximate => (BAND, BAND),
            Bound::JustAbove => (RADIUS, BAND),
            Bound::JustBelow => (BAND, RADIUS),
            Bound::Exact | Bound::Range | Bound::Worded => (RADIUS + 1.0, RADIUS + 1.0),
        }
    }
}

/// Radius of a dot and half the height of an arrowhead.
pub(super) const RADIUS: f32 = 6.0;
/// Length of an arrowhead.
pub(super) const ARROWHEAD: f32 = 11.0;
/// Half the width of a soft band.
const BAND: f32 = 16.0;
/// Radius of the half dot of an actual's bound, and of how many straight pieces its arc is made.
const HALF_DOT: f32 = RADIUS * 0.8;
const HALF_DOT_STEPS: i32 = 24;
/// Length of an open wedge.
const WEDGE: f32 = 9.0;
/// Length of the hatched box on the open side of a derived bound.
const HATCHED: f32 = 13.0;
/// Line width of outlined marks.
const LINE: f32 = 2.0;

/// The shapes of `mark` at `at`; `high` is where the upper end of a range stands.
pub(super) fn shapes(
    mark: Mark,
    at: Pos2,
    high: Option<Pos2>,
    pointing: Pointing,
    scale: f32,
    palette: &Palette,
) -> Vec<Shape> {
    let soft = if mark.derived { palette.sunken } else { palette.role_soft(mark.role) };
    let brush = Brush::of(mark, at, scale, palette);
    let color = brush.color;
    let mut out = Vec::new();

    if let Some(reach) = mark.band() {
        out.push(brush.soft_band(reach, (-RADIUS, RADIUS), soft));
    }
    if let (Bound::Range, Some(high)) = (mark.bound, high) {
        let bar = Rect::from_min_max(
            at - vec2(0.0, 3.0) * scale,
            pos2(high.x, at.y) + vec2(0.0, 3.0) * scale,
        );
        if mark.derived {
            let edge = Stroke::new(1.2 * scale, color);
            out.push(RectShape::new(bar, 0.0, palette.surface, edge, StrokeKind::Inside).into());
            out.extend(hatching(bar, scale, color));
        } else {
            out.push(RectShape::filled(bar, 3.0 * scale, color).into());
        }
        out.push(brush.tick(0.0));
        out.push(Brush { at: high, ..brush }.tick(0.0));
        return out;
    }

    if mark.derived {
        out.extend(brush.derived(mark, palette.surface));
        return out;
    }

    out.extend(brush.bound_sign(mark));
    if mark.open {
        return out;
    }
    let bounded = matches!(mark.bound, Bound::AtLeast | Bound::MoreThan | Bound::AtMost);
    match mark.role {
        Role::Actual if bounded => out.push(brush.half_dot(mark, palette.surface)),
        Role::Actual => out.push(brush.dot(RADIUS, mark.preliminary, palette.surface)),
        Role::Target if bounded => {}
        Role::Target => out.push(brush.arrowhead(pointing)),
        Role::Goal => out.push(brush.diamond(color)),
    }
    out
}

/// The shapes of `mark` as a sign in running text or a legend, centred at `center`.
pub(super) fn sign(mark: Mark, center: Pos2, scale: f32, palette: &Palette) -> Vec<Shape> {
    let (left, right) = sign_extent(mark);
    let at = center + vec2((left - right) / 2.0 * scale, 0.0);
    let high = Some(at + vec2(RANGE_SIGN * scale, 0.0));
    shapes(mark, at, high, Pointing::Right, scale, palette)
}

/// How far a sign reaches to the left and right of its value: further to one side than to the other.
fn sign_extent(mark: Mark) -> (f32, f32) {
    let arrowhead = mark.role == Role::Target && mark.is_plain();
    match mark.bound {
        Bound::Range => (0.0, RANGE_SIGN),
        _ if arrowhead => (ARROWHEAD, 0.0),
        _ => mark.extent(),
    }
}

/// The width of a sign at scale 1.
pub(super) fn sign_width(mark: Mark) -> f32 {
    let (left, right) = sign_extent(mark);
    left + right
}

/// Length of a range where it is only a sign.
const RANGE_SIGN: f32 = 12.0;

/// The broken-link sign between two figures that are not on one basis: ≠ drawn as strokes.
pub(super) fn broken_link(at: Pos2, scale: f32, color: Color32) -> Vec<Shape> {
    let stroke = Stroke::new(1.6 * scale, color);
    let half = 5.0 * scale;
    let bar = |dy: f32| Shape::LineSegment {
        points: [at + vec2(-half, dy * scale), at + vec2(half, dy * scale)],
        stroke,
    };
    let slash = Shape::LineSegment {
        points: [at + vec2(-half * 0.6, half), at + vec2(half * 0.6, -half)],
        stroke,
    };
    vec![bar(-2.0), bar(2.0), slash]
}

/// Draws the pieces of one mark around its place.
#[derive(Clone, Copy)]
pub(super) struct Brush {
    pub at: Pos2,
    pub scale: f32,
    pub color: Color32,
    pub stroke: Stroke,
}

impl Brush {
    /// The brush of `mark` at `at`.
    pub fn of(mark: Mark, at: Pos2, scale: f32, palette: &Palette) -> Self {
        let color = if mark.derived { palette.derived } else { palette.role(mark.role) };
        Self { at, scale, color, stroke: Stroke::new(LINE * scale, color) }
    }

    /// A soft band that reaches so far to the left and right, and from one height to another.
    pub fn soft_band(
        &self,
        (left, right): (f32, f32),
        (top, bottom): (f32, f32),
        soft: Color32,
    ) -> Shape {
        let band = Rect::from_min_max(self.point(-left, top), self.point(right, bottom));
        let round = (bottom - top).min(RADIUS * 2.0) * 0.35;
        RectShape::filled(band, round * self.scale, soft).into()
    }

    fn point(&self, dx: f32, dy: f32) -> Pos2 {
        self.at + vec2(dx, dy) * self.scale
    }

    pub fn tick(&self, dx: f32) -> Shape {
        let half = RADIUS + 2.0;
        Shape::LineSegment {
            points: [self.point(dx, -half), self.point(dx, half)],
            stroke: self.stroke,
        }
    }

    /// An open wedge that begins `near` pixels beside the value; `sign` is 1 for upward (to the right), −1 for downward.
    pub fn wedge(&self, sign: f32, near: f32) -> Shape {
        let (near, far) = (near * sign, (near + WEDGE - 2.0) * sign);
        let points =
            vec![self.point(near, -RADIUS), self.point(far, 0.0), self.point(near, RADIUS)];
        PathShape::line(points, self.stroke).into()
    }

    /// The tick and the open wedge of a bound.
    pub fn bound_sign(&self, mark: Mark) -> Vec<Shape> {
        if mark.open {
            return vec![self.tick(0.0), self.wedge(1.0, 3.0), self.wedge(-1.0, 3.0)];
        }
        match mark.bound {
            Bound::AtLeast | Bound::MoreThan => vec![self.tick(0.0), self.wedge(1.0, 3.0)],
            Bound::AtMost => vec![self.tick(0.0), self.wedge(-1.0, 3.0)],
            Bound::Approximate | Bound::JustAbove | Bound::JustBelow => vec![self.tick(0.0)],
            Bound::Exact | Bound::Range | Bound::Worded => Vec::new(),
        }
    }

    fn dot(&self, radius: f32, hollow: bool, surface: Color32) -> Shape {
        let radius = radius * self.scale;
        if hollow {
            let radius = radius - self.stroke.width / 2.0;
            CircleShape { center: self.at, radius, fill: surface, stroke: self.stroke }.into()
        } else {
            CircleShape::filled(self.at, radius, self.color).into()
        }
    }

    /// An actual's bound keeps half of its dot, on the side that the wedge leaves: the value itself is not the end.
    /// Hollow is what is preliminary, as a whole dot is.
    fn half_dot(&self, mark: Mark, surface: Color32) -> Shape {
        let away = if mark.bound == Bound::AtMost { 1.0 } else { -1.0 };
        let arc = |step: i32| {
            let (dy, dx) = (PI * (step as f32 / HALF_DOT_STEPS as f32 - 0.5)).sin_cos();
            self.point(dx * away * HALF_DOT, dy * HALF_DOT)
        };
        let points = (0..=HALF_DOT_STEPS).map(arc).collect();
        let fill = if mark.preliminary { surface } else { self.color };
        let edge = Stroke::new(self.stroke.width * 0.8, self.color);
        PathShape::convex_polygon(points, fill, edge).into()
    }

    fn arrowhead(&self, pointing: Pointing) -> Shape {
        let sign = match pointing {
            Pointing::Right => 1.0,
            Pointing::Left => -1.0,
        };
        // The tip stands at the value: the reading point of a target.
        let points = vec![
            self.point(0.0, 0.0),
            self.point(-ARROWHEAD * sign, -RADIUS - 0.5),
            self.point(-ARROWHEAD * sign, RADIUS + 0.5),
        ];
        PathShape::convex_polygon(points, self.color, Stroke::NONE).into()
    }

    fn diamond(&self, fill: Color32) -> Shape {
        PathShape::convex_polygon(self.diamond_points(RADIUS), fill, self.stroke).into()
    }

    fn diamond_points(&self, radius: f32) -> Vec<Pos2> {
        vec![
            self.point(0.0, -radius),
            self.point(radius, 0.0),
            self.point(0.0, radius),
            self.point(-radius, 0.0),
        ]
    }

    /// Hatched, as everything that the report does not print: a diamond for a value,
    /// a box that opens to the allowed side for a bound.
    fn derived(&self, mark: Mark, surface: Color32) -> Vec<Shape> {
        match mark.bound {
            Bound::AtLeast | Bound::MoreThan | Bound::JustAbove => self.hatched_box(1.0, surface),
            Bound::AtMost | Bound::JustBelow => self.hatched_box(-1.0, surface),
            Bound::Exact | Bound::Approximate | Bound::Range | Bound::Worded => {
                let mut out = self.hatched_diamond(surface);
                if mark.open {
                    out.extend([1.0, -1.0].map(|sign| self.wedge(sign, RADIUS + 2.0)));
                }
                out
            }
        }
    }

    fn hatch(&self, from: (f32, f32), to: (f32, f32)) -> Shape {
        Shape::LineSegment {
            points: [self.point(from.0, from.1), self.point(to.0, to.1)],
            stroke: Stroke::new(1.2 * self.scale, self.color),
        }
    }

    fn hatched_box(&self, sign: f32, surface: Color32) -> Vec<Shape> {
        let half = RADIUS - 1.0;
        let corners = Rect::from_two_pos(self.point(0.0, -half), self.point(HATCHED * sign, half));
        let edge = Stroke::new(1.2 * self.scale, self.color);
        let mut out: Vec<Shape> =
            vec![RectShape::new(corners, 0.0, surface, edge, StrokeKind::Inside).into()];
        for step in [-0.7_f32, 2.8, 6.3, 9.8] {
            // 45°, cut at the box's sides.
            let (x0, y0) = if step < 0.0 { (0.0, half + step) } else { (step, half) };
            let run = (HATCHED - x0).min(y0 + half);
            out.push(self.hatch((x0 * sign, y0), ((x0 + run) * sign, y0 - run)));
        }
        out.push(self.tick(0.0));
        out.push(self.wedge(sign, HATCHED + 1.0));
        out
    }

    fn hatched_diamond(&self, surface: Color32) -> Vec<Shape> {
        let radius = RADIUS + 1.0;
        let mut out = vec![self.diamond(surface)];
        // Lines parallel to the lower left edge, between the other two.
        for step in [-0.5_f32, 0.0, 0.5] {
            let (dx, dy) = (radius * 0.5 * step, radius * 0.5 * step);
            let reach = radius * 0.46;
            out.push(self.hatch((dx - reach, dy + reach), (dx + reach, dy - reach)));
        }
        out
    }
}

/// The joining line from the actual to the target; dashed where the end is derived.
pub(super) fn link(from: Pos2, to: Pos2, mark: Mark, scale: f32, palette: &Palette) -> Vec<Shape> {
    let stroke = Stroke::new(3.0 * scale, palette.link);
    if mark.derived {
        Shape::dashed_line(&[from, to], stroke, 5.0 * scale, 4.0 * scale)
    } else {
        // The tip of an arrowhead is narrower than the line, which ends within it.
        let within = if mark.bound == Bound::Exact { BEHIND_TIP * scale } else { 0.0 };
        let to = to - (to - from).normalized() * within;
        vec![Shape::LineSegment { points: [from, to], stroke }]
    }
}

/// How far behind the tip of an arrowhead the line to it ends.
const BEHIND_TIP: f32 = 5.0;

/// A quiet box around what is selected, with a line where more contrast is asked for.
pub(super) fn highlight(rect: Rect, scale: f32, theme: ThemeName) -> Shape {
    let palette = theme.palette();
    let line = if theme.is_contrast() { Stroke::new(1.5, palette.accent) } else { Stroke::NONE };
    RectShape::new(rect, 6.0 * scale, palette.accent_soft, line, StrokeKind::Inside).into()
}
