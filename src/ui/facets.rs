//! The chips above the table: what it can be narrowed by, what it is narrowed by, and how many rows each would leave.

use egui::accesskit::{Role as Access, Toggled};
use egui::{
    CursorIcon, Id, Popup, PopupCloseBehavior, Rect, Response, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::Shown;
use super::lists::{column_text, facet_text};
use super::style::{self, RADIUS_ROW, gap, size};
use super::table_condition;
use super::text::{self, Face, Side};
use super::widgets::{Icon, focus_ring, icon, link_ui};
use crate::command::{Command, TableCommand};
use crate::find::{Facet, FacetValue};
use crate::i18n::Lang;
use crate::i18n::finding::Word;
use crate::model::{Role, Status, Verdict};

const CHIP: f32 = 28.0;
const LINE: f32 = 30.0;
/// Widths of the two halves of the menu, and its height, in points.
const FACETS: f32 = 132.0;
const VALUES: f32 = 268.0;
const MENU: f32 = 346.0;

/// One row of chips, more where they do not fit; on a `low` screen one row that scrolls.
pub(super) fn facets_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    low: bool,
    commands: &mut Vec<Command>,
) {
    let bar = UiBuilder::new()
        .id_salt("facets")
        .accessibility_role(Access::Group)
        .accessibility_label(Word::FiltersName.text(lang));
    ui.scope_builder(bar, |ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        if low {
            let hidden = egui::scroll_area::ScrollBarVisibility::AlwaysHidden;
            ScrollArea::horizontal().scroll_bar_visibility(hidden).show(ui, |ui| {
                ui.horizontal(|ui| {
                    // Before what may have to be scrolled to.
                    menu_ui(ui, lang, shown, commands);
                    clear_ui(ui, lang, shown, commands);
                    chips_ui(ui, lang, shown, commands);
                });
            });
        } else {
            ui.horizontal_wrapped(|ui| {
                chips_ui(ui, lang, shown, commands);
                menu_ui(ui, lang, shown, commands);
                clear_ui(ui, lang, shown, commands);
            });
        }
    });
}

fn chips_ui(ui: &mut Ui, lang: Lang, shown: &Shown<'_>, commands: &mut Vec<Command>) {
    compared_ui(ui, lang, shown, commands);
    for value in quick(shown) {
        value_ui(ui, lang, shown, &value, commands);
    }
    let others = shown.filters.choice.values().iter().filter(|value| !is_quick(value));
    for value in others {
        value_ui(ui, lang, shown, value, commands);
    }
    for filter in &shown.filters.columns {
        if filter.condition.is_blank() {
            continue;
        }
        let column = filter.column;
        let name = column_text::label(column, lang);
        let label = format!("{name} {}", table_condition::text(&filter.condition, lang));
        if chip_ui(ui, ("column", column), &label, None, Some(true)).clicked() {
            commands.push(Command::Table(TableCommand::FilterColumn(column, None)));
        }
    }
}

/// Takes back everything that narrows the table, where something does.
fn clear_ui(ui: &mut Ui, lang: Lang, shown: &Shown<'_>, commands: &mut Vec<Command>) {
    if shown.filters.narrow() {
        let command = TableCommand::ClearFilters;
        ui.add_space(gap::XS);
        if link_ui(ui, command.text(lang)).clicked() {
            commands.push(Command::Table(command));
        }
    }
}

/// The values that always have a chip: the roles, and what is preliminary.
fn quick(shown: &Shown<'_>) -> Vec<FacetValue> {
    let there = |value: &FacetValue| shown.table.facet(value.facet()).any(|(one, _)| one == value);
    let roles = Role::ALL.map(FacetValue::Role);
    roles
        .into_iter()
        .chain([FacetValue::Status(Status::Preliminary)])
        .filter(|value| there(value))
        .collect()
}

fn is_quick(value: &FacetValue) -> bool {
    match value {
        FacetValue::Role(_) | FacetValue::Status(Status::Preliminary) => true,
        // All three together are the first chip.
        FacetValue::Verdict(_)
        | FacetValue::Demand(_)
        | FacetValue::Period(_)
        | FacetValue::Part(_)
        | FacetValue::Section(_)
        | FacetValue::Domain(_)
        | FacetValue::Basis(_)
        | FacetValue::Bound(_)
        | FacetValue::Direction(_)
        | FacetValue::Unit(_)
        | FacetValue::Status(_) => false,
    }
}

/// Whether exactly the rows with a comparison are asked for.
fn only_compared(shown: &Shown<'_>) -> bool {
    let choice = &shown.filters.choice;
    Verdict::ALL.iter().all(|verdict| choice.has(&FacetValue::Verdict(Some(*verdict))))
        && !choice.has(&FacetValue::Verdict(None))
}

fn compared_ui(ui: &mut Ui, lang: Lang, shown: &Shown<'_>, commands: &mut Vec<Command>) {
    let on = only_compared(shown);
    let compared = |(value, count): (&FacetValue, usize)| match value {
        FacetValue::Verdict(Some(_)) => count,
        _ => 0,
    };
    let count: usize = shown.table.facet(Facet::Verdict).map(compared).sum();
    let label = Word::Compared.text(lang);
    if chip_ui(ui, "compared", label, Some(count), Some(on)).clicked() {
        commands.push(Command::Table(TableCommand::ShowCompared(!on)));
    }
}

/// The chip of one value of a facet.
pub(super) fn value_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    value: &FacetValue,
    commands: &mut Vec<Command>,
) {
    // The three verdicts of the first chip have none of their own.
    if matches!(value, FacetValue::Verdict(Some(_))) && only_compared(shown) {
        return;
    }
    let on = shown.filters.choice.has(value);
    let label = facet_text::value(shown.report, value, lang);
    let count = shown.table.count(value);
    let salt = format!("{value:?}");
    let mut response = chip_ui(ui, salt, &label, Some(count), Some(on));
    if matches!(value, FacetValue::Demand(_)) {
        response = response.on_hover_text(Word::FacetDemandMore.text(lang));
    }
    if response.clicked() {
        commands.push(Command::Table(TableCommand::Toggle(value.clone())));
    }
}

/// A round button with a word and a count; `on` for what can be chosen.
fn chip_ui(
    ui: &mut Ui,
    salt: impl std::hash::Hash + std::fmt::Debug,
    label: &str,
    count: Option<usize>,
    on: Option<bool>,
) -> Response {
    let p = style::palette(ui);
    let chosen = on == Some(true);
    let face =
        if chosen { Face::bold(size::SMALL, p.accent) } else { Face::regular(size::SMALL, p.text) };
    let word = text::line(ui, label, face, 260.0);
    let count_text = count.map(|count| count.to_string());
    let number = count_text
        .as_deref()
        .map(|count| text::line(ui, count, Face::regular(size::SMALL, p.subdued), f32::INFINITY));
    let number_width = number.as_ref().map_or(0.0, |number| number.size().x + 5.0);
    let close = if chosen { 16.0 } else { 0.0 };
    let width = word.size().x + number_width + close + 2.0 * 11.0;
    let (rect, _) = ui.allocate_exact_size(vec2(width, CHIP), Sense::hover());
    let response = ui.interact(rect, ui.scope_id().with(("chip", salt)), Sense::click());
    response.widget_info(|| {
        let name = match &count_text {
            Some(count) => format!("{label} {count}"),
            None => label.to_owned(),
        };
        WidgetInfo::labeled(Access::Button, true, name)
    });
    if let Some(on) = on {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_toggled(if on { Toggled::True } else { Toggled::False });
        });
    }
    let (fill, stroke) = if chosen {
        (p.accent_soft, Stroke::new(1.5, p.accent))
    } else if response.hovered() {
        (p.hover, Stroke::new(1.0, p.line))
    } else {
        (p.surface, Stroke::new(1.0, p.line))
    };
    ui.painter().rect(rect, CHIP / 2.0, fill, stroke, StrokeKind::Inside);
    let mut inner = rect.shrink2(vec2(11.0, 0.0));
    let word_width = word.size().x;
    text::paint_galley(ui, inner, Side::Left, word);
    inner.set_left(inner.left() + word_width + 5.0);
    if let Some(number) = number {
        text::paint_galley(ui, inner, Side::Left, number);
    }
    if chosen {
        icon(ui.painter(), Icon::Close, rect.right_center() - vec2(15.0, 0.0), 9.0, p.accent);
    }
    if response.has_focus() {
        focus_ring(ui, rect, (CHIP / 2.0) as u8);
    }
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// The button behind the chips, and its menu: facets at the left, the values of one at the right.
fn menu_ui(ui: &mut Ui, lang: Lang, shown: &Shown<'_>, commands: &mut Vec<Command>) {
    let p = style::palette(ui);
    let label = Word::Filter.text(lang);
    let word = text::line(ui, label, Face::regular(size::SMALL, p.text), f32::INFINITY);
    let width = word.size().x + 16.0 + 2.0 * 11.0;
    let (rect, _) = ui.allocate_exact_size(vec2(width, CHIP), Sense::hover());
    let response = ui.interact(rect, ui.scope_id().with("more facets"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::Button, true, label));
    let open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
    let fill = if response.hovered() || open { p.hover } else { p.surface };
    ui.painter().rect(rect, CHIP / 2.0, fill, Stroke::new(1.0, p.line), StrokeKind::Inside);
    let inner = rect.shrink2(vec2(11.0, 0.0));
    icon(ui.painter(), Icon::Plus, inner.left_center() + vec2(5.0, 0.0), 11.0, p.subdued);
    text::paint_galley(ui, inner.with_min_x(inner.left() + 16.0), Side::Left, word);
    if response.has_focus() {
        focus_ring(ui, rect, (CHIP / 2.0) as u8);
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    let chosen = Id::unique("the facet that is open in the menu");
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).gap(4.0).show(
        |ui| {
            let facet = ui.data(|data| data.get_temp::<Facet>(chosen)).unwrap_or(Facet::Verdict);
            let (rect, _) =
                ui.allocate_exact_size(vec2(FACETS + VALUES + gap::S, MENU), Sense::hover());
            let at_left = rect.with_max_x(rect.left() + FACETS);
            let at_right = rect.with_min_x(at_left.right() + gap::S);
            let middle = at_left.right() + gap::S / 2.0;
            ui.painter().vline(middle, rect.y_range(), Stroke::new(1.0, p.line));
            let mut left = ui.new_child(UiBuilder::new().id_salt("facets").max_rect(at_left));
            left.spacing_mut().item_spacing.y = 0.0;
            for one in Facet::ALL {
                let on = shown.filters.choice.values().iter().filter(|v| v.facet() == one).count();
                let name = facet_text::facet(one, lang);
                if facet_line_ui(&mut left, name, on, one == facet).clicked() {
                    ui.data_mut(|data| data.insert_temp(chosen, one));
                }
            }
            let mut right =
                ui.new_child(UiBuilder::new().id_salt(("values", facet)).max_rect(at_right));
            ScrollArea::vertical().auto_shrink(false).show(&mut right, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                values_ui(ui, lang, shown, facet, commands);
            });
        },
    );
}

fn facet_line_ui(ui: &mut Ui, name: &str, chosen: usize, open: bool) -> Response {
    let p = style::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Access::Tab, true, name));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(open));
    if open {
        style::selected_ground(ui, rect, RADIUS_ROW);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, RADIUS_ROW, p.hover);
    }
    let inner = rect.shrink2(vec2(10.0, 0.0));
    let face = if open || chosen > 0 {
        Face::bold(size::BODY, p.text)
    } else {
        Face::regular(size::BODY, p.text)
    };
    text::paint_line(ui, inner, Side::Left, name, face);
    if chosen > 0 {
        let face = Face::bold(size::SMALL, p.accent);
        text::paint_line(ui, inner, Side::Right, &chosen.to_string(), face);
    }
    if response.has_focus() {
        focus_ring(ui, rect.shrink(2.0), RADIUS_ROW);
    }
    response
}

fn values_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    facet: Facet,
    commands: &mut Vec<Command>,
) {
    let choice = &shown.filters.choice;
    let any = !choice.values().iter().any(|value| value.facet() == facet);
    if value_line_ui(ui, Word::ClearFacet.text(lang), None, any, Access::MenuItemRadio).clicked() {
        commands.push(Command::Table(TableCommand::ClearFacet(facet)));
    }
    for (value, count) in shown.table.facet(facet) {
        let label = facet_text::value(shown.report, value, lang);
        let on = choice.has(value);
        let kind = Access::MenuItemCheckBox;
        if value_line_ui(ui, &label, Some(count), on, kind).clicked() {
            commands.push(Command::Table(TableCommand::Toggle(value.clone())));
        }
    }
}

fn value_line_ui(
    ui: &mut Ui,
    label: &str,
    count: Option<usize>,
    on: bool,
    role: Access,
) -> Response {
    let p = style::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::click());
    response.widget_info(|| {
        let name = match count {
            Some(count) => format!("{label} {count}"),
            None => label.to_owned(),
        };
        WidgetInfo::labeled(role, true, name)
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_toggled(if on { Toggled::True } else { Toggled::False });
    });
    if response.hovered() {
        ui.painter().rect_filled(rect, RADIUS_ROW, p.hover);
    }
    let inner = rect.shrink2(vec2(10.0, 0.0));
    let tick = Rect::from_center_size(pos2(inner.left() + 7.0, inner.center().y), vec2(14.0, 14.0));
    if role == Access::MenuItemCheckBox {
        let (fill, line) = if on { (p.accent, p.accent) } else { (p.surface, p.axis) };
        ui.painter().rect(tick, 4.0, fill, Stroke::new(1.0, line), StrokeKind::Inside);
        if on {
            icon(ui.painter(), Icon::Check, tick.center(), 9.0, p.on_accent);
        }
    } else if on {
        icon(ui.painter(), Icon::Check, tick.center(), 12.0, p.accent);
    }
    let none = count == Some(0) && !on;
    let color = if none { p.subdued } else { p.text };
    let words = inner.with_min_x(inner.left() + 22.0).with_max_x(inner.right() - 38.0);
    let cut = text::paint_line(ui, words, Side::Left, label, Face::regular(size::BODY, color));
    if let Some(count) = count {
        let face = Face::regular(size::SMALL, p.subdued);
        text::paint_line(ui, inner, Side::Right, &count.to_string(), face);
    }
    if response.has_focus() {
        focus_ring(ui, rect.shrink(2.0), RADIUS_ROW);
    }
    if cut { response.on_hover_text(label) } else { response }
}
