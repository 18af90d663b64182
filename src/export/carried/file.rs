//! An image file opened as what it carries; the file may come from a stranger.

use std::path::Path;

use super::{Carried, CarriedError};
use crate::export::{Format, InspectError, MAX_FILE, Metadata, read};
use crate::i18n::export as words;
use crate::load::{LoadError, Loaded};
use crate::model::Bilingual;
use crate::reading::{self, ReadError};

/// The data of an image, and the report that it makes.
#[derive(Debug, Clone)]
pub struct OpenedImage {
    /// What the image carries.
    pub carried: Carried,
    /// The drawn part of the report, checked like any data file.
    pub loaded: Loaded,
}

/// Why an image does not open.
#[derive(Debug)]
pub enum OpenImageError {
    /// The file cannot be read.
    Unreadable(ReadError),
    /// It is no image, none of ours, or damaged.
    Image(InspectError),
    /// It is ours, but was exported without its data.
    WithoutData,
    /// The data inside cannot be understood.
    Carried(CarriedError),
    /// The data file inside cannot be opened.
    Data(LoadError),
}

impl OpenImageError {
    /// What is wrong and what to do, in both languages, without the file's name.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        match self {
            Self::Unreadable(error) => error.message(),
            Self::Image(error) => error.message(),
            Self::WithoutData => words::without_data(),
            Self::Carried(error) => error.message(),
            Self::Data(error) => error.kind.message(),
        }
    }
}

/// Whether a file is opened as an image: by the ending of its name.
#[must_use]
pub fn is_image(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| Format::of_key(ending).is_some())
}

/// The texts of an image file; never more of it is read than is looked into.
///
/// # Errors
/// [`OpenImageError::Unreadable`] and [`OpenImageError::Image`].
pub fn read_image(path: &Path) -> Result<Metadata, OpenImageError> {
    let bytes = reading::bytes(path, MAX_FILE as u64).map_err(OpenImageError::Unreadable)?;
    read(&bytes).map_err(OpenImageError::Image)
}

/// Opens an image as the part of the report that it draws.
///
/// # Errors
/// [`OpenImageError`] says at which of the steps it ended.
pub fn open_image(path: &Path) -> Result<OpenedImage, OpenImageError> {
    let metadata = read_image(path)?;
    let payload = metadata.payload.as_deref().ok_or(OpenImageError::WithoutData)?;
    let carried = Carried::parse(payload).map_err(OpenImageError::Carried)?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let loaded = carried.open(&name).map_err(OpenImageError::Data)?;
    Ok(OpenedImage { carried, loaded })
}
