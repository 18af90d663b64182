//! Arguments → window or command → exit code; nothing else.

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
