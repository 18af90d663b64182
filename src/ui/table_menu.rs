//! The menus above the table: which columns and how numbers are written; copying and saving.

use egui::accesskit::Role as Access;
use egui::{Popup, PopupCloseBehavior, Sense, Ui, WidgetInfo, vec2};

use super::Shown;
use super::style::{self, RADIUS_FIELD, gap, size};
use super::table_header;
use super::text::{self, Face, Side};
use super::widgets::{Icon, Line, focus_ring, icon, menu_divider_ui, menu_line_ui};
use crate::command::{Command, CopyFormat, CopyRows, SaveWhat, Situation, TableCommand};
use crate::export::tables::TableFormat;
use crate::find::Column;
use crate::i18n::Lang;
use crate::i18n::finding::{self, Word};
use crate::i18n::number::NumberStyle;
use crate::settings::TableSettings;

/// Which columns there are, and how numbers are written.
pub(super) fn columns_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    settings: &TableSettings,
    commands: &mut Vec<Command>,
) {
    menu_button_ui(ui, Word::Columns.text(lang), 230.0, |ui| {
        caption_ui(ui, Word::Numbers.text(lang));
        for style in NumberStyle::ALL {
            let kind = Line::Choice(settings.numbers == style);
            if menu_line_ui(ui, kind, finding::number_style(style, lang), None, true).clicked() {
                commands.push(Command::Table(TableCommand::WriteNumbers(style)));
            }
        }
        menu_divider_ui(ui);
        caption_ui(ui, Word::Columns.text(lang));
        for column in Column::ALL.into_iter().filter(|column| *column != Column::Name) {
            let on = settings.columns.contains(&column);
            let name = table_header::name(column, shown, lang);
            if menu_line_ui(ui, Line::Switch(on), &name, None, true).clicked() {
                commands.push(Command::Table(TableCommand::ShowColumn(column, !on)));
            }
        }
        menu_divider_ui(ui);
        let reset = TableCommand::ResetColumns;
        if menu_line_ui(ui, Line::Action, reset.text(lang), None, true).clicked() {
            commands.push(Command::Table(reset));
        }
    });
}

/// Copying and saving.
pub(super) fn output_ui(
    ui: &mut Ui,
    lang: Lang,
    situation: Situation,
    commands: &mut Vec<Command>,
) {
    menu_button_ui(ui, Word::Output.text(lang), 300.0, |ui| {
        let copies = [CopyRows::Selected, CopyRows::Listed].into_iter().flat_map(|rows| {
            [CopyFormat::Tsv, CopyFormat::Markdown].map(|format| TableCommand::Copy(rows, format))
        });
        for command in copies {
            line_ui(ui, lang, situation, command, None, commands);
        }
        for what in [SaveWhat::Seen, SaveWhat::Everything] {
            menu_divider_ui(ui);
            for format in [TableFormat::Xlsx, TableFormat::Csv, TableFormat::Json] {
                let command = TableCommand::Save(what, format);
                let label = format!("{} · {}", command.text(lang), format.key().to_uppercase());
                line_ui(ui, lang, situation, command, Some(&label), commands);
            }
        }
    });
}

fn line_ui(
    ui: &mut Ui,
    lang: Lang,
    situation: Situation,
    command: TableCommand,
    label: Option<&str>,
    commands: &mut Vec<Command>,
) {
    let keys = command.shortcut().map(|keys| ui.ctx().format_shortcut(&keys));
    let label = label.unwrap_or_else(|| command.text(lang));
    let command = Command::Table(command);
    let enabled = command.enabled(situation);
    if menu_line_ui(ui, Line::Action, label, keys.as_deref(), enabled).clicked() {
        commands.push(command);
        ui.close();
    }
}

fn caption_ui(ui: &mut Ui, label: &str) {
    let p = style::palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    let inner = rect.shrink2(vec2(10.0, 0.0));
    text::paint_line(ui, inner, Side::Left, label, Face::regular(size::SMALL, p.subdued));
}

/// A quiet button with its menu, which stays open while things are chosen in it.
fn menu_button_ui(ui: &mut Ui, label: &str, width: f32, lines: impl FnOnce(&mut Ui)) {
    let p = style::palette(ui);
    let galley = text::line(ui, label, Face::regular(size::BODY, p.text), f32::INFINITY);
    let wide = galley.size().x + 16.0 + 2.0 * gap::M;
    let (rect, response) = ui.allocate_exact_size(vec2(wide, 32.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, label));
    let open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
    let fill = if response.hovered() || open { p.hover } else { p.surface };
    let line = egui::Stroke::new(1.0, p.line);
    ui.painter().rect(rect, RADIUS_FIELD, fill, line, egui::StrokeKind::Inside);
    let inner = rect.shrink2(vec2(gap::M, 0.0));
    text::paint_galley(ui, inner, Side::Left, galley);
    icon(ui.painter(), Icon::Down, inner.right_center() - vec2(4.0, 0.0), 10.0, p.subdued);
    if response.has_focus() {
        focus_ring(ui, rect, RADIUS_FIELD);
    }
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).gap(4.0).show(
        |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 0.0;
            // On a low screen the menu scrolls.
            let room = (ui.ctx().content_rect().height() - 160.0).max(200.0);
            egui::ScrollArea::vertical().max_height(room).show(ui, lines);
        },
    );
}
