//! Commands carried out, and the outcomes of jobs taken in.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui;

use crate::command::{ChartScope, Command, Selection};
use crate::i18n::Lang;
use crate::i18n::window::{self, Word};
use crate::model::{Bilingual, SectionId};
use crate::notice::NoticeKind;
use crate::settings::View;
use crate::ui::Dialog;

use super::{App, Outcome, export_job, open};

impl App {
    /// Carries out one command; one that is not enabled now does nothing.
    pub(super) fn execute(&mut self, ctx: &egui::Context, command: Command) {
        // A reveal follows the command that it belongs to, after which the lists must be up to date.
        self.state.busy = self.jobs.running() > 0;
        if !command.enabled(self.situation()) {
            return;
        }
        let steps =
            matches!(command, Command::Back | Command::Forward | Command::Undo | Command::Redo);
        let state = &mut self.state;
        match command {
            Command::Open => self.ask_for_report(),
            Command::OpenFile(path) => self.open_file(path),
            Command::OpenBundled => self.take(Outcome::Opened(open::bundled())),
            Command::ShowFaults => state.dialog = Some(Dialog::Faults),
            Command::Export => state.dialog = Some(Dialog::Export),
            Command::ChooseExport(choices) => state.settings.export = choices,
            Command::SaveExport => self.save_export(),
            Command::CloseDialog => state.dialog = None,
            Command::ShowView(view) => state.settings.view = view,
            Command::ShowRows(filter) => state.filter = filter,
            Command::ShowScope(scope) => state.scope = scope,
            Command::ChooseSection(section) => self.choose_section(section),
            Command::UnfoldSection(id, open) => {
                if open {
                    state.unfolded.insert(id.as_str().to_owned());
                } else {
                    state.unfolded.remove(id.as_str());
                }
            }
            Command::Select(selection) => {
                state.selection = Some(selection);
                // In the overview the details come when something is asked for.
                if state.settings.view == View::Overview {
                    state.settings.want_detail(true);
                }
            }
            Command::Reveal => state.reveal = true,
            Command::ShowInChart(indicator) => {
                state.selection = Some(Selection { indicator, figure: None });
                state.scope = ChartScope::Indicator;
                state.settings.view = View::Chart;
            }
            Command::ChooseLang(_)
            | Command::ChooseTheme(_)
            | Command::ChooseContrast(_)
            | Command::ChooseMotion(_)
            | Command::ChooseZoom(_)
            | Command::ChooseReopen(_)
            | Command::ChooseReuseWindow(_)
            | Command::ZoomIn
            | Command::ZoomOut
            | Command::ZoomReset
            | Command::EndIntroduction => self.change_settings(ctx, &command),
            Command::TypePath(_) | Command::AnswerPath | Command::LeavePath => {
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
            }
            Command::ShowPalette => state.dialog = Some(Dialog::Palette),
            Command::ShowHelp => state.dialog = Some(Dialog::Help),
            Command::ShowSettings => state.dialog = Some(Dialog::Settings),
            Command::Dismiss(id) => state.notices.dismiss(id),
            Command::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        }
        if !steps {
            self.remember();
        }
        self.state.refresh();
    }

    /// Shows a section in tree, table and chart; the branches around it unfold.
    fn choose_section(&mut self, section: Option<SectionId>) {
        let state = &mut self.state;
        state.scope = match section {
            Some(_) => ChartScope::Section,
            None => ChartScope::Headline,
        };
        if let Some(id) = &section {
            let around = std::iter::successors(id.parent(), SectionId::parent);
            state.unfolded.extend(around.map(|id| id.as_str().to_owned()));
        }
        state.section = section;
        state.reveal = true;
    }

    fn ask_for_report(&mut self) {
        let dialogs = Arc::clone(&self.dialogs);
        let lang = self.state.lang();
        self.start(
            "open dialog",
            Bilingual { zh: "打开文件对话框".to_owned(), en: "the open dialog".to_owned() },
            move || {
                dialogs
                    .report_to_open(Word::OpenReport.text(lang), Word::ReportFiles.text(lang))
                    .map(Outcome::Chosen)
            },
        );
    }

    pub(super) fn open_file(&mut self, path: PathBuf) {
        self.start(
            "open report",
            Bilingual { zh: "打开报告".to_owned(), en: "opening the report".to_owned() },
            move || Some(Outcome::Opened(open::file(&path))),
        );
    }

    fn save_export(&mut self) {
        let Some(report) = self.state.report().cloned() else { return };
        let state = &self.state;
        let job = export_job::ExportJob {
            report,
            spec: state.lists.spec.clone(),
            choices: state.settings.export,
            folder: state.settings.export_folder.clone(),
            lang: state.lang(),
            dialogs: Arc::clone(&self.dialogs),
        };
        self.start(
            "export chart",
            Bilingual { zh: "导出图表".to_owned(), en: "exporting the chart".to_owned() },
            move || job.run().map(Outcome::Exported),
        );
    }

    /// Starts a job on a thread of its own; `name` is for the system, `what` for people.
    pub(super) fn start(
        &mut self,
        name: &str,
        what: Bilingual,
        work: impl FnOnce() -> Option<Outcome> + Send + 'static,
    ) {
        if let Err(error) = self.jobs.start(name, work, move || Outcome::Fallen(what)) {
            let what = Bilingual {
                zh: format!("系统没有给出线程：{error}"),
                en: format!("The system gives no thread: {error}"),
            };
            self.problem(what, None, None);
        }
    }

    fn problem(&mut self, what: Bilingual, next: Option<Bilingual>, path: Option<PathBuf>) {
        self.state.notices.post(self.state.now, NoticeKind::Problem, what, next, path);
    }

    /// Takes in what a job brought back.
    pub(super) fn take(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Chosen(path) => self.open_file(path),
            Outcome::Opened(Ok(document)) => {
                self.state.show(document);
                self.opened();
                self.begin_history();
            }
            Outcome::Opened(Err(failure)) => {
                self.state.dialog = None;
                match &mut self.state.content {
                    Ok(_) => self.state.dialog = Some(Dialog::Failed(failure)),
                    Err(former) => *former = failure,
                }
            }
            Outcome::ReadAgain(path, opened) => {
                self.read_again(path, opened);
                self.begin_history();
            }
            Outcome::Exported(Ok(path)) => {
                self.state.dialog = None;
                self.state.settings.export_folder = path.parent().map(PathBuf::from);
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let what = Bilingual {
                    zh: window::saved(&name, Lang::Zh),
                    en: window::saved(&name, Lang::En),
                };
                self.state.notices.post(self.state.now, NoticeKind::Done, what, None, Some(path));
                self.save_settings();
            }
            Outcome::Exported(Err(what)) => self.problem(what, None, None),
            Outcome::Fallen(what) => {
                let next = Bilingual {
                    zh: "这是程序的错误；其余部分可以继续使用。".to_owned(),
                    en: "This is a fault of the application; the rest can be used on.".to_owned(),
                };
                let what = Bilingual {
                    zh: format!("{}没有完成", what.zh),
                    en: format!("Not finished: {}", what.en),
                };
                self.problem(what, Some(next), None);
            }
        }
    }
}
