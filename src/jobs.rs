//! Work off the window's thread: named worker threads, one channel back, and a wake-up call when something arrives.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::{io, panic, thread};

/// Jobs whose outcomes are of type `T`.
pub struct Jobs<T> {
    sender: Sender<Option<T>>,
    receiver: Receiver<Option<T>>,
    wake: Arc<dyn Fn() + Send + Sync>,
    running: usize,
}

impl<T: Send + 'static> Jobs<T> {
    /// `wake` is called from the worker after each outcome, so that an idle window takes notice.
    pub fn new(wake: impl Fn() + Send + Sync + 'static) -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, wake: Arc::new(wake), running: 0 }
    }

    /// Starts `work` on a thread called `name`. A panic inside it ends the job with `on_panic`, not the application.
    ///
    /// # Errors
    /// The system's error when it gives no thread.
    pub fn start(
        &mut self,
        name: &str,
        work: impl FnOnce() -> Option<T> + Send + 'static,
        on_panic: impl FnOnce() -> T + Send + 'static,
    ) -> io::Result<()> {
        let sender = self.sender.clone();
        let wake = Arc::clone(&self.wake);
        thread::Builder::new().name(name.to_owned()).spawn(move || {
            let outcome = panic::catch_unwind(panic::AssertUnwindSafe(work))
                .unwrap_or_else(|_| Some(on_panic()));
            // The window may be gone already; then nobody needs the outcome.
            if sender.send(outcome).is_ok() {
                wake();
            }
        })?;
        self.running += 1;
        Ok(())
    }

    /// What has been finished since the last call.
    pub fn finished(&mut self) -> Vec<T> {
        let arrived: Vec<Option<T>> = self.receiver.try_iter().collect();
        self.running -= arrived.len();
        arrived.into_iter().flatten().collect()
    }

    /// How many jobs are under way.
    #[must_use]
    pub fn running(&self) -> usize {
        self.running
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outcomes_arrive_and_wake_the_window_and_a_panic_is_an_outcome() {
        let (woken, wakes) = channel();
        let mut jobs = Jobs::new(move || woken.send(()).expect("the test is still there"));
        jobs.start("sum", || Some(2 + 2), || -1).expect("a thread");
        wakes.recv().expect("woken");
        assert_eq!(jobs.finished(), [4]);
        jobs.start("fall", || panic::resume_unwind(Box::new("fallen")), || -1).expect("a thread");
        assert_eq!(jobs.running(), 1);
        wakes.recv().expect("woken");
        assert_eq!(jobs.finished(), [-1]);
        assert_eq!(jobs.running(), 0);
    }
}
