//! Blocks: what is stacked in the columns of a page and never torn apart.

use std::sync::Arc;

use egui::Galley;

use super::axis::Axis;
use super::card::SetCard;
use super::profile::SetPlace;
use super::setting::SetRow;
use super::style::Metrics;
use crate::model::Unit;

/// Height of the axis with its tick labels.
pub(super) const AXIS: f32 = 24.0;
/// Between two blocks of a column.
pub(super) const BLOCK_GAP: f32 = 14.0;
/// Between two rows that belong to one list: sections; figures side by side, which are several lines each.
const LIST_GAP: f32 = 0.0;
const BESIDE_GAP: f32 = 4.0;

/// One piece of a column under its heading, if it has one.
pub(super) struct Block<'a> {
    /// The unit of the axis, or what the rows from here on have in common.
    pub head: Option<Arc<Galley>>,
    /// Its heading where it begins a column and has no other: that of the list or axis which goes on there.
    pub head_again: Option<Arc<Galley>>,
    pub body: Body<'a>,
    /// Whether a heading follows, from which it keeps its distance.
    pub before_head: bool,
}

/// What a block holds.
pub(super) enum Body<'a> {
    /// Rows on one axis.
    Panel { unit: Option<Unit>, axis: Axis, rows: Vec<SetRow<'a>> },
    /// Two figures side by side without an axis.
    Beside(SetRow<'a>),
    /// One comparison as a picture.
    Card(SetCard<'a>),
    /// The figures of one section.
    Place(SetPlace<'a>),
}

impl<'a> Block<'a> {
    pub fn new(head: Option<Arc<Galley>>, body: Body<'a>) -> Self {
        Self { head, head_again: None, body, before_head: false }
    }

    /// The same with the heading that it has where it begins a column.
    pub fn or_again(self, head_again: Option<Arc<Galley>>) -> Self {
        Self { head_again, ..self }
    }

    pub fn head_height(&self, metrics: Metrics) -> f32 {
        height_of(self.head.as_ref(), metrics)
    }

    /// The height of what may be stretched.
    pub fn rows_height(&self) -> f32 {
        match &self.body {
            Body::Panel { rows, .. } => rows.iter().map(|row| row.height).sum(),
            Body::Beside(row) => row.height,
            Body::Card(_) => 0.0,
            Body::Place(place) => place.height,
        }
    }

    pub fn height(&self, metrics: Metrics) -> f32 {
        let fixed = match &self.body {
            Body::Panel { .. } => metrics.px(AXIS),
            Body::Card(card) => card.height(),
            Body::Beside(_) | Body::Place(_) => 0.0,
        };
        self.head_height(metrics) + self.rows_height() + fixed
    }

    /// The same where it begins a column.
    pub fn height_at_top(&self, metrics: Metrics) -> f32 {
        let head = self.head.as_ref().or(self.head_again.as_ref());
        self.height(metrics) - self.head_height(metrics) + height_of(head, metrics)
    }

    /// The space below it in a column.
    pub fn gap_after(&self, metrics: Metrics) -> f32 {
        metrics.px(match &self.body {
            Body::Place(_) if !self.before_head => LIST_GAP,
            Body::Beside(_) if !self.before_head => BESIDE_GAP,
            Body::Place(_) | Body::Panel { .. } | Body::Beside(_) | Body::Card(_) => BLOCK_GAP,
        })
    }

    /// Makes its rows higher; two figures side by side only a little, so that they stay together.
    pub fn stretch(&mut self, factor: f32) {
        match &mut self.body {
            Body::Panel { rows, .. } => {
                for row in rows {
                    row.height *= factor;
                }
            }
            Body::Beside(row) => row.height *= factor.min(1.45),
            Body::Place(place) => place.height *= factor,
            Body::Card(_) => {}
        }
    }
}

/// A heading with the space below it.
fn height_of(head: Option<&Arc<Galley>>, metrics: Metrics) -> f32 {
    head.map_or(0.0, |galley| galley.size().y + metrics.px(6.0))
}
