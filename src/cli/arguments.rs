//! What may stand on the command line.
//!
//! Its words are in [`crate::i18n::cli`], the values of its options in [`super::values`].

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use super::values::{self, InspectFormat, Part};
use crate::chart::{Background, Labels, Order};
use crate::export::preset::{PageSize, Preset};
use crate::export::tables::TableFormat;
use crate::export::{Format, TextMode};
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
    #[arg(long, value_name = "QUERY", value_parser = values::query)]
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
    #[arg(long, value_name = "WxH", value_parser = values::size, allow_hyphen_values = true)]
    pub size: Option<PageSize>,
    /// Pixels an inch of a PNG.
    #[arg(long, value_name = "N", value_parser = values::dots, allow_negative_numbers = true)]
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
    #[arg(long, value_name = "TEXT", value_parser = values::own_words)]
    pub title: Option<String>,
    /// An own subtitle.
    #[arg(long, value_name = "TEXT", value_parser = values::own_words)]
    pub subtitle: Option<String>,
    /// An own note.
    #[arg(long, value_name = "TEXT", value_parser = values::own_words)]
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
