//! The section tree: headings, how many figures each holds by role, one of them chosen.
//!
//! The tree is one stop of the Tab key. Arrow keys move the choice; left and right fold and unfold.

use std::borrow::Cow;

use egui::accesskit::Role as Access;
use egui::{
    Event, EventFilter, Id, Key, Modifiers, Rect, Response, ScrollArea, Sense, Shape, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use super::lists::{OutlineNode, section_typed};
use super::side_head::side_head_ui;
use super::style::{self, RADIUS_ROW, TREE_ROW, gap, size};
use super::text::{self, Face, Side};
use super::widgets::{Icon, focus_ring};
use super::{Shown, list_focus};
use crate::command::Command;
use crate::i18n::Lang;
use crate::i18n::window::{self as words, Word};
use crate::model::{Role, RoleCounts, SectionId};

/// Longest bar, in points.
const BAR: f32 = 36.0;
/// Room for the number at the right.
const NUMBER: f32 = 30.0;
/// Typing that pauses for longer than this, in seconds, begins anew.
const PAUSE: f64 = 1.0;
/// Indent of a level.
const INDENT: f32 = 14.0;

/// One line, be it a section or the root.
struct Line<'a> {
    section: Option<&'a SectionId>,
    depth: usize,
    heading: &'a str,
    spoken: Cow<'a, str>,
    counts: RoleCounts,
    /// Whether it can be unfolded, and is.
    branch: Option<bool>,
    /// What is said where the text is being read in this section.
    read: Option<&'static str>,
}

pub(super) fn section_tree_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    commands: &mut Vec<Command>,
) {
    let lines = lines_of(shown, lang);
    let label = format!(
        "{} · {}",
        Word::Sections.text(lang),
        words::figures(shown.outline.total.total(), lang)
    );
    let away = side_head_ui(ui, &label, Icon::LeftPanel, &Command::ToggleTree, lang);
    commands.extend(away);

    ScrollArea::vertical().id_salt("sections").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let container = UiBuilder::new()
            .id_salt("tree")
            .sense(Sense::focusable_noninteractive())
            .accessibility_role(Access::Tree)
            .accessibility_label(Word::TreeName.text(lang));
        ui.scope_builder(container, |ui| {
            let focus = ui.unique_id();
            let focused = list_focus::has(ui);
            if focused {
                keys(ui, focus, &lines, shown.section, commands);
                typed(ui, focus, shown, commands);
            }
            for line in &lines {
                line_ui(ui, line, shown, focus, focused, commands);
            }
            ui.add_space(gap::M);
        });
    });
}

fn lines_of<'a>(shown: &'a Shown<'_>, lang: Lang) -> Vec<Line<'a>> {
    let unfolded = |id: &SectionId| shown.unfolded.contains(id.as_str());
    let root = Line {
        section: None,
        depth: 0,
        heading: Word::WholeReport.text(lang),
        spoken: Cow::Owned(format!(
            "{}{}{}",
            Word::WholeReport.text(lang),
            lang.choose("，", ", "),
            words::counts(shown.outline.total, lang)
        )),
        counts: shown.outline.total,
        branch: None,
        read: None,
    };
    let read = shown.reading.section.as_ref();
    let line = |node: &'a OutlineNode| Line {
        section: Some(&node.id),
        depth: node.depth,
        heading: &node.heading,
        spoken: Cow::Borrowed(&node.spoken),
        counts: node.counts,
        branch: node.branch.then(|| unfolded(&node.id)),
        // Inside a folded branch, the branch stands for it.
        read: read
            .filter(|id| **id == node.id || (!unfolded(&node.id) && id.is_within(&node.id)))
            .map(|_| Word::ReadHere.text(lang)),
    };
    std::iter::once(root).chain(shown.outline.seen(unfolded).map(line)).collect()
}

fn keys(
    ui: &Ui,
    focus: Id,
    lines: &[Line<'_>],
    chosen: Option<&SectionId>,
    commands: &mut Vec<Command>,
) {
    let filter =
        EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focus, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let at = lines.iter().position(|line| line.section == chosen).unwrap_or_default();
    let choose =
        |at: usize| lines.get(at).map(|line| Command::ChooseSection(line.section.cloned()));
    if pressed(Key::ArrowDown) {
        commands.extend(choose(at + 1));
    }
    if pressed(Key::ArrowUp) {
        commands.extend(choose(at.saturating_sub(1)));
    }
    if pressed(Key::Home) {
        commands.extend(choose(0));
    }
    if pressed(Key::End) {
        commands.extend(choose(lines.len().saturating_sub(1)));
    }
    let Some(Line { section: Some(id), branch, .. }) = lines.get(at) else { return };
    if pressed(Key::ArrowRight) {
        match branch {
            Some(false) => commands.push(Command::UnfoldSection((*id).clone(), true)),
            Some(true) => commands.extend(choose(at + 1)),
            None => {}
        }
    }
    if pressed(Key::ArrowLeft) {
        match branch {
            Some(true) => commands.push(Command::UnfoldSection((*id).clone(), false)),
            Some(false) | None => commands.push(Command::ChooseSection(id.parent())),
        }
    }
}

/// What has been typed into the tree, and when.
#[derive(Debug, Clone, Default)]
struct Typed {
    text: String,
    since: f64,
}

/// Goes to the section whose title, number or pinyin begins with what is typed without a pause.
fn typed(ui: &Ui, focus: Id, shown: &Shown<'_>, commands: &mut Vec<Command>) {
    let letters: String = ui.input(|input| {
        let typed = input.events.iter().filter_map(|event| match event {
            Event::Text(text) => Some(text.as_str()),
            _ => None,
        });
        typed.collect()
    });
    if letters.is_empty() {
        return;
    }
    let now = ui.input(|input| input.time);
    let memory = focus.with("typed");
    let mut typed = ui.data(|data| data.get_temp::<Typed>(memory)).unwrap_or_default();
    if now - typed.since > PAUSE {
        typed.text.clear();
    }
    typed.text.push_str(&letters);
    typed.since = now;
    if let Some(id) = section_typed(shown.report, typed.text.trim(), shown.section) {
        commands.push(Command::ChooseSection(Some(id.clone())));
    }
    ui.data_mut(|data| data.insert_temp(memory, typed));
}

fn line_ui(
    ui: &mut Ui,
    line: &Line<'_>,
    shown: &Shown<'_>,
    focus: Id,
    focused: bool,
    commands: &mut Vec<Command>,
) {
    let (outer, _) = ui.allocate_exact_size(vec2(ui.available_width(), TREE_ROW), Sense::hover());
    let chosen = line.section == shown.section;
    if chosen && shown.reveal {
        ui.scroll_to_rect(outer, None);
    }
    if let (Some(_), Some(id)) = (line.read, line.section) {
        follow_reading(ui, id, outer);
    }
    let row = outer.shrink2(vec2(gap::S, 0.0));
    let salt = line.section.map(SectionId::as_str);
    let response = ui.interact(row, ui.scope_id().with(("section", salt)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Access::TreeItem, true, line.spoken.as_ref()));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_level(line.depth + 1);
        node.set_selected(chosen);
        if let Some(read) = line.read {
            node.set_description(read);
        }
        if let Some(open) = line.branch {
            node.set_expanded(open);
        }
    });

    let indent = row.left() + 6.0 + INDENT * line.depth as f32;
    let fold = Rect::from_min_size(pos2(indent - 2.0, row.top()), vec2(16.0, row.height()));
    // Lines out of sight are there for screen readers, but nothing is painted.
    let mut cut = false;
    if ui.is_rect_visible(outer) {
        cut = paint_line(ui, line, shown, row, fold, &response, chosen, focused);
    }
    if response.clicked() {
        list_focus::ask(ui.ctx(), focus);
        let on_fold =
            response.interact_pointer_pos().is_some_and(|at| fold.expand(2.0).contains(at));
        match (line.section, line.branch) {
            (Some(id), Some(open)) if on_fold => {
                commands.push(Command::UnfoldSection(id.clone(), !open));
            }
            _ => commands.push(Command::ChooseSection(line.section.cloned())),
        }
    }
    if cut {
        response.on_hover_text(line.spoken.as_ref());
    }
}

/// Keeps the section in sight that the text is being read in: once for each, so that the tree can be scrolled freely.
fn follow_reading(ui: &Ui, id: &SectionId, outer: Rect) {
    let key = Id::unique("section read last");
    let last = ui.data(|data| data.get_temp::<String>(key));
    if last.as_deref() != Some(id.as_str()) {
        ui.data_mut(|data| data.insert_temp(key, id.as_str().to_owned()));
        ui.scroll_to_rect(outer, None);
    }
}

/// Ground, triangle, heading, bars and number; whether the heading had to be cut.
#[expect(
    clippy::too_many_arguments,
    reason = "one line of one list; a struct would only rename them"
)]
fn paint_line(
    ui: &Ui,
    line: &Line<'_>,
    shown: &Shown<'_>,
    row: Rect,
    fold: Rect,
    response: &Response,
    chosen: bool,
    focused: bool,
) -> bool {
    let p = style::palette(ui);
    if chosen {
        style::selected_ground(ui, row, RADIUS_ROW);
        if focused {
            focus_ring(ui, row.shrink(2.0), RADIUS_ROW - 2);
        }
    } else if response.hovered() {
        ui.painter().rect_filled(row, RADIUS_ROW, p.hover);
    }

    if line.read.is_some() {
        let bar = Rect::from_min_max(row.left_top(), pos2(row.left() + 3.0, row.bottom()));
        ui.painter().rect_filled(bar.shrink2(vec2(0.0, 5.0)), 2, p.accent);
    }

    if let Some(open) = line.branch {
        let over = response.hover_pos().is_some_and(|at| fold.contains(at));
        let color = if over { p.text } else { p.subdued };
        ui.painter().add(Shape::convex_polygon(
            triangle(fold.center(), open),
            color,
            egui::Stroke::NONE,
        ));
    }

    let number_rect = row.with_max_x(row.right() - gap::S);
    let bars_right = number_rect.right() - NUMBER;
    let total = line.counts.total();
    let count = if total == 0 { "–".to_owned() } else { total.to_string() };
    text::paint_line(ui, number_rect, Side::Right, &count, Face::regular(size::SMALL, p.subdued));
    // The root holds everything: a bar for it would only shorten the others.
    let bars = if line.section.is_some() {
        bars(ui, bars_right, row.center().y, line.counts, shown.outline.most[line.depth.min(1)])
    } else {
        0.0
    };

    let heading = Rect::from_min_max(
        pos2(fold.right() + 2.0, row.top()),
        pos2(bars_right - bars.max(4.0) - gap::S, row.bottom()),
    );
    let face = if line.depth == 0 {
        Face::bold(size::BODY, p.text)
    } else {
        Face::regular(size::BODY, p.text)
    };
    text::paint_line(ui, heading, Side::Left, line.heading, face)
}

/// Points right when folded, down when unfolded.
fn triangle(center: egui::Pos2, open: bool) -> Vec<egui::Pos2> {
    let points = if open {
        [vec2(-4.0, -2.0), vec2(4.0, -2.0), vec2(0.0, 3.0)]
    } else {
        [vec2(-2.0, -4.0), vec2(3.0, 0.0), vec2(-2.0, 4.0)]
    };
    points.map(|offset| center + offset).to_vec()
}

/// One bar a role, side by side, on one scale for all sections of a level; how wide they are together.
fn bars(ui: &Ui, right: f32, middle: f32, counts: RoleCounts, most: usize) -> f32 {
    let p = style::palette(ui);
    let scale = BAR / most.max(1) as f32;
    let total = counts.total() as f32 * scale;
    let mut left = right - total;
    for role in Role::ALL {
        let width = counts.of(role) as f32 * scale;
        let rect = Rect::from_min_size(pos2(left, middle - 3.5), vec2(width, 7.0));
        ui.painter().rect_filled(rect, 0.0, p.role(role));
        left += width;
    }
    total
}
