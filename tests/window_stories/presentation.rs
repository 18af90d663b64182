//! Stories of a presentation: the view alone, and one comparison after the other.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use report_explorer::i18n::Lang;
use report_explorer::i18n::chart_view::ChartWord;
use report_explorer::i18n::finding::Word as Found;

use super::shell::press;
use super::*;

#[test]
fn a_presentation_shows_the_view_alone_until_escape() {
    let mut story = window(Lang::En, Answers::default());
    press(&mut story, Modifiers::NONE, Key::F5);
    assert!(story.query_by_label("Export…").is_none() && story.query_by_role(Role::Tree).is_none());
    assert!(!rows(&story).is_empty());
    press(&mut story, Modifiers::NONE, Key::Escape);
    assert!(story.query_by_label("Export…").is_some() && story.query_by_role(Role::Tree).is_some());
}

#[test]
fn a_presentation_of_a_chart_or_the_table_shows_neither_its_controls_nor_messages() {
    for (lang, view) in [(Lang::Zh, Key::Num2), (Lang::En, Key::Num2), (Lang::En, Key::Num3)] {
        let mut story = window(lang, Answers::default());
        press(&mut story, Modifiers::COMMAND, view);
        press(&mut story, Modifiers::COMMAND, Key::C);
        let dismiss = lang.choose("知道了", "Dismiss");
        assert!(shows(&story, dismiss), "a message");
        let controls = |story: &Story| {
            let words = [Found::Columns, Found::Output, Found::Filter].map(|word| word.text(lang));
            let chart = [ChartWord::Order, ChartWord::Size].map(|word| word.text(lang));
            let buttons = story.query_all_by_role(Role::Button);
            let names = buttons.filter_map(|node| node.accesskit_node().label());
            let switches = story.query_all_by_role(Role::RadioButton).count();
            let lists = story.query_all_by_role(Role::Navigation).count();
            let named = |name: &String| words.iter().chain(&chart).any(|word| name == word);
            names.filter(named).count() + switches + lists
        };
        assert!(controls(&story) > 0);
        press(&mut story, Modifiers::NONE, Key::F5);
        assert_eq!(controls(&story), 0, "{lang:?}");
        assert!(!shows(&story, dismiss));
        if view == Key::Num3 {
            assert!(story.query_by_role(Role::Figure).is_some(), "the chart is there");
        }
        press(&mut story, Modifiers::NONE, Key::ArrowRight);
        assert!(!shows(&story, dismiss) && controls(&story) == 0);
        press(&mut story, Modifiers::NONE, Key::Escape);
        assert!(controls(&story) > 0);
    }
}

#[test]
fn a_presentation_leaves_the_window_as_full_as_it_was() {
    for before in [false, true] {
        let mut story = window(Lang::En, Answers::default());
        // What the key asks of the screen, within the frames that a command takes.
        let mut asked = |key: Key, full: bool| {
            let viewports = &mut story.input_mut().viewports;
            viewports.entry(egui::ViewportId::ROOT).or_default().fullscreen = Some(full);
            story.key_press(key);
            let mut asked = None;
            for _ in 0..4 {
                story.step();
                for output in story.output().viewport_output.values() {
                    for command in &output.commands {
                        if let egui::ViewportCommand::Fullscreen(full) = command {
                            asked = Some(*full);
                        }
                    }
                }
            }
            asked
        };
        assert_eq!(asked(Key::F5, before), Some(true));
        assert_eq!(asked(Key::Escape, true), Some(before), "full before: {before}");
    }
}

#[test]
fn the_arrow_keys_walk_a_presentation_from_comparison_to_comparison() {
    let mut story = window(Lang::Zh, Answers::default());
    choose(&mut story, "(三)加快建设创新");
    let report = bundled_report();
    let section = report.sections().iter().find(|one| one.title.zh.starts_with("加快建设创新"));
    let section = section.expect("it is there").id.clone();
    let inside = |id| report.figure(id).is_some_and(|figure| figure.section.is_within(&section));
    let of_section = report.comparisons().iter().filter(|one| inside(&one.target));
    let names: BTreeSet<&str> = of_section
        .clone()
        .filter_map(|one| report.indicator(&one.indicator))
        .map(|one| one.name.zh.as_str())
        .collect();
    let count = of_section.count();
    press(&mut story, Modifiers::NONE, Key::F5);
    assert!(shows(&story, &format!("{count} 组对照")), "the view, and how many there are");
    let heading = |story: &Story| {
        let mut headings = story.query_all_by_role(Role::Heading);
        headings.find_map(|node| node.accesskit_node().label()).unwrap_or_default()
    };
    let mut seen = BTreeSet::new();
    for at in 1..=count {
        press(&mut story, Modifiers::NONE, Key::ArrowRight);
        assert!(shows(&story, &format!("{at} / {count}")), "{at}");
        assert!(story.query_by_role(Role::Figure).is_some(), "its chart");
        let verdicts = ["可以直接对照", "可以推算", "不能对照"];
        assert!(verdicts.iter().any(|verdict| shows(&story, verdict)), "its verdict");
        seen.insert(heading(&story));
    }
    assert_eq!(seen.iter().map(String::as_str).collect::<BTreeSet<_>>(), names);
    press(&mut story, Modifiers::NONE, Key::ArrowRight);
    assert!(shows(&story, &format!("{count} / {count}")), "the last stays");
    for _ in 0..count {
        press(&mut story, Modifiers::NONE, Key::ArrowLeft);
    }
    assert!(!rows(&story).is_empty(), "before the first comes the view again");
    press(&mut story, Modifiers::NONE, Key::End);
    press(&mut story, Modifiers::NONE, Key::Escape);
    assert!(story.query_by_role(Role::Tree).is_some() && !rows(&story).is_empty());
}

#[test]
fn a_presentation_of_a_chart_walks_in_the_order_of_its_rows() {
    let mut story = window(Lang::En, Answers::default());
    click(&mut story, "Chart");
    // The details have a small chart as well.
    let names = |story: &Story| {
        let names_in = |figure: egui_kittest::Node<'_>| {
            let rows = figure.query_all_by_role(Role::ListItem);
            let said = rows.filter_map(|row| row.accesskit_node().label());
            let name = |said: String| said.split([',', ':']).next().map(str::to_owned);
            said.filter_map(name).collect::<Vec<_>>()
        };
        let figures = story.query_all_by_role(Role::Figure);
        figures.map(names_in).max_by_key(Vec::len).expect("a chart")
    };
    let in_document = names(&story);
    story.get_by_role_and_label(Role::Button, "Order").click();
    story.run_ok();
    story.get_by_role_and_label(Role::MenuItemRadio, "By difference").click();
    story.run_ok();
    let by_difference = names(&story);
    assert!(by_difference != in_document && by_difference.len() == in_document.len());
    press(&mut story, Modifiers::NONE, Key::F5);
    let count = format!("{} comparisons", by_difference.len());
    assert!(shows(&story, &count), "{count}");
    press(&mut story, Modifiers::NONE, Key::Home);
    for (at, name) in by_difference.iter().enumerate() {
        let place = format!("{} of {}", at + 1, by_difference.len());
        assert!(shows(&story, &place), "{place}: {by_difference:?}");
        let headings: Vec<String> = story
            .query_all_by_role(Role::Heading)
            .filter_map(|node| node.accesskit_node().label())
            .collect();
        assert!(headings.iter().any(|one| one.starts_with(name)), "{at}: {headings:?}, {name}");
        press(&mut story, Modifiers::NONE, Key::ArrowRight);
    }
}

#[test]
fn a_presentation_of_the_text_shows_the_text_alone() {
    let desk = text::Desk::new();
    let answers = Answers { text: Some(desk.text(text::SMALL_TEXT)), ..Answers::default() };
    let mut story = window_with(Lang::En, answers, Some(text::SMALL.into()), None);
    text::show_text(&mut story, Lang::En);
    press(&mut story, Modifiers::NONE, Key::F5);
    assert!(story.query_by_label("Open the text…").is_none() && shows(&story, "is not here yet"));
    press(&mut story, Modifiers::NONE, Key::Escape);
    click(&mut story, "Open the text…");
    until(&mut story, "the text", |story| text::figures(story).len() > 3);
    story.run_ok();
    let controls = |story: &Story| {
        let names = ["Next figure", "Previous figure", "Find in the text"];
        let named = names.into_iter().map(|name| story.query_all_by_label(name).count());
        named.sum::<usize>() + story.query_all_by_role(Role::TextInput).count()
    };
    assert!(controls(&story) > 2);
    press(&mut story, Modifiers::NONE, Key::F5);
    assert_eq!(controls(&story), 0);
    assert!(text::figures(&story).len() > 3, "the text itself is there");
    press(&mut story, Modifiers::NONE, Key::Escape);
    assert!(controls(&story) > 2);
}
