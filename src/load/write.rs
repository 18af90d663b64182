//! Report → the text of a report file, in the layout of `data/README.md`. The same report gives the same bytes.

use std::fmt::Write as _;

use crate::model::{
    Bilingual, Exclusion, Figure, Indicator, Period, Report, Scale, Section, Span, plain,
};

use super::SCHEMA;

/// Writes `report` as a file that [`super::parse`] reads back to the same report.
#[must_use]
pub fn to_ron(report: &Report) -> String {
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
    list(&mut out, "sections", report.sections(), section);
    list(&mut out, "indicators", report.indicators(), indicator);
    list(&mut out, "figures", report.figures(), figure);
    list(&mut out, "exclusions", report.exclusions(), exclusion);
    out.close(")");
    out.text
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

fn list<T>(out: &mut Writer, name: &str, items: &[T], write: fn(&mut Writer, &T)) {
    out.open(&format!("{name}: ["));
    for item in items {
        write(out, item);
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
            let (id, text) = (quoted(&definition.id), both(&definition.text));
            out.line(&format!("(id: {id}, text: {text}),"));
        }
        out.close("],");
    }
    if let Some(share) = &indicator.share_of {
        let (numerator, total) = (quoted(share.numerator.as_str()), quoted(&plain(share.total)));
        out.line(&format!("share_of: (numerator: {numerator}, total: {total}),"));
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
        Period::Year(year) => out.line(&format!("period: year({year}),")),
        Period::Next(years) => out.line(&format!("period: next({years}),")),
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
    out.span("span", figure.span);
    let Span { start, end } = figure.clause.span;
    let text = quoted(&figure.clause.text);
    out.line(&format!("clause: (text: {text}, span: ({start}, {end})),"));
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
    let (wording, reason) = (quoted(&exclusion.wording), exclusion.reason.key());
    out.line(&format!("(wording: {wording}, span: ({start}, {end}), reason: {reason}),"));
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn both(words: &Bilingual) -> String {
    format!("(zh: {}, en: {})", quoted(&words.zh), quoted(&words.en))
}

/// Lines with their indent.
#[derive(Default)]
struct Writer {
    text: String,
    depth: usize,
}

impl Writer {
    fn line(&mut self, content: &str) {
        for _ in 0..self.depth {
            self.text.push_str("    ");
        }
        self.text.push_str(content);
        self.text.push('\n');
    }

    fn open(&mut self, content: &str) {
        self.line(content);
        self.depth += 1;
    }

    fn close(&mut self, content: &str) {
        self.depth -= 1;
        self.line(content);
    }

    fn field(&mut self, name: &str, value: impl std::fmt::Display) {
        let mut content = String::new();
        // Writing to a String cannot fail.
        let _ = write!(content, "{name}: {value},");
        self.line(&content);
    }

    fn text(&mut self, name: &str, value: &str) {
        self.field(name, quoted(value));
    }

    fn words(&mut self, name: &str, words: &Bilingual) {
        self.field(name, both(words));
    }

    fn span(&mut self, name: &str, span: Span) {
        self.field(name, format_args!("({}, {})", span.start, span.end));
    }
}
