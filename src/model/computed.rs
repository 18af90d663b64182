//! What follows from two figures: their difference, their ratio, a value derived from both.
//!
//! A number computed from bounds is itself a bound (at least +181), or, where both sides are open, only a difference
//! between the printed numbers.

use std::cmp::Ordering;

use rust_decimal::{Decimal, RoundingStrategy};

use super::quantity::{Bound, Quantity};
use super::unit::{Dimension, Unit};

/// How firmly a computed number stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DifferenceBound {
    /// Both numbers are exact.
    Exact,
    /// One of them is 左右 or 约; between the number and an upper end where the other is a range.
    Approximate,
    /// The number or more.
    AtLeast,
    /// More than the number.
    MoreThan,
    /// The number or less.
    AtMost,
    /// Less than the number.
    LessThan,
    /// Between the number and [`Difference::high`].
    Range,
    /// Both sides are open: only the printed numbers differ by this much.
    PrintedNumbers,
}

impl DifferenceBound {
    /// The name in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Approximate => "approximate",
            Self::AtLeast => "at_least",
            Self::MoreThan => "more_than",
            Self::AtMost => "at_most",
            Self::LessThan => "less_than",
            Self::Range => "range",
            Self::PrintedNumbers => "printed_numbers",
        }
    }
}

/// Target minus actual.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// In `unit`; percentage points where the unit is `%`. The lower end of a range.
    pub value: Decimal,
    /// The upper end of a range.
    pub high: Option<Decimal>,
    /// How firmly it stands.
    pub bound: DifferenceBound,
    /// The unit of both figures.
    pub unit: Unit,
    /// Both figures state falls: above zero the fall is larger, not the level higher.
    pub of_falls: bool,
}

impl Difference {
    /// Whether it is certainly below, on or above zero; `None` where its bound leaves that open.
    #[must_use]
    pub fn sign(&self) -> Option<Ordering> {
        use Ordering::{Equal, Greater, Less};
        let sign = self.printed_sign()?;
        if self.high.is_some() {
            return Some(sign);
        }
        match self.bound {
            DifferenceBound::Approximate if sign == Equal => None,
            DifferenceBound::Exact | DifferenceBound::Approximate => Some(sign),
            DifferenceBound::AtLeast => Some(sign).filter(|sign| *sign == Greater),
            DifferenceBound::MoreThan => (sign != Less).then_some(Greater),
            DifferenceBound::AtMost => Some(sign).filter(|sign| *sign == Less),
            DifferenceBound::LessThan => (sign != Greater).then_some(Less),
            DifferenceBound::Range | DifferenceBound::PrintedNumbers => None,
        }
    }

    /// The same of the printed numbers, whatever their bounds; `None` for a range on both sides of zero.
    #[must_use]
    pub fn printed_sign(&self) -> Option<Ordering> {
        let sign = |value: Decimal| value.cmp(&Decimal::ZERO);
        let low = sign(self.value);
        Some(low).filter(|low| self.high.map_or(*low, sign) == *low)
    }
}

/// Target divided by actual, for counts and amounts above zero; [`Ratio::rounded`] to four decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    /// 1 means the same. The lower end of a range.
    pub value: Decimal,
    /// The upper end of a range.
    pub high: Option<Decimal>,
    /// How firmly it stands.
    pub bound: DifferenceBound,
}

impl Ratio {
    /// The same in fewer digits: what is no less than a number is rounded down, what is no more than it up,
    /// so that it never claims more than is known.
    #[must_use]
    pub fn rounded(self, round: impl Fn(Decimal, RoundingStrategy) -> Decimal) -> Self {
        use RoundingStrategy::{MidpointNearestEven, ToNegativeInfinity, ToPositiveInfinity};
        let strategy = match self.bound {
            _ if self.high.is_some() => ToNegativeInfinity,
            DifferenceBound::AtLeast | DifferenceBound::MoreThan => ToNegativeInfinity,
            DifferenceBound::AtMost | DifferenceBound::LessThan => ToPositiveInfinity,
            DifferenceBound::Exact
            | DifferenceBound::Approximate
            | DifferenceBound::Range
            | DifferenceBound::PrintedNumbers => MidpointNearestEven,
        };
        Self {
            value: round(self.value, strategy),
            high: self.high.map(|high| round(high, ToPositiveInfinity)),
            ..self
        }
    }
}

/// A value that the report does not print but that follows from two that it does (推算).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Derived {
    /// In the unit of the actual.
    pub value: Decimal,
    /// The upper end of a range.
    pub high: Option<Decimal>,
    /// How firmly it stands.
    pub bound: DifferenceBound,
    /// The unit of the actual.
    pub unit: Unit,
    /// How it follows from the actual's value.
    pub step: Step,
}

/// What turns the actual's value into the derived one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It is multiplied by a factor, which is as firm as the rate that gives it.
    Times(Ratio),
    /// A change is added to it: one below zero for a fall; its upper end where it is a range.
    Plus(Decimal, Option<Decimal>),
}

/// A number with what is known of its lower and upper end.
#[derive(Clone, Copy)]
struct Known {
    printed: Decimal,
    low: End,
    high: End,
    approximate: bool,
}

/// One end of what is known; `strict` when the end itself is not reached.
#[derive(Clone, Copy)]
enum End {
    Open,
    At { value: Decimal, strict: bool },
}

impl End {
    fn map(self, change: impl Fn(Decimal) -> Decimal) -> Self {
        match self {
            Self::Open => Self::Open,
            Self::At { value, strict } => Self::At { value: change(value), strict },
        }
    }

    fn join(
        self,
        other: Self,
        combine: impl Fn(Decimal, Decimal) -> Option<Decimal>,
    ) -> Option<Self> {
        match (self, other) {
            (Self::At { value: a, strict: s }, Self::At { value: b, strict: t }) => {
                Some(Self::At { value: combine(a, b)?, strict: s || t })
            }
            _ => Some(Self::Open),
        }
    }
}

impl Known {
    fn of(quantity: &Quantity) -> Option<Self> {
        let printed = quantity.value()?;
        let strict =
            matches!(quantity.bound(), Bound::MoreThan | Bound::JustAbove | Bound::JustBelow);
        let approximate = quantity.bound() == Bound::Approximate;
        // 左右 says nothing of how far: it is reckoned with as printed, and what comes of it is 左右 too.
        let (low, high) =
            if approximate { (Some(printed), Some(printed)) } else { quantity.interval() };
        let end =
            |value: Option<Decimal>| value.map_or(End::Open, |value| End::At { value, strict });
        Some(Self { printed, low: end(low), high: end(high), approximate })
    }

    fn map(self, change: impl Fn(Decimal) -> Decimal) -> Self {
        Self {
            printed: change(self.printed),
            low: self.low.map(&change),
            high: self.high.map(&change),
            approximate: self.approximate,
        }
    }

    /// `-self`: the ends change places.
    fn negated(self) -> Self {
        let negative = self.map(|value| -value);
        Self { low: negative.high, high: negative.low, ..negative }
    }

    /// `None` where a result is beyond any decimal, or none.
    fn join(
        self,
        other: Self,
        combine: impl Fn(Decimal, Decimal) -> Option<Decimal>,
    ) -> Option<Self> {
        Some(Self {
            printed: combine(self.printed, other.printed)?,
            low: self.low.join(other.low, &combine)?,
            high: self.high.join(other.high, &combine)?,
            approximate: self.approximate || other.approximate,
        })
    }

    /// The number to show, its upper end if it has one, and how firmly it stands.
    ///
    /// 左右 on one side and nothing worse on the other is still 左右.
    fn verdict(self) -> (Decimal, Option<Decimal>, DifferenceBound) {
        let firm =
            if self.approximate { DifferenceBound::Approximate } else { DifferenceBound::Exact };
        match (self.low, self.high) {
            (End::At { value: low, .. }, End::At { value: high, .. }) if low == high => {
                (low, None, firm)
            }
            (End::At { value: low, .. }, End::At { value: high, .. }) => {
                let bound = if self.approximate { firm } else { DifferenceBound::Range };
                (low, Some(high), bound)
            }
            _ if self.approximate => (self.printed, None, DifferenceBound::PrintedNumbers),
            (End::At { value, strict }, End::Open) => {
                let bound =
                    if strict { DifferenceBound::MoreThan } else { DifferenceBound::AtLeast };
                (value, None, bound)
            }
            (End::Open, End::At { value, strict }) => {
                let bound =
                    if strict { DifferenceBound::LessThan } else { DifferenceBound::AtMost };
                (value, None, bound)
            }
            (End::Open, End::Open) => (self.printed, None, DifferenceBound::PrintedNumbers),
        }
    }

    fn ratio(self) -> Ratio {
        let (value, high, bound) = self.verdict();
        Ratio { value, high, bound }
    }
}

/// Target minus actual.
pub(super) fn difference(
    actual: &Quantity,
    target: &Quantity,
    of_falls: bool,
) -> Option<Difference> {
    let (a, t) = (Known::of(actual)?, Known::of(target)?);
    let (value, high, bound) = t.join(a.negated(), Decimal::checked_add)?.verdict();
    Some(Difference { value, high, bound, unit: actual.unit()?, of_falls })
}

/// Target divided by actual; `None` for rates, ranks and what is not above zero.
pub(super) fn ratio(actual: &Quantity, target: &Quantity) -> Option<Ratio> {
    let unit = actual.unit()?;
    if matches!(unit.dimension(), Dimension::Percent | Dimension::Rank) {
        return None;
    }
    let (a, t) = (Known::of(actual)?, Known::of(target)?);
    if a.printed <= Decimal::ZERO || t.printed < Decimal::ZERO {
        return None;
    }
    // Bounds of a ratio of positive numbers: the smallest over the largest, and the other way round.
    let swapped = Known { low: a.high, high: a.low, ..a };
    let ratio = t.join(swapped, Decimal::checked_div)?.ratio();
    Some(ratio.rounded(|value, strategy| value.round_dp_with_strategy(4, strategy)))
}

/// `actual × (1 ± rate)`.
pub(super) fn grown(actual: &Quantity, target: &Quantity, decrease: bool) -> Option<Derived> {
    let (a, rate) = (Known::of(actual)?, Known::of(target)?);
    let hundred = Decimal::ONE_HUNDRED;
    let rate = if decrease { rate.negated() } else { rate };
    let factor = rate.map(|rate| Decimal::ONE + rate / hundred);
    if a.printed < Decimal::ZERO || factor.printed < Decimal::ZERO {
        return None;
    }
    let (value, high, bound) = a.join(factor, Decimal::checked_mul)?.verdict();
    Some(Derived { value, high, bound, unit: actual.unit()?, step: Step::Times(factor.ratio()) })
}

/// `actual ± change`.
pub(super) fn changed(actual: &Quantity, target: &Quantity, decrease: bool) -> Option<Derived> {
    let (a, change) = (Known::of(actual)?, Known::of(target)?);
    let change = if decrease { change.negated() } else { change };
    let (value, high, bound) = a.join(change, Decimal::checked_add)?.verdict();
    let (by, by_high, _) = change.verdict();
    Some(Derived { value, high, bound, unit: actual.unit()?, step: Step::Plus(by, by_high) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Scale;

    fn quantity(value: &str, bound: Bound, unit: &str) -> Quantity {
        Quantity::new(
            Some(value.parse().expect("a decimal")),
            None,
            bound,
            Unit::parse(unit),
            Scale::One,
        )
        .expect("a sound quantity")
    }

    fn difference_of(
        (a, a_bound): (&str, Bound),
        (t, t_bound): (&str, Bound),
    ) -> (String, DifferenceBound) {
        let found = difference(&quantity(a, a_bound, "个"), &quantity(t, t_bound, "个"), false)
            .expect("both are numbers");
        (found.value.normalize().to_string(), found.bound)
    }

    #[test]
    fn a_difference_is_as_open_as_its_parts() {
        use Bound::{Approximate, AtLeast, AtMost, Exact, JustAbove, MoreThan};
        for (actual, target, expected) in [
            (("126", Exact), ("475", Exact), ("349", DifferenceBound::Exact)),
            (("1819", Exact), ("2000", AtLeast), ("181", DifferenceBound::AtLeast)),
            (("842", Exact), ("4500", MoreThan), ("3658", DifferenceBound::MoreThan)),
            (("3.09", Exact), ("3.7", AtMost), ("0.61", DifferenceBound::AtMost)),
            (("7", Approximate), ("8", Approximate), ("1", DifferenceBound::Approximate)),
            (("5", Approximate), ("12", Exact), ("7", DifferenceBound::Approximate)),
            (("40", AtMost), ("38", AtMost), ("-2", DifferenceBound::PrintedNumbers)),
            (("40", AtMost), ("41", Exact), ("1", DifferenceBound::AtLeast)),
            (("2000", JustAbove), ("2500", Exact), ("500", DifferenceBound::LessThan)),
            (("7", Approximate), ("8", AtLeast), ("1", DifferenceBound::PrintedNumbers)),
        ] {
            assert_eq!(
                difference_of(actual, target),
                (expected.0.to_owned(), expected.1),
                "{actual:?} → {target:?}"
            );
        }
    }

    fn range(low: &str, high: &str, unit: &str) -> Quantity {
        let decimal = |text: &str| Some(text.parse().expect("a decimal"));
        Quantity::new(decimal(low), decimal(high), Bound::Range, Unit::parse(unit), Scale::One)
            .expect("a sound quantity")
    }

    #[test]
    fn a_rounded_bound_never_claims_more_than_is_known() {
        use Bound::{AtLeast, AtMost, Exact, JustAbove};
        for (actual, target, expected) in [
            (("1052", Exact), ("1000", AtLeast), ("0.9505", DifferenceBound::AtLeast)),
            (("1052", Exact), ("1000", Exact), ("0.9506", DifferenceBound::Exact)),
            (("3", Exact), ("1", AtMost), ("0.3334", DifferenceBound::AtMost)),
            (("3", JustAbove), ("1", Exact), ("0.3334", DifferenceBound::LessThan)),
        ] {
            let found =
                ratio(&quantity(actual.0, actual.1, "个"), &quantity(target.0, target.1, "个"))
                    .expect("counts above zero");
            let (value, bound) = expected;
            assert_eq!(
                (found.value.to_string().as_str(), found.bound),
                (value, bound),
                "{actual:?}"
            );
        }
        let found = ratio(&quantity("3", Exact, "个"), &range("5", "7", "个")).expect("counts");
        assert_eq!(found.value.to_string(), "1.6666", "5 ÷ 3");
        assert_eq!(found.high.map(|high| high.to_string()).as_deref(), Some("2.3334"), "7 ÷ 3");
    }

    #[test]
    fn about_a_number_and_a_range_is_about_a_range() {
        let near = quantity("7", Bound::Approximate, "%");
        let found = difference(&near, &range("6.5", "7.5", "%"), true).expect("both are numbers");
        assert_eq!(found.sign(), None);
        let ends = (found.value.to_string(), found.high.map(|high| high.to_string()));
        assert_eq!(ends, ("-0.5".to_owned(), Some("0.5".to_owned())));
        assert_eq!(found.bound, DifferenceBound::Approximate);
    }

    #[test]
    fn a_factor_is_as_firm_as_its_rate_whatever_it_multiplies() {
        let value = quantity("8000", Bound::JustAbove, "元");
        let found = grown(&value, &quantity("10", Bound::Exact, "%"), false).expect("numbers");
        let Step::Times(factor) = found.step else { panic!("{found:?}") };
        assert_eq!(
            (factor.value.to_string().as_str(), factor.bound),
            ("1.10", DifferenceBound::Exact)
        );
        assert_eq!(found.bound, DifferenceBound::MoreThan);
        let found = grown(&quantity("8000", Bound::Exact, "元"), &range("8", "10", "%"), true);
        let Some(Derived { step: Step::Times(factor), .. }) = found else { panic!("{found:?}") };
        let ends = (factor.value.to_string(), factor.high.map(|high| high.to_string()));
        assert_eq!(ends, ("0.90".to_owned(), Some("0.92".to_owned())));
    }

    #[test]
    fn growth_on_a_value_keeps_the_bound_of_the_growth() {
        let found = grown(
            &quantity("34000000000", Bound::Exact, "元"),
            &quantity("10", Bound::AtLeast, "%"),
            false,
        )
        .expect("both are numbers");
        assert_eq!(found.value, Decimal::from(37_400_000_000_i64));
        assert_eq!(found.bound, DifferenceBound::AtLeast);
        let fall =
            grown(&quantity("200", Bound::Exact, "个"), &quantity("10", Bound::AtLeast, "%"), true)
                .expect("both are numbers");
        assert_eq!(
            (fall.value.normalize(), fall.bound),
            (Decimal::from(180), DifferenceBound::AtMost)
        );
    }

    #[test]
    fn what_is_beyond_any_decimal_is_not_computed_and_never_nought() {
        let huge = "1000000000000000000";
        assert_eq!(
            grown(&quantity(huge, Bound::Exact, "元"), &quantity(huge, Bound::Exact, "%"), false),
            None
        );
        let tiny = quantity("0.0000000000000000000000000001", Bound::Exact, "个");
        assert_eq!(ratio(&tiny, &quantity(huge, Bound::Exact, "个")), None);
    }

    #[test]
    fn rates_and_ranks_have_no_ratio() {
        assert_eq!(
            ratio(&quantity("5", Bound::Exact, "%"), &quantity("6", Bound::Exact, "%")),
            None
        );
        assert_eq!(
            ratio(&quantity("15", Bound::Exact, "位"), &quantity("10", Bound::Exact, "位")),
            None
        );
        assert_eq!(
            ratio(&quantity("0", Bound::Exact, "个"), &quantity("6", Bound::Exact, "个")),
            None
        );
        let found =
            ratio(&quantity("10000", Bound::Exact, "个"), &quantity("12000", Bound::Exact, "个"))
                .expect("counts above zero");
        assert_eq!(found.value.normalize().to_string(), "1.2");
    }
}
