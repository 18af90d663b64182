//! The marks of the three roles: a dot, an arrowhead, a lozenge. The same shapes as in the charts.

use egui::{Color32, Painter, Pos2, Shape, Stroke, vec2};

use crate::model::Role;

/// Paints a role's mark of about 9 points; hollow where the figure is preliminary.
pub fn role_mark(painter: &Painter, center: Pos2, role: Role, color: Color32, hollow: bool) {
    let (fill, stroke) = if hollow {
        (Color32::TRANSPARENT, Stroke::new(1.6, color))
    } else {
        (color, Stroke::NONE)
    };
    match role {
        Role::Actual => {
            let radius = if hollow { 3.7 } else { 4.5 };
            painter.circle(center, radius, fill, stroke);
        }
        Role::Target => {
            let points = [vec2(-3.5, -4.5), vec2(4.5, 0.0), vec2(-3.5, 4.5)];
            painter.add(Shape::convex_polygon(
                points.map(|offset| center + offset).to_vec(),
                fill,
                stroke,
            ));
        }
        Role::Goal => {
            let points = [vec2(0.0, -5.0), vec2(5.0, 0.0), vec2(0.0, 5.0), vec2(-5.0, 0.0)];
            painter.add(Shape::convex_polygon(
                points.map(|offset| center + offset).to_vec(),
                fill,
                stroke,
            ));
        }
    }
}
