//! The commands of the export dialog carried out: what it shows, what it starts, and what comes of it.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{ColorImage, Context};

use crate::chart::{self, Catalog, CatalogEntry, ChartSpec};
use crate::command::{ChartShape, Copied, ExportCommand, ExportDraft, ExportStage, Offered};
use crate::export::batch::{Destination, Done};
use crate::export::choices::OwnPreset;
use crate::export::{IfExists, WriteError, WriteErrorKind};
use crate::i18n::desktop::Job;
use crate::i18n::{Lang, both, export as words, window};
use crate::model::Bilingual;
use crate::notice::NoticeKind;
use crate::ui::Dialog;
use crate::ui::export_dialog::Exporting;

use super::batch_job::{BatchJob, BatchProgress};
use super::copy_job::CopyJob;
use super::dialogs::NewPlace;
use super::export_job::ExportJob;
use super::{App, Outcome};

/// What an export brings back.
pub(super) enum ExportOutcome {
    /// Where the picture is.
    Saved(PathBuf),
    /// Why there is none.
    Failed(Bilingual),
    /// Files are there already, and what waits for the answer.
    Exists(Pending, Vec<PathBuf>),
    /// A batch has ended.
    Batch(Done, Destination),
    /// For the clipboard.
    Copy(Clip),
}

/// An export that waits for an answer.
pub(super) enum Pending {
    One(ExportJob, NewPlace),
    Batch(BatchJob, Destination),
}

/// What goes to the clipboard, with what is said about it.
pub(super) enum Clip {
    Image(ColorImage),
    Text(Copied, String),
}

/// What the application keeps of exports between two frames.
#[derive(Default)]
pub(super) struct Exports {
    /// What waits for an answer.
    pending: Option<Pending>,
    /// The batch that is running.
    running: Option<(Arc<BatchProgress>, Option<f64>)>,
    /// What the next frame puts on the clipboard.
    clip: Option<Clip>,
    /// How the chart in the window was arranged when the dialog was opened last.
    shape: Option<ChartShape>,
}

/// The charts that the report offers, and the one of the window where it is none of them.
fn offered(catalog: Catalog<'_>, spec: &ChartSpec) -> Vec<Offered> {
    let report = catalog.report();
    let mut entries = catalog.entries();
    let id = spec.id();
    if entries.iter().all(|entry| entry.id != id) {
        let bare = ChartSpec::new(spec.kind, spec.scope.clone());
        entries.insert(0, CatalogEntry { id, spec: bare });
    }
    let offer = |entry: CatalogEntry| Offered {
        kind: entry.spec.kind,
        title: both(|lang| chart::title(report, &entry.spec, lang)),
        id: entry.id,
        spec: entry.spec,
    };
    entries.into_iter().map(offer).collect()
}

impl App {
    /// Opens the dialog for the chart in the window; own words stay while the chart is the same.
    pub(super) fn open_export(&mut self) {
        let state = &mut self.state;
        let Ok(document) = &state.content else { return };
        let (spec, shape) = (ChartSpec::clone(&state.lists.spec), state.shape);
        let id = spec.id().as_str().to_owned();
        let mut draft = match state.exporting.take() {
            Some(former) => former.draft,
            None => ExportDraft {
                chosen: [id.clone()].into(),
                spec: spec.clone(),
                order: shape.order,
                labels: shape.labels,
                several: false,
                preset_name: None,
            },
        };
        let former = draft.spec.id().as_str().to_owned();
        if former != id {
            // Who has chosen no others means the chart that is in the window.
            if draft.chosen.len() == 1 && draft.chosen.remove(&former) {
                draft.chosen.insert(id);
            }
            draft.spec = spec;
            draft.preset_name = None;
        }
        // What was chosen in the dialog stands until the window's chart is arranged in another way.
        if self.exports.shape.replace(shape).is_some_and(|former| former != shape) {
            draft.order = shape.order;
            draft.labels = shape.labels;
        }
        let offered = offered(document.catalog(), &draft.spec);
        state.exporting = Some(Exporting { draft, offered, stage: ExportStage::Choosing });
        state.dialog = Some(Dialog::Export);
    }

    /// Carries out one command of the dialog.
    pub(super) fn in_export(&mut self, ctx: &Context, command: ExportCommand) {
        let state = &mut self.state;
        match command {
            ExportCommand::Choose(choices) => state.settings.choose_export(choices),
            ExportCommand::ChooseBatch(batch) => state.settings.choose_batch(batch),
            ExportCommand::Revise(draft) => {
                if let Some(exporting) = &mut state.exporting {
                    exporting.draft = *draft;
                }
            }
            ExportCommand::KeepPreset(name) => {
                let choices = state.settings.export;
                state.settings.presets.retain(|preset| preset.name != name);
                state.settings.presets.push(OwnPreset { name, choices });
                if let Some(exporting) = &mut state.exporting {
                    exporting.draft.preset_name = None;
                }
                self.save_settings();
            }
            ExportCommand::RemovePreset(name) => {
                state.settings.presets.retain(|preset| preset.name != name);
                self.save_settings();
            }
            ExportCommand::Save => self.save_one(),
            ExportCommand::SaveAll => self.save_all(ctx),
            ExportCommand::Answer(answer) => self.answer(answer),
            ExportCommand::Withdraw => {
                self.exports.pending = None;
                self.set_stage(ExportStage::Choosing);
            }
            ExportCommand::Cancel => {
                if let Some((progress, _)) = &self.exports.running {
                    progress.cancel();
                }
            }
            ExportCommand::Copy(copied) => self.copy(copied),
        }
    }

    /// Closes the dialog where it is the one on top.
    fn close_export(&mut self) {
        self.state.dialog.take_if(|dialog| matches!(dialog, Dialog::Export));
    }

    fn set_stage(&mut self, stage: ExportStage) {
        if let Some(exporting) = &mut self.state.exporting {
            exporting.stage = stage;
        }
    }

    fn save_one(&mut self) {
        let state = &self.state;
        let (Some(report), Some(exporting)) = (state.report().cloned(), &state.exporting) else {
            return;
        };
        let job = ExportJob {
            report,
            spec: exporting.draft.chart(),
            choices: state.settings.export,
            folder: state.settings.export_folder.clone(),
            lang: state.lang(),
            dialogs: Arc::clone(&self.dialogs),
        };
        self.start("export chart", Job::Export, move || job.run().map(Outcome::Exported));
    }

    fn save_all(&mut self, ctx: &Context) {
        let state = &self.state;
        let (Some(report), Some(exporting)) = (state.report().cloned(), &state.exporting) else {
            return;
        };
        let ctx = ctx.clone();
        let job = BatchJob::new(
            report,
            exporting,
            &state.settings,
            state.lang(),
            Arc::clone(&self.dialogs),
            move || ctx.request_repaint(),
        );
        match job {
            Ok(job) => {
                self.exports.running = Some((job.progress(), None));
                self.start("export charts", Job::ExportSeveral, move || {
                    job.ask().map(Outcome::Exported)
                });
            }
            Err(message) => self.problem(message, None, None),
        }
    }

    fn answer(&mut self, answer: IfExists) {
        self.set_stage(ExportStage::Choosing);
        match self.exports.pending.take() {
            Some(Pending::One(job, place)) => {
                self.start("export chart", Job::Export, move || {
                    Some(Outcome::Exported(job.write(&place, answer)))
                });
            }
            Some(Pending::Batch(job, destination)) => {
                self.exports.running = Some((job.progress(), None));
                self.start("export charts", Job::ExportSeveral, move || {
                    Some(Outcome::Exported(job.write(destination, answer)))
                });
            }
            None => {}
        }
    }

    fn copy(&mut self, copied: Copied) {
        let state = &self.state;
        let (Some(report), Some(exporting)) = (state.report().cloned(), &state.exporting) else {
            return;
        };
        let spec = exporting.draft.chart();
        let job =
            CopyJob { report, spec, choices: state.settings.export, lang: state.lang(), copied };
        self.start("copy chart", Job::Copy, move || Some(Outcome::Exported(job.run())));
    }

    /// Takes in what an export brought back.
    pub(super) fn take_export(&mut self, outcome: ExportOutcome) {
        match outcome {
            ExportOutcome::Saved(path) => {
                self.close_export();
                self.state.settings.export_folder = path.parent().map(PathBuf::from);
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                self.done(both(|lang| window::saved(&name, lang)), None, Some(path));
                self.save_settings();
            }
            ExportOutcome::Failed(what) => self.problem(what, None, None),
            ExportOutcome::Exists(pending, files) => {
                self.exports.running = None;
                if let Some(exporting) = &mut self.state.exporting {
                    exporting.stage = ExportStage::Asking(files);
                    self.exports.pending = Some(pending);
                    // Also where it was left in the meantime: somebody has to be asked.
                    self.state.dialog = Some(Dialog::Export);
                } else {
                    // Its report is not open any more.
                    let path = files.into_iter().next().unwrap_or_default();
                    let error = WriteError { path, kind: WriteErrorKind::Exists };
                    self.problem(error.message(), None, None);
                }
            }
            ExportOutcome::Batch(done, destination) => {
                self.exports.running = None;
                self.set_stage(ExportStage::Choosing);
                self.take_batch(&done, destination);
            }
            ExportOutcome::Copy(clip) => {
                match &clip {
                    Clip::Image(image) => {
                        let what = words::copied_image(image.size[0], image.size[1]);
                        self.done(what, Some(words::copied_image_more()), None);
                    }
                    Clip::Text(copied, text) => {
                        let count = text.chars().count();
                        let said = |lang: Lang| {
                            let what = match copied {
                                Copied::Svg => "SVG",
                                Copied::Image | Copied::AltText => words::alt_text(lang),
                            };
                            words::copied_text(what, count, lang)
                        };
                        self.done(both(said), None, None);
                    }
                }
                self.exports.clip = Some(clip);
            }
        }
    }

    /// Tells how a batch ended.
    fn take_batch(&mut self, done: &Done, destination: Destination) {
        let files = done.written.len();
        let (place, folder) = match destination {
            Destination::Folder(folder) => (folder.clone(), Some(folder)),
            Destination::Zip(path) => {
                let folder = path.parent().map(PathBuf::from);
                (path, folder)
            }
        };
        if !done.failed.is_empty() {
            let list = |lang: Lang| {
                let line = |(id, message): &(chart::ChartId, Bilingual)| {
                    format!("{id}{}{}", lang.choose("：", ": "), lang.pick(message))
                };
                done.failed.iter().take(3).map(line).collect::<Vec<_>>().join("\n")
            };
            let next = Bilingual { zh: list(Lang::Zh), en: list(Lang::En) };
            let failed = |lang| words::batch_failed(done.failed.len(), lang);
            let what = Bilingual { zh: failed(Lang::Zh), en: failed(Lang::En) };
            self.problem(what, Some(next), None);
        }
        if let Some(error) = &done.stopped {
            self.problem(error.message(), Some(words::batch_stopped(files)), None);
        } else if done.cancelled {
            self.done(words::batch_cancelled(files), None, (files > 0).then_some(place));
        } else if files > 0 {
            self.close_export();
            self.state.settings.export_folder = folder;
            self.done(words::batch_done(files), done.small_print_message(), Some(place));
            self.save_settings();
        }
    }

    fn done(&mut self, what: Bilingual, next: Option<Bilingual>, path: Option<PathBuf>) {
        self.state.notices.post(self.state.now, NoticeKind::Done, what, next, path);
    }

    /// Once a frame: the clipboard gets what waits for it, and the dialog the progress of a batch.
    pub(super) fn update_export(&mut self, ctx: &Context) {
        match self.exports.clip.take() {
            Some(Clip::Image(image)) => ctx.copy_image(image),
            Some(Clip::Text(_, text)) => ctx.copy_text(text),
            None => {}
        }
        if self.jobs.running() == 0 {
            // Also when the job fell over.
            self.exports.running = None;
            if let Some(exporting) = &mut self.state.exporting
                && matches!(exporting.stage, ExportStage::Running { .. })
            {
                exporting.stage = ExportStage::Choosing;
            }
        }
        let now = self.state.now;
        let Some((progress, since)) = &mut self.exports.running else { return };
        let Some((done, total)) = progress.state() else { return };
        let since = *since.get_or_insert(now);
        let stage =
            ExportStage::Running { done, total, seconds_left: left(now - since, done, total) };
        self.set_stage(stage);
    }
}

/// How many seconds a batch will take still, at the pace so far.
fn left(elapsed: f64, done: usize, total: usize) -> Option<u32> {
    (done >= 2 && elapsed >= 0.5)
        .then(|| (elapsed / done as f64 * total.saturating_sub(done) as f64).ceil() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_follows_the_pace_and_is_not_guessed_from_one_chart() {
        assert_eq!(left(0.1, 5, 100), None);
        assert_eq!(left(5.0, 1, 100), None);
        assert_eq!(left(2.0, 20, 100), Some(8));
        assert_eq!(left(2.0, 100, 100), Some(0));
    }
}
