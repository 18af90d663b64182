//! Text set exactly: one line cut to a width, or a paragraph, in a size, a weight and a colour.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Color32, FontId, Galley, Pos2, Rect, RichText, Stroke, Ui, pos2};

use crate::fonts::Weight;

/// Size, weight and colour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Face {
    /// In points.
    pub size: f32,
    /// Regular or bold.
    pub weight: Weight,
    /// The colour of the text.
    pub color: Color32,
}

impl Face {
    /// Regular text.
    #[must_use]
    pub fn regular(size: f32, color: Color32) -> Self {
        Self { size, weight: Weight::Regular, color }
    }

    /// Bold text.
    #[must_use]
    pub fn bold(size: f32, color: Color32) -> Self {
        Self { size, weight: Weight::Bold, color }
    }

    fn font(self) -> FontId {
        FontId::new(self.size, self.weight.family())
    }

    /// As a format of a [`LayoutJob`].
    #[must_use]
    pub fn format(self) -> TextFormat {
        TextFormat { font_id: self.font(), color: self.color, ..TextFormat::default() }
    }

    /// The same, underlined in `color`.
    #[must_use]
    pub fn underlined(self, color: Color32) -> TextFormat {
        TextFormat { underline: Stroke::new(2.0, color), ..self.format() }
    }

    /// For a [`egui::Label`].
    #[must_use]
    pub fn rich(self, text: impl Into<String>) -> RichText {
        RichText::new(text).font(self.font()).color(self.color)
    }
}

/// One line, cut with an ellipsis where it is wider than `width`.
#[must_use]
pub fn line(ui: &Ui, text: &str, face: Face, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), face.format());
    job.wrap = TextWrapping {
        max_width: width.max(0.0),
        max_rows: 1,
        break_anywhere: true,
        ..TextWrapping::default()
    };
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Up to `rows` lines, set closely, the last cut with an ellipsis where there is more.
#[must_use]
pub fn block(ui: &Ui, text: &str, face: Face, width: f32, rows: usize) -> Arc<Galley> {
    pieces(ui, &[(text, face)], width, rows)
}

/// The same of several pieces with a space between them, each in its face.
#[must_use]
pub fn pieces(ui: &Ui, pieces: &[(&str, Face)], width: f32, rows: usize) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    for (at, (text, face)) in pieces.iter().enumerate() {
        let close = TextFormat { line_height: Some((face.size * 1.32).round()), ..face.format() };
        if at > 0 {
            job.append(" ", 0.0, close.clone());
        }
        job.append(text, 0.0, close);
    }
    job.wrap =
        TextWrapping { max_width: width.max(0.0), max_rows: rows, ..TextWrapping::default() };
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// Where a line stands in a rectangle, from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// At the left edge.
    Left,
    /// In the middle.
    Middle,
    /// At the right edge.
    Right,
}

/// Paints one line in the middle of `rect`'s height, cut to its width; whether it had to be cut.
pub fn paint_line(ui: &Ui, rect: Rect, side: Side, text: &str, face: Face) -> bool {
    let galley = line(ui, text, face, rect.width());
    let cut = galley.elided;
    paint_galley(ui, rect, side, galley);
    cut
}

/// Paints laid out text in the middle of `rect`'s height; where it begins.
pub fn paint_galley(ui: &Ui, rect: Rect, side: Side, galley: Arc<Galley>) -> Pos2 {
    let size = galley.size();
    let x = match side {
        Side::Left => rect.left(),
        Side::Middle => rect.center().x - size.x / 2.0,
        Side::Right => rect.right() - size.x,
    };
    let at = pos2(x, rect.center().y - size.y / 2.0);
    // Every section has its own colour, so the fallback is never seen.
    ui.painter().galley(at, galley, Color32::PLACEHOLDER);
    at
}

/// A heading: a paragraph that screen readers can jump to.
pub fn heading_ui(ui: &mut Ui, text: &str, face: Face) -> egui::Response {
    let response = paragraph_ui(ui, text, face);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Heading, true, text));
    response
}

/// A paragraph as a label that wraps.
pub fn paragraph_ui(ui: &mut Ui, text: impl Into<String>, face: Face) -> egui::Response {
    ui.add(egui::Label::new(face.rich(text)).wrap())
}
