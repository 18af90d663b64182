#![no_main]

use std::ffi::OsString;

use libfuzzer_sys::fuzz_target;
use report_explorer_fuzz::hostile;

// One word a line, the program in front.
fuzz_target!(|lines: &str| {
    let words = lines.split('\n').map(OsString::from);
    hostile::command_line(
        &[OsString::from("report-explorer")].into_iter().chain(words).collect::<Vec<_>>(),
    );
});
