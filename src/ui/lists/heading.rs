//! What stands above the table: which part of the report this is.

use crate::i18n::{Lang, quotes, terms, window};
use crate::model::{Report, SectionId, Verdict};

/// Title and subtitle of a section, or of the whole report.
pub(super) fn heading(
    report: &Report,
    section: Option<&SectionId>,
    lang: Lang,
) -> (String, String) {
    if let Some(section) = section.and_then(|id| report.section(id)) {
        let title = quotes::set(lang.pick(&section.title), lang);
        return (
            window::section_heading(&section.number, &section.id, &title, lang),
            quotes::set(lang.pick(&section.summary), lang),
        );
    }
    let about = report.about();
    let title = window::targets_and_results(about, lang);
    let comparisons = report.comparisons();
    let kinds: Vec<String> = Verdict::ALL
        .into_iter()
        .map(|verdict| {
            let count = comparisons.iter().filter(|one| one.verdict == verdict).count();
            let name = terms::verdict(verdict, lang);
            window::comparisons_of_kind(count, name, lang)
        })
        .collect();
    let all = window::comparisons(comparisons.len(), lang);
    let [colon, comma] = lang.choose(["：", "，"], [": ", ", "]);
    (title, format!("{all}{colon}{}", kinds.join(comma)))
}

/// 2021年实绩, 2022年目标, 五年目标.
pub(super) fn columns(report: &Report, lang: Lang) -> [String; 3] {
    window::heads(report.about(), lang)
}
