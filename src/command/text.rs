//! What can be asked of the report's text: attaching it, searching it, what is marked in it.

use std::path::PathBuf;

use egui::{Key, KeyboardShortcut, Modifiers};

use super::Situation;
use crate::i18n::Lang;
use crate::i18n::command::Said;
use crate::model::{SectionId, Span};

/// One thing to do with the report's text.
#[derive(Debug, Clone, PartialEq)]
pub enum TextCommand {
    /// Ask which file is the report's text.
    Ask,
    /// Take this file as the report's text.
    Attach(PathBuf),
    /// Put the text away, and forget where it is.
    Detach,
    /// List where the text differs from the published one.
    ShowDifferences,
    /// List the numbers that are neither figures nor exclusions.
    ShowUnexplained,
    /// Show the text and put the cursor into its search field.
    FocusSearch,
    /// Search the text for a phrase; empty for none.
    Find(String),
    /// Go to the next place of the phrase.
    NextHit,
    /// Go to the place before.
    PreviousHit,
    /// Go to one of the places, counted from 0.
    GoToHit(usize),
    /// List every place of the phrase in its line, or stop doing so.
    ListHits(bool),
    /// Mark the numbers that are no figures, or stop doing so.
    MarkExclusions(bool),
    /// Scroll to these characters of the text.
    GoTo(Span),
    /// The reader has scrolled into this section.
    Reading(Option<SectionId>),
}

impl TextCommand {
    /// Those with a shortcut, in the order of the help.
    pub(super) const WITH_SHORTCUT: [Self; 4] =
        [Self::Ask, Self::FocusSearch, Self::NextHit, Self::PreviousHit];

    /// What it is called.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &'static str {
        match self {
            Self::Ask => Said::OpenTheText.text(lang),
            Self::Attach(_) => Said::AttachTheText.text(lang),
            Self::Detach => Said::DetachTheText.text(lang),
            Self::ShowDifferences => Said::ShowTheDifferences.text(lang),
            Self::ShowUnexplained => Said::ShowUnexplainedNumbers.text(lang),
            Self::FocusSearch => Said::FindInTheText.text(lang),
            Self::Find(_) => Said::FindAPhrase.text(lang),
            Self::NextHit => Said::NextPlace.text(lang),
            Self::PreviousHit => Said::PreviousPlace.text(lang),
            Self::GoToHit(_) => Said::GoToThisPlace.text(lang),
            Self::ListHits(true) => Said::ListInContext.text(lang),
            Self::ListHits(false) => Said::CloseTheList.text(lang),
            Self::MarkExclusions(true) => Said::MarkNumbersNotCaptured.text(lang),
            Self::MarkExclusions(false) => Said::LeaveNumbersNotCapturedUnmarked.text(lang),
            Self::GoTo(_) => Said::GoToThisPlaceInTheText.text(lang),
            Self::Reading(_) => Said::ReadingPosition.text(lang),
        }
    }

    /// Its keys.
    #[must_use]
    pub fn shortcut(&self) -> Option<KeyboardShortcut> {
        let keys = |modifiers, key| Some(KeyboardShortcut::new(modifiers, key));
        match self {
            Self::Ask => keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::O),
            Self::FocusSearch => keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::F),
            Self::NextHit => keys(Modifiers::NONE, Key::F3),
            Self::PreviousHit => keys(Modifiers::SHIFT, Key::F3),
            Self::Attach(_)
            | Self::Detach
            | Self::ShowDifferences
            | Self::ShowUnexplained
            | Self::Find(_)
            | Self::GoToHit(_)
            | Self::ListHits(_)
            | Self::MarkExclusions(_)
            | Self::GoTo(_)
            | Self::Reading(_) => None,
        }
    }

    /// Whether it can be carried out now.
    #[must_use]
    pub fn enabled(&self, now: Situation) -> bool {
        match self {
            Self::Ask => now.report && !now.busy && !now.dialog,
            // Where there is no report, it says so.
            Self::Attach(_) => true,
            Self::NextHit | Self::PreviousHit | Self::GoToHit(_) => {
                now.text && now.hits && !now.dialog
            }
            // The page behind a dialog says it too, when it is set anew.
            Self::GoTo(_) | Self::Reading(_) => now.text,
            Self::Detach
            | Self::ShowDifferences
            | Self::ShowUnexplained
            | Self::FocusSearch
            | Self::Find(_)
            | Self::ListHits(_)
            | Self::MarkExclusions(_) => now.text && !now.dialog,
        }
    }
}
