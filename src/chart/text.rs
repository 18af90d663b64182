//! Setting text: one place for fonts, sizes, wrapping and alignment in charts.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Align2, Color32, FontId, Galley, Painter, Pos2, Rect, pos2};

use crate::fonts::Weight;

/// How a piece of text looks.
#[derive(Clone, Copy)]
pub(super) struct TextStyle {
    /// In CSS pixels.
    pub size: f32,
    pub weight: Weight,
    pub color: Color32,
}

impl TextStyle {
    pub fn font(self) -> FontId {
        FontId::new(self.size, self.weight.family())
    }

    /// The same in another colour.
    pub fn colored(self, color: Color32) -> Self {
        Self { color, ..self }
    }

    fn format(self) -> TextFormat {
        TextFormat::simple(self.font(), self.color)
    }
}

/// Sets `text` in one line.
pub(super) fn line(painter: &Painter, text: &str, style: TextStyle) -> Arc<Galley> {
    painter.layout_no_wrap(text.to_owned(), style.font(), style.color)
}

/// Sets pieces of different styles after one another, in one line.
pub(super) fn pieces(painter: &Painter, parts: &[(&str, TextStyle)]) -> Arc<Galley> {
    wrapped_pieces(painter, parts, f32::INFINITY)
}

/// Sets pieces after one another, wrapped at `width`.
///
/// What fits in one line is set as one, whatever the width, so that egui finds it again at other widths.
pub(super) fn wrapped_pieces(
    painter: &Painter,
    parts: &[(&str, TextStyle)],
    width: f32,
) -> Arc<Galley> {
    let set = |max_width: f32| {
        let mut job = LayoutJob {
            wrap: TextWrapping { max_width, ..TextWrapping::default() },
            ..LayoutJob::default()
        };
        for (text, style) in parts {
            job.append(text, 0.0, style.format());
        }
        painter.layout_job(job)
    };
    let whole = set(f32::INFINITY);
    if whole.size().x <= width { whole } else { set(width) }
}

/// Sets pieces wrapped at `width` at the most, in lines of like length: no last line of one character.
pub(super) fn balanced_pieces(
    painter: &Painter,
    parts: &[(&str, TextStyle)],
    width: f32,
) -> Arc<Galley> {
    let widest = wrapped_pieces(painter, parts, width);
    if widest.rows.len() < 2 || !width.is_finite() {
        return widest;
    }
    // The narrowest width with as many lines, found by halving.
    let (mut low, mut high) = (width / widest.rows.len() as f32 * 0.5, width);
    let mut best = widest;
    for _ in 0..7 {
        let middle = f32::midpoint(low, high);
        let narrower = wrapped_pieces(painter, parts, middle);
        if narrower.rows.len() <= best.rows.len() && narrower.size().x <= middle + 0.5 {
            high = middle;
            best = narrower;
        } else {
            low = middle;
        }
    }
    best
}

/// Sets `text` wrapped at `width`.
pub(super) fn wrapped(painter: &Painter, text: &str, style: TextStyle, width: f32) -> Arc<Galley> {
    wrapped_pieces(painter, &[(text, style)], width)
}

/// Paints a galley with its `anchor` at `at`, and returns the box it fills.
pub(super) fn paint(painter: &Painter, galley: Arc<Galley>, at: Pos2, anchor: Align2) -> Rect {
    let rect = anchor.anchor_size(at, galley.size());
    painter.galley(rect.min, galley, Color32::PLACEHOLDER);
    rect
}

/// Paints a galley with its lines flush right, its right edge at `at` and its middle at the same height.
pub(super) fn paint_right_aligned(painter: &Painter, galley: &Galley, at: Pos2) {
    let mut job = (*galley.job).clone();
    job.halign = Align::RIGHT;
    let galley = painter.layout_job(job);
    let top = at.y - galley.size().y / 2.0;
    painter.galley(pos2(at.x, top), galley, Color32::PLACEHOLDER);
}
