//! Stories of the export dialog: one chart, several charts, the clipboard, own presets.

use std::path::Path;
use std::process::Command;

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers, OutputCommand};
use egui_kittest::kittest::{NodeT, Queryable};
use report_explorer::i18n::Lang;

use super::folder::names;
use super::{Answers, Story, bundled_report, shows, until, window, window_with};

fn open_export(story: &mut Story) {
    story.key_press_modifiers(Modifiers::COMMAND, Key::E);
    story.run_ok();
}

/// Presses what may have to be scrolled to; a screen reader does not need that.
fn press(story: &mut Story, role: Role, label: &str) {
    story.get_by_role_and_label(role, label).click_accesskit();
    story.run_ok();
}

fn write(story: &mut Story, field: &str, text: &str) {
    let node = story.get_by_role_and_label(Role::TextInput, field);
    node.focus();
    node.type_text(text);
    story.run_ok();
}

fn is_on(story: &Story, role: Role, label: &str) -> bool {
    story.get_by_role_and_label(role, label).accesskit_node().toggled() == Some(Toggled::True)
}

/// The file that the command line writes with these options.
fn from_command_line(options: &[&str], to: &Path) -> Vec<u8> {
    let ran = Command::new(env!("CARGO_BIN_EXE_report-explorer"))
        .args(["export", "--chart", "dumbbell-headline"])
        .args(options)
        .arg("-o")
        .arg(to)
        .output()
        .expect("it starts");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    std::fs::read(to).expect("written")
}

#[test]
fn a_file_from_the_window_is_the_file_from_the_command_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("window.svg");
    let answers = Answers { save: Some(path.clone()), ..Answers::default() };
    let mut story = window(Lang::En, answers);
    open_export(&mut story);
    for choice in ["SVG", "Editable text", "Paper 174 mm", "Both", "Dark", "White", "All digits"] {
        let wanted = |node: &egui_kittest::Node<'_>| {
            node.accesskit_node().label().as_deref() == Some(choice)
        };
        // The window behind the dialog may have a button of that name too.
        let found = story.query_all_by_role(Role::RadioButton).filter(wanted).collect::<Vec<_>>();
        found.last().unwrap_or_else(|| panic!("no {choice}")).click_accesskit();
        story.run_ok();
    }
    press(&mut story, Role::RadioButton, "+ difference");
    for choice in story.query_all_by_label("Target") {
        if choice.accesskit_node().role() == Role::RadioButton {
            choice.click_accesskit();
        }
    }
    story.run_ok();
    press(&mut story, Role::CheckBox, "Legend");
    press(&mut story, Role::CheckBox, "Derived");
    write(&mut story, "Own title", "甲 & <乙>");
    write(&mut story, "Own note", "A note");
    press(&mut story, Role::Button, "Save…");
    until(&mut story, "the message", |story| shows(story, "Saved window.svg"));
    let window = std::fs::read(&path).expect("written");
    let options = [
        "--text",
        "text",
        "--preset",
        "paper-174mm",
        "--lang",
        "both",
        "--theme",
        "dark",
        "--background",
        "white",
        "--digits",
        "full",
        "--labels",
        "difference",
        "--order",
        "value",
        "--without",
        "legend,derived",
        "--title",
        "甲 & <乙>",
        "--note",
        "A note",
    ];
    let line = from_command_line(&options, &folder.path().join("line.svg"));
    assert!(window == line, "they differ");
}

/// Types a number into a field.
fn set(story: &mut Story, field: &str, text: &str) {
    story.get_by_role_and_label(Role::SpinButton, field).click_accesskit();
    story.run_ok();
    story.key_press_modifiers(Modifiers::COMMAND, Key::A);
    story.run_ok();
    story.event(egui::Event::Text(text.to_owned()));
    story.key_press(Key::Enter);
    story.run_ok();
}

#[test]
fn width_and_height_keep_their_ratio_until_someone_lets_them_go() {
    let mut story = window(Lang::Zh, Answers::default());
    open_export(&mut story);
    let value = |story: &Story, field: &str| {
        let node = story.get_by_role_and_label(Role::SpinButton, field);
        node.accesskit_node().numeric_value().expect("a number")
    };
    assert_eq!((value(&story, "宽"), value(&story, "高")), (1920.0, 1080.0));
    set(&mut story, "宽", "1600");
    assert_eq!((value(&story, "宽"), value(&story, "高")), (1600.0, 900.0));
    assert!(!is_on(&story, Role::RadioButton, "幻灯片"), "it is no slide any more");
    press(&mut story, Role::CheckBox, "锁定比例");
    set(&mut story, "高", "600");
    assert_eq!((value(&story, "宽"), value(&story, "高")), (1600.0, 600.0));
    press(&mut story, Role::RadioButton, "毫米");
    assert!((value(&story, "宽") - 423.3).abs() < 0.05, "{}", value(&story, "宽"));
    set(&mut story, "分辨率 DPI", "300");
    // 600 pixels are 158.75 mm, of which the field keeps the tenths.
    assert!(shows(&story, "5000 × 1874 像素，300 DPI"));
}

#[test]
fn enter_in_a_field_takes_what_is_written_and_exports_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("unasked.png");
    let answers = Answers { save: Some(path.clone()), ..Answers::default() };
    let mut story = window(Lang::En, answers);
    open_export(&mut story);
    write(&mut story, "Own title", "A title");
    story.key_press(Key::Enter);
    story.run_ok();
    story.get_by_role_and_label(Role::SpinButton, "Width").click_accesskit();
    story.run_ok();
    story.event(egui::Event::Text("1600".to_owned()));
    story.key_press(Key::Enter);
    story.run_ok();
    // A second Enter, with no field to take it, is meant for the dialog.
    assert!(!shows(&story, "Working") && !path.exists(), "nothing was begun");
    story.key_press(Key::Enter);
    until(&mut story, "the file", |story| shows(story, "Saved unasked.png"));
}

#[test]
fn small_type_is_warned_of_and_what_does_not_fit_is_said() {
    let mut story = window(Lang::Zh, Answers::default());
    open_export(&mut story);
    // A column of a paper is as high as its type needs, until someone says how high it is.
    press(&mut story, Role::RadioButton, "论文单栏");
    assert!(shows(&story, "字小于 6 磅时页面自动加高"));
    until(&mut story, "a higher page", |story| {
        shows(story, "1984 × ") && !shows(story, "1984 × 2480")
    });
    assert!(!shows(&story, "磅，印出来难以看清"));
    press(&mut story, Role::CheckBox, "锁定比例");
    set(&mut story, "高", "100");
    assert!(!shows(&story, "自动加高") && shows(&story, "1984 × 2362"));
    until(&mut story, "the warning", |story| shows(story, "磅，印出来难以看清"));
    assert!(shows(&story, "shenyang-2022-dumbbell-headline-zh.png"), "the name of the file");
}

#[test]
fn picture_svg_and_alternative_text_go_to_the_clipboard() {
    let mut story = window(Lang::En, Answers::default());
    open_export(&mut story);
    let copied = |story: &mut Story, button: &str| {
        // Step by step: a frame that is not looked at could be the one that copies.
        story.get_by_role_and_label(Role::Button, button).click_accesskit();
        let mut found = None;
        let patience = std::time::Instant::now() + std::time::Duration::from_secs(20);
        while found.is_none() {
            assert!(std::time::Instant::now() < patience, "nothing was copied");
            story.step();
            found =
                story.output().platform_output.commands.iter().find_map(|command| match command {
                    OutputCommand::CopyImage(image) => Some((image.size, String::new())),
                    OutputCommand::CopyText(text) => Some(([0, 0], text.clone())),
                    _ => None,
                });
        }
        found.expect("the loop has ended")
    };
    let (size, _) = copied(&mut story, "Copy image");
    assert_eq!(size, [3840, 2160]);
    until(&mut story, "the message", |story| shows(story, "Image copied, 3840 × 2160 px"));
    until(&mut story, "what to do without a clipboard", |story| shows(story, "use Save… instead"));
    let (_, svg) = copied(&mut story, "Copy SVG");
    assert!(svg.starts_with("<?xml") && svg.contains(&bundled_report().text().sha256));
    let (_, alt) = copied(&mut story, "Copy alt text");
    assert!(alt.starts_with("Dumbbell chart."), "{alt}");
}

#[test]
fn choices_can_be_kept_under_a_name_and_forgotten_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let settings = folder.path().join("settings.ron");
    let start = || window_with(Lang::En, Answers::default(), None, Some(settings.clone()));
    let mut story = start();
    open_export(&mut story);
    press(&mut story, Role::RadioButton, "Paper 84 mm");
    press(&mut story, Role::RadioButton, "PDF");
    press(&mut story, Role::Link, "Keep as preset…");
    write(&mut story, "Name of the preset", "Journal");
    story.key_press(Key::Enter);
    story.run_ok();
    assert!(story.query_by_label("Save…").is_some(), "Enter kept the name and exported nothing");
    press(&mut story, Role::RadioButton, "Slide");
    assert!(!is_on(&story, Role::CheckBox, "Journal"));
    drop(story);

    let mut story = start();
    open_export(&mut story);
    press(&mut story, Role::CheckBox, "Journal");
    assert!(
        is_on(&story, Role::RadioButton, "PDF") && is_on(&story, Role::RadioButton, "Paper 84 mm")
    );
    press(&mut story, Role::Button, "Remove preset Journal");
    assert!(story.query_by_label("Journal").is_none());
    drop(story);
    let mut story = start();
    open_export(&mut story);
    assert!(story.query_by_label("Journal").is_none());
}

/// A person who takes time in the dialog for a new file.
struct Slow {
    answered: std::sync::Mutex<std::sync::mpsc::Receiver<std::path::PathBuf>>,
}

impl report_explorer::app::FileDialogs for Slow {
    fn ask(&self, _: &report_explorer::app::FileQuestion) -> Option<std::path::PathBuf> {
        self.answered.lock().expect("one asks").recv().ok()
    }
}

/// The window with the export dialog left while the system's dialog is still open, and how to answer that.
fn left_while_asking(beside: bool) -> (Story, std::sync::mpsc::Sender<std::path::PathBuf>) {
    let (answer, answered) = std::sync::mpsc::channel();
    let dialogs = Slow { answered: answered.into() };
    let mut story = super::opened([1280.0, 800.0], None, None, Lang::En, dialogs);
    story.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    story.run_ok();
    open_export(&mut story);
    if beside {
        press(&mut story, Role::CheckBox, "Data as tables beside it");
    }
    press(&mut story, Role::Button, "Save…");
    story.key_press(Key::Escape);
    story.run_ok();
    assert!(story.query_by_label("Save…").is_none(), "the dialog is gone");
    (story, answer)
}

#[test]
fn a_question_that_comes_after_the_dialog_was_left_is_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("chart-figures.csv"), "mine").expect("written");
    let (mut story, answer) = left_while_asking(true);
    answer.send(folder.path().join("chart.png")).expect("it waits");
    until(&mut story, "the question", |story| shows(story, "chart-figures.csv"));
    press(&mut story, Role::Button, "Keep both");
    until(&mut story, "the message", |story| shows(story, "Saved chart.png"));
    assert!(names(folder.path()).contains(&"chart-figures (2).csv".to_owned()));
}

#[test]
fn a_file_that_is_saved_later_closes_no_other_dialog() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut story, answer) = left_while_asking(false);
    story.key_press(Key::F1);
    story.run_ok();
    assert!(shows(&story, "Shortcuts"));
    answer.send(folder.path().join("chart.png")).expect("it waits");
    until(&mut story, "the message", |story| shows(story, "Saved chart.png"));
    story.run_ok();
    assert!(shows(&story, "Shortcuts"), "the help is still there");
}

/// The dialog for several charts with two of them chosen.
fn two_charts(story: &mut Story, lang: Lang) {
    open_export(story);
    press(story, Role::RadioButton, lang.choose("多个图表", "Several charts"));
    press(story, Role::Link, lang.choose("全不选", "None"));
    let spec = |kind| {
        report_explorer::chart::ChartSpec::new(kind, report_explorer::chart::Scope::Headline)
    };
    for kind in
        [report_explorer::chart::ChartKind::Bars, report_explorer::chart::ChartKind::Dumbbell]
    {
        let title = report_explorer::chart::title(&bundled_report(), &spec(kind), lang);
        let at = usize::from(kind == report_explorer::chart::ChartKind::Bars);
        let boxes = story.query_all_by_role(Role::CheckBox);
        let named = boxes.filter(|node| node.accesskit_node().label() == Some(title.clone()));
        named.collect::<Vec<_>>()[at].click_accesskit();
        story.run_ok();
    }
}

#[test]
fn several_charts_go_into_a_folder_and_nothing_is_replaced_unasked() {
    let folder = tempfile::tempdir().expect("a folder");
    let answers = Answers { folder: Some(folder.path().to_owned()), ..Answers::default() };
    let mut story = window(Lang::Zh, answers);
    two_charts(&mut story, Lang::Zh);
    press(&mut story, Role::CheckBox, "SVG");
    press(&mut story, Role::CheckBox, "PNG");
    assert!(shows(&story, "已选 2 / "), "how many");
    press(&mut story, Role::Button, "全部保存…");
    until(&mut story, "the message", |story| shows(story, "已写入 4 个文件"));
    let first = names(folder.path());
    assert!(first.contains(&"index.html".to_owned()) && first.len() == 4, "{first:?}");

    open_export(&mut story);
    press(&mut story, Role::Button, "全部保存…");
    until(&mut story, "the question", |story| shows(story, "有同名文件"));
    assert!(shows(&story, "index.csv"), "which");
    press(&mut story, Role::Button, "不写了");
    assert_eq!(names(folder.path()), first);
    press(&mut story, Role::Button, "全部保存…");
    until(&mut story, "the question", |story| shows(story, "有同名文件"));
    press(&mut story, Role::Button, "保留两者，加序号");
    until(&mut story, "the end", |story| {
        !shows(story, "导出图表") || names(folder.path()).len() == 8
    });
    assert!(names(folder.path()).iter().any(|name| name.ends_with("(2).svg")));
}

#[test]
fn several_charts_are_in_the_order_and_with_the_labels_that_were_chosen() {
    let folder = tempfile::tempdir().expect("a folder");
    let answers = Answers { folder: Some(folder.path().to_owned()), ..Answers::default() };
    let mut story = window(Lang::Zh, answers);
    two_charts(&mut story, Lang::Zh);
    press(&mut story, Role::CheckBox, "SVG");
    press(&mut story, Role::CheckBox, "PNG");
    press(&mut story, Role::RadioButton, "数值");
    press(&mut story, Role::RadioButton, "按目标");
    assert!(shows(&story, "个图表：图像 2 个，索引文件 2 个"), "what the files are");
    press(&mut story, Role::Button, "全部保存…");
    until(&mut story, "the message", |story| shows(story, "已写入 4 个文件"));
    let window = folder.path().join("shenyang-2022-dumbbell-headline-zh.svg");
    let options = ["--preset", "slide", "--labels", "value", "--order", "value", "--lang", "zh"];
    let line = from_command_line(&options, &folder.path().join("line.svg"));
    assert!(std::fs::read(window).expect("written") == line, "they differ");
}

#[test]
fn format_and_chart_are_not_forgotten_between_one_chart_and_several() {
    let mut story = window(Lang::En, Answers::default());
    open_export(&mut story);
    press(&mut story, Role::RadioButton, "PDF");
    press(&mut story, Role::RadioButton, "Several charts");
    assert!(is_on(&story, Role::CheckBox, "PDF") && !is_on(&story, Role::CheckBox, "PNG"));
    assert!(shows(&story, "dumbbell-headline-en.pdf"), "the example");
    press(&mut story, Role::CheckBox, "SVG");
    press(&mut story, Role::CheckBox, "PDF");
    press(&mut story, Role::RadioButton, "This chart");
    assert!(is_on(&story, Role::RadioButton, "SVG"), "the one format is one of the several");
    story.key_press(Key::Escape);
    story.run_ok();

    // Another chart in the window is the one that is chosen, and its arrangement holds.
    story.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    story.run_ok();
    story.get_by_role_and_label(Role::RadioButton, "Bars").click_accesskit();
    story.run_ok();
    open_export(&mut story);
    press(&mut story, Role::RadioButton, "Several charts");
    assert!(shows(&story, "bars-headline-en.svg"), "the example");
    assert!(shows(&story, "1 of "), "one chart, not the former one as well");
}

#[test]
fn the_keyboard_never_comes_to_what_cannot_be_seen() {
    let mut story = window(Lang::En, Answers::default());
    open_export(&mut story);
    let mut met = Vec::new();
    for _ in 0..60 {
        story.key_press(Key::Tab);
        story.run_ok();
        // Until the scrolling has ended.
        story.run_steps(40);
        let focused = story.query_all(
            egui_kittest::kittest::By::new()
                .predicate(|node| node.is_focused() && node.role() != Role::Window),
        );
        let Some(node) = focused.last() else { continue };
        let name = node.accesskit_node().label().unwrap_or_default();
        let rect = node.rect();
        assert!(rect.top() >= 40.0 && rect.bottom() <= 770.0, "{name}: {rect:?}");
        met.push(name);
    }
    for last in ["Own note", "Data as tables beside it", "Keep as preset…", "Save…"] {
        assert!(met.iter().any(|name| name == last), "{last} is reached: {met:?}");
    }
}

#[test]
fn several_charts_go_into_one_archive() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("charts.zip");
    let answers = Answers { save: Some(path.clone()), ..Answers::default() };
    let mut story = window(Lang::En, answers);
    two_charts(&mut story, Lang::En);
    press(&mut story, Role::RadioButton, "ZIP archive");
    press(&mut story, Role::Button, "Save all…");
    until(&mut story, "the message", |story| shows(story, "1 file written"));
    assert!(std::fs::read(&path).expect("written").starts_with(b"PK"));
}

#[test]
fn a_bad_pattern_is_explained_where_it_is_written() {
    let mut story = window(Lang::En, Answers::default());
    two_charts(&mut story, Lang::En);
    write(&mut story, "File names", "{who}");
    assert!(shows(&story, "there is no {who}"));
    press(&mut story, Role::Button, "Save all…");
    until(&mut story, "the message", |story| {
        story.query_all_by_role(Role::Status).next().is_some()
    });
}

#[test]
fn a_batch_can_be_stopped_and_leaves_whole_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let answers = Answers { folder: Some(folder.path().to_owned()), ..Answers::default() };
    let mut story = window(Lang::En, answers);
    open_export(&mut story);
    press(&mut story, Role::RadioButton, "Several charts");
    press(&mut story, Role::Link, "All");
    press(&mut story, Role::Button, "Save all…");
    until(&mut story, "the progress, for screen readers too", |story| {
        story.query_all_by_role(Role::ProgressIndicator).next().is_some()
    });
    press(&mut story, Role::Button, "Stop");
    until(&mut story, "the message", |story| shows(story, "Stopped"));
    let left = names(folder.path());
    assert!(
        left.iter().all(|name| Path::new(name).extension().is_some_and(|ending| ending == "png")),
        "{left:?}"
    );
    for name in &left {
        let bytes = std::fs::read(folder.path().join(name)).expect("readable");
        assert!(bytes.starts_with(b"\x89PNG") && bytes.ends_with(b"IEND\xaeB`\x82"), "{name}");
    }
    assert!(story.query_by_label("Save all…").is_some(), "the choices are still there");
}
