//! The one field that finds figures by name, pinyin, number, wording, section, id or link.
//!
//! Results come while typing. Enter goes to the next row, Shift+Enter to the one before, Escape empties the field.

use egui::accesskit::Role;
use egui::{Id, Key, Modifiers, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::style::{self, RADIUS_ROW, size};
use super::text::{self, Face, Side};
use super::widgets::{FIELD, Icon, field_ui, focus_ring, icon};
use super::{Shown, Window};
use crate::command::{Command, TableCommand};
use crate::i18n::finding::{self, Word};

/// Wider than this it need not be.
const WIDEST: f32 = 460.0;
/// Below this there is no room for the steps to the next and the last row.
const WITH_STEPS: f32 = 250.0;
/// Below this the hint is one word.
const WITH_HINT: f32 = 250.0;

/// The field in `room`, at its left.
pub(super) fn search_field_ui(
    ui: &mut Ui,
    room: Rect,
    window: &Window<'_>,
    shown: &Shown<'_>,
    commands: &mut Vec<Command>,
) {
    let lang = window.lang;
    let p = style::palette(ui);
    let id = Id::unique("search field");
    let rect = Rect::from_min_size(
        pos2(room.left(), room.center().y - FIELD / 2.0),
        vec2(room.width().min(WIDEST), FIELD),
    );
    if shown.focus_search {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let focused = ui.memory(|memory| memory.has_focus(id));
    // Taken before the field, to which they mean the end of typing.
    let pressed =
        |modifiers, key| focused && ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::SHIFT, Key::Enter) || pressed(Modifiers::NONE, Key::ArrowUp) {
        commands.push(Command::Table(TableCommand::PreviousRow));
    }
    if pressed(Modifiers::NONE, Key::Enter) || pressed(Modifiers::NONE, Key::ArrowDown) {
        commands.push(Command::Table(TableCommand::NextRow));
    }

    let mut typed = shown.filters.search.clone();
    let used = !typed.is_empty();
    let steps = used && rect.width() >= WITH_STEPS;
    let place = finding::place(shown.table.selected(), shown.table.len(), lang);
    let face = Face::regular(size::SMALL, p.subdued);
    let place = text::line(ui, &place, face, f32::INFINITY);
    let buttons = if !used {
        0.0
    } else if steps {
        3.0 * BUTTON
    } else {
        BUTTON
    };
    let right = if used { place.size().x + buttons + 12.0 } else { 8.0 };
    let field = Rect::from_min_max(rect.min + vec2(22.0, 0.0), rect.max - vec2(right, 0.0));
    // The frame is painted around everything, the text goes between sign and count.
    let stroke =
        if focused { egui::Stroke::new(2.0, p.accent) } else { egui::Stroke::new(1.0, p.line) };
    let fill = if focused { p.surface } else { p.sunken };
    ui.painter().rect(rect, style::RADIUS_FIELD, fill, stroke, egui::StrokeKind::Inside);
    icon(ui.painter(), Icon::Search, rect.left_center() + vec2(17.0, 0.0), 15.0, p.subdued);
    let keys = Command::Table(TableCommand::FocusSearch)
        .shortcut()
        .map(|keys| ui.ctx().format_shortcut(&keys))
        .unwrap_or_default();
    let hint = if rect.width() >= WITH_HINT { Word::SearchHint } else { Word::SearchHintShort };
    let name = Word::Search.text(lang);
    let response = field_ui(ui, id, field, name, hint.text(lang), &mut typed, false);
    if response.changed() {
        commands.push(Command::Table(TableCommand::Search(typed)));
    }
    if !used && !focused && rect.width() >= WITH_HINT {
        let at = rect.with_max_x(rect.right() - 10.0);
        text::paint_line(ui, at, Side::Right, &keys, Face::regular(size::TINY, p.subdued));
    }
    let left = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
    if used && left {
        commands.push(Command::Table(TableCommand::Search(String::new())));
    }
    if used {
        let mut at = rect.right() - 4.0;
        let mut button = |sign, name: &str, command: TableCommand| {
            at -= BUTTON;
            let square = Rect::from_center_size(
                pos2(at + BUTTON / 2.0, rect.center().y),
                vec2(BUTTON, BUTTON),
            );
            if small_icon_ui(ui, square, sign, name) {
                commands.push(Command::Table(command));
            }
        };
        let clear = TableCommand::Search(String::new());
        button(Icon::Close, Word::ClearSearch.text(lang), clear);
        if steps {
            button(Icon::Down, TableCommand::NextRow.text(lang), TableCommand::NextRow);
            button(Icon::Up, TableCommand::PreviousRow.text(lang), TableCommand::PreviousRow);
        }
        let spoken = place.text().to_owned();
        let size = place.size();
        let room =
            Rect::from_min_max(pos2(at - size.x - 6.0, rect.top()), pos2(at - 6.0, rect.bottom()));
        text::paint_galley(ui, room, Side::Right, place);
        let response = ui.interact(room, id.with("place"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &spoken));
    }
}

const BUTTON: f32 = 24.0;

/// A sign in a square that is a button.
pub(super) fn small_icon_ui(ui: &mut Ui, rect: Rect, sign: Icon, name: &str) -> bool {
    let p = style::palette(ui);
    let response = ui.interact(rect, ui.scope_id().with(("small icon", sign)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if response.hovered() {
        ui.painter().rect_filled(rect, RADIUS_ROW, p.hover);
    }
    if response.has_focus() {
        focus_ring(ui, rect.shrink(2.0), RADIUS_ROW);
    }
    icon(ui.painter(), sign, rect.center(), 11.0, p.subdued);
    let clicked = response.clicked();
    response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(name);
    clicked
}
