//! Hatching: the look of everything that the report does not print.

use egui::{Color32, Rect, Shape, Stroke, pos2};

/// Lines at 45° inside `rect`.
pub(super) fn hatching(rect: Rect, scale: f32, color: Color32) -> Vec<Shape> {
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
