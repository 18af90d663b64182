//! One window that receives what another start hands over: a lock that ends with its process, and a folder of slips.
//!
//! The first window of a display holds a lock on a file in the user's runtime folder; the system lets go of it when the
//! process ends, however it ends, so nothing stale is left. A later start that finds the lock held leaves a slip with its
//! path and waits until it is taken; when nobody takes it, it opens a window of its own.
//! Slips and not a socket: the standard library has one kind of socket on Unix and another on Windows, both next door to
//! the network that this program keeps away from; a file and its lock are the same on all three systems. The price is
//! that a slip is seen within a quarter of a second and not at once.

use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::export::{IfExists, write_file};
use crate::load::Asked;
use crate::model::Link;
use crate::reading;

/// How long a slip waits for a window that is there but busy, or is only just opening.
const PATIENCE: Duration = Duration::from_secs(3);

/// The longest slip that is read, in bytes: no system has longer paths.
const MAX_SLIP_BYTES: u64 = 1 << 17;

/// Where the windows of one display meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Meeting {
    lock: PathBuf,
    slips: PathBuf,
}

/// The right to receive; ends with the process.
#[derive(Debug)]
pub(super) struct Receiving {
    /// Held, never read.
    _lock: File,
    /// Where the slips are.
    pub slips: PathBuf,
}

impl Meeting {
    /// That of this user and this display; `None` where the system names no folder for it.
    pub fn of_this_display() -> Option<Self> {
        let folders = directories::ProjectDirs::from("", "", "report-explorer")?;
        let folder = folders.runtime_dir().unwrap_or_else(|| folders.data_local_dir());
        let display = ["WAYLAND_DISPLAY", "DISPLAY"]
            .into_iter()
            .find_map(|name| std::env::var(name).ok())
            .unwrap_or_default();
        Some(Self::at(folder, &display))
    }

    pub(super) fn at(folder: &Path, display: &str) -> Self {
        let name: String =
            display.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
        Self {
            lock: folder.join(format!("window{name}.lock")),
            slips: folder.join(format!("window{name}.slips")),
        }
    }

    /// Takes the right to receive, unless another start has it or the folder cannot be used.
    ///
    /// It is taken before there is a window, so that of two starts at the same moment one opens it.
    pub fn receive(&self) -> Option<Receiving> {
        fs::create_dir_all(&self.slips).ok()?;
        let lock =
            OpenOptions::new().create(true).truncate(false).write(true).open(&self.lock).ok()?;
        lock.try_lock().ok()?;
        // What nobody took before this window was there is not meant for it.
        take_slips(&self.slips);
        Some(Receiving { _lock: lock, slips: self.slips.clone() })
    }

    /// Hands a file, or a link into one, over to the start that receives, or asks its window to come to the front; whether it did.
    pub fn hand_over(&self, file: Option<&Path>) -> bool {
        let asked = match file {
            Some(file) => Asked::of(file).anywhere(),
            None => Some(String::new()),
        };
        let Some(asked) = asked else { return false };
        let since = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default().as_nanos();
        let slip = self.slips.join(format!("{since:032}-{}.slip", std::process::id()));
        if write_file(&slip, asked.as_bytes(), IfExists::Refuse).is_err() {
            return false;
        }
        let asked = Instant::now();
        while asked.elapsed() < PATIENCE {
            if !slip.exists() {
                return true;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        // Taken after all in this instant, if it cannot be taken back.
        fs::remove_file(&slip).is_err()
    }
}

/// Takes what has been handed over, oldest first: a file or a link, or `None` to come to the front.
///
/// What no start of this program can have left (no file, too long, no path) is thrown away, or it would be looked at forever.
pub(super) fn take_slips(folder: &Path) -> Vec<Option<PathBuf>> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut slips: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "slip"))
        .collect();
    slips.sort();
    let take = |slip: PathBuf| {
        let said = said(&slip);
        fs::remove_file(&slip).ok().and(said)
    };
    let path = |said: String| (!said.is_empty()).then(|| PathBuf::from(said));
    slips.into_iter().filter_map(take).map(path).collect()
}

/// What a slip says, a path, a link or nothing at all; `None` where no start of this program can have written it.
fn said(slip: &Path) -> Option<String> {
    // A pipe would be waited for.
    slip.symlink_metadata().ok()?.is_file().then_some(())?;
    let said = String::from_utf8(reading::bytes(slip, MAX_SLIP_BYTES).ok()?).ok()?;
    let sound = said.is_empty() || Path::new(&said).is_absolute() || Link::looks_like_one(&said);
    sound.then_some(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_start_hands_its_file_to_the_first_window() {
        let folder = tempfile::tempdir().expect("a folder");
        let meeting = Meeting::at(folder.path(), ":0");
        let receiving = meeting.receive().expect("the first");
        assert!(meeting.receive().is_none(), "one receives");
        let other = meeting.clone();
        let second =
            std::thread::spawn(move || other.hand_over(Some(Path::new("报告 1.report.ron"))));
        let since = Instant::now();
        let mut taken = Vec::new();
        while taken.is_empty() && since.elapsed() < PATIENCE {
            taken = take_slips(&receiving.slips);
        }
        let path = std::path::absolute("报告 1.report.ron").expect("a current folder");
        assert_eq!(taken, [Some(path)]);
        assert!(second.join().expect("it did not fall"));
        drop(receiving);
        assert!(meeting.receive().is_some(), "the window is gone, and with it the lock");
    }

    #[test]
    fn a_slip_that_nobody_takes_is_taken_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let meeting = Meeting::at(folder.path(), ":0");
        assert!(!meeting.hand_over(None), "there is no place to leave it");
        let receiving = meeting.receive().expect("the first, which is too busy to look");
        assert!(!meeting.hand_over(None));
        assert!(take_slips(&receiving.slips).is_empty());
    }

    #[test]
    fn a_slip_that_no_start_has_left_is_thrown_away_and_the_next_one_is_taken() {
        let folder = tempfile::tempdir().expect("a folder");
        let slips = Meeting::at(folder.path(), ":0").receive().expect("the first").slips;
        let path = std::path::absolute("a.report.ron").expect("a current folder");
        let leave = |name: &str, bytes: &[u8]| fs::write(slips.join(name), bytes).expect("written");
        leave("1.slip", b"/\xff\xfe");
        leave("2.slip", b"not/absolute.report.ron");
        let huge = File::create(slips.join("3.slip")).expect("a file");
        huge.set_len(MAX_SLIP_BYTES + 1).expect("a sparse file");
        leave("4.slip", path.to_str().expect("UTF-8").as_bytes());
        leave("5.slip", b"");
        leave("note.txt", b"not ours");
        assert_eq!(take_slips(&slips), [Some(path), None]);
        let left =
            fs::read_dir(&slips).expect("there").map(|entry| entry.expect("one").file_name());
        assert_eq!(left.collect::<Vec<_>>(), ["note.txt"]);
    }

    #[test]
    fn displays_have_windows_of_their_own() {
        let folder = Path::new("/run/user/1");
        assert_ne!(Meeting::at(folder, ":0"), Meeting::at(folder, ":1"));
    }
}
