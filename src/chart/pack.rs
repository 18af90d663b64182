//! Stacking blocks in columns: in order, none higher than the page, columns of like height, rows stretched into spare room.

use super::block::{BLOCK_GAP, Block, Body};
use super::setting::SetRow;
use super::style::Metrics;

/// The largest stretch of rows when a page has room to spare.
const STRETCH: f32 = 2.4;
/// Fewer rows than these are not worth an axis of their own.
const FEWEST_ROWS: usize = 4;

/// Splits the rows of one axis, `all` pixels high together, into as many panels as `room` or `count` columns ask for.
pub(super) fn split(
    rows: Vec<SetRow<'_>>,
    all: f32,
    room: f32,
    count: usize,
) -> Vec<Vec<SetRow<'_>>> {
    let most = rows.len() / FEWEST_ROWS;
    // Where one panel is more than its share of the columns, each column gets a piece of it.
    let wanted =
        if all > room { (all / room.max(1.0)).ceil().max(count as f32) as usize } else { 1 };
    let pieces = wanted.clamp(1, most.max(1));
    let (each, more) = (rows.len() / pieces, rows.len() % pieces);
    let mut rows = rows.into_iter();
    (0..pieces).map(|at| rows.by_ref().take(each + usize::from(at < more)).collect()).collect()
}

/// Fills `count` columns in order, none higher than `height`; panels too high for a column are split between rows.
pub(super) fn pack(
    blocks: Vec<Block<'_>>,
    count: usize,
    height: f32,
    metrics: Metrics,
) -> Option<Vec<Vec<Block<'_>>>> {
    let gap = metrics.px(BLOCK_GAP);
    let total: f32 =
        blocks.iter().map(|block| block.height(metrics) + block.gap_after(metrics)).sum();
    if total > (height + gap) * count as f32 {
        return None;
    }
    // The lowest ceiling at which the blocks fit gives columns of like height.
    let tallest = blocks.iter().map(|block| block.height_at_top(metrics)).fold(0.0, f32::max);
    let even = (total / count as f32).max(tallest);
    let mut ceiling = even;
    loop {
        let ends = fill(&blocks, ceiling.min(height), metrics);
        if ends.len() <= count {
            let mut blocks = blocks.into_iter();
            let mut from = 0;
            return Some(
                ends.into_iter()
                    .map(|end| {
                        let mut column: Vec<Block<'_>> = blocks.by_ref().take(end - from).collect();
                        from = end;
                        if let Some(first) = column.first_mut() {
                            first.head = first.head.take().or(first.head_again.take());
                        }
                        column
                    })
                    .collect(),
            );
        }
        if ceiling >= height {
            return None;
        }
        ceiling += even * 0.02;
    }
}

/// Where each column ends when blocks are stacked up to `ceiling`; a block higher than that counts as a column too many.
fn fill(blocks: &[Block<'_>], ceiling: f32, metrics: Metrics) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut used = 0.0;
    for (at, block) in blocks.iter().enumerate() {
        let (mut height, at_top) = (block.height(metrics), block.height_at_top(metrics));
        if at_top > ceiling {
            return (0..=blocks.len() + 4).collect();
        }
        if used > 0.0 && used + height > ceiling {
            ends.push(at);
            (used, height) = (0.0, at_top);
        }
        used += height + block.gap_after(metrics);
    }
    ends.push(blocks.len());
    ends
}

/// How much of `height` the highest column leaves over; nothing where a picture has the page to itself.
pub(super) fn spare_below(columns: &[Vec<Block<'_>>], height: f32, metrics: Metrics) -> f32 {
    if columns.iter().any(|column| spare_above(column, height, metrics) > 0.0) {
        return 0.0;
    }
    let tallest = columns.iter().map(|column| column_height(column, metrics)).fold(0.0, f32::max);
    (height - tallest).max(0.0)
}

/// The height of the blocks of a column with the gaps between them.
fn column_height(column: &[Block<'_>], metrics: Metrics) -> f32 {
    let all: f32 =
        column.iter().map(|block| block.height(metrics) + block.gap_after(metrics)).sum();
    all - column.last().map_or(0.0, |block| block.gap_after(metrics))
}

/// Where a picture alone stands: a little above the middle of what is left of its column.
pub(super) fn spare_above(column: &[Block<'_>], height: f32, metrics: Metrics) -> f32 {
    match column {
        [one @ Block { body: Body::Card(card), .. }] if card.stands_alone() => {
            (height - one.height(metrics)).max(0.0) * 0.4
        }
        _ => 0.0,
    }
}

/// Gives rows the height that is left over, all by the same factor.
pub(super) fn stretch(columns: &mut [Vec<Block<'_>>], height: f32, metrics: Metrics) {
    let factor = columns
        .iter()
        .map(|column| {
            let spare = height - column_height(column, metrics);
            let rows: f32 = column.iter().map(Block::rows_height).sum();
            if rows > 0.0 { 1.0 + spare / rows } else { STRETCH }
        })
        .fold(STRETCH, f32::min)
        .max(1.0);
    for block in columns.iter_mut().flatten() {
        block.stretch(factor);
    }
}
