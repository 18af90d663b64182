//! A grid that makes only the rows it shows: header and first column stay in view, the rest scrolls both ways.
//!
//! Why not a table crate: `egui_extras` keeps no column in view, and `egui_table` makes each row twice, one half
//! in the part that stays and one in the part that scrolls, with an own `Ui` for every cell; a screen reader
//! would hear two half rows, and a screen of rows would take most of a frame's millisecond.
//! Here a row is one place to click with one `Ui` for its cells, and cells are rectangles to paint into.

use egui::accesskit::Role as Access;
use egui::{
    CursorIcon, Id, Rect, Response, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo,
    pos2, vec2,
};

use super::style;

/// How wide the place is where a column is grabbed to resize it, in points.
const GRAB: f32 = 8.0;

/// What the grid is like in this frame.
pub(super) struct Grid<'a> {
    /// The widths of the columns, in points; the first stays in view.
    pub widths: &'a [f32],
    /// The height of the header, in points.
    pub header: f32,
    /// The height of a row, in points.
    pub row: f32,
    /// How many rows there are.
    pub rows: usize,
    /// The row that is to be in view.
    pub reveal: Option<usize>,
}

/// Where the cells of a row are, on the screen.
pub(super) struct Cells {
    /// The whole row as far as it is seen.
    pub row: Rect,
    /// Each column, seen or not.
    pub columns: Vec<Rect>,
    /// What the scrolling columns are seen through.
    pub scrolled: Rect,
}

impl Cells {
    /// Whether anything of a column is seen.
    pub fn seen(&self, column: usize) -> bool {
        column == 0 || self.columns[column].intersects(self.scrolled)
    }

    /// Cuts off what lies outside of the column, or under the column that stays.
    pub fn clip(&self, ui: &mut Ui, column: usize) {
        let part = if column == 0 { self.columns[0] } else { self.scrolled };
        ui.set_clip_rect(self.row.intersect(part));
    }
}

/// What fills the grid.
pub(super) trait Fill {
    /// The header's cells.
    fn header_ui(&mut self, ui: &mut Ui, cells: &Cells);

    /// The cells of the row at `at`.
    fn row_ui(&mut self, ui: &mut Ui, at: usize, cells: &Cells, response: &Response);

    /// The row at `at` as a screen reader says it, and whether it is selected.
    fn spoken(&self, at: usize) -> (String, bool);

    /// The column's edge was dragged to make it this wide.
    fn resized(&mut self, column: usize, width: f32);

    /// The column's edge was double-clicked.
    fn freed(&mut self, column: usize);
}

/// Shows the grid in the room that is left.
pub(super) fn grid_ui(ui: &mut Ui, grid: &Grid<'_>, fill: &mut dyn Fill) {
    let outer = ui.available_rect_before_wrap();
    let body = outer.with_min_y(outer.top() + grid.header);
    let total = vec2(grid.widths.iter().sum(), grid.row * grid.rows as f32);
    let bars = Rect::from_min_max(pos2(outer.left() + grid.widths[0], body.top()), outer.max);
    ScrollArea::both()
        .id_salt("grid")
        .auto_shrink(false)
        .animated(false)
        .scroll_bar_rect(bars)
        .show_viewport(ui, |ui, viewport| {
            ui.set_min_size(vec2(total.x, grid.header + total.y));
            let offset = viewport.min.to_vec2();
            if let Some(at) = grid.reveal {
                // The header lies over the top of what is scrolled.
                let top = ui.min_rect().top() + grid.row * at as f32;
                let row = Rect::from_x_y_ranges(
                    ui.clip_rect().x_range(),
                    top..=top + grid.row + grid.header,
                );
                ui.scroll_to_rect(row, None);
            }
            rows_ui(ui, grid, fill, body, offset);
            header_ui(ui, grid, fill, outer, offset.x);
        });
}

fn rows_ui(ui: &mut Ui, grid: &Grid<'_>, fill: &mut dyn Fill, body: Rect, offset: Vec2) {
    let first = (offset.y / grid.row).floor().max(0.0) as usize;
    let last = ((offset.y + body.height()) / grid.row).ceil().max(0.0) as usize;
    for at in first..last.min(grid.rows) {
        // In double precision: far down a long table single precision has no half points.
        let top = f64::from(body.top()) + f64::from(grid.row) * at as f64 - f64::from(offset.y);
        let whole =
            Rect::from_min_size(pos2(body.left(), top as f32), vec2(body.width(), grid.row));
        let row = whole.intersect(body);
        if !row.is_positive() {
            continue;
        }
        let (spoken, selected) = fill.spoken(at);
        let visible = ui.clip_rect().intersect(row);
        let response = ui.interact(visible, ui.scope_id().with(("row", at)), Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Access::Row, true, spoken.clone()));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_row_index(at + 1);
            node.set_selected(selected);
        });
        let builder = UiBuilder::new()
            .id_salt(("cells", at))
            .max_rect(whole)
            .accessibility_parent(response.id);
        let mut row_ui = ui.new_child(builder);
        row_ui.set_clip_rect(row);
        let cells = cells(grid, whole, row, offset.x);
        fill.row_ui(&mut row_ui, at, &cells, &response);
    }
}

fn header_ui(ui: &mut Ui, grid: &Grid<'_>, fill: &mut dyn Fill, outer: Rect, scrolled: f32) {
    let rect = outer.with_max_y(outer.top() + grid.header);
    let builder =
        UiBuilder::new().id_salt("header").max_rect(rect).accessibility_role(Access::RowGroup);
    let mut header = ui.new_child(builder);
    header.set_clip_rect(rect);
    let cells = cells(grid, rect, rect, scrolled);
    fill.header_ui(&mut header, &cells);
    for column in 0..grid.widths.len() {
        if !cells.seen(column) {
            continue;
        }
        cells.clip(&mut header, column);
        edge_ui(&mut header, fill, &cells, column);
    }
    if scrolled > 0.5 {
        let p = style::palette(ui);
        let edge = cells.columns[0].right() - 0.5;
        ui.painter().with_clip_rect(outer).vline(edge, outer.y_range(), Stroke::new(1.0, p.line));
    }
}

/// The right edge of a column, which can be dragged.
fn edge_ui(ui: &mut Ui, fill: &mut dyn Fill, cells: &Cells, column: usize) {
    let rect = cells.columns[column];
    let grab = Rect::from_x_y_ranges(rect.right() - GRAB..=rect.right(), rect.y_range());
    let id: Id = ui.scope_id().with(("edge", column));
    let response = ui.interact(grab, id, Sense::CLICK | Sense::DRAG);
    let line = grab.right() - 1.0;
    if response.hovered() || response.dragged() {
        ui.set_cursor_icon(CursorIcon::ResizeColumn);
        let p = style::palette(ui);
        ui.painter().vline(line, rect.y_range().shrink(8.0), Stroke::new(2.0, p.accent));
    }
    if response.double_clicked() {
        fill.freed(column);
    } else if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged()) {
        fill.resized(column, pointer.x - rect.left() + GRAB / 2.0);
    }
}

fn cells(grid: &Grid<'_>, whole: Rect, row: Rect, scrolled: f32) -> Cells {
    let mut left = whole.left();
    let columns = (0..grid.widths.len())
        .map(|column| {
            let shift = if column == 0 { 0.0 } else { scrolled };
            let min = pos2(left - shift, whole.top());
            left += grid.widths[column];
            Rect::from_min_size(min, vec2(grid.widths[column], whole.height()))
        })
        .collect();
    let scrolled = row.with_min_x(whole.left() + grid.widths[0]);
    Cells { row, columns, scrolled }
}
