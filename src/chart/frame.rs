//! The page of a chart: title, panels, legend, source line.

use egui::{Align2, Painter, Rect, Ui, pos2};

use super::beside;
use super::block::Body;
use super::layout::{self, Matter, Plan, Words};
use super::panel::Panel;
use super::respond::Responder;
use super::rows::Content;
use super::setting::{SetRow, stacked};
use super::{
    Background, ChartError, ChartKind, ChartResponse, ChartSpec, ChartStyle, Scope, legend, pack,
    profile, scope_name, text,
};
use crate::i18n::{ChartLang, Lang, chart as words, reason, terms};
use crate::model::{IndicatorId, Report, Unit, Verdict};

/// What came of painting a page.
pub(super) struct Painted {
    pub response: ChartResponse,
    pub smallest_type: f32,
}

/// The title of a chart in one language: the user's own, or what is shown and of which years.
#[must_use]
pub fn title(report: &Report, spec: &ChartSpec, lang: Lang) -> String {
    if let Some(own) = &spec.title {
        return own.clone();
    }
    let scope = words::set_heading(&scope_name(report, &spec.scope, lang), lang);
    match spec.kind {
        ChartKind::Ratio => words::ratio_title(&scope, report.about(), lang),
        ChartKind::Profile => words::profile_title(&scope, spec.scope == Scope::Report, lang),
        _ => of_one_pair(report, spec, lang)
            .unwrap_or_else(|| words::title(&scope, report.about(), lang)),
    }
}

/// The title of a chart of one pair that is not of a section or a field: what both figures measure, and of which times.
fn of_one_pair(report: &Report, spec: &ChartSpec, lang: Lang) -> Option<String> {
    let named = spec.kind == ChartKind::Card || matches!(spec.scope, Scope::Indicators(_));
    let pairs = spec.comparisons(report);
    let [pair] = pairs.as_slice() else { return None };
    let parties @ (_, actual, target) = reason::parties(report, pair).filter(|_| named)?;
    let name = words::set_heading(&terms::compared_name(parties, lang), lang);
    Some(words::title_of_pair(&name, actual, target, lang))
}

/// What stands below the title: place, the years where the title does not say them, unit, scale, and what is not drawn.
fn subtitle(
    report: &Report,
    content: &Content<'_>,
    spec: &ChartSpec,
    with_derived: bool,
    lang: Lang,
) -> String {
    let place = lang.pick(&report.about().place);
    let of = |verdict| {
        let rows = content.unlinked.iter().filter(|row| !row.is_joined(with_derived));
        rows.filter(|row| row.shown_verdict() == verdict).count()
    };
    let (apart, underived) = (of(Verdict::DifferentBasis), of(Verdict::Derivable));
    let parts = match spec.kind {
        ChartKind::Dumbbell | ChartKind::Bars => {
            let mut units: Vec<Unit> =
                content.panels.iter().filter_map(|panel| panel.unit).collect();
            units.dedup();
            words::scale_parts(&units, content.panels.len(), apart, underived, lang)
        }
        ChartKind::Bullet => words::own_scale_parts(content.panels.len(), apart, underived, lang),
        ChartKind::Ratio => {
            words::ratio_parts(content.left_out - content.hidden, content.hidden, lang)
        }
        ChartKind::Overview => {
            words::overview_parts(content.rows().count(), !content.panels.is_empty(), lang)
        }
        ChartKind::Card => match content.rows().next() {
            Some(row) if content.len() == 1 => words::card_parts(row.indicator, lang),
            _ => Vec::new(),
        },
        ChartKind::Profile => {
            let total = content.places.iter().map(|place| place.counts.total()).sum();
            words::profile_parts(total, lang)
        }
    };
    let years = spec.title.as_ref().and_then(|_| years(report, spec.kind, lang));
    let alone = words::targets_alone(content.alone, lang);
    words::subtitle(place, years.into_iter().chain(parts).chain(alone))
}

/// Which years a chart sets against each other; a profile counts whatever the report says, of any year.
fn years(report: &Report, kind: ChartKind, lang: Lang) -> Option<String> {
    (kind != ChartKind::Profile).then(|| words::years(report.about(), lang))
}

/// The source, and before it the years where neither title nor legend says them.
fn foot(report: &Report, spec: &ChartSpec, style: &ChartStyle, lang: Lang) -> String {
    let words_of_its_own = spec.title.is_some() && spec.subtitle.is_some();
    let is_dated = style.parts.legend || (style.parts.title && !words_of_its_own);
    let years = years(report, spec.kind, lang).filter(|_| !is_dated);
    let source = source_line(report, lang);
    years.map_or(source.clone(), |years| years + lang.choose("。", ". ") + &source)
}

/// What a reader must know of the indicators, and the user's own note.
fn notes(content: &Content<'_>, spec: &ChartSpec, lang: ChartLang) -> String {
    let of_data = stacked(lang, |lang| words::notes(&content.notes(lang), lang));
    match &spec.note {
        Some(own) => format!("{}\n{own}", of_data.trim_end()).trim().to_owned(),
        None => of_data.trim().to_owned(),
    }
}

/// The source line: report, date, application and data version.
#[must_use]
pub fn source_line(report: &Report, lang: Lang) -> String {
    words::source_line(report, lang)
}

/// Everything that a page says, before it is set.
struct Said<'a> {
    content: Content<'a>,
    around: Words,
    legend: Vec<(String, legend::Icon)>,
}

impl<'a> Said<'a> {
    /// An error when there is nothing to show.
    fn of(report: &'a Report, spec: &ChartSpec, style: &ChartStyle) -> Result<Self, ChartError> {
        let content = Content::of(report, spec, style);
        if content.len() == 0 {
            return Err(ChartError::NothingToShow);
        }
        let around = Words {
            title: match &spec.title {
                Some(own) => own.clone(),
                None => stacked(style.lang, |lang| title(report, spec, lang)),
            },
            subtitle: match &spec.subtitle {
                Some(own) => own.clone(),
                None => stacked(style.lang, |lang| {
                    subtitle(report, &content, spec, style.parts.derived, lang)
                }),
            },
            source: stacked(style.lang, |lang| foot(report, spec, style, lang)),
            notes: notes(&content, spec, style.lang),
        };
        let legend = legend::entries(&content, report.about(), spec.kind, style);
        Ok(Self { content, around, legend })
    }

    fn matter<'m>(
        &'m self,
        painter: &'m Painter,
        report: &'a Report,
        spec: &'m ChartSpec,
        style: &'m ChartStyle,
    ) -> Matter<'m, 'a> {
        let Self { content, around, legend } = self;
        Matter { painter, report, spec, content, around, legend_entries: legend, style }
    }
}

/// The height in which a chart of `width` has type around `reading_scale`; `None` where any height will do.
pub(super) fn natural_height(
    ui: &Ui,
    report: &Report,
    spec: &ChartSpec,
    style: &ChartStyle,
    width: f32,
    reading_scale: f32,
) -> Option<f32> {
    let said = Said::of(report, spec, style).ok()?;
    layout::natural_height(width, &said.matter(ui.painter(), report, spec, style), reading_scale)
}

/// Paints a whole chart into `page`.
pub(super) fn chart_ui(
    ui: &mut Ui,
    page: Rect,
    report: &Report,
    spec: &ChartSpec,
    style: &ChartStyle,
    selected: Option<&IndicatorId>,
    reading_scale: f32,
) -> Result<Painted, ChartError> {
    let said = Said::of(report, spec, style)?;
    let painter = ui.painter_at(page);
    let plan = layout::plan(page, &said.matter(&painter, report, spec, style), reading_scale)?;

    if style.background != Background::Transparent {
        painter.rect_filled(page, 0.0, style.palette().surface);
    }
    let response = paint(ui, &plan, report, spec, style, selected);
    Ok(Painted { response, smallest_type: plan.styles.metrics.smallest_type() })
}

fn paint(
    ui: &mut Ui,
    plan: &Plan<'_>,
    report: &Report,
    spec: &ChartSpec,
    style: &ChartStyle,
    selected: Option<&IndicatorId>,
) -> ChartResponse {
    let styles = plan.styles;
    let metrics = styles.metrics;
    let painter = ui.painter_at(plan.page);
    let inner = plan.page.shrink(metrics.margin());

    let mut top = inner.top();
    if let Some(galley) = &plan.title {
        let rect = text::paint(&painter, galley.clone(), pos2(inner.left(), top), Align2::LEFT_TOP);
        top = rect.bottom() + metrics.px(layout::TITLE_GAP);
    }
    if let Some(galley) = &plan.subtitle {
        let at = pos2(inner.left(), top);
        top = text::paint(&painter, galley.clone(), at, Align2::LEFT_TOP).bottom()
            + metrics.px(layout::PART_GAP);
    }
    if let Some(legend) = &plan.legend {
        legend.paint(&painter, pos2(inner.left(), top), styles);
    }
    // The source stands below what it is the source of, not at the foot of a page that is half empty.
    let mut bottom = inner.bottom() - pack::spare_below(&plan.columns, plan.body.height(), metrics);
    for galley in [&plan.source, &plan.notes].into_iter().flatten() {
        let at = pos2(inner.left(), bottom);
        bottom = text::paint(&painter, galley.clone(), at, Align2::LEFT_BOTTOM).top()
            - metrics.px(layout::NOTES_GAP);
    }

    let mut respond = Responder::new(ui, plan, report, style, selected);
    let mut salt = 0;
    for (index, column) in plan.columns.iter().enumerate() {
        let left = plan.body.left() + index as f32 * (plan.column_width + plan.gutter);
        let right = left + plan.column_width;
        let plot_left = left + plan.beside_names;
        // Names end before what they stand beside, and begin above what they stand above.
        let name = |row: &SetRow<'_>, top: f32, middle: f32| {
            if row.name_above > 0.0 {
                text::paint(&painter, row.name.clone(), pos2(left, top), Align2::LEFT_TOP);
            } else {
                let at = pos2(plot_left - metrics.px(layout::NAME_GAP), middle);
                text::paint_right_aligned(&painter, &row.name, at);
            }
        };
        let mut top = plan.body.top() + pack::spare_above(column, plan.body.height(), metrics);
        for block in column {
            if let Some(head) = &block.head {
                text::paint(&painter, head.clone(), pos2(left, top), Align2::LEFT_TOP);
                top += block.head_height(metrics);
            }
            let area = Rect::from_min_max(
                pos2(left, top),
                pos2(right, top + block.height(metrics) - block.head_height(metrics)),
            );
            let beside_names = area.with_min_x(plot_left);
            match &block.body {
                Body::Panel { unit, axis, rows } => {
                    let mut row_top = area.top();
                    for row in rows {
                        let band = area.with_min_y(row_top).with_max_y(row_top + row.height);
                        respond.row(ui, &row.row, band);
                        name(row, row_top, band.center().y);
                        row_top += row.height;
                    }
                    if let Some(form) = spec.kind.form() {
                        let (unit, styles) = (*unit, styles);
                        let panel = Panel { form, unit, axis, rows, style, styles };
                        panel.ui(ui, salt, beside_names);
                        salt += 1;
                    }
                }
                Body::Beside(row) => {
                    respond.row(ui, &row.row, area);
                    name(row, area.top(), beside::name_middle(row, plan.manner, area, styles));
                    let below = beside_names.with_min_y(area.top() + row.name_above);
                    let derived = style.parts.derived;
                    beside::paint(&painter, below, row, plan.manner, derived, styles);
                }
                Body::Card(card) => {
                    respond.row(ui, &card.row, area);
                    card.paint(&painter, area);
                }
                Body::Place(place) => {
                    respond.place(ui, place, area);
                    let roles = &plan.roles;
                    let names = plan.beside_names - metrics.px(layout::NAME_GAP);
                    profile::paint(&painter, area, names, place, roles, styles);
                }
            }
            top = area.bottom() + block.gap_after(metrics);
        }
    }
    respond.finish()
}
