//! Drawings → SVG, PNG, PDF; tables → CSV, XLSX, JSON, Markdown; the only writer of files.
//!
//! The way of a chart: [`Drawing`](crate::chart::Drawing) (egui shapes) → [`Scene`] (plain
//! geometry, coloured outlines and runs of glyphs) → [`svg()`], [`png()`] or [`pdf()`] → bytes →
//! [`write_file`]. Every shape of egui is carried over or is a [`DrawError`] that names it;
//! nothing is dropped in silence. [`window_pixels`] paints a whole window the same way, so that
//! tests see what a person sees without a display.
//!
//! Knows what `chart` returns and the bundled fonts; a file never depends on the window, the GPU,
//! the clock or the fonts of the system. The same scene gives the same bytes.
//! [`Metadata`] says what each image carries, and [`read`] finds it again in a stranger's file.
//!
//! [`request`] is the way in for window and command line alike; [`carried`] is the data inside an image,
//! [`choices`] what one may choose, [`preset`] the pages that people ask for, [`tables`] what is no picture,
//! [`batch`] many charts at once, [`beside`] the data next to a picture.

mod color;
mod geometry;
mod glyphs;
mod number;
mod scene;

mod pdf;
mod pixels;
mod svg;

mod files;
mod metadata;

pub mod batch;
pub mod beside;
pub mod carried;
pub mod choices;
pub mod preset;
pub mod request;
pub mod tables;

#[cfg(test)]
mod test_drawing;

pub use color::Color;
pub use files::{IfExists, NewFile, WriteError, WriteErrorKind, names_together, write_file};
pub use geometry::Geometry;
pub use metadata::{InspectError, MAX_FILE, MAX_PAYLOAD, Metadata, read};
pub use pdf::{PdfError, pdf};
pub use pixels::{Background, PngError, PngOptions, RgbaPixels, Textures, png, window_pixels};
pub use scene::{DrawError, GlyphRun, Item, Painted, PlacedGlyph, Scene, StrokeStyle};
pub use svg::{TextMode, svg};

/// What kind of file an image becomes.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Vectors for the web, for Office and for drawing programs.
    Svg,
    /// Pixels with a physical size.
    Png,
    /// Vectors for print, with the font inside.
    Pdf,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 3] = [Self::Svg, Self::Png, Self::Pdf];

    /// The name on the command line, and the extension without its dot.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    /// The format of a name on the command line or an extension, in any case of letters.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.key().eq_ignore_ascii_case(key))
    }
}
