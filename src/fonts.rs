//! The bundled fonts: the same bytes in the window, in tests and in files.
//!
//! Nothing falls back to a font of the system, so that a chart looks the same everywhere
//! and a character that the fonts lack is an error instead of a surprise.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

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
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in [(REGULAR_NAME, REGULAR), (BOLD_NAME, BOLD)] {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let regular = vec![REGULAR_NAME.to_owned()];
    fonts.families.insert(FontFamily::Proportional, regular.clone());
    fonts.families.insert(FontFamily::Monospace, regular);
    fonts.families.insert(Weight::Bold.family(), vec![BOLD_NAME.to_owned()]);
    fonts
}
