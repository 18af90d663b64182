//! What an exported chart carries: enough to draw it again, and the data behind it without the picture.
//!
//! It stands as JSON in the metadata of SVG, PNG and PDF. Whoever has only the picture still has each figure with its
//! wording and its place in the text, the hash of that text, and the settings.
//!
//! The drawn part of the report is inside twice: as tables in JSON, for other programs, and as a small data file in the
//! ordinary format. Opened again, the chart is drawn from that file, which goes through the same checks as any other:
//! an image from a stranger can say no more than a file from a stranger.

mod file;
mod part;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::TextMode;
use super::preset::{DPI, Page};
use super::tables::{catalogues::APPLICATION, comparisons, figures, json_list};
use crate::chart::{ChartSpec, ChartStyle, PAGE_SIDES, Scope};
use crate::i18n::Lang;
use crate::load::{self, LoadError, Loaded, ReportWriter, WrittenOnce};
use crate::model::{Bilingual, Comparison, Figure, Report, printable};

pub use file::{OpenImageError, OpenedImage, is_image, open_image, read_image};

/// What `format` says, by which the data is known for ours.
pub const FORMAT: &str = "report-explorer chart";

/// The version of the fields below that this application writes.
pub const VERSION: u32 = 1;

/// The data inside an exported chart.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Carried {
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`] of the application that wrote it.
    pub version: u32,
    /// The application with its version.
    pub application: String,
    /// The report that the chart was drawn from.
    pub report: CarriedReport,
    /// What the chart shows.
    pub spec: ChartSpec,
    /// How it is drawn.
    pub style: ChartStyle,
    /// Width and height in CSS pixels.
    pub size: [f32; 2],
    /// Pixels an inch of a PNG.
    pub dpi: u32,
    /// Whether the page is as high as its type needed.
    #[serde(default)]
    pub grows: bool,
    /// How letters are written in an SVG.
    #[serde(default)]
    pub text_mode: TextMode,
    /// The figures drawn, as objects with the keys of the figures table.
    pub figures: Box<RawValue>,
    /// The comparisons drawn, as objects with the keys of the comparisons table.
    pub comparisons: Box<RawValue>,
    /// The drawn part of the report as a data file.
    pub data: String,
}

/// Longest title, subtitle or note, in characters.
pub const MAX_WORDS: usize = 400;
/// Most indicators that a chart may name.
const MAX_INDICATORS: usize = 1_000;
/// Longest id in a spec, in bytes.
const MAX_ID: usize = 200;

/// Which report a chart was drawn from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarriedReport {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: InBoth,
    /// City, province or country.
    pub place: InBoth,
    /// The day it was given, as `2022-01-08`.
    pub delivered: String,
    /// Who published the text.
    pub publisher: InBoth,
    /// SHA-256 of the text that the spans point into.
    pub sha256: String,
    /// The version of the data.
    pub data_version: String,
}

/// What names a figure and leads to its place; the object in the file has more.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct CarriedFigure {
    /// Its id in the report.
    pub id: String,
    /// The indicator's Chinese name.
    pub name_zh: String,
    /// The indicator's English name.
    pub name_en: String,
    /// `actual`, `target` or `goal`.
    pub role: String,
    /// As printed.
    pub wording: String,
    /// The first code point of the wording in the report's text.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// The same words in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InBoth {
    /// 中文
    pub zh: String,
    /// English
    pub en: String,
}

impl From<&Bilingual> for InBoth {
    fn from(words: &Bilingual) -> Self {
        Self { zh: words.zh.clone(), en: words.en.clone() }
    }
}

/// Why the data inside an image cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CarriedError {
    /// It was written by a newer version of the application: which version of the fields.
    Newer(u32),
    /// It is not what this application writes: what is wrong.
    Malformed(String),
}

impl CarriedError {
    /// What is wrong and what to do, in both languages.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        match self {
            Self::Newer(version) => Bilingual {
                zh: format!(
                    "图像中的数据是较新的版本（{version}，本软件到 {VERSION}）；请更新 Report Explorer"
                ),
                en: format!(
                    "the data in the image is of a newer version ({version}, this application knows {VERSION}); update Report Explorer"
                ),
            },
            Self::Malformed(cause) => {
                // It quotes what a stranger may have written.
                let cause = printable(cause);
                Bilingual {
                    zh: format!("图像中的数据不完整或被改动过（{cause}）；请使用导出的原文件"),
                    en: format!(
                        "the data in the image is incomplete or was changed ({cause}); use the file as it was exported"
                    ),
                }
            }
        }
    }
}

/// Writes what charts of one report carry; what several of them carry is written once.
pub struct Carrier<'a> {
    report: &'a Report,
    figures: WrittenOnce<'a, Figure>,
    comparisons: WrittenOnce<'a, Comparison>,
    data: ReportWriter<'a>,
}

impl<'a> Carrier<'a> {
    /// Nothing is written yet.
    #[must_use]
    pub fn new(report: &'a Report) -> Self {
        Self {
            report,
            figures: WrittenOnce::new(report.figures()),
            comparisons: WrittenOnce::new(report.comparisons()),
            data: ReportWriter::new(report),
        }
    }

    /// The report whose charts they are.
    #[must_use]
    pub fn report(&self) -> &'a Report {
        self.report
    }

    /// The data of one chart.
    #[must_use]
    #[expect(clippy::missing_panics_doc, reason = "a table always writes JSON")]
    pub fn carried(
        &self,
        spec: &ChartSpec,
        style: &ChartStyle,
        page: Page,
        text_mode: TextMode,
    ) -> Carried {
        let report = self.report;
        let about = report.about();
        let lang = Lang::default();
        let (figures, comparisons) = (spec.figures(report), spec.comparisons(report));
        let figures = figures.into_iter().map(|figure| {
            self.figures
                .get(figure, || figures::of(report, [figure], lang).to_json_objects().collect())
        });
        let comparisons = comparisons.into_iter().map(|pair| {
            self.comparisons
                .get(pair, || comparisons::of(report, [pair], lang).to_json_objects().collect())
        });
        let raw = |json: String| {
            RawValue::from_string(json).expect("a table writes JSON, which its tests parse")
        };
        Carried {
            format: FORMAT.to_owned(),
            version: VERSION,
            application: APPLICATION.to_owned(),
            report: CarriedReport {
                id: report.id().as_str().to_owned(),
                title: (&about.title).into(),
                place: (&about.place).into(),
                delivered: about.delivered.to_string(),
                publisher: (&about.publisher).into(),
                sha256: report.text().sha256.clone(),
                data_version: report.data_version().to_owned(),
            },
            spec: spec.clone(),
            style: *style,
            size: [page.size.x, page.size.y],
            dpi: page.dpi,
            grows: false,
            text_mode,
            figures: raw(json_list(figures)),
            comparisons: raw(json_list(comparisons)),
            data: self.data.part(&part::drawn_part(report, spec)),
        }
    }
}

impl Carried {
    /// The report that the image carries: the drawn part of the one that it was made from.
    ///
    /// # Errors
    /// [`LoadError`] when the data inside is no data file; what is faulty in it is listed like that of any file.
    pub fn open(&self, file_name: &str) -> Result<Loaded, LoadError> {
        load::parse(&self.data, file_name)
    }

    /// The page that the image was drawn on.
    #[must_use]
    pub fn page(&self) -> Page {
        Page { size: self.size.into(), dpi: self.dpi }
    }

    /// The figures drawn, as far as their objects are what this application writes.
    #[must_use]
    pub fn drawn(&self) -> Vec<CarriedFigure> {
        let figures: Vec<Box<RawValue>> =
            serde_json::from_str(self.figures.get()).unwrap_or_default();
        figures.iter().filter_map(|figure| serde_json::from_str(figure.get()).ok()).collect()
    }

    /// The ids of the figures in the list that the data file inside, opened as `report`, has otherwise or not at all.
    #[must_use]
    pub fn at_odds(&self, report: &Report) -> Vec<String> {
        let agrees = |listed: &CarriedFigure| {
            let there = report.figures().iter().find(|figure| figure.id.as_str() == listed.id);
            there.is_some_and(|figure| {
                let name = &report.indicator_of(figure).name;
                figure.wording == listed.wording
                    && (figure.span.start, figure.span.end) == (listed.start, listed.end)
                    && figure.role.key() == listed.role
                    && (&name.zh, &name.en) == (&listed.name_zh, &listed.name_en)
            })
        };
        self.drawn().into_iter().filter(|listed| !agrees(listed)).map(|one| one.id).collect()
    }

    /// As it stands in an image's metadata.
    #[must_use]
    #[expect(clippy::missing_panics_doc, reason = "plain fields are always JSON")]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("plain fields and JSON that is JSON already")
    }

    /// Reads what [`Carried::to_json`] wrote; `text` may come from a stranger.
    ///
    /// # Errors
    /// [`CarriedError`] when it is of a newer version, or not what this application writes.
    pub fn parse(text: &str) -> Result<Self, CarriedError> {
        #[derive(Deserialize)]
        struct Head {
            format: String,
            version: u32,
        }

        let malformed = |error: serde_json::Error| CarriedError::Malformed(error.to_string());
        let head: Head = serde_json::from_str(text).map_err(malformed)?;
        if head.format != FORMAT {
            return Err(CarriedError::Malformed(format!("format {:?}", head.format)));
        }
        if head.version > VERSION {
            return Err(CarriedError::Newer(head.version));
        }
        let carried: Self = serde_json::from_str(text).map_err(malformed)?;
        match carried.beyond_limits() {
            Some(limit) => Err(CarriedError::Malformed(limit)),
            None => Ok(carried),
        }
    }

    /// The limit of the field that is larger than this application ever writes, of those that are drawn or listed.
    fn beyond_limits(&self) -> Option<String> {
        let spec = &self.spec;
        let too_long = |words: &Option<String>| {
            words.as_ref().is_some_and(|words| words.chars().count() > MAX_WORDS)
        };
        let sound_scope = match &spec.scope {
            Scope::Report | Scope::Headline => true,
            Scope::Section(id) | Scope::Domain(id) => id.len() <= MAX_ID,
            Scope::Indicators(ids) => {
                ids.len() <= MAX_INDICATORS && ids.iter().all(|id| id.len() <= MAX_ID)
            }
        };
        if [&spec.title, &spec.subtitle, &spec.note].into_iter().any(too_long) {
            Some(format!("spec: title, subtitle, note ≤ {MAX_WORDS}"))
        } else if !sound_scope {
            Some(format!("spec: scope ≤ {MAX_INDICATORS} × {MAX_ID}"))
        } else if !self.size.iter().all(|side| PAGE_SIDES.contains(side)) {
            Some(format!("{} ≤ size ≤ {}", PAGE_SIDES.start(), PAGE_SIDES.end()))
        } else if !DPI.contains(&self.dpi) {
            Some(format!("{} ≤ dpi ≤ {}", DPI.start(), DPI.end()))
        } else {
            None
        }
    }
}
