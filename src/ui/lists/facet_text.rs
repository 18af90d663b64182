//! What the facets and their values are called.

use crate::find::{Facet, FacetValue};
use crate::i18n::finding::Word;
use crate::i18n::{Lang, number, quotes, terms, window};
use crate::model::{Report, SectionId};

/// The name of a facet.
#[must_use]
pub fn facet(facet: Facet, lang: Lang) -> &'static str {
    match facet {
        Facet::Role => Word::FacetRole,
        Facet::Verdict => Word::FacetVerdict,
        Facet::Demand => Word::FacetDemand,
        Facet::Period => Word::FacetPeriod,
        Facet::Part => Word::FacetPart,
        Facet::Section => Word::FacetSection,
        Facet::Domain => Word::FacetDomain,
        Facet::Basis => Word::FacetBasis,
        Facet::Bound => Word::FacetBound,
        Facet::Direction => Word::FacetDirection,
        Facet::Unit => Word::FacetUnit,
        Facet::Status => Word::FacetStatus,
    }
    .text(lang)
}

/// The name of a value.
#[must_use]
pub fn value(report: &Report, value: &FacetValue, lang: Lang) -> String {
    match value {
        FacetValue::Role(role) => terms::role(*role, lang).to_owned(),
        FacetValue::Verdict(Some(verdict)) => terms::verdict(*verdict, lang).to_owned(),
        FacetValue::Verdict(None) => Word::NoComparison.text(lang).to_owned(),
        FacetValue::Demand(demand) => terms::demand(*demand, lang).to_owned(),
        FacetValue::Period(period) => terms::period(*period, lang),
        FacetValue::Part(id) | FacetValue::Section(id) => section(report, id, lang),
        FacetValue::Domain(domain) => terms::domain(*domain, lang).to_owned(),
        FacetValue::Basis(basis) => terms::basis(*basis, lang).to_owned(),
        FacetValue::Bound(bound) => terms::bound(*bound, lang).to_owned(),
        FacetValue::Direction(direction) => terms::direction(*direction, lang).to_owned(),
        FacetValue::Unit(None) => Word::NoUnit.text(lang).to_owned(),
        FacetValue::Unit(Some(unit)) => match (lang, unit.en(false)) {
            (Lang::Zh, _) => unit.zh().to_owned(),
            // English counts the thing itself; the Chinese measure word tells such units apart.
            (Lang::En, "") => format!("number ({})", unit.zh()),
            (Lang::En, _) => {
                let name = number::unit_name(*unit, lang);
                if name == unit.zh() { name.to_owned() } else { format!("{name} ({})", unit.zh()) }
            }
        },
        FacetValue::Status(status) => terms::status(*status, lang).to_owned(),
    }
}

fn section(report: &Report, id: &SectionId, lang: Lang) -> String {
    let Some(section) = report.section(id) else { return id.as_str().to_owned() };
    let title = quotes::set(lang.pick(&section.title), lang);
    let heading = window::section_heading(&section.number, &section.id, &title, lang);
    let around = section.id.parent().and_then(|id| report.section(&id));
    match (lang, around) {
        (Lang::Zh, Some(around)) => format!("{}{heading}", around.number),
        _ => heading,
    }
}
