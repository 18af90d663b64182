//! The only writer of files: whole or not at all, and never over something by accident.
//!
//! The bytes go into a new file beside the target and are then renamed, so that a crash or a full
//! disk leaves the old file as it was. Where nothing may be overwritten, the finished file gets its
//! name by a hard link, which fails if the name is taken, even by another program in that instant;
//! where the disk knows no hard links (FAT, some network drives) the name is claimed by creating
//! it, and a crash in between leaves an empty file.

use std::ffi::OsString;
use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::model::Bilingual;

/// What to do where a file of that name is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum IfExists {
    /// Leave it alone and say so.
    #[default]
    Refuse,
    /// Put the new one in its place.
    Overwrite,
    /// Write `name (2).png` or the next free number.
    Number,
}

/// The highest number that [`IfExists::Number`] tries.
const MAX_NUMBER: u32 = 9_999;

/// Writes a file whole and returns where it is.
///
/// # Errors
///
/// A [`WriteError`]; whatever was at `path` before is then still there, unchanged.
pub fn write_file(path: &Path, bytes: &[u8], if_exists: IfExists) -> Result<PathBuf, WriteError> {
    let mut file = NewFile::create(path, if_exists)?;
    file.write_all(bytes).map_err(|error| WriteError::of(path, &error))?;
    file.keep(if_exists)
}

/// What files that belong together are to be called: where numbers are asked for, all have the same, under which none is there.
#[must_use]
pub fn names_together(paths: Vec<PathBuf>, if_exists: IfExists) -> Vec<PathBuf> {
    let named = |number| paths.iter().map(move |path| numbered(path, number));
    let is_free = |number: &u32| named(*number).all(|path| path.symlink_metadata().is_err());
    let free = match if_exists {
        IfExists::Number => (1..=MAX_NUMBER).find(is_free),
        IfExists::Refuse | IfExists::Overwrite => None,
    };
    free.map(|number| named(number).collect()).unwrap_or(paths)
}

/// A file in the making: it has a passing name until it is whole, and is gone when it is dropped before.
pub struct NewFile {
    /// Closed before the passing name is removed.
    file: File,
    beside: Beside,
    path: PathBuf,
}

impl NewFile {
    /// Begins a file that will stand at `path`.
    ///
    /// # Errors
    /// A [`WriteError`] when there can be no such file, or one is there that must stay.
    pub fn create(path: &Path, if_exists: IfExists) -> Result<Self, WriteError> {
        if path.file_name().is_none() || path.is_dir() {
            return Err(WriteError { path: path.to_owned(), kind: WriteErrorKind::IsFolder });
        }
        // Before any work: the common case of a clear refusal.
        if if_exists == IfExists::Refuse && path.symlink_metadata().is_ok() {
            return Err(WriteError { path: path.to_owned(), kind: WriteErrorKind::Exists });
        }
        let (beside, file) = Beside::create(path).map_err(|error| WriteError::of(path, &error))?;
        Ok(Self { file, beside, path: path.to_owned() })
    }

    /// The file is whole: gives it its name, and says which.
    ///
    /// # Errors
    /// A [`WriteError`]; whatever was at its place before is then still there, unchanged.
    pub fn keep(self, if_exists: IfExists) -> Result<PathBuf, WriteError> {
        let Self { mut file, beside, path } = self;
        let failed = |error: io::Error| WriteError::of(&path, &error);
        file.flush().map_err(failed)?;
        // Where another file goes, the new one is on the disk first: a power cut leaves one of the two.
        if if_exists == IfExists::Overwrite && path.exists() {
            file.sync_all().map_err(failed)?;
        }
        drop(file);
        match if_exists {
            IfExists::Overwrite => {
                fs::rename(&beside.0, &path).map_err(failed)?;
                Ok(path)
            }
            IfExists::Refuse => {
                beside.claim(&path).map_err(failed)?;
                Ok(path)
            }
            IfExists::Number => {
                for number in 1..=MAX_NUMBER {
                    let candidate = numbered(&path, number);
                    match beside.claim(&candidate) {
                        Ok(()) => return Ok(candidate),
                        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                        Err(error) => return Err(WriteError::of(&candidate, &error)),
                    }
                }
                Err(WriteError { path, kind: WriteErrorKind::Exists })
            }
        }
    }
}

impl io::Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl io::Seek for NewFile {
    fn seek(&mut self, to: io::SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

/// `chart.png`, `chart (2).png`, `chart (3).png` …
fn numbered(path: &Path, number: u32) -> PathBuf {
    if number == 1 {
        return path.to_owned();
    }
    let mut name = path.file_stem().map(OsString::from).unwrap_or_default();
    name.push(format!(" ({number})"));
    if let Some(extension) = path.extension() {
        name.push(".");
        name.push(extension);
    }
    path.with_file_name(name)
}

/// A finished file under a passing name; removed when dropped.
struct Beside(PathBuf);

impl Beside {
    fn create(target: &Path) -> io::Result<(Self, File)> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let mut tries = 0;
        loop {
            let count = COUNT.fetch_add(1, Ordering::Relaxed);
            let name = format!(".report-explorer-{}-{count}.part", std::process::id());
            let path = target.with_file_name(name);
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(file) => return Ok((Self(path), file)),
                Err(error) if error.kind() == ErrorKind::AlreadyExists && tries < 100 => tries += 1,
                Err(error) => return Err(error),
            }
        }
    }

    /// Gives the file its name unless the name is taken.
    fn claim(&self, target: &Path) -> io::Result<()> {
        match fs::hard_link(&self.0, target) {
            Err(error)
                if matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::PermissionDenied) =>
            {
                OpenOptions::new().write(true).create_new(true).open(target)?;
                fs::rename(&self.0, target).inspect_err(|_| {
                    // The name was taken for this file, which has not come.
                    let _ = fs::remove_file(target);
                })
            }
            outcome => outcome,
        }
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // After a rename it is gone already; nothing can be done about another failure.
        let _ = fs::remove_file(&self.0);
    }
}

/// A file that was not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteError {
    /// Where it should have gone.
    pub path: PathBuf,
    /// Why it did not.
    pub kind: WriteErrorKind,
}

/// Why a file was not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriteErrorKind {
    /// A file of that name is there.
    Exists,
    /// A folder of that name is there, or the path names none but a folder.
    IsFolder,
    /// The folder is not there.
    NoFolder,
    /// No right to write there.
    Forbidden,
    /// The disk is full.
    DiskFull,
    /// Something else, in the words of the system.
    Other(String),
}

impl WriteError {
    /// What the system said about `path`.
    pub(super) fn of(path: &Path, error: &io::Error) -> Self {
        let kind = match error.kind() {
            ErrorKind::AlreadyExists => WriteErrorKind::Exists,
            ErrorKind::IsADirectory => WriteErrorKind::IsFolder,
            ErrorKind::NotFound | ErrorKind::NotADirectory => WriteErrorKind::NoFolder,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                WriteErrorKind::Forbidden
            }
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => WriteErrorKind::DiskFull,
            _ => WriteErrorKind::Other(error.to_string()),
        };
        Self { path: path.to_owned(), kind }
    }

    /// What is wrong, where, and what to do, in both languages.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        let path = self.path.display();
        let (zh, en) = match &self.kind {
            WriteErrorKind::Exists => (
                "同名文件已存在，未覆盖。请换一个文件名，或选择覆盖",
                "A file of that name is there already and was left as it is. Choose another name, or allow overwriting",
            ),
            WriteErrorKind::IsFolder => (
                "这是一个文件夹，不能作为文件写入。请给出文件名",
                "This is a folder, not a file. Name a file",
            ),
            WriteErrorKind::NoFolder => (
                "目标文件夹不存在。请先创建该文件夹，或另选位置",
                "The folder is not there. Create it first, or choose another place",
            ),
            WriteErrorKind::Forbidden => (
                "没有写入权限。请另选位置，或关闭正在使用该文件的程序",
                "Writing is not allowed there. Choose another place, or close the program that uses the file",
            ),
            WriteErrorKind::DiskFull => (
                "磁盘空间不足，未写入。请清理空间或另选磁盘",
                "The disk is full; nothing was written. Free some space, or choose another disk",
            ),
            WriteErrorKind::Other(error) => {
                return Bilingual {
                    zh: format!("无法写入文件（{error}）。请检查磁盘或另选位置：{path}"),
                    en: format!(
                        "The file could not be written ({error}). Check the disk, or choose another place: {path}"
                    ),
                };
            }
        };
        Bilingual { zh: format!("{zh}：{path}"), en: format!("{en}: {path}") }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for WriteError {}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a folder for the test")
    }

    fn names(folder: &tempfile::TempDir) -> Vec<String> {
        let entries = fs::read_dir(folder.path()).expect("the folder is there");
        let mut names: Vec<_> = entries
            .map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_is_not_overwritten_unless_asked() {
        let folder = folder();
        let path = folder.path().join("图 1.png");
        assert_eq!(write_file(&path, b"one", IfExists::Refuse).as_deref(), Ok(path.as_path()));
        let refused = write_file(&path, b"two", IfExists::Refuse).expect_err("it is there");
        assert_eq!(refused.kind, WriteErrorKind::Exists);
        assert!(refused.message().zh.contains("图 1.png"));
        assert_eq!(fs::read(&path).expect("readable"), b"one");
        write_file(&path, b"two", IfExists::Overwrite).expect("allowed");
        assert_eq!(fs::read(&path).expect("readable"), b"two");
        assert_eq!(names(&folder), ["图 1.png"], "nothing is left beside it");
    }

    #[test]
    fn numbers_find_the_next_free_name() {
        let folder = folder();
        let path = folder.path().join("chart.v2.svg");
        let written: Vec<_> = (0..3)
            .map(|_| write_file(&path, b"x", IfExists::Number).expect("a free name"))
            .map(|path| path.file_name().map(|name| name.to_string_lossy().into_owned()))
            .collect();
        let wanted = ["chart.v2.svg", "chart.v2 (2).svg", "chart.v2 (3).svg"];
        assert_eq!(written, wanted.map(|name| Some(name.to_owned())));
    }

    #[test]
    fn files_that_belong_together_have_one_number() {
        let folder = folder();
        let paths = ["a.svg", "a-figures.csv"].map(|name| folder.path().join(name));
        write_file(&paths[0], b"x", IfExists::Refuse).expect("written");
        let found = names_together(paths.to_vec(), IfExists::Number);
        let wanted = ["a (2).svg", "a-figures (2).csv"].map(|name| folder.path().join(name));
        assert_eq!(found, wanted);
        assert_eq!(names_together(paths.to_vec(), IfExists::Overwrite), paths);
    }

    #[test]
    fn many_at_once_never_take_the_same_name() {
        let folder = folder();
        let path = folder.path().join("chart.png");
        std::thread::scope(|scope| {
            for number in 0..8_u8 {
                let path = &path;
                scope.spawn(move || write_file(path, &[number], IfExists::Number).expect("a name"));
            }
        });
        let mut found: Vec<u8> = names(&folder)
            .iter()
            .map(|name| fs::read(folder.path().join(name)).expect("readable")[0])
            .collect();
        found.sort_unstable();
        assert_eq!(found, [0, 1, 2, 3, 4, 5, 6, 7]);
    }

    #[test]
    fn folders_and_missing_folders_are_named() {
        let folder = folder();
        let kind = |path: &Path| write_file(path, b"x", IfExists::Overwrite).map_err(|e| e.kind);
        assert_eq!(kind(folder.path()), Err(WriteErrorKind::IsFolder));
        assert_eq!(kind(&folder.path().join("no/chart.png")), Err(WriteErrorKind::NoFolder));
        assert_eq!(kind(Path::new("/")), Err(WriteErrorKind::IsFolder));
    }
}
