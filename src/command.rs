//! Everything that a person can ask of the window, as one list: menus, buttons, shortcuts and help read it,
//! so they cannot disagree. `ui` pushes commands, `app` carries them out.

mod export;
mod figure;
mod table;
mod text;

use std::path::PathBuf;

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::chart::{ChartKind, Labels, Order};
use crate::i18n::command::Said;
use crate::i18n::desktop::DesktopWord;
use crate::i18n::window::Word;
use crate::i18n::{Lang, terms};
use crate::model::{Domain, Figure, FigureId, IndicatorId, Report, SectionId};
use crate::notice::NoticeId;
use crate::settings::{ThemeChoice, View};

pub use export::{Copied, ExportCommand, ExportDraft, ExportStage, Offered};
pub use figure::FigureCommand;
pub use table::{CopyFormat, CopyRows, SaveWhat, TableCommand};
pub use text::TextCommand;

/// What is selected: an indicator, and where one row of it was clicked, the figure that the row stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The figure that names the row; `None` for the indicator as a whole.
    pub figure: Option<FigureId>,
}

impl Selection {
    /// The figure that is selected; for an indicator as a whole the target of its first comparison, or else its first
    /// figure.
    #[must_use]
    pub fn figure_in<'a>(&self, report: &'a Report) -> Option<&'a Figure> {
        let chosen = self.figure.as_ref().and_then(|id| report.figure(id));
        let target = || report.figure(&report.comparisons_of(&self.indicator).next()?.target);
        chosen.or_else(target).or_else(|| report.figures_of(&self.indicator).next())
    }
}

/// Which comparisons the chart shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ChartScope {
    /// The headline targets of the report.
    #[default]
    Headline,
    /// Everything in the chosen section, or in the whole report.
    Section,
    /// The selected indicator, or all of those that were selected together.
    Indicator,
    /// One field of policy.
    Domain(Domain),
    /// The chart of the image that was opened, as it is there.
    Image,
}

/// How the chart shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ChartShape {
    /// Which kind of chart.
    pub kind: ChartKind,
    /// The order of its rows.
    pub order: Order,
    /// What stands beside its marks.
    pub labels: Labels,
}

impl Default for ChartShape {
    fn default() -> Self {
        Self { kind: ChartKind::Dumbbell, order: Order::default(), labels: Labels::default() }
    }
}

/// What a presentation shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slide {
    /// The view, as it is.
    View,
    /// The comparison of the selected row, as a page.
    Comparison,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Ask which report to open.
    Open,
    /// Open this file.
    OpenFile(PathBuf),
    /// Open the report that the application brings along.
    OpenBundled,
    /// List the faults of the open file.
    ShowFaults,
    /// Show the export dialog.
    Export,
    /// Something in the export dialog.
    InExport(ExportCommand),
    /// Leave the dialog on top.
    CloseDialog,
    /// Show another view of the report.
    ShowView(View),
    /// Search, narrow, order, set up, copy or save the table.
    Table(TableCommand),
    /// Choose what the chart shows.
    ShowScope(ChartScope),
    /// Choose how the chart shows it.
    ShapeChart(ChartShape),
    /// Show one section, or the whole report.
    ChooseSection(Option<SectionId>),
    /// Open or close a branch of the tree.
    UnfoldSection(SectionId, bool),
    /// Select an indicator, or one row of it.
    Select(Selection),
    /// Scroll to the selected row.
    Reveal,
    /// Show the selected indicator in the chart.
    ShowInChart(IndicatorId),
    /// Something about the report's text.
    Text(TextCommand),
    /// Something about a figure.
    Figure(FigureCommand),
    /// Say what the report is: who, where, when, published by whom.
    ShowAbout,
    /// List what is inside the application, under which licence.
    ShowLicences,
    /// Show derived values, or hide them everywhere.
    ShowDerived(bool),
    /// Change the language of the window.
    ChooseLang(Lang),
    /// Change the colours of the window.
    ChooseTheme(ThemeChoice),
    /// More contrast, or not.
    ChooseContrast(bool),
    /// Let things slide into place, or not.
    ChooseMotion(bool),
    /// Everything this large, in per cent.
    ChooseZoom(u16),
    /// Begin with the report of last time, or not.
    ChooseReopen(bool),
    /// A double-click on a file opens in the window that is there, or in one of its own.
    ChooseReuseWindow(bool),
    /// Change the path in the field.
    TypePath(String),
    /// Take the path in the field.
    AnswerPath {
        /// Whether a file that is there may be replaced.
        replacing: bool,
    },
    /// Take no path.
    LeavePath,
    /// Everything larger.
    ZoomIn,
    /// Everything smaller.
    ZoomOut,
    /// Everything in its own size.
    ZoomReset,
    /// Show or hide the section tree.
    ToggleTree,
    /// Show or hide the detail panel.
    ToggleDetail,
    /// Fill the screen, or not.
    ToggleFullScreen,
    /// The view alone on the whole screen, or not.
    TogglePresentation,
    /// In a presentation: the comparison at this place of its walk, or the view.
    ShowSlide(Option<usize>),
    /// To where one was before.
    Back,
    /// To where one was before going back.
    Forward,
    /// Take back the last change of what is seen.
    Undo,
    /// Take back the taking back.
    Redo,
    /// Find a command, an indicator or a section by its name.
    ShowPalette,
    /// Shortcuts, signs, and how comparability is decided.
    ShowHelp,
    /// Language, colours, size.
    ShowSettings,
    /// The introduction has been read.
    EndIntroduction,
    /// Take a message away.
    Dismiss(NoticeId),
    /// Remember the width of the section tree, in points.
    KeepTreeWidth(f32),
    /// Remember the width of the detail panel, in points.
    KeepDetailWidth(f32),
    /// Leave the application.
    Quit,
}

/// What decides whether a command can be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Situation {
    /// A report is shown.
    pub report: bool,
    /// The chart in the window can be drawn.
    pub chart: bool,
    /// A dialog is on top of everything else.
    pub dialog: bool,
    /// There is a place to go back to.
    pub back: bool,
    /// There is a place to go forward to.
    pub forward: bool,
    /// There is a change to take back.
    pub undo: bool,
    /// There is a change that was taken back.
    pub redo: bool,
    /// A file dialog of the platform is open, or a picture is being written.
    pub busy: bool,
    /// The report's text is attached.
    pub text: bool,
    /// The phrase that is searched for stands in it.
    pub hits: bool,
    /// What is open is the part of a report that an image carries.
    pub part: bool,
}

impl Command {
    /// The commands with a shortcut, in the order of the help.
    #[must_use]
    pub fn with_shortcut() -> Vec<Self> {
        let mut all = vec![
            Self::Open,
            Self::Export,
            Self::ShowView(View::Overview),
            Self::ShowView(View::Table),
            Self::ShowView(View::Chart),
            Self::ShowView(View::Text),
            Self::ShowPalette,
            Self::Back,
            Self::Forward,
            Self::Undo,
            Self::Redo,
            Self::ToggleTree,
            Self::ToggleDetail,
            Self::ZoomIn,
            Self::ZoomOut,
            Self::ZoomReset,
            Self::ToggleFullScreen,
            Self::TogglePresentation,
            Self::ShowSettings,
            Self::ShowHelp,
            Self::Quit,
        ];
        all.extend(FigureCommand::WITH_SHORTCUT.map(Self::Figure));
        all.extend(TextCommand::WITH_SHORTCUT.map(Self::Text));
        all.extend(TableCommand::with_shortcut().into_iter().map(Self::Table));
        all
    }

    /// What it is called on a button or in a menu.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &'static str {
        match self {
            Self::Open => Said::Open.text(lang),
            Self::OpenFile(_) => Said::OpenFile.text(lang),
            Self::OpenBundled => Said::OpenTheBundledReport.text(lang),
            Self::ShowFaults => Said::ShowFaults.text(lang),
            Self::Export => Said::Export.text(lang),
            Self::InExport(command) => command.text(lang),
            Self::CloseDialog => Said::Close.text(lang),
            Self::ShowView(view) => view.name(lang),
            Self::Table(command) => command.text(lang),
            Self::ShowScope(ChartScope::Headline) => Said::HeadlineTargets.text(lang),
            Self::ShowScope(ChartScope::Section) => Said::ChosenSection.text(lang),
            Self::ShowScope(ChartScope::Indicator) => Said::SelectedIndicator.text(lang),
            Self::ShowScope(ChartScope::Image) => Word::ScopeImage.text(lang),
            Self::ShowScope(ChartScope::Domain(domain)) => terms::domain(*domain, lang),
            Self::ShapeChart(shape) => shape.kind.name(lang),
            Self::ChooseSection(None) => Said::WholeReport.text(lang),
            Self::ChooseSection(Some(_)) => Said::ChooseSection.text(lang),
            Self::UnfoldSection(_, true) => Said::Unfold.text(lang),
            Self::UnfoldSection(_, false) => Said::Fold.text(lang),
            Self::Select(_) => Said::SelectIndicator.text(lang),
            Self::Reveal => Said::ScrollToSelection.text(lang),
            Self::ShowInChart(_) => Said::ShowInChart.text(lang),
            Self::Text(command) => command.text(lang),
            Self::Figure(command) => command.text(lang),
            Self::ShowAbout => Said::AboutThisReport.text(lang),
            Self::ShowLicences => Said::Licences.text(lang),
            Self::ShowDerived(true) => Said::ShowDerivedValues.text(lang),
            Self::ShowDerived(false) => Said::HideDerivedValues.text(lang),
            Self::ChooseLang(lang) => lang.own_name(),
            Self::ChooseTheme(theme) => theme.name(lang),
            Self::ChooseContrast(true) => Said::HighContrast.text(lang),
            Self::ChooseContrast(false) => Said::NormalContrast.text(lang),
            Self::ChooseMotion(true) => Said::AnimationsOn.text(lang),
            Self::ChooseMotion(false) => Said::ReduceMotion.text(lang),
            Self::ChooseZoom(_) => Said::Size.text(lang),
            Self::ChooseReopen(_) => DesktopWord::Reopen.text(lang),
            Self::ChooseReuseWindow(_) => DesktopWord::OtherFile.text(lang),
            Self::TypePath(_) | Self::AnswerPath { .. } => DesktopWord::Path.text(lang),
            Self::LeavePath => Said::Cancel.text(lang),
            Self::ZoomIn => Said::ZoomIn.text(lang),
            Self::ZoomOut => Said::ZoomOut.text(lang),
            Self::ZoomReset => Said::ActualSize.text(lang),
            Self::ToggleTree => Said::ShowOrHideSections.text(lang),
            Self::ToggleDetail => Said::ShowOrHideDetails.text(lang),
            Self::ToggleFullScreen => Said::FullScreen.text(lang),
            Self::TogglePresentation => Said::Presentation.text(lang),
            Self::ShowSlide(_) => Said::PresentThisComparison.text(lang),
            Self::Back => Said::Back.text(lang),
            Self::Forward => Said::Forward.text(lang),
            Self::Undo => Said::Undo.text(lang),
            Self::Redo => Said::Redo.text(lang),
            Self::ShowPalette => Said::Commands.text(lang),
            Self::ShowHelp => Said::Help.text(lang),
            Self::ShowSettings => Said::Settings.text(lang),
            Self::EndIntroduction | Self::Dismiss(_) => Said::GotIt.text(lang),
            Self::KeepTreeWidth(_) | Self::KeepDetailWidth(_) => {
                Said::RememberPanelWidth.text(lang)
            }
            Self::Quit => Said::Quit.text(lang),
        }
    }

    /// Its keys.
    #[must_use]
    pub fn shortcut(&self) -> Option<KeyboardShortcut> {
        let command = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND, key));
        let alone = |key| Some(KeyboardShortcut::new(Modifiers::NONE, key));
        match self {
            Self::Open => command(Key::O),
            Self::Export => command(Key::E),
            Self::ShowView(View::Overview) => command(Key::Num1),
            Self::ShowView(View::Table) => command(Key::Num2),
            Self::ShowView(View::Chart) => command(Key::Num3),
            Self::ShowView(View::Text) => command(Key::Num4),
            Self::ShowPalette => command(Key::K),
            Self::Back => Some(KeyboardShortcut::new(Modifiers::ALT, Key::ArrowLeft)),
            Self::Forward => Some(KeyboardShortcut::new(Modifiers::ALT, Key::ArrowRight)),
            Self::Undo => command(Key::Z),
            Self::Redo => {
                Some(KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z))
            }
            Self::ToggleTree => command(Key::B),
            Self::ToggleDetail => command(Key::I),
            Self::ZoomIn => command(Key::Plus),
            Self::ZoomOut => command(Key::Minus),
            Self::ZoomReset => command(Key::Num0),
            Self::ToggleFullScreen => alone(Key::F11),
            Self::TogglePresentation => alone(Key::F5),
            Self::ShowSettings => command(Key::Comma),
            Self::ShowHelp => alone(Key::F1),
            Self::Quit => command(Key::Q),
            Self::Table(table) => table.shortcut(),
            Self::Text(command) => command.shortcut(),
            Self::Figure(command) => command.shortcut(),
            Self::OpenFile(_)
            | Self::OpenBundled
            | Self::ShowFaults
            | Self::InExport(_)
            | Self::CloseDialog
            | Self::ShowScope(_)
            | Self::ShapeChart(_)
            | Self::ChooseSection(_)
            | Self::UnfoldSection(..)
            | Self::Select(_)
            | Self::Reveal
            | Self::ShowSlide(_)
            | Self::ShowInChart(_)
            | Self::ShowAbout
            | Self::ShowLicences
            | Self::ShowDerived(_)
            | Self::ChooseLang(_)
            | Self::ChooseTheme(_)
            | Self::ChooseContrast(_)
            | Self::ChooseMotion(_)
            | Self::ChooseZoom(_)
            | Self::ChooseReopen(_)
            | Self::ChooseReuseWindow(_)
            | Self::TypePath(_)
            | Self::AnswerPath { .. }
            | Self::LeavePath
            | Self::EndIntroduction
            | Self::Dismiss(_)
            | Self::KeepTreeWidth(_)
            | Self::KeepDetailWidth(_) => None,
        }
    }

    /// Its keys as they are written on this system: `Ctrl+Shift+Z`, `Alt+←`.
    #[must_use]
    pub fn keys(&self, ctx: &egui::Context) -> Option<String> {
        let mut text = ctx.format_shortcut(&self.shortcut()?);
        // egui spells these keys out.
        for (spelt, sign) in [
            ("Comma", ","),
            ("Plus", "+"),
            ("Minus", "−"),
            ("Left", "←"),
            ("Right", "→"),
            ("Up", "↑"),
            ("Down", "↓"),
        ] {
            if let Some(held) = text.strip_suffix(spelt)
                // PageDown is a key of its own.
                && !held.ends_with(char::is_alphabetic)
            {
                text = format!("{held}{sign}");
            }
        }
        Some(text)
    }

    /// Whether its keys mean something else to a text field, which then has them.
    #[must_use]
    pub fn yields_to_typing(&self) -> bool {
        match self {
            Self::Table(command) => command.yields_to_typing(),
            _ => matches!(self, Self::Undo | Self::Redo | Self::Back | Self::Forward),
        }
    }

    /// Whether it can be carried out now.
    #[must_use]
    pub fn enabled(&self, now: Situation) -> bool {
        match self {
            Self::Open => !now.busy && !now.dialog,
            Self::Export => now.report && now.chart && !now.dialog,
            Self::InExport(command) => command.enabled(now),
            Self::Table(command) => command.enabled(now),
            Self::ShowView(_)
            | Self::ShapeChart(_)
            | Self::ChooseSection(_)
            | Self::UnfoldSection(..)
            | Self::Select(_)
            | Self::Reveal
            | Self::ShowInChart(_)
            | Self::ShowAbout
            | Self::ShowDerived(_)
            | Self::ToggleTree
            | Self::ToggleDetail
            | Self::TogglePresentation
            | Self::ShowSlide(_) => now.report && !now.dialog,
            Self::ShowScope(scope) => {
                // Of a part of a report nothing is shown as all of something that it may not hold whole.
                let whole = matches!(scope, ChartScope::Indicator | ChartScope::Image);
                now.report && !now.dialog && (whole || !now.part)
            }
            Self::Back => now.report && now.back && !now.dialog,
            Self::Forward => now.report && now.forward && !now.dialog,
            Self::Undo => now.report && now.undo && !now.dialog,
            Self::Redo => now.report && now.redo && !now.dialog,
            Self::ShowPalette | Self::ShowHelp | Self::ShowSettings => !now.dialog,
            Self::Text(command) => command.enabled(now),
            Self::Figure(command) => command.enabled(now),
            Self::ShowFaults => now.report,
            Self::CloseDialog => now.dialog,
            // Asked for in the dialog that says what the report is.
            Self::ShowLicences
            | Self::OpenFile(_)
            | Self::OpenBundled
            | Self::ChooseLang(_)
            | Self::ChooseTheme(_)
            | Self::ChooseContrast(_)
            | Self::ChooseMotion(_)
            | Self::ChooseZoom(_)
            | Self::ChooseReopen(_)
            | Self::ChooseReuseWindow(_)
            | Self::TypePath(_)
            | Self::AnswerPath { .. }
            | Self::LeavePath
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ZoomReset
            | Self::ToggleFullScreen
            | Self::EndIntroduction
            | Self::Dismiss(_)
            | Self::KeepTreeWidth(_)
            | Self::KeepDetailWidth(_)
            | Self::Quit => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_their_keys() {
        let keys: Vec<_> = Command::with_shortcut().iter().map(Command::shortcut).collect();
        for (at, key) in keys.iter().enumerate() {
            assert!(key.is_some());
            assert!(!keys[at + 1..].contains(key), "{key:?} stands twice");
        }
    }

    #[test]
    fn behind_a_dialog_nothing_moves() {
        let now = Situation {
            report: true,
            chart: true,
            dialog: true,
            back: true,
            forward: true,
            undo: true,
            redo: true,
            busy: false,
            text: true,
            hits: true,
            part: false,
        };
        assert!(!Command::Export.enabled(now));
        assert!(!Command::ChooseSection(None).enabled(now));
        assert!(!Command::Back.enabled(now) && !Command::Undo.enabled(now));
        assert!(Command::CloseDialog.enabled(now));
    }
}
