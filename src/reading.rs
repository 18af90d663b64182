//! The only reader of files that a person names: never more of them than a limit, and in words where it cannot be done.
//!
//! Knows where bytes come from, and nothing of what they say.

use std::fs::File;
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

use crate::model::Bilingual;

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// Nothing of that name is there.
    Missing,
    /// A folder is there.
    IsFolder,
    /// No right to read it, or another program holds it.
    Forbidden,
    /// More bytes than the limit.
    TooLarge {
        /// How many there are; `None` for a source that does not say, like a pipe.
        bytes: Option<u64>,
        /// How many there may be.
        limit: u64,
    },
    /// Something else, in the words of the system.
    Other(String),
}

/// The bytes of the file at `path`, `limit` of them at the most.
///
/// # Errors
/// [`ReadError`] says why there are none.
pub fn bytes(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    // Windows does not open a folder and would speak of permissions.
    if path.is_dir() {
        return Err(ReadError::IsFolder);
    }
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    within(length, limit)?;
    let mut bytes = Vec::with_capacity(length as usize);
    // A pipe or a growing file has no length to trust: never more than one byte beyond the limit is read.
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(ReadError::TooLarge { bytes: None, limit });
    }
    Ok(bytes)
}

/// Refuses more bytes than `limit`.
///
/// # Errors
/// [`ReadError::TooLarge`].
pub fn within(bytes: u64, limit: u64) -> Result<(), ReadError> {
    if bytes > limit { Err(ReadError::TooLarge { bytes: Some(bytes), limit }) } else { Ok(()) }
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidFilename => {
                Self::Missing
            }
            ErrorKind::IsADirectory => Self::IsFolder,
            ErrorKind::PermissionDenied => Self::Forbidden,
            _ => Self::Other(error.to_string()),
        }
    }
}

impl ReadError {
    /// What is wrong and what to do, in both languages, without the file's name.
    #[must_use]
    pub fn message(&self) -> Bilingual {
        let (zh, en) = match self {
            Self::Missing => (
                "没有这个文件。请检查路径和文件名。".to_owned(),
                "there is no such file. Check the path and the name.".to_owned(),
            ),
            Self::IsFolder => (
                "这是一个文件夹。请给出其中的文件。".to_owned(),
                "this is a folder. Name a file in it.".to_owned(),
            ),
            Self::Forbidden => (
                "没有读取权限。请更改文件的权限，或关闭正在使用它的程序。".to_owned(),
                "reading is not allowed. Change the file's permissions, or close the program that uses it."
                    .to_owned(),
            ),
            Self::TooLarge { bytes: None, limit } => (
                format!("内容超过上限{limit}字节，没有读完。请确认选对了文件。"),
                format!(
                    "it has more than the limit of {limit} bytes, and was not read to its end. Make sure that it is the right file."
                ),
            ),
            Self::TooLarge { bytes: Some(bytes), limit } => (
                format!("文件有{bytes}字节，超过上限{limit}字节。请确认选对了文件。"),
                format!(
                    "the file has {bytes} bytes, more than the limit of {limit}. Make sure that it is the right one."
                ),
            ),
            Self::Other(why) => (
                format!("读取失败（{why}）。请再试一次，或先把文件复制到别处。"),
                format!("reading failed ({why}). Try again, or copy the file to another place first."),
            ),
        };
        Bilingual { zh, en }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_up_to_the_limit_and_no_further() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a");
        std::fs::write(&path, "12345").expect("writable");
        assert_eq!(bytes(&path, 5), Ok(b"12345".to_vec()));
        assert_eq!(bytes(&path, 4), Err(ReadError::TooLarge { bytes: Some(5), limit: 4 }));
        let huge = folder.path().join("huge");
        File::create(&huge).and_then(|file| file.set_len(1 << 40)).expect("a sparse file");
        let refused = bytes(&huge, 5).expect_err("not read to be measured");
        assert_eq!(refused, ReadError::TooLarge { bytes: Some(1 << 40), limit: 5 });
        let Bilingual { zh, en } = refused.message();
        assert!(zh.contains("上限5字节") && en.contains("limit of 5."), "{zh} {en}");
    }

    #[test]
    fn what_cannot_be_read_is_told_apart() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(bytes(folder.path(), 5), Err(ReadError::IsFolder));
        assert_eq!(bytes(&folder.path().join("no"), 5), Err(ReadError::Missing));
        let file = folder.path().join("a");
        std::fs::write(&file, "1").expect("writable");
        assert_eq!(bytes(&file.join("b"), 5), Err(ReadError::Missing));
        assert_eq!(
            ReadError::from(io::Error::from(ErrorKind::PermissionDenied)),
            ReadError::Forbidden
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_source_without_end_is_left_at_the_limit() {
        let refused = bytes(Path::new("/dev/zero"), 100).expect_err("endless");
        assert_eq!(refused, ReadError::TooLarge { bytes: None, limit: 100 });
        // A number of bytes would be one that nobody has counted.
        let Bilingual { zh, en } = refused.message();
        assert!(zh.contains("超过上限100字节") && en.contains("more than the limit of 100 bytes"));
        assert!(!zh.contains("101") && !en.contains("101"));
    }
}
