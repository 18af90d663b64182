//! The words of the command line: help, and what it says when something cannot be done.
//!
//! Every sentence says what is wrong, where, and what to do next.

use super::Lang;
use crate::model::{LinkError, ReportId, Severity};

/// What the application is, above the help of the whole command line.
#[must_use]
pub fn application(lang: Lang) -> &'static str {
    lang.choose(
        "查看政府工作报告中的数据、目标和对照，导出可以直接使用的图表。不带参数时打开窗口。",
        "Explore the figures, targets and comparisons of a government work report, and export charts that can be used as they are. Without arguments it opens the window.",
    )
}

/// What a command does, by its name.
#[must_use]
pub fn command(name: &str, lang: Lang) -> Option<&'static str> {
    Some(match name {
        "figures" => lang.choose(
            "列出数据：数值、界、口径、原文和位置",
            "List the figures: value, bound, basis, wording and place",
        ),
        "comparisons" => lang.choose(
            "列出对照：实绩、目标、可比性和理由",
            "List the comparisons: actual, target, verdict and reason",
        ),
        "sections" => lang.choose("列出章节和各章节的数据个数", "List the sections and how many figures each has"),
        "check" => lang.choose(
            "检查数据文件；给出原文时，检查每个位置、散列值和未收录的数字",
            "Check the data file; with the text also every span, the hash and the numbers that are not captured",
        ),
        "charts" => lang.choose(
            "列出可以导出的图表：编号、类型、标题、指标",
            "List the charts there are: id, kind, title, indicators",
        ),
        "export" => lang.choose("导出图表：SVG、PNG、PDF", "Export charts as SVG, PNG or PDF"),
        "inspect" => lang.choose("显示导出的图像中带有的数据", "Show what an exported image carries"),
        _ => return None,
    })
}

/// What an argument is for, by its name in `cli::arguments`.
#[must_use]
pub fn argument(name: &str, lang: Lang) -> Option<&'static str> {
    Some(match name {
        "file" => lang.choose(
            "数据文件（*.report.ron）、带有数据的导出图像，或链接（报告#编号）；省略时用内置的报告",
            "The data file (*.report.ron), an exported image with its data, or a link (REPORT#ID); the bundled report when left out",
        ),
        "format" => lang.choose(
            "格式：csv、json、xlsx、md；省略时按 -o 的扩展名，否则为 csv",
            "csv, json, xlsx or md; when left out, what the ending of -o says, else csv",
        ),
        "lang" => lang.choose(
            "表头和用语的语言：zh 或 en（默认 zh）；JSON 总是两种语言",
            "Language of headings and terms: zh or en (zh by default); JSON always has both",
        ),
        "section" => lang.choose("只列出这一章节及其下级，如 3.6", "Only this section and what is in it, such as 3.6"),
        "role" => lang.choose("只列出 actual（实绩）、target（目标）或 goal（五年目标）", "Only actual, target or goal"),
        "find" => lang.choose(
            "只列出搜索到的数据，如 地区生产总值、dqsczz、gdp、1.2万、#gdp",
            "Only what this search finds, such as gdp, dqsczz, 12000, #gdp",
        ),
        "output" => lang.choose("写入这个文件；“-”为标准输出", "Write to this file; “-” is stdout"),
        "overwrite" => lang.choose("允许覆盖已有的文件", "Replace files that exist"),
        "report_text" => lang.choose("报告原文（发布时的文本文件）", "The report's text, the file as published"),
        "message_lang" => lang.choose("消息的语言：zh 或 en；省略时随系统", "Language of the messages: zh or en; that of the system when left out"),
        "charts" => lang.choose(
            "要导出的图表编号，可以重复；charts 命令列出全部",
            "A chart's id; may be repeated; `charts` lists them",
        ),
        "all" => lang.choose("导出全部图表", "Every chart"),
        "formats" => lang.choose(
            "格式，用逗号分隔：svg、png、pdf；省略时按 -o 的扩展名，否则为 png",
            "svg, png, pdf, separated by commas; when left out, what the ending of -o says, else png",
        ),
        "preset" => lang.choose(
            "页面：slide、a4-portrait、a4-landscape、paper-84mm、paper-174mm、public-account、square",
            "The page: slide, a4-portrait, a4-landscape, paper-84mm, paper-174mm, public-account or square",
        ),
        "size" => lang.choose(
            "页面的宽×高：CSS 像素（1/96 英寸）如 1600x900（默认），或带单位 mm、cm、in，如 84mmx105mm",
            "The page's width and height: CSS pixels (1/96 inch) such as 1600x900 (by default), or with mm, cm or in, such as 84mmx105mm",
        ),
        "dpi" => lang.choose(
            "PNG 的分辨率，默认 192（即两倍像素）或预设的分辨率",
            "Resolution of a PNG: 192 by default (twice as many pixels), or what the preset says",
        ),
        "chart_lang" => lang.choose("图表的语言：zh、en 或 both（默认 zh）", "Language of the chart: zh, en or both (zh by default)"),
        "theme" => lang.choose("配色：light、dark 或 print（默认 light）", "Colours: light, dark or print (light by default)"),
        "background" => lang.choose(
            "背景：theme（随配色，默认）、white（白色）或 transparent（透明）",
            "Background: theme (by default), white or transparent",
        ),
        "without" => lang.choose(
            "不画的部分，用逗号分隔：title（标题）、legend（图例）、source（来源）、notes（说明）、derived（推算值）；来源总在文件的元数据中",
            "Parts to leave out, separated by commas: title, legend, source, notes, derived; the source stays in the file's metadata",
        ),
        "order" => lang.choose(
            "行的顺序：document（报告顺序，默认）、difference（差距）或 value（目标值）",
            "Order of the rows: document (by default), difference or value",
        ),
        "labels" => lang.choose(
            "标记旁的文字：wording（原文措辞，默认）、value（数值）或 difference（措辞与差距）",
            "Beside the marks: wording (by default), value or difference",
        ),
        "digits" => lang.choose(
            "大数的写法：short（中文用万、亿，英文用 k、M、bn，默认）、full（全部数字）、wan（万、亿）或 k（k、M、bn）",
            "Large numbers: short (by default: k, M, bn in English and 万 or 亿 in Chinese), full (all digits), wan (always 万 and 亿 units) or k (always k, M, bn)",
        ),
        "title" => lang.choose("自拟标题", "A title of your own"),
        "subtitle" => lang.choose("自拟副标题", "A subtitle of your own"),
        "note" => lang.choose("自加的说明，印在来源之上", "A note of your own, above the source line"),
        "no_data" => lang.choose(
            "文件中不带数据、原文散列值和设置；标题、替代文本和来源仍在",
            "Leave data, the text's hash and the settings out of the files; title, alternative text and source stay",
        ),
        "data" => lang.choose(
            "在图表旁写出数据：两个 CSV 表和一个说明各列的文本",
            "Write each chart's data beside it: two CSV tables and a text that explains their columns",
        ),
        "index" => lang.choose(
            "再写出 index.csv 和 index.html（缩略图一览）",
            "Also write index.csv and index.html (a contact sheet)",
        ),
        "name" => lang.choose(
            "文件名，默认 {report}-{chart}-{lang}；还可以用 {kind}、{title}、{place}、{year}、{date}、{theme}、{n}",
            "Names of the files, {report}-{chart}-{lang} by default; there are also {kind}, {title}, {place}, {year}, {date}, {theme} and {n}",
        ),
        "zip" => lang.choose("写入这个 ZIP 文件", "Write into this ZIP archive"),
        "number" => lang.choose("同名文件已存在时，在新文件名后加序号", "Give a file whose name is taken a number"),
        "text_mode" => lang.choose(
            "SVG 中的文字：outlines（轮廓，默认）或 text（文本）",
            "Letters in an SVG: outlines (by default) or text",
        ),
        "out_dir" => lang.choose("写入这个文件夹；省略时为当前文件夹", "Write into this folder; the current one when left out"),
        "image" => lang.choose("本软件导出的 SVG、PNG 或 PDF", "An SVG, PNG or PDF that this application exported"),
        "inspect_format" => lang.choose(
            "text（说明，默认）或 json（图像中带有的全部数据）",
            "text (by default) or json (all that the image carries)",
        ),
        "help" => lang.choose("显示帮助", "Show this help"),
        "version" => lang.choose("显示版本", "Show the version"),
        _ => return None,
    })
}

/// The words around the lists of a help page: usage, commands, arguments, options.
#[derive(Debug, Clone, Copy)]
pub struct HelpHeadings {
    /// Before the usage line.
    pub usage: &'static str,
    /// Above the commands.
    pub commands: &'static str,
    /// Above what stands by its place.
    pub arguments: &'static str,
    /// Above what begins with a hyphen.
    pub options: &'static str,
}

/// The headings of a help page.
#[must_use]
pub fn help_headings(lang: Lang) -> HelpHeadings {
    lang.choose(
        HelpHeadings {
            usage: "用法", commands: "命令", arguments: "参数", options: "选项"
        },
        HelpHeadings {
            usage: "Usage",
            commands: "Commands",
            arguments: "Arguments",
            options: "Options",
        },
    )
}

/// What is wrong with the arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UsageFault {
    /// An option or argument that there is not.
    Unknown(String),
    /// A value that the option does not take, and those that it takes (may be empty).
    Value {
        /// The option.
        option: String,
        /// What was given.
        value: String,
        /// What may be given.
        possible: Vec<String>,
    },
    /// A value that the option cannot read: of the wrong form, or beyond its range.
    Form {
        /// The option.
        option: String,
        /// What was given.
        value: String,
        /// The range, the length or a few examples, the same in every language.
        expected: String,
    },
    /// An option without its value.
    NoValue(String),
    /// Something that must be there.
    Missing(Vec<String>),
    /// Two options of which only one may be there.
    Conflict(String, Vec<String>),
    /// The option stands twice.
    Twice(String),
    /// An argument that is no Unicode text where only text can stand.
    NotText,
    /// Anything else, in the parser's words.
    Other(String),
}

/// The sentence for a fault in the arguments.
#[must_use]
pub fn usage_fault(fault: &UsageFault, lang: Lang) -> String {
    let list = |items: &[String]| items.join(lang.choose("、", ", "));
    match (fault, lang) {
        (UsageFault::Unknown(given), Lang::Zh) => format!("没有“{given}”这个命令或选项"),
        (UsageFault::Unknown(given), Lang::En) => format!("there is no command or option {given}"),
        (UsageFault::Value { option, value, possible }, Lang::Zh) => {
            let allowed = if possible.is_empty() {
                String::new()
            } else {
                format!("；可以用：{}", list(possible))
            };
            format!("{option} 不能是“{value}”{allowed}")
        }
        (UsageFault::Value { option, value, possible }, Lang::En) => {
            let allowed = if possible.is_empty() {
                String::new()
            } else {
                format!("; it may be one of: {}", list(possible))
            };
            format!("{option} cannot be {value:?}{allowed}")
        }
        (UsageFault::Form { option, value, expected }, Lang::Zh) => {
            format!("{option} 不能是“{value}”；应为：{expected}")
        }
        (UsageFault::Form { option, value, expected }, Lang::En) => {
            format!("{option} cannot be {value:?}; expected: {expected}")
        }
        (UsageFault::NoValue(option), Lang::Zh) => format!("{option} 后面缺少内容"),
        (UsageFault::NoValue(option), Lang::En) => format!("{option} needs a value after it"),
        (UsageFault::Missing(what), Lang::Zh) => format!("缺少：{}", list(what)),
        (UsageFault::Missing(what), Lang::En) => format!("missing: {}", list(what)),
        (UsageFault::Conflict(one, others), Lang::Zh) => {
            format!("{one} 不能与 {} 同时使用", list(others))
        }
        (UsageFault::Conflict(one, others), Lang::En) => {
            format!("{one} cannot be used together with {}", list(others))
        }
        (UsageFault::Twice(option), Lang::Zh) => format!("{option} 只能出现一次"),
        (UsageFault::Twice(option), Lang::En) => format!("{option} may stand only once"),
        (UsageFault::NotText, Lang::Zh) => "有一个参数不是 UTF-8 文字，请改正".to_owned(),
        (UsageFault::NotText, Lang::En) => "an argument is no UTF-8 text; correct it".to_owned(),
        (UsageFault::Other(words), _) => words.clone(),
    }
}

/// Where to read on after a fault in the arguments.
#[must_use]
pub fn see_help(lang: Lang) -> &'static str {
    lang.choose(
        "report-explorer --help 显示全部命令",
        "`report-explorer --help` shows every command",
    )
}

/// Why a command could not do what it was asked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The window was asked to open a file that is not there.
    NoSuchFile(String),
    /// The report has no such section.
    UnknownSection(String),
    /// A link stands where the command works on the whole report.
    LinkNotTaken(String),
    /// A link to another report than the one that is open: which, and which is open.
    OtherReport(String, String),
    /// A link to nothing in the report.
    UnknownPlace(String),
    /// The report offers no such chart.
    UnknownChart(String),
    /// Neither `--chart` nor `--all`.
    NoChart,
    /// The report offers no chart at all.
    NothingToExport,
    /// `-o` names one file, but several would be written: how many.
    OneFileForMany(usize),
    /// `-o` ends in something that is no format of the command.
    UnknownEnding(String),
    /// `--data` with `-o -`.
    NothingBesideStdout,
    /// Bytes that are no text would go to a terminal.
    BinaryToTerminal,
    /// Files that exist already.
    Exists(Vec<String>),
    /// Two charts would be written to one file.
    SameFile(String),
    /// The folder cannot be made: folder, cause.
    Folder(String, String),
    /// The output cannot be written: cause.
    Output(String),
    /// The image is ours, but was exported without its data.
    CarriesNothing(String),
    /// Anything that already is a sentence in this language.
    Said(String),
}

/// Why a link leads nowhere in the report `open`.
#[must_use]
pub fn link(error: &LinkError, open: &ReportId) -> Refusal {
    match error {
        LinkError::OtherReport(other) => Refusal::OtherReport(other.clone(), open.to_string()),
        LinkError::Unknown(place) => Refusal::UnknownPlace(place.clone()),
    }
}

/// The sentence for a refusal.
#[must_use]
pub fn refusal(refusal: &Refusal, lang: Lang) -> String {
    match (refusal, lang) {
        (Refusal::NoSuchFile(file), Lang::Zh) => {
            format!("没有“{file}”这个文件，也没有这个命令；{}", see_help(lang))
        }
        (Refusal::NoSuchFile(file), Lang::En) => {
            format!("there is neither a file nor a command {file:?}; {}", see_help(lang))
        }
        (Refusal::UnknownSection(id), Lang::Zh) => {
            format!("--section {id}：报告没有这一章节；sections 命令列出全部章节")
        }
        (Refusal::UnknownSection(id), Lang::En) => {
            format!("--section {id}: the report has no such section; `sections` lists those that there are")
        }
        (Refusal::LinkNotTaken(link), Lang::Zh) => {
            format!("“{link}”是指向报告内一处的链接，这个命令处理整份报告；figures 和 comparisons 接受链接")
        }
        (Refusal::LinkNotTaken(link), Lang::En) => {
            format!("{link} leads to a place inside a report, and this command works on the whole of it; `figures` and `comparisons` take links")
        }
        (Refusal::OtherReport(other, open), Lang::Zh) => {
            format!("链接指向报告 {other}，而这里是 {open}；请写出数据文件的路径：文件.report.ron#编号")
        }
        (Refusal::OtherReport(other, open), Lang::En) => {
            format!("the link leads to the report {other}, and this one is {open}; write the path of its data file: FILE.report.ron#ID")
        }
        (Refusal::UnknownPlace(place), Lang::Zh) => {
            format!("报告里没有编号为“{place}”的数据、指标或章节；figures 和 sections 命令列出全部编号")
        }
        (Refusal::UnknownPlace(place), Lang::En) => {
            format!("the report has no figure, indicator or section {place:?}; `figures` and `sections` list their ids")
        }
        (Refusal::UnknownChart(id), Lang::Zh) => {
            format!("--chart {id}：没有这个图表；charts 命令列出全部图表")
        }
        (Refusal::UnknownChart(id), Lang::En) => {
            format!("--chart {id}: the report offers no such chart; `charts` lists those that there are")
        }
        (Refusal::NoChart, Lang::Zh) => {
            "缺少图表：用 --chart 编号 指定，或用 --all 导出全部；charts 命令列出全部图表".to_owned()
        }
        (Refusal::NoChart, Lang::En) => {
            "no chart: name one with --chart ID, or take them all with --all; `charts` lists those that there are"
                .to_owned()
        }
        (Refusal::NothingToExport, Lang::Zh) => {
            "这份报告没有可以画出的对照，因此没有图表可以导出".to_owned()
        }
        (Refusal::NothingToExport, Lang::En) => {
            "the report has no comparison that can be drawn, so there is no chart to export".to_owned()
        }
        (Refusal::OneFileForMany(count), Lang::Zh) => {
            format!("-o 只能写一个文件，而这里有 {count} 个；请改用 --out-dir 文件夹")
        }
        (Refusal::OneFileForMany(count), Lang::En) => {
            format!("-o names one file, but {count} would be written; use --out-dir FOLDER instead")
        }
        (Refusal::UnknownEnding(file), Lang::Zh) => {
            format!("-o {file}：从扩展名看不出格式；请加上 --format")
        }
        (Refusal::UnknownEnding(file), Lang::En) => {
            format!("-o {file}: the ending says no format of this command; add --format")
        }
        (Refusal::NothingBesideStdout, Lang::Zh) => {
            "--data 要写出几个文件，不能与 -o - 同时使用；请用 -o 文件 或 --out-dir 文件夹".to_owned()
        }
        (Refusal::NothingBesideStdout, Lang::En) => {
            "--data writes several files and cannot go with -o -; use -o FILE or --out-dir FOLDER"
                .to_owned()
        }
        (Refusal::BinaryToTerminal, Lang::Zh) => {
            "这种格式不能显示在终端里；请用 -o 文件 写入文件，或转到管道".to_owned()
        }
        (Refusal::BinaryToTerminal, Lang::En) => {
            "this format is nothing for a terminal; write it with -o FILE, or into a pipe".to_owned()
        }
        (Refusal::Exists(files), Lang::Zh) => format!(
            "已经存在：{}；什么都没有写入。要覆盖请加 --overwrite，要加序号请加 --number",
            files.join("、")
        ),
        (Refusal::Exists(files), Lang::En) => format!(
            "already there: {}; nothing was written. Add --overwrite to replace, or --number to keep both",
            files.join(", ")
        ),
        (Refusal::SameFile(file), Lang::Zh) => {
            format!("有两个图表会写入同一个文件：{file}；什么都没有写入。请去掉重复的 --chart，或在 --name 中加入 {{chart}} 或 {{n}}")
        }
        (Refusal::SameFile(file), Lang::En) => format!(
            "two charts would be written to one file: {file}; nothing was written. Leave out the --chart that stands twice, or put {{chart}} or {{n}} into --name"
        ),
        (Refusal::Folder(folder, cause), Lang::Zh) => {
            format!("不能建立文件夹 {folder}：{cause}；请换一个文件夹")
        }
        (Refusal::Folder(folder, cause), Lang::En) => {
            format!("the folder {folder} cannot be made: {cause}; choose another folder")
        }
        (Refusal::Output(cause), Lang::Zh) => format!("不能写到标准输出：{cause}"),
        (Refusal::Output(cause), Lang::En) => format!("stdout cannot be written to: {cause}"),
        (Refusal::CarriesNothing(file), Lang::Zh) => format!(
            "{file} 不带数据：导出时选择了不带。请用带数据的文件，或去掉 --format json 查看标题和来源"
        ),
        (Refusal::CarriesNothing(file), Lang::En) => format!(
            "{file} carries no data: it was left out at the export. Use a file with its data, or leave out --format json to see title and source"
        ),
        (Refusal::Said(words), _) => words.clone(),
    }
}

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
            "数据 {figure_total}（实绩 {actuals}、目标 {targets}、五年目标 {goals}），未收录的数字 {exclusions}\n\
             对照 {comparison_total}（同一口径 {same}、可推算 {derivable}、口径不同 {different}）\n\
             错误 {errors}，提示 {notes}\n"
        ),
        Lang::En => format!(
            "figures {figure_total} (actuals {actuals}, targets {targets}, goals {goals}), exclusions {exclusions}\n\
             comparisons {comparison_total} (same basis {same}, derivable {derivable}, different basis {different})\n\
             errors {errors}, notes {notes}\n"
        ),
    }
}

/// How many numbers of the report's text are accounted for.
#[must_use]
pub fn text_summary(captured: usize, excluded: usize, unexplained: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "原文中的数字：收录 {captured}，未收录而有理由 {excluded}，没有解释 {unexplained}\n"
        ),
        Lang::En => format!(
            "numbers in the text: captured {captured}, excluded {excluded}, unexplained {unexplained}\n"
        ),
    }
}

/// The labels of what `inspect` shows, in its order.
#[derive(Debug, Clone, Copy)]
pub struct InspectLabels {
    /// The image's title.
    pub title: &'static str,
    /// Its source line.
    pub source: &'static str,
    /// The report it was drawn from.
    pub report: &'static str,
    /// The hash of the report's text.
    pub text: &'static str,
    /// The chart, its size, language and theme.
    pub chart: &'static str,
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
            source: "来源",
            report: "报告",
            text: "原文",
            chart: "图表",
            application: "软件",
            description: "说明",
            figures: "数据",
            data: "数据版本",
            left_out: "未带有（导出时选择了不带数据）",
        },
        InspectLabels {
            title: "title",
            source: "source",
            report: "report",
            text: "text",
            chart: "chart",
            application: "written by",
            description: "description",
            figures: "figures",
            data: "data version",
            left_out: "none (left out at the export)",
        },
    )
}
