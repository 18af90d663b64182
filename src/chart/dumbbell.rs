//! A panel of a dumbbell chart: egui_plot draws axis and grid, and our marks stand in it as one plot item.

use std::ops::RangeInclusive;

use egui::{Align2, Color32, Pos2, Rect, Shape, Stroke, Ui, UiBuilder, pos2, vec2};
use egui_plot::{
    AxisHints, GridMark, Plot, PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotPoint,
    PlotTransform,
};

use super::axis::Axis;
use super::marks::{self, Pointing};
use super::pack::AXIS;
use super::place::{LABEL_GAP, Place};
use super::setting::SetRow;
use super::style::Styles;
use super::text;
use super::{Background, ChartStyle, frame};
use crate::i18n::number;
use crate::model::{Decimal, IndicatorId, Unit};

/// Paints rows on one axis into `area` (the plot's part of the panel, axis labels included).
#[expect(
    clippy::too_many_arguments,
    reason = "one panel of one page; a struct would only rename them"
)]
pub(super) fn panel_ui(
    ui: &mut Ui,
    salt: usize,
    area: Rect,
    axis: &Axis,
    rows: &[SetRow<'_>],
    style: &ChartStyle,
    styles: Styles,
    selected: Option<&IndicatorId>,
) {
    let metrics = styles.metrics;
    let rows_height: f32 = rows.iter().map(|row| row.height).sum();
    let unit = rows.first().and_then(|row| row.row.actual.quantity.unit());
    let hints = AxisHints::new_x()
        .formatter(move |mark, _| tick_label(mark, unit, style))
        .tick_label_font(styles.small().font())
        .tick_label_color(styles.palette.subdued)
        .label_spacing(0.0..=1.0)
        .min_thickness(metrics.px(AXIS));
    let ticks = axis.clone();
    let (min, max) = (axis.min, axis.max);

    let mut inner = ui.new_child(UiBuilder::new().id_salt(("panel", salt)).max_rect(area));
    inner.spacing_mut().item_spacing = egui::Vec2::ZERO;
    Plot::new(("dumbbell", salt))
        .width(area.width())
        .height(rows_height + metrics.px(AXIS))
        .show_axes([true, false])
        .show_grid([true, false])
        .custom_x_axes(vec![hints])
        .x_grid_spacer(move |_| {
            ticks
                .ticks
                .iter()
                .map(|value| GridMark { value: *value, step_size: ticks.step })
                .collect()
        })
        .grid_color(styles.palette.line)
        .grid_fade(0.0)
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
                shapes: MarkShapes { rows: placed(rows), styles },
            });
        });

    let x = |value: f64| area.left() + ((value - min) / (max - min)) as f32 * area.width();
    let mut top = area.top();
    for row in rows {
        let behind = match style.background {
            Background::Transparent => None,
            _ if selected == Some(&row.row.indicator.id) => Some(styles.palette.accent_soft),
            _ => Some(frame::background(style)),
        };
        labels(ui, row, &x, top + row.height / 2.0, styles, behind);
        top += row.height;
    }
}

/// The number at a tick; rates carry their sign, all others leave the unit to the panel's caption.
fn tick_label(mark: GridMark, unit: Option<Unit>, style: &ChartStyle) -> String {
    let Some(value) = Decimal::from_f64_retain(mark.value).map(|value| value.round_dp(6)) else {
        return String::new();
    };
    let lang = style.lang.main();
    let shown = number::number(value, style.digits, lang);
    if unit.is_some_and(Unit::is_percent) { format!("{shown}%") } else { shown }
}

/// The wordings beside the marks, outward, so that they never stand between or on them.
fn labels(
    ui: &Ui,
    set: &SetRow<'_>,
    x: &impl Fn(f64) -> f32,
    y: f32,
    styles: Styles,
    behind: Option<Color32>,
) {
    let Some(place) = Place::of(&set.row) else { return };
    let metrics = styles.metrics;
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
    for ((galley, at), anchor) in [(left, Align2::RIGHT_CENTER), (right, Align2::LEFT_CENTER)] {
        let box_of_text = anchor.anchor_size(pos2(at, y), galley.size());
        if let Some(behind) = behind {
            // Grid lines do not run through the letters.
            ui.painter().rect_filled(box_of_text.expand2(vec2(metrics.px(2.0), 0.0)), 0.0, behind);
        }
        text::paint(ui.painter(), galley.clone(), pos2(at, y), anchor);
    }
}

/// The centre line of each row, from the top of the panel, with what stands on it.
fn placed(rows: &[SetRow<'_>]) -> Vec<(f64, Place)> {
    let mut top = 0.0_f64;
    let mut out = Vec::new();
    for row in rows {
        let center = top + f64::from(row.height) / 2.0;
        top += f64::from(row.height);
        if let Some(place) = Place::of(&row.row) {
            out.push((center, place));
        }
    }
    out
}

struct MarkShapes {
    rows: Vec<(f64, Place)>,
    styles: Styles,
}

impl MarkShapes {
    fn row(&self, center: f64, place: &Place, transform: &PlotTransform, out: &mut Vec<Shape>) {
        let Styles { metrics, palette } = self.styles;
        let at = |value: f64| transform.position_from_point(&PlotPoint::new(value, center));
        let (mut actual, mut target) = (at(place.actual), at(place.target));
        let pointing = if place.target_is_right() { Pointing::Right } else { Pointing::Left };
        let apart = (target.x - actual.x).abs();
        let touching = apart < metrics.px(19.0);
        if touching {
            // Marks that would cover each other stand one above the other.
            actual.y -= metrics.px(6.5);
            target.y += metrics.px(6.5);
        } else {
            out.extend(marks::link(
                actual,
                target,
                place.target_mark.derived,
                metrics.scale,
                palette,
            ));
        }
        let end = |from: Pos2, value: f64| Some(pos2(at(value).x, from.y));
        out.extend(marks::shapes(
            place.actual_mark,
            actual,
            end(actual, place.actual_end),
            pointing,
            metrics.scale,
            palette,
        ));
        out.extend(marks::shapes(
            place.target_mark,
            target,
            end(target, place.target_end),
            pointing,
            metrics.scale,
            palette,
        ));
    }
}

/// The marks of one panel as an item of egui_plot.
struct Marks {
    base: PlotItemBase,
    shapes: MarkShapes,
}

impl PlotItem for Marks {
    fn shapes(&self, _ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        let bounds = transform.bounds();
        if bounds.min()[0] <= 0.0 && bounds.max()[0] >= 0.0 {
            let frame = transform.frame();
            let zero = transform.position_from_point_x(0.0);
            let width = self.shapes.styles.metrics.px(1.2);
            shapes.push(Shape::LineSegment {
                points: [pos2(zero, frame.top()), pos2(zero, frame.bottom())],
                stroke: Stroke::new(width, self.shapes.styles.palette.axis),
            });
        }
        for (center, place) in &self.shapes.rows {
            self.shapes.row(*center, place, transform, shapes);
        }
    }

    fn initialize(&mut self, _x_range: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        self.shapes.styles.palette.link
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
