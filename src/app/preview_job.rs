//! The preview of an export: the very file, with as many pixels as the dialog has room for, painted on a worker thread.

use std::io::Cursor;
use std::sync::Arc;

use eframe::egui::{ColorImage, Context, TextureHandle, TextureOptions};

use crate::chart::ChartSpec;
use crate::export::choices::ExportChoices;
use crate::export::preset::CSS_PX_PER_INCH;
use crate::export::request::Picture;
use crate::export::{Format, TextMode};
use crate::i18n::{Lang, export as words};
use crate::jobs::Jobs;
use crate::model::{Bilingual, Report};
use crate::ui::export_dialog::{Preview, preview_scale};

/// What a preview depends on.
#[derive(Debug, Clone, PartialEq)]
struct Key {
    generation: u64,
    spec: ChartSpec,
    choices: ExportChoices,
    lang: Lang,
    dpi: u32,
}

type Painted = (Key, Result<(ColorImage, Picture), Bilingual>);

/// The preview that is shown, and the one that is being painted.
pub(super) struct Previews {
    jobs: Jobs<Painted>,
    asked: Option<Key>,
    texture: Option<TextureHandle>,
    shown: Option<Preview>,
}

impl Previews {
    /// `wake` is called when a preview is ready.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self { jobs: Jobs::new(wake), asked: None, texture: None, shown: None }
    }

    /// What the dialog shows.
    pub fn shown(&self) -> Option<&Preview> {
        self.shown.as_ref()
    }

    /// Lets go of the picture when the dialog is closed.
    pub fn clear(&mut self) {
        self.asked = None;
        self.texture = None;
        self.shown = None;
    }

    /// Takes in what is ready and asks for what is wanted; one at a time, so that a person who clicks fast waits for the last alone.
    pub fn update(
        &mut self,
        ctx: &Context,
        report: &Arc<Report>,
        generation: u64,
        spec: &ChartSpec,
        choices: ExportChoices,
        lang: Lang,
    ) {
        for (key, painted) in self.jobs.finished() {
            if self.asked.as_ref() == Some(&key) {
                self.take(ctx, painted);
            }
        }
        let scale = preview_scale(choices) * ctx.pixels_per_point();
        let dpi = ((CSS_PX_PER_INCH * scale).round() as u32).max(8);
        let key = Key { generation, spec: spec.clone(), choices, lang, dpi };
        if self.asked.as_ref() == Some(&key) || self.jobs.running() > 0 {
            return;
        }
        self.asked = Some(key.clone());
        let report = Arc::clone(report);
        let fallen = key.clone();
        // Without a thread there is no preview; the export itself will say so.
        let _ = self.jobs.start(
            "preview",
            move || Some((key.clone(), paint(&report, &key))),
            move || (fallen, Err(words::no_preview())),
        );
    }

    fn take(&mut self, ctx: &Context, painted: Result<(ColorImage, Picture), Bilingual>) {
        self.shown = Some(match painted {
            Ok((image, Picture { page, smallest_type, .. })) => {
                let texture = ctx.load_texture("preview", image, TextureOptions::LINEAR);
                let id = texture.id();
                self.texture = Some(texture);
                Preview::Picture { texture: id, page, smallest_type }
            }
            Err(message) => Preview::Refused(message),
        });
    }
}

fn paint(report: &Report, key: &Key) -> Result<(ColorImage, Picture), Bilingual> {
    // The preview is looked at, not kept.
    let choices = ExportChoices { carries_data: false, ..key.choices };
    let request = choices.request(key.spec.clone(), key.lang);
    let picture = Picture::draw(report, &request).map_err(|error| error.message())?;
    let bytes = picture
        .encode(Format::Png, key.dpi, TextMode::default())
        .map_err(|error| error.message())?;
    let image = decode(&bytes).ok_or_else(words::no_preview)?;
    Ok((image, picture))
}

/// Our own PNG as pixels.
pub(super) fn decode(bytes: &[u8]) -> Option<ColorImage> {
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let mut pixels = vec![0; reader.output_buffer_size()?];
    let info = reader.next_frame(&mut pixels).ok()?;
    let size = [info.width as usize, info.height as usize];
    let pixels = pixels.get(..info.buffer_size())?;
    match info.color_type {
        png::ColorType::Rgb => Some(ColorImage::from_rgb(size, pixels)),
        png::ColorType::Rgba => Some(ColorImage::from_rgba_unmultiplied(size, pixels)),
        png::ColorType::Grayscale | png::ColorType::GrayscaleAlpha | png::ColorType::Indexed => {
            None
        }
    }
}
