//! The bundled fonts: the same bytes in the window, in tests and in files.
//!
//! Nothing falls back to a font of the system, so that a chart looks the same everywhere
//! and a character that the fonts lack is an error instead of a surprise.

use std::sync::{Arc, LazyLock};

use egui::{FontData, FontDefinitions, FontFamily};
use skrifa::FontRef;
use skrifa::raw::types::Tag;

/// Noto Sans SC Regular, cut down to the characters of `assets/fonts/characters.txt`.
pub static REGULAR: &[u8] = include_bytes!("../assets/fonts/NotoSansSC-Regular.ttf");

/// Noto Sans SC Bold, cut down alike.
pub static BOLD: &[u8] = include_bytes!("../assets/fonts/NotoSansSC-Bold.ttf");

/// The name of the regular face in egui and in files.
pub const REGULAR_NAME: &str = "NotoSansSC-Regular";

/// The name of the bold face in egui and in files.
pub const BOLD_NAME: &str = "NotoSansSC-Bold";

/// The two weights of the one typeface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Weight {
    /// Reading text, labels.
    Regular,
    /// Titles, what matters most in a row.
    Bold,
}

impl Weight {
    /// The egui family of this weight.
    #[must_use]
    pub fn family(self) -> FontFamily {
        match self {
            Self::Regular => FontFamily::Proportional,
            Self::Bold => FontFamily::Name(BOLD_NAME.into()),
        }
    }

    /// The weight that an egui family stands for; every family but the bold one is regular.
    #[must_use]
    pub fn of_family(family: &FontFamily) -> Self {
        match family {
            FontFamily::Name(name) if **name == *BOLD_NAME => Self::Bold,
            _ => Self::Regular,
        }
    }

    /// The font file.
    #[must_use]
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::Bold => BOLD,
        }
    }
}

/// What egui is told: two weights, each with the other behind it, and nothing else.
#[must_use]
pub fn definitions() -> FontDefinitions {
    families(FontData::from_static(REGULAR), FontData::from_static(BOLD))
}

/// The same two weights without the outlines of their letters, for a pass of egui whose pixels nobody will see.
///
/// Widths, heights and kerning are the same, and so is every position of a letter.
/// Without them egui would paint each letter into its atlas, which takes most of the time of a layout.
#[must_use]
pub fn measures() -> FontDefinitions {
    static TABLES: LazyLock<[Arc<Vec<u8>>; 2]> =
        LazyLock::new(|| [REGULAR, BOLD].map(|font| Arc::new(without_outlines(font))));
    let [regular, bold] = TABLES.each_ref().map(|tables| FontData::from_blob(tables.clone(), 0));
    families(regular, bold)
}

fn families(regular: FontData, bold: FontData) -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, mut data) in [(REGULAR_NAME, regular), (BOLD_NAME, bold)] {
        // Letters keep their own shape, as in a file. Hinting by rule would bend them to the pixels, hardly visibly,
        // and takes as long as all else in a first frame: it looks through the whole font at every change of size.
        data.tweak.hinting = Some(false);
        fonts.font_data.insert(name.to_owned(), Arc::new(data));
    }
    let regular = vec![REGULAR_NAME.to_owned()];
    fonts.families.insert(FontFamily::Proportional, regular.clone());
    fonts.families.insert(FontFamily::Monospace, regular);
    fonts.families.insert(Weight::Bold.family(), vec![BOLD_NAME.to_owned()]);
    fonts
}

/// A TrueType file without the tables of the outlines (OpenType, "Organization of an OpenType font").
///
/// Checksums and the fields that speed up a search through the directory are left at zero: nobody here reads them.
fn without_outlines(file: &[u8]) -> Vec<u8> {
    const RECORD: usize = 16;
    let font = FontRef::new(file).expect("the bundled fonts are valid: tests read them");
    let left_out = [Tag::new(b"glyf"), Tag::new(b"loca")];
    let tables: Vec<(Tag, &[u8])> = font
        .table_directory
        .table_records()
        .iter()
        .map(skrifa::raw::TableRecord::tag)
        .filter(|tag| !left_out.contains(tag))
        .filter_map(|tag| Some((tag, font.table_data(tag)?.as_bytes())))
        .collect();
    let count = u16::try_from(tables.len()).expect("a dozen tables");
    let mut out = vec![0x00, 0x01, 0x00, 0x00];
    out.extend(count.to_be_bytes());
    out.extend([0; 6]);
    let mut offset = out.len() + tables.len() * RECORD;
    let number = |value: usize| u32::try_from(value).expect("a font of a few MB").to_be_bytes();
    for (tag, table) in &tables {
        out.extend(tag.to_be_bytes());
        out.extend([0; 4]);
        out.extend(number(offset));
        out.extend(number(table.len()));
        offset += table.len().next_multiple_of(4);
    }
    for (_, table) in &tables {
        out.extend_from_slice(table);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    out
}
