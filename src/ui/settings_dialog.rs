//! The settings: language, theme, contrast, size, numbers, motion, windows. Each works at once; there is nothing to confirm.

use egui::{Align, Layout, Ui, vec2};

use super::Window;
use super::dialog::{dialog_ui, scroll_ui};
use super::style::{self, gap, size};
use super::text::{self, Face};
use super::widgets::segmented_ui;
use crate::command::{Command, TableCommand};
use crate::i18n::Lang;
use crate::i18n::desktop::DesktopWord;
use crate::i18n::finding::{self, Word as Found};
use crate::i18n::number::NumberStyle;
use crate::i18n::window::Word;
use crate::settings::{ThemeChoice, ZOOM_STEPS};

const WIDTH: f32 = 560.0;
/// Room for the names of the settings where the choices stand beside them.
const NAMES: f32 = 150.0;
/// Below this width the choices stand below.
const BESIDE: f32 = 480.0;

pub(super) fn settings_dialog_ui(ui: &mut Ui, window: &Window<'_>, commands: &mut Vec<Command>) {
    let lang = window.lang;
    let title = Command::ShowSettings.text(lang).trim_end_matches('…');
    dialog_ui(ui, "settings", title, WIDTH, lang, commands, |ui, height, commands| {
        scroll_ui(ui, height, |ui| {
            ui.spacing_mut().item_spacing.y = gap::M;
            rows_ui(ui, window, commands);
        });
    });
}

fn rows_ui(ui: &mut Ui, window: &Window<'_>, commands: &mut Vec<Command>) {
    let lang = window.lang;
    let settings = window.settings;
    let on_off = [(true, Word::On.text(lang)), (false, Word::Off.text(lang))];

    let languages = Lang::ALL.map(|lang| (lang, lang.own_name()));
    let chosen = row_ui(ui, "language", Word::Language.text(lang), "", &languages, lang);
    commands.extend(chosen.map(Command::ChooseLang));

    let themes = ThemeChoice::ALL.map(|theme| (theme, theme.name(lang)));
    let chosen = row_ui(ui, "theme", Word::Theme.text(lang), "", &themes, settings.theme);
    commands.extend(chosen.map(Command::ChooseTheme));

    let (name, more) = (Command::ChooseContrast(true).text(lang), Word::ContrastMore.text(lang));
    let chosen = row_ui(ui, "contrast", name, more, &on_off, settings.contrast);
    commands.extend(chosen.map(Command::ChooseContrast));

    let percent = ZOOM_STEPS.map(|step| format!("{step}%"));
    let zooms: Vec<(u16, &str)> =
        ZOOM_STEPS.into_iter().zip(percent.iter().map(String::as_str)).collect();
    let (name, more) = (Word::Zoom.text(lang), Word::ZoomMore.text(lang));
    let chosen = row_ui(ui, "zoom", name, more, &zooms, settings.zoom);
    commands.extend(chosen.map(Command::ChooseZoom));

    let styles = NumberStyle::ALL.map(|style| (style, finding::number_style(style, lang)));
    let (name, more) = (Found::Numbers.text(lang), Found::NumbersMore.text(lang));
    let chosen = row_ui(ui, "numbers", name, more, &styles, settings.table.numbers);
    commands.extend(chosen.map(|style| Command::Table(TableCommand::WriteNumbers(style))));

    let (name, more) = (Word::Motion.text(lang), Word::MotionMore.text(lang));
    let chosen = row_ui(ui, "motion", name, more, &on_off, settings.motion);
    commands.extend(chosen.map(Command::ChooseMotion));

    let (name, more) = (DesktopWord::Reopen.text(lang), DesktopWord::ReopenMore.text(lang));
    let chosen = row_ui(ui, "reopen", name, more, &on_off, settings.reopen);
    commands.extend(chosen.map(Command::ChooseReopen));

    let windows =
        [(false, DesktopWord::OwnWindow.text(lang)), (true, DesktopWord::RunningWindow.text(lang))];
    let (name, more) = (DesktopWord::OtherFile.text(lang), DesktopWord::OtherFileMore.text(lang));
    let chosen = row_ui(ui, "window", name, more, &windows, settings.reuse_window);
    commands.extend(chosen.map(Command::ChooseReuseWindow));
}

/// What can be chosen, what that means, and the choices: beside it where there is room, else below.
/// The value that was clicked, if it is another than `now`.
fn row_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    salt: &'static str,
    name: &str,
    more: &str,
    choices: &[(T, &str)],
    now: T,
) -> Option<T> {
    let p = style::palette(ui);
    let words = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        text::paragraph_ui(ui, name, Face::bold(size::BODY, p.text));
        if !more.is_empty() {
            text::paragraph_ui(ui, more, Face::regular(size::SMALL, p.subdued));
        }
    };
    if ui.available_width() >= BESIDE {
        ui.horizontal(|ui| {
            ui.allocate_ui_with_layout(vec2(NAMES, 36.0), Layout::top_down(Align::LEFT), |ui| {
                ui.set_width(NAMES);
                words(ui);
            });
            segmented_ui(ui, salt, name, choices, now)
        })
        .inner
    } else {
        words(ui);
        segmented_ui(ui, salt, name, choices, now)
    }
}
