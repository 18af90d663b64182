//! A folder, or one ZIP archive with the same files in it.
//!
//! An archive knows no clock: its files have the day on which the report was given, so that it is the same bytes every time.
//! What is compressed already is stored.

use std::io::{self, Seek, SeekFrom, Write};
use std::path::PathBuf;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Destination;
use crate::export::files::NewFile;
use crate::export::{IfExists, WriteError, names_together, write_file};
use crate::model::Report;

/// Where the files of one batch arrive.
pub(super) enum Sink {
    Folder { folder: PathBuf, if_exists: IfExists },
    // Boxed: an archive in the making is large, a path is not.
    Zip(Box<Archive>),
}

pub(super) struct Archive {
    writer: ZipWriter<UntilItFails<NewFile>>,
    path: PathBuf,
    options: SimpleFileOptions,
    if_exists: IfExists,
}

impl Sink {
    /// Makes the folder, or begins the archive.
    pub fn open(
        destination: &Destination,
        if_exists: IfExists,
        report: &Report,
    ) -> Result<Self, WriteError> {
        match destination {
            Destination::Folder(folder) => {
                std::fs::create_dir_all(folder).map_err(|error| WriteError::of(folder, &error))?;
                Ok(Self::Folder { folder: folder.clone(), if_exists })
            }
            Destination::Zip(path) => {
                let file = NewFile::create(path, if_exists)?;
                let writer = ZipWriter::new(UntilItFails { under: file, failed: false });
                let options = SimpleFileOptions::default()
                    .last_modified_time(day_of(report))
                    .unix_permissions(0o644);
                Ok(Self::Zip(Box::new(Archive { writer, path: path.clone(), options, if_exists })))
            }
        }
    }

    /// What the files of one chart are to be called.
    pub fn names(&self, names: Vec<String>) -> Vec<String> {
        match self {
            Self::Folder { folder, if_exists } => {
                let paths = names.iter().map(|name| folder.join(name)).collect();
                let paths = names_together(paths, *if_exists).into_iter();
                let name = |path: PathBuf| Some(path.file_name()?.to_string_lossy().into_owned());
                paths.filter_map(name).collect()
            }
            Self::Zip(_) => names,
        }
    }

    /// Writes one file and says what it is called in the end, and where it stands.
    pub fn put(&mut self, name: &str, bytes: &[u8]) -> Result<(String, PathBuf), WriteError> {
        match self {
            Self::Folder { folder, if_exists } => {
                let path = write_file(&folder.join(name), bytes, *if_exists)?;
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
                Ok((name.unwrap_or_default(), path))
            }
            Self::Zip(archive) => {
                let ending = name.rsplit('.').next().unwrap_or_default();
                let method = match ending {
                    "png" | "pdf" => CompressionMethod::Stored,
                    _ => CompressionMethod::Deflated,
                };
                let options = archive.options.compression_method(method);
                let started = archive.writer.start_file(name, options).map_err(io::Error::from);
                started
                    .and_then(|()| archive.writer.write_all(bytes))
                    .map_err(|error| WriteError::of(&archive.path, &error))?;
                Ok((name.to_owned(), archive.path.join(name)))
            }
        }
    }

    /// Everything is there; where an archive stands now.
    pub fn close(self) -> Result<Option<PathBuf>, WriteError> {
        match self {
            Self::Folder { .. } => Ok(None),
            Self::Zip(archive) => {
                let Archive { writer, path, if_exists, .. } = *archive;
                let file = writer
                    .finish()
                    .map_err(|error| WriteError::of(&path, &io::Error::from(error)))?;
                file.under.keep(if_exists).map(Some)
            }
        }
    }
}

/// What is under an archive: after a failure, which is told once, it takes everything and keeps nothing.
///
/// An archive that is given up ends itself when it is dropped, and complains on stderr in words that are not ours
/// when that fails too, as on a full disk.
struct UntilItFails<W> {
    under: W,
    failed: bool,
}

impl<W: Write> Write for UntilItFails<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.failed {
            return Ok(bytes.len());
        }
        self.under.write(bytes).inspect_err(|error| {
            self.failed = error.kind() != io::ErrorKind::Interrupted;
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.failed { Ok(()) } else { self.under.flush() }
    }
}

impl<W: Seek> Seek for UntilItFails<W> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.under.seek(to)
    }
}

/// The day on which the report was given; a ZIP knows no day before 1980.
fn day_of(report: &Report) -> DateTime {
    let day = report.about().delivered;
    let part = |part: i8| u8::try_from(part).unwrap_or_default();
    u16::try_from(day.year())
        .ok()
        .and_then(|year| {
            DateTime::from_date_and_time(year, part(day.month()), part(day.day()), 0, 0, 0).ok()
        })
        .unwrap_or_default()
}
