//! GB/T 7714—2015: 析出文献主要责任者. 析出文献题名[N]. 报纸名, 出版日期.
//!
//! A text that no newspaper published is a report: 主要责任者. 题名[R]. 出版地: 出版者, 出版年. The data does not say
//! where it was published, which the standard writes as [出版地不详] (8.4.1).

use super::{in_newspaper, one_line, place};
use crate::i18n::Lang;
use crate::model::{Figure, Report};

pub(super) fn entry(report: &Report, figure: Option<&Figure>) -> String {
    let about = report.about();
    let delivered = about.delivered;
    let title = one_line(&format!(
        "{}: {}年{}月{}日在{}上",
        about.title.zh,
        delivered.year(),
        delivered.month(),
        delivered.day(),
        about.meeting.zh
    ));
    let (speaker, publisher) = (one_line(&about.speaker.zh), one_line(&about.publisher.zh));
    let published = about.published;
    let reference = if in_newspaper(about) {
        format!("{speaker}. {title}[N]. {publisher}, {published}.")
    } else {
        format!("{speaker}. {title}[R]. [出版地不详]: {publisher}, {}.", published.year())
    };
    match figure {
        Some(figure) => {
            let place = place(report, figure, Lang::Zh);
            format!("{reference}\n引文：{place}：“{}”", figure.clause.text)
        }
        None => reference,
    }
}
