//! A report of a hundred thousand figures: the bundled one said again and again with other names and numbers.

use report_explorer::model::{
    Decimal, Figure, FigureId, Indicator, IndicatorId, Quantity, Report, ReportParts, Span,
};
use report_explorer::{bundled, load};

/// How many figures such a report has.
pub const FIGURES: usize = 100_000;

/// What is put before a name, so that no two are alike.
const KINDS: [&str; 8] = ["新型", "重点", "市级", "涉农", "公共", "数字", "绿色", "高端"];

/// A report of at least `figures` figures.
pub fn report_of(figures: usize) -> Report {
    let bundled =
        load::parse(bundled::TEXT, bundled::FILE_NAME).expect("the bundled report opens").report;
    let length = bundled.text().characters;
    let rounds = figures.div_ceil(bundled.figures().len());
    let mut parts = ReportParts {
        id: bundled.id().clone(),
        data_version: bundled.data_version().to_owned(),
        about: bundled.about().clone(),
        text: bundled.text().clone(),
        sections: bundled.sections().to_vec(),
        indicators: Vec::new(),
        figures: Vec::with_capacity(figures),
        exclusions: Vec::new(),
    };
    for round in 0..rounds {
        let indicator =
            |id: &IndicatorId| IndicatorId::new(&format!("{id}-{round}")).expect("still an id");
        let figure = |id: &FigureId| FigureId::new(&format!("{id}-{round}")).expect("still an id");
        parts.indicators.extend(bundled.indicators().iter().map(|one| {
            let mut one: Indicator = one.clone();
            one.id = indicator(&one.id);
            one.name.zh = format!("{}{}{round}", KINDS[round % KINDS.len()], one.name.zh);
            one.name.en = format!("{} {round}", one.name.en);
            one.share_of = None;
            one
        }));
        let shift = round as u32 * length;
        let moved = |span: Span| Span { start: span.start + shift, end: span.end + shift };
        parts.figures.extend(bundled.figures().iter().take(figures - parts.figures.len()).map(
            |one| {
                let mut one: Figure = one.clone();
                one.id = figure(&one.id);
                one.indicator = indicator(&one.indicator);
                one.span = moved(one.span);
                one.clause.span = moved(one.clause.span);
                one.repeats = one.repeats.as_ref().map(figure);
                one.quantity = other(&one.quantity, round);
                one
            },
        ));
    }
    Report::assemble(parts).0
}

/// The same kind of quantity with another number.
fn other(quantity: &Quantity, round: usize) -> Quantity {
    let more = Decimal::from(round * 7919 % 1000);
    let changed = |value: Option<Decimal>| value.map(|value| value + more);
    Quantity::new(
        changed(quantity.value()),
        changed(quantity.high()),
        quantity.bound(),
        quantity.unit(),
        quantity.scale(),
    )
    .expect("as sound as it was")
}
