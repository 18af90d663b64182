//! A word in a round frame: the comparability of a row, 预计.

use egui::{Color32, Pos2, Rect, Stroke, StrokeKind, Ui, vec2};

use crate::fonts::Weight;
use crate::ui::style::{self, size};
use crate::ui::text::{self, Face, Side};

/// How much a chip stands out. Never by colour alone: its word says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// A hairline around it.
    Plain,
    /// A filled ground.
    Filled,
    /// In the colour of derived values.
    Derived,
    /// No frame: there is nothing more to say.
    Bare,
}

/// Height of a chip, in points.
const HEIGHT: f32 = 22.0;

/// Paints a chip whose left edge is at `left_center`, at most `width` wide; its rectangle.
pub fn chip(ui: &Ui, left_center: Pos2, width: f32, label: &str, tone: Tone) -> Rect {
    let p = style::palette(ui);
    let (fill, stroke, color) = match tone {
        Tone::Plain => (p.surface, Stroke::new(1.0, p.line), p.text),
        Tone::Filled => (p.sunken, Stroke::new(1.0, p.line), p.subdued),
        Tone::Derived => (p.surface, Stroke::new(1.0, p.derived), p.derived),
        Tone::Bare => (Color32::TRANSPARENT, Stroke::NONE, p.subdued),
    };
    let face = Face { size: size::TINY, weight: Weight::Regular, color };
    let pad = 7.0;
    let galley = text::line(ui, label, face, width - 2.0 * pad);
    let rect = Rect::from_min_size(
        left_center - vec2(0.0, HEIGHT / 2.0),
        vec2(galley.size().x + 2.0 * pad, HEIGHT),
    );
    ui.painter().rect(rect, HEIGHT / 2.0, fill, stroke, StrokeKind::Inside);
    text::paint_galley(ui, rect, Side::Middle, galley);
    rect
}
