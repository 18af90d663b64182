//! What a report says: plain values that cannot contradict themselves once built.
//!
//! Knows nobody: no egui, no files, no clock.
//! A [`Report`] is made by `load` (from a file) or by a test, and never changes afterwards.

mod comparison;
mod figure;
mod finding;
mod ids;
mod link;
mod numeral;
mod quantity;
mod query;
mod report;
mod rules;
mod unit;

pub use comparison::{
    Comparison, Derived, Difference, DifferenceBound, Ratio, Reason, Verdict, compare_all,
};
pub use figure::{Basis, Clause, Commitment, Direction, Figure, Period, RankSet, Role, Status};
pub use finding::{Finding, ItemRef, Position, Severity, is_garbling, printable};
pub use ids::{FigureId, IdError, IndicatorId, ReportId, SectionId};
pub use link::{Link, LinkError, LinkTarget};
pub use numeral::{Notation, Numeral, arabic_digit, chinese_value, is_chinese_numeral, numerals};
pub use quantity::{Bound, Quantity, QuantityError, Scale, plain};
pub use query::{FigureFilter, RoleCounts};
pub use report::{
    About, Bilingual, Definition, Domain, Exclusion, ExclusionReason, Indicator, Report,
    ReportParts, Section, SectionKind, ShareOf, SourceText, Span, StructureFault,
};
pub use rules::{Rule, check_rules, readings};
pub use rust_decimal::Decimal;
pub use unit::{Dimension, Unit};
