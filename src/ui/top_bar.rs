//! The bar at the top: which report this is, table or chart, language, theme, open and export.

use egui::accesskit::{Role, Toggled};
use egui::{
    Align, CursorIcon, Layout, Popup, PopupCloseBehavior, Rect, Sense, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use super::style::{self, RADIUS_FIELD, RADIUS_ROW, gap, size};
use super::text::{self, Face, Side};
use super::widgets::{focus_ring, primary_ui, quiet_ui, segmented_ui};
use super::{Window, lists};
use crate::command::Command;
use crate::i18n::Lang;
use crate::i18n::window::{self as words, Word};
use crate::settings::{ThemeChoice, View};

/// Below this width the title gives way to the controls.
const TITLE_MIN: f32 = 120.0;

pub(super) fn top_bar_ui(ui: &mut Ui, window: &Window<'_>, commands: &mut Vec<Command>) {
    let lang = window.lang;
    let rect = ui.max_rect();
    let right = ui
        .scope_builder(
            UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(Align::Center)),
            |ui| {
                ui.spacing_mut().item_spacing.x = gap::S;
                button(ui, window, Command::Export, primary_ui, commands);
                button(ui, window, Command::Open, quiet_ui, commands);
                ui.add_space(gap::S);
                theme_menu_ui(ui, window.settings.theme, lang, commands);
                let languages = [(Lang::Zh, "中文"), (Lang::En, "EN")];
                let name = Word::Language.text(lang);
                if let Some(chosen) = segmented_ui(ui, "language", name, &languages, lang) {
                    commands.push(Command::ChooseLang(chosen));
                }
                ui.min_rect().left()
            },
        )
        .inner;

    let left = Rect::from_min_max(rect.min, pos2(right - gap::L, rect.bottom()));
    let views = View::ALL.map(|view| (view, view.name(lang)));
    let title_room = left.width() - switch_width(ui, &views) - gap::XL;
    let Ok(shown) = &window.content else {
        let face = Face::bold(size::HEAD, style::palette(ui).text);
        text::paint_line(ui, left, Side::Left, Word::Application.text(lang), face);
        return;
    };
    let title_width = title(ui, left, title_room.max(TITLE_MIN), shown, lang);
    let switch =
        Rect::from_min_max(pos2(left.left() + title_width + gap::XL, left.top()), left.max);
    ui.scope_builder(
        UiBuilder::new().max_rect(switch).layout(Layout::left_to_right(Align::Center)),
        |ui| {
            let name = Word::ViewSwitch.text(lang);
            if let Some(view) = segmented_ui(ui, "view", name, &views, window.settings.view) {
                commands.push(Command::ShowView(view));
            }
        },
    );
}

fn switch_width(ui: &Ui, views: &[(View, &str)]) -> f32 {
    let face = Face::bold(size::BODY, style::palette(ui).text);
    views.iter().map(|(_, label)| text::line(ui, label, face, f32::INFINITY).size().x + 28.0).sum()
}

/// The report's title and date; how wide they are.
fn title(ui: &mut Ui, rect: Rect, room: f32, shown: &super::Shown<'_>, lang: Lang) -> f32 {
    let p = style::palette(ui);
    let about = shown.report.about();
    let date = words::date(about.delivered, lang);
    let date_line = text::line(ui, &date, Face::regular(size::SMALL, p.subdued), f32::INFINITY);
    let date_width = date_line.size().x;
    let name = lang.pick(&about.title);
    let title_line =
        text::line(ui, name, Face::bold(size::HEAD, p.text), room - date_width - gap::M);
    let title_width = title_line.size().x;
    let baseline_rect = rect;
    text::paint_galley(ui, baseline_rect, Side::Left, title_line);
    let date_rect =
        Rect::from_min_max(pos2(rect.left() + title_width + gap::M, rect.top() + 2.0), rect.max);
    text::paint_galley(ui, date_rect, Side::Left, date_line);
    let whole =
        Rect::from_min_size(rect.min, vec2(title_width + gap::M + date_width, rect.height()));
    let response = ui.interact(whole, ui.scope_id().with("title"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
    response.on_hover_text(lists::about(shown.report, lang));
    whole.width()
}

fn button(
    ui: &mut Ui,
    window: &Window<'_>,
    command: Command,
    widget: impl FnOnce(&mut Ui, &str, bool) -> egui::Response,
    commands: &mut Vec<Command>,
) {
    let enabled = command.enabled(window.situation) || window.situation.dialog;
    let response = widget(ui, command.text(window.lang), enabled);
    let keys = command.shortcut().map(|keys| ui.ctx().format_shortcut(&keys));
    if response.clicked() {
        commands.push(command);
    }
    if let Some(keys) = keys {
        response.on_hover_text(keys);
    }
}

/// A button that shows the theme and opens the choice of the three.
fn theme_menu_ui(ui: &mut Ui, current: ThemeChoice, lang: Lang, commands: &mut Vec<Command>) {
    let p = style::palette(ui);
    let label = current.name(lang);
    let galley = text::line(ui, label, Face::regular(size::BODY, p.text), f32::INFINITY);
    let mark = 18.0;
    let (rect, response) =
        ui.allocate_exact_size(vec2(galley.size().x + mark + 20.0, 32.0), Sense::click());
    response.widget_info(|| {
        let name = format!("{}{}{label}", Word::Theme.text(lang), lang.choose("：", ": "));
        WidgetInfo::labeled(Role::Button, true, name)
    });
    if response.hovered() {
        ui.painter().rect_filled(rect, RADIUS_FIELD, p.hover);
    }
    let inner = rect.shrink2(vec2(10.0, 0.0));
    text::paint_line(ui, inner, Side::Left, "◐", Face::regular(size::BODY, p.subdued));
    text::paint_galley(ui, inner.with_min_x(inner.left() + mark), Side::Left, galley);
    if response.has_focus() {
        focus_ring(ui, rect, RADIUS_FIELD);
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);

    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClick).gap(4.0).show(|ui| {
        ui.set_width(132.0);
        ui.spacing_mut().item_spacing.y = 2.0;
        for choice in ThemeChoice::ALL {
            let on = choice == current;
            let label = choice.name(lang);
            let (row, response) = ui.allocate_exact_size(vec2(132.0, 30.0), Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::MenuItemRadio, true, label));
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_toggled(if on { Toggled::True } else { Toggled::False });
            });
            if response.hovered() || response.has_focus() {
                ui.painter().rect_filled(row, RADIUS_ROW, p.hover);
            }
            let inner = row.shrink2(vec2(10.0, 0.0));
            text::paint_line(ui, inner, Side::Left, label, Face::regular(size::BODY, p.text));
            if on {
                text::paint_line(ui, inner, Side::Right, "✓", Face::regular(size::BODY, p.accent));
            }
            if response.clicked() {
                commands.push(Command::ChooseTheme(choice));
            }
        }
    });
}
