//! Small buttons that step back and forth, and one that stays pressed.

use egui::accesskit::{Role, Toggled};
use egui::{CursorIcon, Response, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::focus_ring;
use crate::ui::style::{self, RADIUS_ROW, size};
use crate::ui::text::{self, Face, Side};

const SIDE: f32 = 28.0;

/// Which way a step goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the one before.
    Back,
    /// To the next.
    Forward,
    /// To the place above.
    Up,
    /// To the place below.
    Down,
}

/// A button with an arrow; its name and its keys stand in the box over it.
pub fn step_ui(ui: &mut Ui, step: Step, name: &str, keys: Option<String>) -> Response {
    let p = style::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(SIDE, SIDE), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let fill = if response.hovered() { p.hover } else { p.surface };
    let line = Stroke::new(1.0, p.line);
    ui.painter().rect(rect, RADIUS_ROW, fill, line, StrokeKind::Inside);
    let points = match step {
        Step::Back => [vec2(2.0, -4.0), vec2(-2.0, 0.0), vec2(2.0, 4.0)],
        Step::Forward => [vec2(-2.0, -4.0), vec2(2.0, 0.0), vec2(-2.0, 4.0)],
        Step::Up => [vec2(-4.0, 2.0), vec2(0.0, -2.0), vec2(4.0, 2.0)],
        Step::Down => [vec2(-4.0, -2.0), vec2(0.0, 2.0), vec2(4.0, -2.0)],
    };
    let points = points.map(|offset| rect.center() + offset).to_vec();
    ui.painter().add(Shape::line(points, Stroke::new(1.6, p.text)));
    if response.has_focus() {
        focus_ring(ui, rect, RADIUS_ROW);
    }
    let hint = match keys {
        Some(keys) => format!("{name}  {keys}"),
        None => name.to_owned(),
    };
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(hint)
}

/// A button that stays pressed while `on`.
pub fn toggle_ui(ui: &mut Ui, label: &str, on: bool) -> Response {
    let p = style::palette(ui);
    let face = Face::regular(size::SMALL, if on { p.accent } else { p.text });
    let galley = text::line(ui, label, face, f32::INFINITY);
    let (rect, response) =
        ui.allocate_exact_size(vec2(galley.size().x + 20.0, SIDE), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_toggled(if on { Toggled::True } else { Toggled::False });
    });
    let fill = match (on, response.hovered()) {
        (true, _) => p.accent_soft,
        (false, true) => p.hover,
        (false, false) => p.surface,
    };
    let stroke = Stroke::new(1.0, if on { p.accent } else { p.line });
    ui.painter().rect(rect, RADIUS_ROW, fill, stroke, StrokeKind::Inside);
    text::paint_galley(ui, rect, Side::Middle, galley);
    if response.has_focus() {
        focus_ring(ui, rect, RADIUS_ROW);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}
