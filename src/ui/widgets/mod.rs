//! The few widgets of the window, painted by ourselves: each has a name for screen readers and shows its focus.

mod button;
mod chip;
mod field;
mod icon;
mod mark;
mod menu;
mod segmented;
mod step;

pub use button::{icon_button_ui, link_ui, primary_ui, quiet_ui, small_button_ui};
pub use chip::{Tone, chip};
pub use field::{FIELD, field_ui};
pub use icon::{Icon, icon};
pub use mark::role_mark;
pub use menu::{Line, MenuButton, menu_divider_ui, menu_line_ui};
pub use segmented::segmented_ui;
pub use step::{Step, step_ui, toggle_ui};

use egui::{Rect, Stroke, StrokeKind, Ui};

use super::style;

/// What is taller is a list that shows its own place, in points.
const TALLEST: f32 = 100.0;

/// Shows that the keyboard is here, and brings it into view when it has just come.
pub fn focus_ring(ui: &Ui, rect: Rect, radius: u8) {
    let p = style::palette(ui);
    follow_focus(ui, rect);
    ui.painter().rect_stroke(
        rect.expand(2.0),
        radius.saturating_add(2),
        Stroke::new(2.0, p.accent),
        StrokeKind::Inside,
    );
}

/// Scrolls to what the keyboard has just come to; only for the widget that has the focus.
pub fn follow_focus(ui: &Ui, rect: Rect) {
    let came =
        ui.memory(|memory| memory.focused().is_some_and(|id| !memory.had_focus_last_frame(id)));
    if came && rect.height() < TALLEST {
        ui.scroll_to_rect(rect.expand(style::gap::S), None);
    }
}
