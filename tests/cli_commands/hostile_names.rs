//! Names from a stranger's file stay words in everything that is written: no markup, no formula, no cell of their own.

use std::io::Read as _;

use crate::run::{data, run_in};

/// Markup, the end of a CDATA section, a formula, a cell's border, quotation marks.
const NAME: &str = r#"=cmd|'/C x'!A0 <script>alert(1)</script> ]]> & "x" `y` [z](u)"#;

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let sound = std::fs::read_to_string(data("small.report.ron")).expect("there");
    let name = NAME.replace('"', "\\\"");
    let hostile = sound.replacen("zh: \"地区生产总值\"", &format!("zh: \"{name}\""), 1).replacen(
        "en: \"Gross regional product\"",
        &format!("en: \"{name}\""),
        1,
    );
    assert_eq!(hostile.matches("<script>").count(), 2);
    std::fs::write(folder.path().join("h.report.ron"), hostile).expect("writable");
    folder
}

fn written(folder: &tempfile::TempDir, arguments: &[&str], file: &str) -> String {
    let ran = run_in(folder.path(), arguments);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let text = std::fs::read_to_string(folder.path().join(file)).expect("written");
    assert!(text.contains("alert(1)"), "the name is there");
    text
}

/// Every text of an XML file, unescaped; the file must be well formed.
fn texts(xml: &str) -> Vec<String> {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut texts = vec![String::new()];
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => return texts,
            Event::Text(text) => {
                texts.last_mut().expect("one").push_str(&text.decode().expect("UTF-8"));
            }
            Event::GeneralRef(name) => {
                let name = name.decode().expect("UTF-8");
                let meant = quick_xml::escape::resolve_xml_entity(&name).expect("one of the five");
                texts.last_mut().expect("one").push_str(meant);
            }
            Event::Start(tag) => {
                assert_ne!(tag.name().as_ref(), b"script");
                texts.push(String::new());
            }
            Event::CData(_) => panic!("no file of ours has a section that could be ended early"),
            _ => texts.push(String::new()),
        }
    }
}

#[test]
fn an_image_holds_a_strangers_name_as_words() {
    let folder = folder();
    let export = ["export", "h.report.ron", "--chart", "profile", "-o", "a.svg"];
    let chart = ["export", "h.report.ron", "--chart", "card-gdp", "--text", "text", "-o", "b.svg"];
    for (arguments, file) in [(&export[..], "a.svg"), (&chart[..], "b.svg")] {
        let svg = written(&folder, arguments, file);
        assert!(
            texts(&svg)
                .iter()
                .any(|text| text.contains(&NAME.replace('"', "\\\"")) || text.contains(NAME)),
            "{file}"
        );
        let ran = run_in(folder.path(), &["inspect", file, "--format", "json"]);
        assert!(ran.stdout.contains("<script>"), "{}", ran.stdout);
    }
}

#[test]
fn a_contact_sheet_holds_a_strangers_name_as_words() {
    let folder = folder();
    let arguments =
        ["export", "h.report.ron", "--chart", "card-gdp", "--index", "--out-dir", "out"];
    let page = written(&folder, &arguments, "out/index.html");
    assert!(!page.contains("<script"), "{page}");
    let table = std::fs::read_to_string(folder.path().join("out/index.csv")).expect("written");
    assert!(!table.contains(",=cmd") && !table.contains("\"=cmd"), "{table}");
}

#[test]
fn a_table_holds_a_strangers_name_as_words() {
    let folder = folder();
    let csv = written(&folder, &["figures", "h.report.ron", "-o", "a.csv"], "a.csv");
    let rows = csv::Reader::from_reader(csv.trim_start_matches('\u{feff}').as_bytes())
        .into_records()
        .collect::<Result<Vec<_>, _>>()
        .expect("as many cells in each row");
    let armed = |cell: &str| cell.starts_with(['=', '+', '@']);
    assert!(rows.iter().all(|row| !row.iter().any(armed)), "{csv}");
    assert!(rows.iter().any(|row| row.iter().any(|cell| cell == format!("'{NAME}"))), "{csv}");

    let markdown = written(&folder, &["figures", "h.report.ron", "-o", "a.md"], "a.md");
    let borders = |line: &str| line.replace("\\|", "").matches('|').count();
    let lines: Vec<&str> = markdown.lines().collect();
    assert!(lines.iter().all(|line| borders(line) == borders(lines[0])), "{markdown}");
    assert!(!markdown.contains("<script") && markdown.contains("\\`y\\` \\[z\\]"), "{markdown}");

    let ran = run_in(folder.path(), &["figures", "h.report.ron", "-o", "a.xlsx"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let file = std::fs::File::open(folder.path().join("a.xlsx")).expect("written");
    let mut archive = zip::ZipArchive::new(file).expect("a workbook");
    let mut found = false;
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let mut xml = String::new();
        part.read_to_string(&mut xml).expect("XML");
        assert!(!xml.contains("<f>") && !xml.contains("<f "), "a formula: {xml}");
        found |= texts(&xml).iter().any(|text| text == NAME);
    }
    assert!(found, "the name stands in a cell as it is");
}
