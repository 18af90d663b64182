//! The bands of the overview: every comparison of one verdict as a line that can be clicked.
//!
//! A band is one stop of the Tab key; arrow keys move the selection inside it.

use egui::accesskit::Role as Access;
use egui::{EventFilter, Key, Modifiers, Rect, Sense, Ui, UiBuilder, WidgetInfo, vec2};

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

/// Height of a line, and of one with its numbers below the name.
const LINE: f32 = 30.0;
const STACKED: f32 = 46.0;
/// Longer bands make only the lines that are seen: a screen reader hears the whole of a report, not of a hundred.
const ALL_MADE: usize = 300;
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
        let selected = shown.selection.and_then(|selection| selection.figure_in(shown.report));
        let selected = selected.and_then(|figure| {
            band.lines.iter().position(|line| line.key.figure.as_ref() == Some(&figure.id))
        });
        if focused {
            if selected.is_none() {
                focus_ring(ui, ui.max_rect().with_max_y(ui.max_rect().top() + LINE), RADIUS_ROW);
            }
            keys(ui, focus, band, selected, commands);
        }
        let width = ui.available_width();
        let columns = Columns::of(ui, band, width);
        let count = band.lines.len();
        let high = vec2(width, columns.line * count as f32);
        let (whole, _) = ui.allocate_exact_size(high, Sense::hover());
        let place = |at: usize| {
            let corner = whole.left_top() + vec2(0.0, columns.line * at as f32);
            Rect::from_min_size(corner, vec2(width, columns.line))
        };
        if let Some(at) = selected.filter(|_| shown.reveal) {
            ui.scroll_to_rect(place(at), None);
        }
        // Of a long list only what is seen is made.
        let line_at = |y: f32| ((y - whole.top()) / columns.line).floor().max(0.0) as usize;
        let clip = ui.clip_rect();
        let made = if count > ALL_MADE {
            line_at(clip.top()).min(count)..(line_at(clip.bottom()) + 1).min(count)
        } else {
            0..count
        };
        for (at, line) in band.lines.iter().enumerate().skip(made.start).take(made.len()) {
            let rect = place(at);
            let id = ui.scope_id().with(at);
            let response = ui.interact(rect.expand2(vec2(gap::S, 0.0)), id, Sense::CLICK);
            response.widget_info(|| WidgetInfo::labeled(Access::ListItem, true, &line.spoken));
            let on = selected == Some(at);
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(on));
            let mut cut = false;
            if ui.is_rect_visible(rect) {
                let p = style::palette(ui);
                let ground = rect.expand2(vec2(gap::S, 0.0));
                if on {
                    style::selected_ground(ui, ground, RADIUS_ROW);
                    if focused {
                        focus_ring(ui, ground.shrink(2.0), RADIUS_ROW);
                    }
                } else if response.hovered() {
                    ui.painter().rect_filled(ground, RADIUS_ROW, p.hover);
                }
                cut = columns.paint(ui, rect, line, band.verdict);
            }
            if response.clicked() {
                list_focus::ask(ui.ctx(), focus);
                commands.push(Command::Select(line.key.clone()));
            }
            let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
            if cut {
                response.on_hover_text(&line.spoken);
            }
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

/// How the lines of a band are set: side by side, or where that would cut names, the numbers below the name.
struct Columns {
    /// Height of a line.
    line: f32,
    /// Where side by side the parts stand; `None` for the numbers below the name.
    beside: Option<Beside>,
}

/// Where name, actual, sign, target and outcome stand in every line of a band.
struct Beside {
    name: f32,
    actual: f32,
    target: f32,
    outcome: f32,
}

const SIGN: f32 = 28.0;

/// How wide the widest name, actual, target and outcome of a band are; measured once.
fn widest(ui: &Ui, band: &Band) -> [f32; 4] {
    let density = ui.pixels_per_point().to_bits();
    if let Some((_, widths)) = band.widest.get().filter(|(known, _)| *known == density) {
        return widths.map(|width| width as f32);
    }
    let p = style::palette(ui);
    let bold = Face::bold(size::BODY, p.text);
    let widest = |texts: &dyn Fn(&BandLine) -> &str, face: Face| {
        let lines = band.lines.iter();
        let widths = lines.map(|line| text::line(ui, texts(line), face, f32::INFINITY).size().x);
        widths.fold(0.0, f32::max).ceil()
    };
    let widths = [
        widest(&|line| &line.name, Face::regular(size::BODY, p.text)),
        widest(&|line| &line.actual, bold),
        widest(&|line| &line.target, bold),
        widest(&|line| &line.outcome, Face::regular(size::SMALL, p.text)),
    ];
    band.widest.set(Some((density, widths.map(|width| width as u32))));
    widths
}

impl Columns {
    /// As wide as the widest line needs, but no more than its share.
    fn of(ui: &Ui, band: &Band, width: f32) -> Self {
        let [name, actual, target, widest_outcome] = widest(ui, band);
        let outcome = if width >= WITH_OUTCOME { widest_outcome.min(width * 0.27) } else { 0.0 };
        let beside = Beside {
            name: name + gap::XL,
            actual: actual.min(width * 0.24),
            target: target.min(width * 0.26),
            outcome,
        };
        let numbers = beside.actual + SIGN + beside.target;
        let between = if outcome > 0.0 { outcome + gap::M } else { 0.0 };
        let cut = name + gap::S + numbers + between > width
            || actual > beside.actual
            || target > beside.target;
        if cut {
            Self { line: STACKED, beside: None }
        } else {
            Self { line: LINE, beside: Some(beside) }
        }
    }

    /// Paints a line; true where anything of it is cut or left out.
    fn paint(&self, ui: &Ui, rect: Rect, line: &BandLine, verdict: Verdict) -> bool {
        let p = style::palette(ui);
        let bold = |color| Face::bold(size::BODY, color);
        let quiet = Face::regular(size::BODY, p.subdued);
        let name_face = Face::regular(size::BODY, p.text);
        let between = match verdict {
            Verdict::SameBasis | Verdict::Derivable => "→",
            Verdict::DifferentBasis => "≠",
        };
        let color = match verdict {
            Verdict::Derivable => p.derived,
            Verdict::SameBasis | Verdict::DifferentBasis => p.subdued,
        };
        let outcome_face = Face::regular(size::SMALL, color);
        let Some(beside) = &self.beside else {
            let middle = rect.center().y;
            let name = rect.with_max_y(middle + 1.0).with_min_y(rect.top() + 4.0);
            let name_line = text::line(ui, &line.name, name_face, name.width());
            let mut cut = name_line.elided;
            let beside_name = name.with_min_x(name.left() + name_line.size().x + gap::S);
            text::paint_galley(ui, name, Side::Left, name_line);
            let mut rest = rect.with_min_y(middle).with_max_y(rect.bottom() - 4.0);
            for (words, face) in [
                (line.actual.as_str(), bold(p.actual)),
                (between, quiet),
                (line.target.as_str(), bold(p.target)),
            ] {
                let galley = text::line(ui, words, face, rest.width());
                let width = galley.size().x;
                cut |= galley.elided;
                text::paint_galley(ui, rest, Side::Left, galley);
                rest.set_left((rest.left() + width + gap::S).min(rest.right()));
            }
            let need = text::line(ui, &line.outcome, outcome_face, f32::INFINITY).size().x;
            let room =
                if rest.width() < need.min(beside_name.width()) { beside_name } else { rest };
            cut |= text::paint_line(ui, room, Side::Right, &line.outcome, outcome_face);
            return cut;
        };
        let outcome = rect.with_min_x(rect.right() - beside.outcome);
        let space = if beside.outcome > 0.0 { gap::M } else { 0.0 };
        // The numbers stand near the names; what a wide window has to spare is before the difference.
        let target_left = (outcome.left() - space - beside.target)
            .min(rect.left() + beside.name + beside.actual + SIGN);
        let target = rect.with_min_x(target_left).with_max_x(target_left + beside.target);
        let sign = rect.with_min_x(target_left - SIGN).with_max_x(target_left);
        let actual = rect.with_min_x(sign.left() - beside.actual).with_max_x(sign.left());
        let name = rect.with_max_x(actual.left() - gap::S);
        let mut cut = text::paint_line(ui, name, Side::Left, &line.name, name_face);
        cut |= text::paint_line(ui, actual, Side::Right, &line.actual, bold(p.actual));
        text::paint_line(ui, sign, Side::Middle, between, quiet);
        cut |= text::paint_line(ui, target, Side::Left, &line.target, bold(p.target));
        if beside.outcome > 0.0 {
            cut |= text::paint_line(ui, outcome, Side::Right, &line.outcome, outcome_face);
        } else {
            cut = true;
        }
        cut
    }
}
