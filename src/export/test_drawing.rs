//! Drawings for the tests of this module: single shapes, and passes of egui without a window.

use egui::epaint::{ClippedShape, Shape};
use egui::{Pos2, RawInput, Rect, Vec2, vec2};

use super::{Background, Metadata, PngOptions, Scene, png};
use crate::chart::Drawing;
use crate::fonts;

/// The size of small drawings.
pub(super) const SIZE: Vec2 = vec2(60.0, 40.0);

/// Shapes on a small page.
pub(super) fn drawing(shapes: impl IntoIterator<Item = Shape>) -> Drawing {
    let page = Rect::from_min_size(Pos2::ZERO, SIZE);
    let shapes = shapes.into_iter().map(|shape| ClippedShape::new(page, shape)).collect();
    Drawing { size: SIZE, shapes, smallest_type: 11.0 }
}

/// What one pass of egui draws, with the bundled fonts.
pub(super) fn headless(size: Vec2, draw: impl FnMut(&mut egui::Ui)) -> Drawing {
    let context = egui::Context::default();
    context.set_fonts(fonts::definitions());
    let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, size));
    let output = context.run_ui(RawInput { screen_rect, ..RawInput::default() }, draw);
    let shapes = output.shapes.clone();
    output.drop_without_applying_deltas();
    Drawing { size, shapes, smallest_type: 11.0 }
}

/// Metadata with everything that XML and JSON must escape.
pub(super) fn metadata() -> Metadata {
    Metadata {
        title: "东风 <1234> & “目标”".to_owned(),
        description: "第一行\n第二行".to_owned(),
        source: "东风市人民政府".to_owned(),
        language: "zh-CN".to_owned(),
        payload: Some("{\"text\":\"<8%左右> & 'more'\",\"n\":[1,2]}".to_owned()),
    }
}

/// A decoded PNG.
pub(super) struct Pixels {
    pub width: u32,
    pub height: u32,
    channels: usize,
    data: Vec<u8>,
}

impl Pixels {
    pub fn of_png(bytes: &[u8]) -> Self {
        let mut reader =
            ::png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a valid PNG");
        let mut data = vec![0; reader.output_buffer_size().expect("a small picture")];
        let info = reader.next_frame(&mut data).expect("a whole picture");
        let channels = info.color_type.samples();
        Self { width: info.width, height: info.height, channels, data }
    }

    /// A scene on white, one pixel for each CSS pixel.
    pub fn of(scene: &Scene) -> Self {
        let options = PngOptions { dpi: 96, background: Background::WHITE };
        Self::of_png(&png(scene, &Metadata::default(), &options).expect("a small picture"))
    }

    pub fn at(&self, x: u32, y: u32) -> &[u8] {
        let start = (y * self.width + x) as usize * self.channels;
        &self.data[start..start + self.channels]
    }
}

/// The scene of a drawing that files can hold.
pub(super) fn scene(drawing: &Drawing) -> Scene {
    Scene::of(drawing).expect("only shapes that files hold")
}
