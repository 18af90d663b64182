//! The words for faults and refusals: what was found, what was expected, what to do next. In both languages.

use crate::model::{
    Bilingual, IdError, Position, QuantityError, StructureFault, is_garbling, printable,
};

use super::fault::{Expected, Fault, FaultKind, Found, LoadError, LoadErrorKind, Syntax};
use super::tree::{MAX_DEPTH, MAX_NODES};
use super::{MAX_TEXT_CHARS, SCHEMA};

fn both(zh: impl Into<String>, en: impl Into<String>) -> Bilingual {
    Bilingual { zh: zh.into(), en: en.into() }
}

/// `file, line 3, column 5, field: message`
pub(super) fn with_place(
    file: &str,
    position: Option<Position>,
    path: &str,
    message: &Bilingual,
) -> Bilingual {
    let file = printable(file);
    let (place_zh, place_en) = match position {
        Some(Position { line, column }) => {
            (format!(" 第{line}行第{column}列"), format!(", line {line}, column {column}"))
        }
        None => (String::new(), String::new()),
    };
    let (path_zh, path_en) = match path {
        "" => (String::new(), String::new()),
        _ => (format!(" {path}"), format!(", {path}")),
    };
    both(
        format!("{file}{place_zh}{path_zh}：{}", message.zh),
        format!("{file}{place_en}{path_en}: {}", message.en),
    )
}

impl Fault {
    /// The whole message: file, line, column, field, found, expected.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        with_place(&self.file, Some(self.position), &self.path, &self.kind.message())
    }
}

impl LoadError {
    /// The whole message: file, line, column, what is wrong, what to do next.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        with_place(&self.file, self.position, "", &self.kind.message())
    }
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for LoadError {}

impl LoadErrorKind {
    /// What is wrong and what to do next, without the place.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        match self {
            Self::Unreadable(why) => why.message(),
            Self::NotUtf8(offset) => both(
                format!(
                    "从第{offset}字节起不是UTF-8文本。请用UTF-8编码保存，或确认打开的是报告数据文件（.report.ron）。"
                ),
                format!(
                    "not UTF-8 text from byte {offset} on. Save it as UTF-8, or make sure that it is a report file (.report.ron)."
                ),
            ),
            Self::Empty => both(
                "文件是空的。请重新获取报告数据文件（.report.ron）。",
                "the file is empty. Get the report file (.report.ron) again.",
            ),
            Self::Syntax(syntax, opened) => syntax.message(*opened),
            Self::Schema(version) => both(
                format!(
                    "文件格式版本为{version}，本程序读取版本{SCHEMA}。请换用支持该版本的程序。"
                ),
                format!(
                    "the file has format version {version}; this application reads version {SCHEMA}. Use an application that knows that version."
                ),
            ),
            Self::Head(faults) => head(faults),
        }
    }
}

fn head(faults: &[Fault]) -> Bilingual {
    let Some(first) = faults.first() else {
        return both("文件头有误。", "the head of the file is faulty.");
    };
    let what = first.kind.message();
    let (path, more) = (&first.path, faults.len() - 1);
    let (more_zh, more_en) = if more == 0 {
        (String::new(), String::new())
    } else {
        (format!("（另有{more}处问题）"), format!(" (and {more} more)"))
    };
    both(
        format!("报告的基本信息有误，无法打开。{path}：{}{more_zh}", what.zh),
        format!(
            "the head of the report is faulty, so it cannot be opened. {path}: {}{more_en}",
            what.en
        ),
    )
}

impl Syntax {
    /// What is wrong and what to do next; `opened` is where an unclosed bracket stands.
    #[must_use]
    pub fn message(self, opened: Option<Position>) -> Bilingual {
        let (line, column) = opened.map_or((1, 1), |position| (position.line, position.column));
        match self {
            Self::NoReport => both(
                "这不是报告数据文件：应以 ( 开头并有 schema 字段。请打开 .report.ron 文件。",
                "this is no report file: it must begin with ( and have a field schema. Open a .report.ron file.",
            ),
            Self::Attribute => both(
                "无法识别的属性；只支持 #![enable(implicit_some)]。",
                "unknown attribute; only #![enable(implicit_some)] is supported.",
            ),
            Self::Trailing => both(
                "最后一个括号之后还有内容。请删去，或检查括号是否过早关闭。",
                "something follows the last bracket. Remove it, or look for a bracket that closes too early.",
            ),
            Self::OpenComment => {
                both("注释 /* 没有结束。请补上 */。", "this comment does not end. Add */.")
            }
            Self::OpenText => both(
                "引号没有配对，直到文件末尾。请补上引号；文件也可能不完整。",
                "this quotation mark has no partner up to the end of the file. Add it; the file may also be cut off.",
            ),
            Self::Escape => both(
                r#"\ 之后不是可识别的转义；可用 \" \\ \n \t \u{…}。"#,
                r#"no known escape follows \; use \" \\ \n \t or \u{…}."#,
            ),
            Self::Character(found) => instead("一个值", "a value", found),
            Self::FieldName(found) => instead("字段名或“)”", "the name of a field or \")\"", found),
            Self::Missing { wanted, found } => {
                instead(&format!("“{wanted}”"), &format!("\"{wanted}\""), found)
            }
            Self::End => both(
                "文件到此结束，缺少内容。文件可能不完整，请重新获取。",
                "the file ends where a value is expected. It may be cut off; get it again.",
            ),
            Self::Unclosed(_) => both(
                format!(
                    "文件到此结束，而第{line}行第{column}列的括号没有关闭。文件可能不完整，请重新获取。"
                ),
                format!(
                    "the file ends, but the bracket of line {line}, column {column} is still open. It may be cut off; get it again."
                ),
            ),
            Self::TooDeep => both(
                format!(
                    "括号嵌套超过上限{MAX_DEPTH}层，报告数据文件不会如此。请检查是否漏了右括号。"
                ),
                format!(
                    "brackets lie deeper in each other than the limit of {MAX_DEPTH}; no report file needs that. Look for one that is not closed."
                ),
            ),
            Self::TooManyValues => both(
                format!(
                    "值的数量超过上限{MAX_NODES}，报告数据文件不会如此。请确认打开的是报告数据文件（.report.ron）。"
                ),
                format!(
                    "there are more values than the limit of {MAX_NODES}. Make sure that it is a report file (.report.ron)."
                ),
            ),
        }
    }
}

/// Something else stands where `zh`, `en` must; of a full-width character it says what to type.
fn instead(zh: &str, en: &str, found: char) -> Bilingual {
    let shown = match found {
        '“' | '”' | '"' => format!(" {found} "),
        _ if is_garbling(found) => format!(" U+{:04X} ", u32::from(found)),
        _ => format!("“{found}”"),
    };
    let (width_zh, width_en) = match found {
        '\u{3000}' => {
            ("这是全角空格，请改用半角空格。", " This is a full-width space; use a plain one.")
        }
        '“' | '”' | '‘' | '’' => (
            "这是中文引号，请改用半角引号 \"。",
            " This is a typographic quotation mark; use a plain \".",
        ),
        '、' | '。' | '\u{ff01}'..='\u{ff5e}' => {
            ("这是全角标点，请改用半角。", " This is a full-width sign; type it at half width.")
        }
        _ => ("", ""),
    };
    both(
        format!("此处应为{zh}，却是{}。{width_zh}", shown.trim_end()),
        format!("expected {en}, found {}.{width_en}", shown.trim().replace(['“', '”'], "\"")),
    )
}

impl Expected {
    fn words(self) -> Bilingual {
        match self {
            Self::Text => both("引号中的文字", "text in quotation marks"),
            Self::DecimalText => both(
                r#"引号中的十进制数，如 "3.09""#,
                r#"a decimal in quotation marks, like "3.09""#,
            ),
            Self::WholeNumber => both("不带引号的整数", "a whole number without quotation marks"),
            Self::Word => both("不带引号的词", "a word without quotation marks"),
            Self::Truth => both("true 或 false", "true or false"),
            Self::Structure => both("结构 (name: value, …)", "a structure (name: value, …)"),
            Self::List => both("列表 […]", "a list […]"),
            Self::Span => both("位置 (start, end)", "a span (start, end)"),
            Self::Period => both(
                "year(2022)、term、next(5) 或 not_stated",
                "year(2022), term, next(5) or not_stated",
            ),
        }
    }
}

impl Found {
    fn words(&self) -> Bilingual {
        match self {
            Self::Text(text) => both(format!("文字“{text}”"), format!("the text \"{text}\"")),
            Self::Number(number) => both(format!("数 {number}"), format!("the number {number}")),
            Self::Word(word) => both(format!("词 {word}"), format!("the word {word}")),
            Self::Call(word) => both(format!("{word}(…)"), format!("{word}(…)")),
            Self::Structure => both("结构 (name: value, …)", "a structure (name: value, …)"),
            Self::Tuple(count) => {
                both(format!("括号中的{count}个值"), format!("a bracket with {count} values"))
            }
            Self::List => both("列表 […]", "a list […]"),
        }
    }
}

impl FaultKind {
    /// What was found and what was expected, without the place.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        let perhaps = |nearest: Option<&'static str>| match nearest {
            Some(name) => both(format!("，是否应为 {name}？"), format!("; did you mean {name}?")),
            None => both("。", "."),
        };
        match self {
            Self::Kind { expected, found } => {
                let (expected, found) = (expected.words(), found.words());
                both(
                    format!("应为{}，却是{}。", expected.zh, found.zh),
                    format!("expected {}, found {}.", expected.en, found.en),
                )
            }
            Self::UnknownField { name, nearest } => {
                let perhaps = perhaps(*nearest);
                both(
                    format!("没有字段 {name}{}", perhaps.zh),
                    format!("there is no field {name}{}", perhaps.en),
                )
            }
            Self::MissingField(name) => both(
                format!("缺少字段 {name}，请补上。"),
                format!("the field {name} is missing; add it."),
            ),
            Self::DuplicateField(name) => both(
                format!("字段 {name} 出现两次，请删去一个。"),
                format!("the field {name} stands twice; remove one."),
            ),
            Self::UnknownWord { found, allowed, nearest } => {
                let perhaps = perhaps(*nearest);
                let (zh, en) = (allowed.join("、"), allowed.join(", "));
                both(
                    format!("不能是 {found}；可用：{zh}{}", perhaps.zh),
                    format!("{found} is not allowed here; expected one of {en}{}", perhaps.en),
                )
            }
            Self::UnknownUnit(found) => both(
                format!("未知单位“{found}”；请用单位表（src/model/unit.rs）中的单位。"),
                format!("unknown unit \"{found}\"; use one of the table in src/model/unit.rs."),
            ),
            Self::Id { found, why } => {
                let why = id_error(why);
                both(
                    format!("“{found}”不能作标识：{}。", why.zh),
                    format!("\"{found}\" is no id: {}.", why.en),
                )
            }
            Self::Decimal(found) => both(
                format!(
                    "“{found}”不是十进制数；应如 \"12000\" 或 \"3.09\"，不带指数、不超过28位。"
                ),
                format!(
                    "\"{found}\" is no decimal; expected something like \"12000\" or \"3.09\", without exponent and with at most 28 digits."
                ),
            ),
            Self::Date(found) => both(
                format!("“{found}”不是日期；应如 \"2022-01-08\"。"),
                format!(
                    "\"{found}\" is no day of the calendar; expected something like \"2022-01-08\"."
                ),
            ),
            Self::OutOfRange { found, low, high } => both(
                format!("{found} 超出范围；应为{low}到{high}的整数。"),
                format!("{found} is out of range; expected a whole number from {low} to {high}."),
            ),
            Self::SpanOrder { start, end } => both(
                format!("位置 ({start}, {end}) 的终点应大于起点。"),
                format!("the span ({start}, {end}) must end after its start."),
            ),
            Self::SpanBeyondText { end, characters } => both(
                format!(
                    "位置止于{end}，而 text.characters 说全文只有{characters}个字符；请改正其一。"
                ),
                format!(
                    "the span ends at {end}, but text.characters says that the text has only {characters}; correct one of the two."
                ),
            ),
            Self::EmptyText => {
                both("文字是空的，请填写。", "the text is empty; something must be said here.")
            }
            Self::LongText(length) => both(
                format!("文字有{length}个字符，上限为{MAX_TEXT_CHARS}。"),
                format!("the text has {length} characters; the limit is {MAX_TEXT_CHARS}."),
            ),
            Self::ForbiddenCharacter(c) => {
                let code = u32::from(*c);
                both(
                    format!("文字含有控制字符或双向文字控制符 U+{code:04X}，请删去。"),
                    format!(
                        "the text holds the control or bidirectional character U+{code:04X}; remove it."
                    ),
                )
            }
            Self::Quantity(why) => quantity_error(*why),
            Self::Structure(why) => structure_fault(why),
            Self::TooManyItems { found, limit } => both(
                format!("列表有{found}项，上限为{limit}；其余未读取。"),
                format!(
                    "the list has {found} items; the limit is {limit}, and the rest was not read."
                ),
            ),
            Self::More(count) => both(
                format!("另有{count}处问题未列出。"),
                format!("{count} further faults are not listed."),
            ),
        }
    }
}

fn id_error(why: &IdError) -> Bilingual {
    let zh = match why {
        IdError::Empty => "空白".to_owned(),
        IdError::TooLong => "超过80个字符".to_owned(),
        IdError::Character(c) => format!("含有 {c:?}；只可用小写字母a–z、数字和连字符"),
        IdError::Reserved => {
            "与章节编号、领域名或 headline 相同，其图表将无法区分；请另取一个，如 gdp".to_owned()
        }
        IdError::SectionShape => "章节标识是其编号，如 3、3.6、3.6.b".to_owned(),
    };
    both(zh, why.to_string())
}

fn quantity_error(why: QuantityError) -> Bilingual {
    use crate::model::Bound;
    let zh = match why {
        QuantityError::ValueMissing(bound) => format!("界 {} 需要 value", bound.key()),
        QuantityError::ValueForWords => {
            "只有文字（worded）的数据没有 value；请删去 value，或写明数值的界".to_owned()
        }
        QuantityError::HighMismatch(Bound::Range) => "range 需要上端 value_high".to_owned(),
        QuantityError::HighMismatch(bound) => {
            format!("界 {} 没有 value_high；只有 range 有", bound.key())
        }
        QuantityError::HighNotAbove => "value_high 应大于 value".to_owned(),
        QuantityError::UnitMissing => "数值需要单位 unit".to_owned(),
        QuantityError::TimesWithoutPercent => "倍数换算为增长率，单位应为 %".to_owned(),
        QuantityError::TooLarge => "数值超过10^18".to_owned(),
    };
    both(format!("{zh}。"), format!("{why}."))
}

fn structure_fault(why: &StructureFault) -> Bilingual {
    use StructureFault as Fault;
    let zh = match why {
        Fault::DuplicateSection(_, id) => {
            format!("章节 {id} 出现两次；已保留第一个，请改用另一个编号")
        }
        Fault::OrphanSection(_, id) => format!("章节 {id} 的上级不存在、有误，或列在其后"),
        Fault::DuplicateIndicator(_, id) => {
            format!("指标 {id} 出现两次；已保留第一个，请改用另一个标识")
        }
        Fault::DuplicateFigure(_, id) => {
            format!("数据 {id} 出现两次；已保留第一个，请改用另一个标识")
        }
        Fault::UnknownIndicator(_, id, indicator) => {
            format!("数据 {id} 的指标 {indicator} 不存在或有误")
        }
        Fault::UnknownSection(_, id, section) => {
            format!("数据 {id} 的章节 {section} 不存在或有误")
        }
        Fault::UnknownDefinition(_, id, definition) => {
            format!("数据 {id} 的口径定义 {definition} 不在其指标的 definitions 中")
        }
    };
    both(format!("{zh}。"), format!("{why}."))
}
