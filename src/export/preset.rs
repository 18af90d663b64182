//! Page sizes that people ask for, and how finely their pixels are set.

use egui::{Vec2, vec2};

/// CSS pixels in an inch.
pub const CSS_PX_PER_INCH: f32 = 96.0;

/// Millimetres in an inch.
const MM_PER_INCH: f32 = 25.4;

/// The size of an image and the resolution of its pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Page {
    /// Width and height in CSS pixels (1/96 inch).
    pub size: Vec2,
    /// Pixels an inch in a PNG; 96 gives one pixel a CSS pixel.
    pub dpi: u32,
}

impl Default for Page {
    /// 1600×900 at twice as many pixels.
    fn default() -> Self {
        Self { size: vec2(1600.0, 900.0), dpi: 192 }
    }
}

impl Page {
    fn of_millimetres(width_mm: f32, height_mm: f32, dpi: u32) -> Self {
        Self { size: vec2(width_mm, height_mm) * (CSS_PX_PER_INCH / MM_PER_INCH), dpi }
    }
}

/// A named page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Preset {
    /// A slide of 16:9, 1920×1080 at twice as many pixels.
    Slide,
    /// A4 upright, 300 DPI.
    A4Portrait,
    /// A4 lying, 300 DPI.
    A4Landscape,
    /// One column of a journal, 84 mm wide, 600 DPI.
    Paper84mm,
    /// Two columns of a journal, 174 mm wide, 600 DPI.
    Paper174mm,
    /// The head of an article in a public account (公众号), 900×383 pixels.
    PublicAccount,
    /// A square post, 1080×1080 pixels.
    Square,
}

impl Preset {
    /// Every preset.
    pub const ALL: [Self; 7] = [
        Self::Slide,
        Self::A4Portrait,
        Self::A4Landscape,
        Self::Paper84mm,
        Self::Paper174mm,
        Self::PublicAccount,
        Self::Square,
    ];

    /// The name on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Slide => "slide",
            Self::A4Portrait => "a4-portrait",
            Self::A4Landscape => "a4-landscape",
            Self::Paper84mm => "paper-84mm",
            Self::Paper174mm => "paper-174mm",
            Self::PublicAccount => "public-account",
            Self::Square => "square",
        }
    }

    /// Its size and resolution.
    #[must_use]
    pub fn page(self) -> Page {
        match self {
            Self::Slide => Page { size: vec2(1920.0, 1080.0), dpi: 192 },
            Self::A4Portrait => Page::of_millimetres(210.0, 297.0, 300),
            Self::A4Landscape => Page::of_millimetres(297.0, 210.0, 300),
            Self::Paper84mm => Page::of_millimetres(84.0, 105.0, 600),
            Self::Paper174mm => Page::of_millimetres(174.0, 130.5, 600),
            Self::PublicAccount => Page { size: vec2(900.0, 383.0), dpi: 96 },
            Self::Square => Page { size: vec2(1080.0, 1080.0), dpi: 96 },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_have_the_size_that_their_name_says() {
        let pixels = |preset: Preset| {
            let Page { size, dpi } = preset.page();
            let pixels = size * (dpi as f32 / CSS_PX_PER_INCH);
            (pixels.x.round() as u32, pixels.y.round() as u32)
        };
        assert_eq!(pixels(Preset::Slide), (3840, 2160));
        assert_eq!(pixels(Preset::A4Portrait), (2480, 3508));
        assert_eq!(pixels(Preset::A4Landscape), (3508, 2480));
        assert_eq!(pixels(Preset::Paper84mm).0, 1984);
        assert_eq!(pixels(Preset::Paper174mm).0, 4110);
        assert_eq!(pixels(Preset::PublicAccount), (900, 383));
        assert_eq!(pixels(Preset::Square), (1080, 1080));
    }
}
