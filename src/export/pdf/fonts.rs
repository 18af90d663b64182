//! The fonts inside a PDF: cut down to the glyphs of the page, with a map back to characters.

use std::collections::BTreeMap;

use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Chunk, Filter, Finish as _, Name, Rect, Ref, Str};
use sha2::{Digest as _, Sha256};
use subsetter::GlyphRemapper;

use super::{COMPRESSION, PdfError};
use crate::export::glyphs::{self, Face};
use crate::export::scene::{Painted, Scene};
use crate::fonts::{BOLD_NAME, REGULAR_NAME, Weight};

/// One weight, cut down.
pub(super) struct EmbeddedFont {
    pub weight: Weight,
    /// New numbers of glyphs by their old ones.
    remapper: GlyphRemapper,
    /// The character of each glyph, by its old number.
    characters: BTreeMap<u16, char>,
    file: Vec<u8>,
}

/// Cuts each weight that a scene uses down to its glyphs.
pub(super) fn embed(scene: &Scene) -> Result<Vec<EmbeddedFont>, PdfError> {
    let mut used: BTreeMap<Weight, BTreeMap<u16, char>> = BTreeMap::new();
    for item in &scene.items {
        if let Painted::Glyphs(run) = &item.painted {
            let characters = used.entry(run.weight).or_default();
            for glyph in &run.glyphs {
                // Several spaces share a glyph: the plain one stands for all.
                let plain = if glyph.character.is_whitespace() { ' ' } else { glyph.character };
                let known = characters.entry(glyph.id).or_insert(plain);
                *known = (*known).min(plain);
            }
        }
    }
    used.into_iter().map(|(weight, characters)| EmbeddedFont::new(weight, characters)).collect()
}

impl EmbeddedFont {
    fn new(weight: Weight, characters: BTreeMap<u16, char>) -> Result<Self, PdfError> {
        let mut remapper = GlyphRemapper::new();
        for glyph in characters.keys() {
            remapper.remap(*glyph);
        }
        let file = subsetter::subset(weight.bytes(), 0, &remapper)
            .map_err(|error| PdfError::Font(error.to_string()))?;
        Ok(Self { weight, remapper, characters, file })
    }

    /// The name by which the page calls it.
    pub fn name(&self) -> &'static [u8] {
        match self.weight {
            Weight::Regular => b"R",
            Weight::Bold => b"B",
        }
    }

    /// The number of a glyph in the cut-down font.
    pub fn glyph(&self, old: u16) -> u16 {
        self.remapper.get(old).unwrap_or_default()
    }

    /// `ABCDEF+NotoSansSC-Regular`: the tag tells subsets apart (ISO 32000-1, 9.6.4).
    fn base_name(&self) -> String {
        let hash = Sha256::digest(&self.file);
        let tag: String = hash.iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect();
        let name = match self.weight {
            Weight::Regular => REGULAR_NAME,
            Weight::Bold => BOLD_NAME,
        };
        format!("{tag}+{name}")
    }

    /// Writes the five objects of a composite font (ISO 32000-1, 9.7).
    pub fn write(&self, chunk: &mut Chunk, id: Ref, next: &mut impl FnMut() -> Ref) {
        let [cid_font, descriptor, to_unicode, file] = std::array::from_fn(|_| next());
        let base_name = self.base_name();
        let base_name = Name(base_name.as_bytes());
        let face = glyphs::face(self.weight);
        let adobe = |ordering| SystemInfo { registry: Str(b"Adobe"), ordering, supplement: 0 };

        chunk
            .type0_font(id)
            .base_font(base_name)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(cid_font)
            .to_unicode(to_unicode);

        let mut font = chunk.cid_font(cid_font);
        font.subtype(CidFontType::Type2)
            .base_font(base_name)
            .system_info(adobe(Str(b"Identity")))
            .font_descriptor(descriptor)
            .default_width(1000.0)
            .cid_to_gid_map_predefined(Name(b"Identity"));
        let widths = self.remapper.remapped_gids().map(|old| thousandths(face, face.advance(old)));
        font.widths().consecutive(0, widths);
        font.finish();

        self.write_descriptor(chunk, descriptor, file, base_name);

        let mut map = UnicodeCmap::new(Name(b"Characters"), adobe(Str(b"UCS")));
        let mut pairs: Vec<(u16, char)> =
            self.characters.iter().map(|(old, character)| (self.glyph(*old), *character)).collect();
        pairs.sort_unstable();
        for (glyph, character) in pairs {
            map.pair(glyph, character);
        }
        let compressed = compress_to_vec_zlib(map.finish().as_slice(), COMPRESSION);
        chunk.cmap(to_unicode, &compressed).filter(Filter::FlateDecode);

        let compressed = compress_to_vec_zlib(&self.file, COMPRESSION);
        let mut stream = chunk.stream(file, &compressed);
        stream.filter(Filter::FlateDecode);
        stream.pair(Name(b"Length1"), i32::try_from(self.file.len()).unwrap_or(i32::MAX));
    }

    fn write_descriptor(&self, chunk: &mut Chunk, id: Ref, file: Ref, base_name: Name) {
        let face = glyphs::face(self.weight);
        let metrics = face.metrics();
        let unit = |value: f32| thousandths(face, value);
        let bounds = metrics.bounds.unwrap_or_default();
        chunk
            .font_descriptor(id)
            .name(base_name)
            .flags(FontFlags::SYMBOLIC)
            .bbox(Rect::new(
                unit(bounds.x_min),
                unit(bounds.y_min),
                unit(bounds.x_max),
                unit(bounds.y_max),
            ))
            .italic_angle(0.0)
            .ascent(unit(metrics.ascent))
            .descent(unit(metrics.descent))
            .cap_height(unit(metrics.cap_height.unwrap_or(metrics.ascent)))
            .stem_v(match self.weight {
                Weight::Regular => 80.0,
                Weight::Bold => 140.0,
            })
            .font_file2(file);
    }
}

/// Font units as PDF counts them, rounded so that no long fractions are written.
fn thousandths(face: &Face, value: f32) -> f32 {
    (value * 1000.0 / face.units_per_em()).round()
}
