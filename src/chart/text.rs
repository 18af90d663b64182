//! Setting text: one place for fonts, sizes, wrapping and alignment in charts.

use std::sync::Arc;

use egui::epaint::text::ByteRangeExt as _;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Align2, Color32, FontId, Galley, Painter, Pos2, Rect, pos2};

use super::breaking::{self, Placed};
use super::kept;
use crate::fonts::Weight;

/// How a piece of text looks.
#[derive(Clone, Copy, PartialEq)]
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

    /// The same in bold.
    pub fn bold(self) -> Self {
        Self { weight: Weight::Bold, ..self }
    }

    fn format(self) -> TextFormat {
        TextFormat::simple(self.font(), self.color)
    }
}

/// Sets `text` in one line.
pub(super) fn line(painter: &Painter, text: &str, style: TextStyle) -> Arc<Galley> {
    kept::set(painter, &[(text, style)], Align::LEFT)
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
    let whole = set(painter, parts);
    if whole.size().x <= width {
        return whole;
    }
    broken(painter, parts, &whole, |line| breaking::line_starts(line, width))
}

/// Sets pieces wrapped at `width` at the most, in lines of like length: no last line of one character.
pub(super) fn balanced_pieces(
    painter: &Painter,
    parts: &[(&str, TextStyle)],
    width: f32,
) -> Arc<Galley> {
    let whole = set(painter, parts);
    if whole.size().x <= width {
        return whole;
    }
    broken(painter, parts, &whole, |line| {
        breaking::line_starts(line, breaking::balanced_width(line, width))
    })
}

/// Sets pieces with the line breaks that they bring along, and no others.
fn set(painter: &Painter, parts: &[(&str, TextStyle)]) -> Arc<Galley> {
    kept::set(painter, parts, Align::LEFT)
}

/// What egui is asked to set for that.
pub(super) fn job(parts: &[(&str, TextStyle)], halign: Align) -> LayoutJob {
    let wrap = TextWrapping { max_width: f32::INFINITY, ..TextWrapping::default() };
    let mut job = LayoutJob { wrap, halign, ..LayoutJob::default() };
    for (text, style) in parts {
        job.append(text, 0.0, style.format());
    }
    job
}

/// Sets pieces again with a line break at each place that `starts` finds in a line of `whole`.
fn broken(
    painter: &Painter,
    parts: &[(&str, TextStyle)],
    whole: &Galley,
    starts: impl Fn(&[Placed]) -> Vec<usize>,
) -> Arc<Galley> {
    // Counted over all pieces, the line breaks that are there already included.
    let mut breaks = Vec::new();
    let mut before = 0;
    for row in &whole.rows {
        let line: Vec<Placed> =
            row.glyphs.iter().map(|glyph| (glyph.chr, glyph.pos.x, glyph.max_x())).collect();
        breaks.extend(starts(&line).into_iter().map(|at| at + before));
        before += line.len() + 1;
    }
    let mut at = 0;
    let parts: Vec<(String, TextStyle)> = parts
        .iter()
        .map(|(text, style)| {
            let mut out = String::with_capacity(text.len() + breaks.len());
            for c in text.chars() {
                if breaks.binary_search(&at).is_ok() {
                    out.truncate(out.trim_end_matches(' ').len());
                    out.push('\n');
                }
                out.push(c);
                at += 1;
            }
            (out, *style)
        })
        .collect();
    let borrowed: Vec<_> = parts.iter().map(|(text, style)| (text.as_str(), *style)).collect();
    set(painter, &borrowed)
}

/// Sets a title wrapped at `width`: a line that does not fit is broken after its colon if that costs no line more.
pub(super) fn title(painter: &Painter, text: &str, style: TextStyle, width: f32) -> Arc<Galley> {
    let lines: Vec<String> = text
        .lines()
        .map(|line| {
            let rows = |line: &str| wrapped(painter, line, style, width).rows.len();
            let at_colon = line.replace('：', "：\n").replace(": ", ":\n");
            let plain = rows(line);
            if plain > 1 && rows(&at_colon) <= plain { at_colon } else { line.to_owned() }
        })
        .collect();
    wrapped(painter, &lines.join("\n"), style, width)
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
    let job = &galley.job;
    let parts: Vec<(&str, TextStyle)> = job
        .sections
        .iter()
        .map(|section| {
            let (font, color) = (&section.format.font_id, section.format.color);
            let weight = Weight::of_family(&font.family);
            let text = &job.text[section.byte_range.as_usize()];
            (text, TextStyle { size: font.size, weight, color })
        })
        .collect();
    let galley = kept::set(painter, &parts, Align::RIGHT);
    let top = at.y - galley.size().y / 2.0;
    painter.galley(pos2(at.x, top), galley, Color32::PLACEHOLDER);
}
