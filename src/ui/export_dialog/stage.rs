//! What the dialog asks before files are replaced, and how far a batch is.

use std::path::PathBuf;

use egui::accesskit::Role;
use egui::{Sense, Ui, WidgetInfo, vec2};

use crate::i18n::Lang;
use crate::i18n::export::{self as words, Word as ExportWord};
use crate::ui::style::{self, gap, size};
use crate::ui::text::{self, Face};

/// More names than these are counted.
const MOST_NAMED: usize = 8;

/// Names what is there already.
pub(super) fn question_ui(ui: &mut Ui, files: &[PathBuf], lang: Lang) {
    let p = style::palette(ui);
    ui.add_space(gap::XL);
    text::paragraph_ui(ui, ExportWord::FilesExist.text(lang), Face::bold(size::HEAD, p.text));
    let more = ExportWord::FilesExistMore.text(lang);
    text::paragraph_ui(ui, more, Face::regular(size::BODY, p.subdued));
    ui.add_space(gap::S);
    for path in files.iter().take(MOST_NAMED) {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        text::paragraph_ui(ui, name, Face::regular(size::BODY, p.text));
    }
    if files.len() > MOST_NAMED {
        let more = words::and_more(files.len() - MOST_NAMED, lang);
        text::paragraph_ui(ui, more, Face::regular(size::BODY, p.subdued));
    }
    if let Some(folder) = files.first().and_then(|path| path.parent()) {
        ui.add_space(gap::S);
        let face = Face::regular(size::SMALL, p.subdued);
        text::paragraph_ui(ui, folder.display().to_string(), face);
    }
}

/// A bar and how long it will take still.
pub(super) fn progress_ui(
    ui: &mut Ui,
    done: usize,
    total: usize,
    seconds_left: Option<u32>,
    lang: Lang,
) {
    let p = style::palette(ui);
    ui.add_space((ui.available_height() * 0.36).max(gap::L));
    ui.vertical_centered(|ui| {
        text::paragraph_ui(ui, ExportWord::Writing.text(lang), Face::bold(size::HEAD, p.text));
        ui.add_space(gap::S);
        let width = ui.available_width().min(420.0);
        let (bar, response) = ui.allocate_exact_size(vec2(width, 8.0), Sense::hover());
        let said = words::progress(done, total, seconds_left, lang);
        response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &said));
        ui.painter().rect_filled(bar, 4.0, p.line);
        let part = done as f32 / total.max(1) as f32;
        let filled = bar.with_max_x(bar.left() + bar.width() * part);
        ui.painter().rect_filled(filled, 4.0, p.accent);
        ui.add_space(gap::XS);
        text::paragraph_ui(ui, said, Face::regular(size::BODY, p.subdued));
    });
}
