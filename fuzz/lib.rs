//! The properties that the targets run, those of the short runs in `tests/hostile_input.rs`.

#[path = "../tests/support/hostile.rs"]
pub mod hostile;
