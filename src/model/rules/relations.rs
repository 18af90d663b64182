//! Rules between figures, indicators and exclusions.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::{Findings, Rule};
use crate::model::about::Span;
use crate::model::figure::{Basis, Figure, Period};
use crate::model::finding::ItemRef;
use crate::model::indicator::{Indicator, ShareOf};
use crate::model::quantity::{Bound, plain};
use crate::model::report::Report;

pub(super) fn check(report: &Report, findings: &mut Findings) {
    for figure in report.figures() {
        repeat(report, figure, findings);
    }
    contradictions(report, findings);
    shared_clauses(report, findings);
    order(report, findings);
    for indicator in report.indicators() {
        if let Some(share) = &indicator.share_of {
            share_of(report, indicator, share, findings);
        }
        unused_indicator(report, indicator, findings);
    }
    indicator_names(report, findings);
    exclusions(report, findings);
}

fn item(figure: &Figure) -> ItemRef {
    ItemRef::Figure(figure.id.clone())
}

/// Value, bound and unit in a few words, for messages.
fn said(figure: &Figure) -> String {
    let quantity = &figure.quantity;
    let value = quantity.value().map(plain).unwrap_or_default();
    let high = quantity.high().map(|high| format!("–{}", plain(high))).unwrap_or_default();
    let unit = quantity.unit().map(crate::model::Unit::zh).unwrap_or_default();
    format!("{value}{high}{unit} ({})", quantity.bound().key())
}

/// Whether value, bound and unit are the same; the printed scale may differ.
fn same_quantity(a: &Figure, b: &Figure) -> bool {
    let (a, b) = (&a.quantity, &b.quantity);
    (a.value(), a.high(), a.bound(), a.unit()) == (b.value(), b.high(), b.bound(), b.unit())
}

/// [`Rule::Repeat`]
fn repeat(report: &Report, figure: &Figure, findings: &mut Findings) {
    let Some(id) = &figure.repeats else { return };
    let words = match report.figure(id) {
        None => (
            format!("所重复的数据{id}不存在。"),
            format!("the figure {id} that it repeats is not there."),
        ),
        Some(earlier) if earlier.id == figure.id || earlier.span.start > figure.span.start => (
            format!("所重复的数据{id}应在其之前。"),
            format!("the figure {id} that it repeats must stand before it."),
        ),
        Some(earlier) => {
            let agrees = same_quantity(earlier, figure)
                && earlier.indicator == figure.indicator
                && earlier.basis == figure.basis
                && earlier.period == figure.period;
            if agrees {
                return;
            }
            let (now, then) = (said(figure), said(earlier));
            (
                format!(
                    "与所重复的{id}不一致：{now}，{then}；指标、口径、时间、数值、界和单位应相同。"
                ),
                format!(
                    "does not agree with {id}, which it repeats: {now} against {then}; indicator, basis, period, value, bound and unit must be the same."
                ),
            )
        }
    };
    findings.error(Rule::Repeat, item(figure), "repeats", words);
}

/// [`Rule::Contradiction`]
fn contradictions(report: &Report, findings: &mut Findings) {
    let mut first: HashMap<_, &Figure> = HashMap::new();
    for figure in report.figures().iter().filter(|figure| figure.repeats.is_none()) {
        if figure.quantity.value().is_none() {
            continue;
        }
        let matter = (
            (&figure.indicator, figure.role, figure.basis, figure.period),
            (&figure.definition, figure.rank_set.as_ref().map(|set| &set.zh)),
            (figure.quantity.unit(), figure.states_decrease, figure.yearly_average),
        );
        let earlier = *first.entry(matter).or_insert(figure);
        if earlier.id == figure.id {
            continue;
        }
        let (id, now, then) = (&earlier.id, said(figure), said(earlier));
        if same_quantity(earlier, figure) {
            let words = (
                format!("与{id}相同（{now}）；是否应写 repeats？"),
                format!("says the same as {id} ({now}); should it have repeats?"),
            );
            findings.note(Rule::Contradiction, item(figure), "repeats", words);
        } else {
            let words = (
                format!("与{id}矛盾：同一指标、口径、时间和定义，这里是{now}，那里是{then}。"),
                format!(
                    "contradicts {id}: same indicator, basis, period and definition, but {now} here and {then} there."
                ),
            );
            findings.error(Rule::Contradiction, item(figure), "value", words);
        }
    }
}

/// [`Rule::WholeClause`]: 甲、乙分别增长3.5% says of both what is true of one.
fn shared_clauses(report: &Report, findings: &mut Findings) {
    let sharing = || report.figures().iter().filter(|one| one.clause.text.contains("分别"));
    let mut ends: HashMap<u32, u32> = HashMap::new();
    for Span { start, end } in sharing().map(|figure| figure.clause.span) {
        let furthest = ends.entry(start).or_default();
        *furthest = end.max(*furthest);
    }
    for figure in sharing() {
        let Span { start, end } = figure.clause.span;
        let furthest = ends[&start];
        if end < furthest {
            let words = (
                format!(
                    "“分别”之后的数值未写全，单独引用会产生误解；同处的原文写到 ({start}, {furthest})。"
                ),
                format!(
                    "what follows 分别 is cut, so that the clause misleads when quoted alone; another clause from here reaches ({start}, {furthest})."
                ),
            );
            findings.note(Rule::WholeClause, item(figure), "clause.text", words);
        }
    }
}

/// [`Rule::ShareOf`]
fn share_of(report: &Report, indicator: &Indicator, share: &ShareOf, findings: &mut Findings) {
    let of_indicator = || ItemRef::Indicator(indicator.id.clone());
    let Some(numerator) = report.indicator(&share.numerator) else {
        let id = &share.numerator;
        let words = (format!("分子指标{id}不存在。"), format!("the numerator {id} is not there."));
        findings.error(Rule::ShareOf, of_indicator(), "share_of.numerator", words);
        return;
    };
    for figure in report.figures_of(&indicator.id).filter(|figure| figure.basis == Basis::Share) {
        // The count of the same period, or the only one there is.
        let counts = || {
            report
                .figures_in_role(&numerator.id, figure.role)
                .filter(|count| matches!(count.basis, Basis::Level | Basis::Flow))
                .filter(|count| count.quantity.bound() == Bound::Exact)
        };
        let count =
            counts().find(|count| count.period == figure.period).or_else(|| counts().next());
        if let Some(count) = count {
            share_of_count(indicator, share, figure, count, findings);
        }
    }
}

/// One share against one count.
fn share_of_count(
    indicator: &Indicator,
    share: &ShareOf,
    figure: &Figure,
    counted: &Figure,
    findings: &mut Findings,
) {
    let (Some(count), Some(printed)) = (counted.quantity.value(), figure.quantity.value()) else {
        return;
    };
    if let Period::Year(year) = counted.period
        && counted.quantity.unit().is_some_and(|unit| unit.zh() == "天")
        && share.total != days_in(year)
    {
        let (total, days) = (plain(share.total), plain(days_in(year)));
        let words = (
            format!("总数为{total}，而{year}年有{days}天。"),
            format!("the total is {total}, but {year} has {days} days."),
        );
        let of_indicator = ItemRef::Indicator(indicator.id.clone());
        findings.error(Rule::ShareOf, of_indicator, "share_of.total", words);
    }
    let computed = count
        .checked_mul(Decimal::ONE_HUNDRED)
        .and_then(|hundredfold| hundredfold.checked_div(share.total));
    if !computed.is_some_and(|computed| agrees(figure, printed, computed)) {
        let found = computed.map(|c| plain(c.round_dp(2))).unwrap_or_default();
        let (id, count, total) = (&counted.id, plain(count), plain(share.total));
        let words = (
            format!("{id}为{count}，占{total}的{found}%，与{}不符。", said(figure)),
            format!(
                "{id} is {count}, that is {found}% of {total}, which does not agree with {}.",
                said(figure)
            ),
        );
        findings.error(Rule::ShareOf, item(figure), "value", words);
    }
}

fn days_in(year: u16) -> Decimal {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    Decimal::from(if leap { 366 } else { 365 })
}

/// Whether a computed share is what the figure prints: within its last digit where it is exact,
/// on the right side and within two points of the number where the number is one end.
fn agrees(figure: &Figure, printed: Decimal, computed: Decimal) -> bool {
    let near = Decimal::TWO;
    if computed > Decimal::ONE_HUNDRED {
        return false;
    }
    match figure.quantity.bound() {
        Bound::Exact => computed.round_dp(printed.normalize().scale()) == printed,
        Bound::Approximate => (computed - printed).abs() <= near,
        Bound::AtLeast | Bound::JustAbove => computed >= printed && computed - printed < near,
        Bound::MoreThan => computed > printed && computed - printed < near,
        Bound::AtMost | Bound::JustBelow => computed <= printed && printed - computed < near,
        Bound::Range => {
            computed >= printed && figure.quantity.high().is_some_and(|high| computed <= high)
        }
        Bound::Worded => true,
    }
}

/// [`Rule::IndicatorName`]
fn indicator_names(report: &Report, findings: &mut Findings) {
    for field in ["name.zh", "name.en"] {
        let mut known: HashMap<String, &Indicator> = HashMap::new();
        for indicator in report.indicators() {
            let name = if field == "name.zh" { &indicator.name.zh } else { &indicator.name.en };
            let earlier = *known.entry(name.to_lowercase()).or_insert(indicator);
            if earlier.id != indicator.id {
                let id = &earlier.id;
                let words = (
                    format!("名称“{name}”与指标{id}相同；名称应能区分两者。"),
                    format!("\"{name}\" is the name of {id} too; a name must tell the two apart."),
                );
                let of_indicator = ItemRef::Indicator(indicator.id.clone());
                findings.error(Rule::IndicatorName, of_indicator, field, words);
            }
        }
    }
}

/// [`Rule::UnusedIndicator`]
fn unused_indicator(report: &Report, indicator: &Indicator, findings: &mut Findings) {
    if report.figures_of(&indicator.id).next().is_none() {
        let words = (
            "没有任何数据属于此指标。".to_owned(),
            "no figure belongs to this indicator.".to_owned(),
        );
        let of_indicator = ItemRef::Indicator(indicator.id.clone());
        findings.error(Rule::UnusedIndicator, of_indicator, "id", words);
    }
}

/// [`Rule::Order`]
fn order(report: &Report, findings: &mut Findings) {
    let figures = report.misplaced().iter().map(|id| (ItemRef::Figure(id.clone()), "id"));
    let starts = report.exclusions().iter().map(|exclusion| exclusion.span.start);
    let exclusions = starts.scan(0, |furthest, start| {
        let misplaced = start < *furthest;
        *furthest = start.max(*furthest);
        Some(misplaced)
    });
    let exclusions = exclusions
        .enumerate()
        .filter(|(_, misplaced)| *misplaced)
        .map(|(at, _)| (ItemRef::Exclusion(at), "span"));
    for (item, field) in figures.chain(exclusions) {
        let words = (
            "按在原文中的先后，应列在前一项之前。".to_owned(),
            "by its place in the text it must be listed before the item above it.".to_owned(),
        );
        findings.error(Rule::Order, item, field, words);
    }
}

/// [`Rule::Exclusion`]
fn exclusions(report: &Report, findings: &mut Findings) {
    // Figures stand in order of their starts; `reach[i]` is the figure that ends last among the first i + 1.
    let figures = report.figures();
    let mut reach: Vec<usize> = Vec::with_capacity(figures.len());
    for (at, figure) in figures.iter().enumerate() {
        let last = reach.last().copied().filter(|last| figures[*last].span.end >= figure.span.end);
        reach.push(last.unwrap_or(at));
    }
    for (at, exclusion) in report.exclusions().iter().enumerate() {
        let Span { start, end } = exclusion.span;
        let found = exclusion.wording.chars().count();
        if found != exclusion.span.len() as usize {
            let words = (
                format!(
                    "“{}”有{found}个字符，而其位置 ({start}, {end}) 有{}个。",
                    exclusion.wording,
                    exclusion.span.len()
                ),
                format!(
                    "\"{}\" has {found} characters, its span ({start}, {end}) has {}.",
                    exclusion.wording,
                    exclusion.span.len()
                ),
            );
            findings.error(Rule::Exclusion, ItemRef::Exclusion(at), "span", words);
        }
        let before_end = figures.partition_point(|figure| figure.span.start < end);
        let overlapping = reach[..before_end]
            .last()
            .map(|last| &figures[*last])
            .filter(|figure| figure.span.end > start);
        if let Some(figure) = overlapping {
            let words = (
                format!(
                    "“{}”与数据{}的写法“{}”重叠。",
                    exclusion.wording, figure.id, figure.wording
                ),
                format!(
                    "\"{}\" overlaps \"{}\", the wording of the figure {}.",
                    exclusion.wording, figure.wording, figure.id
                ),
            );
            findings.error(Rule::Exclusion, ItemRef::Exclusion(at), "span", words);
        }
    }
}
