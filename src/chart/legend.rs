//! The legend: every mark that is used, explained once; entries flow into lines.

use std::sync::Arc;

use egui::{Align2, Galley, Painter, Pos2, Vec2, pos2, vec2};

use super::ChartStyle;
use super::marks::{self, Mark, Pointing};
use super::place::{actual_mark, target_mark};
use super::rows::Content;
use super::setting::both;
use super::style::Styles;
use super::text;
use crate::i18n::chart::{self as words, LegendWord};
use crate::model::{About, Bound, Direction, Role, Status};

/// What stands before a legend entry.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Icon {
    Mark(Mark),
    BrokenLink,
    Down,
}

/// A legend with its entries placed.
pub(super) struct Legend {
    entries: Vec<(Vec2, Icon, Arc<Galley>)>,
    pub height: f32,
}

/// Room for an icon.
const ICON: f32 = 36.0;
/// Between two entries.
const GAP: f32 = 18.0;

/// The entries for what `content` uses, in the order in which a reader meets them.
pub(super) fn entries(
    content: &Content<'_>,
    about: &About,
    style: &ChartStyle,
) -> Vec<(String, Icon)> {
    let mut found: Vec<(LegendWord, Icon)> = Vec::new();
    let mut add = |word: LegendWord, icon: Icon| {
        if !found.iter().any(|(known, _)| *known == word) {
            found.push((word, icon));
        }
    };
    let plain = |role, preliminary| {
        let status = if preliminary { Status::Preliminary } else { Status::Final };
        Icon::Mark(Mark::of(role, Bound::Exact, status))
    };

    let preliminary = |wanted: bool| {
        content
            .rows()
            .filter(|row| row.actual.quantity.value().is_some())
            .any(|row| (row.actual.status == Status::Preliminary) == wanted)
    };
    if preliminary(false) {
        add(LegendWord::Actual, plain(Role::Actual, false));
    }
    if preliminary(true) {
        add(LegendWord::ActualPreliminary, plain(Role::Actual, true));
    }
    add(LegendWord::Target, plain(Role::Target, false));

    let drawn = content.rows().flat_map(|row| [actual_mark(row.actual), target_mark(row)]);
    for mark in drawn {
        let icon = Icon::Mark(mark);
        if mark.derived {
            // Its bound explains itself beside those of printed figures.
            add(LegendWord::Derived, icon);
            continue;
        }
        match mark.bound {
            Bound::AtLeast | Bound::MoreThan => add(LegendWord::LowerBound, icon),
            Bound::AtMost => add(LegendWord::UpperBound, icon),
            Bound::Approximate => add(LegendWord::Approximate, icon),
            Bound::JustAbove | Bound::JustBelow => add(LegendWord::OneSided, icon),
            Bound::Range => add(LegendWord::Range, icon),
            Bound::Exact | Bound::Worded => {}
        }
    }
    if !content.unlinked.is_empty() {
        add(LegendWord::BrokenLink, Icon::BrokenLink);
    }
    if content.rows().any(|row| row.indicator.direction == Direction::Lower) {
        add(LegendWord::LowerIsBetter, Icon::Down);
    }
    found
        .into_iter()
        .map(|(word, icon)| (both(style.lang, |lang| words::legend(word, about, lang)), icon))
        .collect()
}

impl Legend {
    /// Places `entries` in lines of `width`.
    pub fn flow(painter: &Painter, entries: &[(String, Icon)], width: f32, styles: Styles) -> Self {
        let metrics = styles.metrics;
        let (icon, gap) = (metrics.px(ICON), metrics.px(GAP));
        let mut placed = Vec::new();
        let mut at = Vec2::ZERO;
        let mut line_height = 0.0_f32;
        for (words, kind) in entries {
            let galley = text::wrapped(painter, words, styles.small(), width - icon);
            let needed = icon + galley.size().x;
            if at.x > 0.0 && at.x + needed > width {
                at = vec2(0.0, at.y + line_height + metrics.px(2.0));
                line_height = 0.0;
            }
            line_height = line_height.max(galley.size().y.max(metrics.px(18.0)));
            placed.push((at, *kind, galley));
            at.x += needed + gap;
        }
        Self { entries: placed, height: at.y + line_height }
    }

    /// Paints the legend with its upper left corner at `origin`.
    pub fn paint(&self, painter: &Painter, origin: Pos2, styles: Styles) {
        let metrics = styles.metrics;
        for (offset, icon, galley) in &self.entries {
            let line = galley.size().y.max(metrics.px(18.0));
            let left = origin + *offset;
            let center = pos2(left.x + metrics.px(ICON / 2.0 - 2.0), left.y + line / 2.0);
            match icon {
                Icon::Mark(mark) => {
                    let pointing = Pointing::Right;
                    let center = center + centring(*mark, metrics.scale);
                    let high = Some(center + vec2(metrics.px(12.0), 0.0));
                    painter.extend(marks::shapes(
                        *mark,
                        center,
                        high,
                        pointing,
                        metrics.scale,
                        styles.palette,
                    ));
                }
                Icon::BrokenLink => {
                    painter.extend(marks::broken_link(
                        center,
                        metrics.scale,
                        styles.palette.subdued,
                    ));
                }
                Icon::Down => {
                    let sign = text::line(painter, "↓", styles.small());
                    text::paint(painter, sign, center, Align2::CENTER_CENTER);
                }
            }
            let at = pos2(left.x + metrics.px(ICON), left.y + line / 2.0);
            text::paint(painter, galley.clone(), at, Align2::LEFT_CENTER);
        }
    }
}

/// A mark reaches further to one side of its value than to the other; in a legend it is centred.
fn centring(mark: Mark, scale: f32) -> Vec2 {
    let arrowhead = mark.role == Role::Target && mark.bound == Bound::Exact && !mark.derived;
    let (left, right) = if arrowhead { (11.0, 0.0) } else { mark.extent() };
    vec2((left - right) / 2.0 * scale, 0.0)
}
