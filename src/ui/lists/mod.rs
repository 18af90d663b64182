//! What the regions of the window list, derived from the report once and kept until report, filter or language change.
//!
//! Plain functions of the report: no egui, so that they can be tested and measured alone.

mod about;
mod charts;
mod column_order;
pub mod column_text;
mod detail;
pub mod facet_text;
mod figure_card;
mod figure_text;
mod heading;
mod jumps;
mod outline;
mod overview;
mod picked;
mod rows;
mod table;
mod text_page;
mod type_ahead;

pub use about::about;
pub use charts::{ChartGroup, ChartLine, ChartList};
pub use detail::{Crumb, Detail, VerdictText, comparison_of};
pub use figure_card::{ClauseText, Fact, FigureCard};
pub use figure_text::{cell_value, normalised};
pub use jumps::{Jump, JumpKind, Jumps};
pub use outline::{Outline, OutlineNode};
pub use overview::{Band, BandLine, Headline, Overview, Place};
pub use picked::{NotDrawn, Picked};
pub use rows::{Cell, TableRow, Words, Writing, units as row_units};
pub use table::{Table, TableOf};
pub use text_page::{FigureLook, Mark, Marked, Paragraph, ParagraphKind, TextPage};
pub use type_ahead::section_typed;
