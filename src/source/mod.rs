//! The report's own text: numbers in it, spans that point into it, and whether data and text agree.
//!
//! The text is the user's own copy and is never changed. Knows `model` and `reading`; no window, no drawing, no data file.

mod text;

mod lexicon;
mod normalise;
mod numbers;

mod verify;

mod attach;
mod copy;
mod locate;
mod phrase;

pub use attach::{AttachError, Attached, Identity};
pub use locate::{Differing, FigurePlace, Places, locate};
pub use normalise::{Normalised, half_width, lower};
pub use numbers::{FoundNumber, numbers};
pub use phrase::{ContextLine, MOST_HITS};
pub use text::{MAX_TEXT_BYTES, Text, TextError, TextErrorKind};
pub use verify::{Verification, verify, verify_file};
