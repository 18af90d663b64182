//! Where the marks of a row stand on its axis, and the room that marks and labels need beside them.

use rust_decimal::prelude::ToPrimitive;

use super::marks::Mark;
use super::rows::Row;
use crate::model::{Decimal, Figure, Role};

/// Where the marks of a row stand on its axis.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub actual: f64,
    pub actual_end: f64,
    pub target: f64,
    pub target_end: f64,
    pub actual_mark: Mark,
    pub target_mark: Mark,
}

impl Place {
    /// `None` for rows without numbers on both sides.
    pub fn of(row: &Row<'_>) -> Option<Self> {
        let actual = row.actual.quantity.value()?.to_f64()?;
        let target = row.target_value()?.to_f64()?;
        let high =
            |value: Option<Decimal>, or: f64| value.and_then(|value| value.to_f64()).unwrap_or(or);
        let target_high = match row.derived() {
            Some(derived) => derived.high,
            None => row.target.quantity.high(),
        };
        Some(Self {
            actual,
            actual_end: high(row.actual.quantity.high(), actual),
            target,
            target_end: high(target_high, target),
            actual_mark: actual_mark(row.actual),
            target_mark: target_mark(row),
        })
    }

    /// From one mark to the other, in pixels; below zero where one lies on the other, as on a range.
    pub fn distance(self, x: &dyn Fn(f64) -> f32) -> f32 {
        (x(self.target) - x(self.actual_end)).max(x(self.actual) - x(self.target_end))
    }

    /// Equal values count as right: a target that asks for the same again.
    pub fn target_is_right(self) -> bool {
        self.target >= self.actual
    }
}

/// The mark of a row's actual.
pub(super) fn actual_mark(actual: &Figure) -> Mark {
    Mark::of(Role::Actual, actual.quantity.bound(), actual.status)
}

/// The mark of a row's target, or of its derived value.
pub(super) fn target_mark(row: &Row<'_>) -> Mark {
    match row.derived_bound() {
        Some(bound) => Mark::derived(bound),
        None => printed_mark(row.target),
    }
}

/// The mark of a target as it is printed, whatever follows from it.
pub(super) fn printed_mark(target: &Figure) -> Mark {
    Mark::of(Role::Target, target.quantity.bound(), target.status)
}

/// The pixels between a mark's edge and its label.
pub(super) const LABEL_GAP: f32 = 6.0;
