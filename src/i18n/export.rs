//! The words of the export dialog, and of what it says afterwards.

use super::{Lang, several};
use crate::model::Bilingual;

words! {
    /// A word or sentence of the export dialog.
    enum Word;
    /// Switch at the head of the dialog.
    HowMany = "导出多少", "How many";
    /// The chart in the window alone.
    ThisChart = "当前图表", "This chart";
    /// Charts from the list of all.
    SeveralCharts = "多个图表", "Several charts";
    /// Group: format and page.
    FormatAndPage = "格式与版面", "Format and page";
    /// Row.
    Formats = "格式（可多选）", "Formats (one or more)";
    /// Field.
    Width = "宽", "Width";
    /// Field.
    Height = "高", "Height";
    /// Switch.
    UnitOfPage = "单位", "Unit";
    /// Millimetres.
    Millimetres = "毫米", "mm";
    /// Pixels.
    Pixels = "像素", "px";
    /// Toggle: width and height keep their ratio.
    LockRatio = "锁定比例", "Lock ratio";
    /// A page whose height follows from its chart.
    PageGrows = "字小于 6 磅时页面自动加高", "Higher where type would be below 6 pt";
    /// Field.
    Resolution = "分辨率 DPI", "Resolution, DPI";
    /// Row: the choices that were given a name.
    OwnPresets = "我的预设", "My presets";
    /// Field for the name of a new preset.
    PresetName = "预设名称", "Name of the preset";
    /// Opens that field.
    KeepAsPreset = "存为预设…", "Keep as preset…";
    /// Takes the name.
    Keep = "存下", "Keep";
    /// Group: colours and language.
    Look = "外观", "Look";
    /// Row.
    LargeNumbers = "大数", "Large numbers";
    /// 万 and 亿 in Chinese, k and M in English.
    UsualNumbers = "随语言", "Usual";
    /// All digits.
    FullNumbers = "全部数字", "All digits";
    /// Group: what is drawn.
    Content = "内容", "Content";
    /// Row.
    BesideMarks = "标记旁", "Beside marks";
    /// Choice.
    BesideWording = "原文", "Wording";
    /// Choice.
    BesideValue = "数值", "Value";
    /// Choice.
    BesideDifference = "加差距", "+ difference";
    /// Row.
    RowOrder = "排列", "Order";
    /// Choice.
    OrderDocument = "报告顺序", "Report";
    /// Choice.
    OrderDifference = "按差距", "Difference";
    /// Choice.
    OrderValue = "按目标", "Target";
    /// Row of toggles.
    Parts = "显示", "Show";
    /// Toggle.
    PartTitle = "标题", "Title";
    /// Toggle.
    PartLegend = "图例", "Legend";
    /// Toggle.
    PartNotes = "说明", "Notes";
    /// Toggle.
    PartSource = "来源", "Source";
    /// Toggle.
    PartDerived = "推算值", "Derived";
    /// Group: own words.
    OwnWords = "自拟文字", "Words of your own";
    /// Field.
    OwnTitle = "自拟标题", "Own title";
    /// Field.
    OwnSubtitle = "自拟副标题", "Own subtitle";
    /// Field.
    OwnNote = "自加说明", "Own note";
    /// Hint in an empty field.
    FromTheData = "留空则由数据生成", "Empty: from the data";
    /// Hint in an empty field.
    NoOwnNote = "印在来源之上", "Above the source line";
    /// Group: data inside and beside.
    Data = "数据", "Data";
    /// Check box.
    CarryData = "图像带有数据", "The image carries its data";
    /// Below it.
    CarryDataMore = "原文措辞、位置、散列值和设置；拖回窗口可再次打开", "Wording, place, hash and settings; dropped on the window it opens again";
    /// Check box.
    DataBeside = "旁边另存数据表", "Data as tables beside it";
    /// Below it.
    DataBesideMore = "两个 CSV 和一个说明各列的文本", "Two CSV files and a text that explains their columns";
    /// Group: names and place.
    Files = "文件", "Files";
    /// Field.
    NamePattern = "文件名", "File names";
    /// Toggle target.
    Target = "写入", "Write into";
    /// A folder.
    Folder = "文件夹", "Folder";
    /// An archive.
    Archive = "ZIP 文件", "ZIP archive";
    /// Check box.
    WithIndex = "附索引和一览页", "With index and contact sheet";
    /// Below it.
    WithIndexMore = "index.csv 与 index.html", "index.csv and index.html";
    /// Head of the list.
    ChartsToExport = "要导出的图表", "Charts to export";
    /// Chooses all of the list.
    All = "全选", "All";
    /// Chooses none.
    None = "全不选", "None";
    /// Title of the folder dialog.
    ChooseFolder = "选择文件夹", "Choose a folder";
    /// Head of the question.
    FilesExist = "有同名文件", "Files of these names exist";
    /// Below it.
    FilesExistMore = "要怎么做？已有的文件在您决定之前不会改动。", "What should happen? Nothing is changed before you decide.";
    /// While charts are written.
    Writing = "正在写入", "Writing";
    /// A page.
    PageSlide = "幻灯片", "Slide";
    /// A page.
    PageA4Portrait = "A4 纵向", "A4 portrait";
    /// A page.
    PageA4Landscape = "A4 横向", "A4 landscape";
    /// A page.
    PageOneColumn = "论文单栏", "Paper 84 mm";
    /// A page.
    PageTwoColumns = "论文双栏", "Paper 174 mm";
    /// A page.
    PageBanner = "公众号头图", "Banner";
    /// A page.
    PageSquare = "方图", "Square";
    /// Letters of an SVG.
    LettersOutlines = "轮廓（到处一样）", "Outlines";
    /// Letters of an SVG.
    LettersText = "文本（可编辑）", "Editable text";
    /// Beside the name of a preset that is there.
    ReplacesPreset = "将替换同名预设", "replaces the preset of this name";
}

/// `3840 × 2160 像素`: numbers of a field with its unit.
#[must_use]
pub fn will_be(name: &str, size: &str, lang: Lang) -> String {
    lang.choose(format!("{name}　{size}"), format!("{name}   {size}"))
}

/// How many charts of how many are chosen, and what files that makes: pictures, tables beside them, index.
#[must_use]
pub fn chosen(charts: usize, of: usize, files: Option<[usize; 3]>, lang: Lang) -> String {
    let mut said = lang
        .choose(format!("已选 {charts} / {of} 个图表"), format!("{charts} of {of} charts chosen"));
    let Some(files) = files else { return said };
    let parts = files.into_iter().zip([
        ("图像", "picture", "pictures"),
        ("数据文件", "data file", "data files"),
        ("索引文件", "index file", "index files"),
    ]);
    let parts: Vec<String> = parts
        .filter(|(count, _)| *count > 0)
        .map(|(count, (zh, one, many))| {
            let en = format!("{count} {}", if count == 1 { one } else { many });
            lang.choose(format!("{zh} {count} 个"), en)
        })
        .collect();
    said.push_str(lang.choose("：", ": "));
    said.push_str(&parts.join(lang.choose("，", ", ")));
    said
}

/// An example of a name that the pattern gives.
#[must_use]
pub fn example(name: &str, lang: Lang) -> String {
    lang.choose(format!("例：{name}"), format!("Such as {name}"))
}

/// `12 / 48，还需约 5 秒`; less than a second is nothing to wait for.
#[must_use]
pub fn progress(done: usize, total: usize, seconds_left: Option<u32>, lang: Lang) -> String {
    match (lang, seconds_left.filter(|seconds| *seconds > 0)) {
        (Lang::Zh, None) => format!("{done} / {total}"),
        (Lang::Zh, Some(seconds)) => format!("{done} / {total}，还需约 {seconds} 秒"),
        (Lang::En, None) => format!("{done} of {total}"),
        (Lang::En, Some(seconds)) => format!("{done} of {total}, about {seconds} s left"),
    }
}

/// How many of a list are not shown.
#[must_use]
pub fn and_more(count: usize, lang: Lang) -> String {
    lang.choose(format!("……还有 {count} 个"), format!("… and {count} more"))
}

/// Removes the preset of this name.
#[must_use]
pub fn remove_preset(name: &str, lang: Lang) -> String {
    lang.choose(format!("删除预设“{name}”"), format!("Remove preset {name}"))
}

/// Type that is hard to read in print, in points.
#[must_use]
pub fn small_type(points: f32, lang: Lang) -> String {
    lang.choose(
        format!("最小的字只有 {points} 磅，印出来难以看清；请选择更大的版面或更少的指标。"),
        format!("The smallest type is {points} pt, hard to read in print; choose a larger page or fewer indicators."),
    )
}

/// Something went to the clipboard.
#[must_use]
pub fn copied_image(width: usize, height: usize) -> Bilingual {
    Bilingual {
        zh: format!("已复制图像，{width} × {height} 像素"),
        en: format!("Image copied, {width} × {height} px"),
    }
}

/// What to do where the clipboard takes no pictures.
#[must_use]
pub fn copied_image_more() -> Bilingual {
    Bilingual {
        zh: "如果粘贴不出来，说明系统没有接受图像的剪贴板（如部分 Wayland 桌面）；请改用“保存…”。复制的图像不带数据。".to_owned(),
        en: "If nothing can be pasted, the system has no clipboard for pictures (some Wayland desktops): use Save… instead. A copied image carries no data.".to_owned(),
    }
}

/// A text went to the clipboard.
#[must_use]
pub fn copied_text(what: &'static str, characters: usize, lang: Lang) -> String {
    lang.choose(
        format!("已复制{what}，{characters} 字"),
        format!("{what} copied, {characters} characters"),
    )
}

/// A batch is done.
#[must_use]
pub fn batch_done(files: usize) -> Bilingual {
    Bilingual {
        zh: format!("已写入 {files} 个文件"),
        en: format!("{} written", several(files, "file", "files")),
    }
}

/// The data of a chart is more than is read back out of an image.
#[must_use]
pub fn too_much_data(bytes: usize, most: usize) -> Bilingual {
    let (mib, most) = (bytes.div_ceil(1 << 20), most >> 20);
    Bilingual {
        zh: format!(
            "这个图表的数据有 {mib} MiB，图像内最多可带 {most} MiB，否则不能再打开。请选小一些的范围，或不随图像附带数据"
        ),
        en: format!(
            "The data of this chart has {mib} MiB; an image can carry {most} MiB and still be opened again. Choose a smaller part of the report, or leave the data out of the image"
        ),
    }
}

/// A batch was stopped by the person.
#[must_use]
pub fn batch_cancelled(files: usize) -> Bilingual {
    match files {
        0 => Bilingual {
            zh: "已停止，没有写入文件".to_owned(),
            en: "Stopped; no file was written".to_owned(),
        },
        _ => Bilingual {
            zh: format!("已停止；已写入的 {files} 个文件都是完整的"),
            en: format!("Stopped; whole and written: {}", several(files, "file", "files")),
        },
    }
}

/// A batch ended because something could not be written.
#[must_use]
pub fn batch_stopped(files: usize) -> Bilingual {
    Bilingual {
        zh: format!("在此之前写入的 {files} 个文件都是完整的。"),
        en: format!("Whole and written before: {}.", several(files, "file", "files")),
    }
}

/// Some charts of a batch could not be drawn.
#[must_use]
pub fn batch_failed(charts: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{charts} 个图表没有导出"),
        Lang::En if charts == 1 => "1 chart was not exported".to_owned(),
        Lang::En => format!("{charts} charts were not exported"),
    }
}

/// Some charts of a batch have type that is hard to read in print: which, and how large it is in points.
#[must_use]
pub fn batch_small_print(charts: &[(&str, f32)], lang: Lang) -> String {
    let count = charts.len();
    let named = charts.iter().take(NAMED).map(|(id, points)| {
        lang.choose(format!("{id}（{points} 磅）"), format!("{id} ({points} pt)"))
    });
    let mut named: Vec<String> = named.collect();
    if count > NAMED {
        named.push(and_more(count - NAMED, lang));
    }
    let named = named.join(lang.choose("、", ", "));
    match lang {
        Lang::Zh => format!("{count} 个图表有小于 6 磅的字，印出来难以看清：{named}"),
        Lang::En if count == 1 => {
            format!("1 chart has type below 6 pt, hard to read in print: {named}")
        }
        Lang::En => format!("{count} charts have type below 6 pt, hard to read in print: {named}"),
    }
}

/// How many charts a sentence names.
const NAMED: usize = 8;

/// There is no preview.
#[must_use]
pub fn no_preview() -> Bilingual {
    Bilingual { zh: "无法生成预览".to_owned(), en: "There is no preview".to_owned() }
}

/// There is nothing to copy.
#[must_use]
pub fn no_image() -> Bilingual {
    Bilingual { zh: "无法生成图像".to_owned(), en: "There is no image".to_owned() }
}

/// What was copied.
#[must_use]
pub fn alt_text(lang: Lang) -> &'static str {
    lang.choose("替代文本", "Alternative text")
}

/// `3840 × 2160 像素，192 DPI`
#[must_use]
pub fn size_in_pixels([width, height]: [u32; 2], dpi: u32, lang: Lang) -> String {
    lang.choose(
        format!("{width} × {height} 像素，{dpi} DPI"),
        format!("{width} × {height} px, {dpi} DPI"),
    )
}

/// `210 × 297 毫米，矢量`
#[must_use]
pub fn size_in_millimetres([width, height]: [f32; 2], lang: Lang) -> String {
    lang.choose(format!("{width} × {height} 毫米，矢量"), format!("{width} × {height} mm, vector"))
}

/// `画出 16 项数据，共带有 20 项`: the figures that an image draws, and all that it carries: whole indicators,
/// and what its chart counts without drawing it.
#[must_use]
pub fn figures_carried(drawn: usize, all: usize, lang: Lang) -> String {
    let figures = super::window::figures(drawn, lang);
    match (drawn == all, lang) {
        (true, _) => figures,
        (false, Lang::Zh) => format!("{figures}（画出的；共带有 {all} 项）"),
        (false, Lang::En) => format!("{figures} drawn, {all} carried"),
    }
}

/// The note above what an image carries.
#[must_use]
pub fn of_an_image(file_name: &str, drawn: usize, all: usize, lang: Lang) -> String {
    let figures = figures_carried(drawn, all, lang);
    lang.choose(
        format!("这是图像“{file_name}”的数据，{figures}，不是整份报告。"),
        format!("These are the data of the image {file_name}, {figures}, not the whole report."),
    )
}

/// The image was exported without its data.
#[must_use]
pub fn without_data() -> Bilingual {
    Bilingual {
        zh: "这张图像导出时选择了不带数据，因此不能再次打开为图表。请用带数据的图像，或打开报告数据文件。".to_owned(),
        en: "This image was exported without its data, so it cannot be opened as a chart again. Use an image with its data, or open the report's data file.".to_owned(),
    }
}
