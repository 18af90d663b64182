//! The window's state, the commands carried out, the jobs collected.

use std::path::PathBuf;

/// Opens the window with this file, or with the bundled report; returns when it is closed.
///
/// # Errors
/// When no window can be opened.
pub fn run(file: Option<PathBuf>) -> Result<(), std::io::Error> {
    let _ = file;
    Err(std::io::Error::other("this build has no window"))
}
