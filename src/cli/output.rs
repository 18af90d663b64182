//! Where results and complaints go: stdout, stderr, one file.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::export::{IfExists, write_file};
use crate::i18n::Lang;
use crate::i18n::cli::Refusal;

/// Why a command ends without having done its work.
#[derive(Debug)]
pub struct Failure {
    /// What to say.
    pub refusal: Refusal,
    /// What to exit with.
    pub code: FailureCode,
}

/// The exit codes other than 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailureCode {
    /// Something is wrong in the data, or could not be written: 1.
    Data,
    /// Wrong arguments or unreadable input: 2.
    Usage,
}

impl From<FailureCode> for ExitCode {
    fn from(code: FailureCode) -> Self {
        Self::from(match code {
            FailureCode::Data => 1,
            FailureCode::Usage => 2,
        })
    }
}

impl Failure {
    /// Something is wrong in the data, or could not be written.
    pub fn data(refusal: Refusal) -> Self {
        Self { refusal, code: FailureCode::Data }
    }

    /// The arguments are wrong, or the input cannot be read.
    pub fn usage(refusal: Refusal) -> Self {
        Self { refusal, code: FailureCode::Usage }
    }
}

/// Whether a path stands for stdout.
pub fn is_stdout(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Writes `bytes` to the file `to`, or to stdout when there is none or it is `-`.
pub fn deliver(
    bytes: &[u8],
    to: Option<&Path>,
    overwrite: bool,
    is_text: bool,
    lang: Lang,
) -> Result<(), Failure> {
    match to {
        Some(path) if !is_stdout(path) => save(bytes, path, overwrite, lang),
        _ if !is_text && io::stdout().is_terminal() => {
            Err(Failure::usage(Refusal::BinaryToTerminal))
        }
        _ => print(bytes),
    }
}

/// Writes one file, whole or not at all.
pub fn save(bytes: &[u8], path: &Path, overwrite: bool, lang: Lang) -> Result<(), Failure> {
    let if_exists = if overwrite { IfExists::Overwrite } else { IfExists::Refuse };
    save_as(bytes, path, if_exists, lang).map(|_| ())
}

/// The same for every choice about what is there already; where the file is in the end.
pub fn save_as(
    bytes: &[u8],
    path: &Path,
    if_exists: IfExists,
    lang: Lang,
) -> Result<PathBuf, Failure> {
    write_file(path, bytes, if_exists)
        .map_err(|error| Failure::data(Refusal::Said(lang.pick(&error.message()).to_owned())))
}

/// Writes to stdout. A reader who has seen enough (`| head`) is no failure.
pub fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::data(Refusal::Output(error.to_string())))
        }
        _ => Ok(()),
    }
}

/// Writes one line to stderr; where stderr is gone, nobody can be told.
pub fn complain(line: &str) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
