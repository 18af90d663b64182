//! A panel: egui_plot draws the axis, and our grid and marks stand in it as one plot item.

use std::ops::RangeInclusive;

use egui::{Align2, Color32, Rect, Shape, Stroke, Ui, UiBuilder, pos2, vec2};
use egui_plot::{
    AxisHints, GridMark, Plot, PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotTransform,
};

use super::ChartStyle;
use super::axis::Axis;
use super::block::AXIS;
use super::form::{Form, Label, Marked};
use super::setting::SetRow;
use super::style::Styles;
use super::text;
use crate::model::Unit;

/// Rows on one axis, ready to be painted.
pub(super) struct Panel<'p, 'a> {
    pub form: &'static dyn Form,
    pub unit: Option<Unit>,
    pub axis: &'p Axis,
    pub rows: &'p [SetRow<'a>],
    pub style: &'p ChartStyle,
    pub styles: Styles,
}

impl Panel<'_, '_> {
    /// Paints the rows into `area` (the plot's part of the panel, axis labels included).
    pub fn ui(&self, ui: &mut Ui, salt: usize, area: Rect) {
        let metrics = self.styles.metrics;
        let rows_height: f32 = self.rows.iter().map(|row| row.height).sum();
        let (form, unit, style) = (self.form, self.unit, *self.style);
        let axis = self.axis.clone();
        let hints = AxisHints::new_x()
            .formatter(move |mark: GridMark, _| form.tick(mark.value, &axis, unit, &style))
            .tick_label_font(self.styles.small().font())
            .tick_label_color(self.styles.palette.subdued)
            .label_spacing(0.0..=1.0)
            .min_thickness(metrics.px(AXIS));
        let ticks = self.axis.clone();
        let (min, max) = (self.axis.min, self.axis.max);
        let labels = self.labels(area);
        let (before, apart) = (metrics.px(form.label_sign()), vec2(metrics.px(2.0), 0.0));
        let with_sign = |filled: &Rect| filled.with_min_x(filled.left() - before);
        let mut letters: Vec<Rect> =
            labels.iter().map(|(filled, _)| with_sign(filled).expand2(apart)).collect();
        letters.extend(self.names_above(area).map(|name| name.expand2(apart)));
        letters.sort_by(|one, other| one.top().total_cmp(&other.top()));

        let mut inner = ui.new_child(UiBuilder::new().id_salt(("panel", salt)).max_rect(area));
        inner.spacing_mut().item_spacing = egui::Vec2::ZERO;
        Plot::new(("chart panel", salt))
            .width(area.width())
            .height(rows_height + metrics.px(AXIS))
            .show_axes([true, false])
            .show_grid(false)
            .custom_x_axes(vec![hints])
            .x_grid_spacer(move |_| {
                ticks
                    .ticks
                    .iter()
                    .map(|value| GridMark { value: *value, step_size: ticks.step })
                    .collect()
            })
            .grid_spacing(0.0..=1.0)
            .show_background(false)
            .show_x(false)
            .show_y(false)
            .invert_y(true)
            .set_margin_fraction(egui::Vec2::ZERO)
            .allow_zoom(false)
            .allow_drag(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_axis_zoom_drag(false)
            .allow_double_click_reset(false)
            .sense(egui::Sense::hover())
            .cursor_color(Color32::TRANSPARENT)
            .show(&mut inner, |plot| {
                plot.set_plot_bounds(PlotBounds::from_min_max(
                    [min, 0.0],
                    [max, f64::from(rows_height)],
                ));
                plot.add(Marks {
                    base: PlotItemBase::new("marks".to_owned()),
                    form,
                    ticks: self.axis.ticks.clone(),
                    rows: self.placed().map(|(_, middle, marked)| (middle, marked)).collect(),
                    styles: self.styles,
                    letters,
                });
            });

        for (filled, label) in labels {
            // Lines to the left of a mark end at it.
            if label.anchor == Align2::RIGHT_CENTER && label.galley.rows.len() > 1 {
                text::paint_right_aligned(ui.painter(), &label.galley, label.at);
            } else {
                text::paint(ui.painter(), label.galley, filled.min, Align2::LEFT_TOP);
            }
        }
    }

    /// What stands beside the marks in `area`, each with the box that it fills.
    fn labels(&self, area: Rect) -> Vec<(Rect, Label)> {
        let (min, max) = (self.axis.min, self.axis.max);
        let x = |value: f64| area.left() + ((value - min) / (max - min)) as f32 * area.width();
        let metrics = self.styles.metrics;
        let labels = self.placed().flat_map(|(set, middle, marked)| {
            self.form.labels(set, &marked, &x, area.top() + middle, metrics)
        });
        labels
            .map(|label| (label.anchor.anchor_size(label.at, label.galley.size()), label))
            .collect()
    }

    /// Where names stand among the rows: above the marks, from the left edge of `area` on.
    fn names_above(&self, area: Rect) -> impl Iterator<Item = Rect> {
        let mut top = area.top();
        self.rows.iter().filter_map(move |set| {
            let at = pos2(area.left(), top);
            top += set.height;
            (set.name_above > 0.0).then(|| Rect::from_min_size(at, set.name.size()))
        })
    }

    /// Each row with its middle line, from the top of the panel, and what stands on it.
    fn placed(&self) -> impl Iterator<Item = (&SetRow<'_>, f32, Marked)> {
        let mut top = 0.0;
        self.rows.iter().filter_map(move |set| {
            let middle = top + f32::midpoint(set.name_above, set.height);
            top += set.height;
            let place = self.form.place(&set.row)?;
            Some((set, middle, self.form.marked(set, place, self.styles.metrics)))
        })
    }
}

/// Grid and marks of one panel as an item of egui_plot.
struct Marks {
    base: PlotItemBase,
    form: &'static dyn Form,
    ticks: Vec<f64>,
    rows: Vec<(f32, Marked)>,
    styles: Styles,
    /// Where letters stand, from the top down: no line runs through them, whatever is behind the chart.
    letters: Vec<Rect>,
}

impl PlotItem for Marks {
    fn shapes(&self, _ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        let frame = transform.frame();
        let x = |value: f64| transform.position_from_point_x(value);
        let mut upright = |value: f64, width: f32, color: Color32| {
            let half = width / 2.0;
            // A line at the very edge stands inside whole instead of being cut in half.
            let at = x(value).clamp(frame.left() + half, frame.right() - half);
            let mut top = frame.top();
            let crossed = self.letters.iter().filter(|letters| letters.x_range().contains(at));
            let gaps = crossed.map(|letters| (letters.top(), letters.bottom()));
            for (end, next) in gaps.chain([(frame.bottom(), frame.bottom())]) {
                if end > top {
                    let points = [pos2(at, top), pos2(at, end)];
                    shapes.push(Shape::LineSegment { points, stroke: Stroke::new(width, color) });
                }
                top = top.max(next);
            }
        };
        let Styles { metrics, palette } = self.styles;
        for tick in self.ticks.iter().filter(|tick| **tick != 0.0) {
            upright(*tick, metrics.px(0.8), palette.line);
        }
        let bounds = transform.bounds();
        if bounds.min()[0] <= 0.0 && bounds.max()[0] >= 0.0 {
            upright(0.0, metrics.px(1.2), palette.axis);
        }
        for (middle, marked) in &self.rows {
            shapes.extend(self.form.marks(marked, &x, frame.top() + middle, self.styles));
        }
    }

    fn initialize(&mut self, _x_range: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        self.styles.palette.link
    }

    fn allow_hover(&self) -> bool {
        false
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::NOTHING
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}
