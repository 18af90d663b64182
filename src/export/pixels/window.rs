//! A whole window as pixels: what egui would show, without a GPU. For tests and previews.
//!
//! Beyond what files hold it paints shadows, pictures, meshes with colours that change between
//! their corners, and colours that add light. Text is drawn from outlines, not from egui's glyph
//! texture, so it is not hinted and looks the same at every scale.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::epaint::{ClippedShape, ImageDelta, Mesh, TextureId};
use egui::{Color32, ColorImage, Pos2, Rect, TexturesDelta, vec2};
use vello_cpu::kurbo::{self, Affine};
use vello_cpu::{Image, ImageSource, Pixmap, peniko};

use super::painter::Painter;
use super::{Background, straight, triangles};
use crate::export::color::Color;
use crate::export::geometry::point;
use crate::export::scene::{DrawError, Item, Sink, Soft, Triangles, is_textured, resolve};

/// Straight-alpha pixels, row by row from the top left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RgbaPixels {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Red, green, blue and alpha of each.
    pub data: Vec<u8>,
}

/// The pictures that egui has handed to the renderer so far.
#[derive(Debug, Clone, Default)]
pub struct Textures(BTreeMap<TextureId, ColorImage>);

impl Textures {
    /// Takes over new, changed and freed pictures; egui's own glyphs are not kept.
    pub fn apply(&mut self, delta: &TexturesDelta) {
        let mut changed: Vec<_> = delta.set.iter().collect();
        changed.sort_by_key(|(id, _)| **id);
        for (id, changes) in changed {
            if *id != TextureId::default() {
                changes.iter().for_each(|change| self.change(*id, change));
            }
        }
        self.0.retain(|id, _| !delta.free.contains(id));
    }

    fn change(&mut self, id: TextureId, delta: &ImageDelta) {
        let egui::ImageData::Color(image) = &delta.image;
        let Some([left, top]) = delta.pos else {
            self.0.insert(id, ColorImage::clone(image));
            return;
        };
        if let Some(whole) = self.0.get_mut(&id) {
            let width = whole.width();
            for (row, pixels) in image.pixels.chunks(image.width().max(1)).enumerate() {
                let start = (top + row) * width + left;
                if let Some(target) = whole.pixels.get_mut(start..start + pixels.len()) {
                    target.copy_from_slice(pixels);
                }
            }
        }
    }
}

/// Paints the shapes of a window.
///
/// `size_px` is the size of the picture, `pixels_per_point` the scale at which egui laid the
/// window out. At most 65 535 pixels a side.
///
/// # Errors
///
/// A [`DrawError`] for a GPU callback, a picture that is not in `textures`, or a character that
/// the fonts lack.
pub fn window_pixels(
    shapes: &[ClippedShape],
    textures: &Textures,
    size_px: [u16; 2],
    pixels_per_point: f32,
    background: Color32,
) -> Result<RgbaPixels, DrawError> {
    let [width, height] = size_px;
    let size = vec2(f32::from(width), f32::from(height)) / pixels_per_point;
    let mut items = WindowItems(Vec::new());
    resolve(size, shapes, &mut items)?;
    let mut painter = Painter::new(width, height, f64::from(pixels_per_point));
    painter.start(0, Background::Color(Color::of(background)));
    for item in &items.0 {
        match item {
            WindowItem::Plain(item) => painter.item(item),
            WindowItem::Soft(soft) => painter.soft(soft),
            WindowItem::Triangles(triangles) => {
                painter.push_clip(triangles.clip);
                let painted = painter.triangles(&triangles.mesh, textures);
                painter.context.pop_clip_path();
                painted?;
            }
        }
    }
    let mut pixels = Pixmap::new(width, height);
    painter.finish(&mut pixels);
    let data = pixels.data().iter().flat_map(|pixel| straight(*pixel)).collect();
    Ok(RgbaPixels { width: u32::from(width), height: u32::from(height), data })
}

enum WindowItem {
    Plain(Item),
    Soft(Soft),
    Triangles(Triangles),
}

struct WindowItems(Vec<WindowItem>);

impl Sink for WindowItems {
    const ADDITIVE: bool = true;

    fn item(&mut self, item: Item) {
        self.0.push(WindowItem::Plain(item));
    }

    fn soft(&mut self, soft: Soft) -> Result<(), DrawError> {
        self.0.push(WindowItem::Soft(soft));
        Ok(())
    }

    fn triangles(&mut self, triangles: Triangles) -> Result<(), DrawError> {
        self.0.push(WindowItem::Triangles(triangles));
        Ok(())
    }
}

impl Painter {
    fn soft(&mut self, soft: &Soft) {
        self.push_clip(soft.clip);
        self.paint(Color::of(soft.color));
        self.context.set_transform(self.to_band * Affine::scale(self.scale));
        let (min, max) = (point(soft.rect.min), point(soft.rect.max));
        // egui fades in a straight line across the blur; a bell curve of this deviation is as wide.
        let deviation = soft.blur / 12.0_f32.sqrt();
        let rect = kurbo::Rect::from_points(min, max);
        // egui rounds the corners of a blur by half its width.
        let radius = soft.radius + 0.5 * soft.blur;
        self.context.fill_blurred_rounded_rect(&rect, radius, deviation, false);
        self.context.pop_clip_path();
    }

    fn triangles(&mut self, mesh: &Mesh, textures: &Textures) -> Result<(), DrawError> {
        let picture = if is_textured(mesh) {
            Some(textures.0.get(&mesh.texture_id).ok_or(DrawError::Texture)?)
        } else {
            None
        };
        let size = vec2(f32::from(self.context.width()), f32::from(self.context.height()));
        let page = Rect::from_min_size(Pos2::ZERO, size);
        let Some(patch) = triangles::paint(mesh, picture, page, self.scale as f32) else {
            return Ok(());
        };
        let corner = (f64::from(patch.left), f64::from(patch.top));
        let (width, height) = (f64::from(patch.pixels.width()), f64::from(patch.pixels.height()));
        self.context.set_transform(self.to_band * Affine::translate(corner));
        self.context.set_blend_mode(peniko::BlendMode::default());
        self.context.set_paint(Image {
            image: ImageSource::Pixmap(Arc::new(patch.pixels)),
            sampler: peniko::ImageSampler {
                quality: peniko::ImageQuality::Low,
                ..peniko::ImageSampler::default()
            },
        });
        self.context.fill_rect(&kurbo::Rect::new(0.0, 0.0, width, height));
        Ok(())
    }
}
