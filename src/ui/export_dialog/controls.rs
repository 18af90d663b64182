//! What the choices of the dialog are made of: groups, rows with their name, toggles, check boxes, fields.

use egui::accesskit::{Role, Toggled};
use egui::{
    Color32, CursorIcon, DragValue, Response, RichText, Sense, Stroke, StrokeKind, TextEdit, Ui,
    WidgetInfo, vec2,
};

use crate::ui::style::{self, RADIUS_FIELD, RADIUS_ROW, gap, size};
use crate::ui::text::{self, Face, Side};
use crate::ui::widgets::{Icon, focus_ring, follow_focus, icon, segmented_ui};

/// Height of toggles and fields, in points.
const HIGH: f32 = 28.0;

/// The head of a group of choices.
pub(super) fn group_ui(ui: &mut Ui, title: &str) {
    let p = style::palette(ui);
    ui.add_space(gap::M);
    text::paragraph_ui(ui, title, Face::bold(size::BODY, p.text));
}

/// The name of a row, above it.
pub(super) fn label_ui(ui: &mut Ui, name: &str) {
    let p = style::palette(ui);
    ui.add_space(gap::XS);
    ui.label(Face::regular(size::SMALL, p.subdued).rich(name));
}

/// One switch below its name; the value that was clicked in this frame.
pub(super) fn switch_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    salt: &'static str,
    name: &str,
    options: &[(T, &str)],
    current: T,
) -> Option<T> {
    label_ui(ui, name);
    segmented_ui(ui, salt, name, options, current)
}

/// A word that is on or off, in a row with others of its kind; whether it was clicked.
pub(super) fn toggle_ui(ui: &mut Ui, name: &str, on: bool) -> bool {
    let p = style::palette(ui);
    let color = if on { p.text } else { p.subdued };
    let galley = text::line(ui, name, Face::regular(size::BODY, color), f32::INFINITY);
    let mark = 18.0;
    let (rect, response) =
        ui.allocate_exact_size(vec2(galley.size().x + mark + 18.0, HIGH), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::CheckBox, true, name));
    checked(ui, &response, on);
    let fill = match (on, response.hovered()) {
        (true, _) => p.accent_soft,
        (false, true) => p.hover,
        (false, false) => Color32::TRANSPARENT,
    };
    let edge = if on { p.accent.gamma_multiply(0.45) } else { p.line };
    ui.painter().rect(rect, RADIUS_FIELD, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    let inner = rect.shrink2(vec2(8.0, 0.0));
    if on {
        let center = inner.left_center() + vec2(6.0, 0.0);
        icon(ui.painter(), Icon::Check, center, 13.0, p.accent);
    }
    if on {
        text::paint_galley(ui, inner.with_min_x(inner.left() + mark), Side::Left, galley);
    } else {
        text::paint_galley(ui, rect, Side::Middle, galley);
    }
    if response.has_focus() {
        focus_ring(ui, rect, RADIUS_FIELD);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

/// A box with its name and, below it, what it means; whether it was clicked.
pub(super) fn check_ui(ui: &mut Ui, name: &str, more: Option<&str>, on: bool) -> bool {
    let p = style::palette(ui);
    let width = ui.available_width();
    let indent = 26.0;
    let head = text::block(ui, name, Face::regular(size::BODY, p.text), width - indent, 2);
    let more = more.map(|more| {
        text::block(ui, more, Face::regular(size::SMALL, p.subdued), width - indent, 2)
    });
    let more_high = more.as_ref().map_or(0.0, |more| more.size().y + 1.0);
    let high = (head.size().y + more_high + 8.0).max(HIGH);
    let (rect, response) = ui.allocate_exact_size(vec2(width, high), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::CheckBox, true, name));
    checked(ui, &response, on);
    if response.hovered() {
        ui.painter().rect_filled(rect, RADIUS_ROW, p.hover);
    }
    let top = rect.min + vec2(4.0, 4.0);
    let square =
        egui::Rect::from_min_size(top + vec2(0.0, (head.size().y - 16.0) / 2.0), vec2(16.0, 16.0));
    if on {
        ui.painter().rect_filled(square, 4.0, p.accent);
        icon(ui.painter(), Icon::Check, square.center(), 12.0, p.on_accent);
    } else {
        ui.painter().rect(square, 4.0, p.surface, Stroke::new(1.0, p.axis), StrokeKind::Inside);
    }
    let at = top + vec2(indent - 4.0, 0.0);
    let below = at + vec2(0.0, head.size().y + 1.0);
    ui.painter().galley(at, head, p.text);
    if let Some(more) = more {
        ui.painter().galley(below, more, p.subdued);
    }
    if response.has_focus() {
        focus_ring(ui, rect, RADIUS_ROW);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

/// Tells a screen reader whether a box is checked.
fn checked(ui: &Ui, response: &Response, on: bool) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_toggled(if on { Toggled::True } else { Toggled::False });
    });
}

/// A number with its name before it; the new one when it was changed.
pub(super) fn number_ui(
    ui: &mut Ui,
    name: &str,
    value: f32,
    (low, high): (f32, f32),
    decimals: usize,
) -> Option<f32> {
    let p = style::palette(ui);
    let mut changed = value;
    ui.label(Face::regular(size::SMALL, p.subdued).rich(name));
    let speed = if decimals == 0 { 1.0 } else { 0.5 };
    let field = DragValue::new(&mut changed)
        .range(low..=high)
        .max_decimals(decimals)
        .speed(speed)
        // While someone types 1 2 0 0, the page is not 1, 12 and 120 wide.
        .update_while_editing(false);
    let response = ui.add_sized([66.0, ui.spacing().interact_size.y], field);
    if response.has_focus() {
        follow_focus(ui, response.rect);
    }
    response.accessible_name(name);
    (changed.to_bits() != value.to_bits()).then_some(changed)
}

/// A line of text with its name above; the new text when it was changed.
pub(super) fn field_ui(
    ui: &mut Ui,
    name: &str,
    hint: &str,
    value: &str,
    most: usize,
) -> (Option<String>, Response) {
    let p = style::palette(ui);
    label_ui(ui, name);
    let mut changed = value.to_owned();
    let edit = TextEdit::singleline(&mut changed)
        .hint_text(RichText::new(hint).color(p.subdued))
        .char_limit(most)
        .margin(vec2(10.0, 6.0))
        .desired_width(f32::INFINITY);
    let response = ui.add(edit);
    if response.has_focus() {
        follow_focus(ui, response.rect);
    }
    response.clone().accessible_name(name);
    ((changed != value).then_some(changed), response)
}
