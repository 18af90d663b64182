//! Where the figures stand: a bar for each section, by role; a click shows the section alone.

use egui::accesskit::Role as Access;
use egui::{Rect, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::super::Shown;
use super::super::lists::Place;
use super::super::style::{self, RADIUS_ROW, gap, size};
use super::super::text::{self, Face, Side};
use super::super::widgets::focus_ring;
use super::{HEAD, card_head_ui, card_ui};
use crate::command::Command;
use crate::i18n::Lang;
use crate::i18n::overview as words;
use crate::model::Role;

const LINE: f32 = 22.0;
const NUMBER: f32 = 32.0;

/// How high the card wants to be.
pub(super) fn height(shown: &Shown<'_>) -> f32 {
    shown.overview.places.len() as f32 * LINE + HEAD
}

/// The card; one place alone says nothing, so there is no card for it.
pub(super) fn distribution_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    commands: &mut Vec<Command>,
    height: f32,
) {
    let places = &shown.overview.places;
    card_ui(ui, height, |ui| {
        card_head_ui(ui, words::distribution(lang), words::distribution_more(lang));
        let list = UiBuilder::new()
            .id_salt("places")
            .accessibility_role(Access::List)
            .accessibility_label(words::distribution(lang));
        ui.scope_builder(list, |ui| {
            for (at, place) in places.iter().enumerate() {
                line_ui(ui, at, place, shown, commands);
            }
        });
    });
}

fn line_ui(ui: &mut Ui, at: usize, place: &Place, shown: &Shown<'_>, commands: &mut Vec<Command>) {
    let p = style::palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    let ground = rect.expand2(vec2(gap::S, 0.0));
    let id = ui.scope_id().with(("place", at));
    let response = ui.interact(ground, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::Link, true, &place.spoken));
    let mut cut = false;
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            ui.painter().rect_filled(ground, RADIUS_ROW, p.hover);
        }
        if response.has_focus() {
            focus_ring(ui, ground, RADIUS_ROW);
        }
        let heading_right = rect.left() + (rect.width() * 0.46).floor();
        let heading = rect.with_max_x(heading_right - gap::M);
        let face = if place.gathers {
            Face::bold(size::SMALL, p.text)
        } else {
            Face::regular(size::SMALL, p.text)
        };
        let indent = if place.gathers { 0.0 } else { gap::M };
        let inside = heading.with_min_x(heading.left() + indent);
        cut = text::paint_line(ui, inside, Side::Left, &place.heading, face);
        let room = rect.right() - NUMBER - heading_right;
        let mut end = heading_right;
        if !place.gathers {
            let scale = room / shown.overview.most.max(1) as f32;
            for role in Role::ALL {
                let width = place.counts.of(role) as f32 * scale;
                let bar = Rect::from_min_size(pos2(end, rect.center().y - 4.5), vec2(width, 9.0));
                ui.painter().rect_filled(bar, 1.0, p.role(role));
                end += width;
            }
        }
        let count = place.counts.total();
        let number = rect.with_min_x(end + if place.gathers { 0.0 } else { 6.0 });
        let said = if count == 0 { "–".to_owned() } else { count.to_string() };
        text::paint_line(ui, number, Side::Left, &said, Face::regular(size::TINY, p.subdued));
    }
    let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
    if response.clicked() {
        commands.push(Command::ChooseSection(Some(place.section.clone())));
    }
    if cut {
        response.on_hover_text(&place.spoken);
    }
}
