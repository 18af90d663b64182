//! Where the items of a report stand in a copy of its text that may not be the published file, character for character.
//!
//! The items are walked in document order with the shift of the last one that was found: an item stands where the
//! data says, moved by that shift, or else nearby. So one inserted line moves everything after it instead of losing it.
//! Full and half width count as the same here, since copies differ in them; what was published is settled by the hash.

use crate::model::{ItemRef, Report, Span};

use super::normalise::half_width;
use super::text::Text;

/// How far from its expected place an item is looked for, in characters.
const REACH: usize = 4_000;
/// Shorter items are found only where they are expected: 三 stands everywhere.
const TELLING: usize = 6;
/// An end to the looking around in a text that has nothing to do with the report.
const MOST_SEARCHES: usize = 3_000;
/// How much of what stands there instead is shown.
const SHOWN: usize = 40;

/// Where one figure stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigurePlace {
    /// Its wording.
    pub wording: Span,
    /// The clause around it; the wording alone where the clause reads otherwise.
    pub clause: Span,
}

/// An item that does not stand where the data says, nor near it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differing {
    /// The item.
    pub item: ItemRef,
    /// What should stand there.
    pub expected: String,
    /// What stands there; empty beyond the end of the text.
    pub found: String,
    /// Where that is, in the text.
    pub at: u32,
}

/// Where everything stands in one text; `None` for what was not found. In the order of the report's own lists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    /// From each section's heading to its end.
    pub sections: Vec<Option<Span>>,
    /// Each figure.
    pub figures: Vec<Option<FigurePlace>>,
    /// Each exclusion.
    pub exclusions: Vec<Option<Span>>,
    /// What was not found, in document order.
    pub differing: Vec<Differing>,
}

impl Places {
    /// How many items were found.
    #[must_use]
    pub fn found(&self) -> usize {
        self.total() - self.differing.len()
    }

    /// How many items there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.sections.len() + self.figures.len() + self.exclusions.len()
    }

    /// Whether the text is one of `report` at all: at least half of its figures stand in it.
    #[must_use]
    pub fn is_of(&self, report: &Report) -> bool {
        let found = self.figures.iter().flatten().count();
        found * 2 >= report.figures().len() && self.found() > 0
    }

    /// The innermost section around a character, by its place in the report's list.
    #[must_use]
    pub fn section_at(&self, at: u32) -> Option<usize> {
        let around = |span: &Option<Span>| span.is_some_and(|s| s.start <= at && at < s.end);
        // Parents stand before their children, so the last one is the innermost.
        self.sections.iter().rposition(around)
    }
}

impl Places {
    /// Notes that `anchor` was found at `start`.
    fn put(&mut self, report: &Report, anchor: &Anchor, start: u32) {
        let span = Span { start, end: start + anchor.words.len() as u32 };
        match anchor.item {
            Item::Section(at) => self.sections[at] = Some(span),
            Item::Exclusion(at) => self.exclusions[at] = Some(span),
            Item::Figure(at) => {
                let figure = &report.figures()[at];
                // A clause that does not hold its wording is a fault of the data; it is marked whole.
                let inside = figure.span.start.saturating_sub(figure.clause.span.start);
                let from = start + inside;
                let inner = Span { start: from, end: from + figure.span.len() };
                let wording = if span.contains(inner) { inner } else { span };
                self.figures[at] = Some(FigurePlace { wording, clause: span });
            }
        }
    }
}

/// What is looked for, in document order.
struct Anchor {
    item: Item,
    start: u32,
    words: Vec<char>,
}

/// An item by its place in its list.
#[derive(Clone, Copy)]
enum Item {
    Section(usize),
    Figure(usize),
    Exclusion(usize),
}

/// Finds the sections, figures and exclusions of `report` in `text`.
#[must_use]
pub fn locate(report: &Report, text: &Text) -> Places {
    let folded: Vec<char> = text.chars().iter().copied().map(half_width).collect();
    let mut places = Places {
        sections: vec![None; report.sections().len()],
        figures: vec![None; report.figures().len()],
        exclusions: vec![None; report.exclusions().len()],
        differing: Vec::new(),
    };
    let mut walk = Walk { text: &folded, shift: 0, searches: 0, shifts: Vec::new() };
    let anchors = anchors(report);
    let (telling, short): (Vec<_>, Vec<_>) =
        anchors.iter().partition(|anchor| anchor.words.len() >= TELLING);
    let mut lost: Vec<&Anchor> = Vec::new();
    for anchor in telling {
        match walk.find(anchor.start, &anchor.words) {
            Some(start) => places.put(report, anchor, start),
            None => lost.push(anchor),
        }
    }
    for anchor in short {
        match walk.find_short(anchor.start, &anchor.words) {
            Some(start) => places.put(report, anchor, start),
            None => lost.push(anchor),
        }
    }
    for anchor in &lost {
        // The clause reads otherwise, but the figure may stand in it.
        if let Item::Figure(at) = anchor.item {
            let figure = &report.figures()[at];
            places.figures[at] = walk.wording(figure.span.start, &figure.wording);
            if places.figures[at].is_some() {
                continue;
            }
        }
        let shift = walk.shift_at(anchor.start);
        places.differing.push(differing(report, anchor, text, shift));
    }
    places.differing.sort_by_key(|differing| differing.at);
    // A heading was found; its section reaches as far as the data says, moved like what stands at its end.
    for (place, section) in places.sections.iter_mut().zip(report.sections()) {
        if let Some(place) = place {
            let end = moved(section.span.end, walk.shift_at(section.span.end));
            place.end = end.clamp(place.end, text.characters().max(place.end));
        }
    }
    places
}

fn anchors(report: &Report) -> Vec<Anchor> {
    let fold = |words: &str| words.chars().map(half_width).collect::<Vec<char>>();
    let sections = report.sections().iter().enumerate().map(|(at, section)| Anchor {
        item: Item::Section(at),
        start: section.span.start,
        words: fold(&format!("{}{}", section.number, section.title.zh)),
    });
    let figures = report.figures().iter().enumerate().map(|(at, figure)| Anchor {
        item: Item::Figure(at),
        start: figure.clause.span.start,
        words: fold(&figure.clause.text),
    });
    let exclusions = report.exclusions().iter().enumerate().map(|(at, exclusion)| Anchor {
        item: Item::Exclusion(at),
        start: exclusion.span.start,
        words: fold(&exclusion.wording),
    });
    let mut all: Vec<Anchor> = sections.chain(figures).chain(exclusions).collect();
    all.sort_by_key(|anchor| anchor.start);
    all
}

fn moved(at: u32, shift: i64) -> u32 {
    u32::try_from((i64::from(at) + shift).max(0)).unwrap_or(u32::MAX)
}

fn differing(report: &Report, anchor: &Anchor, text: &Text, shift: i64) -> Differing {
    let item = match anchor.item {
        Item::Section(at) => ItemRef::Section(report.sections()[at].id.clone()),
        Item::Figure(at) => ItemRef::Figure(report.figures()[at].id.clone()),
        Item::Exclusion(at) => ItemRef::Exclusion(at),
    };
    let at = moved(anchor.start, shift).min(text.characters());
    let end = (at as usize + anchor.words.len()).min(text.characters() as usize);
    let there = &text.chars()[at as usize..end];
    Differing {
        item,
        expected: match anchor.item {
            Item::Section(at) => {
                let section = &report.sections()[at];
                format!("{}{}", section.number, section.title.zh)
            }
            Item::Figure(at) => report.figures()[at].clause.text.clone(),
            Item::Exclusion(at) => report.exclusions()[at].wording.clone(),
        },
        found: there.iter().take(SHOWN).collect(),
        at,
    }
}

/// The way through the text.
struct Walk<'a> {
    text: &'a [char],
    shift: i64,
    searches: usize,
    /// By published place, the shift from there on; only where it changes.
    shifts: Vec<(u32, i64)>,
}

impl Walk<'_> {
    /// Where telling `words` stand that were published at `start`; what comes after moves with them.
    fn find(&mut self, start: u32, words: &[char]) -> Option<u32> {
        let expected = moved(start, self.shift) as usize;
        let found =
            if self.stands(expected, words) { expected } else { self.nearby(expected, words)? };
        let found = u32::try_from(found).ok()?;
        self.shift = i64::from(found) - i64::from(start);
        if self.shifts.last().is_none_or(|(_, shift)| *shift != self.shift) {
            self.shifts.push((start, self.shift));
        }
        Some(found)
    }

    /// The same for a few characters: only where the telling words around them leave room for them.
    fn find_short(&self, start: u32, words: &[char]) -> Option<u32> {
        let (before, after) = (self.shift_at(start), self.next_shift(start));
        let way = before.abs_diff(after).min(REACH as u64).cast_signed();
        (0..=way)
            .map(|step| before + step * (after - before).signum())
            .map(|shift| moved(start, shift))
            .find(|at| self.stands(*at as usize, words))
    }

    /// A wording whose clause reads otherwise here.
    fn wording(&self, start: u32, wording: &str) -> Option<FigurePlace> {
        let words: Vec<char> = wording.chars().map(half_width).collect();
        let at = self.find_short(start, &words)?;
        let span = Span { start: at, end: at + words.len() as u32 };
        Some(FigurePlace { wording: span, clause: span })
    }

    fn stands(&self, at: usize, words: &[char]) -> bool {
        !words.is_empty() && self.text.get(at..).is_some_and(|rest| rest.starts_with(words))
    }

    /// The nearest place around `expected`.
    fn nearby(&mut self, expected: usize, words: &[char]) -> Option<usize> {
        if self.searches >= MOST_SEARCHES {
            return None;
        }
        self.searches += 1;
        (1..=REACH).find_map(|step| {
            let behind = expected + step;
            let before = expected.checked_sub(step);
            if self.stands(behind, words) {
                return Some(behind);
            }
            before.filter(|before| self.stands(*before, words))
        })
    }

    fn shift_at(&self, published: u32) -> i64 {
        let behind = self.shifts.partition_point(|(start, _)| *start <= published);
        behind.checked_sub(1).map_or(0, |last| self.shifts[last].1)
    }

    /// The shift of the next telling words; the same as before where none come.
    fn next_shift(&self, published: u32) -> i64 {
        let behind = self.shifts.partition_point(|(start, _)| *start <= published);
        self.shifts.get(behind).map_or_else(|| self.shift_at(published), |(_, shift)| *shift)
    }
}
