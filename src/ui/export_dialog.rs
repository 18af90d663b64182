//! The export dialog: format, page, language, colours; a preview that is the file itself with fewer pixels.

use egui::accesskit::Role;
use egui::{
    Align, Color32, Frame, Id, Key, Layout, Margin, Modal, Modifiers, Rect, Sense, Stroke,
    StrokeKind, TextureId, Ui, UiBuilder, Vec2, WidgetInfo, vec2,
};

use super::style::{self, gap, size};
use super::text::{self, Face};
use super::widgets::{primary_ui, quiet_ui, segmented_ui};
use super::{Shown, Window, chart_view};
use crate::chart::Background;
use crate::command::Command;
use crate::export::choices::ExportChoices;
use crate::export::preset::{CSS_PX_PER_INCH, Preset};
use crate::export::{Format, TextMode};
use crate::i18n::window::Word;
use crate::i18n::{ChartLang, Lang};
use crate::model::Bilingual;
use crate::theme::{LIGHT, ThemeName};

/// Largest preview, in points.
const PREVIEW: Vec2 = vec2(560.0, 400.0);
const CHOICES: f32 = 352.0;

/// The pages in two rows: for screens and paper, for printed matter.
const PAGES: [Preset; 7] = [
    Preset::Slide,
    Preset::A4Portrait,
    Preset::A4Landscape,
    Preset::Square,
    Preset::Paper84mm,
    Preset::Paper174mm,
    Preset::PublicAccount,
];

/// Shows a picture in its own colours.
const TINT: Color32 = LIGHT.surface;

/// What stands in the preview.
#[derive(Debug, Clone, PartialEq)]
pub enum Preview {
    /// The file as it will be, and the smallest type on it in CSS pixels.
    Picture {
        /// Its pixels.
        texture: TextureId,
        /// In CSS pixels (1/96 inch).
        smallest_type: f32,
    },
    /// Why there will be no file.
    Refused(Bilingual),
}

/// How much smaller than the page its preview is.
#[must_use]
pub fn preview_scale(choices: ExportChoices) -> f32 {
    let room = PREVIEW - Vec2::splat(2.0 * gap::M);
    let page = choices.page.page().size;
    (room.x / page.x).min(room.y / page.y)
}

pub(super) fn export_dialog_ui(
    ui: &mut Ui,
    window: &Window<'_>,
    shown: &Shown<'_>,
    commands: &mut Vec<Command>,
) {
    let lang = window.lang;
    let p = style::palette(ui);
    let ready = Command::SaveExport.enabled(window.situation);
    let frame = Frame::window(ui.style()).inner_margin(Margin::same(24));
    let modal = Modal::new(Id::unique("export")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(CHOICES + gap::XXL + PREVIEW.x);
        text::paragraph_ui(ui, Word::ExportChart.text(lang), Face::bold(size::TITLE, p.text));
        ui.add_space(gap::S);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap::XXL;
            ui.vertical(|ui| {
                ui.set_width(CHOICES);
                choices_ui(ui, window.settings.export, lang, commands);
            });
            ui.vertical(|ui| preview_ui(ui, window.settings.export, lang, shown.preview));
        });
        ui.add_space(gap::M);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if primary_ui(ui, Word::Save.text(lang), ready).clicked() {
                commands.push(Command::SaveExport);
            }
            if quiet_ui(ui, Word::Cancel.text(lang), true).clicked() {
                commands.push(Command::CloseDialog);
            }
            if window.situation.busy {
                ui.label(Face::regular(size::SMALL, p.subdued).rich(Word::Working.text(lang)));
            }
        });
        // A focused button takes Enter for itself.
        let free = ui.memory(|memory| memory.focused().is_none());
        if free && ready && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)) {
            commands.push(Command::SaveExport);
        }
    });
    if modal.should_close() {
        commands.push(Command::CloseDialog);
    }
}

fn choices_ui(ui: &mut Ui, choices: ExportChoices, lang: Lang, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = gap::XS;
    let mut changed = choices;

    let formats = [(Format::Png, "PNG"), (Format::Svg, "SVG"), (Format::Pdf, "PDF")];
    if let Some(format) = row(ui, "format", Word::Format, lang, &formats, choices.format) {
        changed.format = format;
    }
    let pages = PAGES.map(|page| (Some(page), page_name(page, lang)));
    for (at, part) in pages.chunks(4).enumerate() {
        let label = (at == 0).then_some(Word::PageSize);
        let name = Word::PageSize;
        let chosen = choices.page.preset();
        if let Some(Some(page)) = row_of(ui, ("page", at), label, name, lang, part, chosen) {
            changed.page = page.size();
        }
    }
    let labels = [
        (ChartLang::Zh, "中文"),
        (ChartLang::En, "English"),
        (ChartLang::Both, Word::BothLanguages.text(lang)),
    ];
    let now = choices.lang.unwrap_or_else(|| ChartLang::from(lang));
    if let Some(chosen) = row(ui, "labels", Word::Labels, lang, &labels, now) {
        changed.lang = Some(chosen);
    }
    let themes = [
        (ThemeName::Light, lang.choose("浅色", "Light")),
        (ThemeName::Dark, lang.choose("深色", "Dark")),
        (ThemeName::Print, Word::ThemePrint.text(lang)),
    ];
    if let Some(theme) = row(ui, "theme", Word::Colours, lang, &themes, choices.theme) {
        changed.theme = theme;
    }
    let backgrounds = [
        (Background::Theme, Word::BackgroundTheme.text(lang)),
        (Background::White, Word::BackgroundWhite.text(lang)),
        (Background::Transparent, Word::BackgroundTransparent.text(lang)),
    ];
    let chosen = row(ui, "background", Word::BackgroundRow, lang, &backgrounds, choices.background);
    if let Some(background) = chosen {
        changed.background = background;
    }
    if choices.format == Format::Svg {
        let texts = [
            (TextMode::Outlines, lang.choose("轮廓（到处一样）", "Outlines")),
            (TextMode::Text, lang.choose("文本（可编辑）", "Editable text")),
        ];
        if let Some(text) = row(ui, "svg_text", Word::SvgTextRow, lang, &texts, choices.text) {
            changed.text = text;
        }
    }
    if changed != choices {
        commands.push(Command::ChooseExport(changed));
    }
}

/// What a page is for: 幻灯片 / Slide.
fn page_name(page: Preset, lang: Lang) -> &'static str {
    match page {
        Preset::Slide => lang.choose("幻灯片", "Slide"),
        Preset::A4Portrait => lang.choose("A4 纵向", "A4 portrait"),
        Preset::A4Landscape => lang.choose("A4 横向", "A4 landscape"),
        Preset::Paper84mm => lang.choose("论文单栏", "Paper 84 mm"),
        Preset::Paper174mm => lang.choose("论文双栏", "Paper 174 mm"),
        Preset::PublicAccount => lang.choose("公众号头图", "Banner"),
        Preset::Square => lang.choose("方图", "Square"),
    }
}

/// The size of the file that the choices lead to: `3840 × 2160 像素`, `210 × 297 mm`.
fn size_of_file(choices: ExportChoices, lang: Lang) -> String {
    let page = choices.page.page();
    let pixels = page.size * (page.dpi as f32 / CSS_PX_PER_INCH);
    let millimetres = page.size * (25.4 / CSS_PX_PER_INCH);
    match choices.format {
        Format::Png => format!(
            "{} × {} {}{}{} DPI",
            pixels.x.round(),
            pixels.y.round(),
            lang.choose("像素", "px"),
            lang.choose("，", ", "),
            page.dpi
        ),
        Format::Svg | Format::Pdf => format!(
            "{} × {} {}",
            millimetres.x.round(),
            millimetres.y.round(),
            lang.choose("毫米，矢量", "mm, vector")
        ),
    }
}

fn row<T: Copy + PartialEq>(
    ui: &mut Ui,
    salt: &'static str,
    word: Word,
    lang: Lang,
    options: &[(T, &str)],
    current: T,
) -> Option<T> {
    row_of(ui, (salt, 0), Some(word), word, lang, options, current)
}

/// One switch below its name.
fn row_of<T: Copy + PartialEq>(
    ui: &mut Ui,
    salt: (&'static str, usize),
    label: Option<Word>,
    name: Word,
    lang: Lang,
    options: &[(T, &str)],
    current: T,
) -> Option<T> {
    let p = style::palette(ui);
    if let Some(label) = label {
        ui.add_space(gap::S);
        ui.label(Face::regular(size::SMALL, p.subdued).rich(label.text(lang)));
    }
    ui.push_id(salt, |ui| segmented_ui(ui, "choice", name.text(lang), options, current)).inner
}

/// Where the preview stands inside its ground.
fn page_in(room: Rect, choices: ExportChoices) -> Rect {
    Rect::from_center_size(room.center(), choices.page.page().size * preview_scale(choices))
}

/// The file in its proportions on a quiet ground, and a warning where its type is too small for print.
fn preview_ui(ui: &mut Ui, choices: ExportChoices, lang: Lang, preview: Option<&Preview>) {
    let p = style::palette(ui);
    ui.label(Face::regular(size::SMALL, p.subdued).rich(format!(
        "{} · {}",
        Word::Preview.text(lang),
        size_of_file(choices, lang)
    )));
    let (room, response) = ui.allocate_exact_size(PREVIEW, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, Word::Preview.text(lang)));
    ui.painter().rect_filled(room, 8.0, p.sunken);
    let page = page_in(room, choices);
    match preview {
        Some(Preview::Picture { texture, smallest_type }) => {
            let whole = Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
            ui.painter().image(*texture, page, whole, TINT);
            ui.painter().rect_stroke(page, 0.0, Stroke::new(1.0, p.line), StrokeKind::Outside);
            // 6 points, of which 72 are an inch; a CSS pixel is 1/96.
            if *smallest_type < 8.0 {
                let points = (smallest_type * 7.5).round() / 10.0;
                let warning = lang.choose(
                    format!("最小的字只有 {points} 磅，印出来难以看清；请选择更大的版面或更少的指标。"),
                    format!("The smallest type is {points} pt, hard to read in print; choose a larger page or fewer indicators."),
                );
                text::paragraph_ui(ui, warning, Face::regular(size::SMALL, p.warning));
            }
        }
        Some(Preview::Refused(message)) => {
            ui.scope_builder(UiBuilder::new().max_rect(room.shrink(gap::XXL)), |ui| {
                chart_view::message_ui(ui, lang, message);
            });
        }
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_given_in_the_unit_of_the_format() {
        let mut choices =
            ExportChoices { page: Preset::A4Portrait.size(), ..ExportChoices::default() };
        assert_eq!(size_of_file(choices, Lang::En), "2480 × 3508 px, 300 DPI");
        choices.format = Format::Pdf;
        assert_eq!(size_of_file(choices, Lang::Zh), "210 × 297 毫米，矢量");
    }
}
