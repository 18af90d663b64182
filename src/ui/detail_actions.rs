//! What can be done with the selected figure: go to the next, see it in the text or the chart, cite it, copy its link.

use egui::accesskit::Role as Access;
use egui::{
    CursorIcon, Popup, PopupCloseBehavior, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    vec2,
};

use super::Shown;
use super::lists::Detail;
use super::style::{self, RADIUS_ROW, gap, size};
use super::text::{self, Face, Side};
use super::widgets::{Icon, Step, focus_ring, icon, step_ui};
use crate::cite::Style;
use crate::command::{Command, FigureCommand};
use crate::i18n::Lang;
use crate::i18n::detail as words;
use crate::i18n::window::Word;
use crate::model::FigureId;

const HEIGHT: f32 = 28.0;
const MENU: f32 = 200.0;

pub(super) fn actions_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    detail: &Detail,
    commands: &mut Vec<Command>,
) {
    let p = style::palette(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(gap::XS + 2.0, gap::XS + 2.0);
        for (step, command) in
            [(Step::Back, FigureCommand::Previous), (Step::Forward, FigureCommand::Next)]
        {
            let command = Command::Figure(command);
            if step_ui(ui, step, command.text(lang), command.keys(ui.ctx())).clicked() {
                commands.push(command);
            }
        }
        ui.label(Face::regular(size::SMALL, p.subdued).rich(shown.place(lang)));
    });
    ui.add_space(gap::S);
    let figure =
        detail.at.and_then(|at| shown.report.figures().get(at)).map(|figure| figure.id.clone());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(gap::XS + 2.0, gap::XS + 2.0);
        if let Some(id) = &figure {
            let show = Command::Figure(FigureCommand::ShowInText(id.clone()));
            if small_button_ui(ui, show.text(lang), false).clicked() {
                commands.push(show);
            }
        }
        if detail.verdict.is_some()
            && small_button_ui(ui, Word::ShowInChart.text(lang), false).clicked()
        {
            commands.push(Command::ShowInChart(detail.selection.indicator.clone()));
        }
        cite_menu_ui(ui, lang, figure.as_ref(), commands);
        if let Some(id) = figure {
            let copy = Command::Figure(FigureCommand::CopyLink(id));
            if small_button_ui(ui, copy.text(lang), false).clicked() {
                commands.push(copy);
            }
        }
    });
}

/// A pill with a hairline around its name; a small arrow where it opens a menu.
fn small_button_ui(ui: &mut Ui, label: &str, opens: bool) -> Response {
    let p = style::palette(ui);
    let galley = text::line(ui, label, Face::regular(size::SMALL, p.text), f32::INFINITY);
    let arrow = if opens { 14.0 } else { 0.0 };
    let (rect, response) =
        ui.allocate_exact_size(vec2(galley.size().x + 22.0 + arrow, HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, label));
    let fill = if response.hovered() { p.hover } else { p.surface };
    ui.painter().rect(rect, HEIGHT / 2.0, fill, Stroke::new(1.0, p.line), StrokeKind::Inside);
    text::paint_galley(ui, rect.with_max_x(rect.right() - arrow), Side::Middle, galley);
    if opens {
        let at = rect.right_center() - vec2(15.0, 0.0);
        icon(ui.painter(), Icon::Down, at, 11.0, p.subdued);
    }
    if response.has_focus() {
        focus_ring(ui, rect, 14);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// References to the figure and to the report, in the forms that papers ask for.
fn cite_menu_ui(ui: &mut Ui, lang: Lang, figure: Option<&FigureId>, commands: &mut Vec<Command>) {
    let response = small_button_ui(ui, words::cite(lang), true);
    let menu = Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClick).gap(4.0);
    menu.show(|ui| {
        ui.set_width(MENU);
        ui.spacing_mut().item_spacing.y = 2.0;
        let p = style::palette(ui);
        let mut group = |ui: &mut Ui, head: &str, figure: Option<&FigureId>| {
            let (row, _) = ui.allocate_exact_size(vec2(MENU, 24.0), Sense::hover());
            let inner = row.shrink2(vec2(10.0, 0.0));
            text::paint_line(ui, inner, Side::Left, head, Face::regular(size::TINY, p.subdued));
            for style in Style::ALL {
                let name = words::cite_as(figure.is_none(), style.name(), lang);
                let (row, response) = ui.allocate_exact_size(vec2(MENU, 28.0), Sense::click());
                response.widget_info(|| WidgetInfo::labeled(Access::MenuItem, true, &name));
                if response.hovered() || response.has_focus() {
                    ui.painter().rect_filled(row, RADIUS_ROW, p.hover);
                }
                let inner = row.shrink2(vec2(10.0, 0.0));
                let face = Face::regular(size::BODY, p.text);
                text::paint_line(ui, inner, Side::Left, style.name(), face);
                if response.clicked() {
                    commands.push(Command::Figure(FigureCommand::Cite(style, figure.cloned())));
                    ui.close();
                }
            }
        };
        if figure.is_some() {
            group(ui, words::cite_figure(lang), figure);
        }
        group(ui, words::cite_report(lang), None);
    });
}
