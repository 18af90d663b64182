//! What can be asked of a column: an operator, and what it is compared with.

use egui::{Id, Sense, Ui, vec2};

use super::style::{self, gap, size};
use super::text::{self, Face, Side};
use super::widgets::{FIELD, Line, field_ui, menu_line_ui};
use crate::command::{Command, TableCommand};
use crate::find::{Column, ColumnKind, Condition};
use crate::i18n::Lang;
use crate::i18n::finding::Word;

/// The operators, apart from what they are compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    Contains,
    Is,
    AtLeast,
    AtMost,
    Between,
    Worded,
    HasNumber,
    Missing,
}

const OF_WORDS: &[Operator] = &[Operator::Contains, Operator::Is];
const OF_NUMBERS: &[Operator] = &[
    Operator::Contains,
    Operator::Is,
    Operator::AtLeast,
    Operator::AtMost,
    Operator::Between,
    Operator::HasNumber,
    Operator::Worded,
    Operator::Missing,
];

impl Operator {
    fn of(condition: &Condition) -> Self {
        match condition {
            Condition::Contains(_) => Self::Contains,
            Condition::Is(_) => Self::Is,
            Condition::AtLeast(_) => Self::AtLeast,
            Condition::AtMost(_) => Self::AtMost,
            Condition::Between(..) => Self::Between,
            Condition::Worded => Self::Worded,
            Condition::HasNumber => Self::HasNumber,
            Condition::Missing => Self::Missing,
        }
    }

    /// The condition of this operator with what was typed for another one.
    fn with(self, [low, high]: [String; 2]) -> Condition {
        match self {
            Self::Contains => Condition::Contains(low),
            Self::Is => Condition::Is(low),
            Self::AtLeast => Condition::AtLeast(low),
            Self::AtMost => Condition::AtMost(low),
            Self::Between => Condition::Between(low, high),
            Self::Worded => Condition::Worded,
            Self::HasNumber => Condition::HasNumber,
            Self::Missing => Condition::Missing,
        }
    }

    fn text(self, lang: Lang) -> &'static str {
        match self {
            Self::Contains => Word::Contains,
            Self::Is => Word::Is,
            Self::AtLeast => Word::AtLeast,
            Self::AtMost => Word::AtMost,
            Self::Between => Word::Between,
            Self::Worded => Word::Worded,
            Self::HasNumber => Word::HasNumber,
            Self::Missing => Word::Missing,
        }
        .text(lang)
    }

    fn values(self) -> usize {
        match self {
            Self::Contains | Self::Is | Self::AtLeast | Self::AtMost => 1,
            Self::Between => 2,
            Self::Worded | Self::HasNumber | Self::Missing => 0,
        }
    }
}

fn typed(condition: Option<&Condition>) -> [String; 2] {
    match condition {
        Some(
            Condition::Contains(text)
            | Condition::Is(text)
            | Condition::AtLeast(text)
            | Condition::AtMost(text),
        ) => [text.clone(), String::new()],
        Some(Condition::Between(low, high)) => [low.clone(), high.clone()],
        Some(Condition::Worded | Condition::HasNumber | Condition::Missing) | None => {
            [String::new(), String::new()]
        }
    }
}

/// The condition in words: `≥ 100`.
pub(super) fn text(condition: &Condition, lang: Lang) -> String {
    let operator = Operator::of(condition);
    let [low, high] = typed(Some(condition));
    let (low, high) = (low.trim(), high.trim());
    match operator.values() {
        0 => operator.text(lang).to_owned(),
        1 => format!("{} {low}", operator.text(lang)),
        _ => format!("{} {low} {} {high}", operator.text(lang), Word::And.text(lang)),
    }
}

/// The part of a column's menu that asks something of it.
pub(super) fn condition_ui(
    ui: &mut Ui,
    lang: Lang,
    column: Column,
    now: Option<&Condition>,
    commands: &mut Vec<Command>,
) {
    let mut ask = |condition| {
        commands.push(Command::Table(TableCommand::FilterColumn(column, condition)));
    };
    let operators = match column.kind() {
        ColumnKind::Words => OF_WORDS,
        ColumnKind::Numbers => OF_NUMBERS,
    };
    let current = now.map(Operator::of);
    let any = Word::NoCondition.text(lang);
    if menu_line_ui(ui, Line::Choice(current.is_none()), any, None, true).clicked() {
        ask(None);
    }
    for operator in operators {
        let on = current == Some(*operator);
        if menu_line_ui(ui, Line::Choice(on), operator.text(lang), None, true).clicked() && !on {
            ask(Some(operator.with(typed(now))));
        }
        if !on || operator.values() == 0 {
            continue;
        }
        let mut values = typed(now);
        let names = [Word::ConditionValue, Word::ConditionHigh];
        let mut changed = false;
        for (at, name) in names.into_iter().enumerate().take(operator.values()) {
            let name = name.text(lang);
            let (rect, _) =
                ui.allocate_exact_size(vec2(ui.available_width(), FIELD + 6.0), Sense::hover());
            let mut rect = rect.shrink2(vec2(10.0, 3.0));
            if at > 0 {
                let face = Face::regular(size::SMALL, style::palette(ui).subdued);
                text::paint_line(ui, rect, Side::Left, Word::And.text(lang), face);
            }
            if operator.values() > 1 {
                rect.set_left(rect.left() + 2.0 * gap::M);
            }
            let id = Id::unique(("condition", column, at));
            changed |= field_ui(ui, id, rect, name, "", &mut values[at], true).changed();
        }
        if changed {
            ask(Some(operator.with(values)));
        }
    }
}
