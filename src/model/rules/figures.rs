//! Rules about one figure on its own, except what its wording says.

use rust_decimal::Decimal;

use super::sections::Children;
use super::{Findings, Rule};
use crate::model::about::Span;
use crate::model::figure::{Basis, Commitment, Figure, Period, Role, Status};
use crate::model::finding::ItemRef;
use crate::model::quantity::{Bound, Scale, plain};
use crate::model::report::Report;
use crate::model::unit::Dimension;

/// A clause of more characters is noted.
const USUAL_CLAUSE: usize = 40;
/// A clause of more characters is an error.
const LONGEST_CLAUSE: usize = 120;

pub(super) fn check(report: &Report, findings: &mut Findings) {
    let children = Children::of(report);
    for figure in report.figures() {
        section(report, &children, figure, findings);
        clause(figure, findings);
        clause_length(figure, findings);
        bound_word(figure, findings);
        wording_en(figure, findings);
        commitment(figure, findings);
        percent_range(figure, findings);
        status(figure, findings);
        rank(figure, findings);
        period_year(report, figure, findings);
        definition(report, figure, findings);
    }
}

fn item(figure: &Figure) -> ItemRef {
    ItemRef::Figure(figure.id.clone())
}

/// [`Rule::FigureSection`]
fn section(report: &Report, children: &Children<'_>, figure: &Figure, findings: &mut Findings) {
    let Some(named) = report.section(&figure.section) else { return };
    let Span { start, end } = figure.span;
    let id = &named.id;
    let words = if !named.span.contains(figure.span) {
        (
            format!(
                "位置 ({start}, {end}) 不在章节{id}的 ({}, {}) 之内。",
                named.span.start, named.span.end
            ),
            format!(
                "the span ({start}, {end}) is not inside section {id}, which is ({}, {}).",
                named.span.start, named.span.end
            ),
        )
    } else if let Some(inner) = children.around(id, figure.span) {
        let inner = &inner.id;
        (
            format!("章节为{id}，但更内层的{inner}也包含该数据；应为{inner}。"),
            format!(
                "the section is {id}, but {inner} inside it holds the figure too; expected {inner}."
            ),
        )
    } else {
        return;
    };
    findings.error(Rule::FigureSection, item(figure), "section", words);
}

/// [`Rule::Clause`]
fn clause(figure: &Figure, findings: &mut Findings) {
    let mut length = |text: &str, span: Span, field| {
        let (found, expected) = (text.chars().count(), span.len() as usize);
        if found != expected {
            let words = (
                format!(
                    "“{text}”有{found}个字符，而其位置 ({}, {}) 有{expected}个。",
                    span.start, span.end
                ),
                format!(
                    "\"{text}\" has {found} characters, its span ({}, {}) has {expected}.",
                    span.start, span.end
                ),
            );
            findings.error(Rule::Clause, item(figure), field, words);
        }
    };
    length(&figure.wording, figure.span, "span");
    length(&figure.clause.text, figure.clause.span, "clause.span");

    let (inner, outer) = (figure.span, figure.clause.span);
    if !outer.contains(inner) {
        let words = (
            format!(
                "原文的位置 ({}, {}) 应包含数据的位置 ({}, {})，实际没有。",
                outer.start, outer.end, inner.start, inner.end
            ),
            format!(
                "the clause at ({}, {}) does not hold the wording at ({}, {}).",
                outer.start, outer.end, inner.start, inner.end
            ),
        );
        findings.error(Rule::Clause, item(figure), "clause.span", words);
        return;
    }
    let before = (inner.start - outer.start) as usize;
    let there: String =
        figure.clause.text.chars().skip(before).take(inner.len() as usize).collect();
    if there != figure.wording {
        let wording = &figure.wording;
        let words = (
            format!("原文在该位置是“{there}”，应为“{wording}”。"),
            format!("at this place the clause reads \"{there}\"; expected \"{wording}\"."),
        );
        findings.error(Rule::Clause, item(figure), "clause.text", words);
    }
}

/// [`Rule::ClauseLength`]
fn clause_length(figure: &Figure, findings: &mut Findings) {
    let length = figure.clause.text.chars().count();
    let words = (
        format!("原文有{length}个字符；一般不超过{USUAL_CLAUSE}个，至多{LONGEST_CLAUSE}个。"),
        format!(
            "the clause has {length} characters; {USUAL_CLAUSE} are usual, {LONGEST_CLAUSE} the most."
        ),
    );
    if length > LONGEST_CLAUSE {
        findings.error(Rule::ClauseLength, item(figure), "clause.text", words);
    } else if length > USUAL_CLAUSE {
        findings.note(Rule::ClauseLength, item(figure), "clause.text", words);
    }
}

/// The words that make a bound, longer ones before those they hold.
const BOUND_WORDS: &[(&str, Bound)] = &[
    ("不低于", Bound::AtLeast),
    ("不少于", Bound::AtLeast),
    ("不小于", Bound::AtLeast),
    ("至少", Bound::AtLeast),
    ("以上", Bound::AtLeast),
    ("不高于", Bound::AtMost),
    ("不超过", Bound::AtMost),
    ("不多于", Bound::AtMost),
    ("不大于", Bound::AtMost),
    ("控制在", Bound::AtMost),
    ("以内", Bound::AtMost),
    ("以下", Bound::AtMost),
    ("突破", Bound::MoreThan),
    ("超过", Bound::MoreThan),
    ("高于", Bound::MoreThan),
    ("多于", Bound::MoreThan),
    ("逾", Bound::MoreThan),
    ("超", Bound::MoreThan),
    ("左右", Bound::Approximate),
    ("上下", Bound::Approximate),
    ("大约", Bound::Approximate),
    ("规模", Bound::Approximate),
    ("约", Bound::Approximate),
    ("接近", Bound::JustBelow),
    ("近", Bound::JustBelow),
    ("余", Bound::JustAbove),
    ("多", Bound::JustAbove),
];

/// [`Rule::BoundWord`]
fn bound_word(figure: &Figure, findings: &mut Findings) {
    let bound = figure.quantity.bound();
    let has_word = !matches!(bound, Bound::Exact | Bound::Worded);
    let words = match (&figure.bound_word, has_word) {
        (None, true) => (
            format!("界 {} 需要 bound_word，即造成此界的词。", bound.key()),
            format!("the bound {} needs bound_word, the word that makes it.", bound.key()),
        ),
        (Some(word), false) => (
            format!("界 {} 没有 bound_word，却写有“{word}”。", bound.key()),
            format!("the bound {} has no bound_word, found \"{word}\".", bound.key()),
        ),
        (Some(word), true) if !figure.clause.text.contains(word.as_str()) => {
            (format!("原文中没有“{word}”。"), format!("the clause does not hold \"{word}\"."))
        }
        (Some(word), true) => match BOUND_WORDS.iter().find(|(known, _)| known == word) {
            Some((_, meant)) if *meant != bound => (
                format!("“{word}”的界是 {}，却写作 {}。", meant.key(), bound.key()),
                format!("\"{word}\" makes the bound {}, found {}.", meant.key(), bound.key()),
            ),
            _ => return,
        },
        (None, false) => {
            // One character alone (近, 多) may be part of another word; two are plain.
            let said = BOUND_WORDS.iter().find(|(word, _)| {
                word.chars().count() > 1 && *word != "规模" && figure.wording.contains(word)
            });
            match said {
                Some((word, meant)) if bound == Bound::Exact => (
                    format!("写法含“{word}”，界应为 {}，却写作 exact。", meant.key()),
                    format!(
                        "the wording holds \"{word}\", so the bound is {}, found exact.",
                        meant.key()
                    ),
                ),
                _ => return,
            }
        }
    };
    findings.error(Rule::BoundWord, item(figure), "bound_word", words);
}

/// [`Rule::WordingEn`]
fn wording_en(figure: &Figure, findings: &mut Findings) {
    let bound = figure.quantity.bound();
    if figure.wording_en.is_none() || bound == Bound::Worded {
        return;
    }
    let words = (
        format!("wording_en 只用于 worded，即没有数字的措辞；这里的界是 {}。", bound.key()),
        format!("wording_en is for words without a number (worded); the bound is {}.", bound.key()),
    );
    findings.error(Rule::WordingEn, item(figure), "wording_en", words);
}

/// [`Rule::Commitment`]: a note, since the word may belong to another part of the clause.
fn commitment(figure: &Figure, findings: &mut Findings) {
    let said = Commitment::ALL.into_iter().find(|word| figure.clause.text.contains(word.zh()));
    if let (Some(word), None) = (said, figure.commitment) {
        let (zh, key) = (word.zh(), word.key());
        let words = (
            format!("原文含“{zh}”；如属该数据，应写 commitment: {key}。"),
            format!(
                "the clause holds \"{zh}\"; where it belongs to this figure, add commitment: {key}."
            ),
        );
        findings.note(Rule::Commitment, item(figure), "commitment", words);
    }
}

/// [`Rule::PercentRange`]
fn percent_range(figure: &Figure, findings: &mut Findings) {
    let quantity = &figure.quantity;
    if !quantity.unit().is_some_and(crate::model::Unit::is_percent) {
        if matches!(figure.basis, Basis::GrowthRate | Basis::Share)
            && quantity.value().is_some()
            && quantity.unit().is_some_and(|unit| unit.dimension() != Dimension::Percent)
        {
            let words = (
                format!("{} 的单位应为 %。", figure.basis.key()),
                format!("a {} is in %.", figure.basis.key()),
            );
            findings.error(Rule::PercentRange, item(figure), "unit", words);
        }
        return;
    }
    let (low, high) = match figure.basis {
        Basis::Share => (0, 100),
        Basis::GrowthRate if quantity.scale() == Scale::Times => (-100, 1_000_000),
        Basis::GrowthRate => (-100, 1_000),
        Basis::Level
        | Basis::Flow
        | Basis::Addition
        | Basis::Change
        | Basis::Rank
        | Basis::Cumulative => {
            return;
        }
    };
    let range = Decimal::from(low)..=Decimal::from(high);
    for (value, field) in [(quantity.value(), "value"), (quantity.high(), "value_high")] {
        if let Some(value) = value.filter(|value| !range.contains(value)) {
            let (value, basis) = (plain(value), figure.basis.key());
            let words = (
                format!("{value}% 超出 {basis} 的范围 {low}% 到 {high}%。"),
                format!("{value}% is outside {low}% to {high}%, the range of a {basis}."),
            );
            findings.error(Rule::PercentRange, item(figure), field, words);
        }
    }
}

/// [`Rule::Status`]
fn status(figure: &Figure, findings: &mut Findings) {
    let expected: &[Status] = match figure.role {
        Role::Actual => &[Status::Final, Status::Preliminary],
        Role::Target | Role::Goal => &[Status::Planned],
    };
    if !expected.contains(&figure.status) {
        let (role, found) = (figure.role.key(), figure.status.key());
        let expected: Vec<&str> = expected.iter().map(|status| status.key()).collect();
        let words = (
            format!("{role} 的 status 应为 {}，却是 {found}。", expected.join(" 或 ")),
            format!("the status of a {role} is {}, found {found}.", expected.join(" or ")),
        );
        findings.error(Rule::Status, item(figure), "status", words);
    }
}

/// [`Rule::Rank`]
fn rank(figure: &Figure, findings: &mut Findings) {
    let is_rank = figure.basis == Basis::Rank;
    if is_rank != figure.rank_set.is_some() {
        let words = if is_rank {
            ("排名需要 rank_set。".to_owned(), "a rank needs rank_set.".to_owned())
        } else {
            ("只有排名才有 rank_set。".to_owned(), "only a rank has rank_set.".to_owned())
        };
        findings.error(Rule::Rank, item(figure), "rank_set", words);
    }
    let unit = figure.quantity.unit();
    if unit.is_some_and(|unit| (unit.dimension() == Dimension::Rank) != is_rank) {
        let found = unit.map_or("", crate::model::Unit::zh);
        let words = (
            format!(
                "单位“{found}”与 basis {} 不符；排名且只有排名的单位是“位”。",
                figure.basis.key()
            ),
            format!(
                "the unit \"{found}\" does not go with {}; 位 is the unit of ranks alone.",
                figure.basis.key()
            ),
        );
        findings.error(Rule::Rank, item(figure), "unit", words);
    }
    if let Some(value) = figure.quantity.value().filter(|_| is_rank)
        && (!value.fract().is_zero() || value < Decimal::ONE)
    {
        let value = plain(value);
        let words = (
            format!("排名应为正整数，却是{value}。"),
            format!("a rank is a whole number from 1, found {value}."),
        );
        findings.error(Rule::Rank, item(figure), "value", words);
    }
}

/// [`Rule::PeriodYear`]
fn period_year(report: &Report, figure: &Figure, findings: &mut Findings) {
    let Period::Year(found) = figure.period else { return };
    let about = report.about();
    let (sound, expected) = match figure.role {
        Role::Actual => (found == about.actual_year, about.actual_year),
        Role::Target => (found == about.target_year, about.target_year),
        Role::Goal => (found >= about.target_year, about.target_year),
    };
    if !sound {
        let role = figure.role.key();
        let words = (
            format!("{role} 的年份为{found}，应为{expected}。"),
            format!("the year of this {role} is {found}, expected {expected}."),
        );
        findings.error(Rule::PeriodYear, item(figure), "period", words);
    }
}

/// [`Rule::Definition`]
fn definition(report: &Report, figure: &Figure, findings: &mut Findings) {
    if figure.definition.is_none() && !report.indicator_of(figure).definitions.is_empty() {
        let indicator = &figure.indicator;
        let words = (
            format!("指标{indicator}有多种口径定义，该数据应写明 definition。"),
            format!("the indicator {indicator} has definitions; the figure must name its own."),
        );
        findings.error(Rule::Definition, item(figure), "definition", words);
    }
}
