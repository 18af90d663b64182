//! Numbers as people type them into a search: `1.2万`, `12,000`, `１２０００`, `一万二`, `1亿2千万`, `12k`, `8%`, `1.2万个`.
//!
//! How a single number is printed is known to `model`; here are the ways of saying one that only people use.

use super::fold;
use crate::model::{Decimal, Notation, Numeral, Unit, is_chinese_numeral, numerals};

/// A number that is looked for, and the unit that was typed with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sought {
    /// The value with every multiplier applied.
    pub value: Decimal,
    /// Only figures in this unit.
    pub unit: Option<Unit>,
}

impl Sought {
    /// Reads a whole word as a number; `None` when it is none, or more than one.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let chars: Vec<char> = fold(word).chars().collect();
        let (value, percent, end) = leading_value(&chars)?;
        let rest: String = chars[end..].iter().collect();
        let (factor, rest) = english_multiplier(&rest);
        let value = value.checked_mul(factor)?;
        let unit = match (percent, rest) {
            (true, "") => Some(Unit::percent()),
            (false, "") => None,
            (false, rest) => Some(unit_named(rest)?),
            (true, _) => return None,
        };
        Some(Self { value, unit })
    }

    /// Whether a value of a figure is this number.
    #[must_use]
    pub fn is(&self, value: Decimal, unit: Option<Unit>) -> bool {
        value == self.value && (self.unit.is_none() || self.unit == unit)
    }
}

/// A number at the beginning of folded text: value, whether it is in hundredths, and where it ends.
pub(super) fn leading_value(chars: &[char]) -> Option<(Decimal, bool, usize)> {
    // A thousands separator was folded with the other commas; numbers are read with it.
    let found = numerals(chars);
    let first = found.first().filter(|first| first.start == 0)?;
    let mut value = first.value?;
    let mut last: &Numeral = first;
    let mut smallest = scale_of(&chars[first.start..first.end]);
    let mut percent = first.percent;
    for next in &found[1..] {
        if next.start != last.end || percent {
            break;
        }
        let printed = &chars[next.start..next.end];
        let step = next.value?;
        if printed.iter().all(|c| is_large_unit(*c)) && smallest == Decimal::ONE {
            // 一点二万: the multiplier was read on its own.
            value = value.checked_mul(step)?;
        } else if smallest > Decimal::ONE && step < smallest {
            // 1亿2千万, 1万2: parts of one number, the largest first.
            let colloquial = ends_in_lone_digit(printed) && smallest >= Decimal::ONE_HUNDRED;
            let part = if colloquial { step.checked_mul(smallest / Decimal::TEN)? } else { step };
            value = value.checked_add(part)?;
        } else {
            break;
        }
        smallest = scale_of(printed);
        percent = next.percent;
        last = next;
    }
    if first.end == last.end
        && first.notation == Notation::Chinese
        && let Some(spoken) = colloquial(&chars[first.start..first.end])
    {
        value = spoken;
    }
    Some((value, percent, last.end))
}

/// 一万二 is 12000 and 三百五 is 350: the last digit counts the unit below the one before it.
fn colloquial(printed: &[char]) -> Option<Decimal> {
    let [before @ .., unit, digit] = printed else { return None };
    let is_digit = crate::model::chinese_value(&[*digit]).is_some_and(|d| d < Decimal::TEN);
    if before.is_empty() || !is_digit || *digit == '零' || !is_unit(*unit) || *unit == '十' {
        return None;
    }
    let step = crate::model::chinese_value(&[*unit])? / Decimal::TEN;
    let whole = crate::model::chinese_value(&printed[..printed.len() - 1])?;
    whole.checked_add(crate::model::chinese_value(&[*digit])?.checked_mul(step)?)
}

fn ends_in_lone_digit(printed: &[char]) -> bool {
    matches!(printed, [one] if one.is_ascii_digit() || (is_chinese_numeral(*one) && !is_unit(*one)))
}

fn is_unit(c: char) -> bool {
    matches!(c, '十' | '百' | '千' | '万' | '亿')
}

fn is_large_unit(c: char) -> bool {
    matches!(c, '百' | '千' | '万' | '亿')
}

/// What the last multipliers of a printed number come to: 2千万 counts in 千万.
fn scale_of(printed: &[char]) -> Decimal {
    printed
        .iter()
        .rev()
        .take_while(|c| is_unit(**c))
        .filter_map(|c| crate::model::chinese_value(&[*c]))
        .fold(Decimal::ONE, |scale, unit| scale.checked_mul(unit).unwrap_or(Decimal::MAX))
}

fn english_multiplier(rest: &str) -> (Decimal, &str) {
    let steps =
        [("tn", 1_000_000_000_000_i64), ("bn", 1_000_000_000), ("m", 1_000_000), ("k", 1_000)];
    // `m` is also the metre, `km` the kilometre: a multiplier stands alone or before another unit's name.
    for (name, factor) in steps {
        if let Some(after) = rest.strip_prefix(name)
            && (after.is_empty() || (Unit::parse(after).is_some() && !after.is_ascii()))
        {
            return (Decimal::from(factor), after);
        }
    }
    (Decimal::ONE, rest)
}

/// The unit that prints like this, folded or not.
fn unit_named(text: &str) -> Option<Unit> {
    Unit::parse(text).or_else(|| Unit::all().find(|unit| fold(unit.zh()) == text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_is_one_number_however_it_is_spelled() {
        for (word, value) in [
            ("1.2万", "12000"),
            ("１．２万", "12000"),
            ("12000", "12000"),
            ("12,000", "12000"),
            ("１２，０００", "12000"),
            ("一万二", "12000"),
            ("一万二千", "12000"),
            ("一点二万", "12000"),
            ("1万2", "12000"),
            ("1万2千", "12000"),
            ("12k", "12000"),
            ("一万零二", "10002"),
            ("三百五", "350"),
            ("二十五", "25"),
            ("两千三", "2300"),
            ("340亿", "34000000000"),
            ("34bn", "34000000000"),
            ("1亿2千万", "120000000"),
            ("3亿5000万", "350000000"),
            ("一亿二千万", "120000000"),
            ("3.7", "3.7"),
            ("-3.2", "-3.2"),
        ] {
            let found = Sought::parse(word).unwrap_or_else(|| panic!("{word} is a number"));
            assert_eq!(found.value.normalize().to_string(), value, "{word}");
            assert_eq!(found.unit, None, "{word}");
        }
    }

    #[test]
    fn a_unit_that_was_typed_is_kept() {
        let unit = |word: &str| Sought::parse(word).and_then(|found| found.unit).map(Unit::zh);
        assert_eq!(unit("1.2万个"), Some("个"));
        assert_eq!(unit("8%"), Some("%"));
        assert_eq!(unit("８％"), Some("%"));
        assert_eq!(unit("百分之八"), Some("%"));
        assert_eq!(unit("340亿元"), Some("元"));
        assert_eq!(unit("100套（间）"), Some("套(间)"));
        assert_eq!(unit("3个百分点"), Some("个百分点"));
    }

    #[test]
    fn words_and_several_numbers_are_no_number() {
        for word in ["", "gdp", "地区生产总值", "5g", "3.6.b", "1.2万个以上", "3-5%", "2%3"]
        {
            assert_eq!(Sought::parse(word), None, "{word}");
        }
        assert_eq!(Sought::parse(&"亿".repeat(60)), None);
        assert_eq!(Sought::parse(&"9".repeat(60)), None);
    }
}
