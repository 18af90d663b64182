//! A phrase in the text: every place where it stands, and each place in its context line (a concordance).

use crate::model::Span;

use super::normalise::{Normalised, lower};
use super::text::Text;

/// More places than anyone goes through; the count says so.
pub const MOST_HITS: usize = 10_000;

/// A text ready to be searched: one spelling, one case, with the way back to its characters.
#[derive(Debug, Clone)]
pub(super) struct PhraseIndex {
    normal: Normalised,
    folded: Vec<char>,
}

impl PhraseIndex {
    pub fn of(text: &[char]) -> Self {
        let normal = Normalised::of(text);
        let folded = normal.chars().iter().copied().map(lower).collect();
        Self { normal, folded }
    }

    /// Every place of `phrase` that does not overlap the one before, at most [`MOST_HITS`].
    pub fn find(&self, phrase: &str) -> Vec<Span> {
        let given: Vec<char> = phrase.trim().chars().collect();
        let wanted: Vec<char> = Normalised::of(&given).chars().iter().copied().map(lower).collect();
        let Some(&first) = wanted.first() else { return Vec::new() };
        let mut hits = Vec::new();
        let mut at = 0;
        while hits.len() < MOST_HITS {
            let rest = &self.folded[at..];
            let Some(next) = rest.iter().position(|c| *c == first) else { break };
            at += next;
            if self.folded[at..].starts_with(&wanted) {
                hits.push(self.normal.original(at, at + wanted.len()));
                at += wanted.len();
            } else {
                at += 1;
            }
        }
        hits
    }
}

/// One place of a phrase with what stands around it in its paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContextLine {
    /// Up to the phrase; begins with `…` where the paragraph goes on before it.
    pub before: String,
    /// The phrase as it stands in the text.
    pub hit: String,
    /// Behind the phrase; ends with `…` where the paragraph goes on.
    pub after: String,
}

impl ContextLine {
    /// The line of one place, with at most `reach` characters on each side.
    #[must_use]
    pub fn of(text: &Text, hit: Span, reach: u32) -> Self {
        let line = text.line_around(hit.start);
        let (start, end) = (
            line.start.max(hit.start.saturating_sub(reach)),
            line.end.min(hit.end.saturating_add(reach)).max(hit.end),
        );
        let part = |start, end| text.slice(Span { start, end }).unwrap_or_default();
        let (before, after) = (part(start, hit.start), part(hit.end, end));
        let before = if start > line.start {
            format!("…{before}")
        } else {
            before.trim_start().to_owned()
        };
        let after =
            if end < line.end { format!("{after}…") } else { after.trim_end().to_owned() };
        Self { before, hit: part(hit.start, hit.end), after }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(content: &str) -> Text {
        Text::from_bytes(content.as_bytes(), "x.txt").expect("sound")
    }

    fn places(content: &str, phrase: &str) -> Vec<String> {
        let text = text(content);
        let hits = PhraseIndex::of(text.chars()).find(phrase);
        hits.into_iter().map(|hit| text.slice(hit).expect("inside")).collect()
    }

    #[test]
    fn a_phrase_is_found_in_any_width_case_and_spacing_of_numbers() {
        assert_eq!(places("新建５Ｇ基站,5g基站", "5G基站"), ["５Ｇ基站", "5g基站"]);
        assert_eq!(places("就业11.5 万人", "11.5万人"), ["11.5 万人"]);
        assert_eq!(places("就业11.5万人", " 11.5 万人 "), ["11.5万人"]);
        assert_eq!(places("aaaa", "aa"), ["aa", "aa"]);
        assert!(places("增长", "  ").is_empty() && places("增长", "增长8").is_empty());
    }

    #[test]
    fn a_context_line_stays_in_its_paragraph_and_says_where_it_is_cut() {
        let text = text("前段。\n  坚持稳中求进工作总基调,推动高质量发展。\n后段");
        let hit = PhraseIndex::of(text.chars()).find("工作")[0];
        let line = ContextLine::of(&text, hit, 4);
        assert_eq!((line.before.as_str(), line.after.as_str()), ("…稳中求进", "总基调,…"));
        let line = ContextLine::of(&text, hit, 99);
        assert_eq!(line.before, "坚持稳中求进");
        assert_eq!(line.after, "总基调,推动高质量发展。");
    }

    proptest! {
        #[test]
        fn every_hit_reads_as_the_phrase_and_none_is_missed(
            content in "[ab增长 8８\n]{0,60}",
            phrase in "[ab增长]{1,3}",
        ) {
            let text = text(&format!("{content}。"));
            let index = PhraseIndex::of(text.chars());
            let hits = index.find(&phrase);
            for hit in &hits {
                prop_assert_eq!(text.slice(*hit).expect("inside"), phrase.clone());
            }
            let plain: String = text.chars().iter().collect();
            prop_assert_eq!(hits.len(), plain.matches(&phrase).count());
        }
    }
}
