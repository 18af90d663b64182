//! The command palette: one field for commands, indicators and sections; arrow keys choose, Enter goes there.

use egui::accesskit::Role as Access;
use egui::{
    Align2, CursorIcon, Frame, Id, Key, Margin, Modal, Modifiers, Rect, ScrollArea, Sense, Stroke,
    TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::Window;
use super::lists::{Jump, JumpKind, Jumps};
use super::style::{self, RADIUS_ROW, gap, size};
use super::text::{self, Face, Side};
use super::widgets::{Icon, icon};
use crate::command::Command;
use crate::i18n::Lang;
use crate::i18n::window::Word;

const WIDTH: f32 = 620.0;
const FIELD: f32 = 44.0;
const ROW: f32 = 38.0;
/// A screen lower than this leaves little room for rows.
const LOW: f32 = 560.0;
/// Rows that a page key moves by.
const PAGE: usize = 8;

/// What is typed and which line is chosen, while the palette is open.
#[derive(Debug, Clone, Default)]
struct Typing {
    query: String,
    chosen: usize,
}

pub(super) fn palette_ui(
    ui: &mut Ui,
    window: &Window<'_>,
    jumps: &Jumps,
    commands: &mut Vec<Command>,
) {
    let memory = Id::unique("palette_typing");
    let mut typing = ui.data(|data| data.get_temp::<Typing>(memory)).unwrap_or_default();
    let found: Vec<&Jump> =
        jumps.find(&typing.query).into_iter().filter(|jump| available(window, jump)).collect();
    let moved = keys(ui, &mut typing.chosen, found.len());
    let mut taken = ui
        .input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
        .then(|| found.get(typing.chosen).copied())
        .flatten();

    let id = Id::unique("palette");
    // On a low screen every row counts.
    let screen = ui.ctx().content_rect().size();
    let top = if screen.y < LOW { gap::M } else { 72.0 };
    let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, top));
    let frame = Frame::window(ui.style()).inner_margin(Margin::same(8));
    let modal = Modal::new(id).area(area).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH.min(screen.x - 64.0));
        ui.spacing_mut().item_spacing.y = 0.0;
        if field_ui(ui, &mut typing.query, window.lang) {
            typing.chosen = 0;
        }
        ui.add_space(gap::S);
        let around = top + FIELD + gap::S + 2.0 * gap::L + gap::M;
        let high = (screen.y - around).clamp(ROW * 2.0, ROW * 11.0);
        if found.is_empty() {
            let p = style::palette(ui);
            let (rect, response) =
                ui.allocate_exact_size(vec2(ui.available_width(), ROW * 2.0), Sense::hover());
            let none = Word::PaletteNothing.text(window.lang);
            response.widget_info(|| WidgetInfo::labeled(Access::Status, true, none));
            text::paint_line(ui, rect, Side::Middle, none, Face::regular(size::BODY, p.subdued));
            return;
        }
        // As high as what is found needs, also after a query that found less.
        let area = ScrollArea::vertical().max_height(high).min_scrolled_height(high);
        area.auto_shrink([false, true]).show(ui, |ui| {
            let list = UiBuilder::new()
                .id_salt("found")
                .accessibility_role(Access::ListBox)
                .accessibility_label(Word::PaletteFound.text(window.lang));
            ui.scope_builder(list, |ui| {
                for (at, jump) in found.iter().enumerate() {
                    let on = at == typing.chosen;
                    let (clicked, hovered) = line_ui(ui, at, jump, on, moved);
                    if hovered && ui.input(|input| input.pointer.is_moving()) {
                        typing.chosen = at;
                    }
                    if clicked {
                        taken = Some(jump);
                    }
                }
            });
        });
    });
    let close = modal.should_close() || taken.is_some();
    if close {
        ui.data_mut(|data| data.remove::<Typing>(memory));
        commands.push(Command::CloseDialog);
    } else {
        ui.data_mut(|data| data.insert_temp(memory, typing));
    }
    if let Some(jump) = taken {
        commands.extend(jump.commands.iter().cloned());
    }
}

/// Whether it could be carried out if the palette were gone.
fn available(window: &Window<'_>, jump: &Jump) -> bool {
    let now = crate::command::Situation { dialog: false, ..window.situation };
    jump.commands.iter().all(|command| command.enabled(now))
}

/// Moves the choice; whether it did.
fn keys(ui: &Ui, chosen: &mut usize, count: usize) -> bool {
    let last = count.saturating_sub(1);
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let before = *chosen;
    *chosen = before.min(last);
    if pressed(Key::ArrowDown) {
        *chosen = if before >= last { 0 } else { before + 1 };
    }
    if pressed(Key::ArrowUp) {
        *chosen = if before == 0 { last } else { before - 1 };
    }
    if pressed(Key::PageDown) {
        *chosen = (before + PAGE).min(last);
    }
    if pressed(Key::PageUp) {
        *chosen = before.saturating_sub(PAGE);
    }
    *chosen != before
}

/// The field; whether something was typed.
fn field_ui(ui: &mut Ui, query: &mut String, lang: Lang) -> bool {
    let p = style::palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), FIELD), Sense::hover());
    icon(ui.painter(), Icon::Search, rect.left_center() + vec2(20.0, 0.0), 16.0, p.subdued);
    let inside = Rect::from_min_max(pos2(rect.left() + 36.0, rect.top()), rect.max);
    let hint = Word::PaletteHint.text(lang);
    let field = TextEdit::singleline(query)
        .id_salt("palette_field")
        .frame(Frame::NONE)
        .hint_text(Face::regular(size::HEAD, p.subdued).rich(hint))
        .font(egui::FontId::proportional(size::HEAD))
        .align(Align2::LEFT_CENTER)
        .desired_width(inside.width());
    let response = ui.put(inside, field).accessible_name(hint);
    if !response.has_focus() {
        response.request_focus();
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, p.line));
    response.changed()
}

/// One line: name, what it is or the other name, keys; whether it was clicked, and whether the pointer is there.
fn line_ui(ui: &mut Ui, at: usize, jump: &Jump, on: bool, moved: bool) -> (bool, bool) {
    let p = style::palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let response = ui.interact(rect, ui.scope_id().with(("jump", at)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Access::ListBoxOption, true, &jump.name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(on));
    if on && moved {
        ui.scroll_to_rect(rect, None);
    }
    if ui.is_rect_visible(rect) {
        if on {
            style::selected_ground(ui, rect, RADIUS_ROW);
        }
        let inner = rect.shrink2(vec2(12.0, 0.0));
        let sign = match jump.kind {
            JumpKind::Command => Icon::Right,
            JumpKind::Indicator => Icon::Chart,
            JumpKind::Section => Icon::Page,
        };
        icon(ui.painter(), sign, inner.left_center() + vec2(8.0, 0.0), 14.0, p.subdued);
        let keys = match jump.commands.as_slice() {
            [command] => command.keys(ui.ctx()),
            _ => None,
        };
        let quiet = Face::regular(size::SMALL, p.subdued);
        let mut right = inner.right();
        if let Some(keys) = keys {
            let galley = text::line(ui, &keys, quiet, f32::INFINITY);
            right -= galley.size().x + gap::M;
            text::paint_galley(ui, inner, Side::Right, galley);
        }
        let words =
            Rect::from_min_max(pos2(inner.left() + 26.0, inner.top()), pos2(right, inner.bottom()));
        let face = Face::regular(size::READING, p.text);
        let name = text::line(ui, &jump.name, face, words.width() * 0.72);
        let after = words.with_min_x(words.left() + name.size().x + gap::M);
        text::paint_galley(ui, words, Side::Left, name);
        // The other name helps to be sure of an indicator or a section; a command is what it says.
        if jump.kind != JumpKind::Command && after.width() > 40.0 {
            text::paint_line(ui, after, Side::Left, &jump.other_name, quiet);
        }
    }
    let hovered = response.hovered();
    let clicked = response.clicked();
    response.on_hover_cursor(CursorIcon::PointingHand);
    (clicked, hovered)
}
