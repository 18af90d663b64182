//! The report that the application starts with.

/// Its file name, for messages.
pub const FILE_NAME: &str = "shenyang-2022.report.ron";

/// The file itself.
pub static TEXT: &str = include_str!("../data/shenyang-2022.report.ron");
