//! The bands of the overview: every comparison of one verdict as a line that can be clicked.
//!
//! A band is one stop of the Tab key; arrow keys move the selection inside it.

use egui::accesskit::Role as Access;
use egui::{EventFilter, Key, Modifiers, Rect, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::super::lists::{Band, BandLine};
use super::super::style::{self, RADIUS_ROW, gap, size};
use super::super::text::{self, Face, Side};
use super::super::widgets::focus_ring;
use super::super::{Shown, list_focus};
use super::card_ui;
use crate::command::Command;
use crate::i18n::overview as words;
use crate::i18n::{Lang, terms};
use crate::model::Verdict;

const LINE: f32 = 30.0;
/// Below this width the difference stands in the hover text alone.
const WITH_OUTCOME: f32 = 420.0;

/// The card of the band at `at`.
pub(super) fn band_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    at: usize,
    commands: &mut Vec<Command>,
) {
    let Some(band) = shown.overview.bands.get(at) else { return };
    card_ui(ui, 0.0, |ui| {
        head_ui(ui, lang, band);
        if band.lines.is_empty() {
            let p = style::palette(ui);
            let none = words::empty_band(band.verdict, lang);
            text::paragraph_ui(ui, none, Face::regular(size::BODY, p.subdued));
        } else {
            lines_ui(ui, lang, shown, band, commands);
        }
    });
}

/// How many, what they are, and what that means.
fn head_ui(ui: &mut Ui, lang: Lang, band: &Band) {
    let p = style::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::hover());
    let color = match band.verdict {
        Verdict::SameBasis => p.accent,
        Verdict::Derivable => p.derived,
        Verdict::DifferentBasis => p.subdued,
    };
    let count = band.lines.len().to_string();
    let number = text::line(ui, &count, Face::bold(size::COUNT, color), rect.width());
    let title = terms::verdict_sentence(band.verdict, lang);
    let mut left = rect.left() + number.size().x + gap::S;
    text::paint_galley(ui, rect, Side::Left, number);
    // The number is larger: its baseline is met by setting the words a little lower.
    let words_rect = rect.translate(vec2(0.0, 3.0));
    let title_line = text::line(ui, title, Face::bold(size::HEAD, p.text), rect.right() - left);
    let title_width = title_line.size().x;
    text::paint_galley(ui, words_rect.with_min_x(left), Side::Left, title_line);
    left += title_width + gap::S;
    let more = words::band(band.verdict, lang);
    let face = Face::regular(size::SMALL, p.subdued);
    text::paint_line(ui, words_rect.with_min_x(left), Side::Left, more, face);
    response.widget_info(|| WidgetInfo::labeled(Access::Heading, true, format!("{count} {title}")));
    response.on_hover_text(more);
    ui.add_space(gap::S);
}

fn lines_ui(ui: &mut Ui, lang: Lang, shown: &Shown<'_>, band: &Band, commands: &mut Vec<Command>) {
    let container = UiBuilder::new()
        .id_salt(("band", band.verdict.key()))
        .sense(Sense::focusable_noninteractive())
        .accessibility_role(Access::List)
        .accessibility_label(terms::verdict_sentence(band.verdict, lang));
    ui.scope_builder(container, |ui| {
        let focus = ui.unique_id();
        let focused = list_focus::has(ui);
        let selected = shown
            .selection
            .and_then(|selection| band.lines.iter().position(|line| line.key == *selection));
        if focused {
            if selected.is_none() {
                focus_ring(ui, ui.max_rect().with_max_y(ui.max_rect().top() + LINE), RADIUS_ROW);
            }
            keys(ui, focus, band, selected, commands);
        }
        let width = ui.available_width();
        let columns = Columns::of(ui, band, width);
        for (at, line) in band.lines.iter().enumerate() {
            let (rect, _) = ui.allocate_exact_size(vec2(width, LINE), Sense::hover());
            let id = ui.scope_id().with(at);
            let response = ui.interact(rect.expand2(vec2(gap::S, 0.0)), id, Sense::CLICK);
            response.widget_info(|| WidgetInfo::labeled(Access::ListItem, true, &line.spoken));
            let on = selected == Some(at);
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(on));
            if on && shown.reveal {
                ui.scroll_to_rect(rect, None);
            }
            if ui.is_rect_visible(rect) {
                let p = style::palette(ui);
                let ground = rect.expand2(vec2(gap::S, 0.0));
                if on {
                    ui.painter().rect_filled(ground, RADIUS_ROW, p.accent_soft);
                    if focused {
                        focus_ring(ui, ground.shrink(2.0), RADIUS_ROW);
                    }
                } else if response.hovered() {
                    ui.painter().rect_filled(ground, RADIUS_ROW, p.hover);
                }
                columns.paint(ui, rect, line, band.verdict);
            }
            if response.clicked() {
                list_focus::ask(ui.ctx(), focus);
                commands.push(Command::Select(line.key.clone()));
            }
            response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(&line.spoken);
        }
    });
}

fn keys(
    ui: &Ui,
    focus: egui::Id,
    band: &Band,
    selected: Option<usize>,
    commands: &mut Vec<Command>,
) {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focus, filter));
    let last = band.lines.len().saturating_sub(1);
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let target = if pressed(Key::ArrowDown) {
        Some(selected.map_or(0, |at| (at + 1).min(last)))
    } else if pressed(Key::ArrowUp) {
        Some(selected.map_or(0, |at| at.saturating_sub(1)))
    } else if pressed(Key::Home) {
        Some(0)
    } else if pressed(Key::End) {
        Some(last)
    } else {
        None
    };
    if let Some(line) = target.and_then(|at| band.lines.get(at)) {
        commands.push(Command::Select(line.key.clone()));
        commands.push(Command::Reveal);
    }
}

/// Where name, actual, sign, target and outcome stand in every line of a band.
struct Columns {
    name: f32,
    actual: f32,
    target: f32,
    outcome: f32,
}

const SIGN: f32 = 28.0;

impl Columns {
    /// As wide as the widest line needs, but no more than its share.
    fn of(ui: &Ui, band: &Band, width: f32) -> Self {
        let p = style::palette(ui);
        let widest = |texts: &dyn Fn(&BandLine) -> String, face: Face| {
            let widths = band
                .lines
                .iter()
                .map(|line| text::line(ui, &texts(line), face, f32::INFINITY).size().x);
            widths.fold(0.0, f32::max).ceil()
        };
        let bold = Face::bold(size::BODY, p.text);
        let outcome = if width >= WITH_OUTCOME {
            let face = Face::regular(size::SMALL, p.text);
            widest(&|line| line.outcome.clone(), face).min(width * 0.27)
        } else {
            0.0
        };
        let name = Face::regular(size::BODY, p.text);
        Self {
            name: widest(&|line| line.name.clone(), name) + gap::XL,
            actual: widest(&|line| line.actual.clone(), bold).min(width * 0.24),
            target: widest(&|line| line.target.clone(), bold).min(width * 0.26),
            outcome,
        }
    }

    fn paint(&self, ui: &Ui, rect: Rect, line: &BandLine, verdict: Verdict) {
        let p = style::palette(ui);
        let outcome = Rect::from_min_max(pos2(rect.right() - self.outcome, rect.top()), rect.max);
        let gap = if self.outcome > 0.0 { gap::M } else { 0.0 };
        // The numbers stand near the names; what a wide window has to spare is before the difference.
        let target_left =
            (outcome.left() - gap - self.target).min(rect.left() + self.name + self.actual + SIGN);
        let target =
            Rect::from_min_size(pos2(target_left, rect.top()), vec2(self.target, rect.height()));
        let sign =
            Rect::from_min_size(pos2(target_left - SIGN, rect.top()), vec2(SIGN, rect.height()));
        let actual = Rect::from_min_size(
            pos2(sign.left() - self.actual, rect.top()),
            vec2(self.actual, rect.height()),
        );
        let name = rect.with_max_x(actual.left() - gap::S);
        text::paint_line(ui, name, Side::Left, &line.name, Face::regular(size::BODY, p.text));
        let bold = |color| Face::bold(size::BODY, color);
        text::paint_line(ui, actual, Side::Right, &line.actual, bold(p.actual));
        let between = match verdict {
            Verdict::SameBasis | Verdict::Derivable => "→",
            Verdict::DifferentBasis => "≠",
        };
        let quiet = Face::regular(size::BODY, p.subdued);
        text::paint_line(ui, sign, Side::Middle, between, quiet);
        text::paint_line(ui, target, Side::Left, &line.target, bold(p.target));
        if self.outcome > 0.0 {
            let color = match verdict {
                Verdict::Derivable => p.derived,
                Verdict::SameBasis | Verdict::DifferentBasis => p.subdued,
            };
            let face = Face::regular(size::SMALL, color);
            text::paint_line(ui, outcome, Side::Right, &line.outcome, face);
        }
    }
}
