//! Drawings → SVG, PNG, PDF; tables → CSV, XLSX, JSON, Markdown; the only writer of files.

pub mod tables;
