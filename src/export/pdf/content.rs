//! The drawing operators of the page (ISO 32000-1, annex A), in few digits.

use std::collections::BTreeSet;

use egui::Rect;
use vello_cpu::kurbo::{Affine, BezPath, PathEl, Point};

use super::POINTS;
use super::fonts::EmbeddedFont;
use crate::export::color::Color;
use crate::export::geometry::Geometry;
use crate::export::glyphs;
use crate::export::number::{push, push_fine, push_finest, push_integer};
use crate::export::scene::{GlyphRun, Painted, Scene, StrokeStyle};

/// What the page draws.
pub(super) struct PageContent {
    pub bytes: Vec<u8>,
    /// The opacities that it uses; each needs a graphics state.
    pub alphas: BTreeSet<u8>,
}

/// The name of the graphics state of an opacity.
pub(super) fn alpha_name(alpha: u8) -> Vec<u8> {
    let mut name = b"A".to_vec();
    push_integer(&mut name, u32::from(alpha));
    name
}

pub(super) fn write(scene: &Scene, fonts: &[EmbeddedFont]) -> PageContent {
    let mut writer = Writer {
        out: Vec::with_capacity(64 * 1024),
        alphas: BTreeSet::new(),
        state: State::default(),
        fonts,
    };
    let points = f64::from(POINTS);
    writer.numbers(&[points, 0.0, 0.0, -points, 0.0, points * f64::from(scene.size.y)]);
    writer.put("cm\n");
    for group in scene.items.chunk_by(|a, b| a.clip == b.clip) {
        let outside = writer.state;
        if let Some(clip) = group[0].clip {
            writer.put("q ");
            writer.rect(clip);
            writer.put("W n\n");
        }
        for item in group {
            match &item.painted {
                Painted::Outline { geometry, fill, stroke } => {
                    writer.outline(geometry, *fill, stroke.as_ref());
                }
                Painted::Glyphs(run) => writer.glyphs(run),
            }
        }
        if group[0].clip.is_some() {
            writer.put("Q\n");
            writer.state = outside;
        }
    }
    PageContent { bytes: writer.out, alphas: writer.alphas }
}

/// What the reader's graphics state holds, so that it is not set again.
#[derive(Clone, Copy, Default, PartialEq)]
struct State {
    alpha: Option<u8>,
    fill: Option<[u8; 3]>,
    stroke: Option<[u8; 3]>,
    width: Option<f32>,
    miter_limit: Option<f32>,
}

struct Writer<'a> {
    out: Vec<u8>,
    alphas: BTreeSet<u8>,
    state: State,
    fonts: &'a [EmbeddedFont],
}

impl Writer<'_> {
    fn put(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    fn numbers(&mut self, values: &[f64]) {
        for value in values {
            push(&mut self.out, *value);
            self.out.push(b' ');
        }
    }

    fn point(&mut self, point: Point) {
        self.numbers(&[point.x, point.y]);
    }

    fn rect(&mut self, rect: Rect) {
        let (min, size) = (rect.min, rect.size());
        self.numbers(&[min.x, min.y, size.x, size.y].map(f64::from));
        self.put("re ");
    }

    fn alpha(&mut self, alpha: u8) {
        // Opaque is what a page begins with.
        if self.state.alpha.unwrap_or(255) != alpha {
            self.alphas.insert(alpha);
            self.out.push(b'/');
            self.out.extend_from_slice(&alpha_name(alpha));
            self.put(" gs ");
        }
        self.state.alpha = Some(alpha);
    }

    fn color(&mut self, color: Color, operator: &str) {
        for channel in [color.r, color.g, color.b] {
            push_fine(&mut self.out, f64::from(channel) / 255.0);
            self.out.push(b' ');
        }
        self.put(operator);
        self.put(" ");
    }

    fn fill_color(&mut self, color: Color) {
        self.alpha(color.a);
        let rgb = Some([color.r, color.g, color.b]);
        if self.state.fill != rgb {
            self.color(color, "rg");
            self.state.fill = rgb;
        }
    }

    fn stroke_style(&mut self, style: &StrokeStyle) {
        self.alpha(style.color.a);
        let rgb = Some([style.color.r, style.color.g, style.color.b]);
        if self.state.stroke != rgb {
            self.color(style.color, "RG");
            self.state.stroke = rgb;
        }
        if self.state.width != Some(style.width) {
            self.numbers(&[f64::from(style.width)]);
            self.put("w ");
            self.state.width = Some(style.width);
        }
        if self.state.miter_limit != Some(style.miter_limit) {
            self.numbers(&[f64::from(style.miter_limit)]);
            self.put("M ");
            self.state.miter_limit = Some(style.miter_limit);
        }
    }

    fn outline(&mut self, geometry: &Geometry, fill: Option<Color>, stroke: Option<&StrokeStyle>) {
        let together =
            matches!((fill, stroke), (Some(color), Some(style)) if color.a == style.color.a);
        if let (Some(color), false) = (fill, together) {
            self.fill_color(color);
            self.geometry(geometry);
            self.put("f\n");
        }
        if let Some(style) = stroke {
            if let (Some(color), true) = (fill, together) {
                self.fill_color(color);
            }
            self.stroke_style(style);
            self.geometry(geometry);
            self.put(if together { "B\n" } else { "S\n" });
        }
    }

    fn geometry(&mut self, geometry: &Geometry) {
        match geometry {
            Geometry::Rect { rect, .. } => self.rect(*rect),
            Geometry::Path(path) => self.path(path),
            Geometry::Line(_) | Geometry::Circle { .. } => self.path(&geometry.to_path()),
        }
    }

    fn path(&mut self, path: &BezPath) {
        let mut current = Point::ZERO;
        for element in path.elements() {
            match *element {
                PathEl::MoveTo(to) => {
                    self.point(to);
                    self.put("m ");
                }
                PathEl::LineTo(to) => {
                    self.point(to);
                    self.put("l ");
                }
                PathEl::QuadTo(control, to) => {
                    // PDF knows cubic curves alone.
                    self.point(current + (2.0 / 3.0) * (control - current));
                    self.point(to + (2.0 / 3.0) * (control - to));
                    self.point(to);
                    self.put("c ");
                }
                PathEl::CurveTo(first, second, to) => {
                    self.point(first);
                    self.point(second);
                    self.point(to);
                    self.put("c ");
                }
                PathEl::ClosePath => self.put("h "),
            }
            current = element.end_point().unwrap_or(current);
        }
    }

    fn glyphs(&mut self, run: &GlyphRun) {
        let Some(font) = self.fonts.iter().find(|font| font.weight == run.weight) else { return };
        self.fill_color(run.color);
        self.put("BT /");
        self.out.extend_from_slice(font.name());
        self.put(" ");
        self.numbers(&[f64::from(run.size)]);
        self.put("Tf ");
        // Letters stand upright although y points downwards.
        let [turn @ .., x, y] = (run.transform * Affine::FLIP_Y).as_coeffs();
        for value in turn {
            push_finest(&mut self.out, value);
            self.out.push(b' ');
        }
        self.numbers(&[x, y]);
        self.put("Tm [<");
        let face = glyphs::face(run.weight);
        // Where the reader's pen is after each glyph, in thousandths of the em.
        let mut pen = 0.0_f64;
        for glyph in &run.glyphs {
            let wanted = f64::from(glyph.x) * 1000.0 / f64::from(run.size);
            let back = (pen - wanted).round();
            if back != 0.0 {
                self.put(">");
                push(&mut self.out, back);
                self.put("<");
                pen -= back;
            }
            let id = font.glyph(glyph.id);
            for digit in [id >> 12, (id >> 8) & 15, (id >> 4) & 15, id & 15] {
                self.out.push(b"0123456789abcdef"[usize::from(digit)]);
            }
            pen += f64::from(face.advance(glyph.id) * 1000.0 / face.units_per_em());
        }
        self.put(">] TJ ET\n");
    }
}
