//! A scene as PDF: one page, vectors, real text with the glyphs that it needs embedded.
//!
//! The page is drawn in CSS pixels with y downwards by one transformation (1 px = 0.75 pt).
//! No dates and no random numbers: the file's id is a hash of its content.

mod content;
mod fonts;
mod xmp;

#[cfg(test)]
mod tests;

use std::fmt;

use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::{Chunk, Filter, Finish as _, Name, Pdf, Rect, Ref, TextStr};
use sha2::{Digest as _, Sha256};

use super::metadata::{Metadata, PRODUCT};
use super::scene::Scene;
use crate::model::Bilingual;
use content::PageContent;

/// Points to the CSS pixel.
const POINTS: f32 = 0.75;
/// Good compression at half the time of the best.
const COMPRESSION: u8 = 6;

/// Writes a scene as a PDF file of one page.
///
/// # Errors
///
/// A [`PdfError`] where a bundled font could not be cut down to the glyphs of the page.
pub fn pdf(scene: &Scene, metadata: &Metadata) -> Result<Vec<u8>, PdfError> {
    let fonts = fonts::embed(scene)?;
    let content = content::write(scene, &fonts);
    let xmp = xmp::packet(metadata);

    let mut pdf = Pdf::new();
    let mut ids = (1..).map(Ref::new);
    let mut next = || ids.next().unwrap_or(Ref::new(1));
    let [catalog, pages, page, stream, packet, info] = std::array::from_fn(|_| next());

    let mut entry = pdf.catalog(catalog);
    entry.pages(pages).metadata(packet);
    if !metadata.language.is_empty() {
        entry.lang(TextStr(&metadata.language));
    }
    entry.viewer_preferences().display_doc_title(true);
    entry.finish();
    pdf.pages(pages).kids([page]).count(1);

    let mut fonts_written = Chunk::new();
    let mut named = Vec::new();
    for font in &fonts {
        let id = next();
        named.push((font.name(), id));
        font.write(&mut fonts_written, id, &mut next);
    }

    let mut entry = pdf.page(page);
    entry.media_box(Rect::new(0.0, 0.0, scene.size.x * POINTS, scene.size.y * POINTS));
    entry.parent(pages).contents(stream);
    let mut resources = entry.resources();
    let mut dictionary = resources.fonts();
    for (name, id) in named {
        dictionary.pair(Name(name), id);
    }
    dictionary.finish();
    let mut states = resources.ext_g_states();
    for alpha in &content.alphas {
        let opacity = f32::from(*alpha) / 255.0;
        let name = content::alpha_name(*alpha);
        states
            .insert(Name(&name))
            .start::<pdf_writer::writers::ExtGraphicsState>()
            .non_stroking_alpha(opacity)
            .stroking_alpha(opacity);
    }
    states.finish();
    resources.finish();
    entry.finish();

    write_stream(&mut pdf, stream, &content);
    pdf.extend(&fonts_written);
    pdf.metadata(packet, &xmp);
    let mut entry = pdf.document_info(info);
    entry.title(TextStr(&metadata.title)).creator(TextStr(PRODUCT)).producer(TextStr(PRODUCT));
    if !metadata.description.is_empty() {
        entry.subject(TextStr(&metadata.description));
    }
    entry.finish();

    let id = Sha256::digest(pdf.as_bytes())[..16].to_vec();
    pdf.set_file_id((id.clone(), id));
    Ok(pdf.finish())
}

fn write_stream(pdf: &mut Pdf, id: Ref, content: &PageContent) {
    let compressed = compress_to_vec_zlib(&content.bytes, COMPRESSION);
    pdf.stream(id, &compressed).filter(Filter::FlateDecode);
}

/// Why a scene cannot become a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PdfError {
    /// A bundled font could not be cut down to the glyphs of the page, in the words of the tool.
    Font(String),
}

impl PdfError {
    /// What is wrong and what to do, in both languages.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        let Self::Font(error) = self;
        Bilingual {
            zh: format!("无法在 PDF 中嵌入字体（{error}）。请改用 SVG 或 PNG，并报告此问题。"),
            en: format!(
                "The font could not be embedded in the PDF ({error}). Choose SVG or PNG, and report this."
            ),
        }
    }
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for PdfError {}
