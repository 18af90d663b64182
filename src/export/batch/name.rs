//! The names of many files from one pattern: `{report}-{chart}-{lang}`.
//!
//! What a placeholder stands for comes from the report, so it is made harmless for every file system here,
//! once for all: no separators, no characters that Windows refuses, no reserved names, no more than a name may be long.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::chart::{self, ChartSpec, ChartStyle};
use crate::i18n::Lang;
use crate::model::{Bilingual, Report, printable};

/// Longer ids of charts are cut: `KIND-INDICATOR+INDICATOR+…` has no end of its own.
const MAX_ID_BYTES: usize = 120;
/// Longer names are cut; a file name has 255 bytes, of which endings and numbers need some.
const MAX_BYTES: usize = 200;
/// Characters that a file name cannot have on one system or another.
const FORBIDDEN: [char; 9] = ['/', '\\', ':', '*', '?', '"', '<', '>', '|'];

/// What may stand in braces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placeholder {
    /// The report's id.
    Report,
    /// The chart's id.
    Chart,
    /// The language of the labels.
    Lang,
    /// The kind of chart.
    Kind,
    /// The chart's title, in the first language of its labels.
    Title,
    /// The place of the report, in the same language.
    Place,
    /// The year whose targets the report sets.
    Year,
    /// The day on which the report was given.
    Date,
    /// The colours.
    Theme,
    /// The number of the chart in the batch: 01, 02 …
    Number,
}

impl Placeholder {
    /// Every placeholder, in the order of the help.
    pub const ALL: [Self; 10] = [
        Self::Report,
        Self::Chart,
        Self::Lang,
        Self::Kind,
        Self::Title,
        Self::Place,
        Self::Year,
        Self::Date,
        Self::Theme,
        Self::Number,
    ];

    /// As it stands between the braces.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Chart => "chart",
            Self::Lang => "lang",
            Self::Kind => "kind",
            Self::Title => "title",
            Self::Place => "place",
            Self::Year => "year",
            Self::Date => "date",
            Self::Theme => "theme",
            Self::Number => "n",
        }
    }
}

/// A pattern that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamePattern {
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Words(String),
    Placeholder(Placeholder),
}

/// Why a pattern gives no names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameError {
    /// Nothing, or only spaces and points.
    Empty,
    /// A `{` without its `}`.
    Unclosed,
    /// A `}` without its `{`.
    Unopened,
    /// No such placeholder.
    Unknown(String),
    /// A character that some system refuses in file names.
    Forbidden(char),
}

impl NameError {
    /// What is wrong and what to write instead, in both languages.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        let known =
            |separator| Placeholder::ALL.map(|one| format!("{{{}}}", one.key())).join(separator);
        match self {
            Self::Empty => Bilingual {
                zh: "文件名不能为空；例如 {report}-{chart}-{lang}".to_owned(),
                en: "the file name is empty; write for example {report}-{chart}-{lang}".to_owned(),
            },
            Self::Unclosed => Bilingual {
                zh: "文件名中的“{”没有对应的“}”".to_owned(),
                en: "a { in the file name has no }".to_owned(),
            },
            Self::Unopened => Bilingual {
                zh: "文件名中的“}”前面没有“{”".to_owned(),
                en: "a } in the file name has no { before it".to_owned(),
            },
            Self::Unknown(name) => Bilingual {
                zh: format!("没有 {{{name}}} 这个占位符；可以用：{}", known("、")),
                en: format!("there is no {{{name}}}; there are {}", known(", ")),
            },
            Self::Forbidden(c) => Bilingual {
                zh: format!("文件名中不能有“{}”，有的系统不允许", c.escape_default()),
                en: format!("a file name cannot have {c:?}: some systems refuse it"),
            },
        }
    }
}

impl Default for NamePattern {
    /// `{report}-{chart}-{lang}`
    fn default() -> Self {
        let dash = || Piece::Words("-".to_owned());
        let pieces = vec![
            Piece::Placeholder(Placeholder::Report),
            dash(),
            Piece::Placeholder(Placeholder::Chart),
            dash(),
            Piece::Placeholder(Placeholder::Lang),
        ];
        Self { pieces }
    }
}

impl NamePattern {
    /// The pattern that is used until someone writes another.
    pub const DEFAULT: &'static str = "{report}-{chart}-{lang}";

    /// Understands a pattern.
    ///
    /// # Errors
    /// [`NameError`] says what is wrong in it.
    pub fn parse(text: &str) -> Result<Self, NameError> {
        let mut pieces = Vec::new();
        let mut rest = text.trim();
        while !rest.is_empty() {
            let (words, after) = rest.find('{').map_or((rest, None), |at| {
                let (words, after) = rest.split_at(at);
                (words, Some(&after[1..]))
            });
            if words.contains('}') {
                return Err(NameError::Unopened);
            }
            if let Some(c) = words.chars().find(|c| FORBIDDEN.contains(c) || c.is_control()) {
                return Err(NameError::Forbidden(c));
            }
            if !words.is_empty() {
                pieces.push(Piece::Words(words.to_owned()));
            }
            let Some(after) = after else { break };
            let (name, after) = after.split_once('}').ok_or(NameError::Unclosed)?;
            let found = Placeholder::ALL.into_iter().find(|known| known.key() == name.trim());
            let unknown =
                || NameError::Unknown(printable(&name.chars().take(40).collect::<String>()));
            pieces.push(Piece::Placeholder(found.ok_or_else(unknown)?));
            rest = after;
        }
        let only_points = |piece: &Piece| match piece {
            Piece::Words(words) => words.trim_matches([' ', '.']).is_empty(),
            Piece::Placeholder(_) => false,
        };
        if pieces.iter().all(only_points) {
            return Err(NameError::Empty);
        }
        Ok(Self { pieces })
    }

    /// The name of one chart's files without their ending; `number` of `count`, counted from 1.
    #[must_use]
    pub fn stem(
        &self,
        report: &Report,
        spec: &ChartSpec,
        style: &ChartStyle,
        (number, count): (usize, usize),
    ) -> String {
        let lang = style.lang.main();
        let about = report.about();
        let mut name = String::new();
        for piece in &self.pieces {
            match piece {
                Piece::Words(words) => name.push_str(words),
                Piece::Placeholder(placeholder) => {
                    let value = match placeholder {
                        Placeholder::Report => report.id().as_str().to_owned(),
                        Placeholder::Chart => cut(spec.id().as_str(), MAX_ID_BYTES),
                        Placeholder::Lang => style.lang.key().to_owned(),
                        Placeholder::Kind => spec.kind.key().to_owned(),
                        Placeholder::Title => chart::title(report, spec, lang),
                        Placeholder::Place => lang.pick(&about.place).to_owned(),
                        Placeholder::Year => about.target_year.to_string(),
                        Placeholder::Date => about.delivered.to_string(),
                        Placeholder::Theme => style.theme.key().to_owned(),
                        Placeholder::Number => {
                            let width = count.to_string().len();
                            format!("{number:0width$}")
                        }
                    };
                    name.extend(value.chars().map(harmless));
                }
            }
        }
        // Windows drops spaces and points at the end.
        let trimmed = name.trim().trim_end_matches([' ', '.']);
        let mut name = cut(if trimmed.is_empty() { "chart" } else { trimmed }, MAX_BYTES);
        if is_reserved(&name) {
            name.push('_');
        }
        name
    }
}

/// What the placeholders stand for, for the help.
#[must_use]
pub fn placeholder_help(placeholder: Placeholder, lang: Lang) -> &'static str {
    match placeholder {
        Placeholder::Report => lang.choose("报告编号", "the report's id"),
        Placeholder::Chart => lang.choose("图表编号", "the chart's id"),
        Placeholder::Lang => lang.choose("图表语言", "the language of the labels"),
        Placeholder::Kind => lang.choose("图表类型", "the kind of chart"),
        Placeholder::Title => lang.choose("图表标题", "the chart's title"),
        Placeholder::Place => lang.choose("地区", "the place"),
        Placeholder::Year => lang.choose("目标年份", "the year of the targets"),
        Placeholder::Date => lang.choose("报告日期", "the day of the report"),
        Placeholder::Theme => lang.choose("配色", "the colours"),
        Placeholder::Number => lang.choose("序号", "the chart's number"),
    }
}

fn harmless(c: char) -> char {
    if FORBIDDEN.contains(&c) || c.is_control() { '_' } else { c }
}

/// At most `max` bytes; a piece of the hash keeps a name that was cut its own.
fn cut(name: &str, max: usize) -> String {
    if name.len() <= max {
        return name.to_owned();
    }
    let hash = Sha256::digest(name.as_bytes());
    let piece = hash.iter().take(4).fold(0_u32, |piece, byte| piece << 8 | u32::from(*byte));
    let end = (0..=max).rev().find(|at| name.is_char_boundary(*at)).unwrap_or_default();
    let mut short = name[..end].to_owned();
    let _ = write!(short, "-{piece:08x}");
    short
}

/// Names that are devices on Windows, with any ending.
fn is_reserved(name: &str) -> bool {
    let base = name.split('.').next().unwrap_or_default().to_ascii_uppercase();
    let numbered = |prefix: &str| {
        base.strip_prefix(prefix)
            .is_some_and(|rest| rest.len() == 1 && rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    matches!(base.as_str(), "CON" | "PRN" | "AUX" | "NUL") || numbered("COM") || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{ChartKind, Scope};
    use crate::{bundled, load};

    fn report() -> Report {
        load::parse(bundled::TEXT, bundled::FILE_NAME).expect("the bundled report opens").report
    }

    fn named(pattern: &str, spec: &ChartSpec) -> String {
        let pattern = NamePattern::parse(pattern).expect("understood");
        pattern.stem(&report(), spec, &ChartStyle::default(), (3, 120))
    }

    #[test]
    fn placeholders_are_filled_in() {
        let spec = ChartSpec::new(ChartKind::Dumbbell, Scope::Headline);
        let report = report();
        let (id, date) = (report.id(), report.about().delivered);
        assert_eq!(NamePattern::parse(NamePattern::DEFAULT), Ok(NamePattern::default()));
        assert_eq!(named(NamePattern::DEFAULT, &spec), format!("{id}-dumbbell-headline-zh"));
        assert_eq!(
            named("图 {n}_{kind} {theme}, {date}", &spec),
            format!("图 003_dumbbell light, {date}")
        );
        assert_eq!(
            named("{title}", &ChartSpec { title: Some("a/b:c\u{7}. ".to_owned()), ..spec.clone() }),
            "a_b_c_"
        );
        assert_eq!(named("{title}", &ChartSpec { title: Some("nul".to_owned()), ..spec }), "nul_");
    }

    #[test]
    fn a_bad_pattern_is_explained() {
        for (pattern, error) in [
            ("", NameError::Empty),
            (" .. ", NameError::Empty),
            ("{chart", NameError::Unclosed),
            ("chart}", NameError::Unopened),
            ("{chart}-{who}", NameError::Unknown("who".to_owned())),
            ("{}", NameError::Unknown(String::new())),
            ("{a\u{202e}b\u{1b}}", NameError::Unknown("a\u{fffd}b\u{fffd}".to_owned())),
            ("a/{chart}", NameError::Forbidden('/')),
            ("..\\{chart}", NameError::Forbidden('\\')),
            ("a\n{chart}", NameError::Forbidden('\n')),
        ] {
            assert_eq!(NamePattern::parse(pattern), Err(error), "{pattern:?}");
        }
    }

    #[test]
    fn long_names_are_cut_and_stay_apart() {
        let many = |last: &str| {
            let mut ids = vec!["indicator-with-a-name".to_owned(); 30];
            ids.push(last.to_owned());
            ChartSpec::new(ChartKind::Dumbbell, Scope::Indicators(ids))
        };
        let (one, other) = (named("{chart}", &many("a")), named("{chart}", &many("b")));
        assert_ne!(one, other);
        assert!(one.len() <= MAX_ID_BYTES + 9, "{one}");
        let spec = ChartSpec::new(ChartKind::Dumbbell, Scope::Headline);
        let long = named("{title}", &ChartSpec { title: Some("字".repeat(200)), ..spec });
        assert!(long.len() <= MAX_BYTES + 9, "{}", long.len());
    }
}
