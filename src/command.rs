//! Everything that a person can ask of the window, as one list: menus, buttons, shortcuts and help read it,
//! so they cannot disagree. `ui` pushes commands, `app` carries them out.

mod figure;
mod text;

use std::path::PathBuf;

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::export::choices::ExportChoices;
use crate::i18n::Lang;
use crate::model::{FigureId, IndicatorId, SectionId};
use crate::notice::NoticeId;
use crate::settings::{ThemeChoice, View};

pub use figure::FigureCommand;
pub use text::TextCommand;

/// What is selected: an indicator, and where one row of it was clicked, the figure that the row stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// The indicator.
    pub indicator: IndicatorId,
    /// The figure that names the row; `None` for the indicator as a whole.
    pub figure: Option<FigureId>,
}

/// Which comparisons the chart shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ChartScope {
    /// The headline targets of the report.
    #[default]
    Headline,
    /// Everything in the chosen section, or in the whole report.
    Section,
    /// The selected indicator.
    Indicator,
}

/// Which rows the table lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum RowFilter {
    /// All of them.
    #[default]
    All,
    /// Those with an actual and a target.
    Compared,
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
    /// Take other choices in the export dialog.
    ChooseExport(ExportChoices),
    /// Ask where to put the picture, and write it.
    SaveExport,
    /// Leave the dialog on top.
    CloseDialog,
    /// Show another view of the report.
    ShowView(View),
    /// Choose which rows the table lists.
    ShowRows(RowFilter),
    /// Choose what the chart shows.
    ShowScope(ChartScope),
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
    /// Show derived values, or hide them everywhere.
    ShowDerived(bool),
    /// Change the language of the window.
    ChooseLang(Lang),
    /// Change the colours of the window.
    ChooseTheme(ThemeChoice),
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
    /// A file dialog of the platform is open, or a picture is being written.
    pub busy: bool,
    /// The report's text is attached.
    pub text: bool,
    /// The phrase that is searched for stands in it.
    pub hits: bool,
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
            Self::Quit,
        ];
        all.extend(FigureCommand::WITH_SHORTCUT.map(Self::Figure));
        all.extend(TextCommand::WITH_SHORTCUT.map(Self::Text));
        all
    }

    /// What it is called on a button or in a menu.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &'static str {
        match self {
            Self::Open => lang.choose("打开…", "Open…"),
            Self::OpenFile(_) => lang.choose("打开文件", "Open file"),
            Self::OpenBundled => lang.choose("打开自带的报告", "Open the bundled report"),
            Self::ShowFaults => lang.choose("查看错误", "Show faults"),
            Self::Export => lang.choose("导出图表…", "Export…"),
            Self::ChooseExport(_) => lang.choose("更改导出选项", "Change export options"),
            Self::SaveExport => lang.choose("保存…", "Save…"),
            Self::CloseDialog => lang.choose("关闭", "Close"),
            Self::ShowView(view) => view.name(lang),
            Self::ShowRows(RowFilter::All) => lang.choose("全部", "All"),
            Self::ShowRows(RowFilter::Compared) => lang.choose("有对照", "Compared"),
            Self::ShowScope(ChartScope::Headline) => lang.choose("主要目标", "Headline targets"),
            Self::ShowScope(ChartScope::Section) => lang.choose("所选章节", "Chosen section"),
            Self::ShowScope(ChartScope::Indicator) => lang.choose("所选指标", "Selected indicator"),
            Self::ChooseSection(None) => lang.choose("全部章节", "Whole report"),
            Self::ChooseSection(Some(_)) => lang.choose("选择章节", "Choose section"),
            Self::UnfoldSection(_, true) => lang.choose("展开", "Unfold"),
            Self::UnfoldSection(_, false) => lang.choose("收起", "Fold"),
            Self::Select(_) => lang.choose("选择指标", "Select indicator"),
            Self::Reveal => lang.choose("滚动到所选行", "Scroll to selection"),
            Self::ShowInChart(_) => lang.choose("看图", "Show in chart"),
            Self::Text(command) => command.text(lang),
            Self::Figure(command) => command.text(lang),
            Self::ShowAbout => lang.choose("关于这份报告", "About this report"),
            Self::ShowDerived(true) => lang.choose("显示推算值", "Show derived values"),
            Self::ShowDerived(false) => lang.choose("隐藏推算值", "Hide derived values"),
            Self::ChooseLang(Lang::Zh) => "中文",
            Self::ChooseLang(Lang::En) => "English",
            Self::ChooseTheme(theme) => theme.name(lang),
            Self::Dismiss(_) => lang.choose("知道了", "Dismiss"),
            Self::KeepTreeWidth(_) | Self::KeepDetailWidth(_) => {
                lang.choose("记住面板宽度", "Remember panel width")
            }
            Self::Quit => lang.choose("退出", "Quit"),
        }
    }

    /// Its keys.
    #[must_use]
    pub fn shortcut(&self) -> Option<KeyboardShortcut> {
        let command = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND, key));
        match self {
            Self::Open => command(Key::O),
            Self::Export => command(Key::E),
            Self::ShowView(View::Overview) => command(Key::Num1),
            Self::ShowView(View::Table) => command(Key::Num2),
            Self::ShowView(View::Chart) => command(Key::Num3),
            Self::ShowView(View::Text) => command(Key::Num4),
            Self::Quit => command(Key::Q),
            Self::Text(command) => command.shortcut(),
            Self::Figure(command) => command.shortcut(),
            Self::OpenFile(_)
            | Self::OpenBundled
            | Self::ShowFaults
            | Self::ChooseExport(_)
            | Self::SaveExport
            | Self::CloseDialog
            | Self::ShowRows(_)
            | Self::ShowScope(_)
            | Self::ChooseSection(_)
            | Self::UnfoldSection(..)
            | Self::Select(_)
            | Self::Reveal
            | Self::ShowInChart(_)
            | Self::ShowAbout
            | Self::ShowDerived(_)
            | Self::ChooseLang(_)
            | Self::ChooseTheme(_)
            | Self::Dismiss(_)
            | Self::KeepTreeWidth(_)
            | Self::KeepDetailWidth(_) => None,
        }
    }

    /// Whether it can be carried out now.
    #[must_use]
    pub fn enabled(&self, now: Situation) -> bool {
        match self {
            Self::Open => !now.busy && !now.dialog,
            Self::Export => now.report && now.chart && !now.dialog,
            Self::SaveExport => now.report && now.dialog && !now.busy,
            Self::ShowView(_)
            | Self::ShowRows(_)
            | Self::ShowScope(_)
            | Self::ChooseSection(_)
            | Self::UnfoldSection(..)
            | Self::Select(_)
            | Self::Reveal
            | Self::ShowInChart(_)
            | Self::ShowAbout
            | Self::ShowDerived(_) => now.report && !now.dialog,
            Self::Text(command) => command.enabled(now),
            Self::Figure(command) => command.enabled(now),
            Self::ShowFaults => now.report,
            Self::ChooseExport(_) | Self::CloseDialog => now.dialog,
            Self::OpenFile(_)
            | Self::OpenBundled
            | Self::ChooseLang(_)
            | Self::ChooseTheme(_)
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
            busy: false,
            text: true,
            hits: true,
        };
        assert!(!Command::Export.enabled(now));
        assert!(!Command::ChooseSection(None).enabled(now));
        assert!(Command::CloseDialog.enabled(now));
    }
}
