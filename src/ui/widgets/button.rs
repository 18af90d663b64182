//! Buttons: the one primary button, quiet ones beside it, and links inside text.

use egui::accesskit::Role;
use egui::{Color32, CursorIcon, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::{Icon, focus_ring, icon};
use crate::ui::style::{self, RADIUS_FIELD, RADIUS_ROW, gap, size};
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

/// A sign that is a button, called `name`.
pub fn icon_button_ui(ui: &mut Ui, sign: Icon, name: &str, enabled: bool) -> Response {
    let p = style::palette(ui);
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(30.0, HEIGHT), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    if enabled && response.hovered() {
        ui.painter().rect_filled(rect, RADIUS_FIELD, p.hover);
    }
    if response.has_focus() {
        focus_ring(ui, rect, RADIUS_FIELD);
    }
    let color = if enabled { p.text } else { p.axis.gamma_multiply(0.7) };
    icon(ui.painter(), sign, rect.center(), 16.0, color);
    if enabled { response.on_hover_cursor(CursorIcon::PointingHand) } else { response }
}

/// A quiet little button with a word, for lines that are low.
pub fn small_button_ui(ui: &mut Ui, sign: Option<Icon>, label: &str) -> Response {
    let p = style::palette(ui);
    let galley = text::line(ui, label, Face::regular(size::SMALL, p.subdued), f32::INFINITY);
    let sign_width = if sign.is_some() { 20.0 } else { 0.0 };
    let wide = galley.size().x + sign_width + 2.0 * gap::S;
    let (rect, response) = ui.allocate_exact_size(vec2(wide, 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label));
    if response.hovered() {
        ui.painter().rect_filled(rect, RADIUS_ROW, p.hover);
    }
    if response.has_focus() {
        focus_ring(ui, rect, RADIUS_ROW);
    }
    let inner = rect.shrink2(vec2(gap::S, 0.0));
    if let Some(sign) = sign {
        icon(ui.painter(), sign, inner.left_center() + vec2(7.0, 0.0), 14.0, p.subdued);
    }
    text::paint_galley(ui, inner.with_min_x(inner.left() + sign_width), Side::Left, galley);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
