//! The pages of `--help`: what the application, its commands and their arguments are for.

use crate::i18n::Lang;

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
            "要导出的图表编号，可以重复；charts 命令列出全部；图像省略时按原样导出它自己的图",
            "A chart's id; may be repeated; `charts` lists them; an image without it is exported as it is",
        ),
        "all" => lang.choose("导出全部图表", "Every chart"),
        "formats" => lang.choose(
            "格式，用逗号分隔：svg、png、pdf；省略时按 -o 的扩展名，否则为 png",
            "svg, png, pdf, separated by commas; when left out, what the ending of -o says, else png",
        ),
        "preset" => lang.choose(
            "页面：slide、a4-portrait、a4-landscape、paper-84mm、paper-174mm（字小于 6 磅时自动加高）、public-account、square",
            "The page: slide, a4-portrait, a4-landscape, paper-84mm or paper-174mm (both higher where type would be below 6 pt), public-account or square",
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
            "同一单位各行的顺序：document（报告顺序，默认）、difference（差距）或 value（目标值）；不同单位的行之间总按报告顺序，倍数图都按倍数",
            "Order of the rows of one unit: document (by default), difference or value; units among themselves stand as in the report, and a ratio chart knows the ratio alone",
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
