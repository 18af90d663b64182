//! What the detail panel says about the selected indicator: where it stands, its figures, their comparison.

use super::FigureCard;
use crate::chart::{ChartKind, ChartSpec, Labels, Scope};
use crate::command::Selection;
use crate::i18n::number::Digits;
use crate::i18n::window;
use crate::i18n::{Lang, detail as words, quotes, reason, terms};
use crate::model::{Comparison, Figure, Report, Role, SectionId, Verdict};

/// A section on the way to the figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crumb {
    /// The section.
    pub section: SectionId,
    /// Its heading with its number.
    pub heading: String,
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
    /// The sections around the selected figure, outermost first.
    pub crumbs: Vec<Crumb>,
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
    /// Why there is none.
    pub no_comparison: Option<&'static str>,
    /// The small chart of the comparison, where it has axes.
    pub chart: Option<ChartSpec>,
    /// The other figures of the indicator.
    pub others: Vec<FigureCard>,
    /// Which of all figures of the report is selected, counted from 0.
    pub at: Option<usize>,
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
            None => selection.figure_in(report).into_iter().collect(),
        };
        let selected = selection.figure_in(report);
        let card = |figure: &Figure| FigureCard::of(report, indicator, figure, lang);
        let other = lang.choose(Lang::En, Lang::Zh);
        let roles: Vec<Role> = report.figures_of(&indicator.id).map(|figure| figure.role).collect();
        Some(Self {
            selection: selection.clone(),
            crumbs: selected.map_or_else(Vec::new, |figure| crumbs(report, &figure.section, lang)),
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
            no_comparison: comparison.is_none().then(|| words::no_comparison(&roles, lang)),
            chart: comparison.and_then(|comparison| small_chart(report, comparison)),
            others: report
                .figures_of(&indicator.id)
                .filter(|figure| chosen.iter().all(|one| one.id != figure.id))
                .map(card)
                .collect(),
            at: selected.and_then(|figure| report.figure_position(&figure.id)),
        })
    }
}

/// The comparison that holds the selected figure, or the first of the indicator.
#[must_use]
pub fn comparison_of<'a>(report: &'a Report, selection: &Selection) -> Option<&'a Comparison> {
    let mut comparisons = report.comparisons_of(&selection.indicator);
    match &selection.figure {
        Some(figure) => comparisons
            .find(|comparison| comparison.target == *figure || comparison.actual == *figure),
        None => comparisons.next(),
    }
}

/// A bullet where an amount has a length, a dumbbell where it has a place only; none where nothing can be joined.
fn small_chart(report: &Report, comparison: &Comparison) -> Option<ChartSpec> {
    if comparison.verdict == Verdict::DifferentBasis {
        return None;
    }
    let scope = Scope::of_indicators([&comparison.indicator]);
    [ChartKind::Bullet, ChartKind::Dumbbell]
        .map(|kind| ChartSpec { labels: Labels::Value, ..ChartSpec::new(kind, scope.clone()) })
        .into_iter()
        .find(|spec| ChartSpec::find(report, spec.id().as_str()).is_some())
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

/// The sections around a section, outermost first.
fn crumbs(report: &Report, id: &SectionId, lang: Lang) -> Vec<Crumb> {
    report
        .section_path(id)
        .into_iter()
        .map(|section| {
            let title = quotes::set(lang.pick(&section.title), lang);
            Crumb {
                section: section.id.clone(),
                heading: window::section_heading(&section.number, &section.id, &title, lang),
            }
        })
        .collect()
}
