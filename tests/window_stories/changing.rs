//! Stories of reports that change or come late while something else goes on.

use std::fs;

use super::let_go::LetGo;
use super::text::{Desk, SMALL_TEXT, figures, show_text};
use super::*;

/// The small report.
const SMALL: &str = include_str!("../data/small.report.ron");

/// The small report with the first figures only, and no exclusions.
fn shortened(figures: usize) -> String {
    let begin = SMALL.find("    figures: [").expect("there");
    let behind = SMALL[begin..].match_indices("\n        ),").nth(figures - 1).expect("as many").0;
    let kept = begin + behind + "\n        ),".len();
    format!("{}\n    ],\n    exclusions: [],\n)\n", &SMALL[..kept])
}

fn read_again(story: &Story) -> bool {
    shows(story, "has been read again")
}

/// A report in a file of its own, with its text.
fn with_open_text() -> (Desk, PathBuf, Story) {
    let desk = Desk::new();
    let file = desk.folder.path().join("open.report.ron");
    fs::write(&file, SMALL).expect("written");
    let answers = Answers { text: Some(desk.text(SMALL_TEXT)), ..Answers::default() };
    let mut story = window_with(Lang::En, answers, Some(file.clone()), Some(desk.settings()));
    show_text(&mut story, Lang::En);
    click(&mut story, "Open the text…");
    until(&mut story, "the text", |story| figures(story).len() > 3);
    (desk, file, story)
}

#[test]
fn a_report_that_becomes_shorter_under_its_open_text_marks_what_is_left() {
    let (_desk, file, mut story) = with_open_text();
    story.run_ok();

    fs::write(&file, shortened(2)).expect("written");
    until(&mut story, "the change", read_again);
    until(&mut story, "the text again", |story| figures(story).len() == 2);
    let report = load::parse(&shortened(2), "s").expect("opens").report;
    for (figure, name) in report.figures().iter().zip(figures(&story)) {
        assert!(name.contains(&figure.wording), "{name}: {}", figure.wording);
    }
    let counted = format!("{} captured", figures(&story).len());
    assert!(shows(&story, &counted) && shows(&story, "0 not captured"), "counted anew");
}

#[test]
fn rows_that_are_being_copied_when_their_report_becomes_shorter_are_those_of_the_new_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("open.report.ron");
    fs::write(&file, SMALL).expect("written");
    let mut story = window_with(Lang::En, Answers::default(), Some(file.clone()), None);
    let lines = rows(&story);
    click(&mut story, &lines[0]);
    story.key_press_modifiers(Modifiers::SHIFT, Key::End);
    story.run_ok();
    fs::write(&file, shortened(1)).expect("written");
    let patience = Instant::now() + Duration::from_secs(20);
    while !read_again(&story) {
        assert!(Instant::now() < patience, "the change did not come");
        // A key that is held down asks for something in every frame, also in that of the change.
        story.event(egui::Event::Copy);
        story.step();
    }
    assert_eq!(rows(&story).len(), 1);
}

#[test]
fn a_broken_state_of_the_open_file_leaves_the_way_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("open.report.ron");
    fs::write(&file, SMALL).expect("written");
    let mut story = window_with(Lang::En, Answers::default(), Some(file.clone()), None);
    let all = rows(&story);
    choose(&mut story, "2 ");
    assert_ne!(rows(&story), all);
    fs::write(&file, &SMALL[..SMALL.len() / 2]).expect("written");
    until(&mut story, "the notice", |story| shows(story, "cannot be read"));
    story.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    story.run_ok();
    assert_eq!(rows(&story), all);
}

/// Until nothing is being read or written any more.
fn until_at_rest(story: &mut Story) {
    until(story, "the end of all jobs", |story| {
        !story.get_by_role_and_label(Role::Button, "Open…").accesskit_node().is_disabled()
    });
}

#[test]
fn the_report_that_was_asked_for_last_is_shown_though_a_large_one_takes_longer() {
    let folder = tempfile::tempdir().expect("a folder");
    let [large, small] =
        ["large", "small"].map(|name| folder.path().join(format!("{name}.report.ron")));
    let remark = format!(
        "(\n{}    schema",
        "    // Nothing but a remark that has to be read over.\n".repeat(200_000)
    );
    fs::write(&large, bundled::TEXT.replacen("(\n    schema", &remark, 1)).expect("written");
    fs::write(&small, SMALL).expect("written");
    let mut story = opened([1280.0, 800.0], None, None, Lang::En, Answers::default());
    for path in [large, small] {
        story.input_mut().dropped_files.push(Arc::new(LetGo(path)));
        // One frame takes it in, the next one asks for it.
        story.run_steps(2);
    }
    until(&mut story, "the small report", |story| shows(story, "Government of Smallville"));
    until_at_rest(&mut story);
    story.run_ok();
    assert!(shows(&story, "Government of Smallville"), "the large one came too late");
}

#[test]
fn what_is_searched_for_in_the_text_stays_when_the_report_is_read_again() {
    let (_desk, file, mut story) = with_open_text();
    story.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    story.run_ok();
    story.event(egui::Event::Text("增长".to_owned()));
    story.run_ok();
    story.key_press(Key::F3);
    story.run_ok();
    let place = |story: &Story| {
        let said = story.query_all_by_role(Role::Status);
        let mut said = said.filter_map(|node| node.accesskit_node().label());
        said.find(|said| said.starts_with("2 of "))
    };
    let before = place(&story).expect("the second place");
    fs::write(&file, format!("{SMALL}// changed\n")).expect("written");
    until(&mut story, "the change", read_again);
    until(&mut story, "the text again", |story| figures(story).len() > 3);
    story.run_ok();
    assert_eq!(place(&story), Some(before));
}

#[test]
fn a_report_and_its_text_that_are_let_go_together_are_both_opened() {
    let desk = Desk::new();
    let file = desk.folder.path().join("open.report.ron");
    fs::write(&file, SMALL).expect("written");
    let text = desk.text(SMALL_TEXT);
    for pair in [[text.clone(), file.clone()], [file.clone(), text.clone()]] {
        let mut story = opened([1280.0, 800.0], None, None, Lang::En, Answers::default());
        for path in pair {
            story.input_mut().dropped_files.push(Arc::new(LetGo(path)));
        }
        story.run_steps(2);
        until(&mut story, "both", |story| figures(story).len() > 3);
        assert!(shows(&story, "Government of Smallville"));
    }
    // A text alone needs a report.
    let nothing = desk.folder.path().join("nothing.report.ron");
    let mut story = opened([1280.0, 800.0], Some(nothing), None, Lang::En, Answers::default());
    story.input_mut().dropped_files.push(Arc::new(LetGo(text)));
    story.run_steps(3);
    assert!(shows(&story, "No report is open"));
}
