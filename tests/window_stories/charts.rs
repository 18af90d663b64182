//! Stories of the charts in the window: kinds, scopes, orders and labels, the list of all charts, keyboard and selection.

use egui::Key;
use egui::accesskit::{Role, Toggled};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};

use report_explorer::i18n::Lang;
use report_explorer::i18n::chart_view::ChartWord;

use super::{Answers, Story, bundled_report, choose, click, shows, window};

/// The chart in the middle of the window; the details have a small one too.
fn figure(story: &Story) -> Node<'_> {
    let width = |node: &Node<'_>| {
        let rows = node.query_all_by_role(Role::ListItem);
        rows.map(|row| row.rect().width()).fold(0.0_f32, f32::max)
    };
    let figures = story.query_all_by_role(Role::Figure);
    figures.max_by(|a, b| width(a).total_cmp(&width(b))).expect("there is a chart")
}

/// The rows of the chart as a screen reader says them.
fn marks(story: &Story) -> Vec<String> {
    let rows = figure(story);
    rows.query_all_by_role(Role::ListItem).filter_map(|row| row.accesskit_node().label()).collect()
}

fn mark<'s>(story: &'s Story, name: &'s str) -> Node<'s> {
    figure(story).get_by_label(name)
}

fn chart(lang: Lang) -> Story {
    let mut story = window(lang, Answers::default());
    click(&mut story, lang.choose("图表", "Chart"));
    story
}

fn choose_kind(story: &mut Story, name: &str) {
    // A view of the window may have the same name; the chart's switch stands below it.
    let buttons = story.query_all_by_role_and_label(Role::RadioButton, name);
    buttons.last().unwrap_or_else(|| panic!("no {name}")).click();
    story.run_ok();
}

/// Opens a menu of the chart and takes one of its lines.
fn choose_in(story: &mut Story, menu: &str, line: &str) {
    story.get_by_role_and_label(Role::Button, menu).click();
    story.run_ok();
    story.get_by_role_and_label(Role::MenuItemRadio, line).click();
    story.run_ok();
}

/// The size that the menu says the chart has.
fn chart_size(story: &mut Story) -> String {
    story.get_by_role_and_label(Role::Button, "Size").click();
    story.run_ok();
    let lines = story.query_all_by_role(Role::MenuItemRadio);
    let chosen = lines
        .filter(|line| line.accesskit_node().toggled() == Some(Toggled::True))
        .find_map(|line| line.accesskit_node().label())
        .expect("a size");
    story.key_press(Key::Escape);
    story.run_ok();
    chosen
}

#[test]
fn one_notch_of_the_wheel_is_one_size() {
    let mut story = chart(Lang::En);
    let middle =
        figure(&story).query_all_by_role(Role::ListItem).next().expect("a row").rect().center();
    let mut notch = |up: f32| {
        story.event(egui::Event::PointerMoved(middle));
        story.event(egui::Event::ModifiersChanged(egui::Modifiers::CTRL));
        story.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Line,
            delta: egui::vec2(0.0, up),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Unknown,
            modifiers: egui::Modifiers::CTRL,
        });
        // The wheel is spread over several frames.
        story.run_steps(30);
        story.event(egui::Event::ModifiersChanged(egui::Modifiers::NONE));
        story.run_ok();
        chart_size(&mut story)
    };
    assert_eq!([1.0, 1.0, -1.0, -1.0].map(&mut notch), ["125%", "150%", "125%", "100%"]);
}

#[test]
fn a_chart_of_a_changed_report_has_the_height_that_its_rows_need() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("open.report.ron");
    let all = include_str!("../data/small.report.ron");
    // At first without one of its comparisons.
    let less = all.replacen("indicator: \"high-tech-firms\"", "indicator: \"landfill\"", 1);
    assert_ne!(all, less);
    std::fs::write(&file, less).expect("written");
    let large = || {
        let mut story = super::window_with(Lang::En, Answers::default(), Some(file.clone()), None);
        click(&mut story, "Chart");
        choose_kind(&mut story, "All");
        choose_in(&mut story, "Size", "200%");
        story
    };
    let height = |story: &Story| {
        let chart = figure(story);
        let rows = chart.query_all_by_role(Role::ListItem).map(|row| row.rect());
        rows.reduce(egui::Rect::union).expect("rows").height()
    };
    let mut story = large();
    let before = height(&story);
    std::fs::write(&file, all).expect("written");
    super::until(&mut story, "the change", |story| shows(story, "has been read again"));
    story.run_ok();
    let (after, anew) = (height(&story), height(&large()));
    assert!((after - anew).abs() < 0.5, "{after}: {anew}");
    assert!((after - before).abs() > 10.0, "the heights differ: {before}, {after}");
}

#[test]
fn every_kind_is_one_click_away_in_both_languages() {
    let zh = ["条形图", "子弹图", "总览图", "指标卡", "分布图", "哑铃图"];
    let en = ["Bars", "Bullet", "Overview", "Card", "Profile", "Dumbbell"];
    for (lang, names) in [(Lang::Zh, zh), (Lang::En, en)] {
        let mut story = chart(lang);
        for name in names {
            choose_kind(&mut story, name);
            let buttons = story.query_all_by_role_and_label(Role::RadioButton, name);
            let button = buttons.last().expect("there");
            assert_eq!(button.accesskit_node().toggled(), Some(Toggled::True), "{name}");
            assert!(!marks(&story).is_empty(), "{name} draws rows");
        }
    }
}

#[test]
fn a_kind_without_anything_to_show_is_not_offered() {
    // The headline targets are rates: no quotient is to be had of them.
    let mut story = chart(Lang::Zh);
    let ratio =
        |story: &Story| story.query_by_role_and_label(Role::RadioButton, "倍数图").is_some();
    assert!(!ratio(&story));
    choose_kind(&mut story, "全部对照");
    assert!(ratio(&story));
}

#[test]
fn each_mark_says_both_figures_and_what_comes_of_them() {
    let story = chart(Lang::En);
    let marks = marks(&story);
    assert!(
        marks.iter().any(|mark| mark.contains("actual (2021)") && mark.contains("difference")),
        "{marks:?}"
    );
    assert!(marks.iter().any(|mark| mark.contains("not comparable")), "{marks:?}");
}

#[test]
fn clicking_a_mark_selects_its_indicator_everywhere() {
    let mut story = chart(Lang::Zh);
    let mark =
        marks(&story).into_iter().find(|mark| mark.starts_with("城镇登记失业率")).expect("there");
    self::mark(&story, &mark).click();
    story.run_ok();
    // The details say it in the report's own words.
    let report = bundled_report();
    let figure = report
        .figures()
        .iter()
        .find(|figure| figure.wording.contains("3.7%"))
        .expect("in the report");
    assert!(shows(&story, &figure.clause.text), "the clause");
    click(&mut story, "所选指标");
    assert_eq!(marks(&story), [mark]);
}

#[test]
fn the_arrow_keys_walk_from_mark_to_mark_and_select() {
    let mut story = chart(Lang::En);
    let all = marks(&story);
    mark(&story, &all[0]).focus();
    story.run_ok();
    story.key_press(Key::ArrowDown);
    story.run_ok();
    story.key_press(Key::ArrowDown);
    story.run_ok();
    assert!(mark(&story, &all[2]).accesskit_node().is_focused(), "{}", all[2]);
    story.key_press(Key::End);
    story.run_ok();
    let last = all.last().expect("there are rows");
    assert!(mark(&story, last).accesskit_node().is_focused(), "{last}");
    let name = last.split(':').next().unwrap_or_default();
    assert!(shows(&story, name.trim_end_matches(", growth")), "{name} is in the details");
    story.key_press(Key::Home);
    story.run_ok();
    assert!(mark(&story, &all[0]).accesskit_node().is_focused());
}

#[test]
fn an_order_by_difference_sorts_the_marks_and_can_be_taken_back() {
    for lang in Lang::ALL {
        let mut story = chart(lang);
        let before = marks(&story);
        let order = ChartWord::Order.text(lang);
        choose_in(&mut story, order, lang.choose("按差距", "By difference"));
        let after = marks(&story);
        assert_ne!(before, after);
        assert!(
            after[0].contains(lang.choose("固定资产投资", "Fixed-asset investment")),
            "{after:?}"
        );
        choose_in(&mut story, order, lang.choose("报告顺序", "As in the report"));
        assert_eq!(marks(&story), before);
    }
}

#[test]
fn the_list_of_charts_leads_to_a_field_of_policy() {
    for lang in Lang::ALL {
        let mut story = chart(lang);
        let before = marks(&story);
        let innovation = lang.choose("科技创新", "Science and innovation");
        story.get_by_role_and_label(Role::Button, ChartWord::AllCharts.text(lang)).click();
        story.run_ok();
        // The list scrolls; a screen reader does not need that.
        story.get_by_role_and_label(Role::MenuItemRadio, innovation).click_accesskit();
        story.run_ok();
        let after = marks(&story);
        assert_ne!(before, after);
        assert!(after[0].contains(lang.choose("技术合同", "technology contracts")), "{after:?}");
    }
}

#[test]
fn a_bar_of_the_profile_leads_to_its_section() {
    let mut story = chart(Lang::Zh);
    choose(&mut story, "全部章节");
    choose_kind(&mut story, "全部对照");
    choose_kind(&mut story, "分布图");
    let place = marks(&story).into_iter().find(|mark| mark.contains("创新能力")).expect("there");
    mark(&story, &place).click();
    story.run_ok();
    let chosen = story
        .query_all_by_role(Role::TreeItem)
        .find(|item| item.accesskit_node().is_selected() == Some(true))
        .and_then(|item| item.accesskit_node().label())
        .expect("one is chosen");
    assert!(chosen.contains("创新能力"), "{chosen}");
}

#[test]
fn a_profile_counts_whole_sections_and_never_the_headline_targets_alone() {
    let mut story = chart(Lang::En);
    let is_on = |story: &Story, name: &str| {
        let button = story.get_by_role_and_label(Role::RadioButton, name);
        button.accesskit_node().toggled() == Some(Toggled::True)
    };
    assert!(is_on(&story, "Headline"));
    choose_kind(&mut story, "Profile");
    assert!(is_on(&story, "All") && is_on(&story, "Profile"));
    let whole = marks(&story);
    choose(&mut story, "3.3 ");
    assert_ne!(marks(&story), whole);
    choose(&mut story, "Whole report");
    assert_eq!(marks(&story), whole);
    choose_kind(&mut story, "Headline");
    assert!(is_on(&story, "Headline") && is_on(&story, "Dumbbell"));
}

#[test]
fn a_chart_of_the_whole_report_fits_the_window_or_scrolls_as_one_likes() {
    let mut story = chart(Lang::Zh);
    choose_kind(&mut story, "全部对照");
    let height = |story: &Story| {
        let figure = figure(story);
        let rows = figure.query_all_by_role(Role::ListItem).map(|row| row.rect());
        let rows: Vec<egui::Rect> = rows.collect();
        let (first, last) = (rows.first().expect("rows"), rows.last().expect("rows"));
        last.bottom() - first.top()
    };
    let scrolling = height(&story);
    assert!(scrolling > 800.0, "{scrolling}: higher than the window");
    choose_in(&mut story, "大小", "适合窗口");
    assert!(height(&story) < 700.0, "{}", height(&story));
    choose_in(&mut story, "大小", "150%");
    assert!(height(&story) > scrolling * 1.2, "{}", height(&story));
}
