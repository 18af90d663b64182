//! APA, 7th edition. A reference list entry; for a figure also the citation in the text, which names section and quotation
//! because there are no pages (8.28).

use super::{in_newspaper, one_line, place, romanised};
use crate::i18n::Lang;
use crate::i18n::window::english_month;
use crate::model::{Figure, Report};

pub(super) fn entry(report: &Report, figure: Option<&Figure>) -> String {
    let about = report.about();
    let name = romanised(about);
    // A part of a given name behind a hyphen has its own initial: Jean-Paul is J.-P.
    let author = match &name {
        Some(name) => {
            let initials: Vec<String> = name
                .given
                .split('-')
                .filter_map(|part| part.chars().next())
                .map(|c| format!("{}.", c.to_uppercase()))
                .collect();
            format!("{}, {}", name.family, initials.join("-"))
        }
        None => one_line(&about.speaker.en),
    };
    let published = about.published;
    let year = published.year();
    let title = format!("{} [{}]", one_line(&about.title.zh), one_line(&about.title.en));
    let publisher = one_line(&about.publisher.en);
    let stop = if author.ends_with('.') { "" } else { "." };
    let date = if in_newspaper(about) {
        format!("{year}, {} {}", english_month(published), published.day())
    } else {
        year.to_string()
    };
    let reference = format!("{author}{stop} ({date}). {title}. {publisher}.");
    match figure {
        Some(figure) => {
            let cited =
                name.map_or_else(|| one_line(&about.speaker.en), |name| name.family.to_owned());
            let place = place(report, figure, Lang::En);
            format!("{reference}\n({cited}, {year}, {place}, \"{}\")", figure.clause.text)
        }
        None => reference,
    }
}
