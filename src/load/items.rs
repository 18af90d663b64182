//! Tree → the parts of a report, field by field as `data/README.md` lists them.

use jiff::civil::Date;

use crate::model::{
    About, Basis, Bound, Clause, Commitment, Definition, Direction, Domain, Exclusion,
    ExclusionReason, Figure, FigureId, Indicator, IndicatorId, Period, Quantity, QuantityError,
    ReportId, Role, Scale, Section, SectionId, SectionKind, ShareOf, SourceText, Status,
};

use super::fault::{Expected, FaultKind};
use super::fields::{Fields, Scope, beginning};
use super::primitives::{
    any_text, bilingual, decimal, id, list, owned_text, span, text, truth, unit, unknown_word,
    whole_number, word,
};
use super::tree::{Node, Value};

/// The longest text that spans can point into, in code points: a file of 16 MiB.
const MAX_CHARACTERS: u32 = 16 * 1024 * 1024;

/// What must be sound for a report to be opened at all.
pub(super) struct Head {
    pub(super) id: ReportId,
    pub(super) data_version: String,
    pub(super) about: About,
    pub(super) text: SourceText,
}

/// `id`, `data_version`, `about`, `text`.
pub(super) fn head<'a>(scope: &mut Scope<'a>, fields: &Fields<'a>) -> Option<Head> {
    let id = fields.required(scope, "id", id(ReportId::new));
    let data_version = fields.required(scope, "data_version", owned_text);
    let about = fields.required(scope, "about", about);
    let text = fields.required(scope, "text", source_text);
    Some(Head { id: id?, data_version: data_version?, about: about?, text: text? })
}

fn about<'a>(scope: &mut Scope<'a>, node: &'a Node<'a>) -> Option<About> {
    const FIELDS: &[&str] = &[
        "title",
        "place",
        "target_year",
        "actual_year",
        "speaker",
        "office",
        "meeting",
        "delivered",
        "published",
        "publisher",
    ];
    let fields = scope.fields(node, FIELDS)?;
    let title = fields.required(scope, "title", bilingual);
    let place = fields.required(scope, "place", bilingual);
    let target_year = fields.required(scope, "target_year", year);
    let actual_year = fields.required(scope, "actual_year", year);
    let speaker = fields.required(scope, "speaker", bilingual);
    let office = fields.required(scope, "office", bilingual);
    let meeting = fields.required(scope, "meeting", bilingual);
    let delivered = fields.required(scope, "delivered", date);
    let published = fields.required(scope, "published", date);
    let publisher = fields.required(scope, "publisher", bilingual);
    Some(About {
        title: title?,
        place: place?,
        target_year: target_year?,
        actual_year: actual_year?,
        speaker: speaker?,
        office: office?,
        meeting: meeting?,
        delivered: delivered?,
        published: published?,
        publisher: publisher?,
    })
}

fn source_text<'a>(scope: &mut Scope<'a>, node: &'a Node<'a>) -> Option<SourceText> {
    let fields = scope.fields(node, &["file_name", "sha256", "characters"])?;
    let file_name = fields.required(scope, "file_name", owned_text);
    let sha256 = fields.required(scope, "sha256", owned_text);
    let characters = fields
        .required(scope, "characters", |scope, node| whole_number(scope, node, 1, MAX_CHARACTERS));
    Some(SourceText { file_name: file_name?, sha256: sha256?, characters: characters? })
}

fn year(scope: &mut Scope<'_>, node: &Node<'_>) -> Option<u16> {
    whole_number(scope, node, 1900, 2200).and_then(|year| year.try_into().ok())
}

/// `"2022-01-08"`
fn date<'a>(scope: &mut Scope<'a>, node: &'a Node<'a>) -> Option<Date> {
    let written = text(scope, node)?;
    let parts: Vec<&str> = written.split('-').collect();
    let date = match parts.as_slice() {
        [year, month, day] if year.len() == 4 && month.len() == 2 && day.len() == 2 => {
            match (year.parse(), month.parse(), day.parse()) {
                (Ok(year), Ok(month), Ok(day)) => Date::new(year, month, day).ok(),
                _ => None,
            }
        }
        _ => None,
    };
    if date.is_none() {
        scope.fault(node.at, FaultKind::Date(beginning(written)));
    }
    date
}

/// One section of a text of `characters` code points.
pub(super) fn section<'a>(
    scope: &mut Scope<'a>,
    node: &'a Node<'a>,
    characters: u32,
) -> Option<Section> {
    let fields = scope.fields(node, &["id", "kind", "number", "title", "span", "summary"])?;
    let id = fields.required(scope, "id", id(SectionId::new));
    let kind = fields.required(scope, "kind", word(&SectionKind::ALL, SectionKind::key));
    let number =
        fields.required(scope, "number", |scope, node| any_text(scope, node).map(str::to_owned));
    let title = fields.required(scope, "title", bilingual);
    let span = fields.required(scope, "span", span(characters));
    let summary = fields.required(scope, "summary", bilingual);
    Some(Section {
        id: id?,
        kind: kind?,
        number: number?,
        title: title?,
        span: span?,
        summary: summary?,
    })
}

/// One indicator.
pub(super) fn indicator<'a>(scope: &mut Scope<'a>, node: &'a Node<'a>) -> Option<Indicator> {
    const FIELDS: &[&str] =
        &["id", "name", "domain", "direction", "definitions", "share_of", "note"];
    let fields = scope.fields(node, FIELDS)?;
    let id = fields.required(scope, "id", id(IndicatorId::new));
    let name = fields.required(scope, "name", bilingual);
    let domain = fields.required(scope, "domain", word(&Domain::ALL, Domain::key));
    let direction = fields.required(scope, "direction", word(&Direction::ALL, Direction::key));
    let definitions = fields.optional(
        scope,
        "definitions",
        list(MAX_DEFINITIONS, "id", |scope, node, _| definition(scope, node)),
    );
    let share_of = fields.optional(scope, "share_of", share_of);
    let note = fields.optional(scope, "note", bilingual);
    Some(Indicator {
        id: id?,
        name: name?,
        domain: domain?,
        direction: direction?,
        definitions: definitions?.unwrap_or_default(),
        share_of: share_of?,
        note: note?,
    })
}

/// The most definitions of one indicator.
const MAX_DEFINITIONS: usize = 100;

fn definition<'a>(scope: &mut Scope<'a>, node: &'a Node<'a>) -> Option<Definition> {
    let fields = scope.fields(node, &["id", "text"])?;
    let id = fields.required(scope, "id", definition_id);
    let text = fields.required(scope, "text", bilingual);
    Some(Definition { id: id?, text: text? })
}

/// Definitions are named like figures, each inside its indicator.
fn definition_id<'a>(scope: &mut Scope<'a>, node: &'a Node<'a>) -> Option<String> {
    id(FigureId::new)(scope, node).map(|id| id.as_str().to_owned())
}

fn share_of<'a>(scope: &mut Scope<'a>, node: &'a Node<'a>) -> Option<ShareOf> {
    let fields = scope.fields(node, &["numerator", "total"])?;
    let numerator = fields.required(scope, "numerator", id(IndicatorId::new));
    let total = fields.required(scope, "total", decimal);
    Some(ShareOf { numerator: numerator?, total: total? })
}

/// One figure of a text of `characters` code points.
pub(super) fn figure<'a>(
    scope: &mut Scope<'a>,
    node: &'a Node<'a>,
    characters: u32,
) -> Option<Figure> {
    const FIELDS: &[&str] = &[
        "id",
        "indicator",
        "role",
        "status",
        "basis",
        "period",
        "value",
        "value_high",
        "unit",
        "scale",
        "bound",
        "bound_word",
        "commitment",
        "definition",
        "rank_set",
        "states_decrease",
        "yearly_average",
        "wording",
        "wording_en",
        "span",
        "clause",
        "section",
        "repeats",
        "note",
    ];
    let fields = scope.fields(node, FIELDS)?;
    let id_ = fields.required(scope, "id", id(FigureId::new));
    let indicator = fields.required(scope, "indicator", id(IndicatorId::new));
    let role = fields.required(scope, "role", word(&Role::ALL, Role::key));
    let status = fields.required(scope, "status", word(&Status::ALL, Status::key));
    let basis = fields.required(scope, "basis", word(&Basis::ALL, Basis::key));
    let period = fields.required(scope, "period", period);
    let quantity = quantity(scope, &fields);
    let bound_word = fields.optional(scope, "bound_word", owned_text);
    let commitment = fields.optional(scope, "commitment", word(&Commitment::ALL, Commitment::key));
    let definition = fields.optional(scope, "definition", definition_id);
    let rank_set = fields.optional(scope, "rank_set", bilingual);
    let states_decrease = fields.optional(scope, "states_decrease", truth);
    let yearly_average = fields.optional(scope, "yearly_average", truth);
    let wording = fields.required(scope, "wording", owned_text);
    let wording_en = fields.optional(scope, "wording_en", owned_text);
    let span = fields.required(scope, "span", span(characters));
    let clause = fields.required(scope, "clause", |scope, node| clause(scope, node, characters));
    let section = fields.required(scope, "section", id(SectionId::new));
    let repeats = fields.optional(scope, "repeats", id(FigureId::new));
    let note = fields.optional(scope, "note", bilingual);
    Some(Figure {
        id: id_?,
        indicator: indicator?,
        role: role?,
        status: status?,
        basis: basis?,
        period: period?,
        quantity: quantity?,
        bound_word: bound_word?,
        commitment: commitment?,
        definition: definition?,
        rank_set: rank_set?,
        states_decrease: states_decrease?.unwrap_or_default(),
        yearly_average: yearly_average?.unwrap_or_default(),
        wording: wording?,
        wording_en: wording_en?,
        span: span?,
        clause: clause?,
        section: section?,
        repeats: repeats?,
        note: note?,
    })
}

/// `value`, `value_high`, `bound`, `unit`, `scale`: read on their own, then put together.
fn quantity<'a>(scope: &mut Scope<'a>, fields: &Fields<'a>) -> Option<Quantity> {
    let value = fields.optional(scope, "value", decimal);
    let high = fields.optional(scope, "value_high", decimal);
    let bound = fields.required(scope, "bound", word(&Bound::ALL, Bound::key));
    let unit = fields.optional(scope, "unit", unit);
    let scale = fields.optional(scope, "scale", scale);
    let (value, high, bound, unit) = (value?, high?, bound?, unit?);
    Quantity::new(value, high, bound, unit, scale?.unwrap_or_default())
        .map_err(|why| {
            let field = match why {
                QuantityError::ValueMissing(_) | QuantityError::HighMismatch(_) => "bound",
                QuantityError::ValueForWords | QuantityError::TooLarge => "value",
                QuantityError::HighNotAbove => "value_high",
                QuantityError::UnitMissing => "unit",
                QuantityError::TimesWithoutPercent => "scale",
            };
            scope.within(super::fields::Step::Field(field), |scope| {
                scope.fault(fields.offset(field), FaultKind::Quantity(why));
            });
        })
        .ok()
}

fn scale<'a>(scope: &mut Scope<'a>, node: &'a Node<'a>) -> Option<Scale> {
    let printed = text(scope, node)?;
    let scale = Scale::parse(printed);
    if scale.is_none() {
        let printable = Scale::ALL.into_iter().filter(|scale| *scale != Scale::One);
        unknown_word(scope, node, printed, printable.map(Scale::zh));
    }
    scale
}

/// `year(2021)`, `term`, `next(5)`, `not_stated`
fn period<'a>(scope: &mut Scope<'a>, node: &'a Node<'a>) -> Option<Period> {
    match &node.value {
        Value::Word("term") => Some(Period::Term),
        Value::Word("not_stated") => Some(Period::NotStated),
        Value::Call("year", inside) if inside.len() == 1 => {
            year(scope, &inside[0]).map(Period::Year)
        }
        Value::Call("next", inside) if inside.len() == 1 => {
            let years = whole_number(scope, &inside[0], 1, 50)?;
            years.try_into().ok().map(Period::Next)
        }
        _ => scope.wrong_kind(node, Expected::Period),
    }
}

fn clause<'a>(scope: &mut Scope<'a>, node: &'a Node<'a>, characters: u32) -> Option<Clause> {
    let fields = scope.fields(node, &["text", "span"])?;
    let text = fields.required(scope, "text", owned_text);
    let span = fields.required(scope, "span", span(characters));
    Some(Clause { text: text?, span: span? })
}

/// One exclusion of a text of `characters` code points.
pub(super) fn exclusion<'a>(
    scope: &mut Scope<'a>,
    node: &'a Node<'a>,
    characters: u32,
) -> Option<Exclusion> {
    let fields = scope.fields(node, &["wording", "span", "reason"])?;
    let wording = fields.required(scope, "wording", owned_text);
    let span = fields.required(scope, "span", span(characters));
    let reason =
        fields.required(scope, "reason", word(&ExclusionReason::ALL, ExclusionReason::key));
    Some(Exclusion { wording: wording?, span: span?, reason: reason? })
}
