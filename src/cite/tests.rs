//! References against the patterns of their standards, for a small report and for hostile names.

use super::*;
use crate::load;
use crate::model::{Bilingual, ReportParts};

const SMALL: &str = include_str!("../../tests/data/small.report.ron");

fn small() -> Report {
    load::parse(SMALL, "small.report.ron").expect("opens").report
}

/// The small report with other people and publishers.
fn report(change: impl Fn(&mut About)) -> Report {
    let small = small();
    let mut about = small.about().clone();
    change(&mut about);
    let parts = ReportParts {
        id: small.id().clone(),
        data_version: small.data_version().to_owned(),
        about,
        text: small.text().clone(),
        sections: small.sections().to_vec(),
        indicators: small.indicators().to_vec(),
        figures: small.figures().to_vec(),
        exclusions: small.exclusions().to_vec(),
    };
    Report::assemble(parts).0
}

fn bilingual(zh: &str, en: &str) -> Bilingual {
    Bilingual { zh: zh.to_owned(), en: en.to_owned() }
}

fn of_a_mayor() -> Report {
    report(|about| about.speaker = bilingual("吕大城", "Lü Dacheng"))
}

fn of_an_office() -> Report {
    report(|about| about.publisher = bilingual("市政府", "Municipal Government"))
}

fn figure(report: &Report) -> &Figure {
    report.figures().iter().find(|figure| figure.wording == "1.2万个").expect("there")
}

#[test]
fn gbt_7714_has_the_pattern_of_a_newspaper_article_and_of_a_report() {
    assert_eq!(
        citation(&of_a_mayor(), None, Style::Gbt, Lang::Zh),
        "吕大城. 小城市政府工作报告: 2022年1月8日在人民代表大会上[N]. 日报, 2022-01-13."
    );
    assert_eq!(
        citation(&of_an_office(), None, Style::Gbt, Lang::En),
        "某某. 小城市政府工作报告: 2022年1月8日在人民代表大会上[R]. [出版地不详]: 市政府, 2022."
    );
    let report = of_a_mayor();
    let cited = citation(&report, Some(figure(&report)), Style::Gbt, Lang::Zh);
    let (_, second) = cited.split_once('\n').expect("two lines");
    assert_eq!(second, "引文：二、(一)加快数字建设：“新建5G基站1.2万个”");
}

#[test]
fn apa_inverts_a_chinese_name_once_and_leaves_others_whole() {
    assert_eq!(
        citation(&of_a_mayor(), None, Style::Apa, Lang::Zh),
        "Lü, D. (2022, January 13). 小城市政府工作报告 [Report on the Work of the Government of Smallville]. Daily."
    );
    assert_eq!(
        citation(&of_an_office(), None, Style::Apa, Lang::En),
        "N. N. (2022). 小城市政府工作报告 [Report on the Work of the Government of Smallville]. Municipal Government."
    );
    let report = of_a_mayor();
    let cited = citation(&report, Some(figure(&report)), Style::Apa, Lang::En);
    assert!(cited.ends_with("\n(Lü, 2022, Section 2.1.a, \"新建5G基站1.2万个\")"), "{cited}");
}

#[test]
fn bibtex_is_one_entry_with_balanced_braces_and_escaped_specials() {
    let report = report(|about| {
        about.title = bilingual("100%_{报告}#1", "R&D {at} 100% ~ C:\\x^2 $5");
        about.speaker = bilingual("吕大城", "Lü Dacheng");
    });
    let entry = citation(&report, Some(figure(&report)), Style::Bibtex, Lang::En);
    assert!(entry.starts_with("@article{small-2022:base-stations-target,\n"), "{entry}");
    assert!(entry.contains("  author = {Lü, Dacheng},\n"), "{entry}");
    assert!(
        entry.contains(
            r"title = {{R\&D \{at\} 100\% \textasciitilde{} C:\textbackslash{}x\textasciicircum{}2 \$5}},"
        ),
        "{entry}"
    );
    assert!(entry.contains(r"titleaddon = {100\%\_\{报告\}\#1},"), "{entry}");
    let mut depth = 0_i32;
    let mut escaped = false;
    for c in entry.chars() {
        match c {
            '\\' if !escaped => {
                escaped = true;
                continue;
            }
            '{' if !escaped => depth += 1,
            '}' if !escaped => depth -= 1,
            _ => {}
        }
        assert!(depth >= 0, "{entry}");
        escaped = false;
    }
    assert_eq!(depth, 0, "{entry}");
    let office = citation(&of_an_office(), None, Style::Bibtex, Lang::Zh);
    assert!(office.starts_with("@techreport{small-2022,\n"), "{office}");
    assert!(office.contains("  institution = {市政府},\n"), "{office}");
}

#[test]
fn ris_is_tagged_lines_from_type_to_end_and_a_line_break_cannot_forge_one() {
    let report = report(|about| {
        about.title = bilingual("报告\r\nER  - \nTY  - BOOK", "Report\nER  - ");
    });
    let entry = citation(&report, Some(figure(&report)), Style::Ris, Lang::Zh);
    let lines: Vec<&str> = entry.split_terminator("\r\n").collect();
    assert_eq!(lines.first(), Some(&"TY  - NEWS"));
    assert_eq!(lines.last(), Some(&"ER  - "));
    for line in &lines {
        let (tag, rest) = line.split_at(2);
        assert!(tag.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()), "{line}");
        assert!(rest.starts_with("  - ") && !rest.contains(['\r', '\n']), "{line:?}");
    }
    assert_eq!(lines.iter().filter(|line| line.starts_with("ER")).count(), 1);
    assert!(lines.contains(&"DA  - 2022/01/13/"), "{entry}");
    assert!(lines.contains(&"ID  - small-2022#base-stations-target"), "{entry}");
    assert!(lines.iter().any(|line| line.starts_with("N1  - 二、(一)加快数字建设：“新建5G")));
    let office = citation(&of_an_office(), None, Style::Ris, Lang::En);
    assert!(office.starts_with("TY  - RPRT\r\n") && office.contains("PB  - Municipal"), "{office}");
}
