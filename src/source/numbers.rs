//! Every number of a text, so that each can be accounted for: a figure, an exclusion, or unexplained.

use crate::model::{Decimal, Notation, Span, numerals};

use super::lexicon;
use super::normalise::Normalised;

/// A number at its place in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundNumber {
    /// Where it stands, multipliers (万, 亿) and percent sign included.
    pub span: Span,
    /// Its value, multipliers applied, percent not (8% is 8); `None` where it is beyond any decimal.
    pub value: Option<Decimal>,
    /// Digits or Chinese numerals.
    pub notation: Notation,
    /// Whether it counts hundredths: 8%, 百分之八. Not 8‰.
    pub percent: bool,
}

/// Finds every number of `text`: runs of digits and of Chinese numerals, except in words such as 统一.
#[must_use]
pub fn numbers(text: &[char]) -> Vec<FoundNumber> {
    let normalised = Normalised::of(text);
    let chars = normalised.chars();
    let in_words = lexicon::in_words(chars);
    // A word ends a number and hides its own numerals: 统一三个 holds 三.
    let visible: Vec<char> =
        chars.iter().zip(&in_words).map(|(c, hidden)| if *hidden { '·' } else { *c }).collect();
    numerals(&visible)
        .into_iter()
        .map(|numeral| FoundNumber {
            span: normalised.original(numeral.start, numeral.end),
            value: numeral.value,
            notation: numeral.notation,
            percent: numeral.percent,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn printed(text: &str) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        numbers(&chars)
            .iter()
            .map(|n| chars[n.span.start as usize..n.span.end as usize].iter().collect())
            .collect()
    }

    #[test]
    fn numbers_are_found_as_printed_and_words_are_passed_over() {
        assert_eq!(printed("城镇新增就业11.5 万人，进一步扩大到 200个"), ["11.5 万", "200"]);
        assert_eq!(printed("统一三个标准"), ["三"]);
        assert_eq!(printed("“5+3+7+5”产业、一批项目"), ["5", "3", "7", "5", "一"]);
        assert_eq!(printed("增长８．５％左右"), ["８．５％"]);
        assert_eq!(printed("千方百计稳住市场主体"), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn every_digit_of_any_text_is_in_exactly_one_number(text in "[0-9０-９.,%一二十百万亿零分之统进步人 -]{0,60}") {
            let chars: Vec<char> = text.chars().collect();
            let found = numbers(&chars);
            for pair in found.windows(2) {
                prop_assert!(pair[0].span.end <= pair[1].span.start);
            }
            for (at, c) in chars.iter().enumerate() {
                if crate::model::arabic_digit(*c).is_some() {
                    let at = at as u32;
                    let holders = found.iter().filter(|n| n.span.start <= at && at < n.span.end).count();
                    prop_assert_eq!(holders, 1, "{} at {}", text, at);
                }
            }
        }
    }
}
