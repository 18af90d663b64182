//! Property: any report that the model can hold is written and read back the same.

use proptest::prelude::*;

use super::{SMALL, parse, to_ron};
use crate::model::{
    Basis, Bilingual, Bound, Clause, Commitment, Decimal, Exclusion, ExclusionReason, Figure,
    FigureId, IndicatorId, Period, Quantity, Report, ReportParts, Role, Scale, SectionId, Span,
    Status, Unit,
};

/// Words with everything that must be escaped, and nothing that a report may not hold.
fn words() -> impl Strategy<Value = String> {
    "[一-龥a-z0-9 \"\\\\%(),:\\[\\]/*#“”]{0,12}[一-龥a-z\"\\\\]"
}

fn both() -> impl Strategy<Value = Bilingual> {
    (words(), words()).prop_map(|(zh, en)| Bilingual { zh, en })
}

fn span() -> impl Strategy<Value = Span> {
    (0_u32..200, 1_u32..50).prop_map(|(start, length)| Span { start, end: start + length })
}

fn period() -> impl Strategy<Value = Period> {
    prop_oneof![
        (1900_u16..=2200).prop_map(Period::Year),
        Just(Period::Term),
        (1_u8..=50).prop_map(Period::Next),
        Just(Period::NotStated),
    ]
}

fn quantity() -> impl Strategy<Value = Quantity> {
    let units: Vec<Unit> = Unit::all().collect();
    let number = (-1_000_000_000_i64..1_000_000_000, 0_u32..6);
    let parts = (
        number,
        1_i64..1_000_000,
        prop::sample::select(&Bound::ALL),
        prop::sample::select(units),
        prop::sample::select(&Scale::ALL),
    );
    parts.prop_map(|((digits, decimals), more, bound, unit, scale)| {
        let value = Decimal::new(digits, decimals);
        let (value, high) = match bound {
            Bound::Worded => (None, None),
            Bound::Range => (Some(value), Some(value + Decimal::from(more))),
            _ => (Some(value), None),
        };
        let unit = if scale == Scale::Times { Unit::percent() } else { unit };
        Quantity::new(value, high, bound, Some(unit), scale).expect("parts that fit together")
    })
}

fn figure() -> impl Strategy<Value = Figure> {
    let kinds = (
        prop::sample::select(&Role::ALL),
        prop::sample::select(&Status::ALL),
        prop::sample::select(&Basis::ALL),
        prop::option::of(prop::sample::select(&Commitment::ALL)),
    );
    let texts = (
        prop::option::of(words()),
        words(),
        prop::option::of(words()),
        words(),
        prop::option::of(both()),
        prop::option::of(both()),
    );
    let rest = (period(), quantity(), span(), span(), any::<(bool, bool, bool, bool)>());
    (kinds, texts, rest).prop_map(
        |(
            (role, status, basis, commitment),
            (bound_word, wording, wording_en, clause, rank_set, note),
            rest,
        )| {
            let (period, quantity, span, clause_span, flags) = rest;
            Figure {
                id: FigureId::new("f").expect("sound"),
                indicator: IndicatorId::new("incomes").expect("sound"),
                role,
                status,
                basis,
                period,
                quantity,
                bound_word,
                commitment,
                definition: flags.0.then(|| "all".to_owned()),
                rank_set,
                states_decrease: flags.1,
                yearly_average: flags.2,
                wording,
                wording_en,
                span,
                clause: Clause { text: clause, span: clause_span },
                section: SectionId::new("2.1.a").expect("sound"),
                repeats: flags.3.then(|| FigureId::new("f-0").expect("sound")),
                note,
            }
        },
    )
}

fn exclusion() -> impl Strategy<Value = Exclusion> {
    (words(), span(), prop::sample::select(&ExclusionReason::ALL))
        .prop_map(|(wording, span, reason)| Exclusion { wording, span, reason })
}

/// The small report with other figures and exclusions.
fn with(figures: Vec<Figure>, exclusions: Vec<Exclusion>) -> Report {
    let small = parse(SMALL, "small").expect("sound").report;
    let named = figures.into_iter().enumerate().map(|(at, figure)| Figure {
        id: FigureId::new(&format!("f-{at}")).expect("sound"),
        ..figure
    });
    let (report, faults) = Report::assemble(ReportParts {
        id: small.id().clone(),
        data_version: small.data_version().to_owned(),
        about: small.about().clone(),
        text: small.text().clone(),
        sections: small.sections().to_vec(),
        indicators: small.indicators().to_vec(),
        figures: named.collect(),
        exclusions,
    });
    assert_eq!(faults, []);
    report
}

proptest! {
    #[test]
    fn any_report_is_written_and_read_back_the_same(
        figures in prop::collection::vec(figure(), 0..6),
        exclusions in prop::collection::vec(exclusion(), 0..4),
    ) {
        let report = with(figures, exclusions);
        let text = to_ron(&report);
        let again = parse(&text, "again").expect("what was written is read");
        prop_assert_eq!(&again.faults, &[]);
        prop_assert_eq!(again.report.figures(), report.figures());
        prop_assert_eq!(again.report.exclusions(), report.exclusions());
        prop_assert_eq!(to_ron(&again.report), text.clone());
        let outcome = ron::from_str::<serde::de::IgnoredAny>(&text);
        prop_assert!(outcome.is_ok(), "{outcome:?}");
    }
}
