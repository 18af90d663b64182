//! What the window is showing, and what is derived from it.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use crate::chart::{Catalog, ChartKind, ChartSpec, Scope};
use crate::command::{ChartScope, ChartShape, Selection, Situation, Slide};
use crate::export::Format;
use crate::export::carried::Carried;
use crate::export::choices::ExportChoices;
use crate::find::Filters;
use crate::i18n::window::Word;
use crate::i18n::{Lang, both, window};
use crate::load::Problem;
use crate::model::{FigureId, Report, SectionId};
use crate::notice::{NoticeKind, Notices};
use crate::settings::{Settings, View};
use crate::ui::export_dialog::Exporting;
use crate::ui::lists::{Picked, Writing};
use crate::ui::reading::Reading;
use crate::ui::{Asked, Dialog, Failure, Fit, SidePanel};

use super::lists::Lists;
use super::open::Opened;
use super::watch::Stamp;

/// An open report.
pub(super) struct Document {
    /// Its file; none for the report that the application brings along.
    pub file: Option<PathBuf>,
    /// The state of the file when it was read.
    pub stamp: Stamp,
    pub report: Arc<Report>,
    /// What is wrong in its file.
    pub problems: Vec<Problem>,
    /// The image whose data it is, if it is not a report's own file.
    pub image: Option<OfImage>,
}

impl Document {
    /// The charts that it offers.
    pub fn catalog(&self) -> Catalog<'_> {
        Catalog::new(&self.report, self.image.as_ref().map(|image| &image.carried.spec))
    }
}

/// An image that was opened.
pub(super) struct OfImage {
    pub file_name: String,
    /// The chart on it, and how it is drawn.
    pub carried: Carried,
    /// What kind of file it is.
    pub format: Format,
    /// How many figures it says that it draws.
    pub drawn: usize,
}

impl OfImage {
    /// How it shows its comparisons.
    fn shape(&self) -> ChartShape {
        let ChartSpec { kind, order, labels, .. } = self.carried.spec;
        ChartShape { kind, order, labels }
    }
}

/// Everything that a frame depends on.
pub(super) struct State {
    pub content: Result<Document, Failure>,
    /// Raised with every report that is opened.
    pub generation: u64,
    pub section: Option<SectionId>,
    pub unfolded: BTreeSet<String>,
    pub selection: Option<Selection>,
    pub reveal: bool,
    /// What narrows and orders the table.
    pub filters: Filters,
    /// The rows that are selected together.
    pub picked: Arc<Picked>,
    /// The keyboard is asked to the search field.
    pub focus_search: bool,
    pub reading: Reading,
    pub scope: ChartScope,
    pub shape: ChartShape,
    pub dialog: Option<Dialog>,
    /// What the export dialog shows, and keeps until another report is opened.
    pub exporting: Option<Exporting>,
    /// What is shown alone, for an audience.
    pub presenting: Option<Slide>,
    /// Whether the window filled the screen before the presentation.
    pub full_before: bool,
    /// The panel that was asked for last in a window that has room for one.
    pub asked: Asked,
    /// The width of the window, in points.
    pub width: f32,
    pub notices: Notices,
    pub settings: Settings,
    pub busy: bool,
    /// The time of the frame, in seconds.
    pub now: f64,
    pub lists: Lists,
    system_lang: Lang,
}

impl State {
    pub fn new(opened: Opened, settings: Settings, system_lang: Lang) -> Self {
        let mut state = Self {
            content: opened,
            generation: 0,
            section: None,
            unfolded: BTreeSet::new(),
            selection: None,
            reveal: false,
            filters: Filters::default(),
            picked: Arc::default(),
            focus_search: false,
            reading: Reading::new(),
            scope: ChartScope::default(),
            shape: ChartShape::default(),
            dialog: None,
            exporting: None,
            presenting: None,
            full_before: false,
            asked: Asked::default(),
            width: 0.0,
            notices: Notices::default(),
            settings,
            busy: false,
            now: 0.0,
            lists: Lists::default(),
            system_lang,
        };
        state.look_at_the_whole();
        state.look_at_the_image();
        state
    }

    /// Shows another report from its beginning.
    pub fn show(&mut self, document: Document) {
        self.content = Ok(document);
        self.generation += 1;
        self.dialog = None;
        self.exporting = None;
        self.look_at_the_whole();
        self.look_at_the_image();
        self.announce_problems(self.now);
    }

    /// Shows the same report as it has been read again; what is chosen stays as far as it is still there.
    pub fn show_again(&mut self, document: Document) {
        self.let_go_of_rows();
        self.content = Ok(document);
        self.generation += 1;
        let Some(report) = self.report().cloned() else { return };
        if self.section.as_ref().is_some_and(|section| report.section(section).is_none()) {
            self.section = None;
        }
        let there = |selection: &Selection| {
            report.indicator(&selection.indicator).is_some()
                && selection.figure.as_ref().is_none_or(|figure| report.figure(figure).is_some())
        };
        let selection = self.selection.take().filter(there);
        self.select(selection);
        if let Some(image) = self.image() {
            // It was exported anew: its chart may be another.
            self.shape = image.shape();
        }
        self.announce_problems(self.now);
    }

    /// The chart of an image, as it is there, until another is chosen; what is exported next looks like it.
    fn look_at_the_image(&mut self) {
        let Some(image) = self.content.as_ref().ok().and_then(|document| document.image.as_ref())
        else {
            return;
        };
        self.shape = image.shape();
        let choices = self.settings.export.like(&image.carried);
        let choices = ExportChoices { format: image.format, ..choices };
        self.settings.choose_export(choices);
        self.scope = ChartScope::Image;
        self.settings.view = View::Chart;
    }

    /// The whole report with its first comparison selected and its parts unfolded.
    fn look_at_the_whole(&mut self) {
        self.let_go_of_rows();
        self.section = None;
        self.filters = Filters { order: self.settings.table.order, ..Filters::default() };
        let first = self.report().and_then(|report| report.comparisons().first());
        let first = first.map(|comparison| Selection {
            indicator: comparison.indicator.clone(),
            figure: Some(comparison.target.clone()),
        });
        self.select(first);
        self.scope = ChartScope::default();
        self.shape = ChartShape::default();
        self.unfolded = match &self.content {
            Ok(document) => document
                .report
                .sections()
                .iter()
                .filter(|section| section.id.depth() == 0)
                .map(|section| section.id.as_str().to_owned())
                .collect(),
            Err(_) => BTreeSet::new(),
        };
    }

    /// Posts a message when the open file has faults.
    pub fn announce_problems(&mut self, now: f64) {
        let Ok(Document { problems, .. }) = &self.content else { return };
        if problems.is_empty() {
            return;
        }
        let count = problems.len();
        let what = both(|lang| window::faults(count, lang));
        let next = both(|lang| {
            [Word::FaultsMore, Word::FaultsListed]
                .map(|word| word.text(lang))
                .join(lang.choose("", " "))
        });
        self.notices.post(now, NoticeKind::Problem, what, Some(next), None);
    }

    /// Selects something, or nothing; the rows that were selected together with the former selection are let go.
    ///
    /// In a chart of several selected rows one may go from one to the other.
    pub fn select(&mut self, selection: Option<Selection>) {
        let picked = self
            .report()
            .zip(selection.as_ref())
            .filter(|_| self.settings.view == View::Chart)
            .and_then(|(report, one)| self.picked.selection(report, &self.lists.table, one));
        if picked.is_none() {
            self.let_go_of_rows();
        }
        self.selection = picked.or(selection);
    }

    /// Lets go of the rows that are selected together with the selected one.
    pub fn let_go_of_rows(&mut self) {
        self.picked = Arc::default();
    }

    /// Takes the listed row at `at` in beside the selected ones, or leaves it out where there are others.
    pub fn toggle_row(&mut self, at: usize) {
        let Some(report) = self.report().cloned() else { return };
        let table = &self.lists.table;
        let Some(selected) = table.selected() else { return self.select(table.key(&report, at)) };
        let (Some(row), Some(selected_row)) = (table.place(at), table.place(selected)) else {
            return;
        };
        let before = table.picked(&self.picked);
        let mut others = before.iter().copied().filter(|one| *one != at);
        let goes_to = if !before.contains(&at) {
            Some(at)
        } else if at == selected {
            others.clone().rfind(|one| *one < at).or_else(|| others.next())
        } else {
            Some(selected)
        };
        if let Some(goes_to) = goes_to {
            self.selection = table.key(&report, goes_to);
            self.picked = Arc::new(self.picked.toggled(row, selected_row));
        }
    }

    /// Takes in the listed rows between the selected one and the one at `at`.
    pub fn extend_to(&mut self, at: usize) {
        let table = &self.lists.table;
        let (Some(selected), Some(end)) = (table.selected(), table.place(at)) else { return };
        let range = selected.min(at)..=selected.max(at);
        let range = range.filter_map(|at| table.place(at));
        self.picked = Arc::new(self.picked.extended(range, end));
    }

    /// The language of the window.
    pub fn lang(&self) -> Lang {
        self.settings.lang.unwrap_or(self.system_lang)
    }

    /// The panels beside the view.
    pub fn fit(&self) -> Fit {
        Fit::of(self.width, &self.settings, self.asked)
    }

    /// Shows a panel, or puts it away.
    pub fn show_panel(&mut self, panel: SidePanel, shown: bool) {
        self.fit().show(panel, shown, &mut self.settings, &mut self.asked);
    }

    /// How the table is put into words.
    pub fn writing(&self) -> Writing {
        Writing {
            lang: self.lang(),
            numbers: self.settings.table.numbers,
            derived_hidden: !self.settings.derived_shown,
        }
    }

    pub fn report(&self) -> Option<&Arc<Report>> {
        self.content.as_ref().ok().map(|document| &document.report)
    }

    /// The figure that is selected.
    pub fn selected_figure(&self) -> Option<FigureId> {
        let figure = self.selection.as_ref()?.figure_in(self.report()?)?;
        Some(figure.id.clone())
    }

    /// What decides which commands can be carried out, the steps of the history aside.
    pub fn situation(&self) -> Situation {
        Situation {
            report: self.content.is_ok(),
            chart: self.content.is_ok() && *self.lists.drawn,
            dialog: self.dialog.is_some(),
            back: false,
            forward: false,
            undo: false,
            redo: false,
            busy: self.busy,
            text: self.reading.opened.is_some(),
            hits: !self.reading.hits.is_empty(),
            part: self.is_part(),
        }
    }

    pub fn window_title(&self) -> String {
        let application = Word::Application.text(self.lang());
        match self.report() {
            Some(report) => {
                format!("{} – {application}", self.lang().pick(&report.about().title))
            }
            None => application.to_owned(),
        }
    }

    /// Whether what is open is the part of a report that an image carries.
    pub fn is_part(&self) -> bool {
        self.content.as_ref().is_ok_and(|document| document.image.is_some())
    }

    /// Shows what the chart is of in another kind; a profile counts by section, and so leaves the headline targets.
    pub fn shape_chart(&mut self, shape: ChartShape) {
        self.shape = shape;
        if shape.kind == ChartKind::Profile && self.scope == ChartScope::Headline {
            self.scope = ChartScope::Section;
        }
    }

    /// Shows another chart in the same kind, or the headline targets, of which there is no profile, in the first one.
    pub fn show_scope(&mut self, scope: ChartScope) {
        self.scope = scope;
        if self.shape.kind == ChartKind::Profile && scope == ChartScope::Headline {
            self.shape.kind = ChartShape::default().kind;
        }
    }

    /// The image whose chart is shown as it is there.
    pub fn image(&self) -> Option<&OfImage> {
        let image = self.content.as_ref().ok().and_then(|document| document.image.as_ref());
        image.filter(|_| self.scope == ChartScope::Image)
    }

    /// What the chart of the window is of.
    pub fn chart_scope(&self) -> Scope {
        match (self.scope, &self.section, &self.selection) {
            (ChartScope::Indicator, _, Some(selection)) => {
                let table = &self.lists.table;
                let picked = self.report().map(|report| self.picked.indicators(report, table));
                match picked {
                    Some(several) if !several.is_empty() => Scope::of_indicators(several),
                    _ => Scope::of_indicators([&selection.indicator]),
                }
            }
            (ChartScope::Section, Some(section), _) => Scope::Section(section.as_str().to_owned()),
            (ChartScope::Section, None, _) => Scope::Report,
            (ChartScope::Domain(domain), _, _) => Scope::Domain(domain.key().to_owned()),
            (ChartScope::Headline | ChartScope::Indicator | ChartScope::Image, _, _) => {
                let image = self.content.as_ref().ok().and_then(|document| document.image.as_ref());
                image.map_or(Scope::Headline, |image| image.carried.spec.scope.clone())
            }
        }
    }
}
