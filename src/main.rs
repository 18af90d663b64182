//! Arguments → window or command → exit code; nothing else.

use std::io::Write as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let file = std::env::args_os().nth(1).map(Into::into);
    match report_explorer::app::run(file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Where there is no stderr either, nobody is there to read it.
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::from(1)
        }
    }
}
