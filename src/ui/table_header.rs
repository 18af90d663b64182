//! The heads of the columns: a click sorts, a second one the other way round, a third as in the document;
//! the sign behind the name opens what else there is to do with the column.

use egui::accesskit::{Role as Access, SortDirection};
use egui::{
    CursorIcon, Popup, PopupCloseBehavior, Rect, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::Shown;
use super::lists::column_text;
use super::style::{self, RADIUS_ROW, size};
use super::table_cells::inner;
use super::table_condition::condition_ui;
use super::table_grid::Cells;
use super::text::{self, Face, Side};
use super::widgets::{Icon, Line, focus_ring, icon, menu_divider_ui, menu_line_ui};
use crate::command::{Command, TableCommand};
use crate::find::{Column, Order};
use crate::i18n::Lang;
use crate::i18n::finding::{self, Word};

/// What a column is called in this report.
pub(super) fn name(column: Column, shown: &Shown<'_>, lang: Lang) -> String {
    let [actual, target, goal] = &shown.table.heads;
    match column {
        Column::Actual => actual.clone(),
        Column::Target => target.clone(),
        Column::Goal => goal.clone(),
        _ => column_text::label(column, lang).to_owned(),
    }
}

pub(super) fn side(column: Column) -> Side {
    match column {
        Column::Actual | Column::Target | Column::Goal => Side::Right,
        _ => Side::Left,
    }
}

/// The heads of all columns that are seen.
pub(super) fn heads_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    cells: &Cells,
    commands: &mut Vec<Command>,
) {
    let p = style::palette(ui);
    ui.painter().rect_filled(cells.row, 0.0, p.surface);
    for (at, column) in shown.table.columns().iter().enumerate() {
        if cells.seen(at) {
            cells.clip(ui, at);
            head_ui(ui, lang, shown, *column, cells.columns[at], commands);
        }
    }
    ui.set_clip_rect(cells.row);
    let bottom = cells.row.bottom() - 0.5;
    ui.painter().hline(cells.row.x_range(), bottom, Stroke::new(1.0, p.line));
}

fn head_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    column: Column,
    rect: Rect,
    commands: &mut Vec<Command>,
) {
    let p = style::palette(ui);
    let name = name(column, shown, lang);
    let order = shown.filters.order.filter(|order| order.column == column);
    let condition = shown.filters.on(column).filter(|condition| !condition.is_blank());
    let response = ui.interact(rect, ui.scope_id().with(("head", column)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::ColumnHeader, true, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        match order.map(|order| order.descending) {
            Some(false) => node.set_sort_direction(SortDirection::Ascending),
            Some(true) => node.set_sort_direction(SortDirection::Descending),
            None => {}
        }
        if condition.is_some() {
            node.set_description(Word::Filtered.text(lang));
        }
    });
    let over = response.hovered() || response.contains_pointer();
    if over {
        let ground = rect.shrink2(vec2(0.0, 4.0));
        ui.painter().rect_filled(ground, RADIUS_ROW, p.hover);
    }
    let set_off = order.is_some() || condition.is_some();
    let face = if set_off {
        Face::bold(size::SMALL, p.accent)
    } else {
        Face::regular(size::SMALL, p.subdued)
    };
    let mut inner = inner(rect, column);
    let menu = Rect::from_center_size(pos2(rect.right() - 17.0, rect.center().y), vec2(18.0, 22.0));
    // The sign of the menu takes room only when someone is there, or the column is set off.
    let asked = over || set_off || ui.memory(|memory| memory.has_focus(menu_id(ui, column)));
    if asked {
        inner.set_right(menu.left() - 1.0);
    }
    let arrow = if order.is_some() { 11.0 } else { 0.0 };
    let galley = text::line(ui, &name, face, inner.width() - arrow);
    let width = galley.size().x;
    let at = text::paint_galley(
        ui,
        match side(column) {
            Side::Right => inner.with_max_x(inner.right() - arrow),
            Side::Left | Side::Middle => inner,
        },
        side(column),
        galley,
    );
    if let Some(order) = order {
        let sign = if order.descending { Icon::Down } else { Icon::Up };
        icon(ui.painter(), sign, pos2(at.x + width + 7.0, rect.center().y), 9.0, p.accent);
    }
    if response.has_focus() {
        focus_ring(ui, rect.shrink2(vec2(2.0, 5.0)), RADIUS_ROW);
    }
    if response.clicked() {
        commands.push(Command::Table(TableCommand::Sort(next_order(column, order))));
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    menu_ui(ui, lang, shown, column, &name, menu, asked, commands);
    response.on_hover_text(name);
}

fn menu_id(ui: &Ui, column: Column) -> egui::Id {
    ui.scope_id().with(("head menu", column))
}

/// Ascending, descending, as in the document.
fn next_order(column: Column, order: Option<Order>) -> Option<Order> {
    match order {
        None => Some(Order { column, descending: false }),
        Some(Order { descending: false, .. }) => Some(Order { column, descending: true }),
        Some(Order { descending: true, .. }) => None,
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "one part of one head; a struct would only rename them"
)]
fn menu_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    column: Column,
    name: &str,
    rect: Rect,
    seen: bool,
    commands: &mut Vec<Command>,
) {
    let p = style::palette(ui);
    let response = ui.interact(rect, menu_id(ui, column), Sense::click());
    let label = finding::menu_of(name, lang);
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, &label));
    if seen {
        if response.hovered() {
            ui.painter().rect_filled(rect, RADIUS_ROW, p.line);
        }
        let sign = if shown.filters.on(column).is_some() { Icon::Filter } else { Icon::More };
        let color = if sign == Icon::Filter { p.accent } else { p.subdued };
        icon(ui.painter(), sign, rect.center(), 11.0, color);
    }
    if response.has_focus() {
        focus_ring(ui, rect.shrink(2.0), RADIUS_ROW);
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).gap(4.0).show(
        |ui| {
            ui.set_width(220.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            lines_ui(ui, lang, shown, column, commands);
        },
    );
}

fn lines_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    column: Column,
    commands: &mut Vec<Command>,
) {
    let order = shown.filters.order;
    for wanted in
        [Some(Order { column, descending: false }), Some(Order { column, descending: true }), None]
    {
        let command = TableCommand::Sort(wanted);
        let kind = Line::Choice(order == wanted);
        if menu_line_ui(ui, kind, command.text(lang), None, true).clicked() {
            commands.push(Command::Table(command));
            ui.close();
        }
    }
    menu_divider_ui(ui);
    condition_ui(ui, lang, column, shown.filters.on(column), commands);
    if column == Column::Name {
        return;
    }
    menu_divider_ui(ui);
    let columns = shown.table.columns();
    let at = columns.iter().position(|other| *other == column).unwrap_or_default();
    for (right, possible) in [(false, at > 1), (true, at + 1 < columns.len())] {
        let command = TableCommand::ShiftColumn(column, right);
        if menu_line_ui(ui, Line::Action, command.text(lang), None, possible).clicked() {
            commands.push(Command::Table(command));
        }
    }
    let hide = Word::HideColumn.text(lang);
    if menu_line_ui(ui, Line::Action, hide, None, true).clicked() {
        commands.push(Command::Table(TableCommand::ShowColumn(column, false)));
        ui.close();
    }
}
