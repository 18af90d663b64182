//! Finding room: the largest type at which title, panels, legend and source line fit the page, and in how many columns.
//!
//! Nothing is cut to make it fit: names wrap, then everything shrinks together, then it is an error.

use std::sync::Arc;

use egui::{Galley, Painter, Pos2, Rect, Vec2};

use super::axis::{self, Axis, Reach};
use super::legend::{Icon, Legend};
use super::marks::Mark;
use super::rows::{Content, Row};
use super::text::{self, TextStyle};
use super::{ChartError, ChartStyle};
use crate::fonts::Weight;
use crate::i18n::{ChartLang, Lang, chart as words, number, reason, terms};
use crate::model::{Basis, Bound, Direction, Figure, Role, Scale, Status};
use crate::theme::Palette;

/// Sizes of everything on a page, in CSS pixels, all multiples of one scale.
#[derive(Clone, Copy)]
pub(super) struct Metrics {
    pub scale: f32,
}

impl Metrics {
    /// `points` at scale 1.
    pub fn px(self, points: f32) -> f32 {
        points * self.scale
    }

    pub fn margin(self) -> f32 {
        self.px(24.0)
    }

    /// The smallest type used anywhere.
    pub fn smallest_type(self) -> f32 {
        self.px(SMALL)
    }
}

const TITLE: f32 = 22.0;
const SUBTITLE: f32 = 13.0;
const BODY: f32 = 13.0;
const SMALL: f32 = 11.0;
/// Height of a row that holds one line.
const ROW: f32 = 32.0;
/// Below it, nothing on the page could be read.
const SMALLEST_SCALE: f32 = 0.16;
/// The largest stretch of rows when a page has room to spare.
const STRETCH: f32 = 1.9;

/// The styles of one page.
#[derive(Clone, Copy)]
pub(super) struct Styles {
    pub metrics: Metrics,
    pub palette: &'static Palette,
}

impl Styles {
    fn style(self, size: f32, weight: Weight, color: egui::Color32) -> TextStyle {
        TextStyle { size: self.metrics.px(size), weight, color }
    }

    pub fn title(self) -> TextStyle {
        self.style(TITLE, Weight::Bold, self.palette.text)
    }

    pub fn subtitle(self) -> TextStyle {
        self.style(SUBTITLE, Weight::Regular, self.palette.subdued)
    }

    pub fn name(self) -> TextStyle {
        self.style(BODY, Weight::Regular, self.palette.text)
    }

    pub fn heading(self) -> TextStyle {
        self.style(BODY, Weight::Bold, self.palette.text)
    }

    pub fn wording(self, role: Role) -> TextStyle {
        self.style(BODY, Weight::Bold, self.palette.role(role))
    }

    pub fn derived(self) -> TextStyle {
        self.style(BODY, Weight::Bold, self.palette.derived)
    }

    pub fn small(self) -> TextStyle {
        self.style(SMALL, Weight::Regular, self.palette.subdued)
    }
}

/// A row with its texts set.
pub(super) struct SetRow<'a> {
    pub row: Row<'a>,
    pub name: Arc<Galley>,
    pub actual: Arc<Galley>,
    pub target: Arc<Galley>,
    /// Why the two are not comparable; only for rows without an axis.
    pub reason: Option<Arc<Galley>>,
    pub height: f32,
}

/// Rows under one heading, on one axis or on none.
pub(super) struct Block<'a> {
    /// The unit of the axis, or what the rows without one have in common.
    pub head: Option<Arc<Galley>>,
    /// `None` for rows that are not comparable.
    pub axis: Option<Axis>,
    pub rows: Vec<SetRow<'a>>,
}

impl Block<'_> {
    pub fn head_height(&self, metrics: Metrics) -> f32 {
        self.head.as_ref().map_or(0.0, |galley| galley.size().y + metrics.px(6.0))
    }

    pub fn rows_height(&self) -> f32 {
        self.rows.iter().map(|row| row.height).sum()
    }

    fn height(&self, metrics: Metrics) -> f32 {
        let foot = if self.axis.is_some() { metrics.px(AXIS) } else { 0.0 };
        self.head_height(metrics) + self.rows_height() + foot
    }
}

/// Height of the axis with its tick labels.
pub(super) const AXIS: f32 = 24.0;
/// Between two blocks of a column.
pub(super) const BLOCK_GAP: f32 = 14.0;
/// Between two columns.
const GUTTER: f32 = 32.0;
/// The narrowest column that is worth having.
const NARROWEST_COLUMN: f32 = 290.0;
/// The share of a column that names may take.
const WIDEST_NAME: f32 = 0.36;

/// Where everything of a page goes.
pub(super) struct Plan<'a> {
    pub styles: Styles,
    pub title: Option<Arc<Galley>>,
    pub subtitle: Option<Arc<Galley>>,
    pub legend: Option<Legend>,
    pub source: Option<Arc<Galley>>,
    pub notes: Option<Arc<Galley>>,
    pub columns: Vec<Vec<Block<'a>>>,
    pub column_width: f32,
    pub gutter: f32,
    /// Width of the name column in every panel.
    pub name_width: f32,
    pub body: Rect,
    pub page: Rect,
}

/// The texts around the panels.
pub(super) struct Words {
    pub title: String,
    pub subtitle: String,
    pub source: String,
    pub notes: String,
}

/// Finds the plan with the largest type for `content` on `page`.
///
/// A page has type in proportion to its size, a window type that can be read:
/// `reading_scale` is tried first where the page alone would ask for less; 0 leaves it to the page.
pub(super) fn plan<'a>(
    painter: &Painter,
    page: Rect,
    content: &Content<'a>,
    around: &Words,
    legend_entries: &[(String, Icon)],
    style: &ChartStyle,
    reading_scale: f32,
) -> Result<Plan<'a>, ChartError> {
    let size = page.size();
    let largest = (size.x / 900.0).min(size.y / 560.0).max(reading_scale).clamp(0.62, 3.0);
    let try_at = |page: Rect, scale: f32| {
        let styles = Styles { metrics: Metrics { scale }, palette: style.theme.palette() };
        attempt(painter, page, content, around, legend_entries, style, styles)
    };
    // A page at scale s is laid out like a page 1/s times as large at scale 1.
    // Probing there uses one set of type sizes, whose glyphs and lines egui keeps.
    let fits = |scale: f32| try_at(Rect::from_min_size(Pos2::ZERO, size / scale), 1.0).is_some();

    let mut scale = largest;
    if !fits(largest) {
        let (mut low, mut high) = (SMALLEST_SCALE, largest);
        if !fits(low) {
            return Err(ChartError::TooMuch { rows: content.len() });
        }
        while high / low > 1.02 {
            let middle = (low * high).sqrt();
            if fits(middle) {
                low = middle;
            } else {
                high = middle;
            }
        }
        scale = low;
    }
    // Letters are not exactly proportional to their size, so the last step may need a little less.
    for _ in 0..12 {
        if let Some(plan) = try_at(page, scale) {
            return Ok(plan);
        }
        scale *= 0.985;
    }
    Err(ChartError::TooMuch { rows: content.len() })
}

fn attempt<'a>(
    painter: &Painter,
    page: Rect,
    content: &Content<'a>,
    around: &Words,
    legend_entries: &[(String, Icon)],
    style: &ChartStyle,
    styles: Styles,
) -> Option<Plan<'a>> {
    let metrics = styles.metrics;
    let inner = page.shrink(metrics.margin());
    if inner.width() <= 0.0 || inner.height() <= 0.0 {
        return None;
    }
    let parts = style.parts;
    let set = |on: bool, words: &str, look: TextStyle| {
        (on && !words.is_empty()).then(|| text::wrapped(painter, words, look, inner.width()))
    };
    let title = set(parts.title, &around.title, styles.title());
    let subtitle = set(parts.title, &around.subtitle, styles.subtitle());
    let source = set(parts.source, &around.source, styles.small());
    let notes = set(parts.notes, around.notes.trim(), styles.small());
    let legend = (parts.legend && !legend_entries.is_empty())
        .then(|| Legend::flow(painter, legend_entries, inner.width(), styles));

    let height = |galley: &Option<Arc<Galley>>, gap: f32| {
        galley.as_ref().map_or(0.0, |galley| galley.size().y + metrics.px(gap))
    };
    let top = height(&title, 4.0) + height(&subtitle, 12.0);
    let bottom = height(&source, 8.0)
        + height(&notes, 6.0)
        + legend.as_ref().map_or(0.0, |legend| legend.height + metrics.px(10.0));
    let body =
        Rect::from_min_max(inner.min + Vec2::new(0.0, top), inner.max - Vec2::new(0.0, bottom));
    if body.height() <= 0.0 {
        return None;
    }

    let gutter = metrics.px(GUTTER);
    for count in 1..=4_usize {
        let column_width = (body.width() - gutter * (count as f32 - 1.0)) / count as f32;
        if count > 1 && column_width < metrics.px(NARROWEST_COLUMN) {
            break;
        }
        let Some((blocks, name_width)) = blocks(painter, content, column_width, style, styles)
        else {
            break;
        };
        if let Some(mut columns) = pack(blocks, count, body.height(), metrics) {
            stretch(&mut columns, body.height(), metrics);
            return Some(Plan {
                styles,
                title,
                subtitle,
                legend,
                source,
                notes,
                columns,
                column_width,
                gutter,
                name_width,
                body,
                page,
            });
        }
    }
    None
}

/// Sets every row for columns of `column_width`; `None` when labels and marks do not find room side by side.
fn blocks<'a>(
    painter: &Painter,
    content: &Content<'a>,
    column_width: f32,
    style: &ChartStyle,
    styles: Styles,
) -> Option<(Vec<Block<'a>>, f32)> {
    let metrics = styles.metrics;
    let widest = content
        .rows()
        .map(|row| name_galley(painter, row, style.lang, styles, f32::INFINITY).size().x)
        .fold(0.0, f32::max);
    let name_width = (widest + 1.0).min(column_width * WIDEST_NAME);
    let plot_width = column_width - name_width - metrics.px(12.0);

    // The unit of a single panel stands in the subtitle.
    let headed = content.panels.len() > 1;
    let mut blocks = Vec::new();
    for panel in &content.panels {
        let rows: Vec<SetRow<'a>> = panel
            .rows
            .iter()
            .map(|row| set_row(painter, *row, style, styles, name_width))
            .collect();
        let axis = panel_axis(&rows, plot_width, metrics)?;
        let head = headed.then(|| {
            let caption = both(style.lang, |lang| words::unit_caption(panel.unit, lang));
            text::wrapped(painter, &caption, styles.small(), column_width)
        });
        blocks.push(Block { head, axis: Some(axis), rows });
    }
    // Rows without an axis may stand in different columns; the first carries the heading.
    for (at, row) in content.unlinked.iter().enumerate() {
        let row = set_unlinked(painter, *row, style, styles, name_width, plot_width)?;
        let head = (at == 0).then(|| {
            let heading = both(style.lang, |lang| words::unlinked_heading(lang).to_owned());
            text::wrapped(painter, &heading, styles.heading(), column_width)
        });
        blocks.push(Block { head, axis: None, rows: vec![row] });
    }
    Some((blocks, name_width))
}

/// `zh`, `en`, or both with a space between.
pub(super) fn both(lang: ChartLang, words: impl Fn(Lang) -> String) -> String {
    match lang.second() {
        None => words(lang.main()),
        Some(second) => format!("{}  {}", words(lang.main()), words(second)),
    }
}

fn panel_axis(rows: &[SetRow<'_>], plot_width: f32, metrics: Metrics) -> Option<Axis> {
    let reaches: Vec<Reach> = rows.iter().filter_map(|row| reach(row, metrics)).collect();
    axis::fit(&reaches, plot_width, metrics.px(72.0))
}

/// The pixels between a mark's edge and its label.
pub(super) const LABEL_GAP: f32 = 6.0;

fn reach(set: &SetRow<'_>, metrics: Metrics) -> Option<Reach> {
    let place = Place::of(&set.row)?;
    let (actual_left, actual_right) = place.actual_mark.extent();
    let (target_left, target_right) = place.target_mark.extent();
    // The arrowhead lies behind its tip, so the label only clears the tip.
    let room = |extent: f32, galley: &Galley| metrics.px(extent + LABEL_GAP) + galley.size().x;
    Some(if place.target_is_right() {
        Reach {
            left: (place.actual, room(actual_left, &set.actual)),
            right: (place.target_end, room(target_right, &set.target)),
        }
    } else {
        Reach {
            left: (place.target, room(target_left, &set.target)),
            right: (place.actual_end, room(actual_right, &set.actual)),
        }
    })
}

/// Where the marks of a row stand on its axis.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub actual: f64,
    pub actual_end: f64,
    pub target: f64,
    pub target_end: f64,
    pub actual_mark: Mark,
    pub target_mark: Mark,
}

impl Place {
    /// `None` for rows without numbers on both sides.
    pub fn of(row: &Row<'_>) -> Option<Self> {
        use rust_decimal::prelude::ToPrimitive;

        let actual = row.actual.quantity.value()?.to_f64()?;
        let target = row.target_value()?.to_f64()?;
        let high = |value: Option<crate::model::Decimal>, or: f64| {
            value.and_then(|value| value.to_f64()).unwrap_or(or)
        };
        let target_high = match row.derived() {
            Some(derived) => derived.high,
            None => row.target.quantity.high(),
        };
        Some(Self {
            actual,
            actual_end: high(row.actual.quantity.high(), actual),
            target,
            target_end: high(target_high, target),
            actual_mark: actual_mark(row.actual),
            target_mark: target_mark(row),
        })
    }

    /// Equal values count as right: a target that asks for the same again.
    pub fn target_is_right(self) -> bool {
        self.target >= self.actual
    }
}

/// The mark of a row's actual.
pub(super) fn actual_mark(actual: &Figure) -> Mark {
    Mark::of(Role::Actual, actual.quantity.bound(), actual.status)
}

/// The mark of a row's target, or of its derived value.
pub(super) fn target_mark(row: &Row<'_>) -> Mark {
    match row.derived_bound() {
        Some(bound) => Mark::derived(bound),
        None => Mark::of(Role::Target, row.target.quantity.bound(), row.target.status),
    }
}

fn name_galley(
    painter: &Painter,
    row: &Row<'_>,
    lang: ChartLang,
    styles: Styles,
    width: f32,
) -> Arc<Galley> {
    // Rows of one comparison on two bases are named by the indicator alone.
    let basis = if row.actual.basis == row.target.basis { row.actual.basis } else { Basis::Level };
    let name = terms::measured_name(row.indicator, basis, lang.main());
    let second =
        lang.second().map(|lang| format!("\n{}", terms::measured_name(row.indicator, basis, lang)));
    let sign = if row.indicator.direction == Direction::Lower { " ↓" } else { "" };
    let noted = if row.note().is_some() { " *" } else { "" };
    let mut parts =
        vec![(name.as_str(), styles.name()), (sign, styles.small()), (noted, styles.small())];
    if let Some(second) = &second {
        parts.push((second, styles.small()));
    }
    text::balanced_pieces(painter, &parts, width)
}

/// A figure's label: the wording first; in English the number in English with the wording beside it.
///
/// Where both would only repeat the same digits, one of them is enough.
fn figure_label(
    painter: &Painter,
    figure: &Figure,
    style: &ChartStyle,
    styles: Styles,
    with_basis: bool,
) -> Arc<Galley> {
    let look = styles.wording(figure.role);
    let lang = style.lang.main();
    let wording = if with_basis {
        terms::wording_with_basis(figure, Lang::Zh)
    } else {
        figure.wording.clone()
    };
    let preliminary = figure.status == Status::Preliminary;
    let status = if preliminary {
        format!(" {}", terms::status(Status::Preliminary, lang).to_lowercase())
    } else {
        String::new()
    };
    let quantity = &figure.quantity;
    let english = number::bounded(quantity, style.digits, Lang::En);
    let same_digits = quantity.bound() == Bound::Exact && quantity.scale() == Scale::One;
    let small = styles.small();
    if style.lang == ChartLang::Zh || (style.lang == ChartLang::Both && same_digits) {
        return text::pieces(painter, &[(&wording, look), (&status, small)]);
    }
    match (style.lang, english) {
        (ChartLang::En, Some(english)) if same_digits => {
            text::pieces(painter, &[(&english, look), (&status, small)])
        }
        (ChartLang::En, Some(english)) => text::pieces(
            painter,
            &[(&english, look), (&status, small), (&format!(" {wording}"), small)],
        ),
        (_, Some(english)) => text::pieces(
            painter,
            &[(&wording, look), (&status, small), (&format!(" {english}"), small)],
        ),
        // Words have no number to set in English.
        (_, None) => text::pieces(painter, &[(&format!("“{wording}”"), look), (&status, small)]),
    }
}

fn set_row<'a>(
    painter: &Painter,
    row: Row<'a>,
    style: &ChartStyle,
    styles: Styles,
    name_width: f32,
) -> SetRow<'a> {
    let name = name_galley(painter, &row, style.lang, styles, name_width);
    let actual = figure_label(painter, row.actual, style, styles, row.derived().is_some());
    let target = match row.derived() {
        None => figure_label(painter, row.target, style, styles, false),
        Some(derived) => {
            let lang = style.lang.main();
            let value = reason::derived(derived, style.digits, lang);
            let step = reason::derivation(&row.parties(), row.comparison, style.digits, lang)
                .unwrap_or_default();
            let wording = terms::wording_with_basis(row.target, Lang::Zh);
            text::pieces(
                painter,
                &[
                    (&value, styles.derived()),
                    (&format!("\n{step}  "), styles.small()),
                    (&wording, styles.small().colored(styles.palette.target)),
                ],
            )
        }
    };
    let tallest = name.size().y.max(target.size().y);
    let height = styles.metrics.px(ROW).max(tallest + styles.metrics.px(8.0));
    SetRow { row, name, actual, target, reason: None, height }
}

/// Sets a row without an axis; `None` when its wordings are wider than the column.
fn set_unlinked<'a>(
    painter: &Painter,
    row: Row<'a>,
    style: &ChartStyle,
    styles: Styles,
    name_width: f32,
    plot_width: f32,
) -> Option<SetRow<'a>> {
    let metrics = styles.metrics;
    let name = name_galley(painter, &row, style.lang, styles, name_width);
    let label = |figure: &Figure| {
        let figure_text = figure_label(painter, figure, style, styles, false);
        let lang = style.lang.main();
        let kind = row
            .indicator
            .definitions
            .iter()
            .find(|definition| Some(&definition.id) == figure.definition.as_ref())
            .map_or_else(
                || terms::basis(figure.basis, lang).to_lowercase(),
                |definition| lang.pick(&definition.text).to_owned(),
            );
        (figure_text, format!("  {kind}"))
    };
    let with_kind = |figure: &Figure| {
        let (galley, kind) = label(figure);
        if figure.quantity.value().is_none() {
            return galley;
        }
        // The label's own pieces, then what kind of number it is.
        let mut job = (*galley.job).clone();
        let look = styles.small();
        job.append(&kind, 0.0, egui::TextFormat::simple(look.font(), look.color));
        painter.layout_job(job)
    };
    let (actual, target) = (with_kind(row.actual), with_kind(row.target));
    let indent = metrics.px(UNLINKED_INDENT);
    let wordings = actual.size().x.max(target.size().x);
    if indent + wordings > plot_width {
        return None;
    }
    let reason_width = plot_width - indent - wordings - metrics.px(16.0);
    let words = both(style.lang, |lang| reason::short(row.comparison, lang).to_owned());
    let beside = text::width(painter, &words, styles.small()) <= reason_width;
    let reason = if beside {
        text::line(painter, &words, styles.small())
    } else {
        text::wrapped(painter, &words, styles.small(), plot_width - indent)
    };
    let lines = actual.size().y + target.size().y + metrics.px(4.0);
    let below = if beside { 0.0 } else { reason.size().y + metrics.px(2.0) };
    let height = (lines + below).max(name.size().y) + metrics.px(12.0);
    Some(SetRow { row, name, actual, target, reason: Some(reason), height })
}

/// Room for the marks before the wordings of a row without an axis.
pub(super) const UNLINKED_INDENT: f32 = 34.0;

/// Fills `count` columns in order, none higher than `height`; panels too high for a column are split between rows.
fn pack(
    blocks: Vec<Block<'_>>,
    count: usize,
    height: f32,
    metrics: Metrics,
) -> Option<Vec<Vec<Block<'_>>>> {
    let gap = metrics.px(BLOCK_GAP);
    let total: f32 = blocks.iter().map(|block| block.height(metrics) + gap).sum();
    if total > (height + gap) * count as f32 {
        return None;
    }
    // The lowest ceiling at which the blocks fit gives columns of like height.
    let even = total / count as f32;
    let mut ceiling = even;
    loop {
        let ends = fill(&blocks, ceiling.min(height), gap, metrics);
        if ends.len() <= count {
            let mut blocks = blocks.into_iter();
            let mut from = 0;
            return Some(
                ends.into_iter()
                    .map(|end| {
                        let column = blocks.by_ref().take(end - from).collect();
                        from = end;
                        column
                    })
                    .collect(),
            );
        }
        if ceiling >= height {
            return None;
        }
        ceiling += height * 0.02;
    }
}

/// Where each column ends when blocks are stacked up to `ceiling`; a block higher than that counts as a column too many.
fn fill(blocks: &[Block<'_>], ceiling: f32, gap: f32, metrics: Metrics) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut used = 0.0;
    for (at, block) in blocks.iter().enumerate() {
        let height = block.height(metrics);
        if height > ceiling {
            return (0..=blocks.len() + 4).collect();
        }
        if used > 0.0 && used + height > ceiling {
            ends.push(at);
            used = 0.0;
        }
        used += height + gap;
    }
    ends.push(blocks.len());
    ends
}

/// Gives rows on axes the height that is left over, all by the same factor.
fn stretch(columns: &mut [Vec<Block<'_>>], height: f32, metrics: Metrics) {
    let gap = metrics.px(BLOCK_GAP);
    let factor = columns
        .iter()
        .map(|column| {
            let all: f32 =
                column.iter().map(|block| block.height(metrics) + gap).sum::<f32>() - gap;
            let rows: f32 =
                column.iter().filter(|block| block.axis.is_some()).map(Block::rows_height).sum();
            if rows > 0.0 { 1.0 + (height - all) / rows } else { STRETCH }
        })
        .fold(STRETCH, f32::min)
        .max(1.0);
    let stretched = columns.iter_mut().flatten().filter(|block| block.axis.is_some());
    for row in stretched.flat_map(|block| &mut block.rows) {
        row.height *= factor;
    }
}
