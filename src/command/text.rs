//! What can be asked of the report's text: attaching it, searching it, what is marked in it.

use std::path::PathBuf;

use egui::{Key, KeyboardShortcut, Modifiers};

use super::Situation;
use crate::i18n::Lang;
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
            Self::Ask => lang.choose("打开原文…", "Open the text…"),
            Self::Attach(_) => lang.choose("附上原文", "Attach the text"),
            Self::Detach => lang.choose("移除原文", "Detach the text"),
            Self::ShowDifferences => lang.choose("查看不同之处", "Show the differences"),
            Self::ShowUnexplained => lang.choose("查看未解释的数字", "Show unexplained numbers"),
            Self::FocusSearch => lang.choose("在原文中查找", "Find in the text"),
            Self::Find(_) => lang.choose("查找词语", "Find a phrase"),
            Self::NextHit => lang.choose("下一处", "Next place"),
            Self::PreviousHit => lang.choose("上一处", "Previous place"),
            Self::GoToHit(_) => lang.choose("转到这一处", "Go to this place"),
            Self::ListHits(true) => lang.choose("逐条列出", "List in context"),
            Self::ListHits(false) => lang.choose("收起列表", "Close the list"),
            Self::MarkExclusions(true) => {
                lang.choose("标出未收录的数字", "Mark numbers not captured")
            }
            Self::MarkExclusions(false) => {
                lang.choose("不标未收录的数字", "Leave numbers not captured unmarked")
            }
            Self::GoTo(_) => lang.choose("转到原文此处", "Go to this place in the text"),
            Self::Reading(_) => lang.choose("阅读位置", "Reading position"),
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
            Self::Attach(_) => now.report,
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
