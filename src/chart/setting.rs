//! Setting the texts of a row: its name, the wordings of both figures, the reason where they are not comparable.

use std::sync::Arc;

use egui::{Galley, Painter};

use super::ChartStyle;
use super::rows::Row;
use super::style::{ROW, Styles};
use super::text;
use crate::i18n::{ChartLang, Lang, number, reason, terms};
use crate::model::{Basis, Bound, Direction, Figure, Scale, Status};

/// A row with its texts set.
pub(super) struct SetRow<'a> {
    pub row: Row<'a>,
    pub name: Arc<Galley>,
    pub actual: Arc<Galley>,
    pub target: Arc<Galley>,
    /// Why the two are not comparable; only for rows without an axis.
    pub reason: Option<Arc<Galley>>,
    pub height: f32,
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

pub(super) fn name_galley(
    painter: &Painter,
    row: &Row<'_>,
    lang: ChartLang,
    styles: Styles,
    width: f32,
) -> Arc<Galley> {
    // Rows of one comparison on two bases are named by the indicator alone.
    let basis = if row.actual.basis == row.target.basis { row.actual.basis } else { Basis::Level };
    let name = terms::measured_name(row.indicator, basis, lang.main());
    let second =
        lang.second().map(|lang| format!("\n{}", terms::measured_name(row.indicator, basis, lang)));
    let sign = if row.indicator.direction == Direction::Lower { " ↓" } else { "" };
    let noted = if row.note().is_some() { " *" } else { "" };
    let mut parts =
        vec![(name.as_str(), styles.name()), (sign, styles.small()), (noted, styles.small())];
    if let Some(second) = &second {
        parts.push((second, styles.small()));
    }
    text::balanced_pieces(painter, &parts, width)
}

/// A figure's label: the wording first; in English the number in English with the wording beside it.
///
/// Where both would only repeat the same digits, one of them is enough.
fn figure_label(
    painter: &Painter,
    figure: &Figure,
    style: &ChartStyle,
    styles: Styles,
    with_basis: bool,
) -> Arc<Galley> {
    let look = styles.wording(figure.role);
    let lang = style.lang.main();
    let wording = if with_basis {
        terms::wording_with_basis(figure, Lang::Zh)
    } else {
        figure.wording.clone()
    };
    let preliminary = figure.status == Status::Preliminary;
    let status = if preliminary {
        format!(" {}", terms::status(Status::Preliminary, lang).to_lowercase())
    } else {
        String::new()
    };
    let quantity = &figure.quantity;
    let english = number::bounded(quantity, style.digits, Lang::En);
    let same_digits = quantity.bound() == Bound::Exact && quantity.scale() == Scale::One;
    let small = styles.small();
    if style.lang == ChartLang::Zh || (style.lang == ChartLang::Both && same_digits) {
        return text::pieces(painter, &[(&wording, look), (&status, small)]);
    }
    match (style.lang, english) {
        (ChartLang::En, Some(english)) if same_digits => {
            text::pieces(painter, &[(&english, look), (&status, small)])
        }
        (ChartLang::En, Some(english)) => text::pieces(
            painter,
            &[(&english, look), (&status, small), (&format!(" {wording}"), small)],
        ),
        (_, Some(english)) => text::pieces(
            painter,
            &[(&wording, look), (&status, small), (&format!(" {english}"), small)],
        ),
        // Words have no number to set in English.
        (ChartLang::En, None) => {
            text::pieces(painter, &[(&format!("\"{wording}\""), look), (&status, small)])
        }
        (_, None) => text::pieces(painter, &[(&wording, look), (&status, small)]),
    }
}

pub(super) fn set_row<'a>(
    painter: &Painter,
    row: Row<'a>,
    style: &ChartStyle,
    styles: Styles,
    name_width: f32,
) -> SetRow<'a> {
    let name = name_galley(painter, &row, style.lang, styles, name_width);
    let actual = figure_label(painter, row.actual, style, styles, row.derived().is_some());
    let target = match row.derived() {
        None => figure_label(painter, row.target, style, styles, false),
        Some(derived) => {
            let lang = style.lang.main();
            let value = reason::derived(derived, style.digits, lang);
            let step = reason::derivation(&row.parties(), row.comparison, style.digits, lang)
                .unwrap_or_default();
            let wording = terms::wording_with_basis(row.target, Lang::Zh);
            text::pieces(
                painter,
                &[
                    (&value, styles.derived()),
                    (&format!("\n{step}  "), styles.small()),
                    (&wording, styles.small().colored(styles.palette.target)),
                ],
            )
        }
    };
    let tallest = name.size().y.max(target.size().y);
    let height = styles.metrics.px(ROW).max(tallest + styles.metrics.px(8.0));
    SetRow { row, name, actual, target, reason: None, height }
}

/// Sets a row without an axis; `None` when its wordings are wider than the column.
pub(super) fn set_unlinked<'a>(
    painter: &Painter,
    row: Row<'a>,
    style: &ChartStyle,
    styles: Styles,
    name_width: f32,
    plot_width: f32,
) -> Option<SetRow<'a>> {
    let metrics = styles.metrics;
    let name = name_galley(painter, &row, style.lang, styles, name_width);
    let label = |figure: &Figure| {
        let figure_text = figure_label(painter, figure, style, styles, false);
        let definition = row
            .indicator
            .definitions
            .iter()
            .find(|definition| Some(&definition.id) == figure.definition.as_ref());
        let kind = both(style.lang, |lang| match definition {
            Some(definition) => lang.pick(&definition.text).to_owned(),
            None => terms::basis(figure.basis, lang).to_lowercase(),
        });
        (figure_text, format!("  {kind}"))
    };
    let with_kind = |figure: &Figure| {
        let (galley, kind) = label(figure);
        if figure.quantity.value().is_none() {
            return galley;
        }
        // The label's own pieces, then what kind of number it is.
        let mut job = (*galley.job).clone();
        let look = styles.small();
        job.append(&kind, 0.0, egui::TextFormat::simple(look.font(), look.color));
        painter.layout_job(job)
    };
    let (actual, target) = (with_kind(row.actual), with_kind(row.target));
    let indent = metrics.px(UNLINKED_INDENT);
    let wordings = actual.size().x.max(target.size().x);
    if indent + wordings > plot_width {
        return None;
    }
    let reason_width = plot_width - indent - wordings - metrics.px(16.0);
    let words = both(style.lang, |lang| reason::short(row.comparison, lang).to_owned());
    let beside = text::width(painter, &words, styles.small()) <= reason_width;
    let reason = if beside {
        text::line(painter, &words, styles.small())
    } else {
        text::wrapped(painter, &words, styles.small(), plot_width - indent)
    };
    let lines = actual.size().y + target.size().y + metrics.px(4.0);
    let below = if beside { 0.0 } else { reason.size().y + metrics.px(2.0) };
    let height = (lines + below).max(name.size().y) + metrics.px(12.0);
    Some(SetRow { row, name, actual, target, reason: Some(reason), height })
}

/// Room for the marks before the wordings of a row without an axis.
pub(super) const UNLINKED_INDENT: f32 = 34.0;
