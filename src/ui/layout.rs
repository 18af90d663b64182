//! Which panels there is room for beside the view, and how wide they may be.
//!
//! A window can be as small as 480 points: 960 wide, at a zoom of 200 %.
//! The view keeps its part; where both panels do not fit the details give way, and appear when the tree is hidden.

use std::ops::RangeInclusive;

use crate::settings::PANEL_WIDTHS;

/// The view is never narrower beside one panel.
const VIEW_LEAST: f32 = 260.0;
/// Nor beside two.
const VIEW_BESIDE_TWO: f32 = 340.0;
/// Narrowest tree and detail panel.
const TREE_LEAST: f32 = *PANEL_WIDTHS.start();
const DETAIL_LEAST: f32 = 260.0;

/// The panels that are shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Fit {
    pub tree: bool,
    pub detail: bool,
    width: f32,
}

impl Fit {
    /// Of the panels that are wanted, those that a window of `width` points has room for.
    pub fn of(width: f32, tree_wanted: bool, detail_wanted: bool) -> Self {
        let tree = tree_wanted && width >= TREE_LEAST + VIEW_LEAST;
        let beside = if tree { TREE_LEAST + VIEW_BESIDE_TWO } else { VIEW_LEAST - 40.0 };
        let detail = detail_wanted && width >= DETAIL_LEAST + beside;
        Self { tree, detail, width }
    }

    /// How wide the tree may be.
    pub fn tree_widths(self) -> RangeInclusive<f32> {
        let most = (self.width * 0.24).max(TREE_LEAST);
        TREE_LEAST..=most.min(*PANEL_WIDTHS.end())
    }

    /// How wide the detail panel may be.
    pub fn detail_widths(self) -> RangeInclusive<f32> {
        let most = (self.width * 0.30).max(DETAIL_LEAST);
        DETAIL_LEAST..=most.min(*PANEL_WIDTHS.end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_view_keeps_its_part_in_every_window() {
        for width in (480..2600).step_by(20) {
            let width = width as f32;
            for (tree, detail) in [(true, true), (true, false), (false, true), (false, false)] {
                let fit = Fit::of(width, tree, detail);
                let left = if fit.tree { *fit.tree_widths().end() } else { 0.0 };
                let right = if fit.detail { *fit.detail_widths().end() } else { 0.0 };
                assert!(width - left - right >= 220.0, "{width}: {fit:?}");
                assert!((tree || !fit.tree) && (detail || !fit.detail));
            }
        }
    }

    #[test]
    fn a_small_window_shows_the_details_when_the_tree_is_hidden() {
        assert!(Fit::of(960.0, true, true).detail);
        assert!(!Fit::of(640.0, true, true).detail);
        assert!(Fit::of(640.0, false, true).detail);
        assert!(Fit::of(480.0, false, true).detail);
    }
}
