//! The words of the command line: help, and what it says when something cannot be done.
//!
//! Every sentence says what is wrong, where, and what to do next.

mod help;
mod refusal;
mod usage;

use super::Lang;
use crate::model::Severity;

pub use help::{HelpHeadings, application, argument, command, help_headings};
pub use refusal::{NoSuchChart, Refusal, link, refusal};
pub use usage::{Expected, UsageFault, see_help, usage_fault};

/// Before a message on stderr.
#[must_use]
pub fn error(message: &str, lang: Lang) -> String {
    lang.choose(format!("错误：{message}"), format!("error: {message}"))
}

/// How many faults a data file has, after they were listed and the rest was written.
#[must_use]
pub fn faults_left_out(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            format!("数据文件有 {count} 处错误，有错误的部分没有写入；check 命令给出全部检查结果")
        }
        Lang::En => format!(
            "the data file has {count} {}; the faulty parts are left out; `check` gives every result",
            if count == 1 { "fault" } else { "faults" }
        ),
    }
}

/// A file that was written.
#[must_use]
pub fn written(file: &str, lang: Lang) -> String {
    lang.choose(format!("已写入 {file}"), format!("wrote {file}"))
}

/// An option that means nothing to some of the charts: which, and which kinds of chart these are.
#[must_use]
pub fn option_without_meaning(option: &str, kinds: &[&str], lang: Lang) -> String {
    lang.choose(
        format!("提示：{option} 对{}没有意义，没有使用", kinds.join("、")),
        format!("note: {option} means nothing to {}, and is not used there", kinds.join(", ")),
    )
}

/// Before a result of a check.
#[must_use]
pub fn severity(severity: Severity, lang: Lang) -> &'static str {
    match severity {
        Severity::Error => lang.choose("错误：", "error: "),
        Severity::Note => lang.choose("提示：", "note: "),
    }
}

/// Why a batch ended early, and how many files are whole.
#[must_use]
pub fn stopped(why: &str, written: usize, lang: Lang) -> String {
    lang.choose(
        format!("{why}（在此之前写入了 {written} 个完整的文件）"),
        format!("{why} (whole files written before that: {written})"),
    )
}

/// A batch was interrupted, and how many files are whole.
#[must_use]
pub fn interrupted(written: usize, lang: Lang) -> String {
    lang.choose(
        format!("已中断；已写入的 {written} 个文件都是完整的"),
        format!("interrupted; whole files written before that: {written}"),
    )
}

/// The bar of a batch, in the notation of `indicatif`.
#[must_use]
pub fn progress(lang: Lang) -> &'static str {
    lang.choose(
        "{bar:32} {pos}/{len} 个图表，还需 {eta}",
        "{bar:32} {pos}/{len} charts, {eta} left",
    )
}

/// The numbers of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckCounts {
    /// Figures: actuals, targets, goals.
    pub figures: [usize; 3],
    /// Numbers of the text that are no figures.
    pub exclusions: usize,
    /// Comparisons on the same basis, derivable, on different bases.
    pub comparisons: [usize; 3],
    /// What is wrong.
    pub errors: usize,
    /// What is worth knowing.
    pub notes: usize,
}

/// The summary below the findings of a check.
#[must_use]
pub fn check_summary(counts: &CheckCounts, lang: Lang) -> String {
    let CheckCounts { figures, exclusions, comparisons, errors, notes } = counts;
    let figure_total: usize = figures.iter().sum();
    let comparison_total: usize = comparisons.iter().sum();
    let [actuals, targets, goals] = figures;
    let [same, derivable, different] = comparisons;
    match lang {
        Lang::Zh => format!(
            "数据 {figure_total} 项（实绩 {actuals}、目标 {targets}、五年目标 {goals}）\n\
             未收录 {exclusions} 处：其中的数字不是数据，各有理由\n\
             对照 {comparison_total} 组（同一口径 {same}、可推算 {derivable}、口径不同 {different}）\n\
             错误 {errors}，提示 {notes}\n"
        ),
        Lang::En => format!(
            "figures {figure_total} (actuals {actuals}, targets {targets}, goals {goals})\n\
             exclusions {exclusions}: places whose numbers are no figures, each with its reason\n\
             comparisons {comparison_total} (same basis {same}, derivable {derivable}, different basis {different})\n\
             errors {errors}, notes {notes}\n"
        ),
    }
}

/// How many numbers of the report's text are accounted for, and why they are not as many as figures and exclusions.
#[must_use]
pub fn text_summary(captured: usize, excluded: usize, unexplained: usize, lang: Lang) -> String {
    let total = captured + excluded + unexplained;
    match lang {
        Lang::Zh => format!(
            "原文中的数字 {total} 个：在数据的用语里 {captured}，在未收录处 {excluded}，没有解释 {unexplained}\n\
             （有的数据只有文字，一处未收录可以有几个数字，所以与上面的项数、处数不同）\n"
        ),
        Lang::En => format!(
            "numbers in the text {total}: captured in the wording of a figure {captured}, in an exclusion {excluded}, unexplained {unexplained}\n\
             (some figures are words alone, and one exclusion may hold several numbers, so these differ from the counts above)\n"
        ),
    }
}

/// The labels of what `inspect` shows, in its order.
#[derive(Debug, Clone, Copy)]
pub struct InspectLabels {
    /// The image's title.
    pub title: &'static str,
    /// Its source line, which is in the language of the image.
    pub source: &'static str,
    /// The report it was drawn from.
    pub report: &'static str,
    /// The hash of the report's text.
    pub text: &'static str,
    /// The chart, its size, language and theme.
    pub chart: &'static str,
    /// Its order, labels, parts and words, as options.
    pub options: &'static str,
    /// What wrote it.
    pub application: &'static str,
    /// Its alternative text.
    pub description: &'static str,
    /// The figures it shows.
    pub figures: &'static str,
    /// Version of the data.
    pub data: &'static str,
    /// Instead of the figures where they were left out.
    pub left_out: &'static str,
}

/// The labels of what `inspect` shows.
#[must_use]
pub fn inspect_labels(lang: Lang) -> InspectLabels {
    lang.choose(
        InspectLabels {
            title: "标题",
            source: "来源行",
            report: "报告",
            text: "原文",
            chart: "图表",
            options: "选项",
            application: "软件",
            description: "说明",
            figures: "数据",
            data: "数据版本",
            left_out: "未带有（导出时选择了不带数据）",
        },
        InspectLabels {
            title: "title",
            source: "source line",
            report: "report",
            text: "text",
            chart: "chart",
            options: "options",
            application: "written by",
            description: "description",
            figures: "figures",
            data: "data version",
            left_out: "none (left out at the export)",
        },
    )
}
