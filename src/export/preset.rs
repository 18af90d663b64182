//! Page sizes that people ask for, and how finely their pixels are set.

use egui::{Vec2, vec2};

use crate::chart::PAGE_SIDES;

/// CSS pixels in an inch.
pub const CSS_PX_PER_INCH: f32 = 96.0;

/// Millimetres in an inch.
const MM_PER_INCH: f32 = 25.4;

/// Pixels an inch that a PNG may have.
pub const DPI: std::ops::RangeInclusive<u32> = 24..=2400;

/// The size of an image and the resolution of its pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Page {
    /// Width and height in CSS pixels (1/96 inch).
    pub size: Vec2,
    /// Pixels an inch in a PNG; 96 gives one pixel a CSS pixel.
    pub dpi: u32,
}

impl Default for Page {
    /// 1600×900 at twice as many pixels.
    fn default() -> Self {
        Self { size: vec2(1600.0, 900.0), dpi: 192 }
    }
}

impl Page {
    /// Width and height of its PNG, in pixels.
    #[must_use]
    pub fn pixels(self) -> [u32; 2] {
        let side = |side: f32| (side * (self.dpi as f32 / CSS_PX_PER_INCH)).round().max(1.0) as u32;
        [side(self.size.x), side(self.size.y)]
    }
}

/// What a page is measured in.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum LengthUnit {
    /// CSS pixels (1/96 inch), for screens.
    #[default]
    Px,
    /// Millimetres, for paper.
    Mm,
}

impl LengthUnit {
    /// Both units.
    pub const ALL: [Self; 2] = [Self::Px, Self::Mm];

    /// CSS pixels in one of them.
    #[must_use]
    pub fn css_px(self) -> f32 {
        match self {
            Self::Px => 1.0,
            Self::Mm => CSS_PX_PER_INCH / MM_PER_INCH,
        }
    }
}

/// A page as a person measures it: width and height in a unit, and the resolution of a PNG.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct PageSize {
    /// In `unit`.
    pub width: f32,
    /// In `unit`.
    pub height: f32,
    /// What width and height are measured in.
    pub unit: LengthUnit,
    /// Pixels an inch of a PNG, within [`DPI`].
    pub dpi: u32,
    /// A chart whose type would be below 6 pt makes the page higher, up to [`HIGHEST_MM`]:
    /// in a column of text the width is given, and the height is free.
    pub grows: bool,
}

/// The highest page that one grows to: what a page of a journal holds.
pub const HIGHEST_MM: f32 = 230.0;

impl Default for PageSize {
    fn default() -> Self {
        Self::px(1600.0, 900.0, 192)
    }
}

impl PageSize {
    const fn px(width: f32, height: f32, dpi: u32) -> Self {
        Self { width, height, unit: LengthUnit::Px, dpi, grows: false }
    }

    const fn mm(width: f32, height: f32, dpi: u32) -> Self {
        Self { width, height, unit: LengthUnit::Mm, dpi, grows: false }
    }

    /// As it is drawn.
    #[must_use]
    pub fn page(self) -> Page {
        Page { size: vec2(self.width, self.height) * self.unit.css_px(), dpi: self.dpi }
    }

    /// A page of CSS pixels as it was drawn, in the unit in which a person would have given it.
    #[must_use]
    pub fn of_page(page: Page) -> Self {
        let pixels = Self::px(page.size.x, page.size.y, page.dpi);
        let whole = page.size.x.fract() == 0.0 && page.size.y.fract() == 0.0;
        let in_paper = (!whole).then(|| pixels.in_unit(LengthUnit::Mm));
        let mut known = Preset::ALL.into_iter().map(Preset::size).chain(in_paper);
        known.find(|size| size.page() == page).unwrap_or(pixels)
    }

    /// The page that a chart has made higher to `page`.
    #[must_use]
    pub fn before_it_grew(page: Page) -> Self {
        let is_its_column = |size: &Self| {
            let lowest = size.page();
            size.grows
                && lowest.dpi == page.dpi
                && (lowest.size.x - page.size.x).abs() < 0.01
                && lowest.size.y <= page.size.y
        };
        let columns = Preset::ALL.into_iter().map(Preset::size);
        columns.into_iter().find(is_its_column).unwrap_or_else(|| Self::of_page(page))
    }

    /// The same page in another unit: whole pixels, or millimetres with one decimal.
    #[must_use]
    pub fn in_unit(self, unit: LengthUnit) -> Self {
        if unit == self.unit {
            return self;
        }
        let factor = self.unit.css_px() / unit.css_px();
        let rounded = |side: f32| match unit {
            LengthUnit::Px => (side * factor).round(),
            LengthUnit::Mm => (side * factor * 10.0).round() / 10.0,
        };
        // The page of a column is known by its millimetres.
        let (width, height) = (rounded(self.width), rounded(self.height));
        Self { width, height, unit, grows: false, ..self }
    }

    /// The preset that has exactly this size and resolution.
    #[must_use]
    pub fn preset(self) -> Option<Preset> {
        Preset::ALL.into_iter().find(|preset| preset.size() == self)
    }

    /// The same, with everything inside the ranges that can be drawn.
    #[must_use]
    pub fn within_ranges(self) -> Self {
        let fallback = Self::default();
        let (low, high) = (*PAGE_SIDES.start(), *PAGE_SIDES.end());
        let per_unit = self.unit.css_px();
        let sound = |side: f32, other: f32| {
            if side.is_finite() { side.clamp(low / per_unit, high / per_unit) } else { other }
        };
        Self {
            width: sound(self.width, fallback.width / per_unit),
            height: sound(self.height, fallback.height / per_unit),
            unit: self.unit,
            dpi: self.dpi.clamp(*DPI.start(), *DPI.end()),
            grows: self.grows,
        }
    }

    /// Reads `1600x900`, `84mmx105mm`, `84x105mm`, `8.4cmx10.5cm` or `8inx6in`; the resolution is `dpi`.
    ///
    /// A unit after the height alone holds for both sides; without one they are CSS pixels.
    #[must_use]
    pub fn parse(text: &str, dpi: u32) -> Option<Self> {
        let (width, height) = text.split_once(['x', 'X', '×', '*'])?;
        let (width, width_unit) = side(width)?;
        let (height, height_unit) = side(height)?;
        let (width_unit, height_unit) = match (width_unit, height_unit) {
            (Some(one), Some(other)) => (one, other),
            (None, Some(both)) => (both, both),
            (None, None) => (Measure::Px, Measure::Px),
            (Some(_), None) => return None,
        };
        let (unit, width) = width_unit.of(width);
        let (other, height) = height_unit.of(height);
        (unit == other).then_some(Self { width, height, unit, dpi, grows: false })
    }
}

/// The units that one may write.
#[derive(Clone, Copy)]
enum Measure {
    Px,
    Mm,
    Cm,
    Inch,
}

impl Measure {
    const ALL: [(&'static str, Self); 4] =
        [("px", Self::Px), ("mm", Self::Mm), ("cm", Self::Cm), ("in", Self::Inch)];

    fn of(self, side: f32) -> (LengthUnit, f32) {
        match self {
            Self::Px => (LengthUnit::Px, side),
            Self::Mm => (LengthUnit::Mm, side),
            Self::Cm => (LengthUnit::Mm, side * 10.0),
            Self::Inch => (LengthUnit::Mm, side * MM_PER_INCH),
        }
    }
}

/// A positive number and the unit behind it.
fn side(text: &str) -> Option<(f32, Option<Measure>)> {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let named = Measure::ALL.into_iter().find(|(name, _)| lower.ends_with(name));
    let digits = named.map_or(text, |(name, _)| &text[..text.len() - name.len()]);
    let side: f32 = digits.trim().parse().ok()?;
    (side.is_finite() && side > 0.0).then_some((side, named.map(|(_, unit)| unit)))
}

/// A named page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Preset {
    /// A slide of 16:9, 1920×1080 at twice as many pixels.
    Slide,
    /// A4 upright, 300 DPI.
    A4Portrait,
    /// A4 lying, 300 DPI.
    A4Landscape,
    /// One column of a journal, 84 mm wide and as high as its type needs, 600 DPI.
    Paper84mm,
    /// Two columns of a journal, 174 mm wide and as high as its type needs, 600 DPI.
    Paper174mm,
    /// The head of an article in a public account (公众号), 900×383 pixels.
    PublicAccount,
    /// A square post, 1080×1080 pixels.
    Square,
}

impl Preset {
    /// Every preset.
    pub const ALL: [Self; 7] = [
        Self::Slide,
        Self::A4Portrait,
        Self::A4Landscape,
        Self::Paper84mm,
        Self::Paper174mm,
        Self::PublicAccount,
        Self::Square,
    ];

    /// The name on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Slide => "slide",
            Self::A4Portrait => "a4-portrait",
            Self::A4Landscape => "a4-landscape",
            Self::Paper84mm => "paper-84mm",
            Self::Paper174mm => "paper-174mm",
            Self::PublicAccount => "public-account",
            Self::Square => "square",
        }
    }

    /// Its size and resolution, in the unit in which people know it.
    #[must_use]
    pub fn size(self) -> PageSize {
        match self {
            Self::Slide => PageSize::px(1920.0, 1080.0, 192),
            Self::A4Portrait => PageSize::mm(210.0, 297.0, 300),
            Self::A4Landscape => PageSize::mm(297.0, 210.0, 300),
            Self::Paper84mm => PageSize { grows: true, ..PageSize::mm(84.0, 105.0, 600) },
            Self::Paper174mm => PageSize { grows: true, ..PageSize::mm(174.0, 130.5, 600) },
            Self::PublicAccount => PageSize::px(900.0, 383.0, 96),
            Self::Square => PageSize::px(1080.0, 1080.0, 96),
        }
    }

    /// As it is drawn.
    #[must_use]
    pub fn page(self) -> Page {
        self.size().page()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_have_the_size_that_their_name_says() {
        let pixels = |preset: Preset| {
            let [width, height] = preset.page().pixels();
            (width, height)
        };
        assert_eq!(pixels(Preset::Slide), (3840, 2160));
        assert_eq!(pixels(Preset::A4Portrait), (2480, 3508));
        assert_eq!(pixels(Preset::A4Landscape), (3508, 2480));
        assert_eq!(pixels(Preset::Paper84mm).0, 1984);
        assert_eq!(pixels(Preset::Paper174mm).0, 4110);
        assert_eq!(pixels(Preset::PublicAccount), (900, 383));
        assert_eq!(pixels(Preset::Square), (1080, 1080));
    }

    #[test]
    fn sizes_are_read_in_the_unit_that_is_written() {
        let read = |text| PageSize::parse(text, 300);
        assert_eq!(read("1600x900"), Some(PageSize::px(1600.0, 900.0, 300)));
        assert_eq!(read("317.48×400"), Some(PageSize::px(317.48, 400.0, 300)));
        assert_eq!(read("84mmx105mm"), Some(PageSize::mm(84.0, 105.0, 300)));
        assert_eq!(read("84 x 105 mm"), Some(PageSize::mm(84.0, 105.0, 300)));
        assert_eq!(read("10cmX5CM"), Some(PageSize::mm(100.0, 50.0, 300)));
        assert_eq!(read("10cmx50mm"), Some(PageSize::mm(100.0, 50.0, 300)));
        assert_eq!(read("10inx5in"), Some(PageSize::mm(254.0, 127.0, 300)));
        for text in [
            "",
            "1600",
            "x900",
            "0x900",
            "-1x900",
            "NaNx900",
            "infx1",
            "1x2x3",
            "84mmx105",
            "84mmx105px",
            "mmxmm",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_size_written_out_is_the_preset_itself_unless_that_grows() {
        for preset in Preset::ALL {
            let PageSize { width, height, unit, dpi, grows } = preset.size();
            let unit = if unit == LengthUnit::Mm { "mm" } else { "" };
            let read = PageSize::parse(&format!("{width}x{height}{unit}"), dpi).expect("a size");
            assert_eq!(read.page(), preset.page());
            assert_eq!(read.preset(), (!grows).then_some(preset), "a height that is given is kept");
        }
    }

    #[test]
    fn a_page_turned_into_another_unit_is_the_same_page() {
        let mm = Preset::Slide.size().in_unit(LengthUnit::Mm);
        assert_eq!((mm.width, mm.height), (508.0, 285.8));
        let px = Preset::A4Portrait.size().in_unit(LengthUnit::Px);
        assert_eq!((px.width, px.height), (794.0, 1123.0));
    }

    #[test]
    fn a_page_that_was_drawn_is_given_in_the_unit_that_a_person_would_have_chosen() {
        for preset in Preset::ALL {
            assert_eq!(PageSize::of_page(preset.page()), preset.size());
        }
        for text in ["1600x900", "140x120.5mm", "84.3mmx100mm"] {
            let size = PageSize::parse(text, 300).expect("a size");
            assert_eq!(PageSize::of_page(size.page()), size, "{text}");
        }
    }

    #[test]
    fn nothing_leaves_the_ranges() {
        let wild = PageSize { width: f32::NAN, height: 1e9, dpi: 0, ..PageSize::mm(1.0, 1.0, 1) };
        let page = wild.within_ranges().page();
        assert!(PAGE_SIDES.contains(&page.size.x) && PAGE_SIDES.contains(&page.size.y), "{page:?}");
        assert_eq!(page.dpi, *DPI.start());
    }
}
