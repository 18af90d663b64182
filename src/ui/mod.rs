//! The window, one file per region: reads [`Shown`], returns [`Command`]s, does no work: no files, no threads.

pub mod lists;
pub mod style;
mod text;
mod widgets;

mod about_dialog;
mod chart_list;
mod chart_view;
mod detail_actions;
mod detail_figure;
mod detail_panel;
mod dialog;
pub mod export_dialog;
mod facets;
mod failure_view;
mod fault_list;
mod help;
mod image_note;
mod layout;
mod licences;
mod list_focus;
mod marked;
mod overview;
mod palette;
mod path_field;
mod presentation;
pub mod reading;
mod search_field;
mod section_tree;
mod settings_dialog;
mod side_head;
mod status_line;
mod table_cells;
mod table_condition;
mod table_grid;
mod table_header;
mod table_menu;
mod table_view;
mod text_lists;
mod text_view;
mod toasts;
mod top_bar;

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::path::Path;

use egui::{CentralPanel, Frame, Id, IdSalt, Key, Margin, Modifiers, Panel, PanelState, Ui};

use crate::chart::{ChartKind, ChartSpec, ChartStyle, Scope};
use crate::command::{ChartScope, ChartShape, Command, Selection, Situation, Slide, TextCommand};
use crate::export::batch::Plan;
use crate::find::Filters;
use crate::i18n::window::Word;
use crate::i18n::{Lang, finding, text as text_words};
use crate::load::Problem;
use crate::model::{Bilingual, Report, SectionId};
use crate::notice::Notices;
use crate::settings::{Settings, View};
use export_dialog::{Exporting, Preview};
use lists::{ChartList, Detail, Jumps, NotDrawn, Outline, Overview, Picked, Table};
use reading::Reading;

use widgets::Icon;

pub use failure_view::Failure;
pub use layout::{Asked, Fit, Panel as SidePanel};
pub use path_field::{PathField, PathPurpose, Standing};
pub use style::{follow as follow_settings, install};

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
    /// Commands, indicators and sections by name.
    Palette,
    /// Shortcuts, signs, rules.
    Help,
    /// Language, colours, size.
    Settings,
    /// What is inside the application, under which licence.
    Licences,
}

/// An open report and what is derived from it.
pub struct Shown<'a> {
    /// The report.
    pub report: &'a Report,
    /// A number that changes with the report, also where a file is read again.
    pub generation: u64,
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
    /// What narrows and orders the table.
    pub filters: &'a Filters,
    /// The rows that are selected together.
    pub picked: &'a Picked,
    /// Those of them that the chart leaves out.
    pub not_drawn: &'a NotDrawn,
    /// How the chart of an image is drawn, while it is shown as it is there.
    pub image_style: Option<&'a ChartStyle>,
    /// Whether the search field should take the keyboard.
    pub focus_search: bool,
    /// Whether values that follow from others are shown.
    pub derived_shown: bool,
    /// The report's text, where the reader is in it, what is searched.
    pub reading: &'a Reading,
    /// The section tree.
    pub outline: &'a Outline,
    /// What the overview says.
    pub overview: &'a Overview,
    /// What the overview says of the whole report.
    pub whole: &'a Overview,
    /// The rows of the table.
    pub table: &'a Table,
    /// How many comparisons a presentation walks over, and which of them is selected.
    pub walk: (usize, Option<usize>),
    /// What the detail panel says.
    pub detail: Option<&'a Detail>,
    /// What the chart shows.
    pub spec: &'a ChartSpec,
    /// Which comparisons that is.
    pub scope: ChartScope,
    /// How it shows them.
    pub shape: ChartShape,
    /// Every chart that the report offers.
    pub charts: &'a ChartList,
    /// The kinds of chart that have something to show of these comparisons.
    pub kinds: &'a [ChartKind],
    /// The image whose data this is, if it is not a report's own file, and how many figures it draws.
    pub image: Option<(&'a str, usize)>,
    /// What the chart of the image is of.
    pub image_scope: Option<&'a Scope>,
    /// What the export dialog shows.
    pub exporting: Option<&'a Exporting>,
    /// What it previews.
    pub preview: Option<&'a Preview>,
    /// Which files the choices for several charts lead to, or why to none.
    pub plan: &'a Result<Plan, Bilingual>,
}

impl Shown<'_> {
    /// Which of how many the selection is, as one walks from figure to figure: of the rows that the table lists,
    /// where it lists a part of the report, or else of all figures.
    fn place(&self, lang: Lang) -> String {
        if self.table.is_part() {
            return finding::place(self.table.selected(), self.table.len(), lang);
        }
        let figure = self.selection.and_then(|selection| selection.figure_in(self.report));
        let at = figure.and_then(|figure| self.report.figure_position(&figure.id));
        text_words::figure_of(at, self.report.figures().len(), lang)
    }
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
    /// The panels beside the view.
    pub fit: Fit,
    /// What is shown alone, for an audience.
    pub presenting: Option<Slide>,
    /// A path that a job waits for.
    pub path_field: Option<&'a PathField>,
    /// What the palette offers, while it is open.
    pub jumps: &'a Jumps,
    /// The introduction of the first start is shown.
    pub introduction: bool,
}

/// Draws the window and adds what a person asks for to `commands`.
pub fn window_ui(ui: &mut Ui, window: &Window<'_>, commands: &mut Vec<Command>) {
    let p = style::palette(ui);
    ui.painter().rect_filled(ui.max_rect(), 0.0, p.page);
    shortcuts(ui, window.situation, commands);
    let leave = window.presenting.is_some() && !window.situation.dialog;
    if leave && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        commands.push(Command::TogglePresentation);
    }
    dropped_files(ui, commands);
    if window.dialog.is_some() || window.path_field.is_some() {
        // What lies behind keeps its looks, but shows no hover texts over the dialog.
        ui.visuals_mut().disabled_alpha = 1.0;
        ui.disable();
    }

    if window.presenting.is_none() {
        Panel::top("top_bar")
            .exact_size(style::TOP_BAR)
            .frame(Frame::new().fill(p.surface).inner_margin(Margin::symmetric(16, 0)))
            .show(ui, |ui| top_bar::top_bar_ui(ui, window, commands));
    }
    match &window.content {
        Ok(shown) => report_ui(ui, window, shown, commands),
        Err(failure) => {
            CentralPanel::default()
                .frame(Frame::new().fill(p.page))
                .show(ui, |ui| failure_view::failure_page_ui(ui, failure, window.lang, commands));
        }
    }
    // An audience sees no messages; what has to be answered waits for the end.
    if window.presenting.is_none() || window.dialog.is_some() {
        toasts::toasts_ui(ui, window, commands);
    }
    if ui.input(|input| !input.raw.hovered_files.is_empty()) {
        toasts::drop_hint_ui(ui, window.lang);
    }
    if let Some(dialog) = window.dialog {
        dialog_ui(ui, window, dialog, commands);
    }
    // On top of the dialog that asked.
    match window.path_field {
        Some(field) => path_field::path_field_ui(ui, field, window.lang, commands),
        None => path_field::path_field_gone(ui),
    }
}

fn dialog_ui(ui: &mut Ui, window: &Window<'_>, dialog: &Dialog, commands: &mut Vec<Command>) {
    match (dialog, &window.content) {
        (Dialog::Export, Ok(shown)) => {
            export_dialog::export_dialog_ui(ui, window, shown, commands);
        }
        (Dialog::Faults, Ok(shown)) => {
            fault_list::fault_list_ui(ui, window.lang, shown.problems, commands);
        }
        (Dialog::Failed(failure), _) => {
            failure_view::failure_dialog_ui(ui, failure, window.lang, commands);
        }
        (Dialog::About, Ok(shown)) => {
            about_dialog::about_dialog_ui(ui, window.lang, shown, commands);
        }
        (Dialog::TextDifferences, Ok(shown)) => {
            text_lists::differences_ui(ui, window.lang, shown, commands);
        }
        (Dialog::Unexplained, Ok(shown)) => {
            text_lists::unexplained_ui(ui, window.lang, shown, commands);
        }
        (Dialog::Licences, _) => licences::licences_ui(ui, window.lang, commands),
        (Dialog::Settings, _) => settings_dialog::settings_dialog_ui(ui, window, commands),
        (Dialog::Palette, _) => palette::palette_ui(ui, window, window.jumps, commands),
        (Dialog::Help, _) => help::help_ui(ui, window, commands),
        (
            Dialog::Export
            | Dialog::Faults
            | Dialog::About
            | Dialog::TextDifferences
            | Dialog::Unexplained,
            Err(_),
        ) => {}
    }
}

fn report_ui(ui: &mut Ui, window: &Window<'_>, shown: &Shown<'_>, commands: &mut Vec<Command>) {
    let p = style::palette(ui);
    let side = |margin| Frame::new().fill(p.surface).inner_margin(margin);

    if let Some(slide) = window.presenting {
        if presentation::presentation_ui(ui, window, shown, slide, commands) {
            return;
        }
    } else {
        if let Some(image) = shown.image {
            let figures = shown.report.figures().len();
            image_note::image_note_ui(ui, image, figures, window.lang, commands);
        }
        Panel::bottom("status_line")
            .exact_size(style::STATUS_LINE)
            .frame(side(Margin::symmetric(8, 0)))
            .show(ui, |ui| status_line::status_line_ui(ui, window, shown, commands));
        panels_ui(ui, window, shown, commands);
    }

    CentralPanel::default().frame(Frame::new().fill(p.page).inner_margin(view_margin(ui))).show(
        ui,
        |ui| match window.settings.view {
            View::Overview => overview::overview_ui(ui, window, shown, commands),
            View::Table => table_view::table_view_ui(ui, window, shown, commands),
            View::Chart if window.presenting.is_some() => {
                chart_view::chart_alone_ui(ui, window.lang, shown, commands);
            }
            View::Chart => chart_view::chart_view_ui(ui, window.lang, shown, commands),
            View::Text => {
                let alone = window.presenting.is_some();
                text_view::text_view_ui(ui, window.lang, shown, alone, commands);
            }
        },
    );
}

/// Wide windows give the view more air, low ones less.
fn view_margin(ui: &Ui) -> Margin {
    let room = ui.available_size();
    Margin::same(if room.x >= 1000.0 {
        24
    } else if room.y >= 400.0 {
        16
    } else {
        10
    })
}

/// The section tree at the left and the details at the right, as far as they are wanted and there is room.
fn panels_ui(ui: &mut Ui, window: &Window<'_>, shown: &Shown<'_>, commands: &mut Vec<Command>) {
    let p = style::palette(ui);
    let side = Frame::new().fill(p.surface);
    let settings = window.settings;
    let fit = window.fit;

    let mut open = fit.tree;
    let widths = fit.tree_widths();
    let dragged = follow_width(ui, "section_tree", settings.tree_width, &widths);
    let tree = Panel::left("section_tree")
        .default_size(settings.tree_width)
        .size_range(widths.clone())
        .drag_to_open(false)
        .frame(side)
        .show_collapsible(ui, &mut open, |ui| {
            section_tree::section_tree_ui(ui, window.lang, shown, commands);
        });
    name_divider(ui, "section_tree", Word::ResizeSections.text(window.lang));
    if open != fit.tree {
        commands.push(Command::ToggleTree);
    }
    let width = tree.filter(|_| fit.tree && !dragged).map(|tree| tree.response.rect.width());
    keep_width(width, settings.tree_width, widths, Command::KeepTreeWidth, commands);

    let mut open = fit.detail;
    let widths = fit.detail_widths();
    let dragged = follow_width(ui, "detail_panel", settings.detail_width, &widths);
    let detail = Panel::right("detail_panel")
        .default_size(settings.detail_width)
        .size_range(widths.clone())
        .drag_to_open(false)
        .frame(side)
        .show_collapsible(ui, &mut open, |ui| {
            let close = side_head::side_head_ui(
                ui,
                Word::DetailName.text(window.lang),
                Icon::RightPanel,
                &Command::ToggleDetail,
                window.lang,
            );
            commands.extend(close);
            detail_panel::detail_panel_ui(ui, window.lang, shown, commands);
        });
    name_divider(ui, "detail_panel", Word::ResizeDetails.text(window.lang));
    if open != fit.detail {
        commands.push(Command::ToggleDetail);
    }
    let width =
        detail.filter(|_| fit.detail && !dragged).map(|detail| detail.response.rect.width());
    keep_width(width, settings.detail_width, widths, Command::KeepDetailWidth, commands);
}

/// Where egui keeps the width of a panel.
fn panel_id(ui: &Ui, panel: &'static str) -> Id {
    ui.scope_id().with_salt(IdSalt::new(panel))
}

/// The divider of a panel.
fn divider_id(ui: &Ui, panel: &'static str) -> Id {
    panel_id(ui, panel).with("__resize")
}

/// Has a panel take the remembered width again where the window, narrower for a while, had forced another one on it;
/// whether a person is dragging its divider, who then says how wide it is.
fn follow_width(ui: &Ui, panel: &'static str, kept: f32, possible: &RangeInclusive<f32>) -> bool {
    if ui.read_response(divider_id(ui, panel)).is_some_and(|divider| divider.dragged()) {
        return true;
    }
    let id = panel_id(ui, panel);
    let wanted = kept.clamp(*possible.start(), *possible.end());
    if PanelState::load(ui, id).is_some_and(|state| (state.size().x - wanted).abs() > 1.0) {
        ui.data_mut(|data| data.remove::<PanelState>(id));
    }
    false
}

/// Names the divider of a panel in the window's language; egui calls it "Resize panel" in English.
fn name_divider(ui: &Ui, panel: &'static str, name: &str) {
    let divider = divider_id(ui, panel);
    // Only where egui has made one in this frame: a node of our own would hang in the air.
    if ui.read_response(divider).is_some() {
        ui.ctx().accesskit_node_builder(divider, |node| node.set_label(name));
    }
}

/// Remembers a width that a person has chosen: not one that the window forced, nor one on the way while a panel slides.
fn keep_width(
    now: Option<f32>,
    kept: f32,
    possible: RangeInclusive<f32>,
    command: impl FnOnce(f32) -> Command,
    commands: &mut Vec<Command>,
) {
    let Some(now) = now else { return };
    let forced = (now - kept.clamp(*possible.start(), *possible.end())).abs() <= 1.0;
    if !forced && possible.contains(&now) {
        commands.push(command(now));
    }
}

/// The first report that was let go over the window, and the first text; one window shows one report.
fn dropped_files(ui: &Ui, commands: &mut Vec<Command>) {
    let is_text = |path: &Path| path.extension().is_some_and(|end| end.eq_ignore_ascii_case("txt"));
    let (texts, reports): (Vec<_>, Vec<_>) = ui.input(|input| {
        let paths = input.raw.dropped_files.iter().map(|file| file.path().to_owned());
        paths.partition(|path| is_text(path))
    });
    commands.extend(reports.into_iter().next().map(Command::OpenFile));
    let text = texts.into_iter().next();
    commands.extend(text.map(|path| Command::Text(TextCommand::Attach(path))));
}

/// The keys of every command that has some and can be carried out now.
fn shortcuts(ui: &Ui, situation: Situation, commands: &mut Vec<Command>) {
    let typing = ui.ctx().text_edit_focused();
    // The keys with more modifiers first: egui takes Ctrl+Shift+Z for Ctrl+Z as well.
    let mut all = Command::with_shortcut();
    all.sort_by_key(|command| {
        std::cmp::Reverse(command.shortcut().map_or(0, |keys| {
            let held = keys.modifiers;
            u8::from(held.shift) + u8::from(held.alt) + u8::from(held.command)
        }))
    });
    for command in all {
        let Some(keys) = command.shortcut() else { continue };
        if typing && command.yields_to_typing() {
            continue;
        }
        if command.enabled(situation) && ui.input_mut(|input| input.consume_shortcut(&keys)) {
            commands.push(command);
        }
    }
}
