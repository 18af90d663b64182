//! Text with the words that were searched for set off: bold, in the accent colour, underlined.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Color32, Galley, Rect, Stroke, Ui, pos2};

use super::style;
use super::text::Face;
use crate::fonts::Weight;

/// Up to `rows` lines, set closely, with `marks` (bytes of `text`) set off.
#[must_use]
pub(super) fn block(
    ui: &Ui,
    text: &str,
    marks: &[Range<usize>],
    face: Face,
    width: f32,
    rows: usize,
) -> Arc<Galley> {
    let job = job(ui, text, marks, face, width, rows);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Paints up to two lines at the right edge of `rect`.
pub(super) fn paint_right(ui: &Ui, rect: Rect, text: &str, marks: &[Range<usize>], face: Face) {
    let mut job = job(ui, text, marks, face, rect.width(), 2);
    job.halign = Align::RIGHT;
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    // A galley that is set to the right begins at its right edge.
    let at = pos2(rect.right(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, Color32::PLACEHOLDER);
}

/// Adds `text`, with those bytes of it set off that lie in `marks`, which count from the beginning of the job.
pub(super) fn append(
    ui: &Ui,
    job: &mut LayoutJob,
    text: &str,
    marks: &[Range<usize>],
    plain: TextFormat,
) {
    let p = style::palette(ui);
    let bold = Face { size: plain.font_id.size, weight: Weight::Bold, color: p.accent };
    let marked = TextFormat {
        line_height: plain.line_height,
        underline: Stroke::new(1.5, p.accent),
        background: p.accent_soft,
        ..bold.format()
    };
    let begins = job.text.len();
    let inside = |at: usize| at.clamp(begins, begins + text.len()) - begins;
    let mut at = 0;
    for mark in marks.iter().map(|mark| inside(mark.start)..inside(mark.end)) {
        job.append(&text[at..mark.start], 0.0, plain.clone());
        job.append(&text[mark.clone()], 0.0, marked.clone());
        at = mark.end;
    }
    job.append(&text[at..], 0.0, plain);
}

fn job(
    ui: &Ui,
    text: &str,
    marks: &[Range<usize>],
    face: Face,
    width: f32,
    rows: usize,
) -> LayoutJob {
    let line_height = (rows > 1).then(|| (face.size * 1.32).round());
    let plain = TextFormat { line_height, ..face.format() };
    let mut job = LayoutJob::default();
    append(ui, &mut job, text, marks, plain);
    job.wrap = TextWrapping {
        max_width: width.max(0.0),
        max_rows: rows,
        break_anywhere: rows == 1,
        ..TextWrapping::default()
    };
    job
}
