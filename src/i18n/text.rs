//! The words of the text view: what the attached text is, what is marked in it, what can be done with it.

use std::path::Path;

use super::{Lang, several};
use crate::model::{Bilingual, ExclusionReason};

/// Title of the file dialog.
#[must_use]
pub fn open_text(lang: Lang) -> &'static str {
    lang.choose("打开报告原文", "Open the report's text")
}

/// File type in the file dialog.
#[must_use]
pub fn text_files(lang: Lang) -> &'static str {
    lang.choose("文本文件", "Text files")
}

/// A reference is on the clipboard; `style` is its name.
#[must_use]
pub fn copied_citation(style: &str, lang: Lang) -> String {
    lang.choose(format!("已复制引用（{style}）"), format!("Copied the reference ({style})"))
}

/// A link is on the clipboard.
#[must_use]
pub fn copied_link(link: &str, lang: Lang) -> String {
    lang.choose(format!("已复制链接 {link}"), format!("Copied the link {link}"))
}

/// The attached text is the published file.
#[must_use]
pub fn published(lang: Lang) -> &'static str {
    lang.choose("与发布的文件完全相同（SHA-256 一致）", "The published file (SHA-256 agrees)")
}

/// The attached text is the published one in other line breaks or another encoding.
#[must_use]
pub fn resaved(lang: Lang) -> &'static str {
    lang.choose(
        "与发布的文本逐字相同（换行或编码标记另存过）",
        "The published text, character for character (saved with other line breaks or another mark)",
    )
}

/// The attached text is another copy: how many of the places differ.
#[must_use]
pub fn copy(differing: usize, found: usize, total: usize, lang: Lang) -> String {
    match (lang, differing) {
        (Lang::Zh, 0) => format!("不是发布的文件，但 {total} 处位置都相符"),
        (Lang::Zh, _) => {
            format!("不是发布的文件：{differing} 处不同，其余 {found}/{total} 处相符")
        }
        (Lang::En, 0) => format!("Not the published file, but no place of {total} differs"),
        (Lang::En, _) => format!(
            "Not the published file: {}, {found} of {total} agree",
            several(differing, "place differs", "places differ")
        ),
    }
}

/// What to do about a remembered text that does not fit any more.
#[must_use]
pub fn no_longer_fits() -> Bilingual {
    Bilingual {
        zh: "上次附上的原文已经改变；请在“原文”视图中重新打开。".to_owned(),
        en: "The text attached last time has changed; open it again in the text view.".to_owned(),
    }
}

/// Heads the view without a text.
#[must_use]
pub fn missing_title(lang: Lang) -> &'static str {
    lang.choose("还没有报告原文", "The report's text is not here yet")
}

/// What to do about it.
#[must_use]
pub fn missing_more(file_name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "打开报告发布的文本（{file_name}），或把 .txt 文件拖进窗口，每项数据就会标在它的句子里。"
        ),
        Lang::En => format!(
            "Open the text as it was published ({file_name}), or drop a .txt file on the window: every figure is then marked in its sentence."
        ),
    }
}

/// What happens to the text, and which files are taken.
#[must_use]
pub fn missing_terms(lang: Lang) -> &'static str {
    lang.choose(
        "文本只在本机读取，不会复制或上传；UTF-8 或 UTF-16，不超过 16 MiB。",
        "It is only read, here on this computer; UTF-8 or UTF-16, at most 16 MiB.",
    )
}

/// The file that was attached last time is gone.
#[must_use]
pub fn gone(path: &Path, lang: Lang) -> String {
    let path = path.display();
    lang.choose(
        format!("上次附上的文件现在不在原处：{path}"),
        format!("The file attached last time is not where it was: {path}"),
    )
}

/// `第 12 / 181 项` / "figure 12 of 181".
#[must_use]
pub fn figure_of(at: Option<usize>, count: usize, lang: Lang) -> String {
    match (at, lang) {
        (Some(at), Lang::Zh) => format!("第 {} / {count} 项", at + 1),
        (Some(at), Lang::En) => format!("{} of {count}", at + 1),
        (None, Lang::Zh) => format!("共 {count} 项"),
        (None, Lang::En) => several(count, "figure", "figures"),
    }
}

/// How a derived value follows.
#[must_use]
pub fn derived_by(formula: &str, lang: Lang) -> String {
    lang.choose(format!("推算 {formula}"), format!("derived {formula}"))
}

/// `3 / 12`, or that there is none.
#[must_use]
pub fn hit_of(at: Option<usize>, count: usize, lang: Lang) -> String {
    match at.filter(|at| *at < count) {
        Some(at) => lang.choose(format!("{} / {count}", at + 1), format!("{} of {count}", at + 1)),
        None => lang.choose("没有找到", "not found").to_owned(),
    }
}

/// Inside the empty search field.
#[must_use]
pub fn search_hint(lang: Lang) -> &'static str {
    lang.choose("在原文中查找", "Find in the text")
}

/// The list of places, for those who hear the page.
#[must_use]
pub fn hits_name(lang: Lang) -> &'static str {
    lang.choose("查找结果", "Places found")
}

/// `181 个数字已收录`.
#[must_use]
pub fn captured(count: usize, lang: Lang) -> String {
    lang.choose(format!("已收录 {count}"), format!("{count} captured"))
}

/// `176 个数字未收录`.
#[must_use]
pub fn excluded(count: usize, lang: Lang) -> String {
    lang.choose(format!("未收录 {count}"), format!("{count} not captured"))
}

/// `未解释 0`.
#[must_use]
pub fn unexplained(count: usize, lang: Lang) -> String {
    lang.choose(format!("未解释 {count}"), format!("{count} unexplained"))
}

/// What the three counts are.
#[must_use]
pub fn counts_hover(lang: Lang) -> &'static str {
    lang.choose(
        "逐个清点原文中的数字：已收录为数据、因所述原因未收录、尚未解释。一处措辞可含几个数字，几项数据也可共用一处。",
        "Every number of the text, one by one: captured in a figure, not captured for a stated reason, or unexplained. One wording may hold several numbers, and several figures may share one.",
    )
}

/// Why a number is no figure, in a few words.
#[must_use]
pub fn exclusion(reason: ExclusionReason, lang: Lang) -> &'static str {
    match reason {
        ExclusionReason::Date => lang.choose("日期或年份", "a date or a year"),
        ExclusionReason::Numbering => lang.choose("编号、届次、批次", "a numbering"),
        ExclusionReason::Name => lang.choose("名称的一部分", "part of a name"),
        ExclusionReason::Slogan => lang.choose("以数字命名的政策", "a policy named by a number"),
        ExclusionReason::Definition => {
            lang.choose("统计对象的界定，不是数量", "defines what is counted, is no count")
        }
        ExclusionReason::Idiom => {
            lang.choose("习语或不定数", "a figure of speech or an indefinite number")
        }
        ExclusionReason::Furniture => {
            lang.choose("页面信息，不属于报告", "the page around the report")
        }
    }
}

/// A number that is no figure, with its reason.
#[must_use]
pub fn not_captured(wording: &str, reason: ExclusionReason, lang: Lang) -> String {
    let reason = exclusion(reason, lang);
    lang.choose(
        format!("未收录“{wording}”：{reason}"),
        format!("Not captured, \"{wording}\": {reason}"),
    )
}

/// A number that nobody explains.
#[must_use]
pub fn nobody_explains(wording: &str, lang: Lang) -> String {
    lang.choose(
        format!("“{wording}”既不是数据，也没有未收录的原因"),
        format!("\"{wording}\" is neither a figure nor left out for a reason"),
    )
}

/// Several figures share one wording.
#[must_use]
pub fn shared(count: usize, lang: Lang) -> String {
    lang.choose(
        format!("{count} 项数据共用这一措辞；再点一次选下一项"),
        format!("{count} figures share these words; click again for the next"),
    )
}

/// The toggle of the marks.
#[must_use]
pub fn mark_exclusions(lang: Lang) -> &'static str {
    lang.choose("标出未收录的数字", "Mark numbers not captured")
}

/// Heads the list of differences.
#[must_use]
pub fn differences_title(lang: Lang) -> &'static str {
    lang.choose("与发布的文件不同", "Not the published file")
}

/// Below that head.
#[must_use]
pub fn differences_more(count: usize, total: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "{total} 处位置中有 {count} 处在附上的文本里找不到；其余的数据照常标出。全角与半角不作区分。"
        ),
        Lang::En => format!(
            "Of {total} places {count} are not found in the attached text; all other figures are marked as usual. Full and half width count as the same."
        ),
    }
}

/// What the published text has at a differing place.
#[must_use]
pub fn expected(words: &str, lang: Lang) -> String {
    lang.choose(format!("应为：{words}"), format!("expected: {words}"))
}

/// What the attached text has there.
#[must_use]
pub fn found(words: &str, lang: Lang) -> String {
    if words.trim().is_empty() {
        return lang.choose("此处：（文本已结束）", "here: (the text has ended)").to_owned();
    }
    lang.choose(format!("此处：{words}"), format!("here: {words}"))
}

/// Heads the list of unexplained numbers.
#[must_use]
pub fn unexplained_title(lang: Lang) -> &'static str {
    lang.choose("未解释的数字", "Unexplained numbers")
}

/// `另有 12 处`.
#[must_use]
pub fn and_more(count: usize, lang: Lang) -> String {
    lang.choose(format!("另有 {count} 处"), format!("and {count} more"))
}

/// The page, for those who hear it.
#[must_use]
pub fn page_name(lang: Lang) -> &'static str {
    lang.choose("报告原文", "The report's text")
}

/// Status line: the text has been compared.
#[must_use]
pub fn compared(published: bool, lang: Lang) -> &'static str {
    if published {
        lang.choose("✓ 原文已核对，SHA-256 一致", "✓ Text compared, SHA-256 agrees")
    } else {
        lang.choose("已附上另一版本的原文", "Another copy of the text is attached")
    }
}
