//! What the kinds of chart with axes have in common, and where each goes its own way.

use std::sync::Arc;

use egui::{Align2, Galley, Pos2, Shape};

use super::axis::{self, Axis, Reach};
use super::bars::Bars;
use super::bullet::Bullet;
use super::dumbbell::Dumbbell;
use super::legend::Icon;
use super::marks::Mark;
use super::place::Place;
use super::ratio::Ratio;
use super::rows::Row;
use super::setting::{Part, Pieces, SetRow, Setter, joined};
use super::style::{Metrics, ROW, Styles};
use super::text;
use super::{ChartKind, ChartStyle};
use crate::i18n::number;
use crate::model::{Decimal, Role, Unit};

/// A text at the place where it is painted.
pub(super) struct Label {
    pub galley: Arc<Galley>,
    pub at: Pos2,
    pub anchor: Align2,
}

/// A row's marks: where they stand on the axis, and how far above or below the row's middle, in pixels.
#[derive(Clone, Copy)]
pub(super) struct Marked {
    pub place: Place,
    pub actual_dy: f32,
    pub target_dy: f32,
}

/// How rows on an axis are set and painted.
pub(super) trait Form: Sync {
    /// Where a row's marks stand, in the axis' own numbers; `None` for rows that have no place on it.
    fn place(&self, row: &Row<'_>) -> Option<Place> {
        Place::of(row)
    }

    /// Sets the row's labels and finds its height.
    fn set<'a>(&self, setter: &Setter<'_>, row: Row<'a>, name_width: f32) -> SetRow<'a> {
        let name = if setter.style.parts.names {
            self.name(setter, &row, name_width)
        } else {
            text::set(setter.painter, &[])
        };
        let widest = self.widest_label(setter);
        let label = |role| {
            let pieces = || self.label_pieces(setter, &row, role);
            let label = setter.once(row.comparison, Part::Label(role), pieces);
            text::balanced(setter.painter, &label, widest)
        };
        let (actual, target) = (label(Role::Actual), label(Role::Target));
        let name_above = setter.above(&name);
        let beside = self.height(setter.beside(&name), [&actual, &target], setter.styles.metrics);
        let (height, between) = (name_above + beside, self.between(setter));
        SetRow { row, name, actual, target, between, outcome: None, height, name_above }
    }

    /// What stands between the labels of actual and target where both are on one side.
    fn between(&self, _setter: &Setter<'_>) -> Option<Arc<Galley>> {
        None
    }

    /// Sets the row's name.
    fn name(&self, setter: &Setter<'_>, row: &Row<'_>, width: f32) -> Arc<Galley> {
        setter.name(row, width)
    }

    /// What stands beside the mark of actual or target.
    fn label_pieces(&self, setter: &Setter<'_>, row: &Row<'_>, role: Role) -> Pieces {
        if role == Role::Actual { setter.actual(row) } else { setter.target(row) }
    }

    /// The longest line of a label.
    fn widest_label(&self, _setter: &Setter<'_>) -> f32 {
        f32::INFINITY
    }

    /// The height of a row with these labels and, beside it, a name so high.
    fn height(&self, name: f32, labels: [&Galley; 2], metrics: Metrics) -> f32 {
        let labels = labels.iter().map(|label| label.size().y).fold(0.0, f32::max);
        metrics.px(ROW).max(name.max(labels) + metrics.px(8.0))
    }

    /// What must find room on the axis; a kind with a way of its own to [`Self::fit`] rows says nothing here.
    fn reaches(&self, _set: &SetRow<'_>, _place: &Place, _metrics: Metrics) -> Vec<Reach> {
        Vec::new()
    }

    /// The axis on which all of `rows` find room; `None` when their labels are wider than `width`.
    fn fit(&self, rows: &[SetRow<'_>], width: f32, metrics: Metrics) -> Option<Axis> {
        let placed = rows.iter().filter_map(|set| Some((set, self.place(&set.row)?)));
        let reaches: Vec<Reach> =
            placed.flat_map(|(set, place)| self.reaches(set, &place, metrics)).collect();
        self.axis(&reaches, width, metrics)
    }

    /// The axis for all of `reaches`.
    fn axis(&self, reaches: &[Reach], width: f32, metrics: Metrics) -> Option<Axis> {
        axis::fit(reaches, width, metrics.px(72.0))
    }

    /// The number at a tick of `axis`; rates carry their sign, all others leave the unit to the panel's caption.
    fn tick(&self, value: f64, axis: &Axis, unit: Option<Unit>, style: &ChartStyle) -> String {
        // Fifteen digits are what a binary number holds; towards the end of them stands its error.
        let decimal = |value| {
            let exact = Decimal::from_f64_retain(value)?;
            Some(exact.round_sf(12).unwrap_or(exact).normalize())
        };
        let ends = axis.ticks.first().into_iter().chain(axis.ticks.last());
        let largest = ends.fold(0.0, |largest: f64, end| largest.max(end.abs()));
        let numbers = (decimal(value), decimal(axis.step), decimal(largest));
        let (Some(value), Some(step), Some(largest)) = numbers else { return String::new() };
        let shown = joined(style.lang, "/", |lang| {
            number::on_scale(value, step, largest, style.digits, lang)
        });
        if unit.is_some_and(Unit::is_percent) { format!("{shown}%") } else { shown }
    }

    /// How far a row's marks stand from its middle line.
    fn marked(&self, _set: &SetRow<'_>, place: Place, _metrics: Metrics) -> Marked {
        Marked { place, actual_dy: 0.0, target_dy: 0.0 }
    }

    /// The texts beside the marks; `x` turns the axis' numbers into pixels, `y` is the row's middle.
    fn labels(
        &self,
        set: &SetRow<'_>,
        marked: &Marked,
        x: &dyn Fn(f64) -> f32,
        y: f32,
        metrics: Metrics,
    ) -> Vec<Label>;

    /// The room of the sign that stands before each label, in pixels at scale 1.
    fn label_sign(&self) -> f32 {
        0.0
    }

    /// The marks of a row whose middle stands at `y`.
    fn marks(&self, marked: &Marked, x: &dyn Fn(f64) -> f32, y: f32, styles: Styles) -> Vec<Shape>;

    /// What the legend shows for `mark`.
    fn icon(&self, mark: Mark) -> Icon {
        Icon::Mark(mark)
    }
}

impl ChartKind {
    /// How its rows on axes are painted; `None` for kinds without axes.
    pub(super) fn form(self) -> Option<&'static dyn Form> {
        match self {
            Self::Dumbbell => Some(&Dumbbell),
            Self::Bars => Some(&Bars),
            Self::Bullet => Some(&Bullet),
            Self::Ratio => Some(&Ratio),
            Self::Overview | Self::Card | Self::Profile => None,
        }
    }
}
