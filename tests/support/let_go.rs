//! A file that is let go over the window.

use std::path::{Path, PathBuf};

/// The file at a path, read when the window asks for it.
#[derive(Debug)]
pub struct LetGo(pub PathBuf);

impl egui::DroppedFile for LetGo {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}
