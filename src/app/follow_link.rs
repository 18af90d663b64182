//! A link that the application was started with, or was handed: what it leads to is selected, or why it leads nowhere is said.

use crate::command::Selection;
use crate::i18n::{both, cli as words};
use crate::model::{Link, LinkTarget};
use crate::settings::View;

use super::App;

impl App {
    /// Goes where `link` leads in the open report.
    pub(super) fn follow_link(&mut self, link: &str) {
        let Some(report) = self.state.report() else { return };
        let target = match Link::find(report, link) {
            Ok(link) => link.target,
            Err(error) => {
                let refusal = words::link(&error, report.id());
                self.problem(both(|lang| words::refusal(&refusal, lang)), None, None);
                return;
            }
        };
        // What was searched for last time would hide where it leads.
        self.state.filters.reset();
        match target {
            LinkTarget::Report => return,
            LinkTarget::Figure(id) => {
                self.choose_section(None);
                self.choose_figure(&id);
            }
            LinkTarget::Indicator(indicator) => {
                self.choose_section(None);
                self.state.select(Some(Selection { indicator, figure: None }));
                self.aim_at_selection();
            }
            LinkTarget::Section(id) => self.choose_section(Some(id)),
        }
        // The overview shows no single figure.
        if self.state.settings.view == View::Overview {
            self.state.settings.view = View::Table;
        }
    }
}
