//! Several charts at once: which, in which formats, under which names, into what.

use egui::{ScrollArea, Ui};

use super::Exporting;
use super::controls::{check_ui, field_ui, group_ui, label_ui, switch_ui, toggle_ui};
use crate::chart::ChartKind;
use crate::command::{ExportCommand, ExportDraft};
use crate::export::Format;
use crate::export::batch::{Batch, NamePattern, Placeholder, Plan, placeholder_help};
use crate::export::choices::{BatchChoices, ExportChoices};
use crate::i18n::Lang;
use crate::i18n::export::{self as words, Word as ExportWord};
use crate::model::{Bilingual, Report};
use crate::ui::style::{self, RADIUS_CARD, gap, size};
use crate::ui::text::{self, Face};
use crate::ui::widgets::link_ui;

/// Longest pattern of names, in characters.
const MAX_PATTERN: usize = 120;

/// What the choices lead to.
///
/// # Errors
/// Why they lead to no files.
pub fn plan(
    report: &Report,
    exporting: &Exporting,
    choices: &ExportChoices,
    batch: &BatchChoices,
    lang: Lang,
) -> Result<Plan, Bilingual> {
    let batch = Batch {
        charts: exporting.draft.charts(&exporting.offered),
        formats: batch.formats.clone(),
        choices: *choices,
        pattern: NamePattern::parse(&batch.pattern).map_err(|error| error.message())?,
        index: batch.index,
        lang,
    };
    Plan::of(report, &batch).map_err(|error| error.message())
}

/// Several formats at once.
pub(super) fn formats_ui(ui: &mut Ui, batch: &mut BatchChoices, lang: Lang) {
    label_ui(ui, ExportWord::Formats.text(lang));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (format, name) in [(Format::Png, "PNG"), (Format::Svg, "SVG"), (Format::Pdf, "PDF")] {
            let on = batch.formats.contains(&format);
            if toggle_ui(ui, name, on) {
                batch.formats.retain(|other| *other != format);
                if !on {
                    batch.formats.push(format);
                    batch
                        .formats
                        .sort_by_key(|format| Format::ALL.iter().position(|one| one == format));
                }
            }
        }
    });
}

/// Names and place.
pub(super) fn files_ui(
    ui: &mut Ui,
    batch: &mut BatchChoices,
    plan: &Result<Plan, Bilingual>,
    lang: Lang,
) {
    let p = style::palette(ui);
    group_ui(ui, ExportWord::Files.text(lang));
    let name = ExportWord::NamePattern.text(lang);
    let (changed, field) = field_ui(ui, name, NamePattern::DEFAULT, &batch.pattern, MAX_PATTERN);
    if let Some(changed) = changed {
        batch.pattern = changed;
    }
    field.on_hover_ui(|ui| {
        for placeholder in Placeholder::ALL {
            let line =
                format!("{{{}}}  {}", placeholder.key(), placeholder_help(placeholder, lang));
            ui.label(Face::regular(size::SMALL, p.text).rich(line));
        }
    });
    match plan {
        Ok(plan) => {
            let first = plan.names().into_iter().next().unwrap_or_default();
            let face = Face::regular(size::SMALL, p.subdued);
            text::paragraph_ui(ui, words::example(&first, lang), face);
        }
        Err(message) => {
            text::paragraph_ui(ui, lang.pick(message), Face::regular(size::SMALL, p.warning));
        }
    }
    let targets = [(false, ExportWord::Folder.text(lang)), (true, ExportWord::Archive.text(lang))];
    if let Some(archive) =
        switch_ui(ui, "target", ExportWord::Target.text(lang), &targets, batch.archive)
    {
        batch.archive = archive;
    }
    ui.add_space(gap::XS);
    let more = ExportWord::WithIndexMore.text(lang);
    if check_ui(ui, ExportWord::WithIndex.text(lang), Some(more), batch.index) {
        batch.index = !batch.index;
    }
}

/// The charts that the report offers, by kind; in the place of the preview.
pub(super) fn list_ui(
    ui: &mut Ui,
    exporting: &Exporting,
    plan: Option<&Plan>,
    lang: Lang,
    commands: &mut Vec<ExportCommand>,
) {
    let p = style::palette(ui);
    let draft = &exporting.draft;
    let mut chosen = draft.chosen.clone();
    ui.horizontal(|ui| {
        let face = Face::bold(size::BODY, p.text);
        ui.label(face.rich(ExportWord::ChartsToExport.text(lang)));
        let count = exporting.draft.charts(&exporting.offered).len();
        let files = plan.map(Plan::counts);
        let count = words::chosen(count, exporting.offered.len(), files, lang);
        ui.label(Face::regular(size::SMALL, p.subdued).rich(count));
        if link_ui(ui, ExportWord::All.text(lang)).clicked() {
            chosen = exporting.offered.iter().map(|one| one.id.as_str().to_owned()).collect();
        }
        if link_ui(ui, ExportWord::None.text(lang)).clicked() {
            chosen.clear();
        }
    });
    ui.add_space(gap::XS);
    egui::Frame::new().fill(p.sunken).corner_radius(RADIUS_CARD).inner_margin(8.0).show(ui, |ui| {
        let area = ScrollArea::vertical().id_salt("charts to export").auto_shrink(false);
        // In a low window less than egui would keep, so that it never lies over the choices.
        area.min_scrolled_height(0.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for kind in ChartKind::ALL {
                let of_kind: Vec<_> =
                    exporting.offered.iter().filter(|offered| offered.kind == kind).collect();
                if of_kind.is_empty() {
                    continue;
                }
                let all = of_kind.iter().all(|one| chosen.contains(one.id.as_str()));
                let head =
                    format!("{}{}{}", kind.name(lang), lang.choose("：", ": "), kind.purpose(lang));
                if check_ui(ui, &head, None, all) {
                    for one in &of_kind {
                        if all {
                            chosen.remove(one.id.as_str());
                        } else {
                            chosen.insert(one.id.as_str().to_owned());
                        }
                    }
                }
                ui.indent(("kind", kind.key()), |ui| {
                    for one in of_kind {
                        let on = chosen.contains(one.id.as_str());
                        let id = Some(one.id.as_str());
                        let clicked =
                            ui.push_id(id, |ui| check_ui(ui, lang.pick(&one.title), id, on));
                        if clicked.inner {
                            if on {
                                chosen.remove(one.id.as_str());
                            } else {
                                chosen.insert(one.id.as_str().to_owned());
                            }
                        }
                    }
                });
                ui.add_space(gap::S);
            }
        });
    });
    if chosen != draft.chosen {
        let revised = ExportDraft { chosen, ..draft.clone() };
        commands.push(ExportCommand::Revise(Box::new(revised)));
    }
}
