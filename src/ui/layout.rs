//! Which panels there is room for beside the view, and how wide they may be.
//!
//! A window can be as small as 480 points: 960 wide, at a zoom of 200 %. The view keeps its part:
//! below [`WITH_BOTH`] one panel stands beside it, the one that was asked for last; below [`WITH_ONE`] none until one is asked for.

use std::ops::RangeInclusive;

use crate::settings::{PANEL_WIDTHS, Settings};

/// From this width on there is room for both panels, in points.
const WITH_BOTH: f32 = 900.0;
/// From this width on there is room for one without anybody asking for it.
const WITH_ONE: f32 = 720.0;
/// Narrowest tree and detail panel.
const TREE_LEAST: f32 = *PANEL_WIDTHS.start();
const DETAIL_LEAST: f32 = 260.0;

/// A panel beside the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// The section tree.
    Tree,
    /// The details.
    Detail,
}

/// What was last asked for in a window that has room for one panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Asked {
    /// Nothing yet: what the settings say, as far as there is room.
    #[default]
    Nothing,
    /// The view alone.
    Neither,
    /// This panel.
    One(Panel),
}

/// The panels that are shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fit {
    /// The section tree.
    pub tree: bool,
    /// The details.
    pub detail: bool,
    width: f32,
}

impl Fit {
    /// Of the panels that are wanted, those that a window of `width` points shows.
    #[must_use]
    pub fn of(width: f32, settings: &Settings, asked: Asked) -> Self {
        let wanted = (settings.tree, settings.detail_wanted());
        let (tree, detail) = match asked {
            _ if width >= WITH_BOTH => wanted,
            Asked::Nothing if width >= WITH_ONE => (wanted.0, wanted.1 && !wanted.0),
            Asked::Nothing | Asked::Neither => (false, false),
            Asked::One(panel) => (panel == Panel::Tree, panel == Panel::Detail),
        };
        Self { tree, detail, width }
    }

    /// Shows `panel`, or puts it away: in the settings where there is room for both, else for this run.
    pub fn show(self, panel: Panel, shown: bool, settings: &mut Settings, asked: &mut Asked) {
        if self.width < WITH_BOTH {
            *asked = if shown { Asked::One(panel) } else { Asked::Neither };
            return;
        }
        match panel {
            Panel::Tree => settings.tree = shown,
            Panel::Detail => settings.want_detail(shown),
        }
    }

    /// How wide the tree may be.
    #[must_use]
    pub fn tree_widths(self) -> RangeInclusive<f32> {
        self.widths(TREE_LEAST, 0.13, 0.24)
    }

    /// How wide the detail panel may be.
    #[must_use]
    pub fn detail_widths(self) -> RangeInclusive<f32> {
        self.widths(DETAIL_LEAST, 0.17, 0.30)
    }

    /// Between two shares of the window, and never less than `least`: a wide window has no reason to cut headings.
    fn widths(self, least: f32, from: f32, to: f32) -> RangeInclusive<f32> {
        let share = |share: f32| (self.width * share).clamp(least, *PANEL_WIDTHS.end());
        share(from)..=share(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(tree: bool, detail: bool) -> Settings {
        Settings { tree, detail, view: crate::settings::View::Table, ..Settings::default() }
    }

    #[test]
    fn the_view_keeps_its_part_in_every_window() {
        for width in (480..2600).step_by(20) {
            let width = width as f32;
            for (tree, detail) in [(true, true), (true, false), (false, true), (false, false)] {
                for asked in [Asked::Nothing, Asked::One(Panel::Tree), Asked::One(Panel::Detail)] {
                    let fit = Fit::of(width, &settings(tree, detail), asked);
                    let left = if fit.tree { *fit.tree_widths().end() } else { 0.0 };
                    let right = if fit.detail { *fit.detail_widths().end() } else { 0.0 };
                    assert!(width - left - right >= 220.0, "{width}: {fit:?}");
                }
            }
        }
    }

    #[test]
    fn panels_grow_with_the_window() {
        let widths = |width| {
            let fit = Fit::of(width, &settings(true, true), Asked::Nothing);
            (*fit.tree_widths().start(), *fit.detail_widths().start())
        };
        assert_eq!(widths(1280.0), (TREE_LEAST, DETAIL_LEAST));
        let wide = widths(2560.0);
        assert!(wide.0 >= 320.0 && wide.1 >= 420.0, "{wide:?}");
        let end = *PANEL_WIDTHS.end();
        assert_eq!(widths(8000.0), (end, end));
    }

    #[test]
    fn a_small_window_shows_the_panel_that_was_asked_for_last() {
        let (mut settings, mut asked) = (settings(true, true), Asked::default());
        let fit = Fit::of(960.0, &settings, asked);
        assert!(fit.tree && fit.detail);
        let small = |settings: &Settings, asked: Asked| Fit::of(640.0, settings, asked);
        let fit = small(&settings, asked);
        assert!(!fit.tree && !fit.detail);
        fit.show(Panel::Detail, true, &mut settings, &mut asked);
        assert!(small(&settings, asked).detail && !small(&settings, asked).tree);
        fit.show(Panel::Tree, true, &mut settings, &mut asked);
        assert!(small(&settings, asked).tree && !small(&settings, asked).detail);
        fit.show(Panel::Tree, false, &mut settings, &mut asked);
        assert_eq!(small(&settings, asked), fit);
        assert!(Fit::of(960.0, &settings, asked).tree, "a large window is as it was");
    }
}
