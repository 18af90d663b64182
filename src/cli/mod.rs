//! The command line; calls the same functions as the window.
//!
//! Exit codes: 0 done; 1 something is wrong in the data or could not be written; 2 wrong arguments or unreadable input.
//! What was asked for goes to stdout or into files, everything else to stderr,
//! in the language of `--lang` or of the system.
//! What is written into files does not depend on the system: it is Chinese unless `--lang` says otherwise.

pub mod arguments;
pub mod understand;
pub mod values;

mod check;
mod export;
mod input;
mod inspect;
mod output;
mod progress;
mod tables;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::i18n::Lang;
use crate::i18n::cli::{self as words, Refusal};
use crate::load::Asked;

use arguments::{Arguments, Command};
use output::Failure;
use understand::Stop;

/// What the arguments ask for.
#[derive(Debug)]
pub enum Start {
    /// The window, with this file or the bundled report.
    Window(Option<PathBuf>),
    /// Nothing more: the command has been carried out.
    Done(ExitCode),
}

/// Carries out the command that the arguments name; `arguments` begin with the program.
///
/// Nothing of the window is touched: a command starts in milliseconds and needs no display.
pub fn start(arguments: impl IntoIterator<Item = OsString>) -> Start {
    let given: Vec<OsString> = arguments.into_iter().collect();
    let lang = understand::language(&given);
    match understand::parse(&given, lang) {
        Ok(Arguments { command: Some(command), .. }) => {
            Start::Done(finish(run(&command, lang), lang))
        }
        Ok(Arguments { command: None, file: Some(file) })
            if Asked::of(&file).file.is_some_and(|file| !file.exists()) =>
        {
            let missing = Refusal::NoSuchFile(file.display().to_string());
            Start::Done(finish(Err(Failure::usage(missing)), lang))
        }
        Ok(Arguments { command: None, file }) => Start::Window(file),
        Err(Stop::Said(words)) => {
            Start::Done(finish(output::print(words.as_bytes()).map(|()| ExitCode::SUCCESS), lang))
        }
        Err(Stop::Wrong(fault)) => {
            let fault = format!("{fault}\n{}", words::see_help(lang));
            Start::Done(finish(Err(Failure::usage(Refusal::Said(fault))), lang))
        }
    }
}

/// Says on stderr why the window did not open; the exit code of that.
#[must_use]
pub fn window_failed(cause: &str) -> ExitCode {
    let lang = Lang::of_locale(&sys_locale::get_locale().unwrap_or_default());
    finish(Err(Failure::data(Refusal::Said(cause.to_owned()))), lang)
}

fn run(command: &Command, lang: Lang) -> Result<ExitCode, Failure> {
    match command {
        Command::Figures(given) => tables::figures(given, lang),
        Command::Comparisons(given) => tables::comparisons(given, lang),
        Command::Sections(given) => tables::sections(given, lang),
        Command::Check(given) => check::run(given, lang),
        Command::Charts(given) => tables::charts(given, lang),
        Command::Export(given) => export::run(given, lang),
        Command::Inspect(given) => inspect::run(given, lang),
    }
}

fn finish(result: Result<ExitCode, Failure>, lang: Lang) -> ExitCode {
    result.unwrap_or_else(|failure| {
        output::complain(&words::error(&words::refusal(&failure.refusal, lang), lang));
        failure.code.into()
    })
}
