//! `index.csv`: every file of a batch with its chart, title and alternative text; and the charts that became none.

use crate::chart::{ChartId, ChartKind};
use crate::export::Format;
use crate::export::preset::Page;
use crate::export::tables::{Cell, Heading, Kind, Table};
use crate::i18n::{ChartLang, Lang};
use crate::model::Bilingual;

pub(super) const NAME: &str = "index.csv";

/// A chart and the files that it became.
pub(super) struct Entry {
    pub id: ChartId,
    pub kind: ChartKind,
    pub title: Bilingual,
    pub alt: Bilingual,
    pub lang: ChartLang,
    pub page: Page,
    pub figures: usize,
    pub files: Vec<File>,
    /// The names of the tables beside it.
    pub tables: Vec<String>,
    /// The size of its smallest type in points, where it is hard to read in print.
    pub small_print: Option<f32>,
    /// A small PNG of it, where none of its files can be shown by a browser.
    pub small: Option<Vec<u8>>,
}

pub(super) struct File {
    pub format: Format,
    pub name: String,
    pub bytes: usize,
}

/// One line a picture, and one for each chart that was left out; headings in `lang`.
pub(super) fn csv(entries: &[Entry], left_out: &[(ChartId, Bilingual)], lang: Lang) -> String {
    let columns = [
        ("file", ["文件", "File"], Kind::Text),
        ("format", ["格式", "Format"], Kind::Text),
        ("bytes", ["字节", "Bytes"], Kind::Number),
        ("chart", ["图表编号", "Chart id"], Kind::Text),
        ("kind", ["图表类型", "Kind"], Kind::Text),
        ("title_zh", ["标题", "Title (Chinese)"], Kind::Text),
        ("title_en", ["标题（英文）", "Title"], Kind::Text),
        ("lang", ["图表语言", "Language"], Kind::Text),
        ("width", ["宽（CSS 像素）", "Width (CSS px)"], Kind::Text),
        ("height", ["高（CSS 像素）", "Height (CSS px)"], Kind::Text),
        ("dpi", ["PNG 分辨率", "PNG resolution"], Kind::Number),
        ("figures", ["数据个数", "Figures"], Kind::Number),
        (
            "small_print_pt",
            ["最小字号（磅，小于 6 时）", "Smallest type (pt, below 6)"],
            Kind::Text,
        ),
        ("left_out", ["没有导出的原因", "Why it was left out"], Kind::Text),
        ("alt_zh", ["替代文本", "Alternative text (Chinese)"], Kind::Text),
        ("alt_en", ["替代文本（英文）", "Alternative text"], Kind::Text),
    ];
    let headings = columns
        .map(|(key, labels, kind)| Heading {
            key,
            label: lang.choose(labels[0], labels[1]),
            kind,
            read: true,
            width: 20,
        })
        .to_vec();
    let count = |count: usize| Cell::Count(u32::try_from(count).unwrap_or(u32::MAX));
    let words = |text: &str| Cell::Text(text.to_owned());
    let rows = entries
        .iter()
        .flat_map(|entry| entry.files.iter().map(move |file| (entry, file)))
        .map(|(entry, file)| {
            vec![
                words(&file.name),
                words(file.format.key()),
                count(file.bytes),
                words(entry.id.as_str()),
                words(entry.kind.name(lang)),
                words(&entry.title.zh),
                words(&entry.title.en),
                words(entry.lang.key()),
                words(&entry.page.size.x.to_string()),
                words(&entry.page.size.y.to_string()),
                Cell::Count(entry.page.dpi),
                count(entry.figures),
                entry.small_print.map_or(Cell::Empty, |points| words(&points.to_string())),
                Cell::Empty,
                words(&entry.alt.zh),
                words(&entry.alt.en),
            ]
        })
        .chain(left_out.iter().map(|(id, why)| {
            let cell = |heading: &Heading| match heading.key {
                "chart" => words(id.as_str()),
                "left_out" => words(lang.pick(why)),
                _ => Cell::Empty,
            };
            headings.iter().map(cell).collect()
        }))
        .collect();
    Table { name: lang.choose("索引", "Index"), lang, headings, rows }.to_csv()
}
