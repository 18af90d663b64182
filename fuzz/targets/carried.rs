#![no_main]

use libfuzzer_sys::fuzz_target;
use report_explorer_fuzz::hostile;

fuzz_target!(|text: &str| hostile::carried(text));
