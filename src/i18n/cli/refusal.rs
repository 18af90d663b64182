//! Why a command could not do what it was asked to.

use super::see_help;
use crate::i18n::Lang;
use crate::i18n::terms;
use crate::model::{LinkError, ReportId, Role};

/// Why a command could not do what it was asked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The window was asked to open a file that is not there.
    NoSuchFile(String),
    /// What an image lists is not what its data file says: the image, and the ids of those figures.
    FiguresAtOdds(String, Vec<String>),
    /// The report has no such section.
    UnknownSection(String),
    /// A link stands where the command works on the whole report.
    LinkNotTaken(String),
    /// A link to another report than the one that is open: which, and which is open.
    OtherReport(String, String),
    /// A link to nothing in the report.
    UnknownPlace(String),
    /// There is no chart with this id, and why.
    NoSuchChart {
        /// What was asked for.
        id: String,
        /// Why it is not there.
        why: NoSuchChart,
        /// Ids that there are.
        others: Vec<String>,
    },
    /// Neither `--chart` nor `--all`.
    NoChart,
    /// The report offers no chart at all.
    NothingToExport,
    /// `-o` names one file, but several would be written: how many.
    OneFileForMany(usize),
    /// `-o` ends in something that is no format of the command: the file, and the endings that there are.
    UnknownEnding(String, Vec<&'static str>),
    /// `-o` ends in one format, and `--format` says another: the file, and that other.
    EndingDisagrees(String, &'static str),
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

/// Why there is no chart with an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoSuchChart {
    /// Nothing is called so.
    Unknown,
    /// The report gives no figure in this role for the indicator.
    Without(Role, String),
    /// The image carries a part of a report, in which this is not whole.
    NotWhole,
    /// What its kind needs is not there.
    Condition(&'static str),
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
        (Refusal::FiguresAtOdds(image, ids), Lang::Zh) => {
            format!("{image}：列出的数据与图像内的数据文件不一致（{}），图像被改动过；请使用导出的原文件", ids.join("、"))
        }
        (Refusal::FiguresAtOdds(image, ids), Lang::En) => {
            format!("{image}: the listed figures are not what the data file inside says ({}); the image was changed, use the file as it was exported", ids.join(", "))
        }
        (Refusal::UnknownSection(id), Lang::Zh) => {
            format!("--section “{id}”：报告没有这一章节；sections 命令列出全部章节")
        }
        (Refusal::UnknownSection(id), Lang::En) => {
            format!("--section {id:?}: the report has no such section; `sections` lists those that there are")
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
        (Refusal::NoSuchChart { id, why, others }, _) => no_such_chart(id, why, others, lang),
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
        (Refusal::UnknownEnding(file, endings), Lang::Zh) => format!(
            "-o {file}：从扩展名看不出格式；请用扩展名 {}，或加上 --format",
            endings.join("、")
        ),
        (Refusal::UnknownEnding(file, endings), Lang::En) => format!(
            "-o {file}: the ending says no format of this command; end it in {}, or add --format",
            endings.join(", ")
        ),
        (Refusal::EndingDisagrees(file, format), Lang::Zh) => {
            format!("-o {file} 的扩展名与 --format {format} 不一致；请改其中一个")
        }
        (Refusal::EndingDisagrees(file, format), Lang::En) => format!(
            "-o {file} ends in another format than --format {format}; change one of the two"
        ),
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

/// The sentence for a chart that there is not: why, and what there is instead.
fn no_such_chart(id: &str, why: &NoSuchChart, others: &[String], lang: Lang) -> String {
    let why = match (why, lang) {
        (NoSuchChart::Unknown, Lang::Zh) => "没有这个图表".to_owned(),
        (NoSuchChart::Unknown, Lang::En) => "there is no such chart".to_owned(),
        (NoSuchChart::Without(role, indicator), Lang::Zh) => {
            format!("报告没有给出 {indicator} 的{}，没有可以对照的数据", terms::role(*role, lang))
        }
        (NoSuchChart::Without(role, indicator), Lang::En) => {
            let role = terms::role(*role, lang).to_lowercase();
            format!("the report gives no {role} of {indicator}, so there is nothing to compare")
        }
        (NoSuchChart::NotWhole, Lang::Zh) => {
            "图像只带有报告的一部分，其中没有这个图表的全部数据；请打开报告的数据文件".to_owned()
        }
        (NoSuchChart::NotWhole, Lang::En) => {
            "the image carries a part of the report, and not all that such a chart shows; open the report's data file"
                .to_owned()
        }
        (NoSuchChart::Condition(condition), _) => (*condition).to_owned(),
    };
    match (others, lang) {
        ([], Lang::Zh) => format!("--chart “{id}”：{why}；charts 命令列出全部图表"),
        ([], Lang::En) => {
            format!("--chart {id:?}: {why}; `charts` lists those that there are")
        }
        (others, Lang::Zh) => {
            format!("--chart “{id}”：{why}；可改用 {}；charts 命令列出全部图表", others.join("、"))
        }
        (others, Lang::En) => {
            format!("--chart {id:?}: {why}; try {}; `charts` lists them all", others.join(", "))
        }
    }
}
