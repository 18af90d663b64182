//! The report, or one figure of it, as a reference in the forms that papers ask for. Pure: data in, text out.
//!
//! * [`Style::Gbt`]: GB/T 7714—2015, the pattern of a newspaper article [N] (8.8.2) or of a report [R] (8.5.1).
//! * [`Style::Apa`]: Publication Manual of the APA, 7th edition: newspaper article (10.1, example 16) or report (10.4);
//!   a work in Chinese has its own title first and the English one in brackets (9.38).
//! * [`Style::Bibtex`]: an entry that BibTeX and biblatex read; UTF-8, specials of TeX escaped.
//! * [`Style::Ris`]: the tagged lines that Zotero, EndNote and NoteExpress import.
//!
//! The data says who published the text, not whether that is a newspaper: a name that ends in 报 is one.
//! No page, no address is given, because the data has none. A figure adds where it stands and its clause.

mod apa;
mod bibtex;
mod gbt;
mod ris;
#[cfg(test)]
mod tests;

use crate::i18n::Lang;
use crate::model::{About, Figure, Link, Report};

/// A form of reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// GB/T 7714—2015
    Gbt,
    /// APA, 7th edition
    Apa,
    /// BibTeX
    Bibtex,
    /// RIS
    Ris,
}

impl Style {
    /// Every form, in the order of the menu.
    pub const ALL: [Self; 4] = [Self::Gbt, Self::Apa, Self::Bibtex, Self::Ris];

    /// What it is called, the same in both languages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Gbt => "GB/T 7714—2015",
            Self::Apa => "APA 7",
            Self::Bibtex => "BibTeX",
            Self::Ris => "RIS",
        }
    }
}

/// The reference to `report`, or to `figure` in it.
///
/// GB/T is in Chinese and APA in English, as the standards want; the names in BibTeX and RIS follow `lang`.
#[must_use]
pub fn citation(report: &Report, figure: Option<&Figure>, style: Style, lang: Lang) -> String {
    match style {
        Style::Gbt => gbt::entry(report, figure),
        Style::Apa => apa::entry(report, figure),
        Style::Bibtex => bibtex::entry(report, figure, lang),
        Style::Ris => ris::entry(report, figure, lang),
    }
}

/// Whether the text was published in a newspaper, as far as the publisher's name says.
fn in_newspaper(about: &About) -> bool {
    about.publisher.zh.ends_with('报')
}

/// A name in parts.
struct Name<'a> {
    family: &'a str,
    given: &'a str,
}

/// The English name of a speaker whose Chinese name is a Chinese one: the family name comes first in both.
///
/// `None` where that cannot be told; the name is then left whole.
fn romanised(about: &About) -> Option<Name<'_>> {
    let han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let zh: Vec<char> = about.speaker.zh.chars().collect();
    if !(2..=4).contains(&zh.len()) || !zh.iter().all(|c| han(*c)) {
        return None;
    }
    let (family, given) = about.speaker.en.split_once(' ')?;
    let words = |part: &str| !part.is_empty() && !part.contains(['.', ',', ' ']);
    (words(family) && words(given)).then_some(Name { family, given })
}

/// Where a figure stands: the headings around it, `三、(三)强化创新主体地位`, "Section 3.3.a".
fn place(report: &Report, figure: &Figure, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            let sections = report.section_path(&figure.section);
            let numbers: String = sections.iter().map(|section| section.number.as_str()).collect();
            // The numbers lead to the last heading, whose title says the rest.
            let title = sections.last().map_or("", |section| section.title.zh.as_str());
            format!("{numbers}{title}")
        }
        Lang::En => format!("Section {}", figure.section),
    }
}

/// What BibTeX and RIS say of a figure: its link, its place, its clause.
fn note(report: &Report, figure: &Figure, lang: Lang) -> String {
    let link = Link::figure(report, &figure.id);
    let clause = &figure.clause.text;
    match lang {
        Lang::Zh => format!("{}：“{clause}”（{link}）", place(report, figure, lang)),
        Lang::En => format!("{}: \"{clause}\" ({link})", place(report, figure, lang)),
    }
}

/// One line: line breaks would end a field early.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
