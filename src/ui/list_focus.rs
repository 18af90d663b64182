//! Keyboard focus of a list as a whole: tree and table are one stop of the Tab key each, with one line chosen inside.
//!
//! A click on a line is to egui a click outside of the list around it, which takes its focus away;
//! so the focus is asked for when the click is over, in the next frame.

use egui::{Context, Id, Ui};

/// Gives the list the focus in the next frame.
pub(super) fn ask(ctx: &Context, list: Id) {
    ctx.data_mut(|data| data.insert_temp(list, Asked));
}

/// Whether the list of this [`Ui`] has the focus; takes in what was asked for in the last frame.
pub(super) fn has(ui: &Ui) -> bool {
    let list = ui.unique_id();
    if ui.data_mut(|data| data.remove_temp::<Asked>(list)).is_some() {
        ui.memory_mut(|memory| memory.request_focus(list));
    }
    ui.memory(|memory| memory.has_focus(list))
}

#[derive(Clone, Default)]
struct Asked;
