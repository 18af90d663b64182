#![no_main]

use libfuzzer_sys::fuzz_target;
use report_explorer_fuzz::hostile;

fuzz_target!(|bytes: &[u8]| hostile::image(bytes));
