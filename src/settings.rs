//! What the application remembers between two starts: language, theme, sizes, the last choices for an export.
//!
//! Versioned, every field with a default, so that an older or newer file still opens.
//! A file that cannot be read is renamed and kept beside, never overwritten in silence;
//! a new one replaces the old one whole.

mod table;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fmt, fs};

use serde::{Deserialize, Serialize};

use crate::export::choices::{BatchChoices, ExportChoices, OwnPreset};
use crate::export::{IfExists, write_file};
use crate::find::ColumnFilter;
use crate::i18n::Lang;
use crate::i18n::command::Said;
use crate::model::Bilingual;
use crate::reading::{self, ReadError};

pub use table::{COLUMN_WIDTHS, TableSettings};

/// The version that this application writes.
pub const SETTINGS_VERSION: u32 = 1;

/// The largest file of settings that is read, in bytes; what is remembered is a few thousand.
pub const MAX_SETTINGS_BYTES: u64 = 1 << 20;

/// Narrowest and widest section tree and detail panel, in points.
pub const PANEL_WIDTHS: std::ops::RangeInclusive<f32> = 200.0..=520.0;

/// Smallest and largest zoom, in per cent.
pub const ZOOMS: std::ops::RangeInclusive<u16> = 100..=200;

/// The zooms that one steps through, in per cent.
pub const ZOOM_STEPS: [u16; 6] = [100, 110, 125, 150, 175, 200];

/// How many files opened before are remembered.
pub const MOST_RECENT: usize = 8;

/// Smallest window, in points.
pub const MIN_WINDOW: [f32; 2] = [960.0, 600.0];

/// Light, dark, or as the system has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ThemeChoice {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl ThemeChoice {
    /// Every choice, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::System];

    /// 浅色 / Light.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Light => Said::Light.text(lang),
            Self::Dark => Said::Dark.text(lang),
            Self::System => Said::System.text(lang),
        }
    }
}

/// What the middle of the window shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// The whole on one page: headline targets, all comparisons by verdict, where the numbers stand.
    #[default]
    Overview,
    /// The table of indicators.
    Table,
    /// The chart of the comparisons.
    Chart,
    /// The report's own text with every figure marked.
    Text,
}

impl View {
    /// Every view, in the order of the switch.
    pub const ALL: [Self; 4] = [Self::Overview, Self::Table, Self::Chart, Self::Text];

    /// 总览 / Overview.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Overview => Said::Overview.text(lang),
            Self::Table => Said::Table.text(lang),
            Self::Chart => Said::Chart.text(lang),
            Self::Text => Said::Text.text(lang),
        }
    }
}

/// Where a person was in a report.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LastPlace {
    /// The report's id.
    pub report: String,
    /// The chosen section.
    pub section: Option<String>,
    /// The selected indicator.
    pub indicator: Option<String>,
    /// The figure that names the selected row.
    pub figure: Option<String>,
    /// What stood in the search field.
    pub search: String,
    /// The chosen values of the facets, each by its key.
    pub facets: Vec<String>,
    /// The conditions on columns.
    pub conditions: Vec<ColumnFilter>,
}

/// What is remembered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// [`SETTINGS_VERSION`] of the application that wrote it.
    pub version: u32,
    /// The language of the window; that of the system until someone chooses.
    pub lang: Option<Lang>,
    /// Light, dark, or as the system has it.
    pub theme: ThemeChoice,
    /// More contrast than the themes have by themselves.
    pub contrast: bool,
    /// Things slide into place; off for those whom that disturbs.
    pub motion: bool,
    /// How large everything is, in per cent.
    pub zoom: u16,
    /// The introduction has been read.
    pub introduced: bool,
    /// Width and height of the window, in points of the system.
    pub window: [f32; 2],
    /// The section tree is shown.
    pub tree: bool,
    /// The detail panel is shown beside table, chart and text.
    pub detail: bool,
    /// The detail panel is shown beside the overview.
    pub overview_detail: bool,
    /// Width of the section tree, in points.
    pub tree_width: f32,
    /// Width of the detail panel, in points.
    pub detail_width: f32,
    /// What the middle of the window shows.
    pub view: View,
    /// Where the person was when the window was closed.
    pub last: Option<LastPlace>,
    /// How the table is set up.
    pub table: TableSettings,
    /// The last choices of the export dialog.
    pub export: ExportChoices,
    /// The file that was open last; none for the report that the application brings along.
    pub last_file: Option<PathBuf>,
    /// Begin with [`Self::last_file`].
    pub reopen: bool,
    /// Files opened before, the last one first.
    pub recent: Vec<PathBuf>,
    /// A double-click on a file opens in the window that is there; else in one of its own.
    pub reuse_window: bool,
    /// The last choices for several charts.
    pub batch: BatchChoices,
    /// The export choices that were given a name.
    pub presets: Vec<OwnPreset>,
    /// Where the last picture went.
    pub export_folder: Option<PathBuf>,
    /// By report id, the file that is its text.
    pub texts: BTreeMap<String, PathBuf>,
    /// Whether values that follow from others are shown.
    pub derived_shown: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            version: SETTINGS_VERSION,
            lang: None,
            theme: ThemeChoice::default(),
            contrast: false,
            motion: true,
            zoom: 100,
            introduced: false,
            window: [1280.0, 800.0],
            tree: true,
            detail: true,
            overview_detail: false,
            tree_width: 264.0,
            detail_width: 344.0,
            view: View::default(),
            last: None,
            table: TableSettings::default(),
            export: ExportChoices::default(),
            last_file: None,
            reopen: true,
            recent: Vec::new(),
            reuse_window: false,
            batch: BatchChoices::default(),
            presets: Vec::new(),
            export_folder: None,
            texts: BTreeMap::new(),
            derived_shown: true,
        }
    }
}

impl Settings {
    /// Whether the detail panel is wanted beside the view that is shown.
    #[must_use]
    pub fn detail_wanted(&self) -> bool {
        match self.view {
            View::Overview => self.overview_detail,
            View::Table | View::Chart | View::Text => self.detail,
        }
    }

    /// Shows or hides the detail panel beside the view that is shown.
    pub fn want_detail(&mut self, wanted: bool) {
        match self.view {
            View::Overview => self.overview_detail = wanted,
            View::Table | View::Chart | View::Text => self.detail = wanted,
        }
    }

    /// The next larger zoom, or the next smaller one; the same at the end of the steps.
    #[must_use]
    pub fn next_zoom(&self, larger: bool) -> u16 {
        let mut steps = ZOOM_STEPS.into_iter();
        let next = if larger {
            steps.find(|step| *step > self.zoom)
        } else {
            steps.rfind(|step| *step < self.zoom)
        };
        next.unwrap_or(self.zoom)
    }

    /// Takes other choices for one chart. Where several charts have the same one format, that follows; several formats
    /// were chosen on purpose and stay.
    pub fn choose_export(&mut self, choices: ExportChoices) {
        if self.batch.formats == [self.export.format] {
            self.batch.formats = vec![choices.format];
        }
        self.export = choices;
    }

    /// Takes other choices for several charts; the format of one stays one of theirs.
    pub fn choose_batch(&mut self, batch: BatchChoices) {
        if let Some(first) = batch.formats.first()
            && !batch.formats.contains(&self.export.format)
        {
            self.export.format = *first;
        }
        self.batch = batch;
    }

    /// What these have changed since they were `former`, and for the rest what is `there` now.
    #[must_use]
    fn merged(&self, former: &Self, there: Self) -> Self {
        let by_name = |one: &OwnPreset, other: &OwnPreset| one.name == other.name;
        let presets = merged(&self.presets, &former.presets, there.presets.clone(), by_name);
        let listed = |texts: &BTreeMap<String, PathBuf>| texts.clone().into_iter().collect();
        let [ours, before, others]: [Vec<_>; 3] =
            [&self.texts, &former.texts, &there.texts].map(listed);
        let texts = merged(&ours, &before, others, |one, other| one.0 == other.0);
        let texts = texts.into_iter().collect();
        let mut recent = there.recent.clone();
        if self.recent != former.recent {
            recent.retain(|file| !self.recent.contains(file));
            recent.splice(0..0, self.recent.iter().cloned());
            recent.truncate(MOST_RECENT);
        }
        // What means something only together comes from one of the two.
        macro_rules! with_fields {
            ($(($($field:ident)*))*) => {{
                // A field that is forgotten here does not compile.
                let Self { version: _, presets: _, texts: _, recent: _, $($($field: _,)*)* } = self;
                let mut merged = Self { version: self.version, presets, texts, recent, ..there };
                $(if $(changed(&self.$field, &former.$field))||* {
                    $(merged.$field.clone_from(&self.$field);)*
                })*
                merged
            }};
        }
        with_fields! {
            (lang) (theme) (contrast) (motion) (zoom) (introduced) (window) (tree) (detail)
            (overview_detail) (tree_width) (detail_width) (view last last_file) (table) (reopen)
            (reuse_window) (export batch derived_shown) (export_folder)
        }
    }

    /// The same, with every size inside its range: a hand-edited file cannot hide a panel.
    #[must_use]
    fn within_ranges(mut self) -> Self {
        let defaults = Self::default();
        let sound = |value: f32, fallback: f32, low: f32, high: f32| {
            if value.is_finite() { value.clamp(low, high) } else { fallback }
        };
        let (low, high) = (*PANEL_WIDTHS.start(), *PANEL_WIDTHS.end());
        self.table = self.table.within_ranges();
        self.export.page = self.export.page.within_ranges();
        for preset in &mut self.presets {
            preset.choices.page = preset.choices.page.within_ranges();
        }
        self.tree_width = sound(self.tree_width, defaults.tree_width, low, high);
        self.detail_width = sound(self.detail_width, defaults.detail_width, low, high);
        self.recent.truncate(MOST_RECENT);
        self.zoom = self.zoom.clamp(*ZOOMS.start(), *ZOOMS.end());
        for (side, at) in self.window.iter_mut().zip(0..) {
            *side = sound(*side, defaults.window[at], MIN_WINDOW[at], 8192.0);
        }
        self
    }
}

fn changed<T: PartialEq>(ours: &T, former: &T) -> bool {
    ours != former
}

/// What is `there`, with what `ours` has changed since it was `former`.
fn merged<T: Clone + PartialEq>(
    ours: &[T],
    former: &[T],
    mut there: Vec<T>,
    same: impl Fn(&T, &T) -> bool,
) -> Vec<T> {
    let holds = |list: &[T], one: &T| list.iter().any(|other| same(one, other));
    let changed: Vec<T> = ours.iter().filter(|one| !former.contains(one)).cloned().collect();
    there.retain(|one| !holds(&changed, one) && (holds(ours, one) || !holds(former, one)));
    there.extend(changed);
    there
}

/// What became of an unreadable settings file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsFault {
    /// The file.
    pub path: PathBuf,
    /// Where it is kept now; `None` when it could not be renamed either.
    pub kept: Option<PathBuf>,
    /// What is wrong with it.
    pub reason: Bilingual,
}

impl fmt::Display for SettingsFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.reason.en)
    }
}

impl std::error::Error for SettingsFault {}

/// The settings file of this user; `None` where the system names no such place.
#[must_use]
pub fn default_path() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "report-explorer")
        .map(|folders| folders.config_dir().join("settings.ron"))
}

/// Reads the settings. No file gives the defaults; a file that cannot be understood is renamed and reported.
#[must_use]
pub fn load(path: &Path) -> (Settings, Option<SettingsFault>) {
    match understood(path) {
        Ok(settings) => (settings, None),
        Err(None) => (Settings::default(), None),
        Err(Some(reason)) => (Settings::default(), Some(keep_aside(path, reason))),
    }
}

/// The settings in the file at `path`, or why there are none; without a reason where there is no file.
fn understood(path: &Path) -> Result<Settings, Option<Bilingual>> {
    let bytes = reading::bytes(path, MAX_SETTINGS_BYTES).map_err(|error| match error {
        ReadError::Missing => None,
        error => Some(error.message()),
    })?;
    ron::de::from_bytes::<Settings>(&bytes)
        .map(Settings::within_ranges)
        .map_err(|error| Some(Bilingual { zh: error.to_string(), en: error.to_string() }))
}

/// The size of the window as it was left; `None` where the file does not say or cannot be read.
#[must_use]
pub fn window_size(path: &Path) -> Option<[f32; 2]> {
    understood(path).ok().map(|settings| settings.window)
}

/// Whether a file opens in the window that is there, for a start that has read nothing else yet.
#[must_use]
pub fn reuses_window(path: &Path) -> bool {
    understood(path).is_ok_and(|settings| settings.reuse_window)
}

fn keep_aside(path: &Path, reason: Bilingual) -> SettingsFault {
    let free = (1..1000)
        .map(|number| path.with_extension(format!("ron.unreadable-{number}")))
        .find(|candidate| !candidate.exists());
    let kept = free.filter(|kept| fs::rename(path, kept).is_ok());
    SettingsFault { path: path.to_owned(), kept, reason }
}

/// Writes the settings, whole or not at all. `former` is what was read or written here the last time: what is still as it
/// was then keeps what another window has written into the file since.
///
/// # Errors
/// What is wrong and what to do when the folder or the file cannot be written.
pub fn save(path: &Path, settings: &Settings, former: &Settings) -> Result<(), Bilingual> {
    let settings = match understood(path) {
        Ok(there) => settings.merged(former, there),
        Err(fault) => {
            // Another has made the file unreadable in the meantime: it is kept as at the start.
            fault.map(|reason| keep_aside(path, reason));
            settings.clone()
        }
    };
    let text = ron::ser::to_string_pretty(&settings, ron::ser::PrettyConfig::default())
        .map_err(|error| Bilingual { zh: error.to_string(), en: error.to_string() })?;
    if let Some(folder) = path.parent() {
        // A folder that cannot be made is named by the error of the file in it.
        let _ = fs::create_dir_all(folder);
    }
    write_file(path, text.as_bytes(), IfExists::Overwrite)
        .map(|_| ())
        .map_err(|error| error.message())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Format;

    #[test]
    fn settings_come_back_as_they_were_saved() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("deep/settings.ron");
        assert_eq!(load(&path), (Settings::default(), None));
        let settings = Settings { lang: Some(Lang::En), tree_width: 300.0, ..Settings::default() };
        save(&path, &settings, &Settings::default()).expect("written");
        assert_eq!(load(&path), (settings, None));
    }

    #[test]
    fn a_file_of_another_version_gives_what_it_has() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("settings.ron");
        fs::write(&path, "(version: 7, theme: dark, unheard_of: 3, tree_width: 1e9)")
            .expect("written");
        let (settings, fault) = load(&path);
        assert_eq!(fault, None);
        assert_eq!(settings.theme, ThemeChoice::Dark);
        assert!(PANEL_WIDTHS.contains(&settings.tree_width));
    }

    #[test]
    fn what_two_windows_write_is_all_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("settings.ron");
        let preset =
            |name: &str| OwnPreset { name: name.to_owned(), choices: ExportChoices::default() };
        let former = Settings {
            presets: vec![preset("old"), preset("kept")],
            recent: vec!["a".into()],
            texts: [("x".to_owned(), "x.txt".into())].into(),
            ..Settings::default()
        };
        save(&path, &former, &Settings::default()).expect("written");
        let one = Settings {
            theme: ThemeChoice::Dark,
            presets: vec![preset("old"), preset("kept"), preset("one")],
            recent: vec!["b".into(), "a".into()],
            texts: [("x".to_owned(), "x.txt".into()), ("y".to_owned(), "y.txt".into())].into(),
            ..former.clone()
        };
        save(&path, &one, &former).expect("written");
        let other = Settings {
            zoom: 150,
            presets: vec![preset("kept"), preset("other")],
            recent: vec!["c".into(), "a".into()],
            texts: BTreeMap::new(),
            ..former.clone()
        };
        save(&path, &other, &former).expect("written");
        let (both, fault) = load(&path);
        assert_eq!(fault, None);
        assert_eq!((both.theme, both.zoom), (ThemeChoice::Dark, 150));
        let names: Vec<&str> = both.presets.iter().map(|preset| preset.name.as_str()).collect();
        assert_eq!(names, ["kept", "one", "other"]);
        assert_eq!(both.recent, ["c", "a", "b"].map(PathBuf::from));
        assert_eq!(both.texts.keys().collect::<Vec<_>>(), ["y"]);
        // A place is remembered with its report.
        let place =
            |report: &str| Some(LastPlace { report: report.to_owned(), ..LastPlace::default() });
        let left = Settings { last: place("x"), last_file: Some("x".into()), ..both.clone() };
        save(&path, &left, &both).expect("written");
        let left = Settings { last: place("y"), ..both.clone() };
        save(&path, &left, &both).expect("written");
        let (last, last_file) = {
            let there = load(&path).0;
            (there.last, there.last_file)
        };
        assert_eq!((last, last_file), (place("y"), None));
        save(&path, &both, &left).expect("written");
        // Whoever changes nothing more leaves everything as it is.
        save(&path, &other, &other).expect("written");
        assert_eq!(load(&path).0, both);
    }

    #[test]
    fn an_unreadable_file_is_kept_aside() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("settings.ron");
        for number in 1..=2 {
            fs::write(&path, "(lang: ???").expect("written");
            let (settings, fault) = load(&path);
            assert_eq!(settings, Settings::default());
            let kept = fault.and_then(|fault| fault.kept).expect("renamed");
            assert_eq!(kept, path.with_extension(format!("ron.unreadable-{number}")));
            assert_eq!(fs::read_to_string(kept).expect("still there"), "(lang: ???");
            assert!(!path.exists());
        }
    }

    #[test]
    fn a_format_of_one_chart_is_followed_by_several_only_where_they_have_no_other() {
        let mut settings = Settings::default();
        let with = |format| ExportChoices { format, ..ExportChoices::default() };
        settings.choose_export(with(Format::Png));
        settings.batch.formats = vec![Format::Png];
        settings.choose_export(with(Format::Svg));
        assert_eq!(settings.batch.formats, [Format::Svg]);
        settings.batch.formats = vec![Format::Png, Format::Pdf];
        settings.choose_export(with(Format::Pdf));
        settings.choose_export(with(Format::Svg));
        assert_eq!(settings.batch.formats, [Format::Png, Format::Pdf]);
    }

    #[test]
    fn a_file_beyond_the_limit_is_kept_aside_unread_and_the_limit_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("settings.ron");
        fs::File::create(&path).and_then(|file| file.set_len(1 << 40)).expect("a sparse file");
        let fault = load(&path).1.expect("refused");
        let limit = MAX_SETTINGS_BYTES.to_string();
        assert!(fault.reason.zh.contains(&limit) && fault.reason.en.contains(&limit), "{fault}");
        assert!(fault.kept.is_some_and(|kept| kept.exists()));
    }
}
