//! The legend: every mark that is used, explained once; entries flow into lines.

use std::sync::Arc;

use egui::{Align2, Galley, Painter, Pos2, Rect, Stroke, Vec2, pos2, vec2};

use super::bar_marks;
use super::form::Form;
use super::marks::{self, Mark};
use super::place::{actual_mark, printed_mark, target_mark};
use super::ratio::Ratio;
use super::rows::{Content, Row};
use super::setting::{Part, Setter, both};
use super::style::Styles;
use super::text;
use super::{ChartKind, ChartStyle};
use crate::i18n::Lang;
use crate::i18n::chart::{self as words, LegendWord};
use crate::model::{About, Bound, Direction, Role, Status, Verdict};

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
    /// Words in a role's colour, in a language.
    Text(Role, Lang),
    /// The line at a ratio of 1.
    Upright,
    BrokenLink,
    Down,
}

/// How far a bar's mark reaches to the left and right of the bar's end.
fn bar_room(mark: Mark) -> (f32, f32) {
    let (left, right) = mark.extent();
    match mark.bound {
        // Nothing of the bar itself stands beyond its number.
        Bound::Exact if !mark.open => (left, 0.0),
        Bound::Range => (left, BAR / 3.0),
        _ => (left, right),
    }
}

/// How far the cross line of a legend reaches to each side, at scale 1.
fn cross_room(mark: Mark) -> f32 {
    let (left, right) = mark.extent();
    left.max(right) * CROSS
}

/// A legend with its entries placed.
pub(super) struct Legend {
    entries: Vec<(Vec2, Icon, Arc<Galley>)>,
    pub height: f32,
}

/// The least height of a line.
pub(super) const LINE: f32 = 18.0;
/// Between an icon and its words.
const ICON_GAP: f32 = 7.0;
/// Between two entries.
const GAP: f32 = 20.0;
/// The size of a cross line in the legend.
const CROSS: f32 = 0.8;
/// The length of a bar in the legend.
const BAR: f32 = 28.0;

impl Icon {
    /// Its width at scale 1.
    pub fn width(self) -> f32 {
        match self {
            Self::Mark(mark) => marks::sign_width(mark).max(12.0),
            Self::Bar(mark) => {
                let (left, right) = bar_room(mark);
                BAR.max(left + right)
            }
            Self::CrossLine(mark) => cross_room(mark) * 2.0,
            Self::Swatch(_) => 26.0,
            Self::Text(..) | Self::BrokenLink | Self::Down => 12.0,
            Self::Upright => 4.0,
        }
    }

    /// Paints it around `center`.
    pub fn paint(self, painter: &Painter, center: Pos2, styles: Styles) {
        let metrics = styles.metrics;
        match self {
            Self::Mark(mark) => {
                painter.extend(marks::sign(mark, center, metrics.scale, styles.palette));
            }
            Self::Bar(mark) => {
                let half = metrics.px(self.width() / 2.0);
                // A bar whose mark reaches far beyond its end is shorter in return.
                let (_, right) = bar_room(mark);
                let at = center + vec2(half - metrics.px(right), 0.0);
                let (zero, high) = (center.x - half, center.x + half);
                let (scale, palette) = (metrics.scale, styles.palette);
                painter.extend(bar_marks::bar(mark, zero, at, high, scale, palette));
            }
            Self::CrossLine(mark) => {
                let scale = metrics.scale * CROSS;
                let wide = if mark.bound == Bound::Range { cross_room(mark) } else { 0.0 };
                let half = vec2(metrics.px(wide), 0.0);
                let (low, high) = (center - half, center + half);
                painter.extend(bar_marks::behind_cross_line(mark, low, scale, styles.palette));
                painter.extend(bar_marks::cross_line(mark, low, high, scale, styles.palette));
            }
            Self::Swatch(role) => {
                // The colour of the bar, and the mark beside its number.
                let swatch = Rect::from_center_size(
                    center - vec2(metrics.px(7.0), 0.0),
                    Vec2::splat(metrics.px(12.0)),
                );
                painter.rect_filled(swatch, 0.0, styles.palette.role(role));
                let mark = Mark::of(role, Bound::Exact, Status::Final);
                let scale = metrics.scale * 0.7;
                let center = center + vec2(metrics.px(8.0), 0.0);
                painter.extend(marks::sign(mark, center, scale, styles.palette));
            }
            Self::Text(role, lang) => {
                let look = styles.small().colored(styles.palette.role(role));
                let words = text::line(painter, words::some_words(lang), look.bold());
                text::paint(painter, words, center, Align2::CENTER_CENTER);
            }
            Self::Upright => {
                let half = vec2(0.0, metrics.px(8.0));
                let stroke = Stroke::new(metrics.px(1.2), styles.palette.axis);
                painter.line_segment([center - half, center + half], stroke);
            }
            Self::BrokenLink => {
                painter.extend(marks::broken_link(center, metrics.scale, styles.palette.subdued));
            }
            Self::Down => {
                let sign = text::line(painter, "↓", styles.small());
                text::paint(painter, sign, center, Align2::CENTER_CENTER);
            }
        }
    }
}

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
        _ => marks_of_figures(content, kind, style),
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
        if mark.open {
            return self.add(LegendWord::PrintedNumbers, icon);
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

fn marks_of_figures(
    content: &Content<'_>,
    kind: ChartKind,
    style: &ChartStyle,
) -> Vec<(LegendWord, Icon)> {
    let icon = |mark: Mark| kind.form().map_or(Icon::Mark(mark), |form| form.icon(mark));
    let mut found = Entries::default();
    let plain = |role, preliminary| {
        let status = if preliminary { Status::Preliminary } else { Status::Final };
        icon(Mark::of(role, Bound::Exact, status))
    };

    // Without its derived value a target is what it is in print.
    let target_of = |row: &Row<'_>| {
        if row.derived().is_some() && !style.parts.derived {
            printed_mark(row.target)
        } else {
            target_mark(row)
        }
    };
    // A card has the sign of what is printed, and what is derived beside it.
    let stated = |row: &Row<'_>| match kind {
        ChartKind::Card => printed_mark(row.target),
        _ => target_of(row),
    };
    let actuals = || {
        let rows = content.rows().filter(|row| row.actual.quantity.value().is_some());
        rows.map(|row| actual_mark(row.actual))
    };
    let targets = || {
        let rows = content.rows().filter(|row| row.target_value().is_some());
        rows.map(stated).filter(|mark| !mark.derived)
    };
    // A card says beside each of its signs what it is.
    let labelled = kind == ChartKind::Card;
    for wanted in [false, true].into_iter().filter(|_| !labelled) {
        if actuals().any(|mark| mark.preliminary == wanted) {
            let word = if wanted { LegendWord::ActualPreliminary } else { LegendWord::Actual };
            found.add(word, plain(Role::Actual, wanted));
        }
    }
    // The plain sign of a target where one is drawn; a bound's own sign where there are only bounds;
    // where all targets are words, their colour.
    let target =
        match targets().find(|mark| mark.bound == Bound::Exact).or_else(|| targets().next()) {
            Some(mark) => icon(Mark { bound: legend_bound(mark.bound), ..mark }),
            None => Icon::Text(Role::Target, style.lang.main()),
        };
    if labelled {
        // Nothing to explain.
    } else if targets().next().is_some() || content.rows().any(|row| row.target_value().is_none()) {
        found.add(LegendWord::Target, target);
    }
    for row in content.rows() {
        for mark in [actual_mark(row.actual), stated(row), target_of(row)] {
            found.add_bound(mark, icon(mark));
        }
    }
    let apart = content.rows().any(|row| row.shown_verdict() == Verdict::DifferentBasis);
    if apart && kind != ChartKind::Card {
        found.add(LegendWord::BrokenLink, Icon::BrokenLink);
    }
    // One card alone says it in its subtitle, since its title has no room for signs.
    let signed = kind != ChartKind::Card || content.len() > 1;
    if signed && content.rows().any(|row| row.indicator.direction == Direction::Lower) {
        found.add(LegendWord::LowerIsBetter, Icon::Down);
    }
    found.0
}

/// Bounds that have a sign of their own are explained by it; a soft band is only added to the plain sign.
fn legend_bound(bound: Bound) -> Bound {
    match bound {
        Bound::AtLeast | Bound::MoreThan | Bound::AtMost | Bound::Range => bound,
        Bound::Exact | Bound::Approximate | Bound::JustAbove | Bound::JustBelow | Bound::Worded => {
            Bound::Exact
        }
    }
}

impl Legend {
    /// Places `entries` in lines of `width`.
    pub fn flow(setter: &Setter<'_>, entries: &[(String, Icon)], width: f32) -> Self {
        let styles = setter.styles;
        let metrics = styles.metrics;
        let gap = metrics.px(GAP);
        let mut placed = Vec::new();
        let mut at = Vec2::ZERO;
        let mut line_height = 0.0_f32;
        for (words, kind) in entries {
            let icon = metrics.px(kind.width() + ICON_GAP);
            let pieces = || vec![(words.clone(), styles.small())];
            let galley = setter.once(words, Part::Around, pieces);
            let galley = text::rewrapped(setter.painter, &galley, width - icon);
            let needed = icon + galley.size().x;
            if at.x > 0.0 && at.x + needed > width {
                at = vec2(0.0, at.y + line_height + metrics.px(2.0));
                line_height = 0.0;
            }
            line_height = line_height.max(galley.size().y.max(metrics.px(LINE)));
            placed.push((at, *kind, galley));
            at.x += needed + gap;
        }
        Self { entries: placed, height: at.y + line_height }
    }

    /// Paints the legend with its upper left corner at `origin`.
    pub fn paint(&self, painter: &Painter, origin: Pos2, styles: Styles) {
        let metrics = styles.metrics;
        for (offset, icon, galley) in &self.entries {
            let line = galley.size().y.max(metrics.px(LINE));
            let left = origin + *offset;
            let center = pos2(left.x + metrics.px(icon.width() / 2.0), left.y + line / 2.0);
            icon.paint(painter, center, styles);
            let at = pos2(left.x + metrics.px(icon.width() + ICON_GAP), left.y + line / 2.0);
            text::paint(painter, galley.clone(), at, Align2::LEFT_CENTER);
        }
    }
}
