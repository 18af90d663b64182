//! What the regions of the window list, derived from the report once and kept until report, filter or language change.
//!
//! Plain functions of the report: no egui, so that they can be tested and measured alone.

mod detail;
mod figure_text;
mod outline;
mod rows;

pub use detail::{ClauseText, Detail, FigureCard, VerdictText};
pub use figure_text::{cell_value, normalised};
pub use outline::{Outline, OutlineNode};
pub use rows::{Cell, RowFilter, Table, TableRow};
