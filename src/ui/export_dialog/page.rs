//! Format, page, size and resolution, and the choices that a person gave a name.

use egui::{Key, Modifiers, Ui};

use super::controls::{field_ui, group_ui, label_ui, number_ui, switch_ui, toggle_ui};
use crate::command::{ExportCommand, ExportDraft};
use crate::export::choices::{ExportChoices, OwnPreset};
use crate::export::preset::{DPI, LengthUnit, PageSize, Preset};
use crate::export::{Format, TextMode};
use crate::i18n::Lang;
use crate::i18n::export::{self as words, Word as ExportWord};
use crate::i18n::window::Word;
use crate::ui::style::{self, gap, size};
use crate::ui::text::{self, Face};
use crate::ui::widgets::{link_ui, segmented_ui, small_button_ui};

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

/// Longest name of a preset, in characters.
const MAX_NAME: usize = 24;

/// The format of one picture, and how an SVG writes its letters.
pub(super) fn format_ui(ui: &mut Ui, choices: &mut ExportChoices, lang: Lang) {
    let formats = [(Format::Png, "PNG"), (Format::Svg, "SVG"), (Format::Pdf, "PDF")];
    if let Some(format) = switch_ui(ui, "format", Word::Format.text(lang), &formats, choices.format)
    {
        choices.format = format;
    }
}

/// How an SVG writes its letters.
pub(super) fn letters_ui(ui: &mut Ui, choices: &mut ExportChoices, lang: Lang) {
    let texts = [
        (TextMode::Outlines, ExportWord::LettersOutlines.text(lang)),
        (TextMode::Text, ExportWord::LettersText.text(lang)),
    ];
    if let Some(text) = switch_ui(ui, "svg_text", Word::SvgTextRow.text(lang), &texts, choices.text)
    {
        choices.text = text;
    }
}

/// A page by its purpose, or by width, height and resolution.
pub(super) fn page_ui(ui: &mut Ui, choices: &mut ExportChoices, lang: Lang) {
    label_ui(ui, Word::PageSize.text(lang));
    let pages = PAGES.map(|page| (Some(page), page_name(page, lang)));
    for (salt, part) in ["pages_above", "pages_below"].into_iter().zip(pages.chunks(4)) {
        let name = Word::PageSize.text(lang);
        if let Some(Some(preset)) = segmented_ui(ui, salt, name, part, choices.page.preset()) {
            choices.page = preset.size();
        }
    }
    size_ui(ui, &mut choices.page, lang);
}

fn size_ui(ui: &mut Ui, page: &mut PageSize, lang: Lang) {
    let decimals = match page.unit {
        LengthUnit::Px => 0,
        LengthUnit::Mm => 1,
    };
    // Anything that can be drawn; the preview says what a page is too small for.
    let low = PageSize { width: 0.0, height: 0.0, ..*page }.within_ranges();
    let high = PageSize { width: 1e9, height: 1e9, ..*page }.within_ranges();
    let ranges = (low.width.ceil(), high.width.floor());
    let locked_id = ui.scope_id().with("ratio locked");
    let mut locked = ui.data(|data| data.get_temp(locked_id)).unwrap_or(true);
    ui.add_space(gap::XS);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.set_min_height(ui.spacing().interact_size.y);
        let ratio = page.height / page.width;
        let round = |side: f32| match page.unit {
            LengthUnit::Px => side.round(),
            LengthUnit::Mm => (side * 10.0).round() / 10.0,
        };
        if let Some(width) =
            number_ui(ui, ExportWord::Width.text(lang), page.width, ranges, decimals)
        {
            (page.width, page.grows) = (width, false);
            if locked {
                page.height = round(width * ratio);
            }
        } else if let Some(height) =
            number_ui(ui, ExportWord::Height.text(lang), page.height, ranges, decimals)
        {
            (page.height, page.grows) = (height, false);
            if locked {
                page.width = round(height / ratio);
            }
        }
        let units = [
            (LengthUnit::Px, ExportWord::Pixels.text(lang)),
            (LengthUnit::Mm, ExportWord::Millimetres.text(lang)),
        ];
        let name = ExportWord::UnitOfPage.text(lang);
        if let Some(unit) = segmented_ui(ui, "unit", name, &units, page.unit) {
            *page = page.in_unit(unit);
        }
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.set_min_height(ui.spacing().interact_size.y);
        if toggle_ui(ui, ExportWord::LockRatio.text(lang), locked) {
            locked = !locked;
            ui.data_mut(|data| data.insert_temp(locked_id, locked));
        }
        ui.add_space(gap::XS);
        let dots = (*DPI.start() as f32, *DPI.end() as f32);
        if let Some(dpi) =
            number_ui(ui, ExportWord::Resolution.text(lang), page.dpi as f32, dots, 0)
        {
            page.dpi = dpi as u32;
        }
    });
    if page.grows {
        let quiet = Face::regular(size::SMALL, style::palette(ui).subdued);
        let words = ExportWord::PageGrows.text(lang);
        let width = ui.available_width();
        let words = text::block(ui, words, quiet, width, 2);
        ui.label(words);
    }
    *page = page.within_ranges();
}

/// What a page is for: 幻灯片 / Slide.
fn page_name(page: Preset, lang: Lang) -> &'static str {
    match page {
        Preset::Slide => ExportWord::PageSlide.text(lang),
        Preset::A4Portrait => ExportWord::PageA4Portrait.text(lang),
        Preset::A4Landscape => ExportWord::PageA4Landscape.text(lang),
        Preset::Paper84mm => ExportWord::PageOneColumn.text(lang),
        Preset::Paper174mm => ExportWord::PageTwoColumns.text(lang),
        Preset::PublicAccount => ExportWord::PageBanner.text(lang),
        Preset::Square => ExportWord::PageSquare.text(lang),
    }
}

/// The own presets, and how the present choices become one.
pub(super) fn presets_ui(
    ui: &mut Ui,
    (presets, draft): (&[OwnPreset], &ExportDraft),
    choices: &ExportChoices,
    lang: Lang,
    commands: &mut Vec<ExportCommand>,
) {
    let p = style::palette(ui);
    group_ui(ui, ExportWord::OwnPresets.text(lang));
    for preset in presets {
        let current = preset.choices == *choices;
        ui.push_id(("preset", &preset.name), |ui| {
            ui.horizontal(|ui| {
                if toggle_ui(ui, &preset.name, current) && !current {
                    commands.push(ExportCommand::Choose(preset.choices));
                }
                let remove = small_button_ui(ui, None, "×");
                let name = words::remove_preset(&preset.name, lang);
                let remove = remove.on_hover_text(&name);
                ui.ctx().accesskit_node_builder(remove.id, |node| node.set_label(name.clone()));
                if remove.clicked() {
                    commands.push(ExportCommand::RemovePreset(preset.name.clone()));
                }
            });
        });
    }
    let revise = |preset_name: Option<String>| {
        ExportCommand::Revise(Box::new(ExportDraft { preset_name, ..draft.clone() }))
    };
    let Some(name) = &draft.preset_name else {
        if link_ui(ui, ExportWord::KeepAsPreset.text(lang)).clicked() {
            commands.push(revise(Some(String::new())));
        }
        return;
    };
    let (changed, field) = field_ui(ui, ExportWord::PresetName.text(lang), "", name, MAX_NAME);
    if name.is_empty() && changed.is_none() && ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    let entered =
        field.lost_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    let now = changed.clone().unwrap_or_else(|| name.clone());
    let sound = !now.trim().is_empty();
    ui.horizontal(|ui| {
        if (link_ui(ui, ExportWord::Keep.text(lang)).clicked() || entered) && sound {
            commands.push(ExportCommand::KeepPreset(now.trim().to_owned()));
        }
        if link_ui(ui, Word::Cancel.text(lang)).clicked() {
            commands.push(revise(None));
        }
        if presets.iter().any(|preset| preset.name == now.trim()) {
            let note = ExportWord::ReplacesPreset.text(lang);
            ui.label(Face::regular(size::SMALL, p.subdued).rich(note));
        }
    });
    if let Some(changed) = changed {
        commands.push(revise(Some(changed)));
    }
}
