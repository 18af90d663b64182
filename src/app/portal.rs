//! Whether a Linux desktop has a dialog for files: a portal that answers, or zenity.
//!
//! `rfd` asks the portal without a limit of time. Where a session bus is there and the portal behind it cannot start
//! (a container, a remote session, a half installed desktop) a question then takes half a minute and brings nothing.
//! So the portal is asked for its version first, and who does not answer within [`PATIENCE`] is taken for not there.

use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// A desktop that is there answers in milliseconds; one that the question wakes, within a second.
const PATIENCE: Duration = Duration::from_millis(1500);

/// Whether a dialog for files will come.
pub(super) fn answers() -> bool {
    let (sender, receiver) = channel();
    // It may never come back; then it ends with the process.
    let asked = thread::Builder::new().name("portal".to_owned()).spawn(move || {
        let _ = sender.send(zbus::block_on(version()).is_ok());
    });
    let answer = match asked {
        Ok(_) => receiver.recv_timeout(PATIENCE),
        Err(_) => Ok(false),
    };
    match answer {
        // Without a bus or a portal rfd finds out as quickly, and then asks zenity.
        Ok(there) => there || has_zenity(),
        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => false,
    }
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
