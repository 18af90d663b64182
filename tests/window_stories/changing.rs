//! Stories of reports that change or come late while something else goes on.

use std::fs;

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

#[test]
fn a_report_that_becomes_shorter_under_its_open_text_marks_what_is_left() {
    let desk = Desk::new();
    let file = desk.folder.path().join("open.report.ron");
    fs::write(&file, SMALL).expect("written");
    let answers = Answers { text: Some(desk.text(SMALL_TEXT)), ..Answers::default() };
    let mut story = window_with(Lang::En, answers, Some(file.clone()), Some(desk.settings()));
    show_text(&mut story, Lang::En);
    click(&mut story, "Open the text…");
    until(&mut story, "the text", |story| figures(story).len() > 3);
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
        story.input_mut().dropped_files.push(Arc::new(text::Dropped(path)));
        // One frame takes it in, the next one asks for it.
        story.run_steps(2);
    }
    until(&mut story, "the small report", |story| shows(story, "Government of Smallville"));
    until_at_rest(&mut story);
    story.run_ok();
    assert!(shows(&story, "Government of Smallville"), "the large one came too late");
}
