//! The window, one file per region: reads [`Shown`], returns [`Command`]s, does no work: no files, no threads.

pub mod lists;
pub mod style;
mod text;
mod widgets;

mod about_dialog;
mod chart_view;
mod detail_actions;
mod detail_figure;
mod detail_panel;
pub mod export_dialog;
mod failure_view;
mod fault_list;
mod list_focus;
mod overview;
pub mod reading;
mod section_tree;
mod status_line;
mod table_view;
mod text_lists;
mod text_view;
mod toasts;
mod top_bar;

use std::collections::BTreeSet;
use std::path::Path;

use egui::{CentralPanel, Frame, Margin, Panel, Ui};

use crate::chart::ChartSpec;
use crate::command::{ChartScope, Command, RowFilter, Selection, Situation, TextCommand};
use crate::i18n::Lang;
use crate::load::Problem;
use crate::model::{Report, SectionId};
use crate::notice::Notices;
use crate::settings::{PANEL_WIDTHS, Settings, View};
use export_dialog::Preview;
use lists::{Detail, Outline, Overview, Table};
use reading::Reading;

pub use failure_view::Failure;
pub use style::{choose as choose_theme, install};

/// What is on top of everything else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dialog {
    /// The choices of an export.
    Export,
    /// The faults of the open file.
    Faults,
    /// What the report is.
    About,
    /// Where the attached text differs from the published one.
    TextDifferences,
    /// The numbers of the text that are neither figures nor exclusions.
    Unexplained,
    /// A file that could not be opened.
    Failed(Failure),
}

/// An open report and what is derived from it.
pub struct Shown<'a> {
    /// The report.
    pub report: &'a Report,
    /// What is wrong in its file.
    pub problems: &'a [Problem],
    /// The chosen section; `None` for the whole report.
    pub section: Option<&'a SectionId>,
    /// The open branches of the tree.
    pub unfolded: &'a BTreeSet<String>,
    /// The selected indicator.
    pub selection: Option<&'a Selection>,
    /// Whether the selection was changed from elsewhere, so that the table should show it.
    pub reveal: bool,
    /// Whether values that follow from others are shown.
    pub derived_shown: bool,
    /// The report's text, where the reader is in it, what is searched.
    pub reading: &'a Reading,
    /// Which rows are listed.
    pub filter: RowFilter,
    /// The section tree.
    pub outline: &'a Outline,
    /// What the overview says.
    pub overview: &'a Overview,
    /// The rows of the table.
    pub table: &'a Table,
    /// What the detail panel says.
    pub detail: Option<&'a Detail>,
    /// What the chart shows.
    pub spec: &'a ChartSpec,
    /// Which comparisons that is.
    pub scope: ChartScope,
    /// What the export dialog previews.
    pub preview: Option<&'a Preview>,
}

/// The window as it is to be drawn.
pub struct Window<'a> {
    /// The open report, or why there is none.
    pub content: Result<Shown<'a>, &'a Failure>,
    /// The language of the window.
    pub lang: Lang,
    /// What is remembered.
    pub settings: &'a Settings,
    /// Messages.
    pub notices: &'a Notices,
    /// What decides which commands can be carried out.
    pub situation: Situation,
    /// What is on top of everything else.
    pub dialog: Option<&'a Dialog>,
}

/// Draws the window and adds what a person asks for to `commands`.
pub fn window_ui(ui: &mut Ui, window: &Window<'_>, commands: &mut Vec<Command>) {
    let p = style::palette(ui);
    ui.painter().rect_filled(ui.max_rect(), 0.0, p.page);
    shortcuts(ui, window.situation, commands);
    dropped_files(ui, commands);

    Panel::top("top_bar")
        .exact_size(style::TOP_BAR)
        .frame(Frame::new().fill(p.surface).inner_margin(Margin::symmetric(16, 0)))
        .show(ui, |ui| top_bar::top_bar_ui(ui, window, commands));
    match &window.content {
        Ok(shown) => report_ui(ui, window, shown, commands),
        Err(failure) => {
            CentralPanel::default()
                .frame(Frame::new().fill(p.page))
                .show(ui, |ui| failure_view::failure_page_ui(ui, failure, window.lang, commands));
        }
    }
    toasts::toasts_ui(ui, window, commands);
    if ui.input(|input| !input.raw.hovered_files.is_empty()) {
        toasts::drop_hint_ui(ui, window.lang);
    }
    match (window.dialog, &window.content) {
        (Some(Dialog::Export), Ok(shown)) => {
            export_dialog::export_dialog_ui(ui, window, shown, commands);
        }
        (Some(Dialog::Faults), Ok(shown)) => {
            fault_list::fault_list_ui(ui, window.lang, shown.problems, commands);
        }
        (Some(Dialog::Failed(failure)), _) => {
            failure_view::failure_dialog_ui(ui, failure, window.lang, commands);
        }
        (Some(Dialog::About), Ok(shown)) => {
            about_dialog::about_dialog_ui(ui, window.lang, shown, commands);
        }
        (Some(Dialog::TextDifferences), Ok(shown)) => {
            text_lists::differences_ui(ui, window.lang, shown, commands);
        }
        (Some(Dialog::Unexplained), Ok(shown)) => {
            text_lists::unexplained_ui(ui, window.lang, shown, commands);
        }
        (Some(Dialog::Export | Dialog::Faults | Dialog::About), Err(_))
        | (Some(Dialog::TextDifferences | Dialog::Unexplained), Err(_))
        | (None, _) => {}
    }
}

fn report_ui(ui: &mut Ui, window: &Window<'_>, shown: &Shown<'_>, commands: &mut Vec<Command>) {
    let p = style::palette(ui);
    let side = |margin| Frame::new().fill(p.surface).inner_margin(margin);

    Panel::bottom("status_line")
        .exact_size(style::STATUS_LINE)
        .frame(side(Margin::symmetric(16, 0)))
        .show(ui, |ui| status_line::status_line_ui(ui, window, shown, commands));

    // In a small window the panels leave the middle its half.
    let whole = ui.available_width();
    let (narrow, wide) = (*PANEL_WIDTHS.start(), *PANEL_WIDTHS.end());
    let tree = Panel::left("section_tree")
        .default_size(window.settings.tree_width)
        .size_range(narrow..=wide.min(whole * 0.21).max(narrow))
        .frame(side(Margin::ZERO))
        .show(ui, |ui| section_tree::section_tree_ui(ui, window.lang, shown, commands));
    keep_width(
        tree.response.rect.width(),
        window.settings.tree_width,
        Command::KeepTreeWidth,
        commands,
    );

    let detail = Panel::right("detail_panel")
        .default_size(window.settings.detail_width)
        .size_range(260.0..=wide.min(whole * 0.26).max(260.0))
        .frame(side(Margin::ZERO))
        .show(ui, |ui| detail_panel::detail_panel_ui(ui, window.lang, shown, commands));
    keep_width(
        detail.response.rect.width(),
        window.settings.detail_width,
        Command::KeepDetailWidth,
        commands,
    );

    CentralPanel::default().frame(Frame::new().fill(p.page).inner_margin(Margin::same(16))).show(
        ui,
        |ui| match window.settings.view {
            View::Overview => overview::overview_ui(ui, window.lang, shown, commands),
            View::Table => table_view::table_view_ui(ui, window.lang, shown, commands),
            View::Chart => chart_view::chart_view_ui(ui, window.lang, shown, commands),
            View::Text => text_view::text_view_ui(ui, window.lang, shown, commands),
        },
    );
}

fn keep_width(
    now: f32,
    kept: f32,
    command: impl FnOnce(f32) -> Command,
    commands: &mut Vec<Command>,
) {
    if (now - kept).abs() > 0.5 {
        commands.push(command(now));
    }
}

/// The first file that was let go over the window; one window shows one report.
fn dropped_files(ui: &Ui, commands: &mut Vec<Command>) {
    let dropped =
        ui.input(|input| input.raw.dropped_files.first().map(|file| file.path().to_owned()));
    let is_text = |path: &Path| path.extension().is_some_and(|end| end.eq_ignore_ascii_case("txt"));
    commands.extend(dropped.map(|path| {
        if is_text(&path) {
            Command::Text(TextCommand::Attach(path))
        } else {
            Command::OpenFile(path)
        }
    }));
}

/// The keys of every command that has some and can be carried out now.
fn shortcuts(ui: &Ui, situation: Situation, commands: &mut Vec<Command>) {
    for command in Command::with_shortcut() {
        let Some(keys) = command.shortcut() else { continue };
        if command.enabled(situation) && ui.input_mut(|input| input.consume_shortcut(&keys)) {
            commands.push(command);
        }
    }
}
