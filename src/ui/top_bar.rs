//! The bar at the top: the way back, which report this is, the views, room for the search, language, theme, more, export.
//!
//! What does not fit a narrow window is in the menu, which has everything in any case.

use egui::accesskit::Role;
use egui::{Align, CursorIcon, Layout, Rect, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::style::{self, gap, size};
use super::text::{self, Face, Side};
use super::widgets::{
    Icon, Line, MenuButton, icon_button_ui, menu_divider_ui, menu_line_ui, primary_ui, quiet_ui,
    segmented_ui,
};
use super::{Window, lists, search_field};
use crate::command::{Command, TextCommand};
use crate::i18n::Lang;
use crate::i18n::desktop::DesktopWord;
use crate::i18n::window::{self as words, Word};
use crate::settings::{ThemeChoice, View};

/// From these widths on the bar has room for more than views and menu, in points.
const WITH_EXPORT: f32 = 560.0;
const WITH_LANGUAGE: f32 = 760.0;
const WITH_TITLE: f32 = 900.0;
const WITH_OPEN: f32 = 1180.0;
/// The title gives way to the search field, but not below this.
const TITLE_MIN: f32 = 120.0;
/// Below this the search field has no place in the bar.
const SEARCH_MIN: f32 = 96.0;
/// Room that is left for the search field.
const SEARCH_LEAST: f32 = 160.0;

pub(super) fn top_bar_ui(ui: &mut Ui, window: &Window<'_>, commands: &mut Vec<Command>) {
    let lang = window.lang;
    let rect = ui.max_rect();
    let width = rect.width();
    let at_right = UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(Align::Center));
    let right = ui
        .scope_builder(at_right, |ui| {
            ui.spacing_mut().item_spacing.x = gap::S;
            if width >= WITH_EXPORT {
                button(ui, window, Command::Export, primary_ui, commands);
            }
            if width >= WITH_OPEN {
                button(ui, window, Command::Open, quiet_ui, commands);
            }
            more_menu_ui(ui, window, commands);
            if width >= WITH_LANGUAGE {
                theme_menu_ui(ui, window, commands);
                let languages = [(Lang::Zh, Lang::Zh.own_name()), (Lang::En, "EN")];
                let name = Word::Language.text(lang);
                if let Some(chosen) = segmented_ui(ui, "language", name, &languages, lang) {
                    commands.push(Command::ChooseLang(chosen));
                }
            }
            ui.min_rect().left()
        })
        .inner;

    let left = Rect::from_min_max(rect.min, pos2(right - gap::L, rect.bottom()));
    let Ok(shown) = &window.content else {
        let face = Face::bold(size::HEAD, style::palette(ui).text);
        text::paint_line(ui, left, Side::Left, Word::Application.text(lang), face);
        return;
    };
    let mut x = steps_ui(ui, left, window, commands);
    let views = View::ALL.map(|view| (view, view.name(lang)));
    if width >= WITH_TITLE {
        let room = left.right() - x - switch_width(ui, &views) - 2.0 * gap::L - SEARCH_LEAST;
        let at = left.with_min_x(x + gap::S);
        x = at.left() + title(ui, at, room.max(TITLE_MIN), shown, lang, commands) + gap::L;
    }
    let switch = left.with_min_x(x);
    let at = UiBuilder::new().max_rect(switch).layout(Layout::left_to_right(Align::Center));
    let end = ui
        .scope_builder(at, |ui| {
            let name = Word::ViewSwitch.text(lang);
            if let Some(view) = segmented_ui(ui, "view", name, &views, window.settings.view) {
                commands.push(Command::ShowView(view));
            }
            ui.min_rect().right()
        })
        .inner;
    let room = left.with_min_x(end + gap::L);
    if room.width() >= SEARCH_MIN {
        search_field::search_field_ui(ui, room, window, shown, commands);
    }
}

/// Back and forward; where they end.
fn steps_ui(ui: &mut Ui, rect: Rect, window: &Window<'_>, commands: &mut Vec<Command>) -> f32 {
    let rect = rect.with_min_x(rect.left() - gap::S);
    let at = UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(at, |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (command, sign) in [(Command::Back, Icon::Back), (Command::Forward, Icon::Forward)] {
            button(
                ui,
                window,
                command,
                |ui, name, enabled| icon_button_ui(ui, sign, name, enabled),
                commands,
            );
        }
        ui.min_rect().right()
    })
    .inner
}

fn switch_width(ui: &Ui, views: &[(View, &str)]) -> f32 {
    let face = Face::bold(size::BODY, style::palette(ui).text);
    views.iter().map(|(_, label)| text::line(ui, label, face, f32::INFINITY).size().x + 28.0).sum()
}

/// The report's title and date; how wide they are.
fn title(
    ui: &mut Ui,
    rect: Rect,
    room: f32,
    shown: &super::Shown<'_>,
    lang: Lang,
    commands: &mut Vec<Command>,
) -> f32 {
    let p = style::palette(ui);
    let about = shown.report.about();
    let date = words::date(about.delivered, lang);
    let date_line = text::line(ui, &date, Face::regular(size::SMALL, p.subdued), f32::INFINITY);
    let name = lang.pick(&about.title);
    let face = Face::bold(size::HEAD, p.text);
    // The name is worth more than the date.
    let whole = text::line(ui, name, face, f32::INFINITY).size().x;
    let date_width = date_line.size().x + gap::M;
    let dated = whole + date_width <= room;
    // A long name is set in two lines rather than cut, the date behind it where there is room for both.
    let title_line = if whole <= room {
        text::line(ui, name, face, room)
    } else {
        let face = Face::bold(size::BODY, p.text);
        let both = [(name, face), (&date, Face::regular(size::SMALL, p.subdued))];
        let width = room.min((whole + date_width) * 0.56);
        let galley = text::pieces(ui, &both, width, 2);
        if galley.elided { text::pieces(ui, &both[..1], room.min(whole * 0.56), 2) } else { galley }
    };
    let title_width = title_line.size().x;
    text::paint_galley(ui, rect, Side::Left, title_line);
    let mut width = title_width;
    if dated {
        let at = pos2(rect.left() + title_width + gap::M, rect.top() + 2.0);
        text::paint_galley(ui, Rect::from_min_max(at, rect.max), Side::Left, date_line);
        width += date_width;
    }
    let whole = Rect::from_min_size(rect.min, vec2(width, rect.height()));
    let response = ui.interact(whole, ui.scope_id().with("title"), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
    // The menu leads to the same for those without a mouse.
    if response.clicked() {
        commands.push(Command::ShowAbout);
    }
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text(lists::about(shown.report, lang));
    width
}

fn button(
    ui: &mut Ui,
    window: &Window<'_>,
    command: Command,
    widget: impl FnOnce(&mut Ui, &str, bool) -> egui::Response,
    commands: &mut Vec<Command>,
) {
    let enabled = command.enabled(window.situation)
        || (window.situation.dialog && matches!(command, Command::Export | Command::Open));
    let name = command.text(window.lang);
    let response = widget(ui, name, enabled);
    let keys = command.keys(ui.ctx());
    if response.clicked() {
        commands.push(command);
    }
    if let Some(keys) = keys {
        response.on_hover_text(format!("{name} ({keys})"));
    }
}

/// A button that shows the theme and opens the choices.
fn theme_menu_ui(ui: &mut Ui, window: &Window<'_>, commands: &mut Vec<Command>) {
    let lang = window.lang;
    let current = window.settings.theme;
    let sign = match current {
        ThemeChoice::Light => Icon::Sun,
        ThemeChoice::Dark => Icon::Moon,
        ThemeChoice::System => Icon::Half,
    };
    let name =
        format!("{}{}{}", Word::Theme.text(lang), lang.choose("：", ": "), current.name(lang));
    let button = MenuButton { name: &name, label: None, icon: Some(sign) };
    button.show(ui, 172.0, |ui| theme_lines_ui(ui, window, commands));
}

fn theme_lines_ui(ui: &mut Ui, window: &Window<'_>, commands: &mut Vec<Command>) {
    let lang = window.lang;
    let settings = window.settings;
    for choice in ThemeChoice::ALL {
        let kind = Line::Choice(choice == settings.theme);
        if menu_line_ui(ui, kind, choice.name(lang), None, true).clicked() {
            commands.push(Command::ChooseTheme(choice));
        }
    }
    menu_divider_ui(ui);
    let name = Command::ChooseContrast(true).text(lang);
    if menu_line_ui(ui, Line::Switch(settings.contrast), name, None, true).clicked() {
        commands.push(Command::ChooseContrast(!settings.contrast));
    }
}

/// Everything that has no place of its own in the bar, and everything that a narrow bar leaves out.
fn more_menu_ui(ui: &mut Ui, window: &Window<'_>, commands: &mut Vec<Command>) {
    let lang = window.lang;
    let name = Word::More.text(lang);
    let button = MenuButton { name, label: Some(name), icon: None };
    button.show(ui, 260.0, |ui| {
        let groups: [&[Command]; 4] = [
            &[Command::Open, Command::Text(TextCommand::Ask), Command::Export],
            &[Command::ShowPalette, Command::Undo, Command::Redo],
            &[
                Command::ToggleTree,
                Command::ToggleDetail,
                Command::ToggleFullScreen,
                Command::TogglePresentation,
            ],
            &[
                Command::ShowDerived(!window.settings.derived_shown),
                Command::ShowSettings,
                Command::ShowAbout,
                Command::ShowHelp,
            ],
        ];
        recent_lines_ui(ui, window, commands);
        for (at, group) in groups.into_iter().enumerate() {
            if at > 0 {
                menu_divider_ui(ui);
            }
            for command in group {
                let keys = command.keys(ui.ctx());
                let enabled = command.enabled(window.situation);
                let label = command.text(lang);
                if menu_line_ui(ui, Line::Action, label, keys.as_deref(), enabled).clicked() {
                    commands.push(command.clone());
                }
            }
        }
    });
}

/// Files opened before, by name; the folder stands in the hover text.
fn recent_lines_ui(ui: &mut Ui, window: &Window<'_>, commands: &mut Vec<Command>) {
    let recent = &window.settings.recent;
    if recent.is_empty() {
        return;
    }
    let p = style::palette(ui);
    let heading = DesktopWord::Recent.text(window.lang);
    text::paragraph_ui(ui, heading, Face::regular(size::SMALL, p.subdued));
    for file in recent.iter().take(SHOWN_RECENT) {
        let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
        let line = menu_line_ui(ui, Line::Action, &name, None, !window.situation.dialog);
        if line.clicked() {
            commands.push(Command::OpenFile(file.clone()));
        }
        line.on_hover_text(file.display().to_string());
    }
    menu_divider_ui(ui);
}

/// More would make the menu a list.
const SHOWN_RECENT: usize = 5;
