//! Arguments → window or command → exit code; nothing else.
//!
//! On Windows this is a console program. `windows_subsystem = "windows"` would keep a double-click from opening
//! a console, but such a program has no stdout in a terminal and a shell does not wait for it: the commands would
//! print nothing and their exit codes would be lost. Attaching to the parent's console needs `unsafe`.
//! A package for Windows therefore adds an application manifest with
//! `<consoleAllocationPolicy>detached</consoleAllocationPolicy>` (Windows 11 24H2 and later): no console on a
//! double-click, the shell's own otherwise.

use std::process::ExitCode;

use report_explorer::{app, cli};

fn main() -> ExitCode {
    match cli::start(std::env::args_os()) {
        cli::Start::Done(code) => code,
        cli::Start::Window(file) => match app::run(file) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => cli::window_failed(&error.to_string()),
        },
    }
}
