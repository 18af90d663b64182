//! Finding figures by what a person types: names in both languages, wording, clause, section, id, number, pinyin.
//!
//! Knows `model` and the half-width forms of `source`; no window, no words of the interface.
//! An [`Index`] is made once a report and answers a [`Query`] in well under a frame;
//! a [`Matcher`] tells which characters of a displayed text a query means, so that they can be marked.
//! [`Rows`] and [`Facets`] say what the table lists and how it can be narrowed.
//!
//! Typing is forgiving: width, case and the kind of punctuation do not matter (`fold`),
//! `12000`, `一万二` and `１．２万` are one number (`number`), and names are found
//! by pinyin in full, by its initials, or by any mixture of both (`pinyin`).

mod fold;
mod link;
mod number;
mod pinyin;
mod query;

mod haystack;
mod index;
mod matcher;

mod column;
mod facet;
mod rows;

mod narrow;

pub use column::{Column, ColumnFilter, ColumnKind, Condition, Filters, Order};
pub use facet::{Facet, FacetChoice, FacetValue};
pub use fold::{Folded, fold, fold_char};
pub use index::{Found, Index, Names};
pub use link::LinkSought;
pub use matcher::Matcher;
pub use narrow::{Facets, Narrowed, Narrowing};
pub use number::Sought;
pub use pinyin::sort_key;
pub use query::Query;
pub use rows::{Row, Rows};
