//! Above the page: the way from figure to figure, the search, what the text is and what of it is captured.

use egui::accesskit::{Role as Access, Toggled};
use egui::{
    Align, CursorIcon, Key, Layout, Modifiers, Rect, Sense, Stroke, StrokeKind, TextEdit, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::command::{Command, FigureCommand, TextCommand};
use crate::i18n::Lang;
use crate::i18n::text as words;
use crate::source::Identity;
use crate::ui::Shown;
use crate::ui::reading::{Opened, identity};
use crate::ui::style::{self, RADIUS_FIELD, gap, size};
use crate::ui::text::{self, Face, Side};
use crate::ui::widgets::{Step, focus_ring, link_ui, step_ui, toggle_ui};

const HEIGHT: f32 = 32.0;

pub(super) fn head_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    opened: &Opened,
    commands: &mut Vec<Command>,
) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    let left = UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(left, |ui| {
        ui.spacing_mut().item_spacing.x = gap::XS;
        stepper_ui(ui, lang, shown, commands);
    });
    let right = UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(right, |ui| {
        ui.spacing_mut().item_spacing.x = gap::XS;
        search_ui(ui, lang, shown, commands);
    });
    ui.add_space(gap::XS);
    facts_ui(ui, lang, shown, opened, commands);
}

/// Back and forth between figures, and which one this is.
fn stepper_ui(ui: &mut Ui, lang: Lang, shown: &Shown<'_>, commands: &mut Vec<Command>) {
    let p = style::palette(ui);
    for (step, command) in
        [(Step::Back, FigureCommand::Previous), (Step::Forward, FigureCommand::Next)]
    {
        let command = Command::Figure(command);
        if step_ui(ui, step, command.text(lang), command.keys(ui.ctx())).clicked() {
            commands.push(command);
        }
    }
    ui.add_space(gap::XS);
    ui.label(Face::regular(size::BODY, p.subdued).rich(shown.place(lang)));
}

/// The search field with its count and its ways from place to place; laid out from the right.
fn search_ui(ui: &mut Ui, lang: Lang, shown: &Shown<'_>, commands: &mut Vec<Command>) {
    let p = style::palette(ui);
    let reading = shown.reading;
    let searching = !reading.query.trim().is_empty();
    if searching {
        let list = TextCommand::ListHits(!reading.hits_listed);
        if toggle_ui(ui, TextCommand::ListHits(true).text(lang), reading.hits_listed).clicked() {
            commands.push(Command::Text(list));
        }
        for (step, command) in
            [(Step::Down, TextCommand::NextHit), (Step::Up, TextCommand::PreviousHit)]
        {
            let command = Command::Text(command);
            if step_ui(ui, step, command.text(lang), command.keys(ui.ctx())).clicked() {
                commands.push(command);
            }
        }
    }
    let width = ui.available_width().min(if searching { 216.0 } else { 240.0 });
    let (field, _) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    ui.painter().rect(field, RADIUS_FIELD, p.surface, Stroke::new(1.0, p.line), StrokeKind::Inside);
    let mut inner = field.shrink2(vec2(10.0, 0.0));
    if searching {
        let said = words::hit_of(reading.hit, reading.hits.len(), lang);
        let count = text::line(ui, &said, Face::regular(size::SMALL, p.subdued), f32::INFINITY);
        let room = Rect::from_min_max(pos2(inner.right() - count.size().x, inner.top()), inner.max);
        text::paint_galley(ui, room, Side::Left, count);
        let response = ui.interact(room, ui.scope_id().with("count"), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Access::Status, true, &said));
        inner.max.x = room.left() - gap::S;
    }
    let mut query = reading.query.clone();
    let edit = TextEdit::singleline(&mut query)
        .id_salt("find in the text")
        .hint_text(Face::regular(size::BODY, p.subdued).rich(words::search_hint(lang)))
        .font(egui::FontId::proportional(size::BODY))
        .frame(egui::Frame::NONE)
        .align(egui::Align2::LEFT_CENTER)
        .min_size(inner.size())
        .desired_width(inner.width());
    let at = UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center));
    let response = ui.scope_builder(at, |ui| ui.add(edit)).inner;
    let response = response.accessible_name(words::search_hint(lang));
    if reading.search_asked {
        response.request_focus();
    }
    if response.has_focus() {
        focus_ring(ui, field, RADIUS_FIELD);
    }
    if response.changed() {
        commands.push(Command::Text(TextCommand::Find(query)));
    }
    // Enter goes on to the next place, with Shift to the one before; the field keeps the keyboard.
    if response.lost_focus() {
        let (enter, back, escape) = ui.input(|input| {
            (
                input.key_pressed(Key::Enter),
                input.modifiers.matches_logically(Modifiers::SHIFT),
                input.key_pressed(Key::Escape),
            )
        });
        if enter {
            let step = if back { TextCommand::PreviousHit } else { TextCommand::NextHit };
            commands.push(Command::Text(step));
            response.request_focus();
        } else if escape && searching {
            commands.push(Command::Text(TextCommand::Find(String::new())));
        }
    }
}

/// What the text is, and how many of its numbers are captured, excluded, unexplained.
fn facts_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    opened: &Opened,
    commands: &mut Vec<Command>,
) {
    let p = style::palette(ui);
    let attached = &opened.attached;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    let quiet = Face::regular(size::SMALL, p.subdued);
    let right = UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(Align::Center));
    let edge = ui
        .scope_builder(right, |ui| {
            ui.spacing_mut().item_spacing.x = gap::M;
            // Of a report's figures an image carries some; the rest is not said to be missing.
            if shown.image.is_none() {
                let count = attached.unexplained.len();
                let said = words::unexplained(count, lang);
                if count == 0 {
                    ui.label(quiet.rich(said)).on_hover_text(words::counts_hover(lang));
                } else if link_ui(ui, &said).clicked() {
                    commands.push(Command::Text(TextCommand::ShowUnexplained));
                }
                exclusions_ui(ui, lang, shown, attached.excluded, commands);
            }
            let said = words::captured(attached.captured, lang);
            ui.label(quiet.rich(said)).on_hover_text(words::counts_hover(lang));
            ui.min_rect().left()
        })
        .inner;
    let left = UiBuilder::new()
        .max_rect(rect.with_max_x(edge - gap::M))
        .layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(left, |ui| {
        let said = identity(attached, lang);
        match attached.identity {
            Identity::Published | Identity::PublishedResaved => {
                let label = egui::Label::new(quiet.rich(format!("✓ {said}"))).truncate();
                ui.add(label);
            }
            Identity::Copy => {
                if link_ui(ui, &said).clicked() {
                    commands.push(Command::Text(TextCommand::ShowDifferences));
                }
            }
        }
    });
}

/// The count of numbers that are no figures, which marks them or not.
fn exclusions_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    count: usize,
    commands: &mut Vec<Command>,
) {
    let p = style::palette(ui);
    let marked = shown.reading.exclusions_marked;
    let label = words::excluded(count, lang);
    let galley = text::line(ui, &label, Face::regular(size::SMALL, p.subdued), f32::INFINITY);
    let (rect, response) =
        ui.allocate_exact_size(vec2(galley.size().x + 20.0, 22.0), Sense::click());
    let name = format!("{}{}{label}", words::mark_exclusions(lang), lang.choose("：", ": "));
    response.widget_info(|| WidgetInfo::labeled(Access::CheckBox, true, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_toggled(if marked { Toggled::True } else { Toggled::False });
    });
    let square = Rect::from_center_size(pos2(rect.left() + 7.0, rect.center().y), vec2(12.0, 12.0));
    let stroke = Stroke::new(1.0, if response.hovered() { p.text } else { p.axis });
    ui.painter().rect(square, 3, p.surface, stroke, StrokeKind::Inside);
    if marked {
        let tick = [(-3.0, 0.2), (-0.8, 2.6), (3.4, -2.6)];
        let tick = tick.map(|(x, y)| square.center() + vec2(x, y)).to_vec();
        ui.painter().add(egui::Shape::line(tick, Stroke::new(1.6, p.accent)));
    }
    text::paint_galley(ui, rect.with_min_x(rect.left() + 18.0), Side::Left, galley);
    if response.has_focus() {
        focus_ring(ui, rect, 4);
    }
    if response.clicked() {
        commands.push(Command::Text(TextCommand::MarkExclusions(!marked)));
    }
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(words::counts_hover(lang));
}
