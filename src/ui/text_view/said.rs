//! What is said of a figure in the text: its name for those who hear it, the box that opens over it.

use egui::Ui;

use crate::i18n::number::Digits;
use crate::i18n::{Lang, quotes, reason, terms, text as words};
use crate::model::{Figure, Report};
use crate::ui::lists::FigureCard;
use crate::ui::style::{self, gap, size};
use crate::ui::text::{self, Face};

/// The character as it is drawn: white space of any kind is a space.
pub(super) fn drawn(c: char) -> char {
    if c.is_whitespace() { ' ' } else { c }
}

/// 目标 1.2万个，5G基站.
pub(super) fn figure_name(report: &Report, figure: &Figure, lang: Lang) -> String {
    let role = terms::role(figure.role, lang);
    let name = lang.pick(&report.indicator_of(figure).name);
    let wording = &figure.wording;
    quotes::set(
        &lang.choose(format!("{role} {wording}，{name}"), format!("{role} {wording}, {name}")),
        lang,
    )
}

/// Name, period and basis, value, and what follows from it, of one figure or of several that share their words.
pub(super) fn figures_ui(
    ui: &mut Ui,
    report: &Report,
    figures: &[usize],
    derived_shown: bool,
    lang: Lang,
) {
    let p = style::palette(ui);
    ui.set_max_width(300.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    for (at, figure) in figures.iter().map(|at| &report.figures()[*at]).enumerate() {
        if at > 0 {
            ui.add_space(gap::S);
        }
        let indicator = report.indicator_of(figure);
        let card = FigureCard::of(report, indicator, figure, lang);
        let name = quotes::set(lang.pick(&indicator.name), lang);
        text::paragraph_ui(ui, name, Face::bold(size::BODY, p.text));
        let role = terms::role(figure.role, lang);
        let caption = format!("{role} · {}", card.caption);
        text::paragraph_ui(ui, caption, Face::regular(size::SMALL, p.role(figure.role)));
        let value = format!("{}  {}", card.wording, card.value);
        text::paragraph_ui(ui, value, Face::regular(size::BODY, p.text));
        if card.preliminary {
            let status = terms::status(figure.status, lang);
            text::paragraph_ui(ui, status, Face::regular(size::SMALL, p.subdued));
        }
        let comparison = report
            .comparisons_of(&figure.indicator)
            .find(|comparison| comparison.target == figure.id || comparison.actual == figure.id);
        if let Some(comparison) = comparison {
            let formula = if derived_shown {
                reason::formula(report, comparison, Digits::Short, lang)
            } else {
                None
            };
            let (said, color) = match formula {
                Some(formula) => (words::derived_by(&formula, lang), p.derived),
                None => (reason::short(comparison, lang).to_owned(), p.subdued),
            };
            text::paragraph_ui(ui, said, Face::regular(size::SMALL, color));
        }
    }
    if figures.len() > 1 {
        ui.add_space(gap::XS);
        let shared = words::shared(figures.len(), lang);
        text::paragraph_ui(ui, shared, Face::regular(size::SMALL, p.subdued));
    }
}
