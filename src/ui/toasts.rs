//! Messages in the lower right corner, above a dialog at the top, and the hint while a file hovers over the window.

use egui::accesskit::Role as Access;
use egui::{Align2, Area, Frame, Id, Margin, Order, Rect, Stroke, StrokeKind, Ui, UiBuilder, vec2};

use super::Window;
use super::style::{self, RADIUS_CARD, gap, size};
use super::text::{self, Face};
use super::widgets::link_ui;
use crate::command::Command;
use crate::i18n::Lang;
use crate::i18n::window::Word;
use crate::notice::{Notice, NoticeKind};

const WIDTH: f32 = 360.0;

pub(super) fn toasts_ui(ui: &mut Ui, window: &Window<'_>, commands: &mut Vec<Command>) {
    if window.notices.shown().next().is_none() {
        return;
    }
    // The lower right is where a dialog has its buttons.
    let (corner, offset) = if window.situation.dialog {
        (Align2::CENTER_TOP, vec2(0.0, gap::S))
    } else {
        (Align2::RIGHT_BOTTOM, vec2(-gap::L, -(style::STATUS_LINE + gap::L)))
    };
    Area::new(Id::unique("toasts")).anchor(corner, offset).order(Order::Tooltip).show(
        ui.ctx(),
        |ui| {
            ui.spacing_mut().item_spacing.y = gap::S;
            ui.set_width(WIDTH);
            for notice in window.notices.shown() {
                toast_ui(ui, notice, window.lang, commands);
            }
        },
    );
}

fn toast_ui(ui: &mut Ui, notice: &Notice, lang: Lang, commands: &mut Vec<Command>) {
    let p = style::palette(ui);
    let (fill, edge, color) = match notice.kind {
        NoticeKind::Done => (p.surface, p.line, p.text),
        NoticeKind::Problem => (p.warning_soft, p.warning, p.warning),
    };
    let frame = Frame::new()
        .fill(fill)
        .stroke(Stroke::new(1.0, edge))
        .corner_radius(RADIUS_CARD)
        .shadow(ui.visuals().popup_shadow)
        .inner_margin(Margin::symmetric(16, 12));
    let what = lang.pick(&notice.what);
    let live = UiBuilder::new()
        .id_salt(("notice", notice.id))
        .accessibility_role(Access::Status)
        .accessibility_label(what);
    ui.scope_builder(live, |ui| {
        frame.show(ui, |ui| {
            ui.set_min_width(WIDTH - 34.0);
            ui.spacing_mut().item_spacing.y = 2.0;
            text::paragraph_ui(ui, what, Face::bold(size::BODY, color));
            if let Some(path) = &notice.path {
                let face = Face::regular(size::SMALL, p.subdued);
                text::paragraph_ui(ui, path.display().to_string(), face);
            }
            if let Some(next) = &notice.next {
                text::paragraph_ui(ui, lang.pick(next), Face::regular(size::SMALL, p.text));
            }
            if link_ui(ui, Word::Dismiss.text(lang)).clicked() {
                commands.push(Command::Dismiss(notice.id));
            }
        });
    });
}

pub(super) fn drop_hint_ui(ui: &Ui, lang: Lang) {
    let p = style::palette(ui);
    let screen = ui.ctx().content_rect();
    let painter = ui.ctx().layer_painter(egui::LayerId::new(Order::Tooltip, Id::unique("drop")));
    painter.rect_filled(screen, 0.0, p.page.gamma_multiply(0.85));
    let frame = screen.shrink(gap::XXL);
    painter.rect(frame, RADIUS_CARD, p.accent_soft, Stroke::new(2.0, p.accent), StrokeKind::Inside);
    let face = Face::bold(size::TITLE, p.text);
    let galley = text::line(ui, Word::DropHere.text(lang), face, frame.width());
    let at = Rect::from_center_size(frame.center(), galley.size()).min;
    painter.galley(at, galley, p.text);
}
