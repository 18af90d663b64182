//! The window's icon: an actual and a target joined by a line, drawn from shapes.

use eframe::egui::{Color32, IconData, Pos2, Vec2, pos2, vec2};

use crate::theme::LIGHT;

const SIDE: u32 = 64;
/// Samples a pixel, in each direction.
const SAMPLES: u32 = 4;

/// 64×64 pixels.
pub(super) fn icon() -> IconData {
    let mut rgba = Vec::with_capacity((SIDE * SIDE * 4) as usize);
    for y in 0..SIDE {
        for x in 0..SIDE {
            rgba.extend(pixel(x, y));
        }
    }
    IconData { rgba, width: SIDE, height: SIDE }
}

/// The mean colour of a pixel, with straight alpha.
fn pixel(x: u32, y: u32) -> [u8; 4] {
    let mut sum = [0_u32; 3];
    let mut covered = 0;
    for sub in 0..SAMPLES * SAMPLES {
        let offset = vec2((sub % SAMPLES) as f32 + 0.5, (sub / SAMPLES) as f32 + 0.5);
        let at = pos2(x as f32, y as f32) + offset / SAMPLES as f32;
        if let Some(color) = color_at(at) {
            covered += 1;
            for (sum, channel) in sum.iter_mut().zip([color.r(), color.g(), color.b()]) {
                *sum += u32::from(channel);
            }
        }
    }
    if covered == 0 {
        return [0; 4];
    }
    let [red, green, blue] = sum.map(|channel| (channel / covered) as u8);
    [red, green, blue, (covered * 255 / (SAMPLES * SAMPLES)) as u8]
}

fn color_at(at: Pos2) -> Option<Color32> {
    let middle = Pos2::ZERO + Vec2::splat(SIDE as f32 / 2.0);
    let from_middle = at - middle;
    // A square of 60 with corners of 14.
    let corner = (from_middle.abs() - Vec2::splat(16.0)).max(Vec2::ZERO);
    if corner.length() > 14.0 {
        return None;
    }
    let arrow = vec2(at.x - 38.0, (at.y - middle.y).abs());
    if at.distance(pos2(18.0, middle.y)) <= 9.0
        || (arrow.x >= 0.0 && arrow.x <= 17.0 && arrow.y <= 12.0 * (1.0 - arrow.x / 17.0))
        || (at.x > 18.0 && at.x < 40.0 && arrow.y <= 2.5)
    {
        return Some(LIGHT.on_accent);
    }
    Some(LIGHT.accent)
}
