//! The ratio: how many times last year's number the target is, for counts of any unit on one logarithmic scale.
//!
//! The axis counts in powers of ten (its 0 is a ratio of 1), so that twice and half are as far from it.

use egui::{Align2, Shape, pos2};
use rust_decimal::prelude::ToPrimitive;

use super::ChartStyle;
use super::axis::{self, Axis, Reach};
use super::form::{Form, Label, Marked};
use super::marks::{self, ARROWHEAD, Mark, Pointing};
use super::place::{self, LABEL_GAP, Place};
use super::rows::{self, Row};
use super::setting::{Pieces, Said, SetRow, Setter, joined};
use super::style::{Metrics, Styles};
use crate::i18n::{number, reason};
use crate::model::{self, Decimal, DifferenceBound, Role, Unit};

pub(super) struct Ratio;

/// The longest line of a label in several lines.
const WIDEST: f32 = 125.0;

impl Form for Ratio {
    fn place(&self, row: &Row<'_>) -> Option<Place> {
        let ratio = rows::factor(row.comparison)?;
        let at = ratio.value.to_f64()?.log10();
        let target_mark = Mark { derived: row.derived().is_some(), ..Mark::derived(ratio.bound) };
        Some(Place {
            actual: 0.0,
            actual_end: 0.0,
            target: at,
            target_end: at,
            actual_mark: place::actual_mark(row.actual),
            target_mark,
        })
    }

    fn label_pieces(&self, setter: &Setter<'_>, row: &Row<'_>, role: Role) -> Pieces {
        if role == Role::Actual {
            return Pieces::new();
        }
        let (styles, lang) = (setter.styles, setter.style.lang);
        let small = styles.small();
        let factor = |ratio: model::Ratio| match lang.second() {
            // × is read in both languages.
            Some(second) if ratio.bound != DifferenceBound::PrintedNumbers => {
                reason::times_alone(&ratio, second)
            }
            _ => joined(lang, setter.break_or("  "), |lang| reason::times_alone(&ratio, lang)),
        };
        let derived = row.derived().is_some();
        let look = if derived { styles.derived() } else { styles.wording(row.target.role) };
        let mut pieces = vec![(rows::factor(row.comparison).map(factor).unwrap_or_default(), look)];
        let sides = [(row.actual, styles.palette.actual), (row.target, styles.palette.target)];
        let said =
            sides.map(|(figure, color)| (setter.said(figure, derived), small.colored(color)));
        let mut line = |words: &dyn Fn(&Said) -> String| {
            let [actual, target] = &said;
            pieces.push((setter.break_or("  ").to_owned(), small));
            pieces.push((words(&actual.0), actual.1));
            pieces.push((" → ".to_owned(), small));
            pieces.push((words(&target.0), target.1));
        };
        line(&Said::in_first);
        // With the words of both, so that neither line mixes two languages.
        if said.iter().any(|(said, _)| !said.beside.is_empty()) {
            line(&Said::in_second);
        }
        pieces
    }

    fn widest_label(&self, setter: &Setter<'_>) -> f32 {
        if setter.stacked { setter.styles.metrics.px(WIDEST) } else { f32::INFINITY }
    }

    fn reaches(&self, set: &SetRow<'_>, place: &Place, metrics: Metrics) -> Vec<Reach> {
        let (left, right) = place.target_mark.extent();
        let label = set.target.size().x + metrics.px(LABEL_GAP);
        // An arrowhead lies behind its tip.
        let behind = metrics.px(ARROWHEAD.max(left).max(right));
        vec![if place.target_is_right() {
            Reach { left: (place.target, behind), right: (place.target, metrics.px(right) + label) }
        } else {
            Reach { left: (place.target, metrics.px(left) + label), right: (place.target, behind) }
        }]
    }

    fn axis(&self, reaches: &[Reach], width: f32, metrics: Metrics) -> Option<Axis> {
        let axis = axis::fit(reaches, width, metrics.px(72.0))?;
        Some(axis.with_ticks_of_powers(width, metrics.px(44.0)))
    }

    fn tick(&self, value: f64, _axis: &Axis, _unit: Option<Unit>, style: &ChartStyle) -> String {
        let factor = Decimal::from_f64_retain(10_f64.powf(value)).unwrap_or_default();
        let factor = factor.round_sf(3).unwrap_or(factor).normalize();
        joined(style.lang, "/", |lang| number::number(factor, style.digits, lang))
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
        let (left, right) = place.target_mark.extent();
        let (at, anchor) = if place.target_is_right() {
            (x(place.target) + metrics.px(right + LABEL_GAP), Align2::LEFT_CENTER)
        } else {
            (x(place.target) - metrics.px(left + LABEL_GAP), Align2::RIGHT_CENTER)
        };
        vec![Label { galley: set.target.clone(), at: pos2(at, y), anchor }]
    }

    fn marks(&self, marked: &Marked, x: &dyn Fn(f64) -> f32, y: f32, styles: Styles) -> Vec<Shape> {
        let place = marked.place;
        let (same, at) = (pos2(x(0.0), y), pos2(x(place.target), y));
        let (scale, palette) = (styles.metrics.scale, styles.palette);
        let pointing = if place.target_is_right() { Pointing::Right } else { Pointing::Left };
        let mut out = Vec::new();
        if (at.x - same.x).abs() > styles.metrics.px(12.0) {
            out.extend(marks::link(same, at, place.target_mark, scale, palette));
        }
        out.extend(marks::shapes(place.target_mark, at, None, pointing, scale, palette));
        out
    }
}
