//! Finding room: the largest type at which title, panels, legend and source line fit the page, and in how many columns.
//!
//! Nothing is cut to make it fit: names wrap, then everything shrinks together, then it is an error.

use std::sync::Arc;

use egui::{Galley, Painter, Pos2, Rect, Vec2};

use super::beside::{self, Manner};
use super::block::{AXIS, BLOCK_GAP, Block, Body};
use super::legend::{Icon, Legend};
use super::rows::{Content, Row};
use super::setting::{SetRow, Setter, both};
use super::style::{Metrics, ROW, Styles};
use super::text::{self, TextStyle};
use super::{ChartError, ChartKind, ChartSpec, ChartStyle, card, pack, place, profile};
use crate::i18n::{Lang, chart as words};
use crate::model::{Report, Role, RoleCounts, Verdict};

/// Below it, nothing on the page could be read.
const SMALLEST_SCALE: f32 = 0.16;
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
    /// How figures without an axis are painted.
    pub manner: Manner,
    /// The roles that a profile counts: those that occur.
    pub roles: Vec<Role>,
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

/// What a page is to hold, and what sets its texts.
pub(super) struct Matter<'m, 'a> {
    pub painter: &'m Painter,
    pub report: &'a Report,
    pub spec: &'m ChartSpec,
    pub content: &'m Content<'a>,
    pub around: &'m Words,
    pub legend_entries: &'m [(String, Icon)],
    pub style: &'m ChartStyle,
}

/// Finds the plan with the largest type for `matter` on `page`.
///
/// A page has type in proportion to its size, a window type that can be read:
/// `reading_scale` is tried first where the page alone would ask for less; 0 leaves it to the page.
pub(super) fn plan<'a>(
    page: Rect,
    matter: &Matter<'_, 'a>,
    reading_scale: f32,
) -> Result<Plan<'a>, ChartError> {
    let &Matter { content, style, .. } = matter;
    let size = page.size();
    let largest = (size.x / 900.0).min(size.y / 560.0).max(reading_scale).clamp(0.62, 3.0);
    let try_at = |page: Rect, scale: f32| {
        let styles = Styles { metrics: Metrics { scale }, palette: style.theme.palette() };
        attempt(page, matter, styles)
    };
    // A page at scale s is laid out like a page 1/s times as large at scale 1.
    // Probing there uses one set of type sizes, whose glyphs and lines egui keeps.
    let fits = |scale: f32| try_at(Rect::from_min_size(Pos2::ZERO, size / scale), 1.0).is_some();

    // Most charts fit as they are; those that hold more than the page has room for need not be set to see it.
    if at_least_needed(content, largest) <= size.x * size.y
        && let Some(plan) = try_at(page, largest)
    {
        return Ok(plan);
    }
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

/// The area that rows and axes take up at the very least, in square pixels: each as wide as the narrowest column.
fn at_least_needed(content: &Content<'_>, scale: f32) -> f32 {
    let axes = content.panels.len() as f32 * (AXIS + BLOCK_GAP);
    let heights = content.rows().count() as f32 * ROW + axes;
    heights * NARROWEST_COLUMN * scale * scale
}

fn attempt<'a>(page: Rect, matter: &Matter<'_, 'a>, styles: Styles) -> Option<Plan<'a>> {
    let &Matter { painter, content, around, legend_entries, style, .. } = matter;
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
        let Some((blocks, name_width)) = blocks(matter, column_width, body.height(), styles) else {
            break;
        };
        if let Some(mut columns) = pack::pack(blocks, count, body.height(), metrics) {
            pack::stretch(&mut columns, body.height(), metrics);
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
                manner: manner(matter.spec.kind),
                roles: content.roles(),
                body,
                page,
            });
        }
    }
    None
}

fn manner(kind: ChartKind) -> Manner {
    if kind == ChartKind::Overview { Manner::WithStrip } else { Manner::Apart }
}

/// Sets everything for columns of `column_width`; `None` when labels and marks do not find room side by side.
fn blocks<'a>(
    matter: &Matter<'_, 'a>,
    column_width: f32,
    body_height: f32,
    styles: Styles,
) -> Option<(Vec<Block<'a>>, f32)> {
    let &Matter { painter, content, style, spec, .. } = matter;
    let metrics = styles.metrics;
    let setter = Setter { painter, style, styles, labels: spec.labels };
    if spec.kind == ChartKind::Card {
        return Some((cards(matter, &setter, column_width, body_height), 0.0));
    }
    let widest = content.rows().map(|row| setter.name(row, f32::INFINITY).size().x);
    let widest = widest.fold(profile::widest_name(&setter, &content.places), f32::max);
    let name_width = (widest + 1.0).min(column_width * WIDEST_NAME);
    let width = column_width - name_width - metrics.px(12.0);

    let heading = |words: &dyn Fn(Lang) -> String, look: TextStyle| {
        text::wrapped(painter, &both(style.lang, words), look, column_width)
    };
    let mut blocks = Vec::new();
    let manner = manner(spec.kind);
    // Rows without an axis may stand in different columns; the first carries the heading.
    let beside = |rows: &[Row<'a>], verdict: Verdict, blocks: &mut Vec<Block<'a>>| {
        for (at, row) in rows.iter().enumerate() {
            let row = beside::set(&setter, *row, manner, name_width, width)?;
            let head = (at == 0)
                .then(|| heading(&|lang| words::band(verdict, rows.len(), lang), styles.heading()));
            blocks.push(Block::new(head, Body::Beside(row)));
        }
        Some(())
    };
    for panel in &content.panels {
        let Some(form) = spec.kind.form() else {
            let derived = panel.rows.first().is_some_and(|row| row.derived().is_some());
            let verdict = if derived { Verdict::Derivable } else { Verdict::SameBasis };
            beside(&panel.rows, verdict, &mut blocks)?;
            continue;
        };
        let rows: Vec<SetRow<'a>> =
            panel.rows.iter().map(|row| form.set(&setter, *row, name_width)).collect();
        let axis = place::panel_axis(form, &rows, width, metrics)?;
        // The unit of a single panel stands in the subtitle; a bullet has its unit with its name.
        let unit =
            panel.unit.filter(|_| content.panels.len() > 1 && spec.kind != ChartKind::Bullet);
        let head =
            unit.map(|unit| heading(&|lang| words::unit_caption(unit, lang), styles.small()));
        blocks.push(Block::new(head, Body::Panel { unit: panel.unit, axis, rows }));
    }
    beside(&content.unlinked, Verdict::DifferentBasis, &mut blocks)?;

    let counts = content.places.iter().map(|place| place.counts);
    let most = counts.map(RoleCounts::most).max().unwrap_or_default();
    blocks.extend(content.places.iter().map(|place| {
        Block::new(None, Body::Place(profile::set(&setter, place, most, name_width)))
    }));
    Some((blocks, name_width))
}

/// Sets cards: one alone as large as the page allows, several in boxes.
fn cards<'a>(
    matter: &Matter<'_, 'a>,
    setter: &Setter<'_>,
    column_width: f32,
    body_height: f32,
) -> Vec<Block<'a>> {
    let &Matter { content, report, .. } = matter;
    let boxed = content.len() > 1;
    let set =
        |row: &Row<'a>, factor: f32| card::set(setter, report, *row, column_width, boxed, factor);
    let factors: &[f32] = if boxed { &[1.0] } else { &[2.4, 2.0, 1.7, 1.45, 1.2, 1.0] };
    let rows: Vec<&Row<'a>> = content.rows().collect();
    rows.iter()
        .filter_map(|row| {
            let fitting = factors
                .iter()
                .map(|factor| set(row, *factor))
                .find(|card| card.height() <= body_height);
            fitting.or_else(|| factors.last().map(|factor| set(row, *factor)))
        })
        .map(|card| Block::new(None, Body::Card(card)))
        .collect()
}
