//! What a chart answers to: pointer, keyboard and screen reader. Headless drawings come this way too and nobody asks.
//!
//! Each row is a node with a name that says both figures and what comes of them.
//! Up and down, Home and End walk from row to row and select as they go; the focus is seen as a frame around the row.

use egui::accesskit::Role as AccessRole;
use egui::{
    CursorIcon, EventFilter, Id, Key, Modifiers, Rect, Response, RichText, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, vec2,
};

use super::block::Body;
use super::layout::Plan;
use super::profile::SetPlace;
use super::rows::Row;
use super::{ChartResponse, ChartStyle, marks};
use crate::i18n::{alt, chart as words, quotes, reason};
use crate::model::{IndicatorId, Report};
use crate::theme::ThemeName;

/// Hands rows to egui and collects what was done to them.
pub(super) struct Responder<'r> {
    report: &'r Report,
    style: &'r ChartStyle,
    selected: Option<&'r IndicatorId>,
    scale: f32,
    /// The rows from top to bottom, column after column.
    ids: Vec<Id>,
    next: usize,
    out: ChartResponse,
}

impl<'r> Responder<'r> {
    pub fn new(
        ui: &Ui,
        plan: &Plan<'_>,
        report: &'r Report,
        style: &'r ChartStyle,
        selected: Option<&'r IndicatorId>,
    ) -> Self {
        let scope = ui.scope_id();
        let of_row = |row: &Row<'_>| scope.with(("chart row", row.comparison.target.as_str()));
        let mut ids = Vec::new();
        for block in plan.columns.iter().flatten() {
            match &block.body {
                Body::Panel { rows, .. } => ids.extend(rows.iter().map(|set| of_row(&set.row))),
                Body::Beside(set) => ids.push(of_row(&set.row)),
                Body::Card(card) => ids.push(of_row(&card.row)),
                Body::Place(place) => ids.push(scope.with(("chart place", place.key()))),
            }
        }
        let scale = plan.styles.metrics.scale;
        Self { report, style, selected, scale, ids, next: 0, out: ChartResponse::default() }
    }

    /// What was done to any of the rows.
    pub fn finish(self) -> ChartResponse {
        self.out
    }

    /// The next row, in `band`: its highlight, its name, what happens to it.
    pub fn row(&mut self, ui: &mut Ui, row: &Row<'_>, band: Rect) {
        let outline = self.outline(band);
        if self.selected == Some(&row.indicator.id) {
            ui.painter().add(marks::highlight(outline, self.scale, self.style.theme));
        }
        let lang = self.style.lang.main();
        let response = self.interact(ui, outline, || {
            let derived = self.style.parts.derived;
            alt::row(self.report, row.comparison, row.parties(), derived, lang)
        });
        if response.clicked() {
            self.out.clicked = Some(row.indicator.id.clone());
        }
        if self.walk(ui, &response, outline) {
            self.out.clicked = Some(row.indicator.id.clone());
        }
        response.on_hover_cursor(CursorIcon::PointingHand).on_hover_ui(|ui| self.tip_ui(ui, row));
    }

    /// The next row of a profile: a section, which can be gone to.
    pub fn place(&mut self, ui: &mut Ui, set: &SetPlace<'_>, band: Rect) {
        let outline = self.outline(band);
        let lang = self.style.lang.main();
        let response =
            self.interact(ui, outline, || alt::counted(&set.words(lang), set.place.counts, lang));
        if response.clicked() {
            self.out.section = Some(set.place.section.id.clone());
        }
        self.walk(ui, &response, outline);
        response.on_hover_cursor(CursorIcon::PointingHand);
    }

    fn outline(&self, band: Rect) -> Rect {
        band.expand2(vec2(6.0 * self.scale, 0.0))
    }

    fn interact(&mut self, ui: &Ui, outline: Rect, name: impl Fn() -> String) -> Response {
        let id = self.ids[self.next];
        self.next += 1;
        let response = ui.interact(outline, id, Sense::click());
        // Names cost time; a headless drawing has nobody to tell them to.
        response.widget_info(|| WidgetInfo::labeled(AccessRole::ListItem, true, name()));
        response
    }

    /// Lets the arrow keys go on from the row that has the focus; whether the focus has just come here by them.
    fn walk(&self, ui: &Ui, response: &Response, outline: Rect) -> bool {
        if !response.has_focus() {
            return false;
        }
        let palette = self.style.palette();
        let ring = Stroke::new(2.0, palette.accent);
        ui.painter().rect_stroke(outline, 6.0 * self.scale, ring, StrokeKind::Inside);
        ui.memory_mut(|memory| {
            let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
            memory.set_focus_lock_filter(response.id, filter);
        });
        let here = self.next - 1;
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let last = self.ids.len() - 1;
        let to = if pressed(Key::ArrowDown) {
            (here + 1).min(last)
        } else if pressed(Key::ArrowUp) {
            here.saturating_sub(1)
        } else if pressed(Key::Home) {
            0
        } else if pressed(Key::End) {
            last
        } else {
            here
        };
        if to != here {
            let id = self.ids[to];
            ui.memory_mut(|memory| memory.request_focus(id));
            ui.data_mut(|data| data.insert_temp(walked(), id));
        }
        let arrived = ui.data_mut(|data| {
            let here = data.get_temp::<Id>(walked()) == Some(response.id);
            if here {
                data.remove::<Id>(walked());
            }
            here
        });
        if arrived {
            response.scroll_to_me(None);
        }
        arrived
    }

    /// Both figures in their words and places, and the reason of the verdict.
    fn tip_ui(&self, ui: &mut Ui, row: &Row<'_>) {
        let lang = self.style.lang.main();
        // On the window's ground, which may be another than that of an opened image.
        let contrast = self.style.theme.is_contrast();
        let palette = ThemeName::of_window(ui.visuals().dark_mode, contrast).palette();
        ui.set_max_width(380.0);
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.label(RichText::new(row.name(lang)).strong());
        for figure in [row.actual, row.target] {
            ui.add_space(3.0);
            let year = words::year_and_role(figure, lang);
            let said = format!("{year}{}{}", lang.choose("：", ": "), figure.wording);
            ui.label(RichText::new(said).color(palette.role(figure.role)));
            ui.label(quotes::clause(&figure.clause.text));
            ui.label(RichText::new(words::place(self.report, figure, lang)).weak().small());
        }
        ui.add_space(3.0);
        let why = if row.is_joined(self.style.parts.derived) {
            reason::sentence(self.report, row.comparison, lang)
        } else {
            reason::apart(self.report, row.comparison, lang)
        };
        ui.label(why);
    }
}

/// Where the row is kept to which the arrow keys have just gone.
fn walked() -> Id {
    Id::unique("chart row walked to")
}
