//! What search, facets and table ask for, carried out.

use eframe::egui;

use crate::command::{CopyFormat, CopyRows, TableCommand};
use crate::find::{Facet, FacetChoice, FacetValue};
use crate::i18n::{both, finding};
use crate::model::Verdict;
use crate::notice::NoticeKind;
use crate::settings::View;
use crate::ui::SidePanel;

use super::{App, table_files};

impl App {
    /// Carries out one command of search, facets or table.
    pub(super) fn do_with_table(&mut self, ctx: &egui::Context, command: TableCommand) {
        let state = &mut self.state;
        match command {
            TableCommand::FocusSearch => state.focus_search = true,
            TableCommand::Search(text) => {
                state.filters.search = text;
                self.list_anew();
            }
            TableCommand::NextRow => self.step_row(true),
            TableCommand::PreviousRow => self.step_row(false),
            TableCommand::Toggle(value) => {
                state.filters.choice.toggle(value);
                self.list_anew();
            }
            TableCommand::ShowCompared(compared) => {
                show_compared(&mut state.filters.choice, compared);
                self.list_anew();
            }
            TableCommand::ClearFacet(facet) => {
                state.filters.choice.clear(facet);
                self.list_anew();
            }
            TableCommand::FilterColumn(column, condition) => {
                state.filters.set(column, condition);
                self.list_anew();
            }
            TableCommand::ClearFilters => {
                state.filters.reset();
                self.list_anew();
            }
            TableCommand::Sort(order) => {
                state.filters.order = order;
                state.settings.table.order = order;
                state.let_go_of_rows();
                state.reveal = true;
            }
            TableCommand::ShowColumn(column, shown) => state.settings.table.show(column, shown),
            TableCommand::ShiftColumn(column, right) => state.settings.table.shift(column, right),
            TableCommand::KeepColumnWidth(column, Some(width)) => {
                state.settings.table.widths.insert(column, width);
            }
            TableCommand::KeepColumnWidth(column, None) => {
                state.settings.table.widths.remove(&column);
            }
            TableCommand::OpenRow => state.show_panel(SidePanel::Detail, true),
            TableCommand::ResetColumns => state.settings.table.reset(),
            TableCommand::WriteNumbers(style) => state.settings.table.numbers = style,
            TableCommand::ToggleRow(at) => state.toggle_row(at),
            TableCommand::ExtendTo(at) => state.extend_to(at),
            TableCommand::Copy(rows, format) => self.copy_rows(ctx, rows, format),
            TableCommand::Save(what, format) => self.save_table(what, format),
        }
    }

    /// After a change of what is listed: the table comes into view, and one of its rows is selected;
    /// the text goes to another one.
    fn list_anew(&mut self) {
        let former = self.state.selection.clone();
        let state = &mut self.state;
        if matches!(state.settings.view, View::Overview | View::Chart) && state.filters.narrow() {
            state.settings.view = View::Table;
        }
        self.select_listed();
        if self.state.settings.view == View::Text && self.state.selection != former {
            self.aim_at_selection();
        }
    }

    /// After a change of how rows are put into words, by which a facet or a condition may list others.
    pub(super) fn list_again(&mut self) {
        let former = self.state.lists.table.listed().to_vec();
        self.state.refresh();
        if self.state.lists.table.listed() != former {
            self.select_listed();
        }
    }

    /// What is selected stays so while it is listed; otherwise the first row is, so that the details
    /// never speak of something that search, facets and section have left out. Rows beside it are let go.
    pub(super) fn select_listed(&mut self) {
        let state = &mut self.state;
        state.let_go_of_rows();
        state.refresh();
        let Some(report) = state.report().cloned() else { return };
        let table = &state.lists.table;
        if table.selected().is_none() {
            let first = table.key(&report, 0);
            state.select(first);
        }
        state.reveal = true;
    }

    /// Selects the next row of the table, or the one before; behind the last comes the first.
    pub(super) fn step_row(&mut self, forward: bool) {
        let state = &mut self.state;
        let Some(report) = state.report().cloned() else { return };
        let table = &state.lists.table;
        let Some(last) = table.len().checked_sub(1) else { return };
        let next = match (table.selected(), forward) {
            (Some(at), true) if at < last => at + 1,
            (_, true) => 0,
            (Some(at), false) if at > 0 => at - 1,
            (_, false) => last,
        };
        let selection = table.key(&report, next);
        if selection.is_some() {
            state.select(selection);
            self.go_to_selection();
        }
    }

    fn copy_rows(&mut self, ctx: &egui::Context, rows: CopyRows, format: CopyFormat) {
        let state = &self.state;
        let Some(report) = state.report().cloned() else { return };
        let table = &state.lists.table;
        let places = match rows {
            CopyRows::Listed => (0..table.len()).collect(),
            CopyRows::Selected => table.picked(&state.picked),
        };
        if places.is_empty() {
            return;
        }
        let count = places.len();
        let seen = table_files::seen(&report, table, places, state.writing());
        ctx.copy_text(match format {
            CopyFormat::Tsv => seen.to_tsv(),
            CopyFormat::Markdown => seen.to_markdown(),
        });
        let what = both(|lang| finding::copied(count, lang));
        self.state.notices.post(self.state.now, NoticeKind::Done, what, None, None);
    }
}

/// Chooses the three verdicts, which every row with a comparison has one of, or none.
fn show_compared(choice: &mut FacetChoice, compared: bool) {
    choice.clear(Facet::Verdict);
    if compared {
        for verdict in Verdict::ALL {
            choice.toggle(FacetValue::Verdict(Some(verdict)));
        }
    }
}
