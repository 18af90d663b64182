//! A scene as pixels: a PNG of any resolution, or a whole window for tests and previews.
//!
//! vello_cpu paints, as it does egui's own glyphs. A PNG is painted in horizontal bands which go
//! straight into the compressor ([`rows`]), so that a page of 23 MB needs two: most of the time of a plain
//! pipeline is the first touch of that memory. The compression is the fastest that there is.
//!
//! # The same bytes on every machine
//!
//! vello_cpu picks the widest vector instructions of the processor, and some of them (AVX2, NEON)
//! multiply and add in one rounding where others take two. [`level`] therefore takes SSE 4.2 where
//! there is one and plain code elsewhere, which round alike; a test compares the two.

mod painter;
mod rows;
mod triangles;
mod window;

#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use egui::Vec2;
use png::text_metadata::ITXtChunk;
use vello_cpu::{Level, Pixmap, RenderSettings};

use super::color::Color;
use super::metadata::{Metadata, PAYLOAD_KEYWORD, PRODUCT};
use super::scene::Scene;
use crate::model::Bilingual;
use painter::Painter;
use rows::Rows;

pub use window::{RgbaPixels, Textures, window_pixels};

/// CSS pixels to the inch.
const CSS_DPI: f64 = 96.0;
/// Rows painted at a time: a multiple of four, the height of vello's strips.
const BAND: u16 = 128;
/// More pixels than this are not painted: 200 million, A0 at 300 dots per inch is 139 million.
const MAX_PIXELS: u64 = 200_000_000;

/// How a PNG is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PngOptions {
    /// Dots per inch: 96 gives one pixel for each CSS pixel.
    pub dpi: u32,
    /// What is behind the drawing.
    pub background: Background,
}

impl Default for PngOptions {
    fn default() -> Self {
        Self { dpi: 192, background: Background::WHITE }
    }
}

/// What is behind a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// Nothing: the PNG has an alpha channel.
    Transparent,
    /// One colour.
    Color(Color),
}

impl Background {
    /// Paper.
    pub const WHITE: Self = Self::Color(Color { r: 255, g: 255, b: 255, a: 255 });

    fn is_opaque(self) -> bool {
        matches!(self, Self::Color(color) if color.is_opaque())
    }
}

/// Writes a scene as a PNG file.
///
/// # Errors
///
/// [`PngError::TooLarge`] for a page of more than 65 535 pixels a side or 200 million in all,
/// [`PngError::Empty`] for a page of none.
pub fn png(scene: &Scene, metadata: &Metadata, options: &PngOptions) -> Result<Vec<u8>, PngError> {
    let scale = f64::from(options.dpi) / CSS_DPI;
    let (width, height) = pixel_size(scene.size, scale)?;
    let opaque = options.background.is_opaque();
    let mut out = Vec::with_capacity(256 * 1024);
    let mut encoder = png::Encoder::new(&mut out, u32::from(width), u32::from(height));
    encoder.set_color(if opaque { png::ColorType::Rgb } else { png::ColorType::Rgba });
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_source_srgb(png::SrgbRenderingIntent::RelativeColorimetric);
    encoder.set_pixel_dims(Some(pixel_dimensions(options.dpi)));
    let mut writer = encoder.write_header()?;
    for chunk in text_chunks(metadata) {
        writer.write_text_chunk(&chunk)?;
    }
    // Painting and compressing take about as long: each has a thread.
    let compressed = std::thread::scope(|scope| {
        let (to_encoder, painted) = sync_channel(2);
        let (to_painter, used) = sync_channel(3);
        let encoding = std::thread::Builder::new()
            .name("png".to_owned())
            .spawn_scoped(scope, move || encode((width, height), opaque, &painted, &to_painter))?;
        paint_bands(scene, scale, (width, height), options.background, &to_encoder, &used);
        drop(to_encoder);
        encoding.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })?;
    writer.write_chunk(png::chunk::IDAT, &compressed)?;
    writer.finish()?;
    Ok(out)
}

/// Paints band after band, until the page ends or nobody takes them any more.
fn paint_bands(
    scene: &Scene,
    scale: f64,
    (width, height): (u16, u16),
    background: Background,
    to_encoder: &SyncSender<Pixmap>,
    used: &Receiver<Pixmap>,
) {
    let mut painter = Painter::new(width, BAND, scale);
    let reaches: Vec<_> = scene.items.iter().map(|item| painter.rows(item)).collect();
    for top in (0..height).step_by(usize::from(BAND)) {
        painter.start(top, background);
        let bottom = f64::from(top) + f64::from(BAND);
        for (item, (first, last)) in scene.items.iter().zip(&reaches) {
            if *last > f64::from(top) && *first < bottom {
                painter.item(item);
            }
        }
        let mut band = used.try_recv().unwrap_or_else(|_| Pixmap::new(width, BAND));
        painter.finish(&mut band);
        if to_encoder.send(band).is_err() {
            return;
        }
    }
}

/// Compresses bands as they come and hands their memory back.
fn encode(
    (width, height): (u16, u16),
    opaque: bool,
    painted: &Receiver<Pixmap>,
    to_painter: &SyncSender<Pixmap>,
) -> std::io::Result<Vec<u8>> {
    let mut rows = Rows::new(width, opaque)?;
    for (band, top) in painted.iter().zip((0..height).step_by(usize::from(BAND))) {
        rows.add(&band, BAND.min(height - top))?;
        // The painter may have finished; then nobody needs the memory.
        let _ = to_painter.try_send(band);
    }
    rows.finish()
}

/// The vector instructions whose results are the same everywhere; see the module's header.
#[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
fn level() -> Level {
    let detected = Level::try_detect().unwrap_or(Level::baseline());
    detected.as_sse4_2().map_or(Level::baseline(), Level::Sse4_2)
}

/// Plain code, which rounds as SSE 4.2 does; see the module's header.
#[cfg(target_arch = "aarch64")]
fn level() -> Level {
    Level::fallback()
}

/// Whatever there is: other processors are no target of releases.
#[cfg(not(any(target_arch = "x86", target_arch = "x86_64", target_arch = "aarch64")))]
fn level() -> Level {
    Level::baseline()
}

fn settings() -> RenderSettings {
    RenderSettings { level: level(), num_threads: 0 }
}

fn pixel_size(size: Vec2, scale: f64) -> Result<(u16, u16), PngError> {
    let pixels = |length: f32| (f64::from(length) * scale).round();
    let (width, height) = (pixels(size.x), pixels(size.y));
    if !(width >= 1.0 && height >= 1.0) {
        return Err(PngError::Empty);
    }
    if width * height > MAX_PIXELS as f64 || width.max(height) > f64::from(u16::MAX) {
        return Err(PngError::TooLarge { width: width as u64, height: height as u64 });
    }
    Ok((width as u16, height as u16))
}

/// Dots per metre, the unit of `pHYs`.
fn pixel_dimensions(dpi: u32) -> png::PixelDimensions {
    let per_meter = (f64::from(dpi) / 0.0254).round() as u32;
    png::PixelDimensions { xppu: per_meter, yppu: per_meter, unit: png::Unit::Meter }
}

fn text_chunks(metadata: &Metadata) -> impl Iterator<Item = ITXtChunk> {
    let texts = [
        ("Title", metadata.title.as_str()),
        ("Description", &metadata.description),
        ("Source", &metadata.source),
        ("Software", PRODUCT),
        (PAYLOAD_KEYWORD, metadata.payload.as_deref().unwrap_or_default()),
    ];
    texts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(keyword, text)| {
        let mut chunk = ITXtChunk::new(keyword, text);
        if matches!(keyword, "Title" | "Description") {
            chunk.language_tag.clone_from(&metadata.language);
        }
        chunk
    })
}

fn straight(pixel: vello_cpu::color::PremulRgba8) -> [u8; 4] {
    let color = egui::Color32::from_rgba_premultiplied(pixel.r, pixel.g, pixel.b, pixel.a);
    color.to_srgba_unmultiplied()
}

/// Why a scene cannot become a PNG.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PngError {
    /// More pixels than are painted.
    TooLarge {
        /// Pixels across.
        width: u64,
        /// Pixels down.
        height: u64,
    },
    /// No pixels at all.
    Empty,
    /// The encoder refused, in its own words.
    Encoding(String),
}

impl PngError {
    /// What is wrong and what to do, in both languages.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        match self {
            Self::TooLarge { width, height } => Bilingual {
                zh: format!(
                    "图像过大：{width} × {height} 像素（上限为每边 65535 像素、共 2 亿像素）。请降低 DPI 或尺寸，或改用 PDF、SVG。"
                ),
                en: format!(
                    "The image is too large: {width} × {height} pixels (at most 65535 a side and 200 million in all). Lower the DPI or the size, or choose PDF or SVG."
                ),
            },
            Self::Empty => Bilingual {
                zh: "图像的宽或高为零。请设置更大的尺寸或 DPI。".to_owned(),
                en: "The image is zero pixels wide or high. Set a larger size or DPI.".to_owned(),
            },
            Self::Encoding(error) => Bilingual {
                zh: format!("PNG 编码失败（{error}）。请重试；若再次出现，请报告此问题。"),
                en: format!(
                    "The PNG could not be encoded ({error}). Try again; if it happens again, report it."
                ),
            },
        }
    }
}

impl fmt::Display for PngError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for PngError {}

impl From<std::io::Error> for PngError {
    fn from(error: std::io::Error) -> Self {
        Self::Encoding(error.to_string())
    }
}

impl From<png::EncodingError> for PngError {
    fn from(error: png::EncodingError) -> Self {
        Self::Encoding(error.to_string())
    }
}
