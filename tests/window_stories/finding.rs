//! Stories of search, facets and table.

use egui::accesskit::{Role, SortDirection, Toggled};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use report_explorer::i18n::{Lang, overview, terms};
use report_explorer::model::{Bound, Demand, Role as FigureRole, Verdict};

use super::{
    Answers, Story, bundled_report, click, cut_texts, painted_texts, rows, show_table, shows,
    tree_item, until, window, window_with,
};

fn table(lang: Lang) -> Story {
    show_table(window(lang, Answers::default()))
}

/// Types into the search field as a person does: the keys that lead there, then the words.
fn search(story: &mut Story, words: &str) {
    story.key_press_modifiers(Modifiers::COMMAND, Key::F);
    story.run_ok();
    let field = story.get_by_role(Role::TextInput);
    assert!(field.is_focused(), "the keys lead to the search field");
    field.type_text(words);
    story.run_ok();
}

fn status(story: &Story) -> String {
    let node = story.query_by_role(Role::Status).expect("the place is said");
    node.accesskit_node().label().expect("in words")
}

/// How many rows the status line says there are.
fn listed(story: &Story) -> usize {
    let said = story
        .query_all_by_role(Role::Label)
        .filter_map(|node| node.accesskit_node().value())
        .find(|value| value.contains("显示 ") || value.contains("showing "))
        .expect("the status line");
    let after = said.split_once("显示 ").or_else(|| said.split_once("showing ")).expect("there").1;
    after.chars().take_while(char::is_ascii_digit).collect::<String>().parse().expect("a number")
}

fn header<'a>(story: &'a Story, name: &'a str) -> egui_kittest::Node<'a> {
    story.get_by_role_and_label(Role::ColumnHeader, name)
}

/// What the rows that are seen have in the column at `at`.
fn column(story: &Story, at: usize) -> Vec<String> {
    let rows = story.query_all_by_role(Role::Row);
    rows.filter_map(|row| {
        let cells = row
            .children_recursive()
            .filter(|cell| matches!(cell.accesskit_node().role(), Role::Cell | Role::RowHeader));
        cells.into_iter().nth(at).and_then(|cell| cell.accesskit_node().label())
    })
    .collect()
}

#[test]
fn a_search_by_initials_leaves_the_rows_it_means_and_counts_them() {
    let mut story = table(Lang::Zh);
    let all = listed(&story);
    search(&mut story, "dqsczz");
    assert!(listed(&story) < all);
    let found = rows(&story);
    assert!(!found.is_empty() && found.iter().all(|row| row.contains("地区生产总值")), "{found:?}");
    assert_eq!(status(&story), format!("第 1 / {} 行", found.len()));
    let root = tree_item(&story, "全部章节");
    let total = bundled_report().figures().len();
    assert!(!root.contains(&total.to_string()), "the tree counts what is found: {root}");
    story.key_press(Key::Escape);
    story.run_ok();
    assert_eq!(listed(&story), all, "Escape empties the field");
}

#[test]
fn the_ways_of_typing_one_thing_find_the_same() {
    for words in ["地区生产总值", "diqushengchan", "ＤＱＳＣＺＺ"] {
        let mut story = table(Lang::Zh);
        search(&mut story, words);
        assert!(rows(&story)[0].starts_with("地区生产总值"), "{words}: {:?}", rows(&story));
    }
    for words in ["１．２万", "12000", "一万二"] {
        let mut story = table(Lang::Zh);
        search(&mut story, words);
        assert!(rows(&story).iter().any(|row| row.contains("1.2万个")), "{words}");
    }
    let mut story = table(Lang::En);
    search(&mut story, "gdp");
    assert!(rows(&story).iter().any(|row| row.contains("(GDP)")), "{:?}", rows(&story));
}

#[test]
fn a_pasted_link_leads_to_its_figure_and_one_to_another_report_says_so() {
    let mut story = table(Lang::En);
    search(&mut story, "shenyang-2022#gdp-target");
    assert_eq!(rows(&story).len(), 1);
    let mut story = table(Lang::En);
    search(&mut story, "elsewhere-2022#gdp");
    assert!(rows(&story).is_empty());
    assert!(shows(&story, "This link leads to another report"));
}

#[test]
fn what_is_not_there_is_said_and_one_click_takes_everything_back() {
    let mut story = table(Lang::Zh);
    let all = listed(&story);
    search(&mut story, "没有这个词");
    assert!(rows(&story).is_empty());
    assert!(shows(&story, "没有符合条件的数据"));
    click(&mut story, "清除筛选");
    assert_eq!(listed(&story), all);
}

#[test]
fn enter_walks_through_what_was_found() {
    let mut story = table(Lang::En);
    search(&mut story, "income");
    let found = rows(&story).len();
    assert!(found > 1);
    assert_eq!(status(&story), format!("1 of {found}"));
    story.key_press(Key::Enter);
    story.run_ok();
    assert_eq!(status(&story), format!("2 of {found}"));
    story.key_press_modifiers(Modifiers::SHIFT, Key::Enter);
    story.run_ok();
    assert_eq!(status(&story), format!("1 of {found}"));
}

#[test]
fn a_search_from_the_overview_brings_the_table() {
    let mut story = window(Lang::Zh, Answers::default());
    story.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    story.run_ok();
    let shown = |story: &Story| story.query_by_label("复制与保存").is_some();
    assert!(!shown(&story));
    search(&mut story, "失业率");
    assert!(shown(&story));
    assert!(rows(&story).iter().any(|row| row.contains("失业率")));
}

#[test]
fn chips_narrow_the_table_and_say_beforehand_to_how_many_rows() {
    for (lang, target) in [(Lang::Zh, "目标 "), (Lang::En, "Target ")] {
        let mut story = table(lang);
        let all = listed(&story);
        let chip = story
            .query_all_by_role(Role::Button)
            .filter_map(|node| node.accesskit_node().label())
            .find(|label| label.starts_with(target))
            .expect("a chip for targets");
        let promised: usize = chip.trim_start_matches(target).parse().expect("a count");
        click(&mut story, &chip);
        assert_eq!(listed(&story), promised);
        let chip = story.get_by_role_and_label(Role::Button, &chip);
        assert_eq!(chip.accesskit_node().toggled(), Some(Toggled::True));
        chip.click();
        story.run_ok();
        assert_eq!(listed(&story), all, "a second click takes it back");
    }
}

#[test]
fn facets_in_the_menu_add_up_inside_and_cut_down_across() {
    let mut story = table(Lang::En);
    click(&mut story, "Filter");
    story.get_by_role_and_label(Role::Tab, "Bound").click();
    story.run_ok();
    let value = |story: &Story, starts: &str| {
        story
            .query_all_by_role(Role::MenuItemCheckBox)
            .filter_map(|node| node.accesskit_node().label())
            .find(|label| label.starts_with(starts))
            .unwrap_or_else(|| panic!("no {starts}"))
    };
    let at_least = value(&story, "At least ");
    story.get_by_role_and_label(Role::MenuItemCheckBox, &at_least).click();
    story.run_ok();
    let floors = listed(&story);
    assert_eq!(at_least, format!("At least {floors}"));
    let more_than = value(&story, "More than ");
    story.get_by_role_and_label(Role::MenuItemCheckBox, &more_than).click();
    story.run_ok();
    assert!(listed(&story) > floors, "either of the two");
    story.get_by_role_and_label(Role::Tab, "Role").click();
    story.run_ok();
    let target = value(&story, "Target ");
    let promised: usize = target.trim_start_matches("Target ").parse().expect("a count");
    let either = listed(&story);
    story.get_by_role_and_label(Role::MenuItemCheckBox, &target).click();
    story.run_ok();
    assert!(listed(&story) == promised && promised < either);
    let report = bundled_report();
    let fits = report.figures().iter().filter(|figure| {
        figure.role == FigureRole::Target
            && matches!(figure.quantity.bound(), Bound::AtLeast | Bound::MoreThan)
            && figure.repeats.is_none()
    });
    assert_eq!(promised, fits.count());
    story.key_press(Key::Escape);
    story.run_ok();
    click(&mut story, "Clear filters");
    assert!(listed(&story) > either);
}

#[test]
fn the_compared_rows_are_one_click_away() {
    let mut story = table(Lang::Zh);
    let chip = format!("有对照 {}", bundled_report().comparisons().len());
    click(&mut story, &chip);
    assert_eq!(listed(&story), bundled_report().comparisons().len());
    let words = Verdict::ALL.map(|one| terms::verdict(one, Lang::Zh));
    assert!(rows(&story).iter().all(|row| words.iter().any(|word| row.contains(word))));
}

#[test]
fn a_head_sorts_numbers_inside_their_unit_and_words_last_and_leads_back_to_the_document() {
    let mut story = table(Lang::Zh);
    let document = rows(&story);
    let sort = |story: &mut Story| {
        header(story, "2022年目标").click();
        story.run_ok();
    };
    sort(&mut story);
    assert_eq!(
        header(&story, "2022年目标").accesskit_node().sort_direction(),
        Some(SortDirection::Ascending)
    );
    let percents = |story: &Story| -> Vec<f64> {
        let (units, targets) = (column(story, 1), column(story, 3));
        let of_percent = units.iter().zip(&targets).take_while(|(unit, _)| *unit == "%");
        of_percent
            // 全部 and 全员 are numbers too: 100 %.
            .map(|(_, target)| {
                let digits: String =
                    target.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
                digits.parse().unwrap_or(100.0)
            })
            .collect()
    };
    let ascending = percents(&story);
    assert!(ascending.len() > 2 && ascending.is_sorted(), "{ascending:?}");
    sort(&mut story);
    let descending = percents(&story);
    assert!(descending.iter().rev().is_sorted() && descending[0] > ascending[0], "{descending:?}");
    sort(&mut story);
    assert_eq!(rows(&story), document, "the third click is the document's order");
}

#[test]
fn a_condition_on_a_column_keeps_what_it_says() {
    let mut story = table(Lang::En);
    let all = listed(&story);
    click(&mut story, "Menu of 2022 target");
    story.get_by_role_and_label(Role::MenuItemRadio, "is worded").click();
    story.run_ok();
    let worded = listed(&story);
    assert!(worded > 0 && worded < all);
    story.get_by_role_and_label(Role::MenuItemRadio, "≥").click();
    story.run_ok();
    let field = story
        .query_all_by_role(Role::TextInput)
        .find(|node| node.accesskit_node().label().as_deref() == Some("Value of the condition"))
        .expect("a field for the value");
    field.focus();
    story.run_ok();
    let field = story
        .query_all_by_role(Role::TextInput)
        .find(|node| node.accesskit_node().label().as_deref() == Some("Value of the condition"))
        .expect("a field for the value");
    field.type_text("1万");
    story.run_ok();
    let report = bundled_report();
    let large = report.figures().iter().filter(|figure| {
        figure.role == FigureRole::Target
            && figure.repeats.is_none()
            && figure.quantity.value().is_some_and(|value| value >= 10_000.into())
    });
    assert_eq!(listed(&story), large.count());
}

#[test]
fn a_derived_value_that_is_hidden_is_no_number_to_a_condition() {
    let mut story = table(Lang::En);
    click(&mut story, "Menu of Difference");
    story.get_by_role_and_label(Role::MenuItemRadio, "has a number").click();
    story.run_ok();
    story.key_press(Key::Escape);
    story.run_ok();
    let before = listed(&story);
    click(&mut story, "More");
    click(&mut story, "Hide derived values");
    let report = bundled_report();
    let derived = report.comparisons().iter().filter(|one| one.derived.is_some()).count();
    assert!(derived > 0);
    assert_eq!(listed(&story), before - derived);
}

#[test]
fn a_value_is_typed_to_its_end_though_its_beginning_finds_nothing() {
    let mut story = table(Lang::En);
    let all = listed(&story);
    click(&mut story, "Menu of 2022 target");
    story.get_by_role_and_label(Role::MenuItemRadio, "is").click();
    story.run_ok();
    let value = "Value of the condition";
    story.get_by_role_and_label(Role::TextInput, value).focus();
    story.run_ok();
    let mut counts = Vec::new();
    for key in ["1", "2", "0", "0", "0"] {
        story.event(Event::Text(key.to_owned()));
        story.run_ok();
        counts.push(listed(&story));
    }
    assert!(counts[..4].contains(&0), "the beginning finds nothing: {counts:?}");
    assert!(0 < counts[4] && counts[4] < all, "{counts:?}");
    let field = story.get_by_role_and_label(Role::TextInput, value);
    assert_eq!(field.accesskit_node().value().as_deref(), Some("12000"));
}

#[test]
fn columns_and_numbers_are_chosen_and_remembered() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("settings.ron");
    let start = || show_table(window_with(Lang::En, Answers::default(), None, Some(path.clone())));
    let mut story = start();
    click(&mut story, "Columns");
    story.get_by_role_and_label(Role::MenuItemRadio, "All digits").click();
    story.run_ok();
    story.get_by_role_and_label(Role::MenuItemCheckBox, "Unit").click();
    story.run_ok();
    // The language is written at once, and everything else with it.
    story.key_press(Key::Escape);
    story.run_ok();
    click(&mut story, "中文");
    click(&mut story, "EN");
    drop(story);
    let mut story = start();
    assert!(story.query_by_role_and_label(Role::ColumnHeader, "Unit").is_none());
    search(&mut story, "一万二");
    assert!(
        column(&story, 2).iter().any(|cell| cell.contains("12,000")),
        "{:?}",
        column(&story, 2)
    );
}

#[test]
fn what_is_seen_is_saved_as_it_is_seen_and_everything_as_the_command_line_does() {
    let folder = tempfile::tempdir().expect("a folder");
    let seen = folder.path().join("seen.csv");
    let answers = Answers { save: Some(seen.clone()), ..Answers::default() };
    let mut story = show_table(window(Lang::Zh, answers));
    search(&mut story, "dqsczz");
    let found = rows(&story).len();
    click(&mut story, "复制与保存");
    click(&mut story, "保存所见表格 · CSV");
    until(&mut story, "the message", |story| shows(story, "已保存 seen.csv"));
    let text = std::fs::read_to_string(&seen).expect("written");
    assert!(text.starts_with("\u{feff}指标,单位,"));
    assert_eq!(text.lines().count(), found + 1);

    let all = folder.path().join("all.json");
    let answers = Answers { save: Some(all.clone()), ..Answers::default() };
    let mut story = show_table(window(Lang::Zh, answers));
    search(&mut story, "dqsczz");
    click(&mut story, "复制与保存");
    click(&mut story, "保存全部数据 · JSON");
    until(&mut story, "the message", |story| shows(story, "已保存 all.json"));
    let report = bundled_report();
    let filter = report_explorer::model::FigureFilter::default();
    let same =
        report_explorer::export::tables::figures::table(&report, &filter, Lang::Zh).to_json();
    assert_eq!(std::fs::read_to_string(&all).expect("written"), same);
}

#[test]
fn enter_on_a_row_opens_its_details() {
    let mut story = table(Lang::En);
    story.key_press_modifiers(Modifiers::COMMAND, Key::I);
    story.run_ok();
    let line = rows(&story)[1].clone();
    click(&mut story, &line);
    assert!(!shows(&story, "In the report's words"));
    story.key_press(Key::Enter);
    story.run_ok();
    assert!(shows(&story, "In the report's words"));
}

#[test]
fn one_click_in_the_overview_leaves_the_targets_that_ask_for_less_than_was_reached() {
    for lang in Lang::ALL {
        let mut story = window(lang, Answers::default());
        story.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
        story.run_ok();
        let report = bundled_report();
        let less = report
            .comparisons()
            .iter()
            .filter(|one| one.demand(&report) == Some(Demand::Less))
            .count();
        assert!(less > 2, "the report has some");
        // Whoever counts comes to all the pairs.
        let untold = report.comparisons().iter().filter(|one| one.demand(&report).is_none());
        assert!(shows(&story, &overview::untold(untold.count(), lang)));
        let chip = format!("{} {less}", terms::demand(Some(Demand::Less), lang));
        click(&mut story, &chip);
        let listed = rows(&story);
        assert_eq!(listed.len(), less, "{listed:?}");
        // 315 days were reached, at least 300 are asked for; and a rate that may rise where lower is better.
        for wording in ["不低于300天", "3.7%以内"] {
            assert!(listed.iter().any(|row| row.contains(wording)), "{wording}: {listed:?}");
        }
        click(&mut story, &chip);
        assert!(rows(&story).len() > less);
    }
}

#[test]
fn no_english_word_of_the_table_is_torn() {
    let mut story = table(Lang::En);
    for query in ["", "events", "people", "working days"] {
        search(&mut story, query);
        for galley in painted_texts(&story) {
            let text = galley.job.text.as_str();
            let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
            let mut rest = text;
            for row in &galley.rows {
                let line = row.text();
                let Some(behind) = rest.trim_start().strip_prefix(line.trim()) else { break };
                let torn = letter(line.chars().next_back()) && letter(behind.chars().next());
                assert!(!torn, "{text}");
                rest = behind;
            }
        }
    }
}

#[test]
fn no_figure_of_the_table_is_cut() {
    for lang in Lang::ALL {
        let mut story = table(lang);
        story.key_press_modifiers(Modifiers::COMMAND, Key::K);
        story.run_ok();
        story.event(Event::Text(terms::demand(Some(Demand::Less), lang).to_owned()));
        story.run_ok();
        story.key_press(Key::Enter);
        story.run_ok();
        assert!(shows(&story, "不低于300天"), "{lang:?}");
        assert_eq!(cut_figures(&story), [""; 0], "{lang:?}");
        story.key_press_modifiers(Modifiers::COMMAND, Key::Backspace);
        story.run_ok();
        assert_eq!(cut_figures(&story), [""; 0], "{lang:?}");
    }
}

/// Cut texts that would say another number than the report.
fn cut_figures(story: &Story) -> Vec<String> {
    let report = bundled_report();
    let is_figure =
        |text: &String| report.figures().iter().any(|figure| text.ends_with(&figure.wording));
    cut_texts(story).into_iter().filter(is_figure).collect()
}

#[test]
fn a_row_that_was_found_where_it_is_not_seen_says_where_and_the_details_mark_it() {
    let report = bundled_report();
    // Characters of a clause that stand neither in a name nor in a wording nor in a title.
    let mut seen: String = report.indicators().iter().map(|one| one.name.zh.as_str()).collect();
    seen.extend(report.sections().iter().map(|one| one.title.zh.as_str()));
    seen.extend(report.figures().iter().map(|one| one.wording.as_str()));
    let rare = report.figures().iter().find_map(|figure| {
        let chars: Vec<char> = figure.clause.text.chars().collect();
        let mut pairs = chars.windows(2).map(|pair| pair.iter().collect::<String>());
        let hanzi = |c: char| ('一'..='龥').contains(&c);
        pairs.find(|pair| pair.chars().all(hanzi) && !seen.contains(pair.as_str()))
    });
    let rare = rare.expect("a word of a clause alone");
    for (lang, found) in [(Lang::Zh, "在原文中找到"), (Lang::En, "Found in the clause")] {
        let mut story = window(lang, Answers::default());
        assert!(!rows(&story).iter().any(|row| row.contains(found)));
        story.key_press_modifiers(Modifiers::COMMAND, Key::F);
        story.run_ok();
        story.event(Event::Text(rare.clone()));
        story.run_ok();
        let listed = rows(&story);
        assert!(!listed.is_empty() && listed.iter().all(|row| row.contains(found)), "{listed:?}");
        let marked = painted_texts(&story).into_iter().any(|galley| {
            let job = &galley.job;
            let set_off = |section: &egui::text::LayoutSection| {
                section.format.background != egui::Color32::TRANSPARENT
                    && job.text[section.byte_range.start.0..section.byte_range.end.0] == rare
            };
            job.sections.iter().any(set_off)
        });
        assert!(marked, "{rare} is set off in the details");
    }
}

#[test]
fn with_its_text_a_row_says_that_it_was_found_in_the_sentence() {
    for (lang, found) in [(Lang::Zh, "在原文的整句中找到"), (Lang::En, "Found in the sentence")]
    {
        let desk = super::text::Desk::new();
        let mut story = show_table(desk.attached(lang, super::text::SMALL_TEXT));
        // Before two figures of one sentence, and in no clause.
        search(&mut story, "预计");
        let listed = rows(&story);
        assert!(listed.len() >= 2 && listed.iter().all(|row| row.contains(found)), "{listed:?}");
    }
}

#[test]
fn what_is_found_by_a_number_or_an_id_is_not_said_to_stand_in_the_sentence() {
    for (lang, found) in [(Lang::Zh, "按章节序号或编号找到"), (Lang::En, "Found by number or id")]
    {
        for typed in ["§1.a", "base-stations", "good-air"] {
            let desk = super::text::Desk::new();
            let mut story = show_table(desk.attached(lang, super::text::SMALL_TEXT));
            search(&mut story, typed);
            let listed = rows(&story);
            let said = listed.iter().all(|row| row.contains(found));
            assert!(said && !listed.is_empty(), "{typed}: {listed:?}");
        }
    }
}

#[test]
fn what_is_found_in_a_definition_that_the_row_does_not_show_says_so() {
    let report = bundled_report();
    let of_several = report.indicators().iter().find(|one| one.definitions.len() > 1);
    let of_several = of_several.expect("an indicator that is counted in two ways");
    let titles: String = report.sections().iter().map(|one| one.title.en.as_str()).collect();
    let mut words = of_several.definitions.iter().flat_map(|one| one.text.en.split(' '));
    let word = words.find(|word| word.len() > 5 && !titles.contains(word)).expect("of its own");
    let mut story = table(Lang::Zh);
    search(&mut story, word);
    let listed = rows(&story);
    let its = listed.iter().find(|row| row.starts_with(&of_several.name.zh)).expect("listed");
    assert!(its.contains("在统计内容中找到"), "{word}: {its}");
}
