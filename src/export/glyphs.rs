//! The bundled fonts as outlines: which glyph draws a character, how wide it is, what it looks like.
//!
//! The fonts have no substitutions (no `GSUB` table), so one character is one glyph;
//! a test holds that, since the layout of egui does not say which glyph it chose.

use std::sync::LazyLock;

use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::outline::{DrawSettings, OutlineGlyphCollection, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use vello_cpu::kurbo::BezPath;

use crate::fonts::Weight;

/// One weight of the typeface, ready for lookups.
pub(super) struct Face {
    charmap: Charmap<'static>,
    outlines: OutlineGlyphCollection<'static>,
    advances: GlyphMetrics<'static>,
    metrics: skrifa::metrics::Metrics,
}

static REGULAR: LazyLock<Face> = LazyLock::new(|| Face::new(Weight::Regular));
static BOLD: LazyLock<Face> = LazyLock::new(|| Face::new(Weight::Bold));

/// The face of a weight.
pub(super) fn face(weight: Weight) -> &'static Face {
    match weight {
        Weight::Regular => &REGULAR,
        Weight::Bold => &BOLD,
    }
}

impl Face {
    fn new(weight: Weight) -> Self {
        let font =
            FontRef::new(weight.bytes()).expect("the bundled fonts are valid: tests read them");
        Self {
            charmap: font.charmap(),
            outlines: font.outline_glyphs(),
            advances: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
            metrics: font.metrics(Size::unscaled(), LocationRef::default()),
        }
    }

    /// The glyph of a character; `None` where the font has none.
    ///
    /// Tabs and thin spaces are spaces of another width, as in egui.
    pub fn glyph(&self, character: char) -> Option<u16> {
        let character = match character {
            '\t' | '\u{2009}' | '\u{202f}' => ' ',
            other => other,
        };
        let id = self.charmap.map(character).filter(|id| *id != GlyphId::NOTDEF)?;
        u16::try_from(id.to_u32()).ok()
    }

    /// Width of a glyph in font units.
    pub fn advance(&self, glyph: u16) -> f32 {
        self.advances.advance_width(GlyphId::from(glyph)).unwrap_or_default()
    }

    /// Font units to the em.
    pub fn units_per_em(&self) -> f32 {
        f32::from(self.metrics.units_per_em)
    }

    /// Heights and the bounding box, in font units.
    pub fn metrics(&self) -> &skrifa::metrics::Metrics {
        &self.metrics
    }

    /// The outline in font units, y downwards; empty for spaces.
    pub fn outline(&self, glyph: u16) -> BezPath {
        let mut pen = DownwardPen(BezPath::new());
        if let Some(outline) = self.outlines.get(GlyphId::from(glyph)) {
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            if outline.draw(settings, &mut pen).is_err() {
                return BezPath::new();
            }
        }
        pen.0
    }
}

/// Whether egui gives a character neither ink nor width: direction marks, joiners, `\r`.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\r' | '\n'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206f}'
            | '\u{feff}'
    )
}

struct DownwardPen(BezPath);

fn down(x: f32, y: f32) -> (f64, f64) {
    (f64::from(x), f64::from(-y))
}

impl OutlinePen for DownwardPen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(down(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(down(x, y));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to(down(cx, cy), down(x, y));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.0.curve_to(down(ax, ay), down(bx, by), down(x, y));
    }

    fn close(&mut self) {
        self.0.close_path();
    }
}

#[cfg(test)]
mod tests {
    use skrifa::raw::{TableProvider as _, types::Tag};

    use super::*;

    #[test]
    fn the_fonts_substitute_no_glyphs() {
        for weight in [Weight::Regular, Weight::Bold] {
            let font = FontRef::new(weight.bytes()).expect("the bundled fonts are valid");
            assert!(font.table_data(Tag::new(b"GSUB")).is_none(), "{weight:?} has a GSUB table");
            assert!(font.glyf().is_ok(), "{weight:?} has TrueType outlines, which the PDF embeds");
        }
    }

    #[test]
    fn characters_have_outlines_and_widths() {
        let face = face(Weight::Regular);
        let glyph = face.glyph('沈').expect("the font has Chinese");
        assert!(!face.outline(glyph).elements().is_empty());
        assert!(face.advance(glyph) > 0.5 * face.units_per_em());
        let space = face.glyph(' ').expect("the font has a space");
        assert!(face.outline(space).elements().is_empty());
        assert_eq!(face.glyph('\u{2009}'), Some(space));
        assert_eq!(face.glyph('\u{10ffff}'), None);
    }
}
