//! The export dialog: choices at the left, at the right a preview that is the file itself with fewer pixels,
//! or, for several charts at once, the list of those that there are. The buttons stay where they are.

mod controls;
mod look;
mod page;
mod preview;
mod several;
mod stage;

use egui::{Id, Key, Layout, Modal, Modifiers, Rect, ScrollArea, Ui, UiBuilder, Vec2, vec2};

use super::style::{self, gap, size};
use super::text::Face;
use super::widgets::{primary_ui, quiet_ui, segmented_ui};
use super::{Shown, Window};
use crate::command::{Command, Copied, ExportCommand, ExportDraft, ExportStage, Offered};
use crate::i18n::Lang;
use crate::i18n::export::Word as ExportWord;
use crate::i18n::window::Word;

pub use preview::{Preview, preview_scale};
pub use several::plan;

/// Width of the choices, in points.
const CHOICES: f32 = 356.0;
/// Largest dialog, in points.
const LARGEST: Vec2 = vec2(1400.0, 920.0);
/// Below this width the preview stands above the choices.
const BESIDE: f32 = 640.0;
/// Height of the buttons with what is above them.
const FOOT: f32 = 46.0;

/// What the dialog shows besides the remembered choices.
#[derive(Debug, Clone, PartialEq)]
pub struct Exporting {
    /// What is exported.
    pub draft: ExportDraft,
    /// The charts that the report offers.
    pub offered: Vec<Offered>,
    /// How far it is.
    pub stage: ExportStage,
}

pub(super) fn export_dialog_ui(
    ui: &mut Ui,
    window: &Window<'_>,
    shown: &Shown<'_>,
    commands: &mut Vec<Command>,
) {
    let Some(exporting) = shown.exporting else { return };
    let lang = window.lang;
    let mut asked = Vec::new();
    let screen = ui.ctx().content_rect().size();
    // A field or button that has the keyboard takes Enter for itself, and a field lets go of the keyboard with it.
    let free = ui.memory(|memory| memory.focused().is_none());
    let modal =
        Modal::new(Id::unique("export")).frame(style::dialog_frame(ui)).show(ui.ctx(), |ui| {
            let room = (screen - vec2(88.0, 88.0)).min(LARGEST).max(vec2(320.0, 200.0));
            ui.set_width(room.x);
            ui.set_height(room.y);
            head_ui(ui, exporting, lang, &mut asked);
            ui.add_space(gap::S);
            let body = ui.available_rect_before_wrap();
            let foot = body.with_min_y(body.bottom() - FOOT);
            let body = body.with_max_y(foot.top() - gap::S);
            let inside = |rect: Rect| {
                UiBuilder::new().max_rect(rect).layout(Layout::top_down(egui::Align::LEFT))
            };
            match &exporting.stage {
                ExportStage::Choosing => {
                    ui.scope_builder(inside(body), |ui| {
                        body_ui(ui, window, shown, exporting, &mut asked);
                    });
                }
                ExportStage::Asking(files) => {
                    ui.scope_builder(inside(body), |ui| stage::question_ui(ui, files, lang));
                }
                ExportStage::Running { done, total, seconds_left } => {
                    ui.scope_builder(inside(body), |ui| {
                        stage::progress_ui(ui, *done, *total, *seconds_left, lang);
                    });
                }
            }
            ui.scope_builder(inside(foot), |ui| foot_ui(ui, window, exporting, free, &mut asked));
            ui.advance_cursor_after_rect(foot);
        });
    let running = matches!(exporting.stage, ExportStage::Running { .. });
    if modal.should_close() {
        match exporting.stage {
            ExportStage::Choosing => commands.push(Command::CloseDialog),
            ExportStage::Asking(_) => asked.push(ExportCommand::Withdraw),
            // A click beside the dialog does not stop what was begun; Escape and the button do.
            ExportStage::Running { .. } => {}
        }
    }
    if running && ui.input(|input| input.key_pressed(Key::Escape)) {
        asked.push(ExportCommand::Cancel);
    }
    commands.extend(asked.into_iter().map(Command::InExport));
}

fn head_ui(ui: &mut Ui, exporting: &Exporting, lang: Lang, asked: &mut Vec<ExportCommand>) {
    let p = style::palette(ui);
    ui.horizontal(|ui| {
        let title = Face::bold(size::TITLE, p.text);
        ui.add(egui::Label::new(title.rich(Word::ExportChart.text(lang))));
        if exporting.stage != ExportStage::Choosing {
            return;
        }
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            let options = [
                (false, ExportWord::ThisChart.text(lang)),
                (true, ExportWord::SeveralCharts.text(lang)),
            ];
            let draft = &exporting.draft;
            let name = ExportWord::HowMany.text(lang);
            if let Some(several) = segmented_ui(ui, "how_many", name, &options, draft.several) {
                let revised = ExportDraft { several, ..draft.clone() };
                asked.push(ExportCommand::Revise(Box::new(revised)));
            }
        });
    });
}

/// Choices and preview: beside each other, or in a narrow window the preview first.
fn body_ui(
    ui: &mut Ui,
    window: &Window<'_>,
    shown: &Shown<'_>,
    exporting: &Exporting,
    asked: &mut Vec<ExportCommand>,
) {
    let whole = ui.available_rect_before_wrap();
    let beside = whole.width() >= BESIDE;
    let (left, right) = if beside {
        let left = whole.with_max_x(whole.left() + CHOICES);
        (left, whole.with_min_x(left.right() + gap::XXL))
    } else {
        let above = whole.with_max_y(whole.top() + whole.height() * 0.42);
        (whole.with_min_y(above.bottom() + gap::S), above)
    };
    let layout = Layout::top_down(egui::Align::LEFT);
    let side = |rect: Rect| UiBuilder::new().max_rect(rect).layout(layout);
    ui.scope_builder(side(left).id_salt("choices"), |ui| {
        let area = ScrollArea::vertical().id_salt("export choices").auto_shrink(false);
        area.min_scrolled_height(0.0).show(ui, |ui| {
            // Room for the bar, so that it covers nothing.
            ui.set_width(ui.available_width() - gap::M);
            ui.spacing_mut().item_spacing.y = gap::XS;
            choices_ui(ui, window, shown, exporting, asked);
            ui.add_space(gap::L);
        });
    });
    ui.scope_builder(side(right).id_salt("seen"), |ui| {
        let lang = window.lang;
        let choices = window.settings.export;
        if exporting.draft.several {
            several::list_ui(ui, exporting, shown.plan.as_ref().ok(), lang, asked);
        } else {
            let request = choices.request(exporting.draft.chart(), lang);
            let name = request.file_name(shown.report);
            preview::preview_ui(ui, choices, lang, shown.preview, &name);
        }
    });
}

fn choices_ui(
    ui: &mut Ui,
    window: &Window<'_>,
    shown: &Shown<'_>,
    exporting: &Exporting,
    asked: &mut Vec<ExportCommand>,
) {
    let lang = window.lang;
    let settings = window.settings;
    let mut choices = settings.export;
    let mut draft = exporting.draft.clone();
    if exporting.draft.several {
        let mut batch = settings.batch.clone();
        several::formats_ui(ui, &mut batch, lang);
        several::files_ui(ui, &mut batch, shown.plan, lang);
        if batch != settings.batch {
            asked.push(ExportCommand::ChooseBatch(batch.clone()));
        }
        if batch.formats.contains(&crate::export::Format::Svg) {
            page::letters_ui(ui, &mut choices, lang);
        }
    } else {
        page::format_ui(ui, &mut choices, lang);
        if choices.format == crate::export::Format::Svg {
            page::letters_ui(ui, &mut choices, lang);
        }
    }
    page::page_ui(ui, &mut choices, lang);
    look::look_ui(ui, &mut choices, lang);
    controls::group_ui(ui, ExportWord::Content.text(lang));
    look::rows_ui(ui, &mut draft, lang);
    look::parts_ui(ui, &mut choices, lang);
    if !exporting.draft.several {
        look::words_ui(ui, &mut draft.spec, lang);
    }
    look::data_ui(ui, &mut choices, lang);
    page::presets_ui(ui, (&settings.presets, &exporting.draft), &choices, lang, asked);
    if choices != settings.export {
        asked.push(ExportCommand::Choose(choices));
    }
    if draft != exporting.draft {
        asked.push(ExportCommand::Revise(Box::new(draft)));
    }
}

/// The buttons; Enter is the main one where nothing else takes it, where the keyboard is `free`.
fn foot_ui(
    ui: &mut Ui,
    window: &Window<'_>,
    exporting: &Exporting,
    free: bool,
    asked: &mut Vec<ExportCommand>,
) {
    let lang = window.lang;
    let p = style::palette(ui);
    let rect = ui.available_rect_before_wrap();
    ui.painter().hline(rect.x_range(), rect.top(), egui::Stroke::new(1.0, p.line));
    ui.add_space(gap::M);
    let single = exporting.stage == ExportStage::Choosing && !exporting.draft.several;
    let main = match exporting.stage {
        ExportStage::Choosing if exporting.draft.several => ExportCommand::SaveAll,
        ExportStage::Choosing => ExportCommand::Save,
        ExportStage::Asking(_) => ExportCommand::Answer(crate::export::IfExists::Number),
        ExportStage::Running { .. } => ExportCommand::Cancel,
    };
    let ready = main.enabled(window.situation);
    let press = |ui: &mut Ui, command: ExportCommand, asked: &mut Vec<ExportCommand>| {
        let enabled = command.enabled(window.situation);
        if quiet_ui(ui, command.text(lang), enabled).clicked() {
            asked.push(command);
        }
    };
    ui.horizontal(|ui| {
        let wide = ui.available_width() >= BESIDE;
        if single && wide {
            for copied in [Copied::Image, Copied::Svg, Copied::AltText] {
                press(ui, ExportCommand::Copy(copied), asked);
            }
        }
        if window.situation.busy && exporting.stage == ExportStage::Choosing {
            ui.label(Face::regular(size::SMALL, p.subdued).rich(Word::Working.text(lang)));
        }
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            let main_pressed = primary_ui(ui, main.text(lang), ready).clicked();
            match exporting.stage {
                ExportStage::Choosing => {
                    if quiet_ui(ui, Word::Cancel.text(lang), true).clicked() {
                        ui.close();
                    }
                }
                ExportStage::Asking(_) => {
                    press(ui, ExportCommand::Answer(crate::export::IfExists::Overwrite), asked);
                    press(ui, ExportCommand::Withdraw, asked);
                }
                ExportStage::Running { .. } => {}
            }
            let running = matches!(exporting.stage, ExportStage::Running { .. });
            let entered = free
                && ready
                && !running
                && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
            if main_pressed || entered {
                asked.push(main);
            }
        });
    });
}
