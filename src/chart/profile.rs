//! Where the figures stand: sections from top to bottom, a bar from zero for each role, all on one scale.

use std::collections::HashMap;
use std::sync::Arc;

use egui::epaint::RectShape;
use egui::{Align2, Galley, Painter, Rect, pos2, vec2};

use super::setting::Setter;
use super::spec::Scope;
use super::style::{ROW, Styles};
use super::text;
use crate::i18n::{Lang, chart as words};
use crate::model::{Report, Role, RoleCounts, Section, SectionId};

/// How many figures stand in one section.
#[derive(Clone, Copy)]
pub(super) struct PlaceCount<'a> {
    pub section: &'a Section,
    /// Only what stands directly in the section, before the first one inside it.
    pub directly: bool,
    pub counts: RoleCounts,
}

/// Counts the figures of `scope`: by the sections inside the one that it names, or else by those inside each part.
pub(super) fn places<'a>(report: &'a Report, scope: &Scope) -> Vec<PlaceCount<'a>> {
    let around = match scope {
        Scope::Section(id) => SectionId::new(id).ok(),
        _ => None,
    };
    let depth = around.as_ref().map_or(0, SectionId::depth);
    // Where a whole report or section is counted, a section without figures says something too.
    let whole = matches!(scope, Scope::Report | Scope::Section(_));
    let mut counts: HashMap<SectionId, RoleCounts> = HashMap::new();
    for figure in report.figures().iter().filter(|figure| scope.holds_figure(report, figure)) {
        let row = std::iter::successors(Some(figure.section.clone()), SectionId::parent)
            .find(|id| id.depth() <= depth + 1);
        if let Some(id) = row {
            counts.entry(id).or_default().add(figure.role);
        }
    }
    report
        .sections()
        .iter()
        .filter(|section| (depth..=depth + 1).contains(&section.id.depth()))
        .filter(|section| around.as_ref().is_none_or(|around| section.id.is_within(around)))
        .filter_map(|section| {
            let directly = section.id.depth() == depth;
            let counts = counts.get(&section.id).copied().unwrap_or_default();
            let shown = counts.total() > 0 || (whole && !directly);
            shown.then_some(PlaceCount { section, directly, counts })
        })
        .collect()
}

/// A section with its name set.
pub(super) struct SetPlace {
    name: Arc<Galley>,
    counts: RoleCounts,
    /// The most figures of one role in any row: what the longest bar stands for.
    most: usize,
    pub height: f32,
}

/// Sets a row of the profile.
pub(super) fn set(
    setter: &Setter<'_>,
    place: &PlaceCount<'_>,
    most: usize,
    width: f32,
) -> SetPlace {
    let styles = setter.styles;
    let name = |lang: Lang| words::place_name(place.section, place.directly, lang);
    let lang = setter.style.lang;
    let main = name(lang.main());
    let second = lang.second().map(|lang| format!("\n{}", name(lang)));
    let mut parts = vec![(main.as_str(), styles.name())];
    if let Some(second) = &second {
        parts.push((second, styles.small()));
    }
    let name = text::balanced_pieces(setter.painter, &parts, width);
    let height = styles.metrics.px(ROW * 0.8).max(name.size().y + styles.metrics.px(6.0));
    SetPlace { name, counts: place.counts, most, height }
}

/// The width that the names of `places` would like to have.
pub(super) fn widest_name(setter: &Setter<'_>, places: &[PlaceCount<'_>]) -> f32 {
    let widths = places.iter().map(|place| set(setter, place, 1, f32::INFINITY).name.size().x);
    widths.fold(0.0, f32::max)
}

/// Paints one row: its name in `band`'s first `name_width`, then a bar and a number for each of `roles`.
pub(super) fn paint(
    painter: &Painter,
    band: Rect,
    name_width: f32,
    place: &SetPlace,
    roles: &[Role],
    styles: Styles,
) {
    let metrics = styles.metrics;
    text::paint_right_aligned(
        painter,
        &place.name,
        pos2(band.left() + name_width, band.center().y),
    );
    let left = band.left() + name_width + metrics.px(12.0);
    let lane = (band.right() - left) / roles.len().max(1) as f32;
    // Room for a gap, a number of three digits and the next lane's zero line.
    let room = (lane - metrics.px(44.0)).max(0.0);
    for (at, role) in roles.iter().enumerate() {
        let zero = left + lane * at as f32;
        let count = place.counts.of(*role);
        let length = room * count as f32 / place.most.max(1) as f32;
        let half = metrics.px(6.0);
        let line =
            Rect::from_min_max(pos2(zero, band.top()), pos2(zero + metrics.px(1.0), band.bottom()));
        painter.add(RectShape::filled(line, 0.0, styles.palette.line));
        if count > 0 {
            let bar =
                Rect::from_min_size(pos2(zero, band.center().y - half), vec2(length, half * 2.0));
            painter.add(RectShape::filled(bar, 0.0, styles.palette.role(*role)));
        }
        // Nothing is drawn as a quiet nought, so that it cannot be taken for something forgotten.
        let look = if count > 0 { styles.wording(*role) } else { styles.small() };
        let number = text::line(painter, &count.to_string(), look);
        let at = pos2(zero + length + metrics.px(6.0), band.center().y);
        text::paint(painter, number, at, Align2::LEFT_CENTER);
    }
}
