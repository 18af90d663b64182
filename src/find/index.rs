//! Everything that can be searched in a report, folded once; a search reads it from beginning to end.
//!
//! Reading through some hundred bytes a figure is faster than any cleverer index for what reports have:
//! a report takes microseconds, a hundred thousand figures a few milliseconds, and nothing has to be kept sorted.

use std::collections::HashMap;

use super::haystack::{Haystack, Sounds};
use super::query::{Term, printed_number};
use super::{Query, fold};
use crate::model::{Basis, Decimal, Figure, Indicator, Report, Span, Unit};

/// What a report has to search, apart from the report itself.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// Per indicator: names, id, what is counted.
    indicators: Haystack,
    names: Sounds,
    /// Per section: titles.
    sections: Haystack,
    titles: Sounds,
    /// Per section: id, and the printed numbers of it and those around it: 三(六).
    section_numbers: Vec<[String; 2]>,
    section_parents: Vec<Option<usize>>,
    /// Per figure: its clause, or the sentence around it, and its id.
    figures: Haystack,
    numbers: Vec<Number>,
    indicator_of: Vec<u32>,
    section_of: Vec<u32>,
}

/// A word is looked for in single figures where fewer than one in so many are left: that is faster than reading on.
const FEW: usize = 8;

/// How an indicator is called, in Chinese and English, where a figure of it has this basis: 地区生产总值增速.
pub type Names<'a> = dyn Fn(&Indicator, Basis) -> [String; 2] + 'a;

/// A number that a figure has.
#[derive(Debug, Clone)]
struct Number {
    figure: u32,
    value: Decimal,
    unit: Option<Unit>,
}

/// The figures that a query finds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    figures: Vec<bool>,
}

impl Found {
    /// Whether the figure at `at` of [`Report::figures`] was found.
    #[must_use]
    pub fn has(&self, at: usize) -> bool {
        self.figures.get(at).copied().unwrap_or_default()
    }

    /// How many were found.
    #[must_use]
    pub fn count(&self) -> usize {
        self.figures.iter().filter(|found| **found).count()
    }

    /// For every figure of the report, in its order, whether it was found.
    #[must_use]
    pub fn figures(&self) -> &[bool] {
        &self.figures
    }
}

impl Index {
    /// Folds what `report` says, with the `names` that its indicators are shown by; with its `text`, figures are found by their whole sentence too.
    ///
    /// The text is the one that the spans of the report point into.
    #[must_use]
    pub fn of(report: &Report, text: Option<&[char]>, names: &Names<'_>) -> Self {
        let mut index = Self::default();
        let mut bases: HashMap<&str, Vec<Basis>> = HashMap::new();
        for figure in report.figures() {
            let known = bases.entry(figure.indicator.as_str()).or_default();
            if !known.contains(&figure.basis) {
                known.push(figure.basis);
            }
        }
        let mut indicators = HashMap::with_capacity(report.indicators().len());
        for (at, indicator) in (0..).zip(report.indicators()) {
            indicators.insert(indicator.id.as_str(), at);
            let haystack = &mut index.indicators;
            for words in [&indicator.name.zh, &indicator.name.en] {
                haystack.push(words.chars());
            }
            index.names.push(&indicator.name.zh, at);
            for basis in bases.get(indicator.id.as_str()).into_iter().flatten() {
                let [zh, en] = names(indicator, *basis);
                if zh != indicator.name.zh {
                    haystack.push(zh.chars());
                    index.names.push(&zh, at);
                }
                if en != indicator.name.en {
                    haystack.push(en.chars());
                }
            }
            haystack.push(indicator.id.as_str().chars());
            for definition in &indicator.definitions {
                haystack.push(definition.text.zh.chars());
                haystack.push(definition.text.en.chars());
            }
            haystack.end();
        }
        for (at, section) in report.sections().iter().enumerate() {
            let parent = section.id.parent().and_then(|id| report.section_position(&id));
            index.sections.push(section.title.zh.chars());
            index.sections.push(section.title.en.chars());
            index.sections.end();
            index.titles.push(&section.title.zh, at as u32);
            let around = parent.map_or("", |parent| &index.section_numbers[parent][1]);
            let number = printed_number(&fold(&section.number));
            let printed =
                if number.is_empty() { String::new() } else { format!("{around}{number}") };
            index.section_numbers.push([section.id.as_str().to_owned(), printed]);
            index.section_parents.push(parent);
        }
        let count = report.figures().len();
        index.indicator_of.reserve_exact(count);
        index.section_of.reserve_exact(count);
        for (at, figure) in (0..).zip(report.figures()) {
            let haystack = &mut index.figures;
            match text.and_then(|text| sentence(text, figure)) {
                Some(sentence) => haystack.push(sentence.iter().copied()),
                None => haystack.push(figure.clause.text.chars()),
            }
            if !figure.clause.text.contains(&figure.wording) {
                haystack.push(figure.wording.chars());
            }
            haystack.push(figure.id.as_str().chars());
            haystack.end();
            let quantity = &figure.quantity;
            let ends = [quantity.value(), quantity.high()];
            index.numbers.extend(ends.into_iter().flatten().map(|value| Number {
                figure: at,
                value,
                unit: quantity.unit(),
            }));
            index
                .indicator_of
                .push(indicators.get(figure.indicator.as_str()).copied().unwrap_or(0));
            index
                .section_of
                .push(report.section_position(&figure.section).unwrap_or_default() as u32);
        }
        index
    }

    /// The figures of `report` in which every word of `query` is found; all of them for an empty query.
    ///
    /// `report` is the one that the index was made of.
    #[must_use]
    pub fn search(&self, report: &Report, query: &Query) -> Found {
        if let Some(link) = &query.link {
            return Found { figures: report.figures().iter().map(link.means(report)).collect() };
        }
        let mut found = Found { figures: vec![true; self.indicator_of.len()] };
        for term in &query.terms {
            // Of few figures the next word is looked for in theirs alone.
            let few = found.count() < found.figures.len() / FEW;
            let holds = self.term(term, few.then_some(&found.figures));
            found.figures.iter_mut().zip(holds).for_each(|(all, holds)| *all &= holds);
        }
        found
    }

    /// The sentence around the figure at `at` of [`Report::figures`], folded; its clause where the text is not there.
    #[must_use]
    pub fn sentence(&self, at: usize) -> Option<&str> {
        self.figures.first(at)
    }

    /// The figures in which a word is found; where only `some` are asked for, it says nothing of the others.
    fn term(&self, term: &Term, some: Option<&Vec<bool>>) -> Vec<bool> {
        let some_indicators = some.map(|some| {
            let mut theirs = vec![false; self.indicators.len()];
            for (of, _) in self.indicator_of.iter().zip(some).filter(|(_, asked)| **asked) {
                if let Some(one) = theirs.get_mut(*of as usize) {
                    *one = true;
                }
            }
            theirs
        });
        let mut indicators = vec![false; self.indicators.len()];
        self.indicators.find(term, some_indicators.as_deref(), |at| indicators[at] = true);
        let mut sections = vec![false; self.sections.len()];
        self.sections.find(term, None, |at| sections[at] = true);
        if let Some(letters) = &term.letters {
            self.names.find(letters, some_indicators.as_deref(), |at| indicators[at] = true);
            self.titles.find(letters, None, |at| sections[at] = true);
        }
        if let Some(number) = &term.section {
            for (section, names) in sections.iter_mut().zip(&self.section_numbers) {
                *section |= names.contains(number);
            }
        }
        // Parents stand before what they hold.
        for at in 0..sections.len() {
            sections[at] |= self.section_parents[at].is_some_and(|parent| sections[parent]);
        }
        let mut figures: Vec<bool> = self
            .indicator_of
            .iter()
            .zip(&self.section_of)
            .map(|(indicator, section)| {
                indicators.get(*indicator as usize).copied().unwrap_or_default()
                    || sections.get(*section as usize).copied().unwrap_or_default()
            })
            .collect();
        self.figures.find(term, some.map(Vec::as_slice), |at| figures[at] = true);
        if let Some(number) = &term.number {
            for one in self.numbers.iter().filter(|one| number.is(one.value, one.unit)) {
                figures[one.figure as usize] = true;
            }
        }
        figures
    }
}

/// The sentence of the text around a figure; `None` where the span does not lie in the text.
fn sentence<'a>(text: &'a [char], figure: &Figure) -> Option<&'a [char]> {
    let Span { start, end } = figure.clause.span;
    let (start, end) = (start as usize, end as usize);
    if start > end || end > text.len() {
        return None;
    }
    let stops = |c: &char| matches!(c, '。' | '！' | '？' | '\n' | '\r');
    let from = text[..start].iter().rposition(stops).map_or(0, |at| at + 1);
    let to = text[end..].iter().position(stops).map_or(text.len(), |at| end + at);
    Some(&text[from..to])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Link, SectionId};
    use crate::{bundled, load};

    fn report() -> Report {
        load::parse(bundled::TEXT, bundled::FILE_NAME).expect("the bundled report opens").report
    }

    /// As the window names a rate of change.
    fn named(indicator: &Indicator, basis: Basis) -> [String; 2] {
        let (zh, en) = (indicator.name.zh.clone(), indicator.name.en.clone());
        match basis {
            Basis::GrowthRate => [format!("{zh}增速"), format!("{en}, growth")],
            _ => [zh, en],
        }
    }

    fn names(report: &Report, typed: &str) -> Vec<String> {
        let found = Index::of(report, None, &named).search(report, &Query::parse(typed));
        let figures = report.figures().iter().enumerate().filter(|(at, _)| found.has(*at));
        figures.map(|(_, figure)| report.indicator_of(figure).name.zh.clone()).collect()
    }

    #[test]
    fn an_indicator_is_found_by_name_pinyin_initials_and_english() {
        let report = report();
        let by_name = names(&report, "地区生产总值");
        assert!(by_name.len() >= 3 && by_name.iter().any(|name| name == "地区生产总值"));
        for typed in ["dqsczz", "diqushengchan", "DQSCZZ", "ｄｑｓｃｚｚ", "地区 总值"] {
            assert_eq!(names(&report, typed), by_name, "{typed}");
        }
        for typed in ["gdp", "GDP", "ＧＤＰ"] {
            assert!(names(&report, typed).iter().any(|name| name == "地区生产总值"), "{typed}");
        }
    }

    #[test]
    fn a_name_is_found_as_it_is_shown_with_its_basis() {
        let report = report();
        for typed in ["地区生产总值增速", "dqsczzzs", "gdp growth"] {
            assert!(names(&report, typed).iter().any(|name| name == "地区生产总值"), "{typed}");
        }
    }

    #[test]
    fn a_number_is_found_however_it_is_spelled() {
        let report = report();
        let wanted = report.figures().iter().position(|figure| figure.wording == "1.2万个");
        let wanted = wanted.expect("the report has it");
        let index = Index::of(&report, None, &named);
        for typed in ["１．２万", "12000", "12,000", "一万二", "1.2万个", "12k"] {
            let found = index.search(&report, &Query::parse(typed));
            assert!(found.has(wanted), "{typed}");
            assert!(found.count() < 8, "{typed} finds {}", found.count());
        }
        assert!(!index.search(&report, &Query::parse("2000")).has(wanted), "12000 holds no 2000");
        assert!(!index.search(&report, &Query::parse("12000人")).has(wanted), "of another unit");
    }

    #[test]
    fn every_figure_is_found_by_its_id_its_link_its_wording_and_its_clause() {
        let report = report();
        let index = Index::of(&report, None, &named);
        for (at, figure) in report.figures().iter().enumerate() {
            for typed in [
                figure.id.as_str(),
                &Link::figure(&report, &figure.id).to_string(),
                &figure.wording,
                &figure.clause.text,
            ] {
                let found = index.search(&report, &Query::parse(typed));
                assert!(found.has(at), "{typed}");
            }
        }
    }

    #[test]
    fn a_link_finds_the_figure_alone_or_all_of_an_indicator_and_nothing_of_another_report() {
        let report = report();
        let index = Index::of(&report, None, &named);
        let count = |typed: &str| index.search(&report, &Query::parse(typed)).count();
        let figure = &report.figures()[5];
        assert_eq!(count(&format!("{}#{}", report.id(), figure.id)), 1);
        let indicator = &report.indicators()[0].id;
        let all = report.figures_of(indicator).count();
        assert_eq!(count(&format!("{}#{indicator}", report.id())), all);
        assert_eq!(count(&format!("#{indicator}")), all);
        assert_eq!(count(&format!("elsewhere#{indicator}")), 0);
        let begun = &indicator.as_str()[..indicator.as_str().len() - 1];
        assert!(count(&format!("#{begun}")) >= all, "while it is being typed");
        let section = SectionId::new("3").expect("sound");
        let inside = report.figures().iter().filter(|one| one.section.is_within(&section)).count();
        assert_eq!(count(&format!("{}#3", report.id())), inside);
    }

    #[test]
    fn several_words_find_what_each_of_them_finds() {
        let report = report();
        let index = Index::of(&report, None, &named);
        let words = ["gdp", "增长", "dqsczz", "12000", "5g", "三(六)", "8%", "的", "8", "qy"];
        let mut few = 0;
        for one in words {
            for other in words {
                let [first, second] =
                    [one, other].map(|word| index.search(&report, &Query::parse(word)));
                let both = index.search(&report, &Query::parse(&format!("{one} {other}")));
                let each = first.figures.iter().zip(&second.figures).map(|(a, b)| *a && *b);
                assert!(each.eq(both.figures.iter().copied()), "{one} {other}");
                few += usize::from(first.count() < report.figures().len() / FEW);
            }
        }
        assert!(few > 10 && few < words.len() * words.len(), "both ways are gone: {few}");
    }

    #[test]
    fn a_section_is_found_by_its_title_and_its_number() {
        let report = report();
        let index = Index::of(&report, None, &named);
        let section = report
            .sections()
            .iter()
            .find(|section| !section.number.is_empty() && section.id.depth() == 1);
        let section = section.expect("a numbered section");
        let inside =
            report.figures().iter().filter(|figure| figure.section.is_within(&section.id)).count();
        let path: String =
            report.section_path(&section.id).iter().map(|one| one.number.as_str()).collect();
        for typed in
            [section.title.zh.as_str(), &section.title.en, &format!("§{}", section.id), &path]
        {
            let found = index.search(&report, &Query::parse(typed)).count();
            assert!(found >= inside && inside > 0, "{typed}: {found}");
        }
        assert_eq!(index.search(&report, &Query::parse(&path)).count(), inside);
    }

    #[test]
    fn with_its_text_a_figure_is_found_by_the_words_around_its_clause() {
        let report = report();
        let figure = &report.figures()[0];
        let span = figure.clause.span;
        let mut text = vec!['某'; span.end as usize + 20];
        text[span.start as usize - 3] = '璧';
        text[span.end as usize + 2] = '。';
        text[span.end as usize + 3] = '瑾';
        let query = |word: &str| Query::parse(word);
        let index = Index::of(&report, Some(&text), &named);
        assert!(index.search(&report, &query("璧")).has(0));
        assert!(!index.search(&report, &query("瑾")).has(0), "the next sentence");
        assert_eq!(Index::of(&report, None, &named).search(&report, &query("璧")).count(), 0);
        // A text that is shorter than the data says is passed over.
        let short = Index::of(&report, Some(&text[..10]), &named);
        assert!(short.search(&report, &query(&figure.clause.text)).has(0));
    }

    #[test]
    fn nothing_typed_finds_everything() {
        let report = report();
        let index = Index::of(&report, None, &named);
        assert_eq!(index.search(&report, &Query::default()).count(), report.figures().len());
        assert_eq!(index.search(&report, &Query::parse("没有这个词")).count(), 0);
    }
}
