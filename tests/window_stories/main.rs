//! Stories of the window: the whole application in a harness, used by what a person sees and hears.

#[path = "../support/folder.rs"]
mod folder;
#[path = "../support/let_go.rs"]
mod let_go;

mod appearance;
mod changing;
mod charts;
mod desktop;
mod detail;
mod exporting;
mod finding;
mod images;
mod large_type;
mod next_start;
mod presentation;
mod reachable;
mod selection;
mod several_rows;
mod shell;
mod text;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

use report_explorer::app::{App, FileDialogs, FileQuestion, Start, Wanted};
use report_explorer::i18n::{Lang, terms};
use report_explorer::{bundled, load};

/// Answers for the person, instead of the platform's dialogs.
#[derive(Debug, Default)]
struct Answers {
    open: Option<PathBuf>,
    save: Option<PathBuf>,
    text: Option<PathBuf>,
    folder: Option<PathBuf>,
}

impl FileDialogs for Answers {
    fn ask(&self, question: &FileQuestion) -> Option<PathBuf> {
        match &question.wanted {
            Wanted::Open(_, endings) if endings.contains(&"txt") => self.text.clone(),
            Wanted::Open(..) => self.open.clone(),
            Wanted::Save(file_name, ending) => {
                assert!(file_name.ends_with(ending), "{file_name} ends in {ending}");
                self.save.clone()
            }
            Wanted::Folder => self.folder.clone(),
        }
    }
}

type Story = Harness<'static, App>;

fn window(lang: Lang, answers: Answers) -> Story {
    window_with(lang, answers, None, None)
}

fn window_with(
    lang: Lang,
    answers: Answers,
    file: Option<PathBuf>,
    settings_path: Option<PathBuf>,
) -> Story {
    show_table(opened([1280.0, 800.0], file, settings_path, lang, answers))
}

/// The window as it opens, without touching anything.
fn opened(
    size: [f32; 2],
    file: Option<PathBuf>,
    settings_path: Option<PathBuf>,
    lang: Lang,
    dialogs: impl FileDialogs + 'static,
) -> Story {
    let start = Start { file, settings_path, lang, dialogs: Arc::new(dialogs) };
    let mut story = not_at_rest(size, start);
    story.run_ok();
    story
}

/// A window at its first frame.
fn not_at_rest(size: [f32; 2], start: Start) -> Story {
    Harness::builder()
        .with_size(size)
        .with_max_steps(12)
        .build_eframe(|creation| App::new(&creation.egui_ctx, start))
}

/// A window of a size of its own, with the bundled report.
fn of_size(lang: Lang, size: [f32; 2]) -> Story {
    opened(size, None, None, lang, Answers::default())
}

/// Views and dialogs, by the keys that show them.
const PAGES: [(Modifiers, Key, &str); 7] = [
    (Modifiers::COMMAND, Key::Num1, "overview"),
    (Modifiers::COMMAND, Key::Num2, "table"),
    (Modifiers::COMMAND, Key::Num3, "chart"),
    (Modifiers::COMMAND, Key::Num4, "text"),
    (Modifiers::COMMAND, Key::K, "palette"),
    (Modifiers::COMMAND, Key::Comma, "settings"),
    (Modifiers::NONE, Key::F1, "help"),
];

/// Most stories are about the table, which is the second view.
fn show_table(mut story: Story) -> Story {
    story.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    story.run_ok();
    story
}

fn click(story: &mut Story, label: &str) {
    story.get_by_label(label).click();
    story.run_ok();
}

/// Lets frames pass until a job's outcome is seen.
fn until(story: &mut Story, what: &str, seen: impl Fn(&Story) -> bool) {
    let patience = Instant::now() + Duration::from_secs(20);
    while !seen(story) {
        assert!(Instant::now() < patience, "{what} did not come");
        std::thread::yield_now();
        story.step();
    }
}

fn rows(story: &Story) -> Vec<String> {
    story.query_all_by_role(Role::Row).filter_map(|row| row.accesskit_node().label()).collect()
}

fn shows(story: &Story, text: &str) -> bool {
    story.query_all_by_label_contains(text).next().is_some()
        || story
            .query_all_by_role(Role::Label)
            .any(|node| node.accesskit_node().value().is_some_and(|value| value.contains(text)))
}

fn tree_item(story: &Story, starts: &str) -> String {
    story
        .query_all_by_role(Role::TreeItem)
        .filter_map(|item| item.accesskit_node().label())
        .find(|label| label.starts_with(starts))
        .unwrap_or_else(|| panic!("the tree has no {starts}"))
}

/// Clicks the line of the tree whose heading begins like this.
fn choose(story: &mut Story, starts: &str) {
    let item = tree_item(story, starts);
    // The line may have to be scrolled to; a screen reader does not need that.
    story.get_by_role_and_label(Role::TreeItem, &item).click_accesskit();
    story.run_ok();
}

/// The texts that are painted, as they are laid out.
fn painted_texts(story: &Story) -> Vec<Arc<egui::Galley>> {
    fn walk(shape: &egui::Shape, found: &mut Vec<Arc<egui::Galley>>) {
        match shape {
            egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| walk(shape, found)),
            egui::Shape::Text(text) => found.push(Arc::clone(&text.galley)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    story.output().shapes.iter().for_each(|clipped| walk(&clipped.shape, &mut found));
    found
}

/// Those with an ellipsis because there is too little room for them.
fn cut_texts(story: &Story) -> Vec<String> {
    let cut = painted_texts(story).into_iter().filter(|galley| galley.elided);
    cut.map(|galley| galley.job.text.clone()).collect()
}

fn bundled_report() -> report_explorer::model::Report {
    load::parse(bundled::TEXT, bundled::FILE_NAME).expect("the bundled report opens").report
}

#[test]
fn choosing_a_section_leaves_its_rows_alone() {
    let mut story = window(Lang::Zh, Answers::default());
    let before = rows(&story);
    choose(&mut story, "(二)创新能力");
    let after = rows(&story);
    assert_ne!(before, after);
    assert!(after.iter().any(|row| row.contains("新增842家")), "{after:?}");
    assert!(!after.iter().any(|row| row.starts_with("地区生产总值")), "{after:?}");
    choose(&mut story, "全部章节");
    assert!(rows(&story).iter().any(|row| !after.contains(row)));
}

#[test]
fn the_arrow_keys_walk_the_section_tree() {
    let mut story = window(Lang::En, Answers::default());
    let root = tree_item(&story, "Whole report");
    click(&mut story, &root);
    story.key_press(Key::ArrowDown);
    story.run_ok();
    let chosen = |story: &Story| {
        story
            .query_all_by_role(Role::TreeItem)
            .find(|item| item.accesskit_node().is_selected() == Some(true))
            .and_then(|item| item.accesskit_node().label())
            .expect("one is chosen")
    };
    assert!(chosen(&story).starts_with("1 "), "{}", chosen(&story));
    let lines = story.query_all_by_role(Role::TreeItem).count();
    story.key_press(Key::ArrowLeft);
    story.run_ok();
    assert!(story.query_all_by_role(Role::TreeItem).count() < lines, "the part is folded");
    story.key_press(Key::ArrowRight);
    story.run_ok();
    assert_eq!(story.query_all_by_role(Role::TreeItem).count(), lines);
}

#[test]
fn the_arrow_keys_walk_the_table() {
    let mut story = window(Lang::Zh, Answers::default());
    let lines = rows(&story);
    click(&mut story, &lines[2]);
    story.key_press(Key::ArrowDown);
    story.run_ok();
    let selected: Vec<String> = story
        .query_all_by_role(Role::Row)
        .filter(|row| row.accesskit_node().is_selected() == Some(true))
        .filter_map(|row| row.accesskit_node().label())
        .collect();
    assert_eq!(selected, [lines[3].clone()]);
}

#[test]
fn selecting_an_indicator_shows_its_clause_place_and_verdict() {
    let mut story = window(Lang::Zh, Answers::default());
    choose(&mut story, "(二)创新能力");
    let row = rows(&story).into_iter().find(|row| row.contains("842家")).expect("there");
    click(&mut story, &row);
    let report = bundled_report();
    let figure = report
        .figures()
        .iter()
        .find(|figure| figure.wording.contains("842"))
        .expect("in the report");
    assert!(shows(&story, &figure.clause.text), "the clause");
    assert!(shows(&story, &terms::position(figure.span, Lang::Zh)), "the place");
    assert!(shows(&story, "不能对照"), "the verdict");
}

#[test]
fn a_row_without_a_number_gives_its_reason_and_never_nothing() {
    let story = window(Lang::Zh, Answers::default());
    let rows = rows(&story);
    assert!(!rows.is_empty());
    let words = ["个百分点", "推算", "只有", "不同", "倍", "+", "−"];
    for row in rows {
        assert!(words.iter().any(|word| row.contains(word)), "{row}");
    }
}

#[test]
fn the_language_changes_everywhere_while_running() {
    let mut story = window(Lang::Zh, Answers::default());
    assert!(story.query_by_label("导出图表…").is_some());
    click(&mut story, "EN");
    assert!(story.query_by_label("Export…").is_some());
    assert!(story.query_by_label("导出图表…").is_none());
    tree_item(&story, "Whole report");
    assert!(rows(&story).iter().any(|row| row.contains("Same basis")));
    assert!(shows(&story, &format!("{} figures", bundled_report().figures().len())));
    assert!(shows(&story, "Can be compared directly"));
}

#[test]
fn the_chart_is_one_click_away_and_follows_the_tree() {
    let mut story = window(Lang::En, Answers::default());
    click(&mut story, "Chart");
    let drawn = |story: &Story| story.query_all_by_role(Role::ListItem).count();
    let headline = drawn(&story);
    assert!(headline > 0);
    choose(&mut story, "3.2 ");
    assert_eq!(
        story.get_by_role_and_label(Role::RadioButton, "Section").accesskit_node().toggled(),
        Some(Toggled::True)
    );
    assert_ne!(drawn(&story), headline);
}

#[test]
fn a_section_without_comparisons_says_so_in_the_chart() {
    let mut story = window(Lang::En, Answers::default());
    choose(&mut story, "3.10 ");
    click(&mut story, "Chart");
    assert!(shows(&story, "Nothing to draw"));
}

#[test]
fn exporting_writes_the_file_that_was_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("图 1.svg");
    let mut story = window(Lang::Zh, Answers { save: Some(path.clone()), ..Answers::default() });
    story.key_press_modifiers(Modifiers::COMMAND, Key::E);
    story.run_ok();
    click(&mut story, "SVG");
    click(&mut story, "保存…");
    until(&mut story, "the message", |story| shows(story, "已保存 图 1.svg"));
    let svg = std::fs::read_to_string(&path).expect("written");
    assert!(svg.starts_with("<?xml") || svg.starts_with("<svg"), "{}", &svg[..40]);
    assert!(svg.contains("shenyang-2022"), "it carries its report");
    assert!(story.query_by_label("保存…").is_none(), "the dialog is gone");
}

#[test]
fn enter_exports_and_escape_leaves() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("chart.png");
    let answers = Answers { save: Some(path.clone()), ..Answers::default() };
    let mut story = window(Lang::En, answers);
    click(&mut story, "Export…");
    assert!(story.query_by_label("Save…").is_some());
    story.key_press(Key::Escape);
    story.run_ok();
    assert!(story.query_by_label("Save…").is_none());
    click(&mut story, "Export…");
    story.key_press(Key::Enter);
    story.run_ok();
    until(&mut story, "the message", |story| shows(story, "Saved chart.png"));
    assert!(std::fs::read(&path).expect("written").starts_with(b"\x89PNG"));
}

#[test]
fn a_folder_that_is_gone_is_named_with_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("gone/chart.png");
    let mut story = window(Lang::En, Answers { save: Some(path), ..Answers::default() });
    click(&mut story, "Export…");
    click(&mut story, "Save…");
    until(&mut story, "the message", |story| shows(story, "Create it first"));
    assert!(shows(&story, "Save…"), "the choices are still there");
}

#[test]
fn a_file_with_a_fault_opens_and_lists_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("faulty.report.ron");
    let text = bundled::TEXT.replacen("role: actual", "role: actuel", 1);
    std::fs::write(&path, text).expect("written");
    let mut story = window_with(Lang::En, Answers::default(), Some(path), None);
    assert!(!rows(&story).is_empty(), "the rest is open");
    // The figure that is set aside, and the indicator that has none without it.
    story.get_by_role_and_label(Role::Link, "2 faults in the file").click();
    story.run_ok();
    assert!(shows(&story, "actuel"), "what is wrong");
    assert!(shows(&story, "faulty.report.ron, line "), "where");
    click(&mut story, "Close");
    assert!(!shows(&story, "actuel"));
}

#[test]
fn an_unreadable_file_says_what_where_and_what_next() {
    let folder = tempfile::tempdir().expect("a folder");
    let broken = folder.path().join("broken.report.ron");
    std::fs::write(&broken, "(schema: 1, id: \"x\"").expect("written");
    let mut story = window_with(Lang::En, Answers::default(), Some(broken), None);
    assert!(shows(&story, "This file cannot be opened"));
    assert!(shows(&story, "broken.report.ron"));
    click(&mut story, "Open the bundled report");
    let story = show_table(story);
    assert!(!rows(&story).is_empty());
}

#[test]
fn opening_a_broken_file_leaves_the_open_report_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let broken = folder.path().join("broken.report.ron");
    std::fs::write(&broken, "not a report").expect("written");
    let mut story = window(Lang::En, Answers { open: Some(broken), ..Answers::default() });
    let before = rows(&story);
    click(&mut story, "Open…");
    until(&mut story, "the failure", |story| shows(story, "This file cannot be opened"));
    click(&mut story, "Close");
    assert_eq!(rows(&story), before);
}

#[test]
fn the_choice_of_language_is_remembered() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.ron");
    let start = |lang| window_with(lang, Answers::default(), None, Some(path.clone()));
    let mut story = start(Lang::Zh);
    click(&mut story, "EN");
    drop(story);
    assert!(start(Lang::Zh).query_by_label("Export…").is_some());
}

#[test]
fn corrupt_settings_are_reported_and_do_not_block_the_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.ron");
    std::fs::write(&path, "(((").expect("written");
    let story = window_with(Lang::En, Answers::default(), None, Some(path.clone()));
    assert!(shows(&story, "cannot be read; the defaults are used"));
    assert!(!path.exists() && folder.path().join("settings.ron.unreadable-1").exists());
}

#[test]
fn a_new_window_is_at_rest_after_two_frames_whatever_it_shows() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = folder.path().join("settings.ron");
    for view in ["overview", "table", "chart", "text"] {
        std::fs::write(&settings, format!("(introduced: true, view: {view})")).expect("written");
        let start = Start {
            file: None,
            settings_path: Some(settings.clone()),
            lang: Lang::Zh,
            dialogs: Arc::new(Answers::default()),
        };
        let mut story = not_at_rest([1280.0, 800.0], start);
        let frames = 1 + story.run_ok().expect("it comes to rest");
        assert!(frames <= 2, "{view}: {frames} frames");
    }
}

#[test]
fn an_idle_window_asks_for_no_frame() {
    let mut story = window(Lang::Zh, Answers::default());
    story.run_ok().expect("it comes to rest");
    let repaint = story.output().viewport_output.values().next().expect("a window").repaint_delay;
    assert_eq!(repaint, Duration::MAX);
}
