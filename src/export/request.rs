//! One chart → one file's bytes. Window and command line both come through here, so their files cannot differ.

use egui::{Vec2, vec2};

use super::batch::NamePattern;
use super::carried::{Carried, Carrier};
use super::preset::{HIGHEST_MM, LengthUnit, Page};
use super::{
    Background, DrawError, Format, MAX_PAYLOAD, Metadata, PdfError, PngError, PngOptions, Scene,
    TextMode, pdf, png, svg,
};
use crate::chart::{self, ChartError, ChartSpec, ChartStyle, Drawing};
use crate::i18n::export as words;
use crate::model::{Bilingual, Report};

/// Which chart becomes which kind of file.
#[derive(Debug, Clone, PartialEq)]
pub struct ExportRequest {
    /// What the chart shows.
    pub spec: ChartSpec,
    /// How it is drawn.
    pub style: ChartStyle,
    /// Its size, and the resolution of a PNG; SVG and PDF have none.
    pub page: Page,
    /// Whether the page is made higher where its type would be too small for print.
    pub grows: bool,
    /// The kind of file.
    pub format: Format,
    /// How letters are written in an SVG.
    pub text_mode: TextMode,
    /// Whether the file carries its figures, the report's hash, spec and settings; title, alternative text and source
    /// it carries in any case.
    pub carries_data: bool,
}

impl ExportRequest {
    /// A request with the default page: 1600×900 at 192 DPI, letters as outlines, the data inside.
    #[must_use]
    pub fn new(spec: ChartSpec, style: ChartStyle, format: Format) -> Self {
        let page = Page::default();
        let text_mode = TextMode::default();
        Self { spec, style, page, grows: false, format, text_mode, carries_data: true }
    }

    /// The name that the file gets when nobody gives another, of report, chart, language and ending:
    /// `shenyang-2022-dumbbell-3.6-zh.png`.
    #[must_use]
    pub fn file_name(&self, report: &Report) -> String {
        let stem = NamePattern::default().stem(report, &self.spec, &self.style, (1, 1));
        format!("{stem}.{}", self.format.key())
    }
}

/// Why a chart did not become a file.
#[derive(Debug)]
pub enum ExportError {
    /// It cannot be drawn.
    Chart(ChartError),
    /// The drawing holds what files cannot.
    Draw(DrawError),
    /// The PNG cannot be made.
    Png(PngError),
    /// The PDF cannot be made.
    Pdf(PdfError),
    /// It would carry more bytes of data than are read back.
    TooMuchData(usize),
}

impl ExportError {
    /// What is wrong and what to do next, in both languages.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        match self {
            Self::Chart(error) => error.message(),
            Self::Draw(error) => error.message(),
            Self::Png(error) => error.message(),
            Self::Pdf(error) => error.message(),
            Self::TooMuchData(bytes) => words::too_much_data(*bytes, MAX_PAYLOAD),
        }
    }
}

impl std::fmt::Display for ExportError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for ExportError {}

/// A chart drawn once, ready to be written in every format.
#[derive(Debug)]
pub struct Picture {
    scene: Scene,
    metadata: Metadata,
    background: Background,
    /// The page as it was drawn.
    pub page: Page,
    /// The smallest type on the page, in CSS pixels; below 8 (6 pt) it is hard to read in print.
    pub smallest_type: f32,
}

impl Picture {
    /// Draws the chart of a request and collects what its file will carry; `format` and `text_mode` come in later.
    ///
    /// # Errors
    /// [`ExportError`] when it cannot be drawn.
    pub fn draw(report: &Report, request: &ExportRequest) -> Result<Self, ExportError> {
        Self::of_many(&Carrier::new(report), request)
    }

    /// The same for one of many charts of a report, all with one `carrier`.
    ///
    /// # Errors
    /// As [`Picture::draw`].
    pub fn of_many(carrier: &Carrier<'_>, request: &ExportRequest) -> Result<Self, ExportError> {
        let ExportRequest { spec, style, page, .. } = request;
        let report = carrier.report();
        let draw = |size| chart::draw(report, spec, style, size);
        let drawing = if request.grows { grown(page.size, draw) } else { draw(page.size) };
        let drawing = drawing.map_err(ExportError::Chart)?;
        let page = Page { size: drawing.size, ..*page };
        Ok(Self {
            scene: Scene::of(&drawing).map_err(ExportError::Draw)?,
            metadata: metadata(carrier, request, page)?,
            page,
            background: match style.background {
                chart::Background::Transparent => Background::Transparent,
                chart::Background::Theme | chart::Background::White => Background::WHITE,
            },
            smallest_type: drawing.smallest_type,
        })
    }

    /// A PNG of the picture alone, without words or data.
    ///
    /// # Errors
    /// [`ExportError`] when it would have too many pixels.
    pub fn bare_png(&self, dpi: u32) -> Result<Vec<u8>, ExportError> {
        let options = PngOptions { dpi, background: self.background };
        png(&self.scene, &Metadata::default(), &options).map_err(ExportError::Png)
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// [`ExportError`] when the format cannot hold the picture, as a PNG of too many pixels.
    pub fn encode(
        &self,
        format: Format,
        dpi: u32,
        text_mode: TextMode,
    ) -> Result<Vec<u8>, ExportError> {
        match format {
            Format::Svg => Ok(svg(&self.scene, &self.metadata, text_mode)),
            Format::Png => {
                let options = PngOptions { dpi, background: self.background };
                png(&self.scene, &self.metadata, &options).map_err(ExportError::Png)
            }
            Format::Pdf => pdf(&self.scene, &self.metadata).map_err(ExportError::Pdf),
        }
    }
}

/// The size in points of type that is too small for print, below 6 pt, rounded down; `None` for any larger.
#[must_use]
pub fn small_print(smallest_type: f32) -> Option<f32> {
    // A CSS pixel is 1/96 inch, a point 1/72.
    (smallest_type < 8.0).then(|| (smallest_type * 7.5).floor() / 10.0)
}

/// Carries out one request.
///
/// # Errors
/// [`ExportError`] when the chart cannot be drawn or the format cannot hold it.
pub fn run(report: &Report, request: &ExportRequest) -> Result<Vec<u8>, ExportError> {
    Picture::draw(report, request)?.encode(request.format, request.page.dpi, request.text_mode)
}

/// The drawing on the lowest page of the given width on which its type can be read in print, in whole millimetres
/// above `size`; on the highest one where none is high enough.
fn grown(
    size: Vec2,
    draw: impl Fn(Vec2) -> Result<Drawing, ChartError>,
) -> Result<Drawing, ChartError> {
    let is_read = |drawn: &Result<Drawing, ChartError>| {
        drawn.as_ref().is_ok_and(|drawn| small_print(drawn.smallest_type).is_none())
    };
    let millimetre = LengthUnit::Mm.css_px();
    let at = |height_mm: i32| draw(vec2(size.x, height_mm as f32 * millimetre));
    let plain = draw(size);
    let (mut low, mut high) = ((size.y / millimetre).floor() as i32, HIGHEST_MM as i32);
    if is_read(&plain) || low >= high {
        return plain;
    }
    let mut best = at(high);
    if !is_read(&best) {
        // Higher is of use where nothing else fits, or where type is larger for it.
        return match (plain, best) {
            (Ok(plain), Ok(best)) if best.smallest_type > plain.smallest_type => Ok(best),
            (Ok(plain), _) => Ok(plain),
            (Err(_), best) => best,
        };
    }
    while high - low > 1 {
        let middle = i32::midpoint(low, high);
        let drawn = at(middle);
        if is_read(&drawn) { (high, best) = (middle, drawn) } else { low = middle }
    }
    best
}

/// Title, alternative text, source and data of a chart on its page.
fn metadata(
    carrier: &Carrier<'_>,
    request: &ExportRequest,
    page: Page,
) -> Result<Metadata, ExportError> {
    let ExportRequest { spec, style, grows, text_mode, carries_data, .. } = request;
    let report = carrier.report();
    let lang = style.lang.main();
    let carried = || {
        let carried = carrier.carried(spec, style, page, *text_mode);
        Carried { grows: *grows, ..carried }
    };
    let payload = carries_data.then(|| carried().to_json());
    if let Some(data) = payload.as_ref().filter(|data| data.len() > MAX_PAYLOAD) {
        return Err(ExportError::TooMuchData(data.len()));
    }
    Ok(Metadata {
        title: chart::title(report, spec, lang),
        description: chart::alt_text(report, spec, style),
        source: chart::source_line(report, lang),
        language: lang.tag().to_owned(),
        payload,
    })
}
