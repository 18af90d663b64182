//! Bars: the actual above, the target below, both from zero; bounds open at their end.

use egui::{Align2, Galley, Shape, pos2};

use super::axis::Reach;
use super::bar_marks;
use super::form::{Form, Label, Marked};
use super::legend::Icon;
use super::marks::Mark;
use super::place::{LABEL_GAP, Place};
use super::setting::SetRow;
use super::style::{Metrics, ROW, Styles};

pub(super) struct Bars;

/// Between the labels of the two bars.
const BETWEEN: f32 = 2.0;

/// The ends of a bar: its value, the far end of a range, and the room its mark takes beyond each.
fn ends(mark: Mark, value: f64, high: f64) -> (f64, f32) {
    let (left, right) = mark.extent();
    if value < 0.0 { (value, -left) } else { (high, right) }
}

impl Form for Bars {
    fn height(&self, name: &Galley, [actual, target]: [&Galley; 2], metrics: Metrics) -> f32 {
        let labels = actual.size().y + target.size().y + metrics.px(BETWEEN);
        metrics.px(ROW * 1.4).max(name.size().y.max(labels) + metrics.px(10.0))
    }

    fn reaches(&self, set: &SetRow<'_>, place: &Place, metrics: Metrics) -> Vec<Reach> {
        let both = [
            (place.actual_mark, place.actual, place.actual_end, set.actual.size().x),
            (place.target_mark, place.target, place.target_end, set.target.size().x),
        ];
        both.map(|(mark, value, high, width)| {
            let (end, extent) = ends(mark, value, high);
            let room = metrics.px(extent.abs() + LABEL_GAP) + width;
            if end < 0.0 {
                Reach { left: (end, room), right: (0.0, 0.0) }
            } else {
                Reach { left: (0.0, 0.0), right: (end, room) }
            }
        })
        .into()
    }

    fn marked(&self, set: &SetRow<'_>, place: Place, metrics: Metrics) -> Marked {
        let (actual, target) = (set.actual.size().y, set.target.size().y);
        let all = actual + target + metrics.px(BETWEEN);
        Marked { place, actual_dy: (actual - all) / 2.0, target_dy: (all - target) / 2.0 }
    }

    fn labels(
        &self,
        set: &SetRow<'_>,
        marked: &Marked,
        x: &dyn Fn(f64) -> f32,
        y: f32,
        metrics: Metrics,
    ) -> Vec<Label> {
        let place = marked.place;
        [
            (&set.actual, place.actual_mark, place.actual, place.actual_end, marked.actual_dy),
            (&set.target, place.target_mark, place.target, place.target_end, marked.target_dy),
        ]
        .map(|(galley, mark, value, high, dy)| {
            let (end, extent) = ends(mark, value, high);
            let sign = if extent < 0.0 { -1.0 } else { 1.0 };
            let anchor = if extent < 0.0 { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER };
            let at = pos2(x(end) + metrics.px(extent + LABEL_GAP * sign), y + dy);
            Label { galley: galley.clone(), at, anchor }
        })
        .into()
    }

    fn marks(&self, marked: &Marked, x: &dyn Fn(f64) -> f32, y: f32, styles: Styles) -> Vec<Shape> {
        let place = marked.place;
        [
            (place.actual_mark, place.actual, place.actual_end, marked.actual_dy),
            (place.target_mark, place.target, place.target_end, marked.target_dy),
        ]
        .into_iter()
        .flat_map(|(mark, value, high, dy)| {
            let at = pos2(x(value), y + dy);
            bar_marks::bar(mark, x(0.0), at, x(high), styles.metrics.scale, styles.palette)
        })
        .collect()
    }

    fn icon(&self, mark: Mark) -> Icon {
        Icon::Bar(mark)
    }
}
