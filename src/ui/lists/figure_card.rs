//! One figure in full: its wording and value, every fact that the data has of it, its clause with the wording marked.

use super::figure_text;
use crate::i18n::detail::{self as words, Label};
use crate::i18n::window::{self, Word};
use crate::i18n::{Lang, quotes, terms};
use crate::model::{Figure, FigureId, Indicator, Link, Report, Role, SectionId, Span, Status};

/// One fact of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub label: &'static str,
    /// What it says.
    pub value: String,
    /// More about it, in the box over it.
    pub more: Option<String>,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureCard {
    /// Which it is.
    pub id: FigureId,
    /// Its role, for mark and colour.
    pub role: Role,
    /// Period and basis: `2021年 新增`.
    pub caption: String,
    /// 预计
    pub preliminary: bool,
    /// The report has only words.
    pub worded: bool,
    /// As printed.
    pub wording: String,
    /// In the base unit, or that there is none.
    pub value: String,
    /// Unit and scale, and how the printed number comes to its value.
    pub conversion: Option<String>,
    /// Everything that is known of it.
    pub facts: Vec<Fact>,
    /// Where it stands.
    pub clause: ClauseText,
}

/// A clause cut into three, so that the wording can be marked in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseText {
    /// Up to the wording.
    pub before: String,
    /// The wording.
    pub marked: String,
    /// After the wording.
    pub after: String,
    /// Section and position: `一、(二)创新能力明显提升 · 第 1703–1706 字`.
    pub place: String,
    /// The section, to go there.
    pub section: SectionId,
}

impl FigureCard {
    /// Puts a figure of `report` into words.
    #[must_use]
    pub fn of(report: &Report, indicator: &Indicator, figure: &Figure, lang: Lang) -> Self {
        let value = figure_text::normalised(figure, lang);
        let period = terms::period(figure.period, lang);
        let basis = terms::kind_of_number(figure, lang);
        Self {
            id: figure.id.clone(),
            role: figure.role,
            caption: lang
                .choose(format!("{period} {basis}"), format!("{period}, {}", basis.to_lowercase())),
            preliminary: figure.status == Status::Preliminary,
            worded: value.is_none(),
            // The caption names the basis; a fall must be in the wording itself.
            wording: if figure.states_decrease {
                terms::wording_with_basis(figure)
            } else {
                figure.wording.clone()
            },
            value: value.clone().unwrap_or_else(|| terms::worded(figure, lang)),
            conversion: words::conversion(figure, lang),
            facts: facts(report, indicator, figure, value, lang),
            clause: clause_text(report, figure, lang),
        }
    }
}

fn facts(
    report: &Report,
    indicator: &Indicator,
    figure: &Figure,
    value: Option<String>,
    lang: Lang,
) -> Vec<Fact> {
    let fact = |label: Label, value: String| Fact {
        label: label.text(lang),
        value: quotes::set(&value, lang),
        more: None,
    };
    let mut facts = vec![
        Fact {
            more: words::conversion(figure, lang),
            ..fact(Label::Value, value.unwrap_or_else(|| terms::worded(figure, lang)))
        },
        fact(Label::Bound, bound(figure, lang)),
    ];
    if let Some(commitment) = figure.commitment {
        let word = terms::commitment(commitment, lang);
        let zh = commitment.zh();
        facts.push(fact(Label::Commitment, lang.choose(zh.to_owned(), format!("{word} ({zh})"))));
    }
    let mut basis = terms::kind_of_number(figure, lang).to_owned();
    if figure.yearly_average {
        basis.push_str(lang.choose("；", "; "));
        basis.push_str(Word::YearlyAverage.text(lang));
    }
    facts.push(fact(Label::Basis, basis));
    facts.push(fact(Label::Period, terms::period(figure.period, lang)));
    facts.push(fact(Label::Status, terms::status(figure.status, lang).to_owned()));
    let definition = figure
        .definition
        .as_ref()
        .and_then(|id| indicator.definitions.iter().find(|definition| definition.id == *id));
    if let Some(definition) = definition {
        facts.push(fact(Label::Definition, lang.pick(&definition.text).to_owned()));
    }
    if let Some(set) = &figure.rank_set {
        facts.push(fact(Label::Ranked, lang.pick(set).to_owned()));
    }
    if let Some(note) = &figure.note {
        facts.push(fact(Label::Note, lang.pick(note).to_owned()));
    }
    let link = Link::figure(report, &figure.id).to_string();
    facts.push(Fact { label: Label::Link.text(lang), value: link, more: None });
    facts
}

/// The bound with the word that makes it: 不低于（以上）.
fn bound(figure: &Figure, lang: Lang) -> String {
    let bound = terms::bound(figure.quantity.bound(), lang);
    match &figure.bound_word {
        // 约数（左右） says its word already.
        Some(word) if !bound.contains(word.as_str()) => {
            lang.choose(format!("{bound}（{word}）"), format!("{bound} ({word})"))
        }
        Some(_) | None => bound.to_owned(),
    }
}

fn clause_text(report: &Report, figure: &Figure, lang: Lang) -> ClauseText {
    let (before, marked, after) = cut(&figure.clause.text, figure.clause.span, figure.span);
    ClauseText {
        before,
        marked,
        after,
        place: format!(
            "{} · {}",
            place(report, &figure.section, lang),
            terms::position(figure.span, lang)
        ),
        section: figure.section.clone(),
    }
}

/// The headings around a section in short: 三、(六)提升城市品质能级; "3.6 › Metro".
fn place(report: &Report, id: &SectionId, lang: Lang) -> String {
    let sections = report.section_path(id);
    let Some((last, around)) = sections.split_last() else { return String::new() };
    let title = lang.pick(&last.title);
    let heading = window::section_heading(&last.number, &last.id, title, lang);
    let text = match lang {
        Lang::Zh => {
            let numbers: String = around.iter().map(|section| section.number.as_str()).collect();
            format!("{numbers}{heading}")
        }
        Lang::En => match around.last() {
            Some(parent) if last.number.is_empty() => format!("{} › {heading}", parent.id),
            _ => heading,
        },
    };
    quotes::set(&text, lang)
}

/// Cuts a clause at the ends of the wording; spans that do not fit leave the clause whole.
fn cut(text: &str, clause: Span, wording: Span) -> (String, String, String) {
    let chars: Vec<char> = text.chars().collect();
    let from = wording.start.saturating_sub(clause.start) as usize;
    let to = from + wording.len() as usize;
    if !clause.contains(wording) || to > chars.len() {
        return (text.to_owned(), String::new(), String::new());
    }
    let part = |range: &[char]| range.iter().collect::<String>();
    (part(&chars[..from]), part(&chars[from..to]), part(&chars[to..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Report {
        let text = include_str!("../../../tests/data/small.report.ron");
        crate::load::parse(text, "small.report.ron").expect("opens").report
    }

    fn card(report: &Report, wording: &str, lang: Lang) -> FigureCard {
        let figure = report.figures().iter().find(|figure| figure.wording == wording);
        let figure = figure.unwrap_or_else(|| panic!("no {wording}"));
        FigureCard::of(report, report.indicator_of(figure), figure, lang)
    }

    fn fact(card: &FigureCard, label: Label, lang: Lang) -> Option<String> {
        let label = label.text(lang);
        card.facts.iter().find(|fact| fact.label == label).map(|fact| fact.value.clone())
    }

    #[test]
    fn a_figure_says_its_value_bound_commitment_basis_period_status_and_link() {
        let report = report();
        let target = card(&report, "150家以上", Lang::Zh);
        let says = |label| fact(&target, label, Lang::Zh);
        assert_eq!(says(Label::Value).as_deref(), Some("≥ 150家"));
        assert_eq!(says(Label::Bound).as_deref(), Some("不低于（以上）"));
        assert_eq!(says(Label::Commitment).as_deref(), Some("确保"));
        assert_eq!(says(Label::Period).as_deref(), Some("2022年"));
        assert_eq!(says(Label::Status).as_deref(), Some("计划"));
        assert!(says(Label::Link).is_some_and(|link| link.starts_with("small-2022#")));
        let preliminary = card(&report, "7%左右", Lang::En);
        assert!(preliminary.preliminary);
        assert_eq!(fact(&preliminary, Label::Status, Lang::En).as_deref(), Some("Preliminary"));
    }

    #[test]
    fn the_conversion_from_the_printed_number_is_written_out() {
        let report = report();
        let conversion = card(&report, "1.2万个", Lang::Zh).conversion.expect("a number");
        assert!(conversion.contains("1.2 × 10,000 = 12,000"), "{conversion}");
        assert_eq!(card(&report, "稳步增长", Lang::En).conversion, None);
        assert!(card(&report, "稳步增长", Lang::En).worded);
    }

    #[test]
    fn the_wording_is_cut_out_of_its_clause_by_characters() {
        let span = |start, end| Span { start, end };
        let text = "新建5G基站1.2万个";
        assert_eq!(
            cut(text, span(100, 111), span(106, 111)),
            ("新建5G基站".to_owned(), "1.2万个".to_owned(), String::new())
        );
        assert_eq!(cut(text, span(100, 111), span(90, 95)).0, text);
        assert_eq!(cut(text, span(100, 120), span(106, 120)).0, text);
    }
}
