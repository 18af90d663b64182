//! Arguments understood, and what is said when they cannot be.
//!
//! The help and the faults are in the language of `--lang`, or of the system: clap knows the structure,
//! [`crate::i18n::cli`] the words.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command as Clap, CommandFactory, FromArgMatches};

use super::arguments::Arguments;
use crate::i18n::Lang;
use crate::i18n::cli::{self as words, Expected, UsageFault};

/// Stands for an `n` until clap has laid out the help.
const STAND_IN: char = '\u{e000}';

/// Why there are no arguments to follow.
#[derive(Debug)]
pub enum Stop {
    /// Help or the version was asked for: what to print on stdout.
    Said(String),
    /// The arguments are wrong: what to print on stderr.
    Wrong(String),
}

/// The language that the arguments ask for, or that of the system.
///
/// Read before the arguments are understood, because their faults have a language too.
#[must_use]
pub fn language(arguments: &[OsString]) -> Lang {
    let mut asked = None;
    let mut texts = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(text) = texts.next() {
        let value = match text.strip_prefix("--lang") {
            Some("") => texts.next(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        asked = asked.or_else(|| Lang::ALL.into_iter().find(|lang| Some(lang.key()) == value));
    }
    asked.unwrap_or_else(|| Lang::of_locale(&sys_locale::get_locale().unwrap_or_default()))
}

/// Understands the arguments, the first of which is the program.
///
/// # Errors
/// [`Stop`] holds what to print when help was asked for or something is wrong.
pub fn parse(arguments: &[OsString], lang: Lang) -> Result<Arguments, Stop> {
    command(lang)
        .try_get_matches_from(arguments)
        .and_then(|matches| Arguments::from_arg_matches(&matches))
        .map_err(|error| match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                Stop::Said(error.to_string().replace(STAND_IN, "n"))
            }
            _ => Stop::Wrong(words::usage_fault(&fault(&error), lang)),
        })
}

/// The command line with its help in one language.
#[must_use]
pub fn command(lang: Lang) -> Clap {
    let headings = words::help_headings(lang);
    let colon = lang.choose("：", ": ");
    let template = format!("{{about}}\n\n{}{colon}{{usage}}\n\n{{all-args}}\n", headings.usage);
    let dressed = |command: Clap, about: &'static str| {
        command
            .about(about)
            .disable_help_flag(true)
            .disable_version_flag(true)
            .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help))
            .help_template(template.clone())
            .subcommand_help_heading(headings.commands)
            .mut_args(|argument| {
                let heading =
                    if argument.is_positional() { headings.arguments } else { headings.options };
                let help = words::argument(argument.get_id().as_str(), lang).unwrap_or_default();
                // clap takes {n} for the end of a line.
                let help = help.replace("{n}", &format!("{{{STAND_IN}}}"));
                // The help names the values already.
                let has_values = argument.get_action().takes_values();
                argument.help(help).help_heading(heading).hide_possible_values(has_values)
            })
    };
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    dressed(Arguments::command().arg(version), words::application(lang))
        .disable_help_subcommand(true)
        .mut_subcommands(|command| {
            let about = words::command(command.get_name(), lang).unwrap_or_default();
            dressed(command, about)
        })
}

/// What clap found wrong, apart from its words.
fn fault(error: &clap::Error) -> UsageFault {
    let all = |kind| match error.get(kind) {
        Some(ContextValue::String(one)) => vec![bare(one)],
        Some(ContextValue::Strings(many)) => many.iter().map(|one| bare(one)).collect(),
        _ => Vec::new(),
    };
    let one = |kind| all(kind).join(" ");
    let option = one(ContextKind::InvalidArg);
    // Not `one`: what was given may have spaces in it.
    let value = match error.get(ContextKind::InvalidValue) {
        Some(ContextValue::String(value)) => value.clone(),
        _ => String::new(),
    };
    match error.kind() {
        ErrorKind::UnknownArgument => UsageFault::Unknown(option),
        ErrorKind::InvalidSubcommand => UsageFault::Unknown(one(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue if value.is_empty() => UsageFault::NoValue(option),
        ErrorKind::InvalidValue => {
            UsageFault::Value { option, value, possible: all(ContextKind::ValidValue) }
        }
        ErrorKind::ValueValidation => {
            let cause = std::error::Error::source(error);
            match cause.and_then(|cause| cause.downcast_ref::<Expected>()) {
                Some(expected) => UsageFault::Form { option, value, expected: *expected },
                None => UsageFault::Value { option, value, possible: Vec::new() },
            }
        }
        ErrorKind::TooManyValues => UsageFault::TakesNoValue(option),
        ErrorKind::MissingRequiredArgument => UsageFault::Missing(all(ContextKind::InvalidArg)),
        ErrorKind::ArgumentConflict if option == one(ContextKind::PriorArg) => {
            UsageFault::Twice(option)
        }
        // The first word was taken for the file of the window, so there can be no more of them.
        ErrorKind::ArgumentConflict if one(ContextKind::PriorArg) == "[FILE]" => {
            let commands = Arguments::command();
            let names = commands.get_subcommands().map(|one| one.get_name().to_owned());
            UsageFault::CommandFirst(names.collect())
        }
        ErrorKind::ArgumentConflict => UsageFault::Conflict(option, all(ContextKind::PriorArg)),
        ErrorKind::InvalidUtf8 => UsageFault::NotText,
        _ => UsageFault::Other(error.kind().to_string()),
    }
}

/// `--format <FORMAT>` → `--format`, `<IMAGE>` → `IMAGE`: as a person types it.
fn bare(argument: &str) -> String {
    let name = argument.split_once(" <").map_or(argument, |(name, _)| name);
    name.trim_start_matches('<').trim_end_matches('>').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_argument_has_its_help_in_both_languages() {
        for lang in Lang::ALL {
            let command = command(lang);
            command.clone().debug_assert();
            for sub in command.get_subcommands() {
                assert!(
                    sub.get_about().is_some_and(|about| !about.to_string().is_empty()),
                    "{sub}"
                );
            }
            for one in std::iter::once(&command).chain(command.get_subcommands()) {
                for argument in one.get_arguments() {
                    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!help.is_empty(), "{} {}", one.get_name(), argument.get_id());
                }
            }
        }
    }

    #[test]
    fn the_language_is_read_before_anything_else() {
        let arguments = |text: &str| text.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert_eq!(language(&arguments("report-explorer figures --lang zh --bogus")), Lang::Zh);
        assert_eq!(language(&arguments("report-explorer figures --lang=en --bogus")), Lang::En);
    }

    #[test]
    fn a_value_of_the_wrong_form_is_told_what_is_expected() {
        for (option, value, zh, en) in [
            ("--dpi", "0", "24 到 2400 之间的整数", "a whole number from 24 to 2400"),
            ("--dpi", "x", "24 到 2400", "24 to 2400"),
            ("--dpi", "-5", "24 到 2400", "24 to 2400"),
            ("--size", "foo", "如 1600x900 或 84mmx105mm", "such as 1600x900 or 84mmx105mm"),
            ("--size", "-1x5", "1600x900", "1600x900"),
            ("--size", "100x100", "180 到 20000 像素", "from 180 to 20000 px"),
            ("--size", "1e9x1e9", "180 到 20000 像素", "from 180 to 20000 px"),
            ("--size", "10kmx5km", "mm、cm 或 in", "mm, cm or in"),
        ] {
            for (lang, expected) in [(Lang::Zh, zh), (Lang::En, en)] {
                let words = said(&["export", "--all", option, value], lang);
                assert!(words.starts_with(&format!("{option} ")), "{words}");
                assert!(words.contains(value) && words.contains(expected), "{words}");
            }
        }
        let long = "长".repeat(401);
        assert!(said(&["export", "--all", "--title", &long], Lang::En).contains("at most 400"));
        for nothing in ["", "  "] {
            let words = said(&["figures", "--find", nothing], Lang::En);
            assert!(words.contains("leave --find out"), "{words}");
        }
    }

    #[test]
    fn every_wrong_argument_gets_a_sentence_of_ours_in_each_language() {
        for given in [
            "figures --format pdf",
            "figures --format",
            "figures --overwrite=1",
            "figures --format csv --format json",
            "figures a b",
            "export --all --preset slide --size 800x600",
            "export --all -o",
            "inspect",
            "figure a.report.ron",
            "a.report.ron figures",
        ] {
            let given: Vec<&str> = given.split(' ').collect();
            let (zh, en) = (said(&given, Lang::Zh), said(&given, Lang::En));
            // The parser's own words would be the same in both; `<…>` is its way of naming values.
            assert_ne!(zh, en, "{given:?}");
            for words in [&zh, &en] {
                assert!(!words.contains(" <"), "{words}");
            }
        }
        let names = said(&["figure", "a.report.ron"], Lang::En);
        assert!(names.contains("figures, comparisons"), "{names}");
    }

    /// What is said of these arguments.
    fn said(given: &[&str], lang: Lang) -> String {
        let arguments = [&["report-explorer"], given].concat();
        let wrong = command(lang).try_get_matches_from(arguments).expect_err("refused");
        words::usage_fault(&fault(&wrong), lang)
    }
}
