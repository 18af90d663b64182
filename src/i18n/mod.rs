//! Every word a person reads, in Chinese and English; a word missing in one of them does not compile.
//!
//! Words of the field (roles, bounds, verdicts) are in [`terms`], numbers in [`number`],
//! sentences about comparisons in [`reason`], the window's words in [`window`].
//! Ids never come from here.

/// An enum of words, each in both languages: one that lacks a language does not compile.
macro_rules! words {
    (
        $(#[$what:meta])* enum $set:ident;
        $($(#[$doc:meta])* $name:ident = $zh:literal, $en:literal;)*
    ) => {
        $(#[$what])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum $set {
            $($(#[$doc])* $name,)*
        }

        impl $set {
            /// In one language.
            #[must_use]
            pub fn text(self, lang: Lang) -> &'static str {
                match self {
                    $(Self::$name => lang.choose($zh, $en),)*
                }
            }
        }
    };
}

pub mod alt;
pub mod chart;
pub mod chart_view;
pub mod cli;
pub mod codebook;
pub mod command;
pub mod desktop;
pub mod detail;
pub mod export;
pub mod finding;
pub mod help;
pub mod number;
pub mod overview;
pub mod quotes;
pub mod reason;
pub mod sheet;
pub mod terms;
pub mod text;
pub mod window;

use crate::model::Bilingual;

/// The language of the interface or of a table.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Default,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// 中文
    #[default]
    Zh,
    /// English
    En,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// What it is called by those who read it.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        self.choose("中文", "English")
    }

    /// The text in this language.
    #[must_use]
    pub fn pick(self, text: &Bilingual) -> &str {
        match self {
            Self::Zh => &text.zh,
            Self::En => &text.en,
        }
    }

    /// One of two texts.
    #[must_use]
    pub fn choose<T>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }

    /// The name on the command line and in files.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.choose("zh", "en")
    }

    /// The language tag of BCP 47.
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.choose("zh-CN", "en")
    }

    /// Chinese for Chinese systems, English for all others.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("zh") { Self::Zh } else { Self::En }
    }
}

/// What is said in each language.
#[must_use]
pub fn both<T: Into<String>>(said: impl Fn(Lang) -> T) -> Bilingual {
    Bilingual { zh: said(Lang::Zh).into(), en: said(Lang::En).into() }
}

/// The language of a chart's labels.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Default,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum ChartLang {
    /// 中文
    #[default]
    Zh,
    /// English
    En,
    /// Chinese, with English below or beside it.
    Both,
}

impl ChartLang {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::Zh, Self::En, Self::Both];

    /// The name on the command line and in files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
            Self::Both => "both",
        }
    }

    /// The first language: what stands where there is room for one.
    #[must_use]
    pub fn main(self) -> Lang {
        match self {
            Self::Zh | Self::Both => Lang::Zh,
            Self::En => Lang::En,
        }
    }

    /// The second language, where there is one.
    #[must_use]
    pub fn second(self) -> Option<Lang> {
        match self {
            Self::Both => Some(Lang::En),
            Self::Zh | Self::En => None,
        }
    }
}

impl From<Lang> for ChartLang {
    fn from(lang: Lang) -> Self {
        lang.choose(Self::Zh, Self::En)
    }
}

/// `1 file`, `12 files`: a count with its English noun.
fn several(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
