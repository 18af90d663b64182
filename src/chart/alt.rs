//! The alternative text of a chart: what is shown, how much of it can be compared, the extremes,
//! and then the same rows in the same order as in the picture, as sentences.

use std::cmp::Ordering::{Equal, Greater, Less};

use super::profile::PlaceCount;
use super::rows::{Content, Row, factor};
use super::{ChartKind, ChartSpec, ChartStyle, source_line, title};
use crate::i18n::number::Digits;
use crate::i18n::{Lang, alt as words, chart as chart_words, reason};
use crate::model::{Decimal, Report, RoleCounts, Unit, Verdict};

/// What the chart shows, in the language of its labels; in both where it has both.
#[must_use]
pub fn alt_text(report: &Report, spec: &ChartSpec, style: &ChartStyle) -> String {
    let main = in_language(report, spec, style, style.lang.main());
    match style.lang.second() {
        Some(second) => format!("{main}\n{}", in_language(report, spec, style, second)),
        None => main,
    }
}

fn in_language(report: &Report, spec: &ChartSpec, style: &ChartStyle, lang: Lang) -> String {
    let content = Content::of(report, spec, style);
    let with_derived = style.parts.derived;
    let place = lang.pick(&report.about().place);
    let mut sentences =
        vec![words::opening(spec.kind.name(lang), &title(report, spec, lang), place, lang)];
    if spec.kind == ChartKind::Profile {
        sentences.extend(of_counts(&content.places, lang));
    } else {
        let rows: Vec<&Row<'_>> = content.rows().collect();
        let verdicts = Verdict::ALL.map(|verdict| {
            let of = |row: &&&Row<'_>| row.shown_verdict() == verdict;
            (verdict, rows.iter().filter(of).count())
        });
        sentences.push(words::verdicts(&verdicts, lang));
        if content.left_out > 0 {
            sentences.push(words::left_out(content.left_out, lang));
        }
        if let Some(alone) = chart_words::targets_alone(content.alone, lang) {
            sentences.push(alone + lang.choose("。", "."));
        }
        sentences.extend(match spec.kind {
            ChartKind::Ratio => of_quotients(&rows, lang),
            _ => of_differences(&rows, lang),
        });
        for row in &rows {
            sentences.push(words::row(report, row.comparison, row.parties(), with_derived, lang));
            if spec.kind == ChartKind::Card {
                let said = [row.actual, row.target]
                    .map(|figure| (figure, chart_words::place(report, figure, lang)));
                sentences.push(words::clauses(&said, lang));
            }
        }
        let notes = content.notes(lang);
        if !notes.is_empty() {
            sentences.push(words::notes(&chart_words::notes(&notes, lang), lang));
        }
    }
    sentences.push(source_line(report, lang));
    sentences.join(lang.choose("", " "))
}

/// A row with a number by which it is placed among others.
type Ranked<'r, 'a> = (&'r Row<'a>, Decimal);

/// The rows with the smallest and the largest number; `None` where there is no telling.
fn extremes<'r, 'a>(ranked: &[Ranked<'r, 'a>]) -> Option<(Ranked<'r, 'a>, Ranked<'r, 'a>)> {
    let least = ranked.iter().min_by_key(|(_, value)| *value)?;
    // Of equals the first in the report.
    let most = ranked.iter().rev().max_by_key(|(_, value)| *value)?;
    (least.1 < most.1).then_some((*least, *most))
}

/// In how many rows the target is above, on or below the actual; and the largest and smallest difference of one unit.
fn of_differences(rows: &[&Row<'_>], lang: Lang) -> Vec<String> {
    let mut sides = Vec::new();
    let with_difference: Vec<(&Row<'_>, Decimal, Unit)> = rows
        .iter()
        .filter_map(|row| {
            let difference = row.comparison.difference?;
            // A range on both sides of the other number is neither above nor below it.
            sides.push(difference.printed_sign());
            Some((*row, difference.value, difference.unit))
        })
        .collect();
    if with_difference.len() < 2 {
        return Vec::new();
    }
    let counts = [Some(Greater), Some(Less), Some(Equal), None]
        .map(|wanted| sides.iter().filter(|side| **side == wanted).count());
    let mut sentences = vec![words::directions(counts, lang)];
    // Only numbers of one unit have an order; the unit with the most rows says most.
    let rows_of = |unit: Unit| with_difference.iter().filter(move |(.., of)| *of == unit);
    let commonest = with_difference
        .iter()
        .map(|(.., unit)| *unit)
        .rev()
        .max_by_key(|unit| rows_of(*unit).count());
    let ranked: Vec<Ranked<'_, '_>> = commonest
        .filter(|unit| rows_of(*unit).count() >= 3)
        .into_iter()
        .flat_map(rows_of)
        .map(|(row, value, _)| (*row, *value))
        .collect();
    if let Some((least, most)) = extremes(&ranked) {
        let said = |(row, _): Ranked<'_, '_>| {
            let difference = row.comparison.difference;
            let shown = difference
                .map(|difference| reason::difference_alone(&difference, Digits::Short, lang));
            (row.name(lang), shown.unwrap_or_default())
        };
        let of = commonest.map(|unit| (unit, ranked.len()));
        let among = of.filter(|(_, rows)| *rows < with_difference.len());
        sentences.push(words::extremes(among, &said(most), &said(least), lang));
    }
    sentences
}

/// The largest and the smallest quotient.
fn of_quotients(rows: &[&Row<'_>], lang: Lang) -> Vec<String> {
    let ranked: Vec<Ranked<'_, '_>> =
        rows.iter().filter_map(|row| Some((*row, factor(row.comparison)?.value))).collect();
    let said = |(row, _): Ranked<'_, '_>| {
        let shown = factor(row.comparison).map(|ratio| reason::times_alone(&ratio, lang));
        (row.name(lang), shown.unwrap_or_default())
    };
    extremes(&ranked)
        .map(|(least, most)| words::extremes(None, &said(most), &said(least), lang))
        .into_iter()
        .collect()
}

/// How many figures there are, where the most stand, and then every section.
fn of_counts(places: &[PlaceCount<'_>], lang: Lang) -> Vec<String> {
    let mut all = RoleCounts::default();
    for place in places {
        all.actual += place.counts.actual;
        all.target += place.counts.target;
        all.goal += place.counts.goal;
    }
    let named =
        |place: &PlaceCount<'_>| chart_words::place_name(place.section, place.directly, lang);
    let most = places.iter().rev().max_by_key(|place| place.counts.total());
    let empty = places.iter().filter(|place| place.counts.total() == 0).count();
    let mut sentences = vec![words::totals(
        all,
        most.map(|place| (named(place), place.counts.total())),
        empty,
        lang,
    )];
    sentences.extend(places.iter().map(|place| words::counted(&named(place), place.counts, lang)));
    sentences
}
