//! Paints items on a band of pixels.
//!
//! Upright lines and rectangles are set on whole pixels, as egui does on the screen, so that
//! hairlines are one sharp row instead of two grey ones. Nothing else moves.

use std::collections::HashMap;

use egui::{Pos2, Rect};
use vello_cpu::kurbo::{self, Affine, BezPath, Cap, Join, Stroke};
use vello_cpu::peniko;
use vello_cpu::{Pixmap, RenderContext, Resources};

use super::{Background, settings};
use crate::export::color::Color;
use crate::export::geometry::{Geometry, point};
use crate::export::glyphs;
use crate::export::scene::{GlyphRun, Item, Painted, StrokeStyle};
use crate::fonts::Weight;

/// A painter of one band after the other.
pub(super) struct Painter {
    pub context: RenderContext,
    resources: Resources,
    /// Outlines of glyphs in font units.
    outlines: HashMap<(Weight, u16), BezPath>,
    /// Pixels to the CSS pixel.
    pub scale: f64,
    /// From pixels of the page to pixels of the band.
    pub to_band: Affine,
}

impl Painter {
    pub fn new(width: u16, height: u16, scale: f64) -> Self {
        Self {
            context: RenderContext::new_with(width, height, settings()),
            resources: Resources::new(),
            outlines: HashMap::new(),
            scale,
            to_band: Affine::IDENTITY,
        }
    }

    /// First and last row of pixels that an item may touch.
    pub fn rows(&self, item: &Item) -> (f64, f64) {
        let bounds = item.painted.bounds();
        let bounds = item.clip.map_or(bounds, |clip| clip.intersect(bounds));
        let row = |y: f32| f64::from(y) * self.scale;
        // One pixel more for edges that move onto whole pixels.
        (row(bounds.top()) - 1.0, row(bounds.bottom()) + 1.0)
    }

    /// Starts the band whose first row is `top`.
    pub fn start(&mut self, top: u16, background: Background) {
        self.context.reset();
        self.to_band = Affine::translate((0.0, -f64::from(top)));
        if let Background::Color(color) = background {
            self.paint(color);
            self.context.set_transform(Affine::IDENTITY);
            let (width, height) = (self.context.width(), self.context.height());
            let all = kurbo::Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
            self.context.fill_rect(&all);
        }
    }

    /// Puts what was painted into pixels.
    pub fn finish(&mut self, band: &mut Pixmap) {
        self.context.flush();
        self.context.render(band, &mut self.resources);
    }

    pub fn item(&mut self, item: &Item) {
        if let Some(clip) = item.clip {
            self.push_clip(clip);
        }
        match &item.painted {
            Painted::Outline { geometry, fill, stroke } => {
                if let Some(color) = fill {
                    self.fill(geometry, *color);
                }
                if let Some(style) = stroke {
                    self.stroke(geometry, style);
                }
            }
            Painted::Glyphs(run) => self.glyphs(run),
        }
        if item.clip.is_some() {
            self.context.pop_clip_path();
        }
    }

    /// Clips to whole pixels, as windows do.
    pub fn push_clip(&mut self, clip: Rect) {
        let clip = self.snapped(clip);
        self.context.set_transform(self.to_band);
        self.context.push_clip_path(&kurbo::Shape::to_path(&clip, 0.1));
    }

    pub fn paint(&mut self, color: Color) {
        // A colour that adds light has no alpha, and reaches this place in windows alone.
        let additive = color.a == 0;
        let alpha = if additive { 255 } else { color.a };
        let compose = if additive { peniko::Compose::Plus } else { peniko::Compose::SrcOver };
        self.context.set_blend_mode(peniko::BlendMode::new(peniko::Mix::Normal, compose));
        let paint = vello_cpu::color::AlphaColor::from_rgba8(color.r, color.g, color.b, alpha);
        self.context.set_paint(paint);
    }

    fn page_transform(&self) -> Affine {
        self.to_band * Affine::scale(self.scale)
    }

    /// A rectangle in pixels of the page with edges on whole pixels.
    fn snapped(&self, rect: Rect) -> kurbo::Rect {
        let [x0, x1] = self.snapped_range(rect.left(), rect.right());
        let [y0, y1] = self.snapped_range(rect.top(), rect.bottom());
        kurbo::Rect::new(x0, y0, x1, y1)
    }

    /// Both ends on whole pixels, unless nothing would be left between them.
    fn snapped_range(&self, from: f32, to: f32) -> [f64; 2] {
        let ends = [f64::from(from) * self.scale, f64::from(to) * self.scale];
        let rounded = ends.map(f64::round);
        if rounded[0] < rounded[1] { rounded } else { ends }
    }

    fn fill(&mut self, geometry: &Geometry, color: Color) {
        self.paint(color);
        match geometry {
            Geometry::Rect { rect, snap: true } => {
                let rect = self.snapped(*rect);
                self.context.set_transform(self.to_band);
                self.context.fill_rect(&rect);
            }
            Geometry::Path(path) => {
                self.context.set_transform(self.page_transform());
                self.context.fill_path(path);
            }
            Geometry::Line(_) | Geometry::Rect { .. } | Geometry::Circle { .. } => {
                self.context.set_transform(self.page_transform());
                self.context.fill_path(&geometry.to_path());
            }
        }
    }

    fn stroke(&mut self, geometry: &Geometry, style: &StrokeStyle) {
        self.paint(style.color);
        let width = f64::from(style.width);
        match geometry {
            Geometry::Line([a, b]) if a.x - b.x == 0.0 || a.y - b.y == 0.0 => {
                let bar = self.bar(*a, *b, width);
                self.context.set_transform(self.to_band);
                self.context.fill_rect(&bar);
            }
            Geometry::Rect { rect, snap: true } => {
                let half = 0.5 * style.width;
                let outer = self.snapped(rect.expand(half));
                let middle = outer.inset(-0.5 * width * self.scale);
                self.context.set_transform(self.to_band);
                self.context.set_stroke(line_style(width * self.scale, style));
                self.context.stroke_path(&kurbo::Shape::to_path(&middle, 0.1));
            }
            Geometry::Path(path) => {
                self.context.set_transform(self.page_transform());
                self.context.set_stroke(line_style(width, style));
                self.context.stroke_path(path);
            }
            Geometry::Line(_) | Geometry::Rect { .. } | Geometry::Circle { .. } => {
                self.context.set_transform(self.page_transform());
                self.context.set_stroke(line_style(width, style));
                self.context.stroke_path(&geometry.to_path());
            }
        }
    }

    /// An upright line as a rectangle: its long sides on whole pixels, its ends where they are.
    fn bar(&self, a: Pos2, b: Pos2, width: f64) -> kurbo::Rect {
        let (a, b) = (point(a).to_vec2() * self.scale, point(b).to_vec2() * self.scale);
        let width = width * self.scale;
        let across = |center: f64| {
            let start = if width < 1.0 {
                center.floor() + 0.5 * (1.0 - width)
            } else {
                (center - 0.5 * width).round()
            };
            [start, start + width]
        };
        if a.y - b.y == 0.0 {
            let [y0, y1] = across(a.y);
            kurbo::Rect::new(a.x.min(b.x), y0, a.x.max(b.x), y1)
        } else {
            let [x0, x1] = across(a.x);
            kurbo::Rect::new(x0, a.y.min(b.y), x1, a.y.max(b.y))
        }
    }

    fn glyphs(&mut self, run: &GlyphRun) {
        self.paint(run.color);
        let face = glyphs::face(run.weight);
        let em = f64::from(run.size / face.units_per_em());
        let to_band = self.page_transform() * run.transform;
        for glyph in &run.glyphs {
            let outline = self
                .outlines
                .entry((run.weight, glyph.id))
                .or_insert_with(|| face.outline(glyph.id));
            if !outline.elements().is_empty() {
                let at = Affine::new([em, 0.0, 0.0, em, f64::from(glyph.x), 0.0]);
                self.context.set_transform(to_band * at);
                self.context.fill_path(outline);
            }
        }
    }
}

fn line_style(width: f64, style: &StrokeStyle) -> Stroke {
    Stroke::new(width)
        .with_caps(Cap::Butt)
        .with_join(Join::Miter)
        .with_miter_limit(f64::from(style.miter_limit))
}
