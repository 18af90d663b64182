//! Text as a search reads it: full and half width, capital and small letters, and the kinds of punctuation are one.

use crate::source::{half_width, lower};

/// The character that a search reads for `c`; `None` for what has no width of its own.
#[must_use]
pub fn fold_char(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c.to_ascii_lowercase());
    }
    Some(match half_width(c) {
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe0f}' => return None,
        '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' => ' ',
        '「' | '」' | '『' | '』' | '“' | '”' | '„' | '〝' | '〞' | '«' | '»' => '"',
        '‘' | '’' | '′' => '\'',
        '、' | '﹐' | '﹑' => ',',
        '。' | '．' | '｡' | '…' | '⋯' => '.',
        '【' | '〔' | '〖' => '[',
        '】' | '〕' | '〗' => ']',
        '〈' | '《' | '‹' => '<',
        '〉' | '》' | '›' => '>',
        '·' | '•' | '‧' | '・' | '･' | '∙' => '·',
        '‐'..='―' | '－' | '−' | '﹣' => '-',
        '〜' | '～' | '∼' => '~',
        'ü' | 'Ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => 'u',
        half => lower(half),
    })
}

/// `text` folded.
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars().filter_map(fold_char).collect()
}

/// A folded text of which every character knows its place in the original.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    /// The folded characters.
    pub chars: Vec<char>,
    /// The byte at which each begins in the original, and at the end the length of the original.
    starts: Vec<usize>,
}

impl Folded {
    /// Folds `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut chars = Vec::with_capacity(text.len());
        let mut starts = Vec::with_capacity(text.len() + 1);
        for (at, c) in text.char_indices() {
            if let Some(folded) = fold_char(c) {
                chars.push(folded);
                starts.push(at);
            }
        }
        starts.push(text.len());
        Self { chars, starts }
    }

    /// The bytes of the original that the folded characters `from..to` come from.
    #[must_use]
    pub fn original(&self, from: usize, to: usize) -> std::ops::Range<usize> {
        self.starts[from]..self.starts[to]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn width_case_and_punctuation_do_not_matter() {
        for (one, other) in [
            ("ＧＤＰ", "gdp"),
            ("１．２万", "1.2万"),
            ("「五型经济」", "“五型经济”"),
            ("套（间）", "套(间)"),
            ("8％", "8%"),
            ("城镇、农村", "城镇,农村"),
            ("Ä", "ä"),
            ("欧—亚", "欧-亚"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} and {other}");
        }
        assert_ne!(fold("沈"), fold("审"));
    }

    proptest! {
        #[test]
        fn every_folded_character_leads_back_to_its_own(text in "\\PC{0,30}") {
            let folded = Folded::of(&text);
            for at in 0..folded.chars.len() {
                let piece = &text[folded.original(at, at + 1)];
                prop_assert_eq!(piece.chars().next().and_then(fold_char), Some(folded.chars[at]));
            }
        }
    }
}
