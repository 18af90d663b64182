//! Sentences about comparisons: why two figures can or cannot be set against each other, by how much they differ,
//! and how a derived value follows.

use std::cmp::Ordering;

use super::number::{self, Digits};
use super::{Lang, terms};
use crate::model::{
    Comparison, Decimal, Derived, Difference, DifferenceBound, Figure, Indicator, Quantity, Ratio,
    Reason, Report, Step, Verdict,
};

/// The two figures of a comparison and their indicator.
///
/// `None` when the comparison belongs to another report.
#[must_use]
pub fn parties<'a>(
    report: &'a Report,
    comparison: &Comparison,
) -> Option<(&'a Indicator, &'a Figure, &'a Figure)> {
    Some((
        report.indicator(&comparison.indicator)?,
        report.figure(&comparison.actual)?,
        report.figure(&comparison.target)?,
    ))
}

/// The verdict's reason in one sentence.
#[must_use]
pub fn sentence(report: &Report, comparison: &Comparison, lang: Lang) -> String {
    let parties = parties(report, comparison);
    parties.map(|parties| sentence_about(parties, comparison, lang)).unwrap_or_default()
}

/// The same where indicator, actual and target are at hand.
#[must_use]
pub fn sentence_about(
    (indicator, actual, target): (&Indicator, &Figure, &Figure),
    comparison: &Comparison,
    lang: Lang,
) -> String {
    let (then, now) = (terms::period(actual.period, lang), terms::period(target.period, lang));
    let kind = |figure: &Figure| terms::kind_of_number(figure, lang).to_lowercase();
    let counted = |figure: &Figure| {
        figure
            .definition
            .as_ref()
            .and_then(|id| indicator.definitions.iter().find(|d| d.id == *id))
            .map_or_else(
                || lang.choose("未加限定", "no particular definition").to_owned(),
                |definition| lang.pick(&definition.text).to_owned(),
            )
    };
    match comparison.reason {
        Reason::Same => match lang {
            Lang::Zh => format!("两个数都是{}，单位和统计内容相同。", kind(actual)),
            Lang::En => format!(
                "Both numbers are of one kind ({}), in the same unit and by the same definition.",
                kind(actual)
            ),
        },
        Reason::GrowthOnValue => match lang {
            Lang::Zh => format!("{then}给出的是数额，{now}目标是增速，可以由数额和增速推算。"),
            Lang::En => format!(
                "{then} gives an amount, the {now} target is a growth rate: the amount follows from the two."
            ),
        },
        Reason::ChangeOnValue => match lang {
            Lang::Zh => format!("{then}给出的是数额，{now}目标是增减量，可以相加推算。"),
            Lang::En => format!(
                "{then} gives an amount, the {now} target is a change: the amount follows from the two."
            ),
        },
        Reason::TargetWorded => match lang {
            Lang::Zh => format!("目标只有文字“{}”，没有数字，因此没有差距可算。", target.wording),
            Lang::En => format!(
                "The target has only words (“{}”) and no number, so there is no difference to compute.",
                target.wording
            ),
        },
        Reason::ActualWorded => match lang {
            Lang::Zh => format!("实绩只有文字“{}”，没有数字，因此没有差距可算。", actual.wording),
            Lang::En => format!(
                "The actual has only words (“{}”) and no number, so there is no difference to compute.",
                actual.wording
            ),
        },
        Reason::BothWorded => match lang {
            Lang::Zh => "实绩和目标都只有文字，没有数字。".to_owned(),
            Lang::En => "Both sides have only words and no number.".to_owned(),
        },
        Reason::Definitions => match lang {
            Lang::Zh => {
                format!(
                    "统计内容不同：实绩“{}”是“{}”，目标“{}”是“{}”。",
                    actual.wording,
                    counted(actual),
                    target.wording,
                    counted(target)
                )
            }
            Lang::En => format!(
                "Different things are counted: the actual “{}” is “{}”, the target “{}” is “{}”.",
                actual.wording,
                counted(actual),
                target.wording,
                counted(target)
            ),
        },
        Reason::RankSets => {
            let set = |figure: &Figure| {
                figure.rank_set.as_ref().map_or("", |set| lang.pick(set)).to_owned()
            };
            match lang {
                Lang::Zh => format!("排名范围不同：{} 与 {}。", set(actual), set(target)),
                Lang::En => {
                    format!("The ranks are in different sets: {} and {}.", set(actual), set(target))
                }
            }
        }
        Reason::Periods => match lang {
            Lang::Zh => format!("时期不同：实绩的时期（{then}）与目标的时期（{now}）不一致。"),
            Lang::En => format!(
                "Different periods: that of the actual ({then}) and that of the target ({now})."
            ),
        },
        Reason::Bases => match lang {
            Lang::Zh => format!(
                "实绩“{}”（{then}）是{}，目标“{}”（{now}）是{}，两者不是同一种数，因此没有差距可算。",
                actual.wording,
                kind(actual),
                target.wording,
                kind(target)
            ),
            Lang::En => format!(
                "The actual “{}” ({then}) is of one kind ({}), the target “{}” ({now}) of another ({}), so there is no difference to compute.",
                actual.wording,
                kind(actual),
                target.wording,
                kind(target)
            ),
        },
        Reason::Units => {
            let unit = |quantity: &Quantity| {
                quantity.unit().map_or("", |unit| number::unit_name(unit, lang))
            };
            match lang {
                Lang::Zh => {
                    format!("单位不同：{} 与 {}。", unit(&actual.quantity), unit(&target.quantity))
                }
                Lang::En => format!(
                    "The units differ: {} and {}.",
                    unit(&actual.quantity),
                    unit(&target.quantity)
                ),
            }
        }
        Reason::Senses => match lang {
            Lang::Zh => "一个是上升、一个是下降，或一个是年均、一个是当年。".to_owned(),
            Lang::En => {
                "One states a rise and the other a fall, or one is a yearly average.".to_owned()
            }
        },
    }
}

/// Why two figures stand apart: the sentence, but where a value could be derived and is not shown it is not spoken of either.
#[must_use]
pub fn apart(report: &Report, comparison: &Comparison, lang: Lang) -> String {
    match comparison.verdict {
        Verdict::Derivable => short(comparison, lang).to_owned(),
        Verdict::SameBasis | Verdict::DifferentBasis => sentence(report, comparison, lang),
    }
}

/// The reason in a few words, for a table cell or a chart's margin.
#[must_use]
pub fn short(comparison: &Comparison, lang: Lang) -> &'static str {
    match comparison.reason {
        Reason::Same => lang.choose("同一口径", "same basis"),
        Reason::GrowthOnValue => lang.choose("目标是增速", "target is a growth rate"),
        Reason::ChangeOnValue => lang.choose("目标是增减量", "target is a change"),
        Reason::TargetWorded => lang.choose("目标只有文字", "target in words only"),
        Reason::ActualWorded => lang.choose("实绩只有文字", "actual in words only"),
        Reason::BothWorded => lang.choose("都只有文字", "words only"),
        Reason::Definitions => lang.choose("统计内容不同", "different things counted"),
        Reason::RankSets => lang.choose("排名范围不同", "different sets ranked"),
        Reason::Periods => lang.choose("时期不同", "different periods"),
        Reason::Bases => lang.choose("数的种类不同", "different kinds of number"),
        Reason::Units => lang.choose("单位不同", "different units"),
        Reason::Senses => lang.choose("升降或年均不同", "rise or average differs"),
    }
}

/// The difference: `+1.5个百分点`, `≥ +181(1.1倍)`, "≤ +0.61 pp".
#[must_use]
pub fn difference(comparison: &Comparison, digits: Digits, lang: Lang) -> Option<String> {
    let found = comparison.difference?;
    Some(with_ratio(difference_alone(&found, digits, lang), comparison, &found, lang))
}

fn with_ratio(mut text: String, comparison: &Comparison, found: &Difference, lang: Lang) -> String {
    if let Some(ratio) = &comparison.ratio {
        let times = times(ratio, lang);
        text.push_str(&lang.choose(format!("（{times}）"), format!(" ({times})")));
    }
    if found.bound == DifferenceBound::PrintedNumbers {
        text.push_str(match (comparison.ratio, lang) {
            (None, Lang::Zh) => "，印数之差",
            (None, Lang::En) => ", printed numbers",
            (Some(_), Lang::Zh) => "，印数之差与印数之比",
            (Some(_), Lang::En) => ", both of the printed numbers",
        });
    }
    text
}

/// A ratio with its bound: `1.36倍`, `≥ 1.36×`, and `1.1–1.3×` for a range.
///
/// In three digits, which is what a scale can show, and never coarser than whole numbers; files have four decimals.
#[must_use]
pub fn times(ratio: &Ratio, lang: Lang) -> String {
    let ratio = ratio.rounded(|value, strategy| {
        let whole = value.round_dp_with_strategy(0, strategy);
        let digits = value.round_sf_with_strategy(3, strategy);
        if whole < Decimal::ONE_HUNDRED { digits.unwrap_or(whole) } else { whole }
    });
    let shown = |value: Decimal| number::number(value, Digits::Full, lang);
    let sign = terms::difference_bound_sign(ratio.bound);
    let gap = if sign.is_empty() { "" } else { " " };
    let high = ratio.high.map_or_else(String::new, |high| format!("–{}", shown(high)));
    let times = lang.choose("倍", "×");
    format!("{sign}{gap}{}{high}{times}", shown(ratio.value))
}

/// The same where it stands alone: that two bounds give only the ratio of what is printed, 印数之比, is said.
#[must_use]
pub fn times_alone(ratio: &Ratio, lang: Lang) -> String {
    let times = times(ratio, lang);
    match ratio.bound {
        DifferenceBound::PrintedNumbers => {
            lang.choose(format!("{times}（印数之比）"), format!("{times} (printed numbers)"))
        }
        _ => times,
    }
}

/// The difference without the ratio.
#[must_use]
pub fn difference_alone(found: &Difference, digits: Digits, lang: Lang) -> String {
    bounded_difference(found, lang, |value| {
        let shown = number::signed(value, digits, lang);
        if found.unit.is_percent() {
            lang.choose(format!("{shown} 个百分点"), format!("{shown} pp"))
        } else {
            number::join_unit(&shown, found.unit, value.abs() == Decimal::ONE, lang)
        }
    })
}

/// The same for a place where the unit stands already; percentage points are named all the same, since they are no per cent.
fn difference_number(found: &Difference, digits: Digits, lang: Lang) -> String {
    if found.unit.is_percent() {
        return difference_alone(found, digits, lang);
    }
    bounded_difference(found, lang, |value| number::signed(value, digits, lang))
}

fn bounded_difference(found: &Difference, lang: Lang, shown: impl Fn(Decimal) -> String) -> String {
    let sign = terms::difference_bound_sign(found.bound);
    let gap = if sign.is_empty() { "" } else { " " };
    let falls = of_falls(found, lang);
    format!("{sign}{gap}{}{falls}", from_to(found.value, found.high, lang, shown))
}

/// A number, or both ends of a range.
fn from_to(
    low: Decimal,
    high: Option<Decimal>,
    lang: Lang,
    shown: impl Fn(Decimal) -> String,
) -> String {
    let high =
        high.map_or_else(String::new, |high| lang.choose("至", " to ").to_owned() + &shown(high));
    shown(low) + &high
}

/// What a difference of two falls says of them, behind a comma: a larger fall, a smaller one,
/// or no more than that it is their difference. Nothing behind any other difference.
fn of_falls(found: &Difference, lang: Lang) -> &'static str {
    if !found.of_falls {
        return "";
    }
    let rates = found.unit.is_percent();
    let words = |rate, amount, en| lang.choose(if rates { rate } else { amount }, en);
    match found.sign() {
        Some(Ordering::Greater) => words("，降幅扩大", "，减量增大", ", a larger fall"),
        Some(Ordering::Less) => words("，降幅收窄", "，减量缩小", ", a smaller fall"),
        Some(Ordering::Equal) => words("，降幅相同", "，减量相同", ", the same fall"),
        None => words("，降幅之差", "，减量之差", ", between the falls"),
    }
}

/// The derived value: `推算 ≥ 374亿元`.
#[must_use]
pub fn derived(found: &Derived, digits: Digits, lang: Lang) -> String {
    format!("{} {}", lang.choose("推算", "derived"), derived_value(found, digits, lang))
}

/// The same without the word: `≥ 374亿元`.
fn derived_value(found: &Derived, digits: Digits, lang: Lang) -> String {
    let sign = terms::difference_bound_sign(found.bound);
    let gap = if sign.is_empty() { "" } else { " " };
    let value = from_to(found.value, found.high, lang, |value| {
        number::with_unit(value, found.unit, digits, lang)
    });
    let printed = match found.bound {
        DifferenceBound::PrintedNumbers => lang.choose("，按印数", ", printed numbers"),
        _ => "",
    };
    format!("{sign}{gap}{value}{printed}")
}

/// How the derived value follows: `340亿元 × 1.10 → ≥ 374亿元`.
///
/// `None` when the comparison is not derivable.
#[must_use]
pub fn formula(
    report: &Report,
    comparison: &Comparison,
    digits: Digits,
    lang: Lang,
) -> Option<String> {
    let found = comparison.derived?;
    let step = derivation(&parties(report, comparison)?, comparison, digits, lang)?;
    Some(format!("{step} → {}", derived_value(&found, digits, lang)))
}

/// The left-hand side of the formula: `340亿元 × 1.10`.
#[must_use]
pub fn derivation(
    (_, actual, _): &(&Indicator, &Figure, &Figure),
    comparison: &Comparison,
    digits: Digits,
    lang: Lang,
) -> Option<String> {
    let found = comparison.derived?;
    let quantity = &actual.quantity;
    let base = from_to(quantity.value()?, quantity.high(), lang, |value| {
        number::with_unit(value, found.unit, digits, lang)
    });
    Some(match found.step {
        Step::Times(factor) => {
            format!("{base} × {}", from_to(factor.value, factor.high, lang, two_decimals))
        }
        Step::Plus(change, high) => {
            let change = from_to(change, high, lang, |value| number::signed(value, digits, lang));
            format!("{base} {change}")
        }
    })
}

/// `1.10`, but `1.125` keeps its third digit.
fn two_decimals(value: Decimal) -> String {
    let mut value = value.normalize();
    if value.scale() < 2 {
        value.rescale(2);
    }
    value.to_string()
}

/// What stands in a table's difference column: the difference, the derived value, or the reason. Never nothing.
#[must_use]
pub fn outcome(comparison: &Comparison, digits: Digits, lang: Lang) -> String {
    if let Some(found) = comparison.difference {
        // The unit has a column of its own.
        let number = difference_number(&found, digits, lang);
        return with_ratio(number, comparison, &found, lang);
    }
    if let Some(found) = &comparison.derived {
        return derived(found, digits, lang);
    }
    short(comparison, lang).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shown_ratio_never_claims_more_than_is_known() {
        use DifferenceBound::{AtLeast, AtMost, Exact, LessThan, MoreThan, Range};
        for (value, high, bound, shown) in [
            ("0.9506", None, AtLeast, "≥ 0.95倍"),
            ("1.0995", None, MoreThan, "> 1.09倍"),
            ("1.0995", None, Exact, "1.1倍"),
            ("0.9501", None, AtMost, "≤ 0.951倍"),
            ("123.4", None, LessThan, "< 124倍"),
            ("123.9", None, AtLeast, "≥ 123倍"),
            ("1.0999", Some("1.2001"), Range, "1.09–1.21倍"),
        ] {
            let decimal = |text: &str| text.parse().expect("a decimal");
            let ratio = Ratio { value: decimal(value), high: high.map(decimal), bound };
            assert_eq!(times(&ratio, Lang::Zh), shown);
        }
    }
}
