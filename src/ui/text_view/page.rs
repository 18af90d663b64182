//! The page: the lines that are seen, with what is marked in them; a click on a figure selects it everywhere.

use std::sync::Arc;

use egui::accesskit::Role as Access;
use egui::epaint::text::CharIndex;
use egui::style::ScrollAnimation;
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, Color32, CursorIcon, EventFilter, FontId, Galley, Id, Key, Modifiers, Rect, ScrollArea,
    Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::marks::{self, Piece};
use super::said;
use super::typeset::{Line, Sheet, setting, typeset};
use crate::command::{Command, FigureCommand, TextCommand};
use crate::fonts::Weight;
use crate::i18n::Lang;
use crate::i18n::text as words;
use crate::model::{FigureId, Role, Span};
use crate::source::FigurePlace;
use crate::theme::Palette;
use crate::ui::lists::{FigureLook, Mark, Marked, Paragraph, ParagraphKind};
use crate::ui::reading::{Goal, Opened};
use crate::ui::widgets::focus_ring;
use crate::ui::{Shown, list_focus, style};

/// The size of reading text, in points; the larger one where the page is wide.
const READING: f32 = 16.0;
const READING_LARGE: f32 = 19.0;
/// From this width on the page is wide, in points.
const SPACIOUS: f32 = 980.0;
/// Characters in a line: few enough that the eye finds the next one.
const MEASURE: std::ops::RangeInclusive<f32> = 16.0..=40.0;
/// Room at both sides of the lines, in points.
const MARGIN: f32 = 26.0;
/// Above the first line and below the last.
const HEAD: f32 = 20.0;
const FOOT: f32 = 64.0;
/// How far from the edges a place must stand to count as seen, in lines.
const AT_EASE: f32 = 2.0;

/// What has been laid out, for as long as text, width and fonts stay.
#[derive(Clone)]
struct Laid {
    generation: u64,
    sheet: Arc<Sheet>,
}

pub(super) fn page_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    opened: &Opened,
    commands: &mut Vec<Command>,
) {
    let whole = ui.available_rect_before_wrap();
    let reading = if whole.width() < SPACIOUS { READING } else { READING_LARGE };
    let room = ((whole.width() - 2.0 * MARGIN) / reading).floor();
    let measure = room.clamp(*MEASURE.start(), *MEASURE.end()) * reading;
    let sheet = laid_out(ui, opened, measure, reading);
    let container = UiBuilder::new()
        .id_salt("page")
        .max_rect(whole)
        .sense(Sense::focusable_noninteractive())
        .accessibility_role(Access::Document)
        .accessibility_label(words::page_name(lang));
    ui.scope_builder(container, |ui| {
        let focus = ui.unique_id();
        let focused = list_focus::has(ui);
        let area = ScrollArea::vertical().id_salt("lines").auto_shrink(false);
        area.show_viewport(ui, |ui, seen| {
            let size = vec2(ui.available_width(), sheet.height + HEAD + FOOT);
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            let left = rect.left() + ((rect.width() - measure) / 2.0).max(0.0).floor();
            let origin = pos2(left, rect.top() + HEAD);
            if focused {
                keys(ui, focus, seen);
            }
            let (selected, related) = related(shown, opened);
            let sheet = &*sheet;
            let page = Page { ui, lang, shown, opened, sheet, origin, selected, related, commands };
            page.show(seen);
        });
        if focused {
            focus_ring(ui, whole.shrink(3.0), 8);
        }
        // A click between the figures gives the page the keyboard.
        let pressed = ui.input(|input| {
            input.pointer.primary_pressed()
                && input.pointer.interact_pos().is_some_and(|at| whole.contains(at))
        });
        if pressed && ui.rect_contains_pointer(whole) {
            list_focus::ask(ui.ctx(), focus);
        }
    });
}

/// The keys that move through a long text.
fn keys(ui: &mut Ui, focus: Id, seen: Rect) {
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focus, filter));
    let page = seen.height() - 48.0;
    let steps = [
        (Key::ArrowDown, 60.0),
        (Key::ArrowUp, -60.0),
        (Key::PageDown, page),
        (Key::Space, page),
        (Key::PageUp, -page),
        (Key::Home, f32::MIN / 4.0),
        (Key::End, f32::MAX / 4.0),
    ];
    for (key, way) in steps {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            ui.scroll_with_delta_animation(vec2(0.0, -way), ScrollAnimation::none());
        }
    }
}

/// The lines of the text at this width; made anew only when the text, the width or the size of type change.
fn laid_out(ui: &Ui, opened: &Opened, measure: f32, reading: f32) -> Arc<Sheet> {
    let id = Id::unique("text sheet");
    let known = ui.data(|data| data.get_temp::<Laid>(id));
    if let Some(laid) = known
        && laid.generation == opened.generation
        && (laid.sheet.measure - measure).abs() < 0.5
        && (laid.sheet.reading - reading).abs() < 0.01
    {
        return laid.sheet;
    }
    let chars = opened.attached.text.chars();
    let sheet = ui.fonts_mut(|fonts| {
        // Widths at a large size, where nothing is rounded away.
        let mut advance = |c: char, weight: Weight| {
            fonts.glyph_width(&FontId::new(100.0, weight.family()), said::drawn(c)) / 100.0
        };
        Arc::new(typeset(&opened.page, chars, measure, reading, &mut advance))
    });
    let laid = Laid { generation: opened.generation, sheet: Arc::clone(&sheet) };
    ui.data_mut(|data| data.insert_temp(id, laid));
    sheet
}

/// A figure of the selected indicator, in the text.
struct Related {
    place: FigurePlace,
    role: Role,
    selected: bool,
}

/// The selected figure, and all figures of its indicator.
fn related(shown: &Shown<'_>, opened: &Opened) -> (Option<FigureId>, Vec<Related>) {
    let Some(selection) = shown.selection else { return (None, Vec::new()) };
    let report = shown.report;
    let selected = selection.figure_in(report).map(|figure| figure.id.clone());
    let related = report
        .figures_of(&selection.indicator)
        .filter_map(|figure| {
            let at = report.figure_position(&figure.id)?;
            let place = (*opened.attached.places.figures.get(at)?)?;
            let selected = selected.as_ref() == Some(&figure.id);
            Some(Related { place, role: figure.role, selected })
        })
        .collect();
    (selected, related)
}

/// What one frame of the page needs.
struct Page<'a, 'b> {
    ui: &'a mut Ui,
    lang: Lang,
    shown: &'a Shown<'b>,
    opened: &'a Opened,
    sheet: &'a Sheet,
    /// Where the first line begins.
    origin: egui::Pos2,
    selected: Option<FigureId>,
    related: Vec<Related>,
    commands: &'a mut Vec<Command>,
}

impl Page<'_, '_> {
    /// Draws what is seen; `seen` is in the page's own measures.
    fn show(mut self, seen: Rect) {
        if self.sheet.lines.is_empty() {
            return;
        }
        self.scroll(seen);
        let (top, bottom) = (seen.top() - HEAD, seen.bottom() - HEAD);
        let first = self.sheet.line_at(top);
        let mut paragraph_from = first;
        while paragraph_from < self.sheet.lines.len()
            && self.sheet.lines[paragraph_from].top < bottom
        {
            let paragraph = self.sheet.lines[paragraph_from].paragraph;
            let same = self.sheet.lines[paragraph_from..]
                .iter()
                .take_while(|line| line.paragraph == paragraph && line.top < bottom)
                .count();
            self.paragraph(paragraph, paragraph_from..paragraph_from + same);
            paragraph_from += same;
        }
        // What is read stands a little below the edge.
        let line = self.sheet.lines[self.sheet.line_at(top + 2.0 * self.sheet.reading)];
        let section = self.opened.attached.section_at(self.shown.report, line.span.start);
        if section != self.shown.reading.section.as_ref() {
            let reading = TextCommand::Reading(section.cloned());
            self.commands.push(Command::Text(reading));
        }
    }

    /// Scrolls to where this frame is to show.
    fn scroll(&self, seen: Rect) {
        let Some(goal) = &self.shown.reading.goal else { return };
        let places = &self.opened.attached.places;
        let report = self.shown.report;
        let (at, heading) = match goal {
            Goal::Span(span) => (Some(span.start), false),
            Goal::Figure(id) => {
                let figure = report.figure_position(id);
                (figure.and_then(|at| Some(places.figures[at]?.wording.start)), false)
            }
            Goal::Section(id) => {
                let section = report.section_position(id);
                (section.and_then(|at| Some(places.sections[at]?.start)), true)
            }
        };
        let Some(at) = at else { return };
        let line = self.sheet.lines[self.sheet.line_of(at)];
        let ease = AT_EASE * setting(ParagraphKind::Body, self.sheet.reading).line;
        let top = line.top + HEAD;
        let at_ease = top - ease >= seen.top() && top + line.height + ease <= seen.bottom();
        if at_ease && !heading {
            return;
        }
        let rect = Rect::from_min_size(
            pos2(self.origin.x, self.origin.y + line.top - if heading { 16.0 } else { 0.0 }),
            vec2(1.0, line.height),
        );
        let align = if heading { Align::Min } else { Align::Center };
        self.ui.scroll_to_rect_animation(rect, Some(align), ScrollAnimation::none());
    }

    /// One paragraph with those of its lines that are seen.
    fn paragraph(&mut self, at: usize, lines: std::ops::Range<usize>) {
        let opened = self.opened;
        let paragraph = &opened.page.paragraphs[at];
        let height = |line: &Line| line.top + line.height;
        let (first, last) = (&self.sheet.lines[lines.start], &self.sheet.lines[lines.end - 1]);
        let rect = Rect::from_min_max(
            pos2(self.origin.x, self.origin.y + first.top),
            pos2(self.origin.x + self.sheet.measure, self.origin.y + height(last)),
        );
        let role = match paragraph.kind {
            ParagraphKind::Title | ParagraphKind::Part | ParagraphKind::Numbered => Access::Heading,
            ParagraphKind::Front | ParagraphKind::Body | ParagraphKind::Continued => {
                Access::Paragraph
            }
        };
        let builder = UiBuilder::new()
            .id_salt(("paragraph", paragraph.span.start))
            .max_rect(rect)
            .accessibility_role(role)
            .accessibility_label(paragraph.spoken.as_str());
        let mut inner = self.ui.new_child(builder);
        for line in &self.sheet.lines[lines] {
            self.line(&mut inner, paragraph, line);
        }
    }

    fn line(&mut self, ui: &mut Ui, paragraph: &Paragraph, line: &Line) {
        let p = style::palette(ui);
        let galley = self.shaped(ui, paragraph, line, p);
        let top = self.origin.y + line.top;
        let at = pos2(self.origin.x + line.left, top + (line.height - galley.size().y) / 2.0);
        let x = |char: u32| {
            let index = char.clamp(line.span.start, line.span.end) - line.span.start;
            let offset =
                galley.rows.first().map_or(0.0, |row| row.x_offset(CharIndex(index as usize)));
            at.x + offset
        };
        let size = setting(paragraph.kind, self.sheet.reading).size;
        let letters = |span: Span| {
            let middle = top + line.height / 2.0;
            Rect::from_x_y_ranges(
                x(span.start)..=x(span.end),
                middle - size * 0.56..=middle + size * 0.58,
            )
        };
        self.grounds(ui, line, &letters, p);
        ui.painter().galley(at, Arc::clone(&galley), Color32::PLACEHOLDER);

        let marks = &self.opened.page.marks[paragraph.marks.clone()];
        let from = marks.partition_point(|mark| mark.span.end <= line.span.start);
        for (mark, number) in marks[from..].iter().zip(paragraph.marks.start + from..) {
            if mark.span.start >= line.span.end {
                break;
            }
            let piece = Piece {
                rect: letters(mark.span),
                begins: mark.span.start >= line.span.start,
                ends: mark.span.end <= line.span.end,
            };
            self.mark(ui, mark, number, piece, p);
        }
    }

    /// The line as egui draws it, with its colours and weights.
    fn shaped(&self, ui: &Ui, paragraph: &Paragraph, line: &Line, p: &Palette) -> Arc<Galley> {
        let setting = setting(paragraph.kind, self.sheet.reading);
        let chars = self.opened.attached.text.chars();
        let marks = &self.opened.page.marks[paragraph.marks.clone()];
        let plain = match paragraph.kind {
            ParagraphKind::Front => p.subdued,
            _ => p.text,
        };
        let format = |weight: Weight, color: Color32| TextFormat {
            font_id: FontId::new(setting.size, weight.family()),
            color,
            extra_letter_spacing: line.spread,
            ..TextFormat::default()
        };
        let mut job = LayoutJob::default();
        job.wrap.max_width = f32::INFINITY;
        let mut put = |from: u32, to: u32, weight: Weight, color: Color32| {
            let (from, to) = (from.max(line.span.start), to.min(line.span.end));
            if from < to {
                let text: String =
                    chars[from as usize..to as usize].iter().copied().map(said::drawn).collect();
                // Letters are spread inside a piece; the gap before it is its own.
                let gap = if from == line.span.start { 0.0 } else { line.spread };
                job.append(&text, gap, format(weight, color));
            }
        };
        let mut at = line.span.start;
        let rest = |at: &mut u32, to: u32, put: &mut dyn FnMut(u32, u32, Weight, Color32)| {
            put(*at, to.min(paragraph.lead.max(*at)), Weight::Bold, plain);
            put((*at).max(paragraph.lead), to, setting.weight, plain);
            *at = to;
        };
        let from = marks.partition_point(|mark| mark.span.end <= line.span.start);
        for mark in &marks[from..] {
            if mark.span.start >= line.span.end {
                break;
            }
            let Marked::Figures(figures) = &mark.marked else { continue };
            rest(&mut at, mark.span.start.max(line.span.start), &mut put);
            let color =
                figures.first().map_or(plain, |at| p.role(self.opened.page.looks[*at].role));
            put(mark.span.start, mark.span.end, Weight::Bold, color);
            at = mark.span.end.min(line.span.end);
        }
        rest(&mut at, line.span.end, &mut put);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    }

    /// What is behind the letters: the clause and the wording of the selected figure, the places of the phrase.
    fn grounds(&self, ui: &Ui, line: &Line, letters: &dyn Fn(Span) -> Rect, p: &Palette) {
        let painter = ui.painter();
        let within = |span: Span| span.overlaps(line.span);
        let fill = |span: Span, color: Color32, stroke: Stroke| {
            let rect = letters(span).expand2(vec2(1.0, 2.0));
            painter.rect(rect, 3, color, stroke, StrokeKind::Inside);
        };
        for Related { place, selected, .. } in &self.related {
            if *selected && within(place.clause) {
                fill(place.clause, p.accent_soft, Stroke::NONE);
            }
        }
        for Related { place, role, selected } in &self.related {
            if within(place.wording) {
                let stroke = if *selected { Stroke::new(1.2, p.accent) } else { Stroke::NONE };
                fill(place.wording, p.role_soft(*role), stroke);
            }
        }
        let reading = self.shown.reading;
        let from = reading.hits.partition_point(|hit| hit.end <= line.span.start);
        for (hit, at) in reading.hits[from..].iter().zip(from..) {
            if hit.start >= line.span.end {
                break;
            }
            let stroke =
                if reading.hit == Some(at) { Stroke::new(1.6, p.warning) } else { Stroke::NONE };
            fill(*hit, p.warning_soft, stroke);
        }
    }

    fn mark(&mut self, ui: &mut Ui, mark: &Mark, number: usize, piece: Piece, p: &Palette) {
        let report = self.shown.report;
        let id = ui.scope_id().with(("mark", number, piece.begins));
        let painter = ui.painter();
        match &mark.marked {
            Marked::Figures(figures) => {
                let chosen = figures
                    .iter()
                    .position(|at| self.selected.as_ref() == Some(&report.figures()[*at].id));
                let at = figures[chosen.unwrap_or_default()];
                let look = self.opened.page.looks[at];
                let derivable = look.derivable && self.shown.derived_shown;
                let look = FigureLook { derivable, ..look };
                marks::figure(painter, piece, look, chosen.is_some(), p);
                // A wording that goes on in the next line is one stop of the Tab key.
                let sense = if piece.begins { Sense::click() } else { Sense::CLICK };
                let response = ui.interact(piece.rect.expand2(vec2(0.0, 4.0)), id, sense);
                if piece.begins {
                    let name = said::figure_name(report, &report.figures()[at], self.lang);
                    response.widget_info(|| WidgetInfo::labeled(Access::Link, true, &name));
                    ui.ctx().accesskit_node_builder(response.id, |node| {
                        node.set_selected(chosen.is_some());
                    });
                }
                if response.has_focus() {
                    focus_ring(ui, piece.rect, 3);
                }
                if response.clicked() {
                    // Words that several figures share lead from one to the next.
                    let next = chosen.map_or(0, |chosen| (chosen + 1) % figures.len());
                    let id = report.figures()[figures[next]].id.clone();
                    self.commands.push(Command::Figure(FigureCommand::Choose(id)));
                }
                let (lang, derived) = (self.lang, self.shown.derived_shown);
                response.on_hover_cursor(CursorIcon::PointingHand).on_hover_ui(|ui| {
                    said::figures_ui(ui, report, figures, derived, lang);
                });
            }
            Marked::Exclusion(at) => {
                if !self.shown.reading.exclusions_marked {
                    return;
                }
                marks::exclusion(painter, piece, p);
                let exclusion = &report.exclusions()[*at];
                let reason = words::not_captured(&exclusion.wording, exclusion.reason, self.lang);
                let response = ui.interact(piece.rect, id, Sense::hover());
                if piece.begins {
                    response.widget_info(|| WidgetInfo::labeled(Access::Note, true, &reason));
                }
                response.on_hover_text(reason);
            }
            Marked::Unexplained(_) => {
                marks::unexplained(painter, piece, p);
                let wording = self.opened.attached.text.slice(mark.span).unwrap_or_default();
                let said = words::nobody_explains(&wording, self.lang);
                let response = ui.interact(piece.rect, id, Sense::hover());
                if piece.begins {
                    response.widget_info(|| WidgetInfo::labeled(Access::Note, true, &said));
                }
                response.on_hover_text(said);
            }
        }
    }
}
