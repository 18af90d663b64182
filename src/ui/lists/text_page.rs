//! The report's text as a page: paragraphs and headings, and a mark for every number in it.

use std::ops::Range;

use crate::model::{Report, Role, SectionKind, Span, Status};
use crate::source::Attached;

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ParagraphKind {
    /// The report's title.
    Title,
    /// What stands before the address to the deputies: place, date, speaker.
    Front,
    /// The heading of a part.
    Part,
    /// The heading of a numbered section.
    Numbered,
    /// Reading text.
    Body,
    /// Reading text behind a heading that was printed in the same line.
    Continued,
}

/// One paragraph or heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its characters in the text, without the white space around it.
    pub span: Span,
    /// How it is set.
    pub kind: ParagraphKind,
    /// Up to where the short sentence reaches that heads it; the start of the paragraph where there is none.
    pub lead: u32,
    /// The characters, for those who hear the page.
    pub spoken: String,
    /// Its marks, by their place in [`TextPage::marks`].
    pub marks: Range<usize>,
}

/// What a number of the text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Marked {
    /// One figure, or several that share these words; by their place in the report.
    Figures(Vec<usize>),
    /// No figure; its place among the report's exclusions.
    Exclusion(usize),
    /// Neither; its place among the unexplained numbers.
    Unexplained(usize),
}

/// A number at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its characters.
    pub span: Span,
    /// What it is.
    pub marked: Marked,
}

/// How a figure is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigureLook {
    /// Colour and shape.
    pub role: Role,
    /// Hollow.
    pub preliminary: bool,
    /// Hatched: a value in the actual's basis is derived from it.
    pub derivable: bool,
}

/// The whole page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextPage {
    /// In document order.
    pub paragraphs: Vec<Paragraph>,
    /// In document order, none over another.
    pub marks: Vec<Mark>,
    /// How each figure of the report is marked.
    pub looks: Vec<FigureLook>,
}

impl TextPage {
    /// Sets the text of `report`.
    #[must_use]
    pub fn of(report: &Report, attached: &Attached) -> Self {
        let marks = marks(attached);
        let looks = report
            .figures()
            .iter()
            .map(|figure| FigureLook {
                role: figure.role,
                preliminary: figure.status == Status::Preliminary,
                derivable: report.comparisons_of(&figure.indicator).any(|comparison| {
                    comparison.target == figure.id && comparison.derived.is_some()
                }),
            })
            .collect();
        let mut paragraphs = paragraphs(report, attached);
        for paragraph in &mut paragraphs {
            let from = marks.partition_point(|mark| mark.span.end <= paragraph.span.start);
            let to = marks.partition_point(|mark| mark.span.start < paragraph.span.end);
            paragraph.marks = from..to.max(from);
        }
        Self { paragraphs, marks, looks }
    }
}

/// Every number with what it is; what overlaps is one mark.
fn marks(attached: &Attached) -> Vec<Mark> {
    let places = &attached.places;
    let mut figures: Vec<(Span, usize)> = places
        .figures
        .iter()
        .zip(0..)
        .filter_map(|(place, at)| Some((place.as_ref()?.wording, at)))
        .collect();
    figures.sort_by_key(|(span, at)| (span.start, *at));
    let mut marks: Vec<Mark> = Vec::with_capacity(figures.len() + places.exclusions.len());
    for (span, at) in figures {
        match marks.last_mut() {
            Some(Mark { span: last, marked: Marked::Figures(shared) }) if span.start < last.end => {
                last.end = last.end.max(span.end);
                shared.push(at);
            }
            _ => marks.push(Mark { span, marked: Marked::Figures(vec![at]) }),
        }
    }
    // A figure goes before an exclusion around it, and both before a number that nobody explains.
    let mut free: Vec<Mark> = Vec::new();
    let exclusions = places.exclusions.iter().zip(0..);
    free.extend(exclusions.filter_map(|(span, at)| {
        let span = (*span)?;
        Some(Mark { span, marked: Marked::Exclusion(at) })
    }));
    free.extend(
        attached
            .unexplained
            .iter()
            .zip(0..)
            .map(|(number, at)| Mark { span: number.span, marked: Marked::Unexplained(at) }),
    );
    for mark in free {
        let at = marks.partition_point(|other| other.span.start < mark.span.start);
        let clear = marks.get(at).is_none_or(|next| next.span.start >= mark.span.end)
            && at.checked_sub(1).is_none_or(|before| marks[before].span.end <= mark.span.start);
        if clear && !mark.span.is_empty() {
            marks.insert(at, mark);
        }
    }
    marks
}

fn paragraphs(report: &Report, attached: &Attached) -> Vec<Paragraph> {
    let text = &attached.text;
    let mut headings: Vec<(u32, u32, SectionKind)> = report
        .sections()
        .iter()
        .zip(&attached.places.sections)
        .filter_map(|(section, place)| {
            let length = section.number.chars().count() + section.title.zh.chars().count();
            let start = place.as_ref()?.start;
            Some((start, start + length as u32, section.kind))
        })
        .collect();
    headings.sort_unstable_by_key(|(start, _, _)| *start);
    let first_section = headings.first().map_or(u32::MAX, |(start, _, _)| *start);

    let mut paragraphs = Vec::new();
    let mut push = |span: Span, kind, lead: u32| {
        let Some(span) = trimmed(text.chars(), span) else { return };
        let spoken = text.slice(span).unwrap_or_default();
        paragraphs.push(Paragraph { span, kind, lead: lead.max(span.start), spoken, marks: 0..0 });
    };
    let mut front = true;
    let mut titled = false;
    let mut at = 0;
    while at < text.characters() {
        let line = text.line_around(at);
        // One past the line break, however long it is.
        at = next_line(text.chars(), line.end);
        let Some(span) = trimmed(text.chars(), line) else { continue };
        let starts = |(start, _, _): &&(u32, u32, SectionKind)| *start == span.start;
        if let Some((_, end, kind)) = headings.iter().find(starts) {
            front = false;
            // With the full stop that ends a heading in the line.
            let end = (*end..span.end)
                .find(|at| !matches!(text.chars().get(*at as usize), Some('。' | '.' | '：' | ':')))
                .unwrap_or(span.end);
            let heading = match kind {
                SectionKind::Part => Some(ParagraphKind::Part),
                SectionKind::Numbered => Some(ParagraphKind::Numbered),
                SectionKind::Topic => None,
            };
            match heading {
                Some(kind) => {
                    push(Span { start: span.start, end }, kind, 0);
                    push(Span { start: end, end: span.end }, ParagraphKind::Continued, 0);
                }
                None => push(span, ParagraphKind::Body, end),
            }
            continue;
        }
        let title: Vec<char> = report.about().title.zh.chars().collect();
        let is_title = front
            && !titled
            && text.chars()[span.start as usize..].starts_with(&title)
            && span.start < first_section;
        let last = text.chars().get(span.end as usize - 1);
        front &= span.start < first_section
            && !matches!(last, Some('。' | ':' | '：' | '！' | '!' | '，' | ','));
        let kind = if is_title {
            titled = true;
            ParagraphKind::Title
        } else if front {
            ParagraphKind::Front
        } else {
            ParagraphKind::Body
        };
        push(span, kind, 0);
    }
    paragraphs
}

fn next_line(chars: &[char], end: u32) -> u32 {
    let breaks = chars[end as usize..].iter().take(2).take_while(|c| matches!(c, '\r' | '\n'));
    let mut length = 0;
    for c in breaks {
        length += 1;
        if *c == '\n' {
            break;
        }
    }
    end + length.max(1)
}

/// The span without white space and byte order mark at its ends; `None` where nothing is left.
fn trimmed(chars: &[char], span: Span) -> Option<Span> {
    let empty = |c: &char| c.is_whitespace() || *c == '\u{feff}';
    let inside = chars.get(span.start as usize..span.end as usize)?;
    let before = inside.iter().take_while(|c| empty(c)).count();
    let after = inside[before..].iter().rev().take_while(|c| empty(c)).count();
    let span = Span { start: span.start + before as u32, end: span.end - after as u32 };
    (!span.is_empty()).then_some(span)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str) -> (Report, Attached, TextPage) {
        let report = include_str!("../../../tests/data/small.report.ron");
        let report = crate::load::parse(report, "small.report.ron").expect("opens").report;
        let attached =
            Attached::recognise(&report, text.as_bytes(), "small.txt").expect("recognised");
        let page = TextPage::of(&report, &attached);
        (report, attached, page)
    }

    const SMALL: &str = include_str!("../../../tests/data/small.txt");

    #[test]
    fn headings_are_headings_and_every_other_character_is_read_once() {
        for text in [SMALL.to_owned(), SMALL.replace('\n', "\r\n"), format!("各位好\n{SMALL}")] {
            let (_, attached, page) = page(&text);
            let of_kind = |kind| {
                let these = page.paragraphs.iter().filter(move |paragraph| paragraph.kind == kind);
                these.map(|paragraph| paragraph.spoken.clone()).collect::<Vec<_>>()
            };
            assert_eq!(of_kind(ParagraphKind::Title), ["小城市政府工作报告"]);
            assert_eq!(
                of_kind(ParagraphKind::Part),
                ["一、过去一年工作回顾", "二、2022年重点工作安排"]
            );
            assert_eq!(of_kind(ParagraphKind::Numbered), ["(一)保持经济平稳健康增长。"]);
            let read: String =
                page.paragraphs.iter().map(|paragraph| paragraph.spoken.as_str()).collect();
            let printed: String = attached.text.chars().iter().collect();
            let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            assert_eq!(bare(&read), bare(&printed));
            let lead =
                page.paragraphs.iter().find(|paragraph| paragraph.lead > paragraph.span.start);
            assert!(lead.is_some_and(|paragraph| paragraph.spoken.starts_with("经济平稳增长")));
        }
    }

    #[test]
    fn every_number_has_one_mark_and_shared_words_have_all_their_figures() {
        let (report, attached, page) = page(SMALL);
        for pair in page.marks.windows(2) {
            assert!(pair[0].span.end <= pair[1].span.start, "{pair:?}");
        }
        let mut seen = vec![0; report.figures().len()];
        for mark in &page.marks {
            if let Marked::Figures(figures) = &mark.marked {
                for at in figures {
                    seen[*at] += 1;
                    let place = attached.places.figures[*at].expect("found");
                    assert!(mark.span.contains(place.wording));
                }
            }
        }
        assert!(seen.iter().all(|count| *count == 1), "{seen:?}");
        let marked: usize = page.paragraphs.iter().map(|paragraph| paragraph.marks.len()).sum();
        assert_eq!(marked, page.marks.len());
    }
}
