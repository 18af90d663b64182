//! Stories of the window's frame: overview, tree, panels, history, palette, help, settings, messages.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use report_explorer::command::Command;
use report_explorer::i18n::Lang;
use report_explorer::i18n::help::{self, HelpPage};
use report_explorer::model::Verdict;

use super::*;

pub fn press(story: &mut Story, modifiers: Modifiers, key: Key) {
    story.key_press_modifiers(modifiers, key);
    story.run_ok();
}

pub fn type_text(story: &mut Story, text: &str) {
    story.event(Event::Text(text.to_owned()));
    story.run_ok();
}

/// The view that the switch says is shown.
pub fn view(story: &Story) -> String {
    story
        .query_all_by_role(Role::RadioButton)
        .filter(|node| node.accesskit_node().toggled() == Some(Toggled::True))
        .filter_map(|node| node.accesskit_node().label())
        .find(|label| {
            report_explorer::settings::View::ALL
                .iter()
                .any(|view| Lang::ALL.iter().any(|lang| view.name(*lang) == label))
        })
        .expect("a view is shown")
}

pub fn chosen_section(story: &Story) -> String {
    story
        .query_all_by_role(Role::TreeItem)
        .find(|item| item.accesskit_node().is_selected() == Some(true))
        .and_then(|item| item.accesskit_node().label())
        .expect("one is chosen")
}

fn list_items(story: &Story, list: &str) -> Vec<String> {
    let list = story.get_by_role_and_label(Role::List, list);
    list.children()
        .filter(|node| node.accesskit_node().role() == Role::ListItem)
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

#[test]
fn four_keys_show_the_four_views() {
    let mut story = window(Lang::En, Answers::default());
    let keys = [Key::Num1, Key::Num2, Key::Num3, Key::Num4];
    for (key, name) in keys.into_iter().zip(["Overview", "Table", "Chart", "Text"]) {
        press(&mut story, Modifiers::COMMAND, key);
        assert_eq!(view(&story), name);
    }
}

#[test]
fn the_overview_holds_every_comparison_in_the_band_of_its_verdict() {
    let mut story = window(Lang::Zh, Answers::default());
    press(&mut story, Modifiers::COMMAND, Key::Num1);
    let report = bundled_report();
    for (verdict, name) in Verdict::ALL.into_iter().zip(["可以直接对照", "可以推算", "不能对照"])
    {
        let count = report.comparisons().iter().filter(|one| one.verdict == verdict).count();
        assert_eq!(list_items(&story, name).len(), count, "{name}");
        assert!(shows(&story, &format!("{count} {name}")), "the count of {name}");
    }
}

#[test]
fn a_line_of_the_overview_opens_its_details() {
    let mut story = window(Lang::En, Answers::default());
    press(&mut story, Modifiers::COMMAND, Key::Num1);
    let line = list_items(&story, "Cannot be compared")
        .into_iter()
        .find(|line| line.contains("High-tech"))
        .expect("there");
    assert!(!shows(&story, "In the report's words"), "no details before something is asked for");
    story.get_by_label(&line).click_accesskit();
    story.run_ok();
    assert!(shows(&story, "In the report's words"));
    assert!(shows(&story, "High-tech"));
}

#[test]
fn the_distribution_leads_to_a_section_and_the_overview_follows() {
    let mut story = window(Lang::En, Answers::default());
    press(&mut story, Modifiers::COMMAND, Key::Num1);
    let link = story
        .query_all_by_role(Role::Link)
        .filter_map(|node| node.accesskit_node().label())
        .find(|label| label.starts_with("3.6 "))
        .expect("the section is listed");
    let before = list_items(&story, "Can be compared directly").len();
    story.get_by_role_and_label(Role::Link, &link).click_accesskit();
    story.run_ok();
    assert!(chosen_section(&story).starts_with("3.6 "));
    assert!(list_items(&story, "Can be compared directly").len() < before);
}

#[test]
fn the_overview_shows_what_search_and_facets_leave_and_says_so() {
    let mut story = window(Lang::Zh, Answers::default());
    press(&mut story, Modifiers::COMMAND, Key::Num1);
    let whole = list_items(&story, "不能对照").len();
    press(&mut story, Modifiers::COMMAND, Key::F);
    type_text(&mut story, "gxjsqy");
    press(&mut story, Modifiers::COMMAND, Key::Num1);
    let lines = list_items(&story, "不能对照");
    assert!(
        lines.len() < whole && lines.iter().all(|line| line.contains("高新技术企业")),
        "{lines:?}"
    );
    assert!(shows(&story, "按搜索和筛选，只看其中 1 组对照"));
    let places = |story: &Story| {
        let list = story.get_by_role_and_label(Role::List, "数据在报告中的分布");
        let said = list.children().filter_map(|node| node.accesskit_node().label());
        said.filter(|line| !line.contains("没有数据")).count()
    };
    let few = places(&story);
    click(&mut story, "清除筛选");
    assert_eq!(list_items(&story, "不能对照").len(), whole);
    assert!(places(&story) > few);
}

#[test]
fn a_section_without_comparisons_has_an_overview_all_the_same() {
    let mut story = window(Lang::Zh, Answers::default());
    press(&mut story, Modifiers::COMMAND, Key::Num1);
    choose(&mut story, "(十)");
    assert!(shows(&story, "没有可以画在一起的数"));
    assert!(shows(&story, "这里没有可以直接对照的目标。"));
}

#[test]
fn back_and_forward_walk_over_sections_views_and_selections() {
    let mut story = window(Lang::En, Answers::default());
    choose(&mut story, "3.2 ");
    press(&mut story, Modifiers::COMMAND, Key::Num3);
    choose(&mut story, "3.6 ");
    press(&mut story, Modifiers::ALT, Key::ArrowLeft);
    assert!(chosen_section(&story).starts_with("3.2 ") && view(&story) == "Chart");
    press(&mut story, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(view(&story), "Table");
    click(&mut story, "Back");
    assert!(chosen_section(&story).starts_with("Whole report"));
    for _ in 0..3 {
        press(&mut story, Modifiers::ALT, Key::ArrowRight);
    }
    assert!(chosen_section(&story).starts_with("3.6 ") && view(&story) == "Chart");
    assert!(story.get_by_label("Forward").accesskit_node().is_disabled());
}

#[test]
fn undo_and_redo_bring_back_panels_and_folds_too() {
    let mut story = window(Lang::En, Answers::default());
    assert!(story.query_by_role(Role::Tree).is_some());
    press(&mut story, Modifiers::COMMAND, Key::B);
    assert!(story.query_by_role(Role::Tree).is_none());
    press(&mut story, Modifiers::COMMAND, Key::Z);
    assert!(story.query_by_role(Role::Tree).is_some());
    press(&mut story, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert!(story.query_by_role(Role::Tree).is_none());
}

#[test]
fn panels_are_put_away_by_button_and_key_and_stay_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.ron");
    let start = || window_with(Lang::Zh, Answers::default(), None, Some(path.clone()));
    let mut story = start();
    story.get_by_role_and_label(Role::Button, "显示或隐藏章节").click();
    story.run_ok();
    press(&mut story, Modifiers::COMMAND, Key::I);
    assert!(story.query_by_role(Role::Tree).is_none());
    assert!(story.query_by_role(Role::Complementary).is_none());
    // Settings are saved when one is changed, and at the end.
    press(&mut story, Modifiers::COMMAND, Key::Plus);
    drop(story);
    let mut story = start();
    assert!(story.query_by_role(Role::Tree).is_none());
    assert!(story.query_by_role(Role::Complementary).is_none());
    click(&mut story, "章节");
    click(&mut story, "详情");
    assert!(story.query_by_role(Role::Tree).is_some());
    assert!(story.query_by_role(Role::Complementary).is_some());
}

#[test]
fn the_palette_finds_commands_indicators_and_sections() {
    for (lang, words) in
        [(Lang::Zh, ["深色", "gxjsqy", "提升城市"]), (Lang::En, ["dark", "high-tech", "3.6"])]
    {
        let mut story = window(lang, Answers::default());
        let ask = |story: &mut Story, text: &str| {
            press(story, Modifiers::COMMAND, Key::K);
            type_text(story, text);
            press(story, Modifiers::NONE, Key::Enter);
            assert!(story.query_by_role(Role::ListBox).is_none(), "the palette is gone");
        };
        ask(&mut story, words[0]);
        ask(&mut story, words[1]);
        let name = lang.choose("高新技术企业", "High-tech");
        assert!(shows(&story, name), "its details");
        ask(&mut story, words[2]);
        let section = lang.choose("(六)提升城市", "3.6 ");
        assert!(chosen_section(&story).starts_with(section), "{}", chosen_section(&story));
        let theme = format!("{}深色", "外观：");
        let theme = lang.choose(theme.as_str(), "Theme: Dark");
        assert!(story.query_by_role_and_label(Role::Button, theme).is_some(), "{theme}");
    }
}

#[test]
fn arrow_keys_choose_in_the_palette_and_escape_leaves_it() {
    let mut story = window(Lang::En, Answers::default());
    press(&mut story, Modifiers::COMMAND, Key::K);
    type_text(&mut story, "zoom");
    let chosen = |story: &Story| {
        story
            .query_all_by_role(Role::ListBoxOption)
            .find(|node| node.accesskit_node().is_selected() == Some(true))
            .and_then(|node| node.accesskit_node().label())
    };
    assert_eq!(chosen(&story).as_deref(), Some("Zoom in"));
    press(&mut story, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(chosen(&story).as_deref(), Some("Zoom out"));
    press(&mut story, Modifiers::NONE, Key::Escape);
    assert!(story.query_by_role(Role::ListBox).is_none());
}

#[test]
fn the_help_lists_every_shortcut_and_explains_signs_and_rules() {
    for lang in Lang::ALL {
        let mut story = window(lang, Answers::default());
        press(&mut story, Modifiers::NONE, Key::F1);
        for command in Command::with_shortcut() {
            let keys = command.keys(&story.ctx).expect("it has keys");
            let line = format!("{}: {keys}", command.text(lang));
            assert!(story.query_by_label(&line).is_some(), "{line}");
        }
        let turn = |story: &mut Story, page: HelpPage| {
            story.get_by_role_and_label(Role::RadioButton, page.name(lang)).click();
            story.run_ok();
        };
        turn(&mut story, HelpPage::Signs);
        for (name, meaning) in help::bound_signs(lang) {
            assert!(shows(&story, &format!("{name}: {meaning}")), "{name}");
        }
        // The table behind the help has a column of that name.
        let page = HelpPage::Comparability.name(lang);
        story.get_by_role_and_label(Role::RadioButton, page).click();
        story.run_ok();
        for (rule, _) in help::rules(lang) {
            assert!(shows(&story, rule), "{rule}");
        }
        assert!(shows(&story, help::example(lang)), "an example from the report");
        press(&mut story, Modifiers::NONE, Key::Escape);
        assert!(story.query_by_label(HelpPage::Signs.name(lang)).is_none());
    }
}

#[test]
fn settings_work_at_once_and_are_remembered() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.ron");
    let start = || window_with(Lang::En, Answers::default(), None, Some(path.clone()));
    let mut story = start();
    press(&mut story, Modifiers::COMMAND, Key::Comma);
    click(&mut story, "150%");
    click(&mut story, "Dark");
    assert!((story.ctx.zoom_factor() - 1.5).abs() < 0.01);
    assert!(story.ctx.theme() == egui::Theme::Dark);
    drop(story);
    let story = start();
    assert!((story.ctx.zoom_factor() - 1.5).abs() < 0.01);
    assert!(story.ctx.theme() == egui::Theme::Dark);
}

#[test]
fn the_introduction_comes_once_and_one_click_ends_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.ron");
    let start = || {
        let mut story = window_with(Lang::En, Answers::default(), None, Some(path.clone()));
        press(&mut story, Modifiers::COMMAND, Key::Num1);
        story
    };
    let mut story = start();
    assert!(shows(&story, "New here?"));
    click(&mut story, "Got it");
    assert!(!shows(&story, "New here?"));
    drop(story);
    assert!(!shows(&start(), "New here?"));
}

#[test]
fn typing_in_the_tree_jumps_to_a_section() {
    for (typed, heading) in
        [("3.6", "3.6 "), ("三、", "3 "), ("msfz", "Better living"), ("rural", "1.6 ")]
    {
        let mut story = window(Lang::En, Answers::default());
        let root = tree_item(&story, "Whole report");
        click(&mut story, &root);
        for letter in typed.chars() {
            story.event(Event::Text(letter.to_string()));
            story.step();
        }
        story.run_ok();
        assert!(chosen_section(&story).starts_with(heading), "{typed}: {}", chosen_section(&story));
    }
}

#[test]
fn home_and_end_go_to_the_ends_of_the_tree() {
    let mut story = window(Lang::En, Answers::default());
    let root = tree_item(&story, "Whole report");
    click(&mut story, &root);
    press(&mut story, Modifiers::NONE, Key::End);
    assert!(chosen_section(&story).starts_with("3.10 "));
    press(&mut story, Modifiers::NONE, Key::Home);
    assert!(chosen_section(&story).starts_with("Whole report"));
}

#[test]
fn a_message_never_lies_over_the_buttons_of_a_dialog() {
    for lang in Lang::ALL {
        let mut story = window(lang, Answers::default());
        press(&mut story, Modifiers::COMMAND, Key::C);
        // Around the link that ends it, as wide as a message is.
        let toast = |story: &Story| {
            let dismiss = story.get_by_label(lang.choose("知道了", "Dismiss")).rect();
            egui::Rect::from_min_size(dismiss.min - egui::vec2(16.0, 36.0), egui::vec2(360.0, 64.0))
        };
        let before = toast(&story);
        press(&mut story, Modifiers::COMMAND, Key::E);
        story.run_steps(4);
        let after = toast(&story);
        assert_ne!(before, after);
        for role in [Role::Button, Role::RadioButton] {
            for node in story.query_all_by_role(role) {
                let name = node.accesskit_node().label().unwrap_or_default();
                let control =
                    !node.accesskit_node().is_disabled() && !after.contains_rect(node.rect());
                assert!(!control || !after.intersects(node.rect()), "{lang:?}: {name}");
            }
        }
    }
}

#[test]
fn rows_that_were_taken_in_are_let_go_when_something_else_is_selected() {
    let mut story = window(Lang::En, Answers::default());
    let listed = rows(&story);
    click(&mut story, &listed[0]);
    press(&mut story, Modifiers::SHIFT, Key::ArrowDown);
    press(&mut story, Modifiers::SHIFT, Key::ArrowDown);
    assert!(shows(&story, "3 rows selected"));
    press(&mut story, Modifiers::NONE, Key::F5);
    press(&mut story, Modifiers::NONE, Key::ArrowRight);
    press(&mut story, Modifiers::NONE, Key::ArrowRight);
    press(&mut story, Modifiers::NONE, Key::Escape);
    assert!(shows(&story, "1 row selected"), "the row of the slide alone");
}

#[test]
fn every_view_comes_to_rest() {
    for key in [Key::Num1, Key::Num2, Key::Num3, Key::Num4] {
        let mut story = window(Lang::Zh, Answers::default());
        press(&mut story, Modifiers::COMMAND, key);
        story.run_ok().expect("it comes to rest");
        let output = story.output().viewport_output.values().next().expect("a window");
        assert_eq!(output.repaint_delay, Duration::MAX, "{key:?}");
    }
}

#[test]
fn the_details_never_speak_of_what_the_chosen_section_has_not() {
    let mut story = window(Lang::Zh, Answers::default());
    assert!(shows(&story, "Gross regional product"), "the details of the first row");
    choose(&mut story, "(二)创新能力");
    let listed = rows(&story);
    let selected = story
        .query_all_by_role(Role::Row)
        .find(|row| row.accesskit_node().is_selected() == Some(true))
        .and_then(|row| row.accesskit_node().label());
    assert_eq!(selected.as_ref(), listed.first(), "the first row of the section");
    assert!(!shows(&story, "Gross regional product"));
    choose(&mut story, "结构调整步伐加快");
    assert!(rows(&story).is_empty() && shows(&story, "选择一个指标"), "a section without figures");
    press(&mut story, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(rows(&story), listed);
}

#[test]
fn no_hover_text_lies_over_a_dialog() {
    let mut story = window(Lang::En, Answers::default());
    press(&mut story, Modifiers::COMMAND, Key::Num3);
    let row = story.query_all_by_role(Role::ListItem).next().expect("a row of the chart").rect();
    story.hover_at(row.center());
    story.run_steps(6);
    // The details have the wording too, but not behind year and role.
    let tip = |story: &Story| shows(story, ": 7%左右");
    assert!(tip(&story), "the hover text of the row");
    press(&mut story, Modifiers::COMMAND, Key::E);
    story.run_steps(4);
    assert!(story.query_by_label("Save…").is_some());
    assert!(!tip(&story), "no hover text while the dialog is open");
}

#[test]
fn a_word_that_is_typed_into_the_search_is_one_step_back() {
    let mut story = window(Lang::En, Answers::default());
    choose(&mut story, "3.2 ");
    choose(&mut story, "3.6 ");
    let before = rows(&story);
    press(&mut story, Modifiers::COMMAND, Key::F);
    for letter in ["5", "g"] {
        story.event(Event::Text(letter.to_owned()));
        story.step();
    }
    story.run_ok();
    assert_ne!(rows(&story), before, "the search has narrowed the table");
    click(&mut story, "Back");
    assert_eq!(rows(&story), before, "all of the word is gone");
}
