//! The settings: language, theme, contrast, size, motion. Each works at once; there is nothing to confirm.

use egui::{Align, Id, Layout, Modal, ScrollArea, Ui, vec2};

use super::Window;
use super::style::{self, gap, size};
use super::text::{self, Face};
use super::widgets::{primary_ui, segmented_ui};
use crate::command::Command;
use crate::i18n::Lang;
use crate::i18n::desktop::DesktopWord;
use crate::i18n::window::Word;
use crate::settings::{ThemeChoice, ZOOM_STEPS};

const WIDTH: f32 = 520.0;

pub(super) fn settings_dialog_ui(ui: &mut Ui, window: &Window<'_>, commands: &mut Vec<Command>) {
    let lang = window.lang;
    let settings = window.settings;
    let modal =
        Modal::new(Id::unique("settings")).frame(style::dialog_frame(ui)).show(ui.ctx(), |ui| {
            let screen = ui.ctx().content_rect().size();
            ui.set_width(WIDTH.min(screen.x - 96.0));
            let p = style::palette(ui);
            let title = Command::ShowSettings.text(lang).trim_end_matches('…');
            text::heading_ui(ui, title, Face::bold(size::TITLE, p.text));
            ui.add_space(gap::S);
            let high = (screen.y - 200.0).max(120.0);
            ScrollArea::vertical().max_height(high).auto_shrink([false, true]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = gap::M;
                row_ui(ui, Word::Language.text(lang), None, |ui, name| {
                    let choices = [(Lang::Zh, "中文"), (Lang::En, "English")];
                    let chosen = segmented_ui(ui, "settings_language", name, &choices, lang);
                    commands.extend(chosen.map(Command::ChooseLang));
                });
                row_ui(ui, Word::Theme.text(lang), None, |ui, name| {
                    let choices = ThemeChoice::ALL.map(|theme| (theme, theme.name(lang)));
                    let now = settings.theme;
                    let chosen = segmented_ui(ui, "settings_theme", name, &choices, now);
                    commands.extend(chosen.map(Command::ChooseTheme));
                });
                let contrast = Command::ChooseContrast(true).text(lang);
                row_ui(ui, contrast, Some(Word::ContrastMore.text(lang)), |ui, name| {
                    let chosen = on_off_ui(ui, "settings_contrast", name, lang, settings.contrast);
                    commands.extend(chosen.map(Command::ChooseContrast));
                });
                row_ui(ui, Word::Zoom.text(lang), Some(Word::ZoomMore.text(lang)), |ui, name| {
                    let labels = ZOOM_STEPS.map(|step| format!("{step}%"));
                    let choices: Vec<(u16, &str)> =
                        ZOOM_STEPS.into_iter().zip(labels.iter().map(String::as_str)).collect();
                    let now = settings.zoom;
                    let chosen = segmented_ui(ui, "settings_zoom", name, &choices, now);
                    commands.extend(chosen.map(Command::ChooseZoom));
                });
                row_ui(
                    ui,
                    Word::Motion.text(lang),
                    Some(Word::MotionMore.text(lang)),
                    |ui, name| {
                        let chosen = on_off_ui(ui, "settings_motion", name, lang, settings.motion);
                        commands.extend(chosen.map(Command::ChooseMotion));
                    },
                );
                row_ui(
                    ui,
                    DesktopWord::Reopen.text(lang),
                    Some(DesktopWord::ReopenMore.text(lang)),
                    |ui, name| {
                        let chosen = on_off_ui(ui, "settings_reopen", name, lang, settings.reopen);
                        commands.extend(chosen.map(Command::ChooseReopen));
                    },
                );
                row_ui(
                    ui,
                    DesktopWord::OtherFile.text(lang),
                    Some(DesktopWord::OtherFileMore.text(lang)),
                    |ui, name| {
                        let choices = [
                            (false, DesktopWord::OwnWindow.text(lang)),
                            (true, DesktopWord::RunningWindow.text(lang)),
                        ];
                        let now = settings.reuse_window;
                        let chosen = segmented_ui(ui, "settings_window", name, &choices, now);
                        commands.extend(chosen.map(Command::ChooseReuseWindow));
                    },
                );
            });
            ui.add_space(gap::L);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if primary_ui(ui, Word::Close.text(lang), true).clicked() {
                    commands.push(Command::CloseDialog);
                }
            });
        });
    if modal.should_close() {
        commands.push(Command::CloseDialog);
    }
}

fn on_off_ui(ui: &mut Ui, salt: &'static str, name: &str, lang: Lang, on: bool) -> Option<bool> {
    let choices = [(true, Word::On.text(lang)), (false, Word::Off.text(lang))];
    segmented_ui(ui, salt, name, &choices, on)
}

/// What can be chosen, what that means, and the choice: beside it where there is room, else below.
fn row_ui(ui: &mut Ui, name: &str, more: Option<&str>, choice: impl FnOnce(&mut Ui, &str)) {
    let p = style::palette(ui);
    let words = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        text::paragraph_ui(ui, name, Face::bold(size::BODY, p.text));
        if let Some(more) = more {
            text::paragraph_ui(ui, more, Face::regular(size::SMALL, p.subdued));
        }
    };
    let label = 150.0;
    if ui.available_width() >= 480.0 {
        ui.horizontal(|ui| {
            ui.allocate_ui_with_layout(vec2(label, 36.0), Layout::top_down(Align::LEFT), |ui| {
                ui.set_width(label);
                words(ui);
            });
            choice(ui, name);
        });
    } else {
        words(ui);
        choice(ui, name);
    }
}
