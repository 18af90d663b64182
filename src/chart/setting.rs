//! Setting the texts of rows: names, the wordings of figures, values, differences.

use std::sync::Arc;

use egui::{Galley, Painter};

use super::ChartStyle;
use super::rows::Row;
use super::spec::Labels;
use super::style::Styles;
use super::text::{self, TextStyle};
use crate::i18n::{ChartLang, Lang, quotes, reason, terms};
use crate::model::{Basis, Bound, Direction, Figure, Scale, Status};

/// A row with its texts set.
pub(super) struct SetRow<'a> {
    pub row: Row<'a>,
    pub name: Arc<Galley>,
    pub actual: Arc<Galley>,
    pub target: Arc<Galley>,
    /// What comes of the comparison, beside the two figures; only for rows without an axis.
    pub outcome: Option<Arc<Galley>>,
    pub height: f32,
}

/// Words and their look, one after the other.
pub(super) type Pieces = Vec<(String, TextStyle)>;

/// What the texts of a chart are set with.
#[derive(Clone, Copy)]
pub(super) struct Setter<'m> {
    pub painter: &'m Painter,
    pub style: &'m ChartStyle,
    pub styles: Styles,
    pub labels: Labels,
    /// Whether the second half of a label stands below the first.
    pub stacked: bool,
}

/// `zh`, `en`, or both with a space between.
pub(super) fn both(lang: ChartLang, words: impl Fn(Lang) -> String) -> String {
    match lang.second() {
        None => words(lang.main()),
        Some(second) => format!("{}  {}", words(lang.main()), words(second)),
    }
}

/// `zh`, `en`, or one below the other.
pub(super) fn stacked(lang: ChartLang, words: impl Fn(Lang) -> String) -> String {
    match lang.second() {
        None => words(lang.main()),
        Some(second) => format!("{}\n{}", words(lang.main()), words(second)),
    }
}

impl Setter<'_> {
    /// Sets pieces in one line, or as many as their line breaks ask for.
    pub fn line(&self, pieces: &Pieces) -> Arc<Galley> {
        text::pieces(self.painter, &borrowed(pieces))
    }

    /// Sets pieces wrapped at `width`.
    pub fn wrapped(&self, pieces: &Pieces, width: f32) -> Arc<Galley> {
        text::wrapped_pieces(self.painter, &borrowed(pieces), width)
    }

    /// The name of a row's indicator with its signs, wrapped at `width` in lines of like length.
    pub fn name(&self, row: &Row<'_>, width: f32) -> Arc<Galley> {
        let pieces = self.name_pieces(row, self.styles.name());
        text::balanced_pieces(self.painter, &borrowed(&pieces), width)
    }

    /// The same before it is set, in the look `look`.
    pub fn name_pieces(&self, row: &Row<'_>, look: TextStyle) -> Pieces {
        let small = self.styles.small();
        // Rows of one comparison on two bases are named by the indicator alone.
        let basis =
            if row.actual.basis == row.target.basis { row.actual.basis } else { Basis::Level };
        let name =
            |lang: Lang| quotes::set(&terms::measured_name(row.indicator, basis, lang), lang);
        let lang = self.style.lang;
        let mut pieces = vec![(name(lang.main()), look)];
        if row.indicator.direction == Direction::Lower {
            pieces.push((" ↓".to_owned(), small));
        }
        if row.note().is_some() {
            pieces.push((" *".to_owned(), small));
        }
        if let Some(second) = lang.second() {
            pieces.push((format!("\n{}", name(second)), small));
        }
        pieces
    }

    /// A figure's label in the look `look`: the wording first; in English the number in English with the wording beside it.
    ///
    /// Where both would only repeat the same digits, one of them is enough.
    pub fn figure_in(&self, figure: &Figure, with_basis: bool, look: TextStyle) -> Pieces {
        let (chart_lang, digits) = (self.style.lang, self.style.digits);
        let lang = chart_lang.main();
        let small = self.styles.small();
        // The name of a row tells the basis, never that a positive number states a fall.
        let wording = if with_basis || figure.states_decrease {
            terms::wording_with_basis(figure, Lang::Zh)
        } else {
            figure.wording.clone()
        };
        let quantity = &figure.quantity;
        let english = terms::value(figure, digits, Lang::En);
        let same_digits = quantity.bound() == Bound::Exact && quantity.scale() == Scale::One;
        let value = terms::value(figure, digits, lang);
        let (first, beside) = match (self.labels, chart_lang, english) {
            (Labels::Value, ..) if value.is_some() && !with_basis => {
                (value.unwrap_or_default(), None)
            }
            // Chinese needs no translation, words of the report have none, and equal digits need not stand twice.
            (_, ChartLang::Zh, _) | (_, ChartLang::Both, None) => (wording, None),
            (_, ChartLang::Both, Some(_)) if same_digits => (wording, None),
            (_, ChartLang::En, Some(english)) if same_digits => (english, None),
            (_, ChartLang::En, Some(english)) => (english, Some(wording)),
            (_, ChartLang::Both, Some(english)) => (wording, Some(english)),
            // Words have no number to set in English.
            (_, ChartLang::En, None) => (format!("\"{wording}\""), None),
        };
        let mut pieces = vec![(first, look)];
        if figure.status == Status::Preliminary {
            let word = terms::status(Status::Preliminary, lang).to_lowercase();
            pieces.push((format!(" {word}"), small));
        }
        if let Some(beside) = beside {
            pieces.push((format!("{}{beside}", self.break_or(" ")), small));
        }
        pieces
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
        let lang = self.style.lang.main();
        let (digits, small) = (self.style.digits, self.styles.small());
        let Some(derived) = row.derived() else {
            let mut pieces = self.figure(row.target, false);
            if self.labels == Labels::Difference
                && let Some(difference) = &row.comparison.difference
            {
                let by = reason::difference_alone(difference, digits, lang);
                pieces.push((format!("{}{by}", self.break_or("  ")), small));
            }
            return pieces;
        };
        let step = reason::derivation(&row.parties(), row.comparison, digits, lang);
        let wording = terms::wording_with_basis(row.target, Lang::Zh);
        vec![
            (reason::derived(derived, digits, lang), self.styles.derived()),
            (format!("\n{}{}", step.unwrap_or_default(), self.break_or("  ")), small),
            (wording, small.colored(self.styles.palette.target)),
        ]
    }

    /// What kind of number a figure is: what it counts, or its basis.
    pub fn kind_of_number(&self, row: &Row<'_>, figure: &Figure) -> String {
        let definitions = &row.indicator.definitions;
        let definition = definitions
            .iter()
            .find(|definition| Some(&definition.id) == figure.definition.as_ref());
        both(self.style.lang, |lang| match definition {
            Some(definition) => quotes::set(lang.pick(&definition.text), lang),
            None => terms::kind_of_number(figure, lang).to_lowercase(),
        })
    }
}

fn borrowed(pieces: &Pieces) -> Vec<(&str, TextStyle)> {
    pieces.iter().map(|(words, look)| (words.as_str(), *look)).collect()
}
