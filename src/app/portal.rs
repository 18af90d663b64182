//! Whether a Linux desktop has a dialog for files: a portal that answers, or zenity.
//!
//! `rfd` asks the portal without a limit of time. Where a session bus is there and the portal behind it cannot start
//! (a container, a remote session, a half installed desktop) a question then takes half a minute and brings nothing.
//! So the portal is asked for its version first, and who does not answer within [`PATIENCE`] is taken for not there.

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// A desktop that is there answers in milliseconds; one that the question wakes, within a second.
const PATIENCE: Duration = Duration::from_millis(1500);

/// The question that has had no answer yet: it may never come back, and then ends with the process.
static PENDING: Mutex<Option<Receiver<bool>>> = Mutex::new(None);

/// Whether a dialog for files will come.
pub(super) fn answers() -> bool {
    let mut pending = PENDING.lock().unwrap_or_else(PoisonError::into_inner);
    // Who was silent before is not waited for again, only listened to.
    let (receiver, patience) = match pending.take() {
        Some(receiver) => (receiver, Duration::ZERO),
        None => (ask(), PATIENCE),
    };
    match receiver.recv_timeout(patience) {
        // Without a bus or a portal rfd finds out as quickly, and then asks zenity.
        Ok(there) => there || has_zenity(),
        Err(RecvTimeoutError::Disconnected) => false,
        Err(RecvTimeoutError::Timeout) => {
            *pending = Some(receiver);
            false
        }
    }
}

/// Asks the portal for its version; the answer comes from a thread of its own.
fn ask() -> Receiver<bool> {
    let (sender, receiver) = channel();
    // Where there can be no thread the sender is gone, and nobody waits.
    let _ = thread::Builder::new().name("portal".to_owned()).spawn(move || {
        let _ = sender.send(zbus::block_on(version()).is_ok());
    });
    receiver
}

/// The version of the portal's dialogs for files.
async fn version() -> zbus::Result<zbus::Message> {
    zbus::Connection::session()
        .await?
        .call_method(
            Some("org.freedesktop.portal.Desktop"),
            "/org/freedesktop/portal/desktop",
            Some("org.freedesktop.DBus.Properties"),
            "Get",
            &("org.freedesktop.portal.FileChooser", "version"),
        )
        .await
}

fn has_zenity() -> bool {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).any(|folder| Path::new(&folder).join("zenity").is_file())
}
