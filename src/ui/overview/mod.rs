//! The overview: the whole report, or one section, on one page.
//!
//! Headline targets as a chart, every comparison as a line in the band of its verdict, and where the figures stand.
//! Cards are set in one, two or three columns, whatever the window has room for.

mod bands;
mod distribution;
mod introduction;

use egui::{Frame, Label, Margin, Rect, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2};

use super::lists::Headline;
use super::style::{self, RADIUS_CARD, gap, size};
use super::text::{self, Face};
use super::widgets::link_ui;
use super::{Shown, Window, facets};
use crate::chart::{self, ChartStyle, Parts};
use crate::command::{Command, Selection, TableCommand};
use crate::find::FacetValue;
use crate::i18n::overview as words;
use crate::i18n::{ChartLang, Lang, finding};
use crate::model::Demand;

/// From this width on there are two columns, and three.
const TWO_COLUMNS: f32 = 760.0;
const THREE_COLUMNS: f32 = 1500.0;
/// Wider lines are hard to follow.
const WIDEST: f32 = 2100.0;
/// Height of a row of the chart, and of what stands around its rows.
const CHART_ROW: f32 = 44.0;
const CHART_AROUND: f32 = 132.0;

pub(super) fn overview_ui(
    ui: &mut Ui,
    window: &Window<'_>,
    shown: &Shown<'_>,
    commands: &mut Vec<Command>,
) {
    let lang = window.lang;
    let salt = ("overview", shown.section.map(crate::model::SectionId::as_str));
    // The scroll bar runs in the margin at the right, not over the cards.
    let page = ui.available_rect_before_wrap();
    let wider = Rect::from_min_max(page.min, page.max + vec2(gap::M, 0.0));
    let mut ui = ui.new_child(UiBuilder::new().id_salt("page").max_rect(wider));
    ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(&mut ui, |ui| {
        let whole = page.width();
        let width = whole.min(WIDEST);
        let left = ui.max_rect().left() + ((whole - width) / 2.0).floor();
        if window.introduction {
            let at = Rect::from_min_size(pos2(left, ui.cursor().top()), vec2(width, f32::INFINITY));
            ui.scope_builder(UiBuilder::new().id_salt("introduction").max_rect(at), |ui| {
                introduction::introduction_ui(ui, lang, commands);
            });
            ui.add_space(gap::L);
        }
        heading_ui(ui, lang, left, width, shown, commands);
        let top = ui.cursor().top() + gap::L;
        let gutter = gap::L;
        let mut columns = Columns { top, bottom: top };
        if width >= THREE_COLUMNS {
            let one = ((width - 2.0 * gutter) / 3.0).floor();
            let at = |column: f32| left + column * (one + gutter);
            let first = columns.stack(ui, at(0.0), one, |ui| {
                chart_ui(ui, lang, shown, commands, 0.0);
            });
            columns.stack(ui, at(1.0), one, |ui| bands::band_ui(ui, lang, shown, 0, commands));
            let last = columns.stack(ui, at(2.0), one, |ui| {
                bands::band_ui(ui, lang, shown, 1, commands);
                bands::band_ui(ui, lang, shown, 2, commands);
            });
            // Where there is more room left.
            let (column, bottom) = if first <= last { (0.0, first) } else { (2.0, last) };
            columns.top = bottom + gutter;
            columns.stack(ui, at(column), one, |ui| {
                distribution::distribution_ui(ui, lang, shown, commands, 0.0);
            });
        } else if width >= TWO_COLUMNS {
            let first = ((width - gutter) * 0.54).floor();
            let second = width - gutter - first;
            let right = left + first + gutter;
            let height = chart_height(shown).max(distribution::height(shown));
            columns.stack(ui, left, first, |ui| chart_ui(ui, lang, shown, commands, height));
            columns.stack(ui, right, second, |ui| {
                distribution::distribution_ui(ui, lang, shown, commands, height);
            });
            columns.next(gutter);
            columns.stack(ui, left, first, |ui| bands::band_ui(ui, lang, shown, 0, commands));
            columns.stack(ui, right, second, |ui| {
                bands::band_ui(ui, lang, shown, 1, commands);
                bands::band_ui(ui, lang, shown, 2, commands);
            });
        } else {
            columns.stack(ui, left, width, |ui| {
                chart_ui(ui, lang, shown, commands, 0.0);
                for band in 0..shown.overview.bands.len() {
                    bands::band_ui(ui, lang, shown, band, commands);
                }
                distribution::distribution_ui(ui, lang, shown, commands, 0.0);
            });
        }
        let all = Rect::from_min_max(pos2(left, top), pos2(left + width, columns.bottom));
        ui.advance_cursor_after_rect(all);
    });
}

/// Columns of cards side by side.
struct Columns {
    top: f32,
    bottom: f32,
}

impl Columns {
    /// Cards below each other, from `left` on, `width` wide; where the last of them ends.
    fn stack(&mut self, ui: &mut Ui, left: f32, width: f32, cards: impl FnOnce(&mut Ui)) -> f32 {
        let at = Rect::from_min_size(pos2(left, self.top), vec2(width, f32::INFINITY));
        let column =
            UiBuilder::new().id_salt(("column", left as i32, self.top as i32)).max_rect(at);
        let response = ui.scope_builder(column, |ui| {
            ui.spacing_mut().item_spacing.y = gap::L;
            cards(ui);
        });
        let bottom = response.response.rect.bottom();
        self.bottom = self.bottom.max(bottom);
        bottom
    }

    /// Goes on below everything so far.
    fn next(&mut self, gutter: f32) {
        self.top = self.bottom + gutter;
    }
}

fn heading_ui(
    ui: &mut Ui,
    lang: Lang,
    left: f32,
    width: f32,
    shown: &Shown<'_>,
    commands: &mut Vec<Command>,
) {
    let p = style::palette(ui);
    let at = Rect::from_min_size(pos2(left, ui.cursor().top()), vec2(width, f32::INFINITY));
    ui.scope_builder(UiBuilder::new().id_salt("heading").max_rect(at), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let title = &shown.overview.title;
        let response = text::paragraph_ui(ui, title, Face::bold(size::TITLE, p.text));
        response
            .widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Heading, true, title));
        let face = Face::regular(size::BODY, p.subdued);
        text::paragraph_ui(ui, &shown.overview.subtitle, face);
        demands_ui(ui, lang, shown, commands);
        if shown.filters.narrow() {
            ui.add_space(gap::XS);
            ui.horizontal_wrapped(|ui| {
                let left: usize = shown.overview.bands.iter().map(|band| band.lines.len()).sum();
                ui.label(Face::bold(size::BODY, p.text).rich(words::narrowed(left, lang)));
                let clear = Command::Table(TableCommand::ClearFilters);
                if link_ui(ui, clear.text(lang)).clicked() {
                    commands.push(clear);
                }
            });
        }
    });
}

/// How many targets ask for more than was reached, and how many for less; a click leaves them alone.
/// Of how many pairs that cannot be told is said too, so that nobody takes these for all.
fn demands_ui(ui: &mut Ui, lang: Lang, shown: &Shown<'_>, commands: &mut Vec<Command>) {
    let told = |demand: &Demand| {
        let value = FacetValue::Demand(Some(*demand));
        shown.table.count(&value) > 0 || shown.filters.choice.has(&value)
    };
    let mut demands = Demand::ALL.into_iter().filter(told).peekable();
    if demands.peek().is_none() {
        return;
    }
    ui.add_space(gap::S);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        let mut told = 0;
        for demand in demands {
            let value = FacetValue::Demand(Some(demand));
            told += shown.table.count(&value);
            facets::value_ui(ui, lang, shown, &value, commands);
        }
        let pairs: usize = shown.overview.bands.iter().map(|band| band.lines.len()).sum();
        if pairs > told && !shown.filters.narrow() {
            let face = Face::regular(size::SMALL, style::palette(ui).subdued);
            // Whole in the next line where it does not fit into this one.
            let untold = Label::new(face.rich(words::untold(pairs - told, lang))).extend();
            ui.add(untold).on_hover_text(finding::Word::FacetDemandMore.text(lang));
        }
    });
}

/// A white card with a hairline, at least `height` high.
fn card_ui<R>(ui: &mut Ui, height: f32, content: impl FnOnce(&mut Ui) -> R) -> R {
    let p = style::palette(ui);
    let margin = Margin::same(gap::XL as i8);
    Frame::new()
        .fill(p.surface)
        .stroke(Stroke::new(1.0, p.line))
        .corner_radius(RADIUS_CARD)
        .inner_margin(margin)
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.set_min_height((height - 2.0 * gap::XL).max(0.0));
            ui.spacing_mut().item_spacing.y = 0.0;
            content(ui)
        })
        .inner
}

/// Title of a card and what it means.
fn card_head_ui(ui: &mut Ui, title: &str, more: &str) {
    let p = style::palette(ui);
    let response = text::paragraph_ui(ui, title, Face::bold(size::HEAD, p.text));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Heading, true, title));
    ui.add_space(2.0);
    text::paragraph_ui(ui, more, Face::regular(size::SMALL, p.subdued));
    ui.add_space(gap::M);
}

fn chart_height(shown: &Shown<'_>) -> f32 {
    let rows = shown.overview.headline.as_ref().map_or(4, |headline| headline.rows);
    rows as f32 * CHART_ROW + CHART_AROUND + HEAD
}

/// Head and margins of a card.
const HEAD: f32 = 96.0;

fn chart_ui(ui: &mut Ui, lang: Lang, shown: &Shown<'_>, commands: &mut Vec<Command>, height: f32) {
    let p = style::palette(ui);
    let height = height.max(chart_height(shown));
    card_ui(ui, height, |ui| {
        if let Some(headline) = &shown.overview.headline {
            card_head_ui(ui, headline.title, &headline.subtitle);
            drawing_ui(ui, lang, shown, headline, height - HEAD, commands);
        } else {
            let title = words::nothing_to_join(lang);
            card_head_ui(ui, words::all_targets(lang), title);
            let more = words::nothing_to_join_more(lang);
            text::paragraph_ui(ui, more, Face::regular(size::BODY, p.text));
        }
    });
}

fn drawing_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    headline: &Headline,
    height: f32,
    commands: &mut Vec<Command>,
) {
    let style = ChartStyle {
        theme: style::theme_name(ui),
        lang: ChartLang::from(lang),
        parts: Parts { title: false, derived: shown.derived_shown, ..Parts::default() },
        ..ChartStyle::default()
    };
    // The chart has a margin of its own; the card's would double it.
    let margin = gap::L;
    let at = Rect::from_min_size(
        ui.cursor().min - vec2(margin, gap::S),
        vec2(ui.available_width() + 2.0 * margin, height + gap::S),
    );
    let selected = shown.selection.map(|selection| &selection.indicator);
    let inside = UiBuilder::new()
        .id_salt("headline")
        .max_rect(at)
        .accessibility_role(egui::accesskit::Role::Figure)
        .accessibility_label(headline.title);
    let mut page = ui.new_child(inside);
    let drawn = chart::show(&mut page, shown.report, &headline.spec, &style, selected);
    ui.advance_cursor_after_rect(at.shrink2(vec2(margin, 0.0)));
    match drawn {
        Ok(response) => commands.extend(
            response
                .clicked
                .map(|indicator| Command::Select(Selection { indicator, figure: None })),
        ),
        Err(error) => {
            let p = style::palette(ui);
            let message = error.message();
            text::paragraph_ui(ui, lang.pick(&message), Face::regular(size::BODY, p.subdued));
        }
    }
}
