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
    let title = lang.choose(
        format!("{}年目标与{}年实绩", about.target_year, about.actual_year),
        format!("Targets for {} and results of {}", about.target_year, about.actual_year),
    );
    let comparisons = report.comparisons();
    let kinds: Vec<String> = Verdict::ALL
        .into_iter()
        .map(|verdict| {
            let count = comparisons.iter().filter(|one| one.verdict == verdict).count();
            let name = terms::verdict(verdict, lang);
            lang.choose(format!("{count} 组{name}"), format!("{count} {}", name.to_lowercase()))
        })
        .collect();
    let all = window::comparisons(comparisons.len(), lang);
    let subtitle =
        lang.choose(format!("{all}：{}", kinds.join("，")), format!("{all}: {}", kinds.join(", ")));
    (title, subtitle)
}

/// 2021年实绩, 2022年目标, 五年目标.
pub(super) fn columns(report: &Report, lang: Lang) -> [String; 3] {
    let about = report.about();
    match lang {
        Lang::Zh => [
            format!("{}年实绩", about.actual_year),
            format!("{}年目标", about.target_year),
            "五年目标".to_owned(),
        ],
        Lang::En => [
            format!("{} actual", about.actual_year),
            format!("{} target", about.target_year),
            "5-year goal".to_owned(),
        ],
    }
}
