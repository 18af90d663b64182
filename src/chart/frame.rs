//! The page of a chart: title, panels, legend, source line.

use egui::{
    Align2, Color32, Rect, Sense, Ui, WidgetInfo, accesskit::Role as AccessRole, pos2, vec2,
};

use super::layout::{self, Matter, Plan, Words};
use super::pack::{AXIS, BLOCK_GAP};
use super::rows::Content;
use super::setting::{SetRow, stacked};
use super::{
    Background, ChartError, ChartResponse, ChartSpec, ChartStyle, dumbbell, legend, marks, spec,
    text, unlinked,
};
use crate::i18n::{ChartLang, Lang, chart as words, reason, terms};
use crate::model::{IndicatorId, Report, Unit};
use crate::theme::LIGHT;

/// What came of painting a page.
pub(super) struct Painted {
    pub response: ChartResponse,
    pub smallest_type: f32,
}

/// The title of a chart in one language: the user's own, or what is shown and of which years.
#[must_use]
pub fn title(report: &Report, spec: &ChartSpec, lang: Lang) -> String {
    match &spec.title {
        Some(own) => own.clone(),
        None => words::title(&spec::scope_name(report, &spec.scope, lang), report.about(), lang),
    }
}

/// What stands below the title: place, unit, and what is not drawn.
fn subtitle(report: &Report, content: &Content<'_>, lang: Lang) -> String {
    let mut units: Vec<Unit> = content.panels.iter().map(|panel| panel.unit).collect();
    units.dedup();
    words::subtitle(
        lang.pick(&report.about().place),
        &units,
        content.panels.len(),
        content.unlinked.len(),
        lang,
    )
}

/// What a reader must know of the indicators, and the user's own note.
fn notes(content: &Content<'_>, spec: &ChartSpec, lang: ChartLang) -> String {
    let of_data = stacked(lang, |lang| content.notes(lang).join("\n"));
    match &spec.note {
        Some(own) => format!("{}\n{own}", of_data.trim_end()).trim().to_owned(),
        None => of_data,
    }
}

/// The source line: report, date, application and data version.
#[must_use]
pub fn source_line(report: &Report, lang: Lang) -> String {
    words::source_line(report, lang)
}

/// The colour behind a chart.
pub(super) fn background(style: &ChartStyle) -> Color32 {
    match style.background {
        Background::Theme => style.theme.palette().surface,
        Background::White => LIGHT.surface,
        Background::Transparent => Color32::TRANSPARENT,
    }
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
    let content = Content::of(report, spec, style);
    if content.len() == 0 {
        return Err(ChartError::NothingToShow);
    }
    let painter = ui.painter_at(page);
    let around = Words {
        title: match &spec.title {
            Some(own) => own.clone(),
            None => stacked(style.lang, |lang| title(report, spec, lang)),
        },
        subtitle: match &spec.subtitle {
            Some(own) => own.clone(),
            None => stacked(style.lang, |lang| subtitle(report, &content, lang)),
        },
        source: stacked(style.lang, |lang| source_line(report, lang)),
        notes: notes(&content, spec, style.lang),
    };
    let entries = legend::entries(&content, report.about(), style);
    let matter = Matter {
        painter: &painter,
        content: &content,
        around: &around,
        legend_entries: &entries,
        style,
    };
    let plan = layout::plan(page, &matter, reading_scale)?;

    if style.background != Background::Transparent {
        painter.rect_filled(page, 0.0, background(style));
    }
    let response = paint(ui, &plan, report, style, selected);
    Ok(Painted { response, smallest_type: plan.styles.metrics.smallest_type() })
}

fn paint(
    ui: &mut Ui,
    plan: &Plan<'_>,
    report: &Report,
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
        top = rect.bottom() + metrics.px(4.0);
    }
    if let Some(galley) = &plan.subtitle {
        text::paint(&painter, galley.clone(), pos2(inner.left(), top), Align2::LEFT_TOP);
    }
    let mut bottom = inner.bottom();
    if let Some(galley) = &plan.source {
        let at = pos2(inner.left(), bottom);
        bottom =
            text::paint(&painter, galley.clone(), at, Align2::LEFT_BOTTOM).top() - metrics.px(8.0);
    }
    if let Some(galley) = &plan.notes {
        let at = pos2(inner.left(), bottom);
        bottom =
            text::paint(&painter, galley.clone(), at, Align2::LEFT_BOTTOM).top() - metrics.px(6.0);
    }
    if let Some(legend) = &plan.legend {
        legend.paint(&painter, pos2(inner.left(), bottom - legend.height), styles);
    }

    let mut response = ChartResponse::default();
    let mut salt = 0;
    for (index, column) in plan.columns.iter().enumerate() {
        let left = plan.body.left() + index as f32 * (plan.column_width + plan.gutter);
        let right = left + plan.column_width;
        let plot_left = left + plan.name_width + metrics.px(12.0);
        let mut top = plan.body.top();
        for block in column {
            if let Some(head) = &block.head {
                text::paint(&painter, head.clone(), pos2(left, top), Align2::LEFT_TOP);
                top += block.head_height(metrics);
            }
            let rows_top = top;
            for row in &block.rows {
                let band = Rect::from_min_max(pos2(left, top), pos2(right, top + row.height));
                row_ui(ui, band, row, report, style, selected, metrics.scale, &mut response);
                let name_at = pos2(left + plan.name_width, band.center().y);
                paint_name(&painter, row, name_at);
                if block.axis.is_none() {
                    let area = Rect::from_min_max(pos2(plot_left, band.top()), band.max);
                    unlinked::paint(&painter, area, row, styles);
                }
                top += row.height;
            }
            if let Some(axis) = &block.axis {
                top += metrics.px(AXIS);
                let area = Rect::from_min_max(pos2(plot_left, rows_top), pos2(right, top));
                dumbbell::panel_ui(ui, salt, area, axis, &block.rows, style, styles, selected);
                salt += 1;
            }
            top += metrics.px(BLOCK_GAP);
        }
    }
    response
}

/// Names stand right-aligned against their row; wrapped lines too.
fn paint_name(painter: &egui::Painter, row: &SetRow<'_>, at: egui::Pos2) {
    let mut job = (*row.name.job).clone();
    job.halign = egui::Align::RIGHT;
    let galley = painter.layout_job(job);
    let top = at.y - galley.size().y / 2.0;
    painter.galley(pos2(at.x, top), galley, Color32::PLACEHOLDER);
}

/// The part of a row that answers to pointer, keyboard and screen reader.
#[expect(
    clippy::too_many_arguments,
    reason = "one row of one page; a struct would only rename them"
)]
fn row_ui(
    ui: &mut Ui,
    band: Rect,
    set: &SetRow<'_>,
    report: &Report,
    style: &ChartStyle,
    selected: Option<&IndicatorId>,
    scale: f32,
    out: &mut ChartResponse,
) {
    let row = &set.row;
    let lang = style.lang.main();
    let outline = band.expand2(vec2(6.0 * scale, 0.0));
    if selected == Some(&row.indicator.id) {
        ui.painter().add(marks::highlight(outline, scale, style.theme.palette()));
    }
    let id = ui.scope_id().with(("chart row", row.comparison.target.as_str()));
    let response = ui.interact(outline, id, Sense::click());
    let name = terms::measured_name(row.indicator, row.target.basis, lang);
    response.widget_info(|| {
        let label = format!("{name}: {} → {}", row.actual.wording, row.target.wording);
        WidgetInfo::labeled(AccessRole::ListItem, true, label)
    });
    if response.clicked() {
        out.clicked = Some(row.indicator.id.clone());
    }
    if response.hovered() {
        out.hovered = Some(row.indicator.id.clone());
        response.on_hover_ui(|ui| {
            ui.set_max_width(360.0);
            ui.label(format!("{name}\n{}\n{}", row.actual.clause.text, row.target.clause.text));
            ui.label(reason::sentence(report, row.comparison, lang));
        });
    }
}
