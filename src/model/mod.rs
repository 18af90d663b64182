//! What a report says: plain values that cannot contradict themselves once built.
//!
//! Knows nobody: no egui, no files, no clock.
//! A [`Report`] is made by `load` (from a file) or by a test, and never changes afterwards.

mod report;

mod about;
mod exclusion;
mod figure;
mod ids;
mod indicator;
mod section;

mod numeral;
mod quantity;
mod unit;

mod comparison;
mod computed;
mod demand;

mod link;
mod query;

mod finding;
mod rules;

pub use about::{About, Bilingual, SourceText, Span};
pub use comparison::{Comparison, Reason, Verdict, compare_all};
pub use computed::{Derived, Difference, DifferenceBound, Ratio, Step};
pub use demand::Demand;
pub use exclusion::{Exclusion, ExclusionReason};
pub use figure::{Basis, Clause, Commitment, Direction, Figure, Period, RankSet, Role, Status};
pub use finding::{Finding, ItemRef, Position, Severity, is_garbling, printable};
pub use ids::{FigureId, IdError, IndicatorId, ReportId, SectionId};
pub use indicator::{Definition, Domain, Indicator, ShareOf};
pub use link::{Link, LinkError, LinkTarget};
pub use numeral::{Notation, Numeral, arabic_digit, chinese_value, is_chinese_numeral, numerals};
pub use quantity::{Bound, Quantity, QuantityError, Scale, plain};
pub use query::{FigureFilter, RoleCounts};
pub use report::{Report, ReportParts, StructureFault};
pub use rules::{Rule, check_rules, readings};
pub use rust_decimal::Decimal;
pub use section::{Section, SectionKind};
pub use unit::{Dimension, Unit};
