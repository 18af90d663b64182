//! The data of a chart as tables beside it: figures, comparisons, and a short text that says what the columns mean.

use std::fmt::Write as _;

use super::tables::{Table, comparisons, figures};
use crate::chart::{self, ChartSpec, ChartStyle};
use crate::i18n::{Lang, codebook};
use crate::model::Report;

const FIGURES: &str = "-figures.csv";
const COMPARISONS: &str = "-comparisons.csv";
const README: &str = "-readme.txt";

/// What the names of these files end in, after the name of the chart's file without its ending.
pub const ENDINGS: [&str; 3] = [FIGURES, COMPARISONS, README];

/// The files of one chart, by what their names end in; texts in the first language of its labels.
#[must_use]
pub fn files(
    report: &Report,
    spec: &ChartSpec,
    style: &ChartStyle,
) -> Vec<(&'static str, Vec<u8>)> {
    let lang = style.lang.main();
    let figures = figures::of(report, spec.figures(report), lang);
    let comparisons = comparisons::of(report, spec.comparisons(report), lang);
    let readme = readme(report, spec, [&figures, &comparisons], lang);
    vec![
        (FIGURES, figures.to_csv().into_bytes()),
        (COMPARISONS, comparisons.to_csv().into_bytes()),
        (README, readme.into_bytes()),
    ]
}

/// Title, source, hash and version, then every column with its meaning.
fn readme(
    report: &Report,
    spec: &ChartSpec,
    [figures, comparisons]: [&Table; 2],
    lang: Lang,
) -> String {
    let about = report.about();
    let (id, title) = (spec.id(), chart::title(report, spec, lang));
    let (source, published) = (chart::source_line(report, lang), about.published.to_string());
    let facts = codebook::Facts {
        title: &title,
        chart: id.as_str(),
        source: &source,
        publisher: lang.pick(&about.publisher),
        published: &published,
        text_file: &report.text().file_name,
        sha256: &report.text().sha256,
        data_version: report.data_version(),
        figures: figures.rows.len(),
        comparisons: comparisons.rows.len(),
    };
    let mut text = codebook::head(&facts, lang);
    for (ending, table) in [(FIGURES, figures), (COMPARISONS, comparisons)] {
        text.push_str(&codebook::columns_of(ending, lang));
        for heading in &table.headings {
            let colon = lang.choose("：", ": ");
            let meaning = codebook::column(heading.key, lang).unwrap_or(heading.key);
            // Writing to a String cannot fail.
            let _ = writeln!(text, "  {}{colon}{meaning}", heading.label);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{ChartKind, Scope};
    use crate::{bundled, load};

    #[test]
    fn every_column_is_explained_and_every_row_is_there() {
        let report = load::parse(bundled::TEXT, bundled::FILE_NAME).expect("it opens").report;
        let spec = ChartSpec::new(ChartKind::Overview, Scope::Report);
        for lang in Lang::ALL {
            let figures = figures::of(&report, spec.figures(&report), lang);
            let comparisons = comparisons::of(&report, spec.comparisons(&report), lang);
            for heading in figures.headings.iter().chain(&comparisons.headings) {
                assert!(codebook::column(heading.key, lang).is_some(), "{}", heading.key);
            }
            let style = ChartStyle { lang: lang.into(), ..ChartStyle::default() };
            let written = files(&report, &spec, &style);
            assert_eq!(written.iter().map(|(ending, _)| *ending).collect::<Vec<_>>(), ENDINGS);
            let text = |at: usize| String::from_utf8(written[at].1.clone()).expect("UTF-8");
            assert!(text(0).lines().count() > figures.rows.len());
            assert!(text(0).contains(&spec.figures(&report)[0].wording));
            let readme = text(2);
            for needed in [&report.text().sha256, report.data_version(), spec.id().as_str()] {
                assert!(readme.contains(needed), "{needed}: {readme}");
            }
        }
    }
}
