//! The report's text as it is being read: what is attached, what is searched in it, where the reader is.

use std::path::PathBuf;
use std::sync::Arc;

use super::lists::TextPage;
use crate::i18n::Lang;
use crate::i18n::text as words;
use crate::model::{FigureId, SectionId, Span};
use crate::source::{Attached, Identity};

/// A place that the text is to scroll to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// A figure.
    Figure(FigureId),
    /// The heading of a section.
    Section(SectionId),
    /// Some characters.
    Span(Span),
}

/// The text of the open report with its page.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The text and where everything stands in it.
    pub attached: Arc<Attached>,
    /// How it is set.
    pub page: Arc<TextPage>,
    /// Raised with every text that is opened, so that nothing laid out for another one is used.
    pub generation: u64,
}

/// What the text view depends on.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The text, where there is one.
    pub opened: Option<Opened>,
    /// The file that was attached last time and is not there now.
    pub missing: Option<PathBuf>,
    /// What is searched for.
    pub query: String,
    /// Where it stands, in document order.
    pub hits: Vec<Span>,
    /// Which of the places is shown, counted from 0.
    pub hit: Option<usize>,
    /// Whether the places are listed in their lines.
    pub hits_listed: bool,
    /// Whether the numbers that are no figures are marked.
    pub exclusions_marked: bool,
    /// The section at the top of what is seen.
    pub section: Option<SectionId>,
    /// Where to scroll in this frame.
    pub goal: Option<Goal>,
    /// Whether the search field takes the keyboard in this frame.
    pub search_asked: bool,
}

impl Reading {
    /// Nothing attached yet; the numbers that are no figures are marked until someone says otherwise.
    #[must_use]
    pub fn new() -> Self {
        Self { exclusions_marked: true, ..Self::default() }
    }
}

/// What the attached text is to the report, in a sentence.
#[must_use]
pub fn identity(attached: &Attached, lang: Lang) -> String {
    match attached.identity {
        Identity::Published => words::published(lang).to_owned(),
        Identity::PublishedResaved => words::resaved(lang).to_owned(),
        Identity::Copy => {
            let places = &attached.places;
            words::copy(places.differing.len(), places.found(), places.total(), lang)
        }
    }
}
