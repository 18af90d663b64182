//! The words of charts: titles, subtitles, legend, source line.

use super::number::{self};
use super::{Lang, terms};
use crate::model::{About, Report, Unit};

/// `主要预期目标:2021年实绩与2022年目标`
#[must_use]
pub fn title(scope: &str, about: &About, lang: Lang) -> String {
    let (last, this) = (about.actual_year, about.target_year);
    match lang {
        Lang::Zh => format!("{scope}：{last}年实绩与{this}年目标"),
        Lang::En => format!("{scope}: {last} actuals and {this} targets"),
    }
}

/// `单位:%`, or that the panels have scales of their own.
#[must_use]
pub fn subtitle(place: &str, units: &[Unit], panels: usize, unlinked: usize, lang: Lang) -> String {
    let mut parts = vec![place.to_owned()];
    match units {
        [] => {}
        [unit] => parts.push(unit_caption(*unit, lang)),
        _ => parts.push(lang.choose("每栏一种单位", "one unit a panel").to_owned()),
    }
    if panels > 1 {
        parts.push(lang.choose("各栏刻度不同", "each panel has its own scale").to_owned());
    }
    if unlinked > 0 && panels > 0 {
        parts.push(match lang {
            Lang::Zh => format!("{unlinked} 组口径不同，不画差距"),
            Lang::En if unlinked == 1 => {
                "1 pair on different bases, no difference drawn".to_owned()
            }
            Lang::En => format!("{unlinked} pairs on different bases, no difference drawn"),
        });
    }
    parts.join(lang.choose(" · ", " · "))
}

/// `单位:亿元`; the scale of the axis is written with the ticks.
#[must_use]
pub fn unit_caption(unit: Unit, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("单位：{}", unit.zh()),
        Lang::En => format!("unit: {}", number::unit_name(unit, lang)),
    }
}

/// Heads the rows that have no axis.
#[must_use]
pub fn unlinked_heading(lang: Lang) -> &'static str {
    lang.choose("口径不同，不能对照", "Different bases: not comparable")
}

/// `来源:沈阳市政府工作报告,2022年1月8日`, the application and the data version.
#[must_use]
pub fn source_line(report: &Report, lang: Lang) -> String {
    let about = report.about();
    let day = about.delivered;
    let (application, data) = (env!("CARGO_PKG_VERSION"), report.data_version());
    match lang {
        Lang::Zh => format!(
            "来源：{}，{}年{}月{}日。Report Explorer {application}，数据 {data}",
            about.title.zh,
            day.year(),
            day.month(),
            day.day(),
        ),
        Lang::En => {
            format!("Source: {}, {day}. Report Explorer {application}, data {data}", about.title.en)
        }
    }
}

/// What a legend entry says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegendWord {
    /// A final actual.
    Actual,
    /// A preliminary actual.
    ActualPreliminary,
    /// A target.
    Target,
    /// A goal.
    Goal,
    /// 以上, 突破.
    LowerBound,
    /// 以内.
    UpperBound,
    /// 左右.
    Approximate,
    /// 余, 近.
    OneSided,
    /// From one end to the other.
    Range,
    /// 推算.
    Derived,
    /// Not on one basis.
    BrokenLink,
    /// Lower is better.
    LowerIsBetter,
}

/// The words of a legend entry.
#[must_use]
pub fn legend(word: LegendWord, about: &About, lang: Lang) -> String {
    let (last, this) = (about.actual_year, about.target_year);
    match (word, lang) {
        (LegendWord::Actual, Lang::Zh) => format!("{last}年实绩"),
        (LegendWord::Actual, Lang::En) => format!("{last} actual"),
        (LegendWord::ActualPreliminary, Lang::Zh) => format!("{last}年实绩（预计）"),
        (LegendWord::ActualPreliminary, Lang::En) => format!("{last} actual, preliminary"),
        (LegendWord::Target, Lang::Zh) => format!("{this}年目标"),
        (LegendWord::Target, Lang::En) => format!("{this} target"),
        (LegendWord::Goal, lang) => terms::role(crate::model::Role::Goal, lang).to_owned(),
        (LegendWord::LowerBound, lang) => {
            lang.choose("下限（以上、突破）", "at least, more than").to_owned()
        }
        (LegendWord::UpperBound, lang) => lang.choose("上限（以内）", "at most").to_owned(),
        (LegendWord::Approximate, lang) => lang
            .choose("左右（色带仅为示意）", "approximate (band has no width in numbers)")
            .to_owned(),
        (LegendWord::OneSided, lang) => lang
            .choose("余、近（色带仅为示意）", "just above or below (band has no width in numbers)")
            .to_owned(),
        (LegendWord::Range, lang) => lang.choose("区间", "range").to_owned(),
        (LegendWord::Derived, lang) => {
            lang.choose("推算，报告未写明", "derived, not stated in the report").to_owned()
        }
        (LegendWord::BrokenLink, lang) => lang.choose("口径不同", "different bases").to_owned(),
        (LegendWord::LowerIsBetter, lang) => lang.choose("越低越好", "lower is better").to_owned(),
    }
}
