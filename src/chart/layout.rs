//! Finding room: the largest type at which title, panels, legend and source line fit the page, and in how many columns.
//!
//! Nothing is cut to make it fit: names wrap, then everything shrinks together, then it is an error.

use std::sync::Arc;

use egui::{Galley, Painter, Pos2, Rect, Vec2, vec2};

use super::axis::Axis;
use super::beside::{self, Manner};
use super::block::{AXIS, BLOCK_GAP, Block, Body};
use super::card::Company;
use super::form::Form;
use super::legend::{Icon, Legend};
use super::rows::{Content, Panel, Row};
use super::setting::{Part, RowTexts, SetRow, Setter, both};
use super::style::{Metrics, ROW, Styles};
use super::text::{self, TextStyle};
use super::{ChartError, ChartKind, ChartSpec, ChartStyle, card, pack, profile};
use crate::i18n::{Lang, chart as words};
use crate::model::{Report, Role};

/// Below it the smallest type has less than five pixels (not quite 4 pt), which nobody reads.
const SMALLEST_SCALE: f32 = 0.45;
/// At it the smallest type has a little more than 6 pt in print, which is what the search for a size comes near to:
/// on the smallest page too it is as large where there is room.
const LEGIBLE: f32 = 8.5 / 11.0;
/// How much larger than a page's usual type that of a short chart may be.
const ENLARGED: f32 = 1.7;
/// Type of this share of the usual size is comfortable: larger type is not worth another column.
const COMFORTABLE: f32 = 0.82;
/// So few rows leave a page empty unless their type is as large as it may be.
const FEW: usize = 4;
/// What a column more must win in type size where type is small.
const PER_COLUMN: f32 = 0.95;
/// The most columns.
const COLUMNS: usize = 8;
/// Between two columns.
const GUTTER: f32 = 32.0;
/// The narrowest column that is worth having.
const NARROWEST_COLUMN: f32 = 290.0;
/// What labels in two lines must win in type size.
const STACKED: f32 = 1.08;
/// What names above their marks must win in type size.
const ABOVE: f32 = 1.08;
/// Pages this much wider than high have room for names beside their marks.
const WIDE: f32 = 1.2;
/// The share of a column that names may take; a profile's bars need less room beside them.
const WIDEST_NAME: f32 = 0.36;
const WIDEST_PLACE_NAME: f32 = 0.56;
/// The share of a column below which the names of a profile would be broken into slivers.
const NARROWEST_PLACE_NAME: f32 = 0.25;
/// Between names and what stands beside them.
pub(super) const NAME_GAP: f32 = 12.0;
/// Between title, subtitle, legend, body, notes and source.
pub(super) const TITLE_GAP: f32 = 4.0;
pub(super) const PART_GAP: f32 = 12.0;
pub(super) const NOTES_GAP: f32 = 8.0;

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
    /// Where what stands beside the names begins, in every panel; 0 where names stand above it.
    pub beside_names: f32,
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

/// Finds the plan with the largest type for `matter` on `page`, in as few columns as that allows.
///
/// A page has type in proportion to its size, a window type that can be read:
/// around `reading_scale`; 0 leaves it to the page.
pub(super) fn plan<'a>(
    page: Rect,
    matter: &Matter<'_, 'a>,
    reading_scale: f32,
) -> Result<Plan<'a>, ChartError> {
    let &Matter { content, style, .. } = matter;
    let too_much = ChartError::TooMuch { rows: content.len() };
    let size = page.size();
    let of_page = (size.x / 900.0).min(size.y / 560.0);
    let (usual, largest) = if reading_scale > 0.0 {
        (reading_scale, (of_page * 0.9).clamp(reading_scale, reading_scale * 1.4))
    } else {
        (of_page, (of_page * ENLARGED).clamp(LEGIBLE, 4.0))
    };
    // What the rows need at the very least tells without setting anything that larger type is in vain.
    let area = (size.x * size.y / at_least_needed(content).max(1.0)).sqrt();
    let largest = largest.min(area).max(SMALLEST_SCALE);
    let try_at = |texts: &RowTexts, page: Rect, how: Arrangement, scale: f32| {
        let styles = Styles { metrics: Metrics { scale }, palette: style.palette() };
        attempt(page, matter, texts, how, styles)
    };
    // A page at scale s is laid out like a page 1/s times as large at scale 1.
    // Probing there uses one set of type sizes: what was set once is there for every size of the page.
    let texts = RowTexts::default();
    let fits = |how: Arrangement, scale: f32| {
        try_at(&texts, Rect::from_min_size(Pos2::ZERO, size / scale), how, 1.0).is_some()
    };

    // A chart in a window mostly has the height it wants.
    let plainest = arrangements(matter, size).next();
    if reading_scale > 0.0
        && let Some(plan) =
            plainest.and_then(|how| try_at(&RowTexts::default(), page, how, largest))
    {
        return Ok(plan);
    }
    let legible = if reading_scale > 0.0 { 0.0 } else { LEGIBLE };
    // A page with few rows has room for larger type than a usual page.
    let few = reading_scale == 0.0 && content.len() <= FEW;
    let comfortable = if few { largest } else { (usual * COMFORTABLE).max(legible) };
    let mut best: Option<(Arrangement, f32)> = None;
    for how in arrangements(matter, size) {
        if best.is_some_and(|(_, scale)| scale >= comfortable) {
            break;
        }
        let needed = best.map_or(SMALLEST_SCALE, |(former, scale)| scale * how.must_win(former));
        if needed > largest {
            continue;
        }
        // Most charts fit as they are.
        let (mut low, mut high) = (needed, largest);
        if fits(how, high) {
            low = high;
        } else if !fits(how, low) {
            continue;
        }
        while high / low > 1.02 {
            let middle = (low * high).sqrt();
            if fits(how, middle) { low = middle } else { high = middle }
        }
        best = Some((how, low));
    }
    let (how, mut scale) = best.ok_or(too_much.clone())?;
    // Letters are not exactly proportional to their size, so the last step may need a little less.
    for _ in 0..12 {
        if let Some(plan) = try_at(&RowTexts::default(), page, how, scale) {
            return Ok(plan);
        }
        scale *= 0.985;
    }
    Err(too_much)
}

/// In how many columns, and whether labels are set in two lines.
#[derive(Clone, Copy)]
struct Arrangement {
    columns: usize,
    stacked: bool,
    /// Whether names stand above their marks.
    names_above: bool,
    /// Whether rows take the height that is left over.
    stretched: bool,
}

impl Arrangement {
    /// How much larger its type must be than that of `former` to be worth more columns or labels in two lines.
    fn must_win(self, former: Self) -> f32 {
        let columns = PER_COLUMN.powf(former.columns as f32 - self.columns as f32);
        let stacked = if self.stacked && !former.stacked { STACKED } else { 1.0 };
        let above = if self.names_above && !former.names_above { ABOVE } else { 1.0 };
        columns * stacked * above
    }
}

/// What is tried, the plainest first.
fn arrangements(matter: &Matter<'_, '_>, size: Vec2) -> impl Iterator<Item = Arrangement> + use<> {
    let most = matter.content.len().clamp(1, COLUMNS);
    let kind = matter.spec.kind;
    let has_rows = kind.form().is_some() || kind == ChartKind::Overview;
    let above: &[bool] = if has_rows && size.x < size.y * WIDE { &[false, true] } else { &[false] };
    let stackings = stackings(matter);
    above.iter().flat_map(move |&names_above| {
        stackings.iter().flat_map(move |&stacked| {
            let stretched = true;
            (1..=most).map(move |columns| Arrangement { columns, stacked, names_above, stretched })
        })
    })
}

/// Whether labels beside marks are set in two lines: in two languages always, as names are.
fn stackings(matter: &Matter<'_, '_>) -> &'static [bool] {
    match (matter.spec.kind.form(), matter.style.lang.second()) {
        (None, _) => &[false],
        (Some(_), None) => &[false, true],
        (Some(_), Some(_)) => &[true],
    }
}

/// The area that rows and axes take up at the very least, in square pixels at scale 1: each as wide as the narrowest column.
fn at_least_needed(content: &Content<'_>) -> f32 {
    let axes = content.panels.len() as f32 * (AXIS + BLOCK_GAP);
    let heights = content.rows().count() as f32 * ROW + axes;
    heights * NARROWEST_COLUMN
}

/// The height at which `matter` has type of the size `scale` on a page `width` wide:
/// in one column, cards in as many as find room. One card takes what height there is.
pub(super) fn natural_height(width: f32, matter: &Matter<'_, '_>, scale: f32) -> Option<f32> {
    let is_cards = matter.spec.kind == ChartKind::Card;
    if is_cards && matter.content.len() == 1 {
        return None;
    }
    let styles = Styles { metrics: Metrics { scale }, palette: matter.style.palette() };
    let fitting = (width / styles.metrics.px(NARROWEST_COLUMN + GUTTER)).floor() as usize;
    let columns = if is_cards { fitting.clamp(1, COLUMNS) } else { 1 };
    let page = Rect::from_min_size(Pos2::ZERO, vec2(width, TALLEST));
    let plan = stackings(matter).iter().find_map(|&stacked| {
        let how = Arrangement { columns, stacked, names_above: false, stretched: false };
        attempt(page, matter, &RowTexts::default(), how, styles)
    })?;
    let set = |column: &Vec<Block<'_>>| -> f32 {
        let height = |block: &Block<'_>| {
            let metrics = styles.metrics;
            block.height(metrics) + block.gap_after(metrics) + block.rows_height() * AIR
        };
        column.iter().map(height).sum()
    };
    let tallest = plan.columns.iter().map(set).fold(0.0, f32::max);
    Some(TALLEST - plan.body.height() + tallest)
}

/// Higher than any chart.
const TALLEST: f32 = 100_000.0;
/// How much higher than needed rows are where there is room.
const AIR: f32 = 0.15;

fn attempt<'a>(
    page: Rect,
    matter: &Matter<'_, 'a>,
    texts: &RowTexts,
    how: Arrangement,
    styles: Styles,
) -> Option<Plan<'a>> {
    let count = how.columns;
    let &Matter { painter, content, around, legend_entries, style, .. } = matter;
    let metrics = styles.metrics;
    let inner = page.shrink(metrics.margin());
    if inner.width() <= 0.0 || inner.height() <= 0.0 {
        return None;
    }
    let gutter = metrics.px(GUTTER);
    let column_width = (inner.width() - gutter * (count as f32 - 1.0)) / count as f32;
    if count > 1 && column_width < metrics.px(NARROWEST_COLUMN) {
        return None;
    }
    let (labels, stacked, names_above) = (matter.spec.labels, how.stacked, how.names_above);
    let setter = Setter { texts, painter, style, styles, labels, stacked, names_above };
    let parts = style.parts;
    let set = |on: bool, words: &String, look: TextStyle| {
        let text = || setter.once(words, Part::Around, || vec![(words.clone(), look)]);
        (on && !words.is_empty()).then(text)
    };
    let wrapped = |text: Arc<Galley>| text::without_widow(painter, &text, inner.width());
    let title = set(parts.title, &around.title, styles.title())
        .map(|title| text::title(painter, &title, inner.width()));
    let subtitle = set(parts.title, &around.subtitle, styles.subtitle()).map(wrapped);
    let source = set(parts.source, &around.source, styles.small()).map(wrapped);
    let notes = set(parts.notes, &around.notes, styles.small()).map(wrapped);
    let legend = (parts.legend && !legend_entries.is_empty())
        .then(|| Legend::flow(&setter, legend_entries, inner.width()));

    let height = |galley: &Option<Arc<Galley>>, gap: f32| {
        galley.as_ref().map_or(0.0, |galley| galley.size().y + metrics.px(gap))
    };
    let legend_height = legend.as_ref().map_or(0.0, |legend| legend.height + metrics.px(PART_GAP));
    let top = height(&title, TITLE_GAP) + height(&subtitle, PART_GAP) + legend_height;
    let bottom = height(&source, PART_GAP) + height(&notes, NOTES_GAP);
    let body =
        Rect::from_min_max(inner.min + Vec2::new(0.0, top), inner.max - Vec2::new(0.0, bottom));
    if body.height() <= 0.0 {
        return None;
    }
    let set = blocks(matter, &setter, how.columns, vec2(column_width, body.height()))?;
    let mut columns = pack::pack(set.blocks, count, body.height(), metrics)?;
    if how.stretched {
        pack::stretch(&mut columns, body.height(), metrics);
    }
    Some(Plan {
        styles,
        title,
        subtitle,
        legend,
        source,
        notes,
        columns,
        column_width,
        gutter,
        beside_names: set.beside_names,
        manner: set.manner,
        roles: content.roles(),
        body,
        page,
    })
}

/// Everything of a page's body, set for one width of column.
struct SetBlocks<'a> {
    blocks: Vec<Block<'a>>,
    beside_names: f32,
    manner: Manner,
}

/// Sets everything for `count` columns of the size `column`; `None` when labels and marks do not find room side by side.
fn blocks<'a>(
    matter: &Matter<'_, 'a>,
    setter: &Setter<'_>,
    count: usize,
    column: Vec2,
) -> Option<SetBlocks<'a>> {
    let &Matter { painter, content, style, spec, .. } = matter;
    let styles = setter.styles;
    let metrics = styles.metrics;
    if spec.kind == ChartKind::Card {
        let blocks = cards(matter, setter, column);
        return Some(SetBlocks { blocks, beside_names: 0.0, manner: Manner::default() });
    }
    let name = |row: &Row<'_>| match spec.kind.form() {
        // With the unit, where that stands with the name.
        Some(form) => form.name(setter, row, f32::INFINITY),
        None => setter.name(row, f32::INFINITY),
    };
    let named = content.rows().filter(|_| matter.style.parts.names);
    let names = named.map(|row| name(row).size().x);
    let widest = names.fold(profile::widest_name(setter, &content.places), f32::max);
    let share = if content.places.is_empty() { WIDEST_NAME } else { WIDEST_PLACE_NAME };
    let mut name_width =
        if setter.names_above { column.x } else { (widest + 1.0).min(column.x * share) };
    let shared = profile::Shared::of(&content.places);
    if !content.places.is_empty() {
        name_width = name_width.min(column.x - shared.least_width(metrics));
        if name_width < widest.min(column.x * NARROWEST_PLACE_NAME) {
            return None;
        }
    }
    let beside = if setter.names_above { 0.0 } else { name_width + metrics.px(NAME_GAP) };
    let width = column.x - beside;

    let heading = |words: &dyn Fn(Lang) -> String, look: TextStyle| {
        text::wrapped(painter, &both(style.lang, words), look, column.x)
    };
    let is_list = spec.kind == ChartKind::Overview;
    let listed: Vec<&[Row<'a>]> = if is_list {
        content.panels.iter().map(|panel| panel.rows.as_slice()).collect()
    } else {
        Vec::new()
    };
    let apart = content.unlinked_lists();
    let lists: Vec<&[Row<'a>]> = listed.into_iter().chain(apart).collect();
    let (set_lists, manner) = beside::set(setter, &lists, is_list, name_width, width)?;

    let mut blocks = Vec::new();
    let mut last_caption = String::new();
    if let Some(form) = spec.kind.form() {
        let set = panels(form, content, setter, name_width, width)?;
        for (panel, (rows, axis)) in content.panels.iter().zip(set) {
            // The unit of a single panel stands in the subtitle; a bullet has its unit with its name.
            let unit =
                panel.unit.filter(|_| content.panels.len() > 1 && spec.kind != ChartKind::Bullet);
            // English has one word for many counters; it need not head one panel after the other.
            let caption = unit.map(|unit| both(style.lang, |lang| words::unit_caption(unit, lang)));
            let always = caption
                .as_ref()
                .map(|words| text::wrapped(painter, words, styles.small(), column.x));
            let head = always.clone().filter(|_| caption.as_ref() != Some(&last_caption));
            last_caption = caption.unwrap_or(last_caption);
            let all: f32 = rows.iter().map(|row| row.height).sum();
            let head_height = head.as_ref().map_or(0.0, |head| head.size().y);
            let room = column.y - metrics.px(AXIS) - head_height;
            for rows in pack::split(rows, all, room, count) {
                let body = Body::Panel { unit: panel.unit, axis: axis.clone(), rows };
                blocks.push(Block::new(head.clone(), body).or_again(always.clone()));
            }
        }
    }
    for rows in set_lists {
        // Rows without an axis may stand in different columns; the first of each has the heading.
        let number = rows.len();
        let Some(first) = rows.first() else { continue };
        let verdict = first.row.shown_verdict();
        let hidden = !style.parts.derived;
        let band = |lang| words::counted_band(verdict, hidden, number, lang);
        let again = |lang| words::continued(words::band(verdict, hidden, lang), lang);
        let mut head = Some(heading(&band, styles.heading()));
        let again = heading(&again, styles.heading());
        for row in rows {
            blocks.push(
                Block::new(head.take(), Body::Beside(row)).or_again(Some(Arc::clone(&again))),
            );
        }
    }

    let mut again = None;
    blocks.extend(content.places.iter().map(|place| {
        let head = place.heading.map(|part| {
            let name = |lang| words::place_name(part, false, lang);
            again = Some(heading(&|lang| words::continued(&name(lang), lang), styles.heading()));
            heading(&name, styles.heading())
        });
        Block::new(head, Body::Place(profile::set(setter, place, shared, name_width)))
            .or_again(again.clone())
    }));
    for at in 1..blocks.len() {
        blocks[at - 1].before_head = blocks[at].head.is_some();
    }
    Some(SetBlocks { blocks, beside_names: beside, manner })
}

/// Sets the rows of every panel and finds their axes; `None` when labels and marks do not find room side by side.
fn panels<'a>(
    form: &dyn Form,
    content: &Content<'a>,
    setter: &Setter<'_>,
    name_width: f32,
    width: f32,
) -> Option<Vec<(Vec<SetRow<'a>>, Axis)>> {
    let set = |panel: &Panel<'a>| {
        let rows: Vec<SetRow<'a>> =
            panel.rows.iter().map(|row| form.set(setter, *row, name_width)).collect();
        let axis = form.fit(&rows, width, setter.styles.metrics)?;
        Some((rows, axis))
    };
    content.panels.iter().map(set).collect()
}

/// Sets cards: one alone as large as the page allows, several in boxes.
fn cards<'a>(matter: &Matter<'_, 'a>, setter: &Setter<'_>, column: Vec2) -> Vec<Block<'a>> {
    let &Matter { content, report, style, spec, .. } = matter;
    let company = Company::of(content.len());
    // The title that the data gives is the indicator's name.
    let named = company != Company::Alone || !style.parts.title || spec.title.is_some();
    let set = |row: &Row<'a>, factor: f32| {
        card::set(setter, report, *row, column.x, company, named, factor)
    };
    let factors: &[f32] = match company {
        Company::Alone => &[2.8, 2.4, 2.0, 1.7, 1.45, 1.2, 1.0],
        Company::Few | Company::Many => &[1.0],
    };
    let rows: Vec<&Row<'a>> = content.rows().collect();
    rows.iter()
        .filter_map(|row| {
            let fitting = factors
                .iter()
                .map(|factor| set(row, *factor))
                .find(|card| card.height() <= column.y);
            fitting.or_else(|| factors.last().map(|factor| set(row, *factor)))
        })
        .map(|card| Block::new(None, Body::Card(card)))
        .collect()
}
