//! Stacking blocks in columns: in order, none higher than the page, columns of like height, rows stretched into spare room.

use std::sync::Arc;

use egui::Galley;

use super::axis::Axis;
use super::setting::SetRow;
use super::style::Metrics;

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
/// The largest stretch of rows when a page has room to spare.
const STRETCH: f32 = 1.9;

/// Fills `count` columns in order, none higher than `height`; panels too high for a column are split between rows.
pub(super) fn pack(
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
pub(super) fn stretch(columns: &mut [Vec<Block<'_>>], height: f32, metrics: Metrics) {
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
