//! What can be asked of search, facets and table.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::Situation;
use crate::export::tables::TableFormat;
use crate::find::{Column, Condition, Facet, FacetValue, Order};
use crate::i18n::Lang;
use crate::i18n::finding::Word;
use crate::i18n::number::NumberStyle;
use crate::i18n::terms;

/// How copied rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CopyFormat {
    /// Tabs between cells, for spreadsheets.
    Tsv,
    /// A table of Markdown.
    Markdown,
}

/// Which rows are copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CopyRows {
    /// The selected ones.
    Selected,
    /// All that the table lists.
    Listed,
}

/// What a file of the table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SaveWhat {
    /// The rows and columns as they are seen.
    Seen,
    /// Every figure of the report with everything that is known of it.
    Everything,
}

/// One thing to do with search, facets or table.
#[derive(Debug, Clone, PartialEq)]
pub enum TableCommand {
    /// Put the keyboard into the search field.
    FocusSearch,
    /// Look for this.
    Search(String),
    /// Go to the next row.
    NextRow,
    /// Go to the row before.
    PreviousRow,
    /// Choose a value of a facet, or take it back.
    Toggle(FacetValue),
    /// Choose every row that compares an actual with a target, or all rows.
    ShowCompared(bool),
    /// Take back all values of a facet.
    ClearFacet(Facet),
    /// Ask something of a column, or nothing.
    FilterColumn(Column, Option<Condition>),
    /// Take back everything that leaves rows out.
    ClearFilters,
    /// Sort by a column, or as in the document.
    Sort(Option<Order>),
    /// Show a column, or hide it.
    ShowColumn(Column, bool),
    /// Move a column to the right, or to the left.
    ShiftColumn(Column, bool),
    /// Remember the width of a column, in points; `None` lets it share what is left.
    KeepColumnWidth(Column, Option<f32>),
    /// The columns that there are at first.
    ResetColumns,
    /// Write numbers in this way.
    WriteNumbers(NumberStyle),
    /// Add one row to the selection, or take it out.
    ToggleRow(usize),
    /// Add rows to the selection, up to this one.
    ExtendTo(usize),
    /// Show what there is to know about the selected row.
    OpenRow,
    /// Put rows on the clipboard.
    Copy(CopyRows, CopyFormat),
    /// Ask where to put a file of the table, and write it.
    Save(SaveWhat, TableFormat),
}

impl TableCommand {
    /// The commands with a shortcut, in the order of the help.
    #[must_use]
    pub fn with_shortcut() -> Vec<Self> {
        vec![
            Self::FocusSearch,
            Self::NextRow,
            Self::PreviousRow,
            Self::ClearFilters,
            Self::Copy(CopyRows::Selected, CopyFormat::Tsv),
            Self::Save(SaveWhat::Seen, TableFormat::Xlsx),
        ]
    }

    /// What it is called on a button or in a menu.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &'static str {
        match self {
            Self::FocusSearch | Self::Search(_) => Word::Search.text(lang),
            Self::NextRow => Word::NextRow.text(lang),
            Self::PreviousRow => Word::PreviousRow.text(lang),
            Self::Toggle(FacetValue::Demand(demand)) => terms::demand(*demand, lang),
            Self::Toggle(_) | Self::FilterColumn(..) => Word::Filter.text(lang),
            Self::ShowCompared(_) => Word::Compared.text(lang),
            Self::ClearFacet(_) => Word::ClearFacet.text(lang),
            Self::ClearFilters => Word::ClearFilters.text(lang),
            Self::Sort(None) => Word::DocumentOrder.text(lang),
            Self::Sort(Some(Order { descending: false, .. })) => Word::Ascending.text(lang),
            Self::Sort(Some(Order { descending: true, .. })) => Word::Descending.text(lang),
            Self::ShowColumn(..) => Word::Columns.text(lang),
            Self::ShiftColumn(_, false) => Word::ShiftLeft.text(lang),
            Self::ShiftColumn(_, true) => Word::ShiftRight.text(lang),
            Self::KeepColumnWidth(..) => Word::KeepWidth.text(lang),
            Self::ResetColumns => Word::ResetColumns.text(lang),
            Self::WriteNumbers(_) => Word::Numbers.text(lang),
            Self::ToggleRow(_) => Word::ToggleRow.text(lang),
            Self::ExtendTo(_) => Word::ExtendSelection.text(lang),
            Self::OpenRow => Word::OpenRow.text(lang),
            Self::Copy(CopyRows::Selected, CopyFormat::Tsv) => Word::CopySelectedTsv.text(lang),
            Self::Copy(CopyRows::Selected, CopyFormat::Markdown) => {
                Word::CopySelectedMarkdown.text(lang)
            }
            Self::Copy(CopyRows::Listed, CopyFormat::Tsv) => Word::CopyListedTsv.text(lang),
            Self::Copy(CopyRows::Listed, CopyFormat::Markdown) => {
                Word::CopyListedMarkdown.text(lang)
            }
            Self::Save(SaveWhat::Seen, _) => Word::SaveSeen.text(lang),
            Self::Save(SaveWhat::Everything, _) => Word::SaveEverything.text(lang),
        }
    }

    /// Its keys.
    #[must_use]
    pub fn shortcut(&self) -> Option<KeyboardShortcut> {
        let keys = |modifiers, key| Some(KeyboardShortcut::new(modifiers, key));
        match self {
            Self::FocusSearch => keys(Modifiers::COMMAND, Key::F),
            Self::NextRow => keys(Modifiers::COMMAND, Key::G),
            Self::PreviousRow => keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::G),
            Self::ClearFilters => keys(Modifiers::COMMAND, Key::Backspace),
            Self::Copy(CopyRows::Selected, CopyFormat::Tsv) => keys(Modifiers::COMMAND, Key::C),
            Self::Save(SaveWhat::Seen, TableFormat::Xlsx) => keys(Modifiers::COMMAND, Key::S),
            Self::Search(_)
            | Self::Toggle(_)
            | Self::ShowCompared(_)
            | Self::ClearFacet(_)
            | Self::FilterColumn(..)
            | Self::Sort(_)
            | Self::ShowColumn(..)
            | Self::ShiftColumn(..)
            | Self::KeepColumnWidth(..)
            | Self::ResetColumns
            | Self::WriteNumbers(_)
            | Self::ToggleRow(_)
            | Self::ExtendTo(_)
            | Self::OpenRow
            | Self::Copy(..)
            | Self::Save(..) => None,
        }
    }

    /// Whether its keys mean something else to a text field.
    #[must_use]
    pub fn yields_to_typing(&self) -> bool {
        matches!(self, Self::ClearFilters | Self::Copy(..))
    }

    /// Whether it can be carried out now; one that asks for a file waits until no other question is open.
    #[must_use]
    pub fn enabled(&self, now: Situation) -> bool {
        match self {
            // The settings have it too.
            Self::WriteNumbers(_) => true,
            Self::Save(..) => now.report && !now.dialog && !now.busy,
            _ => now.report && !now.dialog,
        }
    }
}
