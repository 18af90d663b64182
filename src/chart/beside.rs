//! Two figures without an axis: one above the other, and beside them what comes of comparing them.
//!
//! On different bases that is the broken-link sign and the reason: no line, no difference.
//! In an overview comparable figures stand in the same way, with a small dumbbell from zero and the difference.

use egui::{Align2, Galley, Painter, Rect, pos2};

use super::marks::{self, Pointing};
use super::place::{Place, actual_mark, printed_mark};
use super::rows::Row;
use super::setting::{Part, Pieces, SetRow, Setter, both, stacked};
use super::style::Styles;
use super::text;
use crate::i18n::{quotes, reason};
use crate::model::{Figure, Verdict};

/// Room for the marks before the wordings.
const INDENT: f32 = 40.0;
/// The least and the most room for a small dumbbell.
const STRIP: (f32, f32) = (84.0, 320.0);
/// The share of the width that a small dumbbell may take before the words have theirs.
const STRIP_SHARE: f32 = 0.28;
/// The most room for a small dumbbell where the words leave some over.
const WIDEST_STRIP: f32 = 400.0;
/// Between dumbbell and wordings.
const STRIP_GAP: f32 = 16.0;
/// Between the wordings and the outcome.
const GAP: f32 = 24.0;
/// Between the two lines of a row, and around them.
const BETWEEN: f32 = 3.0;
const AROUND: f32 = 14.0;
/// Wordings in a narrower column than this are no lines any more.
const NARROWEST: f32 = 116.0;

/// How all rows of a page are set side by side.
#[derive(Clone, Copy, Default)]
pub(super) struct Manner {
    /// Where the wordings begin, in pixels from the left.
    indent: f32,
    /// Comparable figures stand here too, with a small dumbbell each.
    strip: bool,
    /// Where the outcomes begin, the same in every row; `None`: below the wordings.
    outcome: Option<f32>,
}

/// Sets lists of rows into `width`, the part of a column beside the names; `None` when it is too narrow.
pub(super) fn set<'a>(
    setter: &Setter<'_>,
    lists: &[&[Row<'a>]],
    strip: bool,
    name_width: f32,
    width: f32,
) -> Option<(Vec<Vec<SetRow<'a>>>, Manner)> {
    let metrics = setter.styles.metrics;
    let indent = if strip {
        let (least, most) = STRIP;
        (width * STRIP_SHARE).clamp(metrics.px(least), metrics.px(most)) + metrics.px(STRIP_GAP)
    } else {
        metrics.px(INDENT)
    };
    let room = width - indent;
    if !lists.is_empty() && room < metrics.px(NARROWEST) {
        return None;
    }
    let mut widest = (0.0_f32, 0.0_f32);
    let mut sets: Vec<Vec<SetRow<'a>>> = Vec::new();
    for rows in lists {
        let mut list = Vec::new();
        for row in *rows {
            let joined = row.is_joined(setter.style.parts.derived);
            let label = |figure: &Figure| {
                let pieces = || {
                    if joined {
                        setter.figure(figure, row.derived().is_some())
                    } else {
                        setter.figure_with_kind(row, figure)
                    }
                };
                let label = setter.once(row.comparison, Part::Label(figure.role), pieces);
                text::rewrapped(setter.painter, &label, room)
            };
            let (actual, target) = (label(row.actual), label(row.target));
            let said = || outcome(setter, row, joined);
            let outcome = setter.once(row.comparison, Part::Outcome, said);
            widest.0 = widest.0.max(actual.size().x).max(target.size().x);
            widest.1 = widest.1.max(outcome.size().x);
            let name = setter.name(row, name_width);
            let (between, outcome, name_above) = (None, Some(outcome), setter.above(&name));
            let (row, height) = (*row, 0.0);
            list.push(SetRow { row, name, actual, target, between, outcome, height, name_above });
        }
        sets.push(list);
    }
    let mut indent = indent;
    let words = widest.0 + metrics.px(GAP) + widest.1;
    let has_room = indent + words <= width;
    if strip && has_room {
        indent = (width - words).min(metrics.px(WIDEST_STRIP + STRIP_GAP)).max(indent);
    }
    let outcome = has_room.then_some(indent + widest.0 + metrics.px(GAP));
    if let Some(left) = outcome {
        whole_reasons(setter, &mut sets, width - left);
    }
    for row in sets.iter_mut().flatten() {
        let Some(galley) = row.outcome.take() else { continue };
        let galley = match outcome {
            Some(_) => galley,
            None => text::rewrapped(setter.painter, &galley, room),
        };
        let lines = row.actual.size().y + row.target.size().y + metrics.px(BETWEEN);
        let tall = match outcome {
            Some(_) => lines.max(galley.size().y),
            None => lines + galley.size().y + metrics.px(BETWEEN),
        };
        row.height = row.name_above + tall.max(setter.beside(&row.name)) + metrics.px(AROUND);
        row.outcome = Some(galley);
    }
    Some((sets, Manner { indent, strip, outcome }))
}

/// Puts the reasons why figures are not compared as whole sentences in the place of a few words,
/// where `width` is enough for each of them.
fn whole_reasons(setter: &Setter<'_>, sets: &mut [Vec<SetRow<'_>>], width: f32) {
    let apart = |set: &SetRow<'_>| set.row.shown_verdict() == Verdict::DifferentBasis;
    let whole = |set: &SetRow<'_>| {
        let sentence = || {
            let why = |lang| {
                let why = reason::sentence_about(set.row.parties(), set.row.comparison, lang);
                quotes::set(&why, lang)
            };
            vec![(stacked(setter.style.lang, why), setter.styles.small())]
        };
        let sentence = setter.once(set.row.comparison, Part::Why, sentence);
        let wrapped = text::without_widow(setter.painter, &sentence, width);
        let room = set.actual.size().y + set.target.size().y;
        (wrapped.size().x <= width && wrapped.size().y <= room).then_some(wrapped)
    };
    let wanted: Option<Vec<_>> =
        sets.iter().flatten().filter(|set| apart(set)).map(whole).collect();
    let rows = sets.iter_mut().flatten().filter(|set| apart(set));
    for (set, sentence) in rows.zip(wanted.into_iter().flatten()) {
        set.outcome = Some(sentence);
    }
}

/// The difference, the derived value with its formula, or the reason why there is neither.
fn outcome(setter: &Setter<'_>, row: &Row<'_>, joined: bool) -> Pieces {
    let (styles, digits, lang) = (setter.styles, setter.style.digits, setter.style.lang);
    let small = styles.small();
    if !joined {
        let why = |lang| quotes::set(reason::short(row.comparison, lang), lang);
        return vec![(both(lang, why), small)];
    }
    if let Some(derived) = row.derived() {
        return vec![
            (both(lang, |lang| reason::derived(derived, digits, lang)), styles.derived()),
            (format!("\n{}", setter.derivation(row)), small),
        ];
    }
    let difference = |lang| reason::difference(row.comparison, digits, lang).unwrap_or_default();
    vec![(stacked(lang, difference), styles.name())]
}

/// Where the lines of a row stand in its band.
struct Lines {
    /// The upper edge of the actual's label, of the target's, and the lower edge of all.
    actual: f32,
    target: f32,
    bottom: f32,
    /// The middle of the first line of each label: marks stand there.
    marks: [f32; 2],
}

impl Lines {
    fn of(set: &SetRow<'_>, manner: Manner, band: Rect, styles: Styles) -> Self {
        let between = styles.metrics.px(BETWEEN);
        let outcome = set.outcome.as_ref().filter(|_| manner.outcome.is_none());
        let below = outcome.map_or(0.0, |outcome| outcome.size().y + between);
        let height = set.actual.size().y + set.target.size().y + between + below;
        let actual = band.center().y - height / 2.0;
        let target = actual + set.actual.size().y + between;
        let first_line = |galley: &Galley| galley.rows.first().map_or(0.0, |row| row.size.y) / 2.0;
        let marks = [actual + first_line(&set.actual), target + first_line(&set.target)];
        Self { actual, target, bottom: actual + height, marks }
    }

    fn middle(&self) -> f32 {
        let [actual, target] = self.marks;
        f32::midpoint(actual, target)
    }
}

/// Where the name of a row stands in `band`: level with its marks, as far as it stays inside.
pub(super) fn name_middle(set: &SetRow<'_>, manner: Manner, band: Rect, styles: Styles) -> f32 {
    let half = set.name.size().y / 2.0;
    let (top, bottom) = (band.top() + half, (band.bottom() - half).max(band.top() + half));
    Lines::of(set, manner, band, styles).middle().clamp(top, bottom)
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
    let Some(outcome) = &set.outcome else { return };
    let lines = Lines::of(set, manner, area, styles);
    let text_left = area.left() + manner.indent;
    let middle = lines.middle();

    if row.is_joined(with_derived) {
        let right = if manner.strip { text_left - metrics.px(STRIP_GAP) } else { text_left };
        let strip = Rect::from_min_max(
            pos2(area.left(), middle - metrics.px(9.0)),
            pos2(right, middle + metrics.px(9.0)),
        );
        paint_strip(painter, strip, row, styles);
    } else {
        paint_apart(painter, text_left, lines.marks, row, styles);
    }
    text::paint(painter, set.actual.clone(), pos2(text_left, lines.actual), Align2::LEFT_TOP);
    text::paint(painter, set.target.clone(), pos2(text_left, lines.target), Align2::LEFT_TOP);
    let (at, anchor) = match manner.outcome {
        Some(left) => (pos2(area.left() + left, area.center().y), Align2::LEFT_CENTER),
        None => (pos2(text_left, lines.bottom), Align2::LEFT_BOTTOM),
    };
    text::paint(painter, outcome.clone(), at, anchor);
}

/// The mark of each figure before its wording, and the broken-link sign before both.
fn paint_apart(painter: &Painter, text_left: f32, ys: [f32; 2], row: &Row<'_>, styles: Styles) {
    let metrics = styles.metrics;
    let [actual_y, target_y] = ys;
    let mark_x = text_left - metrics.px(15.0);
    let scale = metrics.scale * 0.8;
    if row.actual.quantity.value().is_some() {
        let at = pos2(mark_x, actual_y);
        painter.extend(marks::sign(actual_mark(row.actual), at, scale, styles.palette));
    }
    if row.target.quantity.value().is_some() {
        let mark = printed_mark(row.target);
        painter.extend(marks::sign(mark, pos2(mark_x, target_y), scale, styles.palette));
    }
    let sign = pos2(text_left - metrics.px(INDENT - 6.0), f32::midpoint(actual_y, target_y));
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
    if place.distance(&x) < metrics.px(15.0) {
        actual.y -= metrics.px(5.0);
        target.y += metrics.px(5.0);
    } else {
        painter.extend(marks::link(actual, target, place.target_mark, scale, palette));
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
