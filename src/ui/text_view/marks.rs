//! The marks under the numbers of the text: the role in colour and shape, hollow and dashed where it is preliminary,
//! hatched where a value is derived; a dotted line where a number is no figure, a frame where nobody explains it.

use egui::{Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

use crate::model::Role;
use crate::theme::Palette;
use crate::ui::lists::FigureLook;

/// Half the size of a role's mark, in points.
const HALF: f32 = 3.2;

/// Where a piece of a marked wording stands in a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    /// Its letters.
    pub rect: Rect,
    /// Whether the wording begins here, and not in the line before.
    pub begins: bool,
    /// Whether it ends here.
    pub ends: bool,
}

/// Marks a figure; `bold` where it is selected.
pub(super) fn figure(painter: &Painter, piece: Piece, look: FigureLook, bold: bool, p: &Palette) {
    let color = p.role(look.role);
    let y = piece.rect.bottom() + 2.0;
    let (left, right) = (piece.rect.left() + 0.5, piece.rect.right() - 0.5);
    let stroke = Stroke::new(if bold { 2.4 } else { 1.6 }, color);
    // The mark stands where the eye meets it: the dot and the lozenge before the words, the arrowhead behind them.
    let (mark, from, to) = match look.role {
        Role::Actual | Role::Goal => {
            let at = piece.begins.then(|| pos2(left + HALF, y));
            (at, if piece.begins { left + 2.0 * HALF } else { left }, right)
        }
        Role::Target => {
            let at = piece.ends.then(|| pos2(right - HALF, y));
            (at, left, if piece.ends { right - 2.0 * HALF } else { right })
        }
    };
    let line = [pos2(from, y), pos2(to.max(from), y)];
    if look.preliminary {
        painter.extend(Shape::dashed_line(&line, stroke, 4.0, 2.5));
    } else {
        painter.line_segment(line, stroke);
    }
    if let Some(at) = mark {
        role_mark(painter, at, look, p);
    }
    if look.derivable {
        hatch(painter, left, right, y + 2.5, Stroke::new(1.0, p.derived));
    }
}

fn role_mark(painter: &Painter, at: Pos2, look: FigureLook, p: &Palette) {
    let color = p.role(look.role);
    let (fill, stroke) =
        if look.preliminary { (p.surface, Stroke::new(1.4, color)) } else { (color, Stroke::NONE) };
    match look.role {
        Role::Actual => {
            painter.circle(at, HALF, fill, stroke);
        }
        Role::Target => {
            let points = [vec2(-HALF, -HALF - 0.6), vec2(HALF + 0.6, 0.0), vec2(-HALF, HALF + 0.6)];
            let points = points.map(|offset| at + offset).to_vec();
            painter.add(Shape::convex_polygon(points, fill, stroke));
        }
        Role::Goal => {
            let half = HALF + 0.6;
            let points = [vec2(0.0, -half), vec2(half, 0.0), vec2(0.0, half), vec2(-half, 0.0)];
            let points = points.map(|offset| at + offset).to_vec();
            painter.add(Shape::convex_polygon(points, fill, stroke));
        }
    }
}

/// Short slanted strokes: 推算, as in the charts.
fn hatch(painter: &Painter, left: f32, right: f32, top: f32, stroke: Stroke) {
    let mut x = left;
    while x + 3.0 <= right {
        painter.line_segment([pos2(x, top + 3.0), pos2(x + 3.0, top)], stroke);
        x += 4.0;
    }
}

/// Marks a number that is no figure.
pub(super) fn exclusion(painter: &Painter, piece: Piece, p: &Palette) {
    let y = piece.rect.bottom() + 1.0;
    let line = [pos2(piece.rect.left(), y), pos2(piece.rect.right(), y)];
    painter.extend(Shape::dotted_line(&line, p.axis, 3.0, 0.7));
}

/// Marks a number that nobody explains.
pub(super) fn unexplained(painter: &Painter, piece: Piece, p: &Palette) {
    let stroke = Stroke::new(1.4, p.warning);
    painter.rect_stroke(piece.rect.expand2(vec2(1.0, 0.0)), 3, stroke, StrokeKind::Outside);
}
