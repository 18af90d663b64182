//! Many charts → many files: planned and named first, then drawn on all cores and written in one order.
//!
//! Window and command line share it. A [`Plan`] says every name before anything is written, so that a bad pattern,
//! two charts of one name or files that are there already are known beforehand.
//! A [`Plan::run`] writes each file whole or not at all; what is written and in which order does not depend on the cores.

mod destination;
mod in_order;
mod index;
mod name;
mod run;
mod sheet;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::Format;
use super::choices::ExportChoices;
use crate::chart::ChartSpec;
use crate::i18n::Lang;
use crate::model::{Bilingual, Report};

pub use name::{NameError, NamePattern, Placeholder, placeholder_help};
pub use run::{Done, Watch};

/// What is to become files.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    /// The charts, in their order.
    pub charts: Vec<ChartSpec>,
    /// The formats, each once; the format of `choices` counts for nothing.
    pub formats: Vec<Format>,
    /// Everything else that one may choose.
    pub choices: ExportChoices,
    /// How the files are called.
    pub pattern: NamePattern,
    /// Whether `index.csv` and `index.html` are written too.
    pub index: bool,
    /// The language where `choices` leaves it open, and of the tables beside the charts.
    pub lang: Lang,
}

/// Where the files go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// Into a folder, which is made when it is not there.
    Folder(PathBuf),
    /// Into one ZIP archive.
    Zip(PathBuf),
}

/// Why there is no plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanError {
    /// No chart was chosen.
    NoChart,
    /// No format was chosen.
    NoFormat,
    /// Several charts would have the same name: which.
    SameName(String),
}

impl PlanError {
    /// What is wrong and what to do, in both languages.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        match self {
            Self::NoChart => Bilingual {
                zh: "没有选择图表；请至少选择一个".to_owned(),
                en: "no chart is chosen; choose one at least".to_owned(),
            },
            Self::NoFormat => Bilingual {
                zh: "没有选择格式；请至少选择一种".to_owned(),
                en: "no format is chosen; choose one at least".to_owned(),
            },
            Self::SameName(name) => Bilingual {
                zh: format!("有几个文件会同名：{name}；请在文件名中加入 {{chart}} 或 {{n}}"),
                en: format!(
                    "several files would have one name: {name}; put {{chart}} or {{n}} into the file name"
                ),
            },
        }
    }
}

/// A chart with the name of its files.
#[derive(Debug, Clone, PartialEq)]
pub struct Planned {
    /// What it shows.
    pub spec: ChartSpec,
    /// The name without its ending.
    pub stem: String,
}

/// Charts with their names, ready to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    charts: Vec<Planned>,
    formats: Vec<Format>,
    choices: ExportChoices,
    index: bool,
    lang: Lang,
}

impl Plan {
    /// Names every file.
    ///
    /// # Errors
    /// [`PlanError`] when there is nothing to write, or not a name for each.
    pub fn of(report: &Report, batch: &Batch) -> Result<Self, PlanError> {
        if batch.charts.is_empty() {
            return Err(PlanError::NoChart);
        }
        if batch.formats.is_empty() {
            return Err(PlanError::NoFormat);
        }
        let style = batch.choices.style(batch.lang);
        let count = batch.charts.len();
        let charts: Vec<Planned> = (1..)
            .zip(&batch.charts)
            .map(|(number, spec)| Planned {
                stem: batch.pattern.stem(report, spec, &style, (number, count)),
                spec: spec.clone(),
            })
            .collect();
        let plan = Self {
            charts,
            formats: batch.formats.clone(),
            choices: batch.choices,
            index: batch.index,
            lang: batch.lang,
        };
        // Some systems take Chart.png and chart.png for one file.
        let mut names: HashMap<String, usize> = HashMap::new();
        for name in plan.names() {
            let seen = names.entry(name.to_lowercase()).or_default();
            *seen += 1;
            if *seen > 1 {
                return Err(PlanError::SameName(name));
            }
        }
        Ok(plan)
    }

    /// How many files there will be: pictures, tables beside them, and those of the index.
    #[must_use]
    pub fn counts(&self) -> [usize; 3] {
        let charts = self.charts.len();
        let tables = if self.choices.data_beside { super::beside::ENDINGS.len() } else { 0 };
        let index = if self.index { [index::NAME, sheet::NAME].len() } else { 0 };
        [charts * self.formats.len(), charts * tables, index]
    }

    /// The charts, in their order.
    #[must_use]
    pub fn charts(&self) -> &[Planned] {
        &self.charts
    }

    /// The name of every file, in the order in which they are written.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for chart in &self.charts {
            names.extend(
                self.formats.iter().map(|format| format!("{}.{}", chart.stem, format.key())),
            );
            if self.choices.data_beside {
                let endings = super::beside::ENDINGS.iter();
                names.extend(endings.map(|ending| format!("{}{ending}", chart.stem)));
            }
        }
        if self.index {
            names.extend([index::NAME, sheet::NAME].map(str::to_owned));
        }
        names
    }

    /// What is there already of what would be written.
    #[must_use]
    pub fn existing(&self, destination: &Destination) -> Vec<PathBuf> {
        let there = |path: &Path| path.symlink_metadata().is_ok();
        match destination {
            Destination::Folder(folder) => self
                .names()
                .into_iter()
                .map(|name| folder.join(name))
                .filter(|path| there(path))
                .collect(),
            Destination::Zip(path) => {
                Some(path.clone()).filter(|path| there(path)).into_iter().collect()
            }
        }
    }
}
