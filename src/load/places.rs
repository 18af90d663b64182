//! Where each item of a report and each of its fields stands in the file, so that a finding can name its line.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use crate::model::{Figure, Indicator, ItemRef, Position, Section};

use super::lines::Lines;
use super::tree::{self, Node, Value};

/// Item and field → line and column.
///
/// Holds the file's text and where each item begins; a field is looked up by reading its item once more.
#[derive(Debug, Clone)]
pub struct Places {
    file: Arc<str>,
    text: Arc<str>,
    /// Found when the first place is asked for: most files have no faults.
    lines: OnceLock<Lines>,
    root: usize,
    items: HashMap<ItemRef, usize>,
}

impl Places {
    pub(super) fn new(file: Arc<str>, text: &str, root: usize, items: ItemPlaces) -> Self {
        Self { file, text: text.into(), lines: OnceLock::new(), root, items: items.0 }
    }

    /// The name of the file.
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file
    }

    /// Where the value of `field` of `item` stands; where the item begins, if the field is left out.
    ///
    /// A field of a structure is named with a dot: `clause.span`. `None` for an item that is not in the file.
    #[must_use]
    pub fn position(&self, item: &ItemRef, field: &str) -> Option<Position> {
        let start = match item {
            ItemRef::Report => self.root,
            _ => *self.items.get(item)?,
        };
        let node = tree::value_at(&self.text, start)?;
        let offset = offset_in(&node, field).unwrap_or(start);
        let lines = self.lines.get_or_init(|| Lines::of(&self.text));
        Some(lines.position(&self.text, offset))
    }
}

/// The offset of the value of `field` (dotted) inside `node`.
pub(super) fn offset_in(node: &Node<'_>, field: &str) -> Option<usize> {
    let (name, inner) = match field.split_once('.') {
        Some((name, inner)) => (name, Some(inner)),
        None => (field, None),
    };
    let Value::Struct(fields) = &node.value else { return None };
    let value = &fields.iter().find(|field| field.name == name)?.value;
    Some(inner.and_then(|inner| offset_in(value, inner)).unwrap_or(value.at))
}

/// Where items begin, collected while they are read. Of two items with one id, the first counts, as in the report.
#[derive(Debug, Default)]
pub(super) struct ItemPlaces(HashMap<ItemRef, usize>);

type Nodes<'a> = [(usize, &'a Node<'a>)];

impl ItemPlaces {
    fn add(&mut self, refs: impl Iterator<Item = ItemRef>, nodes: &Nodes<'_>) {
        self.0.reserve(nodes.len());
        for (item, (_, node)) in refs.zip(nodes) {
            self.0.entry(item).or_insert(node.at);
        }
    }

    pub(super) fn sections(&mut self, sections: &[Section], nodes: &Nodes<'_>) {
        self.add(sections.iter().map(|section| ItemRef::Section(section.id.clone())), nodes);
    }

    pub(super) fn indicators(&mut self, indicators: &[Indicator], nodes: &Nodes<'_>) {
        let refs = indicators.iter().map(|indicator| ItemRef::Indicator(indicator.id.clone()));
        self.add(refs, nodes);
    }

    pub(super) fn figures(&mut self, figures: &[Figure], nodes: &Nodes<'_>) {
        self.add(figures.iter().map(|figure| ItemRef::Figure(figure.id.clone())), nodes);
    }

    pub(super) fn exclusions(&mut self, nodes: &Nodes<'_>) {
        self.add((0..nodes.len()).map(ItemRef::Exclusion), nodes);
    }
}
