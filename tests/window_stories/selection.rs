//! Stories of the one selection: tree, table, chart, text and details speak of the same figure.

use super::text::{Desk, SMALL, SMALL_TEXT, figures, selected, show_text};
use super::*;

/// The bundled report, opened by a link to `id`.
fn at(lang: Lang, id: &str) -> Story {
    let link = PathBuf::from(format!("{}#{id}", bundled_report().id()));
    show_table(opened([1280.0, 800.0], Some(link), None, lang, Answers::default()))
}

/// The selected rows that are seen.
pub fn selected_rows(story: &Story) -> Vec<String> {
    story
        .query_all_by_role(Role::Row)
        .filter(|row| row.accesskit_node().is_selected() == Some(true))
        .filter_map(|row| row.accesskit_node().label())
        .collect()
}

/// Everything that says which of how many figures is selected.
fn said_places(story: &Story) -> Vec<String> {
    let is_place = |text: &String| {
        text.split_once(" of ").is_some_and(|(at, count)| {
            at.parse::<usize>().is_ok() && count.parse::<usize>().is_ok()
        })
    };
    let said =
        story.query_all_by_role(Role::Label).filter_map(|node| node.accesskit_node().value());
    said.filter(is_place).collect()
}

#[test]
fn an_indicator_that_is_selected_as_a_whole_is_the_same_figure_everywhere() {
    let desk = Desk::new();
    let link = PathBuf::from(format!("{SMALL}#unemployment"));
    let answers = Answers { text: Some(desk.text(SMALL_TEXT)), ..Answers::default() };
    let mut story = window_with(Lang::En, answers, Some(link), None);
    show_text(&mut story, Lang::En);
    click(&mut story, "Open the text…");
    until(&mut story, "the text", |story| figures(story).len() > 3);
    story.run_ok();
    let marked = selected(&story);
    assert!(marked.len() == 1 && marked[0].contains("3.7%以内"), "{marked:?}");
    let places = said_places(&story);
    assert!(places.len() == 2 && places[0] == places[1], "text and details: {places:?}");
    let number = |place: &str| place.split(' ').next().and_then(|at| at.parse::<usize>().ok());
    let before = number(&places[0]).expect("a number");
    story.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    story.run_ok();
    assert_eq!(number(&said_places(&story)[0]), Some(before + 1), "the one behind it");
}

#[test]
fn an_indicator_that_is_selected_as_a_whole_is_a_line_of_the_overview() {
    let mut story = at(Lang::En, "gdp");
    story.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    story.run_ok();
    let lines = story.query_all_by_role(Role::ListItem);
    let marked: Vec<String> = lines
        .filter(|line| line.accesskit_node().is_selected() == Some(true))
        .filter_map(|line| line.accesskit_node().label())
        .collect();
    assert!(marked.iter().any(|line| line.starts_with("Gross regional product")), "{marked:?}");
}

#[test]
fn the_row_that_holds_the_chosen_figure_is_selected_in_whatever_order() {
    let mut story = at(Lang::En, "good-air-days-actual");
    assert!(selected_rows(&story)[0].contains("315天"), "{:?}", selected_rows(&story));
    click(&mut story, "2021 actual");
    story.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    story.run_ok();
    let rows = selected_rows(&story);
    assert!(rows.len() == 1 && rows[0].contains("315天"), "{rows:?}");
}

#[test]
fn the_selected_row_is_in_view_whenever_the_table_comes() {
    let mut story = window(Lang::En, Answers::default());
    assert_eq!(selected_rows(&story).len(), 1);
    story.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    story.run_ok();
    // The last figure of the report, far down.
    story.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::G);
    story.run_ok();
    story.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    story.run_ok();
    assert_eq!(selected_rows(&story).len(), 1, "after another view");
    // The last page of a presentation.
    story.key_press_modifiers(Modifiers::COMMAND, Key::Home);
    story.run_ok();
    let first = rows(&story)[0].clone();
    click(&mut story, &first);
    for key in [Key::F5, Key::End, Key::Escape] {
        story.key_press(key);
        story.run_ok();
    }
    assert_eq!(selected_rows(&story).len(), 1, "after a presentation");
    assert!(!selected_rows(&story).contains(&first));
}

#[test]
fn rows_beside_the_selected_one_are_let_go_when_a_section_is_chosen() {
    let mut story = window(Lang::En, Answers::default());
    let listed = rows(&story);
    click(&mut story, &listed[0]);
    story.key_press_modifiers(Modifiers::SHIFT, Key::PageDown);
    story.run_ok();
    assert!(selected_rows(&story).len() > 4);
    // The section of the first headline target, which stays selected.
    choose(&mut story, "2 ");
    assert_eq!(selected_rows(&story), [listed[0].clone()]);
    assert!(shows(&story, "1 row selected"));
}

#[test]
fn a_jump_is_one_step_and_leads_to_a_row_that_is_listed() {
    let mut story = window(Lang::En, Answers::default());
    choose(&mut story, "3.6 ");
    let there = rows(&story);
    story.key_press_modifiers(Modifiers::COMMAND, Key::F);
    story.run_ok();
    story.event(egui::Event::Text("forest".to_owned()));
    story.run_ok();
    story.key_press_modifiers(Modifiers::COMMAND, Key::K);
    story.run_ok();
    story.event(egui::Event::Text("registered urban unemployment".to_owned()));
    story.run_ok();
    story.key_press(Key::Enter);
    story.run_ok();
    let rows_selected = selected_rows(&story);
    assert!(
        rows_selected.len() == 1 && rows_selected[0].contains("unemployment"),
        "{rows_selected:?}"
    );
    story.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    story.run_ok();
    assert!(tree_item(&story, "3.6 ").len() > 3);
    let chosen = story
        .query_all_by_role(Role::TreeItem)
        .find(|item| item.accesskit_node().is_selected() == Some(true));
    let chosen = chosen.and_then(|item| item.accesskit_node().label()).expect("one");
    assert!(chosen.starts_with("3.6 "), "one step back: {chosen}");
    assert!(there.len() > rows(&story).len(), "with what was searched for");
}

#[test]
fn the_order_that_undo_brings_back_is_the_one_that_is_remembered() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.ron");
    let start = || window_with(Lang::En, Answers::default(), None, Some(path.clone()));
    let mut story = start();
    let document = rows(&story);
    click(&mut story, "2022 target");
    assert_ne!(rows(&story), document);
    story.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    story.run_ok();
    assert_eq!(rows(&story), document);
    // The language is written at once, and everything else with it.
    click(&mut story, "中文");
    click(&mut story, "EN");
    drop(story);
    let mut story = start();
    // A report that is opened begins in the remembered order.
    story.key_press_modifiers(Modifiers::COMMAND, Key::K);
    story.run_ok();
    story.event(egui::Event::Text("bundled".to_owned()));
    story.run_ok();
    story.key_press(Key::Enter);
    story.run_ok();
    assert_eq!(rows(&show_table(story)), document);
}

#[test]
fn next_figure_walks_the_listed_rows_where_the_table_is_narrowed() {
    let mut story = window(Lang::En, Answers::default());
    choose(&mut story, "3.6 ");
    story.key_press_modifiers(Modifiers::COMMAND, Key::F);
    story.run_ok();
    story.event(egui::Event::Text("road".to_owned()));
    story.run_ok();
    let listed = rows(&story);
    let count = listed.len();
    assert!((2..12).contains(&count), "{count} rows");
    click(&mut story, &listed[0]);
    for at in 0..=count {
        let at = at % count;
        assert_eq!(selected_rows(&story), [listed[at].clone()]);
        assert!(said_places(&story).contains(&format!("{} of {count}", at + 1)));
        let next = story.get_by_label("Next figure");
        next.click();
        story.run_ok();
    }
    // Nothing is left out: every figure of the report, as it stands in the text.
    story.key_press_modifiers(Modifiers::COMMAND, Key::Backspace);
    story.run_ok();
    choose(&mut story, "Whole report");
    let all = format!(" of {}", bundled_report().figures().len());
    assert!(said_places(&story).iter().any(|place| place.ends_with(&all)));
}
