//! The dumbbell: a dot for the actual, a line, a mark for the target; wordings outside of both.

use egui::{Align2, Shape, pos2};

use super::axis::Reach;
use super::form::{Form, Label, Marked};
use super::marks::{self, Pointing};
use super::place::{LABEL_GAP, Place};
use super::setting::SetRow;
use super::style::{Metrics, Styles};

pub(super) struct Dumbbell;

impl Form for Dumbbell {
    fn reaches(&self, set: &SetRow<'_>, place: &Place, metrics: Metrics) -> Vec<Reach> {
        let (actual_left, actual_right) = place.actual_mark.extent();
        let (target_left, target_right) = place.target_mark.extent();
        // The arrowhead lies behind its tip, so the label only clears the tip.
        let room = |extent: f32, width: f32| metrics.px(extent + LABEL_GAP) + width;
        let (actual, target) = (set.actual.size().x, set.target.size().x);
        vec![if place.target_is_right() {
            Reach {
                left: (place.actual, room(actual_left, actual)),
                right: (place.target_end, room(target_right, target)),
            }
        } else {
            Reach {
                left: (place.target, room(target_left, target)),
                right: (place.actual_end, room(actual_right, actual)),
            }
        }]
    }

    /// The wordings stand outward, so that they are never between or on the marks.
    fn labels(
        &self,
        set: &SetRow<'_>,
        marked: &Marked,
        x: &dyn Fn(f64) -> f32,
        y: f32,
        metrics: Metrics,
    ) -> Vec<Label> {
        let place = marked.place;
        let gap = |extent: f32| metrics.px(extent + LABEL_GAP);
        let (actual_left, actual_right) = place.actual_mark.extent();
        let (target_left, target_right) = place.target_mark.extent();
        let (left, right) = if place.target_is_right() {
            (
                (&set.actual, x(place.actual) - gap(actual_left)),
                (&set.target, x(place.target_end) + gap(target_right)),
            )
        } else {
            (
                (&set.target, x(place.target) - gap(target_left)),
                (&set.actual, x(place.actual_end) + gap(actual_right)),
            )
        };
        [(left, Align2::RIGHT_CENTER), (right, Align2::LEFT_CENTER)]
            .map(|((galley, at), anchor)| Label { galley: galley.clone(), at: pos2(at, y), anchor })
            .into()
    }

    fn marks(&self, marked: &Marked, x: &dyn Fn(f64) -> f32, y: f32, styles: Styles) -> Vec<Shape> {
        let Styles { metrics, palette } = styles;
        let place = marked.place;
        let (mut actual, mut target) = (pos2(x(place.actual), y), pos2(x(place.target), y));
        let pointing = if place.target_is_right() { Pointing::Right } else { Pointing::Left };
        let mut out = Vec::new();
        if (target.x - actual.x).abs() < metrics.px(19.0) {
            // Marks that would cover each other stand one above the other.
            actual.y -= metrics.px(6.5);
            target.y += metrics.px(6.5);
        } else {
            let derived = place.target_mark.derived;
            out.extend(marks::link(actual, target, derived, metrics.scale, palette));
        }
        for (mark, at, high) in [
            (place.actual_mark, actual, place.actual_end),
            (place.target_mark, target, place.target_end),
        ] {
            let high = Some(pos2(x(high), at.y));
            out.extend(marks::shapes(mark, at, high, pointing, metrics.scale, palette));
        }
        out
    }
}
