//! Reports made in a test: one indicator after the other, each with an actual and a target.

use jiff::civil::date;
use report_explorer::model::{
    About, Basis, Bilingual, Bound, Clause, Decimal, Direction, Domain, Figure, FigureId,
    Indicator, IndicatorId, Period, Quantity, Report, ReportId, ReportParts, Role, Scale, Section,
    SectionId, SectionKind, SourceText, Span, Status, Unit,
};

/// What a report says of an indicator, in one role.
#[derive(Clone)]
pub struct Said {
    pub value: Option<Decimal>,
    pub high: Option<Decimal>,
    pub bound: Bound,
    pub wording: String,
    pub preliminary: bool,
    pub basis: Basis,
    pub falls: bool,
    /// What words say in English.
    pub in_english: Option<&'static str>,
    /// Where it is another than the indicator's: a rate of an amount.
    pub unit: Option<&'static str>,
}

impl Said {
    /// A number, printed as it is.
    pub fn number(value: &str, bound: Bound, wording: &str) -> Self {
        Self {
            value: Some(value.parse().expect("a decimal")),
            high: None,
            bound,
            wording: wording.to_owned(),
            preliminary: false,
            basis: Basis::Flow,
            falls: false,
            in_english: None,
            unit: None,
        }
    }

    /// An exact number.
    pub fn exact(value: &str) -> Self {
        Self::number(value, Bound::Exact, value)
    }

    /// From one number to another.
    pub fn range(low: &str, high: &str, wording: &str) -> Self {
        let high = Some(high.parse().expect("a decimal"));
        Self { high, ..Self::number(low, Bound::Range, wording) }
    }

    /// Words alone.
    pub fn words(wording: &str) -> Self {
        Self { value: None, ..Self::number("0", Bound::Worded, wording) }
    }
}

/// One indicator.
#[derive(Clone)]
pub struct Case {
    pub zh: String,
    pub en: String,
    pub unit: &'static str,
    pub direction: Direction,
    pub actual: Said,
    pub target: Said,
    /// What a reader must know of it.
    pub note: Option<&'static str>,
}

impl Case {
    pub fn new(zh: &str, en: &str, unit: &'static str, actual: Said, target: Said) -> Self {
        let (zh, en) = (zh.to_owned(), en.to_owned());
        Self { zh, en, unit, direction: Direction::Higher, actual, target, note: None }
    }

    fn figure(&self, number: usize, role: Role) -> Figure {
        let said = if role == Role::Actual { &self.actual } else { &self.target };
        let at = (number * 200 + if role == Role::Actual { 20 } else { 120 }) as u32;
        let length = said.wording.chars().count() as u32;
        let unit = Unit::parse(said.unit.unwrap_or(self.unit)).expect("a known unit");
        let quantity = Quantity::new(said.value, said.high, said.bound, Some(unit), Scale::One)
            .expect("parts that fit");
        let status = match (role, said.preliminary) {
            (Role::Actual, true) => Status::Preliminary,
            (Role::Actual, false) => Status::Final,
            _ => Status::Planned,
        };
        Figure {
            id: FigureId::new(&format!("{}-i{number}", role.key())).expect("an id"),
            indicator: IndicatorId::new(&format!("i{number}")).expect("an id"),
            role,
            status,
            basis: said.basis,
            period: Period::Year(if role == Role::Actual { 2030 } else { 2031 }),
            quantity,
            bound_word: None,
            commitment: None,
            definition: None,
            rank_set: None,
            states_decrease: said.falls,
            yearly_average: false,
            wording: said.wording.clone(),
            wording_en: said.in_english.map(str::to_owned),
            span: Span { start: at, end: at + length },
            clause: Clause {
                text: format!("{}{}", self.zh, said.wording),
                span: Span {
                    start: at - 1 - self.zh.chars().count().min(19) as u32,
                    end: at + length,
                },
            },
            section: SectionId::new(if role == Role::Actual { "1" } else { "2" }).expect("an id"),
            repeats: None,
            note: None,
        }
    }
}

fn both(zh: &str, en: &str) -> Bilingual {
    Bilingual { zh: zh.to_owned(), en: en.to_owned() }
}

/// A report of two parts: what was done, what is to do.
pub fn report(cases: &[Case]) -> Report {
    let section = |id: &str, zh: &str, en: &str| Section {
        id: SectionId::new(id).expect("an id"),
        kind: SectionKind::Part,
        number: String::new(),
        title: both(zh, en),
        span: Span { start: 0, end: 1_000_000 },
        summary: both("", ""),
    };
    let indicators = cases.iter().enumerate().map(|(number, case)| Indicator {
        id: IndicatorId::new(&format!("i{number}")).expect("an id"),
        name: both(&case.zh, &case.en),
        domain: Domain::Economy,
        direction: case.direction,
        definitions: Vec::new(),
        share_of: None,
        note: case.note.map(|note| both(note, note)),
    });
    let figures = cases.iter().enumerate().flat_map(|(number, case)| {
        [Role::Actual, Role::Target].map(|role| case.figure(number, role))
    });
    let parts = ReportParts {
        id: ReportId::new("made-2031").expect("an id"),
        data_version: "1.0.0".to_owned(),
        about: About {
            title: both("某市政府工作报告", "Report on the Work of the Government of Somewhere"),
            place: both("某市", "Somewhere"),
            target_year: 2031,
            actual_year: 2030,
            speaker: both("某某", "N. N."),
            office: both("市长", "Mayor"),
            meeting: both("人民代表大会", "Congress"),
            delivered: date(2031, 1, 8),
            published: date(2031, 1, 9),
            publisher: both("日报", "Daily"),
        },
        text: SourceText {
            file_name: "made.txt".to_owned(),
            sha256: "0".repeat(64),
            characters: 1_000_000,
        },
        sections: vec![
            section("1", "过去一年工作回顾", "Review of the past year"),
            section("2", "今年工作安排", "Work for this year"),
        ],
        indicators: indicators.collect(),
        figures: figures.collect(),
        exclusions: Vec::new(),
    };
    let (report, faults) = Report::assemble(parts);
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!(report.comparisons().len(), cases.len());
    report
}
