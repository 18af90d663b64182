//! A chart for the clipboard: its pixels, its SVG or its alternative text. Runs on a worker thread.

use std::sync::Arc;

use crate::chart::{self, ChartSpec};
use crate::command::Copied;
use crate::export::Format;
use crate::export::choices::ExportChoices;
use crate::export::request::{self, Picture};
use crate::i18n::{Lang, export as words};
use crate::model::{Bilingual, Report};

use super::exporting::{Clip, ExportOutcome};
use super::preview_job::decode;

/// More pixels than these are no use on a clipboard: each costs every program that looks at them four bytes.
const MAX_PIXELS: f32 = 40_000_000.0;

/// Everything that the job needs; nothing of the window.
pub(super) struct CopyJob {
    pub report: Arc<Report>,
    pub spec: ChartSpec,
    pub choices: ExportChoices,
    pub lang: Lang,
    pub copied: Copied,
}

impl CopyJob {
    /// What the clipboard gets, or why nothing.
    pub fn run(self) -> ExportOutcome {
        match self.clip() {
            Ok(clip) => ExportOutcome::Copy(clip),
            Err(message) => ExportOutcome::Failed(message),
        }
    }

    fn clip(&self) -> Result<Clip, Bilingual> {
        let said = |error: request::ExportError| error.message();
        match self.copied {
            Copied::Image => {
                let request = self.choices.request(self.spec.clone(), self.lang);
                let picture = Picture::draw(&self.report, &request).map_err(said)?;
                let pixels = picture.page.pixels().map(|side| side as f32);
                let smaller = (MAX_PIXELS / (pixels[0] * pixels[1])).sqrt().min(1.0);
                let dpi = (request.page.dpi as f32 * smaller) as u32;
                let bytes = picture.bare_png(dpi.max(1)).map_err(said)?;
                decode(&bytes).map(Clip::Image).ok_or_else(words::no_image)
            }
            Copied::Svg => {
                let choices = ExportChoices { format: Format::Svg, ..self.choices };
                let request = choices.request(self.spec.clone(), self.lang);
                let bytes = request::run(&self.report, &request).map_err(said)?;
                Ok(Clip::Text(Copied::Svg, String::from_utf8_lossy(&bytes).into_owned()))
            }
            Copied::AltText => {
                let style = self.choices.style(self.lang);
                let text = chart::alt_text(&self.report, &self.spec, &style);
                Ok(Clip::Text(Copied::AltText, text))
            }
        }
    }
}
