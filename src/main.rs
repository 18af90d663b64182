//! Arguments → window or command → exit code; nothing else.

fn main() {}
