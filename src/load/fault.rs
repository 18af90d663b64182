//! What can be wrong with a report file, and where. The words for it are in `message`.

use std::sync::Arc;

use crate::model::{IdError, Position, QuantityError, StructureFault};
use crate::reading::ReadError;

/// One thing that is wrong with one field; everything else of the file is still opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file's name.
    pub file: Arc<str>,
    /// Where it stands.
    pub position: Position,
    /// The way to the field: `figures[12] (gdp-growth-actual).value`.
    pub path: String,
    /// What was found and what was expected.
    pub kind: FaultKind,
}

/// What was found and what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// A value of another kind than the field holds.
    Kind {
        /// What the field holds.
        expected: Expected,
        /// What stands there.
        found: Found,
    },
    /// A field that the format does not have.
    UnknownField {
        /// As written.
        name: String,
        /// The field that was probably meant.
        nearest: Option<&'static str>,
    },
    /// A field that must be there.
    MissingField(&'static str),
    /// A field that stands twice.
    DuplicateField(&'static str),
    /// A word that is none of the allowed ones.
    UnknownWord {
        /// As written.
        found: String,
        /// The words that the field takes.
        allowed: Vec<&'static str>,
        /// The one that was probably meant.
        nearest: Option<&'static str>,
    },
    /// A unit that the table of units does not have.
    UnknownUnit(String),
    /// No id.
    Id {
        /// As written.
        found: String,
        /// Why it is none.
        why: IdError,
    },
    /// Text that is no decimal number.
    Decimal(String),
    /// Text that is no day of the calendar.
    Date(String),
    /// A whole number outside what the field allows.
    OutOfRange {
        /// As written.
        found: String,
        /// The smallest allowed.
        low: u32,
        /// The largest allowed.
        high: u32,
    },
    /// A span that ends before its first character.
    SpanOrder {
        /// As written.
        start: u32,
        /// As written.
        end: u32,
    },
    /// A span that reaches beyond the text.
    SpanBeyondText {
        /// Where the span ends.
        end: u32,
        /// `text.characters`.
        characters: u32,
    },
    /// Text where something must be said.
    EmptyText,
    /// Longer than [`super::MAX_TEXT_CHARS`]; how long.
    LongText(usize),
    /// A control character or a bidirectional override.
    ForbiddenCharacter(char),
    /// Value, bound, unit and scale that contradict each other.
    Quantity(QuantityError),
    /// A reference to what is not there, or an id given twice.
    Structure(StructureFault),
    /// A list with more items than the format allows.
    TooManyItems {
        /// How many there are.
        found: usize,
        /// How many there may be.
        limit: usize,
    },
    /// So many further faults are not listed.
    More(usize),
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// `"…"`
    Text,
    /// A decimal in quotation marks.
    DecimalText,
    /// A whole number without sign.
    WholeNumber,
    /// One of a set of words, without quotation marks.
    Word,
    /// `true` or `false`.
    Truth,
    /// `(name: value, …)`
    Structure,
    /// `[…]`
    List,
    /// `(start, end)`
    Span,
    /// `year(2022)`, `term`, `next(5)`, `not_stated`.
    Period,
}

/// What stands in a field that should hold something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Text; its beginning.
    Text(String),
    /// A number as written.
    Number(String),
    /// A word without quotation marks.
    Word(String),
    /// A word with a bracket.
    Call(String),
    /// `(name: value, …)`
    Structure,
    /// `(value, …)` with so many values.
    Tuple(usize),
    /// `[…]`
    List,
}

/// Why a file could not be opened at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadError {
    /// The file's name.
    pub file: Arc<str>,
    /// Where in the file, if it is a matter of one place.
    pub position: Option<Position>,
    /// What is wrong.
    pub kind: LoadErrorKind,
}

/// Why a file could not be opened at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoadErrorKind {
    /// It cannot be read, or has more than [`super::MAX_FILE_BYTES`].
    Unreadable(ReadError),
    /// Not UTF-8 from this byte on.
    NotUtf8(usize),
    /// Nothing in it.
    Empty,
    /// Not RON, or not the part of RON that report files use.
    Syntax(Syntax, Option<Position>),
    /// A version of the format that this application does not know.
    Schema(String),
    /// The head of the file (`schema`, `id`, `data_version`, `about`, `text`) is faulty.
    Head(Vec<Fault>),
}

/// Where and how the RON is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SyntaxError {
    /// Byte offset.
    pub(super) at: usize,
    /// How.
    pub(super) kind: Syntax,
}

/// How the RON is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// The file does not begin like a report file.
    NoReport,
    /// An attribute `#![…]` other than `enable(implicit_some)`.
    Attribute,
    /// Something behind the last bracket.
    Trailing,
    /// A `/*` without `*/`.
    OpenComment,
    /// A `"` without its partner.
    OpenText,
    /// A `\` that is followed by no known escape.
    Escape,
    /// A character that begins no value.
    Character(char),
    /// A character that begins no field name.
    FieldName(char),
    /// One character where another must stand.
    Missing {
        /// What must stand there.
        wanted: char,
        /// What stands there.
        found: char,
    },
    /// The file ends where a value must stand.
    End,
    /// The file ends, and the bracket at this byte offset is still open.
    Unclosed(usize),
    /// Brackets in brackets in brackets.
    TooDeep,
    /// More values than any report has.
    TooManyValues,
}
