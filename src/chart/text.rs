//! Setting text: one place for fonts, sizes, wrapping and alignment in charts.

use std::sync::Arc;

use egui::epaint::text::{ByteRangeExt as _, Glyph};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Color32, FontId, Galley, Painter, Pos2, Rect, pos2, vec2};

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
    kept::set(painter, &[(text, style)])
}

/// A text that was set without a width, wrapped at `width`.
pub(super) fn rewrapped(painter: &Painter, whole: &Arc<Galley>, width: f32) -> Arc<Galley> {
    broken(painter, whole, width, |line| breaking::line_starts(line, width))
}

/// The same with no last line of a word or two.
pub(super) fn without_widow(painter: &Painter, whole: &Arc<Galley>, width: f32) -> Arc<Galley> {
    broken(painter, whole, width, |line| breaking::line_starts_without_widow(line, width))
}

/// The same in lines of like length: no last line of one character.
pub(super) fn balanced(painter: &Painter, whole: &Arc<Galley>, width: f32) -> Arc<Galley> {
    broken(painter, whole, width, |line| breaking::balanced_starts(line, width))
}

/// Sets pieces with the line breaks that they bring along, and no others.
pub(super) fn set(painter: &Painter, parts: &[(&str, TextStyle)]) -> Arc<Galley> {
    kept::set(painter, parts)
}

/// What egui is asked to set for that.
pub(super) fn job(parts: &[(&str, TextStyle)]) -> LayoutJob {
    let wrap = TextWrapping { max_width: f32::INFINITY, ..TextWrapping::default() };
    let mut job = LayoutJob { wrap, ..LayoutJob::default() };
    for (text, style) in parts {
        job.append(text, 0.0, style.format());
    }
    job
}

/// `whole` with a line break at each place that `starts` finds in a line of it, if it is wider than `width`.
///
/// What fits is left as it is, whatever the width.
fn broken(
    painter: &Painter,
    whole: &Arc<Galley>,
    width: f32,
    starts: impl Fn(&[Placed]) -> Vec<usize>,
) -> Arc<Galley> {
    if whole.size().x <= width {
        return Arc::clone(whole);
    }
    let starts: Vec<Vec<usize>> =
        whole.rows.iter().map(|row| starts(&placed(&row.glyphs))).collect();
    let parts = broken_parts(whole, &starts);
    let parts: Vec<_> = parts.iter().map(|(text, look)| (text.as_str(), *look)).collect();
    if kept::keeps(painter) {
        Arc::new(kept::broken(whole, &starts, job(&parts)))
    } else {
        set(painter, &parts)
    }
}

fn placed(glyphs: &[Glyph]) -> Vec<Placed> {
    glyphs.iter().map(|glyph| (glyph.chr, glyph.pos.x, glyph.max_x())).collect()
}

/// The height and the number of lines of a text that was set without a width when it is wrapped at `width`.
pub(super) fn wrapped_room(painter: &Painter, whole: &Galley, width: f32) -> (f32, usize) {
    if whole.size().x <= width {
        return (whole.size().y, whole.rows.len());
    }
    let (mut height, mut lines) = (0.0, 0);
    for row in &whole.rows {
        let starts = breaking::line_starts(&placed(&row.glyphs), width);
        if starts.is_empty() {
            height += row.size.y;
            lines += 1;
            continue;
        }
        let mut from = 0;
        for end in starts.iter().copied().chain([row.glyphs.len()]) {
            let line = &row.glyphs[from..end];
            let line = if end < row.glyphs.len() { without_end(line) } else { line };
            height += kept::rounded(painter, kept::line_height(line));
            lines += 1;
            from = end;
        }
    }
    (height, lines)
}

/// The letters of a line without the spaces at its end.
pub(super) fn without_end(line: &[Glyph]) -> &[Glyph] {
    let spaces = line.iter().rev().take_while(|glyph| glyph.chr == ' ').count();
    &line[..line.len() - spaces]
}

/// The words of `whole` and their looks, with a line break at each of `starts`, which are counted in each of its lines,
/// in the place of the spaces before it.
fn broken_parts(whole: &Galley, starts: &[Vec<usize>]) -> Vec<(String, TextStyle)> {
    // Counted over all lines, the line breaks that are there already included.
    let mut breaks = Vec::new();
    let mut before = 0;
    for (row, starts) in whole.rows.iter().zip(starts) {
        breaks.extend(starts.iter().map(|at| at + before));
        before += row.glyphs.len() + 1;
    }
    let mut breaks = breaks.into_iter().peekable();
    let mut parts: Vec<(String, TextStyle)> = Vec::new();
    let push = |parts: &mut Vec<(String, TextStyle)>, c| {
        if let Some((text, _)) = parts.last_mut() {
            text.push(c);
        }
    };
    let mut at = 0;
    for (text, look) in parts_of(whole) {
        parts.push((String::with_capacity(text.len() + 4), look));
        for c in text.chars() {
            if breaks.next_if_eq(&at).is_some() {
                trim_end(&mut parts);
                push(&mut parts, '\n');
            }
            push(&mut parts, c);
            at += 1;
        }
    }
    parts.retain(|(text, _)| !text.is_empty());
    parts
}

/// Takes away the spaces at the end of the last line of `parts`.
fn trim_end(parts: &mut [(String, TextStyle)]) {
    for (text, _) in parts.iter_mut().rev() {
        text.truncate(text.trim_end_matches(' ').len());
        if !text.is_empty() {
            break;
        }
    }
}

/// The words of a text that was set, and their looks.
fn parts_of(galley: &Galley) -> impl Iterator<Item = (&str, TextStyle)> {
    galley.job.sections.iter().map(|section| {
        let (font, color) = (&section.format.font_id, section.format.color);
        let weight = Weight::of_family(&font.family);
        let text = &galley.job.text[section.byte_range.as_usize()];
        (text, TextStyle { size: font.size, weight, color })
    })
}

/// A title that was set without a width, wrapped at `width`: a line that does not fit is broken after its colon,
/// if that costs no line more.
pub(super) fn title(painter: &Painter, whole: &Arc<Galley>, width: f32) -> Arc<Galley> {
    let Some((_, look)) = parts_of(whole).next().filter(|_| whole.size().x > width) else {
        return Arc::clone(whole);
    };
    let lines: Vec<String> = whole
        .job
        .text
        .lines()
        .map(|line| {
            let rows = |line: &str| wrapped(painter, line, look, width).rows.len();
            let at_colon = line.replace('：', "：\n").replace(": ", ":\n");
            let plain = rows(line);
            if plain > 1 && rows(&at_colon) <= plain { at_colon } else { line.to_owned() }
        })
        .collect();
    without_widow(painter, &line(painter, &lines.join("\n"), look), width)
}

/// Sets `text` wrapped at `width`.
pub(super) fn wrapped(painter: &Painter, text: &str, style: TextStyle, width: f32) -> Arc<Galley> {
    rewrapped(painter, &line(painter, text, style), width)
}

/// Paints a galley with its `anchor` at `at`, and returns the box it fills.
pub(super) fn paint(painter: &Painter, galley: Arc<Galley>, at: Pos2, anchor: Align2) -> Rect {
    let rect = anchor.anchor_size(at, galley.size());
    painter.galley(rect.min, galley, Color32::PLACEHOLDER);
    rect
}

/// Paints a galley with its lines flush right, its right edge at `at` and its middle at the same height.
pub(super) fn paint_right_aligned(painter: &Painter, galley: &Galley, at: Pos2) {
    let mut right = galley.clone();
    right.mesh_bounds = Rect::NOTHING;
    for row in &mut right.rows {
        row.pos.x = kept::rounded(painter, -row.size.x);
        right.mesh_bounds |= row.visuals.mesh_bounds.translate(row.pos.to_vec2());
    }
    right.rect = galley.rect.translate(vec2(-galley.rect.right(), 0.0));
    let top = at.y - galley.size().y / 2.0;
    painter.galley(pos2(at.x, top), Arc::new(right), Color32::PLACEHOLDER);
}
