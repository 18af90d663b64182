//! Comparisons: one actual and one target about the same matter, with a verdict on whether they can be set against each other.
//!
//! Derived by the rules below, never typed in by hand.
//! For each target figure, the actual figures of its indicator are tried in document order and the one with the best verdict is taken.
//! The rules, first match decides:
//!
//! 1. One side has only words → different basis.
//! 2. The indicator counts the two by different definitions, or ranks them in different sets → different basis.
//! 3. The actual is a flow, an addition, a rate, a change or cumulative, and one of the two is for one year, the other for a term
//!    or no stated time → different basis.
//! 4. Same basis, unit, sense and averaging → same basis; the difference is given (percentage points for rates, absolute and ratio for counts).
//! 5. A level or flow of the year before, and a growth rate (or a change) as target → derivable: level × (1 + rate), or level + change.
//!    A share takes a change in percentage points, and no growth rate.
//! 6. Anything else → different basis: an addition is not a stock.
//!
//! What is computed, `computed` computes. No rule says that a target is good or bad.

use super::computed::{self, Derived, Difference, Ratio};
use super::figure::{Basis, Figure, Period, Role};
use super::ids::{FigureId, IndicatorId};
use super::report::Report;
use super::unit::Unit;

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
    /// Rule 3: one year against the whole term, or against no stated time.
    Periods,
    /// Rule 6: numbers of different kinds.
    Bases,
    /// Rule 6: one kind, different units.
    Units,
    /// Rule 6: a rise against a fall, or a yearly average against one year.
    Senses,
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
    let difference = (verdict == Verdict::SameBasis)
        .then(|| computed::difference(a, t, target.states_decrease))
        .flatten();
    let ratio = (verdict == Verdict::SameBasis).then(|| computed::ratio(a, t)).flatten();
    let derived = match reason {
        Reason::GrowthOnValue => computed::grown(a, t, target.states_decrease),
        Reason::ChangeOnValue => computed::changed(a, t, target.states_decrease),
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
