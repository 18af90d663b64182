//! The line at the bottom: what there is, what is shown, whether the data is sound, what happened last.

use egui::{Align, Label, Layout, Rect, Ui, UiBuilder};

use super::reading::identity;
use super::style::{self, gap, size};
use super::text::Face;
use super::widgets::{Icon, link_ui, small_button_ui};
use super::{Shown, Window};
use crate::command::Command;
use crate::i18n::window::{self as words, Word};
use crate::notice::NoticeKind;
use crate::settings::View;

pub(super) fn status_line_ui(
    ui: &mut Ui,
    window: &Window<'_>,
    shown: &Shown<'_>,
    commands: &mut Vec<Command>,
) {
    let lang = window.lang;
    let p = style::palette(ui);
    let quiet = Face::regular(size::SMALL, p.subdued);
    let rect = ui.max_rect();
    let (left_end, right_end) = toggles_ui(ui, window, rect, commands);
    let rect = Rect::from_x_y_ranges(left_end..=right_end, rect.y_range());
    let right = UiBuilder::new()
        .max_rect(rect.with_min_x(rect.left() + rect.width() * 0.4))
        .layout(Layout::right_to_left(Align::Center));
    // What is right of the line is said whole; the counts at the left are cut where they meet.
    let right_begins = ui.scope_builder(right, |ui| {
        ui.spacing_mut().item_spacing.x = gap::L;
        if shown.problems.is_empty() {
            let label = format!("✓ {}", Word::NoFaults.text(lang));
            let more = match &shown.reading.opened {
                Some(opened) => identity(&opened.attached, lang),
                None => Word::TextNotAttached.text(lang).to_owned(),
            };
            ui.label(quiet.rich(label)).on_hover_text(more);
        } else if link_ui(ui, &words::faults(shown.problems.len(), lang)).clicked() {
            commands.push(Command::ShowFaults);
        }
        if window.situation.busy {
            ui.label(quiet.rich(Word::Working.text(lang)));
        } else if let Some(notice) =
            window.notices.latest().filter(|notice| notice.kind == NoticeKind::Done)
        {
            ui.add(Label::new(quiet.rich(lang.pick(&notice.what))).truncate());
        }
        ui.min_rect().left()
    });

    let left = UiBuilder::new()
        .max_rect(rect.with_max_x(right_begins.inner - gap::L))
        .layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(left, |ui| {
        let mut parts = vec![
            words::figures(shown.outline.total.total(), lang),
            words::comparisons(shown.report.comparisons().len(), lang),
            words::exclusions(shown.report.exclusions().len(), lang),
        ];
        if window.settings.view == View::Table {
            parts.extend(super::table_view::status(shown, lang));
        }
        ui.add(Label::new(quiet.rich(parts.join(" · "))).truncate());
    });
}

/// The switches of the two panels at the ends of the line; where the room between them begins and ends.
///
/// A panel that is shown has its button in its head, so the line has one only for a panel that is away.
fn toggles_ui(
    ui: &mut Ui,
    window: &Window<'_>,
    rect: Rect,
    commands: &mut Vec<Command>,
) -> (f32, f32) {
    let lang = window.lang;
    let mut ends = (rect.left() + gap::S, rect.right() - gap::S);
    if !window.fit.tree {
        let at = UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
        let label = Word::Sections.text(lang);
        let clicked = ui.scope_builder(at, |ui| {
            let clicked = small_button_ui(ui, Some(Icon::LeftPanel), label).clicked();
            ends.0 = ui.min_rect().right() + gap::M;
            clicked
        });
        if clicked.inner {
            commands.push(Command::ToggleTree);
        }
    }
    if !window.fit.detail {
        let at = UiBuilder::new().max_rect(rect).layout(Layout::right_to_left(Align::Center));
        let label = Word::DetailName.text(lang);
        let clicked = ui.scope_builder(at, |ui| {
            let clicked = small_button_ui(ui, Some(Icon::RightPanel), label).clicked();
            ends.1 = ui.min_rect().left() - gap::M;
            clicked
        });
        if clicked.inner {
            commands.push(Command::ToggleDetail);
        }
    }
    ends
}
