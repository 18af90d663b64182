//! The report: its sections, indicators, figures and exclusions, all cross-references resolved.

use std::collections::{HashMap, HashSet};
use std::fmt;

use super::about::{About, SourceText};
use super::comparison::{self, Comparison};
use super::exclusion::Exclusion;
use super::figure::{Figure, Role};
use super::ids::{FigureId, IndicatorId, ReportId, SectionId};
use super::indicator::Indicator;
use super::section::Section;

/// Everything a file says, before the cross-references are resolved.
#[derive(Debug, Clone)]
pub struct ReportParts {
    /// The report's id.
    pub id: ReportId,
    /// Version of the data, e.g. `1.0.0`.
    pub data_version: String,
    /// Who, where, when.
    pub about: About,
    /// The text that the spans point into.
    pub text: SourceText,
    /// In document order.
    pub sections: Vec<Section>,
    /// In document order of their first figure.
    pub indicators: Vec<Indicator>,
    /// In document order.
    pub figures: Vec<Figure>,
    /// In document order.
    pub exclusions: Vec<Exclusion>,
}

/// An item that [`Report::assemble`] had to leave out, with its place in [`ReportParts`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StructureFault {
    /// A second section with this id (index of the second).
    DuplicateSection(usize, SectionId),
    /// A section whose parent is not there.
    OrphanSection(usize, SectionId),
    /// A second indicator with this id.
    DuplicateIndicator(usize, IndicatorId),
    /// A second figure with this id.
    DuplicateFigure(usize, FigureId),
    /// A figure of an indicator that is not there.
    UnknownIndicator(usize, FigureId, IndicatorId),
    /// A figure in a section that is not there.
    UnknownSection(usize, FigureId, SectionId),
    /// A figure that follows a definition that its indicator does not list.
    UnknownDefinition(usize, FigureId, String),
}

impl fmt::Display for StructureFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DuplicateSection(_, id) => {
                write!(f, "a section {id} stands above already; give this one another number")
            }
            Self::OrphanSection(_, id) => {
                write!(f, "section {id} needs a sound parent section before it")
            }
            Self::DuplicateIndicator(_, id) => {
                write!(f, "an indicator {id} stands above already; give this one another id")
            }
            Self::DuplicateFigure(_, id) => {
                write!(f, "a figure {id} stands above already; give this one another id")
            }
            Self::UnknownIndicator(_, id, indicator) => {
                write!(
                    f,
                    "figure {id} names the indicator {indicator}, which is not in the file or is faulty"
                )
            }
            Self::UnknownSection(_, id, section) => {
                write!(
                    f,
                    "figure {id} names the section {section}, which is not in the file or is faulty"
                )
            }
            Self::UnknownDefinition(_, id, definition) => write!(
                f,
                "figure {id} follows the definition {definition:?}, which its indicator does not list"
            ),
        }
    }
}

/// A report whose cross-references all resolve, with its comparisons derived.
///
/// Immutable: two readers never see different states, and everything derived is derived once.
#[derive(Debug, Clone)]
pub struct Report {
    parts: ReportParts,
    section_index: HashMap<SectionId, usize>,
    indicator_index: HashMap<IndicatorId, usize>,
    figure_index: HashMap<FigureId, usize>,
    figures_by_indicator: HashMap<IndicatorId, Vec<usize>>,
    misplaced: Vec<FigureId>,
    comparisons: Vec<Comparison>,
    comparisons_by_indicator: HashMap<IndicatorId, Vec<usize>>,
    targets_alone: Vec<usize>,
    by_section: HashMap<SectionId, Held>,
}

/// What a section holds, itself and in the sections inside it, by place in the report's lists.
#[derive(Debug, Clone, Default)]
struct Held {
    figures: Vec<usize>,
    /// Those whose actual or target stands there.
    comparisons: Vec<usize>,
}

impl Report {
    /// Resolves the cross-references; what cannot be resolved is left out and named.
    ///
    /// Figures come out in document order (by the start of their span, then as they stood).
    #[must_use]
    pub fn assemble(mut parts: ReportParts) -> (Self, Vec<StructureFault>) {
        let mut faults = Vec::new();

        let mut section_index = HashMap::new();
        let mut sections = Vec::with_capacity(parts.sections.len());
        for (at, section) in parts.sections.into_iter().enumerate() {
            if section_index.contains_key(&section.id) {
                faults.push(StructureFault::DuplicateSection(at, section.id));
            } else if section.id.parent().is_some_and(|id| !section_index.contains_key(&id)) {
                faults.push(StructureFault::OrphanSection(at, section.id));
            } else {
                section_index.insert(section.id.clone(), sections.len());
                sections.push(section);
            }
        }

        let mut indicator_index = HashMap::new();
        let mut indicators: Vec<Indicator> = Vec::with_capacity(parts.indicators.len());
        for (at, indicator) in parts.indicators.into_iter().enumerate() {
            if indicator_index.contains_key(&indicator.id) {
                faults.push(StructureFault::DuplicateIndicator(at, indicator.id));
            } else {
                indicator_index.insert(indicator.id.clone(), indicators.len());
                indicators.push(indicator);
            }
        }

        let mut seen = HashSet::new();
        let mut figures = Vec::with_capacity(parts.figures.len());
        for (at, figure) in parts.figures.into_iter().enumerate() {
            let Some(&indicator) = indicator_index.get(&figure.indicator) else {
                faults.push(StructureFault::UnknownIndicator(at, figure.id, figure.indicator));
                continue;
            };
            if !section_index.contains_key(&figure.section) {
                faults.push(StructureFault::UnknownSection(at, figure.id, figure.section));
                continue;
            }
            if let Some(definition) = &figure.definition
                && !indicators[indicator].definitions.iter().any(|d| d.id == *definition)
            {
                faults.push(StructureFault::UnknownDefinition(
                    at,
                    figure.id.clone(),
                    definition.clone(),
                ));
                continue;
            }
            if seen.insert(figure.id.clone()) {
                figures.push(figure);
            } else {
                faults.push(StructureFault::DuplicateFigure(at, figure.id));
            }
        }
        let mut furthest = 0;
        let mut misplaced = Vec::new();
        for figure in &figures {
            if figure.span.start < furthest {
                misplaced.push(figure.id.clone());
            }
            furthest = furthest.max(figure.span.start);
        }
        figures.sort_by_key(|figure| figure.span.start);

        let figure_index =
            figures.iter().enumerate().map(|(at, figure)| (figure.id.clone(), at)).collect();
        let mut figures_by_indicator: HashMap<IndicatorId, Vec<usize>> = HashMap::new();
        for (at, figure) in figures.iter().enumerate() {
            figures_by_indicator.entry(figure.indicator.clone()).or_default().push(at);
        }

        parts.sections = sections;
        parts.indicators = indicators;
        parts.figures = figures;
        let mut report = Self {
            parts,
            section_index,
            indicator_index,
            figure_index,
            figures_by_indicator,
            misplaced,
            comparisons: Vec::new(),
            comparisons_by_indicator: HashMap::new(),
            targets_alone: Vec::new(),
            by_section: HashMap::new(),
        };
        report.comparisons = comparison::compare_all(&report);
        for (at, comparison) in report.comparisons.iter().enumerate() {
            let of = report.comparisons_by_indicator.entry(comparison.indicator.clone());
            of.or_default().push(at);
        }
        report.targets_alone = (0..report.parts.figures.len())
            .filter(|&at| report.is_target_alone(&report.parts.figures[at]))
            .collect();
        report.by_section = report.held_by_sections();
        (report, faults)
    }

    fn held_by_sections(&self) -> HashMap<SectionId, Held> {
        let mut held: HashMap<SectionId, Held> = HashMap::new();
        let around = |id: &SectionId| std::iter::successors(Some(id.clone()), SectionId::parent);
        for (at, figure) in self.parts.figures.iter().enumerate() {
            for section in around(&figure.section) {
                held.entry(section).or_default().figures.push(at);
            }
        }
        for (at, comparison) in self.comparisons.iter().enumerate() {
            let figures = [&comparison.actual, &comparison.target];
            for figure in figures.into_iter().filter_map(|id| self.figure(id)) {
                for section in around(&figure.section) {
                    let comparisons = &mut held.entry(section).or_default().comparisons;
                    // A section with both figures holds the pair once.
                    if comparisons.last() != Some(&at) {
                        comparisons.push(at);
                    }
                }
            }
        }
        held
    }

    /// The report's id.
    #[must_use]
    pub fn id(&self) -> &ReportId {
        &self.parts.id
    }

    /// Version of the data.
    #[must_use]
    pub fn data_version(&self) -> &str {
        &self.parts.data_version
    }

    /// Who, where, when.
    #[must_use]
    pub fn about(&self) -> &About {
        &self.parts.about
    }

    /// The text that the spans point into.
    #[must_use]
    pub fn text(&self) -> &SourceText {
        &self.parts.text
    }

    /// The section tree, flattened in document order, parents before children.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        &self.parts.sections
    }

    /// What is measured.
    #[must_use]
    pub fn indicators(&self) -> &[Indicator] {
        &self.parts.indicators
    }

    /// Every figure, in document order.
    #[must_use]
    pub fn figures(&self) -> &[Figure] {
        &self.parts.figures
    }

    /// The figures that were given after one that stands behind them in the text; [`Report::figures`] has put them right.
    #[must_use]
    pub fn misplaced(&self) -> &[FigureId] {
        &self.misplaced
    }

    /// Every number that is no figure.
    #[must_use]
    pub fn exclusions(&self) -> &[Exclusion] {
        &self.parts.exclusions
    }

    /// Every comparison, in document order of the targets.
    #[must_use]
    pub fn comparisons(&self) -> &[Comparison] {
        &self.comparisons
    }

    /// The section with this id.
    #[must_use]
    pub fn section(&self, id: &SectionId) -> Option<&Section> {
        self.section_index.get(id).map(|&at| &self.parts.sections[at])
    }

    /// Where a section stands among [`Report::sections`].
    #[must_use]
    pub fn section_position(&self, id: &SectionId) -> Option<usize> {
        self.section_index.get(id).copied()
    }

    /// The indicator with this id.
    #[must_use]
    pub fn indicator(&self, id: &IndicatorId) -> Option<&Indicator> {
        self.indicator_index.get(id).map(|&at| &self.parts.indicators[at])
    }

    /// The figure with this id.
    #[must_use]
    pub fn figure(&self, id: &FigureId) -> Option<&Figure> {
        self.figure_index.get(id).map(|&at| &self.parts.figures[at])
    }

    /// Where a figure stands among [`Report::figures`].
    #[must_use]
    pub fn figure_position(&self, id: &FigureId) -> Option<usize> {
        self.figure_index.get(id).copied()
    }

    /// The indicator of a figure of this report.
    ///
    /// # Panics
    /// When `figure` belongs to another report; within one, [`Report::assemble`] has seen to it.
    #[must_use]
    pub fn indicator_of(&self, figure: &Figure) -> &Indicator {
        self.indicator(&figure.indicator)
            .expect("assemble keeps only figures whose indicator is there")
    }

    /// The figures of one indicator, in document order.
    pub fn figures_of(&self, id: &IndicatorId) -> impl Iterator<Item = &Figure> {
        self.figures_by_indicator.get(id).into_iter().flatten().map(|&at| &self.parts.figures[at])
    }

    /// The figures of one indicator in one role, in document order.
    pub fn figures_in_role(&self, id: &IndicatorId, role: Role) -> impl Iterator<Item = &Figure> {
        self.figures_of(id).filter(move |figure| figure.role == role)
    }

    /// The sections around `id`, outermost first, `id` itself last.
    #[must_use]
    pub fn section_path(&self, id: &SectionId) -> Vec<&Section> {
        let mut path: Vec<&Section> = std::iter::successors(Some(id.clone()), SectionId::parent)
            .filter_map(|id| self.section(&id))
            .collect();
        path.reverse();
        path
    }

    /// The comparisons of one indicator.
    pub fn comparisons_of(&self, id: &IndicatorId) -> impl Iterator<Item = &Comparison> {
        self.comparisons_by_indicator.get(id).into_iter().flatten().map(|&at| &self.comparisons[at])
    }

    /// The figures of a section and of those inside it, in document order.
    pub fn figures_within(&self, id: &SectionId) -> impl Iterator<Item = &Figure> {
        let held = self.by_section.get(id).into_iter();
        held.flat_map(|held| held.figures.iter().map(|&at| &self.parts.figures[at]))
    }

    /// The comparisons with a figure in a section or in one inside it, in document order of the targets.
    pub fn comparisons_within(&self, id: &SectionId) -> impl Iterator<Item = &Comparison> {
        let held = self.by_section.get(id).into_iter();
        held.flat_map(|held| held.comparisons.iter().map(|&at| &self.comparisons[at]))
    }

    /// The targets that the report gives no actual for, in document order; one that is said again stands there once.
    pub fn targets_alone(&self) -> impl Iterator<Item = &Figure> {
        self.targets_alone.iter().map(|&at| &self.parts.figures[at])
    }

    /// Whether a figure is one of them.
    #[must_use]
    pub fn is_target_alone(&self, figure: &Figure) -> bool {
        let is_first = figure.role == Role::Target && figure.repeats.is_none();
        is_first && !self.comparisons_by_indicator.contains_key(&figure.indicator)
    }

    /// Those of them that are of one indicator.
    pub fn targets_alone_of(&self, id: &IndicatorId) -> impl Iterator<Item = &Figure> {
        self.figures_of(id).filter(|figure| self.is_target_alone(figure))
    }
}
