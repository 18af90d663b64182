//! Colours as files state them: straight alpha, where egui multiplies alpha in beforehand.

use egui::Color32;

/// An sRGB colour with straight (not premultiplied) alpha.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Color {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
    /// Opacity, 255 = opaque.
    pub a: u8,
}

impl Color {
    /// The straight form of an egui colour.
    ///
    /// Additive colours (no alpha, but light) have none; see [`Color32::is_additive`].
    #[must_use]
    pub fn of(color: Color32) -> Self {
        let [r, g, b, a] = color.to_srgba_unmultiplied();
        Self { r, g, b, a }
    }

    /// Whether nothing shines through.
    #[must_use]
    pub fn is_opaque(self) -> bool {
        self.a == 255
    }

    /// Opacity from 0 to 1.
    #[must_use]
    pub fn opacity(self) -> f32 {
        f32::from(self.a) / 255.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_transparent_colours_keep_their_hue() {
        let color = Color::of(Color32::from_rgba_unmultiplied(200, 100, 50, 128));
        assert_eq!(color.a, 128);
        for (found, wanted) in [(color.r, 200_i32), (color.g, 100), (color.b, 50)] {
            assert!((i32::from(found) - wanted).abs() <= 1, "{color:?}");
        }
    }
}
