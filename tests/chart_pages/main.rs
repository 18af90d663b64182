//! Every chart of the bundled report and of reports made to break charts, in every language, theme and size:
//! nothing cropped, nothing overlapping, nothing faint, nothing said that the report does not say.
//!
//! Computed from the shapes, not from pictures: a label moved by hand turns this red.

mod alt;
mod catalogue;
mod every_page;
mod grammar;
mod page;
mod snapshots;
mod stress;
mod synthetic;
mod told;

use report_explorer::load;
use report_explorer::model::Report;

/// The report that the application brings along.
fn bundled() -> Report {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/shenyang-2022.report.ron");
    load::read_file(path.as_ref()).expect("the bundled report opens").report
}

/// Does `work` for each of `items` on every core, and returns what it complains of.
fn complaints<T: Sync>(items: &[T], work: impl Fn(&T) -> Vec<String> + Sync) -> Vec<String> {
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    let next = std::sync::atomic::AtomicUsize::new(0);
    std::thread::scope(|scope| {
        let spawned: Vec<_> = (0..workers)
            .map(|_| {
                scope.spawn(|| {
                    let mut found = Vec::new();
                    loop {
                        let at = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                        let Some(item) = items.get(at) else { return found };
                        found.extend(work(item));
                    }
                })
            })
            .collect();
        spawned.into_iter().flat_map(|worker| worker.join().expect("no panic")).collect()
    })
}

/// Fails with the first complaints.
fn assert_none(complaints: &[String]) {
    let first: Vec<&str> = complaints.iter().take(40).map(String::as_str).collect();
    assert!(complaints.is_empty(), "{} complaints:\n{}\n", complaints.len(), first.join("\n"));
}
