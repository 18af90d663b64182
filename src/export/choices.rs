//! Everything that one may choose about a file apart from what its chart shows.
//!
//! The dialog, its own presets and the command line fill in the same structure, and [`ExportChoices::request`]
//! is the only way from it to a file: the same choices give the same bytes from either.

use serde::{Deserialize, Serialize};

use super::batch::NamePattern;
use super::carried::Carried;
use super::preset::{PageSize, Preset};
use super::request::ExportRequest;
use super::{Format, TextMode};
use crate::chart::{Background, ChartSpec, ChartStyle, Parts};
use crate::i18n::number::Digits;
use crate::i18n::{ChartLang, Lang};
use crate::theme::ThemeName;

/// The choices of an export.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExportChoices {
    /// The format of the file.
    pub format: Format,
    /// Its size.
    pub page: PageSize,
    /// The language of the labels; that of the window until someone chooses another.
    pub lang: Option<ChartLang>,
    /// The colours.
    pub theme: ThemeName,
    /// What is behind the chart.
    pub background: Background,
    /// How large numbers are written.
    pub digits: Digits,
    /// Which parts of the page are drawn.
    pub parts: Parts,
    /// How an SVG writes its words.
    pub text: TextMode,
    /// Whether the file carries its figures, the report's hash, spec and settings.
    pub carries_data: bool,
    /// Whether the data is written beside it, as tables.
    pub data_beside: bool,
}

/// The choices of an export under a name of one's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OwnPreset {
    /// What it is called.
    pub name: String,
    /// What it stands for.
    pub choices: ExportChoices,
}

/// What one may choose for several charts at once, besides what holds for each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BatchChoices {
    /// The formats, each once.
    pub formats: Vec<Format>,
    /// How the files are called, see [`NamePattern`].
    pub pattern: String,
    /// One ZIP archive instead of a folder.
    pub archive: bool,
    /// `index.csv` and `index.html` as well.
    pub index: bool,
}

impl Default for BatchChoices {
    fn default() -> Self {
        Self {
            formats: vec![Format::Png],
            pattern: NamePattern::DEFAULT.to_owned(),
            archive: false,
            index: true,
        }
    }
}

impl Default for ExportChoices {
    /// A slide with everything on it, as PNG.
    fn default() -> Self {
        Self {
            format: Format::Png,
            page: Preset::Slide.size(),
            lang: None,
            theme: ThemeName::default(),
            background: Background::default(),
            digits: Digits::default(),
            parts: Parts::default(),
            text: TextMode::default(),
            carries_data: true,
            data_beside: false,
        }
    }
}

impl ExportChoices {
    /// How the chart is drawn; its language is `lang` where none was chosen.
    #[must_use]
    pub fn style(&self, lang: Lang) -> ChartStyle {
        ChartStyle {
            theme: self.theme,
            lang: self.lang.unwrap_or_else(|| ChartLang::from(lang)),
            digits: self.digits,
            background: self.background,
            parts: self.parts,
        }
    }

    /// The same, where a file is to look like an image that there is: its style, its page, its letters.
    #[must_use]
    pub fn like(self, image: &Carried) -> Self {
        let ChartStyle { theme, lang, digits, background, parts } = image.style;
        let page = if image.grows {
            PageSize::before_it_grew(image.page())
        } else {
            // It is as high as it is.
            PageSize { grows: false, ..PageSize::of_page(image.page()) }
        };
        let text = image.text_mode;
        Self { page, lang: Some(lang), theme, background, digits, parts, text, ..self }
    }

    /// What makes a file of a chart.
    #[must_use]
    pub fn request(&self, spec: ChartSpec, lang: Lang) -> ExportRequest {
        ExportRequest {
            spec,
            style: self.style(lang),
            page: self.page.page(),
            grows: self.page.grows,
            format: self.format,
            text_mode: self.text,
            carries_data: self.carries_data,
        }
    }
}
