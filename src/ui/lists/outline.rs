//! The section tree as the window lists it: headings, depths, counts by role.

use crate::i18n::{Lang, quotes, window};
use crate::model::{Report, RoleCounts, SectionId};

use super::Table;

/// One line of the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineNode {
    /// The section.
    pub id: SectionId,
    /// 0 for a part.
    pub depth: usize,
    /// The heading with its number.
    pub heading: String,
    /// The heading and the counts, as a screen reader says them.
    pub spoken: String,
    /// Figures by role, inside sections included.
    pub counts: RoleCounts,
    /// Whether it has sections inside.
    pub branch: bool,
}

/// The whole tree, flattened in document order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline {
    /// Every section.
    pub nodes: Vec<OutlineNode>,
    /// Figures in the whole report.
    pub total: RoleCounts,
    /// The most figures that a part has, and a section inside a part: the longest bar of each level.
    ///
    /// Two scales, because a part holds its sections and would leave them no bar to be told apart by.
    pub most: [usize; 2],
}

impl Outline {
    /// Lists the sections of `report`.
    #[must_use]
    pub fn of(report: &Report, lang: Lang) -> Self {
        let counts = report.section_counts();
        let sections = report.sections();
        let nodes: Vec<OutlineNode> = sections
            .iter()
            .enumerate()
            .map(|(at, section)| {
                let counts = counts.get(&section.id).copied().unwrap_or_default();
                let title = quotes::set(lang.pick(&section.title), lang);
                let heading = window::section_heading(&section.number, &section.id, &title, lang);
                OutlineNode {
                    depth: section.id.depth(),
                    spoken: spoken(&heading, counts, lang),
                    heading,
                    counts,
                    branch: sections
                        .get(at + 1)
                        .is_some_and(|next| next.id.parent().as_ref() == Some(&section.id)),
                    id: section.id.clone(),
                }
            })
            .collect();
        let most = [true, false].map(|part| {
            let level = nodes.iter().filter(|node| (node.depth == 0) == part);
            level.map(|node| node.counts.total()).max().unwrap_or_default()
        });
        Self { nodes, total: report.counts(), most }
    }

    /// Counts the figures that the table's filters leave, whatever section is chosen.
    pub fn recount(&mut self, table: &Table, lang: Lang) {
        let (sections, total) = table.figures_left();
        if self.total == total
            && self.nodes.iter().zip(sections).all(|(node, now)| node.counts == *now)
        {
            return;
        }
        self.total = total;
        for (node, counts) in self.nodes.iter_mut().zip(sections) {
            node.counts = *counts;
            node.spoken = spoken(&node.heading, *counts, lang);
        }
    }

    /// The lines that are seen when only the branches of `unfolded` are open.
    pub fn seen<'a>(
        &'a self,
        unfolded: impl Fn(&SectionId) -> bool + 'a,
    ) -> impl Iterator<Item = &'a OutlineNode> {
        self.nodes.iter().filter(move |node| {
            std::iter::successors(node.id.parent(), SectionId::parent).all(|id| unfolded(&id))
        })
    }
}

/// A heading and its counts, as a screen reader says them.
fn spoken(heading: &str, counts: RoleCounts, lang: Lang) -> String {
    format!("{heading}{}{}", lang.choose("，", ", "), window::counts(counts, lang))
}
