//! The words of the field in both languages: roles, bounds, bases, verdicts, domains.

use super::Lang;
use super::number::{self, Digits};
use super::window::Word;
use crate::model::{
    Basis, Bound, Commitment, Demand, DifferenceBound, Dimension, Direction, Domain, Figure,
    Indicator, Period, Role, SectionKind, Span, Status, Unit, Verdict,
};

/// 实绩 / actual.
#[must_use]
pub fn role(role: Role, lang: Lang) -> &'static str {
    match role {
        Role::Actual => lang.choose("实绩", "Actual"),
        Role::Target => lang.choose("目标", "Target"),
        Role::Goal => lang.choose("五年目标", "Five-year goal"),
    }
}

/// 预计 / preliminary.
#[must_use]
pub fn status(status: Status, lang: Lang) -> &'static str {
    match status {
        Status::Final => lang.choose("正式", "Final"),
        Status::Preliminary => lang.choose("预计", "Preliminary"),
        Status::Planned => lang.choose("计划", "Planned"),
    }
}

/// 增速 / growth rate.
#[must_use]
pub fn basis(basis: Basis, lang: Lang) -> &'static str {
    match basis {
        Basis::Level => lang.choose("总数", "Level"),
        Basis::Flow => lang.choose("当期数", "Done in the period"),
        Basis::Addition => lang.choose("新增", "Newly added"),
        Basis::GrowthRate => lang.choose("增速", "Growth rate"),
        Basis::Share => lang.choose("比率", "Rate or share"),
        Basis::Change => lang.choose("增减量", "Change"),
        Basis::Rank => lang.choose("位次", "Rank"),
        Basis::Cumulative => lang.choose("累计", "Cumulative"),
    }
}

/// The basis of a figure, and where its positive number states a fall, that: 降幅, "Rate of fall".
#[must_use]
pub fn stated_basis(figure: &Figure, lang: Lang) -> &'static str {
    match (figure.basis, figure.states_decrease) {
        (Basis::GrowthRate, true) => lang.choose("降幅", "Rate of fall"),
        (Basis::Change, true) => lang.choose("减少量", "Decrease"),
        (other, _) => basis(other, lang),
    }
}

/// What kind of number a figure is: its basis, and for a level the word that its unit asks for (总数, 总额, 水平).
#[must_use]
pub fn kind_of_number(figure: &Figure, lang: Lang) -> &'static str {
    if figure.basis != Basis::Level {
        return stated_basis(figure, lang);
    }
    let zh = match figure.quantity.unit().map(Unit::dimension) {
        None | Some(Dimension::Count) => "总数",
        Some(Dimension::Money) => "总额",
        Some(
            Dimension::Length
            | Dimension::Area
            | Dimension::Mass
            | Dimension::Volume
            | Dimension::Energy,
        ) => "总量",
        // A time limit or an index has no total.
        Some(Dimension::Time | Dimension::Percent | Dimension::Index | Dimension::Rank) => "水平",
    };
    lang.choose(zh, basis(figure.basis, lang))
}

/// 以上 / at least.
#[must_use]
pub fn bound(bound: Bound, lang: Lang) -> &'static str {
    match bound {
        Bound::Exact => lang.choose("确数", "Exact"),
        Bound::Approximate => lang.choose("约数（左右）", "Approximate"),
        Bound::AtLeast => lang.choose("不低于", "At least"),
        Bound::MoreThan => lang.choose("超过", "More than"),
        Bound::AtMost => lang.choose("不超过", "At most"),
        Bound::JustBelow => lang.choose("略少于（近）", "Just below"),
        Bound::JustAbove => lang.choose("略多于（余）", "Just above"),
        Bound::Range => lang.choose("区间", "Range"),
        Bound::Worded => lang.choose("只有文字", "Worded only"),
    }
}

/// The sign of a computed number: ≥, ≈.
#[must_use]
pub fn difference_bound_sign(bound: DifferenceBound) -> &'static str {
    match bound {
        DifferenceBound::Exact | DifferenceBound::Range | DifferenceBound::PrintedNumbers => "",
        DifferenceBound::Approximate => "≈",
        DifferenceBound::AtLeast => "≥",
        DifferenceBound::MoreThan => ">",
        DifferenceBound::AtMost => "≤",
        DifferenceBound::LessThan => "<",
    }
}

/// How firmly a computed number stands, in words.
#[must_use]
pub fn difference_bound(bound: DifferenceBound, lang: Lang) -> &'static str {
    match bound {
        DifferenceBound::Exact => lang.choose("确数", "Exact"),
        DifferenceBound::Approximate => lang.choose("约数", "Approximate"),
        DifferenceBound::AtLeast => lang.choose("不低于", "At least"),
        DifferenceBound::MoreThan => lang.choose("超过", "More than"),
        DifferenceBound::AtMost => lang.choose("不超过", "At most"),
        DifferenceBound::LessThan => lang.choose("低于", "Less than"),
        DifferenceBound::Range => lang.choose("区间", "Range"),
        DifferenceBound::PrintedNumbers => lang.choose("按印出的数字", "Of the printed numbers"),
    }
}

/// 同一口径 / same basis.
#[must_use]
pub fn verdict(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::SameBasis => lang.choose("同一口径", "Same basis"),
        Verdict::Derivable => lang.choose("可推算", "Derivable"),
        Verdict::DifferentBasis => lang.choose("口径不同", "Different basis"),
    }
}

/// 可以直接对照 / can be compared directly.
#[must_use]
pub fn verdict_sentence(verdict: Verdict, lang: Lang) -> &'static str {
    match verdict {
        Verdict::SameBasis => lang.choose("可以直接对照", "Can be compared directly"),
        Verdict::Derivable => lang.choose("可以推算", "Can be derived"),
        Verdict::DifferentBasis => lang.choose("不能对照", "Cannot be compared"),
    }
}

/// 要求低于实绩 / asks for less than the actual.
#[must_use]
pub fn demand(demand: Option<Demand>, lang: Lang) -> &'static str {
    match demand {
        Some(Demand::More) => lang.choose("要求高于实绩", "Asks for more than the actual"),
        Some(Demand::Same) => lang.choose("要求与实绩相同", "Asks for the same as the actual"),
        Some(Demand::Less) => lang.choose("要求低于实绩", "Asks for less than the actual"),
        None => lang.choose("无从判断", "Cannot be told"),
    }
}

/// 越高越好 / higher is better.
#[must_use]
pub fn direction(direction: Direction, lang: Lang) -> &'static str {
    match direction {
        Direction::Higher => lang.choose("越高越好", "Higher is better"),
        Direction::Lower => lang.choose("越低越好", "Lower is better"),
        Direction::Neutral => lang.choose("无好坏之分", "Neutral"),
    }
}

/// 确保 / ensure.
#[must_use]
pub fn commitment(commitment: Commitment, lang: Lang) -> &'static str {
    match commitment {
        Commitment::Ensure => lang.choose("确保", "Ensure"),
        Commitment::Strive => lang.choose("力争", "Strive for"),
        Commitment::Seek => lang.choose("争取", "Seek"),
    }
}

/// 民生 / public services.
#[must_use]
pub fn domain(domain: Domain, lang: Lang) -> &'static str {
    match domain {
        Domain::Economy => lang.choose("经济总量与财政", "Economy and budget"),
        Domain::Investment => lang.choose("投资与项目", "Investment and projects"),
        Domain::Industry => lang.choose("产业与数字化", "Industry and digital economy"),
        Domain::Innovation => lang.choose("科技创新", "Science and innovation"),
        Domain::Reform => lang.choose("改革与营商环境", "Reform and business environment"),
        Domain::Opening => lang.choose("开放与区域合作", "Opening up and regional cooperation"),
        Domain::City => lang.choose("城市建设", "City"),
        Domain::Rural => lang.choose("农业农村", "Countryside"),
        Domain::Environment => lang.choose("生态环境", "Environment"),
        Domain::Employment => lang.choose("就业与收入", "Jobs and incomes"),
        Domain::PublicServices => lang.choose("公共服务", "Public services"),
        Domain::Governance => lang.choose("治理与安全", "Governance and safety"),
    }
}

/// 章 / part.
#[must_use]
pub fn section_kind(kind: SectionKind, lang: Lang) -> &'static str {
    match kind {
        SectionKind::Part => lang.choose("部分", "Part"),
        SectionKind::Numbered => lang.choose("节", "Section"),
        SectionKind::Topic => lang.choose("段", "Topic"),
    }
}

/// 2021年 / 2021; 未说明 / not stated.
#[must_use]
pub fn period(period: Period, lang: Lang) -> String {
    match period {
        Period::Year(year) => lang.choose(format!("{year}年"), year.to_string()),
        Period::Term => lang.choose("本届任期".to_owned(), "term under review".to_owned()),
        Period::Next(years) => {
            lang.choose(format!("今后{years}年"), format!("coming {years} years"))
        }
        Period::NotStated => lang.choose("未说明时间".to_owned(), "no time stated".to_owned()),
    }
}

/// Where something stands in the report's text: 第 1703–1706 字. People count from 1, and to the last character.
#[must_use]
pub fn position(span: Span, lang: Lang) -> String {
    let first = span.start.saturating_add(1);
    let last = span.end.max(first);
    if first == last {
        lang.choose(format!("第 {first} 字"), format!("character {first}"))
    } else {
        lang.choose(format!("第 {first}–{last} 字"), format!("characters {first}–{last}"))
    }
}

/// The indicator's name with what the basis adds to it: 地区生产总值增速, "GDP, growth".
///
/// A name that says its basis already (…率, …增速, "… rate") is left as it is.
#[must_use]
pub fn measured_name(indicator: &Indicator, basis: Basis, lang: Lang) -> String {
    let name = lang.pick(&indicator.name);
    // Whole words: "rainfall" is no fall, "corporate" no rate.
    let has = |words: &[&str]| {
        name.split(|c: char| !c.is_alphanumeric())
            .map(|part| part.trim_end_matches('s'))
            .any(|part| words.iter().any(|word| part.eq_ignore_ascii_case(word)))
    };
    match (basis, lang) {
        // Nobody speaks of the growth of a price or a burden that is to fall.
        (Basis::GrowthRate, Lang::Zh) if indicator.direction == Direction::Lower => {
            format!("{name}变动幅度")
        }
        (Basis::GrowthRate, Lang::En) if indicator.direction == Direction::Lower => {
            format!("{name}, rate of change")
        }
        (Basis::GrowthRate, Lang::Zh)
            if !["增速", "增长率", "率", "幅"].iter().any(|end| name.ends_with(end)) =>
        {
            format!("{name}增速")
        }
        (Basis::GrowthRate, Lang::En) if !has(&["rate", "growth", "cut", "fall"]) => {
            format!("{name}, growth")
        }
        (Basis::Change, Lang::Zh) if !name.ends_with("增减") => format!("{name}增减"),
        (Basis::Change, Lang::En) if !has(&["change"]) => format!("{name}, change"),
        _ => name.to_owned(),
    }
}

/// What an actual and a target are called together: figures on two bases have no more in common than the indicator.
#[must_use]
pub fn compared_name(
    (indicator, actual, target): (&Indicator, &Figure, &Figure),
    lang: Lang,
) -> String {
    let basis = if actual.basis == target.basis { actual.basis } else { Basis::Level };
    measured_name(indicator, basis, lang)
}

/// [`measured_name`] in Chinese and English.
#[must_use]
pub fn measured_names(indicator: &Indicator, basis: Basis) -> [String; 2] {
    Lang::ALL.map(|lang| measured_name(indicator, basis, lang))
}

/// `略少于 30万人`, where a sign has no room for words.
#[must_use]
pub fn just_below(value: &str, lang: Lang) -> String {
    lang.choose(format!("略少于 {value}"), format!("just below {value}"))
}

/// `略多于 2,000场`
#[must_use]
pub fn just_above(value: &str, lang: Lang) -> String {
    lang.choose(format!("略多于 {value}"), format!("just above {value}"))
}

/// What stands before a figure's number where it is positive and states a fall: `下降`, "fall of"; else nothing.
#[must_use]
pub fn fall(figure: &Figure, lang: Lang) -> &'static str {
    if figure.states_decrease { lang.choose("下降", "fall of ") } else { "" }
}

/// A figure's value with its bound in words: `下降不低于3.2%`, "fall of at least 3.2%";
/// of words without a number what they say in English, where the data has it, or else `None`.
///
/// The report's own wording comes first wherever there is room for it; this is what stands beside it.
#[must_use]
pub fn value(figure: &Figure, digits: Digits, lang: Lang) -> Option<String> {
    match number::bounded(&figure.quantity, digits, lang) {
        Some(bounded) => Some(format!("{}{bounded}", fall(figure, lang))),
        None => gloss(figure, lang).map(str::to_owned),
    }
}

/// What words without a number say in English: it stands beside the wording where English is read.
#[must_use]
pub fn gloss(figure: &Figure, lang: Lang) -> Option<&str> {
    figure.wording_en.as_deref().filter(|_| lang == Lang::En)
}

/// That there are words and no number, and what they say in English.
#[must_use]
pub fn worded(figure: &Figure, lang: Lang) -> String {
    let only = Word::WordedOnly.text(lang);
    gloss(figure, lang)
        .map_or_else(|| only.to_owned(), |says| format!("\"{says}\": {}", only.to_lowercase()))
}

/// The same where nothing around it says that it is a rate or a change: "growth of at least 10%".
#[must_use]
pub fn value_with_basis(figure: &Figure, digits: Digits, lang: Lang) -> Option<String> {
    let value = value(figure, digits, lang)?;
    let (before, after) = match figure.basis {
        _ if figure.states_decrease || figure.quantity.value().is_none() => ("", ""),
        Basis::GrowthRate => (lang.choose("增长", "growth of "), ""),
        Basis::Change => (lang.choose("增加", "change of "), ""),
        Basis::Addition => (lang.choose("新增", ""), lang.choose("", " added")),
        Basis::Level | Basis::Flow | Basis::Share | Basis::Rank | Basis::Cumulative => ("", ""),
    };
    Some(format!("{before}{value}{after}"))
}

/// The wording in its own words plus the word that the wording leaves to its sentence: `增长10%以上`, `新增842家`.
///
/// For places where a figure stands apart from its basis, such as a table cell.
#[must_use]
pub fn wording_with_basis(figure: &Figure) -> String {
    let word = match figure.basis {
        _ if figure.states_decrease => fall(figure, Lang::Zh),
        Basis::GrowthRate => "增长",
        Basis::Change => "增加",
        Basis::Addition => "新增",
        Basis::Level | Basis::Flow | Basis::Share | Basis::Rank | Basis::Cumulative => "",
    };
    if figure.quantity.value().is_none() || figure.wording.starts_with(word) {
        figure.wording.clone()
    } else {
        format!("{word}{}", figure.wording)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bilingual, IndicatorId};

    #[test]
    fn an_english_name_says_its_basis_in_whole_words_alone() {
        for (name, grown, changed) in [
            (
                "Corporate income tax",
                "Corporate income tax, growth",
                "Corporate income tax, change",
            ),
            ("Rainfall", "Rainfall, growth", "Rainfall, change"),
            ("Exchange reserves", "Exchange reserves, growth", "Exchange reserves, change"),
            ("Survival rates", "Survival rates", "Survival rates, change"),
            ("Growth of incomes", "Growth of incomes", "Growth of incomes, change"),
            ("Yearly change", "Yearly change, growth", "Yearly change"),
        ] {
            let indicator = Indicator {
                id: IndicatorId::new("one").expect("an id"),
                name: Bilingual { zh: "指标".to_owned(), en: name.to_owned() },
                domain: Domain::Economy,
                direction: Direction::Higher,
                definitions: Vec::new(),
                share_of: None,
                note: None,
            };
            let named = |basis| measured_name(&indicator, basis, Lang::En);
            assert_eq!([named(Basis::GrowthRate), named(Basis::Change)], [grown, changed]);
        }
    }

    #[test]
    fn people_count_characters_from_one_and_to_the_last() {
        let at = |start, end| position(Span { start, end }, Lang::Zh);
        assert_eq!(at(0, 1), "第 1 字");
        assert_eq!(at(1013, 1017), "第 1014–1017 字");
        assert_eq!(position(Span { start: 3, end: 5 }, Lang::En), "characters 4–5");
    }
}
