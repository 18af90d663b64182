//! Commands carried out, and the outcomes of jobs taken in.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui;

use crate::chart::ChartKind;
use crate::command::{ChartScope, Command, Selection, Slide, TextCommand};
use crate::i18n::both;
use crate::i18n::desktop::{self, Job};
use crate::i18n::window::Word;
use crate::load::Asked;
use crate::model::{Bilingual, SectionId};
use crate::notice::NoticeKind;
use crate::settings::View;
use crate::ui::reading::Goal;
use crate::ui::{Dialog, SidePanel};

use super::{App, FileQuestion, Opening, Outcome, Wanted, fall, open};

impl App {
    /// Carries out one command; one that is not enabled now does nothing.
    pub(super) fn execute(&mut self, ctx: &egui::Context, command: Command) {
        // A reveal follows the command that it belongs to, after which the lists must be up to date.
        self.state.busy = self.jobs.running() > 0;
        if !command.enabled(self.situation()) {
            return;
        }
        // What a view asks for by itself, and a message that is put away, lose nothing with another report.
        let by_itself = matches!(
            command,
            Command::Reveal | Command::Text(TextCommand::Reading(_)) | Command::Dismiss(_)
        );
        if !by_itself {
            self.begun();
        }
        let state = &mut self.state;
        match command {
            Command::Open => self.ask_for_report(),
            Command::OpenFile(path) => self.open_file(path),
            Command::OpenBundled => self.show_opened(open::bundled()),
            Command::ShowFaults => state.dialog = Some(Dialog::Faults),
            Command::Export => self.open_export(),
            Command::InExport(command) => self.in_export(ctx, command),
            Command::CloseDialog => state.dialog = None,
            Command::ShowView(view) => {
                if view == View::Text && state.settings.view != View::Text {
                    self.aim_at_selection();
                }
                self.state.reveal |= view == View::Table;
                self.state.settings.view = view;
            }
            Command::Table(command) => self.do_with_table(ctx, command),
            Command::ShowScope(scope) => state.show_scope(scope),
            Command::ShapeChart(shape) => state.shape_chart(shape),
            Command::ChooseSection(section) => self.choose_section(section),
            Command::UnfoldSection(id, open) => {
                if open {
                    state.unfolded.insert(id.as_str().to_owned());
                } else {
                    state.unfolded.remove(id.as_str());
                }
            }
            Command::Select(selection) => {
                state.select(Some(selection));
                // In the overview the details come when something is asked for.
                if state.settings.view == View::Overview {
                    state.show_panel(SidePanel::Detail, true);
                }
                self.aim_at_selection();
            }
            Command::Reveal => state.reveal = true,
            Command::ShowSlide(at) => self.show_slide(at),
            Command::ShowInChart(indicator) => {
                state.let_go_of_rows();
                state.select(Some(Selection { indicator, figure: None }));
                state.scope = ChartScope::Indicator;
                state.settings.view = View::Chart;
            }
            Command::Text(command) => self.execute_text(command),
            Command::Figure(command) => self.execute_figure(ctx, command),
            Command::ShowAbout => state.dialog = Some(Dialog::About),
            Command::ShowLicences => state.dialog = Some(Dialog::Licences),
            Command::ShowDerived(shown) => {
                state.settings.derived_shown = shown;
                state.settings.export.parts.derived = shown;
                self.save_settings();
                self.list_again();
            }
            Command::ChooseLang(_) => {
                self.change_settings(ctx, &command);
                self.list_again();
            }
            Command::ChooseTheme(_)
            | Command::ChooseContrast(_)
            | Command::ChooseMotion(_)
            | Command::ChooseZoom(_)
            | Command::ChooseReopen(_)
            | Command::ChooseReuseWindow(_)
            | Command::ZoomIn
            | Command::ZoomOut
            | Command::ZoomReset
            | Command::EndIntroduction => self.change_settings(ctx, &command),
            Command::TypePath(_) | Command::AnswerPath { .. } | Command::LeavePath => {
                self.use_path_field(ctx, command);
            }
            Command::ToggleTree
            | Command::ToggleDetail
            | Command::ToggleFullScreen
            | Command::TogglePresentation
            | Command::KeepTreeWidth(_)
            | Command::KeepDetailWidth(_) => self.arrange_window(ctx, &command),
            Command::Back | Command::Forward | Command::Undo | Command::Redo => {
                self.walk(&command);
                self.aim_at_selection();
            }
            Command::ShowPalette => state.dialog = Some(Dialog::Palette),
            Command::ShowHelp => state.dialog = Some(Dialog::Help),
            Command::ShowSettings => state.dialog = Some(Dialog::Settings),
            Command::Dismiss(id) => state.notices.dismiss(id),
            Command::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        }
        self.state.refresh();
    }

    /// Shows a section in tree, table and chart; the branches around it unfold.
    pub(super) fn choose_section(&mut self, section: Option<SectionId>) {
        let state = &mut self.state;
        state.scope = match section {
            // Whatever is looked at, only the image's own chart is whole.
            _ if state.is_part() => ChartScope::Image,
            None if state.shape.kind != ChartKind::Profile => ChartScope::Headline,
            Some(_) | None => ChartScope::Section,
        };
        if let Some(id) = &section {
            let around = std::iter::successors(id.parent(), SectionId::parent);
            state.unfolded.extend(around.map(|id| id.as_str().to_owned()));
        }
        let goal = section.clone().map(Goal::Section);
        state.section = section;
        self.select_listed();
        self.state.reading.goal = goal;
    }

    /// Goes to a page of the presentation; its row is selected, so that one is there where the view comes again.
    fn show_slide(&mut self, at: Option<usize>) {
        let state = &mut self.state;
        let Some(report) = state.report() else { return };
        let comparison = at.and_then(|at| state.lists.walk.get(at));
        if let Some(comparison) = comparison.map(|at| &report.comparisons()[*at as usize]) {
            let (indicator, figure) = (comparison.indicator.clone(), comparison.target.clone());
            state.select(Some(Selection { indicator, figure: Some(figure) }));
            state.presenting = Some(Slide::Comparison);
        } else {
            state.presenting = Some(Slide::View);
            self.go_to_selection();
        }
    }

    fn ask_for_report(&mut self) {
        let lang = self.state.lang();
        let (title, kind) = (Word::OpenReport.text(lang), Word::ReportFiles.text(lang));
        self.ask_for_file(title, kind, &["ron", "png", "svg", "pdf"], Outcome::Chosen);
    }

    /// Asks for a file to read; `outcome` says what it is for.
    pub(super) fn ask_for_file(
        &mut self,
        title: &str,
        kind: &str,
        endings: &'static [&'static str],
        outcome: fn(PathBuf) -> Outcome,
    ) {
        let dialogs = Arc::clone(&self.dialogs);
        let question = FileQuestion {
            title: title.to_owned(),
            wanted: Wanted::Open(kind.to_owned(), endings),
            folder: None,
        };
        self.start("open dialog", Job::OpenDialog, move || dialogs.ask(&question).map(outcome));
    }

    /// Opens a file, or what a link leads into, as at the start.
    pub(super) fn open_file(&mut self, path: PathBuf) {
        self.reports_asked += 1;
        self.begun();
        let request = self.reports_asked;
        let read = move || {
            let asked = Asked::of(&path);
            let opened = asked.file.as_deref().map_or_else(open::bundled, open::file);
            Some(Outcome::Opened(request, opened, asked.link))
        };
        let started = self.start_or("open report", read, move || Outcome::NotRead(request));
        self.opening = started.then_some(Opening { request, text: None });
    }

    /// Shows a report that was opened, or why it was not; whatever was asked for before comes too late.
    pub(super) fn show_opened(&mut self, opened: open::Opened) {
        self.opening = None;
        match opened {
            Ok(document) => {
                self.late = None;
                // What is still being read again is older.
                self.rereads_asked += 1;
                self.state.show(document);
                self.opened();
                self.attach_remembered_text();
                self.begin_history();
            }
            Err(failure) => {
                self.state.dialog = None;
                match &mut self.state.content {
                    Ok(_) => self.state.dialog = Some(Dialog::Failed(failure)),
                    Err(former) => *former = failure,
                }
            }
        }
    }

    /// Starts a job on a thread of its own; `name` is for the system.
    pub(super) fn start(
        &mut self,
        name: &str,
        job: Job,
        work: impl FnOnce() -> Option<Outcome> + Send + 'static,
    ) {
        self.start_or(name, work, move || Outcome::Fallen(both(|lang| job.text(lang))));
    }

    /// The same with an outcome of its own if it falls; whether it has been started.
    fn start_or(
        &mut self,
        name: &str,
        work: impl FnOnce() -> Option<Outcome> + Send + 'static,
        fallen: impl FnOnce() -> Outcome + Send + 'static,
    ) -> bool {
        let started = self.jobs.start(name, work, fallen);
        if let Err(error) = &started {
            self.no_thread(error);
        }
        started.is_ok()
    }

    pub(super) fn no_thread(&mut self, error: &std::io::Error) {
        self.problem(desktop::no_thread(error), None, None);
    }

    pub(super) fn problem(
        &mut self,
        what: Bilingual,
        next: Option<Bilingual>,
        path: Option<PathBuf>,
    ) {
        self.state.notices.post(self.state.now, NoticeKind::Problem, what, next, path);
    }

    /// Takes in what a job brought back.
    pub(super) fn take(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Chosen(path) => self.open_file(path),
            Outcome::Opened(request, opened, link) => {
                let asked = self.opening.take_if(|opening| opening.request == request);
                let Some(Opening { text, .. }) = asked else { return };
                let is_open = opened.is_ok();
                self.show_opened(opened);
                if let Some(text) = text.filter(|_| is_open) {
                    self.attach_text(text, true);
                }
                if let Some(link) = link.filter(|_| is_open) {
                    self.follow_link(&link);
                    self.remember();
                }
            }
            Outcome::TextChosen(path) => self.attach_text(path, true),
            Outcome::TextRead(read) => self.take_text(read),
            Outcome::ReadAgain(request, path, opened) => self.read_again(request, path, opened),
            Outcome::Exported(outcome) => self.take_export(outcome),
            Outcome::TableSaved(outcome) => self.take_saved_table(outcome),
            Outcome::NotRead(request) => {
                self.opening.take_if(|opening| opening.request == request);
                self.take(Outcome::Fallen(both(|lang| Job::OpenReport.text(lang))));
            }
            Outcome::Fallen(what) => {
                let record = self.faults.as_deref().and_then(fall::untold);
                let next = desktop::not_finished_next();
                self.problem(desktop::not_finished(&what), Some(next), record);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{PlatformDialogs, Start};
    use crate::command::TextCommand;
    use crate::i18n::Lang;

    const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data");

    /// A window in which a report was let go together with its text; the number of the request.
    fn opening(ctx: &egui::Context) -> (App, u64) {
        let dialogs = Arc::new(PlatformDialogs);
        let start = Start { file: None, settings_path: None, lang: Lang::En, dialogs };
        let mut app = App::new(ctx, start);
        app.open_file(PathBuf::from(DATA).join("small.report.ron"));
        drop_text(&mut app, ctx);
        (app, 1)
    }

    fn drop_text(app: &mut App, ctx: &egui::Context) {
        let text = PathBuf::from(DATA).join("small.txt");
        app.execute(ctx, Command::Text(TextCommand::Attach(text)));
    }

    fn read(request: u64) -> Outcome {
        let file = PathBuf::from(DATA).join("small.report.ron");
        Outcome::Opened(request, open::file(&file), None)
    }

    #[test]
    fn a_text_that_was_let_go_with_a_report_is_attached_to_that_one_or_to_none() {
        let ctx = egui::Context::default();
        let (mut app, first) = opening(&ctx);
        assert!(app.text_under_way.is_none(), "not to what is open");
        app.take(read(first));
        assert!(app.text_under_way.is_some());

        // Another report is asked for before.
        let (mut app, first) = opening(&ctx);
        app.open_file(PathBuf::from(DATA).join("small.report.ron"));
        app.take(read(first));
        assert!(app.opening.is_some(), "that one is still being read");
        app.take(read(first + 1));
        assert!(app.text_under_way.is_none());

        // Its reading falls over.
        let (mut app, first) = opening(&ctx);
        app.take(Outcome::NotRead(first));
        app.open_file(PathBuf::from(DATA).join("small.report.ron"));
        app.take(read(first + 1));
        assert!(app.text_under_way.is_none());

        // Something else falls over.
        let (mut app, first) = opening(&ctx);
        app.take(Outcome::Fallen(both(|lang| Job::Copy.text(lang))));
        drop_text(&mut app, &ctx);
        assert!(app.text_under_way.is_none(), "not to what is open");
        app.take(read(first));
        assert!(app.text_under_way.is_some());
    }
}
