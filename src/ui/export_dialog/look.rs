//! Colours, language and numbers; which parts are drawn; own words; the data inside and beside.

use egui::Ui;

use super::controls::{check_ui, field_ui, group_ui, label_ui, switch_ui, toggle_ui};
use crate::chart::{Background, ChartSpec, Labels, Order};
use crate::command::ExportDraft;
use crate::export::carried::MAX_WORDS;
use crate::export::choices::ExportChoices;
use crate::i18n::command::Said;
use crate::i18n::export::Word as ExportWord;
use crate::i18n::finding::number_style;
use crate::i18n::number::{Digits, NumberStyle};
use crate::i18n::window::Word;
use crate::i18n::{ChartLang, Lang};
use crate::theme::ThemeName;

pub(super) fn look_ui(ui: &mut Ui, choices: &mut ExportChoices, lang: Lang) {
    group_ui(ui, ExportWord::Look.text(lang));
    let labels = [
        (ChartLang::Zh, Lang::Zh.own_name()),
        (ChartLang::En, Lang::En.own_name()),
        (ChartLang::Both, Word::BothLanguages.text(lang)),
    ];
    let now = choices.lang.unwrap_or_else(|| ChartLang::from(lang));
    if let Some(chosen) = switch_ui(ui, "labels", Word::Labels.text(lang), &labels, now) {
        choices.lang = Some(chosen);
    }
    let themes = [
        (ThemeName::Light, Said::Light.text(lang)),
        (ThemeName::Dark, Said::Dark.text(lang)),
        (ThemeName::Print, Word::ThemePrint.text(lang)),
    ];
    if let Some(theme) = switch_ui(ui, "theme", Word::Colours.text(lang), &themes, choices.theme) {
        choices.theme = theme;
    }
    let backgrounds = [
        (Background::Theme, Word::BackgroundTheme.text(lang)),
        (Background::White, Word::BackgroundWhite.text(lang)),
        (Background::Transparent, Word::BackgroundTransparent.text(lang)),
    ];
    let name = Word::BackgroundRow.text(lang);
    if let Some(background) = switch_ui(ui, "background", name, &backgrounds, choices.background) {
        choices.background = background;
    }
    let digits = [
        (Digits::Short, ExportWord::UsualNumbers.text(lang)),
        (Digits::TenThousands, number_style(NumberStyle::TenThousands, lang)),
        (Digits::Thousands, "k · M"),
        (Digits::Full, ExportWord::FullNumbers.text(lang)),
    ];
    let name = ExportWord::LargeNumbers.text(lang);
    if let Some(chosen) = switch_ui(ui, "digits", name, &digits, choices.digits) {
        choices.digits = chosen;
    }
}

/// Which parts of the page are drawn.
pub(super) fn parts_ui(ui: &mut Ui, choices: &mut ExportChoices, lang: Lang) {
    label_ui(ui, ExportWord::Parts.text(lang));
    let parts = &mut choices.parts;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for (word, part) in [
            (ExportWord::PartTitle, &mut parts.title),
            (ExportWord::PartLegend, &mut parts.legend),
            (ExportWord::PartNotes, &mut parts.notes),
            (ExportWord::PartSource, &mut parts.source),
            (ExportWord::PartDerived, &mut parts.derived),
        ] {
            if toggle_ui(ui, word.text(lang), *part) {
                *part = !*part;
            }
        }
    });
}

/// What stands beside the marks, and in which order the rows stand; only what changes something in the chart.
pub(super) fn rows_ui(ui: &mut Ui, draft: &mut ExportDraft, lang: Lang) {
    let chart = draft.chart();
    let (all, kind) = (draft.several, chart.kind);
    let labels = [
        (Labels::Wording, ExportWord::BesideWording.text(lang)),
        (Labels::Value, ExportWord::BesideValue.text(lang)),
        (Labels::Difference, ExportWord::BesideDifference.text(lang)),
    ];
    let offered: Vec<_> =
        labels.into_iter().filter(|(one, _)| all || kind.labels().contains(one)).collect();
    let now = if all { draft.labels } else { chart.labels };
    let name = ExportWord::BesideMarks.text(lang);
    if offered.len() > 1
        && let Some(chosen) = switch_ui(ui, "beside_marks", name, &offered, now)
    {
        draft.labels = chosen;
    }
    let orders = [
        (Order::Document, ExportWord::OrderDocument.text(lang)),
        (Order::Difference, ExportWord::OrderDifference.text(lang)),
        (Order::Value, ExportWord::OrderValue.text(lang)),
    ];
    let offered: Vec<_> =
        orders.into_iter().filter(|(one, _)| all || kind.orders().contains(one)).collect();
    let now = if all { draft.order } else { chart.order };
    let name = ExportWord::RowOrder.text(lang);
    if offered.len() > 1
        && let Some(chosen) = switch_ui(ui, "order", name, &offered, now)
    {
        draft.order = chosen;
    }
}

/// Title, subtitle and note of one's own.
pub(super) fn words_ui(ui: &mut Ui, spec: &mut ChartSpec, lang: Lang) {
    group_ui(ui, ExportWord::OwnWords.text(lang));
    let from_data = ExportWord::FromTheData.text(lang);
    for (word, hint, own) in [
        (ExportWord::OwnTitle, from_data, &mut spec.title),
        (ExportWord::OwnSubtitle, from_data, &mut spec.subtitle),
        (ExportWord::OwnNote, ExportWord::NoOwnNote.text(lang), &mut spec.note),
    ] {
        let now = own.as_deref().unwrap_or_default();
        if let (Some(changed), _) = field_ui(ui, word.text(lang), hint, now, MAX_WORDS) {
            *own = Some(changed).filter(|words| !words.is_empty());
        }
    }
}

/// The data inside the file and beside it.
pub(super) fn data_ui(ui: &mut Ui, choices: &mut ExportChoices, lang: Lang) {
    group_ui(ui, ExportWord::Data.text(lang));
    for (word, more, on) in [
        (ExportWord::CarryData, ExportWord::CarryDataMore, &mut choices.carries_data),
        (ExportWord::DataBeside, ExportWord::DataBesideMore, &mut choices.data_beside),
    ] {
        if check_ui(ui, word.text(lang), Some(more.text(lang)), *on) {
            *on = !*on;
        }
    }
}
