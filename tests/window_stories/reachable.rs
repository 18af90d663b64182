//! Whoever sees nothing or has no mouse: every view in both languages is named, reachable, and in one language.

use std::collections::BTreeSet;

use egui::accesskit::{Action, Role};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use report_explorer::i18n::Lang;

use super::*;

fn page(lang: Lang, (modifiers, key, _): (Modifiers, Key, &str)) -> Story {
    let mut story = window(lang, Answers::default());
    story.key_press_modifiers(modifiers, key);
    story.run_ok();
    story
}

/// What a person can do something with.
fn is_control(role: Role) -> bool {
    matches!(
        role,
        Role::Button
            | Role::Link
            | Role::RadioButton
            | Role::CheckBox
            | Role::TextInput
            | Role::SearchInput
            | Role::ComboBox
            | Role::Slider
            | Role::SpinButton
            | Role::TreeItem
            | Role::ListItem
            | Role::ListBoxOption
            | Role::MenuItem
            | Role::MenuItemRadio
            | Role::MenuItemCheckBox
    )
}

fn is_area(role: Role) -> bool {
    matches!(
        role,
        Role::Tree | Role::Table | Role::List | Role::ListBox | Role::RadioGroup | Role::Figure
    )
}

#[test]
fn every_control_and_every_area_has_a_name() {
    for lang in Lang::ALL {
        for at in PAGES {
            let story = page(lang, at);
            let mut controls = 0;
            for node in story.root().children_recursive() {
                let node = node.accesskit_node();
                let role = node.role();
                if is_control(role) || is_area(role) {
                    let name = node.label().unwrap_or_default();
                    assert!(
                        !name.trim().is_empty(),
                        "{lang:?} {}: a {role:?} without a name",
                        at.2
                    );
                    controls += 1;
                }
            }
            assert!(controls > 20, "{lang:?} {}: {controls} controls", at.2);
        }
    }
}

#[test]
fn lines_of_the_tree_say_their_level_and_whether_they_are_open_and_chosen() {
    let story = window(Lang::Zh, Answers::default());
    let items: Vec<_> = story.query_all_by_role(Role::TreeItem).collect();
    assert!(items.iter().all(|item| item.accesskit_node().level().is_some()));
    assert!(items.iter().any(|item| item.accesskit_node().level() == Some(2)));
    let chosen = items.iter().filter(|item| item.accesskit_node().is_selected() == Some(true));
    assert_eq!(chosen.count(), 1);
    assert!(items.iter().any(|item| item.accesskit_node().data().is_expanded() == Some(true)));
}

#[test]
fn the_tab_key_reaches_every_control_that_no_list_holds() {
    for lang in Lang::ALL {
        for at in &PAGES[..4] {
            let mut story = page(lang, *at);
            let wanted: BTreeSet<String> = story
                .root()
                .children_recursive()
                .filter(|node| {
                    let node = node.accesskit_node();
                    let alone = matches!(
                        node.role(),
                        Role::Button | Role::Link | Role::RadioButton | Role::TextInput
                    );
                    alone && !node.is_disabled()
                })
                .map(|node| format!("{:?}", node.accesskit_node().id()))
                .collect();
            let mut reached = BTreeSet::new();
            for _ in 0..wanted.len() + 80 {
                story.key_press(Key::Tab);
                story.step();
                let focused = story
                    .root()
                    .children_recursive()
                    .find(|node| node.accesskit_node().is_focused())
                    .map(|node| format!("{:?}", node.accesskit_node().id()));
                reached.extend(focused);
            }
            let missed: Vec<&String> = wanted.difference(&reached).collect();
            let names: Vec<String> = story
                .root()
                .children_recursive()
                .filter(|node| missed.contains(&&format!("{:?}", node.accesskit_node().id())))
                .filter_map(|node| node.accesskit_node().label())
                .collect();
            assert!(names.is_empty(), "{lang:?} {}: not reached: {names:?}", at.2);
        }
    }
}

/// What stands in the report's own language whatever the window speaks: wordings, clauses, names.
fn words_of_the_data(lang: Lang) -> Vec<String> {
    let report = bundled_report();
    let mut words: Vec<String> = Vec::new();
    let about = report.about();
    for figure in report.figures() {
        words.push(figure.clause.text.clone());
        words.push(figure.wording.clone());
        words.push(figure.id.to_string());
        words.extend(figure.bound_word.clone());
        words.extend(figure.commitment.map(|commitment| commitment.zh().to_owned()));
    }
    let mut both = vec![about.title.clone(), about.place.clone(), about.publisher.clone()];
    both.extend(report.indicators().iter().map(|indicator| indicator.name.clone()));
    both.extend(report.sections().iter().map(|section| section.title.clone()));
    for text in both {
        words.push(match lang {
            Lang::Zh => text.en,
            Lang::En => text.zh,
        });
    }
    words.push(report.text().file_name.clone());
    words.push(report.id().to_string());
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.dedup();
    words
}

/// All that a page says.
fn said(story: &Story) -> Vec<String> {
    let texts = story.root().children_recursive().flat_map(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value(), node.description()]
    });
    texts.flatten().collect()
}

/// What is left of a text when the data's own words and the names that belong to no language are taken out.
fn left_over(text: &str, words: &[String], own: &[&str]) -> String {
    let mut rest = text.to_owned();
    for word in words.iter().map(String::as_str).chain(own.iter().copied()) {
        if !word.is_empty() && rest.contains(word) {
            rest = rest.replace(word, " ");
        }
    }
    rest
}

#[test]
fn the_english_window_has_no_chinese_but_the_reports_own() {
    let is_chinese = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    let words = words_of_the_data(Lang::En);
    for at in PAGES {
        let story = page(Lang::En, at);
        for text in said(&story) {
            // The switch names each language in its own; a wording that stands apart keeps the word of its basis;
            // the help quotes the report's bound words.
            let own = ["中文", "增长", "新增", "增加", "下降", "万", "亿"];
            let rest = left_over(&text, &words, &own);
            let quoted = at.2 == "help" && rest.contains('“');
            assert!(quoted || !rest.contains(is_chinese), "{}: {text}", at.2);
        }
    }
}

#[test]
fn the_chinese_window_has_no_english_but_names() {
    let names = [
        "English",
        "Report Explorer",
        "Shift",
        "Backspace",
        "Ctrl",
        "Home",
        "Page",
        "Backspace",
        "Enter",
        "Esc",
        "Tab",
        "PNG",
        "SVG",
        "PDF",
        "SHA-256",
        "EN",
        "CSV",
        "XLSX",
        "JSON",
    ];
    let words = words_of_the_data(Lang::Zh);
    for at in PAGES {
        let story = page(Lang::Zh, at);
        for text in said(&story) {
            let rest = left_over(&text, &words, &names);
            // A link is an id, and ids belong to no language.
            let longest = rest
                .split_whitespace()
                .filter(|word| !word.contains('#'))
                .flat_map(|word| word.split(|c: char| !c.is_ascii_alphabetic()))
                .map(str::len)
                .max()
                .unwrap_or_default();
            // Two letters are a unit, an abbreviation or a key.
            assert!(longest < 4, "{}: {text}", at.2);
        }
    }
}

#[test]
fn nothing_in_the_top_bar_overlaps_or_leaves_a_small_window() {
    for lang in Lang::ALL {
        for width in [480.0, 560.0, 640.0, 760.0, 960.0, 1280.0, 2560.0] {
            let story = of_size(lang, [width, 400.0]);
            let bar: Vec<(String, egui::Rect)> = story
                .root()
                .children_recursive()
                .filter(|node| {
                    let role = node.accesskit_node().role();
                    is_control(role) && node.rect().bottom() <= 56.0
                })
                .map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect()))
                .collect();
            assert!(bar.len() >= 6, "{width}: {bar:?}");
            for (at, (name, rect)) in bar.iter().enumerate() {
                assert!(rect.left() >= 0.0 && rect.right() <= width, "{lang:?} {width}: {name}");
                for (other, beside) in &bar[at + 1..] {
                    let shared = rect.shrink(1.0).intersects(beside.shrink(1.0));
                    assert!(!shared, "{lang:?} {width}: {name} and {other}");
                }
            }
        }
    }
}

#[test]
fn names_are_never_cut_so_that_two_look_alike() {
    for lang in Lang::ALL {
        for at in &PAGES[..2] {
            let mut story = of_size(lang, [1280.0, 3000.0]);
            story.key_press_modifiers(at.0, at.1);
            story.run_ok();
            let report = bundled_report();
            let names: Vec<String> =
                report.indicators().iter().map(|one| lang.pick(&one.name).to_owned()).collect();
            let cut: Vec<String> = cut_texts(&story)
                .into_iter()
                .filter(|text| names.iter().any(|name| text.starts_with(name.as_str())))
                .collect();
            assert!(cut.is_empty(), "{lang:?} {}: {cut:#?}", at.2);
        }
    }
}

#[test]
fn what_can_be_clicked_can_be_clicked_by_a_screen_reader() {
    let story = page(Lang::En, PAGES[0]);
    for node in story.root().children_recursive() {
        let node = node.accesskit_node();
        if is_control(node.role()) && !node.is_disabled() {
            let clickable = node.data().supports_action(Action::Click)
                || node.data().supports_action(Action::Focus);
            assert!(clickable, "{:?}", node.label());
        }
    }
}
