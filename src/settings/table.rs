//! How the table is set up: which columns, how wide, how numbers are written, in which order.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::find::{Column, Order};
use crate::i18n::number::NumberStyle;

/// Narrowest and widest column, in points.
pub const COLUMN_WIDTHS: std::ops::RangeInclusive<f32> = 36.0..=900.0;

/// What is remembered of the table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableSettings {
    /// The columns in their order; the name is always the first.
    pub columns: Vec<Column>,
    /// The widths that were chosen, in points; other columns share what is left.
    pub widths: BTreeMap<Column, f32>,
    /// How numbers are written.
    pub numbers: NumberStyle,
    /// The order of the rows.
    pub order: Option<Order>,
}

impl Default for TableSettings {
    fn default() -> Self {
        Self {
            columns: Column::DEFAULT.to_vec(),
            widths: BTreeMap::new(),
            numbers: NumberStyle::default(),
            order: None,
        }
    }
}

impl TableSettings {
    /// The same with the name first, no column twice, and every width inside its range.
    #[must_use]
    pub(super) fn within_ranges(mut self) -> Self {
        let mut columns = vec![Column::Name];
        for column in self.columns {
            if !columns.contains(&column) {
                columns.push(column);
            }
        }
        self.columns = columns;
        self.widths.retain(|_, width| width.is_finite());
        for width in self.widths.values_mut() {
            *width = width.clamp(*COLUMN_WIDTHS.start(), *COLUMN_WIDTHS.end());
        }
        self
    }

    /// Shows a column behind the others, or hides it; the name stays.
    pub fn show(&mut self, column: Column, shown: bool) {
        if column == Column::Name {
            return;
        }
        self.columns.retain(|other| *other != column);
        if shown {
            self.columns.push(column);
        }
    }

    /// Moves a column one place to the left or to the right, but not before the name.
    pub fn shift(&mut self, column: Column, right: bool) {
        let Some(at) = self.columns.iter().position(|other| *other == column) else { return };
        let to = if right { at + 1 } else { at.saturating_sub(1) };
        if column != Column::Name && to > 0 && to < self.columns.len() {
            self.columns.swap(at, to);
        }
    }

    /// The columns, widths and way of writing that there are at first; the order stays.
    pub fn reset(&mut self) {
        *self = Self { order: self.order, ..Self::default() };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_always_there_and_first() {
        let mut table = TableSettings {
            columns: vec![Column::Goal, Column::Goal, Column::Name],
            widths: [(Column::Goal, f32::NAN), (Column::Unit, 1e9)].into(),
            ..TableSettings::default()
        }
        .within_ranges();
        assert_eq!(table.columns, [Column::Name, Column::Goal]);
        assert_eq!(table.widths, [(Column::Unit, *COLUMN_WIDTHS.end())].into());
        table.show(Column::Name, false);
        table.show(Column::Unit, true);
        table.shift(Column::Goal, false);
        assert_eq!(table.columns, [Column::Name, Column::Goal, Column::Unit]);
        table.shift(Column::Goal, true);
        assert_eq!(table.columns, [Column::Name, Column::Unit, Column::Goal]);
        table.shift(Column::Goal, true);
        table.show(Column::Unit, false);
        assert_eq!(table.columns, [Column::Name, Column::Goal]);
    }
}
