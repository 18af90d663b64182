//! The panel at the right: the selected indicator with its figures, the verdict, and the report's own words.

use egui::accesskit::Role as Access;
use egui::text::LayoutJob;
use egui::{CursorIcon, Frame, Label, Margin, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::Shown;
use super::detail_actions;
use super::detail_figure::{CAPTION, figure_ui, figures_ui, full_figure_ui};
use super::lists::{Detail, VerdictText};
use super::style::{self, RADIUS_FIELD, gap, size};
use super::text::{self, Face};
use super::widgets::{focus_ring, link_ui};
use crate::chart::{self, ChartSpec, ChartStyle, Parts};
use crate::command::Command;
use crate::i18n::detail as words;
use crate::i18n::window::Word;
use crate::i18n::{ChartLang, Lang};
use crate::model::Verdict;

/// Height of the small chart, in points.
const CHART: f32 = 180.0;
/// What is cut off above and below a chart of one row.
const SPARE: f32 = 28.0;
/// What is cut off on either side: all of a page's margin.
const ASIDE: f32 = 24.0;

pub(super) fn detail_panel_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    commands: &mut Vec<Command>,
) {
    let inside = UiBuilder::new()
        .id_salt("detail")
        .accessibility_role(Access::Complementary)
        .accessibility_label(Word::DetailName.text(lang));
    ui.scope_builder(inside, |ui| match shown.detail {
        Some(detail) => {
            // A new selection begins at its top.
            let salt = ("detail", detail.selection.indicator.as_str());
            ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
                // The head of the panel stands right above.
                let margin = Margin { left: 20, right: 20, top: 0, bottom: 20 };
                Frame::new().inner_margin(margin).show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.style_mut().interaction.selectable_labels = true;
                    detail_ui(ui, lang, shown, detail, commands);
                });
            });
        }
        None => nothing_ui(ui, lang),
    });
}

fn nothing_ui(ui: &mut Ui, lang: Lang) {
    let p = style::palette(ui);
    Frame::new().inner_margin(Margin::symmetric(28, 0)).show(ui, |ui| {
        ui.vertical_centered(|ui| {
            ui.add_space(ui.available_height() * 0.36);
            let word = Word::NothingSelected.text(lang);
            text::paragraph_ui(ui, word, Face::bold(size::HEAD, p.text));
            let more = Word::NothingSelectedMore.text(lang);
            text::paragraph_ui(ui, more, Face::regular(size::BODY, p.subdued));
        });
    });
}

fn detail_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    detail: &Detail,
    commands: &mut Vec<Command>,
) {
    let p = style::palette(ui);
    let subdued = Face::regular(size::SMALL, p.subdued);
    crumbs_ui(ui, lang, detail, commands);
    ui.add_space(gap::S);
    let name = text::paragraph_ui(ui, &detail.name, Face::bold(size::TITLE, p.text));
    name.widget_info(|| WidgetInfo::labeled(Access::Heading, true, &detail.name));
    ui.add_space(2.0);
    text::paragraph_ui(ui, &detail.other_name, subdued);
    text::paragraph_ui(ui, &detail.facts, subdued);
    if let Some(note) = &detail.note {
        ui.add_space(gap::S);
        text::paragraph_ui(ui, note, Face::regular(size::BODY, p.text));
    }
    ui.add_space(gap::M);
    detail_actions::actions_ui(ui, lang, shown, detail, commands);
    ui.add_space(gap::L);

    figures_ui(ui, lang, detail);
    if let Some(verdict) = &detail.verdict {
        ui.add_space(gap::M);
        verdict_ui(ui, lang, verdict, shown.derived_shown, commands);
    }
    if let Some(why) = detail.no_comparison {
        ui.add_space(gap::M);
        quiet_box_ui(ui, |ui| {
            text::paragraph_ui(ui, why, Face::regular(size::BODY, p.subdued));
        });
    }
    if let Some(spec) = &detail.chart {
        let derived = detail.verdict.as_ref().is_some_and(|v| v.verdict == Verdict::Derivable);
        if !derived || shown.derived_shown {
            ui.add_space(gap::M);
            chart_ui(ui, lang, shown, spec, detail, commands);
        }
    }

    ui.add_space(gap::XL);
    heading_ui(ui, Word::InTheReport.text(lang));
    for card in &detail.figures {
        ui.add_space(gap::M);
        full_figure_ui(ui, lang, card, shown.table.matcher(), commands);
    }

    if !detail.others.is_empty() {
        ui.add_space(gap::XXL);
        heading_ui(ui, Word::MoreFigures.text(lang));
        for card in &detail.others {
            ui.add_space(gap::M);
            figure_ui(ui, lang, card, vec2(ui.available_width(), CAPTION));
            ui.add_space(gap::S);
            full_figure_ui(ui, lang, card, shown.table.matcher(), commands);
        }
    }
}

/// The sections around the figure, each leading to itself.
fn crumbs_ui(ui: &mut Ui, lang: Lang, detail: &Detail, commands: &mut Vec<Command>) {
    let p = style::palette(ui);
    let way = UiBuilder::new()
        .id_salt("crumbs")
        .accessibility_role(Access::Navigation)
        .accessibility_label(words::crumbs_name(lang));
    ui.scope_builder(way, |ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.spacing_mut().item_spacing = vec2(gap::XS, 2.0);
        ui.horizontal_wrapped(|ui| {
            for (at, crumb) in detail.crumbs.iter().enumerate() {
                if at > 0 {
                    ui.label(Face::regular(size::SMALL, p.subdued).rich("›"));
                }
                let heading = Face::regular(size::SMALL, p.accent).rich(&crumb.heading);
                let link = Label::new(heading).wrap().selectable(false).sense(Sense::click());
                let link = ui.add(link);
                link.widget_info(|| WidgetInfo::labeled(Access::Link, true, &crumb.heading));
                if link.has_focus() {
                    focus_ring(ui, link.rect, 2);
                }
                if link.on_hover_cursor(CursorIcon::PointingHand).clicked() {
                    commands.push(Command::ChooseSection(Some(crumb.section.clone())));
                    commands.push(Command::Reveal);
                }
            }
        });
    });
}

fn heading_ui(ui: &mut Ui, heading: &str) {
    let p = style::palette(ui);
    let response = text::paragraph_ui(ui, heading, Face::bold(size::HEAD, p.text));
    response.widget_info(|| WidgetInfo::labeled(Access::Heading, true, heading));
}

fn quiet_box_ui(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let p = style::palette(ui);
    let frame = Frame::new()
        .fill(p.sunken)
        .corner_radius(RADIUS_FIELD)
        .inner_margin(Margin::symmetric(12, 10));
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        contents(ui);
    });
}

/// The verdict with its sentence; a formula where a value is derived, and the switch that hides derived values.
fn verdict_ui(
    ui: &mut Ui,
    lang: Lang,
    verdict: &VerdictText,
    derived_shown: bool,
    commands: &mut Vec<Command>,
) {
    let p = style::palette(ui);
    quiet_box_ui(ui, |ui| {
        let mut head = LayoutJob::default();
        head.append(verdict.title, 0.0, Face::bold(size::BODY, p.text).format());
        let kind = format!(" · {}", verdict.kind);
        head.append(&kind, 0.0, Face::regular(size::BODY, p.text).format());
        ui.add(Label::new(head).wrap());
        let derivable = verdict.verdict == Verdict::Derivable;
        let color = if derivable { p.derived } else { p.text };
        if !derivable || derived_shown {
            if let Some(outcome) = &verdict.outcome {
                text::paragraph_ui(ui, outcome, Face::bold(size::HEAD, color));
            }
            if let Some(formula) = &verdict.formula {
                text::paragraph_ui(ui, formula, Face::regular(size::BODY, color));
            }
        } else {
            let hidden = words::derived_hidden(lang);
            text::paragraph_ui(ui, hidden, Face::regular(size::BODY, color));
        }
        text::paragraph_ui(ui, &verdict.sentence, Face::regular(size::BODY, p.subdued));
        if derivable {
            ui.add_space(gap::XS);
            let switch = Command::ShowDerived(!derived_shown);
            if link_ui(ui, switch.text(lang)).clicked() {
                commands.push(switch);
            }
        }
    });
}

/// The comparison as a small chart; a click on it leads to the large one.
fn chart_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    spec: &ChartSpec,
    detail: &Detail,
    commands: &mut Vec<Command>,
) {
    let rows = spec.comparisons(shown.report).len();
    let style = ChartStyle {
        theme: style::theme_name(ui),
        lang: ChartLang::from(lang),
        parts: Parts {
            title: false,
            legend: false,
            source: false,
            notes: false,
            derived: shown.derived_shown,
            // The one that it is of heads the panel: its type is larger without.
            names: rows > 1,
        },
        ..ChartStyle::default()
    };
    // Around a chart a page leaves more room than a panel has.
    let spare = if rows == 1 { SPARE } else { 0.0 };
    let size = vec2(ui.available_width(), CHART - 2.0 * spare);
    let (seen, _) = ui.allocate_exact_size(size, Sense::hover());
    let inside = UiBuilder::new()
        .id_salt(("small chart", detail.selection.indicator.as_str()))
        .max_rect(seen.expand2(vec2(ASIDE, spare)))
        .accessibility_role(Access::Figure)
        .accessibility_label(Word::ChartName.text(lang));
    let mut inner = ui.new_child(inside);
    // Smaller type has a smaller margin.
    inner.shrink_clip_rect(seen.expand2(vec2(ASIDE / 2.0, 0.0)));
    // A chart that does not fit is left out here; the large one says why.
    if let Ok(response) = chart::show(&mut inner, shown.report, spec, &style, None)
        && let Some(indicator) = response.clicked
    {
        commands.push(Command::ShowInChart(indicator));
    }
}
