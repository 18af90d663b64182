//! The introduction of the first start: three things to know, on top of the overview, gone with one click.

use egui::{Align, Frame, Layout, Margin, Rect, Sense, Stroke, Ui, UiBuilder, vec2};

use super::super::style::{self, RADIUS_CARD, gap, size};
use super::super::text::{self, Face};
use super::super::widgets::{Icon, icon, link_ui, primary_ui};
use crate::command::Command;
use crate::i18n::Lang;
use crate::i18n::overview as words;

/// Below this width the three stand below each other.
const SIDE_BY_SIDE: f32 = 620.0;

pub(super) fn introduction_ui(ui: &mut Ui, lang: Lang, commands: &mut Vec<Command>) {
    let p = style::palette(ui);
    Frame::new()
        .fill(p.accent_soft)
        .stroke(Stroke::new(1.0, p.accent))
        .corner_radius(RADIUS_CARD)
        .inner_margin(Margin::same(gap::XL as i8))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = gap::M;
            text::heading_ui(ui, words::welcome(lang), Face::bold(size::HEAD, p.text));
            let steps = words::introduction(lang);
            let signs = [Icon::LeftPanel, Icon::Chart, Icon::Export];
            let width = ui.available_width();
            if width >= SIDE_BY_SIDE {
                let one = ((width - 2.0 * gap::XL) / 3.0).floor();
                let top = ui.cursor().min;
                let mut bottom = top.y;
                for (at, (sign, step)) in signs.into_iter().zip(steps).enumerate() {
                    let left = top.x + at as f32 * (one + gap::XL);
                    let rect =
                        Rect::from_min_size(egui::pos2(left, top.y), vec2(one, f32::INFINITY));
                    let column = UiBuilder::new().id_salt(("step", at)).max_rect(rect);
                    let mut inside = ui.new_child(column);
                    step_ui(&mut inside, sign, step);
                    bottom = bottom.max(inside.min_rect().bottom());
                }
                ui.advance_cursor_after_rect(Rect::from_min_max(
                    top,
                    egui::pos2(top.x + width, bottom),
                ));
            } else {
                for (sign, step) in signs.into_iter().zip(steps) {
                    step_ui(ui, sign, step);
                }
            }
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = gap::L;
                if primary_ui(ui, Command::EndIntroduction.text(lang), true).clicked() {
                    commands.push(Command::EndIntroduction);
                }
                if link_ui(ui, words::more_help(lang)).clicked() {
                    commands.push(Command::ShowHelp);
                }
            });
        });
}

fn step_ui(ui: &mut Ui, sign: Icon, (title, more): (&str, &str)) {
    let p = style::palette(ui);
    ui.spacing_mut().item_spacing.y = 2.0;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    icon(ui.painter(), sign, rect.left_center() + vec2(9.0, 0.0), 18.0, p.accent);
    let words = UiBuilder::new().max_rect(rect.with_min_x(rect.left() + 28.0));
    let mut line = ui.new_child(words.layout(Layout::left_to_right(Align::Center)));
    text::paragraph_ui(&mut line, title, Face::bold(size::BODY, p.text));
    text::paragraph_ui(ui, more, Face::regular(size::BODY, p.text));
}
