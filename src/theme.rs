//! Colours and sizes: a palette, and roles on top of it. No raw colour stands anywhere else.
//!
//! The role colours are Okabe and Ito's blue, vermilion and bluish green (2008), which stay apart
//! for the common kinds of colour blindness; in the dark theme they are lightened to keep 4.5 : 1.
//! A colour is never the only difference: each role has its own mark as well.

use egui::Color32;

use crate::model::Role;

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// Which set of colours.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Default,
    serde::Serialize,
    serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum ThemeName {
    /// Dark marks on a light page.
    #[default]
    Light,
    /// Light marks on a dark page.
    Dark,
    /// For paper: white, and told apart in grey.
    Print,
    /// Black on white, for those who need more contrast; on the screen alone.
    ContrastLight,
    /// White on black, alike.
    ContrastDark,
}

impl ThemeName {
    /// The themes that a picture can have.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Print];

    /// The themes that the window can have.
    pub const OF_WINDOW: [Self; 4] =
        [Self::Light, Self::Dark, Self::ContrastLight, Self::ContrastDark];

    /// The theme of a window.
    #[must_use]
    pub fn of_window(dark: bool, contrast: bool) -> Self {
        match (dark, contrast) {
            (false, false) => Self::Light,
            (true, false) => Self::Dark,
            (false, true) => Self::ContrastLight,
            (true, true) => Self::ContrastDark,
        }
    }

    /// The theme in which its marks and letters are seen on white.
    #[must_use]
    pub fn on_white(self) -> Self {
        match self {
            Self::Dark => Self::Light,
            Self::ContrastDark => Self::ContrastLight,
            Self::Light | Self::Print | Self::ContrastLight => self,
        }
    }

    /// Whether it is one of those with more contrast.
    #[must_use]
    pub fn is_contrast(self) -> bool {
        match self {
            Self::ContrastLight | Self::ContrastDark => true,
            Self::Light | Self::Dark | Self::Print => false,
        }
    }

    /// The name on the command line and in files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Print => "print",
            Self::ContrastLight => "contrast-light",
            Self::ContrastDark => "contrast-dark",
        }
    }

    /// Its colours.
    #[must_use]
    pub fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
            Self::Print => &PRINT,
            Self::ContrastLight => &CONTRAST_LIGHT,
            Self::ContrastDark => &CONTRAST_DARK,
        }
    }
}

/// The colours of one theme, by what they are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Behind everything.
    pub page: Color32,
    /// Cards, panels, charts.
    pub surface: Color32,
    /// Fields and quiet boxes on a surface.
    pub sunken: Color32,
    /// Hairlines around surfaces, grid lines of charts.
    pub line: Color32,
    /// The zero line and axes of charts.
    pub axis: Color32,
    /// The joining line between two marks.
    pub link: Color32,
    /// Reading text.
    pub text: Color32,
    /// Units, places, counts.
    pub subdued: Color32,
    /// Selection and the one primary button.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Behind what is selected.
    pub accent_soft: Color32,
    /// Behind what the pointer is over.
    pub hover: Color32,
    /// Actuals.
    pub actual: Color32,
    /// Targets.
    pub target: Color32,
    /// Five-year goals.
    pub goal: Color32,
    /// Derived values.
    pub derived: Color32,
    /// Soft bands of 左右, 余, 近 around an actual.
    pub actual_soft: Color32,
    /// The same around a target.
    pub target_soft: Color32,
    /// The same around a goal.
    pub goal_soft: Color32,
    /// Something is wrong in the data or could not be done.
    pub warning: Color32,
    /// Behind a warning.
    pub warning_soft: Color32,
}

impl Palette {
    /// The colour of a role's marks and numbers.
    #[must_use]
    pub fn role(&self, role: Role) -> Color32 {
        match role {
            Role::Actual => self.actual,
            Role::Target => self.target,
            Role::Goal => self.goal,
        }
    }

    /// The colour of a role's soft band.
    #[must_use]
    pub fn role_soft(&self, role: Role) -> Color32 {
        match role {
            Role::Actual => self.actual_soft,
            Role::Target => self.target_soft,
            Role::Goal => self.goal_soft,
        }
    }
}

/// The light theme.
pub static LIGHT: Palette = Palette {
    page: rgb(0xF6_F6F4),
    surface: rgb(0xFF_FFFF),
    sunken: rgb(0xF4_F5F5),
    line: rgb(0xE4_E6E9),
    axis: rgb(0x8A_919B),
    link: rgb(0x8A_919B),
    text: rgb(0x1B_1F24),
    subdued: rgb(0x5F_6670),
    accent: rgb(0x24_476B),
    on_accent: rgb(0xFF_FFFF),
    accent_soft: rgb(0xE9_F0F7),
    hover: rgb(0xF0_F2F4),
    actual: rgb(0x00_6AA8),
    target: rgb(0xB8_4900),
    goal: rgb(0x00_7A5E),
    derived: rgb(0x7A_6A3A),
    actual_soft: rgb(0xCF_E3F1),
    target_soft: rgb(0xF8_DFCB),
    goal_soft: rgb(0xCD_E9E1),
    warning: rgb(0x8A_5A00),
    warning_soft: rgb(0xFF_F4DC),
};

/// The dark theme: surfaces lighter than the page, role colours lightened.
pub static DARK: Palette = Palette {
    page: rgb(0x15_181C),
    surface: rgb(0x1E_2227),
    sunken: rgb(0x26_2B31),
    line: rgb(0x33_3940),
    axis: rgb(0x76_7F8A),
    link: rgb(0x7E_8894),
    text: rgb(0xE8_EAED),
    subdued: rgb(0xA2_AAB4),
    accent: rgb(0x8F_B8E0),
    on_accent: rgb(0x0F_1B28),
    accent_soft: rgb(0x2A_3A4A),
    hover: rgb(0x2A_2F36),
    actual: rgb(0x62_B4E8),
    target: rgb(0xF2_9A5C),
    goal: rgb(0x4F_C9A8),
    derived: rgb(0xD2_BF85),
    actual_soft: rgb(0x26_4357),
    target_soft: rgb(0x56_3A26),
    goal_soft: rgb(0x22_493F),
    warning: rgb(0xF0_C36A),
    warning_soft: rgb(0x3D_3320),
};

/// The print theme: white paper, role colours far apart in grey.
pub static PRINT: Palette = Palette {
    page: rgb(0xFF_FFFF),
    surface: rgb(0xFF_FFFF),
    sunken: rgb(0xF5_F5F5),
    line: rgb(0xDD_DDDD),
    axis: rgb(0x80_8080),
    link: rgb(0x80_8080),
    text: rgb(0x00_0000),
    subdued: rgb(0x4A_4A4A),
    accent: rgb(0x24_476B),
    on_accent: rgb(0xFF_FFFF),
    accent_soft: rgb(0xE9_F0F7),
    hover: rgb(0xF0_F0F0),
    actual: rgb(0x00_4A7C),
    target: rgb(0xB8_4900),
    goal: rgb(0x00_6B52),
    derived: rgb(0x6B_5C2E),
    actual_soft: rgb(0xC6_D6E3),
    target_soft: rgb(0xF4_DCCB),
    goal_soft: rgb(0xCC_E2DB),
    warning: rgb(0x6B_4600),
    warning_soft: rgb(0xF5_F0E4),
};

/// The high-contrast theme on white: every text at seven to one or more, every line seen.
pub static CONTRAST_LIGHT: Palette = Palette {
    page: rgb(0xFF_FFFF),
    surface: rgb(0xFF_FFFF),
    sunken: rgb(0xF2_F2F2),
    line: rgb(0x59_5F66),
    axis: rgb(0x00_0000),
    link: rgb(0x3A_3F45),
    text: rgb(0x00_0000),
    subdued: rgb(0x22_262B),
    accent: rgb(0x0A_2E5C),
    on_accent: rgb(0xFF_FFFF),
    accent_soft: rgb(0xD6_E6FA),
    hover: rgb(0xE8_EBEF),
    actual: rgb(0x00_3F73),
    target: rgb(0x7A_2900),
    goal: rgb(0x00_4A35),
    derived: rgb(0x4A_3D0C),
    actual_soft: rgb(0xA9_CDEA),
    target_soft: rgb(0xF2_C19B),
    goal_soft: rgb(0xA5_DCCB),
    warning: rgb(0x5C_3A00),
    warning_soft: rgb(0xFF_EFC7),
};

/// The high-contrast theme on black.
pub static CONTRAST_DARK: Palette = Palette {
    page: rgb(0x00_0000),
    surface: rgb(0x00_0000),
    sunken: rgb(0x16_181B),
    line: rgb(0xA8_ADB3),
    axis: rgb(0xFF_FFFF),
    link: rgb(0xC4_C9CF),
    text: rgb(0xFF_FFFF),
    subdued: rgb(0xDD_E1E5),
    accent: rgb(0xFF_DE59),
    on_accent: rgb(0x00_0000),
    accent_soft: rgb(0x33_2E12),
    hover: rgb(0x26_2A2F),
    actual: rgb(0x84_CDFF),
    target: rgb(0xFF_B482),
    goal: rgb(0x74_E8C8),
    derived: rgb(0xF2_DF94),
    actual_soft: rgb(0x1C_4A6B),
    target_soft: rgb(0x6B_3F20),
    goal_soft: rgb(0x14_5443),
    warning: rgb(0xFF_D27A),
    warning_soft: rgb(0x38_2C10),
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Those of pictures and those of the window.
    fn every_theme() -> impl Iterator<Item = ThemeName> {
        ThemeName::OF_WINDOW.into_iter().chain([ThemeName::Print])
    }

    fn luminance(color: Color32) -> f64 {
        let channel = |byte: u8| {
            let c = f64::from(byte) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(color.r()) + 0.7152 * channel(color.g()) + 0.0722 * channel(color.b())
    }

    /// WCAG 2.2, success criterion 1.4.3.
    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_keeps_four_and_a_half_to_one_on_its_surfaces() {
        for theme in every_theme() {
            let p = theme.palette();
            let surfaces = [p.page, p.surface, p.accent_soft, p.hover];
            for text in [p.text, p.subdued, p.actual, p.target, p.goal, p.derived] {
                for surface in surfaces {
                    let found = contrast(text, surface);
                    assert!(found >= 4.5, "{theme:?}: {text:?} on {surface:?} is {found:.2}");
                }
            }
            assert!(contrast(p.on_accent, p.accent) >= 4.5, "{theme:?}: button text");
            assert!(contrast(p.warning, p.warning_soft) >= 4.5, "{theme:?}: warning text");
        }
    }

    #[test]
    fn joining_lines_and_axes_are_seen() {
        for theme in every_theme() {
            let p = theme.palette();
            assert!(contrast(p.link, p.surface) >= 3.0, "{theme:?}: link");
        }
    }

    /// WCAG 2.2, success criteria 1.4.6 and 1.4.11.
    #[test]
    fn high_contrast_keeps_seven_to_one_and_shows_every_line() {
        for theme in [ThemeName::ContrastLight, ThemeName::ContrastDark] {
            let p = theme.palette();
            for surface in [p.page, p.surface, p.sunken, p.accent_soft, p.hover] {
                for text in [p.text, p.subdued, p.actual, p.target, p.goal, p.derived, p.accent] {
                    let found = contrast(text, surface);
                    assert!(found >= 7.0, "{theme:?}: {text:?} on {surface:?} is {found:.2}");
                }
            }
            assert!(contrast(p.warning, p.warning_soft) >= 7.0, "{theme:?}: warning");
            assert!(contrast(p.line, p.surface) >= 3.0, "{theme:?}: lines");
        }
    }

    /// WCAG 2.2, success criterion 1.4.11: where the keyboard is must be seen.
    #[test]
    fn the_focus_is_seen_on_every_surface() {
        for theme in every_theme() {
            let p = theme.palette();
            for surface in [p.page, p.surface, p.sunken, p.accent_soft] {
                assert!(contrast(p.accent, surface) >= 3.0, "{theme:?} on {surface:?}");
            }
        }
    }

    #[test]
    fn the_window_knows_its_themes_apart_by_their_subdued_text() {
        for (at, theme) in ThemeName::OF_WINDOW.into_iter().enumerate() {
            for other in &ThemeName::OF_WINDOW[at + 1..] {
                assert_ne!(theme.palette().subdued, other.palette().subdued);
            }
        }
    }

    #[test]
    fn roles_differ_in_grey_on_paper() {
        let p = ThemeName::Print.palette();
        assert!(contrast(p.actual, p.target) >= 1.5);
    }
}
