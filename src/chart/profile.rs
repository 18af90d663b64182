//! Where the figures stand: sections from top to bottom, one bar from zero each, all on one scale,
//! in pieces by role; the number beside it carries the mark of its role, so that no colour stands alone.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

use egui::epaint::RectShape;
use egui::{Align2, Galley, Painter, Rect, pos2, vec2};

use super::marks::{self, Mark};
use super::scope::Scope;
use super::setting::{Part, Pieces, Setter};
use super::spec::Order;
use super::style::{Metrics, ROW, Styles};
use super::text;
use crate::i18n::{Lang, chart as words};
use crate::model::{Bound, Report, Role, RoleCounts, Section, SectionId, Status};

/// How many figures stand in one section.
#[derive(Clone, Copy)]
pub(super) struct PlaceCount<'a> {
    pub section: &'a Section,
    /// Only what stands directly in the section, before the first one inside it.
    pub directly: bool,
    pub counts: RoleCounts,
    /// The part that begins here.
    pub heading: Option<&'a Section>,
}

/// Counts the figures of `scope`: by the sections inside the one that it names, or else by those inside each part.
pub(super) fn places<'a>(report: &'a Report, scope: &Scope, order: Order) -> Vec<PlaceCount<'a>> {
    let around = match scope {
        Scope::Section(id) => SectionId::new(id).ok(),
        Scope::Report | Scope::Headline | Scope::Domain(_) | Scope::Indicators(_) => None,
    };
    let depth = around.as_ref().map_or(0, SectionId::depth);
    // Where a whole report or section is counted, a section without figures says something too.
    let whole = matches!(scope, Scope::Report | Scope::Section(_));
    let mut counts: HashMap<SectionId, RoleCounts> = HashMap::new();
    for figure in scope.figures(report) {
        let row = std::iter::successors(Some(figure.section.clone()), SectionId::parent)
            .find(|id| id.depth() <= depth + 1);
        if let Some(id) = row {
            counts.entry(id).or_default().add(figure.role);
        }
    }
    let is_inside = |section: &Section, id: &SectionId| section.id.parent().as_ref() == Some(id);
    let has_sections =
        |id: &SectionId| report.sections().iter().any(|section| is_inside(section, id));
    let mut places: Vec<PlaceCount<'a>> = report
        .sections()
        .iter()
        .filter(|section| (depth..=depth + 1).contains(&section.id.depth()))
        .filter(|section| around.as_ref().is_none_or(|around| section.id.is_within(around)))
        .filter_map(|section| {
            let directly = section.id.depth() == depth && has_sections(&section.id);
            let counts = counts.get(&section.id).copied().unwrap_or_default();
            let shown = counts.total() > 0 || (whole && !directly);
            shown.then_some(PlaceCount { section, directly, counts, heading: None })
        })
        .collect();
    if order == Order::Value {
        places.sort_by_key(|place| Reverse(place.counts.total()));
    } else if around.is_none() {
        // Each part heads its sections; one that has none stands for itself.
        let part = |place: &PlaceCount<'a>| {
            place.section.id.parent().or_else(|| Some(place.section.id.clone()))
        };
        let mut last = None;
        for place in &mut places {
            let id = part(place);
            if id != last
                && let Some(id) = &id
            {
                place.heading = report.section(id);
            }
            last = id;
        }
    }
    places
}

/// A section with its name set.
pub(super) struct SetPlace<'a> {
    name: Arc<Galley>,
    pub place: PlaceCount<'a>,
    shared: Shared,
    pub height: f32,
}

/// Sets a row of the profile.
pub(super) fn set<'a>(
    setter: &Setter<'_>,
    place: &PlaceCount<'a>,
    shared: Shared,
    width: f32,
) -> SetPlace<'a> {
    let styles = setter.styles;
    let name = setter.once(place, Part::Name, || name_pieces(setter, place));
    let name = text::balanced(setter.painter, &name, width);
    let height = styles.metrics.px(ROW * 0.75).max(name.size().y + styles.metrics.px(6.0));
    SetPlace { name, place: *place, shared, height }
}

fn name_pieces(setter: &Setter<'_>, place: &PlaceCount<'_>) -> Pieces {
    let (styles, lang) = (setter.styles, setter.style.lang);
    let heads_itself = place.heading.is_some_and(|part| part.id == place.section.id);
    let name = |lang: Lang| match (heads_itself, place.directly) {
        (true, true) => words::before_its_sections(lang).to_owned(),
        (true, false) => words::whole_part(lang).to_owned(),
        (false, directly) => words::place_name(place.section, directly, lang),
    };
    let mut pieces = vec![(name(lang.main()), styles.name())];
    pieces.extend(lang.second().map(|lang| (format!("\n{}", name(lang)), styles.small())));
    pieces
}

impl SetPlace<'_> {
    /// What tells it from every other row.
    pub fn key(&self) -> (&str, bool) {
        (self.place.section.id.as_str(), self.place.directly)
    }

    /// Its name as it is read out, where no heading above says of what part it is.
    pub fn words(&self, lang: Lang) -> String {
        words::place_name(self.place.section, self.place.directly, lang)
    }
}

/// The width that the names of `places` would like to have.
pub(super) fn widest_name(setter: &Setter<'_>, places: &[PlaceCount<'_>]) -> f32 {
    let shared = Shared::of(places);
    let widths = places.iter().map(|place| set(setter, place, shared, f32::INFINITY).name.size().x);
    widths.fold(0.0, f32::max)
}

/// Half the height of a bar, in pixels at scale 1.
const HALF: f32 = 7.0;
/// The room of a number of up to three digits with its mark.
const NUMBER: f32 = 42.0;
/// What each further digit needs.
const DIGIT: f32 = 9.0;
/// Between a name and the zero line.
const ZERO_GAP: f32 = 12.0;
/// The longest bar is at least as long: shorter ones would not tell one section from another.
const LEAST_BAR: f32 = 96.0;

/// What all rows of a profile share.
#[derive(Clone, Copy)]
pub(super) struct Shared {
    /// The most figures in any row: what the longest bar stands for.
    most: usize,
    /// The most roles in any row: so many numbers stand beside its bar.
    numbers: usize,
}

impl Shared {
    /// What the rows of `places` share.
    pub fn of(places: &[PlaceCount<'_>]) -> Self {
        let counts = || places.iter().map(|place| place.counts);
        let roles =
            |counts: RoleCounts| Role::ALL.iter().filter(|role| counts.of(**role) > 0).count();
        Self {
            most: counts().map(RoleCounts::total).max().unwrap_or_default().max(1),
            numbers: counts().map(roles).max().unwrap_or_default(),
        }
    }

    /// What zero line, bars and numbers need beside the names, at the very least.
    pub fn least_width(self, metrics: Metrics) -> f32 {
        metrics.px(ZERO_GAP + LEAST_BAR + self.number_width() * self.numbers as f32)
    }

    /// The room of the widest number with its mark, in pixels at scale 1.
    fn number_width(self) -> f32 {
        let digits = self.most.to_string().len();
        NUMBER + DIGIT * digits.saturating_sub(3) as f32
    }
}

/// Paints one row: its name in `band`'s first `name_width`, then its bar, then the number of each of `roles`.
pub(super) fn paint(
    painter: &Painter,
    band: Rect,
    name_width: f32,
    place: &SetPlace<'_>,
    roles: &[Role],
    styles: Styles,
) {
    let metrics = styles.metrics;
    let y = band.center().y;
    text::paint_right_aligned(painter, &place.name, pos2(band.left() + name_width, y));
    let zero = band.left() + name_width + metrics.px(ZERO_GAP);
    let line = Rect::from_min_max(
        pos2(zero - metrics.px(0.6), band.top()),
        pos2(zero + metrics.px(0.6), band.bottom()),
    );
    painter.add(RectShape::filled(line, 0.0, styles.palette.axis));
    let (counts, shared) = (place.place.counts, place.shared);
    let number_width = metrics.px(shared.number_width());
    let room = (band.right() - zero - number_width * shared.numbers as f32).max(0.0);
    let mut right = zero;
    for role in roles {
        let count = counts.of(*role);
        let length = room * count as f32 / shared.most as f32;
        let bar = Rect::from_min_size(
            pos2(right, y - metrics.px(HALF)),
            vec2(length, metrics.px(HALF * 2.0)),
        );
        if count > 0 {
            painter.add(RectShape::filled(bar, 0.0, styles.palette.role(*role)));
        }
        right += length;
    }
    if counts.total() == 0 {
        // Nothing is drawn as a quiet nought, so that it cannot be taken for something forgotten.
        let nought = text::line(painter, "0", styles.small());
        text::paint(painter, nought, pos2(zero + metrics.px(8.0), y), Align2::LEFT_CENTER);
        return;
    }
    for role in roles.iter().filter(|role| counts.of(**role) > 0) {
        let mark = Mark::of(*role, Bound::Exact, Status::Final);
        let scale = metrics.scale * 0.7;
        let center = pos2(right + metrics.px(13.0), y);
        painter.extend(marks::sign(mark, center, scale, styles.palette));
        let number = counts.of(*role).to_string();
        let number = text::line(painter, &number, styles.wording(*role));
        text::paint(painter, number, pos2(right + metrics.px(21.0), y), Align2::LEFT_CENTER);
        right += number_width;
    }
}
