//! The legend: every mark that is used, explained once; entries flow into lines.

use std::sync::Arc;

use egui::{Align2, Galley, Painter, Pos2, Rect, Stroke, Vec2, pos2, vec2};

use super::form::Form;
use super::marks::{self, Mark, Pointing};
use super::place::{actual_mark, target_mark};
use super::ratio::Ratio;
use super::rows::Content;
use super::setting::both;
use super::style::Styles;
use super::text;
use super::{ChartKind, ChartStyle};
use crate::i18n::chart::{self as words, LegendWord};
use crate::model::{About, Bound, Direction, Role, Status};

/// What stands before a legend entry.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Icon {
    Mark(Mark),
    /// A short bar.
    Bar(Mark),
    /// A line across a bar.
    CrossLine(Mark),
    /// A plain swatch in a role's colour.
    Swatch(Role),
    /// The line at a ratio of 1.
    Upright,
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
    kind: ChartKind,
    style: &ChartStyle,
) -> Vec<(String, Icon)> {
    let found = match kind {
        ChartKind::Profile => content
            .roles()
            .into_iter()
            .map(|role| (LegendWord::Counted(role), Icon::Swatch(role)))
            .collect(),
        ChartKind::Ratio => marks_of_quotients(content),
        _ => marks_of_figures(content, kind),
    };
    found
        .into_iter()
        .map(|(word, icon)| (both(style.lang, |lang| words::legend(word, about, lang)), icon))
        .collect()
}

/// Entries, each word once.
#[derive(Default)]
struct Entries(Vec<(LegendWord, Icon)>);

impl Entries {
    fn add(&mut self, word: LegendWord, icon: Icon) {
        if !self.0.iter().any(|(known, _)| *known == word) {
            self.0.push((word, icon));
        }
    }

    fn add_bound(&mut self, mark: Mark, icon: Icon) {
        if mark.derived {
            // Its bound explains itself beside those of printed figures.
            return self.add(LegendWord::Derived, icon);
        }
        match mark.bound {
            Bound::AtLeast | Bound::MoreThan => self.add(LegendWord::LowerBound, icon),
            Bound::AtMost => self.add(LegendWord::UpperBound, icon),
            Bound::Approximate => self.add(LegendWord::Approximate, icon),
            Bound::JustAbove | Bound::JustBelow => self.add(LegendWord::OneSided, icon),
            Bound::Range => self.add(LegendWord::Range, icon),
            Bound::Exact | Bound::Worded => {}
        }
    }
}

/// The legend of quotients: what the line at 1 means, then the marks.
fn marks_of_quotients(content: &Content<'_>) -> Vec<(LegendWord, Icon)> {
    let mut found = Entries::default();
    found.add(LegendWord::SameAsActual, Icon::Upright);
    let exact = Mark::of(Role::Target, Bound::Exact, Status::Final);
    found.add(LegendWord::TargetToActual, Icon::Mark(exact));
    for place in content.rows().filter_map(|row| Ratio.place(row)) {
        found.add_bound(place.target_mark, Icon::Mark(place.target_mark));
    }
    if content.rows().any(|row| row.indicator.direction == Direction::Lower) {
        found.add(LegendWord::LowerIsBetter, Icon::Down);
    }
    found.0
}

fn marks_of_figures(content: &Content<'_>, kind: ChartKind) -> Vec<(LegendWord, Icon)> {
    let icon = |mark: Mark| kind.form().map_or(Icon::Mark(mark), |form| form.icon(mark));
    let mut found = Entries::default();
    let plain = |role, preliminary| {
        let status = if preliminary { Status::Preliminary } else { Status::Final };
        icon(Mark::of(role, Bound::Exact, status))
    };

    let preliminary = |wanted: bool| {
        content
            .rows()
            .filter(|row| row.actual.quantity.value().is_some())
            .any(|row| (row.actual.status == Status::Preliminary) == wanted)
    };
    if preliminary(false) {
        found.add(LegendWord::Actual, plain(Role::Actual, false));
    }
    if preliminary(true) {
        found.add(LegendWord::ActualPreliminary, plain(Role::Actual, true));
    }
    found.add(LegendWord::Target, plain(Role::Target, false));
    for mark in content.rows().flat_map(|row| [actual_mark(row.actual), target_mark(row)]) {
        found.add_bound(mark, icon(mark));
    }
    if !content.unlinked.is_empty() && kind != ChartKind::Card {
        found.add(LegendWord::BrokenLink, Icon::BrokenLink);
    }
    if content.rows().any(|row| row.indicator.direction == Direction::Lower) {
        found.add(LegendWord::LowerIsBetter, Icon::Down);
    }
    found.0
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
                Icon::Bar(mark) => {
                    let length = metrics.px(11.0);
                    let at = center + vec2(length, 0.0) + centring(*mark, metrics.scale);
                    painter.extend(marks::bar(
                        *mark,
                        at.x - metrics.px(20.0),
                        at,
                        at.x + metrics.px(6.0),
                        metrics.scale,
                        styles.palette,
                    ));
                }
                Icon::CrossLine(mark) => {
                    let high = center + vec2(metrics.px(10.0), 0.0);
                    let scale = metrics.scale * 0.8;
                    painter.extend(marks::cross_line(*mark, center, high, scale, styles.palette));
                }
                Icon::Swatch(role) => {
                    let swatch = Rect::from_center_size(center, Vec2::splat(metrics.px(12.0)));
                    painter.rect_filled(swatch, 0.0, styles.palette.role(*role));
                }
                Icon::Upright => {
                    let half = vec2(0.0, metrics.px(8.0));
                    let stroke = Stroke::new(metrics.px(1.2), styles.palette.axis);
                    painter.line_segment([center - half, center + half], stroke);
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
pub(super) fn centring(mark: Mark, scale: f32) -> Vec2 {
    let arrowhead = mark.role == Role::Target && mark.bound == Bound::Exact && !mark.derived;
    let (left, right) = if arrowhead { (11.0, 0.0) } else { mark.extent() };
    vec2((left - right) / 2.0 * scale, 0.0)
}
