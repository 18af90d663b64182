//! The window's icon: the same picture that the desktop shows for the application, from `assets/icons`.

use std::io::Cursor;

use eframe::egui::IconData;

/// Rendered by `scripts/make-icons.sh`; twice the 64 pixels that most window systems show.
const PICTURE: &[u8] = include_bytes!("../../assets/icons/png/128.png");

/// 128×128 pixels; nothing where the picture cannot be read, which the test below excludes.
pub(super) fn icon() -> IconData {
    decode(PICTURE).unwrap_or_default()
}

/// A PNG of eight bits a channel, with alpha.
fn decode(picture: &[u8]) -> Option<IconData> {
    let mut reader = png::Decoder::new(Cursor::new(picture)).read_info().ok()?;
    if reader.output_color_type() != (png::ColorType::Rgba, png::BitDepth::Eight) {
        return None;
    }
    let mut rgba = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut rgba).ok()?;
    Some(IconData { rgba, width: frame.width, height: frame.height })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_has_its_icon() {
        let icon = icon();
        assert_eq!((icon.width, icon.height), (128, 128));
        let alpha = |x: usize, y: usize| icon.rgba[(y * 128 + x) * 4 + 3];
        assert_eq!(alpha(0, 0), 0, "the corner is round");
        assert_eq!(alpha(64, 64), 255);
    }
}
