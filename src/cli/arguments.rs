//! What may stand on the command line, and what is said when something else does.
//!
//! The help and the faults are in the language of `--lang`, or of the system: clap knows the structure,
//! [`crate::i18n::cli`] the words.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{
    Arg, ArgAction, Args, Command as Clap, CommandFactory, FromArgMatches, Parser, Subcommand,
    ValueEnum,
};

use crate::chart::{Background, Labels, Order, Parts};
use crate::export::carried::MAX_WORDS;
use crate::export::preset::{DPI, PageSize, Preset};
use crate::export::tables::TableFormat;
use crate::export::{Format, TextMode};
use crate::i18n::cli::{self as words, UsageFault};
use crate::i18n::number::Digits;
use crate::i18n::{ChartLang, Lang};
use crate::model::Role;
use crate::theme::ThemeName;

/// The command line.
#[derive(Debug, Parser)]
#[command(name = "report-explorer", version, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// The file that the window opens.
    pub file: Option<PathBuf>,
    /// What to do instead of opening the window.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What can be done without the window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The figures of a report.
    Figures(FiguresArguments),
    /// Its comparisons.
    Comparisons(TableArguments),
    /// Its section tree.
    Sections(TableArguments),
    /// Whether it is sound.
    Check(CheckArguments),
    /// The charts that it offers.
    Charts(TableArguments),
    /// Charts as files.
    Export(Box<ExportArguments>),
    /// What an exported file carries.
    Inspect(InspectArguments),
}

/// What every table command takes.
#[derive(Debug, Args)]
pub struct TableArguments {
    /// The data file; the bundled report when left out.
    pub file: Option<PathBuf>,
    /// The format; when left out, that of the output's ending, or CSV.
    #[arg(long)]
    pub format: Option<TableFormat>,
    /// The language of headings and terms, and of messages.
    #[arg(long)]
    pub lang: Option<Lang>,
    /// The file to write; stdout when left out.
    #[arg(short, long, value_name = "OUT")]
    pub output: Option<PathBuf>,
    /// Whether an existing file is replaced.
    #[arg(long)]
    pub overwrite: bool,
}

/// What `figures` takes.
#[derive(Debug, Args)]
pub struct FiguresArguments {
    /// Format, language, output.
    #[command(flatten)]
    pub table: TableArguments,
    /// Only figures in this section.
    #[arg(long, value_name = "ID")]
    pub section: Option<String>,
    /// Only figures in this role.
    #[arg(long)]
    pub role: Option<Role>,
    /// Only figures that this search finds.
    #[arg(long, value_name = "QUERY")]
    pub find: Option<String>,
}

/// What `check` takes.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// The data file; the bundled report when left out.
    pub file: Option<PathBuf>,
    /// The report's text.
    #[arg(id = "report_text", long = "text", value_name = "REPORT.txt")]
    pub text: Option<PathBuf>,
    /// The language of the messages.
    #[arg(id = "message_lang", long = "lang", value_name = "LANG")]
    pub lang: Option<Lang>,
}

/// What `export` takes.
#[derive(Debug, Args)]
pub struct ExportArguments {
    /// The data file; the bundled report when left out.
    pub file: Option<PathBuf>,
    /// Ids of charts.
    #[arg(id = "charts", long = "chart", value_name = "ID", conflicts_with = "all")]
    pub charts: Vec<String>,
    /// Every chart.
    #[arg(long)]
    pub all: bool,
    /// The formats; when left out, that of the output's ending, or PNG.
    #[arg(id = "formats", long = "format", value_name = "FORMAT", value_delimiter = ',')]
    pub formats: Vec<Format>,
    /// A named page.
    #[arg(long, conflicts_with = "size")]
    pub preset: Option<Preset>,
    /// The page, in CSS pixels or another unit.
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub size: Option<PageSize>,
    /// Pixels an inch of a PNG.
    #[arg(long, value_name = "N", value_parser = dots)]
    pub dpi: Option<u32>,
    /// The language of the chart.
    #[arg(id = "chart_lang", long = "lang", value_name = "LANG")]
    pub lang: Option<ChartLang>,
    /// The colours.
    #[arg(long)]
    pub theme: Option<ThemeName>,
    /// What is behind the chart.
    #[arg(long)]
    pub background: Option<Background>,
    /// Parts of the page to leave out.
    #[arg(long, value_name = "PART", value_delimiter = ',')]
    pub without: Vec<Part>,
    /// The order of the rows.
    #[arg(long)]
    pub order: Option<Order>,
    /// What stands beside the marks.
    #[arg(long)]
    pub labels: Option<Labels>,
    /// How large numbers are written.
    #[arg(long)]
    pub digits: Option<Digits>,
    /// An own title.
    #[arg(long, value_name = "TEXT", value_parser = own_words)]
    pub title: Option<String>,
    /// An own subtitle.
    #[arg(long, value_name = "TEXT", value_parser = own_words)]
    pub subtitle: Option<String>,
    /// An own note.
    #[arg(long, value_name = "TEXT", value_parser = own_words)]
    pub note: Option<String>,
    /// How letters are written in an SVG.
    #[arg(id = "text_mode", long = "text", value_name = "MODE")]
    pub text: Option<TextMode>,
    /// Whether the files carry no data.
    #[arg(long)]
    pub no_data: bool,
    /// Whether each chart's data is written beside it.
    #[arg(long)]
    pub data: bool,
    /// Whether a batch gets an index.
    #[arg(long, conflicts_with = "output")]
    pub index: bool,
    /// How the files are called.
    #[arg(long, value_name = "PATTERN", conflicts_with = "output")]
    pub name: Option<String>,
    /// The folder to write into; the current one when left out.
    #[arg(long, value_name = "DIR", conflicts_with = "output")]
    pub out_dir: Option<PathBuf>,
    /// The archive to write into.
    #[arg(long, value_name = "FILE.zip", conflicts_with_all = ["output", "out_dir"])]
    pub zip: Option<PathBuf>,
    /// The one file to write.
    #[arg(short, long, value_name = "OUT")]
    pub output: Option<PathBuf>,
    /// Whether existing files are replaced.
    #[arg(long, conflicts_with = "number")]
    pub overwrite: bool,
    /// Whether a file whose name is taken gets a number.
    #[arg(long)]
    pub number: bool,
}

/// What `inspect` takes.
#[derive(Debug, Args)]
pub struct InspectArguments {
    /// The exported file.
    pub image: PathBuf,
    /// For people or for programs.
    #[arg(id = "inspect_format", long = "format", value_name = "FORMAT")]
    pub format: Option<InspectFormat>,
    /// The language of the words around the data.
    #[arg(id = "message_lang", long = "lang", value_name = "LANG")]
    pub lang: Option<Lang>,
}

/// How `inspect` answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InspectFormat {
    /// For people.
    Text,
    /// All that the image carries.
    Json,
}

impl InspectFormat {
    const ALL: [Self; 2] = [Self::Text, Self::Json];

    fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
        }
    }
}

/// Values with a closed list of names, which are the same on the command line and in files.
macro_rules! named_values {
    ($($name:ty),*) => {$(
        impl ValueEnum for $name {
            fn value_variants<'a>() -> &'a [Self] {
                &Self::ALL
            }

            fn to_possible_value(&self) -> Option<PossibleValue> {
                Some(PossibleValue::new(self.key()))
            }
        }
    )*};
}
named_values!(
    TableFormat,
    Lang,
    Role,
    Format,
    Preset,
    ChartLang,
    ThemeName,
    InspectFormat,
    Order,
    Labels,
    Part
);

impl ValueEnum for TextMode {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Outlines, Self::Text]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Outlines => "outlines",
            Self::Text => "text",
        }))
    }
}

impl ValueEnum for Background {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Theme, Self::White, Self::Transparent]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Theme => "theme",
            Self::White => "white",
            Self::Transparent => "transparent",
        }))
    }
}

impl ValueEnum for Digits {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Short, Self::Full, Self::TenThousands, Self::Thousands]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Short => "short",
            Self::Full => "full",
            Self::TenThousands => "wan",
            Self::Thousands => "k",
        }))
    }
}

/// A part of the page that `--without` leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Title and subtitle.
    Title,
    /// The legend.
    Legend,
    /// The source line.
    Source,
    /// What a reader must know of the indicators.
    Notes,
    /// Derived values.
    Derived,
}

impl Part {
    const ALL: [Self; 5] = [Self::Title, Self::Legend, Self::Source, Self::Notes, Self::Derived];

    fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Legend => "legend",
            Self::Source => "source",
            Self::Notes => "notes",
            Self::Derived => "derived",
        }
    }

    /// Takes this part away.
    pub fn leave_out(self, parts: &mut Parts) {
        match self {
            Self::Title => parts.title = false,
            Self::Legend => parts.legend = false,
            Self::Source => parts.source = false,
            Self::Notes => parts.notes = false,
            Self::Derived => parts.derived = false,
        }
    }
}

/// `1600x900`, `84mmx105mm`; the resolution is that of the default page until `--dpi` says another.
fn size(text: &str) -> Result<PageSize, String> {
    PageSize::parse(text, PageSize::default().dpi)
        .ok_or_else(|| "1600x900, 84mmx105mm …".to_owned())
}

/// A resolution that a page can have.
fn dots(text: &str) -> Result<u32, String> {
    let dots = text.parse().ok().filter(|dots| DPI.contains(dots));
    dots.ok_or_else(|| format!("{}–{}", DPI.start(), DPI.end()))
}

/// A title, subtitle or note of a length that a chart can hold.
fn own_words(text: &str) -> Result<String, String> {
    if text.chars().count() > MAX_WORDS {
        return Err(format!("≤ {MAX_WORDS}"));
    }
    Ok(text.to_owned())
}

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
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Stop::Said(error.to_string()),
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
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(many)) => many.clone(),
        _ => Vec::new(),
    };
    let one = |kind| all(kind).join(" ");
    match error.kind() {
        ErrorKind::UnknownArgument => UsageFault::Unknown(one(ContextKind::InvalidArg)),
        ErrorKind::InvalidSubcommand => UsageFault::Unknown(one(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue if one(ContextKind::InvalidValue).is_empty() => {
            UsageFault::NoValue(one(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue => UsageFault::Value {
            option: one(ContextKind::InvalidArg),
            value: one(ContextKind::InvalidValue),
            possible: all(ContextKind::ValidValue),
        },
        ErrorKind::ValueValidation => UsageFault::Form {
            option: one(ContextKind::InvalidArg),
            value: one(ContextKind::InvalidValue),
            expected: std::error::Error::source(error).map(ToString::to_string).unwrap_or_default(),
        },
        ErrorKind::MissingRequiredArgument => UsageFault::Missing(all(ContextKind::InvalidArg)),
        ErrorKind::ArgumentConflict
            if one(ContextKind::InvalidArg) == one(ContextKind::PriorArg) =>
        {
            UsageFault::Twice(one(ContextKind::InvalidArg))
        }
        ErrorKind::ArgumentConflict => {
            UsageFault::Conflict(one(ContextKind::InvalidArg), all(ContextKind::PriorArg))
        }
        ErrorKind::InvalidUtf8 => UsageFault::NotText,
        _ => UsageFault::Other(error.kind().to_string()),
    }
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
        for (option, value, expected) in
            [("--dpi", "0", "24–2400"), ("--dpi", "x", "24–2400"), ("--size", "foo", "1600x900")]
        {
            for (lang, sign) in [(Lang::Zh, "应为："), (Lang::En, "expected: ")] {
                let arguments = ["report-explorer", "export", "--all", option, value];
                let wrong = command(lang).try_get_matches_from(arguments).expect_err("refused");
                let words = words::usage_fault(&fault(&wrong), lang);
                assert!(words.contains(option) && words.contains(value), "{words}");
                assert!(words.contains(&format!("{sign}{expected}")), "{words}");
            }
        }
    }
}
