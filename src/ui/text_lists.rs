//! Two lists about the attached text: where it differs from the published one, and which numbers nobody explains.

use egui::accesskit::Role as Access;
use egui::{CursorIcon, Frame, Margin, Sense, Ui, UiBuilder, WidgetInfo};

use super::Shown;
use super::dialog::{dialog_ui, scroll_ui};
use super::style::{self, RADIUS_ROW, gap, size};
use super::text::{self, Face};
use super::widgets::focus_ring;
use crate::command::{Command, TextCommand};
use crate::i18n::Lang;
use crate::i18n::{text as words, window};
use crate::model::Span;
use crate::source::ContextLine;

const WIDTH: f32 = 620.0;
/// More than this is too much for one look; the rest is counted.
const MOST: usize = 200;
/// Characters around a number.
const REACH: u32 = 20;

/// One entry: what to say, line by line, and where it is.
struct Entry {
    head: String,
    lines: Vec<String>,
    span: Span,
}

pub(super) fn differences_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    commands: &mut Vec<Command>,
) {
    let Some(opened) = &shown.reading.opened else { return };
    let places = &opened.attached.places;
    let more = words::differences_more(places.differing.len(), places.total(), lang);
    let entries = places.differing.iter().take(MOST).map(|differing| {
        let position = opened.attached.text.position(differing.at);
        let length = differing.found.chars().count() as u32;
        Entry {
            head: window::line_and_column(position.line, position.column, lang),
            lines: vec![
                words::expected(&differing.expected, lang),
                words::found(&differing.found, lang),
            ],
            span: Span { start: differing.at, end: differing.at + length.max(1) },
        }
    });
    let title = words::differences_title(lang);
    let count = places.differing.len();
    list_ui(ui, lang, title, &more, &entries.collect::<Vec<_>>(), count, commands);
}

pub(super) fn unexplained_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    commands: &mut Vec<Command>,
) {
    let Some(opened) = &shown.reading.opened else { return };
    let attached = &opened.attached;
    let entries = attached.unexplained.iter().take(MOST).map(|number| {
        let line = ContextLine::of(&attached.text, number.span, REACH);
        Entry {
            head: line.hit.clone(),
            lines: vec![format!("{}{}{}", line.before, line.hit, line.after)],
            span: number.span,
        }
    });
    let title = words::unexplained_title(lang);
    let more = words::counts_hover(lang);
    let count = attached.unexplained.len();
    list_ui(ui, lang, title, more, &entries.collect::<Vec<_>>(), count, commands);
}

fn list_ui(
    ui: &mut Ui,
    lang: Lang,
    title: &str,
    more: &str,
    entries: &[Entry],
    count: usize,
    commands: &mut Vec<Command>,
) {
    dialog_ui(ui, "text list", title, WIDTH, lang, commands, |ui, height, commands| {
        let p = style::palette(ui);
        text::paragraph_ui(ui, more, Face::regular(size::BODY, p.subdued));
        scroll_ui(ui, height - 2.0 * gap::XXL, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for entry in entries {
                if entry_ui(ui, entry) {
                    commands.push(Command::Text(TextCommand::GoTo(entry.span)));
                }
            }
            if count > entries.len() {
                let rest = words::and_more(count - entries.len(), lang);
                text::paragraph_ui(ui, rest, Face::regular(size::SMALL, p.subdued));
            }
        });
    });
}

/// One entry as a row that leads to its place; whether it was clicked.
fn entry_ui(ui: &mut Ui, entry: &Entry) -> bool {
    let p = style::palette(ui);
    let row = UiBuilder::new().id_salt(("entry", entry.span.start)).sense(Sense::click());
    let response = ui
        .scope_builder(row, |ui| {
            let response = ui.response();
            let fill = if response.hovered() { p.hover } else { p.surface };
            let frame = Frame::new()
                .fill(fill)
                .corner_radius(RADIUS_ROW)
                .inner_margin(Margin::symmetric(10, 8));
            frame.show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                let small = Face::regular(size::SMALL, p.subdued);
                text::paragraph_ui(ui, &entry.head, small);
                for line in &entry.lines {
                    text::paragraph_ui(ui, line, Face::regular(size::READING, p.text));
                }
            });
        })
        .response;
    let name = format!("{} {}", entry.head, entry.lines.join(" "));
    response.widget_info(|| WidgetInfo::labeled(Access::Link, true, &name));
    if response.has_focus() {
        focus_ring(ui, response.rect.shrink(2.0), RADIUS_ROW);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
