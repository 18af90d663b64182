//! What is derived from the state for the window to show, made anew only when what it is made of changes.

use std::collections::HashMap;
use std::ops::Deref;
use std::sync::Arc;

use crate::chart::{ChartKind, ChartSpec, Scope};
use crate::command::{ChartScope, ChartShape, ExportDraft, Selection};
use crate::export::batch::Plan;
use crate::export::choices::{BatchChoices, ExportChoices};
use crate::i18n::Lang;
use crate::model::{Bilingual, Comparison, FigureId, Report, SectionId};
use crate::settings::View;
use crate::source::Identity;
use crate::ui::Dialog;
use crate::ui::export_dialog::plan;
use crate::ui::lists::{
    ChartList, Detail, Jumps, NotDrawn, Outline, Overview, Picked, Table, TableOf, comparison_of,
};

use super::state::{Document, State};

/// A value with what it was made of.
pub(super) struct Kept<K, V> {
    of: Option<K>,
    value: V,
}

impl<K: PartialEq, V> Kept<K, V> {
    /// Makes the value anew unless it is of `of` already.
    fn update(&mut self, of: K, make: impl FnOnce(&K) -> V) {
        if self.of.as_ref() != Some(&of) {
            self.value = make(&of);
            self.of = Some(of);
        }
    }
}

impl<K, V: Default> Default for Kept<K, V> {
    fn default() -> Self {
        Self { of: None, value: V::default() }
    }
}

impl<K, V> Deref for Kept<K, V> {
    type Target = V;

    fn deref(&self) -> &V {
        &self.value
    }
}

/// The report, by how often one was opened, and the language.
type Edition = (u64, Lang);

/// Everything that is derived.
pub(super) struct Lists {
    pub outline: Kept<Edition, Outline>,
    /// Made when it is looked at.
    pub overview: Kept<OverviewOf, Overview>,
    /// The overview of the whole report, whatever section is chosen; with derived values or without.
    pub whole: Kept<(Edition, bool), Overview>,
    pub jumps: Kept<Edition, Jumps>,
    pub table: Table,
    pub detail: Kept<(Edition, Option<Selection>), Option<Detail>>,
    pub spec: Kept<ChartOf, ChartSpec>,
    /// Whether the chart has anything to draw.
    pub drawn: Kept<ChartOf, bool>,
    /// The rows that are selected together and that a chart of them leaves out.
    pub not_drawn: Kept<(Edition, ChartKind, Arc<Picked>), NotDrawn>,
    /// What a presentation walks over; made while there is one.
    pub walk: Kept<WalkOf, Vec<u32>>,
    /// Which of it is selected.
    pub walked_to: Kept<(WalkOf, Option<Selection>), Option<usize>>,
    /// Every chart that the report offers; made when charts are first looked at.
    pub charts: Kept<Edition, ChartList>,
    /// The kinds that have something to show of what the chart shows.
    pub kinds: Kept<ChartOf, Vec<ChartKind>>,
    /// The files of an export of several charts; made while its dialog is open.
    pub plan: Kept<PlanOf, Result<Plan, Bilingual>>,
}

/// What the plan of an export is made of.
#[derive(PartialEq)]
pub(super) struct PlanOf {
    edition: Edition,
    draft: ExportDraft,
    export: ExportChoices,
    batch: BatchChoices,
}

/// What the chart is made of.
#[derive(Clone, PartialEq)]
pub(super) struct ChartOf {
    generation: u64,
    scope: ChartScope,
    shape: ChartShape,
    section: Option<SectionId>,
    /// The selection, where the chart is of it.
    selected: Option<(Option<Selection>, Arc<Picked>)>,
}

/// What a presentation walks over is made of the listed rows, and of the chart that is seen.
type WalkOf = (u64, Option<ChartOf>);

impl ChartOf {
    fn of(state: &State) -> Self {
        let of_selection = state.scope == ChartScope::Indicator;
        Self {
            generation: state.generation,
            scope: state.scope,
            shape: state.shape,
            section: state.section.clone(),
            selected: of_selection.then(|| (state.selection.clone(), Arc::clone(&state.picked))),
        }
    }
}

/// The comparisons that a presentation walks over, in [`Report::comparisons`]: those `charted` in the chart that is
/// seen, in its order, if it has several or is of `picked` rows, else those of the listed rows.
fn walk(report: &Report, charted: &[&Comparison], picked: bool, table: &Table) -> Vec<u32> {
    if charted.len() < if picked { 1 } else { 2 } {
        return table.comparisons().collect();
    }
    let all = (0..).zip(report.comparisons());
    let places: HashMap<&FigureId, u32> = all.map(|(at, one)| (&one.target, at)).collect();
    charted.iter().filter_map(|one| places.get(&one.target).copied()).collect()
}

/// Which of the comparisons of a walk is selected.
fn walked_to(report: &Report, walk: &[u32], selection: Option<&Selection>) -> Option<usize> {
    let selected = &comparison_of(report, selection?)?.target;
    walk.iter().position(|at| report.comparisons()[*at as usize].target == *selected)
}

/// What the overview is made of.
#[derive(PartialEq)]
pub(super) struct OverviewOf {
    edition: Edition,
    section: Option<SectionId>,
    /// Of the table, where search or facets leave something out: what all of a section says depends on nothing else.
    table: Option<u64>,
    derived: bool,
}

impl Default for Lists {
    fn default() -> Self {
        Self {
            outline: Kept::default(),
            overview: Kept::default(),
            whole: Kept::default(),
            jumps: Kept::default(),
            table: Table::default(),
            detail: Kept::default(),
            spec: Kept { of: None, value: ChartSpec::new(ChartKind::Dumbbell, Scope::Headline) },
            drawn: Kept::default(),
            not_drawn: Kept::default(),
            walk: Kept::default(),
            walked_to: Kept::default(),
            charts: Kept::default(),
            kinds: Kept::default(),
            plan: Kept { of: None, value: Err(Bilingual::default()) },
        }
    }
}

impl State {
    /// Derives again what is out of date.
    pub fn refresh(&mut self) {
        let edition = (self.generation, self.lang());
        self.refresh_dialog(edition);
        let Ok(Document { report, .. }) = &self.content else { return };
        let report = Arc::clone(report);
        self.refresh_table(&report);
        let (filters, writing) = (&self.filters, self.writing());
        let lists = &mut self.lists;
        lists.outline.update(edition, |(_, lang)| Outline::of(&report, *lang));
        lists.outline.value.recount(&lists.table, writing.lang);
        if self.settings.view == View::Overview {
            let left = filters.narrow().then_some(&lists.table);
            let of = OverviewOf {
                edition,
                section: self.section.clone(),
                table: left.map(Table::edition),
                derived: !writing.derived_hidden,
            };
            lists.overview.update(of, |of| {
                Overview::of(&report, of.section.as_ref(), left, of.derived, writing.lang)
            });
        }
        lists.detail.update((edition, self.selection.clone()), |(_, selection)| {
            selection.as_ref().and_then(|one| Detail::of(&report, one, writing.lang))
        });
        self.refresh_chart(&report, edition);
    }

    fn refresh_table(&mut self, report: &Report) {
        let text = self.reading.opened.as_ref();
        let text = text.map(|opened| (Arc::clone(&opened.attached), opened.generation));
        self.lists.table.update(TableOf {
            report,
            generation: self.generation,
            // Only in the published text are the spans of the figures their places.
            text: text
                .as_ref()
                .filter(|(attached, _)| attached.identity != Identity::Copy)
                .map(|(attached, generation)| (attached.text.chars(), *generation)),
            section: self.section.as_ref(),
            filters: &self.filters,
            columns: &self.settings.table.columns,
            selection: self.selection.as_ref(),
            writing: self.writing(),
        });
    }

    /// The chart in the window, and the charts that there are.
    fn refresh_chart(&mut self, report: &Report, edition: Edition) {
        let of = ChartOf::of(self);
        if self.lists.spec.of.as_ref() != Some(&of) {
            let spec = self.chart_spec();
            self.lists.spec.update(of.clone(), |_| spec);
        }
        // Derived values are hidden or shown with the rows of the table.
        let derived = self.settings.derived_shown
            && self.image().is_none_or(|image| image.carried.style.parts.derived);
        let lists = &mut self.lists;
        let spec = &lists.spec.value;
        lists.drawn.update(of.clone(), |_| !spec.figures(report).is_empty());
        let chart_seen = self.settings.view == View::Chart;
        if self.presenting.is_some() {
            let of = (lists.table.edition(), chart_seen.then(|| of.clone()));
            lists.walk.update(of.clone(), |(_, chart)| {
                let of_rows = |chart: &ChartOf| {
                    chart.selected.as_ref().is_some_and(|(_, picked)| picked.len() > 1)
                };
                let picked = chart.as_ref().is_some_and(of_rows);
                let charted = chart.as_ref().map(|_| spec.rows(report, derived));
                walk(report, &charted.unwrap_or_default(), picked, &lists.table)
            });
            lists.walked_to.update((of, self.selection.clone()), |(_, selection)| {
                walked_to(report, &lists.walk, selection.as_ref())
            });
        }
        if !chart_seen {
            return;
        }
        let Ok(document) = &self.content else { return };
        let catalog = document.catalog();
        lists.charts.update(edition, |(_, lang)| ChartList::of(catalog, *lang));
        let picked = (edition, self.shape.kind, Arc::clone(&self.picked));
        lists.not_drawn.update(picked, |((_, lang), kind, picked)| {
            NotDrawn::of(report, &lists.table, picked, *kind, *lang)
        });
        let of = ChartOf { shape: ChartShape::default(), ..of };
        lists.kinds.update(of, |_| {
            let offered = |kind: &ChartKind| {
                let scope = match (kind, &spec.scope) {
                    // It leaves them.
                    (ChartKind::Profile, Scope::Headline) => Scope::Report,
                    (_, scope) => scope.clone(),
                };
                catalog.offers(&ChartSpec::new(*kind, scope))
            };
            ChartKind::ALL.into_iter().filter(offered).collect()
        });
    }

    fn chart_spec(&self) -> ChartSpec {
        let ChartShape { kind, order, labels } = self.shape;
        let spec = match self.image() {
            Some(image) => ChartSpec { kind, ..image.carried.spec.clone() },
            None => ChartSpec::new(kind, self.chart_scope()),
        };
        // What means nothing to the kind waits until one comes that it means something to.
        spec.arranged(order, labels)
    }

    /// What only a dialog shows is derived when it is open.
    fn refresh_dialog(&mut self, edition: Edition) {
        let report = self.report().cloned();
        match (&self.dialog, report) {
            (Some(Dialog::Palette), report) => {
                self.lists.jumps.update(edition, |(_, lang)| Jumps::of(report.as_deref(), *lang));
            }
            (Some(Dialog::Export), Some(report)) => {
                let Some(exporting) = self.exporting.as_ref().filter(|it| it.draft.several) else {
                    return;
                };
                let (export, batch) = (self.settings.export, self.settings.batch.clone());
                let of = PlanOf { edition, draft: exporting.draft.clone(), export, batch };
                self.lists
                    .plan
                    .update(of, |of| plan(&report, exporting, &of.export, &of.batch, of.edition.1));
            }
            (Some(Dialog::Help), Some(report)) => {
                self.lists.whole.update((edition, self.settings.derived_shown), |(of, derived)| {
                    Overview::of(&report, None, None, *derived, of.1)
                });
            }
            _ => {}
        }
    }
}
