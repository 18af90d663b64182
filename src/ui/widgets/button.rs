//! Buttons: the one primary button, quiet ones beside it, and links inside text.

use egui::accesskit::Role;
use egui::{Color32, CursorIcon, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::focus_ring;
use crate::ui::style::{self, RADIUS_FIELD, gap, size};
use crate::ui::text::{self, Face, Side};

const HEIGHT: f32 = 32.0;

/// The one thing to do here: filled with the accent colour.
pub fn primary_ui(ui: &mut Ui, label: &str, enabled: bool) -> Response {
    let p = style::palette(ui);
    button_ui(ui, label, enabled, Face::bold(size::BODY, p.on_accent), |hovered| {
        let fill = if hovered { p.accent.gamma_multiply(0.88) } else { p.accent };
        (fill, Stroke::NONE)
    })
}

/// Something else to do: a hairline around its name.
pub fn quiet_ui(ui: &mut Ui, label: &str, enabled: bool) -> Response {
    let p = style::palette(ui);
    button_ui(ui, label, enabled, Face::regular(size::BODY, p.text), |hovered| {
        (if hovered { p.hover } else { p.surface }, Stroke::new(1.0, p.line))
    })
}

fn button_ui(
    ui: &mut Ui,
    label: &str,
    enabled: bool,
    face: Face,
    look: impl Fn(bool) -> (Color32, Stroke),
) -> Response {
    let galley = text::line(ui, label, face, f32::INFINITY);
    let width = galley.size().x + 2.0 * 14.0;
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, label));
    if ui.is_rect_visible(rect) {
        let (fill, stroke) = look(enabled && response.hovered());
        let fade = if enabled { 1.0 } else { 0.45 };
        ui.painter().rect(
            rect,
            RADIUS_FIELD,
            fill.gamma_multiply(fade),
            stroke,
            StrokeKind::Inside,
        );
        let size = galley.size();
        ui.painter().galley_with_override_text_color(
            rect.center() - size / 2.0,
            galley,
            face.color.gamma_multiply(if enabled { 1.0 } else { 0.7 }),
        );
        if response.has_focus() {
            focus_ring(ui, rect, RADIUS_FIELD);
        }
    }
    if enabled { response.on_hover_cursor(CursorIcon::PointingHand) } else { response }
}

/// A word that leads somewhere, in the accent colour.
pub fn link_ui(ui: &mut Ui, label: &str) -> Response {
    let p = style::palette(ui);
    let galley = text::line(ui, label, Face::regular(size::SMALL, p.accent), f32::INFINITY);
    let (rect, response) =
        ui.allocate_exact_size(vec2(galley.size().x, galley.size().y + gap::XS), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, label));
    let at = text::paint_galley(ui, rect, Side::Left, galley.clone());
    if response.hovered() {
        let y = at.y + galley.size().y - 2.0;
        ui.painter().hline(rect.x_range(), y, Stroke::new(1.0, p.accent));
    }
    if response.has_focus() {
        focus_ring(ui, rect, 2);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}
