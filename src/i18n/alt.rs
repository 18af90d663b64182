//! The sentences of a chart's alternative text: what a person hears who does not see the picture.

use super::number::{self, Digits};
use super::{Lang, chart, quotes, reason, terms, window};
use crate::model::{Comparison, Figure, Indicator, Report, RoleCounts, Status, Unit, Verdict};

/// What kind of picture it is, and of which place.
#[must_use]
pub fn opening(kind: &str, title: &str, place: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{kind}。{title}。{place}。"),
        Lang::En => format!("{kind} chart. {title}. {place}."),
    }
}

/// How many pairs there are, and how many of them can be compared.
#[must_use]
pub fn verdicts(counts: &[(Verdict, usize)], lang: Lang) -> String {
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    let parts: Vec<String> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(verdict, count)| match (verdict, lang) {
            (Verdict::SameBasis, Lang::Zh) => format!("{count} 组口径相同、可以对照"),
            (Verdict::SameBasis, Lang::En) => format!("{count} on the same basis"),
            (Verdict::Derivable, Lang::Zh) => format!("{count} 组可以推算"),
            (Verdict::Derivable, Lang::En) => format!("{count} derivable"),
            (Verdict::DifferentBasis, Lang::Zh) => format!("{count} 组口径不同、不能对照"),
            (Verdict::DifferentBasis, Lang::En) => {
                format!("{count} on different bases and not comparable")
            }
        })
        .collect();
    match lang {
        Lang::Zh => format!("共 {all} 组实绩与目标：{}。", parts.join("，")),
        Lang::En => format!(
            "{all} {} of actual and target: {}.",
            if all == 1 { "pair" } else { "pairs" },
            parts.join(", ")
        ),
    }
}

/// How many pairs this kind of picture cannot show.
#[must_use]
pub fn left_out(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("另有 {count} 组不在图中。"),
        Lang::En if count == 1 => "1 more pair is not in the picture.".to_owned(),
        Lang::En => format!("{count} more pairs are not in the picture."),
    }
}

/// In how many pairs the target's number is above, below or on the actual's, or a range around it; says nothing of better or worse.
#[must_use]
pub fn directions([above, below, same, around]: [usize; 4], lang: Lang) -> String {
    let parts: Vec<String> = [
        (above, lang.choose("目标数高于实绩数的", "above the actual's in")),
        (below, lang.choose("低于的", "below it in")),
        (same, lang.choose("相同的", "the same in")),
        (around, lang.choose("区间跨在两边的", "on both sides of it in")),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, words)| lang.choose(format!("{words} {count} 组"), format!("{words} {count}")))
    .collect();
    match lang {
        Lang::Zh => format!("按印出的数字，{}。", parts.join("，")),
        Lang::En => format!("By the printed numbers the target is {}.", parts.join(", ")),
    }
}

/// What a reader must know of rows: the lines below the picture, in one go.
#[must_use]
pub fn notes(lines: &str, lang: Lang) -> String {
    let lines = lines.replace('\n', lang.choose("", " "));
    lang.choose(format!("说明：{lines}"), format!("Notes: {lines}"))
}

/// Who has the largest and who the smallest number, each with its name; `among` which of all, where that is not all of them.
#[must_use]
pub fn extremes(
    among: Option<(Unit, usize)>,
    most: &(String, String),
    least: &(String, String),
    lang: Lang,
) -> String {
    let unit = |unit| number::unit_name(unit, lang);
    match lang {
        Lang::Zh => {
            let among = among.map(|(of, rows)| format!("差距以{}计的 {rows} 组中，", unit(of)));
            let among = among.unwrap_or_default();
            format!("{among}最大的是{}（{}），最小的是{}（{}）。", most.0, most.1, least.0, least.1)
        }
        Lang::En => {
            let among = among.map_or_else(
                || "The".to_owned(),
                |(of, rows)| format!("Of the {rows} with a difference in {}, the", unit(of)),
            );
            let [(most, largest), (least, smallest)] = [most, least];
            format!("{among} largest is {most} ({largest}), the smallest {least} ({smallest}).")
        }
    }
}

/// The clauses of figures with their places.
#[must_use]
pub fn clauses(said: &[(&Figure, String)], lang: Lang) -> String {
    let quoted: Vec<String> = said
        .iter()
        .map(|(figure, place)| {
            let clause = quotes::clause(&figure.clause.text);
            lang.choose(format!("{clause}（{place}）"), format!("{clause} ({place})"))
        })
        .collect();
    match lang {
        Lang::Zh => format!("原文：{}。", quoted.join("；")),
        Lang::En => format!("In the report's words: {}.", quoted.join("; ")),
    }
}

/// How many figures there are in all, where the most of them stand, and how many sections have none.
#[must_use]
pub fn totals(all: RoleCounts, most: Option<(String, usize)>, empty: usize, lang: Lang) -> String {
    let roles = window::counts(all, lang);
    let mut text = match lang {
        Lang::Zh => format!("共 {} 个数据：{roles}。", all.total()),
        Lang::En => format!("{}: {roles}.", window::figures(all.total(), lang)),
    };
    if let Some((name, count)) = most {
        text.push_str(&lang.choose(
            format!("最多的是“{name}”，{count} 个。"),
            format!(" Most stand in \"{name}\": {count}."),
        ));
    }
    if empty > 0 {
        let none = match lang {
            Lang::Zh => format!("{empty} 个章节没有数据。"),
            Lang::En if empty == 1 => " 1 section has none.".to_owned(),
            Lang::En => format!(" {empty} sections have none."),
        };
        text.push_str(&none);
    }
    text
}

/// The figures of one section by role.
#[must_use]
pub fn counted(name: &str, counts: RoleCounts, lang: Lang) -> String {
    let counts = window::counts(counts, lang);
    lang.choose(format!("{name}：{counts}。"), format!("{name}: {counts}."))
}

/// One comparison: both figures in their wording, then the difference, the derived value or the reason.
#[must_use]
pub fn row(
    report: &Report,
    comparison: &Comparison,
    parties: (&Indicator, &Figure, &Figure),
    show_derived: bool,
    lang: Lang,
) -> String {
    let name = terms::compared_name(parties, lang);
    let (_, actual, target) = parties;
    let said = |figure: &Figure| stated(figure, lang);
    let (then, now) = (terms::period(actual.period, lang), terms::period(target.period, lang));
    let derived = show_derived.then_some(comparison.derived).flatten();
    let outcome = match (comparison.verdict, derived) {
        (Verdict::SameBasis, _) => {
            let difference = reason::difference(comparison, Digits::Short, lang);
            difference.map(|text| match lang {
                Lang::Zh => format!("差距 {text}"),
                Lang::En => format!("difference {text}"),
            })
        }
        (Verdict::Derivable, Some(_)) => {
            let formula = reason::formula(report, comparison, Digits::Short, lang);
            formula.map(|text| match lang {
                Lang::Zh => format!("推算 {text}"),
                Lang::En => format!("derived: {text}"),
            })
        }
        (Verdict::Derivable, None) if comparison.derived.is_some() => {
            let band = chart::band(Verdict::Derivable, true, lang);
            let why = reason::short(comparison, lang);
            Some(lang.choose(format!("{band}：{why}"), format!("{}, {why}", band.to_lowercase())))
        }
        (Verdict::Derivable | Verdict::DifferentBasis, _) => {
            let why = reason::apart(report, comparison, lang);
            let why = why.trim_end_matches(['。', '.']);
            Some(match lang {
                Lang::Zh => format!("不能对照：{why}"),
                Lang::En => format!("not comparable: {why}"),
            })
        }
    };
    let outcome = outcome.map_or_else(String::new, |text| match lang {
        Lang::Zh => format!("；{text}"),
        Lang::En => format!("; {text}"),
    });
    match lang {
        Lang::Zh => {
            format!("{name}：{then}实绩 {}，{now}目标 {}{outcome}。", said(actual), said(target))
        }
        Lang::En => format!(
            "{name}: actual ({then}) {}, target ({now}) {}{outcome}.",
            said(actual),
            said(target)
        ),
    }
}

/// A figure as it is read out: the wording; in English the number with its bound first.
fn stated(figure: &Figure, lang: Lang) -> String {
    let wording = terms::wording_with_basis(figure);
    let mut text = match (lang, terms::value_with_basis(figure, Digits::Short, Lang::En)) {
        (Lang::Zh, _) => wording,
        (Lang::En, Some(english)) => format!("{english} (“{wording}”)"),
        (Lang::En, None) => format!("“{wording}”"),
    };
    if figure.status == Status::Preliminary {
        text.push_str(lang.choose("（预计）", ", preliminary"));
    }
    text
}
