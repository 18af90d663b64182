//! Sizes and type styles of a page: all multiples of one scale, all colours from the theme.

use super::text::TextStyle;
use crate::fonts::Weight;
use crate::model::Role;
use crate::theme::Palette;

/// Sizes of everything on a page, in CSS pixels, all multiples of one scale.
#[derive(Clone, Copy)]
pub(super) struct Metrics {
    pub scale: f32,
}

impl Metrics {
    /// `points` at scale 1.
    pub fn px(self, points: f32) -> f32 {
        points * self.scale
    }

    pub fn margin(self) -> f32 {
        self.px(24.0)
    }

    /// The smallest type used anywhere.
    pub fn smallest_type(self) -> f32 {
        self.px(SMALL)
    }
}

const TITLE: f32 = 22.0;
const LARGE: f32 = 24.0;
const SUBTITLE: f32 = 13.0;
const BODY: f32 = 13.0;
const SMALL: f32 = 11.0;
/// Height of a row that holds one line.
pub(super) const ROW: f32 = 32.0;

/// The styles of one page.
#[derive(Clone, Copy)]
pub(super) struct Styles {
    pub metrics: Metrics,
    pub palette: &'static Palette,
}

impl Styles {
    fn style(self, size: f32, weight: Weight, color: egui::Color32) -> TextStyle {
        TextStyle { size: self.metrics.px(size), weight, color }
    }

    /// The same styles in type `factor` times as large.
    pub fn enlarged(self, factor: f32) -> Self {
        Self { metrics: Metrics { scale: self.metrics.scale * factor }, ..self }
    }

    pub fn title(self) -> TextStyle {
        self.style(TITLE, Weight::Bold, self.palette.text)
    }

    pub fn subtitle(self) -> TextStyle {
        self.style(SUBTITLE, Weight::Regular, self.palette.subdued)
    }

    pub fn name(self) -> TextStyle {
        self.style(BODY, Weight::Regular, self.palette.text)
    }

    pub fn heading(self) -> TextStyle {
        self.style(BODY, Weight::Bold, self.palette.text)
    }

    pub fn wording(self, role: Role) -> TextStyle {
        self.style(BODY, Weight::Bold, self.palette.role(role))
    }

    /// A figure that is the picture itself.
    pub fn large(self, role: Role) -> TextStyle {
        self.style(LARGE, Weight::Bold, self.palette.role(role))
    }

    pub fn derived(self) -> TextStyle {
        self.style(BODY, Weight::Bold, self.palette.derived)
    }

    pub fn small(self) -> TextStyle {
        self.style(SMALL, Weight::Regular, self.palette.subdued)
    }
}
