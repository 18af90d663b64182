//! What is painted into the cells of a row.

use std::ops::Range;
use std::sync::Arc;

use egui::accesskit::Role as Access;
use egui::{Galley, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, vec2};

use super::lists::{Cell, TableRow, Words};
use super::marked;
use super::style::{self, gap, size};
use super::table_grid::Cells;
use super::text::{self, Face, Side};
use super::widgets::{Tone, chip};
use crate::find::Column;
use crate::i18n::finding::Word as Found;
use crate::i18n::window::Word;
use crate::i18n::{Lang, terms};
use crate::model::{Role, Verdict};

/// Space at both sides inside a cell.
const PAD: f32 = 6.0;

/// The mark of a row that has what was searched for where it is not seen.
const FOUND: f32 = 8.0;

/// How a row stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Plain,
    Hovered,
    Selected,
    /// Selected, and the arrow keys move it on.
    Focused,
}

/// Paints one row.
pub(super) fn row_ui(
    ui: &mut Ui,
    line: &TableRow,
    columns: &[Column],
    cells: &Cells,
    lang: Lang,
    look: Look,
) {
    let p = style::palette(ui);
    match look {
        Look::Plain => {}
        Look::Hovered => {
            ui.painter().rect_filled(cells.row, 0.0, p.hover);
        }
        Look::Selected | Look::Focused => style::selected_ground(ui, cells.row, 0),
    }
    for (at, column) in columns.iter().enumerate() {
        if !cells.seen(at) {
            continue;
        }
        cells.clip(ui, at);
        cell_ui(ui, line, *column, cells.columns[at], lang);
    }
    ui.set_clip_rect(cells.row);
    if look == Look::Focused {
        let bar = Rect::from_min_size(cells.columns[0].min, vec2(3.0, cells.columns[0].height()));
        ui.painter().rect_filled(bar, 0.0, p.accent);
    }
    let bottom = cells.columns[0].bottom() - 0.5;
    ui.painter().hline(cells.row.x_range(), bottom, Stroke::new(1.0, p.line));
}

/// Where in a cell its words stand; with room to spare, words keep away from the numbers before them.
pub(super) fn inner(rect: Rect, column: Column) -> Rect {
    let inner = rect.shrink2(vec2(PAD, 0.0));
    match column {
        Column::Outcome => {
            inner.with_min_x(inner.left() + (rect.width() * 0.1 - 14.0).clamp(0.0, 24.0))
        }
        _ => inner,
    }
}

fn cell_ui(ui: &mut Ui, line: &TableRow, column: Column, rect: Rect, lang: Lang) {
    let p = style::palette(ui);
    let inner = inner(rect, column);
    match column {
        Column::Name => {
            let face = Face::bold(size::BODY, p.text);
            if line.found_in.is_some() {
                // As spreadsheets mark a cell of which there is more to say; it takes no room from the name.
                let corner = rect.right_top();
                let points = [corner, corner - vec2(FOUND, 0.0), corner + vec2(0.0, FOUND)];
                let corner = Shape::convex_polygon(points.to_vec(), p.accent, Stroke::NONE);
                ui.painter().add(corner);
            }
            let cut = words(ui, inner, &line.name.text, &line.name.marks, face);
            let found = line.found_in.map(|found| found.text(lang));
            let hover = [cut, found].into_iter().flatten().collect::<Vec<_>>().join("\n");
            let hover = Some(hover.as_str()).filter(|hover| !hover.is_empty());
            say(ui, rect, column, Access::RowHeader, &line.name.text, hover);
        }
        Column::Actual | Column::Target | Column::Goal => {
            let role = match column {
                Column::Actual => Role::Actual,
                Column::Target => Role::Target,
                _ => Role::Goal,
            };
            if let Some(cell) = &line.cells[role as usize] {
                figure(ui, inner, cell, role, lang);
                say(ui, rect, column, Access::Cell, &cell.main.text, Some(&cell.hover));
            } else {
                text::paint_line(ui, inner, Side::Right, "—", Face::regular(size::BODY, p.subdued));
                let why = match role {
                    Role::Actual => Word::NoActual,
                    Role::Target => Word::NoTarget,
                    Role::Goal => Word::NoGoal,
                };
                say(ui, rect, column, Access::Cell, "—", Some(why.text(lang)));
            }
        }
        Column::Outcome => {
            let color = match (line.computed, line.verdict) {
                (true, Some(Verdict::Derivable)) => p.derived,
                (true, _) => p.text,
                (false, _) => p.subdued,
            };
            let face = Face::regular(size::BODY, color);
            let hover = words(ui, inner, &line.outcome, &[], face);
            say(ui, rect, column, Access::Cell, &line.outcome, hover);
        }
        Column::Verdict => {
            let (label, tone) = match line.verdict {
                Some(Verdict::SameBasis) => (terms::verdict(Verdict::SameBasis, lang), Tone::Plain),
                Some(Verdict::Derivable) => {
                    (terms::verdict(Verdict::Derivable, lang), Tone::Derived)
                }
                Some(Verdict::DifferentBasis) => {
                    (terms::verdict(Verdict::DifferentBasis, lang), Tone::Filled)
                }
                None => (Found::NoComparison.text(lang), Tone::Bare),
            };
            chip(ui, inner.left_center(), inner.width(), label, tone);
            say(ui, rect, column, Access::Cell, label, None);
        }
        Column::Clause
        | Column::Section
        | Column::Id
        | Column::Unit
        | Column::Domain
        | Column::Basis
        | Column::Bound
        | Column::Period
        | Column::Direction
        | Column::Status => {
            let Some(Words { text, marks }) = line.word(column) else { return };
            let own = matches!(column, Column::Clause | Column::Section | Column::Id);
            let face = Face::regular(size::SMALL, if own { p.text } else { p.subdued });
            let hover = words(ui, inner, text, marks, face);
            say(ui, rect, column, Access::Cell, text, hover);
        }
    }
}

/// Tells screen readers what stands in the cell, and the pointer what there is more of.
fn say(ui: &mut Ui, rect: Rect, column: Column, role: Access, text: &str, hover: Option<&str>) {
    let id = ui.scope_id().with(("cell", column));
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(role, true, text));
    if let Some(hover) = hover.filter(|_| response.hovered()) {
        response.on_hover_text(hover);
    }
}

/// Words in two lines, smaller in three where the row is high enough: names that differ at their end must not look alike.
/// What does not fit even so, for the pointer that rests on it.
fn words<'a>(
    ui: &Ui,
    rect: Rect,
    text: &'a str,
    marks: &[Range<usize>],
    face: Face,
) -> Option<&'a str> {
    let steps = [(face.size, 2), (size::SMALL, 3), (size::TINY, 3)];
    let sized = |size: f32| Face { size: size.min(face.size), ..face };
    let set = |(size, rows): (f32, usize)| {
        marked::block(ui, text, marks, sized(size), rect.width(), rows)
    };
    // "even-ts" is no word; Chinese can be torn anywhere.
    let whole = |size: f32| {
        let wide = |word| text::line(ui, word, sized(size), f32::INFINITY).size().x > rect.width();
        !text.split(' ').any(|word| word.is_ascii() && wide(word))
    };
    let fits = |galley: &Arc<Galley>| !galley.elided && galley.size().y <= rect.height();
    let found = steps.into_iter().find(|(size, rows)| whole(*size) && fits(&set((*size, *rows))));
    let galley = set(found.unwrap_or(steps[0]));
    let cut = galley.elided;
    text::paint_galley(ui, rect, Side::Left, galley);
    cut.then_some(text)
}

/// The figure in the role's colour, with 预计 before it and what else is to be said of it below.
fn figure(ui: &Ui, rect: Rect, cell: &Cell, role: Role, lang: Lang) {
    let p = style::palette(ui);
    let (top, bottom) = match &cell.below {
        Some(value) => (
            rect.with_max_y(rect.center().y + 3.0).with_min_y(rect.top() + 4.0),
            Some((rect.with_min_y(rect.center().y + 1.0).with_max_y(rect.bottom() - 5.0), value)),
        ),
        None => (rect, None),
    };
    // Where the column is narrow, the figure in full is worth more than a few points of size: 不低于30… would say another number.
    let Words { text: main, marks } = &cell.main;
    let largest = if rect.width() > 96.0 { size::READING } else { size::BODY };
    let set = |size: f32| {
        let face = Face::regular(size, p.role(role));
        marked::block(ui, main, marks, face, top.width(), 1)
    };
    let smaller = bottom.is_some().then_some([size::SMALL, size::TINY]).into_iter().flatten();
    let mut galley = set(largest);
    for size in smaller {
        if !galley.elided {
            break;
        }
        galley = set(size);
    }
    if galley.elided && bottom.is_none() && !cell.preliminary {
        // In two lines it says it all.
        let face = Face::regular(size::SMALL, p.role(role));
        marked::paint_right(ui, rect, main, marks, face);
        return;
    }
    let width = galley.size().x;
    text::paint_galley(ui, top, Side::Right, galley);
    if cell.preliminary {
        let before = top.with_max_x(top.right() - width - gap::XS);
        let face = Face::regular(size::TINY, p.subdued);
        text::paint_line(ui, before, Side::Right, Word::Preliminary.text(lang), face);
    }
    if let Some((rect, Words { text: value, marks })) = bottom {
        let face = Face::regular(size::TINY, p.subdued);
        let galley = marked::block(ui, value, marks, face, rect.width(), 1);
        text::paint_galley(ui, rect, Side::Right, galley);
    }
}
