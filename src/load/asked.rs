//! What stands where a file is expected: a data file, a link into one (`my.report.ron#gdp`), or a link into the
//! report that the application brings along (`shenyang-2022#gdp`).

use std::path::{Path, PathBuf};

use crate::model::Link;

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The data file; `None` for the bundled report.
    pub file: Option<PathBuf>,
    /// The link into the report, for [`Link::find`].
    pub link: Option<String>,
}

impl Asked {
    /// Understands `given`. A file that is there goes before a link; what is neither is taken for a file.
    #[must_use]
    pub fn of(given: &Path) -> Self {
        let as_file = || Self { file: Some(given.to_owned()), link: None };
        let Some(text) = given.to_str().filter(|_| !given.exists()) else { return as_file() };
        match text.rsplit_once('#') {
            Some((file, place)) if Path::new(file).is_file() => {
                Self { file: Some(file.into()), link: Some(format!("#{place}")) }
            }
            Some(_) if Link::looks_like_one(text) => {
                Self { file: None, link: Some(text.to_owned()) }
            }
            Some(_) | None => as_file(),
        }
    }

    /// The same, to be understood by another process in whatever folder that is; `None` where it is no text.
    #[must_use]
    pub fn anywhere(&self) -> Option<String> {
        let file = match &self.file {
            Some(file) => std::path::absolute(file).ok()?.to_str()?.to_owned(),
            None => String::new(),
        };
        Some(file + self.link.as_deref().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_links_into_files_and_links_into_the_bundled_report_are_told_apart() {
        let folder = tempfile::tempdir().expect("a folder");
        let plain = folder.path().join("a.report.ron");
        let hashed = folder.path().join("b#2.report.ron");
        for path in [&plain, &hashed] {
            std::fs::write(path, "").expect("written");
        }
        let file = |path: &PathBuf| Asked { file: Some(path.clone()), link: None };
        assert_eq!(Asked::of(&plain), file(&plain));
        assert_eq!(Asked::of(&hashed), file(&hashed));
        let link = PathBuf::from(format!("{}#gdp", plain.display()));
        assert_eq!(Asked::of(&link), Asked { file: Some(plain), link: Some("#gdp".to_owned()) });
        let link = PathBuf::from(format!("{}#gdp", hashed.display()));
        assert_eq!(Asked::of(&link), Asked { file: Some(hashed), link: Some("#gdp".to_owned()) });
        let bundled = Asked { file: None, link: Some("small-2022#gdp".to_owned()) };
        assert_eq!(Asked::of(Path::new("small-2022#gdp")), bundled);
        let missing = PathBuf::from("missing.report.ron");
        assert_eq!(Asked::of(&missing), file(&missing));
        for asked in [Asked::of(&link), bundled] {
            let there = asked.anywhere().expect("a text");
            assert_eq!(Asked::of(Path::new(&there)), asked);
        }
        let there = Asked::of(&missing).anywhere().expect("a text");
        assert!(Path::new(&there).is_absolute() && there.ends_with("missing.report.ron"));
    }
}
