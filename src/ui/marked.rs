//! Text with the words that were searched for set off: bold, in the accent colour, underlined.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Galley, Stroke, Ui};

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
    let p = style::palette(ui);
    let line_height = (rows > 1).then(|| (face.size * 1.32).round());
    let plain = TextFormat { line_height, ..face.format() };
    let marked = Face { weight: Weight::Bold, color: p.accent, ..face };
    let marked = TextFormat {
        line_height,
        underline: Stroke::new(1.5, p.accent),
        background: p.accent_soft,
        ..marked.format()
    };
    let mut job = LayoutJob::default();
    let mut at = 0;
    for mark in marks {
        job.append(&text[at..mark.start], 0.0, plain.clone());
        job.append(&text[mark.clone()], 0.0, marked.clone());
        at = mark.end;
    }
    job.append(&text[at..], 0.0, plain);
    job.wrap = TextWrapping {
        max_width: width.max(0.0),
        max_rows: rows,
        break_anywhere: rows == 1,
        ..TextWrapping::default()
    };
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
