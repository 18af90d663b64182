//! The list of all charts of one kind: beside the chart where there is room, in a menu where there is not.

use egui::{Rect, ScrollArea, Sense, Ui, vec2};

use super::Shown;
use super::lists::{ChartGroup, ChartLine};
use super::style::{self, gap, size};
use super::text::{self, Face, Side};
use super::widgets::{Line, menu_line_ui};
use crate::chart::Scope;
use crate::command::{ChartScope, Command, Selection};
use crate::i18n::Lang;
use crate::i18n::chart_view::{self as words, ChartWord};
use crate::model::{Domain, IndicatorId, SectionId};

/// The list, filling what room there is.
pub(super) fn chart_list_ui(
    ui: &mut Ui,
    lang: Lang,
    shown: &Shown<'_>,
    commands: &mut Vec<Command>,
) {
    let p = style::palette(ui);
    let kind = shown.spec.kind;
    let lines: Vec<&ChartLine> = shown.charts.of_kind(kind).collect();
    let head = words::charts(kind.name(lang), lines.len(), lang);
    heading_ui(ui, &head, Face::bold(size::BODY, p.text));
    ui.horizontal_wrapped(|ui| {
        ui.add_space(gap::S);
        text::paragraph_ui(ui, kind.purpose(lang), Face::regular(size::SMALL, p.subdued));
    });
    ui.add_space(gap::XS);
    ScrollArea::vertical().id_salt(("charts", kind.key())).auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut group = None;
        for line in lines {
            if group != Some(line.group) {
                group = Some(line.group);
                let word = match line.group {
                    ChartGroup::Whole => ChartWord::Whole,
                    ChartGroup::Sections => ChartWord::Sections,
                    ChartGroup::Domains => ChartWord::Domains,
                    ChartGroup::Indicators => ChartWord::Indicators,
                };
                ui.add_space(gap::XS);
                heading_ui(ui, word.text(lang), Face::regular(size::TINY, p.subdued));
            }
            let chosen = shown.spec.scope == line.scope;
            let count = line.count.to_string();
            let choice = Line::Choice(chosen);
            let response = menu_line_ui(ui, choice, &line.name, Some(&count), true);
            if response.clicked() {
                commands.extend(show(&line.scope, shown.image_scope));
            }
            response.on_hover_text(&line.name);
        }
    });
}

fn heading_ui(ui: &mut Ui, words: &str, face: Face) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
    let inner = Rect::from_min_max(rect.min + vec2(gap::S, 0.0), rect.max);
    text::paint_line(ui, inner, Side::Left, words, face);
}

/// What shows a scope: tree, table and details go there with the chart. Of what an image is, its own chart is shown.
fn show(scope: &Scope, of_image: Option<&Scope>) -> Vec<Command> {
    let of_the_image = vec![Command::ShowScope(ChartScope::Image)];
    match scope {
        _ if of_image == Some(scope) => of_the_image,
        Scope::Indicators(ids) => match ids.as_slice() {
            [id] => {
                let select = |indicator| Command::Select(Selection { indicator, figure: None });
                let indicator = IndicatorId::new(id).ok().into_iter();
                let show = Command::ShowScope(ChartScope::Indicator);
                indicator.flat_map(|id| [select(id), show.clone()]).collect()
            }
            // Several are listed only where an image is of them.
            _ => of_the_image,
        },
        _ if of_image.is_some() => of_the_image,
        Scope::Headline => {
            vec![Command::ChooseSection(None), Command::ShowScope(ChartScope::Headline)]
        }
        Scope::Report => {
            vec![Command::ChooseSection(None), Command::ShowScope(ChartScope::Section)]
        }
        Scope::Section(id) => {
            let id = SectionId::new(id).ok();
            id.map(|id| Command::ChooseSection(Some(id))).into_iter().collect()
        }
        Scope::Domain(key) => Domain::ALL
            .into_iter()
            .find(|domain| domain.key() == key)
            .map(|domain| Command::ShowScope(ChartScope::Domain(domain)))
            .into_iter()
            .collect(),
    }
}
