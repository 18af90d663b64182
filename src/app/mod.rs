//! The window's state, the commands carried out, the jobs collected.
