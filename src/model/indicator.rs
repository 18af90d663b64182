//! An indicator: what is measured, apart from when and how, with its field of policy and its definitions.

use rust_decimal::Decimal;

use super::about::Bilingual;
use super::figure::Direction;
use super::ids::IndicatorId;

/// What field of policy an indicator belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Domain {
    /// Output, budget, consumption: the whole economy.
    Economy,
    /// Investment and projects.
    Investment,
    /// Industry, services, digital infrastructure.
    Industry,
    /// Science, technology, innovative firms.
    Innovation,
    /// Reform, business environment, state firms.
    Reform,
    /// Trade, opening up, regional cooperation.
    Opening,
    /// Streets, networks, renewal, transport, culture venues.
    City,
    /// Farming, villages, counties.
    Rural,
    /// Air, water, energy, waste.
    Environment,
    /// Jobs and incomes.
    Employment,
    /// Schools, health, care, housing, social security.
    PublicServices,
    /// Community, safety, law, the government itself.
    Governance,
}

impl Domain {
    /// Every domain, in the order of the documentation.
    pub const ALL: [Self; 12] = [
        Self::Economy,
        Self::Investment,
        Self::Industry,
        Self::Innovation,
        Self::Reform,
        Self::Opening,
        Self::City,
        Self::Rural,
        Self::Environment,
        Self::Employment,
        Self::PublicServices,
        Self::Governance,
    ];

    /// The name in data files and JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Economy => "economy",
            Self::Investment => "investment",
            Self::Industry => "industry",
            Self::Innovation => "innovation",
            Self::Reform => "reform",
            Self::Opening => "opening",
            Self::City => "city",
            Self::Rural => "rural",
            Self::Environment => "environment",
            Self::Employment => "employment",
            Self::PublicServices => "public_services",
            Self::Governance => "governance",
        }
    }
}

/// One of several ways in which a report counts the same matter: 启动建设 and 新建改建 kindergartens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// Short name inside the indicator.
    pub id: String,
    /// What is counted.
    pub text: Bilingual,
}

/// That an indicator in % is another indicator divided by a total: days with good air ÷ 365.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareOf {
    /// The indicator that is divided.
    pub numerator: IndicatorId,
    /// What it is divided by, in the numerator's unit.
    pub total: Decimal,
}

/// What is measured, apart from when and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// Unique in the report.
    pub id: IndicatorId,
    /// The name a statistician of each language would use.
    pub name: Bilingual,
    /// Its field of policy.
    pub domain: Domain,
    /// Which way is better.
    pub direction: Direction,
    /// The ways in which the report counts it; empty where there is only one.
    pub definitions: Vec<Definition>,
    /// What it is a share of, where the report gives that too.
    pub share_of: Option<ShareOf>,
    /// What a reader must know.
    pub note: Option<Bilingual>,
}
