//! One spelling for what reports spell in several ways, with the way back to the original characters.

use crate::model::Span;

/// A text in one spelling; every character knows where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Normalised {
    chars: Vec<char>,
    /// For each character its place in the original, and one entry more for the end.
    offsets: Vec<u32>,
}

impl Normalised {
    /// Full width digits, letters, `％ ． － ＋` and brackets become half width;
    /// spaces between a number and the characters around it are left out (`11.5 万人`, `扩大到 200个`).
    #[must_use]
    pub fn of(original: &[char]) -> Self {
        let mut chars = Vec::with_capacity(original.len());
        let mut offsets = Vec::with_capacity(original.len() + 1);
        let mut at = 0;
        while at < original.len() {
            if is_space(original[at]) {
                let end = at + original[at..].iter().take_while(|c| is_space(**c)).count();
                if !splits_number(chars.last().copied(), original.get(end).copied()) {
                    chars.extend(original[at..end].iter().copied().map(half_width));
                    offsets.extend((at..end).map(|at| at as u32));
                }
                at = end;
                continue;
            }
            chars.push(half_width(original[at]));
            offsets.push(at as u32);
            at += 1;
        }
        offsets.push(original.len() as u32);
        Self { chars, offsets }
    }

    /// The characters in one spelling.
    #[must_use]
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// The span of the original that the characters from `start` up to `end` came from.
    #[must_use]
    pub fn original(&self, start: usize, end: usize) -> Span {
        let last = end.saturating_sub(1).max(start);
        let place = |at: usize| self.offsets.get(at).copied().unwrap_or_default();
        Span { start: place(start), end: if end > start { place(last) + 1 } else { place(start) } }
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{3000}' | '\u{2002}'..='\u{200a}')
}

/// A space between a digit and a Chinese character is a slip of the typesetter; between two digits it is not.
fn splits_number(before: Option<char>, after: Option<char>) -> bool {
    let is_number = |c: char| half_width(c).is_ascii_digit() || matches!(half_width(c), '%');
    let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    match (before, after) {
        (Some(before), Some(after)) => {
            (is_number(before) && (is_chinese(after) || half_width(after) == '%'))
                || (is_chinese(before) && is_number(after))
        }
        _ => false,
    }
}

/// The half-width form of a full-width character.
#[must_use]
pub fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xff01 + 0x21).unwrap_or(c),
        '\u{2212}' => '-',
        '\u{3000}' => ' ',
        _ => c,
    }
}

/// The lower-case form of a character, where that is one character.
#[must_use]
pub fn lower(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn normal(text: &str) -> (String, Normalised) {
        let original: Vec<char> = text.chars().collect();
        let normalised = Normalised::of(&original);
        (normalised.chars().iter().collect(), normalised)
    }

    #[test]
    fn widths_and_spaces_in_numbers_are_evened_out() {
        assert_eq!(normal("就业11.5 万人").0, "就业11.5万人");
        assert_eq!(normal("扩大到 ２００个").0, "扩大到200个");
        assert_eq!(normal("８．５％（左右）").0, "8.5%(左右)");
        assert_eq!(normal("2022-01-13 16:17 来源").0, "2022-01-13 16:17来源");
        assert_eq!(normal("一、 二").0, "一、 二");
    }

    proptest! {
        #[test]
        fn every_character_leads_back_to_the_one_it_came_from(text in "[0-9０-９万人 　%％a，]{0,40}") {
            let original: Vec<char> = text.chars().collect();
            let normalised = Normalised::of(&original);
            for (at, c) in normalised.chars().iter().enumerate() {
                let span = normalised.original(at, at + 1);
                prop_assert_eq!(span.len(), 1);
                prop_assert_eq!(half_width(original[span.start as usize]), *c);
            }
        }
    }
}
