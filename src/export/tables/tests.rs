//! What tables promise to other programs.
