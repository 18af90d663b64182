//! The panel at the right: the selected indicator with its figures, the verdict, and the report's own words.

use egui::accesskit::Role as Access;
use egui::text::LayoutJob;
use egui::{Frame, Label, Margin, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::Shown;
use super::lists::{ClauseText, Detail, FigureCard, VerdictText};
use super::style::{self, RADIUS_FIELD, gap, size};
use super::text::{self, Face, Side};
use super::widgets::{Tone, chip, link_ui, role_mark};
use crate::command::Command;
use crate::i18n::Lang;
use crate::i18n::terms;
use crate::i18n::window::Word;
use crate::model::{Status, Verdict};

pub(super) fn detail_panel_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    commands: &mut Vec<Command>,
) {
    let inside = UiBuilder::new()
        .id_salt("detail")
        .accessibility_role(Access::Complementary)
        .accessibility_label(Word::DetailName.text(lang));
    ui.scope_builder(inside, |ui| match shown.detail {
        Some(detail) => {
            // A new selection begins at its top.
            let salt = ("detail", detail.selection.indicator.as_str());
            ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
                Frame::new().inner_margin(Margin::symmetric(20, 20)).show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.style_mut().interaction.selectable_labels = true;
                    detail_ui(ui, lang, detail, commands);
                });
            });
        }
        None => nothing_ui(ui, lang),
    });
}

fn nothing_ui(ui: &mut Ui, lang: Lang) {
    let p = style::palette(ui);
    Frame::new().inner_margin(Margin::symmetric(28, 0)).show(ui, |ui| {
        ui.vertical_centered(|ui| {
            ui.add_space(ui.available_height() * 0.36);
            let word = Word::NothingSelected.text(lang);
            text::paragraph_ui(ui, word, Face::bold(size::HEAD, p.text));
            let more = Word::NothingSelectedMore.text(lang);
            text::paragraph_ui(ui, more, Face::regular(size::BODY, p.subdued));
        });
    });
}

fn detail_ui(ui: &mut Ui, lang: Lang, detail: &Detail, commands: &mut Vec<Command>) {
    let p = style::palette(ui);
    let subdued = Face::regular(size::SMALL, p.subdued);
    text::paragraph_ui(ui, &detail.path, subdued);
    ui.add_space(gap::S);
    text::paragraph_ui(ui, &detail.name, Face::bold(size::TITLE, p.text));
    ui.add_space(2.0);
    text::paragraph_ui(ui, &detail.other_name, subdued);
    text::paragraph_ui(ui, &detail.facts, subdued);
    if let Some(note) = &detail.note {
        ui.add_space(gap::S);
        text::paragraph_ui(ui, note, Face::regular(size::BODY, p.text));
    }
    ui.add_space(gap::L);

    figures_ui(ui, lang, detail);
    if let Some(verdict) = &detail.verdict {
        ui.add_space(gap::L);
        verdict_ui(ui, verdict);
        ui.add_space(gap::S);
        if link_ui(ui, Word::ShowInChart.text(lang)).clicked() {
            commands.push(Command::ShowInChart(detail.selection.indicator.clone()));
        }
    }

    ui.add_space(gap::L);
    heading_ui(ui, Word::InTheReport.text(lang));
    for card in &detail.figures {
        ui.add_space(gap::M);
        clause_ui(ui, card, commands);
    }

    if !detail.others.is_empty() {
        ui.add_space(gap::XXL);
        heading_ui(ui, Word::MoreFigures.text(lang));
        for card in &detail.others {
            ui.add_space(gap::M);
            figure_ui(ui, lang, card, ui.available_width());
            ui.add_space(gap::S);
            clause_ui(ui, card, commands);
        }
    }
}

fn heading_ui(ui: &mut Ui, heading: &str) {
    let p = style::palette(ui);
    let response = text::paragraph_ui(ui, heading, Face::bold(size::HEAD, p.text));
    response.widget_info(|| WidgetInfo::labeled(Access::Heading, true, heading));
}

/// The figures of the row: side by side with the sign between them where both are short, else one below the other.
fn figures_ui(ui: &mut Ui, lang: Lang, detail: &Detail) {
    let p = style::palette(ui);
    let width = ui.available_width();
    let sign_width = 36.0;
    let half = (width - sign_width) / 2.0;
    let short = |card: &FigureCard| {
        let face = Face::bold(size::TITLE, p.text);
        text::line(ui, &card.wording, face, f32::INFINITY).size().x <= half
            && card.facts.iter().map(|fact| fact.chars().count()).sum::<usize>() <= 40
    };
    if let ([actual, target], Some(verdict)) = (detail.figures.as_slice(), &detail.verdict)
        && short(actual)
        && short(target)
    {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.vertical(|ui| figure_ui(ui, lang, actual, half));
            let (rect, _) = ui.allocate_exact_size(vec2(sign_width, 52.0), Sense::hover());
            let below = rect.with_min_y(rect.top() + 20.0);
            let face = Face::regular(size::TITLE, p.subdued);
            text::paint_line(ui, below, Side::Middle, sign(verdict.verdict), face);
            ui.vertical(|ui| figure_ui(ui, lang, target, half));
        });
        return;
    }
    for (at, card) in detail.figures.iter().enumerate() {
        if at > 0 {
            ui.add_space(gap::M);
        }
        figure_ui(ui, lang, card, width);
    }
}

/// Between an actual and a target: a way from one to the other, or that there is none.
fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::SameBasis | Verdict::Derivable => "→",
        Verdict::DifferentBasis => "≠",
    }
}

/// Role, period and basis; the wording; the value; what else is known.
fn figure_ui(ui: &mut Ui, lang: Lang, card: &FigureCard, width: f32) {
    let p = style::palette(ui);
    ui.set_max_width(width);
    let color = p.role(card.role);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 20.0), Sense::hover());
    role_mark(
        ui.painter(),
        rect.left_center() + vec2(6.0, 0.0),
        card.role,
        color,
        card.preliminary,
    );
    let words = rect.with_min_x(rect.left() + 17.0);
    let caption = text::line(ui, &card.caption, Face::regular(size::SMALL, color), words.width());
    let end = words.left() + caption.size().x;
    text::paint_galley(ui, words, Side::Left, caption);
    let at = pos2(end + 6.0, words.center().y);
    let room = words.right() - at.x;
    let chip_fits = room >= 37.0;
    if card.preliminary && chip_fits {
        chip(ui, at, room, Word::Preliminary.text(lang), Tone::Plain);
    }
    let role = terms::role(card.role, lang);
    response.on_hover_text(role).widget_info(|| {
        WidgetInfo::labeled(Access::Label, true, format!("{role} {}", card.caption))
    });
    text::paragraph_ui(ui, &card.wording, Face::bold(size::TITLE, p.text));
    text::paragraph_ui(ui, &card.value, Face::regular(size::SMALL, p.subdued));
    if card.preliminary && !chip_fits {
        let word = terms::status(Status::Preliminary, lang);
        text::paragraph_ui(ui, word, Face::regular(size::SMALL, p.subdued));
    }
    for fact in &card.facts {
        text::paragraph_ui(ui, fact, Face::regular(size::SMALL, p.subdued));
    }
}

/// The verdict with its sentence; a formula where a value is derived.
fn verdict_ui(ui: &mut Ui, verdict: &VerdictText) {
    let p = style::palette(ui);
    let frame = Frame::new()
        .fill(p.sunken)
        .corner_radius(RADIUS_FIELD)
        .inner_margin(Margin::symmetric(12, 10));
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        let mut head = LayoutJob::default();
        head.append(verdict.title, 0.0, Face::bold(size::BODY, p.text).format());
        let kind = format!(" · {}", verdict.kind);
        head.append(&kind, 0.0, Face::regular(size::BODY, p.text).format());
        ui.add(Label::new(head).wrap());
        let color = match verdict.verdict {
            Verdict::Derivable => p.derived,
            Verdict::SameBasis | Verdict::DifferentBasis => p.text,
        };
        if let Some(outcome) = &verdict.outcome {
            text::paragraph_ui(ui, outcome, Face::bold(size::HEAD, color));
        }
        if let Some(formula) = &verdict.formula {
            text::paragraph_ui(ui, formula, Face::regular(size::BODY, color));
        }
        text::paragraph_ui(ui, &verdict.sentence, Face::regular(size::BODY, p.subdued));
    });
}

/// The clause with its wording marked, a stroke of the role's colour beside it, and where it stands.
fn clause_ui(ui: &mut Ui, card: &FigureCard, commands: &mut Vec<Command>) {
    let p = style::palette(ui);
    let ClauseText { before, marked, after, place, section } = &card.clause;
    let color = p.role(card.role);
    let response = Frame::new().inner_margin(Margin { left: 14, ..Margin::ZERO }).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        let reading = Face::regular(size::READING, p.text);
        let mut job = LayoutJob::default();
        job.append(before, 0.0, reading.format());
        job.append(marked, 0.0, Face::bold(size::READING, p.text).underlined(color));
        job.append(after, 0.0, reading.format());
        ui.add(Label::new(job).wrap());
        ui.add_space(gap::XS);
        let label = Label::new(Face::regular(size::SMALL, p.subdued).rich(place))
            .wrap()
            .selectable(false)
            .sense(Sense::click());
        let link = ui.add(label);
        if link.hovered() {
            ui.painter().rect_filled(link.rect.expand(2.0), 3.0, p.hover.gamma_multiply(0.4));
        }
        link.widget_info(|| WidgetInfo::labeled(Access::Link, true, place));
        if link.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
            commands.push(Command::ChooseSection(Some(section.clone())));
            commands.push(Command::Reveal);
        }
    });
    let rect = response.response.rect;
    let bar = Rect::from_min_max(rect.left_top(), pos2(rect.left() + 3.0, rect.bottom()));
    ui.painter().rect_filled(bar, 1.0, color);
}
