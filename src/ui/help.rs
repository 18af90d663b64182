//! The help: shortcuts from the one list of commands, the signs as the charts paint them, and how comparability is decided.

use egui::accesskit::Role as Access;
use egui::{Id, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::Window;
use super::dialog::dialog_ui;
use super::lists::BandLine;
use super::style::{self, RADIUS_FIELD, gap, size};
use super::text::{self, Face, Side};
use super::widgets::segmented_ui;
use crate::chart::Sign;
use crate::command::Command;
use crate::i18n::help::{self as words, HelpPage};
use crate::i18n::{Lang, terms};
use crate::model::Verdict;

const WIDTH: f32 = 760.0;
const ROW: f32 = 30.0;

pub(super) fn help_ui(ui: &mut Ui, window: &Window<'_>, commands: &mut Vec<Command>) {
    let lang = window.lang;
    let memory = Id::unique("help_page");
    let mut page = ui.data(|data| data.get_temp::<HelpPage>(memory)).unwrap_or_default();
    let title = Command::ShowHelp.text(lang);
    dialog_ui(ui, "help", title, WIDTH, lang, commands, |ui, height, _| {
        let pages = HelpPage::ALL.map(|page| (page, page.name(lang)));
        if let Some(chosen) = segmented_ui(ui, "help_pages", title, &pages, page) {
            page = chosen;
        }
        ui.add_space(gap::XS);
        // One height for all pages, so that nothing jumps.
        let high = (height - 52.0).clamp(ROW * 2.0, 520.0);
        ScrollArea::vertical()
            .id_salt(("help", page))
            .max_height(high)
            .min_scrolled_height(high)
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                // Beside the scroll bar, not under it.
                ui.set_max_width(ui.available_width() - gap::L);
                match page {
                    HelpPage::Shortcuts => shortcuts_ui(ui, lang),
                    HelpPage::Signs => signs_ui(ui, lang),
                    HelpPage::Comparability => comparability_ui(ui, window),
                }
            });
    });
    ui.data_mut(|data| data.insert_temp(memory, page));
}

/// Commands with their keys, in two columns where there is room, and the keys of lists below.
fn shortcuts_ui(ui: &mut Ui, lang: Lang) {
    section_ui(ui, words::commands_head(lang));
    let rows: Vec<(String, String)> = Command::with_shortcut()
        .iter()
        .filter_map(|command| Some((command.text(lang).to_owned(), command.keys(ui.ctx())?)))
        .collect();
    let two = ui.available_width() >= 560.0;
    let columns = if two { 2 } else { 1 };
    let gutter = gap::XXL;
    let width = (ui.available_width() - gutter * (columns - 1) as f32) / columns as f32;
    let lines = rows.len().div_ceil(columns);
    let (whole, _) =
        ui.allocate_exact_size(vec2(ui.available_width(), lines as f32 * ROW), Sense::hover());
    for (at, (name, keys)) in rows.iter().enumerate() {
        let corner = pos2(
            whole.left() + (at / lines) as f32 * (width + gutter),
            whole.top() + (at % lines) as f32 * ROW,
        );
        let rect = Rect::from_min_size(corner, vec2(width, ROW));
        let response = ui.interact(rect, ui.scope_id().with(("keys", at)), Sense::hover());
        response
            .widget_info(|| WidgetInfo::labeled(Access::Label, true, format!("{name}: {keys}")));
        let p = style::palette(ui);
        let end = key_ui(ui, rect, keys);
        let words = rect.with_max_x(end - gap::S);
        text::paint_line(ui, words, Side::Left, name, Face::regular(size::BODY, p.text));
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, p.line));
    }
    ui.add_space(gap::XL);
    section_ui(ui, words::list_keys_head(lang));
    let mac = ui.ctx().os().is_mac();
    for (keys, meaning) in words::list_keys(lang) {
        let keys = &if mac { keys.replace("Ctrl", "Cmd") } else { keys.to_owned() };
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
        response
            .widget_info(|| WidgetInfo::labeled(Access::Label, true, format!("{keys}: {meaning}")));
        let p = style::palette(ui);
        let left = rect.with_max_x(rect.left() + 96.0);
        key_ui(ui, left, keys);
        let words = rect.with_min_x(left.right() + gap::M);
        text::paint_line(ui, words, Side::Left, meaning, Face::regular(size::BODY, p.text));
    }
}

/// Keys in a frame at the right end of `rect`; where the frame begins.
fn key_ui(ui: &Ui, rect: Rect, keys: &str) -> f32 {
    let p = style::palette(ui);
    let galley = text::line(ui, keys, Face::regular(size::SMALL, p.text), rect.width());
    let wide = galley.size().x + 14.0;
    let frame =
        Rect::from_min_size(pos2(rect.right() - wide, rect.center().y - 11.0), vec2(wide, 22.0));
    ui.painter().rect(frame, 5.0, p.sunken, Stroke::new(1.0, p.line), StrokeKind::Inside);
    text::paint_galley(ui, frame, Side::Middle, galley);
    frame.left()
}

fn section_ui(ui: &mut Ui, title: &str) {
    let p = style::palette(ui);
    text::heading_ui(ui, title, Face::bold(size::HEAD, p.text));
    ui.add_space(gap::S);
}

fn signs_ui(ui: &mut Ui, lang: Lang) {
    let p = style::palette(ui);
    text::paragraph_ui(ui, words::signs_intro(lang), Face::regular(size::BODY, p.text));
    ui.add_space(gap::M);
    for (sign, (name, meaning)) in Sign::ALL.into_iter().zip(words::bound_signs(lang)) {
        let meaning_left = 180.0;
        let width = (ui.available_width() - meaning_left).max(120.0);
        let face = Face::regular(size::BODY, p.subdued);
        let said = text::block(ui, meaning, face, width, 3);
        let high = (said.size().y + gap::S).max(34.0);
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), high), Sense::hover());
        response
            .widget_info(|| WidgetInfo::labeled(Access::Label, true, format!("{name}: {meaning}")));
        let at = pos2(rect.left(), rect.center().y - Sign::SIZE.y / 2.0 + 2.0);
        sign.paint(ui.painter(), at, style::theme_name(ui));
        let name_rect = Rect::from_min_max(
            pos2(rect.left() + Sign::SIZE.x + gap::S, rect.top()),
            pos2(rect.left() + meaning_left - gap::S, rect.bottom()),
        );
        text::paint_line(ui, name_rect, Side::Left, name, Face::bold(size::BODY, p.text));
        let meaning_rect = rect.with_min_x(rect.left() + meaning_left);
        text::paint_galley(ui, meaning_rect, Side::Left, said);
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, p.line));
    }
}

/// The verdicts with an example each from the open report, then the rules.
fn comparability_ui(ui: &mut Ui, window: &Window<'_>) {
    let lang = window.lang;
    let p = style::palette(ui);
    for verdict in Verdict::ALL {
        let color = match verdict {
            Verdict::SameBasis => p.accent,
            Verdict::Derivable => p.derived,
            Verdict::DifferentBasis => p.subdued,
        };
        let frame = egui::Frame::new()
            .fill(p.sunken)
            .corner_radius(RADIUS_FIELD)
            .inner_margin(egui::Margin::symmetric(14, 10));
        frame.show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            let title = format!(
                "{} · {}",
                terms::verdict_sentence(verdict, lang),
                terms::verdict(verdict, lang)
            );
            text::heading_ui(ui, &title, Face::bold(size::READING, color));
            let shows = words::verdict_shows(verdict, lang);
            text::paragraph_ui(ui, shows, Face::regular(size::BODY, p.text));
            let bands = window.content.as_ref().ok().map(|shown| &shown.whole.bands);
            let line = bands
                .and_then(|bands| bands.iter().find(|band| band.verdict == verdict))
                .and_then(|band| band.lines.first());
            if let Some(line) = line {
                let example = format!("{}{}", words::example(lang), example(line, verdict, lang));
                text::paragraph_ui(ui, example, Face::regular(size::SMALL, p.subdued));
            }
        });
        ui.add_space(gap::S);
    }
    ui.add_space(gap::M);
    section_ui(ui, words::rules_head(lang));
    text::paragraph_ui(ui, words::rules_intro(lang), Face::regular(size::BODY, p.subdued));
    ui.add_space(gap::S);
    for (at, (rule, verdict)) in words::rules(lang).into_iter().enumerate() {
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
        let leads = terms::verdict(verdict, lang);
        let number = at + 1;
        response.widget_info(|| {
            WidgetInfo::labeled(Access::Label, true, format!("{number}. {rule} → {leads}"))
        });
        let quiet = Face::regular(size::BODY, p.subdued);
        text::paint_line(ui, rect, Side::Left, &format!("{number}."), quiet);
        let verdict_line = text::line(ui, leads, Face::bold(size::BODY, p.text), 140.0);
        let right = rect.right() - verdict_line.size().x - gap::M;
        text::paint_galley(ui, rect, Side::Right, verdict_line);
        let words =
            Rect::from_min_max(pos2(rect.left() + 24.0, rect.top()), pos2(right, rect.bottom()));
        text::paint_line(ui, words, Side::Left, rule, Face::regular(size::BODY, p.text));
        ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, p.line));
    }
}

fn example(line: &BandLine, verdict: Verdict, lang: Lang) -> String {
    let sign = match verdict {
        Verdict::SameBasis | Verdict::Derivable => "→",
        Verdict::DifferentBasis => "≠",
    };
    let BandLine { name, actual, target, outcome, .. } = line;
    lang.choose(
        format!("{name} {actual} {sign} {target}，{outcome}"),
        format!("{name}, {actual} {sign} {target}: {outcome}"),
    )
}
