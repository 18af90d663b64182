//! Texts that were set before: finding the size of a page sets the same words many times, and the charts of a batch
//! say much the same.
//!
//! Only in a pass without a window ([`install`]). There letters have no pictures in egui's atlas, so that a text once set
//! stays right; and nothing is fitted to the pixels of a screen, so that a text of any size is the same text at
//! [`UNIT`] pixels, scaled. What comes out depends on the text alone, never on what was kept before.

use std::hash::{Hash as _, Hasher as _};
use std::sync::{Arc, Mutex, PoisonError};

use ahash::{AHasher, HashMap};
use egui::emath::GuiRounding as _;
use egui::epaint::text::{ByteRangeExt as _, Glyph, PlacedRow, Row};
use egui::text::LayoutJob;
use egui::{Color32, Context, Galley, Id, Painter, Rect, pos2, vec2};

use super::text::{TextStyle, job, without_end};
use crate::fonts::Weight;

/// The size in which texts are set before they are scaled, in pixels: so large that what egui rounds to pixels
/// is less than a fortieth of a pixel in a label.
const UNIT: f32 = 256.0;
/// Sizes of one text are kept apart when they differ by more than this, in pixels at [`UNIT`].
const STEP: f32 = 1.0 / 64.0;
/// More texts than these are not kept: some ten MB.
const MOST: usize = 8_000;

/// The texts that one thread keeps from chart to chart, at [`UNIT`] pixels, by a hash of their words and looks.
#[derive(Clone, Default)]
pub(super) struct KeptTexts(Arc<Mutex<Shelf>>);

type Shelf = HashMap<u64, Vec<Arc<Galley>>>;

/// The words of a text and their looks.
type Parts<'p> = [(&'p str, TextStyle)];

fn id() -> Id {
    Id::unique("kept chart texts")
}

/// Keeps the texts of the next chart that is drawn in `context`.
pub(super) fn install(context: &Context, texts: &KeptTexts) {
    {
        let mut texts = texts.0.lock().unwrap_or_else(PoisonError::into_inner);
        if texts.len() > MOST {
            texts.clear();
        }
    }
    context.data_mut(|data| data.insert_temp(id(), texts.clone()));
}

fn installed(painter: &Painter) -> Option<KeptTexts> {
    painter.ctx().data(|data| data.get_temp::<KeptTexts>(id()))
}

/// Whether the texts of this pass have no pictures and are not fitted to the pixels of a screen.
pub(super) fn keeps(painter: &Painter) -> bool {
    installed(painter).is_some()
}

/// A place in a text, at a whole pixel where there is a screen.
pub(super) fn rounded(painter: &Painter, at: f32) -> f32 {
    if keeps(painter) { at } else { at.round_to_pixels(painter.pixels_per_point()) }
}

/// Sets `parts` after one another with the line breaks that they bring along.
pub(super) fn set(painter: &Painter, parts: &Parts<'_>) -> Arc<Galley> {
    match (installed(painter), parts.first()) {
        (Some(kept), Some(first)) if first.1.size > 0.0 => {
            let mut texts = kept.0.lock().unwrap_or_else(PoisonError::into_inner);
            if parts.windows(2).all(|two| two[0].1 != two[1].1) {
                return scaled(&mut texts, painter, parts);
            }
            // egui makes one section of neighbours that look alike; so that a text is found again, it is one here too.
            let joined: Vec<(String, TextStyle)> = parts
                .chunk_by(|one, next| one.1 == next.1)
                .map(|alike| (alike.iter().map(|part| part.0).collect(), alike[0].1))
                .collect();
            let joined: Vec<_> = joined.iter().map(|(text, look)| (text.as_str(), *look)).collect();
            scaled(&mut texts, painter, &joined)
        }
        _ => painter.layout_job(job(parts)),
    }
}

/// Sets `parts`, of which neighbours do not look alike, from the text at [`UNIT`] pixels.
fn scaled(texts: &mut Shelf, painter: &Painter, parts: &Parts<'_>) -> Arc<Galley> {
    let factor = parts[0].1.size / UNIT;
    // Colours come in at the end; until then neighbours must not look alike, or egui would join them.
    let colors = [Color32::PLACEHOLDER, Color32::TRANSPARENT].into_iter().cycle();
    let at_unit: Vec<(&str, TextStyle)> = parts
        .iter()
        .zip(colors)
        .map(|((text, look), color)| {
            let size = (look.size / factor / STEP).round() * STEP;
            (*text, TextStyle { size, color, ..*look })
        })
        .collect();
    let at_unit = find_or_set(texts, &at_unit, || painter.layout_job(job(&at_unit)));
    Arc::new(of_size(&at_unit, factor, job(parts)))
}

fn find_or_set(
    shelf: &mut Shelf,
    parts: &Parts<'_>,
    set: impl FnOnce() -> Arc<Galley>,
) -> Arc<Galley> {
    let alike = shelf.entry(hash(parts)).or_default();
    if let Some(found) = alike.iter().find(|galley| is_of(galley, parts)) {
        return Arc::clone(found);
    }
    let galley = set();
    alike.push(Arc::clone(&galley));
    galley
}

fn hash(parts: &Parts<'_>) -> u64 {
    let mut hasher = AHasher::default();
    for (text, look) in parts {
        (text, look.size.to_bits(), look.weight, look.color).hash(&mut hasher);
    }
    hasher.finish()
}

/// Whether a text that was set is just this one.
fn is_of(galley: &Galley, parts: &Parts<'_>) -> bool {
    let job = &galley.job;
    job.sections.len() == parts.len()
        && job.sections.iter().zip(parts).all(|(section, (text, look))| {
            let font = &section.format.font_id;
            job.text[section.byte_range.as_usize()] == **text
                && font.size.to_bits() == look.size.to_bits()
                && Weight::of_family(&font.family) == look.weight
                && section.format.color == look.color
        })
}

/// The text of `galley` in type `factor` times as large; `job` says what it is then.
fn of_size(galley: &Galley, factor: f32, job: LayoutJob) -> Galley {
    let mut out = galley.clone();
    out.job = Arc::new(job);
    out.rect = out.rect * factor;
    for placed in &mut out.rows {
        placed.pos = (placed.pos.to_vec2() * factor).to_pos2();
        let row = Arc::make_mut(&mut placed.row);
        row.size *= factor;
        for glyph in &mut row.glyphs {
            glyph.pos = (glyph.pos.to_vec2() * factor).to_pos2();
            for length in [
                &mut glyph.advance_width,
                &mut glyph.line_height,
                &mut glyph.font_ascent,
                &mut glyph.font_height,
                &mut glyph.font_face_ascent,
                &mut glyph.font_face_height,
            ] {
                *length *= factor;
            }
        }
    }
    out
}

/// `galley` with a new line at each of `starts`, which are counted in each of its lines: what egui would make of `job`,
/// which says the same and has no spaces at the ends of its lines.
pub(super) fn broken(galley: &Galley, starts: &[Vec<usize>], job: LayoutJob) -> Galley {
    let mut out = galley.clone();
    out.job = Arc::new(job);
    out.rows.clear();
    out.rect = Rect::ZERO;
    let mut top = 0.0;
    for (placed, starts) in galley.rows.iter().zip(starts) {
        let mut from = 0;
        for end in starts.iter().copied().chain([placed.glyphs.len()]) {
            let is_torn = end < placed.glyphs.len();
            let mut row = (*placed.row).clone();
            row.glyphs.truncate(end);
            row.glyphs.drain(..from);
            if is_torn {
                row.glyphs.truncate(without_end(&row.glyphs).len());
            }
            if row.glyphs.is_empty() {
                row.size.x = 0.0;
            } else {
                fit(&mut row);
            }
            let (row, ends_with_newline) = (Arc::new(row), is_torn || placed.ends_with_newline);
            let row = PlacedRow { pos: pos2(0.0, top), row, ends_with_newline };
            top += row.size.y;
            out.rect |= row.rect();
            out.rows.push(row);
            from = end;
        }
    }
    out
}

/// The height of a line of these letters.
pub(super) fn line_height(letters: &[Glyph]) -> f32 {
    letters.iter().map(|glyph| glyph.line_height).fold(0.0, f32::max)
}

/// Moves the letters of a line that was part of a longer one to where they stand alone.
fn fit(row: &mut Row) {
    let left = row.glyphs.first().map_or(0.0, |glyph| glyph.pos.x);
    let right = row.glyphs.last().map_or(0.0, Glyph::max_x);
    let height = line_height(&row.glyphs);
    // All letters stand on the base line of the largest.
    let lower = height - row.size.y;
    for glyph in &mut row.glyphs {
        glyph.pos += vec2(-left, lower);
    }
    row.size = vec2(right - left, height);
}

#[cfg(test)]
mod tests {
    use egui::RawInput;

    use super::super::text;
    use super::*;
    use crate::fonts;

    const TEXT: &str = "地区生产总值增长 8%左右\nGross regional product";

    fn parts(size: f32) -> [(&'static str, TextStyle); 2] {
        let look = |size, weight, color| TextStyle { size, weight, color };
        [
            (TEXT, look(size, Weight::Bold, Color32::RED)),
            ("\u{a0}①", look(size * 11.0 / 13.0, Weight::Regular, Color32::BLUE)),
        ]
    }

    /// What `work` does with a painter of a pass, with or without kept texts.
    fn painted<R>(kept: Option<&KeptTexts>, work: impl Fn(&Painter) -> R) -> R {
        let context = Context::default();
        context.set_fonts(fonts::measures());
        if let Some(kept) = kept {
            install(&context, kept);
        }
        let mut result = None;
        let output = context.run_ui(RawInput::default(), |ui| result = Some(work(ui.painter())));
        output.drop_without_applying_deltas();
        result.expect("the pass ran")
    }

    /// Whether `kept` is where egui set `plain`, which rounds to whole pixels.
    fn assert_same_places(plain: &Galley, kept: &Galley, case: &str) {
        assert_eq!(plain.job, kept.job, "{case}");
        assert!((plain.size() - kept.size()).abs().max_elem() < 2.0, "{case}");
        assert_eq!(plain.rows.len(), kept.rows.len(), "{case}");
        for (one, other) in plain.rows.iter().zip(&kept.rows) {
            assert_eq!(one.ends_with_newline, other.ends_with_newline, "{case}");
            assert_eq!(one.text(), other.text(), "{case}");
            assert!((one.pos - other.pos).abs().max_elem() < 1.5, "{case}");
            for (one, other) in one.glyphs.iter().zip(&other.glyphs) {
                assert!((one.pos - other.pos).abs().max_elem() < 1.1, "{case}");
                // A letter at a line's end may have been drawn nearer to the one that followed it.
                assert!((one.advance_width - other.advance_width).abs() < 0.5, "{case}");
            }
        }
    }

    #[test]
    fn a_scaled_text_is_where_egui_sets_it() {
        for size in [9.0, 13.0, 37.3] {
            let set = |painter: &Painter| set(painter, &parts(size));
            let (plain, scaled) = (painted(None, set), painted(Some(&KeptTexts::default()), set));
            assert_same_places(&plain, &scaled, &size.to_string());
        }
    }

    #[test]
    fn a_text_that_is_torn_is_where_egui_sets_its_lines() {
        let look = |size, weight| TextStyle { size, weight, color: Color32::RED };
        let (large, small) = (look(20.0, Weight::Bold), look(11.0, Weight::Regular));
        let parts = [
            ("高新技术企业达到 4500 家 high-tech", large),
            (" enterprises, more than ", small),
            ("before", large),
            ("\n新增 · 第 1703–1706 字", small),
        ];
        for width in [60.0, 90.0, 133.0, 200.0, 301.0, 900.0] {
            for even in [false, true] {
                let tear = |painter: &Painter| {
                    let whole = set(painter, &parts);
                    let room = text::wrapped_room(painter, &whole, width);
                    let wrapped = if even { text::balanced } else { text::rewrapped };
                    (wrapped(painter, &whole, width), room)
                };
                let (plain, plain_room) = painted(None, tear);
                let (torn, room) = painted(Some(&KeptTexts::default()), tear);
                let case = format!("{width} {even}");
                assert_same_places(&plain, &torn, &case);
                if !even {
                    let rows = |galley: &Galley| galley.rows.len();
                    assert_eq!((plain_room.1, room.1), (rows(&plain), rows(&torn)), "{case}");
                    assert!((plain_room.0 - plain.size().y).abs() < 0.01, "{case}");
                    assert!((room.0 - torn.size().y).abs() < 0.01, "{case}");
                }
            }
        }
    }

    #[test]
    fn parts_that_look_alike_or_differ_in_colour_alone_are_found_again() {
        let small = TextStyle { size: 11.0, weight: Weight::Regular, color: Color32::GRAY };
        let parts = [
            ("2021年实绩", small),
            ("  增速", small),
            ("  增长10%以上", small.colored(Color32::RED)),
        ];
        let kept = KeptTexts::default();
        let set = |painter: &Painter| set(painter, &parts);
        let scaled = painted(Some(&kept), set);
        assert_eq!(painted(None, set).job, scaled.job);
        assert_eq!(painted(Some(&kept), set), scaled);
        let texts = kept.0.lock().expect("no panic");
        let mut alike = texts.values().map(Vec::len);
        assert_eq!((alike.next(), alike.next()), (Some(1), None), "one text, set once");
    }

    #[test]
    fn what_was_kept_before_changes_nothing() {
        let kept = KeptTexts::default();
        let sizes = [13.0, 20.0, 13.000_001, 9.7];
        let set = |painter: &Painter| sizes.map(|size| set(painter, &parts(size)));
        let first = painted(Some(&kept), set);
        let alone = sizes.map(|size| {
            let set = |painter: &Painter| super::set(painter, &parts(size));
            painted(Some(&KeptTexts::default()), set)
        });
        assert_eq!(first, alone);
        assert_eq!(first, painted(Some(&kept), set));
        assert_eq!(kept.0.lock().expect("no panic").len(), 1, "set once for all sizes");
    }
}
