//! Words about files, windows and the desktop: paths asked for, files that change, windows that are there already.

use super::Lang;
use super::window::Word;
use crate::model::Bilingual;

words! {
    /// A word or sentence about files and windows.
    enum DesktopWord;
    /// Why a field stands where a dialog is expected.
    NoFileDialog = "系统没有提供文件对话框。请直接写出路径。", "The system offers no dialog for files. Write the path.";
    /// The name of the field.
    Path = "路径", "Path";
    /// Below it, while the disk has not answered.
    Looking = "正在查看这个位置……", "Looking there …";
    /// Open the file that was named.
    OpenIt = "打开", "Open";
    /// Write over the file that is there.
    Replace = "替换", "Replace";
    /// Files opened before.
    Recent = "最近打开", "Recent";
    /// The setting about the report of last time.
    Reopen = "启动时", "At the start";
    /// What it means.
    ReopenMore = "打开上次的报告", "Opens the report of last time";
    /// The setting about where another file opens.
    OtherFile = "双击文件时", "Another file";
    /// What it means.
    OtherFileMore = "窗口已开时，双击另一个文件", "A double-click while a window is open";
    /// One of its choices.
    OwnWindow = "新开窗口", "Own window";
    /// The other.
    RunningWindow = "用已开的窗口", "The open window";
}

/// What stands against a path that is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathFault {
    /// Nothing is typed.
    Empty,
    /// It is a folder.
    Folder,
    /// There is no such file.
    Missing,
    /// Its folder is not there.
    NoFolder,
    /// A file of that name is there.
    Exists,
}

impl PathFault {
    /// Whether the path cannot be taken at all; a file that is there can be replaced.
    #[must_use]
    pub fn is_final(self) -> bool {
        self != Self::Exists
    }

    /// In the language of the window.
    #[must_use]
    pub fn text(self, lang: Lang) -> &'static str {
        match self {
            Self::Empty => lang.choose("请写出文件的路径。", "Write the path of a file."),
            Self::Folder => lang
                .choose("这是文件夹，请加上文件名。", "This is a folder; add the name of a file."),
            Self::Missing => lang.choose("没有这个文件。", "There is no such file."),
            Self::NoFolder => lang.choose("文件夹不存在。", "Its folder is not there."),
            Self::Exists => lang.choose(
                "已有同名文件；点击“替换”会覆盖它。",
                "A file of that name is there; Replace writes over it.",
            ),
        }
    }
}

words! {
    /// What a thread of its own does, as it is called where it has not been finished.
    enum Job;
    /// A dialog of the system is open.
    OpenDialog = "打开文件对话框", "the open dialog";
    /// A report is read.
    OpenReport = "打开报告", "opening the report";
    /// An open report is read again.
    ReadAgain = "重新读取报告", "reading the report again";
    /// The report's text is read.
    OpenText = "打开原文", "opening the text";
    /// A chart is written.
    Export = "导出图表", "exporting the chart";
    /// Several charts are written.
    ExportSeveral = "导出多个图表", "exporting the charts";
    /// A chart is copied.
    Copy = "复制", "copying";
    /// A file of the table is written.
    SaveTable = "保存表格", "saving the table";
}

/// Something that was begun fell over.
#[must_use]
pub fn not_finished(job: &Bilingual) -> Bilingual {
    Bilingual { zh: format!("{}没有完成", job.zh), en: format!("Not finished: {}", job.en) }
}

/// What that means.
#[must_use]
pub fn not_finished_next() -> Bilingual {
    Bilingual {
        zh: "这是程序的错误；其余部分可以继续使用。".to_owned(),
        en: "This is a fault of the application; the rest can be used on.".to_owned(),
    }
}

/// The system gives no thread.
#[must_use]
pub fn no_thread(error: &std::io::Error) -> Bilingual {
    Bilingual {
        zh: format!("系统没有给出线程：{error}"),
        en: format!("The system gives no thread: {error}"),
    }
}

/// The settings cannot be written.
#[must_use]
pub fn not_saved(error: &Bilingual) -> Bilingual {
    Bilingual {
        zh: format!("无法保存设置：{}", error.zh),
        en: format!("The settings cannot be saved: {}", error.en),
    }
}

/// The settings of last time could not be read.
#[must_use]
pub fn settings_unreadable() -> Bilingual {
    Bilingual {
        zh: "无法读取上次的设置，已使用默认设置".to_owned(),
        en: "The settings of last time cannot be read; the defaults are used".to_owned(),
    }
}

/// Where they are kept, and what is wrong with them.
#[must_use]
pub fn settings_kept(kept: &std::path::Path, reason: &Bilingual) -> Bilingual {
    let Bilingual { zh, en } = reason;
    Bilingual {
        zh: format!("原文件保留为 {}；原因：{zh}", kept.display()),
        en: format!("The old file is kept as {}; reason: {en}", kept.display()),
    }
}

/// No report is open that a text could be attached to.
#[must_use]
pub fn no_report_for_text() -> Bilingual {
    Bilingual {
        zh: "还没有打开报告；请先打开报告数据文件，再打开它的原文".to_owned(),
        en: "No report is open; open its data file first, and its text then".to_owned(),
    }
}

/// The open file was changed by another program and has been read again.
#[must_use]
pub fn reloaded(name: &str) -> Bilingual {
    Bilingual {
        zh: format!("{name} 已被修改，已重新读取"),
        en: format!("{name} was changed and has been read again"),
    }
}

/// The open file was changed or taken away by another program and cannot be read any more.
#[must_use]
pub fn broken(name: &str) -> Bilingual {
    Bilingual {
        zh: format!("{name} 已被修改或移走，无法读取；仍显示此前的内容"),
        en: format!(
            "{name} was changed or moved and cannot be read; what it said before is still shown"
        ),
    }
}

/// The report of last time is not there any more.
#[must_use]
pub fn not_reopened(name: &str) -> Bilingual {
    Bilingual {
        zh: format!("上次的报告 {name} 无法打开，显示自带的报告"),
        en: format!("The report of last time, {name}, cannot be opened; the bundled one is shown"),
    }
}

/// Why, where its reading fell over or the system gave no thread for it.
#[must_use]
pub fn reading_broke_off() -> Bilingual {
    Bilingual {
        zh: "读取中断；下次启动时会再试".to_owned(),
        en: "Reading it broke off; the next start tries again".to_owned(),
    }
}

/// The report of last time has been read at last, while something else has been begun.
#[must_use]
pub fn come_late(name: &str) -> Bilingual {
    Bilingual {
        zh: format!("上次的报告 {name} 现在可以打开了"),
        en: format!("The report of last time, {name}, can be opened now"),
    }
}

/// How.
#[must_use]
pub fn come_late_next() -> Bilingual {
    let way = |lang: Lang| {
        [Word::More.text(lang), DesktopWord::Recent.text(lang)].join(lang.choose("”→“", " → "))
    };
    Bilingual {
        zh: format!("要打开它，请点“{}”。", way(Lang::Zh)),
        en: format!("To open it: {}.", way(Lang::En)),
    }
}

/// The last run had a fault of the application, of which nobody was told.
#[must_use]
pub fn fell() -> Bilingual {
    Bilingual {
        zh: "上次运行中发生了程序错误，这次从头开始；记录保存在这里".to_owned(),
        en: "The last run had a fault of the application, so this one begins anew; what is known stands here"
            .to_owned(),
    }
}

/// What was copied is only inside the window, or nowhere.
#[must_use]
pub fn not_copied() -> Bilingual {
    Bilingual {
        zh: "复制的内容没有送到系统的剪贴板".to_owned(),
        en: "What was copied did not reach the clipboard of the system".to_owned(),
    }
}

/// What to do then.
#[must_use]
pub fn not_copied_next() -> Bilingual {
    Bilingual {
        zh: "系统没有剪贴板，或剪贴板不接受这类内容。请改为保存文件：图表用“导出图表…”，表格用“保存所见表格”。".to_owned(),
        en: "There is none, or it does not take this kind. Save a file instead: a chart by Export…, the table by Save what I see."
            .to_owned(),
    }
}
