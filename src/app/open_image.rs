//! Opening an exported image: the chart that it shows, from the data that it carries.

use std::path::Path;

use crate::export::Format;
use crate::export::carried::open_image;
use crate::ui::Failure;

use super::open::{Opened, document};
use super::state::{Document, OfImage};

/// Opens the image at `path`.
pub(super) fn image(path: &Path) -> Opened {
    let opened = open_image(path).map_err(|error| Failure {
        path: path.to_owned(),
        position: None,
        what: error.message(),
    })?;
    let file_name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let image = OfImage {
        file_name,
        drawn: opened.carried.drawn().len(),
        carried: opened.carried,
        // By its ending it was taken for an image.
        format: Format::of_key(ending).unwrap_or(Format::Png),
    };
    Ok(Document { image: Some(image), ..document(opened.loaded) })
}
