//! The bullet: a bar from zero for the actual, a line across it for the target, on a scale of the indicator's own.
//!
//! Stephen Few's specification without its qualitative bands: a report says what was done and what is wanted,
//! not what is poor, fair or good.

use std::sync::Arc;

use egui::{Align2, Galley, Shape, pos2};

use super::axis::Reach;
use super::bar_marks;
use super::form::{Form, Label, Marked};
use super::legend::Icon;
use super::marks::Mark;
use super::place::{LABEL_GAP, Place};
use super::rows::Row;
use super::setting::{Part, SetRow, Setter};
use super::style::{Metrics, ROW, Styles};
use super::text;
use crate::i18n::chart as words;
use crate::model::{Bound, Role};

pub(super) struct Bullet;

/// Half the width of a cross line with its edges.
const HALF_LINE: f32 = 1.5 + bar_marks::HALO;

/// The room of the sign before a label, which tells actual from target in grey.
const SIGN: f32 = 14.0;
/// The size of that sign.
const SIGN_SCALE: f32 = 0.6;

/// Where the signs of the labels begin, in pixels; behind them stand the labels.
fn signs_left(place: &Place, x: &dyn Fn(f64) -> f32, metrics: Metrics) -> f32 {
    let ends = right_end(place).map(|(end, extent)| x(end) + metrics.px(extent));
    ends[0].max(ends[1]) + metrics.px(LABEL_GAP * 2.0)
}

/// Where both marks end on the right: the labels stand beyond it, below each other.
fn right_end(place: &Place) -> [(f64, f32); 2] {
    let (_, actual) = place.actual_mark.extent();
    let (_, target) = place.target_mark.extent();
    [(place.actual_end.max(0.0), actual), (place.target_end.max(0.0), target)]
}

impl Form for Bullet {
    fn name(&self, setter: &Setter<'_>, row: &Row<'_>, width: f32) -> Arc<Galley> {
        // Each row has its own axis, so each says its unit.
        let pieces = || {
            let mut pieces = setter.name_pieces(row, setter.styles.name());
            if let Some(unit) = row.actual.quantity.unit().filter(|unit| !unit.is_percent()) {
                let (lang, small) = (setter.style.lang, setter.styles.small());
                pieces.insert(1, (words::unit_beside(unit, lang.main()), small));
                // The second name is the last piece.
                pieces.extend(lang.second().map(|lang| (words::unit_beside(unit, lang), small)));
            }
            pieces
        };
        let name = setter.once(row.comparison, Part::NameWithUnit, pieces);
        text::balanced(setter.painter, &name, width)
    }

    fn height(&self, name: f32, [actual, target]: [&Galley; 2], metrics: Metrics) -> f32 {
        let labels = actual.size().y + target.size().y;
        metrics.px(ROW * 1.2).max(name.max(labels) + metrics.px(6.0))
    }

    fn reaches(&self, set: &SetRow<'_>, place: &Place, metrics: Metrics) -> Vec<Reach> {
        let labels =
            set.actual.size().x.max(set.target.size().x) + metrics.px(LABEL_GAP * 2.0 + SIGN);
        let left = |mark: Mark| if mark.is_plain() { HALF_LINE } else { mark.extent().0 };
        let lows = [(place.actual, place.actual_mark), (place.target, place.target_mark)]
            .map(|(low, mark)| (low, metrics.px(left(mark))));
        let ends = right_end(place).into_iter().zip(lows);
        ends.map(|((end, extent), left)| Reach { left, right: (end, metrics.px(extent) + labels) })
            .collect()
    }

    fn marked(&self, set: &SetRow<'_>, place: Place, _metrics: Metrics) -> Marked {
        let (actual, target) = (set.actual.size().y, set.target.size().y);
        Marked { place, actual_dy: -target / 2.0, target_dy: actual / 2.0 }
    }

    fn labels(
        &self,
        set: &SetRow<'_>,
        marked: &Marked,
        x: &dyn Fn(f64) -> f32,
        y: f32,
        metrics: Metrics,
    ) -> Vec<Label> {
        let left = signs_left(&marked.place, x, metrics) + metrics.px(SIGN);
        [(&set.actual, marked.actual_dy), (&set.target, marked.target_dy)]
            .map(|(galley, dy)| Label {
                galley: galley.clone(),
                at: pos2(left, y + dy),
                anchor: Align2::LEFT_CENTER,
            })
            .into()
    }

    fn label_sign(&self) -> f32 {
        SIGN
    }

    fn marks(&self, marked: &Marked, x: &dyn Fn(f64) -> f32, y: f32, styles: Styles) -> Vec<Shape> {
        let place = marked.place;
        let (scale, palette) = (styles.metrics.scale, styles.palette);
        let (actual, target) = (pos2(x(place.actual), y), pos2(x(place.target), y));
        let behind = bar_marks::behind_cross_line(place.target_mark, target, scale, palette);
        let mut out: Vec<Shape> = behind.into_iter().collect();
        let end = x(place.actual_end);
        out.extend(bar_marks::bar(place.actual_mark, x(0.0), actual, end, scale, palette));
        let high = pos2(x(place.target_end), y);
        out.extend(bar_marks::cross_line(place.target_mark, target, high, scale, palette));

        let left = signs_left(&place, x, styles.metrics);
        let scale = scale * SIGN_SCALE;
        let plain = |mark: Mark| Mark { bound: Bound::Exact, open: false, ..mark };
        let bar = pos2(left + styles.metrics.px(SIGN - LABEL_GAP), y + marked.actual_dy);
        out.extend(bar_marks::bar(plain(place.actual_mark), left, bar, bar.x, scale, palette));
        let line = pos2(f32::midpoint(left, bar.x), y + marked.target_dy);
        out.extend(bar_marks::cross_line(plain(place.target_mark), line, line, scale, palette));
        out
    }

    fn icon(&self, mark: Mark) -> Icon {
        match mark.role {
            Role::Actual => Icon::Bar(mark),
            Role::Target | Role::Goal => Icon::CrossLine(mark),
        }
    }
}
