//! What is inside the application and under which licence, as `scripts/licences.py` lists it; the licence of the fonts.

use std::sync::LazyLock;

use egui::accesskit::Role as Access;
use egui::{ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::dialog::dialog_ui;
use super::style::{self, gap, size};
use super::text::{self, Face, Side};
use crate::command::Command;
use crate::i18n::Lang;
use crate::i18n::detail as words;

const WIDTH: f32 = 720.0;
const ROW: f32 = 18.0;

/// Made from the dependency tree, and held against it by `scripts/licences.py --check`.
const LIBRARIES: &str = include_str!("../../docs/licences.txt");
const FONTS: &str = include_str!("../../assets/fonts/OFL.txt");

static LINES: LazyLock<Vec<&str>> =
    LazyLock::new(|| LIBRARIES.lines().chain(["", ""]).chain(FONTS.lines()).collect());

pub(super) fn licences_ui(ui: &mut Ui, lang: Lang, commands: &mut Vec<Command>) {
    let title = Command::ShowLicences.text(lang);
    dialog_ui(ui, "licences", title, WIDTH, lang, commands, |ui, height, _| {
        let p = style::palette(ui);
        text::paragraph_ui(ui, words::licences_more(lang), Face::regular(size::BODY, p.text));
        // Only the lines that are seen are made.
        let height = (height - 2.0 * gap::XXL).max(ROW);
        ui.spacing_mut().item_spacing.y = 0.0;
        let face = Face::regular(size::SMALL, p.subdued);
        ScrollArea::both().max_height(height).auto_shrink(false).show_rows(
            ui,
            ROW,
            LINES.len(),
            |ui, rows| {
                for line in &LINES[rows] {
                    let galley = text::line(ui, line, face, f32::INFINITY);
                    let size = vec2(galley.size().x, ROW);
                    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
                    text::paint_galley(ui, rect, Side::Left, galley);
                    response.widget_info(|| WidgetInfo::labeled(Access::Label, true, *line));
                }
            },
        );
    });
}
