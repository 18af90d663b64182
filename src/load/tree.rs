//! Text → tree: reads the part of RON that report files use, in one pass, and keeps where every field stands.
//!
//! Why not `ron` itself: it gives a value or its first error, while a file with faults must open with all of them named,
//! each with its place. Its `RawValue` lets a piece fail alone, but reads every byte six times on the way to a field
//! (20 ms for a report of 180 KB, against a budget of 27 ms for a whole picture) and loses where the field stands.
//! What this reader accepts, `ron` accepts too and reads the same, except a byte order mark in front;
//! `tests/same_as_ron.rs` holds the two together.
//! Left out of RON: maps, characters, byte strings, raw names, ranges, line continuations, and every extension that
//! changes what a value is. Knows nothing of reports.

use std::borrow::Cow;

use super::fault::{Syntax, SyntaxError};

/// How deep values may lie in each other; a report needs seven.
pub(super) const MAX_DEPTH: u32 = 24;
/// How many values a file may hold; 16 MiB of sound figures have fewer.
pub(super) const MAX_NODES: usize = 2_000_000;

/// One value and where it begins.
#[derive(Debug)]
pub(super) struct Node<'a> {
    /// Byte offset of its first character.
    pub(super) at: usize,
    /// What it is.
    pub(super) value: Value<'a>,
}

/// The kinds of value that a report file is made of.
#[derive(Debug)]
pub(super) enum Value<'a> {
    /// `"…"`, unescaped.
    Text(Cow<'a, str>),
    /// As written: `12`, `-0.5`, `1e9`.
    Number(&'a str),
    /// `actual`, `true`, `None`.
    Word(&'a str),
    /// `year(2022)`, `Some("…")`.
    Call(&'a str, Vec<Node<'a>>),
    /// `(name: value, …)`, in order, duplicates included.
    Struct(Vec<Field<'a>>),
    /// `(1, 2)`
    Tuple(Vec<Node<'a>>),
    /// `[…]`
    List(Vec<Node<'a>>),
}

/// One `name: value`.
#[derive(Debug)]
pub(super) struct Field<'a> {
    /// The name as written.
    pub(super) name: &'a str,
    /// Byte offset of the name.
    pub(super) at: usize,
    /// What stands behind the colon.
    pub(super) value: Node<'a>,
}

/// Reads a whole file.
pub(super) fn read(text: &str) -> Result<Node<'_>, SyntaxError> {
    let mut reader = Reader { text, at: 0, depth: 0, nodes: 0 };
    if text.starts_with('\u{feff}') {
        reader.at = '\u{feff}'.len_utf8();
    }
    reader.attributes()?;
    if reader.peek() != Some('(') && !reader.peek().is_some_and(starts_word) {
        return Err(reader.error(Syntax::NoReport));
    }
    let root = reader.value()?;
    reader.gap()?;
    match reader.peek() {
        None => Ok(root),
        Some(_) => Err(reader.error(Syntax::Trailing)),
    }
}

/// Reads the one value at byte `at`, which was read before as part of the whole.
pub(super) fn value_at(text: &str, at: usize) -> Option<Node<'_>> {
    Reader { text, at, depth: 0, nodes: 0 }.value().ok()
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: u32,
    nodes: usize,
}

impl<'a> Reader<'a> {
    fn error(&self, kind: Syntax) -> SyntaxError {
        SyntaxError { at: self.at, kind }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.rest().starts_with(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    /// `#![enable(implicit_some)]`, which this reader does not need: an optional field may be `Some(…)` or not.
    fn attributes(&mut self) -> Result<(), SyntaxError> {
        self.gap()?;
        while self.rest().starts_with("#!") {
            let wrong = self.error(Syntax::Attribute);
            for wanted in ["#", "!", "[", "enable", "(", "implicit_some"] {
                let rest = self.rest().strip_prefix(wanted).ok_or(wrong)?;
                self.at = self.text.len() - rest.len();
                self.gap()?;
            }
            self.eat(',');
            for wanted in [')', ']'] {
                self.gap()?;
                if !self.eat(wanted) {
                    return Err(wrong);
                }
            }
            self.gap()?;
        }
        Ok(())
    }

    /// White space and comments.
    fn gap(&mut self) -> Result<(), SyntaxError> {
        loop {
            let bytes = &self.text.as_bytes()[self.at..];
            let plain =
                bytes.iter().take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'));
            self.at += plain.count();
            match self.text.as_bytes().get(self.at) {
                // Comments, and white space that Unicode has besides.
                Some(b'/' | 0x0b | 0x0c | 0x80..) => {}
                Some(_) | None => return Ok(()),
            }
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start_matches(is_space).len();
            if self.rest().starts_with("//") {
                self.at += self.rest().find('\n').unwrap_or(self.rest().len());
            } else if self.rest().starts_with("/*") {
                self.block_comment()?;
            } else {
                return Ok(());
            }
        }
    }

    fn block_comment(&mut self) -> Result<(), SyntaxError> {
        let bytes = self.text.as_bytes();
        let (mut at, mut open) = (self.at + 2, 1_u32);
        while open > 0 {
            match bytes.get(at..at + 2) {
                Some(b"/*") => (at, open) = (at + 2, open + 1),
                Some(b"*/") => (at, open) = (at + 2, open - 1),
                Some(_) => at += 1,
                None => return Err(self.error(Syntax::OpenComment)),
            }
        }
        self.at = at;
        Ok(())
    }

    fn value(&mut self) -> Result<Node<'a>, SyntaxError> {
        self.gap()?;
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(self.error(Syntax::TooManyValues));
        }
        let at = self.at;
        let value = match self.peek() {
            Some('"') => Value::Text(self.string()?),
            Some('r') if self.raw_string_hashes().is_some() => Value::Text(self.raw_string()?),
            Some('[') => Value::List(self.items(']')?),
            Some('(') => self.parentheses()?,
            Some('0'..='9' | '-' | '+' | '.') => Value::Number(self.number()),
            Some(c) if starts_word(c) => self.word_value()?,
            Some(found) => return Err(self.error(Syntax::Character(found))),
            None => return Err(self.error(Syntax::End)),
        };
        Ok(Node { at, value })
    }

    fn word(&mut self) -> &'a str {
        let rest = self.rest();
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
        let end = rest.bytes().take_while(is_part).count();
        self.at += end;
        &rest[..end]
    }

    /// A word, a call, or a structure with its type's name before it.
    fn word_value(&mut self) -> Result<Value<'a>, SyntaxError> {
        let word = self.word();
        let after_word = self.at;
        self.gap()?;
        let opens = self.peek() == Some('(');
        match word {
            // No names of variants, so no bracket belongs to them.
            "true" | "false" | "None" | "inf" | "inff32" | "inff64" | "NaN" | "NaNf32"
            | "NaNf64" => {}
            "Some" if opens => return Ok(Value::Call(word, self.items(')')?)),
            "Some" => return Err(self.missing('(', after_word)),
            _ if opens => {
                return Ok(match self.parentheses()? {
                    Value::Tuple(items) => Value::Call(word, items),
                    structure => structure,
                });
            }
            _ => {}
        }
        self.at = after_word;
        Ok(Value::Word(word))
    }

    fn number(&mut self) -> &'a str {
        let rest = self.rest();
        let end = rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '+' | '-')))
            .unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// `(name: value, …)` or `(value, …)`: which of the two, the first colon tells.
    fn parentheses(&mut self) -> Result<Value<'a>, SyntaxError> {
        let opened = self.at;
        self.at += 1;
        self.gap()?;
        let start = self.at;
        let named = self.peek().is_some_and(starts_word) && {
            self.word();
            self.gap()?;
            // A colon at full width means one too; what is wrong with it is said below.
            matches!(self.peek(), Some(':' | '：'))
        };
        self.at = if named { start } else { opened };
        if !named {
            return Ok(Value::Tuple(self.items(')')?));
        }
        self.descend()?;
        let mut fields = Vec::new();
        loop {
            self.gap()?;
            if self.eat(')') {
                break;
            }
            let at = self.at;
            match self.peek() {
                Some(c) if starts_word(c) => {}
                Some(found) => return Err(self.error(Syntax::FieldName(found))),
                None => return Err(SyntaxError { at: self.at, kind: Syntax::Unclosed(opened) }),
            }
            let name = self.word();
            self.gap()?;
            if !self.eat(':') {
                return Err(self.missing(':', opened));
            }
            let value = self.value().map_err(|error| closed_by(error, opened))?;
            fields.push(Field { name, at, value });
            self.gap()?;
            if !self.eat(',') && self.peek() != Some(')') {
                return Err(self.missing(',', opened));
            }
        }
        self.depth -= 1;
        Ok(Value::Struct(fields))
    }

    /// Values up to `close`, from the opening bracket on.
    fn items(&mut self, close: char) -> Result<Vec<Node<'a>>, SyntaxError> {
        let opened = self.at;
        self.at += 1;
        self.descend()?;
        let mut items = Vec::new();
        loop {
            self.gap()?;
            if self.eat(close) {
                break;
            }
            items.push(self.value().map_err(|error| closed_by(error, opened))?);
            self.gap()?;
            if !self.eat(',') && self.peek() != Some(close) {
                return Err(self.missing(',', opened));
            }
        }
        self.depth -= 1;
        Ok(items)
    }

    fn descend(&mut self) -> Result<(), SyntaxError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH { Err(self.error(Syntax::TooDeep)) } else { Ok(()) }
    }

    fn missing(&self, wanted: char, opened: usize) -> SyntaxError {
        self.error(match self.peek() {
            Some(found) => Syntax::Missing { wanted, found },
            None => Syntax::Unclosed(opened),
        })
    }

    fn string(&mut self) -> Result<Cow<'a, str>, SyntaxError> {
        let opened = self.at;
        let open = SyntaxError { at: opened, kind: Syntax::OpenText };
        self.at += 1;
        let start = self.at;
        let stop = self.rest().find(['"', '\\']).ok_or(open)?;
        self.at += stop;
        if self.eat('"') {
            return Ok(Cow::Borrowed(&self.text[start..start + stop]));
        }
        let mut unescaped = self.text[start..self.at].to_owned();
        loop {
            let stop = self.rest().find(['"', '\\']).ok_or(open)?;
            unescaped.push_str(&self.rest()[..stop]);
            self.at += stop;
            if self.eat('"') {
                return Ok(Cow::Owned(unescaped));
            }
            unescaped.push(self.escape()?);
        }
    }

    fn escape(&mut self) -> Result<char, SyntaxError> {
        let wrong = self.error(Syntax::Escape);
        self.at += 1;
        let kind = self.peek().ok_or(wrong)?;
        self.at += kind.len_utf8();
        let code = |digits: &str| {
            let sound = (1..=6).contains(&digits.len())
                && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
            sound.then(|| u32::from_str_radix(digits, 16).ok()).flatten().and_then(char::from_u32)
        };
        match kind {
            '"' | '\'' | '\\' => Ok(kind),
            'n' => Ok('\n'),
            'r' => Ok('\r'),
            't' => Ok('\t'),
            '0' => Ok('\0'),
            // Above 7F, RON takes the digits for one byte of UTF-8: \u{…} says what is meant.
            'x' => {
                let digits = self.rest().get(..2).ok_or(wrong)?;
                self.at += 2;
                code(digits).filter(char::is_ascii).ok_or(wrong)
            }
            'u' => {
                let inside = self.rest().strip_prefix('{').ok_or(wrong)?;
                let end = inside.bytes().take(7).position(|b| b == b'}').ok_or(wrong)?;
                self.at += end + 2;
                code(&inside[..end]).ok_or(wrong)
            }
            _ => Err(wrong),
        }
    }

    /// How many `#` stand between `r` and the quotation mark, if this is a raw string.
    fn raw_string_hashes(&self) -> Option<usize> {
        let rest = &self.rest()[1..];
        let hashes = rest.bytes().take_while(|b| *b == b'#').count();
        rest[hashes..].starts_with('"').then_some(hashes)
    }

    fn raw_string(&mut self) -> Result<Cow<'a, str>, SyntaxError> {
        let open = self.error(Syntax::OpenText);
        let hashes = self.raw_string_hashes().unwrap_or_default();
        self.at += hashes + 2;
        let close = format!("\"{}", "#".repeat(hashes));
        let end = self.rest().find(&close).ok_or(open)?;
        let inside = &self.rest()[..end];
        self.at += end + close.len();
        Ok(Cow::Borrowed(inside))
    }
}

/// An end of file inside brackets is best explained by the innermost bracket that stayed open.
fn closed_by(error: SyntaxError, opened: usize) -> SyntaxError {
    match error.kind {
        Syntax::End => SyntaxError { at: error.at, kind: Syntax::Unclosed(opened) },
        _ => error,
    }
}

/// The white space of RON, without the two marks of direction that it takes for space.
///
/// A full-width space is none: an editor shows it like two others, and other programs would refuse the file.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn starts_word(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_'
}
