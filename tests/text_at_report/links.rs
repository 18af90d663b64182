//! Links lead to figures, indicators and sections of their report, and nowhere else.

use report_explorer::model::{Link, LinkError, LinkTarget};

use super::small;

#[test]
fn every_figure_indicator_and_section_is_found_by_its_link() {
    let report = small();
    let lead = |text: &str| Link::find(&report, text).map(|link| link.target);
    for figure in report.figures() {
        let link = Link::figure(&report, &figure.id).to_string();
        assert_eq!(lead(&link), Ok(LinkTarget::Figure(figure.id.clone())));
    }
    for indicator in report.indicators() {
        let found = lead(&format!("small-2022#{}", indicator.id));
        assert_eq!(found, Ok(LinkTarget::Indicator(indicator.id.clone())));
    }
    for section in report.sections() {
        let found = lead(&format!(" #{} ", section.id));
        assert_eq!(found, Ok(LinkTarget::Section(section.id.clone())));
    }
    assert_eq!(lead("small-2022"), Ok(LinkTarget::Report));
}

#[test]
fn a_link_to_another_report_or_to_nothing_says_which() {
    let report = small();
    assert_eq!(
        Link::find(&report, "large-2022#gdp"),
        Err(LinkError::OtherReport("large-2022".to_owned()))
    );
    assert_eq!(Link::find(&report, "small-2022#gbp"), Err(LinkError::Unknown("gbp".to_owned())));
    assert_eq!(Link::find(&report, "#../x"), Err(LinkError::Unknown("../x".to_owned())));
}

#[test]
fn only_a_report_and_a_place_look_like_a_link() {
    for (text, like) in
        [("small-2022#gdp", true), ("#gdp", false), ("8%#", false), ("C#教程", false)]
    {
        assert_eq!(Link::looks_like_one(text), like, "{text}");
    }
}
