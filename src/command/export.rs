//! What one can do in the export dialog, and what the dialog holds besides what is remembered.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::chart::{ChartId, ChartKind, ChartSpec, Labels, Order};
use crate::export::IfExists;
use crate::export::choices::{BatchChoices, ExportChoices};
use crate::i18n::Lang;
use crate::i18n::command::Said;
use crate::model::Bilingual;

use super::Situation;

/// One thing to do in the export dialog.
#[derive(Debug, Clone, PartialEq)]
pub enum ExportCommand {
    /// Take other choices.
    Choose(ExportChoices),
    /// Take other choices for several charts.
    ChooseBatch(BatchChoices),
    /// Change what is exported: the chart's words, order, labels, or which charts.
    Revise(Box<ExportDraft>),
    /// Ask where to put the picture, and write it.
    Save,
    /// Ask where to put the chosen charts, and write them.
    SaveAll,
    /// What to do with the files that are there already.
    Answer(IfExists),
    /// Write nothing after all.
    Withdraw,
    /// Stop writing before the next chart.
    Cancel,
    /// Put the chart on the clipboard.
    Copy(Copied),
    /// Keep the choices under a name.
    KeepPreset(String),
    /// Forget the choices of that name.
    RemovePreset(String),
}

/// What goes to the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copied {
    /// The pixels of the PNG.
    Image,
    /// The SVG, as text.
    Svg,
    /// The alternative text.
    AltText,
}

/// What is exported, as far as it is not remembered.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportDraft {
    /// The chart of the window, with own words.
    pub spec: ChartSpec,
    /// The order of its rows, or of those of several charts, as far as a kind knows it.
    pub order: Order,
    /// What stands beside the marks, likewise.
    pub labels: Labels,
    /// Several charts instead of this one.
    pub several: bool,
    /// The ids of those that are chosen.
    pub chosen: BTreeSet<String>,
    /// The name of a new preset while it is typed.
    pub preset_name: Option<String>,
}

impl ExportDraft {
    /// The chart that is exported where it is one.
    #[must_use]
    pub fn chart(&self) -> ChartSpec {
        self.spec.clone().arranged(self.order, self.labels)
    }

    /// The charts that are exported where they are several, in the order in which they are offered.
    #[must_use]
    pub fn charts(&self, offered: &[Offered]) -> Vec<ChartSpec> {
        let chosen = offered.iter().filter(|one| self.chosen.contains(one.id.as_str()));
        chosen.map(|one| one.spec.clone().arranged(self.order, self.labels)).collect()
    }
}

/// A chart that the report offers.
#[derive(Debug, Clone, PartialEq)]
pub struct Offered {
    /// Its id.
    pub id: ChartId,
    /// Its kind.
    pub kind: ChartKind,
    /// What it shows.
    pub spec: ChartSpec,
    /// Its title.
    pub title: Bilingual,
}

/// How far an export is.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum ExportStage {
    /// The choices are made.
    #[default]
    Choosing,
    /// Files are there already: which.
    Asking(Vec<PathBuf>),
    /// Charts are being written.
    Running {
        /// Charts done.
        done: usize,
        /// Charts in all.
        total: usize,
        /// How long it will take still, once that can be said.
        seconds_left: Option<u32>,
    },
}

impl ExportCommand {
    /// What it is called on a button.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &'static str {
        match self {
            Self::Choose(_) | Self::ChooseBatch(_) | Self::Revise(_) => {
                Said::ChangeExportOptions.text(lang)
            }
            Self::Save => Said::Save.text(lang),
            Self::SaveAll => Said::SaveAll.text(lang),
            Self::Answer(IfExists::Overwrite) => Said::Replace.text(lang),
            Self::Answer(IfExists::Number) => Said::KeepBoth.text(lang),
            Self::Answer(IfExists::Refuse) | Self::Withdraw => Said::WriteNothing.text(lang),
            Self::Cancel => Said::Stop.text(lang),
            Self::Copy(Copied::Image) => Said::CopyImage.text(lang),
            Self::Copy(Copied::Svg) => Said::CopySVG.text(lang),
            Self::Copy(Copied::AltText) => Said::CopyAltText.text(lang),
            Self::KeepPreset(_) => Said::KeepAsPreset.text(lang),
            Self::RemovePreset(_) => Said::RemovePreset.text(lang),
        }
    }

    /// Whether it can be carried out now.
    #[must_use]
    pub fn enabled(&self, now: Situation) -> bool {
        let open = now.report && now.dialog;
        match self {
            Self::Save | Self::SaveAll | Self::Answer(_) | Self::Copy(_) => open && !now.busy,
            Self::Choose(_)
            | Self::ChooseBatch(_)
            | Self::Revise(_)
            | Self::Withdraw
            | Self::Cancel
            | Self::KeepPreset(_)
            | Self::RemovePreset(_) => open,
        }
    }
}
