//! Links to one figure or indicator: `report#figure`, as they are copied, mailed, typed and pasted.

use crate::model::{Figure, FigureId, IndicatorId, Report};

/// A link that was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The report's id; empty for the open one (`#gdp`).
    pub report: String,
    /// The id of a figure or an indicator, or its beginning while it is being typed.
    pub item: String,
}

impl Link {
    /// Reads `text` as a link; `None` when it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_matches(['<', '>', '"', '“', '”', '「', '」']);
        let (report, item) = text.split_once(['#', '＃'])?;
        let part_of_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let (report, item) = (report.to_ascii_lowercase(), item.to_ascii_lowercase());
        (report.chars().all(part_of_id) && item.chars().all(part_of_id))
            .then_some(Self { report, item })
    }

    /// Whether it leads into `report`.
    #[must_use]
    pub fn leads_into(&self, report: &Report) -> bool {
        self.report.is_empty() || self.report == report.id().as_str()
    }

    /// Whether it means `figure`: by its id, else by that of its indicator, else by how one of the two begins.
    pub(super) fn means(&self, report: &Report) -> impl Fn(&Figure) -> bool + use<'_> {
        let here = self.leads_into(report) && !self.item.is_empty();
        let figure = FigureId::new(&self.item).ok().filter(|id| report.figure(id).is_some());
        let indicator =
            IndicatorId::new(&self.item).ok().filter(|id| report.indicator(id).is_some());
        move |one| {
            here && match (&figure, &indicator) {
                (Some(id), _) => one.id == *id,
                (None, Some(id)) => one.indicator == *id,
                (None, None) => {
                    one.id.as_str().starts_with(&self.item)
                        || one.indicator.as_str().starts_with(&self.item)
                }
            }
        }
    }
}

/// The link to a figure of `report`.
#[must_use]
pub fn link_of(report: &Report, figure: &FigureId) -> String {
    format!("{}#{figure}", report.id())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_two_ids_around_a_hash() {
        let link = |report: &str, item: &str| {
            Some(Link { report: report.to_owned(), item: item.to_owned() })
        };
        assert_eq!(Link::parse("a-2022#gdp-growth"), link("a-2022", "gdp-growth"));
        assert_eq!(Link::parse("  <A-2022#GDP>  "), link("a-2022", "gdp"));
        assert_eq!(Link::parse("#gdp"), link("", "gdp"));
        assert_eq!(Link::parse("a-2022＃gdp"), link("a-2022", "gdp"));
        for text in ["gdp", "C# 语言", "a b#c", "1#,2#"] {
            assert_eq!(Link::parse(text), None, "{text}");
        }
    }
}
