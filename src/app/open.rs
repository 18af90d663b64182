//! Opening a report: the bundled one, or a file.

use std::path::Path;
use std::sync::Arc;

use crate::bundled;
use crate::export::carried::is_image;
use crate::load::{self, LoadError, Loaded};
use crate::model::{Severity, check_rules};
use crate::ui::Failure;

use super::open_image;
use super::state::Document;
use super::watch;

/// What came of it.
pub(super) type Opened = Result<Document, Failure>;

/// Opens the report that the application brings along.
pub(super) fn bundled() -> Opened {
    load::parse(bundled::TEXT, bundled::FILE_NAME)
        .map(document)
        .map_err(|error| failure(Path::new(bundled::FILE_NAME), &error))
}

/// Opens a data file, or an exported image as what it carries.
pub(super) fn file(path: &Path) -> Opened {
    // Before it is read, so that whatever is written afterwards is another state.
    let stamp = watch::stamp(path);
    let opened = if is_image(path) {
        open_image::image(path)
    } else {
        load::read_file(path).map(document).map_err(|error| failure(path, &error))
    };
    // It is remembered for starts in other folders.
    let file = Some(std::path::absolute(path).unwrap_or_else(|_| path.to_owned()));
    opened.map(|document| Document { file, stamp, ..document })
}

/// With what `check` would say of the data alone; notes are no faults.
pub(super) fn document(loaded: Loaded) -> Document {
    let mut problems = loaded.problems(&check_rules(&loaded.report));
    problems.retain(|problem| problem.severity == Severity::Error);
    Document { file: None, stamp: None, report: Arc::new(loaded.report), problems, image: None }
}

fn failure(path: &Path, error: &LoadError) -> Failure {
    Failure {
        path: path.to_owned(),
        position: error.position.map(|position| (position.line, position.column)),
        what: error.kind.message(),
    }
}
