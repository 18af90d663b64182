//! Report → the text of a report file, in the layout of `data/README.md`. The same report gives the same bytes.

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::sync::OnceLock;

use crate::model::{
    Bilingual, Exclusion, Figure, Indicator, Period, Report, Scale, Section, Span, plain,
};

use super::SCHEMA;

/// What of a report is written below its head.
pub struct Part<'a> {
    /// Its sections.
    pub sections: Vec<&'a Section>,
    /// Its indicators.
    pub indicators: Vec<&'a Indicator>,
    /// Its figures.
    pub figures: Vec<&'a Figure>,
    /// The numbers that are no figures.
    pub exclusions: Vec<&'a Exclusion>,
}

/// What is written of each of some items, once however often it is wanted.
pub struct WrittenOnce<'a, T> {
    items: &'a [T],
    texts: Vec<OnceLock<String>>,
}

impl<'a, T> WrittenOnce<'a, T> {
    /// Nothing is written yet.
    #[must_use]
    pub fn new(items: &'a [T]) -> Self {
        Self { items, texts: items.iter().map(|_| OnceLock::new()).collect() }
    }

    /// What `write` says of `item`, which it is asked only the first time; every time where `item` is none of the items.
    pub fn get(&self, item: &T, write: impl FnOnce() -> String) -> Cow<'_, str> {
        match self.items.element_offset(item).and_then(|at| self.texts.get(at)) {
            Some(text) => text.get_or_init(write).into(),
            None => write().into(),
        }
    }
}

/// Writes parts of one report; what several parts have in common is written once.
pub struct ReportWriter<'a> {
    report: &'a Report,
    sections: WrittenOnce<'a, Section>,
    indicators: WrittenOnce<'a, Indicator>,
    figures: WrittenOnce<'a, Figure>,
    exclusions: WrittenOnce<'a, Exclusion>,
}

/// Writes `report` as a file that [`super::parse`] reads back to the same report.
#[must_use]
pub fn to_ron(report: &Report) -> String {
    ReportWriter::new(report).part(&Part {
        sections: report.sections().iter().collect(),
        indicators: report.indicators().iter().collect(),
        figures: report.figures().iter().collect(),
        exclusions: report.exclusions().iter().collect(),
    })
}

impl<'a> ReportWriter<'a> {
    /// Nothing is written yet.
    #[must_use]
    pub fn new(report: &'a Report) -> Self {
        Self {
            report,
            sections: WrittenOnce::new(report.sections()),
            indicators: WrittenOnce::new(report.indicators()),
            figures: WrittenOnce::new(report.figures()),
            exclusions: WrittenOnce::new(report.exclusions()),
        }
    }

    /// Writes part of the report as a report of its own; what the part refers to must be part of it.
    #[must_use]
    pub fn part(&self, part: &Part<'_>) -> String {
        let report = self.report;
        let mut out = Writer::default();
        out.line("#![enable(implicit_some)]");
        out.open("(");
        out.field("schema", SCHEMA);
        out.text("id", report.id().as_str());
        out.text("data_version", report.data_version());
        about(&mut out, report);
        let source = report.text();
        out.open("text: (");
        out.text("file_name", &source.file_name);
        out.text("sha256", &source.sha256);
        out.field("characters", source.characters);
        out.close("),");
        list(&mut out, "sections", &part.sections, &self.sections, section);
        list(&mut out, "indicators", &part.indicators, &self.indicators, indicator);
        list(&mut out, "figures", &part.figures, &self.figures, figure);
        list(&mut out, "exclusions", &part.exclusions, &self.exclusions, exclusion);
        out.close(")");
        out.text
    }
}

fn about(out: &mut Writer, report: &Report) {
    let about = report.about();
    out.open("about: (");
    out.words("title", &about.title);
    out.words("place", &about.place);
    out.field("target_year", about.target_year);
    out.field("actual_year", about.actual_year);
    out.words("speaker", &about.speaker);
    out.words("office", &about.office);
    out.words("meeting", &about.meeting);
    out.text("delivered", &about.delivered.to_string());
    out.text("published", &about.published.to_string());
    out.words("publisher", &about.publisher);
    out.close("),");
}

fn list<T>(
    out: &mut Writer,
    name: &str,
    items: &[&T],
    written: &WrittenOnce<'_, T>,
    write: fn(&mut Writer, &T),
) {
    out.open(&format!("{name}: ["));
    let depth = out.depth;
    for item in items {
        out.text.push_str(&written.get(item, || {
            let mut alone = Writer { depth, ..Writer::default() };
            write(&mut alone, item);
            alone.text
        }));
    }
    out.close("],");
}

fn section(out: &mut Writer, section: &Section) {
    out.open("(");
    out.text("id", section.id.as_str());
    out.field("kind", section.kind.key());
    out.text("number", &section.number);
    out.words("title", &section.title);
    out.span("span", section.span);
    out.words("summary", &section.summary);
    out.close("),");
}

fn indicator(out: &mut Writer, indicator: &Indicator) {
    out.open("(");
    out.text("id", indicator.id.as_str());
    out.words("name", &indicator.name);
    out.field("domain", indicator.domain.key());
    out.field("direction", indicator.direction.key());
    if !indicator.definitions.is_empty() {
        out.open("definitions: [");
        for definition in &indicator.definitions {
            let (id, text) = (Quoted(&definition.id), Both(&definition.text));
            out.line(format_args!("(id: {id}, text: {text}),"));
        }
        out.close("],");
    }
    if let Some(share) = &indicator.share_of {
        let (numerator, total) = (Quoted(share.numerator.as_str()), plain(share.total));
        out.line(format_args!("share_of: (numerator: {numerator}, total: \"{total}\"),"));
    }
    if let Some(note) = &indicator.note {
        out.words("note", note);
    }
    out.close("),");
}

fn figure(out: &mut Writer, figure: &Figure) {
    let quantity = &figure.quantity;
    out.open("(");
    out.text("id", figure.id.as_str());
    out.text("indicator", figure.indicator.as_str());
    out.field("role", figure.role.key());
    out.field("status", figure.status.key());
    out.field("basis", figure.basis.key());
    match figure.period {
        Period::Year(year) => out.line(format_args!("period: year({year}),")),
        Period::Next(years) => out.line(format_args!("period: next({years}),")),
        Period::Term => out.field("period", "term"),
        Period::NotStated => out.field("period", "not_stated"),
    }
    if let Some(value) = quantity.value() {
        out.text("value", &plain(value));
    }
    if let Some(high) = quantity.high() {
        out.text("value_high", &plain(high));
    }
    if let Some(unit) = quantity.unit() {
        out.text("unit", unit.zh());
    }
    if quantity.scale() != Scale::One {
        out.text("scale", quantity.scale().zh());
    }
    out.field("bound", quantity.bound().key());
    if let Some(word) = &figure.bound_word {
        out.text("bound_word", word);
    }
    if let Some(commitment) = figure.commitment {
        out.field("commitment", commitment.key());
    }
    if let Some(definition) = &figure.definition {
        out.text("definition", definition);
    }
    if let Some(set) = &figure.rank_set {
        out.words("rank_set", set);
    }
    if figure.states_decrease {
        out.field("states_decrease", true);
    }
    if figure.yearly_average {
        out.field("yearly_average", true);
    }
    out.text("wording", &figure.wording);
    if let Some(words) = &figure.wording_en {
        out.text("wording_en", words);
    }
    out.span("span", figure.span);
    let Span { start, end } = figure.clause.span;
    let text = Quoted(&figure.clause.text);
    out.line(format_args!("clause: (text: {text}, span: ({start}, {end})),"));
    out.text("section", figure.section.as_str());
    if let Some(earlier) = &figure.repeats {
        out.text("repeats", earlier.as_str());
    }
    if let Some(note) = &figure.note {
        out.words("note", note);
    }
    out.close("),");
}

fn exclusion(out: &mut Writer, exclusion: &Exclusion) {
    let Span { start, end } = exclusion.span;
    let (wording, reason) = (Quoted(&exclusion.wording), exclusion.reason.key());
    out.line(format_args!("(wording: {wording}, span: ({start}, {end}), reason: {reason}),"));
}

/// A text between quotation marks.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        let mut rest = self.0;
        while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\')) {
            f.write_str(&rest[..at])?;
            f.write_char('\\')?;
            f.write_str(&rest[at..=at])?;
            rest = &rest[at + 1..];
        }
        f.write_str(rest)?;
        f.write_char('"')
    }
}

/// A text in both languages.
struct Both<'a>(&'a Bilingual);

impl fmt::Display for Both<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "(zh: {}, en: {})", Quoted(&self.0.zh), Quoted(&self.0.en))
    }
}

/// Lines with their indent.
#[derive(Default)]
struct Writer {
    text: String,
    depth: usize,
}

impl Writer {
    fn line(&mut self, content: impl fmt::Display) {
        for _ in 0..self.depth {
            self.text.push_str("    ");
        }
        // Writing to a String cannot fail.
        let _ = writeln!(self.text, "{content}");
    }

    fn open(&mut self, content: &str) {
        self.line(content);
        self.depth += 1;
    }

    fn close(&mut self, content: &str) {
        self.depth -= 1;
        self.line(content);
    }

    fn field(&mut self, name: &str, value: impl fmt::Display) {
        self.line(format_args!("{name}: {value},"));
    }

    fn text(&mut self, name: &str, value: &str) {
        self.field(name, Quoted(value));
    }

    fn words(&mut self, name: &str, words: &Bilingual) {
        self.field(name, Both(words));
    }

    fn span(&mut self, name: &str, span: Span) {
        self.field(name, format_args!("({}, {})", span.start, span.end));
    }
}
