//! What the command palette offers: commands, indicators, sections, each findable in both languages;
//! and which of them a query means.

use std::cell::RefCell;

use crate::command::{ChartScope, Command, Selection, TableCommand};
use crate::find::{FacetValue, Matcher, Query, fold};
use crate::i18n::{Lang, quotes, window};
use crate::model::{Demand, Report};
use crate::settings::ThemeChoice;

/// What one jump is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JumpKind {
    /// Something to do.
    Command,
    /// Something that is measured.
    Indicator,
    /// A part of the report.
    Section,
}

/// Something that can be chosen in the palette.
#[derive(Debug, Clone, PartialEq)]
pub struct Jump {
    /// What it is.
    pub kind: JumpKind,
    /// Its name in the window's language.
    pub name: String,
    /// The same in the other language.
    pub other_name: String,
    /// What is done when it is chosen.
    pub commands: Vec<Command>,
}

/// Everything that there is to choose.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Jumps {
    all: Vec<Jump>,
    /// What was asked last, and the places of what it means.
    last: RefCell<Option<(String, Vec<usize>)>>,
}

/// More than this is no answer.
const MOST: usize = 60;

impl Jumps {
    /// Lists commands, and the indicators and sections of `report`.
    #[must_use]
    pub fn of(report: Option<&Report>, lang: Lang) -> Self {
        let other = match lang {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        };
        let mut all: Vec<Jump> = commands()
            .into_iter()
            .map(|command| Jump {
                kind: JumpKind::Command,
                name: command.text(lang).to_owned(),
                other_name: command.text(other).to_owned(),
                commands: vec![command],
            })
            .collect();
        if let Some(report) = report {
            all.extend(report.indicators().iter().map(|indicator| {
                let selection = Selection { indicator: indicator.id.clone(), figure: None };
                Jump {
                    kind: JumpKind::Indicator,
                    name: quotes::set(lang.pick(&indicator.name), lang),
                    other_name: quotes::set(other.pick(&indicator.name), other),
                    commands: vec![
                        // What was searched for would hide where it leads.
                        Command::Table(TableCommand::ClearFilters),
                        Command::ChooseSection(None),
                        Command::Select(selection),
                        Command::Reveal,
                    ],
                }
            }));
            all.extend(report.sections().iter().map(|section| {
                let heading = |lang: Lang| {
                    let title = quotes::set(lang.pick(&section.title), lang);
                    window::section_heading(&section.number, &section.id, &title, lang)
                };
                Jump {
                    kind: JumpKind::Section,
                    name: heading(lang),
                    other_name: heading(other),
                    commands: vec![Command::ChooseSection(Some(section.id.clone()))],
                }
            }));
        }
        Self { all, last: RefCell::default() }
    }

    /// What `query` may mean, the likeliest first. Nothing asked gives everything, commands first.
    ///
    /// What was found last is kept: it is asked for in every frame.
    #[must_use]
    pub fn find(&self, query: &str) -> Vec<&Jump> {
        let mut last = self.last.borrow_mut();
        let found = match last.take() {
            Some((former, found)) if former == query => found,
            _ => self.search(query),
        };
        let jumps = found.iter().map(|at| &self.all[*at]).collect();
        *last = Some((query.to_owned(), found));
        jumps
    }

    fn search(&self, query: &str) -> Vec<usize> {
        let sought = Sought::of(query);
        let mut found: Vec<(u32, usize)> = self
            .all
            .iter()
            .enumerate()
            .filter_map(|(at, jump)| {
                let own = sought.distance(&jump.name);
                // A hit in the other language is as good, but comes after one in the window's.
                let other = sought.distance(&jump.other_name).map(|distance| distance + 40);
                Some((own.into_iter().chain(other).min()?, at))
            })
            .collect();
        found.sort_unstable();
        found.into_iter().take(MOST).map(|(_, at)| at).collect()
    }
}

/// The commands that make sense without anything that is pointed at.
fn commands() -> Vec<Command> {
    let mut all = Command::with_shortcut();
    all.retain(|command| *command != Command::ShowPalette);
    all.extend([
        Command::OpenBundled,
        Command::ShowAbout,
        Command::ShowLicences,
        Command::ChooseSection(None),
        Command::Table(TableCommand::ShowCompared(true)),
        Command::Table(TableCommand::Toggle(FacetValue::Demand(Some(Demand::More)))),
        Command::Table(TableCommand::Toggle(FacetValue::Demand(Some(Demand::Less)))),
        Command::ShowScope(ChartScope::Headline),
        Command::ShowScope(ChartScope::Section),
        Command::ShowScope(ChartScope::Indicator),
    ]);
    all.extend(Lang::ALL.map(Command::ChooseLang));
    all.extend(ThemeChoice::ALL.map(Command::ChooseTheme));
    all.extend([true, false].map(Command::ChooseContrast));
    all.extend([true, false].map(Command::ChooseMotion));
    all
}

/// A query, taken apart once.
struct Sought {
    words: Vec<Word>,
}

/// One word of it: as letters, and as the finder of figures reads it, pinyin and numbers included.
struct Word {
    letters: String,
    matcher: Matcher,
}

impl Sought {
    fn of(query: &str) -> Self {
        let word =
            |word: &str| Word { letters: plain(word), matcher: Matcher::new(Query::parse(word)) };
        Self { words: query.split_whitespace().map(word).collect() }
    }

    /// How far `name` is from what is sought; `None` when it lacks a word of it.
    fn distance(&self, name: &str) -> Option<u32> {
        self.words.iter().map(|word| word.distance(name)).sum()
    }
}

impl Word {
    /// 0 for the beginning of the name, more for what stands later, is spelt in pinyin, or stands apart.
    fn distance(&self, name: &str) -> Option<u32> {
        let folded = plain(name);
        if let Some(at) = folded.find(&self.letters) {
            let before = folded[..at].chars().next_back();
            let inside = before.is_some_and(char::is_alphanumeric);
            return Some(at.min(20) as u32 + if inside { 10 } else { 0 });
        }
        if let Some(marked) = self.matcher.marks(name, true).first() {
            return Some(30 + marked.start.min(20) as u32);
        }
        self.initials(&folded)
    }

    /// Each letter begins a word or goes on in one: `fai` means "fixed-asset investment".
    fn initials(&self, name: &str) -> Option<u32> {
        if self.letters.len() < 2 || !self.letters.is_ascii() {
            return None;
        }
        let mut sought = self.letters.chars();
        let mut next = sought.next();
        let (mut gaps, mut inside, mut before) = (0, false, ' ');
        for c in name.chars() {
            let begins = !before.is_alphanumeric();
            if next == Some(c) && (begins || inside) {
                inside = true;
                next = sought.next();
                if next.is_none() {
                    return Some(60 + gaps);
                }
            } else {
                inside = false;
                gaps += u32::from(begins);
            }
            before = c;
        }
        None
    }
}

/// Folded, brackets of section numbers left out.
fn plain(text: &str) -> String {
    fold(text).chars().filter(|c| !matches!(c, '(' | ')')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{bundled, load};

    fn first(query: &str, lang: Lang) -> String {
        let report = load::parse(bundled::TEXT, bundled::FILE_NAME).expect("it opens").report;
        let jumps = Jumps::of(Some(&report), lang);
        jumps.find(query).first().map(|jump| jump.name.clone()).unwrap_or_default()
    }

    #[test]
    fn commands_indicators_and_sections_are_found_in_both_languages() {
        assert_eq!(first("export", Lang::En), Command::Export.text(Lang::En));
        assert_eq!(first("导出", Lang::Zh), Command::Export.text(Lang::Zh));
        assert_eq!(first("ＥＸＰＯＲＴ", Lang::Zh), Command::Export.text(Lang::Zh));
        assert_eq!(first("设置", Lang::En), Command::ShowSettings.text(Lang::En));
        assert!(first("高新技术企业", Lang::Zh).contains("高新技术企业"));
        assert!(first("fixed asset", Lang::En).contains("asset"));
        assert_eq!(first("daochu", Lang::Zh), Command::Export.text(Lang::Zh));
        assert_eq!(first("dqsczz", Lang::Zh), "地区生产总值");
        assert!(first("dqsczz", Lang::En).contains("GDP"), "{}", first("dqsczz", Lang::En));
        assert!(first("fai", Lang::En).to_lowercase().contains("fixed-asset investment"));
    }

    #[test]
    fn nothing_asked_offers_everything_and_nonsense_nothing() {
        let jumps = Jumps::of(None, Lang::Zh);
        assert_eq!(jumps.find(" ").len(), commands().len());
        assert!(jumps.find("不存在的东西").is_empty());
        assert!(jumps.find("zzqqy").is_empty());
    }

    #[test]
    fn no_command_is_offered_twice_under_one_name() {
        for lang in Lang::ALL {
            let mut names: Vec<String> =
                Jumps::of(None, lang).all.into_iter().map(|jump| jump.name).collect();
            names.sort();
            for two in names.windows(2) {
                assert_ne!(two[0], two[1]);
            }
        }
    }
}
