//! The dumbbell: a dot for the actual, a line, a mark for the target; wordings outside of both.
//!
//! No wording crosses the line at zero: where its side has no room for it, both stand on the other, `5% → 6.5%`.

use std::sync::Arc;

use egui::{Align2, Galley, Pos2, Shape, pos2};

use super::axis::{Axis, Reach};
use super::form::{Form, Label, Marked};
use super::marks::{self, Pointing};
use super::place::{LABEL_GAP, Place};
use super::setting::{Part, SetRow, Setter};
use super::style::{Metrics, Styles};

pub(super) struct Dumbbell;

/// Between the wordings of actual and target on one side.
const ARROW: &str = " → ";
/// Between the line at zero and a wording, at the least.
const CLEAR: f32 = 3.0;

/// Where the wordings of a row stand.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    /// Each beside its own mark.
    Each,
    /// Both to the right.
    Right,
    /// Both to the left.
    Left,
}

/// One end of a dumbbell with the wording beside it.
struct End<'s> {
    value: f64,
    extent: f32,
    label: &'s Arc<Galley>,
}

impl End<'_> {
    /// From the value to the wording.
    fn gap(&self, metrics: Metrics) -> f32 {
        metrics.px(self.extent + LABEL_GAP)
    }

    /// From the value to the far edge of the wording.
    fn room(&self, metrics: Metrics) -> f32 {
        self.gap(metrics) + self.label.size().x
    }
}

/// Both ends of a row.
struct Ends<'s> {
    /// The left and the right one.
    outward: [End<'s>; 2],
    /// The width of both wordings in one line.
    together: f32,
}

impl<'s> Ends<'s> {
    fn of(set: &'s SetRow<'_>, place: Place) -> Self {
        let (actual, target) = (place.actual_mark.extent(), place.target_mark.extent());
        let end = |value, extent, label| End { value, extent, label };
        // The arrowhead lies behind its tip, so the label only clears the tip.
        let outward = if place.target_is_right() {
            [end(place.actual, actual.0, &set.actual), end(place.target_end, target.1, &set.target)]
        } else {
            [end(place.target, target.0, &set.target), end(place.actual_end, actual.1, &set.actual)]
        };
        let between = set.between.as_ref().map_or(0.0, |galley| galley.size().x);
        let together = set.actual.size().x + between + set.target.size().x;
        Self { outward, together }
    }

    /// The room that the wordings need where `side` puts them.
    fn reach(&self, side: Side, metrics: Metrics) -> Reach {
        let [left, right] = &self.outward;
        let (at_left, at_right) = match side {
            Side::Each => (left.room(metrics), right.room(metrics)),
            Side::Right => (metrics.px(left.extent), right.gap(metrics) + self.together),
            Side::Left => (left.gap(metrics) + self.together, metrics.px(right.extent)),
        };
        Reach { left: (left.value, at_left), right: (right.value, at_right) }
    }

    /// Where the wordings stand on an axis, so that they keep `clear` of the line at zero.
    fn side(&self, x: &dyn Fn(f64) -> f32, clear: f32, metrics: Metrics) -> Side {
        let [left, right] = &self.outward;
        if left.value >= 0.0 && x(left.value) - left.room(metrics) < x(0.0) + clear {
            Side::Right
        } else if right.value <= 0.0 && x(right.value) + right.room(metrics) > x(0.0) - clear {
            Side::Left
        } else {
            Side::Each
        }
    }
}

impl Form for Dumbbell {
    fn between(&self, setter: &Setter<'_>) -> Option<Arc<Galley>> {
        let look = setter.styles.name().colored(setter.styles.palette.subdued);
        // The same in every row of the page.
        Some(setter.once(setter.style, Part::Between, || vec![(ARROW.to_owned(), look)]))
    }

    fn fit(&self, rows: &[SetRow<'_>], width: f32, metrics: Metrics) -> Option<Axis> {
        let ends: Vec<Ends<'_>> =
            rows.iter().filter_map(|set| Some(Ends::of(set, self.place(&set.row)?))).collect();
        let mut sides = vec![Side::Each; ends.len()];
        // What has to leave its side takes room on the other, which may move others: until nothing moves.
        loop {
            let reaches: Vec<Reach> =
                ends.iter().zip(&sides).map(|(ends, side)| ends.reach(*side, metrics)).collect();
            let axis = self.axis(&reaches, width, metrics)?;
            let x = |value: f64| ((value - axis.min) / (axis.max - axis.min)) as f32 * width;
            let mut moved = false;
            for (ends, side) in ends.iter().zip(&mut sides).filter(|(_, side)| **side == Side::Each)
            {
                *side = ends.side(&x, metrics.px(CLEAR + 1.0), metrics);
                moved |= *side != Side::Each;
            }
            if !moved {
                return Some(axis);
            }
        }
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
        let ends = Ends::of(set, marked.place);
        let [left, right] = &ends.outward;
        let (left_edge, right_edge) =
            (x(left.value) - left.gap(metrics), x(right.value) + right.gap(metrics));
        let label = |galley: &Arc<Galley>, at: Pos2, anchor: Align2| Label {
            galley: galley.clone(),
            at,
            anchor,
        };
        let mut left = match ends.side(x, metrics.px(CLEAR), metrics) {
            Side::Each => {
                return vec![
                    label(left.label, pos2(left_edge, y), Align2::RIGHT_CENTER),
                    label(right.label, pos2(right_edge, y), Align2::LEFT_CENTER),
                ];
            }
            Side::Right => right_edge,
            Side::Left => left_edge - ends.together,
        };
        // Their first lines stand in one.
        let top = y - set.actual.size().y.max(set.target.size().y) / 2.0;
        let in_order = [Some(&set.actual), set.between.as_ref(), Some(&set.target)];
        let labels = in_order.into_iter().flatten().map(|galley| {
            let at = pos2(left, top);
            left += galley.size().x;
            label(galley, at, Align2::LEFT_TOP)
        });
        labels.collect()
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
