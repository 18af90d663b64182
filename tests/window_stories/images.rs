//! Stories of exported images that are opened again: the same chart, with nothing but what the image carries.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use report_explorer::i18n::Lang;
use report_explorer::theme::ThemeName;

use super::let_go::LetGo;
use super::{Answers, Story, click, shows, until};

/// A file that `export` wrote.
fn image(folder: &Path, options: &[&str], name: &str) -> PathBuf {
    let path = folder.join(name);
    let mut command = application();
    ran(command.args(["export", "-o"]).arg(&path).args(options));
    path
}

fn application() -> Command {
    Command::new(env!("CARGO_BIN_EXE_report-explorer"))
}

/// What the application says.
fn ran(command: &mut Command) -> String {
    let ran = command.output().expect("it starts");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8_lossy(&ran.stdout).into_owned()
}

/// The window as it opens with a file, without touching anything.
fn opened(file: Option<PathBuf>, lang: Lang) -> Story {
    opened_with(file, lang, Answers::default())
}

fn opened_with(file: Option<PathBuf>, lang: Lang, answers: Answers) -> Story {
    super::opened([1280.0, 800.0], file, None, lang, answers)
}

fn rows_of_chart(story: &Story) -> usize {
    story.query_all_by_role(Role::ListItem).count()
}

#[test]
fn an_image_opens_as_its_chart_with_a_note_whose_data_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["图 1.png", "chart.svg", "chart.pdf"] {
        let options = ["--chart", "dumbbell-3.2", "--title", "A title of its own"];
        let path = image(folder.path(), &options, name);
        let mut story = opened(Some(path), Lang::En);
        assert!(shows(&story, &format!("the data of the image {name}, ")), "the note");
        assert!(rows_of_chart(&story) > 0, "the chart is shown");
        // Its own title is the image's, and goes into the next file.
        story.key_press_modifiers(Modifiers::COMMAND, Key::E);
        story.run_ok();
        let ending = name.rsplit('.').next().unwrap_or_default();
        assert!(shows(&story, &format!("dumbbell-3.2-zh.{ending}")), "language and format too");
        click(&mut story, "Cancel");
        click(&mut story, "Open the bundled report");
        until(&mut story, "the whole report", |story| !shows(story, "The image "));
    }
}

#[test]
fn an_image_and_inspect_count_its_figures_alike() {
    let folder = tempfile::tempdir().expect("a folder");
    // A share carries what it is a share of.
    for kind in ["dumbbell-headline", "ratio", "profile"] {
        let path = image(folder.path(), &["--chart", kind], &format!("{kind}.svg"));
        for lang in Lang::ALL {
            let mut inspect = application();
            let said = ran(inspect.arg("inspect").arg(&path).args(["--lang", lang.key()]));
            let label = lang.choose("数据：", "figures: ");
            let count = said.lines().find_map(|line| line.strip_prefix(label)).expect("a count");
            let story = opened(Some(path.clone()), lang);
            assert!(shows(&story, &format!("{}{count}", lang.choose("的数据，", ", "))), "{count}");
        }
    }
}

#[test]
fn an_opened_image_looks_as_it_was_exported_until_another_chart_is_chosen() {
    let folder = tempfile::tempdir().expect("a folder");
    let look = ["--lang", "en", "--theme", "dark", "--without", "legend"];
    let options = ["--chart", "overview-1.5"].into_iter().chain(look).collect::<Vec<_>>();
    let path = image(folder.path(), &options, "a.png");
    let mut story = opened(Some(path), Lang::Zh);
    let is_on = |story: &Story, label: &str| {
        let button = story.get_by_role_and_label(Role::RadioButton, label);
        button.accesskit_node().toggled() == Some(Toggled::True)
    };
    let english = |story: &Story| {
        let rows = story.query_all_by_role(Role::ListItem);
        rows.filter(|row| row.accesskit_node().label().is_some_and(|said| said.contains("target")))
            .count()
    };
    assert!(is_on(&story, "图像") && !is_on(&story, "所选指标"));
    let rows = english(&story);
    assert!(rows > 1, "in the image's language");
    click(&mut story, "所选指标");
    assert!(is_on(&story, "所选指标"));
    assert!(rows_of_chart(&story) >= 1 && english(&story) == 0, "as in the window");
    click(&mut story, "图像");
    assert_eq!(english(&story), rows, "and back");
}

#[test]
fn the_own_chart_of_an_image_of_one_indicator_is_the_image_in_the_list_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = image(folder.path(), &["--chart", "dumbbell-gdp", "--lang", "en"], "a.png");
    let mut story = opened(Some(path), Lang::Zh);
    let is_on = |story: &Story, label: &str| {
        let button = story.get_by_role_and_label(Role::RadioButton, label);
        button.accesskit_node().toggled() == Some(Toggled::True)
    };
    for elsewhere in [true, false] {
        if elsewhere {
            click(&mut story, "所选指标");
            assert!(!is_on(&story, "图像"));
        }
        story.get_by_role_and_label(Role::Button, "全部图表").click();
        story.run_ok();
        story.get_by_role(Role::MenuItemRadio).click();
        story.run_ok();
        assert!(is_on(&story, "图像"));
    }
}

#[test]
fn an_opened_image_is_exported_again_as_the_same_bytes() {
    let folder = tempfile::tempdir().expect("a folder");
    let look = [
        ["--preset", "paper-174mm"],
        ["--lang", "both"],
        ["--theme", "print"],
        ["--background", "white"],
        ["--digits", "full"],
        ["--order", "value"],
        ["--labels", "difference"],
        ["--without", "legend,derived"],
        ["--title", "A title of its own"],
        ["--text", "text"],
    ];
    for (name, size) in
        [("a.pdf", None), ("b.svg", Some("140mmx120.5mm")), ("c.png", Some("1200x900"))]
    {
        let mut options = vec!["--chart", "dumbbell-headline"];
        let own_page = |pair: &&[&'static str; 2]| size.is_none() || pair[0] != "--preset";
        options.extend(look.iter().filter(own_page).flatten());
        options.extend(size.into_iter().flat_map(|size| ["--size", size]));
        let path = image(folder.path(), &options, name);
        let again = folder.path().join(format!("again-{name}"));
        let mut story = opened_with(
            Some(path.clone()),
            Lang::Zh,
            Answers { save: Some(again.clone()), ..Answers::default() },
        );
        story.key_press_modifiers(Modifiers::COMMAND, Key::E);
        story.run_ok();
        click(&mut story, "保存…");
        until(&mut story, "the message", |story| shows(story, "已保存"));
        let bytes = |path: &Path| std::fs::read(path).expect("there");
        assert!(bytes(&path) == bytes(&again), "{name} became another file");
    }
}

#[test]
fn nothing_of_an_image_is_shown_as_all_of_something_that_it_does_not_hold_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = image(folder.path(), &["--chart", "dumbbell-innovation"], "a.png");
    let mut story = opened(Some(path.clone()), Lang::En);
    let own = rows_of_chart(&story);
    for scope in ["Headline", "All", "Section"] {
        assert!(story.query_by_role_and_label(Role::RadioButton, scope).is_none(), "{scope}");
    }
    assert!(story.query_by_role_and_label(Role::RadioButton, "Profile").is_none());
    assert!(story.query_by_role_and_label(Role::RadioButton, "Ratio").is_some());
    // The list has its own chart and the indicators, and nothing else.
    story.get_by_role_and_label(Role::Button, "All charts").click();
    story.run_ok();
    let lines = |story: &Story| {
        let lines = story.query_all_by_role(Role::MenuItemRadio);
        lines.filter_map(|line| line.accesskit_node().label()).collect::<Vec<_>>()
    };
    assert_eq!(lines(&story), ["Science and innovation"]);
    story.key_press(Key::Escape);
    story.run_ok();
    // Whatever section one looks at.
    for section in ["Whole report", "3.3 "] {
        super::choose(&mut story, section);
        assert_eq!(rows_of_chart(&story), own, "{section}");
    }
    story.key_press_modifiers(Modifiers::COMMAND, Key::K);
    story.run_ok();
    assert!(!shows(&story, "Headline targets") && !shows(&story, "Chosen section"));
    story.key_press(Key::Escape);
    story.run_ok();
    story.key_press_modifiers(Modifiers::COMMAND, Key::E);
    story.run_ok();
    click(&mut story, "Several charts");
    for chart in ["All comparisons", "Headline targets", "Where the figures"] {
        assert!(!shows(&story, chart), "{chart}");
    }
}

#[test]
fn an_image_that_is_dropped_on_the_window_opens() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = image(folder.path(), &["--chart", "profile"], "profile.png");
    let mut story = opened(None, Lang::Zh);
    story.input_mut().dropped_files.push(Arc::new(LetGo(path)));
    story.run_ok();
    until(&mut story, "the note", |story| shows(story, "图像“profile.png”的数据"));
}

#[test]
fn the_text_behind_an_image_is_not_said_to_have_unexplained_numbers() {
    let desk = super::text::Desk::new();
    drop(desk.attached(Lang::En, super::text::SMALL_TEXT));
    let path = desk.folder.path().join("图.png");
    let ran = Command::new(env!("CARGO_BIN_EXE_report-explorer"))
        .args(["export", super::text::SMALL, "--chart", "dumbbell", "-o"])
        .arg(&path)
        .output()
        .expect("it starts");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let size = [1280.0, 800.0];
    let mut story =
        super::opened(size, Some(path), Some(desk.settings()), Lang::En, Answers::default());
    super::text::show_text(&mut story, Lang::En);
    until(&mut story, "the text", |story| !super::text::figures(story).is_empty());
    story.run_ok();
    for said in ["unexplained", "not captured", "nobody"] {
        assert!(!shows(&story, said), "{said}: of the report's figures it has only its own");
    }
    assert!(shows(&story, " captured"), "its own are counted");
}

#[test]
fn images_without_data_and_strangers_are_refused_with_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let bare = image(folder.path(), &["--chart", "profile", "--no-data"], "bare.svg");
    let story = opened(Some(bare), Lang::En);
    assert!(shows(&story, "exported without its data"));
    let stranger = folder.path().join("stranger.png");
    std::fs::write(&stranger, b"\x89PNG\r\n\x1a\n").expect("written");
    let story = opened(Some(stranger), Lang::En);
    assert!(shows(&story, "damaged or incomplete"));
}

#[test]
fn an_open_image_that_is_exported_anew_as_another_chart_shows_that_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = image(folder.path(), &["--chart", "bars-headline"], "a.svg");
    let mut story = opened(Some(path), Lang::En);
    let is_on = |story: &Story, label: &str| {
        let mut buttons = story.query_all_by_role_and_label(Role::RadioButton, label);
        buttons.any(|button| button.accesskit_node().toggled() == Some(Toggled::True))
    };
    assert!(is_on(&story, "Bars") && is_on(&story, "Image"));
    image(folder.path(), &["--chart", "bullet-headline", "--overwrite"], "a.svg");
    until(&mut story, "the change", |story| shows(story, "has been read again"));
    story.run_ok();
    assert!(is_on(&story, "Bullet") && is_on(&story, "Image"));
}

#[test]
fn what_the_pointer_is_told_over_an_image_has_the_colours_of_the_window() {
    let folder = tempfile::tempdir().expect("a folder");
    let options = ["--chart", "dumbbell-headline", "--theme", "light", "--lang", "en"];
    let path = image(folder.path(), &options, "a.svg");
    let mut story = opened(Some(path), Lang::En);
    assert_eq!(story.ctx.theme(), egui::Theme::Dark);
    let rows = story.query_all_by_role(Role::ListItem);
    let row = rows.max_by(|a, b| a.rect().width().total_cmp(&b.rect().width()));
    row.expect("a row").hover();
    for _ in 0..60 {
        story.step();
    }
    let of_role = |theme: ThemeName| {
        let colour = theme.palette().actual;
        let told = super::painted_texts(&story);
        let told = told.iter().filter(|told| told.job.text.starts_with("Actual, "));
        let sections = told.flat_map(|told| &told.job.sections);
        sections.filter(|section| section.format.color == colour).count()
    };
    assert!(of_role(ThemeName::Dark) > 0, "on the ground of the window");
    assert_eq!(of_role(ThemeName::Light), 0);
}
