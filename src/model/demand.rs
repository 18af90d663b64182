//! What a target asks for beside the actual: more, the same, less.
//!
//! Read off the two printed numbers and the direction that the matter itself has; it says nothing of how hard either is to reach.
//! Where the indicator has no direction, the two cannot be compared, or what one of them bounds leaves it open, there is no answer.

use std::cmp::Ordering;

use super::comparison::{Comparison, Verdict};
use super::figure::{Basis, Direction, Figure};
use super::quantity::Bound;
use super::report::Report;
use rust_decimal::Decimal;

/// A target beside the actual, in the indicator's better direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Demand {
    /// More than was reached: 1万个 → 1.2万个.
    More,
    /// What was reached.
    Same,
    /// Less than was reached: 315天 → 不低于300天.
    Less,
}

impl Demand {
    /// Every demand, in the order of the documentation.
    pub const ALL: [Self; 3] = [Self::More, Self::Same, Self::Less];

    /// The name in settings.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::More => "more",
            Self::Same => "same",
            Self::Less => "less",
        }
    }
}

impl Comparison {
    /// What the target of this comparison asks for beside its actual; `None` where that cannot be told.
    #[must_use]
    pub fn demand(&self, report: &Report) -> Option<Demand> {
        let direction = report.indicator(&self.indicator)?.direction;
        let (actual, target) = (report.figure(&self.actual)?, report.figure(&self.target)?);
        let ends = |figure: &Figure| {
            let low = figure.quantity.value()?;
            Some((low, figure.quantity.high().unwrap_or(low)))
        };
        let before = ends(actual)?;
        let after = match self.verdict {
            Verdict::SameBasis => ends(target)?,
            Verdict::Derivable => {
                let derived = self.derived?;
                (derived.value, derived.high.unwrap_or(derived.value))
            }
            Verdict::DifferentBasis => return None,
        };
        let change = change(before, after)?;
        let (a, t) = (actual.quantity.bound(), target.quantity.bound());
        if self.verdict == Verdict::SameBasis && is_open(a, t, change) {
            return None;
        }
        let rising = match direction {
            Direction::Higher => true,
            Direction::Lower => false,
            Direction::Neutral => return None,
        };
        // The first rank is the best, whatever the indicator; a fall is printed as a positive number.
        let rising = rising && target.basis != Basis::Rank;
        let larger_is_better = rising != target.states_decrease;
        let against = match t {
            Bound::AtMost => larger_is_better,
            Bound::AtLeast | Bound::MoreThan => !larger_is_better,
            _ => false,
        };
        if against {
            // A ceiling over what is to grow asks for nothing.
            return None;
        }
        // What is derived is in the actual's terms, which may be other than the target's.
        let better = if self.verdict == Verdict::SameBasis { larger_is_better } else { rising };
        Some(match if better { change } else { change.reverse() } {
            Ordering::Greater => Demand::More,
            Ordering::Equal => Demand::Same,
            Ordering::Less => Demand::Less,
        })
    }
}

/// Whether the target's numbers lie above or below the actual's; `None` for ranges that overlap.
fn change(before: (Decimal, Decimal), after: (Decimal, Decimal)) -> Option<Ordering> {
    if before == after {
        Some(Ordering::Equal)
    } else if after.0 >= before.1 {
        Some(Ordering::Greater)
    } else if after.1 <= before.0 {
        Some(Ordering::Less)
    } else {
        None
    }
}

/// Whether the printed numbers leave open which way it goes: the actual may have been as far as the target, or farther.
///
/// Two bounds of one kind are two limits, and limits can be told apart: 40个工作日以内 → 38个工作日以内.
fn is_open(actual: Bound, target: Bound, change: Ordering) -> bool {
    if actual == target {
        return false;
    }
    match actual {
        Bound::AtLeast | Bound::MoreThan | Bound::JustAbove => change != Ordering::Less,
        Bound::AtMost | Bound::JustBelow => change != Ordering::Greater,
        Bound::Exact | Bound::Approximate | Bound::Range => {
            let beside = matches!(target, Bound::MoreThan | Bound::JustAbove | Bound::JustBelow);
            beside && change == Ordering::Equal
        }
        Bound::Worded => true,
    }
}
