//! Stories of what one start of the application leaves to the next, and one window to another.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use report_explorer::i18n::Lang;

use super::shell::{chosen_section, press, type_text};
use super::*;

#[test]
fn two_windows_take_nothing_from_each_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.ron");
    let start = || window_with(Lang::En, Answers::default(), None, Some(path.clone()));
    let (mut one, mut other) = (start(), start());
    press(&mut other, Modifiers::COMMAND, Key::Comma);
    click(&mut other, "Dark");
    drop(other);
    click(&mut one, "中文");
    drop(one);
    let mut third = start();
    assert!(third.query_by_label("导出图表…").is_some(), "the language of the one");
    press(&mut third, Modifiers::COMMAND, Key::Comma);
    let dark = third.get_by_role_and_label(Role::RadioButton, "深色");
    assert_eq!(dark.accesskit_node().toggled(), Some(Toggled::True), "the colours of the other");
}

#[test]
fn a_window_that_fills_the_screen_comes_back_in_the_size_that_it_had_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.ron");
    let mut story = opened([1000.0, 650.0], None, Some(path.clone()), Lang::En, Answers::default());
    let viewports = &mut story.input_mut().viewports;
    viewports.entry(egui::ViewportId::ROOT).or_default().fullscreen = Some(true);
    story.set_size(egui::vec2(1920.0, 1080.0));
    story.run_ok();
    click(&mut story, "中文");
    let [width, height] = report_explorer::settings::load(&path).0.window;
    assert_eq!(egui::vec2(width, height), egui::vec2(1000.0, 650.0));
}

#[test]
fn the_next_start_goes_on_where_one_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.ron");
    let start = || window_with(Lang::Zh, Answers::default(), None, Some(path.clone()));
    let mut story = start();
    choose(&mut story, "(三)加快建设创新");
    let row = rows(&story).into_iter().find(|row| row.contains("4500")).expect("there");
    click(&mut story, &row);
    // Settings are saved when one is changed, and at the end.
    press(&mut story, Modifiers::COMMAND, Key::Plus);
    drop(story);
    let story = start();
    assert!(chosen_section(&story).starts_with("(三)加快建设创新"));
    assert!(shows(&story, "不能对照"), "the details of what was selected");
}

#[test]
fn the_next_start_has_the_search_the_facets_the_conditions_and_the_order_of_the_last() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.ron");
    let start = || window_with(Lang::En, Answers::default(), None, Some(path.clone()));
    let mut story = start();
    press(&mut story, Modifiers::COMMAND, Key::F);
    type_text(&mut story, "growth");
    let chip = story
        .query_all_by_role(Role::Button)
        .filter_map(|node| node.accesskit_node().label())
        .find(|label| label.starts_with("Target "))
        .expect("a chip for targets");
    click(&mut story, &chip);
    click(&mut story, "Menu of 2022 target");
    story.get_by_role_and_label(Role::MenuItemRadio, "has a number").click();
    story.run_ok();
    story.get_by_role_and_label(Role::MenuItemRadio, "Sort descending").click();
    story.run_ok();
    let before = rows(&story);
    assert!(before.len() > 1);
    // Settings are saved when one is changed, and at the end.
    press(&mut story, Modifiers::COMMAND, Key::Plus);
    press(&mut story, Modifiers::COMMAND, Key::Num0);
    drop(story);
    let mut story = start();
    assert_eq!(rows(&story), before);
    let mut chosen = story
        .query_all_by_role(Role::Button)
        .filter(|node| node.accesskit_node().toggled() == Some(Toggled::True))
        .filter_map(|node| node.accesskit_node().label());
    assert!(chosen.any(|label| label.starts_with("Target ")), "the chip is chosen");
    drop(chosen);
    click(&mut story, "Clear filters");
    assert!(rows(&story).len() > before.len());
}

#[test]
fn what_could_not_be_saved_is_saved_as_soon_as_something_can_be() {
    let folder = tempfile::tempdir().expect("a folder");
    let [inside, away] = ["settings", "away"].map(|name| folder.path().join(name));
    let path = inside.join("settings.ron");
    let mut story = window_with(Lang::En, Answers::default(), None, Some(path.clone()));
    click(&mut story, "中文");
    click(&mut story, "EN");
    // The folder is gone, and something else stands in its place.
    std::fs::rename(&inside, &away).expect("renamed");
    std::fs::write(&inside, "").expect("written");
    press(&mut story, Modifiers::COMMAND, Key::Comma);
    click(&mut story, "Dark");
    assert!(shows(&story, "The settings cannot be saved"));
    press(&mut story, Modifiers::NONE, Key::Escape);
    std::fs::remove_file(&inside).expect("removed");
    std::fs::rename(&away, &inside).expect("renamed");
    click(&mut story, "中文");
    let settings = report_explorer::settings::load(&path).0;
    assert_eq!(settings.theme, report_explorer::settings::ThemeChoice::Dark);
    assert_eq!(settings.lang, Some(Lang::Zh));
}

#[test]
fn a_report_is_remembered_by_a_path_that_other_folders_understand() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.ron");
    let small = PathBuf::from("tests/data/small.report.ron");
    let start =
        |file| opened([1280.0, 800.0], file, Some(path.clone()), Lang::En, Answers::default());
    drop(start(Some(small.clone())));
    let settings = report_explorer::settings::load(&path).0;
    let absolute = std::path::absolute(&small).expect("a current folder");
    assert_eq!(settings.last_file, Some(absolute.clone()));
    assert_eq!(settings.recent, [absolute]);
    assert!(shows(&start(None), "Government of Smallville"));
}

#[test]
fn an_overview_begins_at_its_beginning_whatever_was_selected_in_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.ron");
    let selected =
        r#"Some((report: "shenyang-2022", indicator: Some("gdp"), figure: Some("gdp-target")))"#;
    let settings = format!("(version: 1, view: overview, introduced: false, last: {selected})");
    std::fs::write(&path, settings).expect("written");
    let story = opened([1280.0, 800.0], None, Some(path), Lang::En, Answers::default());
    assert!(shows(&story, "New here? Three things"), "nobody has put it away");
    let title = story.get_by_role_and_label(Role::Heading, "Targets for 2022 and results of 2021");
    assert!((0.0..800.0).contains(&title.rect().top()), "{:?}", title.rect());
}
