//! What the rows are sorted by, as one number a row and column, and what conditions on columns keep.
//!
//! Numbers are only ever ordered inside one unit: the unit comes first, then the value.
//! Figures in words stand behind all numbers, and what the report does not have behind those,
//! whichever way the column is sorted; equal rows stay in the order of the document.

use crate::find::{Column, ColumnKind, Condition, Row, Rows, Sought, fold, sort_key};
use crate::i18n::Lang;
use crate::model::{Decimal, Figure, Period, Report, Role, Unit};

use super::column_text;
use super::rows::{self, Writing};

/// Room for the place of a row among all of its group.
const PLACE_BITS: u32 = 32;
const PLACES: u64 = (1 << PLACE_BITS) - 1;
/// Behind every unit: derived values, words, nothing.
const DERIVED: u64 = 1 << 10;
const WORDED: u64 = 1 << 11;
const MISSING: u64 = 1 << 12;
/// Decimals of the numbers that are ordered; what differs further behind counts as equal.
const DECIMALS: u32 = 9;

/// For every row its group and its place in it; see [`key`].
pub(super) type Places = Vec<u64>;

/// The place of every row when sorted by `column`.
#[must_use]
pub(super) fn places(report: &Report, rows: &Rows, column: Column, writing: Writing) -> Places {
    let all = rows.all();
    match column.kind() {
        ColumnKind::Numbers => {
            let key = |row: &Row| number_key(report, row, column, writing.derived_hidden);
            ranked(&all.iter().map(key).collect::<Vec<_>>(), |(group, _)| *group)
        }
        ColumnKind::Words => match column {
            Column::Name | Column::Id | Column::Clause => {
                let word = |row: &Row| word_key(report, row, column, writing);
                ranked(&all.iter().map(word).collect::<Vec<_>>(), |_| 0)
            }
            _ => {
                let term = |row: &Row| term_key(report, row, column);
                ranked(&all.iter().map(term).collect::<Vec<_>>(), |_| 0)
            }
        },
    }
}

/// What a row is sorted by: its group, its place from either end of it, and its own number.
#[must_use]
pub(super) fn key(place: u64, descending: bool) -> u64 {
    let behind = place >> PLACE_BITS >= WORDED;
    if descending && !behind { place ^ PLACES } else { place }
}

/// Numbers the keys in their order, equal ones alike.
fn ranked<K: Ord>(keys: &[K], group: impl Fn(&K) -> u64) -> Places {
    let mut order: Vec<u32> = (0..keys.len() as u32).collect();
    order.sort_unstable_by(|one, other| keys[*one as usize].cmp(&keys[*other as usize]));
    let mut places = vec![0; keys.len()];
    let mut rank = 0;
    for (at, row) in order.iter().enumerate() {
        let key = &keys[*row as usize];
        if at > 0 && keys[order[at - 1] as usize] != *key {
            rank += 1;
        }
        places[*row as usize] = (group(key) << PLACE_BITS) | rank;
    }
    places
}

/// Group, then value in units of 10⁻⁹.
fn number_key(report: &Report, row: &Row, column: Column, derived_hidden: bool) -> (u64, i128) {
    match number_in(report, row, column, derived_hidden) {
        Number::Value { value, unit, derived, .. } => {
            let group = unit.map_or(0, unit_place) + if derived { DERIVED } else { 0 };
            (group, scaled(value))
        }
        Number::Words => {
            let reason = row.comparison(report).map_or(0, |comparison| comparison.reason as i128);
            (WORDED, if column == Column::Outcome { reason } else { 0 })
        }
        Number::Nothing => (MISSING, 0),
    }
}

/// What a column of numbers has in a row.
enum Number {
    Value { value: Decimal, high: Option<Decimal>, unit: Option<Unit>, derived: bool },
    Words,
    Nothing,
}

/// Where derived values are hidden, the reason stands there in words.
fn number_in(report: &Report, row: &Row, column: Column, derived_hidden: bool) -> Number {
    let role = match column {
        Column::Actual => Role::Actual,
        Column::Target => Role::Target,
        Column::Goal => Role::Goal,
        _ => {
            let Some(comparison) = row.comparison(report) else { return Number::Nothing };
            return match (comparison.difference, comparison.derived) {
                (Some(found), _) => Number::Value {
                    value: found.value,
                    high: found.high,
                    unit: Some(found.unit),
                    derived: false,
                },
                (None, Some(found)) if !derived_hidden => Number::Value {
                    value: found.value,
                    high: found.high,
                    unit: Some(found.unit),
                    derived: true,
                },
                (None, _) => Number::Words,
            };
        }
    };
    let Some(figure) = row.cells(report)[role as usize] else { return Number::Nothing };
    match figure.quantity.value() {
        Some(value) => Number::Value {
            value,
            high: figure.quantity.high(),
            unit: figure.quantity.unit(),
            derived: false,
        },
        None => Number::Words,
    }
}

fn unit_place(unit: Unit) -> u64 {
    Unit::all().position(|one| one == unit).unwrap_or_default() as u64
}

fn scaled(value: Decimal) -> i128 {
    let value = value.round_dp(DECIMALS);
    // At most 10^18 times 10^9: far from the end of the type.
    value.mantissa() * 10_i128.pow(DECIMALS - value.scale().min(DECIMALS))
}

/// The first letters as a number, which decides nearly always, and all of them.
fn word_key(report: &Report, row: &Row, column: Column, writing: Writing) -> (u128, String) {
    let lang = writing.lang;
    let word = match (column, lang) {
        (Column::Name, Lang::Zh) => sort_key(&rows::name(report, row, lang)),
        (Column::Name, Lang::En) => fold(&rows::name(report, row, lang)),
        _ => column_text::text(report, row, column, writing),
    };
    let mut first = [0; 16];
    let length = word.len().min(first.len());
    first[..length].copy_from_slice(&word.as_bytes()[..length]);
    (u128::from_be_bytes(first), word)
}

/// The place of a term in the order of the documentation; what has none stands last.
fn term_key(report: &Report, row: &Row, column: Column) -> u64 {
    let anchor = row.anchor(report);
    let of = |term: &dyn Fn(&Figure) -> u64| anchor.map_or(MISSING, term);
    let nothing = u64::from(u32::MAX);
    match column {
        Column::Unit => of(&|one| one.quantity.unit().map_or(nothing, unit_place)),
        Column::Verdict => row.verdict(report).map_or(nothing, |verdict| verdict as u64),
        // Figures follow each other as their sections do.
        Column::Section => of(&|one| u64::from(one.span.start)),
        Column::Domain => row.indicator(report).domain as u64,
        Column::Basis => of(&|one| one.basis as u64),
        Column::Bound => of(&|one| one.quantity.bound() as u64),
        Column::Period => of(&|one| match one.period {
            Period::Year(year) => year.into(),
            Period::Term => 1 << 17,
            Period::Next(years) => (1 << 18) + u64::from(years),
            Period::NotStated => nothing,
        }),
        Column::Direction => row.indicator(report).direction as u64,
        Column::Status => of(&|one| one.status as u64),
        Column::Name
        | Column::Actual
        | Column::Target
        | Column::Goal
        | Column::Outcome
        | Column::Clause
        | Column::Id => 0,
    }
}

/// A condition made ready to be asked of many rows.
pub(super) struct Asked {
    column: Column,
    condition: Condition,
    derived_hidden: bool,
    /// What was typed, folded.
    text: String,
    low: Option<Sought>,
    high: Option<Sought>,
}

impl Asked {
    pub fn new(column: Column, condition: &Condition, derived_hidden: bool) -> Self {
        let (low, high) = match condition {
            Condition::Contains(text) | Condition::Is(text) | Condition::AtLeast(text) => {
                (text.as_str(), "")
            }
            Condition::AtMost(text) => ("", text.as_str()),
            Condition::Between(low, high) => (low.as_str(), high.as_str()),
            Condition::Worded | Condition::HasNumber | Condition::Missing => ("", ""),
        };
        Self {
            column,
            condition: condition.clone(),
            derived_hidden,
            text: fold(low.trim()),
            low: Sought::parse(low.trim()),
            high: Sought::parse(high.trim()),
        }
    }

    /// Whether it needs what [`column_text::text`] says, folded.
    pub fn needs_text(&self) -> bool {
        match self.condition {
            Condition::Contains(_) => true,
            Condition::Is(_) => self.low.is_none() || self.column.kind() == ColumnKind::Words,
            _ => false,
        }
    }

    /// Whether it keeps a row; `text` is what the row has in the column, folded.
    pub fn keeps(&self, report: &Report, row: &Row, text: &str) -> bool {
        let number = || number_in(report, row, self.column, self.derived_hidden);
        match &self.condition {
            Condition::Contains(_) => text.contains(&self.text),
            Condition::Is(_) if self.needs_text() => text == self.text,
            Condition::Is(_)
            | Condition::AtLeast(_)
            | Condition::AtMost(_)
            | Condition::Between(..) => self.keeps_number(&number()),
            Condition::Worded => matches!(number(), Number::Words),
            Condition::HasNumber => matches!(number(), Number::Value { .. }),
            Condition::Missing => matches!(number(), Number::Nothing),
        }
    }

    fn keeps_number(&self, number: &Number) -> bool {
        let Number::Value { value, high, unit, .. } = number else {
            // A limit that is not typed to its end asks nothing yet.
            return self.low.is_none() && self.high.is_none();
        };
        let last = high.unwrap_or(*value);
        let in_unit = |limit: &Sought| limit.unit.is_none() || limit.unit == *unit;
        if let (Condition::Is(_), Some(wanted)) = (&self.condition, &self.low) {
            return wanted.is(*value, *unit) || wanted.is(last, *unit);
        }
        self.low.as_ref().is_none_or(|low| in_unit(low) && *value >= low.value)
            && self.high.as_ref().is_none_or(|high| in_unit(high) && last <= high.value)
    }
}
