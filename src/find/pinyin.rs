//! Chinese names by their pinyin: in full, by initials, or mixed (`diqushengchan`, `dqsczz`, `dqshengcz`).
//!
//! The readings are those of the `pinyin` crate for the characters of the bundled fonts, kept as a table of 30 kB:
//! the crate itself would add 0.6 MB to the binary, most of it for characters that nothing here can show.
//! A character with several readings is found by each of them.

use std::sync::OnceLock;

/// The longest word that is looked for as pinyin, in letters: one bit each of a state.
pub(super) const MAX_LETTERS: usize = 60;

const TABLE: &str = include_str!("../../assets/pinyin/readings.txt");

/// The block of characters that is looked up directly; others are searched for.
const DIRECT: std::ops::Range<u32> = 0x4e00..0xa000;

/// What a character of a name can be typed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sound(u16);

/// A sound that stands for one letter or digit as it is.
const LITERAL: u16 = 0x8000;

struct Readings {
    /// The sets of readings; the first of each is the usual one.
    sets: Vec<Vec<&'static str>>,
    /// For the characters of [`DIRECT`] the set, plus one; 0 where there is none.
    direct: Vec<u16>,
    /// For all others, sorted.
    others: Vec<(char, u16)>,
}

fn readings() -> &'static Readings {
    static READINGS: OnceLock<Readings> = OnceLock::new();
    READINGS.get_or_init(|| {
        let mut first: Vec<(char, &str)> = Vec::with_capacity(9000);
        let mut second: Vec<(char, &str)> = Vec::with_capacity(2000);
        for line in TABLE.lines() {
            let (syllable, chars) = line.split_once(' ').unwrap_or((line, ""));
            let (usual, rare) = chars.split_once('|').unwrap_or((chars, ""));
            first.extend(usual.chars().map(|c| (c, syllable)));
            second.extend(rare.chars().map(|c| (c, syllable)));
        }
        second.sort_by_key(|(c, _)| *c);
        let mut sets: Vec<Vec<&'static str>> = Vec::new();
        let mut alone: std::collections::BTreeMap<&str, u16> = std::collections::BTreeMap::new();
        let mut direct = vec![0; DIRECT.len()];
        let mut others = Vec::new();
        for (c, syllable) in first {
            let from = second.partition_point(|(other, _)| *other < c);
            let more = second[from..].iter().take_while(|(other, _)| *other == c);
            let set: Vec<&str> = std::iter::once(syllable).chain(more.map(|(_, s)| *s)).collect();
            let at = if set.len() == 1 {
                *alone.entry(syllable).or_insert_with(|| {
                    sets.push(set);
                    sets.len() as u16 - 1
                })
            } else {
                sets.push(set);
                sets.len() as u16 - 1
            };
            if DIRECT.contains(&u32::from(c)) {
                direct[(u32::from(c) - DIRECT.start) as usize] = at + 1;
            } else {
                others.push((c, at));
            }
        }
        others.sort_unstable();
        Readings { sets, direct, others }
    })
}

impl Sound {
    /// How a folded character is typed; `None` for punctuation, which is passed over.
    pub fn of(c: char) -> Option<Self> {
        if c.is_ascii_alphanumeric() {
            return Some(Self(LITERAL | c as u16));
        }
        let all = readings();
        if DIRECT.contains(&u32::from(c)) {
            let set = all.direct[(u32::from(c) - DIRECT.start) as usize];
            return set.checked_sub(1).map(Self);
        }
        let at = all.others.binary_search_by_key(&c, |(other, _)| *other).ok()?;
        Some(Self(all.others[at].1))
    }

    /// The letters with which it can begin, one bit each; all digits share one.
    pub fn first_letters(self) -> u32 {
        if self.0 & LITERAL != 0 {
            return letter_bit((self.0 & 0xff) as u8);
        }
        self.readings()
            .iter()
            .map(|reading| letter_bit(reading.as_bytes()[0]))
            .fold(0, |a, b| a | b)
    }

    /// Its readings, the usual one first; empty for a letter or digit.
    fn readings(self) -> &'static [&'static str] {
        if self.0 & LITERAL != 0 { &[] } else { &readings().sets[usize::from(self.0)] }
    }

    /// The places in `typed` that are reached behind this sound, from those that were reached before it.
    ///
    /// A place is a bit; the bit of the end of `typed` stands for "all of it found".
    fn step(self, typed: &[u8], before: u64) -> u64 {
        let mut after = 0;
        let mut rest = before;
        while rest != 0 {
            let at = rest.trailing_zeros() as usize;
            rest &= rest - 1;
            let Some(left) = typed.get(at..).filter(|left| !left.is_empty()) else { continue };
            if self.0 & LITERAL != 0 {
                if left[0] == (self.0 & 0xff) as u8 {
                    after |= 1 << (at + 1);
                }
                continue;
            }
            for reading in self.readings() {
                after |= steps(reading.as_bytes(), left) << at;
            }
        }
        after
    }
}

/// How many letters of `left` one syllable can take: its initial, all of it, or what there is of it at the end.
fn steps(reading: &[u8], left: &[u8]) -> u64 {
    let common = common(reading, left);
    if common == 0 {
        return 0;
    }
    let mut taken = 1 << 1;
    let long_initial = reading.len() > 1 && reading[1] == b'h';
    if long_initial && common >= 2 {
        taken |= 1 << 2;
    }
    if common == reading.len() || common == left.len() {
        taken |= 1 << common;
    }
    taken
}

/// How far the two agree; ü may be typed as v or u.
fn common(reading: &[u8], left: &[u8]) -> usize {
    let alike = |(one, other): (&u8, &u8)| one == other || (*one == b'v' && *other == b'u');
    reading.iter().zip(left).take_while(|pair| alike((pair.0, pair.1))).count()
}

pub(super) fn letter_bit(letter: u8) -> u32 {
    match letter {
        b'a'..=b'z' => 1 << (letter - b'a'),
        b'0'..=b'9' => 1 << 26,
        _ => 0,
    }
}

/// How many sounds from the first of `sounds` on `typed` takes; `None` where it does not begin here.
pub(super) fn match_at(sounds: &[Sound], typed: &[u8]) -> Option<usize> {
    let end = 1_u64 << typed.len();
    let mut reached = 1;
    for (at, sound) in sounds.iter().enumerate() {
        reached = sound.step(typed, reached);
        if reached & end != 0 {
            return Some(at + 1);
        }
        if reached == 0 {
            return None;
        }
    }
    None
}

/// The usual pinyin of a name, syllable by syllable: what Chinese names are sorted by.
#[must_use]
pub fn sort_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len() * 2);
    for c in super::fold(name).chars() {
        match Sound::of(c).map(Sound::readings) {
            Some([usual, ..]) => {
                key.push_str(usual);
                key.push(' ');
            }
            _ => key.push(c),
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(name: &str, typed: &str) -> bool {
        let sounds: Vec<Sound> = name.chars().filter_map(Sound::of).collect();
        (0..sounds.len()).any(|at| match_at(&sounds[at..], typed.as_bytes()).is_some())
    }

    #[test]
    fn a_name_is_found_by_its_pinyin_in_full_by_initials_and_mixed() {
        for typed in [
            "dqsczz",
            "diqushengchan",
            "diqushengchanzongzhi",
            "dqshengcz",
            "dqshcz",
            "zongzhi",
            "di",
            "diqush",
            "sczz",
        ] {
            assert!(finds("地区生产总值", typed), "{typed}");
        }
        for typed in ["dqszz", "diqushengchen", "zhizong", "dqsczza", "iqu"] {
            assert!(!finds("地区生产总值", typed), "{typed}");
        }
    }

    #[test]
    fn every_reading_of_a_character_counts() {
        assert!(finds("增长率", "zengzhanglv") && finds("增长率", "zengzhanglu"));
        assert!(
            finds("长白山", "changbai") && finds("重点行业", "zdhy") && finds("重庆", "chongqing")
        );
    }

    #[test]
    fn letters_and_digits_in_a_name_stand_for_themselves() {
        assert!(finds("新建5g基站", "5gjz") && finds("新建5g基站", "xj5gjizhan"));
        assert!(finds("套(间)", "taojian"));
    }

    #[test]
    fn names_sort_by_their_usual_pinyin() {
        let mut names = ["地区生产总值", "城镇登记失业率", "5G基站", "工业增加值", "出口"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["5G基站", "城镇登记失业率", "出口", "地区生产总值", "工业增加值"]);
    }

    #[test]
    fn the_longest_word_needs_no_more_bits_than_there_are() {
        let name = "啊".repeat(100);
        assert!(finds(&name, &"a".repeat(MAX_LETTERS)));
    }
}
