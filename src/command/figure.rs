//! What can be asked of a figure: the next one, its place in the text, its reference, its link.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::Situation;
use crate::cite::Style;
use crate::i18n::Lang;
use crate::i18n::command::Said;
use crate::model::FigureId;

/// One thing to do with the selected figure, or another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FigureCommand {
    /// Select the next figure in reading order.
    Next,
    /// Select the figure before.
    Previous,
    /// Select one figure.
    Choose(FigureId),
    /// Show one figure in the report's text.
    ShowInText(FigureId),
    /// Copy the reference to the report, or to one figure of it.
    Cite(Style, Option<FigureId>),
    /// Copy the link to one figure.
    CopyLink(FigureId),
}

impl FigureCommand {
    /// Those with a shortcut, in the order of the help.
    pub(super) const WITH_SHORTCUT: [Self; 2] = [Self::Next, Self::Previous];

    /// What it is called.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &'static str {
        match self {
            Self::Next => Said::NextFigure.text(lang),
            Self::Previous => Said::PreviousFigure.text(lang),
            Self::Choose(_) => Said::SelectThisFigure.text(lang),
            Self::ShowInText(_) => Said::ShowInTheText.text(lang),
            Self::Cite(style, _) => style.name(),
            Self::CopyLink(_) => Said::CopyLink.text(lang),
        }
    }

    /// Its keys.
    #[must_use]
    pub fn shortcut(&self) -> Option<KeyboardShortcut> {
        match self {
            Self::Next => Some(KeyboardShortcut::new(Modifiers::ALT, Key::ArrowDown)),
            Self::Previous => Some(KeyboardShortcut::new(Modifiers::ALT, Key::ArrowUp)),
            Self::Choose(_) | Self::ShowInText(_) | Self::Cite(..) | Self::CopyLink(_) => None,
        }
    }

    /// Whether it can be carried out now.
    #[must_use]
    pub fn enabled(&self, now: Situation) -> bool {
        now.report && !now.dialog
    }
}
