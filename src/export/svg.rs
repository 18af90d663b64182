//! A scene as SVG: small, the same bytes every time, readable by browsers, Office and Inkscape.
//!
//! Outlines of letters are kept once each in `<defs>` and placed by `<use xlink:href>`: the older
//! `xlink:href` rather than `href`, since Office, Illustrator and older librsvg know only that.
//! No style sheets, no units other than pixels inside the page, no entities, no fonts from elsewhere.

use std::cell::RefCell;

use ahash::{HashMap, HashSet};
use egui::{Rect, Vec2};
use vello_cpu::kurbo::{Affine, BezPath, PathEl, Point};

use super::color::Color;
use super::geometry::Geometry;
use super::metadata::{Metadata, NAMESPACE, PRODUCT, push_attribute, push_content};
use super::number::{push, push_fine, push_next};
use super::scene::{GlyphRun, Item, Painted, Scene, StrokeStyle};
use super::{glyphs, number};
use crate::fonts::Weight;

/// How letters are written.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum TextMode {
    /// As outlines: looks the same everywhere.
    #[default]
    Outlines,
    /// As text in Noto Sans SC: can be searched and edited, and needs that font to look the same.
    Text,
}

/// Writes a scene as an SVG file.
#[must_use]
pub fn svg(scene: &Scene, metadata: &Metadata, mode: TextMode) -> Vec<u8> {
    let mut writer = Writer { out: Vec::with_capacity(256 * 1024), clips: HashMap::default() };
    writer.head(scene, metadata);
    writer.definitions(scene, mode);
    writer.items(&scene.items, mode);
    writer.put("</svg>\n");
    writer.out
}

thread_local! {
    /// The path data of the letters that this thread has written: the charts of a batch share most of them.
    static LETTERS: RefCell<HashMap<(Weight, u16), Vec<u8>>> = RefCell::default();
}

struct Writer {
    out: Vec<u8>,
    /// The number of each clip rectangle, by the bits of its corners.
    clips: HashMap<[u32; 4], usize>,
}

impl Writer {
    fn put(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }

    fn number(&mut self, value: f32) {
        push(&mut self.out, f64::from(value));
    }

    /// ` name="value"`.
    fn attribute(&mut self, name: &str, value: f32) {
        self.put(" ");
        self.put(name);
        self.put("=\"");
        self.number(value);
        self.put("\"");
    }

    /// A side of the page; in millimetres where it was not measured in whole pixels, since other programs have
    /// pixels of other sizes.
    fn length(&mut self, name: &str, page: Vec2, side: f32) {
        let in_pixels = page == page.round();
        self.put(" ");
        self.put(name);
        self.put("=\"");
        let side = f64::from(side);
        push(&mut self.out, if in_pixels { side } else { side * 25.4 / 96.0 });
        self.put(if in_pixels { "\"" } else { "mm\"" });
    }

    fn element(&mut self, name: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        self.put("<");
        self.put(name);
        self.put(">");
        push_content(&mut self.out, text);
        self.put("</");
        self.put(name);
        self.put(">\n");
    }

    fn head(&mut self, scene: &Scene, metadata: &Metadata) {
        self.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        self.put("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        self.put(" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\"");
        self.length("width", scene.size, scene.size.x);
        self.length("height", scene.size, scene.size.y);
        self.put(" viewBox=\"0 0 ");
        self.number(scene.size.x);
        self.put(" ");
        self.number(scene.size.y);
        self.put("\" role=\"img\"");
        if !metadata.language.is_empty() {
            self.put(" xml:lang=\"");
            push_attribute(&mut self.out, &metadata.language);
            self.put("\"");
        }
        self.put(">\n");
        self.element("title", &metadata.title);
        self.element("desc", &metadata.description);
        self.put("<metadata><report-explorer xmlns=\"");
        self.put(NAMESPACE);
        self.put("\">\n");
        self.element("software", PRODUCT);
        self.element("title", &metadata.title);
        self.element("description", &metadata.description);
        self.element("source", &metadata.source);
        self.element("language", &metadata.language);
        if let Some(payload) = &metadata.payload {
            self.element("payload", payload);
        }
        self.put("</report-explorer></metadata>\n");
    }

    fn definitions(&mut self, scene: &Scene, mode: TextMode) {
        let start = self.out.len();
        self.put("<defs>\n");
        let empty = self.out.len();
        for clip in scene.items.iter().filter_map(|item| item.clip) {
            let next = self.clips.len();
            if let std::collections::hash_map::Entry::Vacant(entry) = self.clips.entry(bits(clip)) {
                entry.insert(next);
                self.put("<clipPath id=\"c");
                number::push_integer(&mut self.out, next as u32);
                self.put("\"><rect");
                self.rect_attributes(clip);
                self.put("/></clipPath>\n");
            }
        }
        if mode == TextMode::Outlines {
            let mut seen = HashSet::default();
            for item in &scene.items {
                let Painted::Glyphs(run) = &item.painted else { continue };
                for glyph in &run.glyphs {
                    if seen.insert((run.weight, glyph.id)) {
                        self.glyph_outline(run.weight, glyph.id);
                    }
                }
            }
        }
        if self.out.len() == empty {
            self.out.truncate(start);
        } else {
            self.put("</defs>\n");
        }
    }

    fn glyph_outline(&mut self, weight: Weight, id: u16) {
        LETTERS.with_borrow_mut(|letters| {
            let data = letters.entry((weight, id)).or_insert_with(|| {
                let mut data = Vec::new();
                push_steps(&mut data, &glyphs::face(weight).outline(id));
                data
            });
            if !data.is_empty() {
                self.put("<path id=\"");
                self.glyph_id(weight, id);
                self.put("\" d=\"");
                self.out.extend_from_slice(data);
                self.put("\"/>\n");
            }
        });
    }

    fn glyph_id(&mut self, weight: Weight, id: u16) {
        self.put(match weight {
            Weight::Regular => "r",
            Weight::Bold => "b",
        });
        number::push_integer(&mut self.out, u32::from(id));
    }

    fn items(&mut self, items: &[Item], mode: TextMode) {
        for group in items.chunk_by(|a, b| a.clip == b.clip) {
            let clip = group[0].clip.and_then(|clip| self.clips.get(&bits(clip)).copied());
            if let Some(clip) = clip {
                self.put("<g clip-path=\"url(#c");
                number::push_integer(&mut self.out, clip as u32);
                self.put(")\">\n");
            }
            for alike in group.chunk_by(|a, b| one_line_style(a) && same_line_style(a, b)) {
                self.alike(alike, mode);
            }
            if clip.is_some() {
                self.put("</g>\n");
            }
        }
    }

    /// One item, or several straight lines that look the same and become one path.
    fn alike(&mut self, items: &[Item], mode: TextMode) {
        match &items[0].painted {
            Painted::Outline { geometry: Geometry::Line(_), stroke: Some(style), .. } => {
                self.put("<path d=\"");
                for item in items {
                    if let Painted::Outline { geometry: Geometry::Line(ends), .. } = &item.painted {
                        self.line_data(*ends);
                    }
                }
                self.put("\"");
                self.stroke_attributes(style);
                self.put("/>\n");
            }
            Painted::Outline { geometry, fill, stroke } => {
                self.outline(geometry, *fill, stroke.as_ref());
            }
            Painted::Glyphs(run) => match mode {
                TextMode::Outlines => self.run_of_outlines(run),
                TextMode::Text => self.run_of_text(run),
            },
        }
    }

    fn outline(&mut self, geometry: &Geometry, fill: Option<Color>, stroke: Option<&StrokeStyle>) {
        match geometry {
            Geometry::Rect { rect, .. } => {
                self.put("<rect");
                self.rect_attributes(*rect);
            }
            Geometry::Circle { center, radius } => {
                self.put("<circle");
                self.attribute("cx", center.x);
                self.attribute("cy", center.y);
                self.attribute("r", *radius);
            }
            Geometry::Line(ends) => {
                self.put("<path d=\"");
                self.line_data(*ends);
                self.put("\"");
            }
            Geometry::Path(path) => {
                self.put("<path d=\"");
                self.path_data(path);
                self.put("\"");
            }
        }
        match fill {
            Some(color) => self.color_attributes("fill", color),
            None => self.put(" fill=\"none\""),
        }
        if let Some(style) = stroke {
            self.put(" stroke-miterlimit=\"");
            self.number(style.miter_limit);
            self.put("\"");
            self.stroke_color(style);
        }
        self.put("/>\n");
    }

    fn rect_attributes(&mut self, rect: Rect) {
        self.attribute("x", rect.left());
        self.attribute("y", rect.top());
        self.attribute("width", rect.width());
        self.attribute("height", rect.height());
    }

    fn stroke_attributes(&mut self, style: &StrokeStyle) {
        self.put(" fill=\"none\"");
        self.stroke_color(style);
    }

    fn stroke_color(&mut self, style: &StrokeStyle) {
        self.color_attributes("stroke", style.color);
        self.attribute("stroke-width", style.width);
    }

    fn color_attributes(&mut self, name: &str, color: Color) {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        self.put(" ");
        self.put(name);
        self.put("=\"#");
        for channel in [color.r, color.g, color.b] {
            self.out.push(HEX[usize::from(channel >> 4)]);
            self.out.push(HEX[usize::from(channel & 15)]);
        }
        self.put("\"");
        if !color.is_opaque() {
            self.put(" ");
            self.put(name);
            self.put("-opacity=\"");
            push_fine(&mut self.out, f64::from(color.opacity()));
            self.put("\"");
        }
    }

    fn line_data(&mut self, [a, b]: [egui::Pos2; 2]) {
        self.put("M");
        self.pair(f64::from(a.x), f64::from(a.y));
        if a.y - b.y == 0.0 {
            self.put("H");
            self.number(b.x);
        } else if a.x - b.x == 0.0 {
            self.put("V");
            self.number(b.y);
        } else {
            self.put("L");
            self.pair(f64::from(b.x), f64::from(b.y));
        }
    }

    fn pair(&mut self, x: f64, y: f64) {
        push(&mut self.out, x);
        push_next(&mut self.out, y);
    }

    fn path_data(&mut self, path: &BezPath) {
        let mut last_letter = b' ';
        for element in path.elements() {
            let (letter, points): (u8, &[Point]) = match element {
                PathEl::MoveTo(a) => (b'M', &[*a]),
                PathEl::LineTo(a) => (b'L', &[*a]),
                PathEl::QuadTo(a, b) => (b'Q', &[*a, *b]),
                PathEl::CurveTo(a, b, c) => (b'C', &[*a, *b, *c]),
                PathEl::ClosePath => (b'Z', &[]),
            };
            let mut repeated = letter == last_letter;
            if !repeated {
                self.out.push(letter);
            }
            for point in points {
                if repeated {
                    push_next(&mut self.out, point.x);
                } else {
                    push(&mut self.out, point.x);
                }
                push_next(&mut self.out, point.y);
                repeated = true;
            }
            // After `M` further pairs would mean lines.
            last_letter = if letter == b'M' { b' ' } else { letter };
        }
    }

    /// ` transform="…"`, times a scale.
    fn transform(&mut self, transform: Affine, scale: Option<f64>) {
        let [turn @ .., x, y] = transform.as_coeffs();
        self.put(" transform=\"");
        if is_upright(turn) {
            self.put("translate(");
            self.pair(x, y);
            self.put(")");
            if let Some(scale) = scale {
                self.put("scale(");
                number::push_finest(&mut self.out, scale);
                self.put(")");
            }
        } else {
            self.put("matrix(");
            for value in turn {
                number::push_finest(&mut self.out, value * scale.unwrap_or(1.0));
                self.put(" ");
            }
            self.pair(x, y);
            self.put(")");
        }
        self.put("\"");
    }

    fn run_of_outlines(&mut self, run: &GlyphRun) {
        let face = glyphs::face(run.weight);
        let scale = f64::from(run.size / face.units_per_em());
        self.put("<g");
        self.color_attributes("fill", run.color);
        self.transform(run.transform, Some(scale));
        self.put(">");
        for glyph in run.glyphs.iter().filter(|glyph| !glyph.character.is_whitespace()) {
            self.put("<use xlink:href=\"#");
            self.glyph_id(run.weight, glyph.id);
            self.put("\"");
            let x = (f64::from(glyph.x) / scale).round() as f32;
            if x != 0.0 {
                self.attribute("x", x);
            }
            self.put("/>");
        }
        self.put("</g>\n");
    }

    /// Every glyph with its own position, so that another font cannot make texts collide.
    fn run_of_text(&mut self, run: &GlyphRun) {
        let end = run.glyphs.iter().rposition(|glyph| !glyph.character.is_whitespace());
        let visible = &run.glyphs[..end.map_or(0, |last| last + 1)];
        self.put("<text xml:space=\"preserve\" font-family=\"'Noto Sans SC',sans-serif\"");
        if run.weight == Weight::Bold {
            self.put(" font-weight=\"700\"");
        }
        self.attribute("font-size", run.size);
        self.color_attributes("fill", run.color);
        self.transform(run.transform, None);
        self.put(" x=\"");
        for (index, glyph) in visible.iter().enumerate() {
            if index > 0 {
                self.put(" ");
            }
            self.number(glyph.x);
        }
        self.put("\">");
        let text: String = visible.iter().map(|glyph| glyph.character).collect();
        push_content(&mut self.out, &text);
        self.put("</text>\n");
    }
}

/// A path by its steps from point to point, which are shorter to write than places.
///
/// For outlines of letters alone: their numbers are whole or halves, so that no step is rounded.
fn push_steps(out: &mut Vec<u8>, path: &BezPath) {
    let (mut at, mut start) = (Point::ZERO, Point::ZERO);
    let mut last_letter = b' ';
    for element in path.elements() {
        let to = element.end_point().unwrap_or(start);
        let (letter, steps): (u8, &[f64]) = match element {
            PathEl::MoveTo(_) => (b'm', &[to.x - at.x, to.y - at.y]),
            PathEl::LineTo(_) if to.y - at.y == 0.0 => (b'h', &[to.x - at.x]),
            PathEl::LineTo(_) if to.x - at.x == 0.0 => (b'v', &[to.y - at.y]),
            PathEl::LineTo(_) => (b'l', &[to.x - at.x, to.y - at.y]),
            PathEl::QuadTo(a, _) => (b'q', &[a.x - at.x, a.y - at.y, to.x - at.x, to.y - at.y]),
            PathEl::CurveTo(a, b, _) => {
                let [a, b, to] = [*a, *b, to].map(|point| point - at);
                (b'c', &[a.x, a.y, b.x, b.y, to.x, to.y])
            }
            PathEl::ClosePath => (b'z', &[]),
        };
        let mut repeated = letter == last_letter;
        if !repeated {
            out.push(letter);
        }
        for step in steps {
            if repeated {
                push_next(out, *step);
            } else {
                push(out, *step);
            }
            repeated = true;
        }
        // After `m` further pairs would mean lines.
        last_letter = if letter == b'm' { b' ' } else { letter };
        at = to;
        if letter == b'm' {
            start = to;
        }
    }
}

fn is_upright([xx, yx, xy, yy]: [f64; 4]) -> bool {
    xx - 1.0 == 0.0 && yx == 0.0 && xy == 0.0 && yy - 1.0 == 0.0
}

fn bits(rect: Rect) -> [u32; 4] {
    [rect.min.x, rect.min.y, rect.max.x, rect.max.y].map(f32::to_bits)
}

/// Whether several of these may become one path: opaque, so that crossings do not show.
fn one_line_style(item: &Item) -> bool {
    matches!(
        &item.painted,
        Painted::Outline { geometry: Geometry::Line(_), stroke: Some(style), .. }
            if style.color.is_opaque()
    )
}

fn same_line_style(a: &Item, b: &Item) -> bool {
    let style = |item: &Item| match &item.painted {
        Painted::Outline { geometry: Geometry::Line(_), stroke, .. } => *stroke,
        _ => None,
    };
    style(a) == style(b)
}

#[cfg(test)]
mod tests;
