//! The report's text attached and read: the file asked for, recognised on a worker thread and remembered;
//! searching in it; the next figure; references and links copied.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui;

use crate::cite;
use crate::command::{FigureCommand, Selection, TextCommand};
use crate::i18n::desktop::{self, Job};
use crate::i18n::text as words;
use crate::i18n::{Lang, both};
use crate::model::{Figure, FigureId, Link};
use crate::notice::NoticeKind;
use crate::reading::ReadError;
use crate::settings::View;
use crate::source::{AttachError, Attached, TextError, TextErrorKind};
use crate::ui::lists::TextPage;
use crate::ui::reading::{Goal, Opened, Reading, identity};
use crate::ui::{Dialog, SidePanel};

use super::state::Document;
use super::{App, Outcome};

/// What came of attaching a text.
pub(super) struct TextRead {
    /// The number of the request.
    pub request: u64,
    /// The file.
    pub path: PathBuf,
    /// Whether a person chose it now, rather than the last time.
    pub asked: bool,
    /// The text with its page, or why not.
    pub result: Result<(Attached, TextPage), AttachError>,
}

impl App {
    /// Carries out what is asked of the text.
    pub(super) fn execute_text(&mut self, command: TextCommand) {
        let reading = &mut self.state.reading;
        match command {
            TextCommand::Ask => self.ask_for_text(),
            TextCommand::Attach(path) => match &mut self.opening {
                // It belongs to the report that was let go over the window with it.
                Some(opening) => opening.text = Some(path),
                None => self.attach_text(path, true),
            },
            TextCommand::Detach => {
                *reading = Reading::new();
                self.texts_asked += 1;
                self.text_under_way = None;
                if let Some(id) = self.state.report().map(|report| report.id().to_string()) {
                    self.state.settings.texts.remove(&id);
                    self.save_settings();
                }
            }
            TextCommand::ShowDifferences => self.state.dialog = Some(Dialog::TextDifferences),
            TextCommand::ShowUnexplained => self.state.dialog = Some(Dialog::Unexplained),
            TextCommand::FocusSearch => {
                reading.search_asked = true;
                self.state.settings.view = View::Text;
            }
            TextCommand::Find(query) => self.find_in_text(query),
            TextCommand::NextHit => self.step_hit(true),
            TextCommand::PreviousHit => self.step_hit(false),
            TextCommand::GoToHit(at) => self.go_to_hit(at),
            TextCommand::ListHits(listed) => reading.hits_listed = listed,
            TextCommand::MarkExclusions(marked) => reading.exclusions_marked = marked,
            TextCommand::GoTo(span) => {
                reading.goal = Some(Goal::Span(span));
                self.state.dialog = None;
                self.state.settings.view = View::Text;
            }
            TextCommand::Reading(section) => reading.section = section,
        }
    }

    /// Carries out what is asked of a figure.
    pub(super) fn execute_figure(&mut self, ctx: &egui::Context, command: FigureCommand) {
        match command {
            FigureCommand::Next => self.step_figure(true),
            FigureCommand::Previous => self.step_figure(false),
            FigureCommand::Choose(id) => self.choose_figure(&id),
            FigureCommand::ShowInText(id) => {
                self.choose_figure(&id);
                self.state.settings.view = View::Text;
            }
            FigureCommand::Cite(style, figure) => {
                let Some(report) = self.state.report() else { return };
                let figure = figure.as_ref().and_then(|id| report.figure(id));
                let citation = cite::citation(report, figure, style, self.state.lang());
                ctx.copy_text(citation);
                self.say(|lang| words::copied_citation(style.name(), lang));
            }
            FigureCommand::CopyLink(id) => {
                let Some(report) = self.state.report() else { return };
                let link = Link::figure(report, &id).to_string();
                ctx.copy_text(link.clone());
                self.say(|lang| words::copied_link(&link, lang));
            }
        }
    }

    fn say(&mut self, say: impl Fn(Lang) -> String) {
        self.state.notices.post(self.state.now, NoticeKind::Done, both(say), None, None);
    }

    fn ask_for_text(&mut self) {
        let lang = self.state.lang();
        let (title, kind) = (words::open_text(lang), words::text_files(lang));
        self.ask_for_file(title, kind, &["txt"], Outcome::TextChosen);
    }

    /// Reads and recognises a file on a worker thread.
    pub(super) fn attach_text(&mut self, path: PathBuf, asked: bool) {
        let Ok(Document { report, image, .. }) = &self.state.content else {
            return self.problem(desktop::no_report_for_text(), None, Some(path));
        };
        let (report, of_image) = (Arc::clone(report), image.is_some());
        self.text_under_way = Some((path.clone(), asked));
        self.texts_asked += 1;
        let request = self.texts_asked;
        self.start("attach text", Job::OpenText, move || {
            let result = Attached::read(&report, &path).map(|mut attached| {
                if of_image {
                    // It carries some of its report's figures: what it does not explain, the report may.
                    attached.unexplained.clear();
                }
                let page = TextPage::of(&report, &attached);
                (attached, page)
            });
            Some(Outcome::TextRead(Box::new(TextRead { request, path, asked, result })))
        });
    }

    /// Attaches the text that was attached to this report the last time; puts away that of another report, and one
    /// that is still being read for it.
    pub(super) fn attach_remembered_text(&mut self) {
        self.texts_asked += 1;
        self.text_under_way = None;
        self.state.reading = Reading::new();
        // Dialogs about a text go with it.
        if matches!(self.state.dialog, Some(Dialog::TextDifferences | Dialog::Unexplained)) {
            self.state.dialog = None;
        }
        let Some(id) = self.state.report().map(|report| report.id().to_string()) else { return };
        if let Some(path) = self.state.settings.texts.get(&id).cloned() {
            self.attach_text(path, false);
        }
    }

    /// Attaches the text anew after its report was read again: the one that was attached, or the one that is still being
    /// read; what is searched for in it stays.
    pub(super) fn attach_text_again(&mut self) {
        let former = std::mem::take(&mut self.state.reading);
        let under_way = self.text_under_way.take();
        self.attach_remembered_text();
        self.state.reading = Reading {
            query: former.query,
            hit: former.hit,
            hits_listed: former.hits_listed,
            exclusions_marked: former.exclusions_marked,
            ..Reading::new()
        };
        if let Some((path, asked)) = under_way {
            self.attach_text(path, asked);
        }
    }

    /// Takes in a text that was read, unless another one, or another report, has been asked for since.
    pub(super) fn take_text(&mut self, read: Box<TextRead>) {
        let TextRead { request, path, asked, result } = *read;
        let report = self.state.report().filter(|_| request == self.texts_asked);
        let Some(report) = report.map(|report| report.id().to_string()) else { return };
        self.text_under_way = None;
        match result {
            Ok((attached, page)) => {
                let reading = &mut self.state.reading;
                let hits = attached.find(&reading.query);
                *reading = Reading {
                    opened: Some(Opened {
                        attached: Arc::new(attached),
                        page: Arc::new(page),
                        generation: request,
                    }),
                    query: std::mem::take(&mut reading.query),
                    hit: reading
                        .hit
                        .or(Some(0))
                        .filter(|_| !hits.is_empty())
                        .map(|hit| hit.min(hits.len() - 1)),
                    hits_listed: reading.hits_listed,
                    exclusions_marked: reading.exclusions_marked,
                    hits,
                    ..Reading::new()
                };
                self.aim_at_selection();
                self.state.settings.texts.insert(report, path);
                if asked {
                    self.state.settings.view = View::Text;
                    let opened = self.state.reading.opened.as_ref().expect("set just now");
                    let attached = Arc::clone(&opened.attached);
                    self.say(|lang| identity(&attached, lang));
                    self.save_settings();
                }
            }
            Err(AttachError::Text(TextError { kind: TextErrorKind::Unreadable(why), .. }))
                if !asked && !matches!(why, ReadError::TooLarge { .. }) =>
            {
                // It was moved or lies on a drive that is not there; the view says so where it is missed.
                self.state.reading.missing = Some(path);
            }
            Err(error) => {
                let next = (!asked).then(words::no_longer_fits);
                self.problem(error.message(), next, Some(path));
            }
        }
    }

    fn find_in_text(&mut self, query: String) {
        let reading = &mut self.state.reading;
        let Some(opened) = &reading.opened else { return };
        reading.hits = opened.attached.find(&query);
        reading.hits_listed &= !query.trim().is_empty();
        reading.query = query;
        reading.hit = (!reading.hits.is_empty()).then_some(0);
        reading.goal = reading.hits.first().copied().map(Goal::Span);
    }

    fn step_hit(&mut self, forward: bool) {
        let reading = &self.state.reading;
        let count = reading.hits.len();
        // While the text is being read again, its places are not there.
        let Some(at) = reading.hit.filter(|_| count > 0) else { return };
        let next = if forward { (at + 1) % count } else { (at + count - 1) % count };
        self.go_to_hit(next);
    }

    fn go_to_hit(&mut self, at: usize) {
        let reading = &mut self.state.reading;
        if let Some(span) = reading.hits.get(at).copied() {
            reading.hit = Some(at);
            reading.goal = Some(Goal::Span(span));
            self.state.settings.view = View::Text;
        }
    }

    /// The next figure in reading order, or the one before; from the last to the first.
    /// Where the table lists a part of the report, the next of its rows: what was left out is not asked for.
    fn step_figure(&mut self, forward: bool) {
        if self.state.lists.table.is_part() {
            return self.step_row(forward);
        }
        let Some(report) = self.state.report() else { return };
        let figures = report.figures();
        let selected = self.state.selected_figure();
        let at = selected.and_then(|id| report.figure_position(&id));
        let count = figures.len();
        let next = match (at, forward) {
            (None, true) => 0,
            (None, false) => count.saturating_sub(1),
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
        };
        if let Some(id) = figures.get(next).map(|figure| figure.id.clone()) {
            self.choose_figure(&id);
        }
    }

    /// Selects a figure everywhere.
    pub(super) fn choose_figure(&mut self, id: &FigureId) {
        let Some(figure) = self.state.report().and_then(|report| report.figure(id)) else { return };
        let Figure { indicator, id, .. } = figure;
        let selection = Selection { indicator: indicator.clone(), figure: Some(id.clone()) };
        self.state.select(Some(selection));
        self.state.reveal = true;
        if self.state.settings.view == View::Overview {
            self.state.show_panel(SidePanel::Detail, true);
        }
        self.aim_at_selection();
    }

    /// Has the view show what is selected.
    pub(super) fn go_to_selection(&mut self) {
        self.state.reveal = true;
        self.aim_at_selection();
    }

    /// Has the text scroll to what is selected the next time it is seen.
    pub(super) fn aim_at_selection(&mut self) {
        self.state.reading.goal = self.state.selected_figure().map(Goal::Figure);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{PlatformDialogs, Start};

    #[test]
    fn while_a_text_is_read_again_there_is_no_place_to_go_to_and_none_is_said() {
        let dialogs = Arc::new(PlatformDialogs);
        let start = Start { file: None, settings_path: None, lang: Lang::En, dialogs };
        let mut app = App::new(&egui::Context::default(), start);
        app.state.reading.hit = Some(1);
        app.attach_text_again();
        app.step_hit(true);
        app.step_hit(false);
        let Reading { hit, hits, .. } = &app.state.reading;
        assert_eq!((*hit, hits.len()), (Some(1), 0), "the place is kept for the text that comes");
        assert_eq!(words::hit_of(*hit, hits.len(), Lang::En), "not found");
    }
}
