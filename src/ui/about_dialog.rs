//! What the report is: who gave it, where and when, who published it, the hash of its text, what the data holds;
//! and which application shows it.

use egui::accesskit::Role as Access;
use egui::{Sense, Ui, WidgetInfo, vec2};

use super::dialog::{dialog_ui, scroll_ui};
use super::style::{self, gap, size};
use super::text::{self, Face, Side};
use super::widgets::quiet_ui;
use super::{Shown, reading};
use crate::cite::Style as Reference;
use crate::command::{Command, FigureCommand};
use crate::i18n::Lang;
use crate::i18n::detail::{self as words, Label as Row};
use crate::i18n::quotes;
use crate::i18n::window;
use crate::model::Report;

const WIDTH: f32 = 600.0;
/// Room for the labels at the left.
const LABELS: f32 = 96.0;

pub(super) fn about_dialog_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    commands: &mut Vec<Command>,
) {
    let about = shown.report.about();
    let title = quotes::set(lang.pick(&about.title), lang);
    dialog_ui(ui, "about", &title, WIDTH, lang, commands, |ui, height, commands| {
        let p = style::palette(ui);
        ui.style_mut().interaction.selectable_labels = true;
        let other = lang.choose(Lang::En, Lang::Zh);
        let other_title = quotes::set(other.pick(&about.title), other);
        text::paragraph_ui(ui, other_title, Face::regular(size::BODY, p.subdued));
        ui.separator();
        scroll_ui(ui, height - 96.0, |ui| {
            for (label, value) in rows(shown, lang) {
                row_ui(ui, label.text(lang), &value);
            }
        });
        ui.horizontal_wrapped(|ui| {
            ui.label(Face::regular(size::SMALL, p.subdued).rich(words::cite(lang)));
            for style in Reference::ALL {
                let name = words::cite_as(true, style.name(), lang);
                let response = quiet_ui(ui, style.name(), true).on_hover_text(&name);
                if response.clicked() {
                    commands.push(Command::CloseDialog);
                    commands.push(Command::Figure(FigureCommand::Cite(style, None)));
                }
            }
            ui.add_space(gap::M);
            let licences = Command::ShowLicences;
            if quiet_ui(ui, licences.text(lang), true).clicked() {
                commands.push(licences);
            }
        });
    });
}

fn row_ui(ui: &mut Ui, label: &str, value: &str) {
    let p = style::palette(ui);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap::L;
        let (rect, _) = ui.allocate_exact_size(vec2(LABELS, 20.0), Sense::hover());
        text::paint_line(ui, rect, Side::Left, label, Face::regular(size::SMALL, p.subdued));
        ui.vertical(|ui| {
            let response = text::paragraph_ui(ui, value, Face::regular(size::BODY, p.text));
            let name = format!("{label} {value}");
            response.widget_info(|| WidgetInfo::labeled(Access::Label, true, &name));
        });
    });
}

/// What stands in the dialog, row by row.
fn rows(shown: &Shown<'_>, lang: Lang) -> Vec<(Row, String)> {
    let report: &Report = shown.report;
    let about = report.about();
    let source = report.text();
    let pick = |text| quotes::set(lang.pick(text), lang);
    let date = |date| window::date(date, lang);
    let speaker = lang.choose(
        format!("{}（{}）", about.speaker.zh, about.office.zh),
        format!("{}, {}", about.speaker.en, about.office.en),
    );
    let mut rows = vec![
        (Row::Speaker, quotes::set(&speaker, lang)),
        (Row::Meeting, pick(&about.meeting)),
        (Row::Delivered, date(about.delivered)),
        (
            Row::Published,
            lang.choose(
                format!("{}，{}", pick(&about.publisher), date(about.published)),
                format!("{}, {}", pick(&about.publisher), date(about.published)),
            ),
        ),
        (
            Row::TextFile,
            format!("{} · {}", source.file_name, words::characters(source.characters, lang)),
        ),
        (Row::Hash, source.sha256.clone()),
        (Row::DataVersion, report.data_version().to_owned()),
        (Row::Id, report.id().to_string()),
        (
            Row::Counts,
            words::counts(
                report.figures().len(),
                report.indicators().len(),
                report.comparisons().len(),
                report.exclusions().len(),
                lang,
            ),
        ),
    ];
    if let Some(opened) = &shown.reading.opened {
        rows.push((Row::Attached, reading::identity(&opened.attached, lang)));
    }
    rows.push((Row::Application, words::application(env!("CARGO_PKG_VERSION"), lang)));
    rows
}
