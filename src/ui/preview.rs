//! A chart's page shown smaller: drawn at its own size by the code that draws the file, in a layer of its own that is scaled.

use egui::emath::TSTransform;
use egui::{LayerId, Pos2, Rect, Sense, Ui, UiBuilder, Vec2};

use crate::chart::{self, ChartError, ChartSpec, ChartStyle};
use crate::model::Report;

/// Shows a page of `size` CSS pixels in `rect`.
///
/// # Errors
/// As [`chart::show`]; nothing is drawn then.
pub(super) fn page_ui(
    ui: &mut Ui,
    rect: Rect,
    report: &Report,
    spec: &ChartSpec,
    style: &ChartStyle,
    size: Vec2,
) -> Result<(), ChartError> {
    let page = Rect::from_min_size(Pos2::ZERO, size);
    let layer = LayerId::new(ui.layer_id().order, ui.scope_id().with("preview"));
    let scaled = TSTransform::new(rect.min.to_vec2(), rect.width() / size.x);
    ui.ctx().set_sublayer(ui.layer_id(), layer);
    ui.ctx().set_transform_layer(layer, scaled);

    let mut paper = ui.new_child(
        UiBuilder::new().id_salt("paper").layer_id(layer).max_rect(page).sense(Sense::hover()),
    );
    paper.set_clip_rect(page);
    let drawn = chart::show(&mut paper, report, spec, style, None);
    drawn.map(|_| ())
}
