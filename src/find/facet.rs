//! The respects in which figures differ, and the values of them that a person chooses.

use crate::model::{
    Basis, Bound, Demand, Direction, Domain, Period, Role, SectionId, Status, Unit, Verdict,
};

/// A respect in which figures differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// Actual, target, goal.
    Role,
    /// Whether and how the row can be compared.
    Verdict,
    /// What the target asks for beside the actual.
    Demand,
    /// The year, the term, the coming years.
    Period,
    /// The part of the report.
    Part,
    /// The section of the report.
    Section,
    /// The field of policy.
    Domain,
    /// What the number is a number of.
    Basis,
    /// What the number bounds.
    Bound,
    /// Which way is better.
    Direction,
    /// What it is counted in.
    Unit,
    /// Final, preliminary, planned.
    Status,
}

impl Facet {
    /// Every facet, in the order of the menu.
    pub const ALL: [Self; 12] = [
        Self::Role,
        Self::Verdict,
        Self::Demand,
        Self::Period,
        Self::Part,
        Self::Section,
        Self::Domain,
        Self::Basis,
        Self::Bound,
        Self::Direction,
        Self::Unit,
        Self::Status,
    ];
}

/// One value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum FacetValue {
    /// See [`Facet::Role`].
    Role(Role),
    /// See [`Facet::Verdict`]; `None` where there is nothing to compare.
    Verdict(Option<Verdict>),
    /// See [`Facet::Demand`]; `None` where that cannot be told.
    Demand(Option<Demand>),
    /// See [`Facet::Period`].
    Period(Period),
    /// See [`Facet::Part`].
    Part(SectionId),
    /// See [`Facet::Section`].
    Section(SectionId),
    /// See [`Facet::Domain`].
    Domain(Domain),
    /// See [`Facet::Basis`].
    Basis(Basis),
    /// See [`Facet::Bound`].
    Bound(Bound),
    /// See [`Facet::Direction`].
    Direction(Direction),
    /// See [`Facet::Unit`]; `None` for words.
    Unit(Option<Unit>),
    /// See [`Facet::Status`].
    Status(Status),
}

impl FacetValue {
    /// The facet that it belongs to.
    #[must_use]
    pub fn facet(&self) -> Facet {
        match self {
            Self::Role(_) => Facet::Role,
            Self::Verdict(_) => Facet::Verdict,
            Self::Demand(_) => Facet::Demand,
            Self::Period(_) => Facet::Period,
            Self::Part(_) => Facet::Part,
            Self::Section(_) => Facet::Section,
            Self::Domain(_) => Facet::Domain,
            Self::Basis(_) => Facet::Basis,
            Self::Bound(_) => Facet::Bound,
            Self::Direction(_) => Facet::Direction,
            Self::Unit(_) => Facet::Unit,
            Self::Status(_) => Facet::Status,
        }
    }

    /// The name in the settings: `role:target`, `unit:%`. It is read again by looking for the value that has it.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Role(one) => format!("role:{}", one.key()),
            Self::Verdict(one) => format!("verdict:{}", one.map_or("none", Verdict::key)),
            Self::Demand(one) => format!("demand:{}", one.map_or("none", Demand::key)),
            Self::Period(one) => format!("period:{}", one.key()),
            Self::Part(id) => format!("part:{id}"),
            Self::Section(id) => format!("section:{id}"),
            Self::Domain(one) => format!("domain:{}", one.key()),
            Self::Basis(one) => format!("basis:{}", one.key()),
            Self::Bound(one) => format!("bound:{}", one.key()),
            Self::Direction(one) => format!("direction:{}", one.key()),
            Self::Unit(one) => format!("unit:{}", one.map_or("none", Unit::zh)),
            Self::Status(one) => format!("status:{}", one.key()),
        }
    }
}

/// The chosen values, in the order in which they were chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FacetChoice(Vec<FacetValue>);

impl FacetChoice {
    /// The chosen values.
    #[must_use]
    pub fn values(&self) -> &[FacetValue] {
        &self.0
    }

    /// Whether `value` is chosen.
    #[must_use]
    pub fn has(&self, value: &FacetValue) -> bool {
        self.0.contains(value)
    }

    /// Whether anything is chosen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Chooses `value`, or takes it back.
    pub fn toggle(&mut self, value: FacetValue) {
        match self.0.iter().position(|chosen| *chosen == value) {
            Some(at) => {
                self.0.remove(at);
            }
            None => self.0.push(value),
        }
    }

    /// Takes back every value of `facet`.
    pub fn clear(&mut self, facet: Facet) {
        self.0.retain(|chosen| chosen.facet() != facet);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choosing_twice_takes_back() {
        let mut choice = FacetChoice::default();
        choice.toggle(FacetValue::Status(Status::Preliminary));
        assert!(choice.has(&FacetValue::Status(Status::Preliminary)));
        choice.toggle(FacetValue::Status(Status::Preliminary));
        assert!(choice.is_empty());
    }
}
