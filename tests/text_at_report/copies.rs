//! The published file, the same text saved otherwise, other copies, other texts.

use std::fs;

use proptest::prelude::*;
use report_explorer::model::{ItemRef, Report};
use report_explorer::source::{AttachError, Attached, Identity, half_width};

use super::{SMALL_TEXT, published, small};

fn attach(report: &Report, bytes: &[u8]) -> Attached {
    Attached::recognise(report, bytes, "text.txt")
        .unwrap_or_else(|error| panic!("{}", error.message().en))
}

/// Every figure that was found reads in the text as the data says, widths apart.
fn assert_in_place(report: &Report, attached: &Attached) {
    for (figure, place) in report.figures().iter().zip(&attached.places.figures) {
        let Some(place) = place else { continue };
        let there = attached.text.slice(place.wording).expect("inside the text");
        let fold = |text: &str| text.chars().map(half_width).collect::<String>();
        assert_eq!(fold(&there), fold(&figure.wording), "{}", figure.id);
        assert!(place.clause.contains(place.wording), "{}", figure.id);
    }
}

#[test]
fn the_published_file_is_recognised_and_everything_stands_where_the_data_says() {
    let report = small();
    let attached = attach(&report, SMALL_TEXT.as_bytes());
    assert_eq!(attached.identity, Identity::Published);
    assert_eq!(attached.places.differing, []);
    for (figure, place) in report.figures().iter().zip(&attached.places.figures) {
        let place = place.expect("found");
        assert_eq!((place.wording, place.clause), (figure.span, figure.clause.span));
    }
    for (section, place) in report.sections().iter().zip(&attached.places.sections) {
        assert_eq!(*place, Some(section.span));
    }
    assert_eq!(attached.unexplained, []);
    assert!(attached.captured > 0 && attached.excluded > 0);
}

#[test]
fn the_same_text_saved_otherwise_is_still_the_published_one() {
    let report = small();
    let windows = SMALL_TEXT.replace('\n', "\r\n");
    let wide = |to_bytes: fn(u16) -> [u8; 2]| {
        let units = std::iter::once(0xfeff).chain(windows.encode_utf16());
        units.flat_map(to_bytes).collect::<Vec<u8>>()
    };
    for bytes in [
        windows.clone().into_bytes(),
        format!("\u{feff}{SMALL_TEXT}").into_bytes(),
        format!("\u{feff}{windows}").into_bytes(),
        SMALL_TEXT.trim_end().as_bytes().to_vec(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
    ] {
        let attached = attach(&report, &bytes);
        assert_eq!(attached.identity, Identity::PublishedResaved);
        assert_eq!(attached.text.sha256(), report.text().sha256);
        assert_in_place(&report, &attached);
    }
}

#[test]
fn an_inserted_line_moves_what_follows_instead_of_losing_it() {
    let report = small();
    let copy =
        format!("来源:某网站\n\n{SMALL_TEXT}").replace("二、2022年", "广告:无\n\n  二、2022年");
    let attached = attach(&report, copy.as_bytes());
    assert_eq!(attached.identity, Identity::Copy);
    assert_eq!(attached.places.differing, []);
    assert_in_place(&report, &attached);
    let whole: Vec<_> =
        attached.places.sections.iter().map(|place| place.expect("found")).collect();
    for (section, place) in report.sections().iter().zip(&whole) {
        let there = attached.text.slice(*place).expect("inside");
        assert!(there.starts_with(&format!("{}{}", section.number, section.title.zh)), "{there}");
    }
    assert!(attached.text.slice(whole[0]).expect("inside").ends_with("86%以上。"));
}

#[test]
fn a_changed_number_is_named_with_what_is_expected_and_what_stands_there() {
    let report = small();
    let copy = SMALL_TEXT.replace("新建5G基站1.2万个", "新建5G基站1.3万个").replace(',', "，");
    let attached = attach(&report, copy.as_bytes());
    let named: Vec<_> =
        attached.places.differing.iter().map(|differing| differing.item.clone()).collect();
    let figure = report.figures().iter().find(|figure| figure.clause.text == "新建5G基站1.2万个");
    let figure = figure.expect("in the small report");
    assert_eq!(named, [ItemRef::Figure(figure.id.clone())]);
    let differing = &attached.places.differing[0];
    assert_eq!(differing.expected, "新建5G基站1.2万个");
    assert_eq!(differing.found, "新建5G基站1.3万个");
    assert_eq!(attached.places.found(), attached.places.total() - 1);
    // The number that replaced it is nobody's.
    assert_eq!(attached.unexplained.len(), 1);
    assert_in_place(&report, &attached);
}

#[test]
fn another_text_is_refused_with_how_little_of_the_report_stands_in_it() {
    let error = Attached::recognise(&small(), "各位代表,现在报告工作。".as_bytes(), "别的.txt")
        .expect_err("not this report");
    assert!(matches!(error, AttachError::OtherText { found: 0, .. }), "{error:?}");
    assert!(error.message().zh.contains("别的.txt"), "{}", error.message().zh);
    let gb = [0xd5, 0xfe, 0xb8, 0xae, 0xb9, 0xa4, 0xd7, 0xf7].repeat(20);
    let error = Attached::recognise(&small(), &gb, "x.txt").expect_err("not UTF-8");
    assert!(error.message().en.contains("GB18030"), "{}", error.message().en);
}

#[test]
fn the_published_text_is_recognised_whole_and_a_reset_copy_nearly_so() {
    let Some((report, path)) = published() else { return };
    let attached = Attached::read(&report, &path).expect("recognised");
    assert_eq!(attached.identity, Identity::Published);
    assert_eq!(attached.places.differing, []);
    assert_eq!(attached.unexplained, []);
    let text = fs::read_to_string(&path).expect("UTF-8");
    // As a news site prints it: its own first lines, full-width punctuation, no indent.
    let copy = text.replace(',', "，").replace('(', "（").replace(')', "）").replace("\n  ", "\n");
    let copy = format!("某网 2022年\n\n{copy}");
    let attached = attach(&report, copy.as_bytes());
    assert_eq!(attached.identity, Identity::Copy);
    assert_eq!(attached.places.differing, []);
    assert_in_place(&report, &attached);
}

proptest! {
    #[test]
    fn whatever_is_cut_or_put_in_nothing_is_shown_at_a_wrong_place(
        at in 0_usize..300, cut in 0_usize..80, put in "[0-9a个一,。\n ]{0,40}"
    ) {
        let report = small();
        let mut chars: Vec<char> = SMALL_TEXT.chars().collect();
        let at = at.min(chars.len());
        let end = (at + cut).min(chars.len());
        chars.splice(at..end, put.chars());
        let copy: String = chars.into_iter().collect();
        if let Ok(attached) = Attached::recognise(&report, copy.as_bytes(), "text.txt") {
            assert_in_place(&report, &attached);
        }
    }
}
