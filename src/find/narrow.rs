//! Narrowing the table by what its figures are: any of the chosen values of a facet, and that for every facet.
//!
//! A row is kept when one figure of it fits in every respect, so that "target" and "at least" together
//! mean a target that is a floor, not a row that has both somewhere.
//! The count beside a value is the number of rows that there would be with it chosen:
//! under everything else that is chosen, apart from its own facet.

use std::collections::HashMap;

use super::{Facet, FacetChoice, FacetValue, Found, Rows};
use crate::model::{
    Demand, Direction, Domain, Figure, Period, Report, RoleCounts, SectionId, Unit, Verdict,
};

const FACETS: usize = Facet::ALL.len();

/// The bit of the section that is chosen in the tree, behind those of the facets.
const SECTION_BIT: u16 = 1 << FACETS;

/// The facets of a report: which values there are, and which of them each figure in each row has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facets {
    /// In the order of [`Facet::ALL`].
    values: [Vec<FacetValue>; FACETS],
    /// For each of [`Rows::all_places`], the place of its value in each list of `values`.
    codes: Vec<[u16; FACETS]>,
    /// For each figure of the report, its section in [`Report::sections`].
    section_of: Vec<u32>,
}

/// What a table is narrowed by, besides the chosen values.
#[derive(Debug, Clone, Copy, Default)]
pub struct Narrowing<'a> {
    /// What was searched for.
    pub found: Option<&'a Found>,
    /// Rows that other conditions keep.
    pub rows: Option<&'a [bool]>,
    /// The section that is chosen in the tree.
    pub section: Option<&'a SectionId>,
}

/// What is left.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Narrowed {
    /// Rows, in the order of [`Rows::all`].
    pub rows: Vec<u32>,
    /// Rows that there would be with each value of [`Facets::values`] chosen.
    pub counts: [Vec<u32>; FACETS],
    /// Figures by role for each section of the report, inside sections included, whatever is chosen in the tree.
    pub sections: Vec<RoleCounts>,
    /// The same for the whole report.
    pub total: RoleCounts,
}

impl Facets {
    /// Finds the values of every figure; where derived values are hidden, nothing is said that follows from them.
    #[must_use]
    pub fn of(report: &Report, rows: &Rows, derived_hidden: bool) -> Self {
        let section_of = report
            .figures()
            .iter()
            .map(|figure| report.section_position(&figure.section).unwrap_or_default() as u32)
            .collect();
        let mut facets = Self { section_of, ..Self::default() };
        facets.codes.reserve_exact(rows.all_places().len());
        let mut known: [HashMap<FacetValue, u16>; FACETS] = Default::default();
        for row in rows.all() {
            let compared = row.comparison(report);
            let seen = compared.filter(|one| !derived_hidden || one.verdict != Verdict::Derivable);
            let of_row = OfRow {
                verdict: compared.map(|one| one.verdict),
                demand: seen.and_then(|one| one.demand(report)),
                direction: row.indicator(report).direction,
                domain: row.indicator(report).domain,
            };
            for place in rows.places(row) {
                let figure = &report.figures()[*place as usize];
                let mut codes = [0; FACETS];
                for (facet, value) in values_of(figure, &of_row).into_iter().enumerate() {
                    let values = &mut facets.values[facet];
                    codes[facet] = *known[facet].entry(value).or_insert_with_key(|value| {
                        values.push(value.clone());
                        // A report has fewer sections than that, and all other values are fewer still.
                        u16::try_from(values.len() - 1).unwrap_or(u16::MAX)
                    });
                }
                facets.codes.push(codes);
            }
        }
        facets.sort_values(report);
        facets
    }

    /// Puts the values of each facet into the order of the documentation, with the codes after them.
    fn sort_values(&mut self, report: &Report) {
        for facet in 0..FACETS {
            let order = |value: &FacetValue| -> usize {
                match value {
                    FacetValue::Role(one) => *one as usize,
                    FacetValue::Verdict(one) => one.map_or(usize::MAX, |one| one as usize),
                    FacetValue::Demand(one) => one.map_or(usize::MAX, |one| one as usize),
                    FacetValue::Period(Period::Year(year)) => usize::from(*year),
                    FacetValue::Period(Period::Term) => 1 << 17,
                    FacetValue::Period(Period::Next(years)) => (1 << 18) + usize::from(*years),
                    FacetValue::Period(Period::NotStated) => usize::MAX,
                    FacetValue::Part(id) | FacetValue::Section(id) => {
                        report.section_position(id).unwrap_or_default()
                    }
                    FacetValue::Domain(one) => *one as usize,
                    FacetValue::Basis(one) => *one as usize,
                    FacetValue::Bound(one) => *one as usize,
                    FacetValue::Direction(one) => *one as usize,
                    FacetValue::Unit(one) => one.map_or(usize::MAX, |one| {
                        Unit::all().position(|unit| unit == one).unwrap_or_default()
                    }),
                    FacetValue::Status(one) => *one as usize,
                }
            };
            let mut sorted: Vec<usize> = (0..self.values[facet].len()).collect();
            sorted.sort_by_key(|at| order(&self.values[facet][*at]));
            let mut new_code = vec![0; sorted.len()];
            for (new, old) in (0..).zip(&sorted) {
                new_code[*old] = new;
            }
            self.values[facet] =
                sorted.iter().map(|old| self.values[facet][*old].clone()).collect();
            for codes in &mut self.codes {
                codes[facet] = new_code[usize::from(codes[facet])];
            }
        }
    }

    /// The values that there are, in the order of the documentation.
    #[must_use]
    pub fn values(&self, facet: Facet) -> &[FacetValue] {
        &self.values[facet as usize]
    }

    /// The rows that `narrowing` and `choice` leave, and what every further choice would leave.
    #[must_use]
    pub fn narrow(
        &self,
        report: &Report,
        rows: &Rows,
        narrowing: Narrowing<'_>,
        choice: &FacetChoice,
    ) -> Narrowed {
        let allowed = self.allowed(choice);
        let active: Vec<usize> = (0..FACETS).filter(|facet| !allowed[*facet].is_empty()).collect();
        let in_section: Option<Vec<bool>> = narrowing.section.map(|chosen| {
            report.sections().iter().map(|section| section.id.is_within(chosen)).collect()
        });
        let mut narrowed = Narrowed {
            rows: Vec::new(),
            counts: std::array::from_fn(|facet| vec![0; self.values[facet].len()]),
            sections: vec![RoleCounts::default(); report.sections().len()],
            total: RoleCounts::default(),
        };
        // The last row that was counted for a value, plus one, so that a row counts once.
        let mut last: [Vec<u32>; FACETS] =
            std::array::from_fn(|facet| vec![0; self.values[facet].len()]);
        let mut counted = vec![false; report.figures().len()];
        let places = rows.all_places();
        for (at, row) in (0..).zip(rows.all()) {
            if narrowing.rows.is_some_and(|kept| !kept[at as usize]) {
                continue;
            }
            let mut kept = false;
            for place in Rows::range(row) {
                let figure = places[place] as usize;
                if narrowing.found.is_some_and(|found| !found.has(figure)) {
                    continue;
                }
                let codes = &self.codes[place];
                let mut missed = 0_u16;
                for facet in active.iter().copied() {
                    let fits = allowed[facet][usize::from(codes[facet])];
                    missed |= u16::from(!fits) << facet;
                }
                let section = self.section_of[figure] as usize;
                if in_section.as_ref().is_some_and(|inside| !inside[section]) {
                    missed |= SECTION_BIT;
                }
                kept |= missed == 0;
                if missed == 0 || missed.is_power_of_two() {
                    let mut count = |facet: usize| {
                        let code = usize::from(codes[facet]);
                        let new = last[facet][code] != at + 1;
                        last[facet][code] = at + 1;
                        narrowed.counts[facet][code] += u32::from(new);
                    };
                    if missed == 0 {
                        (0..FACETS).for_each(&mut count);
                    } else if missed != SECTION_BIT {
                        count(missed.trailing_zeros() as usize);
                    }
                    if missed & !SECTION_BIT == 0 && !counted[figure] {
                        counted[figure] = true;
                        let role = report.figures()[figure].role;
                        narrowed.sections[section].add(role);
                        narrowed.total.add(role);
                    }
                }
            }
            if kept {
                narrowed.rows.push(at);
            }
        }
        add_inner_sections(report, &mut narrowed.sections);
        narrowed
    }

    /// For each facet with a chosen value, which values are allowed; empty where all are.
    fn allowed(&self, choice: &FacetChoice) -> [Vec<bool>; FACETS] {
        std::array::from_fn(|facet| {
            let chosen = |value: &FacetValue| choice.has(value);
            let facet_chosen = choice.values().iter().any(|value| value.facet() as usize == facet);
            if facet_chosen { self.values[facet].iter().map(chosen).collect() } else { Vec::new() }
        })
    }
}

/// What all figures of a row have in common.
struct OfRow {
    verdict: Option<Verdict>,
    demand: Option<Demand>,
    domain: Domain,
    direction: Direction,
}

/// The values of one figure, in the order of [`Facet::ALL`].
fn values_of(figure: &Figure, of_row: &OfRow) -> [FacetValue; FACETS] {
    let around = |depth: usize| {
        let up = std::iter::successors(Some(figure.section.clone()), SectionId::parent);
        up.into_iter().find(|id| id.depth() <= depth).unwrap_or_else(|| figure.section.clone())
    };
    [
        FacetValue::Role(figure.role),
        FacetValue::Verdict(of_row.verdict),
        FacetValue::Demand(of_row.demand),
        FacetValue::Period(figure.period),
        FacetValue::Part(around(0)),
        FacetValue::Section(around(1)),
        FacetValue::Domain(of_row.domain),
        FacetValue::Basis(figure.basis),
        FacetValue::Bound(figure.quantity.bound()),
        FacetValue::Direction(of_row.direction),
        FacetValue::Unit(figure.quantity.unit()),
        FacetValue::Status(figure.status),
    ]
}

/// Adds to each section what stands in the sections inside it; children stand behind their parents.
fn add_inner_sections(report: &Report, counts: &mut [RoleCounts]) {
    let sections = report.sections();
    for at in (0..sections.len()).rev() {
        let parent = sections[at].id.parent();
        let Some(parent) = parent.and_then(|id| report.section_position(&id)) else { continue };
        let inner = counts[at];
        let outer = &mut counts[parent];
        outer.actual += inner.actual;
        outer.target += inner.target;
        outer.goal += inner.goal;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::find::{Index, Query};
    use crate::model::{Basis, Bound, Role};
    use crate::{bundled, load};

    struct All {
        report: Report,
        rows: Rows,
        facets: Facets,
    }

    fn all() -> All {
        let report = load::parse(bundled::TEXT, bundled::FILE_NAME)
            .expect("the bundled report opens")
            .report;
        let rows = Rows::of(&report);
        let facets = Facets::of(&report, &rows, false);
        All { report, rows, facets }
    }

    impl All {
        fn narrow(&self, narrowing: Narrowing<'_>, choice: &FacetChoice) -> Narrowed {
            self.facets.narrow(&self.report, &self.rows, narrowing, choice)
        }
    }

    fn choice(values: &[FacetValue]) -> FacetChoice {
        let mut choice = FacetChoice::default();
        values.iter().cloned().for_each(|value| choice.toggle(value));
        choice
    }

    #[test]
    fn nothing_chosen_keeps_every_row_and_counts_every_figure() {
        let all = all();
        let narrowed = all.narrow(Narrowing::default(), &FacetChoice::default());
        assert_eq!(narrowed.rows.len(), all.rows.all().len());
        assert_eq!(narrowed.total, all.report.counts());
        let counts = all.report.section_counts();
        for (section, found) in all.report.sections().iter().zip(&narrowed.sections) {
            assert_eq!(
                counts.get(&section.id).copied().unwrap_or_default(),
                *found,
                "{}",
                section.id
            );
        }
    }

    #[test]
    fn what_follows_from_hidden_values_is_not_said() {
        let All { report, rows, .. } = all();
        let told = |derived_hidden: bool| {
            let facets = Facets::of(&report, &rows, derived_hidden);
            let chosen = choice(&Demand::ALL.map(|one| FacetValue::Demand(Some(one))));
            let left = facets.narrow(&report, &rows, Narrowing::default(), &chosen).rows;
            let verdicts = left.iter().map(|row| rows.all()[*row as usize].verdict(&report));
            verdicts.filter(|verdict| *verdict == Some(Verdict::Derivable)).count()
        };
        assert!(told(false) > 0);
        assert_eq!(told(true), 0);
    }

    #[test]
    fn the_count_beside_a_value_is_what_choosing_it_gives() {
        let all = all();
        let found =
            Index::of(&all.report, None, &|one, _| [one.name.zh.clone(), one.name.en.clone()])
                .search(&all.report, &Query::parse("新"));
        let section = SectionId::new("3").expect("sound");
        for narrowing in [
            Narrowing::default(),
            Narrowing { found: Some(&found), ..Narrowing::default() },
            Narrowing { section: Some(&section), ..Narrowing::default() },
        ] {
            for chosen in [
                vec![],
                vec![FacetValue::Role(Role::Target)],
                vec![FacetValue::Role(Role::Target), FacetValue::Bound(Bound::AtLeast)],
                vec![FacetValue::Basis(Basis::Flow), FacetValue::Basis(Basis::Level)],
            ] {
                let chosen = choice(&chosen);
                let narrowed = all.narrow(narrowing, &chosen);
                for facet in Facet::ALL {
                    for (at, value) in all.facets.values(facet).iter().enumerate() {
                        // With this value alone in its facet: the count says what the value itself would bring.
                        let mut alone = chosen.clone();
                        alone.clear(facet);
                        alone.toggle(value.clone());
                        let rows = all.narrow(narrowing, &alone).rows.len();
                        let count = narrowed.counts[facet as usize][at] as usize;
                        assert_eq!(count, rows, "{value:?} with {chosen:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn values_of_one_facet_add_up_and_facets_cut_down() {
        let all = all();
        let rows = |values: &[FacetValue]| all.narrow(Narrowing::default(), &choice(values)).rows;
        let targets = rows(&[FacetValue::Role(Role::Target)]);
        let goals = rows(&[FacetValue::Role(Role::Goal)]);
        let either = rows(&[FacetValue::Role(Role::Target), FacetValue::Role(Role::Goal)]);
        assert!(either.len() > targets.len() && either.len() <= targets.len() + goals.len());
        let floors = rows(&[FacetValue::Role(Role::Target), FacetValue::Bound(Bound::AtLeast)]);
        assert!(!floors.is_empty() && floors.len() < targets.len());
        for at in floors {
            let row = &all.rows.all()[at as usize];
            let fits = all.rows.places(row).iter().any(|place| {
                let figure = &all.report.figures()[*place as usize];
                figure.role == Role::Target && figure.quantity.bound() == Bound::AtLeast
            });
            assert!(fits, "one and the same figure");
        }
    }

    #[test]
    fn a_value_that_the_report_does_not_have_leaves_nothing() {
        let all = all();
        let nowhere = SectionId::new("99").expect("sound");
        let narrowed = all.narrow(Narrowing::default(), &choice(&[FacetValue::Part(nowhere)]));
        assert!(narrowed.rows.is_empty());
    }
}
