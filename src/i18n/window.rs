//! The window's words. A word is a variant; one that lacks a language does not compile.

use jiff::civil::Date;

use super::{Lang, several};
use crate::model::{About, RoleCounts, SectionId};

words! {
    /// A word or sentence of the window.
    enum Word;
    /// The application's name.
    Application = "政府工作报告浏览器", "Report Explorer";
    /// Head of the section tree.
    Sections = "章节", "Sections";
    /// Root of the section tree.
    WholeReport = "全部章节", "Whole report";
    /// In the outcome column.
    OnlyActual = "只有实绩", "Actual only";
    /// In the outcome column.
    OnlyTarget = "只有目标", "Target only";
    /// In the outcome column.
    OnlyGoal = "只有五年目标", "Five-year goal only";
    /// Hover of a dash in the table.
    NoActual = "报告没有给出这项实绩（不等于零）", "The report gives no actual for this (which is not zero)";
    /// Hover of a dash in the table.
    NoTarget = "报告没有提出这项目标（不等于零）", "The report sets no target for this (which is not zero)";
    /// Hover of a dash in the table.
    NoGoal = "报告没有提出这项五年目标（不等于零）", "The report sets no five-year goal for this (which is not zero)";
    /// A figure that has only words.
    WordedOnly = "只有文字，没有数值", "In words only, no number";
    /// Empty detail panel.
    NothingSelected = "选择一个指标", "Choose an indicator";
    /// Empty detail panel, more.
    NothingSelectedMore = "在表格或图表中点选，这里显示它的数据、可比性和原文。", "Click one in the table or the chart: its figures, its comparability and the report's own words appear here.";
    /// Head in the detail panel.
    InTheReport = "原文", "In the report's words";
    /// Head in the detail panel.
    MoreFigures = "其他数据", "Other figures";
    /// Line in the detail panel.
    YearlyAverage = "年均", "Yearly average";
    /// Link in the detail panel.
    ShowInChart = "看图", "Show in chart";
    /// Chart scope.
    ScopeHeadline = "主要目标", "Headline";
    /// Chart scope when the whole report is chosen.
    ScopeReport = "全部对照", "All";
    /// Chart scope when a section is chosen.
    ScopeSection = "所选章节", "Section";
    /// Chart scope.
    ScopeIndicator = "所选指标", "Indicator";
    /// Chart scope: the chart of an opened image.
    ScopeImage = "图像", "Image";
    /// Name of the switch.
    ChartScope = "图表范围", "Chart scope";
    /// Name of the switch.
    ViewSwitch = "视图", "View";
    /// Name of the switch.
    Language = "语言", "Language";
    /// Name of the switch.
    Theme = "外观", "Theme";
    /// The menu of everything.
    More = "更多", "More";
    /// The divider beside the section tree.
    ResizeSections = "调整章节栏宽度", "Width of the sections";
    /// The divider beside the detail panel.
    ResizeDetails = "调整详情栏宽度", "Width of the details";
    /// In the empty field of the palette.
    PaletteHint = "输入命令、指标或章节", "Type a command, an indicator or a section";
    /// Name of what the palette found.
    PaletteFound = "找到的项目", "What was found";
    /// The palette found nothing.
    PaletteNothing = "没有找到", "Nothing found";
    /// Row of the settings.
    ContrastMore = "文字和线条更醒目", "Bolder text and lines";
    /// Row of the settings.
    Zoom = "显示大小", "Size";
    /// Row of the settings.
    ZoomMore = "Ctrl + / − / 0", "Ctrl + / − / 0";
    /// Row of the settings.
    Motion = "动画", "Animations";
    /// Row of the settings.
    MotionMore = "面板滑动等过渡效果", "Panels slide into place";
    /// A setting that is on.
    On = "开", "On";
    /// A setting that is off.
    Off = "关", "Off";
    /// Empty table.
    EmptySection = "这一节没有数据", "No figures in this section";
    /// Empty table, more.
    EmptySectionMore = "这一节只有论述；请选择别的章节。", "This section states no quantities; choose another one.";
    /// Empty chart.
    NoChart = "没有可以画出的对照", "Nothing to draw";
    /// Head of the dialog.
    ExportChart = "导出图表", "Export chart";
    /// Row of the dialog.
    Format = "格式", "Format";
    /// Row of the dialog.
    PageSize = "版面", "Page";
    /// Row of the dialog.
    Labels = "文字", "Labels";
    /// Row of the dialog.
    Colours = "配色", "Colours";
    /// Row of the dialog.
    BackgroundRow = "背景", "Background";
    /// Row of the dialog.
    SvgTextRow = "SVG 文字", "SVG text";
    /// Background of the theme.
    BackgroundTheme = "随配色", "Theme";
    /// White background.
    BackgroundWhite = "白色", "White";
    /// No background.
    BackgroundTransparent = "透明", "Transparent";
    /// Theme of the picture.
    ThemePrint = "印刷", "Print";
    /// Labels in both languages.
    BothLanguages = "中英对照", "Both";
    /// Below the preview.
    Preview = "预览", "Preview";
    /// Primary button of the dialog.
    Save = "保存…", "Save…";
    /// While a file dialog is open or a job runs.
    Working = "正在处理…", "Working…";
    /// Leaves a dialog.
    Cancel = "取消", "Cancel";
    /// Leaves a dialog.
    Close = "关闭", "Close";
    /// Takes a notice away.
    Dismiss = "知道了", "Dismiss";
    /// Title of the file dialog.
    OpenReport = "打开报告", "Open a report";
    /// File type in the file dialog.
    ReportFiles = "报告数据", "Report data";
    /// Shown while a file hovers over the window.
    DropHere = "松开以打开报告", "Drop to open the report";
    /// Head of the error view.
    CannotOpen = "无法打开这个文件", "This file cannot be opened";
    /// Head of the list of faults.
    FaultsTitle = "文件中有错误", "Faults in the file";
    /// Below the head of the list of faults.
    FaultsMore = "其余内容已经打开；有错误的条目没有收入。", "Everything else is open; the faulty items are left out.";
    /// Where they are listed.
    FaultsListed = "在状态栏点选可逐条查看。", "The status line lists them.";
    /// Row of the error view.
    Where = "位置", "Where";
    /// Status line.
    NoFaults = "数据已检查，没有错误", "Data checked, no faults";
    /// Hover of the status line's check.
    TextNotAttached = "数据文件符合格式；报告原文未附带，尚未逐字核对。", "The data file keeps to the format; the report's own text is not attached, so characters are not compared.";
    /// Stands at a figure that is not final yet.
    Preliminary = "预计", "prelim.";
    /// Screen reader name of the table.
    TableName = "指标表", "Table of indicators";
    /// Said of the section that the text is being read in.
    ReadHere = "正在读这一节", "Being read";
    /// Screen reader name of the tree.
    TreeName = "章节树", "Section tree";
    /// Screen reader name of the detail panel.
    DetailName = "详情", "Details";
    /// Screen reader name of the chart.
    ChartName = "实绩与目标对照图", "Chart of actuals and targets";
}

/// `181 项数据` / "181 figures".
#[must_use]
pub fn figures(count: usize, lang: Lang) -> String {
    lang.choose(format!("{count} 项数据"), several(count, "figure", "figures"))
}

/// `40 组对照` / "40 comparisons".
#[must_use]
pub fn comparisons(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("{count} 组对照"),
        (Lang::En, 1) => "1 comparison".to_owned(),
        (Lang::En, _) => format!("{count} comparisons"),
    }
}

/// `180 个数字未收录` / "180 numbers excluded".
#[must_use]
pub fn exclusions(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("{count} 处数字未收录"),
        (Lang::En, 1) => "1 number excluded".to_owned(),
        (Lang::En, _) => format!("{count} numbers excluded"),
    }
}

/// `3 处错误` / "3 faults".
#[must_use]
pub fn faults(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("文件中有 {count} 处错误"),
        (Lang::En, 1) => "1 fault in the file".to_owned(),
        (Lang::En, _) => format!("{count} faults in the file"),
    }
}

/// `显示 40 行` / "40 rows".
#[must_use]
pub fn rows(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("{count} 行"),
        (Lang::En, 1) => "1 row".to_owned(),
        (Lang::En, _) => format!("{count} rows"),
    }
}

/// Who gave a report, where and when, who published it, which version of the data this is, in lines.
#[must_use]
pub fn about(about: &About, data_version: &str, lang: Lang) -> String {
    let lines = match lang {
        Lang::Zh => [
            about.title.zh.clone(),
            format!(
                "{}，{}在{}上",
                date(about.delivered, lang),
                format_args!("{}{}", about.office.zh, about.speaker.zh),
                about.meeting.zh
            ),
            format!("{} {}刊发", about.publisher.zh, date(about.published, lang)),
            format!("数据版本 {data_version}"),
        ],
        Lang::En => [
            about.title.en.clone(),
            format!(
                "{}, {}, {}, at the {}",
                date(about.delivered, lang),
                about.speaker.en,
                about.office.en,
                about.meeting.en
            ),
            format!("Published by {}, {}", about.publisher.en, date(about.published, lang)),
            format!("Data version {data_version}"),
        ],
    };
    lines.join("\n")
}

/// What the whole report sets against each other.
#[must_use]
pub fn targets_and_results(about: &About, lang: Lang) -> String {
    let About { target_year, actual_year, .. } = about;
    lang.choose(
        format!("{target_year}年目标与{actual_year}年实绩"),
        format!("Targets for {target_year} and results of {actual_year}"),
    )
}

/// 2021年实绩, 2022年目标, 五年目标.
#[must_use]
pub fn heads(about: &About, lang: Lang) -> [String; 3] {
    let About { target_year, actual_year, .. } = about;
    lang.choose(
        [format!("{actual_year}年实绩"), format!("{target_year}年目标"), "五年目标".to_owned()],
        [
            format!("{actual_year} actual"),
            format!("{target_year} target"),
            "5-year goal".to_owned(),
        ],
    )
}

/// `18 组同一口径` / "18 same basis".
#[must_use]
pub fn comparisons_of_kind(count: usize, verdict: &str, lang: Lang) -> String {
    lang.choose(format!("{count} 组{verdict}"), format!("{count} {}", verdict.to_lowercase()))
}

/// `第 3 行第 7 列` / "line 3, column 7".
#[must_use]
pub fn line_and_column(line: usize, column: usize, lang: Lang) -> String {
    lang.choose(format!("第 {line} 行第 {column} 列"), format!("line {line}, column {column}"))
}

/// What a screen reader says after a section's title: 实绩 12, 目标 3.
#[must_use]
pub fn counts(counts: RoleCounts, lang: Lang) -> String {
    if counts.total() == 0 {
        return lang.choose("没有数据", "no figures").to_owned();
    }
    let parts = crate::model::Role::ALL.map(|role| (role, counts.of(role)));
    let named: Vec<String> = parts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(role, count)| format!("{} {count}", super::terms::role(role, lang)))
        .collect();
    named.join(lang.choose("，", ", "))
}

/// A section's heading with its printed number, or its id in English, where the number would be Chinese.
#[must_use]
pub fn section_heading(number: &str, id: &SectionId, title: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{number}{title}"),
        Lang::En if number.is_empty() => title.to_owned(),
        Lang::En => format!("{id} {title}"),
    }
}

/// 2022年1月8日 / 8 January 2022.
#[must_use]
pub fn date(date: Date, lang: Lang) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    lang.choose(
        format!("{year}年{month}月{day}日"),
        format!("{day} {} {year}", english_month(date)),
    )
}

/// January, February …
#[must_use]
pub fn english_month(date: Date) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = usize::from(date.month().unsigned_abs());
    MONTHS.get(month.saturating_sub(1)).copied().unwrap_or_default()
}

/// A file was written.
#[must_use]
pub fn saved(file_name: &str, lang: Lang) -> String {
    lang.choose(format!("已保存 {file_name}"), format!("Saved {file_name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_sections_carry_their_id_and_chinese_ones_their_number() {
        let id = SectionId::new("3.6").expect("sound");
        assert_eq!(section_heading("(六)", &id, "提升", Lang::Zh), "(六)提升");
        assert_eq!(section_heading("(六)", &id, "City", Lang::En), "3.6 City");
    }
}
