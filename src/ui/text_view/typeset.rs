//! Lines of Chinese text: where each breaks, how far it is spread, where it stands on the page.
//!
//! Our own, because egui breaks a whole paragraph in one go and only where it is drawn: the height of every paragraph
//! must be known for the scroll bar, and measuring 200 000 characters by shaping them takes a hundred times as long.
//! Here a line is a few additions, and only the lines that are seen are shaped, each as a text of its own.
//!
//! Rules of line breaking are those of the W3C's *Requirements for Chinese Text Layout* (3.1.3): no closing mark begins
//! a line, no opening one ends it, digits with their point and percent sign stay together. A line that comes out short
//! is spread evenly to the measure.

use std::collections::HashMap;

use crate::fonts::Weight;
use crate::model::Span;
use crate::ui::lists::{Marked, Paragraph, ParagraphKind, TextPage};

/// Size, weight and room of a kind of paragraph, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Setting {
    pub size: f32,
    pub weight: Weight,
    /// From one line to the next.
    pub line: f32,
    pub above: f32,
    pub below: f32,
    /// First-line indent, in characters.
    pub indent: f32,
    pub centred: bool,
}

/// The size of reading text, in points, for which the other sizes are given.
const READING: f32 = 16.0;

impl Setting {
    /// The same, larger or smaller.
    fn scaled(self, scale: f32) -> Self {
        Self {
            size: self.size * scale,
            line: (self.line * scale).round(),
            above: self.above * scale,
            below: self.below * scale,
            ..self
        }
    }
}

/// How a kind of paragraph is set where reading text has a size of `reading` points.
pub(super) fn setting(kind: ParagraphKind, reading: f32) -> Setting {
    at_reading_size(kind).scaled(reading / READING)
}

fn at_reading_size(kind: ParagraphKind) -> Setting {
    let reading = Setting {
        size: READING,
        weight: Weight::Regular,
        line: 31.0,
        above: 0.0,
        below: 10.0,
        indent: 2.0,
        centred: false,
    };
    let heading = Setting { weight: Weight::Bold, indent: 0.0, ..reading };
    match kind {
        ParagraphKind::Title => {
            Setting { size: 24.0, line: 38.0, above: 12.0, below: 8.0, centred: true, ..heading }
        }
        ParagraphKind::Front => Setting {
            size: 13.0,
            weight: Weight::Regular,
            line: 22.0,
            below: 4.0,
            centred: true,
            ..heading
        },
        ParagraphKind::Part => {
            Setting { size: 20.0, line: 34.0, above: 28.0, below: 10.0, ..heading }
        }
        ParagraphKind::Numbered => {
            Setting { size: 17.0, line: 30.0, above: 14.0, below: 4.0, ..heading }
        }
        ParagraphKind::Body | ParagraphKind::Continued => reading,
    }
}

/// One line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Line {
    /// Its characters.
    pub span: Span,
    /// Its paragraph, by its place in the page.
    pub paragraph: usize,
    /// From the top of the page.
    pub top: f32,
    /// Its height.
    pub height: f32,
    /// From the left edge of the measure.
    pub left: f32,
    /// What is put between two characters to fill the measure.
    pub spread: f32,
}

/// The whole text in lines.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Sheet {
    pub lines: Vec<Line>,
    pub height: f32,
    /// Width of the lines.
    pub measure: f32,
    /// The size of reading text, in points.
    pub reading: f32,
}

impl Sheet {
    /// The first line that reaches below `y`.
    pub fn line_at(&self, y: f32) -> usize {
        let above = self.lines.partition_point(|line| line.top + line.height <= y);
        above.min(self.lines.len().saturating_sub(1))
    }

    /// The line that holds a character, or the one behind it.
    pub fn line_of(&self, at: u32) -> usize {
        let before = self.lines.partition_point(|line| line.span.end <= at);
        before.min(self.lines.len().saturating_sub(1))
    }
}

/// Breaks and places every line; `advance` gives the width of a character in a weight at a size of 1.
pub(super) fn typeset(
    page: &TextPage,
    chars: &[char],
    measure: f32,
    reading: f32,
    advance: &mut dyn FnMut(char, Weight) -> f32,
) -> Sheet {
    let mut known: HashMap<(char, Weight), f32> = HashMap::new();
    let mut width =
        |c: char, weight: Weight| *known.entry((c, weight)).or_insert_with(|| advance(c, weight));
    let mut sheet = Sheet { measure, reading, ..Sheet::default() };
    let mut top = 0.0;
    for (at, paragraph) in page.paragraphs.iter().enumerate() {
        let setting = setting(paragraph.kind, reading);
        top += setting.above;
        let widths = widths(page, paragraph, chars, setting, &mut width);
        let text = &chars[paragraph.span.start as usize..paragraph.span.end as usize];
        let indent = setting.indent * setting.size;
        let mut from = 0;
        while from < text.len() {
            let left = if from == 0 { indent } else { 0.0 };
            let (to, used) = break_line(text, &widths, from, measure - left);
            let rest = measure - left - used;
            let last = to == text.len();
            let gaps = (to - from).saturating_sub(1).max(1) as f32;
            // More than this is a hole between letters; the line is better left ragged.
            let fits = !last && !setting.centred && rest > 0.0 && rest / gaps < setting.size * 0.12;
            let start = paragraph.span.start;
            sheet.lines.push(Line {
                span: Span { start: start + from as u32, end: start + to as u32 },
                paragraph: at,
                top,
                height: setting.line,
                left: if setting.centred { (rest / 2.0).max(0.0) } else { left },
                spread: if fits { rest / gaps } else { 0.0 },
            });
            top += setting.line;
            from = to;
        }
        top += setting.below;
    }
    sheet.height = top;
    sheet
}

/// The width of every character of a paragraph: figures and leading sentences are bold.
fn widths(
    page: &TextPage,
    paragraph: &Paragraph,
    chars: &[char],
    setting: Setting,
    width: &mut dyn FnMut(char, Weight) -> f32,
) -> Vec<f32> {
    let Span { start, end } = paragraph.span;
    let mut marks = page.marks[paragraph.marks.clone()].iter().peekable();
    (start..end)
        .map(|at| {
            while marks.next_if(|mark| mark.span.end <= at).is_some() {}
            let marked = marks.peek().is_some_and(|mark| {
                mark.span.start <= at && matches!(mark.marked, Marked::Figures(_))
            });
            let weight = if marked || at < paragraph.lead { Weight::Bold } else { setting.weight };
            width(chars[at as usize], weight) * setting.size
        })
        .collect()
}

/// Where the line ends that begins at `from`, and how wide it is.
fn break_line(text: &[char], widths: &[f32], from: usize, room: f32) -> (usize, f32) {
    let mut used = 0.0;
    // The last place where the line may end, and its width there.
    let mut allowed: Option<(usize, f32)> = None;
    for at in from..text.len() {
        if at > from && may_break(text[at - 1], text[at]) {
            allowed = Some((at, used));
        }
        if used + widths[at] > room && at > from {
            return allowed.unwrap_or((at, used));
        }
        used += widths[at];
    }
    (text.len(), used)
}

/// Whether a line may end between two characters.
fn may_break(before: char, after: char) -> bool {
    !(begins_no_line(after) || ends_no_line(before) || holds_together(before, after))
}

fn begins_no_line(c: char) -> bool {
    "、。，．,.;:；：！？!?)）]】〕》〉」』’”…—·～~％%‰℃".contains(c)
}

fn ends_no_line(c: char) -> bool {
    "(（[【〔《〈「『‘“".contains(c)
}

/// Numbers and foreign words are not torn.
fn holds_together(before: char, after: char) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '/');
    (word(before) || matches!(before, '.' | ',')) && word(after)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lines(text: &str, em: f32) -> Vec<String> {
        let chars: Vec<char> = text.chars().collect();
        let page = TextPage {
            paragraphs: vec![Paragraph {
                span: Span { start: 0, end: chars.len() as u32 },
                kind: ParagraphKind::Continued,
                lead: 0,
                spoken: text.to_owned(),
                marks: 0..0,
            }],
            ..TextPage::default()
        };
        let mut advance = |c: char, _| if c.is_ascii() { 0.5 } else { 1.0 };
        let sheet = typeset(&page, &chars, em * READING, READING, &mut advance);
        sheet
            .lines
            .iter()
            .map(|line| chars[line.span.start as usize..line.span.end as usize].iter().collect())
            .collect()
    }

    #[test]
    fn no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() {
        // The first line is two characters shorter: its indent.
        assert_eq!(lines("一二三四五六七八、九十", 10.0), ["一二三四五六七", "八、九十"]);
        assert_eq!(lines("一二三四五六七“八九十”", 10.0), ["一二三四五六七", "“八九十”"]);
    }

    #[test]
    fn a_number_stays_in_one_line() {
        assert_eq!(lines("地区生产总值增12.8%左右", 10.0), ["地区生产总值增", "12.8%左右"]);
    }

    #[test]
    fn a_word_longer_than_the_measure_is_torn_all_the_same() {
        let lines = lines(&"x".repeat(100), 10.0);
        assert_eq!(lines.concat().len(), 100);
        assert!(lines.len() >= 5);
    }

    proptest! {
        #[test]
        fn the_lines_hold_every_character_once_and_none_is_too_wide(
            text in "[一二、。“”(),.0-9a %]{1,120}", em in 4.0_f32..40.0
        ) {
            let lines = lines(&text, em);
            prop_assert_eq!(lines.concat(), text);
            for (at, line) in lines.iter().enumerate() {
                let room = if at == 0 { em - 2.0 } else { em };
                let width: f32 = line.chars().map(|c| if c.is_ascii() { 0.5 } else { 1.0 }).sum();
                prop_assert!(width <= room + 0.01 || line.chars().count() == 1, "{line} in {room}");
            }
        }
    }
}
