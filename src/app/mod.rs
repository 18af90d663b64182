//! The window's state, the commands carried out, the jobs collected: the only place where things happen.
//!
//! A frame: [`App::logic`] collects finished jobs and drains the queue of commands, then `ui` draws what is,
//! and pushes what a person asks for; the queue is drained before the next frame.

mod batch_job;
mod clipboard;
mod copy_job;
mod desktop;
mod dialogs;
mod execute;
mod export_job;
mod exporting;
mod fall;
mod follow_link;
mod history;
mod icon;
mod instance;
mod last_place;
mod lists;
mod open;
mod open_image;
mod path_field;
mod path_question;
#[cfg(target_os = "linux")]
mod portal;
mod preview_job;
mod reading;
mod reopening;
mod start;
mod state;
mod table_commands;
mod table_files;
mod watch;
mod window_commands;

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui;

use crate::command::Command;
use crate::i18n::{Lang, desktop as desktop_words};
use crate::jobs::Jobs;
use crate::load::Asked;
use crate::model::{Bilingual, Report};
use crate::settings::{self, SettingsFault, View};
use crate::ui::{self, Dialog, Shown, Window};

pub use dialogs::{FileDialogs, FileQuestion, PlatformDialogs, Wanted};
use history::{History, Look, Place};
use open::Opened;
pub use path_question::{AskingDialogs, PathPurpose, PathQuestion};
use reopening::{Beginning, Late};
pub use start::{StartError, run};
use state::State;

/// What a finished job brings back.
enum Outcome {
    /// A person chose a report to open.
    Chosen(PathBuf),
    /// A file was opened, or not; with the number of the request, and where to go in it.
    Opened(u64, Opened, Option<String>),
    /// The open file was changed by another program and has been read again; with the number of the request.
    ReadAgain(u64, PathBuf, Opened),
    /// Pictures were written, or why not.
    Exported(exporting::ExportOutcome),
    /// A file of the table was written, or why not.
    TableSaved(Result<PathBuf, Bilingual>),
    /// A person chose the report's text.
    TextChosen(PathBuf),
    /// A text was read, or not.
    TextRead(Box<reading::TextRead>),
    /// The reading of a report that was asked for fell over; with the number of the request.
    NotRead(u64),
    /// A job fell over; what it was to do.
    Fallen(Bilingual),
}

/// A report that was asked for and is still being read.
struct Opening {
    /// The number of the request.
    request: u64,
    /// The text that was let go over the window together with it.
    text: Option<PathBuf>,
}

/// How the application starts.
pub struct Start {
    /// The report to open instead of the bundled one, or a link into one.
    pub file: Option<PathBuf>,
    /// Where settings are read and written; `None` keeps none.
    pub settings_path: Option<PathBuf>,
    /// The language until someone chooses.
    pub lang: Lang,
    /// How files are asked for.
    pub dialogs: Arc<dyn FileDialogs>,
}

impl Start {
    /// The settings of last time, and what was wrong with them.
    fn remembered(&self) -> (settings::Settings, Option<SettingsFault>) {
        self.settings_path.as_deref().map(settings::load).unwrap_or_default()
    }
}

/// Changes of panels and views are saved after so many seconds of use, besides what is saved at once.
const SAVE_AFTER: f64 = 5.0;

/// The application as eframe runs it.
pub struct App {
    state: State,
    places: History<Place>,
    looks: History<Look>,
    queue: Vec<Command>,
    jobs: Jobs<Outcome>,
    previews: preview_job::Previews,
    exports: exporting::Exports,
    clipboard: Arc<clipboard::Clipboard>,
    /// When the frame before has copied something, in seconds.
    copied_at: Option<f64>,
    dialogs: Arc<dyn FileDialogs>,
    /// Where records of falls are written.
    faults: Option<PathBuf>,
    watch: watch::Watch,
    path_field: Option<ui::PathField>,
    judge: path_field::Judge,
    settings_path: Option<PathBuf>,
    saved: settings::Settings,
    title: String,
    /// When the settings were last saved, in seconds.
    saved_at: f64,
    /// The settings that could not be saved, of which a person knows.
    unsaved: Option<settings::Settings>,
    opening: Option<Opening>,
    /// The report of last time, while another one is shown.
    late: Option<Late>,
    /// How many reports have been asked for in this run.
    reports_asked: u64,
    /// The same of readings of an open file that has changed; what an earlier request brings comes too late.
    rereads_asked: u64,
    /// The same of texts.
    texts_asked: u64,
    /// The text that is being read, and whether a person chose it now.
    text_under_way: Option<(PathBuf, bool)>,
}

impl App {
    /// Reads the settings, opens the report, gives egui fonts and style.
    #[must_use]
    pub fn new(ctx: &egui::Context, start: Start) -> Self {
        let (settings, fault) = start.remembered();
        Self::with_settings(ctx, start, settings, fault)
    }

    /// As [`Self::new`], when the last run fell: where it was may be what made it fall, so this one begins elsewhere.
    fn after_a_fall(ctx: &egui::Context, start: Start) -> Self {
        let (settings, fault) = start.remembered();
        let elsewhere = settings::Settings {
            last: None,
            last_file: None,
            view: View::default(),
            ..settings.clone()
        };
        // Compared with what is in the file, so that where it fell is forgotten there too.
        Self { saved: settings, ..Self::with_settings(ctx, start, elsewhere, fault) }
    }

    fn with_settings(
        ctx: &egui::Context,
        start: Start,
        settings: settings::Settings,
        fault: Option<SettingsFault>,
    ) -> Self {
        ui::install(ctx);
        ui::follow_settings(ctx, &settings);
        let asked = start.file.as_deref().map(Asked::of);
        let named = asked.as_ref().and_then(|asked| asked.file.as_deref());
        let last = reopening::report_of_last_time(&settings).filter(|_| asked.is_none());
        let wake_late = ctx.clone();
        let wake_late = move || wake_late.request_repaint();
        // A link alone leads into the bundled report.
        let Beginning { opened, not_reopened, late } = Beginning::of(named, last, wake_late);
        let (wake, wake_preview, wake_watch) = (ctx.clone(), ctx.clone(), ctx.clone());
        let (wake_question, wake_judge) = (ctx.clone(), ctx.clone());
        start.dialogs.wake_by(Box::new(move || wake_question.request_repaint()));
        let mut state = State::new(opened, settings, start.lang);
        last_place::go_on(&mut state);
        let mut app = Self {
            saved: state.settings.clone(),
            places: History::new(Place::of(&state)),
            looks: History::new(Look::of(&state)),
            state,
            queue: Vec::new(),
            jobs: Jobs::new(move || wake.request_repaint()),
            previews: preview_job::Previews::new(move || wake_preview.request_repaint()),
            exports: exporting::Exports::default(),
            clipboard: Arc::default(),
            copied_at: None,
            faults: None,
            dialogs: start.dialogs,
            watch: watch::Watch::start(None, move || wake_watch.request_repaint()),
            path_field: None,
            judge: path_field::Judge::new(move || wake_judge.request_repaint()),
            saved_at: 0.0,
            unsaved: None,
            settings_path: start.settings_path,
            title: String::new(),
            opening: None,
            late,
            reports_asked: 0,
            rereads_asked: 0,
            texts_asked: 0,
            text_under_way: None,
        };
        if let Some(fault) = fault {
            app.report_settings_fault(&fault);
        }
        if let Some(failure) = not_reopened {
            app.tell_not_reopened(&failure);
        }
        app.opened();
        app.state.announce_problems(0.0);
        app.attach_remembered_text();
        if let Some(link) = asked.and_then(|asked| asked.link) {
            app.follow_link(&link);
        }
        app.state.refresh();
        app
    }

    /// Takes what other starts hand over, listens to the clipboard, and knows where falls are recorded.
    fn join_desktop(
        &mut self,
        ctx: &egui::Context,
        receiving: Option<Arc<instance::Receiving>>,
        clipboard: Arc<clipboard::Clipboard>,
        faults: Option<PathBuf>,
    ) {
        let wake = ctx.clone();
        self.clipboard = clipboard;
        self.watch = watch::Watch::start(receiving, move || wake.request_repaint());
        self.opened();
        self.faults = faults;
    }

    /// Shows a report that is in memory already, as if its file had been opened.
    pub fn show_report(&mut self, report: Report) {
        self.show_opened(Ok(state::Document {
            report: Arc::new(report),
            problems: Vec::new(),
            file: None,
            stamp: None,
            image: None,
        }));
        self.state.refresh();
    }

    fn report_settings_fault(&mut self, fault: &SettingsFault) {
        let next = match &fault.kept {
            Some(kept) => desktop_words::settings_kept(kept, &fault.reason),
            None => fault.reason.clone(),
        };
        let what = desktop_words::settings_unreadable();
        self.problem(what, Some(next), Some(fault.path.clone()));
    }

    /// Tells the window system what the window is called.
    fn set_title(&mut self, ctx: &egui::Context) {
        let title = self.state.window_title();
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// Keeps the preview of the export dialog up to date while it is open.
    fn update_preview(&mut self, ctx: &egui::Context) {
        let state = &self.state;
        match (&state.dialog, state.report(), &state.exporting) {
            (Some(Dialog::Export), Some(report), Some(exporting)) => self.previews.update(
                ctx,
                report,
                state.generation,
                &exporting.draft.chart(),
                state.settings.export,
                state.lang(),
            ),
            _ => self.previews.clear(),
        }
    }

    fn save_settings(&mut self) {
        self.saved_at = self.state.now;
        // A file that could not be opened says nothing about the place in another.
        if let Some(last) = last_place::of(&self.state).filter(|_| self.late.is_none()) {
            self.state.settings.last = Some(last);
        }
        // What has failed would fail again.
        if [Some(&self.saved), self.unsaved.as_ref()].contains(&Some(&self.state.settings)) {
            return;
        }
        if let Some(path) = &self.settings_path {
            match settings::save(path, &self.state.settings, &self.saved) {
                Ok(()) => {
                    self.saved = self.state.settings.clone();
                    self.unsaved = None;
                }
                Err(error) => {
                    // Once is enough, until it has worked again.
                    let told = self.unsaved.replace(self.state.settings.clone()).is_some();
                    if !told {
                        self.problem(desktop_words::not_saved(&error), None, None);
                    }
                }
            }
        }
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.state.now = ctx.input(|input| input.time);
        for outcome in self.jobs.finished() {
            self.take(outcome);
            // What is asked for in this frame is asked of what is open now.
            self.state.refresh();
        }
        let asked = std::mem::take(&mut self.queue);
        let any = !asked.is_empty();
        for command in asked {
            self.execute(ctx, command);
        }
        if any {
            self.remember();
        }
        self.follow_late();
        self.state.busy = self.jobs.running() > 0;
        if let Some(seconds) = self.state.notices.expire(self.state.now) {
            ctx.request_repaint_after(std::time::Duration::from_secs_f64(seconds.max(0.05)));
        }
        self.state.refresh();
        self.follow_desktop(ctx);
        self.follow_clipboard();
        self.follow_question(ctx);
        self.update_export(ctx);
        self.update_preview(ctx);
        self.set_title(ctx);
        // Whatever ends the process later, little is lost; nothing wakes an idle window for it.
        if self.state.now - self.saved_at > SAVE_AFTER {
            self.save_settings();
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let size = ui.ctx().content_rect().size();
        self.state.width = size.x;
        let fills_the_screen = ui.input(|input| {
            [input.viewport().fullscreen, input.viewport().maximized].contains(&Some(true))
        });
        if size.x > 0.0 && size.y > 0.0 && !fills_the_screen {
            // Points of the system, so that a zoomed window comes back as large as it was.
            self.state.settings.window = (size * ui.ctx().zoom_factor()).into();
        }
        let state = &self.state;
        let lists = &state.lists;
        let content = match &state.content {
            Ok(document) => Ok(Shown {
                report: &document.report,
                generation: state.generation,
                problems: &document.problems,
                section: state.section.as_ref(),
                unfolded: &state.unfolded,
                selection: state.selection.as_ref(),
                reveal: state.reveal,
                filters: &state.filters,
                picked: &state.picked,
                not_drawn: &lists.not_drawn,
                image_style: state.image().map(|image| &image.carried.style),
                focus_search: state.focus_search,
                reading: &state.reading,
                derived_shown: state.settings.derived_shown,
                outline: &lists.outline,
                overview: &lists.overview,
                whole: &lists.whole,
                table: &lists.table,
                walk: (lists.walk.len(), *lists.walked_to),
                detail: lists.detail.as_ref(),
                spec: &lists.spec,
                scope: state.scope,
                shape: state.shape,
                charts: &lists.charts,
                kinds: &lists.kinds,
                image: document.image.as_ref().map(|image| (image.file_name.as_str(), image.drawn)),
                image_scope: document.image.as_ref().map(|image| &image.carried.spec.scope),
                exporting: state.exporting.as_ref(),
                preview: self.previews.shown(),
                plan: &lists.plan,
            }),
            Err(failure) => Err(failure),
        };
        let window = Window {
            content,
            lang: state.lang(),
            settings: &state.settings,
            notices: &state.notices,
            situation: self.situation(),
            dialog: state.dialog.as_ref(),
            fit: state.fit(),
            presenting: state.presenting,
            path_field: self.path_field.as_ref(),
            jumps: &lists.jumps,
            // Where nothing is remembered it would come again and again; an audience needs none.
            introduction: !state.settings.introduced
                && self.settings_path.is_some()
                && state.presenting.is_none(),
        };
        ui::window_ui(ui, &window, &mut self.queue);
        self.note_copying(ui.ctx());
        self.state.reveal = false;
        self.state.focus_search = false;
        if self.state.settings.view == View::Text {
            self.state.reading.goal = None;
            self.state.reading.search_asked = false;
        } else {
            self.state.reading.section = None;
        }
        if !self.queue.is_empty() {
            ui.ctx().request_repaint();
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        // Perhaps there is room by now.
        self.unsaved = None;
        self.save_settings();
    }
}
