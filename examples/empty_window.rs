//! A window of the same size with the same fonts and one line of text: what start and memory are measured against.
//!
//! `scripts/measure.sh BINARY EMPTY_WINDOW` measures the two in turn; nothing else uses this.

use eframe::egui::{CentralPanel, Ui, ViewportBuilder};
use report_explorer::fonts;
use report_explorer::settings::Settings;

struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut Ui, _: &mut eframe::Frame) {
        CentralPanel::default().show(ui, |ui| ui.label("政府工作报告"));
    }
}

fn main() -> eframe::Result {
    let viewport = ViewportBuilder::default().with_inner_size(Settings::default().window);
    let options = eframe::NativeOptions {
        viewport,
        renderer: eframe::Renderer::Glow,
        system_font_fallback: false,
        ..Default::default()
    };
    eframe::run_native(
        "empty-window",
        options,
        Box::new(|creation| {
            creation.egui_ctx.set_fonts(fonts::definitions());
            Ok(Box::new(Empty))
        }),
    )
}
