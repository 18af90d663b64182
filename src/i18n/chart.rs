//! The words of charts: titles, subtitles, legend, source line.

use std::collections::BTreeMap;

use super::number;
use super::{Lang, quotes, several, terms, window};
use crate::model::{
    About, Direction, Figure, Indicator, Period, Report, Role, Section, SectionId, Status, Unit,
    Verdict,
};

/// `主要预期目标:2021年实绩与2022年目标`
#[must_use]
pub fn title(scope: &str, about: &About, lang: Lang) -> String {
    format!("{scope}{}{}", lang.choose("：", ": "), years(about, lang))
}

/// The title of one pair, of whatever times its figures are: `全社会研发投入强度：本届任期实绩与2022年目标`.
#[must_use]
pub fn title_of_pair(name: &str, actual: &Figure, target: &Figure, lang: Lang) -> String {
    let colon = lang.choose("：", ": ");
    let of = |figure: &Figure| {
        let period = terms::period(figure.period, lang);
        let role = terms::role(figure.role, lang);
        match (lang, figure.period) {
            (Lang::Zh, Period::NotStated) => role.to_owned(),
            (Lang::En, Period::NotStated) => role.to_lowercase(),
            (Lang::Zh, _) => format!("{period}{role}"),
            (Lang::En, Period::Year(_)) => format!("{period} {}", role.to_lowercase()),
            (Lang::En, _) => format!("{} of the {period}", role.to_lowercase()),
        }
    };
    format!("{name}{colon}{}{}{}", of(actual), lang.choose("与", " and "), of(target))
}

/// `2021年实绩与2022年目标`
#[must_use]
pub fn years(about: &About, lang: Lang) -> String {
    let (last, this) = (about.actual_year, about.target_year);
    match lang {
        Lang::Zh => format!("{last}年实绩与{this}年目标"),
        Lang::En => format!("{last} actuals and {this} targets"),
    }
}

/// The title of a chart of quotients.
#[must_use]
pub fn ratio_title(scope: &str, about: &About, lang: Lang) -> String {
    let (last, this) = (about.actual_year, about.target_year);
    match lang {
        Lang::Zh => format!("{scope}：{this}年目标是{last}年实绩的多少倍"),
        Lang::En => format!("{scope}: {this} targets as multiples of {last} actuals"),
    }
}

/// The title of a chart of counts; `whole` when nothing but the report itself narrows it.
#[must_use]
pub fn profile_title(scope: &str, whole: bool, lang: Lang) -> String {
    match (whole, lang) {
        (true, Lang::Zh) => "数据在报告中的分布".to_owned(),
        (true, Lang::En) => "Where the figures stand in the report".to_owned(),
        (false, Lang::Zh) => format!("{scope}：数据在报告中的分布"),
        (false, Lang::En) => format!("{scope}: where the figures stand"),
    }
}

/// `地区生产总值增速等 12 项`: the first of many indicators, and how many there are.
#[must_use]
pub fn and_others(first: &str, others: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{first}等 {} 项", others + 1),
        Lang::En => format!("{first} and {others} others"),
    }
}

/// The place, then what a reader must know of the scales.
#[must_use]
pub fn subtitle(place: &str, parts: impl Iterator<Item = String>) -> String {
    let all: Vec<String> = std::iter::once(place.to_owned()).chain(parts).collect();
    all.join(" · ")
}

/// `单位:%`, or that the panels have scales of their own; and how many pairs have none.
#[must_use]
pub fn scale_parts(
    units: &[Unit],
    panels: usize,
    apart: usize,
    underived: usize,
    lang: Lang,
) -> Vec<String> {
    let mut parts = Vec::new();
    match units {
        [] => {}
        [unit] => parts.push(unit_caption(*unit, lang)),
        _ => parts.push(lang.choose("每栏一种单位", "one unit a panel").to_owned()),
    }
    if panels > 1 {
        parts.push(lang.choose("各栏刻度不同", "each panel has its own scale").to_owned());
    }
    parts.extend(not_joined(panels, apart, underived, lang));
    parts
}

/// That each indicator has a scale of its own, and how many pairs have none.
#[must_use]
pub fn own_scale_parts(panels: usize, apart: usize, underived: usize, lang: Lang) -> Vec<String> {
    let mut parts = Vec::new();
    if panels > 1 {
        let words = lang.choose("每个指标刻度不同", "each indicator has its own scale");
        parts.push(words.to_owned());
    }
    parts.extend(not_joined(panels, apart, underived, lang));
    parts
}

/// How many pairs are on different bases, and how many have a derived value that is hidden, where others have a scale.
fn not_joined(panels: usize, apart: usize, underived: usize, lang: Lang) -> Vec<String> {
    if panels == 0 {
        return Vec::new();
    }
    let apart = (apart > 0).then(|| match lang {
        Lang::Zh => format!("{apart} 组口径不同，不画差距"),
        Lang::En if apart == 1 => "1 pair on different bases, no difference drawn".to_owned(),
        Lang::En => format!("{apart} pairs on different bases, no difference drawn"),
    });
    apart.into_iter().chain(hidden_derived(underived, lang)).collect()
}

fn hidden_derived(pairs: usize, lang: Lang) -> Option<String> {
    (pairs > 0).then(|| match lang {
        Lang::Zh => format!("{pairs} 组可以推算，推算值未显示"),
        Lang::En => {
            format!(
                "{}, derived value not shown",
                several(pairs, "derivable pair", "derivable pairs")
            )
        }
    })
}

/// How many targets a chart of comparisons does not hold, because the report says no actual for them.
#[must_use]
pub fn targets_alone(targets: usize, lang: Lang) -> Option<String> {
    (targets > 0).then(|| match lang {
        Lang::Zh => format!("另有 {targets} 项目标，报告未给出实绩"),
        Lang::En if targets == 1 => "1 more target without an actual in the report".to_owned(),
        Lang::En => format!("{targets} more targets without an actual in the report"),
    })
}

/// What the scale of quotients is, how many pairs have none, and how many have one only by a derived value that is hidden.
#[must_use]
pub fn ratio_parts(left_out: usize, hidden: usize, lang: Lang) -> Vec<String> {
    let scale = lang.choose(
        "目标 ÷ 实绩，对数刻度，1 为与上年相同",
        "target ÷ actual on a logarithmic scale, 1 = the same",
    );
    let mut parts = vec![scale.to_owned()];
    if left_out > 0 {
        parts.push(match lang {
            Lang::Zh => format!("另有 {left_out} 组是比率、名次、区间或口径不同，没有倍数"),
            Lang::En if left_out == 1 => {
                "1 pair has no ratio: a rate, a rank, a range or different bases".to_owned()
            }
            Lang::En => {
                format!("{left_out} pairs have no ratio: rates, ranks, ranges or different bases")
            }
        });
    }
    parts.extend(hidden_derived(hidden, lang));
    parts
}

/// How many pairs there are, and of those that are drawn that their small scales differ.
#[must_use]
pub fn overview_parts(pairs: usize, drawn: bool, lang: Lang) -> Vec<String> {
    let all = lang.choose(format!("共 {pairs} 组"), several(pairs, "pair", "pairs"));
    let scales = lang.choose("小图各自从零起，刻度不同", "small scales from zero, each its own");
    std::iter::once(all).chain(drawn.then(|| scales.to_owned())).collect()
}

/// How many figures are counted, all on one scale.
#[must_use]
pub fn profile_parts(total: usize, lang: Lang) -> Vec<String> {
    vec![match lang {
        Lang::Zh => format!("共 {total} 个数据，条长为个数"),
        Lang::En => format!("{}; bars count them", several(total, "figure", "figures")),
    }]
}

/// The heading of a band of comparisons: its verdict, and of those that are derivable whether that is `hidden`.
#[must_use]
pub fn band(verdict: Verdict, hidden: bool, lang: Lang) -> &'static str {
    match verdict {
        Verdict::SameBasis => lang.choose("口径相同，可以对照", "Same basis: comparable"),
        Verdict::Derivable if hidden => {
            lang.choose("可以推算，推算值未显示", "Derivable: derived value not shown")
        }
        Verdict::Derivable => lang.choose("可以推算", "Derivable"),
        Verdict::DifferentBasis => {
            lang.choose("口径不同，不能对照", "Different bases: not comparable")
        }
    }
}

/// The same with how many there are.
#[must_use]
pub fn counted_band(verdict: Verdict, hidden: bool, count: usize, lang: Lang) -> String {
    let words = band(verdict, hidden, lang);
    match lang {
        Lang::Zh => format!("{words}（{count}）"),
        Lang::En => format!("{words} ({count})"),
    }
}

/// A heading once more, where what it heads goes on in another column.
#[must_use]
pub fn continued(heading: &str, lang: Lang) -> String {
    lang.choose(format!("{heading}（续）"), format!("{heading}, continued"))
}

/// `（家）`, ` (firms)`: the unit after an indicator's name.
#[must_use]
pub fn unit_beside(unit: Unit, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("（{}）", unit.zh()),
        Lang::En => match number::unit_name(unit, lang) {
            "" => String::new(),
            name => format!(" ({name})"),
        },
    }
}

/// The heading of a section with its number; `directly` where only what stands before its first section is meant.
#[must_use]
pub fn place_name(section: &Section, directly: bool, lang: Lang) -> String {
    let title = set_heading(lang.pick(&section.title), lang);
    let heading = window::section_heading(&section.number, &section.id, &title, lang);
    match (directly, lang) {
        (false, _) => heading,
        (true, Lang::Zh) => format!("{heading}（各节之前）"),
        (true, Lang::En) => format!("{heading} (before its sections)"),
    }
}

/// A section as the report numbers it, with the numbers of those around it: 三(六)改善民生, `3.6 Improve livelihoods`.
#[must_use]
pub fn numbered_section(report: &Report, section: &Section, lang: Lang) -> String {
    let title = lang.pick(&section.title);
    // What the report does not number is no more than its own heading.
    let number =
        if section.number.is_empty() { String::new() } else { numbers(report, &section.id) };
    window::section_heading(&number, &section.id, title, lang)
}

/// The numbers of a section and of those around it, without what separates them: 三(六); 三、 alone.
fn numbers(report: &Report, id: &SectionId) -> String {
    let path = report.section_path(id);
    let numbered: Vec<&str> = path.iter().map(|section| section.number.as_str()).collect();
    let last = numbered.iter().rposition(|number| !number.is_empty()).unwrap_or_default();
    let around = numbered.iter().take(last).map(|number| number.trim_end_matches('、'));
    around.chain(numbered.get(last).copied()).collect()
}

/// The figures that stand in a part before its first section.
#[must_use]
pub fn before_its_sections(lang: Lang) -> &'static str {
    lang.choose("各节之前", "Before its sections")
}

/// A part without sections, in a row below its own heading.
#[must_use]
pub fn whole_part(lang: Lang) -> &'static str {
    lang.choose("全篇", "The whole part")
}

/// A heading as it is set: reports on the web print half-width commas between Chinese characters.
#[must_use]
pub fn set_heading(text: &str, lang: Lang) -> String {
    let text = quotes::set(text, lang);
    if lang == Lang::En {
        return text;
    }
    let chars: Vec<char> = text.chars().collect();
    let wide = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| !c.is_ascii());
    let full = |c: char| match c {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        other => other,
    };
    chars
        .iter()
        .enumerate()
        .map(|(at, c)| {
            let between = wide(at.checked_sub(1)) && wide(Some(at + 1));
            if between { full(*c) } else { *c }
        })
        .collect()
}

/// What a reader must know of the one indicator of a card: its field, and which way is better.
#[must_use]
pub fn card_parts(indicator: &Indicator, lang: Lang) -> Vec<String> {
    let mut parts = vec![terms::domain(indicator.domain, lang).to_owned()];
    if indicator.direction == Direction::Lower {
        parts.push(terms::direction(indicator.direction, lang).to_lowercase() + " ↓");
    }
    parts
}

/// The sign that leads from a name to its note: ①, as footnotes have it in Chinese; beyond twenty, (21).
#[must_use]
pub fn note_mark(number: usize) -> String {
    let circled = |number: u32| char::from_u32('①' as u32 + number - 1);
    match u32::try_from(number) {
        Ok(number @ 1..=20) => circled(number).map(String::from).unwrap_or_default(),
        _ => format!("({number})"),
    }
}

/// Notes, a line each: the sign, whom it is about, what is to be known. One without a number is about all that is shown.
#[must_use]
pub fn notes(notes: &BTreeMap<usize, (Vec<&str>, &str)>, lang: Lang) -> String {
    let line = |(number, (names, note)): (&usize, &(Vec<&str>, &str))| {
        if *number == 0 {
            return quotes::set(note, lang);
        }
        let names = names.join(lang.choose("、", "; "));
        let names = quotes::set(&names, lang);
        let (colon, note) = (lang.choose("：", ": "), quotes::set(note, lang));
        format!("{} {names}{colon}{note}", note_mark(*number))
    };
    notes.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// `2021年实绩（预计）`: period, role and status of one figure.
#[must_use]
pub fn year_and_role(figure: &Figure, lang: Lang) -> String {
    let (period, role) = (terms::period(figure.period, lang), terms::role(figure.role, lang));
    let status = match figure.status {
        // That a target is planned need not be said.
        Status::Final | Status::Planned => String::new(),
        status @ Status::Preliminary => {
            lang.choose("，", ", ").to_owned() + &terms::status(status, lang).to_lowercase()
        }
    };
    match (lang, figure.period) {
        (Lang::Zh, _) => format!("{period}{role}{status}"),
        (Lang::En, Period::Year(_)) => format!("{period} {}{status}", role.to_lowercase()),
        (Lang::En, _) => format!("{role}, {period}{status}"),
    }
}

/// Where a figure stands: its sections, and its characters in the report's text.
#[must_use]
pub fn place(report: &Report, figure: &Figure, lang: Lang) -> String {
    let sections: Vec<String> = report
        .section_path(&figure.section)
        .into_iter()
        .map(|section| place_name(section, false, lang))
        .collect();
    format!("{} · {}", sections.join(" › "), terms::position(figure.span, lang))
}

/// The same in short, for a card among others: 三(六) · 第 10638–10643 字.
#[must_use]
pub fn short_place(report: &Report, figure: &Figure, lang: Lang) -> String {
    let numbers = match lang {
        Lang::Zh => numbers(report, &figure.section).trim_end_matches('、').to_owned(),
        Lang::En => figure.section.as_str().to_owned(),
    };
    format!("{numbers} · {}", terms::position(figure.span, lang))
}

/// Before a formula.
#[must_use]
pub fn derived_label(lang: Lang) -> &'static str {
    lang.choose("推算", "Derived:")
}

/// `差距 +1.2 个百分点`.
#[must_use]
pub fn difference_label(difference: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("差距 {difference}"),
        Lang::En => format!("Difference {difference}"),
    }
}

/// `单位:亿元`; the scale of the axis is written with the ticks.
#[must_use]
pub fn unit_caption(unit: Unit, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("单位：{}", unit.zh()),
        Lang::En => format!("unit: {}", number::unit_name(unit, lang)),
    }
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

/// What stands for words where a legend shows in which colour they are set.
#[must_use]
pub fn some_words(lang: Lang) -> &'static str {
    lang.choose("文", "ab")
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
    /// Computed of two bounds.
    PrintedNumbers,
    /// 推算.
    Derived,
    /// The line at a quotient of 1.
    SameAsActual,
    /// Where a target stands among quotients.
    TargetToActual,
    /// A bar that counts figures of a role.
    Counted(Role),
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
        (LegendWord::LowerBound, lang) => {
            lang.choose("下限（以上、突破）", "at least, more than").to_owned()
        }
        (LegendWord::UpperBound, lang) => lang.choose("上限（以内）", "at most").to_owned(),
        (LegendWord::Approximate, lang) => {
            lang.choose("左右（色带仅为示意）", "approximate (the band is graphic only)").to_owned()
        }
        (LegendWord::OneSided, lang) => lang
            .choose("余、近（色带仅为示意）", "just above or below (the band is graphic only)")
            .to_owned(),
        (LegendWord::Range, lang) => lang.choose("区间", "range").to_owned(),
        (LegendWord::PrintedNumbers, lang) => lang
            .choose("印数之比（两边都是界）", "ratio of the printed numbers, both bounds")
            .to_owned(),
        (LegendWord::Derived, lang) => {
            lang.choose("推算，报告未写明", "derived, not stated in the report").to_owned()
        }
        (LegendWord::SameAsActual, Lang::Zh) => format!("1 = 与{last}年实绩相同"),
        (LegendWord::SameAsActual, Lang::En) => format!("1 = the same as the {last} actual"),
        (LegendWord::TargetToActual, Lang::Zh) => format!("{this}年目标 ÷ {last}年实绩"),
        (LegendWord::TargetToActual, Lang::En) => format!("{this} target ÷ {last} actual"),
        (LegendWord::Counted(role), lang) => terms::role(role, lang).to_owned(),
        (LegendWord::BrokenLink, lang) => lang.choose("口径不同", "different bases").to_owned(),
        (LegendWord::LowerIsBetter, lang) => lang.choose("越低越好", "lower is better").to_owned(),
    }
}
