//! Every place of a phrase in its line, the phrase below itself: how a report speaks of something, at one look.

use egui::accesskit::Role as Access;
use egui::{Frame, Margin, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::command::{Command, TextCommand};
use crate::i18n::Lang;
use crate::i18n::text as words;
use crate::source::ContextLine;
use crate::ui::reading::{Opened, Reading};
use crate::ui::style::{self, RADIUS_ROW, gap, size};
use crate::ui::text::{self, Face, Side};
use crate::ui::widgets::focus_ring;

const ROW: f32 = 28.0;
/// Characters on each side.
const REACH: u32 = 28;

pub(super) fn concordance_ui(
    ui: &mut Ui,
    lang: Lang,
    reading: &Reading,
    opened: &Opened,
    commands: &mut Vec<Command>,
) {
    let p = style::palette(ui);
    let edge = ui.max_rect();
    ui.painter().hline(edge.x_range(), edge.top(), Stroke::new(1.0, p.line));
    let frame = Frame::new().inner_margin(Margin { left: 8, right: 8, top: 8, bottom: 4 });
    frame.show(ui, |ui| {
        let list = UiBuilder::new()
            .id_salt("concordance")
            .accessibility_role(Access::List)
            .accessibility_label(words::hits_name(lang));
        ui.scope_builder(list, |ui| {
            ui.set_min_size(ui.available_size());
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            let area = ScrollArea::vertical().id_salt("places").auto_shrink(false);
            area.show_rows(ui, ROW, reading.hits.len(), |ui, seen| {
                for at in seen {
                    let line = ContextLine::of(&opened.attached.text, reading.hits[at], REACH);
                    row_ui(ui, at, &line, reading.hit == Some(at), commands);
                }
            });
        });
    });
}

fn row_ui(ui: &mut Ui, at: usize, line: &ContextLine, current: bool, commands: &mut Vec<Command>) {
    let p = style::palette(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let said = format!("{}{}{}", line.before, line.hit, line.after);
    response.widget_info(|| WidgetInfo::labeled(Access::ListItem, true, &said));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(current));
    if current {
        style::selected_ground(ui, rect, RADIUS_ROW);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, RADIUS_ROW, p.hover);
    }
    if response.has_focus() {
        focus_ring(ui, rect.shrink(2.0), RADIUS_ROW);
    }
    if response.clicked() {
        commands.push(Command::Text(TextCommand::GoToHit(at)));
    }
    let number = Rect::from_min_size(rect.min, vec2(40.0, ROW)).shrink2(vec2(gap::S, 0.0));
    let face = Face::regular(size::TINY, p.subdued);
    text::paint_line(ui, number, Side::Right, &(at + 1).to_string(), face);

    // The phrase stands in the middle of what is left, its neighbours run up to it.
    let inner = rect.with_min_x(number.right() + gap::M).shrink2(vec2(gap::XS, 0.0));
    let hit = text::line(ui, &line.hit, Face::bold(size::BODY, p.text), inner.width() * 0.6);
    let from = inner.left() + (inner.width() - hit.size().x) * 0.42;
    let to = from + hit.size().x;
    let ground =
        Rect::from_x_y_ranges(from - 2.0..=to + 2.0, inner.top() + 4.0..=inner.bottom() - 4.0);
    ui.painter().rect_filled(ground, 3, p.warning_soft);
    let middle = Rect::from_min_max(pos2(from, inner.top()), pos2(to, inner.bottom()));
    text::paint_galley(ui, middle, Side::Left, hit);
    let words = Face::regular(size::BODY, p.subdued);
    let before = Rect::from_min_max(inner.min, pos2(from - 3.0, inner.bottom()));
    let shown = fitting_end(ui, &line.before, words, before.width());
    text::paint_line(ui, before, Side::Right, &shown, words);
    let after = Rect::from_min_max(pos2(to + 3.0, inner.top()), inner.max);
    text::paint_line(ui, after, Side::Left, &line.after, words);
}

/// The end of a text that fits a width, with an ellipsis before it where it is cut.
fn fitting_end(ui: &Ui, text: &str, face: Face, width: f32) -> String {
    let whole = text::line(ui, text, face, f32::INFINITY).size().x;
    if whole <= width {
        return text.to_owned();
    }
    let chars: Vec<char> = text.chars().collect();
    let mean = whole / chars.len().max(1) as f32;
    let keep = ((width / mean.max(1.0)).floor() as usize).saturating_sub(2).min(chars.len());
    let end: String = chars[chars.len() - keep..].iter().collect();
    format!("…{}", end.trim_start_matches('…'))
}
