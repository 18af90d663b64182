//! What is said of arguments that are wrong.

use crate::i18n::Lang;

/// What is wrong with the arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UsageFault {
    /// An option or argument that there is not.
    Unknown(String),
    /// A value that the option does not take, and those that it takes (may be empty).
    Value {
        /// The option.
        option: String,
        /// What was given.
        value: String,
        /// What may be given.
        possible: Vec<String>,
    },
    /// A value that the option cannot read: of the wrong form, or beyond its range.
    Form {
        /// The option.
        option: String,
        /// What was given.
        value: String,
        /// What it must be like.
        expected: Expected,
    },
    /// A value behind an option that takes none.
    TakesNoValue(String),
    /// Something before the command, or a command that there is not: which there are.
    CommandFirst(Vec<String>),
    /// An option without its value.
    NoValue(String),
    /// Something that must be there.
    Missing(Vec<String>),
    /// Two options of which only one may be there.
    Conflict(String, Vec<String>),
    /// The option stands twice.
    Twice(String),
    /// An argument that is no Unicode text where only text can stand.
    NotText,
    /// Anything else, in the parser's words.
    Other(String),
}

/// What the value of an option must be like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// Width and height, each side within these, in CSS pixels.
    PageSize {
        /// The shortest.
        least: u32,
        /// The longest.
        most: u32,
    },
    /// Pixels an inch.
    Resolution {
        /// The fewest.
        least: u32,
        /// The most.
        most: u32,
    },
    /// Words of one's own, so many characters.
    Words {
        /// The most.
        most: usize,
    },
    /// Something to search for.
    Query,
}

impl Expected {
    fn sentence(self, lang: Lang) -> String {
        match (self, lang) {
            (Self::PageSize { least, most }, Lang::Zh) => format!(
                "请写“宽x高”：CSS 像素，或带单位 mm、cm 或 in，如 1600x900 或 84mmx105mm；每边 {least} 到 {most} 像素（1 像素为 1/96 英寸）"
            ),
            (Self::PageSize { least, most }, Lang::En) => format!(
                "write width and height in CSS pixels, or with mm, cm or in, such as 1600x900 or 84mmx105mm; each side from {least} to {most} px (1/96 inch)"
            ),
            (Self::Resolution { least, most }, Lang::Zh) => {
                format!("请写 {least} 到 {most} 之间的整数，即每英寸的像素数")
            }
            (Self::Resolution { least, most }, Lang::En) => {
                format!("write a whole number from {least} to {most}, the pixels an inch")
            }
            (Self::Words { most }, Lang::Zh) => format!("请写得短些，最多 {most} 个字符"),
            (Self::Words { most }, Lang::En) => format!("write at most {most} characters"),
            (Self::Query, Lang::Zh) => {
                "请写要找的内容，如 地区生产总值、dqsczz、1.2万；要列出全部就去掉 --find".to_owned()
            }
            (Self::Query, Lang::En) => {
                "write what to look for, such as gdp, dqsczz or 12000, or leave --find out to list everything"
                    .to_owned()
            }
        }
    }
}

impl std::fmt::Display for Expected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.sentence(Lang::En))
    }
}

impl std::error::Error for Expected {}

/// The sentence for a fault in the arguments.
#[must_use]
pub fn usage_fault(fault: &UsageFault, lang: Lang) -> String {
    let list = |items: &[String]| items.join(lang.choose("、", ", "));
    match (fault, lang) {
        (UsageFault::Unknown(given), Lang::Zh) => format!("没有“{given}”这个命令或选项"),
        (UsageFault::Unknown(given), Lang::En) => format!("there is no command or option {given}"),
        (UsageFault::Value { option, value, possible }, Lang::Zh) => {
            let allowed = if possible.is_empty() {
                String::new()
            } else {
                format!("；可以用：{}", list(possible))
            };
            format!("{option} 不能是“{value}”{allowed}")
        }
        (UsageFault::Value { option, value, possible }, Lang::En) => {
            let allowed = if possible.is_empty() {
                String::new()
            } else {
                format!("; it may be one of: {}", list(possible))
            };
            format!("{option} cannot be {value:?}{allowed}")
        }
        (UsageFault::Form { option, value, expected }, Lang::Zh) => {
            format!("{option} 不能是“{value}”；{}", expected.sentence(lang))
        }
        (UsageFault::Form { option, value, expected }, Lang::En) => {
            format!("{option} cannot be {value:?}; {}", expected.sentence(lang))
        }
        (UsageFault::TakesNoValue(option), Lang::Zh) => {
            format!("{option} 是一个开关，后面不写内容；请去掉“=”和后面的部分")
        }
        (UsageFault::TakesNoValue(option), Lang::En) => {
            format!("{option} is a switch and takes no value; leave out “=” and what follows")
        }
        (UsageFault::CommandFirst(commands), Lang::Zh) => {
            format!("请先写命令，再写文件；命令有：{}。只打开窗口时，只写一个文件", list(commands))
        }
        (UsageFault::CommandFirst(commands), Lang::En) => format!(
            "a command comes before its file, and there are: {}. For the window there is one file alone",
            list(commands)
        ),
        (UsageFault::NoValue(option), Lang::Zh) => format!("{option} 后面缺少内容"),
        (UsageFault::NoValue(option), Lang::En) => format!("{option} needs a value after it"),
        (UsageFault::Missing(what), Lang::Zh) => format!("缺少：{}", list(what)),
        (UsageFault::Missing(what), Lang::En) => format!("missing: {}", list(what)),
        (UsageFault::Conflict(one, others), Lang::Zh) => {
            format!("{one} 不能与 {} 同时使用", list(others))
        }
        (UsageFault::Conflict(one, others), Lang::En) => {
            format!("{one} cannot be used together with {}", list(others))
        }
        (UsageFault::Twice(option), Lang::Zh) => format!("{option} 只能出现一次"),
        (UsageFault::Twice(option), Lang::En) => format!("{option} may stand only once"),
        (UsageFault::NotText, Lang::Zh) => "有一个参数不是 UTF-8 文字，请改正".to_owned(),
        (UsageFault::NotText, Lang::En) => "an argument is no UTF-8 text; correct it".to_owned(),
        (UsageFault::Other(words), _) => words.clone(),
    }
}

/// Where to read on after a fault in the arguments.
#[must_use]
pub fn see_help(lang: Lang) -> &'static str {
    lang.choose(
        "report-explorer --help 显示全部命令",
        "`report-explorer --help` shows every command",
    )
}
