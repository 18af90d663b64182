//! The data file ⇄ [`Report`].
//!
//! Reading never stops at the first fault: every faulty field of every item is named with file, line, column, field,
//! what was found and what was expected, and what is sound is opened.
//! Only a file whose brackets do not match, or whose head is faulty, is refused as a whole ([`LoadError`]).
//!
//! The way: bytes → text ([`read_file`]) → `tree` (RON with places) → `fields`, `primitives`, `items` → [`Report`].
//! Knows `model` and `reading`; no window, no language setting: messages come in both languages.

mod asked;
mod fault;
mod fields;
mod items;
mod lines;
mod message;
mod places;
mod primitives;
mod problem;
mod spelling;
mod tree;
mod write;

#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::Arc;

use crate::model::{Report, ReportParts, StructureFault};
use crate::reading;

pub use asked::Asked;
pub use fault::{Expected, Fault, FaultKind, Found, LoadError, LoadErrorKind, Syntax};
pub use places::Places;
pub use problem::Problem;
pub use write::{Part, ReportWriter, WrittenOnce, to_ron};

use fields::{Scope, Step};
use lines::Lines;
use places::ItemPlaces;
use tree::{Node, Value};

/// The version of the format that this application reads and writes.
pub const SCHEMA: u32 = 1;
/// The largest file that is opened.
pub const MAX_FILE_BYTES: u64 = 16 * 1024 * 1024;
/// The longest text in a field, in characters.
pub const MAX_TEXT_CHARS: usize = 2_000;
/// The most figures of a report.
pub const MAX_FIGURES: usize = 200_000;
/// The most sections of a report.
pub const MAX_SECTIONS: usize = 20_000;
/// The most indicators or exclusions of a report.
const MAX_ITEMS: usize = 200_000;

/// The fields of a report file.
const FIELDS: &[&str] = &[
    "schema",
    "id",
    "data_version",
    "about",
    "text",
    "sections",
    "indicators",
    "figures",
    "exclusions",
];

/// An opened file.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// Everything that is sound.
    pub report: Report,
    /// Everything that is not, in the order of the file.
    pub faults: Vec<Fault>,
    /// Where each item and each of its fields stands.
    pub places: Places,
}

/// Opens the file at `path`.
///
/// # Errors
/// [`LoadError`] when it cannot be read, is larger than [`MAX_FILE_BYTES`], is not UTF-8, or as [`parse`] says.
pub fn read_file(path: &Path) -> Result<Loaded, LoadError> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let bytes = reading::bytes(path, MAX_FILE_BYTES).map_err(|error| LoadError {
        file: name.as_ref().into(),
        position: None,
        kind: LoadErrorKind::Unreadable(error),
    })?;
    parse_bytes(&bytes, &name)
}

/// Opens a file that is in memory as bytes.
///
/// # Errors
/// [`LoadError`] when it is not UTF-8, or as [`parse`] says.
pub fn parse_bytes(bytes: &[u8], file_name: &str) -> Result<Loaded, LoadError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => parse(text, file_name),
        Err(error) => {
            let sound = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let position = Lines::of(&sound).position(&sound, sound.len());
            let kind = LoadErrorKind::NotUtf8(error.valid_up_to());
            Err(LoadError { file: file_name.into(), position: Some(position), kind })
        }
    }
}

/// Opens the text of a file; `file_name` is for the messages.
///
/// # Errors
/// [`LoadError`] when the text is too large, empty, no RON, of another schema version, or has a faulty head.
pub fn parse(text: &str, file_name: &str) -> Result<Loaded, LoadError> {
    let file: Arc<str> = file_name.into();
    let refuse = |position, kind| LoadError { file: Arc::clone(&file), position, kind };
    reading::within(text.len() as u64, MAX_FILE_BYTES)
        .map_err(|error| refuse(None, LoadErrorKind::Unreadable(error)))?;
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(refuse(None, LoadErrorKind::Empty));
    }
    let root = tree::read(text).map_err(|error| {
        let lines = Lines::of(text);
        let opened = match error.kind {
            Syntax::Unclosed(at) => Some(lines.position(text, at)),
            _ => None,
        };
        let position = lines.position(text, error.at);
        refuse(Some(position), LoadErrorKind::Syntax(error.kind, opened))
    })?;
    check_schema(&root)
        .map_err(|(at, kind)| refuse(Some(Lines::of(text).position(text, at)), kind))?;

    let mut scope = Scope::default();
    let opened = read_root(&mut scope, &root);
    let faults = placed(scope, text, &file);
    match opened {
        Some((report, items)) => {
            let places = Places::new(file, text, root.at, items);
            Ok(Loaded { report, faults, places })
        }
        None => {
            Err(refuse(faults.first().map(|fault| fault.position), LoadErrorKind::Head(faults)))
        }
    }
}

/// The faults with their lines and columns.
fn placed(scope: Scope<'_>, text: &str, file: &Arc<str>) -> Vec<Fault> {
    let (mut raw, further) = scope.into_faults();
    if raw.is_empty() {
        return Vec::new();
    }
    if further > 0 {
        let at = raw.last().map_or(0, |fault| fault.at);
        raw.push(fields::RawFault { at, path: String::new(), kind: FaultKind::More(further) });
    }
    let lines = Lines::of(text);
    raw.into_iter()
        .map(|fields::RawFault { at, path, kind }| Fault {
            file: Arc::clone(file),
            position: lines.position(text, at),
            path,
            kind,
        })
        .collect()
}

/// A file of another version must not be half-read, so this comes before everything else.
fn check_schema(root: &Node<'_>) -> Result<(), (usize, LoadErrorKind)> {
    let Value::Struct(fields) = &root.value else {
        return Err((root.at, LoadErrorKind::Syntax(Syntax::NoReport, None)));
    };
    let Some(schema) = fields.iter().find(|field| field.name == "schema") else {
        return Err((root.at, LoadErrorKind::Syntax(Syntax::NoReport, None)));
    };
    match schema.value.value {
        Value::Number(version) if version.parse() == Ok(SCHEMA) => Ok(()),
        Value::Number(found) | Value::Word(found) => {
            Err((schema.value.at, LoadErrorKind::Schema(fields::beginning(found))))
        }
        Value::Text(ref found) => {
            let quoted = format!("\"{}\"", fields::beginning(found));
            Err((schema.value.at, LoadErrorKind::Schema(quoted)))
        }
        Value::Call(..) | Value::Struct(_) | Value::Tuple(_) | Value::List(_) => {
            Err((schema.value.at, LoadErrorKind::Schema("(…)".to_owned())))
        }
    }
}

/// An item, its number in the file and its node.
type Placed<'a, T> = (T, usize, &'a Node<'a>);

fn read_root<'a>(scope: &mut Scope<'a>, root: &'a Node<'a>) -> Option<(Report, ItemPlaces)> {
    let fields = scope.fields(root, FIELDS)?;
    let head = items::head(scope, &fields)?;
    let characters = head.text.characters;
    let sections = fields.required(
        scope,
        "sections",
        primitives::list(MAX_SECTIONS, "id", |scope, node, at| {
            Some((items::section(scope, node, characters)?, at, node))
        }),
    );
    let indicators = fields.required(
        scope,
        "indicators",
        primitives::list(MAX_ITEMS, "id", |scope, node, at| {
            Some((items::indicator(scope, node)?, at, node))
        }),
    );
    let figures = fields.required(
        scope,
        "figures",
        primitives::list(MAX_FIGURES, "id", |scope, node, at| {
            Some((items::figure(scope, node, characters)?, at, node))
        }),
    );
    let exclusions = fields.required(
        scope,
        "exclusions",
        primitives::list(MAX_ITEMS, "wording", |scope, node, at| {
            Some((items::exclusion(scope, node, characters)?, at, node))
        }),
    );
    let (sections, section_nodes) = parted(sections);
    let (indicators, indicator_nodes) = parted(indicators);
    let (figures, figure_nodes) = parted(figures);
    let (exclusions, exclusion_nodes) = parted(exclusions);

    let mut items = ItemPlaces::default();
    items.sections(&sections, &section_nodes);
    items.indicators(&indicators, &indicator_nodes);
    items.figures(&figures, &figure_nodes);
    items.exclusions(&exclusion_nodes);

    let (report, structure) = Report::assemble(ReportParts {
        id: head.id,
        data_version: head.data_version,
        about: head.about,
        text: head.text,
        sections,
        indicators,
        figures,
        exclusions,
    });
    for fault in structure {
        let (list, at, nodes, field) = match &fault {
            StructureFault::DuplicateSection(at, _) | StructureFault::OrphanSection(at, _) => {
                ("sections", *at, &section_nodes, "id")
            }
            StructureFault::DuplicateIndicator(at, _) => {
                ("indicators", *at, &indicator_nodes, "id")
            }
            StructureFault::DuplicateFigure(at, _) => ("figures", *at, &figure_nodes, "id"),
            StructureFault::UnknownIndicator(at, ..) => {
                ("figures", *at, &figure_nodes, "indicator")
            }
            StructureFault::UnknownSection(at, ..) => ("figures", *at, &figure_nodes, "section"),
            StructureFault::UnknownDefinition(at, ..) => {
                ("figures", *at, &figure_nodes, "definition")
            }
        };
        let (number, node) = nodes[at];
        let steps = [
            Step::Field(list),
            Step::Item(number, fields::Fields::name_of(node, "id")),
            Step::Field(field),
        ];
        let offset = places::offset_in(node, field).unwrap_or(node.at);
        scope.fault_at(&steps, offset, FaultKind::Structure(fault));
    }
    Some((report, items))
}

/// The items of a list (none, where the list itself was faulty) and, beside them, their numbers and nodes.
fn parted<T>(list: Option<Vec<Placed<'_, T>>>) -> (Vec<T>, Vec<(usize, &Node<'_>)>) {
    list.unwrap_or_default().into_iter().map(|(item, at, node)| (item, (at, node))).unzip()
}
