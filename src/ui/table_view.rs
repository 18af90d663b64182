//! The table: indicator, unit, actual, target, goal, difference or reason, comparability.
//!
//! It is one stop of the Tab key; arrow keys move the selection.
//! Nothing is left blank: a dash says on hover that the report mentions nothing, words stand as words,
//! and where there is no difference its reason stands.

use egui::accesskit::Role as Access;
use egui::{
    EventFilter, Frame, Id, Key, Margin, Modifiers, Rect, Sense, Stroke, Ui, UiBuilder, WidgetInfo,
    vec2,
};
use egui_extras::{Column, TableBuilder};

use super::lists::{Cell, TableRow};
use super::style::{self, RADIUS_CARD, gap, size};
use super::text::{self, Face, Side};
use super::widgets::{Tone, chip, segmented_ui};
use super::{Shown, list_focus};
use crate::command::{Command, RowFilter};
use crate::i18n::Lang;
use crate::i18n::terms;
use crate::i18n::window::Word;
use crate::model::{Role, Verdict};

const HEADER: f32 = 36.0;
/// Space at both sides inside a cell.
const PAD: f32 = 6.0;
/// Rows that a page key moves by.
const PAGE: usize = 10;

pub(super) fn table_view_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    commands: &mut Vec<Command>,
) {
    head_ui(ui, lang, shown, commands);
    ui.add_space(gap::M - ui.spacing().item_spacing.y);
    let p = style::palette(ui);
    let card = Frame::new()
        .fill(p.surface)
        .stroke(Stroke::new(1.0, p.line))
        .corner_radius(RADIUS_CARD)
        .inner_margin(Margin { left: 6, right: 6, top: 2, bottom: 6 });
    card.show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        if shown.table.rows.is_empty() {
            empty_ui(ui, lang);
        } else {
            rows_ui(ui, lang, shown, commands);
        }
    });
}

/// Title, subtitle and the filter of rows.
fn head_ui(ui: &mut Ui, lang: Lang, shown: &Shown<'_>, commands: &mut Vec<Command>) {
    let p = style::palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 52.0), Sense::hover());
    let all = format!("{} {}", lang.choose("全部", "All"), shown.table.all);
    let compared = format!("{} {}", lang.choose("有对照", "Compared"), shown.table.compared);
    let options = [(RowFilter::All, all.as_str()), (RowFilter::Compared, compared.as_str())];
    let right =
        UiBuilder::new().max_rect(rect).layout(egui::Layout::right_to_left(egui::Align::Center));
    let filter_left = ui
        .scope_builder(right, |ui| {
            let name = lang.choose("显示的行", "Rows shown");
            if let Some(filter) = segmented_ui(ui, "rows", name, &options, shown.filter) {
                commands.push(Command::ShowRows(filter));
            }
            ui.min_rect().left()
        })
        .inner;
    let words = rect.with_max_x(filter_left - gap::L);
    let title = words.with_max_y(rect.top() + 30.0);
    let subtitle = words.with_min_y(rect.top() + 32.0);
    text::paint_line(ui, title, Side::Left, &shown.table.title, Face::bold(size::TITLE, p.text));
    let face = Face::regular(size::SMALL, p.subdued);
    let cut = text::paint_line(ui, subtitle, Side::Left, &shown.table.subtitle, face);
    let response = ui.interact(words, ui.scope_id().with("heading"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Access::Heading, true, &shown.table.title));
    if cut {
        response.on_hover_text(&shown.table.subtitle);
    }
}

fn empty_ui(ui: &mut Ui, lang: Lang) {
    let p = style::palette(ui);
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.38);
        let face = Face::bold(size::HEAD, p.text);
        text::paragraph_ui(ui, Word::EmptySection.text(lang), face);
        let face = Face::regular(size::BODY, p.subdued);
        text::paragraph_ui(ui, Word::EmptySectionMore.text(lang), face);
    });
}

/// The widths of the seven columns; unit and goal give way first, they stand in the detail panel too.
fn widths(available: f32, lang: Lang) -> [f32; 7] {
    const ZH: [f32; 7] = [134.0, 38.0, 88.0, 88.0, 62.0, 122.0, 80.0];
    const EN: [f32; 7] = [130.0, 56.0, 98.0, 88.0, 70.0, 118.0, 104.0];
    const SHARE: [f32; 7] = [0.36, 0.03, 0.13, 0.13, 0.12, 0.20, 0.03];
    let mut least = lang.choose(ZH, EN);
    let sum = |widths: &[f32; 7]| widths.iter().sum::<f32>();
    for column in [1, 4] {
        if sum(&least) > available {
            least[column] = 0.0;
        }
    }
    let spare = available - sum(&least);
    let mut widths = least;
    for ((width, least), share) in widths.iter_mut().zip(least).zip(SHARE) {
        if least > 0.0 {
            *width = if spare >= 0.0 {
                least + spare * share
            } else {
                least * available / (available - spare)
            };
        }
    }
    widths
}

fn rows_ui(ui: &mut Ui, lang: Lang, shown: &Shown<'_>, commands: &mut Vec<Command>) {
    let container = UiBuilder::new()
        .id_salt("table")
        .sense(Sense::focusable_noninteractive())
        .accessibility_role(Access::Table)
        .accessibility_label(Word::TableName.text(lang));
    ui.scope_builder(container, |ui| {
        let focus = ui.unique_id();
        let selected = selected_row(shown);
        let focused = list_focus::has(ui);
        if focused {
            keys(ui, focus, selected, shown, commands);
        }
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        // Room for the scroll bar, so that it never lies over the chips.
        let widths = widths(ui.available_width() - 8.0, lang);
        let row_height = lang.choose(40.0, 46.0);
        let mut builder = TableBuilder::new(ui)
            .id_salt("rows")
            .sense(Sense::CLICK)
            .striped(false)
            .auto_shrink(false)
            .animate_scrolling(false)
            .min_scrolled_height(0.0);
        for width in widths {
            builder = builder.column(Column::exact(width).clip(true));
        }
        if let Some(at) = selected.filter(|_| shown.reveal) {
            builder = builder.scroll_to_row(at, None);
        }
        builder.header(HEADER, |row| header(row, lang, &shown.table.heads)).body(|body| {
            body.rows(row_height, shown.table.rows.len(), |mut row| {
                let at = row.index();
                let Some(line) = shown.table.rows.get(at) else { return };
                row.set_selected(selected == Some(at));
                let look = match selected {
                    Some(chosen) if chosen == at && focused => Look::Focused,
                    Some(chosen) if chosen == at => Look::Selected,
                    _ => Look::Plain,
                };
                let named = line_ui(&mut row, line, lang, look);
                if row.response().clicked() || named {
                    list_focus::ask(&row.response().ctx, focus);
                    commands.push(Command::Select(line.key.clone()));
                }
            });
        });
    });
}

fn selected_row(shown: &Shown<'_>) -> Option<usize> {
    let selection = shown.selection?;
    let rows = &shown.table.rows;
    rows.iter()
        .position(|row| row.key == *selection)
        .or_else(|| rows.iter().position(|row| row.key.indicator == selection.indicator))
}

fn keys(
    ui: &Ui,
    focus: Id,
    selected: Option<usize>,
    shown: &Shown<'_>,
    commands: &mut Vec<Command>,
) {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focus, filter));
    let last = shown.table.rows.len().saturating_sub(1);
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let down = |by: usize| selected.map_or(0, |at| (at + by).min(last));
    let up = |by: usize| selected.map_or(0, |at| at.saturating_sub(by));
    let target = if pressed(Key::ArrowDown) {
        Some(down(1))
    } else if pressed(Key::ArrowUp) {
        Some(up(1))
    } else if pressed(Key::PageDown) {
        Some(down(PAGE))
    } else if pressed(Key::PageUp) {
        Some(up(PAGE))
    } else if pressed(Key::Home) {
        Some(0)
    } else if pressed(Key::End) {
        Some(last)
    } else {
        None
    };
    if let Some(row) = target.and_then(|at| shown.table.rows.get(at)) {
        commands.push(Command::Select(row.key.clone()));
        commands.push(Command::Reveal);
    }
}

fn header(mut row: egui_extras::TableRow<'_, '_>, lang: Lang, heads: &[String; 3]) {
    let [actual, target, goal] = heads;
    for (label, side) in [
        (Word::Indicator.text(lang), Side::Left),
        (Word::Unit.text(lang), Side::Left),
        (actual, Side::Right),
        (target, Side::Right),
        (goal, Side::Right),
        (Word::Outcome.text(lang), Side::Left),
        (Word::Comparability.text(lang), Side::Left),
    ] {
        row.col(|ui| {
            let p = style::palette(ui);
            let face = Face::regular(size::SMALL, p.subdued);
            text::paint_line(ui, inner(ui), side, label, face);
            hairline(ui);
        });
    }
}

/// The cell without its padding.
fn inner(ui: &Ui) -> Rect {
    ui.max_rect().shrink2(vec2(PAD, 0.0))
}

fn hairline(ui: &Ui) {
    let rect = ui.max_rect();
    let stroke = Stroke::new(1.0, style::palette(ui).line);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, stroke);
}

/// How a row stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Plain,
    Selected,
    /// Selected, and the arrow keys move it on.
    Focused,
}

/// Paints one row; whether its name was clicked.
fn line_ui(
    row: &mut egui_extras::TableRow<'_, '_>,
    line: &TableRow,
    lang: Lang,
    look: Look,
) -> bool {
    let mut clicked = false;
    let mut cut = false;
    row.col(|ui| {
        let p = style::palette(ui);
        let rect = ui.max_rect();
        let id = ui.scope_id().with((line.key.indicator.as_str(), "row"));
        let named = ui.interact(rect, id, Sense::CLICK);
        named.widget_info(|| WidgetInfo::labeled(Access::Row, true, &line.spoken));
        ui.ctx().accesskit_node_builder(named.id, |node| node.set_selected(look != Look::Plain));
        clicked = named.clicked();
        if look == Look::Focused {
            let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
            ui.painter().rect_filled(bar, 0.0, p.accent);
        }
        let face = Face::bold(size::BODY, p.text);
        let galley = text::block(ui, &line.name, face, inner(ui).width(), 2);
        cut = galley.elided;
        text::paint_galley(ui, inner(ui), Side::Left, galley);
        hairline(ui);
        if cut {
            named.on_hover_text(&line.name);
        }
    });
    row.col(|ui| {
        let face = Face::regular(size::SMALL, style::palette(ui).subdued);
        text::paint_line(ui, inner(ui), Side::Left, &line.unit, face);
        hairline(ui);
    });
    for (role, cell) in Role::ALL.into_iter().zip(&line.cells) {
        let (_, response) = row.col(|ui| {
            match cell {
                Some(cell) => figure(ui, cell, role, lang),
                None => missing(ui),
            }
            hairline(ui);
        });
        let _ = response.on_hover_text(hover(cell.as_ref(), role, lang));
    }
    let mut cut = false;
    let (_, response) = row.col(|ui| {
        let p = style::palette(ui);
        let color = match (line.computed, line.verdict) {
            (true, Some(Verdict::Derivable)) => p.derived,
            (true, _) => p.text,
            (false, _) => p.subdued,
        };
        let face = Face::regular(size::BODY, color);
        let galley = text::block(ui, &line.outcome, face, inner(ui).width(), 2);
        cut = galley.elided;
        text::paint_galley(ui, inner(ui), Side::Left, galley);
        hairline(ui);
    });
    if cut {
        response.on_hover_text(&line.outcome);
    }
    row.col(|ui| {
        let rect = inner(ui);
        let (label, tone) = match line.verdict {
            Some(Verdict::SameBasis) => (terms::verdict(Verdict::SameBasis, lang), Tone::Plain),
            Some(Verdict::Derivable) => (terms::verdict(Verdict::Derivable, lang), Tone::Derived),
            Some(Verdict::DifferentBasis) => {
                (terms::verdict(Verdict::DifferentBasis, lang), Tone::Filled)
            }
            None => (Word::NoComparison.text(lang), Tone::Bare),
        };
        chip(ui, rect.left_center(), rect.width(), label, tone);
        hairline(ui);
    });
    clicked
}

/// The wording in the role's colour, with 预计 before it and in English the value below it.
fn figure(ui: &Ui, cell: &Cell, role: Role, lang: Lang) {
    let p = style::palette(ui);
    let rect = inner(ui);
    let (top, bottom) = match &cell.value {
        Some(value) => (
            rect.with_max_y(rect.center().y + 3.0).with_min_y(rect.top() + 4.0),
            Some((rect.with_min_y(rect.center().y + 1.0).with_max_y(rect.bottom() - 5.0), value)),
        ),
        None => (rect, None),
    };
    // Where the column is narrow, the wording in full is worth more than a point of size.
    let reading = if rect.width() > 96.0 { size::READING } else { size::BODY };
    let face = Face::regular(reading, p.role(role));
    let galley = text::line(ui, &cell.wording, face, top.width());
    let width = galley.size().x;
    text::paint_galley(ui, top, Side::Right, galley);
    if cell.preliminary {
        let before = top.with_max_x(top.right() - width - gap::XS);
        let face = Face::regular(size::TINY, p.subdued);
        text::paint_line(ui, before, Side::Right, Word::Preliminary.text(lang), face);
    }
    if let Some((rect, value)) = bottom {
        text::paint_line(ui, rect, Side::Right, value, Face::regular(size::TINY, p.subdued));
    }
}

fn missing(ui: &Ui) {
    let face = Face::regular(size::BODY, style::palette(ui).subdued);
    text::paint_line(ui, inner(ui), Side::Right, "—", face);
}

fn hover(cell: Option<&Cell>, role: Role, lang: Lang) -> String {
    match (cell, role) {
        (Some(cell), _) if cell.worded => {
            format!("{}\n{}", cell.clause, Word::WordedOnly.text(lang))
        }
        (Some(cell), _) => match &cell.full {
            Some(full) => format!("{}\n{full}", cell.clause),
            None => cell.clause.clone(),
        },
        (None, Role::Actual) => Word::NoActual.text(lang).to_owned(),
        (None, Role::Target) => Word::NoTarget.text(lang).to_owned(),
        (None, Role::Goal) => Word::NoGoal.text(lang).to_owned(),
    }
}
