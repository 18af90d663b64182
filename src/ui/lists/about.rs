//! About the report, in a few lines.

use crate::i18n::{Lang, window};
use crate::model::Report;

/// Who gave the report, where and when, who published it, which version of the data this is.
#[must_use]
pub fn about(report: &Report, lang: Lang) -> String {
    window::about(report.about(), report.data_version(), lang)
}
