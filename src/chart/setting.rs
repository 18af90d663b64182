//! Setting the texts of rows: names, the wordings of figures, values, differences.

use std::cell::RefCell;
use std::sync::Arc;

use ahash::HashMap;
use egui::{Galley, Painter};

use super::ChartStyle;
use super::rows::Row;
use super::spec::Labels;
use super::style::Styles;
use super::text::{self, TextStyle};
use crate::i18n::{ChartLang, Lang, chart as chart_words, quotes, reason, terms};
use crate::model::{Bound, Direction, Figure, Period, Role, Scale, Status};

/// A row with its texts set.
pub(super) struct SetRow<'a> {
    pub row: Row<'a>,
    pub name: Arc<Galley>,
    pub actual: Arc<Galley>,
    pub target: Arc<Galley>,
    /// Between the two where both stand on one side of their marks.
    pub between: Option<Arc<Galley>>,
    /// What comes of the comparison, beside the two figures; only for rows without an axis.
    pub outcome: Option<Arc<Galley>>,
    pub height: f32,
    /// The part of the height that the name takes above the marks; 0 where it stands beside them.
    pub name_above: f32,
}

/// Words and their look, one after the other.
pub(super) type Pieces = Vec<(String, TextStyle)>;

/// The words of a figure's label.
pub(super) struct Said {
    first: String,
    /// The same in the other language; empty where it would only repeat the digits.
    pub beside: String,
    /// What a line in the second language says where `beside` is empty: the words of the report, or their number.
    otherwise: String,
    /// That it is preliminary, in the language of each, after a space; empty where it is not.
    status: [String; 2],
}

impl Said {
    /// What stands first, with its status.
    pub fn in_first(&self) -> String {
        format!("{}{}", self.first, self.status[0])
    }

    /// What stands beside it, or else the same once more, so that one line has one language.
    pub fn in_second(&self) -> String {
        let words = if self.beside.is_empty() { &self.otherwise } else { &self.beside };
        format!("{words}{}", self.status[1])
    }

    /// Both, one after the other.
    fn in_one_line(&self) -> String {
        let (first, beside) = (self.in_first(), self.beside.trim_start());
        if beside.is_empty() { first } else { format!("{first} {beside}{}", self.status[1]) }
    }
}

/// Which text of a row.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Part {
    /// What stands around the rows: title, legend, source, notes.
    Around,
    Name,
    NameWithUnit,
    Year(Role),
    Label(Role),
    Between,
    Clause(Role),
    Outcome,
    /// The reason of a verdict as a whole sentence.
    Why,
}

/// Texts of a page's rows, in one line or with the line breaks that they bring along.
///
/// A page is tried in many widths; what its rows say is put into words and set once.
#[derive(Default)]
pub(super) struct RowTexts(RefCell<HashMap<TextKey, Arc<Galley>>>);

/// Row, part, type size, whether labels are stacked.
type TextKey = (usize, Part, u32, bool);

/// What the texts of a chart are set with.
#[derive(Clone, Copy)]
pub(super) struct Setter<'m> {
    /// What was set at the same size of the page.
    pub texts: &'m RowTexts,
    pub painter: &'m Painter,
    pub style: &'m ChartStyle,
    pub styles: Styles,
    pub labels: Labels,
    /// Whether the second half of a label stands below the first.
    pub stacked: bool,
    /// Whether names stand above their marks instead of beside them.
    pub names_above: bool,
}

/// `zh`, `en`, or both with a space between.
pub(super) fn both(lang: ChartLang, words: impl Fn(Lang) -> String) -> String {
    joined(lang, "  ", words)
}

/// `zh`, `en`, or one below the other.
pub(super) fn stacked(lang: ChartLang, words: impl Fn(Lang) -> String) -> String {
    joined(lang, "\n", words)
}

/// `zh`, `en`, or both with `between` between them; what is the same in both stands once.
pub(super) fn joined(lang: ChartLang, between: &str, words: impl Fn(Lang) -> String) -> String {
    let main = words(lang.main());
    match lang.second().map(words) {
        Some(second) if second != main => format!("{main}{between}{second}"),
        _ => main,
    }
}

/// Between a name and the marks below it.
const BELOW_NAME: f32 = 2.0;

impl Setter<'_> {
    /// The height that `name` takes above the marks of its row: none where it stands beside them.
    pub fn above(&self, name: &Galley) -> f32 {
        if self.names_above { name.size().y + self.styles.metrics.px(BELOW_NAME) } else { 0.0 }
    }

    /// The height that it needs beside them.
    pub fn beside(&self, name: &Galley) -> f32 {
        if self.names_above { 0.0 } else { name.size().y }
    }

    /// The text of a part of `row`, which is what identifies it; `pieces` says it where it was not set before.
    pub fn once<T>(&self, row: &T, part: Part, pieces: impl FnOnce() -> Pieces) -> Arc<Galley> {
        let scale = self.styles.metrics.scale.to_bits();
        let key = (std::ptr::from_ref(row).addr(), part, scale, self.stacked);
        if let Some(set) = self.texts.0.borrow().get(&key) {
            return Arc::clone(set);
        }
        let pieces = pieces();
        let borrowed: Vec<_> = pieces.iter().map(|(words, look)| (words.as_str(), *look)).collect();
        let set = text::set(self.painter, &borrowed);
        self.texts.0.borrow_mut().insert(key, Arc::clone(&set));
        set
    }

    /// The name of a row's indicator with its signs, wrapped at `width` in lines of like length.
    pub fn name(&self, row: &Row<'_>, width: f32) -> Arc<Galley> {
        let pieces = || self.name_pieces(row, self.styles.name());
        text::balanced(self.painter, &self.once(row.comparison, Part::Name, pieces), width)
    }

    /// The same before it is set, in the look `look`.
    pub fn name_pieces(&self, row: &Row<'_>, look: TextStyle) -> Pieces {
        let small = self.styles.small();
        let name = |lang: Lang| quotes::set(&row.name(lang), lang);
        let lang = self.style.lang;
        let mut pieces = vec![(name(lang.main()), look)];
        if row.indicator.direction == Direction::Lower {
            pieces.push(("\u{a0}↓".to_owned(), small));
        }
        if let Some(number) = row.note_number.filter(|number| *number > 0) {
            let mark = chart_words::note_mark(number);
            pieces.push((format!("\u{a0}{mark}"), look.colored(small.color)));
        }
        if let Some(second) = lang.second() {
            pieces.push((format!("\n{}", name(second)), small));
        }
        pieces
    }

    /// A figure's label in the look `look`: the wording first; in English the number in English with the wording beside it.
    pub fn figure_in(&self, figure: &Figure, with_basis: bool, look: TextStyle) -> Pieces {
        self.pieces_of(self.said(figure, with_basis), look)
    }

    /// The label of one of two figures that are no numbers of one kind: each says which kind it is,
    /// and of which time where that is no single year.
    pub fn figure_with_kind(&self, row: &Row<'_>, figure: &Figure) -> Pieces {
        let mut said = self.said(figure, false);
        // The heading of its column says one year.
        let elsewhen = matches!(figure.period, Period::Term | Period::Next(_));
        let more = |lang| {
            let period = elsewhen.then(|| terms::period(figure.period, lang));
            let kind = figure.quantity.value().map(|_| kind_of_number(row, figure, lang));
            let words = [period, kind].into_iter().flatten();
            words.fold(String::new(), |said, words| said + "  " + &words)
        };
        let [first, last] = &mut said.status;
        match self.style.lang.second() {
            Some(second) => {
                first.push_str(&more(self.style.lang.main()));
                last.push_str(&more(second));
            }
            None => last.push_str(&more(self.style.lang.main())),
        }
        self.pieces_of(said, self.styles.wording(figure.role))
    }

    fn pieces_of(&self, said: Said, look: TextStyle) -> Pieces {
        let small = self.styles.small();
        let Said { first, beside, status: [status, second_status], .. } = said;
        let more = format!("{beside}{second_status}");
        let mut pieces = vec![(first, look)];
        if !status.is_empty() {
            pieces.push((status, small));
        }
        if !more.is_empty() {
            // A kind of number alone follows on the same line.
            let between = if beside.is_empty() && self.style.lang.second().is_none() {
                "  "
            } else {
                self.break_or(" ")
            };
            pieces.push((format!("{between}{}", more.trim_start()), small));
        }
        pieces
    }

    /// What is said of a figure.
    pub fn said(&self, figure: &Figure, with_basis: bool) -> Said {
        let (chart_lang, digits) = (self.style.lang, self.style.digits);
        // The name of a row tells the basis, never that a positive number states a fall.
        let wording = if with_basis || figure.states_decrease {
            terms::wording_with_basis(figure)
        } else {
            figure.wording.clone()
        };
        let quantity = &figure.quantity;
        let number = |lang| {
            if with_basis {
                terms::value_with_basis(figure, digits, lang)
            } else {
                terms::value(figure, digits, lang)
            }
        };
        let bound = quantity.bound();
        // 全覆盖 is 100%, and has no digits.
        let in_digits = wording.contains(|c: char| c.is_numeric() && c.is_ascii());
        let same_digits = bound == Bound::Exact && quantity.scale() == Scale::One && in_digits;
        let by_value = self.labels == Labels::Value && !with_basis;
        let in_chinese =
            || if by_value { number(Lang::Zh) } else { None }.unwrap_or_else(|| wording.clone());
        let (first, beside) = match chart_lang {
            // Chinese needs no translation, and words of the report have none.
            ChartLang::Zh => (in_chinese(), None),
            ChartLang::En => match number(Lang::En) {
                // Equal digits need not stand twice.
                Some(english) if (same_digits || by_value) && bound != Bound::Worded => {
                    (english, None)
                }
                Some(english) => (english, Some(wording.clone())),
                None => (format!("\"{wording}\""), None),
            },
            ChartLang::Both => {
                let (first, english) = (in_chinese(), number(Lang::En));
                let same = |english: &String| {
                    *english == first || (same_digits && !english.contains(char::is_alphabetic))
                };
                let beside = english.filter(|english| !same(english));
                (first, beside)
            }
        };
        let status = |lang: Option<Lang>| match (figure.status, lang) {
            (Status::Preliminary, Some(lang)) => {
                format!(" {}", terms::status(Status::Preliminary, lang).to_lowercase())
            }
            (Status::Preliminary | Status::Final | Status::Planned, _) => String::new(),
        };
        Said {
            first,
            beside: beside.unwrap_or_default(),
            otherwise: match chart_lang {
                ChartLang::Both => number(Lang::En).unwrap_or(wording),
                ChartLang::Zh | ChartLang::En => wording,
            },
            status: [status(Some(chart_lang.main())), status(chart_lang.second())],
        }
    }

    /// A line break where labels are stacked, or else `space`.
    pub fn break_or<'s>(&self, space: &'s str) -> &'s str {
        if self.stacked { "\n" } else { space }
    }

    /// A figure's label in the colour of its role.
    pub fn figure(&self, figure: &Figure, with_basis: bool) -> Pieces {
        self.figure_in(figure, with_basis, self.styles.wording(figure.role))
    }

    /// The label of a row's actual.
    pub fn actual(&self, row: &Row<'_>) -> Pieces {
        self.figure(row.actual, row.derived().is_some())
    }

    /// The label of a row's target, or of the value that is derived from it, with the difference where it is asked for.
    pub fn target(&self, row: &Row<'_>) -> Pieces {
        let lang = self.style.lang;
        let (digits, small) = (self.style.digits, self.styles.small());
        let Some(derived) = row.derived() else {
            let mut pieces = self.figure(row.target, false);
            if self.labels == Labels::Difference
                && let Some(difference) = &row.comparison.difference
            {
                let by = both(lang, |lang| reason::difference_alone(difference, digits, lang));
                pieces.push((format!("{}{by}", self.break_or("  ")), small));
            }
            return pieces;
        };
        let said = self.said(row.target, true);
        let value = both(lang, |lang| reason::derived(derived, digits, lang));
        let derivation = if self.style.parts.names {
            format!("\n{}{}", self.derivation(row), self.break_or("  "))
        } else {
            "\n".to_owned()
        };
        vec![
            (value, self.styles.derived()),
            (derivation, small),
            (said.in_one_line(), small.colored(self.styles.palette.target)),
        ]
    }

    /// How the derived value of a row follows: `340亿元 × 1.10`.
    pub fn derivation(&self, row: &Row<'_>) -> String {
        both(self.style.lang, |lang| {
            reason::derivation(&row.parties(), row.comparison, self.style.digits, lang)
                .unwrap_or_default()
        })
    }
}

/// What kind of number a figure is: what it counts, or its basis.
pub(super) fn kind_of_number(row: &Row<'_>, figure: &Figure, lang: Lang) -> String {
    let definitions = &row.indicator.definitions;
    let definition =
        definitions.iter().find(|definition| Some(&definition.id) == figure.definition.as_ref());
    match definition {
        Some(definition) => quotes::set(lang.pick(&definition.text), lang),
        None => terms::kind_of_number(figure, lang).to_lowercase(),
    }
}
