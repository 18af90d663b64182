//! Typing in the section tree: the section whose title, number, English title or pinyin begins with what was typed.

use crate::find::{Matcher, Query, fold};
use crate::model::{Report, Section, SectionId};

/// The section that `typed` leads to, looked for from `from` on and around the end.
///
/// One letter goes on to the next section that begins with it; more letters stay where they fit.
#[must_use]
pub fn section_typed<'a>(
    report: &'a Report,
    typed: &str,
    from: Option<&SectionId>,
) -> Option<&'a SectionId> {
    let printed = fold(typed);
    let typed = plain(typed);
    if typed.is_empty() {
        return None;
    }
    let sections = report.sections();
    let at = from.and_then(|id| report.section_position(id));
    let first = match at {
        Some(at) if typed.chars().count() == 1 => at + 1,
        Some(at) => at,
        None => 0,
    };
    let (before, after) = sections.split_at(first.min(sections.len()));
    let around = || after.iter().chain(before);
    let sounds = Matcher::new(Query::parse(&typed));
    around()
        .find(|section| fold(&section.number).starts_with(&printed))
        .or_else(|| around().find(|section| begins(section, &typed)))
        .or_else(|| around().find(|section| sounds_like(section, &sounds)))
        .or_else(|| around().find(|section| has_word(section, &typed)))
        .map(|section| &section.id)
}

/// Folded, without the brackets and signs of printed numbers.
fn plain(text: &str) -> String {
    fold(text).chars().filter(|c| !matches!(c, '(' | ')' | '、' | ',')).collect()
}

fn begins(section: &Section, typed: &str) -> bool {
    let title = plain(&section.title.zh);
    let numbered = plain(&section.number) + &title;
    let english = plain(&section.title.en);
    [title, numbered, english, section.id.as_str().to_owned()]
        .iter()
        .any(|text| text.starts_with(typed))
}

fn sounds_like(section: &Section, sounds: &Matcher) -> bool {
    sounds.marks(&section.title.zh, true).first().is_some_and(|marked| marked.start == 0)
}

fn has_word(section: &Section, typed: &str) -> bool {
    plain(&section.title.en).split(' ').any(|word| word.starts_with(typed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{bundled, load};

    #[test]
    fn sections_are_found_by_title_number_english_and_pinyin() {
        let report = load::parse(bundled::TEXT, bundled::FILE_NAME).expect("it opens").report;
        for section in report.sections().iter().filter(|section| section.id.depth() == 1) {
            let found = |typed: &str| section_typed(&report, typed, None);
            assert_eq!(found(section.id.as_str()), Some(&section.id));
            let title = |text: &str| text.chars().take(6).collect::<String>();
            let by_title = found(&title(&section.title.zh)).expect("a section");
            assert!(
                report
                    .section(by_title)
                    .is_some_and(|hit| begins(hit, &plain(&title(&section.title.zh))))
            );
            assert!(found(&section.title.en.to_uppercase()).is_some());
        }
        // 民生福祉显著提升
        let sung = section_typed(&report, "msfz", None).and_then(|id| report.section(id));
        assert_eq!(sung.map(|section| section.title.zh.starts_with("民生福祉")), Some(true));
        assert_eq!(section_typed(&report, "不存在", None), None);
    }

    #[test]
    fn the_same_letter_goes_on_to_the_next() {
        let report = load::parse(bundled::TEXT, bundled::FILE_NAME).expect("it opens").report;
        let first = section_typed(&report, "a", None).expect("one begins with it");
        let second = section_typed(&report, "a", Some(first)).expect("another one");
        assert_ne!(first, second);
    }
}
