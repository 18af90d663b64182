//! The chart: its kind and scope above it, the list of all charts beside it where there is room.

use std::hash::{DefaultHasher, Hash, Hasher};

use egui::accesskit::Role as Access;
use egui::{
    Align, Frame, Id, Label, Layout, Margin, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, vec2,
};

use super::Shown;
use super::chart_list::chart_list_ui;
use super::lists::NotDrawn;
use super::style::{self, RADIUS_CARD, gap, size};
use super::text::{self, Face};
use super::widgets::{Line, MenuButton, menu_line_ui, segmented_ui};
use crate::chart::{
    self, Background, ChartError, ChartKind, ChartResponse, ChartSpec, ChartStyle, Parts,
};
use crate::command::{ChartScope, ChartShape, Command, Selection};
use crate::i18n::chart_view::{self as chart_words, ChartWord};
use crate::i18n::window::Word;
use crate::i18n::{ChartLang, Lang};
use crate::model::Bilingual;

/// From this width on the list of charts stands beside the chart.
const WITH_LIST: f32 = 840.0;
/// Its width.
const LIST: f32 = 248.0;
/// Below this width kinds and scopes are menus, as they do not fit side by side.
const WITH_KINDS: f32 = 540.0;
/// A chart is never lower than this: title, legend and axis would crowd each other.
const SHORTEST: f32 = 320.0;
/// What egui enlarges by for one notch of the wheel: a line of it is 40 points, and 200 points are the factor e.
const NOTCH: f32 = 1.221_402_8;
/// As a size in per cent: the whole chart in the window.
const FIT: u16 = 0;
/// How much larger type may get for an audience.
pub(super) const LARGEST: f32 = 3.0;
/// The sizes to choose from, in per cent.
const SIZES: [u16; 6] = [FIT, 75, 100, 125, 150, 200];

pub(super) fn chart_view_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    commands: &mut Vec<Command>,
) {
    let beside = ui.available_width() >= WITH_LIST;
    ui.spacing_mut().item_spacing.y = gap::S;
    kinds_ui(ui, lang, shown, beside, commands);
    scope_ui(ui, lang, shown, commands);
    not_drawn_ui(ui, lang, shown);
    ui.add_space(gap::XS);
    let mut rest = ui.available_rect_before_wrap();
    if beside {
        let list = rest.with_max_x(rest.left() + LIST);
        let inside = UiBuilder::new()
            .id_salt("chart list")
            .max_rect(list.shrink2(vec2(0.0, gap::XS)))
            .accessibility_role(Access::Navigation)
            .accessibility_label(ChartWord::AllCharts.text(lang));
        ui.scope_builder(inside, |ui| chart_list_ui(ui, lang, shown, commands));
        rest.set_left(list.right() + gap::M);
    }
    let percent = size_chosen(ui);
    let zoom = if percent == FIT { 1.0 } else { f32::from(percent) / 100.0 };
    let card = UiBuilder::new().id_salt("chart card").max_rect(rest);
    ui.scope_builder(card, |ui| card_ui(ui, lang, shown, percent == FIT, zoom, commands));
    // The wheel with Ctrl or two fingers that part.
    if ui.rect_contains_pointer(rest) {
        let at = SIZES.iter().position(|size| *size == percent).unwrap_or_default();
        match notch(ui) {
            Some(true) => choose_size(ui, SIZES[(at + 1).min(SIZES.len() - 1)]),
            Some(false) => choose_size(ui, SIZES[at.saturating_sub(1)]),
            None => {}
        }
    }
}

/// The chart alone, for an audience: the whole of it, as large as the window has room for.
pub(super) fn chart_alone_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    commands: &mut Vec<Command>,
) {
    card_ui(ui, lang, shown, true, LARGEST, commands);
}

/// The white card that holds the chart: the whole of it or what its type needs, which is at most `zoom` times as large as elsewhere.
fn card_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    fit: bool,
    zoom: f32,
    commands: &mut Vec<Command>,
) {
    let p = style::palette(ui);
    let card = Frame::new()
        .fill(p.surface)
        .stroke(Stroke::new(1.0, p.line))
        .corner_radius(RADIUS_CARD)
        .inner_margin(Margin::same(4));
    card.show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        let room = ui.available_size();
        let style = chart_style(ui, lang, shown);
        let mut page = room;
        if !fit {
            page.x *= zoom.max(1.0);
            let natural = natural_height(ui, shown, shown.spec, &style, page.x, zoom);
            page.y = natural.max(room.y);
        }
        page.y = page.y.max(SHORTEST);
        let scroll = ScrollArea::both().id_salt(("chart", shown.spec.kind.key()));
        scroll.auto_shrink(false).show(ui, |ui| {
            let (rect, _) = ui.allocate_exact_size(page, Sense::hover());
            let inside = UiBuilder::new()
                .id_salt("drawing")
                .max_rect(rect)
                .accessibility_role(Access::Figure)
                .accessibility_label(chart::title(shown.report, shown.spec, lang));
            ui.scope_builder(inside, |ui| drawing_ui(ui, lang, shown, &style, zoom, commands));
        });
    });
}

/// Whether the wheel has been turned by a notch since the last one, or the fingers have parted as far; towards larger,
/// or smaller. egui spreads one notch over many frames.
fn notch(ui: &Ui) -> Option<bool> {
    let id = Id::unique("turned over the chart");
    let turned =
        ui.data(|data| data.get_temp(id)).unwrap_or(1.0) * ui.input(egui::InputState::zoom_delta);
    let larger = turned > NOTCH.sqrt();
    let moved = (larger || turned < NOTCH.sqrt().recip()).then_some(larger);
    let left = match moved {
        Some(true) => turned / NOTCH,
        Some(false) => turned * NOTCH,
        None => turned,
    };
    ui.data_mut(|data| data.insert_temp::<f32>(id, left));
    moved
}

fn chart_style(ui: &Ui, lang: Lang, shown: &Shown<'_>) -> ChartStyle {
    let derived = shown.derived_shown;
    if let Some(image) = shown.image_style {
        let parts = Parts { derived: derived && image.parts.derived, ..image.parts };
        // What is behind the letters of a transparent image is the window here, whose theme may be another.
        let background = match image.background {
            Background::Transparent => Background::Theme,
            behind => behind,
        };
        return ChartStyle { background, parts, ..*image };
    }
    ChartStyle {
        theme: style::theme_name(ui),
        lang: ChartLang::from(lang),
        parts: Parts { derived, ..Parts::default() },
        ..ChartStyle::default()
    }
}

/// The height in which the chart's type has its reading size; kept until what it depends on changes.
pub(super) fn natural_height(
    ui: &Ui,
    shown: &Shown<'_>,
    spec: &ChartSpec,
    style: &ChartStyle,
    width: f32,
    zoom: f32,
) -> f32 {
    let mut hasher = DefaultHasher::new();
    (spec, style, shown.generation).hash(&mut hasher);
    (width.to_bits(), zoom.to_bits()).hash(&mut hasher);
    let key = hasher.finish();
    let id = Id::unique("height of the chart");
    if let Some((known, height)) = ui.data(|data| data.get_temp::<(u64, f32)>(id))
        && known == key
    {
        return height;
    }
    let height = chart::natural_height(ui, shown.report, spec, style, width, zoom);
    ui.data_mut(|data| data.insert_temp(id, (key, height)));
    height
}

fn size_id() -> Id {
    Id::unique("size of the chart")
}

/// The chosen size in per cent.
fn size_chosen(ui: &Ui) -> u16 {
    ui.data(|data| data.get_temp(size_id())).unwrap_or(100)
}

fn choose_size(ui: &Ui, percent: u16) {
    ui.data_mut(|data| data.insert_temp(size_id(), percent));
    ui.ctx().request_repaint();
}

fn drawing_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    style: &ChartStyle,
    zoom: f32,
    commands: &mut Vec<Command>,
) {
    let selected = shown.selection.map(|selection| &selection.indicator);
    match chart::show_at(ui, shown.report, shown.spec, style, selected, zoom) {
        Ok(ChartResponse { clicked, section, .. }) => {
            let select = |indicator| Command::Select(Selection { indicator, figure: None });
            commands.extend(clicked.map(select));
            commands.extend(section.map(|section| Command::ChooseSection(Some(section))));
        }
        Err(error) => error_ui(ui, lang, &error),
    }
}

/// Says why there is no chart, in the middle of where it would be.
fn error_ui(ui: &mut Ui, lang: Lang, error: &ChartError) {
    message_ui(ui, lang, &error.message());
}

/// The same for a message that is there already.
pub(super) fn message_ui(ui: &mut Ui, lang: Lang, message: &Bilingual) {
    let p = style::palette(ui);
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.38);
        text::paragraph_ui(ui, Word::NoChart.text(lang), Face::bold(size::HEAD, p.text));
        text::paragraph_ui(ui, lang.pick(message), Face::regular(size::BODY, p.subdued));
    });
}

/// The kinds of chart, and at the right the list of all charts where it does not stand beside.
fn kinds_ui(ui: &mut Ui, lang: Lang, shown: &Shown<'_>, beside: bool, commands: &mut Vec<Command>) {
    let current = shown.spec.kind;
    let choose = |kind: ChartKind| Command::ShapeChart(ChartShape { kind, ..shown.shape });
    // What has nothing to show of these comparisons is not offered; what is shown is named in any case.
    let kinds: Vec<ChartKind> = ChartKind::ALL
        .into_iter()
        .filter(|kind| *kind == current || shown.kinds.contains(kind))
        .collect();
    let narrow = ui.available_width() < WITH_KINDS;
    row_ui(ui, |ui| {
        let options: Vec<_> = kinds.iter().map(|kind| (*kind, kind.name(lang))).collect();
        let name = ChartWord::Kind.text(lang);
        let chosen = switch_ui(ui, narrow, "chart kind", name, &options, current);
        commands.extend(chosen.map(choose));
        if !beside {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let name = ChartWord::AllCharts.text(lang);
                MenuButton { name, label: Some(name), icon: None }.show(ui, 320.0, |ui| {
                    ui.set_height(420.0);
                    chart_list_ui(ui, lang, shown, commands);
                });
            });
        }
    });
}

/// What the chart shows; and at the right its order, labels and size.
fn scope_ui(ui: &mut Ui, lang: Lang, shown: &Shown<'_>, commands: &mut Vec<Command>) {
    let section = match shown.section {
        Some(_) => Word::ScopeSection,
        None => Word::ScopeReport,
    };
    let mut options = match shown.image {
        Some(_) => vec![(ChartScope::Image, Word::ScopeImage.text(lang))],
        None => vec![
            (ChartScope::Headline, Word::ScopeHeadline.text(lang)),
            (ChartScope::Section, section.text(lang)),
        ],
    };
    let count = shown.picked.len();
    let several = chart_words::selected(count, count - shown.not_drawn.count, lang);
    if shown.selection.is_some() {
        let one = Word::ScopeIndicator.text(lang);
        options.push((ChartScope::Indicator, if count > 1 { &several } else { one }));
    }
    let narrow = ui.available_width() < WITH_KINDS;
    row_ui(ui, |ui| {
        let name = Word::ChartScope.text(lang);
        let chosen = switch_ui(ui, narrow, "scope", name, &options, shown.scope);
        commands.extend(chosen.map(Command::ShowScope));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            sizes_ui(ui, lang);
            let (kind, shape) = (shown.spec.kind, shown.shape);
            if kind.labels().len() > 1 {
                let lines = kind.labels().iter().map(|labels| {
                    let chosen = *labels == shape.labels;
                    let shape = ChartShape { labels: *labels, ..shape };
                    (labels.name(lang), chosen, Command::ShapeChart(shape))
                });
                choices_ui(ui, ChartWord::Labels.text(lang), lines, commands);
            }
            let lines = kind.orders().iter().map(|order| {
                let chosen = *order == shown.spec.order;
                let shape = ChartShape { order: *order, ..shape };
                (kind.order_name(*order, lang), chosen, Command::ShapeChart(shape))
            });
            choices_ui(ui, ChartWord::Order.text(lang), lines, commands);
        });
    });
}

/// Which of the rows that were selected together the chart leaves out, and why.
fn not_drawn_ui(ui: &mut Ui, lang: Lang, shown: &Shown<'_>) {
    let NotDrawn { count, reasons } = shown.not_drawn;
    if *count > 0 && shown.scope == ChartScope::Indicator {
        let said = chart_words::not_drawn(shown.picked.len(), *count, reasons, lang);
        let face = Face::regular(size::SMALL, style::palette(ui).text);
        // What does not fit is said whole by the box over it.
        ui.add(Label::new(face.rich(said)).truncate());
    }
}

/// A few values side by side, or where there is no room for that, as a menu; the one that was chosen now.
fn switch_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    narrow: bool,
    salt: &'static str,
    name: &str,
    options: &[(T, &str)],
    current: T,
) -> Option<T> {
    if !narrow {
        return segmented_ui(ui, salt, name, options, current);
    }
    let label =
        options.iter().find(|(value, _)| *value == current).map_or(name, |(_, label)| label);
    let mut chosen = None;
    MenuButton { name, label: Some(label), icon: None }.show(ui, 180.0, |ui| {
        for (value, label) in options {
            let line = Line::Choice(*value == current);
            if menu_line_ui(ui, line, label, None, true).clicked() {
                chosen = Some(*value);
            }
        }
    });
    chosen
}

/// A menu of a few choices.
fn choices_ui(
    ui: &mut Ui,
    name: &str,
    lines: impl Iterator<Item = (&'static str, bool, Command)>,
    commands: &mut Vec<Command>,
) {
    MenuButton { name, label: Some(name), icon: None }.show(ui, 220.0, |ui| {
        for (label, chosen, command) in lines {
            if menu_line_ui(ui, Line::Choice(chosen), label, None, true).clicked() {
                commands.push(command);
            }
        }
    });
}

fn sizes_ui(ui: &mut Ui, lang: Lang) {
    let name = ChartWord::Size.text(lang);
    let current = size_chosen(ui);
    let mut chosen = None;
    MenuButton { name, label: Some(name), icon: None }.show(ui, 180.0, |ui| {
        for size in SIZES {
            let label = match size {
                FIT => ChartWord::FitWindow.text(lang).to_owned(),
                percent => format!("{percent}%"),
            };
            if menu_line_ui(ui, Line::Choice(size == current), &label, None, true).clicked() {
                chosen = Some(size);
            }
        }
    });
    if let Some(size) = chosen {
        choose_size(ui, size);
    }
}

/// One line of controls.
fn row_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::hover());
    let row = Rect::from_min_size(rect.min, rect.size());
    let layout = Layout::left_to_right(Align::Center);
    let inside = UiBuilder::new().id_salt(("controls", rect.top() as i32)).max_rect(row);
    ui.scope_builder(inside.layout(layout), content);
}
