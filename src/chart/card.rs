//! The card: one comparison as a picture. Name, both figures in their wording, what comes of them, clauses and places.

use std::sync::Arc;

use egui::epaint::RectShape;
use egui::{Align2, Galley, Painter, Rect, Stroke, StrokeKind, pos2, vec2};

use super::beside;
use super::marks;
use super::place::{actual_mark, printed_mark};
use super::rows::Row;
use super::setting::{Part, Pieces, Setter, both, kind_of_number, stacked};
use super::style::Styles;
use super::text;
use crate::i18n::{Lang, chart as words, quotes, reason};
use crate::model::{Figure, Report, Verdict};

/// Inside a box that sets a card off from others.
const PADDING: f32 = 16.0;
/// Height of the dumbbell, and the space around it.
const STRIP: f32 = 26.0;
const AROUND_STRIP: f32 = 10.0;
/// Between figure and figure.
const BETWEEN: f32 = 24.0;
/// Room for the mark before a figure's year.
const MARK: f32 = 28.0;
/// Between year, wording and clause.
const LINE_GAP: f32 = 4.0;

/// How many cards stand on the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Company {
    /// This one: with whole sentences and places.
    Alone,
    /// A few: in short.
    Few,
    /// So many that clauses give way to their places.
    Many,
}

impl Company {
    pub fn of(cards: usize) -> Self {
        match cards {
            0 | 1 => Self::Alone,
            2..=16 => Self::Few,
            _ => Self::Many,
        }
    }
}

/// One of the two figures: its year and role, its wording, its clause with the place.
#[derive(Clone)]
struct SetFigure {
    year: Arc<Galley>,
    wording: Arc<Galley>,
    clause: Arc<Galley>,
}

impl SetFigure {
    fn wrapped(&self, painter: &Painter, width: f32) -> Self {
        let wrapped = |text| text::rewrapped(painter, text, width);
        Self {
            year: wrapped(&self.year),
            wording: wrapped(&self.wording),
            clause: wrapped(&self.clause),
        }
    }

    /// What it takes up when it is wrapped: the height with `gap` between its texts, and the lines of its wording.
    fn room(&self, painter: &Painter, width: f32, gap: f32) -> (f32, usize) {
        let room = |text| text::wrapped_room(painter, text, width);
        let (wording, lines) = room(&self.wording);
        (room(&self.year).0 + wording + room(&self.clause).0 + 2.0 * gap, lines)
    }
}

/// A card with its texts set.
pub(super) struct SetCard<'a> {
    pub row: Row<'a>,
    name: Option<Arc<Galley>>,
    /// Actual and target, to be wrapped at `figure_width`.
    figures: [SetFigure; 2],
    figure_width: f32,
    /// Their heights when they are.
    figure_heights: [f32; 2],
    side_by_side: bool,
    strip: bool,
    outcome: Arc<Galley>,
    boxed: bool,
    /// How far the opening quotation mark of a clause hangs out to the left.
    hanging: f32,
    /// The card may have larger type than the page around it.
    styles: Styles,
    height: f32,
}

/// Sets one card of `width`, its two figures in type `factor` times as large as the page's, its other words a little larger.
///
/// A hairline runs around cards among others; `named` are those whose name no title says.
pub(super) fn set<'a>(
    page: &Setter<'_>,
    report: &Report,
    row: Row<'a>,
    width: f32,
    company: Company,
    named: bool,
    factor: f32,
) -> SetCard<'a> {
    let boxed = company != Company::Alone;
    let large = page.styles.enlarged(factor);
    let styles = page.styles.enlarged(factor.sqrt());
    let setter = Setter { styles, ..*page };
    let metrics = styles.metrics;
    let width = if boxed { width - 2.0 * metrics.px(PADDING) } else { width };
    let small = styles.small();

    let id = row.comparison;
    let name = named.then(|| {
        let name = setter.once(id, Part::Name, || setter.name_pieces(&row, styles.heading()));
        text::rewrapped(setter.painter, &name, width)
    });
    let joined = row.is_joined(page.style.parts.derived);
    let year = |figure: &Figure| {
        let words = both(page.style.lang, |lang| {
            let year = words::year_and_role(figure, lang);
            if joined || figure.quantity.value().is_none() {
                return year;
            }
            format!("{year}  {}", kind_of_number(&row, figure, lang))
        });
        vec![(words, small)]
    };
    let wording = |figure: &Figure| {
        setter.figure_in(figure, row.derived().is_some(), large.large(figure.role))
    };
    let clause = |figure: &Figure| {
        let place = stacked(page.style.lang, |lang| match company {
            Company::Alone => words::place(report, figure, lang),
            Company::Few | Company::Many => words::short_place(report, figure, lang),
        });
        match company {
            Company::Many => vec![(place, small)],
            Company::Alone | Company::Few => {
                let clause = quotes::clause(&figure.clause.text);
                vec![(clause, styles.name()), (format!("\n{place}"), small)]
            }
        }
    };
    let figures = [row.actual, row.target].map(|figure| SetFigure {
        year: setter.once(id, Part::Year(figure.role), || year(figure)),
        wording: setter.once(id, Part::Label(figure.role), || wording(figure)),
        clause: setter.once(id, Part::Clause(figure.role), || clause(figure)),
    });
    let gap = metrics.px(LINE_GAP);
    let in_columns = |width: f32| {
        let width = width - metrics.px(MARK);
        let [actual, target] = figures.each_ref().map(|set| set.room(setter.painter, width, gap));
        (width, [actual.0, target.0], actual.1.max(target.1))
    };
    let (abreast, stacked) = (in_columns((width - metrics.px(BETWEEN)) / 2.0), in_columns(width));
    // Side by side unless that breaks a wording that would stay whole below each other, or costs more height.
    let beside = abreast.1.into_iter().fold(0.0, f32::max);
    let below: f32 = stacked.1.into_iter().sum();
    let side_by_side = abreast.2 <= stacked.2 && beside <= below;
    let (figure_width, figure_heights, _) = if side_by_side { abreast } else { stacked };

    let said = || outcome(&setter, report, &row, joined, boxed);
    let outcome = setter.once(id, Part::Outcome, said);
    let outcome = text::rewrapped(setter.painter, &outcome, width - metrics.px(MARK));
    // The ink of the full-width mark stands in the right half of its square.
    let hanging = if company == Company::Many { 0.0 } else { styles.name().size * 0.5 };
    let mut card = SetCard {
        row,
        name,
        figures,
        figure_width,
        figure_heights,
        side_by_side,
        strip: joined && company != Company::Many,
        outcome,
        boxed,
        hanging,
        styles,
        height: 0.0,
    };
    card.height = card.measure();
    card
}

/// The difference, the derived value with its formula, or why there is neither, in whole sentences.
fn outcome(
    setter: &Setter<'_>,
    report: &Report,
    row: &Row<'_>,
    joined: bool,
    boxed: bool,
) -> Pieces {
    let (styles, digits) = (setter.styles, setter.style.digits);
    let lang = setter.style.lang.main();
    if !joined {
        let why = |lang: Lang| {
            let heading = words::band(row.shown_verdict(), true, lang);
            // Among others a card is short.
            if boxed || row.shown_verdict() == Verdict::Derivable {
                let why = reason::short(row.comparison, lang);
                return lang.choose(format!("{heading}（{why}）"), format!("{heading} ({why})"));
            }
            let sentence = quotes::set(&reason::apart(report, row.comparison, lang), lang);
            format!("{heading}{}{sentence}", lang.choose("。", ". "))
        };
        let mut pieces = vec![(why(lang), styles.name())];
        if let Some(second) = setter.style.lang.second() {
            pieces.push((format!("\n{}", why(second)), styles.small()));
        }
        return pieces;
    }
    let lang = setter.style.lang;
    if row.derived().is_some() {
        let formula = stacked(lang, |lang| {
            let formula = reason::formula(report, row.comparison, digits, lang).unwrap_or_default();
            format!("{} {formula}", words::derived_label(lang))
        });
        return vec![(formula, styles.derived())];
    }
    let difference = stacked(lang, |lang| {
        let difference = reason::difference(row.comparison, digits, lang).unwrap_or_default();
        words::difference_label(&difference, lang)
    });
    vec![(difference, styles.heading())]
}

impl SetCard<'_> {
    pub fn height(&self) -> f32 {
        self.height
    }

    /// Whether it is the only one on its page.
    pub fn stands_alone(&self) -> bool {
        !self.boxed
    }

    fn measure(&self) -> f32 {
        let px = |points| self.styles.metrics.px(points);
        let padding = if self.boxed { 2.0 * px(PADDING) } else { 0.0 };
        let name = self.name.as_ref().map_or(0.0, |name| name.size().y + px(10.0));
        let [actual, target] = self.figure_heights;
        let figures =
            if self.side_by_side { actual.max(target) } else { actual + px(14.0) + target };
        let strip = if self.strip { px(STRIP + 2.0 * AROUND_STRIP) } else { px(14.0) };
        padding + name + figures + strip + self.outcome.size().y
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
            painter.add(RectShape::stroke(outer, px(8.0), edge, StrokeKind::Inside));
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
        for (at, figure) in self.figures.iter().enumerate() {
            let figure = figure.wrapped(painter, self.figure_width);
            let x = left + if self.side_by_side { step * at as f32 } else { 0.0 };
            let from = if self.side_by_side || at == 0 { figures_top } else { lowest + px(14.0) };
            let first_line = figure.year.rows.first().map_or(0.0, |row| row.size.y);
            self.paint_mark(painter, at, pos2(x + px(MARK / 2.0 - 3.0), from + first_line / 2.0));
            let text_x = x + px(MARK);
            let below = put(&figure.year, from, text_x) + px(LINE_GAP);
            let below = put(&figure.wording, below, text_x) + px(LINE_GAP);
            lowest = lowest.max(self.paint_clause(painter, &figure.clause, pos2(text_x, below)));
        }
        top = lowest;
        let indented = left + px(MARK);
        if self.strip {
            top += px(AROUND_STRIP);
            let strip =
                Rect::from_min_max(pos2(indented, top), pos2(inner.right(), top + px(STRIP)));
            beside::paint_strip(painter, strip.shrink2(vec2(0.0, px(3.0))), &self.row, styles);
            top += px(STRIP + AROUND_STRIP);
        } else {
            top += px(14.0);
        }
        put(&self.outcome, top, indented);
    }

    /// The clause with its quotation marks outside of the edge, the place below it in line; returns the lower edge.
    fn paint_clause(&self, painter: &Painter, clause: &Galley, at: egui::Pos2) -> f32 {
        let mut hung = clause.clone();
        if let Some(first) = hung.rows.first_mut() {
            first.pos.x -= self.hanging;
        }
        let bottom = at.y + clause.size().y;
        painter.galley(at, Arc::new(hung), egui::Color32::PLACEHOLDER);
        bottom
    }

    /// The mark of the actual (0) or the target (1) before its year.
    fn paint_mark(&self, painter: &Painter, at: usize, middle: egui::Pos2) {
        let figure = if at == 0 { self.row.actual } else { self.row.target };
        if figure.quantity.value().is_none() {
            return;
        }
        let mark = if at == 0 { actual_mark(figure) } else { printed_mark(figure) };
        let scale = self.styles.metrics.scale * 0.8;
        painter.extend(marks::sign(mark, middle, scale, self.styles.palette));
    }
}
