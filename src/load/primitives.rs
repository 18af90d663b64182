//! Reading one value: text, a decimal, a word of a list, a span, words in two languages.

use rust_decimal::Decimal;

use crate::model::{Bilingual, IdError, Span, Unit, is_garbling};

use super::MAX_TEXT_CHARS;
use super::fault::{Expected, FaultKind};
use super::fields::{Scope, Step, beginning};
use super::spelling::nearest;
use super::tree::{Node, Value};

/// Text that may be empty.
pub(super) fn any_text<'a>(scope: &mut Scope<'a>, node: &'a Node<'a>) -> Option<&'a str> {
    let Value::Text(text) = &node.value else {
        return scope.wrong_kind(node, Expected::Text);
    };
    if let Some(found) = text.chars().find(|c| is_garbling(*c)) {
        scope.fault(node.at, FaultKind::ForbiddenCharacter(found));
        return None;
    }
    // A text of so few bytes cannot have too many characters.
    if text.len() > MAX_TEXT_CHARS {
        let length = text.chars().count();
        if length > MAX_TEXT_CHARS {
            scope.fault(node.at, FaultKind::LongText(length));
            return None;
        }
    }
    Some(text)
}

/// Text that says something.
pub(super) fn text<'a>(scope: &mut Scope<'a>, node: &'a Node<'a>) -> Option<&'a str> {
    let text = any_text(scope, node)?;
    if text.trim().is_empty() {
        scope.fault(node.at, FaultKind::EmptyText);
        return None;
    }
    Some(text)
}

/// Text that says something, to keep.
pub(super) fn owned_text<'a>(scope: &mut Scope<'a>, node: &'a Node<'a>) -> Option<String> {
    text(scope, node).map(str::to_owned)
}

/// `(zh: "…", en: "…")`
pub(super) fn bilingual<'a>(scope: &mut Scope<'a>, node: &'a Node<'a>) -> Option<Bilingual> {
    let fields = scope.fields(node, &["zh", "en"])?;
    let zh = fields.required(scope, "zh", owned_text);
    let en = fields.required(scope, "en", owned_text);
    Some(Bilingual { zh: zh?, en: en? })
}

/// An id of any of the four kinds.
pub(super) fn id<'a, Id>(
    make: impl FnOnce(&str) -> Result<Id, IdError>,
) -> impl FnOnce(&mut Scope<'a>, &'a Node<'a>) -> Option<Id> {
    move |scope, node| {
        let Value::Text(text) = &node.value else {
            return scope.wrong_kind(node, Expected::Text);
        };
        make(text)
            .map_err(|why| scope.fault(node.at, FaultKind::Id { found: beginning(text), why }))
            .ok()
    }
}

/// A decimal in quotation marks: digits, at most one point, a minus sign where needed; no exponent.
pub(super) fn decimal<'a>(scope: &mut Scope<'a>, node: &'a Node<'a>) -> Option<Decimal> {
    let Value::Text(text) = &node.value else {
        return scope.wrong_kind(node, Expected::DecimalText);
    };
    let number = is_plain_decimal(text).then(|| Decimal::from_str_exact(text).ok()).flatten();
    if number.is_none() {
        scope.fault(node.at, FaultKind::Decimal(beginning(text)));
    }
    number
}

fn is_plain_decimal(text: &str) -> bool {
    let all_digits =
        |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    all_digits(whole) && all_digits(fraction) && (whole == "0" || !whole.starts_with('0'))
}

/// A whole number from `low` to `high`.
pub(super) fn whole_number(
    scope: &mut Scope<'_>,
    node: &Node<'_>,
    low: u32,
    high: u32,
) -> Option<u32> {
    let Value::Number(digits) = node.value else {
        return scope.wrong_kind(node, Expected::WholeNumber);
    };
    let number = digits.parse().ok().filter(|number| (low..=high).contains(number));
    if number.is_none() {
        let found = beginning(digits);
        scope.fault(node.at, FaultKind::OutOfRange { found, low, high });
    }
    number
}

/// `true` or `false`.
pub(super) fn truth<'a>(scope: &mut Scope<'a>, node: &'a Node<'a>) -> Option<bool> {
    match node.value {
        Value::Word("true") => Some(true),
        Value::Word("false") => Some(false),
        _ => scope.wrong_kind(node, Expected::Truth),
    }
}

/// One of the words that `key` gives to the values of `all`.
pub(super) fn word<'a, T: Copy>(
    all: &'static [T],
    key: fn(T) -> &'static str,
) -> impl FnOnce(&mut Scope<'a>, &'a Node<'a>) -> Option<T> {
    move |scope, node| {
        let Value::Word(found) = node.value else {
            return scope.wrong_kind(node, Expected::Word);
        };
        let value = all.iter().copied().find(|value| key(*value) == found);
        if value.is_none() {
            unknown_word(scope, node, found, all.iter().map(|value| key(*value)));
        }
        value
    }
}

/// Notes that `found` is none of `allowed`.
pub(super) fn unknown_word(
    scope: &mut Scope<'_>,
    node: &Node<'_>,
    found: &str,
    allowed: impl Iterator<Item = &'static str>,
) {
    scope.fault_with(node.at, || {
        let allowed: Vec<&'static str> = allowed.collect();
        let nearest = nearest(found, &allowed);
        FaultKind::UnknownWord { found: beginning(found), allowed, nearest }
    });
}

/// A unit of the table of units.
pub(super) fn unit<'a>(scope: &mut Scope<'a>, node: &'a Node<'a>) -> Option<Unit> {
    let printed = text(scope, node)?;
    let unit = Unit::parse(printed);
    if unit.is_none() {
        scope.fault(node.at, FaultKind::UnknownUnit(beginning(printed)));
    }
    unit
}

/// `(start, end)` inside a text of `characters` code points.
pub(super) fn span<'a>(
    characters: u32,
) -> impl FnOnce(&mut Scope<'a>, &'a Node<'a>) -> Option<Span> {
    move |scope, node| {
        let Value::Tuple(ends) = &node.value else {
            return scope.wrong_kind(node, Expected::Span);
        };
        let [start, end] = ends.as_slice() else {
            return scope.wrong_kind(node, Expected::Span);
        };
        let start = whole_number(scope, start, 0, u32::MAX);
        let end = whole_number(scope, end, 0, u32::MAX);
        let (start, end) = (start?, end?);
        if end <= start {
            scope.fault(node.at, FaultKind::SpanOrder { start, end });
            return None;
        }
        if end > characters {
            scope.fault(node.at, FaultKind::SpanBeyondText { end, characters });
            return None;
        }
        Some(Span { start, end })
    }
}

/// The items of a list, each with its number and, where it has one, its id.
pub(super) fn list<'a, T>(
    limit: usize,
    name: &'static str,
    mut read: impl FnMut(&mut Scope<'a>, &'a Node<'a>, usize) -> Option<T>,
) -> impl FnOnce(&mut Scope<'a>, &'a Node<'a>) -> Option<Vec<T>> {
    move |scope, node| {
        let Value::List(nodes) = &node.value else {
            return scope.wrong_kind(node, Expected::List);
        };
        if nodes.len() > limit {
            scope.fault(node.at, FaultKind::TooManyItems { found: nodes.len(), limit });
        }
        let mut items = Vec::with_capacity(nodes.len().min(limit));
        for (at, node) in nodes.iter().take(limit).enumerate() {
            let step = Step::Item(at, super::fields::Fields::name_of(node, name));
            items.extend(scope.within(step, |scope| read(scope, node, at)));
        }
        Some(items)
    }
}
