//! Where a person was when the window was closed, so that the next start with the same report goes on there.

use std::collections::HashMap;

use crate::command::{ChartScope, Selection};
use crate::find::{Facet, FacetValue};
use crate::model::{FigureId, IndicatorId, SectionId};
use crate::settings::{LastPlace, View};

use super::state::State;

/// What is to be remembered of `state`; `None` when no report is open.
pub(super) fn of(state: &State) -> Option<LastPlace> {
    let report = state.report()?;
    let selection = state.selection.as_ref();
    Some(LastPlace {
        report: report.id().as_str().to_owned(),
        section: state.section.as_ref().map(|id| id.as_str().to_owned()),
        indicator: selection.map(|selection| selection.indicator.as_str().to_owned()),
        figure: selection
            .and_then(|selection| selection.figure.as_ref())
            .map(|id| id.as_str().to_owned()),
        search: state.filters.search.clone(),
        facets: state.filters.choice.values().iter().map(FacetValue::key).collect(),
        conditions: state.filters.columns.clone(),
    })
}

/// Goes where one was, if this is the same report; what it no longer has is left out.
pub(super) fn go_on(state: &mut State) {
    let Some(last) = state.settings.last.clone() else { return };
    let Some(report) = state.report().cloned() else { return };
    // An image is opened for its chart.
    if report.id().as_str() != last.report || state.image().is_some() {
        return;
    }
    let section = last.section.and_then(|id| SectionId::new(&id).ok());
    if let Some(id) = section.filter(|id| report.section(id).is_some()) {
        let around = std::iter::successors(id.parent(), SectionId::parent);
        state.unfolded.extend(around.map(|id| id.as_str().to_owned()));
        state.section = Some(id);
        state.scope = ChartScope::Section;
    }
    let indicator = last.indicator.and_then(|id| IndicatorId::new(&id).ok());
    if let Some(indicator) = indicator.filter(|id| report.indicator(id).is_some()) {
        let figure = last
            .figure
            .and_then(|id| FigureId::new(&id).ok())
            .filter(|id| report.figure(id).is_some_and(|figure| figure.indicator == indicator));
        state.select(Some(Selection { indicator, figure }));
    }
    state.filters.search = last.search;
    state.filters.columns = last.conditions;
    if !last.facets.is_empty() {
        // A facet has the values that the report's figures have, and the table knows them.
        state.refresh();
        let values = Facet::ALL.into_iter().flat_map(|facet| state.lists.table.facet(facet));
        let there: HashMap<String, &FacetValue> =
            values.map(|(value, _)| (value.key(), value)).collect();
        for value in last.facets.iter().filter_map(|key| there.get(key)) {
            state.filters.choice.toggle((*value).clone());
        }
    }
    // An overview is begun at its beginning: what is selected there stands far below.
    state.reveal = state.settings.view != View::Overview;
}
