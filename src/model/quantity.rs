//! How much a figure says: a decimal in the base unit, what kind of bound it is, and the scale it was printed in.

use std::fmt;

use rust_decimal::Decimal;

use super::unit::Unit;

/// What a printed number bounds. `3.7%以内` is not 3.7 %.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bound {
    /// The number itself.
    Exact,
    /// 左右, 约: near the number, on either side.
    Approximate,
    /// 以上, 不低于: the number or more.
    AtLeast,
    /// 突破, 超过: more than the number.
    MoreThan,
    /// 以内, 不超过, 控制在: the number or less.
    AtMost,
    /// 近: a little less than the number.
    JustBelow,
    /// 余, 多: a little more than the number.
    JustAbove,
    /// Between two numbers.
    Range,
    /// Only words: 稳步增长.
    Worded,
}

impl Bound {
    /// Every bound, in the order of the documentation.
    pub const ALL: [Self; 9] = [
        Self::Exact,
        Self::Approximate,
        Self::AtLeast,
        Self::MoreThan,
        Self::AtMost,
        Self::JustBelow,
        Self::JustAbove,
        Self::Range,
        Self::Worded,
    ];

    /// The name in data files, JSON and on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Approximate => "approximate",
            Self::AtLeast => "at_least",
            Self::MoreThan => "more_than",
            Self::AtMost => "at_most",
            Self::JustBelow => "just_below",
            Self::JustAbove => "just_above",
            Self::Range => "range",
            Self::Worded => "worded",
        }
    }
}

/// The multiplier printed with the number: 1.2**万**个 is 12000 个.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Scale {
    /// As printed.
    #[default]
    One,
    /// 百
    Hundred,
    /// 千
    Thousand,
    /// 万
    TenThousand,
    /// 百万
    Million,
    /// 千万
    TenMillion,
    /// 亿
    HundredMillion,
    /// 百亿
    TenBillion,
    /// 千亿
    HundredBillion,
    /// 万亿
    Trillion,
    /// 倍 in a growth rate: 增长4.4倍 is +440 %.
    Times,
}

impl Scale {
    /// Every scale, smallest first, 倍 last.
    pub const ALL: [Self; 11] = [
        Self::One,
        Self::Hundred,
        Self::Thousand,
        Self::TenThousand,
        Self::Million,
        Self::TenMillion,
        Self::HundredMillion,
        Self::TenBillion,
        Self::HundredBillion,
        Self::Trillion,
        Self::Times,
    ];

    /// What the printed number is multiplied by.
    #[must_use]
    pub fn factor(self) -> Decimal {
        Decimal::from(match self {
            Self::One => 1_i64,
            Self::Hundred | Self::Times => 100,
            Self::Thousand => 1_000,
            Self::TenThousand => 10_000,
            Self::Million => 1_000_000,
            Self::TenMillion => 10_000_000,
            Self::HundredMillion => 100_000_000,
            Self::TenBillion => 10_000_000_000,
            Self::HundredBillion => 100_000_000_000,
            Self::Trillion => 1_000_000_000_000,
        })
    }

    /// The printed multiplier; empty for [`Scale::One`].
    #[must_use]
    pub fn zh(self) -> &'static str {
        match self {
            Self::One => "",
            Self::Hundred => "百",
            Self::Thousand => "千",
            Self::TenThousand => "万",
            Self::Million => "百万",
            Self::TenMillion => "千万",
            Self::HundredMillion => "亿",
            Self::TenBillion => "百亿",
            Self::HundredBillion => "千亿",
            Self::Trillion => "万亿",
            Self::Times => "倍",
        }
    }

    /// The scale printed as `zh`.
    #[must_use]
    pub fn parse(zh: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scale| scale.zh() == zh)
    }
}

/// Why the parts of a quantity do not fit together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuantityError {
    /// A bound other than `worded` needs a value.
    ValueMissing(Bound),
    /// `worded` has no value: a value would be invented.
    ValueForWords,
    /// Only `range` has an upper end, and needs one.
    HighMismatch(Bound),
    /// The upper end of a range lies below the lower one, or on it.
    HighNotAbove,
    /// A number needs its unit.
    UnitMissing,
    /// 倍 multiplies growth rates only, so the unit is `%`.
    TimesWithoutPercent,
    /// Larger than any figure of any report (10^18).
    TooLarge,
}

impl fmt::Display for QuantityError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ValueMissing(bound) => {
                write!(f, "the bound {} needs a value", bound.key())
            }
            Self::ValueForWords => write!(
                f,
                "a worded figure has no value; remove the value or give the bound of the number"
            ),
            Self::HighMismatch(Bound::Range) => {
                write!(f, "a range needs value_high, its upper end")
            }
            Self::HighMismatch(bound) => {
                write!(f, "the bound {} has no value_high; only a range has", bound.key())
            }
            Self::HighNotAbove => write!(f, "value_high must lie above value"),
            Self::UnitMissing => write!(f, "a number needs its unit"),
            Self::TimesWithoutPercent => {
                write!(f, "the scale 倍 turns a multiple into a growth rate, so the unit must be %")
            }
            Self::TooLarge => write!(f, "the value is beyond 10^18"),
        }
    }
}

impl std::error::Error for QuantityError {}

/// A value in the base unit with its bound, or words alone.
///
/// Invariants, held by [`Quantity::new`]: a worded quantity has no value; every other has a value and a unit;
/// a range, and only a range, has an upper end, above the lower one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantity {
    value: Option<Decimal>,
    high: Option<Decimal>,
    bound: Bound,
    unit: Option<Unit>,
    scale: Scale,
}

impl Quantity {
    /// Puts the parts together.
    ///
    /// # Errors
    /// [`QuantityError`] names the invariant that the parts break.
    pub fn new(
        value: Option<Decimal>,
        high: Option<Decimal>,
        bound: Bound,
        unit: Option<Unit>,
        scale: Scale,
    ) -> Result<Self, QuantityError> {
        let limit = Decimal::from(1_000_000_000_000_000_000_i64);
        if [value, high].iter().flatten().any(|v| v.abs() > limit) {
            return Err(QuantityError::TooLarge);
        }
        match (bound, value) {
            (Bound::Worded, Some(_)) => return Err(QuantityError::ValueForWords),
            (Bound::Worded, None) => {}
            (_, None) => return Err(QuantityError::ValueMissing(bound)),
            (_, Some(_)) if unit.is_none() => return Err(QuantityError::UnitMissing),
            (_, Some(_)) => {}
        }
        if (bound == Bound::Range) != high.is_some() {
            return Err(QuantityError::HighMismatch(bound));
        }
        if let (Some(low), Some(high)) = (value, high)
            && high <= low
        {
            return Err(QuantityError::HighNotAbove);
        }
        if scale == Scale::Times && unit.is_some_and(|unit| !unit.is_percent()) {
            return Err(QuantityError::TimesWithoutPercent);
        }
        Ok(Self { value, high, bound, unit, scale })
    }

    /// The value in the base unit; the lower end of a range; `None` when the report has only words.
    #[must_use]
    pub fn value(&self) -> Option<Decimal> {
        self.value
    }

    /// The upper end of a range, in the base unit.
    #[must_use]
    pub fn high(&self) -> Option<Decimal> {
        self.high
    }

    /// What the number bounds.
    #[must_use]
    pub fn bound(&self) -> Bound {
        self.bound
    }

    /// The base unit; `None` only for words.
    #[must_use]
    pub fn unit(&self) -> Option<Unit> {
        self.unit
    }

    /// The multiplier that was printed; [`Quantity::value`] has it applied already.
    #[must_use]
    pub fn scale(&self) -> Scale {
        self.scale
    }

    /// The values that the wording allows, as far as it says: `(lowest, highest)`, `None` where it is open.
    ///
    /// `Approximate`, `JustBelow` and `JustAbove` give no width in numbers, so their known end stands alone:
    /// 左右 leaves both ends open (`None`, `None`), 近 has an upper end only, 余 a lower end only.
    #[must_use]
    pub fn interval(&self) -> (Option<Decimal>, Option<Decimal>) {
        match self.bound {
            Bound::Exact => (self.value, self.value),
            Bound::Range => (self.value, self.high),
            Bound::AtLeast | Bound::MoreThan | Bound::JustAbove => (self.value, None),
            Bound::AtMost | Bound::JustBelow => (None, self.value),
            Bound::Approximate | Bound::Worded => (None, None),
        }
    }
}

/// A decimal without exponent and without trailing zeros: `1200`, `3.7`, `-0.5`.
#[must_use]
pub fn plain(value: Decimal) -> String {
    let normal = value.normalize();
    if normal.is_zero() { "0".to_owned() } else { normal.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    #[test]
    fn contradictions_between_bound_value_and_unit_are_refused() {
        let percent = Some(Unit::percent());
        let count = Unit::parse("个");
        let new = Quantity::new;
        assert_eq!(
            new(Some(decimal("1")), None, Bound::Worded, percent, Scale::One),
            Err(QuantityError::ValueForWords)
        );
        assert_eq!(
            new(None, None, Bound::Exact, percent, Scale::One),
            Err(QuantityError::ValueMissing(Bound::Exact))
        );
        assert_eq!(
            new(Some(decimal("1")), None, Bound::Exact, None, Scale::One),
            Err(QuantityError::UnitMissing)
        );
        assert_eq!(
            new(Some(decimal("1")), None, Bound::Range, percent, Scale::One),
            Err(QuantityError::HighMismatch(Bound::Range))
        );
        assert_eq!(
            new(Some(decimal("1")), Some(decimal("1")), Bound::Range, percent, Scale::One),
            Err(QuantityError::HighNotAbove)
        );
        assert_eq!(
            new(Some(decimal("1")), Some(decimal("2")), Bound::Exact, percent, Scale::One),
            Err(QuantityError::HighMismatch(Bound::Exact))
        );
        assert_eq!(
            new(Some(decimal("440")), None, Bound::Exact, count, Scale::Times),
            Err(QuantityError::TimesWithoutPercent)
        );
        assert!(new(Some(decimal("440")), None, Bound::Exact, percent, Scale::Times).is_ok());
        assert!(new(None, None, Bound::Worded, None, Scale::One).is_ok());
    }

    #[test]
    fn scales_are_found_by_their_printed_form() {
        for scale in Scale::ALL {
            assert_eq!(Scale::parse(scale.zh()), Some(scale));
        }
        assert_eq!(Scale::TenThousand.factor(), Decimal::from(10_000));
    }

    #[test]
    fn plain_decimals_have_no_trailing_zeros() {
        for (given, shown) in [("12000", "12000"), ("3.70", "3.7"), ("0.0", "0"), ("-0.50", "-0.5")]
        {
            assert_eq!(plain(given.parse().expect("a decimal")), shown);
        }
    }
}
