//! What is derived from the state for the window to show, made anew only when what it is made of changes.

use std::ops::Deref;
use std::sync::Arc;

use crate::chart::{ChartKind, ChartSpec, Scope};
use crate::command::{ChartShape, Selection};
use crate::i18n::Lang;
use crate::model::{Report, SectionId};
use crate::settings::View;
use crate::source::Identity;
use crate::ui::Dialog;
use crate::ui::lists::{ChartList, Detail, Jumps, Outline, Overview, Table, TableOf};

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
    pub spec: ChartSpec,
    /// Whether the chart has anything to draw.
    pub drawn: Kept<(u64, ChartSpec), bool>,
    /// Every chart that the report offers; made when charts are first looked at.
    pub charts: Kept<Edition, ChartList>,
    /// The kinds that have something to show of what the chart shows.
    pub kinds: Kept<(u64, Scope), Vec<ChartKind>>,
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
            spec: ChartSpec::new(ChartKind::Dumbbell, Scope::Headline),
            drawn: Kept::default(),
            charts: Kept::default(),
            kinds: Kept::default(),
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
        let scope = self.chart_scope();
        let ChartShape { kind, order, labels } = self.shape;
        let spec = match self.image() {
            Some(image) => ChartSpec { kind, ..image.spec.clone() },
            None => ChartSpec::new(kind, scope),
        };
        let lists = &mut self.lists;
        // What means nothing to the kind waits until one comes that it means something to.
        lists.spec = spec.arranged(order, labels);
        let of = (self.generation, lists.spec.clone());
        lists.drawn.update(of, |(_, spec)| !spec.figures(report).is_empty());
        if self.settings.view != View::Chart {
            return;
        }
        lists.charts.update(edition, |(_, lang)| ChartList::of(report, *lang));
        let of = (self.generation, lists.spec.scope.clone());
        lists.kinds.update(of, |(_, scope)| {
            let offered =
                |kind: &ChartKind| ChartSpec::new(*kind, scope.clone()).is_offered(report);
            ChartKind::ALL.into_iter().filter(offered).collect()
        });
    }

    /// What only a dialog shows is derived when it is open.
    fn refresh_dialog(&mut self, edition: Edition) {
        let report = self.report().cloned();
        match (&self.dialog, report) {
            (Some(Dialog::Palette), report) => {
                self.lists.jumps.update(edition, |(_, lang)| Jumps::of(report.as_deref(), *lang));
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
