//! What the application tells its user: that something is done, or what went wrong, where, and what to do next.

use std::path::{Path, PathBuf};

use crate::model::Bilingual;

/// Names a notice among those of one run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NoticeId(u64);

/// How a notice is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoticeKind {
    /// Something is done; goes away by itself.
    Done,
    /// Something is wrong; stays until it is dismissed.
    Problem,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Unique in this run.
    pub id: NoticeId,
    /// How it is meant.
    pub kind: NoticeKind,
    /// What happened.
    pub what: Bilingual,
    /// What to do next, for a problem; more about it, for something done.
    pub next: Option<Bilingual>,
    /// The file that it is about.
    pub path: Option<PathBuf>,
}

/// The messages that are shown, oldest first, with the time each was posted.
#[derive(Debug, Default)]
pub struct Notices {
    shown: Vec<(f64, Notice)>,
    latest: Option<Notice>,
    count: u64,
}

/// How long something done stays, in seconds.
pub const DONE_SECONDS: f64 = 8.0;

/// More than this at once would cover the window; what is done goes first, the oldest before the others.
const MOST_SHOWN: usize = 4;

impl Notices {
    /// Adds a message; `now` is the time of the frame in seconds.
    pub fn post(
        &mut self,
        now: f64,
        kind: NoticeKind,
        what: Bilingual,
        next: Option<Bilingual>,
        path: Option<PathBuf>,
    ) -> NoticeId {
        let id = NoticeId(self.count);
        self.count += 1;
        let notice = Notice { id, kind, what, next, path };
        // A problem that comes again is told once.
        self.shown.retain(|(_, one)| {
            kind != NoticeKind::Problem || Notice { id, ..one.clone() } != notice
        });
        self.latest = Some(notice.clone());
        self.shown.push((now, notice));
        if self.shown.len() > MOST_SHOWN {
            let done = self.shown.iter().position(|(_, notice)| notice.kind == NoticeKind::Done);
            self.shown.remove(done.unwrap_or(0));
        }
        id
    }

    /// Takes a message away.
    pub fn dismiss(&mut self, id: NoticeId) {
        self.shown.retain(|(_, notice)| notice.id != id);
    }

    /// Takes back what was said to be done since then: it was not.
    pub fn withdraw_done(&mut self, since: f64) {
        self.shown.retain(|(at, notice)| notice.kind != NoticeKind::Done || *at < since);
    }

    /// Takes back the problems with this file: they are over, or will be told anew.
    pub fn withdraw_problems(&mut self, path: &Path) {
        self.shown.retain(|(_, notice)| {
            notice.kind != NoticeKind::Problem || notice.path.as_deref() != Some(path)
        });
    }

    /// Lets go of what has been shown long enough; the seconds until the next one goes, if any will.
    pub fn expire(&mut self, now: f64) -> Option<f64> {
        self.shown.retain(|(since, notice)| {
            notice.kind != NoticeKind::Done || now - since < DONE_SECONDS
        });
        self.shown
            .iter()
            .filter(|(_, notice)| notice.kind == NoticeKind::Done)
            .map(|(since, _)| since + DONE_SECONDS - now)
            .reduce(f64::min)
    }

    /// What is shown now, oldest first.
    pub fn shown(&self) -> impl Iterator<Item = &Notice> {
        self.shown.iter().map(|(_, notice)| notice)
    }

    /// The last message of this run, for the status line.
    #[must_use]
    pub fn latest(&self) -> Option<&Notice> {
        self.latest.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_not_pushed_away_by_what_is_done() {
        let mut notices = Notices::default();
        let words = || Bilingual { zh: "好".to_owned(), en: "good".to_owned() };
        let problem = notices.post(0.0, NoticeKind::Problem, words(), None, None);
        for _ in 0..2 * MOST_SHOWN {
            notices.post(1.0, NoticeKind::Done, words(), None, None);
        }
        assert_eq!(notices.shown().count(), MOST_SHOWN);
        assert!(notices.shown().any(|notice| notice.id == problem));
    }

    #[test]
    fn a_problem_that_comes_again_is_told_once() {
        let mut notices = Notices::default();
        let words = |en: &str| Bilingual { zh: "好".to_owned(), en: en.to_owned() };
        for what in ["one", "other", "one", "one"] {
            notices.post(0.0, NoticeKind::Problem, words(what), None, None);
        }
        let shown: Vec<&str> = notices.shown().map(|notice| notice.what.en.as_str()).collect();
        assert_eq!(shown, ["other", "one"]);
    }

    #[test]
    fn done_goes_away_and_problems_stay() {
        let mut notices = Notices::default();
        let words = || Bilingual { zh: "好".to_owned(), en: "good".to_owned() };
        notices.post(0.0, NoticeKind::Done, words(), None, None);
        let problem = notices.post(1.0, NoticeKind::Problem, words(), None, None);
        assert_eq!(notices.expire(1.0), Some(DONE_SECONDS - 1.0));
        assert_eq!(notices.expire(DONE_SECONDS), None);
        assert_eq!(notices.shown().map(|notice| notice.id).collect::<Vec<_>>(), [problem]);
        notices.dismiss(problem);
        assert_eq!(notices.shown().count(), 0);
        assert!(notices.latest().is_some());
    }
}
