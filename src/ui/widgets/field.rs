//! A field to type into.

use egui::{
    FontFamily, FontId, Frame, Id, Margin, Rect, Response, Stroke, StrokeKind, TextEdit, Ui,
    UiBuilder, vec2,
};

use crate::ui::style::{self, RADIUS_FIELD, size};

/// Height of a field, in points.
pub const FIELD: f32 = 32.0;

/// One line to type into, called `name`, in `rect`; `hint` stands in it while it is empty.
///
/// A field that is part of another has no frame of its own.
pub fn field_ui(
    ui: &mut Ui,
    id: Id,
    rect: Rect,
    name: &str,
    hint: &str,
    text: &mut String,
    framed: bool,
) -> Response {
    let p = style::palette(ui);
    let line = size::BODY * 1.5;
    let inner = Rect::from_center_size(rect.center(), vec2(rect.width() - 20.0, line));
    if framed {
        let focused = ui.memory(|memory| memory.has_focus(id));
        let stroke = if focused { Stroke::new(2.0, p.accent) } else { Stroke::new(1.0, p.line) };
        let fill = if focused { p.surface } else { p.sunken };
        ui.painter().rect(rect, RADIUS_FIELD, fill, stroke, StrokeKind::Inside);
    }
    let mut inside = ui.new_child(
        UiBuilder::new().max_rect(inner).layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    let hint = egui::RichText::new(hint).color(p.subdued);
    inside
        .add(
            TextEdit::singleline(text)
                .id(id)
                .frame(Frame::NONE)
                .margin(Margin::ZERO)
                .font(FontId::new(size::BODY, FontFamily::Proportional))
                .hint_text(hint)
                .desired_width(inner.width()),
        )
        .accessible_name(name)
}
