//! The units that reports count in, with their names in both languages.
//!
//! A closed table: a unit that is not here is a fault of the file ("unknown unit"), never a guess.

use std::fmt;

/// What kind of thing a unit measures; only figures of one unit are ever set against each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dimension {
    /// Hundredths of something: `%`.
    Percent,
    /// Renminbi.
    Money,
    /// Things that are counted: 个, 家, 人, 项, …
    Count,
    /// Kilometres, metres.
    Length,
    /// Square metres, square kilometres, mu.
    Area,
    /// Tonnes, jin.
    Mass,
    /// Cubic metres.
    Volume,
    /// Days, working days, years, hours.
    Time,
    /// Kilowatts, kilowatt-hours.
    Energy,
    /// A place in an order: 第15位.
    Rank,
    /// A ratio that is not printed as per cent, e.g. points of an index.
    Index,
}

struct UnitInfo {
    zh: &'static str,
    one: &'static str,
    many: &'static str,
    dimension: Dimension,
}

/// A unit of the table. Two units are equal when their printed form is.
#[derive(Clone, Copy)]
pub struct Unit(&'static UnitInfo);

const fn unit(
    zh: &'static str,
    one: &'static str,
    many: &'static str,
    dimension: Dimension,
) -> UnitInfo {
    UnitInfo { zh, one, many, dimension }
}

/// Printed form, English singular and plural (empty where English counts the thing itself), dimension.
static UNITS: &[UnitInfo] = &[
    unit("%", "%", "%", Dimension::Percent),
    unit("‰", "‰", "‰", Dimension::Percent),
    unit("个百分点", "percentage point", "percentage points", Dimension::Percent),
    unit("元", "yuan", "yuan", Dimension::Money),
    unit("美元", "US dollar", "US dollars", Dimension::Money),
    unit("个", "", "", Dimension::Count),
    unit("家", "", "", Dimension::Count),
    unit("户", "", "", Dimension::Count),
    unit("人", "person", "people", Dimension::Count),
    unit("名", "person", "people", Dimension::Count),
    unit("人次", "visit", "visits", Dimension::Count),
    unit("对", "pair", "pairs", Dimension::Count),
    unit("件", "", "", Dimension::Count),
    unit("项", "", "", Dimension::Count),
    unit("条", "", "", Dimension::Count),
    unit("处", "", "", Dimension::Count),
    unit("座", "", "", Dimension::Count),
    unit("所", "", "", Dimension::Count),
    unit("张", "", "", Dimension::Count),
    unit("套", "home", "homes", Dimension::Count),
    unit("套(间)", "home", "homes", Dimension::Count),
    unit("间", "room", "rooms", Dimension::Count),
    unit("场", "event", "events", Dimension::Count),
    unit("次", "time", "times", Dimension::Count),
    unit("例", "case", "cases", Dimension::Count),
    unit("台", "", "", Dimension::Count),
    unit("台(套)", "", "", Dimension::Count),
    unit("辆", "vehicle", "vehicles", Dimension::Count),
    unit("列", "train", "trains", Dimension::Count),
    unit("架", "aircraft", "aircraft", Dimension::Count),
    unit("艘", "vessel", "vessels", Dimension::Count),
    unit("株", "tree", "trees", Dimension::Count),
    unit("头", "head", "head", Dimension::Count),
    unit("只", "head", "head", Dimension::Count),
    unit("栋", "building", "buildings", Dimension::Count),
    unit("块", "", "", Dimension::Count),
    unit("片", "", "", Dimension::Count),
    unit("支", "", "", Dimension::Count),
    unit("部", "", "", Dimension::Count),
    unit("种", "kind", "kinds", Dimension::Count),
    unit("类", "class", "classes", Dimension::Count),
    unit("批", "batch", "batches", Dimension::Count),
    unit("期", "issue", "issues", Dimension::Count),
    unit("宗", "", "", Dimension::Count),
    unit("款", "", "", Dimension::Count),
    unit("班", "", "", Dimension::Count),
    unit("床", "bed", "beds", Dimension::Count),
    unit("单", "order", "orders", Dimension::Count),
    unit("股", "share", "shares", Dimension::Count),
    unit("村", "village", "villages", Dimension::Count),
    unit("县", "county", "counties", Dimension::Count),
    unit("公里", "km", "km", Dimension::Length),
    unit("千米", "km", "km", Dimension::Length),
    unit("米", "m", "m", Dimension::Length),
    unit("平方米", "m²", "m²", Dimension::Area),
    unit("平方公里", "km²", "km²", Dimension::Area),
    unit("公顷", "ha", "ha", Dimension::Area),
    unit("亩", "mu", "mu", Dimension::Area),
    unit("斤", "jin", "jin", Dimension::Mass),
    unit("公斤", "kg", "kg", Dimension::Mass),
    unit("吨", "t", "t", Dimension::Mass),
    unit("吨标准煤", "tce", "tce", Dimension::Mass),
    unit("立方米", "m³", "m³", Dimension::Volume),
    unit("年", "year", "years", Dimension::Time),
    unit("个月", "month", "months", Dimension::Time),
    unit("天", "day", "days", Dimension::Time),
    unit("日", "day", "days", Dimension::Time),
    unit("工作日", "working day", "working days", Dimension::Time),
    unit("小时", "hour", "hours", Dimension::Time),
    unit("分钟", "minute", "minutes", Dimension::Time),
    unit("岁", "year of age", "years of age", Dimension::Time),
    unit("千瓦", "kW", "kW", Dimension::Energy),
    unit("千瓦时", "kWh", "kWh", Dimension::Energy),
    unit("位", "", "", Dimension::Rank),
    unit("分", "point", "points", Dimension::Index),
    unit("微克/立方米", "µg/m³", "µg/m³", Dimension::Index),
    unit("倍", "times", "times", Dimension::Index),
];

impl Unit {
    /// The unit printed as `zh` in the data file, if the table has it.
    #[must_use]
    pub fn parse(zh: &str) -> Option<Self> {
        UNITS.iter().find(|info| info.zh == zh).map(Self)
    }

    /// Every unit of the table, in its order.
    pub fn all() -> impl Iterator<Item = Self> {
        UNITS.iter().map(Self)
    }

    /// The percent sign, the unit of rates, growth and shares.
    #[must_use]
    pub fn percent() -> Self {
        Self(&UNITS[0])
    }

    /// The printed form: 家, 元, %.
    #[must_use]
    pub fn zh(self) -> &'static str {
        self.0.zh
    }

    /// What stands between a number and the unit in Chinese, where the unit alone does not follow one: 38个工作日.
    #[must_use]
    pub fn measure_word(self) -> &'static str {
        if self.0.zh == "工作日" { "个" } else { "" }
    }

    /// The English name after a number; empty where English counts the thing itself ("4,500 enterprises").
    #[must_use]
    pub fn en(self, one: bool) -> &'static str {
        if one { self.0.one } else { self.0.many }
    }

    /// What kind of thing it measures.
    #[must_use]
    pub fn dimension(self) -> Dimension {
        self.0.dimension
    }

    /// Whether it is what two percentages differ by.
    #[must_use]
    pub fn is_percentage_point(self) -> bool {
        self.0.zh == "个百分点"
    }

    /// Whether values are hundredths, and differences therefore percentage points.
    #[must_use]
    pub fn is_percent(self) -> bool {
        self.0.zh == "%"
    }
}

impl PartialEq for Unit {
    fn eq(&self, other: &Self) -> bool {
        self.0.zh == other.0.zh
    }
}
impl Eq for Unit {}
impl std::hash::Hash for Unit {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.zh.hash(state);
    }
}
impl PartialOrd for Unit {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Unit {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.zh.cmp(other.0.zh)
    }
}
impl fmt::Debug for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.zh)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_is_found_by_its_printed_form_and_stands_once() {
        for unit in Unit::all() {
            assert_eq!(Unit::parse(unit.zh()), Some(unit));
            assert_eq!(Unit::all().filter(|other| *other == unit).count(), 1, "{unit:?}");
        }
        assert_eq!(Unit::parse("斗"), None);
    }
}
