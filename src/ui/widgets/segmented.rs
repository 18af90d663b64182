//! A switch between a few views or values: all of them are seen, one is raised.

use egui::accesskit::{Role, Toggled};
use egui::{CursorIcon, Id, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2};

use super::focus_ring;
use crate::ui::style::{self, RADIUS_FIELD, size};
use crate::ui::text::{self, Face, Side};

const HEIGHT: f32 = 32.0;
const INSET: f32 = 3.0;
const PAD: f32 = 13.0;

/// One switch called `name`; the value that was clicked in this frame, if it is another than `current`.
pub fn segmented_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    salt: &'static str,
    name: &str,
    options: &[(T, &str)],
    current: T,
) -> Option<T> {
    let p = style::palette(ui);
    let face = |on| {
        if on { Face::bold(size::BODY, p.text) } else { Face::regular(size::BODY, p.subdued) }
    };
    // The bold width for all, so that nothing moves when the choice does.
    let widths: Vec<f32> = options
        .iter()
        .map(|(_, label)| text::line(ui, label, face(true), f32::INFINITY).size().x + 2.0 * PAD)
        .collect();
    let total = widths.iter().sum::<f32>() + 2.0 * INSET;
    let (track, _) = ui.allocate_exact_size(vec2(total, HEIGHT), Sense::hover());
    if style::theme_name(ui).is_contrast() {
        // The hairline of these themes is dark: as a ground it would swallow the words.
        let edge = Stroke::new(1.0, p.line);
        ui.painter().rect(track, RADIUS_FIELD, p.sunken, edge, StrokeKind::Inside);
    } else {
        ui.painter().rect_filled(track, RADIUS_FIELD, p.line.gamma_multiply(0.55));
    }

    let mut chosen = None;
    let group = UiBuilder::new()
        .id_salt(("segmented", salt))
        .max_rect(track)
        .accessibility_role(Role::RadioGroup)
        .accessibility_label(name);
    let scope = ui.new_child(group);
    let base: Id = scope.scope_id();
    let mut left = track.left() + INSET;
    for (at, ((value, label), width)) in options.iter().zip(widths).enumerate() {
        let rect = Rect::from_min_size(
            egui::pos2(left, track.top() + INSET),
            vec2(width, HEIGHT - 2.0 * INSET),
        );
        left += width;
        let on = *value == current;
        let response = scope.interact(rect, base.with(at), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::RadioButton, true, *label));
        scope.ctx().accesskit_node_builder(response.id, |node| {
            node.set_toggled(if on { Toggled::True } else { Toggled::False });
        });
        if on {
            scope.painter().rect(
                rect,
                RADIUS_FIELD - 2,
                p.surface,
                Stroke::new(1.0, p.line),
                StrokeKind::Inside,
            );
        }
        let mut look = face(on);
        if response.hovered() {
            look.color = p.text;
        }
        text::paint_line(&scope, rect, Side::Middle, label, look);
        if response.has_focus() {
            focus_ring(&scope, rect, RADIUS_FIELD - 2);
        }
        if response.clicked() && !on {
            chosen = Some(*value);
        }
        response.on_hover_cursor(CursorIcon::PointingHand);
    }
    chosen
}
