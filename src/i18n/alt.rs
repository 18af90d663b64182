//! The sentences of a chart's alternative text: what a person hears who does not see the picture.

use super::number::{self, Digits};
use super::{Lang, reason, terms};
use crate::model::{Comparison, Figure, Indicator, Report, Status, Verdict};

/// What kind of picture it is, and of which place.
#[must_use]
pub fn opening(kind: &str, title: &str, place: &str, pairs: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{kind}：{title}。{place}，共 {pairs} 组对照。"),
        Lang::En => format!(
            "{kind} chart. {title}. {place}, {pairs} {}.",
            if pairs == 1 { "pair" } else { "pairs" }
        ),
    }
}

/// One comparison: both figures in their wording, then the difference, the derived value or the reason.
#[must_use]
pub fn row(
    report: &Report,
    comparison: &Comparison,
    (indicator, actual, target): (&Indicator, &Figure, &Figure),
    show_derived: bool,
    lang: Lang,
) -> String {
    let name = terms::measured_name(indicator, actual.basis, lang);
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
        (Verdict::Derivable | Verdict::DifferentBasis, _) => {
            let why = reason::sentence(report, comparison, lang);
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
    let wording = terms::wording_with_basis(figure, Lang::Zh);
    let mut text = match (lang, number::bounded(&figure.quantity, Digits::Short, Lang::En)) {
        (Lang::Zh, _) => wording,
        (Lang::En, Some(english)) => format!("{english} (“{wording}”)"),
        (Lang::En, None) => format!("“{wording}”"),
    };
    if figure.status == Status::Preliminary {
        text.push_str(lang.choose("（预计）", ", preliminary"));
    }
    text
}
