//! Buttons that open a menu, and the lines of a menu: a sign for what is chosen, a name, its keys.

use egui::accesskit::{Role, Toggled};
use egui::{CursorIcon, Popup, PopupCloseBehavior, Response, Sense, Ui, WidgetInfo, vec2};

use super::{Icon, focus_ring, icon};
use crate::ui::style::{self, RADIUS_FIELD, RADIUS_ROW, gap, size};
use crate::ui::text::{self, Face, Side};

const ROW: f32 = 32.0;

/// How a menu button shows itself.
pub struct MenuButton<'a> {
    /// Its name for screen readers, and its hover text.
    pub name: &'a str,
    /// What stands on it besides the sign.
    pub label: Option<&'a str>,
    /// The sign before the label.
    pub icon: Option<Icon>,
}

impl MenuButton<'_> {
    /// The button, and while it is open the menu, `width` wide.
    pub fn show(self, ui: &mut Ui, width: f32, lines: impl FnOnce(&mut Ui)) {
        let p = style::palette(ui);
        let label = self
            .label
            .map(|label| text::line(ui, label, Face::regular(size::BODY, p.text), f32::INFINITY));
        let label_width = label.as_ref().map_or(0.0, |label| label.size().x + gap::S + 12.0);
        let icon_width = if self.icon.is_some() { 16.0 } else { 0.0 };
        let wide = (label_width + icon_width + 2.0 * gap::S).max(32.0);
        let (rect, response) = ui.allocate_exact_size(vec2(wide, 32.0), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, self.name));
        let open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
        if response.hovered() || open {
            ui.painter().rect_filled(rect, RADIUS_FIELD, p.hover);
        }
        let mut inner = rect.shrink2(vec2(gap::S, 0.0));
        if let Some(sign) = self.icon {
            let at = if self.label.is_some() {
                inner.left_center() + vec2(8.0, 0.0)
            } else {
                rect.center()
            };
            icon(ui.painter(), sign, at, 16.0, p.text);
            inner.set_left(inner.left() + icon_width + 2.0);
        }
        if let Some(label) = label {
            text::paint_galley(ui, inner, Side::Left, label);
            icon(ui.painter(), Icon::Down, inner.right_center() - vec2(4.0, 0.0), 10.0, p.subdued);
        }
        if response.has_focus() {
            focus_ring(ui, rect, RADIUS_FIELD);
        }
        let response = response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(self.name);
        Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClick).gap(4.0).show(
            |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 0.0;
                lines(ui);
            },
        );
    }
}

/// What a line of a menu can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// Something to do.
    Action,
    /// One of several, chosen or not.
    Choice(bool),
    /// On or off.
    Switch(bool),
}

/// One line of a menu.
pub fn menu_line_ui(
    ui: &mut Ui,
    kind: Line,
    label: &str,
    keys: Option<&str>,
    enabled: bool,
) -> Response {
    let p = style::palette(ui);
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (row, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), sense);
    let (role, on) = match kind {
        Line::Action => (Role::MenuItem, None),
        Line::Choice(on) => (Role::MenuItemRadio, Some(on)),
        Line::Switch(on) => (Role::MenuItemCheckBox, Some(on)),
    };
    response.widget_info(|| WidgetInfo::labeled(role, enabled, label));
    if let Some(on) = on {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_toggled(if on { Toggled::True } else { Toggled::False });
        });
    }
    if enabled && (response.hovered() || response.has_focus()) {
        ui.painter().rect_filled(row, RADIUS_ROW, p.hover);
    }
    if response.has_focus() {
        focus_ring(ui, row.shrink(2.0), RADIUS_ROW);
    }
    let color = if enabled { p.text } else { p.subdued };
    let mut inner = row.shrink2(vec2(10.0, 0.0));
    if on.is_some() {
        if on == Some(true) {
            icon(ui.painter(), Icon::Check, inner.left_center() + vec2(7.0, 0.0), 12.0, p.accent);
        }
        inner.set_left(inner.left() + 22.0);
    }
    if let Some(keys) = keys {
        let keys = text::line(ui, keys, Face::regular(size::SMALL, p.subdued), inner.width());
        let left = inner.right() - keys.size().x - gap::S;
        text::paint_galley(ui, inner, Side::Right, keys);
        inner.set_right(left);
    }
    text::paint_line(ui, inner, Side::Left, label, Face::regular(size::BODY, color));
    response
}

/// A hairline between two groups of lines.
pub fn menu_divider_ui(ui: &mut Ui) {
    let p = style::palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 9.0), Sense::hover());
    ui.painter().hline(rect.x_range().shrink(4.0), rect.center().y, egui::Stroke::new(1.0, p.line));
}
