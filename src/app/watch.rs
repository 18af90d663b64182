//! What happens outside while the window is idle: the open file changes, or another start hands something over.
//!
//! One thread looks four times a second at a folder and once a second at a file: two calls of the system, no drawing.
//! A crate that is told by the system would save those, and cost a dependency with three different back ends, none of
//! which sees changes on a network drive.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use super::instance::{Receiving, take_slips};

const PERIOD: Duration = Duration::from_millis(250);
/// A file is looked at every so many periods.
const FILE_EVERY: u32 = 4;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Happened {
    /// The watched file is another than it was, or is gone, and is no longer being written.
    Changed(PathBuf),
    /// Another start hands over a file, or asks for the window.
    HandedOver(Option<PathBuf>),
}

/// What tells two states of a file apart without reading it.
pub(super) type Stamp = Option<(SystemTime, u64)>;

/// The state of the file at `path`; on a drive that does not answer, this waits.
pub(super) fn stamp(path: &Path) -> Stamp {
    let metadata = fs::metadata(path).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}

/// A file as it was read, and as it was last seen.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Watched {
    path: PathBuf,
    read: Stamp,
    seen: Stamp,
}

impl Watched {
    fn new(path: &Path, read: Stamp) -> Self {
        Self { path: path.to_owned(), read, seen: read }
    }

    /// Whether it has changed and has come to rest: a file that is being written changes between two looks,
    /// and one that is replaced is missing for a moment; one that is missing still at the next look is gone.
    fn look(&mut self, now: Stamp) -> bool {
        let rests = now == self.seen;
        self.seen = now;
        let changed = rests && now != self.read;
        if changed {
            self.read = now;
        }
        changed
    }
}

/// The watching thread, as the window sees it.
pub(super) struct Watch {
    watched: Arc<Mutex<Option<Watched>>>,
    happened: Receiver<Happened>,
}

impl Watch {
    /// Starts the thread; `wake` is called after each event. Without a thread nothing is watched, and all else works.
    pub fn start(receiving: Option<Arc<Receiving>>, wake: impl Fn() + Send + 'static) -> Self {
        let (sender, happened) = channel();
        let watched = Arc::new(Mutex::new(None::<Watched>));
        let shared = Arc::clone(&watched);
        let look = move || {
            for round in 1_u32.. {
                std::thread::sleep(PERIOD);
                let mut events = Vec::new();
                if let Some(receiving) = &receiving {
                    events
                        .extend(take_slips(&receiving.slips).into_iter().map(Happened::HandedOver));
                }
                if round.is_multiple_of(FILE_EVERY) {
                    // The window waits for no drive: the file is looked at while nothing is locked.
                    let watched = || shared.lock().unwrap_or_else(PoisonError::into_inner);
                    let path = watched().as_ref().map(|file| file.path.clone());
                    if let Some((path, now)) = path.map(|path| (path.clone(), stamp(&path)))
                        && let Some(file) = watched().as_mut().filter(|file| file.path == path)
                        && file.look(now)
                    {
                        events.push(Happened::Changed(path));
                    }
                }
                for event in events {
                    // The window is gone, and with it the reason to look.
                    if sender.send(event).is_err() {
                        return;
                    }
                    wake();
                }
                if Arc::strong_count(&shared) == 1 {
                    return;
                }
            }
        };
        // A system that gives no thread will not give one for the jobs either, which say so.
        let _ = std::thread::Builder::new().name("watch".to_owned()).spawn(look);
        Self { watched, happened }
    }

    /// Watches this file from now on, or none; with its state when it was read.
    pub fn file(&self, path: Option<&Path>, read: Stamp) {
        *self.watched.lock().unwrap_or_else(PoisonError::into_inner) =
            path.map(|path| Watched::new(path, read));
    }

    /// What has happened since the last call.
    pub fn happened(&self) -> Vec<Happened> {
        self.happened.try_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_counts_when_it_has_come_to_rest() {
        let at = |seconds| Some((SystemTime::UNIX_EPOCH + Duration::from_secs(seconds), 1));
        let path = PathBuf::from("a.report.ron");
        let mut file = Watched { path, read: at(1), seen: at(1) };
        assert!(!file.look(at(1)), "as it was");
        assert!(!file.look(at(2)), "perhaps still being written");
        assert!(!file.look(at(3)), "still");
        assert!(!file.look(None), "being replaced");
        assert!(!file.look(at(4)), "there again");
        assert!(file.look(at(4)), "at rest");
        assert!(!file.look(at(4)), "told once");
        assert!(!file.look(None), "perhaps being replaced");
        assert!(file.look(None), "gone");
        assert!(!file.look(None), "told once");
        // A clock that was set back is a change like any other.
        assert!(!file.look(at(0)));
        assert!(file.look(at(0)));
    }
}
