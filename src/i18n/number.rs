//! Numbers as people read them: 340亿元, 1.2万个, 34 bn yuan, 12,000.

use super::Lang;
use crate::model::{Bound, Decimal, Quantity, Unit, plain};

/// How large numbers are written.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Default,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Digits {
    /// 万 and 亿 in Chinese, k, M and bn in English.
    #[default]
    Short,
    /// All digits, with thousands separators: 12,000.
    Full,
    /// 万 and 亿 in both languages.
    TenThousands,
    /// k, M and bn in both languages.
    Thousands,
}

/// How the table writes numbers.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum NumberStyle {
    /// In the words of the report.
    #[default]
    AsPrinted,
    /// 万 and 亿.
    TenThousands,
    /// All digits.
    Full,
    /// k, M and bn.
    Thousands,
}

impl NumberStyle {
    /// Every way, in the order of the menu.
    pub const ALL: [Self; 4] = [Self::AsPrinted, Self::TenThousands, Self::Full, Self::Thousands];

    /// How it writes what the report does not print, such as a difference.
    #[must_use]
    pub fn digits(self) -> Digits {
        match self {
            Self::AsPrinted => Digits::Short,
            Self::TenThousands => Digits::TenThousands,
            Self::Full => Digits::Full,
            Self::Thousands => Digits::Thousands,
        }
    }
}

struct Step {
    factor: i64,
    suffix: &'static str,
}

/// 亿 and 万; a number below ten thousand stays as it is.
const ZH_STEPS: [Step; 3] = [
    Step { factor: 1_000_000_000_000, suffix: "万亿" },
    Step { factor: 100_000_000, suffix: "亿" },
    Step { factor: 10_000, suffix: "万" },
];

/// bn, M and k; below ten thousand all digits are easier to read.
const EN_STEPS: [Step; 4] = [
    Step { factor: 1_000_000_000_000, suffix: "tn" },
    Step { factor: 1_000_000_000, suffix: "bn" },
    Step { factor: 1_000_000, suffix: "M" },
    Step { factor: 1_000, suffix: "k" },
];

/// The number alone: `1.2万`, `12k`, `12,000`. Exact: nothing is rounded.
#[must_use]
pub fn number(value: Decimal, digits: Digits, lang: Lang) -> String {
    in_steps_of(step_for(value, digits, lang), value)
}

/// A number of a scale whose ticks stand `step` apart and reach `largest`: all of them in one unit,
/// `0.5万` before `1万`, or all in full where that would take more than one place behind the point.
#[must_use]
pub fn on_scale(
    value: Decimal,
    step: Decimal,
    largest: Decimal,
    digits: Digits,
    lang: Lang,
) -> String {
    let short = step_for(largest, digits, lang).filter(|_| value != Decimal::ZERO);
    let reads_well = |short: &&Step| (step / Decimal::from(short.factor)).normalize().scale() <= 1;
    in_steps_of(short.filter(reads_well), value)
}

/// In what a number of this size is counted; `None` where its digits are easier to read.
fn step_for(value: Decimal, digits: Digits, lang: Lang) -> Option<&'static Step> {
    let steps: &[Step] = match digits {
        Digits::Full => &[],
        Digits::Short => lang.choose(&ZH_STEPS, &EN_STEPS),
        Digits::TenThousands => &ZH_STEPS,
        Digits::Thousands => &EN_STEPS,
    };
    let magnitude = value.abs();
    steps
        .iter()
        .filter(|_| magnitude >= Decimal::from(10_000))
        .find(|step| magnitude >= Decimal::from(step.factor))
}

fn in_steps_of(step: Option<&Step>, value: Decimal) -> String {
    let (shown, suffix) = match step {
        Some(step) => (value.abs() / Decimal::from(step.factor), step.suffix),
        None => (value.abs(), ""),
    };
    let sign = if value < Decimal::ZERO { "−" } else { "" };
    format!("{sign}{}{suffix}", grouped(&plain(shown)))
}

/// The number with its sign always: `+1.5`, `−15`, `0`.
#[must_use]
pub fn signed(value: Decimal, digits: Digits, lang: Lang) -> String {
    let shown = number(value, digits, lang);
    if value > Decimal::ZERO { format!("+{shown}") } else { shown }
}

/// The number with its unit: `340亿元`, `34bn yuan`, `3.7%`.
#[must_use]
pub fn with_unit(value: Decimal, unit: Unit, digits: Digits, lang: Lang) -> String {
    join_unit(&number(value, digits, lang), unit, value == Decimal::ONE, lang)
}

/// A quantity with its bound in words: `不低于300天`, "at least 300 days"; `None` where the report has only words.
///
/// A figure is more than its quantity: what people read is [`super::terms::value`].
pub(super) fn bounded(quantity: &Quantity, digits: Digits, lang: Lang) -> Option<String> {
    let unit = quantity.unit()?;
    let number = with_unit(quantity.value()?, unit, digits, lang);
    Some(match (quantity.bound(), lang) {
        (Bound::Exact, _) => number,
        (Bound::Approximate, Lang::Zh) => format!("{number}左右"),
        (Bound::Approximate, Lang::En) => format!("about {number}"),
        (Bound::AtLeast, lang) => format!("{}{number}", lang.choose("不低于", "at least ")),
        (Bound::MoreThan, lang) => format!("{}{number}", lang.choose("超过", "over ")),
        (Bound::AtMost, lang) => format!("{}{number}", lang.choose("不超过", "at most ")),
        (Bound::JustBelow, lang) => format!("{}{number}", lang.choose("近", "nearly ")),
        (Bound::JustAbove, lang) => format!("{}{number}", lang.choose("略多于", "just over ")),
        (Bound::Range, _) => {
            let low = self::number(quantity.value()?, digits, lang);
            format!("{low}–{}", with_unit(quantity.high()?, unit, digits, lang))
        }
        (Bound::Worded, _) => return None,
    })
}

/// Puts a written number and its unit together.
#[must_use]
pub fn join_unit(number: &str, unit: Unit, one: bool, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{number}{}{}", unit.measure_word(), unit.zh()),
        Lang::En => {
            let name = unit.en(one);
            match name {
                "" => number.to_owned(),
                "%" | "‰" => format!("{number}{name}"),
                _ => format!("{number} {name}"),
            }
        }
    }
}

/// The unit's name where it stands alone, as in a subtitle: 亿元, "yuan", 个, "number".
#[must_use]
pub fn unit_name(unit: Unit, lang: Lang) -> &'static str {
    match (lang, unit.en(false)) {
        (Lang::Zh, _) => unit.zh(),
        (Lang::En, "") => "number",
        (Lang::En, name) => name,
    }
}

/// Thousands separators in the whole part of a decimal from [`plain`].
fn grouped(decimal: &str) -> String {
    let (whole, fraction) = match decimal.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (decimal, None),
    };
    let mut out = String::with_capacity(decimal.len() + whole.len() / 3);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    #[test]
    fn large_numbers_are_short_in_each_language_and_exact() {
        for (value, zh, en) in [
            ("34000000000", "340亿", "34bn"),
            ("12000", "1.2万", "12k"),
            ("1052", "1,052", "1,052"),
            ("1000000000000", "1万亿", "1tn"),
            ("3690000000", "36.9亿", "3.69bn"),
            ("-19000", "−1.9万", "−19k"),
            ("3.09", "3.09", "3.09"),
            ("0", "0", "0"),
        ] {
            assert_eq!(number(decimal(value), Digits::Short, Lang::Zh), zh);
            assert_eq!(number(decimal(value), Digits::Short, Lang::En), en);
        }
        assert_eq!(number(decimal("-1234567.5"), Digits::Full, Lang::En), "−1,234,567.5");
        for lang in Lang::ALL {
            assert_eq!(number(decimal("12000"), Digits::TenThousands, lang), "1.2万");
            assert_eq!(number(decimal("12000"), Digits::Thousands, lang), "12k");
        }
    }

    #[test]
    fn the_numbers_of_a_scale_are_all_in_one_unit() {
        for (value, step, largest, zh, en) in [
            ("5000", "5000", "15000", "0.5万", "5k"),
            ("15000", "5000", "15000", "1.5万", "15k"),
            ("0", "5000", "15000", "0", "0"),
            ("2000", "2000", "8000", "2,000", "2,000"),
            // One place behind the point is read, two are counted.
            ("10500", "500", "10500", "10,500", "10.5k"),
            ("20000000", "20000000", "100000000", "0.2亿", "20M"),
            ("-5000", "5000", "-10000", "−0.5万", "−5k"),
        ] {
            let on = |lang| {
                let [value, step, largest] = [value, step, largest].map(decimal);
                on_scale(value, step, largest, Digits::Short, lang)
            };
            assert_eq!((on(Lang::Zh).as_str(), on(Lang::En).as_str()), (zh, en), "{value}");
        }
    }

    #[test]
    fn units_follow_the_number_as_each_language_writes_them() {
        let yuan = Unit::parse("元").expect("known");
        let day = Unit::parse("天").expect("known");
        assert_eq!(with_unit(decimal("34000000000"), yuan, Digits::Short, Lang::Zh), "340亿元");
        assert_eq!(with_unit(decimal("34000000000"), yuan, Digits::Short, Lang::En), "34bn yuan");
        assert_eq!(with_unit(decimal("1"), day, Digits::Short, Lang::En), "1 day");
        let working_day = Unit::parse("工作日").expect("known");
        let said = with_unit(decimal("38"), working_day, Digits::Short, Lang::Zh);
        assert_eq!(said, "38个工作日");
        assert_eq!(with_unit(decimal("3.7"), Unit::percent(), Digits::Short, Lang::En), "3.7%");
    }
}
