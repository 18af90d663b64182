//! Setting text: one place for fonts, sizes, wrapping and alignment in charts.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Color32, FontId, Galley, Painter, Pos2, Rect};

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
pub(super) fn wrapped_pieces(
    painter: &Painter,
    parts: &[(&str, TextStyle)],
    width: f32,
) -> Arc<Galley> {
    let mut job = LayoutJob {
        wrap: TextWrapping { max_width: width, ..TextWrapping::default() },
        ..LayoutJob::default()
    };
    for (text, style) in parts {
        job.append(text, 0.0, style.format());
    }
    painter.layout_job(job)
}

/// Sets `text` wrapped at `width`.
pub(super) fn wrapped(painter: &Painter, text: &str, style: TextStyle, width: f32) -> Arc<Galley> {
    wrapped_pieces(painter, &[(text, style)], width)
}

/// The width of `text` in one line.
pub(super) fn width(painter: &Painter, text: &str, style: TextStyle) -> f32 {
    line(painter, text, style).size().x
}

/// Paints a galley with its `anchor` at `at`, and returns the box it fills.
pub(super) fn paint(painter: &Painter, galley: Arc<Galley>, at: Pos2, anchor: Align2) -> Rect {
    let rect = anchor.anchor_size(at, galley.size());
    painter.galley(rect.min, galley, Color32::PLACEHOLDER);
    rect
}
