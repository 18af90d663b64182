//! Rules about what a wording says: its number is the value, its unit and multiplier are those of the figure.

use rust_decimal::Decimal;

use super::{Findings, Rule};
use crate::model::figure::Figure;
use crate::model::finding::ItemRef;
use crate::model::numeral::{Notation, Numeral, numerals};
use crate::model::quantity::{Bound, Scale, plain};
use crate::model::report::Report;
use crate::model::unit::Unit;

pub(super) fn check(report: &Report, findings: &mut Findings) {
    for figure in report.figures() {
        value(figure, findings);
        unit(figure, findings);
    }
}

fn item(figure: &Figure) -> ItemRef {
    ItemRef::Figure(figure.id.clone())
}

/// The wording without spaces, brackets in half width.
fn characters(wording: &str) -> Vec<char> {
    wording
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '（' => '(',
            '）' => ')',
            _ => c,
        })
        .collect()
}

/// The values that a wording states, in order: its numbers (三成 is 30 %, 一半 is 50 %, 翻两番 is +300 %),
/// or what a word such as 首位 or 全覆盖 stands for.
#[must_use]
pub fn readings(wording: &str) -> Vec<Decimal> {
    if ["一半", "过半", "半数"].iter().any(|half| wording.contains(half)) {
        return vec![Decimal::from(50)];
    }
    let chars = characters(wording);
    let stated = |numeral: Numeral| {
        let value = numeral.value?;
        match chars.get(numeral.end) {
            Some('成') => value.checked_mul(Decimal::TEN),
            Some('番') => doubled(value),
            _ => Some(value),
        }
    };
    let numbers: Vec<Decimal> = numerals(&chars).into_iter().filter_map(stated).collect();
    if numbers.is_empty() { stated_by_word(&chars).into_iter().collect() } else { numbers }
}

/// 翻一番 is +100 %, 翻两番 +300 %.
fn doubled(times: Decimal) -> Option<Decimal> {
    let times = u32::try_from(times).ok().filter(|times| *times <= 20)?;
    Some(Decimal::from((1_u64 << times) * 100 - 100))
}

/// 首位 is rank 1; 全覆盖, 全部, 应建尽建 are 100 %; 翻番 is +100 %.
fn stated_by_word(chars: &[char]) -> Option<Decimal> {
    let text: String = chars.iter().collect();
    let everything = chars.windows(3).any(|three| three[0] == '应' && three[2] == '尽');
    if ["首位", "榜首", "首批", "首次"].iter().any(|word| text.contains(word)) {
        Some(Decimal::ONE)
    } else if everything || text.contains('全') || text.contains("翻番") {
        Some(Decimal::ONE_HUNDRED)
    } else {
        None
    }
}

/// [`Rule::WordingValue`]
fn value(figure: &Figure, findings: &mut Findings) {
    let quantity = &figure.quantity;
    let Some(value) = quantity.value() else { return };
    let read = readings(&figure.wording);
    let wording = &figure.wording;
    if read.is_empty() {
        let words = (
            format!("写法“{wording}”中没有可读出的数，却有 value {}。", plain(value)),
            format!("no number can be read from \"{wording}\", but value is {}.", plain(value)),
        );
        findings.error(Rule::WordingValue, item(figure), "value", words);
        return;
    }
    let expected: Vec<Decimal> = if quantity.scale() == Scale::Times {
        read.iter().filter_map(|n| n.checked_mul(Decimal::ONE_HUNDRED)).collect()
    } else {
        read.clone()
    };
    // In 3至5万人 the multiplier stands once and counts for both.
    let is = |stated: Decimal, value: Decimal| {
        stated == value || stated.checked_mul(quantity.scale().factor()) == Some(value)
    };
    let ends = [(Some(value), "value"), (quantity.high(), "value_high")];
    for (at, (end, field)) in ends.into_iter().enumerate() {
        let Some(end) = end else { continue };
        let sound = match quantity.bound() {
            Bound::Range => expected.get(at).is_some_and(|stated| is(*stated, end)),
            _ => expected.contains(&end),
        };
        if !sound {
            let stated: Vec<String> = expected.iter().map(|n| plain(*n)).collect();
            let end = plain(end);
            let words = (
                format!("写法“{wording}”读作{}，而 {field} 为{end}。", stated.join("、")),
                format!("\"{wording}\" reads {}, but {field} is {end}.", stated.join(", ")),
            );
            findings.error(Rule::WordingValue, item(figure), field, words);
        }
    }
}

/// [`Rule::WordingUnit`]
fn unit(figure: &Figure, findings: &mut Findings) {
    let quantity = &figure.quantity;
    let (Some(value), Some(unit)) = (quantity.value(), quantity.unit()) else { return };
    let chars = characters(&figure.wording);
    let all = numerals(&chars);
    let factor = if quantity.scale() == Scale::Times { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    let stated = |n: &&Numeral| n.value.and_then(|v| v.checked_mul(factor)) == Some(value);
    let Some(numeral) =
        (if quantity.bound() == Bound::Range { all.last() } else { all.iter().find(stated) })
    else {
        return;
    };
    scale_as_printed(figure, numeral, &chars, findings);

    let found = if chars[numeral.start..].starts_with(&['千', '分', '之']) {
        Unit::parse("‰")
    } else {
        printed_unit(&chars[numeral.end..], unit)
    };
    let expects_percent = unit.is_percent();
    let words = if quantity.scale() == Scale::Times {
        return;
    } else if numeral.percent && !expects_percent {
        (
            format!("写法“{}”是百分数，而 unit 为“{}”。", figure.wording, unit.zh()),
            format!("\"{}\" is a percentage, but unit is {}.", figure.wording, unit.zh()),
        )
    } else if let Some(found) = found.filter(|found| *found != unit && !numeral.percent) {
        (
            format!(
                "写法“{}”的单位是“{}”，而 unit 为“{}”。",
                figure.wording,
                found.zh(),
                unit.zh()
            ),
            format!(
                "the unit in \"{}\" is {}, but unit is {}.",
                figure.wording,
                found.zh(),
                unit.zh()
            ),
        )
    } else if expects_percent && !numeral.percent && numeral.notation == Notation::Digits {
        (
            format!("写法“{}”没有百分号，而 unit 为“{}”。", figure.wording, unit.zh()),
            format!("\"{}\" has no percent sign, but unit is {}.", figure.wording, unit.zh()),
        )
    } else {
        return;
    };
    findings.error(Rule::WordingUnit, item(figure), "unit", words);
}

/// The unit behind a number, if the table of units has it; `meant` where both it and another would fit.
fn printed_unit(behind: &[char], meant: Unit) -> Option<Unit> {
    let rest: String = behind.iter().skip_while(|c| matches!(c, '余' | '多' | '来')).collect();
    let bare = rest.strip_prefix('个').unwrap_or(&rest);
    let longest = Unit::all()
        .filter(|unit| rest.starts_with(unit.zh()))
        .max_by_key(|unit| unit.zh().chars().count());
    if bare.len() < rest.len() && bare.starts_with(meant.zh()) { Some(meant) } else { longest }
}

/// The multiplier in the wording is the figure's scale.
fn scale_as_printed(figure: &Figure, numeral: &Numeral, chars: &[char], findings: &mut Findings) {
    let scale = figure.quantity.scale();
    let printed: String = chars[numeral.start..numeral.end].iter().filter(|c| **c != '%').collect();
    let multiplier = printed.trim_start_matches(|c: char| !matches!(c, '百' | '千' | '万' | '亿'));
    let sound = match (scale, numeral.notation) {
        (Scale::Times, _) => chars.get(numeral.end) == Some(&'倍'),
        (_, Notation::Digits) => multiplier == scale.zh(),
        // 三十五 prints its multipliers inside the number; only the last of them can be a scale, and 万 and 亿 are one.
        (Scale::One, Notation::Chinese) => !printed.ends_with(['万', '亿']),
        (_, Notation::Chinese) => printed.ends_with(scale.zh()),
    };
    if !sound {
        let (wording, found) = (&figure.wording, scale.zh());
        let words = (
            format!("写法“{wording}”的倍数是“{multiplier}”，而 scale 为“{found}”。"),
            format!(
                "the multiplier in \"{wording}\" is \"{multiplier}\", but scale is \"{found}\"."
            ),
        );
        findings.error(Rule::WordingUnit, item(figure), "scale", words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wordings_state_their_values_as_a_reader_takes_them() {
        for (wording, values) in [
            ("1.2万个", &["12000"][..]),
            ("8%左右", &["8"]),
            ("十八连丰", &["18"]),
            ("突破一万亿元", &["1000000000000"]),
            ("百分之三点五", &["3.5"]),
            ("5%-6%", &["5", "6"]),
            ("５％～６％", &["5", "6"]),
            ("3至5万人", &["3", "50000"]),
            ("一千五百万人", &["15000000"]),
            ("两家", &["2"]),
            ("30多万人", &["300000"]),
            ("2000余万人次", &["20000000"]),
            ("11.5 万人", &["115000"]),
            ("七成以上", &["70"]),
            ("一半以上", &["50"]),
            ("翻一番", &["100"]),
            ("翻两番", &["300"]),
            ("翻番", &["100"]),
            ("首位", &["1"]),
            ("全覆盖", &["100"]),
            ("应保尽保", &["100"]),
            ("零填埋", &["0"]),
            ("稳步增长", &[]),
        ] {
            let found: Vec<String> = readings(wording).into_iter().map(plain).collect();
            assert_eq!(found, values, "{wording}");
        }
    }
}
