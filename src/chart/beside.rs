//! Two figures without an axis: one above the other, and beside them what comes of comparing them.
//!
//! On different bases that is the broken-link sign and the reason: no line, no difference.
//! In an overview comparable figures stand in the same way, with a small dumbbell from zero and the difference.

use egui::{Align2, Painter, Rect, pos2};

use super::marks::{self, Mark, Pointing};
use super::place::{Place, actual_mark};
use super::rows::{self, Row};
use super::setting::{Pieces, SetRow, Setter, both};
use super::style::Styles;
use super::text;
use crate::i18n::{quotes, reason};
use crate::model::{Figure, Role};

/// Room for the marks before the wordings.
const INDENT: f32 = 34.0;
/// The same with a small dumbbell.
const STRIP_INDENT: f32 = 128.0;
/// Between the wordings and the outcome.
const GAP: f32 = 16.0;

/// How rows are set side by side.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// Only figures that cannot be compared stand here.
    Apart,
    /// Comparable figures stand here too, with a small dumbbell each.
    WithStrip,
}

impl Manner {
    fn indent(self) -> f32 {
        match self {
            Self::Apart => INDENT,
            Self::WithStrip => STRIP_INDENT,
        }
    }
}

/// Sets a row; `None` when its wordings are wider than `width`, the part of the column beside the names.
pub(super) fn set<'a>(
    setter: &Setter<'_>,
    row: Row<'a>,
    manner: Manner,
    name_width: f32,
    width: f32,
) -> Option<SetRow<'a>> {
    let metrics = setter.styles.metrics;
    let name = setter.name(&row, name_width);
    let joined = is_joined(setter, &row);
    let small = setter.styles.small();
    let with_kind = |figure: &Figure| {
        let mut pieces = setter.figure(figure, false);
        if !joined && figure.quantity.value().is_some() {
            pieces.push((format!("  {}", setter.kind_of_number(&row, figure)), small));
        }
        setter.line(&pieces)
    };
    let (actual, target) = (with_kind(row.actual), with_kind(row.target));
    let indent = metrics.px(manner.indent());
    let wordings = actual.size().x.max(target.size().x);
    if indent + wordings > width {
        return None;
    }
    let words = outcome(setter, &row, joined);
    let mut outcome = setter.line(&words);
    let beside = outcome.size().x <= width - indent - wordings - metrics.px(GAP);
    if !beside {
        outcome = setter.wrapped(&words, width - indent);
    }
    let lines = actual.size().y + target.size().y + metrics.px(4.0);
    let below = if beside { 0.0 } else { outcome.size().y + metrics.px(2.0) };
    let tallest = (lines + below).max(name.size().y).max(outcome.size().y);
    let height = tallest + metrics.px(12.0);
    Some(SetRow { row, name, actual, target, outcome: Some(outcome), height })
}

/// Whether a difference or a derived value is shown of the row.
fn is_joined(setter: &Setter<'_>, row: &Row<'_>) -> bool {
    rows::has_axis(row.comparison) && (setter.style.parts.derived || row.derived().is_none())
}

/// The difference, the derived value with its formula, or the reason why there is neither.
fn outcome(setter: &Setter<'_>, row: &Row<'_>, joined: bool) -> Pieces {
    let (styles, digits) = (setter.styles, setter.style.digits);
    let lang = setter.style.lang.main();
    let small = styles.small();
    if !joined {
        let why = |lang| quotes::set(reason::short(row.comparison, lang), lang);
        return vec![(both(setter.style.lang, why), small)];
    }
    if let Some(derived) = row.derived() {
        let step = reason::derivation(&row.parties(), row.comparison, digits, lang);
        return vec![
            (reason::derived(derived, digits, lang), styles.derived()),
            (format!("\n{}", step.unwrap_or_default()), small),
        ];
    }
    let difference = reason::difference(row.comparison, digits, lang).unwrap_or_default();
    vec![(difference, styles.name())]
}

/// Paints one row into `area`, the part of it beside the name.
pub(super) fn paint(
    painter: &Painter,
    area: Rect,
    set: &SetRow<'_>,
    manner: Manner,
    with_derived: bool,
    styles: Styles,
) {
    let metrics = styles.metrics;
    let row = &set.row;
    let indent = metrics.px(manner.indent());
    let wordings = set.actual.size().x.max(set.target.size().x);
    let is_below = set.outcome.as_ref().is_some_and(|outcome| {
        indent + metrics.px(GAP) + wordings + outcome.size().x > area.width()
    });
    let below = match (&set.outcome, is_below) {
        (Some(outcome), true) => outcome.size().y + metrics.px(2.0),
        _ => 0.0,
    };
    let lines = set.actual.size().y + set.target.size().y + metrics.px(4.0) + below;
    let top = area.center().y - lines / 2.0;
    let text_left = area.left() + indent;
    let actual_y = top + set.actual.size().y / 2.0;
    let target_y = top + set.actual.size().y + metrics.px(4.0) + set.target.size().y / 2.0;
    let middle = f32::midpoint(actual_y, target_y);

    let joined = rows::has_axis(row.comparison) && (with_derived || row.derived().is_none());
    if joined {
        let strip = Rect::from_min_max(
            pos2(area.left(), middle - metrics.px(8.0)),
            pos2(text_left - metrics.px(14.0), middle + metrics.px(8.0)),
        );
        paint_strip(painter, strip, row, styles);
    } else {
        paint_apart(painter, text_left, [actual_y, target_y], row, styles);
    }
    text::paint(painter, set.actual.clone(), pos2(text_left, actual_y), Align2::LEFT_CENTER);
    text::paint(painter, set.target.clone(), pos2(text_left, target_y), Align2::LEFT_CENTER);

    let Some(outcome) = &set.outcome else { return };
    let (at, anchor) = if is_below {
        (pos2(text_left, top + lines), Align2::LEFT_BOTTOM)
    } else {
        // In line below each other where the wordings leave room for it.
        let after = text_left + wordings + metrics.px(GAP);
        let latest = area.right() - outcome.size().x;
        let share = match manner {
            Manner::Apart => 0.5,
            Manner::WithStrip => 0.62,
        };
        let left = (area.left() + area.width() * share).min(latest).max(after.min(latest));
        (pos2(left, middle), Align2::LEFT_CENTER)
    };
    text::paint(painter, outcome.clone(), at, anchor);
}

/// The mark of each figure before its wording, and the broken-link sign before both.
fn paint_apart(painter: &Painter, text_left: f32, ys: [f32; 2], row: &Row<'_>, styles: Styles) {
    let metrics = styles.metrics;
    let [actual_y, target_y] = ys;
    let mark_x = text_left - metrics.px(INDENT / 2.0 + 1.0);
    let scale = metrics.scale * 0.8;
    if row.actual.quantity.value().is_some() {
        let at = pos2(mark_x, actual_y);
        let mark = actual_mark(row.actual);
        painter.extend(marks::shapes(mark, at, None, Pointing::Right, scale, styles.palette));
    }
    if row.target.quantity.value().is_some() {
        let mark = Mark::of(Role::Target, row.target.quantity.bound(), row.target.status);
        let centred = matches!(mark.bound, crate::model::Bound::Exact);
        let shift = if centred { metrics.px(4.5) } else { -metrics.px(3.0) };
        let at = pos2(mark_x + shift, target_y);
        painter.extend(marks::shapes(mark, at, None, Pointing::Right, scale, styles.palette));
    }
    let sign = pos2(text_left - metrics.px(INDENT - 2.0), f32::midpoint(actual_y, target_y));
    painter.extend(marks::broken_link(sign, scale, styles.palette.subdued));
}

/// A dumbbell without numbers from zero on a scale of its own, in `strip`.
pub(super) fn paint_strip(painter: &Painter, strip: Rect, row: &Row<'_>, styles: Styles) {
    let Some(place) = Place::of(row) else { return };
    let metrics = styles.metrics;
    let ends = [place.actual, place.actual_end, place.target, place.target_end];
    let (low, high) =
        ends.iter().fold((0.0_f64, 0.0_f64), |(low, high), end| (low.min(*end), high.max(*end)));
    let span = if high > low { high - low } else { 1.0 };
    let room = metrics.px(18.0);
    // Marks reach beyond their values; the strip keeps that room at the ends that are not zero.
    let left = strip.left() + if low < 0.0 { room } else { metrics.px(1.0) };
    let right = strip.right() - if high > 0.0 { room } else { metrics.px(1.0) };
    let x = |value: f64| left + ((value - low) / span) as f32 * (right - left);
    let y = strip.center().y;
    let line = |from: egui::Pos2, to: egui::Pos2, width: f32, color| {
        painter.line_segment([from, to], egui::Stroke::new(metrics.px(width), color));
    };
    let palette = styles.palette;
    line(pos2(x(0.0), strip.top()), pos2(x(0.0), strip.bottom()), 1.2, palette.axis);
    line(pos2(x(0.0), y), pos2(x(if high > 0.0 { high } else { low }), y), 1.0, palette.line);
    let (mut actual, mut target) = (pos2(x(place.actual), y), pos2(x(place.target), y));
    let scale = metrics.scale * 0.8;
    if (target.x - actual.x).abs() < metrics.px(15.0) {
        actual.y -= metrics.px(5.0);
        target.y += metrics.px(5.0);
    } else {
        let derived = place.target_mark.derived;
        painter.extend(marks::link(actual, target, derived, scale, palette));
    }
    let pointing = if place.target_is_right() { Pointing::Right } else { Pointing::Left };
    for (mark, at, high) in [
        (place.actual_mark, actual, place.actual_end),
        (place.target_mark, target, place.target_end),
    ] {
        let high = Some(pos2(x(high), at.y));
        painter.extend(marks::shapes(mark, at, high, pointing, scale, palette));
    }
}
