//! A drawing resolved into what any renderer can draw: outlines with colours, and runs of glyphs.
//!
//! [`Scene::of`] walks every shape of egui. What a file cannot hold (textures, colour gradients,
//! blurred shadows, GPU callbacks, colours that add light) and what a font cannot draw is a
//! [`DrawError`]; nothing is left out. Two things are left out because nobody could see them:
//! what lies wholly outside its clip rectangle or the page, and what has no colour.
//!
//! # Which `pixels_per_point` the headless pass should use
//!
//! **1**, for charts. egui lays text out at the true widths of the glyphs but then moves each
//! glyph to a whole pixel and each baseline too; at 1 pixel a point that is up to half a CSS pixel.
//! The scene undoes it: it adds up the unrounded widths and heights that the layout reports and
//! uses the rounded positions only to find jumps (tabs, justified lines). What remains is the
//! width of a galley, by which right-aligned and centred text is placed: it is off by less than
//! one pixel (0.9 px at 1, 0.2 px at 4). A larger value costs time with its square, since egui
//! rasterises every glyph that it lays out. `FontTweak` stays at its default: a tweak of scale or
//! offset is a visual effect of egui's rasteriser which the scene does not follow.
//! Hinting and sub-pixel bins change only egui's own pixels, not the layout.

mod mesh;
mod shapes;
mod text;

use std::fmt;

use egui::emath::TSTransform;
use egui::epaint::{ClippedShape, Mesh};
use egui::{Color32, Rect, Vec2, pos2};
use vello_cpu::kurbo::{self, Affine};

pub(super) use mesh::is_textured;

use super::color::Color;
use super::geometry::Geometry;
use crate::chart::Drawing;
use crate::fonts::Weight;
use crate::model::Bilingual;

/// A page of plain items, back to front.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Width and height in CSS pixels (1/96 inch).
    pub size: Vec2,
    /// What to draw, back to front.
    pub items: Vec<Item>,
}

/// One thing to draw, and where it may be seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Only this part of the page shows it; `None` where clipping would change nothing.
    pub clip: Option<Rect>,
    /// The thing.
    pub painted: Painted,
}

/// An outline or a run of glyphs.
#[derive(Debug, Clone, PartialEq)]
pub enum Painted {
    /// An outline, filled first, then stroked.
    Outline {
        /// The centre line of the stroke, the edge of the fill.
        geometry: Geometry,
        /// The colour inside; `None` for lines.
        fill: Option<Color>,
        /// The line along it.
        stroke: Option<StrokeStyle>,
    },
    /// Text of one size, weight and colour on one line.
    Glyphs(GlyphRun),
}

/// A line of even width with flat ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StrokeStyle {
    /// Width in CSS pixels.
    pub width: f32,
    /// Its colour.
    pub color: Color,
    /// Corners sharper than this (length of the mitre by the width) are cut off.
    pub miter_limit: f32,
}

/// Glyphs of one font, size and colour on one baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct GlyphRun {
    /// Which of the two fonts.
    pub weight: Weight,
    /// CSS pixels to the em.
    pub size: f32,
    /// The colour of the letters.
    pub color: Color,
    /// From the run (baseline at y = 0, first glyph at x = 0, y downwards) to the page.
    pub transform: Affine,
    /// In reading order; spaces too.
    pub glyphs: Vec<PlacedGlyph>,
}

/// One character of a run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlacedGlyph {
    /// What it means.
    pub character: char,
    /// The number of its glyph in the font of the run.
    pub id: u16,
    /// Its origin on the baseline, from the start of the run, in CSS pixels.
    pub x: f32,
}

impl Painted {
    /// A rectangle of the page outside of which nothing of it is seen; for letters with some room.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        match self {
            Self::Outline { geometry, stroke, .. } => {
                let reach = match (geometry, stroke) {
                    (_, None) => 0.0,
                    (Geometry::Path(_), Some(style)) => 0.5 * style.width * style.miter_limit,
                    (_, Some(style)) => 0.5 * style.width,
                };
                geometry.bounds().expand(reach)
            }
            Self::Glyphs(run) => {
                let size = f64::from(run.size);
                let end = run.glyphs.last().map_or(0.0, |glyph| f64::from(glyph.x));
                let reach =
                    kurbo::Rect::new(-0.5 * size, -1.2 * size, end + 1.5 * size, 0.5 * size);
                let bounds = run.transform.transform_rect_bbox(reach);
                Rect::from_min_max(
                    pos2(bounds.x0 as f32, bounds.y0 as f32),
                    pos2(bounds.x1 as f32, bounds.y1 as f32),
                )
            }
        }
    }
}

impl GlyphRun {
    /// The characters.
    #[must_use]
    pub fn text(&self) -> String {
        self.glyphs.iter().map(|glyph| glyph.character).collect()
    }
}

impl Scene {
    /// Resolves a drawing.
    ///
    /// # Errors
    ///
    /// A [`DrawError`] that names the first shape which a file cannot hold.
    pub fn of(drawing: &Drawing) -> Result<Self, DrawError> {
        let mut items = FileItems(Vec::with_capacity(drawing.shapes.len()));
        resolve(drawing.size, &drawing.shapes, &mut items)?;
        Ok(Self { size: drawing.size, items: items.0 })
    }
}

/// Why a drawing cannot become a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DrawError {
    /// The font has no glyph for a character.
    MissingGlyph {
        /// The character.
        character: char,
        /// The text in which it stands.
        text: String,
    },
    /// Painted by the GPU of a window.
    Callback,
    /// A line whose colour is computed along its way.
    ColorAlongLine,
    /// A colour that adds light to what is below it.
    AdditiveColor,
    /// A blurred shape.
    Blur,
    /// A mesh whose colours change between its corners.
    Gradient,
    /// A picture, or part of one, that was not handed over.
    Texture,
    /// A mesh that names corners which it does not have.
    BrokenMesh,
    /// An open line with a fill, of which egui shows nothing.
    OpenFill,
    /// A position that is not a number.
    NotFinite {
        /// The name of the shape.
        shape: &'static str,
    },
}

impl DrawError {
    /// What is wrong and what to do, in both languages.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        let (zh, en) = match self {
            Self::MissingGlyph { character, text } => {
                let code = u32::from(*character);
                return Bilingual {
                    zh: format!(
                        "内置字体没有字符“{character}”（U+{code:04X}），见“{text}”。请换一种写法。"
                    ),
                    en: format!(
                        "The bundled font has no character “{character}” (U+{code:04X}), used in “{text}”. Write it differently."
                    ),
                };
            }
            Self::NotFinite { shape } => {
                return Bilingual {
                    zh: format!(
                        "图中有一个图形（{shape}）的位置不是数值，无法导出。请检查图表的数据范围。"
                    ),
                    en: format!(
                        "A shape of the drawing ({shape}) has a position that is not a number and cannot be exported. Check the range of the chart's data."
                    ),
                };
            }
            Self::Callback => {
                ("由显卡直接绘制的图形（Callback）", "A shape painted by the GPU (Callback)")
            }
            Self::ColorAlongLine => (
                "颜色沿线变化的线条（PathStroke UV）",
                "A line whose colour changes along its way (PathStroke UV)",
            ),
            Self::AdditiveColor => {
                ("叠加发光的颜色（additive）", "A colour that adds light (additive)")
            }
            Self::Blur => ("模糊的阴影（blur）", "A blurred shape (blur)"),
            Self::Gradient => ("渐变的网格（Mesh）", "A mesh with a gradient (Mesh)"),
            Self::Texture => {
                ("未提供的位图纹理（texture）", "A picture that was not handed over (texture)")
            }
            Self::BrokenMesh => {
                ("顶点缺失的网格（Mesh）", "A mesh that lacks some of its corners (Mesh)")
            }
            Self::OpenFill => ("带填充的非闭合线条（Path）", "An open line with a fill (Path)"),
        };
        Bilingual {
            zh: format!("{zh}无法写入图像文件。请用其他图形代替。"),
            en: format!("{en} cannot be written to an image file. Draw it with another shape."),
        }
    }
}

impl fmt::Display for DrawError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for DrawError {}

/// Where resolved shapes go: into a file's scene, which takes plain items alone,
/// or onto the pixels of a window, which take everything but callbacks.
pub(super) trait Sink {
    /// Whether colours that add light are taken.
    const ADDITIVE: bool;

    /// A plain item.
    fn item(&mut self, item: Item);

    /// A rectangle with soft edges.
    fn soft(&mut self, soft: Soft) -> Result<(), DrawError>;

    /// Triangles with a texture or with colours that change between their corners.
    fn triangles(&mut self, triangles: Triangles) -> Result<(), DrawError>;
}

/// A blurred rectangle: a shadow of a window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Soft {
    pub clip: Rect,
    pub rect: Rect,
    pub radius: f32,
    /// Width of the soft edge, half of it outside of the rectangle.
    pub blur: f32,
    pub color: Color32,
}

/// A mesh on the page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Triangles {
    pub clip: Rect,
    pub mesh: Mesh,
}

struct FileItems(Vec<Item>);

impl Sink for FileItems {
    const ADDITIVE: bool = false;

    fn item(&mut self, item: Item) {
        self.0.push(item);
    }

    fn soft(&mut self, _: Soft) -> Result<(), DrawError> {
        Err(DrawError::Blur)
    }

    fn triangles(&mut self, triangles: Triangles) -> Result<(), DrawError> {
        let textured = is_textured(&triangles.mesh);
        Err(if textured { DrawError::Texture } else { DrawError::Gradient })
    }
}

/// Hands every shape to the sink.
pub(super) fn resolve<S: Sink>(
    size: Vec2,
    shapes: &[ClippedShape],
    sink: &mut S,
) -> Result<(), DrawError> {
    let page = Rect::from_min_size(egui::Pos2::ZERO, size);
    for ClippedShape { clip_rect, shape, transform_after_tessellation } in shapes {
        let clip = clip_rect.intersect(page);
        if !clip.is_positive() {
            continue;
        }
        let to_page = *transform_after_tessellation;
        Resolver { page, clip, to_page, sink: &mut *sink }.shape(shape)?;
    }
    Ok(())
}

/// What is known while one clipped shape is resolved.
struct Resolver<'a, S> {
    page: Rect,
    clip: Rect,
    to_page: TSTransform,
    sink: &'a mut S,
}

impl<S: Sink> Resolver<'_, S> {
    /// Straight colour; `None` where there is nothing to see.
    fn color(color: Color32) -> Result<Option<Color>, DrawError> {
        if color == Color32::TRANSPARENT {
            return Ok(None);
        }
        if color.is_additive() && !S::ADDITIVE {
            return Err(DrawError::AdditiveColor);
        }
        Ok(Some(Color::of(color)))
    }

    /// Adds an outline, unless it lies outside of its clip rectangle.
    fn outline(&mut self, geometry: Geometry, fill: Option<Color>, stroke: Option<StrokeStyle>) {
        if fill.is_none() && stroke.is_none() {
            return;
        }
        let geometry = geometry.transformed(self.to_page);
        let stroke =
            stroke.map(|style| StrokeStyle { width: style.width * self.to_page.scaling, ..style });
        self.add(Painted::Outline { geometry, fill, stroke });
    }

    fn add(&mut self, painted: Painted) {
        let bounds = painted.bounds();
        if !self.clip.intersects(bounds) {
            return;
        }
        let visible = self.clip == self.page || self.clip.contains_rect(bounds);
        let clip = (!visible).then_some(self.clip);
        self.sink.item(Item { clip, painted });
    }
}

#[cfg(test)]
mod tests;
