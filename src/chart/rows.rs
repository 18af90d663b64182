//! From comparisons to rows and panels.

use crate::model::{Comparison, Verdict};

/// Whether a comparison has its place on an axis: both ends are numbers of one kind, or one follows from the other.
pub(super) fn has_axis(comparison: &Comparison) -> bool {
    match comparison.verdict {
        Verdict::SameBasis => true,
        Verdict::Derivable => comparison.derived.is_some(),
        Verdict::DifferentBasis => false,
    }
}
