//! The words of a batch's contact sheet.

use super::{Lang, several};

/// How many charts and files: 24 个图表，48 个文件.
#[must_use]
pub fn counts(charts: usize, files: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{charts} 个图表，{files} 个文件"),
        Lang::En => {
            format!("{}, {}", several(charts, "chart", "charts"), several(files, "file", "files"))
        }
    }
}

/// The size of type that is hard to read in print.
#[must_use]
pub fn small_print(points: f32, lang: Lang) -> String {
    lang.choose(format!("最小的字 {points} 磅"), format!("smallest type {points} pt"))
}

/// Above the alternative text.
#[must_use]
pub fn alt_text(lang: Lang) -> &'static str {
    lang.choose("替代文本", "Alternative text")
}

/// The size of a file: 312 kB, 1.4 MB.
#[must_use]
pub fn bytes(bytes: usize) -> String {
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}
