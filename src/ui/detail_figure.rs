//! One figure in the detail panel: in short with its mark, wording and value; in full with its clause and every fact.

use std::sync::Arc;

use egui::accesskit::Role as Access;
use egui::text::LayoutJob;
use egui::{
    CursorIcon, Frame, Galley, Label, Margin, Rect, Sense, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::lists::{ClauseText, Detail, Fact, FigureCard};
use super::marked;
use super::style::{self, gap, size};
use super::text::{self, Face, Side};
use super::widgets::{Tone, chip, focus_ring, role_mark};
use crate::command::{Command, FigureCommand};
use crate::find::Matcher;
use crate::i18n::window::Word;
use crate::i18n::{Lang, terms};
use crate::model::{Status, Verdict};

/// Room for the labels of facts.
const LABELS: f32 = 68.0;

/// The figures of the row: side by side with the sign between them where both are short, else one below the other.
pub(super) fn figures_ui(ui: &mut Ui, lang: Lang, detail: &Detail) {
    let p = style::palette(ui);
    let width = ui.available_width();
    let sign_width = 36.0;
    let half = (width - sign_width) / 2.0;
    let short = |card: &FigureCard| {
        let face = Face::bold(size::TITLE, p.text);
        text::line(ui, &card.wording, face, f32::INFINITY).size().x <= half
    };
    if let ([actual, target], Some(verdict)) = (detail.figures.as_slice(), &detail.verdict)
        && short(actual)
        && short(target)
    {
        // Wordings stand side by side, also where the caption of one needs two lines.
        let captions = [actual, target].map(|card| caption(ui, card, half).size().y + 4.0);
        let high = captions[0].max(captions[1]).max(CAPTION);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.vertical(|ui| figure_ui(ui, lang, actual, vec2(half, high)));
            let (rect, _) = ui.allocate_exact_size(vec2(sign_width, high + 32.0), Sense::hover());
            let below = rect.with_min_y(rect.top() + high);
            let face = Face::regular(size::TITLE, p.subdued);
            text::paint_line(ui, below, Side::Middle, sign(verdict.verdict), face);
            ui.vertical(|ui| figure_ui(ui, lang, target, vec2(half, high)));
        });
        return;
    }
    for (at, card) in detail.figures.iter().enumerate() {
        if at > 0 {
            ui.add_space(gap::M);
        }
        figure_ui(ui, lang, card, vec2(width, CAPTION));
    }
}

/// Height of a caption of one line.
pub(super) const CAPTION: f32 = 20.0;
/// Room for the mark before a caption.
const MARK: f32 = 17.0;

/// Period and basis of a figure, in two lines where there is no other way.
fn caption(ui: &Ui, card: &FigureCard, width: f32) -> Arc<Galley> {
    let color = style::palette(ui).role(card.role);
    text::block(ui, &card.caption, Face::regular(size::SMALL, color), width - MARK, 2)
}

/// Between an actual and a target: a way from one to the other, or that there is none.
fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::SameBasis | Verdict::Derivable => "→",
        Verdict::DifferentBasis => "≠",
    }
}

/// Role, period and basis, in a line of this size; the wording; the value, with its conversion in the box over it.
pub(super) fn figure_ui(ui: &mut Ui, lang: Lang, card: &FigureCard, line: Vec2) {
    let p = style::palette(ui);
    ui.set_max_width(line.x);
    let color = p.role(card.role);
    let (rect, response) = ui.allocate_exact_size(line, Sense::hover());
    role_mark(
        ui.painter(),
        rect.left_top() + vec2(6.0, CAPTION / 2.0),
        card.role,
        color,
        card.preliminary,
    );
    let words_rect = rect.with_min_x(rect.left() + MARK);
    let caption = caption(ui, card, line.x);
    let words_rect = words_rect.with_max_y(rect.top() + (caption.size().y + 4.0).max(CAPTION));
    let end = words_rect.left() + caption.size().x;
    text::paint_galley(ui, words_rect, Side::Left, caption);
    let at = pos2(end + 6.0, words_rect.center().y);
    let room = words_rect.right() - at.x;
    let chip_fits = room >= 37.0;
    if card.preliminary && chip_fits {
        chip(ui, at, room, Word::Preliminary.text(lang), Tone::Plain);
    }
    let role = terms::role(card.role, lang);
    response.on_hover_text(role).widget_info(|| {
        WidgetInfo::labeled(Access::Label, true, format!("{role} {}", card.caption))
    });
    text::paragraph_ui(ui, &card.wording, Face::bold(size::TITLE, p.text));
    let value = text::paragraph_ui(ui, &card.value, Face::regular(size::SMALL, p.subdued));
    if let Some(conversion) = &card.conversion {
        value.on_hover_text(conversion);
    }
    if card.preliminary && !chip_fits {
        let word = terms::status(Status::Preliminary, lang);
        text::paragraph_ui(ui, word, Face::regular(size::SMALL, p.subdued));
    }
}

/// The clause with its wording marked, a stroke of the role's colour beside it, where it stands, and every fact.
pub(super) fn full_figure_ui(
    ui: &mut Ui,
    lang: Lang,
    card: &FigureCard,
    searched: &Matcher,
    commands: &mut Vec<Command>,
) {
    let p = style::palette(ui);
    let ClauseText { before, marked: wording, after, place, section } = &card.clause;
    let color = p.role(card.role);
    let response = Frame::new().inner_margin(Margin { left: 14, ..Margin::ZERO }).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        let reading = Face::regular(size::READING, p.text);
        let mut job = LayoutJob::default();
        let spoken = format!("{before}{wording}{after}");
        let marks = searched.marks(&spoken, false);
        let bold = Face::bold(size::READING, p.text).underlined(color);
        marked::append(ui, &mut job, before, &marks, reading.format());
        marked::append(ui, &mut job, wording, &marks, bold);
        marked::append(ui, &mut job, after, &marks, reading.format());
        let label = Label::new(job).wrap().selectable(false).sense(Sense::click());
        let clause = ui.add(label);
        clause.widget_info(|| WidgetInfo::labeled(Access::Link, true, &spoken));
        if clause.has_focus() {
            focus_ring(ui, clause.rect, 3);
        }
        let show = FigureCommand::ShowInText(card.id.clone());
        let clause =
            clause.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(show.text(lang));
        if clause.clicked() {
            commands.push(Command::Figure(show));
        }
        ui.add_space(gap::XS);
        let label = Label::new(Face::regular(size::SMALL, p.subdued).rich(place))
            .wrap()
            .selectable(false)
            .sense(Sense::click());
        let link = ui.add(label);
        if link.hovered() {
            ui.painter().rect_filled(link.rect.expand(2.0), 3.0, p.hover.gamma_multiply(0.4));
        }
        if link.has_focus() {
            focus_ring(ui, link.rect, 3);
        }
        link.widget_info(|| WidgetInfo::labeled(Access::Link, true, place));
        if link.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            commands.push(Command::ChooseSection(Some(section.clone())));
            commands.push(Command::Reveal);
        }
        ui.add_space(gap::S);
        for fact in &card.facts {
            fact_ui(ui, fact);
        }
    });
    let rect = response.response.rect;
    let bar = Rect::from_min_max(rect.left_top(), pos2(rect.left() + 3.0, rect.bottom()));
    ui.painter().rect_filled(bar, 1.0, color);
}

/// Label and value.
fn fact_ui(ui: &mut Ui, fact: &Fact) {
    let p = style::palette(ui);
    let subdued = Face::regular(size::SMALL, p.subdued);
    let row = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap::S;
        let (rect, _) = ui.allocate_exact_size(vec2(LABELS, 19.0), Sense::hover());
        text::paint_line(ui, rect, Side::Left, fact.label, subdued);
        ui.vertical(|ui| {
            ui.add_space(1.0);
            text::paragraph_ui(ui, &fact.value, Face::regular(size::SMALL, p.text))
        })
        .inner
    });
    let response = row.inner;
    let name = format!("{} {}", fact.label, fact.value);
    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, &name));
    if let Some(more) = &fact.more {
        response.on_hover_text(more);
    }
}
