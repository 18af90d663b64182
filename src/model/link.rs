//! A link to a place in a report, as it is copied and typed: `shenyang-2022#gdp-growth-target`.
//!
//! Behind the `#` stands the id of a figure, an indicator or a section; without it, the link is to the report.

use std::fmt;

use super::figure::Figure;
use super::ids::{FigureId, IndicatorId, ReportId, SectionId};
use super::report::Report;

/// What a link leads to, inside its report.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum LinkTarget {
    /// The report as a whole.
    #[default]
    Report,
    /// One figure.
    Figure(FigureId),
    /// An indicator with all its figures.
    Indicator(IndicatorId),
    /// A section.
    Section(SectionId),
}

impl LinkTarget {
    /// Whether `figure` is what it leads to, or belongs to it.
    #[must_use]
    pub fn holds(&self, figure: &Figure) -> bool {
        match self {
            Self::Report => true,
            Self::Figure(id) => figure.id == *id,
            Self::Indicator(id) => figure.indicator == *id,
            Self::Section(id) => figure.section.is_within(id),
        }
    }
}

/// A report and a place in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Link {
    /// The report.
    pub report: ReportId,
    /// The place.
    pub target: LinkTarget,
}

/// Why a text leads nowhere in a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkError {
    /// It names another report; which.
    OtherReport(String),
    /// The report has no figure, indicator or section of that id; the id.
    Unknown(String),
}

impl Link {
    /// The link to one figure of `report`.
    #[must_use]
    pub fn figure(report: &Report, id: &FigureId) -> Self {
        Self { report: report.id().clone(), target: LinkTarget::Figure(id.clone()) }
    }

    /// Whether `text` looks like a link: a report's id, `#`, and something behind it.
    #[must_use]
    pub fn looks_like_one(text: &str) -> bool {
        text.trim()
            .split_once('#')
            .is_some_and(|(report, place)| ReportId::new(report).is_ok() && !place.is_empty())
    }

    /// Finds what `text` leads to in `report`; `text` is a link, or what stands behind its `#` with the `#` before it.
    ///
    /// A figure goes before an indicator of the same id, and both before a section.
    ///
    /// # Errors
    /// [`LinkError`] when it names another report, or nothing of this one.
    pub fn find(report: &Report, text: &str) -> Result<Self, LinkError> {
        let (named, place) = text.trim().split_once('#').unwrap_or((text.trim(), ""));
        if !named.is_empty() && named != report.id().as_str() {
            return Err(LinkError::OtherReport(named.to_owned()));
        }
        let figure = || FigureId::new(place).ok().filter(|id| report.figure(id).is_some());
        let indicator = || IndicatorId::new(place).ok().filter(|id| report.indicator(id).is_some());
        let section = || SectionId::new(place).ok().filter(|id| report.section(id).is_some());
        let target = if place.is_empty() {
            Some(LinkTarget::Report)
        } else {
            figure()
                .map(LinkTarget::Figure)
                .or_else(|| indicator().map(LinkTarget::Indicator))
                .or_else(|| section().map(LinkTarget::Section))
        };
        let target = target.ok_or_else(|| LinkError::Unknown(place.to_owned()))?;
        Ok(Self { report: report.id().clone(), target })
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.target {
            LinkTarget::Report => write!(f, "{}", self.report),
            LinkTarget::Figure(id) => write!(f, "{}#{id}", self.report),
            LinkTarget::Indicator(id) => write!(f, "{}#{id}", self.report),
            LinkTarget::Section(id) => write!(f, "{}#{id}", self.report),
        }
    }
}
