//! What a search reads through: folded texts and the sounds of names, one after the other without gaps.

use memchr::memmem::Finder;

use super::fold::fold_char;
use super::pinyin::{Sound, letter_bit, match_at};
use super::query::{Term, begins_number};

/// The folded texts of many documents, one after the other. A line break ends a text, so that no word runs across.
#[derive(Debug, Clone, Default)]
pub(super) struct Haystack {
    text: String,
    /// Where each document ends.
    ends: Vec<u32>,
}

impl Haystack {
    /// Adds a text to the document that is being read in.
    pub fn push(&mut self, text: impl Iterator<Item = char>) {
        self.text.extend(text.filter_map(fold_char));
        self.text.push('\n');
    }

    /// Ends the document.
    pub fn end(&mut self) {
        self.ends.push(self.text.len() as u32);
    }

    /// The first text of a document.
    pub fn first(&self, document: usize) -> Option<&str> {
        let from = document.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        self.text[from..*self.ends.get(document)? as usize].lines().next()
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Calls `hit` once for each document that holds the word; where only `some` are asked for, for each of these.
    pub fn find(&self, term: &Term, some: Option<&[bool]>, mut hit: impl FnMut(usize)) {
        let finder = Finder::new(term.text.as_bytes());
        if let Some(some) = some {
            let mut from = 0;
            for (document, (end, asked)) in self.ends.iter().zip(some).enumerate() {
                let end = *end as usize;
                if *asked && self.place(&finder, term, from, end).is_some() {
                    hit(document);
                }
                from = end;
            }
            return;
        }
        let (mut at, mut document) = (0, 0);
        while let Some(place) = self.place(&finder, term, at, self.text.len()) {
            // Hits come in order, mostly close to the last one.
            while self.ends.get(document).is_some_and(|end| *end as usize <= place) {
                document += 1;
            }
            let Some(end) = self.ends.get(document) else { return };
            hit(document);
            at = *end as usize;
        }
    }

    /// Where the word first stands between two places: a number not within another number.
    fn place(&self, finder: &Finder<'_>, term: &Term, from: usize, to: usize) -> Option<usize> {
        let mut at = from;
        loop {
            let place = at + finder.find(&self.text.as_bytes()[at..to])?;
            if !term.begins_with_digit() || begins_number(&self.text[..place]) {
                return Some(place);
            }
            at = place + 1;
        }
    }
}

/// The sounds of many names, one after the other.
#[derive(Debug, Clone, Default)]
pub(super) struct Sounds {
    all: Vec<Sound>,
    /// For each sound the letters that it can begin with.
    first: Vec<u32>,
    /// Where each name ends, and whose it is.
    ends: Vec<(u32, u32)>,
}

impl Sounds {
    /// Adds a name of what `of` numbers.
    pub fn push(&mut self, name: &str, of: u32) {
        for sound in name.chars().filter_map(fold_char).filter_map(Sound::of) {
            self.first.push(sound.first_letters());
            self.all.push(sound);
        }
        self.ends.push((self.all.len() as u32, of));
    }

    /// Calls `hit` with whose name it is for each name in which `typed` is found;
    /// where only the names of `some` are asked for, for each of theirs.
    pub fn find(&self, typed: &[u8], some: Option<&[bool]>, mut hit: impl FnMut(usize)) {
        let Some(letter) = typed.first().map(|letter| letter_bit(*letter)) else { return };
        let mut start = 0;
        for (end, of) in &self.ends {
            let end = *end as usize;
            let asked = some.is_none_or(|some| some[*of as usize]);
            let found = || {
                (start..end).any(|at| {
                    self.first[at] & letter != 0 && match_at(&self.all[at..end], typed).is_some()
                })
            };
            if asked && found() {
                hit(*of as usize);
            }
            start = end;
        }
    }
}
