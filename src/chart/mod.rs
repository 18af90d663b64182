//! What a chart looks like: `(spec, style, page)` → egui shapes.
//!
//! Knows the model, the theme and the words; reads no files, no clock, no window.
//! The same spec gives the same shapes in the window, in the preview and in every file:
//! [`show`] draws into a window, [`draw`] runs the same code in a headless egui pass.
//!
//! From a spec to shapes: [`ChartSpec`] says what to show; `rows` finds the comparisons and groups them (`profile` counts
//! figures instead); `setting` sets their texts; `layout` finds the largest type at which everything fits the page
//! and `pack` stacks its blocks in columns; `frame` paints the page.
//! A block is a `panel` of rows on one axis, whose marks and labels follow the [`ChartKind`]'s `form`
//! (`dumbbell`, `bars`, `bullet`, `ratio`); two figures `beside` each other; a `card`; or a row of a `profile`.
//! `text` sets words and `kept` keeps them; `legend` says what the marks mean; `marks`, `bar_marks` and `hatching` hold the grammar of bounds; `breaking` ends lines;
//! `respond` lets rows be clicked, walked along and read out in a window.

mod alt;
mod axis;
mod bar_marks;
mod bars;
mod beside;
mod block;
mod breaking;
mod bullet;
mod card;
mod catalog;
mod dumbbell;
mod form;
mod frame;
mod hatching;
mod kept;
mod kind;
mod layout;
mod legend;
mod marks;
mod near;
mod pack;
mod panel;
mod place;
mod profile;
mod ratio;
mod respond;
mod rows;
mod scope;
mod setting;
mod signs;
mod spec;
mod stage;
mod style;
mod text;
mod vocabulary;

use std::fmt;

use egui::Vec2;
use egui::epaint::ClippedShape;

use crate::i18n::ChartLang;
use crate::i18n::number::Digits;
use crate::model::{Bilingual, IndicatorId, Report, SectionId};
use crate::theme::{Palette, ThemeName};

pub use alt::alt_text;
pub use catalog::{Catalog, CatalogEntry, NotOffered, catalog};
pub use frame::{source_line, title};
pub use kind::ChartKind;
pub use scope::{Scope, scope_name};
pub use signs::Sign;
pub use spec::{ChartId, ChartSpec, Labels, Order};
pub use stage::{PAGE_SIDES, draw};

/// A finished page of shapes, ready for the screen or for `export`.
#[derive(Debug, Clone)]
pub struct Drawing {
    /// Width and height in CSS pixels (1/96 inch).
    pub size: Vec2,
    /// Back to front, in the same pixels, each with its clip rectangle.
    pub shapes: Vec<ClippedShape>,
    /// The smallest type on the page, in CSS pixels; below 8 (6 pt) it is hard to read in print.
    pub smallest_type: f32,
}

/// What is behind the chart.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Background {
    /// The surface colour of the theme.
    #[default]
    Theme,
    /// Plain white.
    White,
    /// Nothing.
    Transparent,
}

/// Which parts of the page are drawn besides the chart itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Parts {
    /// Title and subtitle.
    pub title: bool,
    /// The legend that explains every mark used.
    pub legend: bool,
    /// The source line; the source is in the file's metadata in any case.
    pub source: bool,
    /// Derived values (推算).
    pub derived: bool,
    /// What a reader must know of the indicators that are joined, below the legend.
    #[serde(default = "yes")]
    pub notes: bool,
    /// The names beside rows on an axis, and how derived values follow; left out only where the window says both right above.
    #[serde(skip, default = "yes")]
    pub names: bool,
}

/// Files written before notes could be left out have them.
fn yes() -> bool {
    true
}

impl Default for Parts {
    fn default() -> Self {
        Self { title: true, legend: true, source: true, derived: true, notes: true, names: true }
    }
}

/// How a chart is drawn, apart from what it shows.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize,
)]
pub struct ChartStyle {
    /// Colours.
    pub theme: ThemeName,
    /// The language of the labels.
    pub lang: ChartLang,
    /// How large numbers on axes and in differences are written.
    pub digits: Digits,
    /// What is behind the chart.
    pub background: Background,
    /// Which parts are drawn.
    pub parts: Parts,
}

impl ChartStyle {
    /// The colours of everything on the page: on white paper those of a light theme, or light letters would vanish.
    #[must_use]
    pub fn palette(&self) -> &'static Palette {
        match self.background {
            Background::White => self.theme.on_white().palette(),
            Background::Theme | Background::Transparent => self.theme.palette(),
        }
    }
}

/// Why a chart cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChartError {
    /// The spec selects no comparison.
    NothingToShow,
    /// The page is smaller than a chart of anything needs, or larger than any paper (in CSS pixels).
    PageSize(u32, u32),
    /// Everything on the page would be too small to be read at all.
    TooMuch {
        /// How many rows the chart would have.
        rows: usize,
    },
}

impl ChartError {
    /// What is wrong and what to do next, in both languages.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        match self {
            Self::NothingToShow => Bilingual {
                zh: "所选范围内没有可以画出的对照；请选择别的章节或指标".to_owned(),
                en: "there is no comparison to draw in this selection; choose another section or other indicators"
                    .to_owned(),
            },
            Self::PageSize(width, height) => Bilingual {
                zh: format!("页面 {width}×{height} 像素放不下图表；宽和高都应在 {} 与 {} 像素之间", PAGE_SIDES.start(), PAGE_SIDES.end()),
                en: format!(
                    "a page of {width}×{height} px does not hold a chart; width and height must each be from {} to {} px",
                    PAGE_SIDES.start(),
                    PAGE_SIDES.end()
                ),
            },
            Self::TooMuch { rows } => Bilingual {
                zh: format!("这一页放不下 {rows} 行；请选择更大的页面，或少选一些指标"),
                en: format!(
                    "{rows} {} not fit this page; choose a larger page or fewer indicators",
                    if *rows == 1 { "row does" } else { "rows do" }
                ),
            },
        }
    }
}

impl fmt::Display for ChartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for ChartError {}

/// What a person did to a chart in the window.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChartResponse {
    /// The indicator that was clicked, or reached with the arrow keys, in this frame.
    pub clicked: Option<IndicatorId>,
    /// The section of a profile that was clicked in this frame.
    pub section: Option<SectionId>,
}

/// Draws a chart into all of `ui`'s available space, with `selected` set off; the same shapes as [`draw`].
///
/// # Errors
/// [`ChartError`] when the spec selects nothing or the space is too small; nothing is drawn then.
pub fn show(
    ui: &mut egui::Ui,
    report: &Report,
    spec: &ChartSpec,
    style: &ChartStyle,
    selected: Option<&IndicatorId>,
) -> Result<ChartResponse, ChartError> {
    show_at(ui, report, spec, style, selected, 1.0)
}

/// The same with type `zoom` times as large as elsewhere in the window.
///
/// # Errors
/// As [`show`].
pub fn show_at(
    ui: &mut egui::Ui,
    report: &Report,
    spec: &ChartSpec,
    style: &ChartStyle,
    selected: Option<&IndicatorId>,
    zoom: f32,
) -> Result<ChartResponse, ChartError> {
    let rect = ui.available_rect_before_wrap();
    let response = frame::chart_ui(ui, rect, report, spec, style, selected, zoom)?.response;
    ui.advance_cursor_after_rect(rect);
    Ok(response)
}

/// The height that a chart `width` wide wants so that its type is `zoom` times as large as elsewhere in the window;
/// 0 where it makes do with any.
#[must_use]
pub fn natural_height(
    ui: &egui::Ui,
    report: &Report,
    spec: &ChartSpec,
    style: &ChartStyle,
    width: f32,
    zoom: f32,
) -> f32 {
    frame::natural_height(ui, report, spec, style, width, zoom).unwrap_or_default()
}
