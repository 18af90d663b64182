//! A presentation: the view alone, and from it, with the arrow keys, one comparison after the other as a page of its own:
//! what is measured, its chart, whether the two can be compared, and why.
//!
//! It walks over what the table lists, so a chosen section, a search or a facet says which comparisons are presented;
//! from a chart of several it walks over those of the chart.

use egui::accesskit::Role as Access;
use egui::text::LayoutJob;
use egui::{
    Align, Frame, Key, Label, Layout, Margin, Modifiers, Panel, Rect, Ui, UiBuilder, WidgetInfo,
    vec2,
};

use super::lists::{Detail, VerdictText};
use super::style::{self, gap, size};
use super::text::{self, Face};
use super::{Shown, Window, chart_view};
use crate::chart::{self, ChartKind, ChartSpec, ChartStyle, Parts, Scope};
use crate::command::{Command, Slide};
use crate::i18n::help as words;
use crate::i18n::{ChartLang, Lang};
use crate::model::Verdict;

/// The height of a page on which type has the sizes of [`Sizes::of`], in points.
const HEIGHT: f32 = 720.0;
/// A page is not wider than this many of its heights: longer lines are hard to follow.
const WIDEST: f32 = 1.75;
/// The clauses are left out where they would have less height than so many of their small lines.
const CLAUSES: f32 = 6.0;
/// Height of the line at the bottom.
const FOOT: f32 = 36.0;

/// The line at the bottom with its keys, and the page; false where the view is to be shown.
pub(super) fn presentation_ui(
    ui: &mut Ui,
    window: &Window<'_>,
    shown: &Shown<'_>,
    slide: Slide,
    commands: &mut Vec<Command>,
) -> bool {
    let lang = window.lang;
    // Where the selected row is one of them, the walk goes on from there.
    let (count, selected) = shown.walk;
    let at = match slide {
        Slide::View => None,
        Slide::Comparison => selected,
    };
    if !window.situation.dialog && !ui.ctx().text_edit_focused() {
        // Of several rows, whichever was the last to be selected, the walk begins with the first.
        let first = if shown.picked.len() > 1 { None } else { selected };
        keys(ui, at, first.unwrap_or_default(), count, commands);
    }
    let p = style::palette(ui);
    let foot = Frame::new().fill(p.surface).inner_margin(Margin::symmetric(24, 0));
    Panel::bottom("presentation").exact_size(FOOT).frame(foot).show(ui, |ui| {
        let rect = ui.max_rect();
        let quiet = Face::regular(size::BODY, p.subdued);
        text::paint_line(ui, rect, text::Side::Left, words::presentation_keys(lang), quiet);
        let place = words::comparison_of(at, count, lang);
        let line = text::line(ui, &place, Face::bold(size::READING, p.text), rect.width());
        text::paint_galley(ui, rect, text::Side::Right, line);
        let said = ui.interact(rect, ui.scope_id().with("place"), egui::Sense::hover());
        said.widget_info(|| WidgetInfo::labeled(Access::Status, true, &place));
    });
    match (at, shown.detail) {
        (Some(_), Some(detail)) => {
            page_ui(ui, lang, shown, detail);
            true
        }
        _ => false,
    }
}

/// Sizes of type, in points; what is read from afar is larger than in a window.
#[derive(Clone, Copy)]
struct Sizes {
    name: f32,
    outcome: f32,
    sentence: f32,
    quiet: f32,
}

impl Sizes {
    fn of(height: f32) -> Self {
        let scale = (height / HEIGHT).clamp(0.6, 3.0);
        let sized = |points: f32| (points * scale).round();
        Self { name: sized(34.0), outcome: sized(30.0), sentence: sized(18.0), quiet: sized(15.0) }
    }
}

fn keys(ui: &Ui, at: Option<usize>, first: usize, count: usize, commands: &mut Vec<Command>) {
    let Some(last) = count.checked_sub(1) else { return };
    let pressed = |keys: &[Key]| {
        ui.input_mut(|input| keys.iter().any(|key| input.consume_key(Modifiers::NONE, *key)))
    };
    let to = if pressed(&[Key::ArrowRight, Key::ArrowDown, Key::PageDown, Key::Space]) {
        Some(at.map_or(first, |at| (at + 1).min(last)))
    } else if pressed(&[Key::ArrowLeft, Key::ArrowUp, Key::PageUp]) {
        match at {
            // Before the first comparison comes the view.
            Some(0) => return commands.push(Command::ShowSlide(None)),
            at => at.map(|at| at - 1),
        }
    } else if pressed(&[Key::Home]) {
        Some(0)
    } else if pressed(&[Key::End]) {
        Some(last)
    } else {
        None
    };
    commands.extend(to.map(|to| Command::ShowSlide(Some(to))));
}

fn page_ui(ui: &mut Ui, lang: Lang, shown: &Shown<'_>, detail: &Detail) {
    let p = style::palette(ui);
    let page = ui.available_rect_before_wrap();
    ui.painter().rect_filled(page, 0.0, p.page);
    let air = (page.width() * 0.04).clamp(16.0, 72.0);
    let width = (page.width() - 2.0 * air).min(page.height() * WIDEST);
    let sizes = Sizes::of(page.height());
    let inside = Rect::from_center_size(page.center(), vec2(width, page.height() - air));
    let builder = UiBuilder::new()
        .id_salt(("page", detail.selection.indicator.as_str()))
        .max_rect(inside)
        .accessibility_role(Access::Article)
        .accessibility_label(detail.name.as_str());
    ui.scope_builder(builder, |ui| {
        // A page is looked at; a pointer that rests somewhere brings no box over it.
        ui.visuals_mut().disabled_alpha = 1.0;
        ui.disable();
        ui.spacing_mut().item_spacing.y = gap::XS;
        let place: Vec<&str> = detail.crumbs.iter().map(|crumb| crumb.heading.as_str()).collect();
        let quiet = Face::regular(sizes.quiet, p.subdued);
        text::paragraph_ui(ui, place.join(" › "), quiet);
        text::heading_ui(ui, &detail.name, Face::bold(sizes.name, p.text));
        text::paragraph_ui(ui, &detail.other_name, quiet);
        ui.add_space(gap::M);
        // The verdict stands at the bottom, the chart has what is left.
        let rest = ui.available_rect_before_wrap();
        let from_below = UiBuilder::new().max_rect(rest).layout(Layout::bottom_up(Align::LEFT));
        ui.scope_builder(from_below, |ui| {
            if let Some(verdict) = &detail.verdict {
                // The card says why by itself.
                verdict_ui(ui, sizes, verdict, shown.derived_shown, detail.chart.is_some());
                ui.add_space(gap::L);
            }
            let room = ui.available_rect_before_wrap();
            chart_ui(ui, lang, sizes, shown, detail, room);
        });
    });
}

/// From below: the sentence, the formula of a derived value, the outcome, the verdict.
fn verdict_ui(
    ui: &mut Ui,
    sizes: Sizes,
    verdict: &VerdictText,
    derived_shown: bool,
    with_reason: bool,
) {
    let p = style::palette(ui);
    if with_reason {
        text::paragraph_ui(ui, &verdict.sentence, Face::regular(sizes.sentence, p.text));
    }
    let derivable = verdict.verdict == Verdict::Derivable;
    let color = if derivable { p.derived } else { p.text };
    if !derivable || derived_shown {
        if let Some(formula) = &verdict.formula {
            text::paragraph_ui(ui, formula, Face::regular(sizes.sentence, color));
        }
        if let Some(outcome) = &verdict.outcome {
            text::paragraph_ui(ui, outcome, Face::bold(sizes.outcome, color));
        }
    }
    let head = format!("{} · {}", verdict.title, verdict.kind);
    text::paragraph_ui(ui, head, Face::bold(sizes.sentence, p.subdued));
}

/// A dumbbell and the two clauses where the figures can be joined, else the card of the indicator, which quotes them itself.
fn chart_ui(ui: &mut Ui, lang: Lang, sizes: Sizes, shown: &Shown<'_>, detail: &Detail, room: Rect) {
    let scope = Scope::of_indicators([&detail.selection.indicator]);
    let joined = detail.chart.is_some();
    let spec = ChartSpec::new(if joined { ChartKind::Dumbbell } else { ChartKind::Card }, scope);
    let style = ChartStyle {
        theme: style::theme_name(ui),
        lang: ChartLang::from(lang),
        parts: Parts { title: false, derived: shown.derived_shown, ..Parts::default() },
        ..ChartStyle::default()
    };
    // Large enough to be read across a room, as far as the page has room for it.
    let zoom = (room.width().min(room.height() * 2.2) / 600.0).clamp(1.0, chart_view::LARGEST);
    let wanted = if joined {
        chart_view::natural_height(ui, shown, &spec, &style, room.width(), zoom)
    } else {
        0.0
    };
    let height = if wanted > 0.0 { wanted.min(room.height()) } else { room.height() };
    let p = style::palette(ui);
    let frame = Frame::new().fill(p.surface).corner_radius(style::RADIUS_CARD);
    let builder = UiBuilder::new()
        .id_salt("chart of the page")
        .max_rect(room.with_max_y(room.top() + height))
        .layout(Layout::top_down(Align::LEFT))
        .accessibility_role(Access::Figure)
        .accessibility_label(chart::title(shown.report, &spec, lang));
    ui.scope_builder(builder, |ui| {
        frame.show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            if let Err(error) = chart::show_at(ui, shown.report, &spec, &style, None, zoom) {
                chart_view::message_ui(ui, lang, &error.message());
            }
        });
    });
    let below = room.with_min_y(room.top() + height + gap::XL);
    if joined && below.height() > CLAUSES * sizes.quiet {
        clauses_ui(ui, sizes, detail, below);
    }
}

/// Each figure in its clause, side by side.
fn clauses_ui(ui: &mut Ui, sizes: Sizes, detail: &Detail, room: Rect) {
    let p = style::palette(ui);
    let count = detail.figures.len().max(1) as f32;
    let width = (room.width() - (count - 1.0) * gap::XXL) / count;
    for (at, card) in detail.figures.iter().enumerate() {
        let left = room.left() + at as f32 * (width + gap::XXL);
        let column = Rect::from_min_size(egui::pos2(left, room.top()), vec2(width, room.height()));
        let layout = Layout::top_down(Align::LEFT);
        let builder = UiBuilder::new().id_salt(("clause", at)).max_rect(column).layout(layout);
        ui.scope_builder(builder, |ui| {
            let color = p.role(card.role);
            text::paragraph_ui(ui, &card.caption, Face::bold(sizes.quiet, color));
            let mut clause = LayoutJob::default();
            let plain = Face::regular(sizes.sentence, p.text).format();
            clause.append(&card.clause.before, 0.0, plain.clone());
            clause.append(
                &card.clause.marked,
                0.0,
                Face::bold(sizes.sentence, p.text).underlined(color),
            );
            clause.append(&card.clause.after, 0.0, plain);
            ui.add(Label::new(clause).wrap());
            text::paragraph_ui(ui, &card.clause.place, Face::regular(sizes.quiet, p.subdued));
        });
    }
}
