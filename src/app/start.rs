//! The window's start: OpenGL first, wgpu where OpenGL is missing, and a clear message where there is neither.
//!
//! glow starts in a third of wgpu's time and needs no Vulkan; that is why it comes first.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::ViewportBuilder;
use eframe::{NativeOptions, Renderer};

use super::clipboard::Clipboard;
use super::instance::{Meeting, Receiving};
use super::path_question::asking;
use super::{App, PlatformDialogs, Start, fall, icon};
use crate::i18n::Lang;
use crate::settings::{self, MIN_WINDOW, Settings};

/// Why there is no window.
#[derive(Debug)]
pub struct StartError {
    /// What OpenGL said.
    pub glow: Box<eframe::Error>,
    /// What wgpu said.
    pub wgpu: Box<eframe::Error>,
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the window cannot be opened / 无法打开窗口\n  OpenGL: {}\n  wgpu: {}\n\
             Start it in a graphical session with a display (on Linux DISPLAY or WAYLAND_DISPLAY must be set) \
             and install an OpenGL or Vulkan driver; \
             the commands `figures`, `export` and `check` work without a window.\n\
             请在图形界面中启动，并安装 OpenGL 或 Vulkan 驱动；命令行的 figures、export、check 不需要窗口。",
            self.glow, self.wgpu
        )
    }
}

impl std::error::Error for StartError {}

/// Opens the window with `file`, or with the bundled report, and returns when it is closed.
///
/// # Errors
/// [`StartError`] when the system gives no window: no display, no OpenGL and no other graphics.
pub fn run(file: Option<PathBuf>) -> Result<(), StartError> {
    if let Some(folder) = fall::folder() {
        fall::keep_records(folder);
    }
    let meeting = Meeting::of_this_display();
    let receiving = meeting.as_ref().and_then(Meeting::receive).map(Arc::new);
    // Under the same setting the window that is there takes the file, and this start is done.
    let reuses = || settings::default_path().is_some_and(|path| settings::reuses_window(&path));
    if receiving.is_none()
        && reuses()
        && meeting.is_some_and(|there| there.hand_over(file.as_deref()))
    {
        return Ok(());
    }
    let desktop = (receiving, Clipboard::listen());
    let glow = match run_with(Renderer::Glow, file.clone(), desktop.clone()) {
        Ok(()) => return Ok(()),
        Err(error) => Box::new(error),
    };
    run_with(Renderer::Wgpu, file, desktop)
        .map_err(|wgpu| StartError { glow, wgpu: Box::new(wgpu) })
}

fn run_with(
    renderer: Renderer,
    file: Option<PathBuf>,
    (receiving, clipboard): (Option<Arc<Receiving>>, Arc<Clipboard>),
) -> eframe::Result {
    let settings_path = settings::default_path();
    // Read for the size alone; the application reads them again and reports what is wrong.
    let size = settings_path
        .as_deref()
        .and_then(settings::window_size)
        .unwrap_or(Settings::default().window);
    let viewport = ViewportBuilder::default()
        .with_title("Report Explorer")
        .with_app_id("report-explorer")
        .with_icon(icon::icon())
        .with_inner_size(size)
        .with_min_inner_size(MIN_WINDOW)
        .with_drag_and_drop(true);
    let options = NativeOptions {
        viewport,
        renderer,
        centered: true,
        system_font_fallback: false,
        ..NativeOptions::default()
    };
    let lang = sys_locale::get_locale().map_or(Lang::Zh, |locale| Lang::of_locale(&locale));
    eframe::run_native(
        "report-explorer",
        options,
        Box::new(move |creation| {
            let start = Start { file, settings_path, lang, dialogs: asking(PlatformDialogs) };
            let faults = fall::folder();
            let record = faults.as_deref().and_then(fall::untold);
            let begin = if record.is_some() { App::after_a_fall } else { App::new };
            let mut app = begin(&creation.egui_ctx, start);
            app.join_desktop(&creation.egui_ctx, receiving, clipboard, faults);
            if let Some(record) = record {
                app.tell_of_the_fall(record);
            }
            Ok(Box::new(app))
        }),
    )
}
