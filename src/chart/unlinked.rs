//! Rows on different bases: both figures, one above the other, the broken-link sign and the reason. No axis, no line, no difference.

use egui::{Align2, Painter, Rect, pos2};

use super::marks::{self, Mark, Pointing};
use super::place::actual_mark;
use super::setting::{SetRow, UNLINKED_INDENT};
use super::style::Styles;
use super::text;
use crate::model::Role;

/// Paints one row into `area`, the plot's part of it.
pub(super) fn paint(painter: &Painter, area: Rect, set: &SetRow<'_>, styles: Styles) {
    let metrics = styles.metrics;
    let row = &set.row;
    let reason_below = set.reason.as_ref().is_some_and(|reason| {
        let wordings = set.actual.size().x.max(set.target.size().x);
        metrics.px(UNLINKED_INDENT + 16.0) + wordings + reason.size().x > area.width()
    });
    let below = match (&set.reason, reason_below) {
        (Some(reason), true) => reason.size().y + metrics.px(2.0),
        _ => 0.0,
    };
    let lines = set.actual.size().y + set.target.size().y + metrics.px(4.0) + below;
    let top = area.center().y - lines / 2.0;
    let text_left = area.left() + metrics.px(UNLINKED_INDENT);
    let mark_x = area.left() + metrics.px(UNLINKED_INDENT / 2.0 - 1.0);

    let actual_y = top + set.actual.size().y / 2.0;
    let target_y = top + set.actual.size().y + metrics.px(4.0) + set.target.size().y / 2.0;
    let scale = metrics.scale * 0.8;
    if row.actual.quantity.value().is_some() {
        let at = pos2(mark_x, actual_y);
        let mark = actual_mark(row.actual);
        painter.extend(marks::shapes(mark, at, None, Pointing::Right, scale, styles.palette));
    }
    if row.target.quantity.value().is_some() {
        let mark = Mark::of(Role::Target, row.target.quantity.bound(), row.target.status);
        let centred = matches!(mark.bound, crate::model::Bound::Exact);
        let shift = if centred { metrics.px(4.5) } else { -metrics.px(3.0) };
        let at = pos2(mark_x + shift, target_y);
        painter.extend(marks::shapes(mark, at, None, Pointing::Right, scale, styles.palette));
    }
    text::paint(painter, set.actual.clone(), pos2(text_left, actual_y), Align2::LEFT_CENTER);
    text::paint(painter, set.target.clone(), pos2(text_left, target_y), Align2::LEFT_CENTER);

    let sign = pos2(area.left() + metrics.px(2.0), f32::midpoint(actual_y, target_y));
    painter.extend(marks::broken_link(sign, metrics.scale * 0.8, styles.palette.subdued));

    if let Some(reason) = &set.reason {
        let (at, anchor) = if reason_below {
            (pos2(text_left, top + lines), Align2::LEFT_BOTTOM)
        } else {
            // In line below each other where the wordings leave room for it.
            let wordings = set.actual.size().x.max(set.target.size().x);
            let after = text_left + wordings + metrics.px(16.0);
            let latest = area.right() - reason.size().x;
            let left = (area.left() + area.width() * 0.5).clamp(after.min(latest), latest);
            (
                pos2(left.max(after.min(latest)), f32::midpoint(actual_y, target_y)),
                Align2::LEFT_CENTER,
            )
        };
        text::paint(painter, reason.clone(), at, anchor);
    }
}
