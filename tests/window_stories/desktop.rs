//! What the desktop brings: no dialogs for files, files that change, the report of last time.

use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};

use report_explorer::app::{AskingDialogs, PathPurpose};
use report_explorer::i18n::desktop::PathFault;

use super::*;

/// A window on a system without dialogs for files.
fn without_dialogs(lang: Lang, settings_path: Option<PathBuf>) -> Story {
    let dialogs = AskingDialogs::new(Answers::default());
    show_table(opened([1280.0, 800.0], None, settings_path, lang, dialogs))
}

fn small_report() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/small.report.ron")
}

fn type_path(story: &mut Story, path: &Path) {
    story.key_press_modifiers(Modifiers::COMMAND, Key::A);
    story.run_ok();
    story.get_by_label("Path").type_text(&path.display().to_string());
    story.run_ok();
}

#[test]
fn without_a_dialog_for_files_the_window_asks_for_the_path() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("图 1.report.ron");
    fs::copy(small_report(), &file).expect("copied");
    let mut story = without_dialogs(Lang::En, None);
    story.key_press_modifiers(Modifiers::COMMAND, Key::O);
    until(&mut story, "the field", |story| story.query_by_label("Path").is_some());

    type_path(&mut story, &folder.path().join("none.report.ron"));
    until(&mut story, "the fault", |story| shows(story, "There is no such file."));
    story.key_press(Key::Enter);
    story.run_ok();
    until(&mut story, "the fault", |story| shows(story, "There is no such file."));
    assert!(story.query_by_label("Path").is_some(), "the question stays");

    type_path(&mut story, &file);
    story.key_press(Key::Enter);
    until(&mut story, "the report", |story| shows(story, "Government of Smallville"));
    assert!(story.query_by_label("Path").is_none());
}

#[test]
fn a_path_typed_over_the_suggestion_with_enter_right_behind_it_is_taken() {
    let mut story = without_dialogs(Lang::En, None);
    story.key_press_modifiers(Modifiers::COMMAND, Key::O);
    until(&mut story, "the field", |story| story.query_by_label("Path").is_some());
    story.run_ok();
    // In one frame, as a fast typist or a paste does it, and without clearing the field first.
    story.event(egui::Event::Text(small_report().display().to_string()));
    story.key_press(Key::Enter);
    until(&mut story, "the report", |story| shows(story, "Government of Smallville"));
    assert!(story.query_by_label("Path").is_none());
}

#[test]
fn a_path_without_its_ending_never_replaces_the_file_that_has_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mine = folder.path().join("mine.png");
    fs::write(&mine, b"mine").expect("written");
    let mut story = without_dialogs(Lang::En, None);
    story.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    story.run_ok();
    story.key_press_modifiers(Modifiers::COMMAND, Key::E);
    until(&mut story, "the dialog", |story| story.query_by_label("Save…").is_some());
    story.get_by_label("Save…").click();
    until(&mut story, "the field", |story| story.query_by_label("Path").is_some());
    type_path(&mut story, &folder.path().join("mine"));
    story.key_press(Key::Enter);
    until(&mut story, "the refusal", |story| shows(story, "A file of that name is there already"));
    assert_eq!(fs::read(&mine).expect("there"), b"mine");
}

#[test]
fn escape_leaves_the_field_before_it_leaves_a_presentation() {
    let mut story = without_dialogs(Lang::En, None);
    story.key_press(Key::F5);
    story.run_ok();
    story.key_press_modifiers(Modifiers::COMMAND, Key::S);
    until(&mut story, "the field", |story| story.query_by_label("Path").is_some());
    story.run_ok();
    story.key_press(Key::Escape);
    until(&mut story, "the end", |story| story.query_by_label("Path").is_none());
    story.run_ok();
    assert!(story.query_by_role(Role::Tree).is_none(), "the presentation goes on");
}

/// A platform that has said that it has no dialogs, and would not come back if it were asked.
struct Silent;

impl FileDialogs for Silent {
    fn ask(&self, question: &FileQuestion) -> Option<PathBuf> {
        panic!("asked for {question:?}");
    }

    fn offered(&self) -> bool {
        false
    }
}

#[test]
fn a_platform_without_dialogs_is_never_asked_for_one() {
    let dialogs = AskingDialogs::new(Silent);
    let mut story = opened([1280.0, 800.0], None, None, Lang::En, dialogs);
    for (modifiers, key) in [
        (Modifiers::COMMAND, Key::O),
        (Modifiers::COMMAND | Modifiers::SHIFT, Key::O),
        (Modifiers::COMMAND, Key::S),
    ] {
        story.key_press_modifiers(modifiers, key);
        until(&mut story, "the field", |story| story.query_by_label("Path").is_some());
        story.key_press(Key::Escape);
        until(&mut story, "the end", |story| story.query_by_label("Path").is_none());
    }
}

/// A disk with a folder behind a network that never answers; how often it has been asked.
struct DeadNetwork {
    asked: Arc<AtomicUsize>,
}

impl FileDialogs for DeadNetwork {
    fn ask(&self, question: &FileQuestion) -> Option<PathBuf> {
        panic!("asked for {question:?}");
    }

    fn offered(&self) -> bool {
        false
    }

    fn stands_against(&self, purpose: PathPurpose, path: &Path) -> Option<PathFault> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        while path.starts_with("/net") {
            std::thread::park();
        }
        Answers::default().stands_against(purpose, path)
    }
}

#[test]
fn a_network_that_does_not_answer_keeps_neither_the_window_nor_another_path() {
    let asked = Arc::new(AtomicUsize::new(0));
    let dialogs = AskingDialogs::new(DeadNetwork { asked: Arc::clone(&asked) });
    let mut story = opened([1280.0, 800.0], None, None, Lang::En, dialogs);
    story.key_press_modifiers(Modifiers::COMMAND, Key::O);
    until(&mut story, "the field", |story| story.query_by_label("Path").is_some());
    story.run_ok();
    let before = asked.load(Ordering::SeqCst);
    for letter in "/net/a".chars() {
        story.event(egui::Event::Text(letter.to_string()));
    }
    story.run_ok();
    story.key_press(Key::Enter);
    until(&mut story, "the wait", |story| shows(story, "Looking there"));
    until(&mut story, "the question", |_| asked.load(Ordering::SeqCst) > before);
    let asked = asked.load(Ordering::SeqCst) - before;
    assert!(asked <= 2, "the disk is asked when the typing rests, not {asked} times for six keys");
    type_path(&mut story, &small_report());
    story.key_press(Key::Enter);
    until(&mut story, "the report", |story| shows(story, "Government of Smallville"));
}

#[test]
fn enter_never_replaces_a_file_that_nobody_has_been_told_of() {
    let folder = tempfile::tempdir().expect("a folder");
    let mine = folder.path().join("mine.xlsx");
    fs::write(&mine, b"mine").expect("written");
    let mut story = without_dialogs(Lang::En, None);
    story.key_press_modifiers(Modifiers::COMMAND, Key::S);
    until(&mut story, "the field", |story| story.query_by_label("Path").is_some());
    story.run_ok();
    story.event(egui::Event::Text(mine.display().to_string()));
    story.step();
    // Before anything is known of the path, the button does what Enter does.
    story.get_by_label("Save…").click();
    until(&mut story, "the fault", |story| shows(story, "A file of that name is there"));
    assert_eq!(fs::read(&mine).expect("there"), b"mine");
    click(&mut story, "Replace");
    until(&mut story, "the message", |story| shows(story, "Saved mine.xlsx"));
    assert_ne!(fs::read(&mine).expect("there"), b"mine");
}

/// Dialogs that fall over, and with them every job that asks.
struct Falling;

impl FileDialogs for Falling {
    fn ask(&self, _: &FileQuestion) -> Option<PathBuf> {
        // Without the words of a panic, which nobody reads here.
        std::panic::resume_unwind(Box::new("fallen"))
    }
}

#[test]
fn a_job_that_falls_over_is_named_and_leaves_the_window_as_it_was() {
    let mut story = show_table(opened([1280.0, 800.0], None, None, Lang::En, Falling));
    let before = rows(&story);
    story.key_press_modifiers(Modifiers::COMMAND, Key::O);
    until(&mut story, "the notice", |story| shows(story, "Not finished: the open dialog"));
    assert_eq!(rows(&story), before);
    story.key_press_modifiers(Modifiers::COMMAND, Key::E);
    story.run_ok();
    click(&mut story, "Save…");
    until(&mut story, "the notice", |story| shows(story, "Not finished: exporting the chart"));
    // Neither a bar of progress nor a disabled button stays behind.
    story.get_by_role_and_label(Role::RadioButton, "Several charts").click();
    story.run_ok();
    click(&mut story, "Save all…");
    until(&mut story, "the notice", |story| shows(story, "Not finished: exporting the charts"));
    story.run_ok();
    assert!(!story.get_by_label("Save all…").accesskit_node().is_disabled());
}

#[test]
fn escape_leaves_the_field_and_nothing_happens() {
    let mut story = without_dialogs(Lang::En, None);
    let before = rows(&story);
    story.key_press_modifiers(Modifiers::COMMAND, Key::O);
    until(&mut story, "the field", |story| story.query_by_label("Path").is_some());
    // Behind it nothing moves, and nothing comes over it.
    story.key_press_modifiers(Modifiers::COMMAND, Key::E);
    story.run_ok();
    assert!(!shows(&story, "Export chart"));
    story.key_press(Key::Escape);
    until(&mut story, "the end", |story| story.query_by_label("Path").is_none());
    assert_eq!(rows(&story), before);
}

#[test]
fn a_file_that_changes_is_read_again_and_a_broken_one_leaves_what_was_shown() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("open.report.ron");
    let text = fs::read_to_string(small_report()).expect("readable");
    fs::write(&file, &text).expect("written");
    let mut story = window_with(Lang::En, Answers::default(), Some(file.clone()), None);
    let before = rows(&story);
    assert!(shows(&story, "Government of Smallville"));

    let renamed = text.replacen("Government of Smallville", "Government of Newtown", 1);
    fs::write(&file, renamed).expect("written");
    until(&mut story, "the change", |story| shows(story, "Government of Newtown"));
    assert!(shows(&story, "has been read again"));
    assert_eq!(rows(&story), before);

    fs::write(&file, &text[..text.len() / 2]).expect("written");
    until(&mut story, "the notice", |story| shows(story, "cannot be read"));
    assert!(shows(&story, "Government of Newtown"), "what was read before stays");
    assert_eq!(rows(&story), before);

    fs::write(&file, &text).expect("written");
    until(&mut story, "the recovery", |story| shows(story, "Government of Smallville"));
    assert!(!shows(&story, "cannot be read"), "the problem is over");
    assert_eq!(rows(&story), before);
}

#[test]
fn however_an_editor_saves_a_file_it_is_read_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("open.report.ron");
    let beside = folder.path().join("open.report.ron.new");
    let small = fs::read_to_string(small_report()).expect("readable");
    fs::write(&file, &small).expect("written");
    let mut story = window_with(Lang::En, Answers::default(), Some(file.clone()), None);
    let before = rows(&story);

    for town in ["Renamington", "Empty Falls", "New Haven"] {
        let title = format!("Government of {town}");
        let text = small.replacen("Government of Smallville", &title, 1);
        match town {
            "Renamington" => {
                fs::write(&beside, text)
                    .and_then(|()| fs::rename(&beside, &file))
                    .expect("renamed");
            }
            "Empty Falls" => {
                fs::write(&file, "").and_then(|()| fs::write(&file, text)).expect("rewritten");
            }
            _ => {
                fs::remove_file(&file).and_then(|()| fs::write(&file, text)).expect("anew");
            }
        }
        until(&mut story, town, |story| shows(story, &title));
        assert_eq!(rows(&story), before, "{town}");
    }
    assert!(!shows(&story, "cannot be read"));
}

#[test]
fn a_file_that_is_taken_away_is_named_and_shown_on_until_it_is_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, away) = (folder.path().join("open.report.ron"), folder.path().join("away"));
    fs::copy(small_report(), &file).expect("copied");
    let mut story = window_with(Lang::Zh, Answers::default(), Some(file.clone()), None);
    let before = rows(&story);
    fs::rename(&file, &away).expect("taken away");
    until(&mut story, "the notice", |story| shows(story, "没有这个文件"));
    assert!(shows(&story, "仍显示此前的内容"));
    assert_eq!(rows(&story), before);
    fs::rename(&away, &file).expect("put back");
    until(&mut story, "the recovery", |story| shows(story, "已重新读取"));
    assert!(!shows(&story, "没有这个文件"));
    assert_eq!(rows(&story), before);
}

#[test]
fn the_report_of_last_time_is_opened_again_and_a_lost_one_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = folder.path().join("settings.ron");
    let file = folder.path().join("mine.report.ron");
    fs::copy(small_report(), &file).expect("copied");
    let first =
        window_with(Lang::En, Answers::default(), Some(file.clone()), Some(settings.clone()));
    drop(first);

    let again = window_with(Lang::En, Answers::default(), None, Some(settings.clone()));
    assert!(shows(&again, "Government of Smallville"));
    drop(again);

    fs::remove_file(&file).expect("removed");
    for _ in 0..2 {
        let lost = window_with(Lang::En, Answers::default(), None, Some(settings.clone()));
        assert!(!shows(&lost, "Government of Smallville"));
        assert!(shows(&lost, "mine.report.ron"), "at every start");
    }

    fs::copy(small_report(), &file).expect("put back");
    let again = window_with(Lang::En, Answers::default(), None, Some(settings));
    assert!(shows(&again, "Government of Smallville"), "it has not been forgotten");
}
