//! What a chart looks like: `(spec, theme, language, page)` → egui shapes.
//!
//! Knows the model, the theme and the words; reads no files, no clock, no window.
//! The same spec gives the same shapes in the window, in the preview and in every file.

use egui::Vec2;
use egui::epaint::ClippedShape;

/// A finished page of shapes, ready for the screen or for `export`.
#[derive(Debug, Clone)]
pub struct Drawing {
    /// Width and height in CSS pixels (1/96 inch).
    pub size: Vec2,
    /// Back to front, in the same pixels, each with its clip rectangle.
    pub shapes: Vec<ClippedShape>,
}
