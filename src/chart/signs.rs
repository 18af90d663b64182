//! Every sign of the charts by itself, for a page that explains them: the same marks, painted by the same code.

use egui::{Painter, Pos2, Vec2, vec2};

use super::legend::{Icon, LINE};
use super::marks::Mark;
use super::style::{Metrics, Styles};
use crate::model::{Bound, DifferenceBound, Role, Status};
use crate::theme::ThemeName;

/// A sign of the charts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sign {
    /// An actual.
    Actual,
    /// An actual that is preliminary: 预计.
    Preliminary,
    /// A target.
    Target,
    /// A five-year goal.
    Goal,
    /// 以上, 突破.
    LowerBound,
    /// 以内.
    UpperBound,
    /// 左右.
    Approximate,
    /// 余: a little more than the number.
    JustAbove,
    /// 近: a little less than the number.
    JustBelow,
    /// From one number to another.
    Range,
    /// The ratio of two bounds.
    PrintedNumbers,
    /// 推算.
    Derived,
    /// Two figures that cannot be set against each other.
    NotComparable,
    /// Lower is better.
    LowerIsBetter,
}

impl Sign {
    /// Every sign, in the order in which they are explained.
    pub const ALL: [Self; 14] = [
        Self::Actual,
        Self::Preliminary,
        Self::Target,
        Self::Goal,
        Self::LowerBound,
        Self::UpperBound,
        Self::Approximate,
        Self::JustAbove,
        Self::JustBelow,
        Self::Range,
        Self::PrintedNumbers,
        Self::Derived,
        Self::NotComparable,
        Self::LowerIsBetter,
    ];

    /// The room that a sign takes, in points.
    pub const SIZE: Vec2 = vec2(36.0, 22.0);

    fn icon(self) -> Icon {
        let mark = |role, bound, status| Icon::Mark(Mark::of(role, bound, status));
        let target = |bound| mark(Role::Target, bound, Status::Final);
        match self {
            Self::Actual => mark(Role::Actual, Bound::Exact, Status::Final),
            Self::Preliminary => mark(Role::Actual, Bound::Exact, Status::Preliminary),
            Self::Target => target(Bound::Exact),
            Self::Goal => mark(Role::Goal, Bound::Exact, Status::Final),
            Self::LowerBound => target(Bound::AtLeast),
            Self::UpperBound => target(Bound::AtMost),
            Self::Approximate => target(Bound::Approximate),
            Self::JustAbove => mark(Role::Actual, Bound::JustAbove, Status::Final),
            Self::JustBelow => mark(Role::Actual, Bound::JustBelow, Status::Final),
            Self::Range => target(Bound::Range),
            Self::PrintedNumbers => {
                let mark = Mark::derived(DifferenceBound::PrintedNumbers);
                Icon::Mark(Mark { derived: false, ..mark })
            }
            Self::Derived => Icon::Mark(Mark::derived(DifferenceBound::AtLeast)),
            Self::NotComparable => Icon::BrokenLink,
            Self::LowerIsBetter => Icon::Down,
        }
    }

    /// Paints the sign with its upper left corner at `origin`.
    pub fn paint(self, painter: &Painter, origin: Pos2, theme: ThemeName) {
        let styles = Styles { metrics: Metrics { scale: 1.0 }, palette: theme.palette() };
        let icon = self.icon();
        icon.paint(painter, origin + vec2(icon.width() / 2.0, LINE / 2.0), styles);
    }
}
