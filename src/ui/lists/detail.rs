//! What the detail panel says about the selected indicator: its figures, the verdict, the report's own words.

use crate::command::Selection;
use crate::i18n::number::Digits;
use crate::i18n::window::{self, Word};
use crate::i18n::{Lang, quotes, reason, terms};
use crate::model::{
    Bound, Comparison, Figure, Indicator, Report, Role, SectionId, Span, Status, Verdict,
};

use super::figure_text;

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureCard {
    /// Its role, for mark and colour.
    pub role: Role,
    /// Period and basis: `2021年 新增`.
    pub caption: String,
    /// 预计
    pub preliminary: bool,
    /// As printed.
    pub wording: String,
    /// In the base unit, or that there is none.
    pub value: String,
    /// What else is known of it: bound word, commitment, definition, set of a rank, note.
    pub facts: Vec<String>,
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
    /// Section and position: `一、(二)创新能力明显提升 · 第 1702 字`.
    pub place: String,
    /// The section, to go there.
    pub section: SectionId,
}

/// The comparison in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictText {
    /// Whether the two can be set against each other.
    pub verdict: Verdict,
    /// 不能对照
    pub title: &'static str,
    /// 口径不同
    pub kind: &'static str,
    /// The difference or the derived value.
    pub outcome: Option<String>,
    /// Why, in a sentence.
    pub sentence: String,
    /// How a derived value follows.
    pub formula: Option<String>,
}

/// Everything in the panel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// What it is about.
    pub selection: Selection,
    /// The sections around the figure that names the row.
    pub path: String,
    /// What is measured.
    pub name: String,
    /// The same in the other language.
    pub other_name: String,
    /// Field of policy, direction.
    pub facts: String,
    /// What a reader must know.
    pub note: Option<String>,
    /// The figures of the chosen comparison or row.
    pub figures: Vec<FigureCard>,
    /// Their comparison.
    pub verdict: Option<VerdictText>,
    /// The other figures of the indicator.
    pub others: Vec<FigureCard>,
}

impl Detail {
    /// Puts the selected indicator into words; `None` when the report does not have it.
    #[must_use]
    pub fn of(report: &Report, selection: &Selection, lang: Lang) -> Option<Self> {
        let indicator = report.indicator(&selection.indicator)?;
        let comparison = comparison_of(report, selection);
        let chosen: Vec<&Figure> = match comparison {
            Some(comparison) => [&comparison.actual, &comparison.target]
                .into_iter()
                .filter_map(|id| report.figure(id))
                .collect(),
            None => selection
                .figure
                .as_ref()
                .and_then(|id| report.figure(id))
                .or_else(|| report.figures_of(&indicator.id).next())
                .into_iter()
                .collect(),
        };
        let card = |figure: &Figure| figure_card(report, indicator, figure, lang);
        let other = match lang {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        };
        Some(Self {
            selection: selection.clone(),
            path: chosen
                .last()
                .map_or_else(String::new, |figure| path(report, &figure.section, lang)),
            name: quotes::set(lang.pick(&indicator.name), lang),
            other_name: quotes::set(other.pick(&indicator.name), other),
            facts: format!(
                "{} · {}",
                terms::domain(indicator.domain, lang),
                terms::direction(indicator.direction, lang)
            ),
            note: indicator.note.as_ref().map(|note| quotes::set(lang.pick(note), lang)),
            figures: chosen.iter().copied().map(card).collect(),
            verdict: comparison.map(|comparison| verdict_text(report, comparison, lang)),
            others: report
                .figures_of(&indicator.id)
                .filter(|figure| chosen.iter().all(|one| one.id != figure.id))
                .map(card)
                .collect(),
        })
    }
}

/// The comparison that holds the selected figure, or the first of the indicator.
fn comparison_of<'a>(report: &'a Report, selection: &Selection) -> Option<&'a Comparison> {
    let mut comparisons = report.comparisons_of(&selection.indicator);
    match &selection.figure {
        Some(figure) => comparisons
            .find(|comparison| comparison.target == *figure || comparison.actual == *figure),
        None => comparisons.next(),
    }
}

fn verdict_text(report: &Report, comparison: &Comparison, lang: Lang) -> VerdictText {
    let outcome = reason::difference(comparison, Digits::Short, lang).or_else(|| {
        comparison.derived.as_ref().map(|derived| reason::derived(derived, Digits::Short, lang))
    });
    VerdictText {
        verdict: comparison.verdict,
        title: terms::verdict_sentence(comparison.verdict, lang),
        kind: terms::verdict(comparison.verdict, lang),
        outcome,
        sentence: quotes::set(&reason::sentence(report, comparison, lang), lang),
        formula: reason::formula(report, comparison, Digits::Short, lang),
    }
}

/// The headings around a section, outermost first.
fn path(report: &Report, id: &SectionId, lang: Lang) -> String {
    let headings: Vec<String> = report
        .section_path(id)
        .into_iter()
        .map(|section| {
            window::section_heading(&section.number, &section.id, lang.pick(&section.title), lang)
        })
        .collect();
    quotes::set(&headings.join(" › "), lang)
}

/// The same in short: 三、(六)提升城市品质能级; "3.6 › Metro".
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

fn figure_card(report: &Report, indicator: &Indicator, figure: &Figure, lang: Lang) -> FigureCard {
    let mut facts = Vec::new();
    let quantity = &figure.quantity;
    if quantity.bound() != Bound::Exact && quantity.bound() != Bound::Worded {
        let bound = terms::bound(quantity.bound(), lang);
        facts.push(match &figure.bound_word {
            // 约数(左右) says its word already.
            Some(word) if bound.contains(word.as_str()) => {
                lang.choose("界：", "").to_owned() + bound
            }
            Some(word) => {
                lang.choose(format!("界：{bound}（{word}）"), format!("{bound} ({word})"))
            }
            None => bound.to_owned(),
        });
    }
    if let Some(commitment) = figure.commitment {
        facts.push(match lang {
            Lang::Zh => format!("承诺：{}", commitment.zh()),
            Lang::En => format!("{} ({})", terms::commitment(commitment, lang), commitment.zh()),
        });
    }
    if let Some(definition) = figure
        .definition
        .as_ref()
        .and_then(|id| indicator.definitions.iter().find(|definition| definition.id == *id))
    {
        facts.push(labelled(Word::Definition, lang.pick(&definition.text), lang));
    }
    if let Some(set) = &figure.rank_set {
        facts.push(labelled(Word::Ranked, lang.pick(set), lang));
    }
    if figure.yearly_average {
        facts.push(Word::YearlyAverage.text(lang).to_owned());
    }
    if figure.states_decrease {
        facts.push(Word::StatesDecrease.text(lang).to_owned());
    }
    if let Some(note) = &figure.note {
        facts.push(quotes::set(lang.pick(note), lang));
    }
    FigureCard {
        role: figure.role,
        caption: lang.choose(
            format!(
                "{} {}",
                terms::period(figure.period, lang),
                terms::kind_of_number(figure, lang)
            ),
            format!(
                "{}, {}",
                terms::period(figure.period, lang),
                terms::kind_of_number(figure, lang).to_lowercase()
            ),
        ),
        preliminary: figure.status == Status::Preliminary,
        // The caption names the basis; a fall must be in the wording itself.
        wording: if figure.states_decrease {
            terms::wording_with_basis(figure, Lang::Zh)
        } else {
            figure.wording.clone()
        },
        value: figure_text::normalised(quantity, lang)
            .unwrap_or_else(|| Word::WordedOnly.text(lang).to_owned()),
        facts,
        clause: clause_text(report, figure, lang),
    }
}

fn labelled(label: Word, text: &str, lang: Lang) -> String {
    quotes::set(&format!("{}{}{text}", label.text(lang), lang.choose("：", ": ")), lang)
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
            window::position(figure.span.start, lang)
        ),
        section: figure.section.clone(),
    }
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
