//! The look of the window: sizes, and the palette turned into egui's styles.

use egui::{
    Color32, Context, CornerRadius, FontFamily, FontId, Margin, Rect, Shadow, Stroke, StrokeKind,
    Style, TextStyle, Theme, Ui, vec2,
};

use crate::settings::{Settings, ThemeChoice};
use crate::theme::{Palette, ThemeName};

/// Type sizes, in points.
pub mod size {
    /// The name of what is shown.
    pub const TITLE: f32 = 20.0;
    /// How many there are of something.
    pub const COUNT: f32 = 24.0;
    /// Heads of parts.
    pub const HEAD: f32 = 15.0;
    /// Reading text: what the report says.
    pub const READING: f32 = 14.0;
    /// Everything else.
    pub const BODY: f32 = 13.0;
    /// Units, places, counts.
    pub const SMALL: f32 = 12.0;
    /// Chips, second lines.
    pub const TINY: f32 = 11.0;
}

/// Distances, in points.
pub mod gap {
    /// Between a mark and its word.
    pub const XS: f32 = 4.0;
    /// Inside a field.
    pub const S: f32 = 8.0;
    /// Between fields.
    pub const M: f32 = 12.0;
    /// Between groups, and at the edge of a panel.
    pub const L: f32 = 16.0;
    /// Around a card.
    pub const XL: f32 = 20.0;
    /// Between parts.
    pub const XXL: f32 = 24.0;
}

/// Height of the bar at the top, in points.
pub const TOP_BAR: f32 = 56.0;
/// Height of the line at the bottom, in points.
pub const STATUS_LINE: f32 = 28.0;
/// Height of a line of the tree, in points.
pub const TREE_ROW: f32 = 28.0;
/// Corners of cards.
pub const RADIUS_CARD: u8 = 10;
/// Corners of fields and buttons.
pub const RADIUS_FIELD: u8 = 8;
/// Corners of rows.
pub const RADIUS_ROW: u8 = 6;

/// The colours of the window as it is now.
#[must_use]
pub fn palette(ui: &Ui) -> &'static Palette {
    theme_name(ui).palette()
}

/// The theme of the window as it is now, for a chart in it.
#[must_use]
pub fn theme_name(ui: &Ui) -> ThemeName {
    let visuals = ui.visuals();
    // egui has room for two themes; which of the four stands in them is told by the one colour that all have differently.
    let contrast = [ThemeName::ContrastLight, ThemeName::ContrastDark]
        .into_iter()
        .any(|theme| visuals.weak_text_color == Some(theme.palette().subdued));
    ThemeName::of_window(visuals.dark_mode, contrast)
}

/// The ground of what is selected; where more contrast is asked for, a line around it too, as grounds differ little.
pub(super) fn selected_ground(ui: &Ui, rect: Rect, radius: u8) {
    let p = palette(ui);
    let line = if theme_name(ui).is_contrast() { Stroke::new(1.5, p.accent) } else { Stroke::NONE };
    ui.painter().rect(rect, radius, p.accent_soft, line, StrokeKind::Inside);
}

/// Gives egui fonts and manners; once, at the start.
pub fn install(ctx: &Context) {
    ctx.set_fonts(crate::fonts::definitions());
    ctx.options_mut(|options| {
        // A system that does not say gets the light theme, as paper has.
        options.fallback_theme = Theme::Light;
        // The window has commands of its own for it, which remember it.
        options.zoom_with_keyboard = false;
    });
}

/// Looks as the settings say: theme, contrast, motion, zoom.
pub fn follow(ctx: &Context, settings: &Settings) {
    for (theme, dark) in [(Theme::Light, false), (Theme::Dark, true)] {
        let palette = ThemeName::of_window(dark, settings.contrast).palette();
        ctx.style_mut_of(theme, |style| {
            apply(style, palette, dark);
            if settings.contrast {
                // Words that fade out at the edge of what scrolls have less of it.
                style.spacing.scroll.fade.strength = 0.0;
            }
            if !settings.motion {
                style.animation_time = 0.0;
                style.scroll_animation = egui::style::ScrollAnimation::none();
            }
        });
    }
    ctx.set_theme(match settings.theme {
        ThemeChoice::System => egui::ThemePreference::System,
        ThemeChoice::Light => egui::ThemePreference::Light,
        ThemeChoice::Dark => egui::ThemePreference::Dark,
    });
    ctx.set_zoom_factor(f32::from(settings.zoom) / 100.0);
}

/// The frame of a dialog.
pub fn dialog_frame(ui: &Ui) -> egui::Frame {
    egui::Frame::window(ui.style()).inner_margin(Margin::same(24))
}

fn apply(style: &mut Style, p: &Palette, dark: bool) {
    let body = |size| FontId::new(size, FontFamily::Proportional);
    style.text_styles = [
        (TextStyle::Heading, body(size::HEAD)),
        (TextStyle::Body, body(size::BODY)),
        (TextStyle::Button, body(size::BODY)),
        (TextStyle::Monospace, body(size::BODY)),
        (TextStyle::Small, body(size::TINY)),
    ]
    .into();

    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(gap::S, gap::S);
    spacing.button_padding = vec2(gap::M, 6.0);
    spacing.interact_size = vec2(32.0, 32.0);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(20);
    spacing.tooltip_width = 320.0;
    spacing.scroll.floating = true;
    spacing.scroll.bar_width = 8.0;
    spacing.scroll.floating_width = 4.0;
    spacing.scroll.foreground_color = true;
    spacing.scroll.fade = egui::style::ScrollFadeStyle::default();

    let interaction = &mut style.interaction;
    interaction.selectable_labels = false;
    interaction.tooltip_delay = 0.35;
    style.animation_time = 0.12;
    style.scroll_animation = egui::style::ScrollAnimation::default();

    let hairline = Stroke::new(1.0, p.line);
    let visuals = &mut style.visuals;
    visuals.dark_mode = dark;
    visuals.panel_fill = p.surface;
    visuals.window_fill = p.surface;
    visuals.window_stroke = hairline;
    visuals.window_corner_radius = CornerRadius::same(12);
    visuals.menu_corner_radius = CornerRadius::same(RADIUS_CARD);
    let shadow = |alpha, blur, down| Shadow {
        offset: [0, down],
        blur,
        spread: 0,
        color: Color32::from_black_alpha(alpha),
    };
    visuals.window_shadow = if dark { shadow(120, 32, 12) } else { shadow(40, 32, 12) };
    visuals.popup_shadow = if dark { shadow(100, 16, 6) } else { shadow(28, 16, 6) };
    visuals.extreme_bg_color = p.sunken;
    visuals.faint_bg_color = p.sunken;
    visuals.code_bg_color = p.sunken;
    visuals.hyperlink_color = p.accent;
    visuals.warn_fg_color = p.warning;
    visuals.error_fg_color = p.warning;
    visuals.weak_text_color = Some(p.subdued);
    visuals.selection.bg_fill = p.accent_soft;
    visuals.selection.stroke = Stroke::new(1.0, p.text);
    visuals.striped = false;
    visuals.button_frame = true;

    let widgets = &mut visuals.widgets;
    for (state, fill, stroke) in [
        (&mut widgets.noninteractive, p.surface, hairline),
        (&mut widgets.inactive, p.sunken, Stroke::NONE),
        (&mut widgets.hovered, p.hover, hairline),
        (&mut widgets.active, p.accent_soft, Stroke::new(1.0, p.accent)),
        (&mut widgets.open, p.hover, hairline),
    ] {
        state.bg_fill = fill;
        state.weak_bg_fill = fill;
        state.bg_stroke = stroke;
        state.fg_stroke = Stroke::new(1.0, p.text);
        state.corner_radius = CornerRadius::same(RADIUS_FIELD);
        state.expansion = 0.0;
    }
    // Handles of scroll bars are painted in these.
    widgets.inactive.fg_stroke.color = p.text;
}
