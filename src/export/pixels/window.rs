//! A whole window as pixels: what egui would show, without a GPU. For tests and previews.
//!
//! Beyond what files hold it paints shadows, pictures, meshes with colours that change between
//! their corners, and colours that add light. Text is drawn from outlines, not from egui's glyph
//! texture, so it is not hinted and looks the same at every scale.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::epaint::{ClippedShape, ImageDelta, Mesh, TextureId, Vertex};
use egui::{Color32, ColorImage, Pos2, TexturesDelta, pos2, vec2};
use vello_cpu::kurbo::{self, Affine};
use vello_cpu::{Image, ImageSource, Pixmap, color, peniko};

use super::painter::Painter;
use super::{Background, straight};
use crate::export::color::Color;
use crate::export::geometry::{point, polyline_path};
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

/// How far the colours of a triangle may be apart to be painted as one.
const FLAT: u8 = 6;
/// A triangle is cut into 4ⁿ pieces at most.
const MAX_CUTS: u32 = 6;

impl Painter {
    fn soft(&mut self, soft: &Soft) {
        self.push_clip(soft.clip);
        self.paint(Color::of(soft.color));
        self.context.set_transform(self.to_band * Affine::scale(self.scale));
        let (min, max) = (point(soft.rect.min), point(soft.rect.max));
        // egui fades in a straight line across the blur; a bell curve of this deviation is as wide.
        let deviation = soft.blur / 12.0_f32.sqrt();
        let rect = kurbo::Rect::from_points(min, max);
        self.context.fill_blurred_rounded_rect(&rect, soft.radius, deviation, false);
        self.context.pop_clip_path();
    }

    fn triangles(&mut self, mesh: &Mesh, textures: &Textures) -> Result<(), DrawError> {
        self.context.set_transform(self.to_band * Affine::scale(self.scale));
        let picture = if is_textured(mesh) {
            let image = textures.0.get(&mesh.texture_id).ok_or(DrawError::Texture)?;
            let tint = mesh.vertices.first().map_or(Color32::WHITE, |vertex| vertex.color);
            Some(Arc::new(tinted(image, tint)))
        } else {
            None
        };
        // Hard edges: neighbouring triangles meet without a seam.
        self.context.set_aliasing_threshold(Some(127));
        for corners in mesh.triangles() {
            let corners = corners.map(|corner| mesh.vertices[corner as usize]);
            match &picture {
                Some(pixmap) => self.picture(corners, pixmap),
                None => self.shaded(corners, MAX_CUTS),
            }
        }
        self.context.set_aliasing_threshold(None);
        Ok(())
    }

    /// A triangle with a colour at each corner: cut in four until the pieces are of one colour.
    fn shaded(&mut self, corners: [Vertex; 3], cuts: u32) {
        let [a, b, c] = corners;
        if cuts == 0 || (alike(a.color, b.color) && alike(b.color, c.color)) {
            let mean = mix(mix(a.color, b.color, 0.5), c.color, 1.0 / 3.0);
            if mean != Color32::TRANSPARENT {
                self.paint(Color::of(mean));
                self.context.fill_path(&polyline_path(&[a.pos, b.pos, c.pos], true));
            }
            return;
        }
        let between = |a: Vertex, b: Vertex| Vertex {
            pos: a.pos + 0.5 * (b.pos - a.pos),
            uv: a.uv,
            color: mix(a.color, b.color, 0.5),
        };
        let (ab, bc, ca) = (between(a, b), between(b, c), between(c, a));
        for piece in [[a, ab, ca], [ab, b, bc], [ca, bc, c], [ab, bc, ca]] {
            self.shaded(piece, cuts - 1);
        }
    }

    fn picture(&mut self, corners: [Vertex; 3], pixmap: &Arc<Pixmap>) {
        let (width, height) = (f32::from(pixmap.width()), f32::from(pixmap.height()));
        let texels = corners.map(|vertex| pos2(vertex.uv.x * width, vertex.uv.y * height));
        let places = corners.map(|vertex| vertex.pos);
        let Some(to_page) = affine(texels, places) else { return };
        self.context.set_blend_mode(peniko::BlendMode::default());
        self.context.set_paint(Image {
            image: ImageSource::Pixmap(Arc::clone(pixmap)),
            sampler: peniko::ImageSampler {
                quality: peniko::ImageQuality::Medium,
                ..peniko::ImageSampler::default()
            },
        });
        self.context.set_paint_transform(to_page);
        self.context.fill_path(&polyline_path(&places, true));
        self.context.reset_paint_transform();
    }
}

fn alike(a: Color32, b: Color32) -> bool {
    a.to_array().iter().zip(b.to_array()).all(|(a, b)| a.abs_diff(b) <= FLAT)
}

fn mix(a: Color32, b: Color32, part: f32) -> Color32 {
    a.lerp_to_gamma(b, part)
}

/// A picture times a colour, as egui tints it.
fn tinted(image: &ColorImage, tint: Color32) -> Pixmap {
    let pixels = image.pixels.iter().map(|pixel| {
        let [r, g, b, a] = (*pixel * tint).to_array();
        color::PremulRgba8 { r, g, b, a }
    });
    Pixmap::from_parts(pixels.collect(), image.width() as u16, image.height() as u16)
}

/// The affine map that takes three points to three others.
fn affine(from: [Pos2; 3], to: [Pos2; 3]) -> Option<Affine> {
    let basis = |[a, b, c]: [Pos2; 3]| {
        let (u, v) = (b - a, c - a);
        Affine::new([u.x, u.y, v.x, v.y, a.x, a.y].map(f64::from))
    };
    let source = basis(from);
    (source.determinant().abs() > 1e-9).then(|| basis(to) * source.inverse())
}
