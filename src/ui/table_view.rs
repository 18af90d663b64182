//! The table: chips to narrow it, and rows of indicator, actual, target, goal, difference or reason, comparability.
//!
//! It is one stop of the Tab key; arrow keys move the selection, with Shift they and clicks extend it, with Ctrl
//! a click takes a single row in or leaves it out.
//! Nothing is left blank: a dash says on hover that the report mentions nothing, words stand as words,
//! and where there is no difference its reason stands.

use std::rc::Rc;

use egui::accesskit::Role as Access;
use egui::{
    Event, EventFilter, Frame, Id, Key, Margin, Modifiers, Response, Sense, Stroke, Ui, UiBuilder,
    WidgetInfo, vec2,
};

use super::lists::TableRow;
use super::style::{self, RADIUS_CARD, gap, size};
use super::table_cells::{self, Look};
use super::table_grid::{Cells, Fill, Grid, grid_ui};
use super::text::{self, Face, Side};
use super::{Shown, Window, facets, list_focus, table_header, table_menu};
use crate::command::{Command, CopyFormat, CopyRows, TableCommand};
use crate::find::Column;
use crate::i18n::Lang;
use crate::i18n::finding::{self, Word as Found};
use crate::i18n::number::NumberStyle;
use crate::i18n::window::Word;
use crate::settings::{COLUMN_WIDTHS, TableSettings};

const HEADER: f32 = 36.0;
/// A view lower than this keeps its height for the rows.
const LOW: f32 = 400.0;
/// Room for the scroll bar, so that it never lies over the last column.
const SCROLL_BAR: f32 = 8.0;

pub(super) fn table_view_ui(
    ui: &mut Ui,
    window: &Window<'_>,
    shown: &Shown<'_>,
    commands: &mut Vec<Command>,
) {
    let lang = window.lang;
    let low = ui.available_height() < LOW;
    let between = if low { gap::XS } else { gap::S };
    head_ui(ui, window, shown, low, commands);
    ui.add_space(between - ui.spacing().item_spacing.y);
    // An audience is shown what is listed, and nothing to choose it with.
    if window.presenting.is_none() {
        facets::facets_ui(ui, lang, shown, low, commands);
    }
    ui.add_space(between + gap::XS - ui.spacing().item_spacing.y);
    let p = style::palette(ui);
    let card = Frame::new()
        .fill(p.surface)
        .stroke(Stroke::new(1.0, p.line))
        .corner_radius(RADIUS_CARD)
        .inner_margin(Margin { left: 6, right: 6, top: 2, bottom: 6 });
    card.show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        let room = ui.available_rect_before_wrap();
        // Its header stays without rows too: a menu may be open in it, in which a condition is being written.
        rows_ui(ui, lang, shown, &window.settings.table, commands);
        if shown.table.is_empty() {
            let below = UiBuilder::new().max_rect(room.with_min_y(room.top() + HEADER));
            ui.scope_builder(below, |ui| empty_ui(ui, lang, shown));
        }
    });
}

/// Title, subtitle and the menus of columns and output; on a low screen the subtitle stands in the hover text.
fn head_ui(
    ui: &mut Ui,
    window: &Window<'_>,
    shown: &Shown<'_>,
    low: bool,
    commands: &mut Vec<Command>,
) {
    let lang = window.lang;
    let p = style::palette(ui);
    let height = if low { 32.0 } else { 52.0 };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let right =
        UiBuilder::new().max_rect(rect).layout(egui::Layout::right_to_left(egui::Align::Center));
    let menus_left = ui
        .scope_builder(right, |ui| {
            if window.presenting.is_none() {
                table_menu::output_ui(ui, lang, window.situation, commands);
                table_menu::columns_ui(ui, lang, shown, &window.settings.table, commands);
            }
            ui.min_rect().left()
        })
        .inner;
    let words = rect.with_max_x(menus_left - gap::L);
    let title = words.with_max_y(rect.top() + 30.0);
    // Smaller rather than cut, and in two lines where there is no other way.
    let sizes = [(size::TITLE, 1), (size::HEAD, 1), (size::SMALL, 2)];
    let set = |(size, rows): (f32, usize)| {
        let face = Face::bold(size, p.text);
        text::block(ui, &shown.table.title, face, title.width(), rows)
    };
    let mut galleys = sizes.into_iter().skip(usize::from(low)).map(set);
    let found = galleys.find(|galley| !galley.elided);
    let galley = found.unwrap_or_else(|| set(sizes[2]));
    let mut cut = low || galley.elided;
    text::paint_galley(ui, title, Side::Left, galley);
    if !low {
        let subtitle = words.with_min_y(rect.top() + 32.0);
        let face = Face::regular(size::SMALL, p.subdued);
        cut |= text::paint_line(ui, subtitle, Side::Left, &shown.table.subtitle, face);
    }
    let response = ui.interact(words, ui.scope_id().with("heading"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Access::Heading, true, &shown.table.title));
    if cut {
        response.on_hover_text(format!("{}\n{}", shown.table.title, shown.table.subtitle));
    }
}

fn empty_ui(ui: &mut Ui, lang: Lang, shown: &Shown<'_>) {
    let p = style::palette(ui);
    let (title, more) = if shown.table.leads_elsewhere {
        (Found::OtherReport.text(lang), Found::OtherReportMore.text(lang))
    } else if shown.filters.narrow() {
        (Found::NothingFound.text(lang), Found::NothingFoundMore.text(lang))
    } else {
        (Word::EmptySection.text(lang), Word::EmptySectionMore.text(lang))
    };
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.38);
        text::paragraph_ui(ui, title, Face::bold(size::HEAD, p.text));
        text::paragraph_ui(ui, more, Face::regular(size::BODY, p.subdued));
    });
}

/// What the status line says of the table: rows listed, rows selected, the unit of one that is selected alone.
pub(super) fn status(shown: &Shown<'_>, lang: Lang) -> Vec<String> {
    let table = shown.table;
    let mut parts = vec![finding::listed(table.len(), table.all(), lang)];
    let count = shown.picked.len().max(usize::from(table.selected().is_some()));
    if count > 0 {
        parts.push(finding::selected(count, lang));
    }
    if let Some(row) = table.selected().filter(|_| count == 1).and_then(|at| table.row(at)) {
        let unit = super::lists::row_units(shown.report, row, lang);
        if !unit.is_empty() {
            parts.push(format!("{} {unit}", Found::UnitLabel.text(lang)));
        }
    }
    parts
}

/// The least width of a column, and its share of the room that is left.
fn least(column: Column, lang: Lang) -> (f32, f32) {
    let (zh, en, share) = match column {
        Column::Name => (134.0, 122.0, 0.36),
        Column::Unit => (38.0, 54.0, 0.03),
        Column::Actual => (88.0, 98.0, 0.13),
        Column::Target => (88.0, 92.0, 0.13),
        Column::Goal => (62.0, 76.0, 0.12),
        Column::Outcome => (136.0, 80.0, 0.20),
        Column::Verdict => (80.0, 104.0, 0.03),
        Column::Section => (150.0, 170.0, 0.20),
        Column::Domain => (110.0, 140.0, 0.08),
        Column::Basis | Column::Bound | Column::Period => (84.0, 96.0, 0.05),
        Column::Direction => (84.0, 110.0, 0.03),
        Column::Status => (64.0, 84.0, 0.03),
        Column::Clause => (220.0, 220.0, 0.30),
        Column::Id => (150.0, 150.0, 0.10),
    };
    (lang.choose(zh, en), share)
}

/// How much of the room the column of names may take: it stays in view, and the others and its edge with them.
const MOST_OF_NAMES: f32 = 0.6;

/// The widths of the columns: those that were chosen, and for the others what is left, but not less than they need.
fn widths(columns: &[Column], settings: &TableSettings, available: f32, lang: Lang) -> Vec<f32> {
    let chosen = |column: &Column| {
        let most = if *column == Column::Name { available * MOST_OF_NAMES } else { f32::MAX };
        settings.widths.get(column).map(|width| width.min(most))
    };
    let need: f32 =
        columns.iter().map(|column| chosen(column).unwrap_or(least(*column, lang).0)).sum();
    let shares: f32 = columns
        .iter()
        .filter(|column| chosen(column).is_none())
        .map(|column| least(*column, lang).1)
        .sum();
    let spare = (available - need).max(0.0);
    let width = |column: &Column| {
        let (least, share) = least(*column, lang);
        chosen(column).unwrap_or_else(|| (least + spare * share / shares.max(0.001)).floor())
    };
    columns.iter().map(width).collect()
}

fn rows_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    settings: &TableSettings,
    commands: &mut Vec<Command>,
) {
    let container = UiBuilder::new()
        .id_salt("table")
        .sense(Sense::focusable_noninteractive())
        .accessibility_role(Access::Table)
        .accessibility_label(Word::TableName.text(lang));
    ui.scope_builder(container, |ui| {
        let focus = ui.unique_id();
        let columns = shown.table.columns();
        ui.ctx().accesskit_node_builder(focus, |node| {
            node.set_row_count(shown.table.len() + 1);
            node.set_column_count(columns.len());
        });
        let focused = list_focus::has(ui);
        let two_lines = lang == Lang::En || settings.numbers != NumberStyle::AsPrinted;
        let row = if two_lines { 52.0 } else { 40.0 };
        if focused {
            keys(ui, focus, row, shown, commands);
        }
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let widths = widths(columns, settings, ui.available_width() - SCROLL_BAR, lang);
        let grid = Grid {
            widths: &widths,
            header: HEADER,
            row,
            rows: shown.table.len(),
            reveal: shown.reveal.then(|| end(shown)).flatten(),
        };
        let mut fill = Filling { shown, lang, focus, focused, commands };
        grid_ui(ui, &grid, &mut fill);
    });
}

/// The rows of the table as the grid asks for them.
struct Filling<'a, 'b> {
    shown: &'a Shown<'b>,
    lang: Lang,
    focus: Id,
    focused: bool,
    commands: &'a mut Vec<Command>,
}

impl Filling<'_, '_> {
    fn row(&self, at: usize) -> Option<Rc<TableRow>> {
        self.shown.table.written(self.shown.report, at)
    }

    fn is_selected(&self, at: usize) -> bool {
        let Shown { table, picked, .. } = self.shown;
        table.selected() == Some(at) || table.place(at).is_some_and(|row| picked.contains(row))
    }
}

impl Fill for Filling<'_, '_> {
    fn header_ui(&mut self, ui: &mut Ui, cells: &Cells) {
        table_header::heads_ui(ui, self.lang, self.shown, cells, self.commands);
    }

    fn row_ui(&mut self, ui: &mut Ui, at: usize, cells: &Cells, response: &Response) {
        let Some(line) = self.row(at) else { return };
        let look = match (self.is_selected(at), self.focused) {
            (true, true) => Look::Focused,
            (true, false) => Look::Selected,
            (false, _) if response.contains_pointer() => Look::Hovered,
            (false, _) => Look::Plain,
        };
        if response.clicked() {
            list_focus::ask(ui.ctx(), self.focus);
            let held = ui.input(|input| input.modifiers);
            self.commands.push(if held.shift && self.shown.table.selected().is_some() {
                Command::Table(TableCommand::ExtendTo(at))
            } else if held.command {
                Command::Table(TableCommand::ToggleRow(at))
            } else {
                Command::Select(line.key.clone())
            });
        }
        let table = self.shown.table;
        table_cells::row_ui(ui, &line, table.columns(), cells, self.lang, look);
    }

    fn spoken(&self, at: usize) -> (String, bool) {
        let spoken = self.row(at).map(|row| row.spoken.clone()).unwrap_or_default();
        (spoken, self.is_selected(at))
    }

    fn resized(&mut self, column: usize, width: f32) {
        let column = self.shown.table.columns()[column];
        let width = width.clamp(*COLUMN_WIDTHS.start(), *COLUMN_WIDTHS.end());
        self.commands.push(Command::Table(TableCommand::KeepColumnWidth(column, Some(width))));
    }

    fn freed(&mut self, column: usize) {
        let column = self.shown.table.columns()[column];
        self.commands.push(Command::Table(TableCommand::KeepColumnWidth(column, None)));
    }
}

/// The row to which the keys have drawn the selection, or the selected one.
fn end(shown: &Shown<'_>) -> Option<usize> {
    let end = shown.picked.end().and_then(|row| shown.table.listed_at(row));
    end.or(shown.table.selected())
}

fn keys(ui: &Ui, focus: Id, row: f32, shown: &Shown<'_>, commands: &mut Vec<Command>) {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focus, filter));
    let table = shown.table;
    let last = table.len().saturating_sub(1);
    let page = ((ui.available_height() - HEADER) / row).floor().max(1.0) as usize;
    let go = |from: Option<usize>, modifiers: Modifiers| {
        let pressed = |key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let down = |by: usize| from.map_or(0, |at| (at + by).min(last));
        let up = |by: usize| from.map_or(0, |at| at.saturating_sub(by));
        if pressed(Key::ArrowDown) {
            Some(down(1))
        } else if pressed(Key::ArrowUp) {
            Some(up(1))
        } else if pressed(Key::PageDown) {
            Some(down(page))
        } else if pressed(Key::PageUp) {
            Some(up(page))
        } else if pressed(Key::Home) {
            Some(0)
        } else if pressed(Key::End) {
            Some(last)
        } else {
            None
        }
    };
    // Extending first: egui takes Shift+↓ for ↓ as well.
    if let Some(at) = go(end(shown), Modifiers::SHIFT) {
        commands.push(Command::Table(TableCommand::ExtendTo(at)));
        commands.push(Command::Reveal);
    } else if let Some(key) =
        go(table.selected(), Modifiers::NONE).and_then(|at| table.key(shown.report, at))
    {
        commands.push(Command::Select(key));
        commands.push(Command::Reveal);
    }
    // Windowing systems turn the keys of copying into an event of their own.
    if ui.input(|input| input.events.contains(&Event::Copy)) {
        let copy = TableCommand::Copy(CopyRows::Selected, CopyFormat::Tsv);
        commands.push(Command::Table(copy));
    }
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
        commands.push(Command::Table(TableCommand::OpenRow));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_were_made_wide_leave_room_for_the_others_in_a_narrow_window() {
        let columns = [Column::Name, Column::Actual];
        let mut settings = TableSettings::default();
        settings.widths.insert(Column::Name, *COLUMN_WIDTHS.end());
        for available in [500.0, 3000.0] {
            let name = widths(&columns, &settings, available, Lang::En)[0];
            assert!(name <= available * MOST_OF_NAMES && name <= *COLUMN_WIDTHS.end());
            assert!(name >= available * MOST_OF_NAMES || name >= *COLUMN_WIDTHS.end());
        }
    }
}
