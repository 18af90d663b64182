//! What people, disks and other programs may hand to the application without asking: searches, arguments, settings.
//! None of it may make the program fall, whatever it says. (Data files, texts and images have theirs beside their readers.)

use std::ffi::OsString;
use std::fs;

use proptest::prelude::*;

use report_explorer::cli::understand;
use report_explorer::find::{Index, Query};
use report_explorer::i18n::Lang;
use report_explorer::settings::{self, MIN_WINDOW, PANEL_WIDTHS, Settings, ZOOMS};
use report_explorer::{bundled, load};

/// Pieces that mean something to the search, between anything at all.
fn searches() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(
        prop_oneof![
            Just("dqsczz".to_owned()),
            Just("1.2万".to_owned()),
            Just("９９．９％".to_owned()),
            Just("#gdp".to_owned()),
            Just("shenyang-2022#".to_owned()),
            Just("\u{202e}\u{200b}\0".to_owned()),
            Just("99999999999999999999999999999999999亿".to_owned()),
            any::<String>(),
        ],
        0..4,
    );
    pieces.prop_map(|pieces| pieces.concat())
}

/// Words of the command line, between anything at all.
fn command_lines() -> impl Strategy<Value = Vec<OsString>> {
    let words = [
        "export",
        "figures",
        "check",
        "inspect",
        "--format",
        "png,svg",
        "--size",
        "1e9x-3",
        "0x0",
        "--dpi",
        "4294967296",
        "--lang",
        "zh",
        "--chart",
        "-o",
        "-",
        "--",
        "--without",
        "--find",
    ];
    let word = prop_oneof![
        prop::sample::select(words.to_vec()).prop_map(OsString::from),
        any::<String>().prop_map(OsString::from),
    ];
    prop::collection::vec(word, 0..8)
        .prop_map(|words| std::iter::once(OsString::from("report-explorer")).chain(words).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_search_makes_it_fall(search in searches()) {
        thread_local! {
            static REPORT: (report_explorer::model::Report, Index) = {
                let report = load::parse(bundled::TEXT, bundled::FILE_NAME).expect("it opens").report;
                let index = Index::of(&report, None, &report_explorer::i18n::terms::measured_names);
                (report, index)
            };
        }
        REPORT.with(|(report, index)| {
            let found = index.search(report, &Query::parse(&search));
            prop_assert!(found.figures().len() <= report.figures().len());
            Ok(())
        })?;
    }

    #[test]
    fn no_arguments_make_it_fall(given in command_lines()) {
        for lang in [Lang::Zh, Lang::En] {
            // Carrying them out is another matter: reading them must end, in an order or in a refusal.
            let _ = understand::parse(&given, lang);
        }
        let _ = understand::language(&given);
    }

    #[test]
    fn no_settings_make_it_fall_and_none_are_lost(
        cut in 0_usize..2000,
        at in 0_usize..2000,
        put in any::<String>(),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("settings.ron");
        settings::save(&path, &Settings::default()).expect("written");
        let mut text: Vec<char> = fs::read_to_string(&path).expect("text").chars().collect();
        let at = at.min(text.len());
        text.splice(at..(at + cut % 7).min(text.len()), put.chars());
        let text: String = text.into_iter().collect();
        fs::write(&path, &text).expect("written");

        let (read, fault) = settings::load(&path);
        prop_assert!(PANEL_WIDTHS.contains(&read.tree_width) && ZOOMS.contains(&read.zoom));
        prop_assert!(read.window[0] >= MIN_WINDOW[0] && read.window[1] >= MIN_WINDOW[1]);
        let kept = match fault {
            Some(fault) => fault.kept.expect("kept aside"),
            None => path,
        };
        prop_assert_eq!(fs::read_to_string(kept).expect("kept"), text);
    }
}
