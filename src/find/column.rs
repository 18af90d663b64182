//! The columns of the table, the order of its rows, and conditions on single columns.

use serde::{Deserialize, Serialize};

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    /// What is measured; always there, always first.
    Name,
    /// What it is counted in.
    Unit,
    /// Last year's figure.
    Actual,
    /// This year's target.
    Target,
    /// The five-year goal.
    Goal,
    /// The difference, the derived value, or the reason why there is neither.
    Outcome,
    /// Whether the two can be compared.
    Verdict,
    /// Where the row stands in the report.
    Section,
    /// The field of policy.
    Domain,
    /// What the numbers are numbers of.
    Basis,
    /// What the numbers bound.
    Bound,
    /// The times they speak of.
    Period,
    /// Which way is better.
    Direction,
    /// Final, preliminary, planned.
    Status,
    /// The report's own words around the figure that names the row.
    Clause,
    /// The id of that figure.
    Id,
}

/// What a column holds, and so how it is sorted and what can be asked of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words.
    Words,
    /// Numbers in units, words, or nothing.
    Numbers,
}

impl Column {
    /// Every column, in the order of the menu.
    pub const ALL: [Self; 16] = [
        Self::Name,
        Self::Unit,
        Self::Actual,
        Self::Target,
        Self::Goal,
        Self::Outcome,
        Self::Verdict,
        Self::Section,
        Self::Domain,
        Self::Basis,
        Self::Bound,
        Self::Period,
        Self::Direction,
        Self::Status,
        Self::Clause,
        Self::Id,
    ];

    /// The columns that are shown until someone chooses others.
    pub const DEFAULT: [Self; 7] = [
        Self::Name,
        Self::Unit,
        Self::Actual,
        Self::Target,
        Self::Goal,
        Self::Outcome,
        Self::Verdict,
    ];

    /// The name in files that the table is saved to.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Unit => "unit",
            Self::Actual => "actual",
            Self::Target => "target",
            Self::Goal => "goal",
            Self::Outcome => "outcome",
            Self::Verdict => "verdict",
            Self::Section => "section",
            Self::Domain => "domain",
            Self::Basis => "basis",
            Self::Bound => "bound",
            Self::Period => "period",
            Self::Direction => "direction",
            Self::Status => "status",
            Self::Clause => "clause",
            Self::Id => "id",
        }
    }

    /// What it holds.
    #[must_use]
    pub fn kind(self) -> ColumnKind {
        match self {
            Self::Actual | Self::Target | Self::Goal | Self::Outcome => ColumnKind::Numbers,
            Self::Name
            | Self::Unit
            | Self::Verdict
            | Self::Section
            | Self::Domain
            | Self::Basis
            | Self::Bound
            | Self::Period
            | Self::Direction
            | Self::Status
            | Self::Clause
            | Self::Id => ColumnKind::Words,
        }
    }
}

/// By which column the rows are sorted; without one they are in the order of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Order {
    /// The column.
    pub column: Column,
    /// The largest, or the last, first. Words and gaps stay last.
    pub descending: bool,
}

/// What is asked of a column. Numbers are kept as they were typed, so that they can be typed on.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Condition {
    /// The text is in it, folded as in a search.
    Contains(String),
    /// It is this text, or this number.
    Is(String),
    /// It is this number or more.
    AtLeast(String),
    /// It is this number or less.
    AtMost(String),
    /// It lies between the two, both included.
    Between(String, String),
    /// It has words only.
    Worded,
    /// It has a number.
    HasNumber,
    /// The report has nothing for it.
    Missing,
}

/// A condition on one column.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ColumnFilter {
    /// The column.
    pub column: Column,
    /// What is asked of it.
    pub condition: Condition,
}

impl Condition {
    /// Whether nothing has been typed yet, so that it keeps every row.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Contains(text) | Self::Is(text) | Self::AtLeast(text) | Self::AtMost(text) => {
                text.trim().is_empty()
            }
            Self::Between(low, high) => low.trim().is_empty() && high.trim().is_empty(),
            Self::Worded | Self::HasNumber | Self::Missing => false,
        }
    }
}

/// Everything that narrows and orders the table, the chosen section aside.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filters {
    /// What stands in the search field.
    pub search: String,
    /// The chosen values of the facets.
    pub choice: super::FacetChoice,
    /// Conditions on columns, one a column.
    pub columns: Vec<ColumnFilter>,
    /// The order of the rows.
    pub order: Option<Order>,
}

impl Filters {
    /// Whether any row may be left out.
    #[must_use]
    pub fn narrow(&self) -> bool {
        !self.search.trim().is_empty()
            || !self.choice.is_empty()
            || self.columns.iter().any(|filter| !filter.condition.is_blank())
    }

    /// The condition on `column`.
    #[must_use]
    pub fn on(&self, column: Column) -> Option<&Condition> {
        self.columns.iter().find(|filter| filter.column == column).map(|filter| &filter.condition)
    }

    /// Sets the condition on `column`, or takes it away.
    pub fn set(&mut self, column: Column, condition: Option<Condition>) {
        match (self.columns.iter_mut().find(|filter| filter.column == column), condition) {
            (Some(filter), Some(condition)) => filter.condition = condition,
            (Some(_), None) => self.columns.retain(|filter| filter.column != column),
            (None, Some(condition)) => self.columns.push(ColumnFilter { column, condition }),
            (None, None) => {}
        }
    }

    /// Takes away everything that leaves rows out; the order stays.
    pub fn reset(&mut self) {
        *self = Self { order: self.order, ..Self::default() };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_condition_a_column_and_a_reset_that_keeps_the_order() {
        let mut filters = Filters::default();
        filters.set(Column::Actual, Some(Condition::AtLeast("5".to_owned())));
        filters.set(Column::Actual, Some(Condition::Worded));
        assert_eq!(filters.columns.len(), 1);
        assert_eq!(filters.on(Column::Actual), Some(&Condition::Worded));
        filters.order = Some(Order { column: Column::Name, descending: false });
        assert!(filters.narrow());
        filters.reset();
        assert!(!filters.narrow() && filters.order.is_some());
        filters.set(Column::Name, Some(Condition::Contains(" ".to_owned())));
        assert!(!filters.narrow(), "nothing typed");
        filters.set(Column::Name, None);
        assert!(filters.columns.is_empty());
    }
}
