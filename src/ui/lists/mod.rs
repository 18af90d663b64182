//! What the regions of the window list, derived from the report once and kept until report, filter or language change.
//!
//! Plain functions of the report: no egui, so that they can be tested and measured alone.

mod about;
mod charts;
mod detail;
mod figure_text;
mod heading;
mod jumps;
mod outline;
mod overview;
mod rows;

pub use about::about;
pub use charts::{ChartGroup, ChartLine, ChartList};
pub use detail::{ClauseText, Detail, FigureCard, VerdictText};
pub use figure_text::{cell_value, normalised};
pub use jumps::{Jump, JumpKind, Jumps};
pub use outline::{Outline, OutlineNode};
pub use overview::{Band, BandLine, Headline, Overview, Place};
pub use rows::{Cell, Table, TableRow};
