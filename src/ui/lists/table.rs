//! The table as it is narrowed, ordered and looked through now.
//!
//! Everything is made once and kept as long as it holds: rows and facets for a report, places and folded texts
//! for a column and a language, what was found for a query. A frame makes only the rows that it shows.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use crate::command::Selection;
use crate::find::{
    Column, Facet, FacetValue, Facets, Filters, Found, Index, Matcher, Narrowed, Narrowing, Query,
    Row, Rows, fold,
};
use crate::i18n::number::NumberStyle;
use crate::i18n::terms;
use crate::model::{Report, RoleCounts, SectionId};

use super::column_order::{self, Asked, Places};
use super::rows::{self, Searched, TableRow, Writing};
use super::{Picked, column_text, heading};

/// More written rows than this are never kept; a screen shows far fewer.
const MOST_KEPT: usize = 512;

/// What the table shows is decided by.
#[derive(Clone, Copy)]
pub struct TableOf<'a> {
    /// The open report.
    pub report: &'a Report,
    /// A number that changes with the report.
    pub generation: u64,
    /// The report's text, where it is attached, and a number that changes with it.
    pub text: Option<(&'a [char], u64)>,
    /// The section that is chosen in the tree.
    pub section: Option<&'a SectionId>,
    /// Search, facets, conditions, order.
    pub filters: &'a Filters,
    /// The columns that are shown.
    pub columns: &'a [Column],
    /// What is selected.
    pub selection: Option<&'a Selection>,
    /// How rows are put into words.
    pub writing: Writing,
}

/// The table.
#[derive(Default)]
pub struct Table {
    /// The chosen section's heading, or what the whole report sets against each other.
    pub title: String,
    /// What the section says, or how many comparisons of each kind there are.
    pub subtitle: String,
    /// The heads of the three columns of figures.
    pub heads: [String; 3],
    /// The search leads into another report.
    pub leads_elsewhere: bool,
    rows: Rows,
    facets: Facets,
    index: Option<Index>,
    matcher: Matcher,
    found: Option<Found>,
    narrowed: Narrowed,
    /// The listed rows, in [`Rows::all`].
    order: Vec<u32>,
    /// Raised whenever what is listed may have changed.
    edition: u64,
    selected: Option<usize>,
    /// What `selected` is the place of.
    selection: Option<Selection>,
    places: BTreeMap<Column, Places>,
    /// All rows sorted by a column, upwards or downwards.
    sorted: BTreeMap<(Column, bool), Vec<u32>>,
    texts: BTreeMap<Column, Vec<String>>,
    written: RefCell<HashMap<u32, Rc<TableRow>>>,
    columns: Vec<Column>,
    writing: Writing,
    of: Option<Of>,
}

/// What the table was made of last.
#[derive(Clone, PartialEq)]
struct Of {
    generation: u64,
    text: Option<u64>,
    section: Option<SectionId>,
    filters: Filters,
    /// The way of writing numbers aside, which changes no row and no order.
    writing: Writing,
}

impl Of {
    /// Whether both list the same rows, in whatever order.
    fn keeps_the_rows_of(&self, other: &Self) -> bool {
        let mut then = self.clone();
        then.filters.order = other.filters.order;
        then == *other
    }
}

impl Table {
    /// Makes anew what is out of date.
    pub fn update(&mut self, of: TableOf<'_>) {
        let TableOf { report, filters, writing, .. } = of;
        let now = Of {
            generation: of.generation,
            text: of.text.map(|(_, text)| text),
            section: of.section.cloned(),
            filters: filters.clone(),
            writing: Writing { numbers: NumberStyle::default(), ..writing },
        };
        let narrowed = self.of.as_ref() != Some(&now);
        if narrowed {
            self.narrow(of, &now);
            self.of = Some(now);
            self.written.borrow_mut().clear();
        }
        if self.writing != writing || self.columns != of.columns {
            self.writing = writing;
            self.columns = of.columns.to_vec();
            self.written.borrow_mut().clear();
        }
        if narrowed || self.selection.as_ref() != of.selection {
            self.selection = of.selection.cloned();
            self.selected = of.selection.and_then(|selection| self.position(report, selection));
        }
    }

    fn narrow(&mut self, of: TableOf<'_>, now: &Of) {
        let TableOf { report, section, filters, .. } = of;
        let writing = now.writing;
        let lang = writing.lang;
        let former = self.of.take();
        let same = |one: fn(&Of, &Of) -> bool| former.as_ref().is_some_and(|then| one(then, now));
        let same_report = same(|then, now| then.generation == now.generation);
        if !same_report {
            self.rows = Rows::of(report);
        }
        let hidden = |of: &Of| of.writing.derived_hidden;
        if !same_report || former.as_ref().map(hidden) != Some(hidden(now)) {
            self.facets = Facets::of(report, &self.rows, writing.derived_hidden);
        }
        if !same_report || !same(|then, now| then.text == now.text) {
            self.index = None;
        }
        if !same_report || !same(|then, now| then.writing == now.writing) {
            self.places.clear();
            self.sorted.clear();
            self.texts.clear();
            self.heads = heading::columns(report, lang);
        }
        if !same_report
            || !same(|then, now| then.writing == now.writing && then.section == now.section)
        {
            (self.title, self.subtitle) = heading::heading(report, section, lang);
        }
        if self.index.is_none() || !same(|then, now| then.filters.search == now.filters.search) {
            self.search(report, of.text.map(|(text, _)| text), &filters.search);
        }
        let reordered = former.as_ref().is_some_and(|then| then.keeps_the_rows_of(now));
        if !reordered {
            let kept = self.conditions(report, filters, writing);
            let found = self.found.as_ref();
            let narrowing = Narrowing { found, rows: kept.as_deref(), section };
            self.narrowed = self.facets.narrow(report, &self.rows, narrowing, &filters.choice);
        }
        self.put_in_order(report, section, filters, writing);
        self.edition += 1;
    }

    fn search(&mut self, report: &Report, text: Option<&[char]>, search: &str) {
        let query = Query::parse(search);
        self.leads_elsewhere = query.link().is_some_and(|link| link.leads_elsewhere(report));
        self.found = if query.is_empty() {
            None
        } else {
            let index =
                self.index.get_or_insert_with(|| Index::of(report, text, &terms::measured_names));
            Some(index.search(report, &query))
        };
        self.matcher = Matcher::new(query);
    }

    /// The rows that the conditions on columns keep; `None` for all of them.
    fn conditions(
        &mut self,
        report: &Report,
        filters: &Filters,
        writing: Writing,
    ) -> Option<Vec<bool>> {
        let asked: Vec<(Column, Asked)> = filters
            .columns
            .iter()
            .filter(|filter| !filter.condition.is_blank())
            .map(|filter| {
                let asked = Asked::new(filter.column, &filter.condition, writing.derived_hidden);
                (filter.column, asked)
            })
            .collect();
        if asked.is_empty() {
            return None;
        }
        for (column, _) in asked.iter().filter(|(_, asked)| asked.needs_text()) {
            self.texts.entry(*column).or_insert_with(|| {
                let text = |row| fold(&column_text::text(report, row, *column, writing));
                self.rows.all().iter().map(text).collect()
            });
        }
        let keeps = |at: usize, row: &Row| {
            asked.iter().all(|(column, asked)| {
                let text = self.texts.get(column).map_or("", |texts| texts[at].as_str());
                asked.keeps(report, row, text)
            })
        };
        Some(self.rows.all().iter().enumerate().map(|(at, row)| keeps(at, row)).collect())
    }

    fn put_in_order(
        &mut self,
        report: &Report,
        section: Option<&SectionId>,
        filters: &Filters,
        writing: Writing,
    ) {
        self.order.clone_from(&self.narrowed.rows);
        if let Some(order) = filters.order {
            let rows = &self.rows;
            let places = self
                .places
                .entry(order.column)
                .or_insert_with(|| column_order::places(report, rows, order.column, writing));
            let sorted = self.sorted.entry((order.column, order.descending)).or_insert_with(|| {
                let key =
                    |row: &u32| (column_order::key(places[*row as usize], order.descending), *row);
                let mut sorted: Vec<u32> = (0..places.len() as u32).collect();
                sorted.sort_unstable_by_key(key);
                sorted
            });
            let mut listed = vec![false; sorted.len()];
            self.order.iter().for_each(|row| listed[*row as usize] = true);
            self.order.clear();
            self.order.extend(sorted.iter().filter(|row| listed[**row as usize]));
        } else if let Some(section) = section {
            // A section is listed in its own order, the whole report in that of its targets.
            let first = |row: &u32| {
                let row = &self.rows.all()[*row as usize];
                self.rows.first_inside(report, row, section)
            };
            self.order.sort_by_cached_key(first);
        }
    }

    /// Where the row is listed that holds the selected figure; of an indicator as a whole its first row.
    fn position(&self, report: &Report, selection: &Selection) -> Option<usize> {
        let of_indicator = |at: &usize| {
            let row = &self.rows.all()[self.order[*at] as usize];
            row.indicator(report).id == selection.indicator
        };
        let mut candidates = (0..self.order.len()).filter(of_indicator);
        let Some(figure) = &selection.figure else { return candidates.next() };
        let place = report.figure_position(figure)?;
        candidates.find(|at| {
            let row = &self.rows.all()[self.order[*at] as usize];
            self.rows.places(row).contains(&(place as u32))
        })
    }

    /// How many rows are listed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether no row is listed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The row at `place` among all rows of the report, listed or not.
    #[must_use]
    pub fn any_row(&self, place: u32) -> Option<&Row> {
        self.rows.all().get(place as usize)
    }

    /// The listed rows in the order of the report, by their places among all of its rows.
    #[must_use]
    pub fn listed(&self) -> &[u32] {
        &self.narrowed.rows
    }

    /// The place of the listed row at `at` among all rows of the report.
    #[must_use]
    pub fn place(&self, at: usize) -> Option<u32> {
        self.order.get(at).copied()
    }

    /// Where the row at `place` among all rows is listed.
    #[must_use]
    pub fn listed_at(&self, place: u32) -> Option<usize> {
        self.order.iter().position(|row| *row == place)
    }

    /// Where the rows are listed that are selected together, or the one that is selected alone.
    #[must_use]
    pub fn picked(&self, picked: &Picked) -> Vec<usize> {
        if picked.is_empty() {
            return self.selected.into_iter().collect();
        }
        let listed = self.order.iter().enumerate();
        listed.filter(|(_, row)| picked.contains(**row)).map(|(at, _)| at).collect()
    }

    /// The comparisons of the listed rows, in [`Report::comparisons`].
    pub fn comparisons(&self) -> impl Iterator<Item = u32> {
        self.order.iter().filter_map(|row| self.rows.all()[*row as usize].comparison)
    }

    /// A number that changes when what is listed may have changed.
    #[must_use]
    pub fn edition(&self) -> u64 {
        self.edition
    }

    /// Whether section, search, facets or conditions may leave something of the report out.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.of.as_ref().is_some_and(|of| of.section.is_some() || of.filters.narrow())
    }

    /// How many rows the report has.
    #[must_use]
    pub fn all(&self) -> usize {
        self.rows.all().len()
    }

    /// Where the selected row stands among the listed ones.
    #[must_use]
    pub fn selected(&self) -> Option<usize> {
        self.selected
    }

    /// The listed row at `at`.
    #[must_use]
    pub fn row(&self, at: usize) -> Option<&Row> {
        self.order.get(at).map(|row| &self.rows.all()[*row as usize])
    }

    /// What is selected with the row at `at`.
    #[must_use]
    pub fn key(&self, report: &Report, at: usize) -> Option<Selection> {
        self.row(at).and_then(|row| rows::key(report, row))
    }

    /// The row at `at` in words; kept until something changes.
    #[must_use]
    pub fn written(&self, report: &Report, at: usize) -> Option<Rc<TableRow>> {
        let place = *self.order.get(at)?;
        let mut written = self.written.borrow_mut();
        if let Some(row) = written.get(&place) {
            return Some(Rc::clone(row));
        }
        if written.len() >= MOST_KEPT {
            written.clear();
        }
        let row = &self.rows.all()[place as usize];
        let searched = Searched { matcher: &self.matcher, index: self.index.as_ref() };
        let row = Rc::new(TableRow::of(report, row, &self.columns, searched, self.writing)?);
        written.insert(place, Rc::clone(&row));
        Some(row)
    }

    /// Finds what was searched for in texts that are shown.
    #[must_use]
    pub fn matcher(&self) -> &Matcher {
        &self.matcher
    }

    /// The values of a facet, each with the number of rows that choosing it gives.
    pub fn facet(&self, facet: Facet) -> impl Iterator<Item = (&FacetValue, usize)> {
        let counts = &self.narrowed.counts[facet as usize];
        self.facets.values(facet).iter().zip(counts).map(|(value, count)| (value, *count as usize))
    }

    /// How many rows choosing `value` gives.
    #[must_use]
    pub fn count(&self, value: &FacetValue) -> usize {
        let found = self.facet(value.facet()).find(|(one, _)| *one == value);
        found.map_or(0, |(_, count)| count)
    }

    /// Figures by role that are left in each section of the report, and in all of it, whatever section is chosen.
    #[must_use]
    pub fn figures_left(&self) -> (&[RoleCounts], RoleCounts) {
        (&self.narrowed.sections, self.narrowed.total)
    }

    /// What the shown columns are.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }
}
