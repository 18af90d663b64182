//! Rules about the section tree.

use std::collections::HashMap;

use super::{Findings, Rule};
use crate::model::about::Span;
use crate::model::finding::ItemRef;
use crate::model::ids::SectionId;
use crate::model::report::Report;
use crate::model::section::{Section, SectionKind};

pub(super) fn check(report: &Report, findings: &mut Findings) {
    nesting(report, findings);
    for section in report.sections() {
        number(section, findings);
    }
}

/// [`Rule::SectionNesting`]
fn nesting(report: &Report, findings: &mut Findings) {
    let mut last_child: HashMap<Option<SectionId>, &Section> = HashMap::new();
    for section in report.sections() {
        let item = || ItemRef::Section(section.id.clone());
        let Span { start, end } = section.span;
        let parent = section.id.parent();
        if let Some(around) = parent.as_ref().and_then(|id| report.section(id))
            && !around.span.contains(section.span)
        {
            let (id, outer) = (&around.id, around.span);
            let words = (
                format!(
                    "位置 ({start}, {end}) 不在上级{id}的 ({}, {}) 之内。",
                    outer.start, outer.end
                ),
                format!(
                    "the span ({start}, {end}) is not inside ({}, {}), that of its parent {id}.",
                    outer.start, outer.end
                ),
            );
            findings.error(Rule::SectionNesting, item(), "span", words);
        }
        if let Some(before) = last_child.insert(parent, section)
            && before.span.end > start
        {
            let (id, inner) = (&before.id, before.span);
            let words = (
                format!(
                    "位置 ({start}, {end}) 应在前一章节{id}的 ({}, {}) 之后。",
                    inner.start, inner.end
                ),
                format!(
                    "the span ({start}, {end}) must come after ({}, {}), that of {id} before it.",
                    inner.start, inner.end
                ),
            );
            findings.error(Rule::SectionNesting, item(), "span", words);
        }
    }
}

/// [`Rule::SectionNumber`]
fn number(section: &Section, findings: &mut Findings) {
    let kind = section.kind.key();
    let found = &section.number;
    let words = match section.kind {
        SectionKind::Topic if !found.is_empty() => (
            format!("主题（topic）没有编号，却写有“{found}”。"),
            format!("a topic has no number, found \"{found}\"."),
        ),
        SectionKind::Part | SectionKind::Numbered if found.trim().is_empty() => (
            format!("{kind} 章节应有印出的编号，如“一、”“（六）”。"),
            format!("a {kind} section has a printed number, like 一、 or （六）; found none."),
        ),
        SectionKind::Part | SectionKind::Numbered | SectionKind::Topic => return,
    };
    findings.error(Rule::SectionNumber, ItemRef::Section(section.id.clone()), "number", words);
}

/// The children of every section, in the order of the report.
pub(super) struct Children<'a>(HashMap<SectionId, Vec<&'a Section>>);

impl<'a> Children<'a> {
    pub(super) fn of(report: &'a Report) -> Self {
        let mut children: HashMap<SectionId, Vec<&Section>> = HashMap::new();
        for section in report.sections() {
            if let Some(parent) = section.id.parent() {
                children.entry(parent).or_default().push(section);
            }
        }
        // Sections come in document order; where they do not, `nesting` has said so.
        Self(children)
    }

    /// The child of `id` that holds `span`, if one does.
    pub(super) fn around(&self, id: &SectionId, span: Span) -> Option<&'a Section> {
        let group = self.0.get(id)?;
        let behind = group.partition_point(|section| section.span.start <= span.start);
        group[..behind].last().copied().filter(|section| section.span.contains(span))
    }
}
