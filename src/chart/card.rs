//! The card: one comparison as a picture. Name, both figures in their wording, what comes of them, clauses and places.

use std::sync::Arc;

use egui::epaint::RectShape;
use egui::{Align2, Galley, Painter, Rect, Stroke, StrokeKind, pos2, vec2};

use super::beside;
use super::legend;
use super::marks::{self, Mark, Pointing};
use super::place::actual_mark;
use super::rows::{self, Row};
use super::setting::{Pieces, Setter, both};
use super::style::Styles;
use super::text;
use crate::i18n::{Lang, chart as words, quotes, reason};
use crate::model::{Figure, Report, Role, Status};

/// Inside a box that sets a card off from others.
const PADDING: f32 = 16.0;
/// Height of the dumbbell.
const STRIP: f32 = 26.0;
/// Between figure and figure.
const BETWEEN: f32 = 24.0;
/// Room for the mark before a figure's year.
const MARK: f32 = 26.0;

/// A card with its texts set.
pub(super) struct SetCard<'a> {
    pub row: Row<'a>,
    name: Option<Arc<Galley>>,
    /// Actual and target: the year with the role, and the wording.
    figures: [(Arc<Galley>, Arc<Galley>); 2],
    side_by_side: bool,
    strip: bool,
    outcome: Arc<Galley>,
    clauses: Vec<Arc<Galley>>,
    boxed: bool,
    /// The card may have larger type than the page around it.
    styles: Styles,
    height: f32,
}

/// Sets one card of `width`, in type `factor` times as large as the page's.
///
/// `boxed` cards stand among others: each says its name, and a hairline runs around it.
pub(super) fn set<'a>(
    page: &Setter<'_>,
    report: &Report,
    row: Row<'a>,
    width: f32,
    boxed: bool,
    factor: f32,
) -> SetCard<'a> {
    let styles = page.styles.enlarged(factor);
    let setter = Setter { styles, ..*page };
    let metrics = styles.metrics;
    let width = if boxed { width - 2.0 * metrics.px(PADDING) } else { width };
    let small = styles.small();

    let named = boxed || !page.style.parts.title;
    let name = named.then(|| setter.wrapped(&setter.name_pieces(&row, styles.heading()), width));
    let joined =
        rows::has_axis(row.comparison) && (page.style.parts.derived || row.derived().is_none());
    let figure = |figure: &Figure, width: f32| {
        let year = both(page.style.lang, |lang| words::year_and_role(figure, lang));
        let mut label: Pieces = vec![(year, small)];
        if !joined && figure.quantity.value().is_some() {
            label.push((format!("  {}", setter.kind_of_number(&row, figure)), small));
        }
        let look = styles.large(figure.role);
        let pieces = setter.figure_in(figure, row.derived().is_some(), look);
        (
            setter.wrapped(&label, width - metrics.px(MARK)),
            setter.wrapped(&pieces, width - metrics.px(MARK)),
        )
    };
    let half = (width - metrics.px(BETWEEN)) / 2.0;
    let widest = |figures: &[(Arc<Galley>, Arc<Galley>); 2]| {
        figures.iter().map(|(year, wording)| year.rows.len() + wording.rows.len()).max()
    };
    let abreast = [figure(row.actual, half), figure(row.target, half)];
    let stacked = [figure(row.actual, width), figure(row.target, width)];
    // Side by side unless that breaks a wording that would stay whole below each other.
    let side_by_side = widest(&abreast) <= widest(&stacked);
    let figures = if side_by_side { abreast } else { stacked };

    let outcome = setter.wrapped(&outcome(&setter, report, &row, joined), width);
    let clauses = [row.actual, row.target]
        .map(|figure| {
            let lang = page.style.lang.main();
            let place = words::place(report, figure, lang);
            let clause = format!("“{}”", figure.clause.text);
            let clause = quotes::set(&clause, lang);
            setter.wrapped(&vec![(clause, styles.name()), (format!("\n{place}"), small)], width)
        })
        .into();

    let mut card = SetCard {
        row,
        name,
        figures,
        side_by_side,
        strip: joined,
        outcome,
        clauses,
        boxed,
        styles,
        height: 0.0,
    };
    card.height = card.measure();
    card
}

/// The difference, the derived value with its formula, or why there is neither, in whole sentences.
fn outcome(setter: &Setter<'_>, report: &Report, row: &Row<'_>, joined: bool) -> Pieces {
    let (styles, digits) = (setter.styles, setter.style.digits);
    let lang = setter.style.lang.main();
    if !joined {
        let why = |lang: Lang| {
            let heading = words::unlinked_heading(lang);
            let sentence = reason::sentence(report, row.comparison, lang);
            let sentence = quotes::set(&sentence, lang);
            format!("{heading}{}{sentence}", lang.choose("。", ". "))
        };
        let mut pieces = vec![(why(lang), styles.name())];
        if let Some(second) = setter.style.lang.second() {
            pieces.push((format!("\n{}", why(second)), styles.small()));
        }
        return pieces;
    }
    if row.derived().is_some() {
        let formula = reason::formula(report, row.comparison, digits, lang).unwrap_or_default();
        let word = words::derived_label(lang);
        return vec![(format!("{word} {formula}"), styles.derived())];
    }
    let difference = reason::difference(row.comparison, digits, lang).unwrap_or_default();
    vec![(words::difference_label(&difference, lang), styles.heading())]
}

impl SetCard<'_> {
    pub fn height(&self) -> f32 {
        self.height
    }

    fn measure(&self) -> f32 {
        let px = |points| self.styles.metrics.px(points);
        let padding = if self.boxed { 2.0 * px(PADDING) } else { 0.0 };
        let name = self.name.as_ref().map_or(0.0, |name| name.size().y + px(10.0));
        let heights = self
            .figures
            .each_ref()
            .map(|(year, wording)| year.size().y + px(2.0) + wording.size().y);
        let figures = if self.side_by_side {
            heights[0].max(heights[1])
        } else {
            heights[0] + px(8.0) + heights[1]
        };
        let strip = if self.strip { px(STRIP + 8.0) } else { px(10.0) };
        let clauses: f32 = self.clauses.iter().map(|clause| clause.size().y + px(8.0)).sum();
        padding + name + figures + strip + self.outcome.size().y + px(12.0) + clauses - px(8.0)
    }

    /// Paints the card with its upper edge on `area`'s.
    pub fn paint(&self, painter: &Painter, area: Rect) {
        let styles = self.styles;
        let (metrics, palette) = (styles.metrics, styles.palette);
        let px = |points| metrics.px(points);
        let outer = Rect::from_min_size(area.min, vec2(area.width(), self.height));
        let inner = if self.boxed { outer.shrink(px(PADDING)) } else { outer };
        if self.boxed {
            let edge = Stroke::new(px(1.0), palette.line);
            let shape = RectShape::stroke(outer, px(8.0), edge, StrokeKind::Inside);
            painter.add(shape);
        }
        let left = inner.left();
        let mut top = inner.top();
        let put = |galley: &Arc<Galley>, top: f32, x: f32| {
            text::paint(painter, galley.clone(), pos2(x, top), Align2::LEFT_TOP).bottom()
        };
        if let Some(name) = &self.name {
            top = put(name, top, left) + px(10.0);
        }

        let step = (inner.width() - px(BETWEEN)) / 2.0 + px(BETWEEN);
        let figures_top = top;
        let mut lowest = top;
        for (at, (year, wording)) in self.figures.iter().enumerate() {
            let x = left + if self.side_by_side { step * at as f32 } else { 0.0 };
            let from = if self.side_by_side || at == 0 { figures_top } else { lowest + px(8.0) };
            self.paint_mark(
                painter,
                at,
                pos2(x + px(MARK / 2.0 - 2.0), from + year.rows[0].size.y / 2.0),
            );
            let below = put(year, from, x + px(MARK)) + px(2.0);
            lowest = lowest.max(put(wording, below, x + px(MARK)));
        }
        top = lowest;
        if self.strip {
            let strip = Rect::from_min_max(
                pos2(left + px(MARK), top + px(6.0)),
                pos2(inner.right(), top + px(6.0 + STRIP)),
            );
            beside::paint_strip(painter, strip.shrink2(vec2(0.0, px(3.0))), &self.row, styles);
            top += px(STRIP + 8.0);
        } else {
            top += px(10.0);
        }
        top = put(&self.outcome, top, left) + px(12.0);
        for clause in &self.clauses {
            top = put(clause, top, left) + px(8.0);
        }
    }

    /// The mark of the actual (0) or the target (1) before its year.
    fn paint_mark(&self, painter: &Painter, at: usize, middle: egui::Pos2) {
        let figure = if at == 0 { self.row.actual } else { self.row.target };
        if figure.quantity.value().is_none() {
            return;
        }
        let mark = match figure.role {
            Role::Actual => actual_mark(figure),
            // What is printed, not what is derived from it.
            role => Mark::of(role, figure.quantity.bound(), Status::Final),
        };
        let scale = self.styles.metrics.scale * 0.8;
        let middle = middle + legend::centring(mark, scale);
        painter.extend(marks::shapes(
            mark,
            middle,
            None,
            Pointing::Right,
            scale,
            self.styles.palette,
        ));
    }
}
