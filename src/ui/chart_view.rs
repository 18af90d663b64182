//! The chart of the comparisons: what the tree has chosen, the headline targets, or the selected indicator.

use egui::accesskit::Role as Access;
use egui::{Align, Frame, Layout, Margin, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, vec2};

use super::Shown;
use super::style::{self, RADIUS_CARD, gap, size};
use super::text::{self, Face, Side};
use super::widgets::segmented_ui;
use crate::chart::{self, ChartError, ChartStyle};
use crate::command::{ChartScope, Command, Selection};
use crate::i18n::window::{self as words, Word};
use crate::i18n::{ChartLang, Lang};
use crate::model::Bilingual;

/// Height that a row of a chart needs to be read well, and what title, legend and source need, in points.
const ROW: f32 = 40.0;
const AROUND: f32 = 190.0;
/// How much more a row may take where there is room.
const ROW_STRETCH: f32 = 30.0;
/// Below this height title, legend and axis crowd each other.
const SHORTEST: f32 = 320.0;

pub(super) fn chart_view_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    commands: &mut Vec<Command>,
) {
    head_ui(ui, lang, shown, commands);
    ui.add_space(gap::M - ui.spacing().item_spacing.y);
    let p = style::palette(ui);
    let card = Frame::new()
        .fill(p.surface)
        .stroke(Stroke::new(1.0, p.line))
        .corner_radius(RADIUS_CARD)
        .inner_margin(Margin::same(4));
    card.show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        let rows = shown.spec.comparisons(shown.report).len();
        let room = ui.available_size();
        // A short chart keeps its legend near; a long one scrolls.
        let rows_high = rows as f32 * ROW + AROUND;
        let height = if rows_high > room.y {
            rows_high
        } else {
            (rows_high + rows as f32 * ROW_STRETCH).clamp(SHORTEST, room.y.max(SHORTEST))
        };
        ScrollArea::vertical().id_salt("chart").auto_shrink(false).show(ui, |ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(room.x, height), Sense::hover());
            let inside = UiBuilder::new()
                .id_salt("drawing")
                .max_rect(rect)
                .accessibility_role(Access::Figure)
                .accessibility_label(Word::ChartName.text(lang));
            ui.scope_builder(inside, |ui| drawing_ui(ui, lang, shown, commands));
        });
    });
}

fn drawing_ui(ui: &mut Ui, lang: Lang, shown: &Shown<'_>, commands: &mut Vec<Command>) {
    let style = ChartStyle {
        theme: style::theme_name(ui),
        lang: ChartLang::from(lang),
        ..ChartStyle::default()
    };
    let selected = shown.selection.map(|selection| &selection.indicator);
    match chart::show(ui, shown.report, shown.spec, &style, selected) {
        Ok(response) => {
            if let Some(indicator) = response.clicked {
                commands.push(Command::Select(Selection { indicator, figure: None }));
            }
        }
        Err(error) => error_ui(ui, lang, &error),
    }
}

/// Says why there is no chart, in the middle of where it would be.
fn error_ui(ui: &mut Ui, lang: Lang, error: &ChartError) {
    message_ui(ui, lang, &error.message());
}

/// The same for a message that is there already.
pub(super) fn message_ui(ui: &mut Ui, lang: Lang, message: &Bilingual) {
    let p = style::palette(ui);
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.38);
        text::paragraph_ui(ui, Word::NoChart.text(lang), Face::bold(size::HEAD, p.text));
        text::paragraph_ui(ui, lang.pick(message), Face::regular(size::BODY, p.subdued));
    });
}

/// What the chart shows, and the switch for it.
fn head_ui(ui: &mut Ui, lang: Lang, shown: &Shown<'_>, commands: &mut Vec<Command>) {
    let p = style::palette(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 36.0), Sense::hover());
    let section = match shown.section {
        Some(_) => Word::ScopeSection,
        None => Word::ScopeReport,
    };
    let mut options = vec![
        (ChartScope::Headline, Word::ScopeHeadline.text(lang)),
        (ChartScope::Section, section.text(lang)),
    ];
    if shown.selection.is_some() {
        options.push((ChartScope::Indicator, Word::ScopeIndicator.text(lang)));
    }
    let layout = Layout::left_to_right(Align::Center);
    let right = ui
        .scope_builder(UiBuilder::new().max_rect(rect).layout(layout), |ui| {
            let name = Word::ChartScope.text(lang);
            if let Some(scope) = segmented_ui(ui, "scope", name, &options, shown.scope) {
                commands.push(Command::ShowScope(scope));
            }
            ui.min_rect().right()
        })
        .inner;
    let count = words::comparisons(shown.spec.comparisons(shown.report).len(), lang);
    let rest = Rect::from_min_max(egui::pos2(right + gap::L, rect.top()), rect.max);
    text::paint_line(ui, rest, Side::Right, &count, Face::regular(size::SMALL, p.subdued));
}
