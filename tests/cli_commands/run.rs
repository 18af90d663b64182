//! Runs the binary and tells what came of it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What a call left behind.
pub struct Ran {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
    pub bytes: Vec<u8>,
}

/// Calls the binary with these arguments, in English and in a folder of its own choice.
pub fn run_in<S: AsRef<std::ffi::OsStr>>(folder: &Path, arguments: &[S]) -> Ran {
    ran(command(arguments).current_dir(folder).output().expect("the binary starts"))
}

/// Calls the binary with these arguments, separated by spaces.
pub fn run(arguments: &str) -> Ran {
    let arguments: Vec<&str> = arguments.split_whitespace().collect();
    ran(command(&arguments).output().expect("the binary starts"))
}

/// The binary with these arguments and a system that speaks English.
pub fn command<S: AsRef<std::ffi::OsStr>>(arguments: &[S]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_report-explorer"));
    command.args(arguments);
    for variable in ["LANGUAGE", "LC_ALL", "LC_MESSAGES"] {
        command.env_remove(variable);
    }
    command.env("LANG", "en_GB.UTF-8");
    // No display may be needed.
    command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    command
}

fn ran(output: Output) -> Ran {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let ran = Ran {
        code: output.status.code().expect("it ends by itself"),
        stdout: text(&output.stdout),
        stderr: text(&output.stderr),
        bytes: output.stdout,
    };
    assert!(!ran.stderr.contains("panicked"), "{}", ran.stderr);
    ran
}

/// The rows of a JSON table.
pub fn rows(json: &str) -> Vec<serde_json::Value> {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))
}

/// A file of the tests' own data.
pub fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}
