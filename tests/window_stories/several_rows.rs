//! Stories of several rows that are selected together: in the table, copied, in one chart, in a presentation, in the history.

use std::collections::BTreeSet;

use egui::OutputCommand;
use report_explorer::find::Rows;

use super::selection::selected_rows;
use super::shell::press;
use super::*;

/// Clicks a row of the table with keys held.
fn click_row(story: &mut Story, row: &str, held: Modifiers) {
    story.get_by_role_and_label(Role::Row, row).click_modifiers(held);
    story.run_ok();
}

/// The rows that are copied.
fn copied(story: &mut Story) -> Vec<String> {
    copied_lines(story).split_off(1)
}

/// What is copied, with its heads.
fn copied_lines(story: &mut Story) -> Vec<String> {
    // What the windowing system makes of Ctrl+C.
    story.event(egui::Event::Copy);
    for _ in 0..4 {
        story.step();
        for command in &story.output().platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                return text.lines().map(str::to_owned).collect();
            }
        }
    }
    panic!("nothing is copied");
}

/// A window on a section with three rows selected, two of which compare something, and these rows.
fn three_selected(lang: Lang) -> (Story, [String; 3]) {
    let mut story = window(lang, Answers::default());
    choose(&mut story, lang.choose("(六)提升城市", "3.6 "));
    let alone = lang.choose("只有", " only");
    let (without, with): (Vec<_>, Vec<_>) =
        rows(&story).into_iter().partition(|row| row.contains(alone));
    let picked = [with[0].clone(), with[1].clone(), without[0].clone()];
    click_row(&mut story, &picked[0], Modifiers::NONE);
    click_row(&mut story, &picked[1], Modifiers::COMMAND);
    click_row(&mut story, &picked[2], Modifiers::COMMAND);
    (story, picked)
}

#[test]
fn a_click_with_ctrl_adds_a_single_row_and_takes_it_out_again() {
    let (mut story, picked) = three_selected(Lang::En);
    let mut expected = picked.clone().to_vec();
    expected.sort();
    let selected = |story: &Story| {
        let mut rows = selected_rows(story);
        rows.sort();
        rows
    };
    assert_eq!(selected(&story), expected);
    assert!(shows(&story, "3 rows selected"));
    assert_eq!(copied(&mut story).len(), 3);
    // The details speak of the one that was taken in last; taken out, they speak of another.
    let name = |row: &str| row.split(',').next().unwrap_or_default().to_owned();
    let heading = |story: &Story, name: &str| {
        story
            .query_all_by_role(Role::Heading)
            .any(|node| node.accesskit_node().label().is_some_and(|l| l == name))
    };
    assert!(heading(&story, &name(&picked[2])));
    click_row(&mut story, &picked[2], Modifiers::COMMAND);
    assert_eq!(selected(&story), {
        let mut two = picked[..2].to_vec();
        two.sort();
        two
    });
    assert!(shows(&story, "2 rows selected") && !heading(&story, &name(&picked[2])));
    click_row(&mut story, &picked[1], Modifiers::COMMAND);
    click_row(&mut story, &picked[0], Modifiers::COMMAND);
    assert_eq!(selected(&story), [picked[0].clone()], "one is always selected");
    assert_eq!(copied(&mut story).len(), 1);
}

#[test]
fn the_unit_is_said_of_a_row_that_is_selected_alone() {
    let (mut story, picked) = three_selected(Lang::Zh);
    assert!(shows(&story, "已选 3 行") && !shows(&story, " · 单位 "));
    click_row(&mut story, &picked[0], Modifiers::NONE);
    assert!(shows(&story, "已选 1 行 · 单位 "));
}

#[test]
fn a_range_is_drawn_beside_single_rows_and_follows_the_keys() {
    let mut story = window(Lang::En, Answers::default());
    let listed = rows(&story);
    click_row(&mut story, &listed[0], Modifiers::NONE);
    click_row(&mut story, &listed[3], Modifiers::COMMAND);
    click_row(&mut story, &listed[5], Modifiers::SHIFT);
    assert_eq!(selected_rows(&story), [0, 3, 4, 5].map(|at| listed[at].clone()));
    press(&mut story, Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(selected_rows(&story), [0, 3, 4].map(|at| listed[at].clone()));
    press(&mut story, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(selected_rows(&story), [listed[4].clone()]);
}

#[test]
fn the_chart_says_how_many_of_the_selected_rows_it_leaves_out_and_why() {
    for lang in Lang::ALL {
        let (mut story, picked) = three_selected(lang);
        click(&mut story, lang.choose("图表", "Chart"));
        let switch = lang.choose("所选 3 行（图中 2）", "3 rows (2 drawn)");
        click(&mut story, switch);
        let name = picked[2].split(['，', ',']).next().expect("a name");
        let said = lang.choose(
            "所选 3 行中有 1 行不在图中。只有",
            "1 of 3 selected rows is not in the chart. ",
        );
        assert!(shows(&story, said), "{lang:?}");
        assert!(shows(&story, &format!("{}{name}", lang.choose("：", ": "))), "{name}");
    }
}

#[test]
fn a_presentation_of_a_chart_of_several_rows_walks_over_these() {
    let (mut story, _) = three_selected(Lang::En);
    click(&mut story, "Chart");
    click(&mut story, "3 rows (2 drawn)");
    press(&mut story, Modifiers::NONE, Key::F5);
    assert!(shows(&story, "2 comparisons"));
    press(&mut story, Modifiers::NONE, Key::Home);
    assert!(shows(&story, "1 of 2"));
    press(&mut story, Modifiers::NONE, Key::ArrowRight);
    assert!(shows(&story, "2 of 2"));
    press(&mut story, Modifiers::NONE, Key::ArrowRight);
    assert!(shows(&story, "2 of 2"), "the last stays");
    press(&mut story, Modifiers::NONE, Key::Escape);
    assert!(shows(&story, "3 rows (2 drawn)"), "they are still selected");
}

#[test]
fn going_back_brings_the_selected_rows_and_the_chart_of_them_along() {
    let (mut story, picked) = three_selected(Lang::En);
    choose(&mut story, "3.2 ");
    assert_eq!(selected_rows(&story).len(), 1);
    press(&mut story, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(selected_rows(&story).len(), 3);
    assert!(selected_rows(&story).contains(&picked[1]));
    press(&mut story, Modifiers::ALT, Key::ArrowRight);
    assert_eq!(selected_rows(&story).len(), 1);
    click(&mut story, "Chart");
    assert!(!shows(&story, "3 rows"), "nor does the chart offer them");
}

#[test]
fn every_row_can_be_selected_and_copied() {
    let report = bundled_report();
    let all = Rows::of(&report).all().len();
    let mut story = window(Lang::En, Answers::default());
    let first = rows(&story)[0].clone();
    click_row(&mut story, &first, Modifiers::NONE);
    press(&mut story, Modifiers::SHIFT, Key::End);
    assert!(shows(&story, &format!("{all} rows selected")));
    assert_eq!(copied(&mut story).len(), all);
}

#[test]
fn rows_that_leave_the_table_with_the_derived_values_leave_the_selection_too() {
    let mut story = window(Lang::En, Answers::default());
    click(&mut story, "Menu of Difference");
    story.get_by_role_and_label(Role::MenuItemRadio, "has a number").click();
    story.run_ok();
    press(&mut story, Modifiers::NONE, Key::Escape);
    let before = rows(&story);
    // It has no difference, but a derived value.
    let derived = before.iter().find(|row| row.contains(", Derivable")).expect("there are some");
    click_row(&mut story, derived, Modifiers::NONE);
    press(&mut story, Modifiers::SHIFT, Key::Home);
    assert!(selected_rows(&story).len() > 1 && selected_rows(&story).contains(derived));
    click(&mut story, "More");
    story.get_by_role_and_label(Role::MenuItem, "Hide derived values").click();
    story.run_ok();
    let left = rows(&story);
    assert!(!left.contains(derived));
    assert_eq!(selected_rows(&story), [left[0].clone()], "what the details speak of is listed");
    assert!(shows(&story, "1 row selected"));
    // Nor does going back to where they were selected bring them.
    press(&mut story, Modifiers::ALT, Key::ArrowLeft);
    let count = selected_rows(&story).len();
    assert!(count <= 1 && shows(&story, "1 row selected") == (count == 1));
}

#[test]
fn a_click_in_the_chart_of_several_rows_goes_to_one_of_them_and_keeps_them_all() {
    let (mut story, picked) = three_selected(Lang::En);
    click(&mut story, "Chart");
    click(&mut story, "3 rows (2 drawn)");
    let name = picked[0].split(',').next().expect("a name");
    let bar = story
        .query_all_by_role(Role::ListItem)
        .filter_map(|item| item.accesskit_node().label())
        .find(|label| label.starts_with(name))
        .expect("it is drawn");
    story.query_all_by_role_and_label(Role::ListItem, &bar).next().expect("there").click();
    story.run_ok();
    press(&mut story, Modifiers::COMMAND, Key::Num2);
    assert!(shows(&story, "3 rows selected"));
    let mut rows = selected_rows(&story);
    rows.sort();
    let mut expected = picked.to_vec();
    expected.sort();
    assert_eq!(rows, expected);
}

#[test]
fn a_chart_of_several_selected_rows_draws_all_of_them() {
    let mut story = window(Lang::En, Answers::default());
    let lines = rows(&story);
    click(&mut story, &lines[0]);
    for _ in 0..3 {
        story.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
        story.run_ok();
    }
    assert!(shows(&story, "4 rows selected"));
    click(&mut story, "Chart");
    click(&mut story, "4 rows");
    let drawn = |story: &Story| {
        let rows = story.query_all_by_role(Role::ListItem);
        // The one that is selected is read out once more.
        let said: BTreeSet<_> = rows.filter_map(|row| row.accesskit_node().label()).collect();
        said.into_iter().collect::<Vec<_>>()
    };
    let all = drawn(&story);
    assert_eq!(all.len(), 4, "{all:?}");
    // One may go from one to the other.
    story.query_all_by_role_and_label(Role::ListItem, &all[2]).last().expect("there").click();
    story.run_ok();
    assert_eq!(drawn(&story).len(), 4);
    click(&mut story, "Table");
    let lines = rows(&story);
    click(&mut story, &lines[0]);
    click(&mut story, "Chart");
    assert_eq!(drawn(&story).len(), 1, "of the one that is selected now");
}

#[test]
fn with_shift_several_rows_are_selected_and_copied_with_their_heads() {
    let mut story = window(Lang::Zh, Answers::default());
    let lines = rows(&story);
    click(&mut story, &lines[0]);
    for _ in 0..2 {
        story.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
        story.run_ok();
    }
    assert_eq!(selected_rows(&story).len(), 3);
    assert!(shows(&story, "已选 3 行"));
    let copied = copied_lines(&mut story);
    assert_eq!(copied.len(), 4, "{copied:?}");
    assert_eq!(copied[0], "指标\t单位\t实绩\t目标\t五年目标\t差距或原因\t可比性");
    let name = lines[0].split('，').next().expect("a name");
    assert!(copied[1].starts_with(name), "{}", copied[1]);
}
