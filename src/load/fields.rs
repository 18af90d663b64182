//! Reading fields: every faulty, unknown, missing and doubled field is noted with its place, and reading goes on.

use crate::model::printable;

use super::fault::{Expected, FaultKind, Found};
use super::spelling::nearest;
use super::tree::{Field, Node, Value};

/// How many faults are kept; a file with more is not repaired one by one.
const MAX_FAULTS: usize = 500;

/// One step on the way to a field.
#[derive(Debug, Clone)]
pub(super) enum Step<'a> {
    /// `.name`
    Field(&'a str),
    /// `[3] (id)`
    Item(usize, Option<&'a str>),
}

/// A fault with its byte offset.
#[derive(Debug)]
pub(super) struct RawFault {
    /// Byte offset.
    pub(super) at: usize,
    /// The way to the field.
    pub(super) path: String,
    /// What is wrong.
    pub(super) kind: FaultKind,
}

/// Where reading stands, and what was wrong so far.
#[derive(Debug, Default)]
pub(super) struct Scope<'a> {
    path: Vec<Step<'a>>,
    faults: Vec<RawFault>,
    further: usize,
}

impl<'a> Scope<'a> {
    /// Notes a fault at byte `at` of the field being read.
    pub(super) fn fault(&mut self, at: usize, kind: FaultKind) {
        self.fault_with(at, || kind);
    }

    /// Notes a fault whose description costs time; it is made only while faults are kept.
    pub(super) fn fault_with(&mut self, at: usize, kind: impl FnOnce() -> FaultKind) {
        if self.faults.len() < MAX_FAULTS {
            let path = written(&self.path);
            self.faults.push(RawFault { at, path, kind: kind() });
        } else {
            self.further += 1;
        }
    }

    /// Notes a fault at byte `at` of the field at `path`.
    pub(super) fn fault_at(&mut self, path: &[Step<'a>], at: usize, kind: FaultKind) {
        let outer = std::mem::replace(&mut self.path, path.to_vec());
        self.fault(at, kind);
        self.path = outer;
    }

    /// Notes that `node` is not `expected`.
    pub(super) fn wrong_kind<T>(&mut self, node: &Node<'_>, expected: Expected) -> Option<T> {
        self.fault(node.at, FaultKind::Kind { expected, found: found(&node.value) });
        None
    }

    /// Reads one step further in.
    pub(super) fn within<T>(&mut self, step: Step<'a>, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let result = read(self);
        self.path.pop();
        result
    }

    /// The fields of the structure `node`, of which `known` are the names.
    pub(super) fn fields(
        &mut self,
        node: &'a Node<'a>,
        known: &'static [&'static str],
    ) -> Option<Fields<'a>> {
        let Value::Struct(fields) = &node.value else {
            return self.wrong_kind(node, Expected::Structure);
        };
        let mut seen = vec![false; known.len()];
        for field in fields {
            match known.iter().position(|name| *name == field.name) {
                None => self.fault_with(field.at, || FaultKind::UnknownField {
                    name: beginning(field.name),
                    nearest: nearest(field.name, known),
                }),
                Some(at) if seen[at] => {
                    self.fault(field.at, FaultKind::DuplicateField(known[at]));
                }
                Some(at) => seen[at] = true,
            }
        }
        Some(Fields { at: node.at, fields })
    }

    /// Everything that was wrong, in the order of the file, and how much more there was.
    pub(super) fn into_faults(mut self) -> (Vec<RawFault>, usize) {
        self.faults.sort_by_key(|fault| fault.at);
        (self.faults, self.further)
    }
}

/// The fields of one structure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields<'a> {
    at: usize,
    fields: &'a [Field<'a>],
}

impl<'a> Fields<'a> {
    /// The field as written; `None` too where it is written as `None`.
    fn get(&self, name: &str) -> Option<&'a Node<'a>> {
        let node = &self.fields.iter().find(|field| field.name == name)?.value;
        match &node.value {
            Value::Word("None") => None,
            Value::Call("Some", inside) if inside.len() == 1 => inside.first(),
            _ => Some(node),
        }
    }

    /// The text of a field, if it is there and is text; for naming the item in faults.
    pub(super) fn name_of(node: &'a Node<'a>, name: &str) -> Option<&'a str> {
        let Value::Struct(fields) = &node.value else { return None };
        let field = fields.iter().find(|field| field.name == name)?;
        match &field.value.value {
            Value::Text(text) if text.len() <= 80 && !text.chars().any(char::is_control) => {
                Some(text)
            }
            _ => None,
        }
    }

    /// A field that must be there; `None` when it is not or is faulty (noted).
    pub(super) fn required<T>(
        &self,
        scope: &mut Scope<'a>,
        name: &'static str,
        read: impl FnOnce(&mut Scope<'a>, &'a Node<'a>) -> Option<T>,
    ) -> Option<T> {
        if let Some(node) = self.get(name) {
            scope.within(Step::Field(name), |scope| read(scope, node))
        } else {
            scope.fault(self.at, FaultKind::MissingField(name));
            None
        }
    }

    #[expect(
        clippy::option_option,
        reason = "outer: whether it is sound; inner: whether it is there"
    )]
    /// A field that may be left out; the outer `None` when it is there and faulty (noted).
    pub(super) fn optional<T>(
        &self,
        scope: &mut Scope<'a>,
        name: &'static str,
        read: impl FnOnce(&mut Scope<'a>, &'a Node<'a>) -> Option<T>,
    ) -> Option<Option<T>> {
        match self.get(name) {
            Some(node) => scope.within(Step::Field(name), |scope| read(scope, node)).map(Some),
            None => Some(None),
        }
    }

    /// Where the value of a field begins, or the structure where it is left out.
    pub(super) fn offset(&self, name: &str) -> usize {
        self.get(name).map_or(self.at, |node| node.at)
    }
}

/// `figures[12] (gdp-growth-actual).value`
fn written(path: &[Step<'_>]) -> String {
    let steps: Vec<String> = path
        .iter()
        .enumerate()
        .map(|(depth, step)| match step {
            Step::Field(name) if depth == 0 => (*name).to_owned(),
            Step::Field(name) => format!(".{name}"),
            Step::Item(at, None) => format!("[{at}]"),
            Step::Item(at, Some(id)) => format!("[{at}] ({})", printable(id)),
        })
        .collect();
    steps.concat()
}

fn found(value: &Value<'_>) -> Found {
    match value {
        Value::Text(text) => Found::Text(beginning(text)),
        Value::Number(number) => Found::Number(beginning(number)),
        Value::Word(word) => Found::Word(beginning(word)),
        Value::Call(word, _) => Found::Call(beginning(word)),
        Value::Struct(_) => Found::Structure,
        Value::Tuple(items) => Found::Tuple(items.len()),
        Value::List(_) => Found::List,
    }
}

/// As much of a text as a message can hold, without characters that would garble it.
pub(super) fn beginning(text: &str) -> String {
    let mut short = printable(&text.chars().take(40).collect::<String>());
    if text.chars().nth(40).is_some() {
        short.push('…');
    }
    short
}
