//! Work shared by all cores, delivered in the order of its items: a batch is the same bytes however many cores there are.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

/// How far the workers may run ahead of what was delivered, in items a worker: results wait in memory meanwhile.
const AHEAD: usize = 3;

/// Calls `work` for every item on all cores, and `deliver` with the results on this thread, in the order of the items,
/// until `deliver` breaks. A panic in `work` goes on here.
pub(super) fn in_order<'a, T: Sync, R: Send>(
    items: &'a [T],
    work: impl Fn(&'a T) -> R + Sync,
    mut deliver: impl FnMut(R) -> ControlFlow<()>,
) {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(items.len());
    if workers <= 1 {
        for item in items {
            if deliver(work(item)).is_break() {
                return;
            }
        }
        return;
    }
    let next = AtomicUsize::new(0);
    let gate = Gate::default();
    let (sender, receiver) = channel();
    thread::scope(|scope| {
        let spawned: Vec<_> = (0..workers)
            .map(|_| {
                let sender = sender.clone();
                let (next, gate, work) = (&next, &gate, &work);
                scope.spawn(move || {
                    // Also when `work` panics: nobody waits for a result that will not come.
                    let _close = CloseOnPanic(gate);
                    loop {
                        let at = next.fetch_add(1, Ordering::Relaxed);
                        let Some(item) = items.get(at) else { break };
                        if !gate.wait_for(at, workers * AHEAD)
                            || sender.send((at, work(item))).is_err()
                        {
                            break;
                        }
                    }
                })
            })
            .collect();
        drop(sender);
        let mut early = std::collections::BTreeMap::new();
        let mut expected = 0;
        'receiving: for (at, result) in receiver {
            early.insert(at, result);
            while let Some(result) = early.remove(&expected) {
                if deliver(result).is_break() {
                    break 'receiving;
                }
                expected += 1;
                gate.open_to(expected);
            }
        }
        gate.close();
        for worker in spawned {
            if let Err(panic) = worker.join() {
                std::panic::resume_unwind(panic);
            }
        }
    });
}

/// Lets workers pass up to a distance ahead of what was delivered.
#[derive(Default)]
struct Gate {
    /// How many were delivered, and whether no more are wanted.
    state: Mutex<(usize, bool)>,
    moved: Condvar,
}

impl Gate {
    /// Waits until item `at` is near enough; `false` when no more are wanted.
    fn wait_for(&self, at: usize, ahead: usize) -> bool {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let state = self
            .moved
            .wait_while(state, |(delivered, closed)| !*closed && at >= *delivered + ahead)
            .unwrap_or_else(PoisonError::into_inner);
        !state.1
    }

    fn open_to(&self, delivered: usize) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).0 = delivered;
        self.moved.notify_all();
    }

    fn close(&self) {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).1 = true;
        self.moved.notify_all();
    }
}

struct CloseOnPanic<'a>(&'a Gate);

impl Drop for CloseOnPanic<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.close();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_their_items() {
        let items: Vec<u64> = (0..200).collect();
        let mut delivered = Vec::new();
        let busy = |item: &u64| {
            // Early items take longer, so that late ones overtake them.
            (0..(200 - item) * 500).fold(*item, |sum, step| std::hint::black_box(sum ^ step ^ step))
        };
        in_order(&items, busy, |result| {
            delivered.push(result);
            ControlFlow::Continue(())
        });
        assert_eq!(delivered, items);
    }

    #[test]
    fn nothing_is_begun_long_after_the_end() {
        let begun = AtomicUsize::new(0);
        let items = [(); 10_000];
        let mut delivered = 0;
        in_order(
            &items,
            |()| begun.fetch_add(1, Ordering::Relaxed),
            |_| {
                delivered += 1;
                if delivered == 5 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            },
        );
        assert_eq!(delivered, 5);
        let most = 5 + thread::available_parallelism().map_or(1, usize::from) * (AHEAD + 1);
        assert!(begun.into_inner() <= most);
    }

    #[test]
    #[should_panic(expected = "one of them fell")]
    fn a_panic_goes_on_in_the_caller() {
        let items: Vec<u32> = (0..50).collect();
        in_order(
            &items,
            |item| assert_ne!(*item, 7, "one of them fell"),
            |()| ControlFlow::Continue(()),
        );
    }
}
