//! Comparisons: one actual and one target about the same matter, with a verdict on whether they can be set against each other.
//!
//! Derived by the rules below, never typed in by hand.
//! For each target figure, the actual figures of its indicator are tried in document order and the one with the best verdict is taken.
//! The rules, first match decides:
//!
//! 1. One side has only words → different basis.
//! 2. The indicator counts the two by different definitions, or ranks them in different sets → different basis.
//! 3. The actual covers the whole term (or no stated time) as a flow, an addition or a rate, the target one year → different basis.
//! 4. Same basis, unit, sense and averaging → same basis; the difference is given (percentage points for rates, absolute and ratio for counts).
//! 5. A level or flow of the year before, and a growth rate (or a change) as target → derivable: level × (1 + rate), or level + change.
//!    A share takes a change in percentage points, and no growth rate.
//! 6. Anything else → different basis: an addition is not a stock.
//!
//! A difference between bounds is itself a bound (at least +181) or, where both sides are open, only a difference between the printed numbers.
//! No rule says that a target is good or bad.

use rust_decimal::Decimal;

use super::figure::{Basis, Figure, Period, Role};
use super::ids::{FigureId, IndicatorId};
use super::quantity::{Bound, Quantity};
use super::report::Report;
use super::unit::{Dimension, Unit};

/// Whether two figures can be set against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// Same indicator, basis, unit and definition: joining line and difference may be shown.
    SameBasis,
    /// The target can be turned into the actual's basis by a formula: the derived value may be shown, marked as such.
    Derivable,
    /// Side by side with the reason; no line, no difference, no ratio.
    DifferentBasis,
}

impl Verdict {
    /// Every verdict, the most comparable first.
    pub const ALL: [Self; 3] = [Self::SameBasis, Self::Derivable, Self::DifferentBasis];

    /// The name in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::SameBasis => "same_basis",
            Self::Derivable => "derivable",
            Self::DifferentBasis => "different_basis",
        }
    }
}

/// Why the verdict is what it is; `i18n` turns it into a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Rule 4.
    Same,
    /// Rule 5: a growth rate applied to last year's value.
    GrowthOnValue,
    /// Rule 5: a change added to last year's value.
    ChangeOnValue,
    /// Rule 1: the target has only words.
    TargetWorded,
    /// Rule 1: the actual has only words.
    ActualWorded,
    /// Rule 1: neither has a number.
    BothWorded,
    /// Rule 2: two definitions of one matter.
    Definitions,
    /// Rule 2: ranks in two different sets.
    RankSets,
    /// Rule 3: the whole term against one year.
    Periods,
    /// Rule 6: numbers of different kinds.
    Bases,
    /// Rule 6: one kind, different units.
    Units,
    /// Rule 6: a rise against a fall, or a yearly average against one year.
    Senses,
}

/// How firmly a computed number stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DifferenceBound {
    /// Both numbers are exact.
    Exact,
    /// One of them is 左右 or 约.
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
}

/// Target divided by actual, for counts and amounts above zero; rounded to four decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    /// 1 means the same.
    pub value: Decimal,
    /// How firmly it stands.
    pub bound: DifferenceBound,
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
    /// What the actual's value was multiplied by; `None` when a change was added to it instead.
    pub factor: Option<Decimal>,
}

/// One actual and one target about the same matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// What is measured.
    pub indicator: IndicatorId,
    /// Last year's figure.
    pub actual: FigureId,
    /// This year's target.
    pub target: FigureId,
    /// Whether they can be set against each other.
    pub verdict: Verdict,
    /// Why.
    pub reason: Reason,
    /// Target minus actual; only for [`Verdict::SameBasis`].
    pub difference: Option<Difference>,
    /// Target divided by actual; only for [`Verdict::SameBasis`] and things that are counted.
    pub ratio: Option<Ratio>,
    /// The target in the actual's basis; only for [`Verdict::Derivable`].
    pub derived: Option<Derived>,
}

/// The most actuals that are tried for one target.
///
/// No report says one matter in so many ways; the limit keeps a hostile file from taking minutes.
const MOST_ACTUALS: usize = 64;

/// Derives every comparison of a report, in document order of the targets.
#[must_use]
pub fn compare_all(report: &Report) -> Vec<Comparison> {
    report
        .figures()
        .iter()
        .filter(|figure| figure.role == Role::Target && figure.repeats.is_none())
        .filter_map(|target| {
            report
                .figures_in_role(&target.indicator, Role::Actual)
                .filter(|actual| actual.repeats.is_none())
                .take(MOST_ACTUALS)
                .map(|actual| compare(actual, target))
                .min_by_key(|comparison| comparison.verdict)
        })
        .collect()
}

/// Applies the rules of this module to one actual and one target of one indicator.
fn compare(actual: &Figure, target: &Figure) -> Comparison {
    let (verdict, reason) = judge(actual, target);
    let (a, t) = (&actual.quantity, &target.quantity);
    let difference = (verdict == Verdict::SameBasis).then(|| difference(a, t)).flatten();
    let ratio = (verdict == Verdict::SameBasis).then(|| ratio(a, t)).flatten();
    let derived = match reason {
        Reason::GrowthOnValue => grown(a, t, target.states_decrease),
        Reason::ChangeOnValue => changed(a, t, target.states_decrease),
        _ => None,
    };
    Comparison {
        indicator: target.indicator.clone(),
        actual: actual.id.clone(),
        target: target.id.clone(),
        verdict,
        reason,
        difference,
        ratio,
        derived,
    }
}

fn judge(actual: &Figure, target: &Figure) -> (Verdict, Reason) {
    use Verdict::{Derivable, DifferentBasis, SameBasis};

    match (actual.quantity.value(), target.quantity.value()) {
        (Some(_), None) => return (DifferentBasis, Reason::TargetWorded),
        (None, Some(_)) => return (DifferentBasis, Reason::ActualWorded),
        (None, None) => return (DifferentBasis, Reason::BothWorded),
        (Some(_), Some(_)) => {}
    }
    if actual.definition != target.definition {
        return (DifferentBasis, Reason::Definitions);
    }
    if actual.rank_set != target.rank_set {
        return (DifferentBasis, Reason::RankSets);
    }
    let happens_over_time = match actual.basis {
        Basis::Flow | Basis::Addition | Basis::GrowthRate | Basis::Change | Basis::Cumulative => {
            true
        }
        Basis::Level | Basis::Share | Basis::Rank => false,
    };
    let one_year = |period| matches!(period, Period::Year(_));
    if happens_over_time && one_year(actual.period) != one_year(target.period) {
        return (DifferentBasis, Reason::Periods);
    }

    let same_unit = actual.quantity.unit() == target.quantity.unit();
    if actual.basis == target.basis {
        if !same_unit {
            return (DifferentBasis, Reason::Units);
        }
        if actual.states_decrease != target.states_decrease
            || actual.yearly_average != target.yearly_average
        {
            return (DifferentBasis, Reason::Senses);
        }
        return (SameBasis, Reason::Same);
    }

    let consecutive = matches!(
        (actual.period, target.period),
        (Period::Year(last), Period::Year(this)) if last.checked_add(1) == Some(this)
    );
    let is_share = actual.quantity.unit().is_some_and(Unit::is_percent);
    let has_value = matches!(actual.basis, Basis::Level | Basis::Flow | Basis::Share);
    if has_value && consecutive && !target.yearly_average {
        if target.basis == Basis::GrowthRate && !is_share {
            return (Derivable, Reason::GrowthOnValue);
        }
        // 86% and 提高2个百分点: points are what percentages differ by.
        let in_points = is_share && target.quantity.unit().is_some_and(Unit::is_percentage_point);
        if target.basis == Basis::Change && (same_unit && !is_share || in_points) {
            return (Derivable, Reason::ChangeOnValue);
        }
    }
    (DifferentBasis, Reason::Bases)
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

    fn join(self, other: Self, combine: impl Fn(Decimal, Decimal) -> Decimal) -> Self {
        match (self, other) {
            (Self::At { value: a, strict: s }, Self::At { value: b, strict: t }) => {
                Self::At { value: combine(a, b), strict: s || t }
            }
            _ => Self::Open,
        }
    }
}

impl Known {
    fn of(quantity: &Quantity) -> Option<Self> {
        let printed = quantity.value()?;
        let strict =
            matches!(quantity.bound(), Bound::MoreThan | Bound::JustAbove | Bound::JustBelow);
        let (low, high) = quantity.interval();
        let end =
            |value: Option<Decimal>| value.map_or(End::Open, |value| End::At { value, strict });
        Some(Self {
            printed,
            low: end(low),
            high: end(high),
            approximate: quantity.bound() == Bound::Approximate,
        })
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

    fn join(self, other: Self, combine: impl Fn(Decimal, Decimal) -> Decimal) -> Self {
        Self {
            printed: combine(self.printed, other.printed),
            low: self.low.join(other.low, &combine),
            high: self.high.join(other.high, &combine),
            approximate: false,
        }
    }

    /// The number to show, its upper end if it has one, and how firmly it stands.
    ///
    /// `parts` are what it was computed from: 左右 on one side and nothing worse on the other is still 左右.
    fn verdict(self, parts: [Self; 2]) -> (Decimal, Option<Decimal>, DifferenceBound) {
        let exact_or_approximate = |part: &Self| {
            part.approximate || matches!((part.low, part.high), (End::At { .. }, End::At { .. }))
        };
        if parts.iter().any(|part| part.approximate) {
            let bound = if parts.iter().all(exact_or_approximate) {
                DifferenceBound::Approximate
            } else {
                DifferenceBound::PrintedNumbers
            };
            return (self.printed, None, bound);
        }
        match (self.low, self.high) {
            (End::At { value: low, .. }, End::At { value: high, .. }) if low == high => {
                (low, None, DifferenceBound::Exact)
            }
            (End::At { value: low, .. }, End::At { value: high, .. }) => {
                (low, Some(high), DifferenceBound::Range)
            }
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
}

fn difference(actual: &Quantity, target: &Quantity) -> Option<Difference> {
    let (a, t) = (Known::of(actual)?, Known::of(target)?);
    let (value, high, bound) = t.join(a.negated(), |t, a| t + a).verdict([a, t]);
    Some(Difference { value, high, bound, unit: actual.unit()? })
}

fn ratio(actual: &Quantity, target: &Quantity) -> Option<Ratio> {
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
    let quotient = |t: Decimal, a: Decimal| t.checked_div(a).unwrap_or_default().round_dp(4);
    let (value, _, bound) = t.join(swapped, quotient).verdict([a, t]);
    Some(Ratio { value, bound })
}

/// `actual × (1 ± rate)`.
fn grown(actual: &Quantity, target: &Quantity, decrease: bool) -> Option<Derived> {
    let (a, rate) = (Known::of(actual)?, Known::of(target)?);
    let hundred = Decimal::ONE_HUNDRED;
    let rate = if decrease { rate.negated() } else { rate };
    let factor = rate.map(|rate| Decimal::ONE + rate / hundred);
    if a.printed < Decimal::ZERO || factor.printed < Decimal::ZERO {
        return None;
    }
    let (value, high, bound) =
        a.join(factor, |a, f| a.checked_mul(f).unwrap_or_default()).verdict([a, factor]);
    Some(Derived { value, high, bound, unit: actual.unit()?, factor: Some(factor.printed) })
}

/// `actual ± change`.
fn changed(actual: &Quantity, target: &Quantity, decrease: bool) -> Option<Derived> {
    let (a, change) = (Known::of(actual)?, Known::of(target)?);
    let change = if decrease { change.negated() } else { change };
    let (value, high, bound) = a.join(change, |a, c| a + c).verdict([a, change]);
    Some(Derived { value, high, bound, unit: actual.unit()?, factor: None })
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
        let found = difference(&quantity(a, a_bound, "个"), &quantity(t, t_bound, "个"))
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
