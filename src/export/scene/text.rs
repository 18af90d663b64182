//! Laid-out text → runs of glyphs, and the bars and lines behind and across them.
//!
//! A galley of egui holds a character, a rounded position and an unrounded width for each glyph,
//! but neither the glyph's number nor its section. The number follows from the character, since
//! the fonts substitute nothing; the section from the character's place in the text; the colour
//! from the galley's own triangles, which the interface may have dimmed.

use egui::emath::Rot2;
use egui::epaint::TextShape;
use egui::epaint::text::{ByteRangeExt as _, Glyph, LayoutJob, PlacedRow, Row};
use egui::{Color32, Pos2, Stroke, Vec2};
use vello_cpu::kurbo::Affine;

use super::{DrawError, GlyphRun, Painted, PlacedGlyph, Resolver, Sink};
use crate::export::color::Color;
use crate::export::geometry::Geometry;
use crate::export::glyphs;
use crate::fonts::Weight;

/// egui slants by a quarter of the height.
const SLANT: f64 = 0.25;

/// What the text shape says about all of its rows.
struct Look {
    origin: Pos2,
    rotation: Rot2,
    fallback: Color32,
    override_color: Option<Color32>,
    opacity: f32,
}

impl Look {
    fn color(&self, color: Color32) -> Color32 {
        let color = if color == Color32::PLACEHOLDER { self.fallback } else { color };
        if self.opacity < 1.0 { color.gamma_multiply(self.opacity) } else { color }
    }

    fn at(&self, offset: Vec2) -> Pos2 {
        self.origin + self.rotation * offset
    }
}

impl<S: Sink> Resolver<'_, S> {
    pub(super) fn text(&mut self, shape: &TextShape) -> Result<(), DrawError> {
        let numbers = [shape.pos, Pos2::new(shape.angle, shape.opacity_factor)];
        if !numbers.iter().all(|pos| pos.is_finite()) {
            return Err(DrawError::NotFinite { shape: "Text" });
        }
        if shape.opacity_factor <= 0.0 {
            return Ok(());
        }
        let look = Look {
            origin: shape.pos,
            rotation: Rot2::from_angle(shape.angle),
            fallback: shape.fallback_color,
            override_color: shape.override_text_color,
            opacity: shape.opacity_factor,
        };
        let mut sections = Sections::new(&shape.galley.job);
        for row in &shape.galley.rows {
            let of_glyphs = sections.of_row(row);
            let pixel = 1.0 / shape.galley.pixels_per_point;
            self.backgrounds(row, &look)?;
            self.glyphs(row, &shape.galley.job, &of_glyphs, &look, pixel)?;
            self.lines(row, &shape.galley.job, &of_glyphs, &look)?;
            if !shape.underline.is_empty() && !row.glyphs.is_empty() {
                let bounds = row.visuals.mesh_bounds.translate(row.pos.to_vec2());
                let ends = [bounds.left_bottom(), bounds.right_bottom()];
                self.text_line(ends, shape.underline, &look)?;
            }
        }
        Ok(())
    }

    fn glyphs(
        &mut self,
        row: &PlacedRow,
        job: &LayoutJob,
        sections: &[usize],
        look: &Look,
        pixel: f32,
    ) -> Result<(), DrawError> {
        let scale = scale_of(row);
        let mut pen = Pen::default();
        let mut run: Option<(RunKey, GlyphRun)> = None;
        for (glyph, section) in row.glyphs.iter().zip(sections) {
            let format = &job.sections[*section].format;
            let x = pen.advance(glyph, format.extra_letter_spacing, pixel);
            let y = baseline(glyph, row, format.valign.to_factor(), pixel);
            let own = match row.visuals.mesh.vertices.get(glyph.first_vertex as usize) {
                Some(vertex) if !glyph.uv_rect.is_nothing() => vertex.color,
                _ => format.color,
            };
            let color = look.color(look.override_color.unwrap_or(own));
            let Some(color) = Self::color(color)? else { continue };
            let weight = Weight::of_family(&format.font_id.family);
            let character = glyph.chr;
            let id = match glyphs::face(weight).glyph(character) {
                Some(id) => id,
                None if glyphs::is_invisible(character) => continue,
                None => {
                    let text = excerpt(&job.text, character);
                    return Err(DrawError::MissingGlyph { character, text });
                }
            };
            let key = RunKey { section: *section, color, y };
            if run.as_ref().is_none_or(|(current, _)| *current != key) {
                self.finish(run.take());
                let start = look.at(row.pos.to_vec2() + scale * Vec2::new(x, y));
                let transform = run_transform(start, look.rotation, scale, format.italics);
                let size = format.font_id.size;
                let glyphs = Vec::with_capacity(row.glyphs.len());
                run = Some((key, GlyphRun { weight, size, color, transform, glyphs }));
                pen.run_start = x;
            }
            if let Some((_, run)) = &mut run {
                run.glyphs.push(PlacedGlyph { character, id, x: x - pen.run_start });
            }
        }
        self.finish(run);
        Ok(())
    }

    /// Adds a run, if there is something to see in it.
    fn finish(&mut self, run: Option<(RunKey, GlyphRun)>) {
        let Some((_, mut run)) = run else { return };
        if run.glyphs.iter().all(|glyph| glyph.character.is_whitespace()) {
            return;
        }
        let to_page = self.to_page;
        let shift = (f64::from(to_page.translation.x), f64::from(to_page.translation.y));
        let scaling = f64::from(to_page.scaling);
        run.transform = Affine::translate(shift) * Affine::scale(scaling) * run.transform;
        self.add(Painted::Glyphs(run));
    }

    /// Bars behind the letters: backgrounds of sections and the selection.
    ///
    /// They are the triangles before those of the first letter.
    fn backgrounds(&mut self, row: &PlacedRow, look: &Look) -> Result<(), DrawError> {
        let mesh = &row.visuals.mesh;
        let letters = &row.visuals.glyph_vertex_range;
        let is_bar = |corner: u32| {
            let corner = corner as usize;
            if letters.is_empty() { corner < letters.start } else { !letters.contains(&corner) }
        };
        let bars = mesh.triangles().take_while(|corners| is_bar(corners[0])).map(|corners| {
            corners.map(|corner| {
                let mut vertex = mesh.vertices[corner as usize];
                vertex.color = look.color(vertex.color);
                vertex.pos = look.at(row.pos.to_vec2() + vertex.pos.to_vec2());
                vertex
            })
        });
        self.flat_triangles(bars)
    }

    /// Underlines and lines through the text.
    fn lines(
        &mut self,
        row: &PlacedRow,
        job: &LayoutJob,
        sections: &[usize],
        look: &Look,
    ) -> Result<(), DrawError> {
        let scale = scale_of(row);
        for (start, end) in stretches(sections) {
            let format = &job.sections[sections[start]].format;
            let (first, last) = (&row.glyphs[start], &row.glyphs[end - 1]);
            let rect = first.logical_rect();
            let heights =
                [(format.underline, rect.bottom()), (format.strikethrough, rect.center().y)];
            for (stroke, y) in heights {
                let at = |x: f32| row.pos + scale * Vec2::new(x, y);
                self.text_line([at(first.pos.x), at(last.max_x())], stroke, look)?;
            }
        }
        Ok(())
    }

    fn text_line(&mut self, ends: [Pos2; 2], stroke: Stroke, look: &Look) -> Result<(), DrawError> {
        if stroke.is_empty() {
            return Ok(());
        }
        let color = look.color(stroke.color);
        let style = Self::stroke(Stroke::new(stroke.width, color), 1.5)?;
        let ends = ends.map(|end| look.at(end.to_vec2()));
        self.outline(Geometry::Line(ends), None, style);
        Ok(())
    }
}

/// Glyphs with the same key are one run.
#[derive(PartialEq)]
struct RunKey {
    section: usize,
    color: Color,
    y: f32,
}

/// Adds up widths as the layout did before it rounded.
#[derive(Default)]
struct Pen {
    next: Option<f32>,
    run_start: f32,
}

impl Pen {
    /// Where a glyph stands in its row.
    fn advance(&mut self, glyph: &Glyph, letter_spacing: f32, pixel: f32) -> f32 {
        let exact = self.next.map_or(glyph.pos.x, |next| next + letter_spacing);
        // A glyph further away than rounding explains was put there on purpose.
        let x = if (exact - glyph.pos.x).abs() <= 1.01 * pixel { exact } else { glyph.pos.x };
        self.next = Some(x + glyph.advance_width);
        x
    }
}

/// The height of the baseline in its row, as the layout had it before it rounded.
fn baseline(glyph: &Glyph, row: &Row, valign: f32, pixel: f32) -> f32 {
    let exact = glyph.font_face_ascent
        + valign * (row.size.y - glyph.line_height)
        + 0.5 * (glyph.line_height - glyph.font_face_height);
    if (exact - glyph.pos.y).abs() <= pixel { exact } else { glyph.pos.y }
}

/// How much a galley was scaled after its layout: positions of glyphs are not, triangles are.
fn scale_of(row: &Row) -> f32 {
    let corners = |glyph: &Glyph| {
        let first = glyph.first_vertex as usize;
        let mesh = &row.visuals.mesh.vertices;
        Some((mesh.get(first)?.pos, mesh.get(first + 3)?.pos, glyph.uv_rect.size))
    };
    let widest = row
        .glyphs
        .iter()
        .filter(|glyph| !glyph.uv_rect.is_nothing())
        .filter_map(corners)
        .max_by(|a, b| a.2.y.total_cmp(&b.2.y));
    match widest {
        Some((top, bottom, size)) if size.y > 0.0 => {
            let scale = (bottom.y - top.y) / size.y;
            if (scale - 1.0).abs() < 1e-3 { 1.0 } else { scale }
        }
        _ => 1.0,
    }
}

fn run_transform(start: Pos2, rotation: Rot2, scale: f32, italics: bool) -> Affine {
    let along = scale * (rotation * Vec2::RIGHT);
    let (cos, sin) = (f64::from(along.x), f64::from(along.y));
    let turned = Affine::new([cos, sin, -sin, cos, f64::from(start.x), f64::from(start.y)]);
    if italics { turned * Affine::skew(-SLANT, 0.0) } else { turned }
}

/// Finds the section of each glyph by counting characters.
struct Sections<'a> {
    job: &'a LayoutJob,
    characters: std::str::CharIndices<'a>,
    section: usize,
}

impl<'a> Sections<'a> {
    fn new(job: &'a LayoutJob) -> Self {
        Self { job, characters: job.text.char_indices(), section: 0 }
    }

    fn of_row(&mut self, row: &PlacedRow) -> Vec<usize> {
        let sections = row.glyphs.iter().map(|_| self.next()).collect();
        if row.ends_with_newline {
            self.characters.next();
        }
        sections
    }

    fn next(&mut self) -> usize {
        let byte = self.characters.next().map_or(self.job.text.len(), |(byte, _)| byte);
        let last = self.job.sections.len().saturating_sub(1);
        while self.section < last
            && self.job.sections[self.section].byte_range.as_usize().end <= byte
        {
            self.section += 1;
        }
        self.section
    }
}

/// Ranges of equal neighbours.
fn stretches(sections: &[usize]) -> impl Iterator<Item = (usize, usize)> {
    let mut start = 0;
    sections.chunk_by(PartialEq::eq).map(move |chunk| {
        let range = (start, start + chunk.len());
        start = range.1;
        range
    })
}

/// The text around a character, short enough for a message.
fn excerpt(text: &str, character: char) -> String {
    let at = text.chars().position(|c| c == character).unwrap_or_default();
    text.chars().skip(at.saturating_sub(12)).take(24).collect()
}
