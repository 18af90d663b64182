//! Stories of the report's text: attached, recognised, remembered; read, searched, clicked.

use std::fs;
use std::path::PathBuf;

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use report_explorer::i18n::Lang;

use super::let_go::LetGo;
use super::{Answers, Story, click, shows, until, window_with};

pub(super) const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.report.ron");
pub(super) const SMALL_TEXT: &str = include_str!("../data/small.txt");

/// The small report with a folder for its text and for the settings.
pub(super) struct Desk {
    pub(super) folder: tempfile::TempDir,
}

impl Desk {
    pub(super) fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    /// A text file in the folder.
    pub(super) fn text(&self, content: &str) -> PathBuf {
        let path = self.folder.path().join("原文 1.txt");
        fs::write(&path, content).expect("written");
        path
    }

    pub(super) fn settings(&self) -> PathBuf {
        self.folder.path().join("settings.ron")
    }

    fn window(&self, lang: Lang, text: Option<PathBuf>) -> Story {
        let answers = Answers { text, ..Answers::default() };
        let mut story = window_with(lang, answers, Some(SMALL.into()), Some(self.settings()));
        show_text(&mut story, lang);
        story
    }

    /// The window with `content` attached by the button.
    pub(super) fn attached(&self, lang: Lang, content: &str) -> Story {
        let path = self.text(content);
        let mut story = self.window(lang, Some(path));
        click(&mut story, lang.choose("打开原文…", "Open the text…"));
        until(&mut story, "the text", |story| figures(story).len() > 3);
        story.run_ok();
        story
    }
}

/// Turns to the text view.
pub(super) fn show_text(story: &mut Story, lang: Lang) {
    let name = lang.choose("原文", "Text");
    story.get_by_role_and_label(Role::RadioButton, name).click();
    story.run_ok();
}

/// The names of the figures on the page, in reading order.
pub(super) fn figures(story: &Story) -> Vec<String> {
    let links = story.query_all_by_role(Role::Link);
    links
        .filter_map(|link| link.accesskit_node().label())
        .filter(|label| {
            ["实绩 ", "目标 ", "五年目标 ", "Actual ", "Target "]
                .iter()
                .any(|role| label.starts_with(role))
        })
        .collect()
}

pub(super) fn selected(story: &Story) -> Vec<String> {
    let links = story.query_all_by_role(Role::Link);
    links
        .filter(|link| link.accesskit_node().is_selected() == Some(true))
        .filter_map(|link| link.accesskit_node().label())
        .collect()
}

fn paragraphs(story: &Story) -> Vec<String> {
    let nodes = story.query_all_by_role(Role::Paragraph);
    nodes.filter_map(|node| node.accesskit_node().label()).collect()
}

#[test]
fn without_the_text_the_view_says_what_to_do() {
    for (lang, title, button) in [
        (Lang::Zh, "还没有报告原文", "打开原文…"),
        (Lang::En, "text is not here yet", "Open the text…"),
    ] {
        let story = Desk::new().window(lang, None);
        assert!(shows(&story, title) && shows(&story, "small.txt"));
        assert!(story.query_by_role_and_label(Role::Button, button).is_some());
    }
}

#[test]
fn the_attached_text_is_recognised_and_every_figure_is_marked_in_it() {
    for lang in Lang::ALL {
        let story = Desk::new().attached(lang, SMALL_TEXT);
        assert!(shows(&story, lang.choose("与发布的文件完全相同", "The published file")));
        let report = report_explorer::load::parse(include_str!("../data/small.report.ron"), "s")
            .expect("opens")
            .report;
        let names = figures(&story);
        for figure in report.figures() {
            assert!(names.iter().any(|name| name.contains(&figure.wording)), "{}", figure.wording);
        }
        assert!(paragraphs(&story).iter().any(|text| text.contains("空气质量优良天数达到315天")));
        assert!(shows(&story, lang.choose("未解释 0", "0 unexplained")));
        let headings: Vec<_> = story
            .query_all_by_role(Role::Heading)
            .filter_map(|node| node.accesskit_node().label())
            .collect();
        assert!(headings.iter().any(|heading| heading == "二、2022年重点工作安排"), "{headings:?}");
    }
}

#[test]
fn a_text_dropped_on_the_window_is_attached_and_shown() {
    let desk = Desk::new();
    let mut story =
        window_with(Lang::Zh, Answers::default(), Some(SMALL.into()), Some(desk.settings()));
    let path = desk.text(SMALL_TEXT);
    story.input_mut().dropped_files.push(std::sync::Arc::new(LetGo(path)));
    until(&mut story, "the text", |story| figures(story).len() > 3);
    assert!(shows(&story, "与发布的文件完全相同"));
}

#[test]
fn a_click_in_the_text_selects_everywhere() {
    let mut story = Desk::new().attached(Lang::Zh, SMALL_TEXT);
    let name = figures(&story).into_iter().find(|name| name.contains("3.7%以内")).expect("there");
    click(&mut story, &name);
    assert_eq!(selected(&story), [name]);
    assert!(shows(&story, "城镇登记失业率控制在3.7%以内"), "the clause in the detail panel");
    assert!(shows(&story, "不超过"), "its bound");
    click(&mut story, "表格");
    let row = story
        .query_all_by_role(Role::Row)
        .find(|row| row.accesskit_node().is_selected() == Some(true))
        .and_then(|row| row.accesskit_node().label())
        .expect("a row is selected");
    assert!(row.contains("城镇登记失业率"), "{row}");
}

#[test]
fn words_that_two_figures_share_lead_from_one_to_the_other() {
    // One wording, two indicators, as in 城镇和农村居民收入稳步增长.
    let data = fs::read_to_string(SMALL).expect("there");
    let start = data.find("id: \"incomes-target\"").expect("the worded figure");
    let open = data[..start].rfind("        (").expect("its bracket");
    let close = open + data[open..].find("\n        ),").expect("its end") + "\n        ),".len();
    let second = data[open..close]
        .replace("incomes-target", "incomes-second")
        .replace("indicator: \"incomes\"", "indicator: \"landfill\"")
        .replace("definition: \"all\",", "");
    let desk = Desk::new();
    let file = desk.folder.path().join("shared.report.ron");
    let shared = format!("{}\n{second}{}", &data[..close], &data[close..]);
    fs::write(&file, shared).expect("written");
    let answers = Answers { text: Some(desk.text(SMALL_TEXT)), ..Answers::default() };
    let mut story = window_with(Lang::Zh, answers, Some(file), None);
    show_text(&mut story, Lang::Zh);
    click(&mut story, "打开原文…");
    until(&mut story, "the text", |story| figures(story).len() > 3);
    story.run_ok();
    let name = |story: &Story| {
        let names = figures(story);
        names.into_iter().find(|name| name.contains("稳步增长")).expect("marked")
    };
    let first = name(&story);
    click(&mut story, &first);
    let again = name(&story);
    click(&mut story, &again);
    assert_ne!(name(&story), first);
}

#[test]
fn the_keys_walk_from_figure_to_figure_in_reading_order() {
    let mut story = Desk::new().attached(Lang::En, SMALL_TEXT);
    let mut walked = Vec::new();
    for _ in 0..4 {
        story.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
        story.run_ok();
        walked.extend(selected(&story));
    }
    assert_eq!(walked.len(), 4, "{walked:?}");
    let order = figures(&story);
    let at = |name: &String| order.iter().position(|other| other == name).expect("on the page");
    for pair in walked.windows(2) {
        assert_eq!(at(&pair[0]) + 1, at(&pair[1]), "{walked:?}");
    }
    story.key_press_modifiers(Modifiers::ALT, Key::ArrowUp);
    story.run_ok();
    assert_eq!(selected(&story), [walked[2].clone()]);
}

#[test]
fn another_copy_says_where_it_differs_and_marks_the_rest() {
    let copy = SMALL_TEXT.replace("新建5G基站1.2万个", "新建5G基站1.3万个");
    let copy = format!("转载\n\n{copy}");
    let mut story = Desk::new().attached(Lang::En, &copy);
    assert!(figures(&story).iter().any(|name| name.contains("150家以上")));
    let difference = "Not the published file: 1 place differs";
    let link = story.query_all_by_role(Role::Link).find_map(|link| {
        link.accesskit_node().label().filter(|label| label.starts_with(difference))
    });
    let link = link.expect("the difference is named");
    story.get_by_role_and_label(Role::Link, &link).click();
    story.run_ok();
    assert!(shows(&story, "expected: 新建5G基站1.2万个"));
    assert!(shows(&story, "here: 新建5G基站1.3万个"));
    story.key_press(Key::Escape);
    story.run_ok();
    story.get_by_role_and_label(Role::Link, "1 unexplained").click();
    story.run_ok();
    assert!(shows(&story, "1.3万"), "the number that nobody explains");
}

#[test]
fn a_text_of_something_else_is_refused_with_the_reason() {
    let desk = Desk::new();
    let other = desk.text("这是另一个城市的报告,增长9%。");
    let mut story = desk.window(Lang::En, Some(other));
    click(&mut story, "Open the text…");
    until(&mut story, "the reason", |story| shows(story, "is not the text of this report"));
    assert!(story.query_by_label("Open the text…").is_some(), "nothing is attached");
    let gb = desk.folder.path().join("gb.txt");
    fs::write(&gb, [0xd5, 0xfe, 0xb8, 0xae].repeat(30)).expect("written");
    let mut story = desk.window(Lang::En, Some(gb));
    click(&mut story, "Open the text…");
    until(&mut story, "the encoding", |story| shows(story, "GB18030"));
}

#[test]
fn the_place_of_the_text_is_remembered_and_its_loss_is_said_kindly() {
    let desk = Desk::new();
    drop(desk.attached(Lang::Zh, SMALL_TEXT));
    let settings = fs::read_to_string(desk.settings()).expect("saved");
    assert!(settings.contains("small-2022") && settings.contains("原文 1.txt"), "{settings}");
    assert!(!settings.contains("经济平稳增长"), "the text itself is not kept");
    let mut story = desk.window(Lang::Zh, None);
    until(&mut story, "the text of last time", |story| figures(story).len() > 3);
    drop(story);
    fs::remove_file(desk.folder.path().join("原文 1.txt")).expect("removed");
    let mut story = desk.window(Lang::Zh, None);
    until(&mut story, "what is missing", |story| shows(story, "现在不在原处"));
    assert!(shows(&story, "原文 1.txt"));
}

#[test]
fn a_phrase_is_counted_listed_in_its_lines_and_gone_through() {
    let mut story = Desk::new().attached(Lang::Zh, SMALL_TEXT);
    story.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    story.run_ok();
    story.get_by_role_and_label(Role::TextInput, "在原文中查找").type_text("基站");
    story.run_ok();
    assert!(story.query_by_label("1 / 3").is_some());
    story.key_press(Key::F3);
    story.run_ok();
    assert!(story.query_by_label("2 / 3").is_some());
    story.key_press_modifiers(Modifiers::SHIFT, Key::F3);
    story.run_ok();
    assert!(story.query_by_label("1 / 3").is_some());
    click(&mut story, "逐条列出");
    let list = story.get_by_label("查找结果");
    let lines: Vec<String> = list
        .query_all_by_role(Role::ListItem)
        .filter_map(|line| line.accesskit_node().label())
        .collect();
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(lines.iter().all(|line| line.contains("5G基站")), "{lines:?}");
    let last = lines[2].clone();
    click(&mut story, &last);
    assert!(story.query_by_label("3 / 3").is_some());
}

#[test]
fn a_phrase_that_is_not_there_says_so() {
    let mut story = Desk::new().attached(Lang::En, SMALL_TEXT);
    story.get_by_role_and_label(Role::TextInput, "Find in the text").focus();
    story.run_ok();
    story.get_by_role_and_label(Role::TextInput, "Find in the text").type_text("地铁");
    story.run_ok();
    assert!(story.query_by_label("not found").is_some());
}

#[test]
fn numbers_that_are_no_figures_say_why_until_they_are_left_unmarked() {
    let mut story = Desk::new().attached(Lang::Zh, SMALL_TEXT);
    let reason = "未收录“一批”：习语或不定数";
    assert!(story.query_by_role_and_label(Role::Note, reason).is_some());
    let toggle = "标出未收录的数字：";
    let node = story.get_by(|node| node.label().is_some_and(|label| label.starts_with(toggle)));
    assert_eq!(node.accesskit_node().toggled(), Some(Toggled::True));
    node.click();
    story.run_ok();
    assert!(story.query_by_role_and_label(Role::Note, reason).is_none());
}

#[test]
fn the_page_scrolls_to_a_chosen_section_and_tells_which_one_is_read() {
    // Long enough to scroll.
    let filler = "各项工作扎实推进。".repeat(120);
    let long = SMALL_TEXT
        .replace("  二、2022年重点", &format!("  {filler}\n\n  {filler}\n\n  二、2022年重点"));
    let mut story = Desk::new().attached(Lang::Zh, &long);
    super::choose(&mut story, "二、2022年重点");
    assert!(paragraphs(&story).iter().any(|text| text.contains("地区生产总值增长8%左右")));
    super::choose(&mut story, "一、过去一年");
    assert!(paragraphs(&story).iter().any(|text| text.contains("预计地区生产总值增长7%左右")));
    assert!(!paragraphs(&story).iter().any(|text| text.contains("地区生产总值增长8%左右")));
    // A selection made elsewhere scrolls to its sentence.
    super::choose(&mut story, "全部章节");
    click(&mut story, "表格");
    let row = story
        .query_all_by_role(Role::Row)
        .filter_map(|row| row.accesskit_node().label())
        .find(|row| row.contains("生活垃圾"))
        .expect("a row");
    click(&mut story, &row);
    show_text(&mut story, Lang::Zh);
    assert!(selected(&story).iter().any(|name| name.contains("零填埋")), "{:?}", selected(&story));
    let reading = story.query_all_by_role(Role::TreeItem).find(|item| {
        item.accesskit_node().label().is_some_and(|label| label.starts_with("(一)保持"))
            && item.accesskit_node().description().is_some()
    });
    assert!(reading.is_some(), "the tree says where the reader is");
}

#[test]
fn a_text_that_is_set_anew_behind_a_dialog_comes_to_rest() {
    let filler = "各项工作扎实推进。".repeat(120);
    let long = SMALL_TEXT
        .replace("  二、2022年重点", &format!("  {filler}\n\n  {filler}\n\n  二、2022年重点"));
    let long = format!("{long}\n\n  {filler}\n\n  {filler}");
    let mut story = Desk::new().attached(Lang::Zh, &long);
    super::choose(&mut story, "(一)保持");
    story.key_press_modifiers(Modifiers::COMMAND, Key::Comma);
    story.run_ok();
    // Narrower, so that what stood at the top is further down now.
    story.set_size(egui::vec2(420.0, 800.0));
    story.run_ok().expect("it comes to rest");
    assert!(shows(&story, "设置"), "the dialog is open");
}

#[test]
fn the_published_text_is_shown_whole_where_it_is_at_hand() {
    let path =
        PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/report/shenyang-2022.txt"));
    if !path.exists() {
        #[expect(clippy::print_stderr, reason = "a test that is left out must say so")]
        {
            eprintln!("left out: {} is not there", path.display());
        }
        return;
    }
    let answers = Answers { text: Some(path), ..Answers::default() };
    let mut story = window_with(Lang::En, answers, None, None);
    show_text(&mut story, Lang::En);
    click(&mut story, "Open the text…");
    until(&mut story, "the text", |story| figures(story).len() > 3);
    story.run_ok();
    assert!(shows(&story, "The published file") && shows(&story, "0 unexplained"));
    let count = super::bundled_report().figures().len();
    // All the way round, and back to the first.
    for _ in 0..3 {
        story.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
        story.run_ok();
        assert_eq!(selected(&story).len(), 1, "the selected figure is seen");
    }
    assert!(shows(&story, &format!("of {count}")));
}
