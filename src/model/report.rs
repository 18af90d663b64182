//! The report: where and when it was given, its sections, indicators, figures and exclusions, all cross-references resolved.

use std::collections::{HashMap, HashSet};
use std::fmt;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::comparison::{self, Comparison};
use super::figure::{Direction, Figure, Role};
use super::ids::{FigureId, IndicatorId, ReportId, SectionId};

/// The same words in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bilingual {
    /// 中文
    pub zh: String,
    /// English
    pub en: String,
}

/// A half-open range of Unicode code points of the report's text as published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first code point, counted from 0.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
}

impl Span {
    /// How many code points it covers.
    #[must_use]
    pub fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether it covers nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `inner` lies inside, ends included.
    #[must_use]
    pub fn contains(self, inner: Self) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }

    /// Whether the two share a code point.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Who said it, where and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The report's title.
    pub title: Bilingual,
    /// City, province or country.
    pub place: Bilingual,
    /// The year whose targets the report sets.
    pub target_year: u16,
    /// The year whose results it gives.
    pub actual_year: u16,
    /// Who gave it.
    pub speaker: Bilingual,
    /// In which office.
    pub office: Bilingual,
    /// At which meeting.
    pub meeting: Bilingual,
    /// The day it was given.
    pub delivered: Date,
    /// The day the text was published.
    pub published: Date,
    /// Who published the text.
    pub publisher: Bilingual,
}

/// The text that the spans point into. The text itself is not part of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceText {
    /// The file's name as published; a help for the reader, never opened on its own.
    pub file_name: String,
    /// SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Code points of the file.
    pub characters: u32,
}

/// How a section is headed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SectionKind {
    /// 一、
    Part,
    /// (一)
    Numbered,
    /// The short sentence that heads a paragraph.
    Topic,
}

impl SectionKind {
    /// Every kind, outermost first.
    pub const ALL: [Self; 3] = [Self::Part, Self::Numbered, Self::Topic];

    /// The name in data files and JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Part => "part",
            Self::Numbered => "numbered",
            Self::Topic => "topic",
        }
    }
}

/// A node of the section tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its number: `3.6.b`.
    pub id: SectionId,
    /// How it is headed.
    pub kind: SectionKind,
    /// The printed number with its punctuation: 三、 or (六); empty for topics.
    pub number: String,
    /// The heading without its number.
    pub title: Bilingual,
    /// From the heading's first character to the last of what belongs to it.
    pub span: Span,
    /// What it says, in our own words.
    pub summary: Bilingual,
}

/// What field of policy an indicator belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Domain {
    /// Output, budget, consumption: the whole economy.
    Economy,
    /// Investment and projects.
    Investment,
    /// Industry, services, digital infrastructure.
    Industry,
    /// Science, technology, innovative firms.
    Innovation,
    /// Reform, business environment, state firms.
    Reform,
    /// Trade, opening up, regional cooperation.
    Opening,
    /// Streets, networks, renewal, transport, culture venues.
    City,
    /// Farming, villages, counties.
    Rural,
    /// Air, water, energy, waste.
    Environment,
    /// Jobs and incomes.
    Employment,
    /// Schools, health, care, housing, social security.
    PublicServices,
    /// Community, safety, law, the government itself.
    Governance,
}

impl Domain {
    /// Every domain, in the order of the documentation.
    pub const ALL: [Self; 12] = [
        Self::Economy,
        Self::Investment,
        Self::Industry,
        Self::Innovation,
        Self::Reform,
        Self::Opening,
        Self::City,
        Self::Rural,
        Self::Environment,
        Self::Employment,
        Self::PublicServices,
        Self::Governance,
    ];

    /// The name in data files and JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Economy => "economy",
            Self::Investment => "investment",
            Self::Industry => "industry",
            Self::Innovation => "innovation",
            Self::Reform => "reform",
            Self::Opening => "opening",
            Self::City => "city",
            Self::Rural => "rural",
            Self::Environment => "environment",
            Self::Employment => "employment",
            Self::PublicServices => "public_services",
            Self::Governance => "governance",
        }
    }
}

/// One of several ways in which a report counts the same matter: 启动建设 and 新建改建 kindergartens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// Short name inside the indicator.
    pub id: String,
    /// What is counted.
    pub text: Bilingual,
}

/// That an indicator in % is another indicator divided by a total: days with good air ÷ 365.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareOf {
    /// The indicator that is divided.
    pub numerator: IndicatorId,
    /// What it is divided by, in the numerator's unit.
    pub total: Decimal,
}

/// What is measured, apart from when and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// Unique in the report.
    pub id: IndicatorId,
    /// The name a statistician of each language would use.
    pub name: Bilingual,
    /// Its field of policy.
    pub domain: Domain,
    /// Which way is better.
    pub direction: Direction,
    /// The ways in which the report counts it; empty where there is only one.
    pub definitions: Vec<Definition>,
    /// What it is a share of, where the report gives that too.
    pub share_of: Option<ShareOf>,
    /// What a reader must know.
    pub note: Option<Bilingual>,
}

/// Why a number in the text is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ExclusionReason {
    /// A date, a year, a time of day.
    Date,
    /// The number of a heading, a meeting, a batch, an edition.
    Numbering,
    /// Part of a proper name: 5G, X5, 二十大.
    Name,
    /// A policy named by a number: “五型经济”, “5+3+7+5”.
    Slogan,
    /// Part of what is counted, not a count: 亿元以上项目, 40吨以下锅炉.
    Definition,
    /// A figure of speech or an indefinite number: 一批, 百年一遇.
    Idiom,
    /// The page around the report.
    Furniture,
}

impl ExclusionReason {
    /// Every reason, in the order of the documentation.
    pub const ALL: [Self; 7] = [
        Self::Date,
        Self::Numbering,
        Self::Name,
        Self::Slogan,
        Self::Definition,
        Self::Idiom,
        Self::Furniture,
    ];

    /// The name in data files and JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Numbering => "numbering",
            Self::Name => "name",
            Self::Slogan => "slogan",
            Self::Definition => "definition",
            Self::Idiom => "idiom",
            Self::Furniture => "furniture",
        }
    }
}

/// A number in the text that is no figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exclusion {
    /// The number with as much around it as makes the reason plain.
    pub wording: String,
    /// Where the wording stands.
    pub span: Span,
    /// Why it is no figure.
    pub reason: ExclusionReason,
}

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
        };
        report.comparisons = comparison::compare_all(&report);
        (report, faults)
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
        self.comparisons.iter().filter(move |comparison| comparison.indicator == *id)
    }
}
