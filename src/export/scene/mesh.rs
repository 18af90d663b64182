//! Triangles: those of one colour become outlines, the others are for the pixels of a window.

use egui::epaint::{Brush, Mesh, RectShape, TextureId, Vertex, WHITE_UV};
use egui::{Color32, Pos2, Rect, Vec2, pos2, remap};
use vello_cpu::kurbo::BezPath;

use super::{DrawError, Resolver, Sink, Triangles};
use crate::export::geometry::{Geometry, point};

/// Whether a mesh shows a picture.
pub(in crate::export) fn is_textured(mesh: &Mesh) -> bool {
    mesh.texture_id != TextureId::default()
        || mesh.vertices.iter().any(|vertex| vertex.uv != WHITE_UV)
}

impl<S: Sink> Resolver<'_, S> {
    pub(super) fn mesh(&mut self, mesh: &Mesh) -> Result<(), DrawError> {
        if !mesh.is_valid() {
            return Err(DrawError::BrokenMesh);
        }
        if mesh.vertices.iter().any(|vertex| !vertex.pos.is_finite()) {
            return Err(DrawError::NotFinite { shape: "Mesh" });
        }
        let flat = mesh.triangles().all(|corners| {
            let [a, b, c] = corners.map(|corner| mesh.vertices[corner as usize].color);
            a == b && b == c
        });
        if flat && !is_textured(mesh) {
            let triangles = mesh.triangles().map(|t| t.map(|i| mesh.vertices[i as usize]));
            return self.flat_triangles(triangles);
        }
        let mut mesh = mesh.clone();
        mesh.transform(self.to_page);
        if !self.clip.intersects(mesh.calc_bounds()) {
            return Ok(());
        }
        self.sink.triangles(Triangles { clip: self.clip, mesh })
    }

    /// Triangles of one colour each; neighbours of one colour become one outline,
    /// so that no seam shows between them.
    pub(super) fn flat_triangles(
        &mut self,
        triangles: impl Iterator<Item = [Vertex; 3]>,
    ) -> Result<(), DrawError> {
        let mut group: Vec<[Pos2; 3]> = Vec::new();
        let mut color = Color32::TRANSPARENT;
        for triangle in triangles {
            if triangle[0].color != color {
                self.flat_group(&group, color)?;
                group.clear();
                color = triangle[0].color;
            }
            group.push(triangle.map(|vertex| vertex.pos));
        }
        self.flat_group(&group, color)
    }

    fn flat_group(&mut self, group: &[[Pos2; 3]], color: Color32) -> Result<(), DrawError> {
        let fill = Self::color(color)?;
        if group.is_empty() || fill.is_none() {
            return Ok(());
        }
        let geometry = match upright_rect(group) {
            Some(rect) => Geometry::Rect { rect, snap: false },
            None => Geometry::Path(one_way_round(group)),
        };
        self.outline(geometry, fill, None);
        Ok(())
    }

    /// The picture of a rectangle, as two triangles; without its rounded corners.
    pub(super) fn textured_rect(
        &mut self,
        shape: &RectShape,
        rect: Rect,
        brush: &Brush,
    ) -> Result<(), DrawError> {
        let Brush { fill_texture_id, uv } = *brush;
        let whole = shape.rect;
        let uv_at = |pos: Pos2| {
            pos2(
                remap(pos.x, whole.x_range(), uv.x_range()),
                remap(pos.y, whole.y_range(), uv.y_range()),
            )
        };
        let mut mesh = Mesh::with_texture(fill_texture_id);
        let uv = Rect::from_min_max(uv_at(rect.min), uv_at(rect.max));
        mesh.add_rect_with_uv(rect, uv, shape.fill);
        mesh.rotate(egui::emath::Rot2::from_angle(shape.angle), rect.center());
        self.mesh(&mesh)
    }
}

/// The rectangle that two triangles make up, if they do.
fn upright_rect(group: &[[Pos2; 3]]) -> Option<Rect> {
    let [first, second] = group else { return None };
    let bounds = Rect::from_points(first);
    if bounds != Rect::from_points(second) || !bounds.is_positive() {
        return None;
    }
    let corners =
        [bounds.left_top(), bounds.right_top(), bounds.right_bottom(), bounds.left_bottom()];
    let missing = |triangle: &[Pos2; 3]| {
        let on_corners = triangle.iter().all(|pos| corners.contains(pos));
        let left: Vec<usize> = (0..4).filter(|i| !triangle.contains(&corners[*i])).collect();
        (on_corners && left.len() == 1).then(|| left[0])
    };
    let (first, second) = (missing(first)?, missing(second)?);
    (first.abs_diff(second) == 2).then_some(bounds)
}

/// All triangles in one path, turning the same way, so that shared edges cancel out.
fn one_way_round(group: &[[Pos2; 3]]) -> BezPath {
    let mut path = BezPath::with_capacity(4 * group.len());
    for [a, b, c] in group {
        let turn = |u: Vec2, v: Vec2| u.x * v.y - u.y * v.x;
        let (b, c) = if turn(*b - *a, *c - *a) < 0.0 { (c, b) } else { (b, c) };
        path.move_to(point(*a));
        path.line_to(point(*b));
        path.line_to(point(*c));
        path.close_path();
    }
    path
}
