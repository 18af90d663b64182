//! Report Explorer: the figures, targets and comparisons of a Chinese government work report,
//! each led back to its characters in the text, and charts that can be printed as they are.
//!
//! The map, in the order in which a newcomer should read:
//!
//! * [`model`]: what a report says. Plain values, no files, no drawing.
//! * [`reading`]: bytes of files that a person names, within limits.
//! * [`load`]: the data file ⇄ [`model::Report`]; faults with file, line, column, field.
//! * [`source`]: the report's own text: numbers in it, spans, verification.
//! * [`find`]: figures by what a person types, and the ways of narrowing a table.
//! * [`i18n`]: every word a person reads, in Chinese and English.
//! * [`cite`]: the report or a figure as a reference: GB/T 7714, APA, BibTeX, RIS.
//! * [`theme`], [`fonts`]: colours and sizes; the bundled fonts.
//! * [`chart`]: what a chart looks like. `(spec, theme, language, page)` → egui shapes.
//! * [`export`]: shapes → SVG, PNG, PDF; tables → CSV, XLSX, JSON, Markdown; the only writer of files.
//! * [`bundled`]: the report that the application starts with.
//! * [`command`], [`settings`], [`jobs`], [`notice`]: what can be asked of the window, what it remembers, its work and its messages.
//! * [`app`], [`ui`]: the window. `ui` reads state and returns commands; `app` carries them out.
//! * [`cli`]: the command line; calls the same functions as the window.
//!
//! Invariants: arrows point one way (`tidy` holds them); no network, no unsafe code;
//! a value is a decimal from the file to the axis; the same input gives the same bytes.

pub mod model;

pub mod reading;

pub mod load;
pub mod source;

pub mod find;

pub mod cite;
pub mod fonts;
pub mod i18n;
pub mod theme;

pub mod chart;
pub mod export;

pub mod bundled;
pub mod cli;

pub mod command;
pub mod jobs;
pub mod notice;
pub mod settings;

pub mod app;
pub mod ui;

#[cfg(test)]
mod tidy;
