//! A line of states that one can walk back and forward along, as in a browser; and the two that the window has.
//!
//! *Back and forward* walk over places: view, section, selection, filters.
//! *Undo and redo* walk over every change of what is seen, panels and folds included.
//! Both are a [`History`]; only what they compare differs.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::command::{ChartScope, ChartShape, Selection};
use crate::find::Filters;
use crate::model::SectionId;
use crate::settings::View;
use crate::ui::Asked;
use crate::ui::lists::Picked;

use super::state::State;

/// More steps than anyone walks back.
const MOST: usize = 200;

/// Changes of one kind that follow each other within this time, in seconds, are one step:
/// walking down a table with the arrow keys is one walk, not thirty.
const ONE_STEP: f64 = 0.9;

/// Where one is, where one was, and where one went back from.
#[derive(Debug, Clone)]
pub(super) struct History<T> {
    past: Vec<T>,
    present: T,
    future: Vec<T>,
    recorded: f64,
}

impl<T: Clone + PartialEq> History<T> {
    /// Begins at `present`.
    pub fn new(present: T) -> Self {
        Self { past: Vec::new(), present, future: Vec::new(), recorded: f64::NEG_INFINITY }
    }

    /// Takes note of where one is now, at `now` seconds.
    ///
    /// `small` says whether the way from the first to the second is so short that several of them in a row are one step.
    pub fn record(&mut self, now: f64, state: T, small: impl Fn(&T, &T) -> bool) {
        if state == self.present {
            return;
        }
        let goes_on = now - self.recorded < ONE_STEP
            && !self.past.is_empty()
            && small(&self.present, &state)
            && self.past.last().is_some_and(|before| small(before, &self.present));
        let before = std::mem::replace(&mut self.present, state);
        if !goes_on {
            self.past.push(before);
            if self.past.len() > MOST {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.recorded = now;
    }

    /// Goes one step back; where one is then.
    pub fn back(&mut self) -> Option<&T> {
        let before = self.past.pop()?;
        self.future.push(std::mem::replace(&mut self.present, before));
        self.recorded = f64::NEG_INFINITY;
        Some(&self.present)
    }

    /// Goes one step forward again.
    pub fn forward(&mut self) -> Option<&T> {
        let after = self.future.pop()?;
        self.past.push(std::mem::replace(&mut self.present, after));
        self.recorded = f64::NEG_INFINITY;
        Some(&self.present)
    }

    /// Whether there is a step back.
    pub fn has_past(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step forward.
    pub fn has_future(&self) -> bool {
        !self.future.is_empty()
    }
}

/// Where one is in a report: what back and forward lead to.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Place {
    pub view: View,
    pub section: Option<SectionId>,
    pub selection: Option<Selection>,
    pub picked: Arc<Picked>,
    pub filters: Filters,
    pub scope: ChartScope,
    pub shape: ChartShape,
}

impl Place {
    pub fn of(state: &State) -> Self {
        Self {
            view: state.settings.view,
            section: state.section.clone(),
            selection: state.selection.clone(),
            picked: Arc::clone(&state.picked),
            filters: state.filters.clone(),
            scope: state.scope,
            shape: state.shape,
        }
    }

    /// Goes there. A place is of the report that is open: another report begins a new history.
    pub fn show(&self, state: &mut State) {
        state.settings.view = self.view;
        state.section.clone_from(&self.section);
        state.select(self.selection.clone());
        state.picked = Arc::clone(&self.picked);
        state.filters.clone_from(&self.filters);
        state.settings.table.order = self.filters.order;
        state.scope = self.scope;
        state.shape = self.shape;
        state.reveal = true;
    }

    /// Only the selection differs, or what is typed into the search field.
    pub fn is_near(&self, other: &Self) -> bool {
        let mut same = Self {
            selection: other.selection.clone(),
            picked: Arc::clone(&other.picked),
            ..self.clone()
        };
        same.filters.search.clone_from(&other.filters.search);
        same == *other
    }
}

/// Everything that undo brings back: the place, and how it is seen.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Look {
    pub place: Place,
    pub unfolded: BTreeSet<String>,
    pub tree: bool,
    pub detail: bool,
    pub overview_detail: bool,
    pub asked: Asked,
}

impl Look {
    pub fn of(state: &State) -> Self {
        Self {
            place: Place::of(state),
            unfolded: state.unfolded.clone(),
            tree: state.settings.tree,
            detail: state.settings.detail,
            overview_detail: state.settings.overview_detail,
            asked: state.asked,
        }
    }

    pub fn show(&self, state: &mut State) {
        self.place.show(state);
        state.unfolded.clone_from(&self.unfolded);
        state.settings.tree = self.tree;
        state.settings.detail = self.detail;
        state.settings.overview_detail = self.overview_detail;
        state.asked = self.asked;
    }

    /// Only the selection differs.
    pub fn is_near(&self, other: &Self) -> bool {
        self.place.is_near(&other.place)
            && Self { place: other.place.clone(), ..self.clone() } == *other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn never<T>(_: &T, _: &T) -> bool {
        false
    }

    #[test]
    fn one_walks_back_and_forward_and_a_new_way_ends_the_old_one() {
        let mut history = History::new(1);
        for (now, state) in [(1.0, 2), (5.0, 3), (9.0, 3)] {
            history.record(now, state, never);
        }
        assert_eq!(history.back().copied(), Some(2));
        assert_eq!(history.back().copied(), Some(1));
        assert_eq!(history.back(), None);
        assert_eq!(history.forward().copied(), Some(2));
        history.record(20.0, 7, never);
        assert!(!history.has_future());
        assert_eq!(history.back().copied(), Some(2));
        assert!(history.has_past() && history.has_future());
    }

    #[test]
    fn small_steps_in_a_row_are_one() {
        let near = |a: &i32, b: &i32| a / 100 == b / 100;
        let mut history = History::new(0);
        for (now, state) in [(1.0, 100), (1.2, 101), (1.4, 102), (1.6, 103), (5.0, 104)] {
            history.record(now, state, near);
        }
        assert_eq!(history.back().copied(), Some(103));
        assert_eq!(history.back().copied(), Some(100), "the walk from 101 to 103 was one step");
        assert_eq!(history.back().copied(), Some(0));
    }

    #[test]
    fn the_past_has_an_end() {
        let mut history = History::new(0);
        for state in 1..=1000 {
            history.record(f64::from(state), state, never);
        }
        let mut steps = 0;
        while history.back().is_some() {
            steps += 1;
        }
        assert_eq!(steps, MOST);
    }
}
