//! What several test programs share.

use egui::{FullOutput, TexturesDelta};
use egui_kittest::TestRenderer;
use report_explorer::export::{Textures, window_pixels};

/// Lets `egui_kittest` take pictures with the product's own painter: no GPU, no display.
#[derive(Default)]
pub struct SoftwareRenderer {
    textures: Textures,
}

impl TestRenderer for SoftwareRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.textures.apply(delta);
        delta.clear();
    }

    fn render(
        &mut self,
        ctx: &egui::Context,
        output: &FullOutput,
    ) -> Result<image::RgbaImage, String> {
        let scale = ctx.pixels_per_point();
        let size = ctx.viewport_rect().size() * scale;
        let size_px = [size.x.round() as u16, size.y.round() as u16];
        let background = ctx.global_style().visuals.panel_fill;
        let pixels = window_pixels(&output.shapes, &self.textures, size_px, scale, background)
            .map_err(|error| error.to_string())?;
        image::RgbaImage::from_raw(pixels.width, pixels.height, pixels.data)
            .ok_or_else(|| "the painter gave too few pixels".to_owned())
    }
}
