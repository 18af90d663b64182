//! The dumbbell: a dot for the actual, a line, a mark for the target; wordings outside of both.
//!
//! No wording crosses the line at zero: where its side has no room for it, both stand on the other, `5% → 6.5%`.

use std::sync::Arc;

use egui::{Align2, Galley, Pos2, Shape, pos2};

use super::axis::{Axis, Reach};
use super::form::{Form, Label, Marked};
use super::marks::{self, ARROWHEAD, Pointing, RADIUS};
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

/// Both ends of a row: where its marks begin and end, and what stands outward of both.
struct Ends<'s> {
    /// The lower end of each mark, and how far it reaches beyond.
    lefts: [(f64, f32); 2],
    /// The upper end of each.
    rights: [(f64, f32); 2],
    /// The left and the right wording.
    labels: [&'s Arc<Galley>; 2],
    /// The width of both wordings in one line.
    together: f32,
}

impl<'s> Ends<'s> {
    fn of(set: &'s SetRow<'_>, place: Place) -> Self {
        // The arrowhead lies behind its tip, so the label only clears the tip.
        let (actual, target) = (place.actual_mark.extent(), place.target_mark.extent());
        let mut labels = [&set.actual, &set.target];
        if !place.target_is_right() {
            labels.reverse();
        }
        let between = set.between.as_ref().map_or(0.0, |galley| galley.size().x);
        Self {
            lefts: [(place.actual, actual.0), (place.target, target.0)],
            rights: [(place.actual_end, actual.1), (place.target_end, target.1)],
            labels,
            together: set.actual.size().x + between + set.target.size().x,
        }
    }

    /// The room that the marks and the wordings need where `side` puts them: a range of one may end beyond the other.
    fn reach(&self, side: Side, metrics: Metrics) -> [Reach; 2] {
        let gap = metrics.px(LABEL_GAP);
        // An arrowhead is longer than a dot reaches.
        let behind = metrics.px(ARROWHEAD - RADIUS);
        let [left, right] = self.labels.map(|label| gap + label.size().x);
        let (left, right) = match side {
            Side::Each => (left, right),
            Side::Right => (behind, gap + self.together),
            Side::Left => (gap + self.together, behind),
        };
        [0, 1].map(|mark| {
            let ((low, below), (high, above)) = (self.lefts[mark], self.rights[mark]);
            Reach {
                left: (low, metrics.px(below) + left),
                right: (high, metrics.px(above) + right),
            }
        })
    }

    /// Where the wordings begin on both sides: outward of all marks.
    fn edges(&self, x: &dyn Fn(f64) -> f32, metrics: Metrics) -> [f32; 2] {
        let lefts = self.lefts.map(|(low, below)| x(low) - metrics.px(below + LABEL_GAP));
        let rights = self.rights.map(|(high, above)| x(high) + metrics.px(above + LABEL_GAP));
        [lefts[0].min(lefts[1]), rights[0].max(rights[1])]
    }

    /// Where the wordings stand on an axis, so that they keep `clear` of the line at zero.
    fn side(&self, x: &dyn Fn(f64) -> f32, clear: f32, metrics: Metrics) -> Side {
        let ([left, right], zero) = (self.edges(x, metrics), x(0.0));
        let [left_label, right_label] = self.labels.map(|label| label.size().x);
        if self.lefts.iter().all(|(low, _)| *low >= 0.0) && left - left_label < zero + clear {
            Side::Right
        } else if self.rights.iter().all(|(high, _)| *high <= 0.0)
            && right + right_label > zero - clear
        {
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
            let reaches: Vec<Reach> = ends
                .iter()
                .zip(&sides)
                .flat_map(|(ends, side)| ends.reach(*side, metrics))
                .collect();
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
        let [left_edge, right_edge] = ends.edges(x, metrics);
        let label = |galley: &Arc<Galley>, at: Pos2, anchor: Align2| Label {
            galley: galley.clone(),
            at,
            anchor,
        };
        let mut left = match ends.side(x, metrics.px(CLEAR), metrics) {
            Side::Each => {
                let [left, right] = ends.labels;
                return vec![
                    label(left, pos2(left_edge, y), Align2::RIGHT_CENTER),
                    label(right, pos2(right_edge, y), Align2::LEFT_CENTER),
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
        if place.distance(x) < metrics.px(19.0) {
            // Marks that would cover each other stand one above the other.
            actual.y -= metrics.px(6.5);
            target.y += metrics.px(6.5);
        } else {
            let mark = place.target_mark;
            out.extend(marks::link(actual, target, mark, metrics.scale, palette));
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
