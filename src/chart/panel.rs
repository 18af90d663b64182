//! A panel: egui_plot draws the axis, and our grid and marks stand in it as one plot item.

use std::ops::RangeInclusive;

use egui::{Align2, Color32, Rangef, Rect, Shape, Stroke, Ui, UiBuilder, pos2, vec2};
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
        let hints = AxisHints::new_x()
            .formatter(move |mark: GridMark, _| form.tick(mark.value, unit, &style))
            .tick_label_font(self.styles.small().font())
            .tick_label_color(self.styles.palette.subdued)
            .label_spacing(0.0..=1.0)
            .min_thickness(metrics.px(AXIS));
        let ticks = self.axis.clone();
        let (min, max) = (self.axis.min, self.axis.max);
        let x = |value: f64| area.left() + ((value - min) / (max - min)) as f32 * area.width();
        let labels = self.labels(&x, area.top());
        let gaps = labels.iter().map(|label| label.rect().expand2(vec2(metrics.px(2.0), 0.0)));

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
                    gaps: gaps.collect(),
                    rows: self.placed(),
                    styles: self.styles,
                });
            });

        for label in labels {
            // Lines to the left of a mark end at it.
            if label.anchor == Align2::RIGHT_CENTER && label.galley.rows.len() > 1 {
                text::paint_right_aligned(ui.painter(), &label.galley, label.at);
            } else {
                let at = label.rect().min;
                text::paint(ui.painter(), label.galley, at, Align2::LEFT_TOP);
            }
        }
    }

    /// The texts beside the marks of all rows, the first of which begins at `top`.
    fn labels(&self, x: &dyn Fn(f64) -> f32, top: f32) -> Vec<Label> {
        let of_row = |(set, (middle, marked)): (&SetRow<'_>, (f32, Marked))| {
            self.form.labels(set, &marked, x, top + middle, self.styles.metrics)
        };
        let on_axis = self.rows.iter().filter(|set| self.form.place(&set.row).is_some());
        on_axis.zip(self.placed()).flat_map(of_row).collect()
    }

    /// The middle line of each row, from the top of the panel, with what stands on it.
    fn placed(&self) -> Vec<(f32, Marked)> {
        let mut top = 0.0;
        let mut out = Vec::new();
        for set in self.rows {
            let middle = top + set.height / 2.0;
            top += set.height;
            if let Some(place) = self.form.place(&set.row) {
                out.push((middle, self.form.marked(set, place, self.styles.metrics)));
            }
        }
        out
    }
}

/// Grid and marks of one panel as an item of egui_plot.
struct Marks {
    base: PlotItemBase,
    form: &'static dyn Form,
    ticks: Vec<f64>,
    /// Where texts stand: no line runs through letters, whatever is behind them.
    gaps: Vec<Rect>,
    rows: Vec<(f32, Marked)>,
    styles: Styles,
}

/// What is left of an upright line at `x` where it leaves out `gaps`.
fn pieces(x: f32, line: Rangef, gaps: &[Rect]) -> Vec<(f32, f32)> {
    let mut crossed: Vec<Rangef> =
        gaps.iter().filter(|gap| gap.x_range().contains(x)).map(|gap| gap.y_range()).collect();
    crossed.sort_by(|one, other| one.min.total_cmp(&other.min));
    let mut out = Vec::new();
    let mut from = line.min;
    for gap in crossed.into_iter().chain([Rangef::point(line.max)]) {
        if gap.min > from {
            out.push((from, gap.min));
        }
        from = from.max(gap.max);
    }
    out
}

impl PlotItem for Marks {
    fn shapes(&self, _ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        let frame = transform.frame();
        let x = |value: f64| transform.position_from_point_x(value);
        let mut upright = |value: f64, width: f32, color: Color32| {
            let half = width / 2.0;
            // A line at the very edge stands inside whole instead of being cut in half.
            let at = x(value).clamp(frame.left() + half, frame.right() - half);
            let stroke = Stroke::new(width, color);
            for (top, bottom) in pieces(at, frame.y_range(), &self.gaps) {
                shapes
                    .push(Shape::LineSegment { points: [pos2(at, top), pos2(at, bottom)], stroke });
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
