//! The commands that change how the window looks and where one is in it: settings, panels, full screen, history.

use eframe::egui::{Context, ViewportCommand};

use super::App;
use super::history::{History, Look, Place};
use crate::command::{Command, Situation, Slide};
use crate::settings::ZOOMS;
use crate::ui::{self, SidePanel};

impl App {
    /// What decides which commands can be carried out.
    pub(super) fn situation(&self) -> Situation {
        Situation {
            // The field that asks for a path is one as well, whoever has asked.
            dialog: self.state.dialog.is_some() || self.path_field.is_some(),
            back: self.places.has_past(),
            forward: self.places.has_future(),
            undo: self.looks.has_past(),
            redo: self.looks.has_future(),
            ..self.state.situation()
        }
    }

    /// Changes what is remembered of a person's taste, and saves it at once.
    pub(super) fn change_settings(&mut self, ctx: &Context, command: &Command) {
        let settings = &mut self.state.settings;
        match command {
            Command::ChooseLang(lang) => settings.lang = Some(*lang),
            Command::ChooseTheme(theme) => settings.theme = *theme,
            Command::ChooseContrast(on) => settings.contrast = *on,
            Command::ChooseMotion(on) => settings.motion = *on,
            Command::ChooseZoom(zoom) => {
                settings.zoom = (*zoom).clamp(*ZOOMS.start(), *ZOOMS.end());
            }
            Command::ChooseReopen(on) => settings.reopen = *on,
            Command::ChooseReuseWindow(on) => settings.reuse_window = *on,
            Command::ZoomIn => settings.zoom = settings.next_zoom(true),
            Command::ZoomOut => settings.zoom = settings.next_zoom(false),
            Command::ZoomReset => settings.zoom = 100,
            Command::EndIntroduction => settings.introduced = true,
            _ => return,
        }
        ui::follow_settings(ctx, settings);
        self.save_settings();
    }

    /// Shows and hides what stands around the view.
    pub(super) fn arrange_window(&mut self, ctx: &Context, command: &Command) {
        let full = ctx.input(|input| input.viewport().fullscreen.unwrap_or_default());
        let fit = self.state.fit();
        let settings = &mut self.state.settings;
        match command {
            Command::ToggleTree => self.state.show_panel(SidePanel::Tree, !fit.tree),
            Command::ToggleDetail => self.state.show_panel(SidePanel::Detail, !fit.detail),
            Command::KeepTreeWidth(width) => settings.tree_width = *width,
            Command::KeepDetailWidth(width) => settings.detail_width = *width,
            Command::ToggleFullScreen => ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!full)),
            Command::TogglePresentation => {
                let state = &mut self.state;
                let former = state.presenting.take();
                if former.is_none() {
                    state.full_before = full;
                    state.presenting = Some(Slide::View);
                }
                let full = former.is_none() || state.full_before;
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(full));
                if former == Some(Slide::Comparison) {
                    self.go_to_selection();
                }
            }
            _ => {}
        }
    }

    /// One step along the history.
    pub(super) fn walk(&mut self, command: &Command) {
        let state = &mut self.state;
        match command {
            Command::Back | Command::Forward => {
                let place = match command {
                    Command::Back => self.places.back(),
                    _ => self.places.forward(),
                };
                if let Some(place) = place {
                    place.show(state);
                    self.looks.record(state.now, Look::of(state), |_, _| false);
                }
            }
            Command::Undo | Command::Redo => {
                let look = match command {
                    Command::Undo => self.looks.back(),
                    _ => self.looks.forward(),
                };
                if let Some(look) = look {
                    look.show(state);
                    self.places.record(state.now, Place::of(state), |_, _| false);
                }
            }
            _ => {}
        }
        // Another language, or derived values hidden since, may have left some of the rows out.
        state.refresh();
        if state.lists.table.picked(&state.picked).len() < state.picked.len() {
            state.let_go_of_rows();
        }
    }

    /// Takes note of where one is after the commands of a frame: what one click or key asks for is one step.
    pub(super) fn remember(&mut self) {
        let state = &self.state;
        self.places.record(state.now, Place::of(state), Place::is_near);
        self.looks.record(state.now, Look::of(state), Look::is_near);
    }

    /// Another report is open: its history begins here.
    pub(super) fn begin_history(&mut self) {
        self.places = History::new(Place::of(&self.state));
        self.looks = History::new(Look::of(&self.state));
    }
}
