//! About the report, in a few lines.

use crate::i18n::{Lang, window};
use crate::model::Report;

/// Who gave the report, where and when, who published it, which version of the data this is.
#[must_use]
pub fn about(report: &Report, lang: Lang) -> String {
    let about = report.about();
    let lines = match lang {
        Lang::Zh => [
            about.title.zh.clone(),
            format!(
                "{}，{}在{}上",
                window::date(about.delivered, lang),
                format_args!("{}{}", about.office.zh, about.speaker.zh),
                about.meeting.zh
            ),
            format!("{} {}刊发", about.publisher.zh, window::date(about.published, lang)),
            format!("数据版本 {}", report.data_version()),
        ],
        Lang::En => [
            about.title.en.clone(),
            format!(
                "{}, {}, {}, at the {}",
                window::date(about.delivered, lang),
                about.speaker.en,
                about.office.en,
                about.meeting.en
            ),
            format!("Published by {}, {}", about.publisher.en, window::date(about.published, lang)),
            format!("Data version {}", report.data_version()),
        ],
    };
    lines.join("\n")
}
