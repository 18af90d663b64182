//! Bars: the actual above, the target below, both from zero; bounds open at their end.

use std::sync::Arc;

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

/// A bar from zero, or from one end of a range to the other, and the room its mark takes beyond each end.
struct Bar {
    mark: Mark,
    low: f64,
    high: f64,
}

impl Bar {
    fn both(place: &Place) -> [Self; 2] {
        [
            Self { mark: place.actual_mark, low: place.actual, high: place.actual_end },
            Self { mark: place.target_mark, low: place.target, high: place.target_end },
        ]
    }

    /// The label stands beside the end that lies further from zero.
    fn is_labelled_left(&self) -> bool {
        -self.low > self.high
    }
}

impl Form for Bars {
    fn height(&self, name: f32, [actual, target]: [&Galley; 2], metrics: Metrics) -> f32 {
        let labels = actual.size().y + target.size().y + metrics.px(BETWEEN);
        metrics.px(ROW * 1.4).max(name.max(labels) + metrics.px(10.0))
    }

    fn reaches(&self, set: &SetRow<'_>, place: &Place, metrics: Metrics) -> Vec<Reach> {
        let labels = [&set.actual, &set.target];
        let rooms = Bar::both(place).into_iter().zip(labels).map(|(bar, label)| {
            let (left, right) = bar.mark.extent();
            let label = |extent: f32| metrics.px(extent + LABEL_GAP) + label.size().x;
            let sign = |extent: f32| metrics.px(if bar.mark.is_plain() { 0.0 } else { extent });
            if bar.is_labelled_left() {
                Reach { left: (bar.low, label(left)), right: (bar.high, sign(right)) }
            } else {
                Reach { left: (bar.low, sign(left)), right: (bar.high, label(right)) }
            }
        });
        rooms.collect()
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
        let labels = [(&set.actual, marked.actual_dy), (&set.target, marked.target_dy)];
        let beside = |(bar, (galley, dy)): (Bar, (&Arc<Galley>, f32))| {
            let (left, right) = bar.mark.extent();
            let (at, anchor) = if bar.is_labelled_left() {
                (x(bar.low) - metrics.px(left + LABEL_GAP), Align2::RIGHT_CENTER)
            } else {
                (x(bar.high) + metrics.px(right + LABEL_GAP), Align2::LEFT_CENTER)
            };
            Label { galley: galley.clone(), at: pos2(at, y + dy), anchor }
        };
        Bar::both(&marked.place).into_iter().zip(labels).map(beside).collect()
    }

    fn marks(&self, marked: &Marked, x: &dyn Fn(f64) -> f32, y: f32, styles: Styles) -> Vec<Shape> {
        let bars = Bar::both(&marked.place).into_iter().zip([marked.actual_dy, marked.target_dy]);
        bars.flat_map(|(bar, dy)| {
            let at = pos2(x(bar.low), y + dy);
            bar_marks::bar(bar.mark, x(0.0), at, x(bar.high), styles.metrics.scale, styles.palette)
        })
        .collect()
    }

    fn icon(&self, mark: Mark) -> Icon {
        Icon::Bar(mark)
    }
}
