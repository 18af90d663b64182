//! Links that are typed or pasted into the search: `report#figure`, `report#indicator`, `report#section`, or how one begins.

use crate::model::{Figure, Link, Report};

/// A link that was typed, perhaps not to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkSought {
    /// The report's id; empty for the open one (`#gdp`).
    report: String,
    /// What stands behind the `#`.
    place: String,
}

impl LinkSought {
    /// Reads `text` as a link; `None` when it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_matches(['<', '>', '"', '“', '”', '「', '」']);
        let (report, place) = text.split_once(['#', '＃'])?;
        let (report, place) = (report.to_ascii_lowercase(), place.to_ascii_lowercase());
        let part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.');
        (report.chars().all(part) && place.chars().all(part)).then_some(Self { report, place })
    }

    /// Whether it leads into another report than `report`.
    #[must_use]
    pub fn leads_elsewhere(&self, report: &Report) -> bool {
        !self.report.is_empty() && self.report != report.id().as_str()
    }

    /// Whether it means a figure: where it leads as a whole, or else, while it is being typed, how an id begins.
    pub(super) fn means<'a>(&'a self, report: &Report) -> impl Fn(&Figure) -> bool + use<'a> {
        let elsewhere = self.leads_elsewhere(report);
        let target = Link::find(report, &format!("#{}", self.place)).map(|link| link.target);
        move |figure| {
            !elsewhere
                && match &target {
                    Ok(target) => target.holds(figure),
                    Err(_) => {
                        figure.id.as_str().starts_with(&self.place)
                            || figure.indicator.as_str().starts_with(&self.place)
                    }
                }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_two_ids_around_a_hash() {
        let link = |report: &str, place: &str| {
            Some(LinkSought { report: report.to_owned(), place: place.to_owned() })
        };
        assert_eq!(LinkSought::parse("a-2022#gdp-growth"), link("a-2022", "gdp-growth"));
        assert_eq!(LinkSought::parse("  <A-2022#GDP>  "), link("a-2022", "gdp"));
        assert_eq!(LinkSought::parse("#3.6.b"), link("", "3.6.b"));
        assert_eq!(LinkSought::parse("a-2022＃gdp"), link("a-2022", "gdp"));
        for text in ["gdp", "C# 语言", "a b#c", "1#,2#"] {
            assert_eq!(LinkSought::parse(text), None, "{text}");
        }
    }
}
