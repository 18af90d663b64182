//! The command line; calls the same functions as the window.
