//! One file per region of the window; reads state, returns commands.
