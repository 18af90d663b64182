//! Which characters of a displayed text a query means, so that they can be marked.

use std::ops::Range;

use super::fold::Folded;
use super::number::leading_value;
use super::pinyin::{Sound, match_at};
use super::query::Term;
use super::{Query, Sought};

/// Finds the words of a query in texts that are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matcher {
    query: Query,
}

impl Matcher {
    /// For the words of `query`.
    #[must_use]
    pub fn new(query: Query) -> Self {
        Self { query }
    }

    /// Whether it marks nothing at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.query.terms.is_empty()
    }

    /// Whether a word of it may mean the number of a section.
    #[must_use]
    pub fn names_section(&self) -> bool {
        self.query.terms.iter().any(|term| term.section.is_some())
    }

    /// The bytes of `text` that the words of the query mean, in order, none touching another.
    ///
    /// Pinyin is looked for where `spoken`, as in a name: a clause is too long for that to say much.
    #[must_use]
    pub fn marks(&self, text: &str, spoken: bool) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let folded = Folded::of(text);
        let mut found: Vec<(usize, usize)> = Vec::new();
        for term in &self.query.terms {
            words(term, &folded.chars, &mut found);
            if let Some(letters) = term.letters.as_ref().filter(|_| spoken) {
                sounds(letters, &folded.chars, &mut found);
            }
            if let Some(number) = &term.number {
                numbers(number, &folded.chars, &mut found);
            }
        }
        found.sort_unstable();
        let mut merged: Vec<(usize, usize)> = Vec::with_capacity(found.len());
        for (from, to) in found {
            match merged.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => merged.push((from, to)),
            }
        }
        merged.into_iter().map(|(from, to)| folded.original(from, to)).collect()
    }
}

fn words(term: &Term, chars: &[char], found: &mut Vec<(usize, usize)>) {
    let word: Vec<char> = term.text.chars().collect();
    let mut at = 0;
    while at + word.len() <= chars.len() {
        let inside_number = term.begins_with_digit() && at > 0 && continues_number(&chars[..at]);
        if chars[at..].starts_with(&word) && !inside_number {
            found.push((at, at + word.len()));
            at += word.len();
        } else {
            at += 1;
        }
    }
}

fn continues_number(before: &[char]) -> bool {
    let last: String = before[before.len().saturating_sub(2)..].iter().collect();
    !super::query::begins_number(&last)
}

fn sounds(letters: &[u8], chars: &[char], found: &mut Vec<(usize, usize)>) {
    let (places, sounds): (Vec<usize>, Vec<Sound>) = chars
        .iter()
        .enumerate()
        .filter_map(|(at, c)| Sound::of(*c).map(|sound| (at, sound)))
        .unzip();
    for at in 0..sounds.len() {
        if let Some(count) = match_at(&sounds[at..], letters) {
            found.push((places[at], places[at + count - 1] + 1));
        }
    }
}

fn numbers(sought: &Sought, chars: &[char], found: &mut Vec<(usize, usize)>) {
    let mut at = 0;
    while at < chars.len() {
        match leading_value(&chars[at..]) {
            Some((value, _, length)) => {
                if value == sought.value {
                    found.push((at, at + length));
                }
                at += length.max(1);
            }
            None => at += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(typed: &str, text: &str) -> Vec<String> {
        let marks = Matcher::new(Query::parse(typed)).marks(text, true);
        marks.into_iter().map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn what_was_typed_is_marked_as_it_is_printed() {
        assert_eq!(marked("dqsczz", "全年地区生产总值增速"), ["地区生产总值"]);
        assert_eq!(marked("gdp", "Growth of GDP"), ["GDP"]);
        assert_eq!(marked("一万二", "新建5G基站1.2万个"), ["1.2万"]);
        assert_eq!(marked("12000", "１．２万个"), ["１．２万"]);
        assert_eq!(marked("8%", "8%左右，比18%少"), ["8%"]);
        assert_eq!(marked("84", "842家、184家"), ["84"]);
        assert_eq!(marked("生产 总值", "地区生产总值"), ["生产总值"]);
        assert_eq!(marked("5gjz", "新建5G基站"), ["5G基站"]);
        assert_eq!(marked("jianzhuye", "套（间）住业"), ["间）住业"]);
        assert!(marked("", "地区").is_empty());
        assert!(marked("#gdp", "gdp").is_empty());
    }

    #[test]
    fn pinyin_is_left_out_where_it_is_not_asked_for() {
        let matcher = Matcher::new(Query::parse("dq"));
        assert!(matcher.marks("地区", false).is_empty());
        assert_eq!(matcher.marks("地区", true).len(), 1);
    }
}
