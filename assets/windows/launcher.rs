//! Starts `report-explorer.exe` from its own folder without a console: what the Start menu and a double-click on a file
//! call on Windows before 11 24H2, which gives a console program a console of its own.
//!
//! The program itself stays a console program, so that its commands print in a terminal and a shell waits for them.
//! This one passes its arguments on and leaves; it holds nothing of the program and is built with
//! `cargo build --release --features windows-launcher`.

#![cfg_attr(windows, windows_subsystem = "windows")]

use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    let Ok(own) = std::env::current_exe() else { return ExitCode::FAILURE };
    let program =
        own.with_file_name("report-explorer").with_extension(std::env::consts::EXE_EXTENSION);
    let mut command = Command::new(program);
    command.args(std::env::args_os().skip(1));
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt as _;
        /// Of the processes' creation flags: the console program runs without a console.
        const CREATE_NO_WINDOW: u32 = 0x0800_0000;
        command.creation_flags(CREATE_NO_WINDOW);
    }
    match command.spawn() {
        Ok(_) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
