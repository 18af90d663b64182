//! The head of a side panel: what it is, and the button that puts it away.

use egui::accesskit::Role as Access;
use egui::{CursorIcon, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::style::{self, RADIUS_ROW, gap, size};
use super::text::{self, Face, Side};
use super::widgets::{Icon, focus_ring, icon};
use crate::command::Command;
use crate::i18n::Lang;

const HEIGHT: f32 = 40.0;
const BUTTON: f32 = 28.0;

/// The head with its button; the command when it was clicked.
pub(super) fn side_head_ui(
    ui: &mut Ui,
    label: &str,
    sign: Icon,
    command: &Command,
    lang: Lang,
) -> Option<Command> {
    let p = style::palette(ui);
    let head = Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), HEIGHT));
    ui.advance_cursor_after_rect(head);
    let right = head.right() - gap::S;
    let button = Rect::from_center_size(
        pos2(right - BUTTON / 2.0, head.center().y + 2.0),
        vec2(BUTTON, BUTTON),
    );
    let words = Rect::from_min_max(
        pos2(head.left() + gap::L, button.top()),
        pos2(button.left(), button.bottom()),
    );
    text::paint_line(ui, words, Side::Left, label, Face::regular(size::SMALL, p.subdued));

    let response = ui.interact(button, ui.scope_id().with("put_away"), Sense::click());
    let name = command.text(lang);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, name));
    if response.hovered() {
        ui.painter().rect_filled(button, RADIUS_ROW, p.hover);
    }
    if response.has_focus() {
        focus_ring(ui, button, RADIUS_ROW);
    }
    icon(ui.painter(), sign, button.center(), 15.0, p.subdued);
    let keys = command.keys(ui.ctx());
    let hint = keys.map_or_else(|| name.to_owned(), |keys| format!("{name} ({keys})"));
    let clicked = response.clicked();
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(hint);
    clicked.then(|| command.clone())
}
