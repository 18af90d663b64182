//! A drawn page taken apart: what is text, what is a mark, what lies behind what; and what is wrong with it.
//!
//! Computed from the shapes, not from pixels: [`Scene`] resolves them into outlines and glyphs, the ink of a glyph
//! comes from its outline in the font. So a complaint names the words and the place.

use std::collections::BTreeSet;

use egui::{Color32, Pos2, Rect, pos2};
use report_explorer::chart::Drawing;
use report_explorer::export::{Color, Geometry, GlyphRun, Item, Painted, Scene};
use report_explorer::fonts::Weight;
use report_explorer::theme::Palette;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider};

/// Text and marks may come this close, in pixels, before they count as touching.
const TOUCH: f32 = 0.5;

/// So much of a mark may be cut off: half of a thin line that ends at the edge.
const CUT: f32 = 1.5;

/// A run of text in one look, on one line.
pub struct Text {
    at: usize,
    pub words: String,
    /// The smallest rectangle around its ink.
    pub ink: Rect,
    color: Color,
}

/// What an outline is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
    /// An opaque surface: hides what lies below it.
    Ground,
    /// Grid lines, edges of cards, soft bands: they may be faint.
    Quiet,
    /// Lines in the colour of a surface: an edge around the mark that follows.
    Edge,
    /// Everything that says something.
    Mark,
}

struct Shape {
    at: usize,
    part: Part,
    /// What is seen of it.
    rect: Rect,
    /// How far it reaches beyond where it is painted.
    cut: f32,
    fill: Option<Color>,
    stroke: Option<Color>,
    /// What kind of outline, and how many elements: tells a dot from an arrowhead.
    form: (&'static str, usize),
}

/// A page taken apart.
pub struct Page {
    size: Rect,
    /// What is behind everything: where a page is transparent, the surface that its theme is made for.
    paper: Color,
    pub texts: Vec<Text>,
    shapes: Vec<Shape>,
}

impl Page {
    /// Takes a drawing apart.
    ///
    /// # Errors
    /// When it holds what no file can, such as a character without a glyph.
    pub fn of(drawing: &Drawing, palette: &Palette) -> Result<Self, String> {
        let scene = Scene::of(drawing).map_err(|error| error.to_string())?;
        let mut page = Self {
            size: Rect::from_min_size(Pos2::ZERO, scene.size),
            paper: Color::of(palette.surface),
            texts: Vec::new(),
            shapes: Vec::new(),
        };
        for (at, item) in scene.items.iter().enumerate() {
            match &item.painted {
                Painted::Glyphs(run) => page.texts.extend(text(at, run, item)),
                Painted::Outline { geometry, fill, stroke } => {
                    let half = stroke.map_or(0.0, |stroke| stroke.width / 2.0);
                    let bounds = match geometry {
                        // The ends of a line are cut straight.
                        Geometry::Line([from, to]) => {
                            let aside = (*to - *from).normalized().rot90().abs() * half;
                            geometry.bounds().expand2(aside)
                        }
                        _ => geometry.bounds().expand(half),
                    };
                    let rect = item.clip.map_or(bounds, |clip| clip.intersect(bounds));
                    let cut = (bounds.size() - rect.size()).max_elem();
                    let form = match geometry {
                        Geometry::Line(_) => ("line", 2),
                        Geometry::Rect { .. } => ("rect", 4),
                        Geometry::Circle { .. } => ("circle", 1),
                        Geometry::Path(path) => ("path", path.elements().len()),
                    };
                    let stroke = stroke.map(|stroke| stroke.color);
                    let part = part(*fill, stroke, form, palette);
                    page.shapes.push(Shape { at, part, rect, cut, fill: *fill, stroke, form });
                }
            }
        }
        Ok(page)
    }

    /// All words, without spaces and line ends.
    pub fn words(&self) -> String {
        let all: String = self.texts.iter().map(|text| text.words.as_str()).collect();
        all.chars().filter(|c| !c.is_whitespace()).collect()
    }

    /// Texts that leave the page, lie on another or on a mark.
    pub fn misplaced(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for (at, text) in self.texts.iter().enumerate() {
            if !self.size.contains_rect(text.ink) {
                wrong.push(format!("{:?} leaves the page at {:?}", text.words, text.ink));
            }
            for other in &self.texts[at + 1..] {
                let shared = text.ink.intersect(other.ink);
                if shared.width() > TOUCH && shared.height() > TOUCH {
                    wrong.push(format!("{:?} and {:?} overlap", text.words, other.words));
                }
            }
            wrong.extend(self.shapes.iter().filter(|shape| Self::is_in_the_way(shape, text)).map(
                |shape| {
                    format!(
                        "{:?} at {:?} lies on a {:?} at {:?}",
                        text.words, text.ink, shape.form, shape.rect
                    )
                },
            ));
        }
        for shape in &self.shapes {
            let Shape { form, rect, cut, .. } = shape;
            if shape.part == Part::Mark && !self.size.expand(TOUCH).contains_rect(*rect) {
                wrong.push(format!("a {form:?} leaves the page at {rect:?}"));
            }
            if shape.part == Part::Mark && *cut > CUT {
                wrong.push(format!("a {form:?} loses {cut} pixels beside {rect:?}"));
            }
        }
        wrong
    }

    fn is_in_the_way(shape: &Shape, text: &Text) -> bool {
        let shared = text.ink.shrink(TOUCH).intersect(shape.rect);
        if shared.width() < 0.0 || shared.height() < 0.0 {
            return false;
        }
        if shape.part == Part::Ground {
            return shape.at > text.at;
        }
        // An edge around a text is no line through it.
        if shape.fill.is_none() && shape.rect.contains_rect(text.ink) && shape.form.0 != "line" {
            return false;
        }
        // Hidden or not: on a page without a background nothing hides it.
        true
    }

    /// Texts below 4.5 : 1 and marks below 3 : 1 against what is behind them (WCAG 2.2, 1.4.3 and 1.4.11).
    pub fn faint(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for text in &self.texts {
            let found = contrast(text.color, self.behind(text.at, text.ink));
            if found < 4.5 {
                wrong.push(format!("{:?} has a contrast of {found:.2}", text.words));
            }
        }
        for shape in self.shapes.iter().filter(|shape| shape.part == Part::Mark) {
            let Some(color) = shape.stroke.or(shape.fill) else { continue };
            let found = contrast(color, self.behind(shape.at, shape.rect));
            if found < 3.0 {
                let Shape { form, rect, .. } = shape;
                wrong.push(format!("a {form:?} at {rect:?} has a contrast of {found:.2}"));
            }
        }
        wrong.extend(self.faint_on_marks());
        wrong
    }

    /// Marks below 3 : 1 against a mark of another colour on which they stand without an edge.
    fn faint_on_marks(&self) -> Vec<String> {
        let marks = || self.shapes.iter().filter(|shape| shape.part == Part::Mark);
        let mut wrong = Vec::new();
        for upper in marks() {
            let Some(color) = upper.stroke.or(upper.fill) else { continue };
            let below = marks().filter(|lower| lower.at < upper.at);
            for lower in below.filter(|lower| lower.rect.contains(upper.rect.center())) {
                let Some(fill) = lower.fill.filter(|fill| fill.is_opaque() && *fill != color)
                else {
                    continue;
                };
                let found = contrast(color, fill);
                let edged = self.shapes.iter().any(|edge| {
                    edge.part == Part::Edge
                        && (lower.at..upper.at).contains(&edge.at)
                        && edge.rect.expand(TOUCH).contains_rect(upper.rect)
                });
                let hidden = marks().any(|cover| {
                    (lower.at + 1..upper.at).contains(&cover.at)
                        && cover.fill.is_some_and(Color::is_opaque)
                        && cover.rect.contains(upper.rect.center())
                });
                if found < 3.0 && !edged && !hidden {
                    wrong.push(format!(
                        "a {:?} at {:?} has a contrast of {found:.2} on a {:?} at {:?}",
                        upper.form, upper.rect, lower.form, lower.rect
                    ));
                }
            }
        }
        wrong
    }

    /// The colour that fills the place of `rect` before the item `at` is painted.
    fn behind(&self, at: usize, rect: Rect) -> Color {
        let under = self.shapes.iter().rev().filter(|shape| shape.at < at);
        let fill = under
            .filter(|shape| shape.part != Part::Mark && shape.rect.contains(rect.center()))
            .find_map(|shape| shape.fill.filter(|fill| fill.is_opaque()));
        fill.unwrap_or(self.paper)
    }

    /// The forms of the marks in one colour: what is left to tell roles apart in grey.
    pub fn forms(&self, color: Color32) -> BTreeSet<(&'static str, usize)> {
        let color = Color::of(color);
        let of_color = |shape: &&Shape| shape.fill == Some(color) || shape.stroke == Some(color);
        self.shapes.iter().filter(of_color).map(|shape| shape.form).collect()
    }

    /// The boxes of the marks.
    pub fn marks(&self) -> impl Iterator<Item = Rect> {
        self.shapes.iter().filter(|shape| shape.part == Part::Mark).map(|shape| shape.rect)
    }

    /// The area that a colour fills.
    pub fn filled(&self, color: Color32) -> f32 {
        let color = Some(Color::of(color));
        self.shapes.iter().filter(|shape| shape.fill == color).map(|shape| shape.rect.area()).sum()
    }

    /// The boxes of the outlines of one form, a `line` or a `rect`, in one colour.
    pub fn boxes(&self, color: Color32, form: &str) -> Vec<Rect> {
        let color = Some(Color::of(color));
        let wanted =
            |shape: &&Shape| shape.form.0 == form && (shape.fill == color || shape.stroke == color);
        self.shapes.iter().filter(wanted).map(|shape| shape.rect).collect()
    }

    /// How many marks have a colour.
    pub fn count(&self, color: Color32) -> usize {
        let color = Color::of(color);
        let of_color = |shape: &&Shape| shape.fill == Some(color) || shape.stroke == Some(color);
        self.shapes.iter().filter(of_color).count()
    }
}

fn part(
    fill: Option<Color>,
    stroke: Option<Color>,
    form: (&'static str, usize),
    palette: &Palette,
) -> Part {
    let is = |color: Option<Color>, known: &[Color32]| {
        color.is_some_and(|color| known.iter().any(|known| Color::of(*known) == color))
    };
    let grounds =
        [palette.surface, palette.page, palette.accent_soft, palette.hover, Color32::WHITE];
    if form.0 == "rect" && stroke.is_none() && is(fill, &grounds) {
        return Part::Ground;
    }
    if fill.is_none() && is(stroke, &[palette.surface]) {
        return Part::Edge;
    }
    let quiet =
        [palette.line, palette.sunken, palette.actual_soft, palette.target_soft, palette.goal_soft];
    let outlined = stroke.is_some() && !is(stroke, &quiet);
    if outlined || (fill.is_some() && !is(fill, &quiet)) { Part::Mark } else { Part::Quiet }
}

/// The ink of a run, from the outlines of its glyphs; `None` for blanks.
fn text(at: usize, run: &GlyphRun, item: &Item) -> Option<Text> {
    let font = FontRef::new(match run.weight {
        Weight::Regular => report_explorer::fonts::REGULAR,
        Weight::Bold => report_explorer::fonts::BOLD,
    })
    .expect("a bundled font");
    let metrics = font.glyph_metrics(Size::new(run.size), LocationRef::default());
    let [.., x, y] = run.transform.as_coeffs();
    let origin = pos2(x as f32, y as f32);
    let mut ink = Rect::NOTHING;
    for glyph in &run.glyphs {
        let Some(bounds) = metrics.bounds(GlyphId::from(glyph.id)) else { continue };
        if bounds.x_max <= bounds.x_min {
            continue;
        }
        let left = origin.x + glyph.x;
        ink = ink.union(Rect::from_min_max(
            pos2(left + bounds.x_min, origin.y - bounds.y_max),
            pos2(left + bounds.x_max, origin.y - bounds.y_min),
        ));
    }
    if let Some(clip) = item.clip {
        // What a clip cuts off is as good as off the page.
        assert!(clip.expand(1.0).contains_rect(ink), "{:?} is cut", run.text());
    }
    ink.is_positive().then(|| Text { at, words: run.text(), ink, color: run.color })
}

/// WCAG 2.2, relative luminance and contrast ratio.
fn contrast(a: Color, b: Color) -> f64 {
    let channel = |byte: u8| {
        let c = f64::from(byte) / 255.0;
        if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    let luminance =
        |c: Color| 0.2126 * channel(c.r) + 0.7152 * channel(c.g) + 0.0722 * channel(c.b);
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}
