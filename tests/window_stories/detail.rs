//! Stories of the detail panel: everything that is known of a figure, ways on from it, references and links.

use report_explorer::i18n::window::Word;
use report_explorer::model::{Comparison, Verdict};

use super::*;

const SMALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/small.report.ron");

fn small(lang: Lang) -> Story {
    window_with(lang, Answers::default(), Some(SMALL.into()), None)
}

/// Clicks the row whose name holds `name`.
fn select(story: &mut Story, name: &str) {
    let row = rows(story).into_iter().find(|row| row.contains(name)).expect("a row");
    click(story, &row);
}

/// What is on the clipboard after the last frame.
fn copied(story: &Story) -> Option<String> {
    story.output().platform_output.commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    })
}

#[test]
fn a_figure_says_value_bound_commitment_basis_period_status_and_place() {
    let mut story = small(Lang::Zh);
    select(&mut story, "高新技术企业");
    for fact in [
        "数值 ≥ 150家",
        "界 不低于（以上）",
        "承诺 确保",
        "时期 2022年",
        "状态 计划",
        "链接 small-2022#",
    ] {
        assert!(story.query_all_by_label_contains(fact).next().is_some(), "{fact}");
    }
    let mut story = small(Lang::En);
    select(&mut story, "Gross regional product");
    for fact in ["Status Preliminary", "Bound Approximate", "Basis Growth rate", "Period 2021"] {
        assert!(story.query_all_by_label_contains(fact).next().is_some(), "{fact}");
    }
}

#[test]
fn words_without_a_number_and_what_the_report_does_not_mention_are_two_things() {
    let mut story = small(Lang::Zh);
    select(&mut story, "居民收入");
    assert!(shows(&story, "只有文字，没有数值"));
    assert!(shows(&story, "报告只提出目标，没有给出实绩（不等于零）"));
    select(&mut story, "空气质量优良天数");
    assert!(shows(&story, "报告只给出实绩，没有提出目标（不等于零）"));
}

#[test]
fn the_breadcrumb_leads_back_to_its_sections() {
    let mut story = small(Lang::En);
    select(&mut story, "High-tech enterprises");
    let before = rows(&story).len();
    let crumb = story
        .query_all_by_role(Role::Link)
        .filter_map(|link| link.accesskit_node().label())
        .find(|label| label == "Faster digital construction")
        .expect("the innermost section");
    click(&mut story, &crumb);
    assert!(rows(&story).len() < before, "the table shows that section alone");
}

#[test]
fn references_are_copied_in_each_form_for_the_figure_and_for_the_report() {
    let mut story = small(Lang::Zh);
    select(&mut story, "高新技术企业");
    let cite = |story: &mut Story, entry: &str| {
        story.get_by_role_and_label(Role::Button, "引用").click();
        story.run_ok();
        // Messages of earlier copies may lie over it.
        story.get_by_label(entry).click_accesskit();
        // The frame after the click carries the command out.
        (0..6).find_map(|_| {
            story.step();
            copied(story)
        })
    };
    for (entry, begins) in [
        ("引用这项数据：GB/T 7714—2015", "某某. 小城市政府工作报告"),
        ("引用整份报告：APA 7", "N. N. (2022, January 13)."),
        ("引用这项数据：BibTeX", "@article{small-2022:high-tech"),
        ("引用整份报告：RIS", "TY  - NEWS"),
    ] {
        let text = cite(&mut story, entry).unwrap_or_else(|| panic!("{entry} copies"));
        assert!(text.starts_with(begins), "{entry}: {text}");
        story.run_ok();
    }
    story.get_by_role_and_label(Role::Button, "复制链接").click();
    let link = (0..6).find_map(|_| {
        story.step();
        copied(&story)
    });
    assert_eq!(link.as_deref(), Some("small-2022#high-tech-firms-target"));
}

#[test]
fn one_switch_hides_derived_values_and_brings_them_back() {
    let mut story = window(Lang::Zh, Answers::default());
    let report = bundled_report();
    let derived = report.comparisons().iter().find(|comparison| comparison.derived.is_some());
    let target = report.figure(&derived.expect("one is derivable").target).expect("there");
    let path = report.section_path(&target.section);
    let section = path.iter().take(2).next_back().expect("it stands in a section");
    choose(&mut story, &format!("{}{}", section.number, section.title.zh));
    let row = rows(&story).into_iter().find(|row| row.contains("推算")).expect("a derived value");
    click(&mut story, &row);
    assert!(story.query_all_by_label_contains("×").next().is_some() || shows(&story, "× 1"));
    click(&mut story, "隐藏推算值");
    assert!(shows(&story, "推算值已隐藏") && !shows(&story, "× 1"));
    assert!(!rows(&story).iter().any(|row| row.contains("推算 ")), "the table hides them too");
    click(&mut story, "显示推算值");
    assert!(shows(&story, "× 1"));
}

#[test]
fn hidden_derived_values_are_hidden_in_the_help_too() {
    let mut story = window(Lang::Zh, Answers::default());
    let mut examples = || {
        story.key_press(Key::F1);
        story.run_ok();
        click(&mut story, "能否对照");
        let said = story.query_all_by_role(Role::Label);
        let said = said.filter_map(|node| node.accesskit_node().value());
        let examples: Vec<String> = said.filter(|said| said.starts_with("例：")).collect();
        click(&mut story, "关闭");
        let switch = "隐藏推算值";
        click(&mut story, "更多");
        if story.query_by_label(switch).is_some() {
            click(&mut story, switch);
        }
        examples
    };
    let (shown, hidden) = (examples(), examples());
    assert_eq!((shown.len(), hidden.len()), (3, 3));
    assert!(shown.iter().any(|example| example.contains("推算 ")), "{shown:?}");
    assert!(!hidden.iter().any(|example| example.contains("推算 ")), "{hidden:?}");
}

#[test]
fn the_report_says_what_it_is() {
    for (lang, open) in [(Lang::Zh, "关于这份报告"), (Lang::En, "About this report")] {
        let mut story = small(lang);
        click(&mut story, lang.choose("更多", "More"));
        click(&mut story, open);
        let report = load::read_file(SMALL.as_ref()).expect("opens").report;
        for said in [&report.text().sha256, report.data_version(), report.id().as_str()] {
            assert!(shows(&story, said), "{said}");
        }
        assert!(shows(&story, lang.choose("2022年1月13日", "13 January 2022")));
        assert!(shows(&story, env!("CARGO_PKG_VERSION")), "the application and its version");
        click(&mut story, lang.choose("软件许可", "Licences"));
        assert!(shows(&story, "What is inside Report Explorer"), "the list of what is inside");
        assert!(shows(&story, "SIL Open Font License"), "and the fonts");
        let lines = story.query_all_by_role(Role::Label).count();
        assert!(lines < 150, "{lines} lines are made, of which most are not seen");
        click(&mut story, lang.choose("关闭", "Close"));
        assert!(!shows(&story, &report.text().sha256));
    }
}

#[test]
fn a_link_given_at_the_start_leads_to_its_figure_and_a_wrong_one_says_so() {
    let start = |place: &str| {
        let link = format!("{SMALL}#{place}");
        window_with(Lang::Zh, Answers::default(), Some(link.into()), None)
    };
    let story = start("unemployment-target");
    assert!(shows(&story, "城镇登记失业率控制在3.7%以内"));
    let selected = story
        .query_all_by_role(Role::Row)
        .find(|row| row.accesskit_node().is_selected() == Some(true))
        .and_then(|row| row.accesskit_node().label());
    assert!(selected.is_some_and(|row| row.contains("3.7%以内")));
    assert!(shows(&start("nothing"), "没有编号为“nothing”的数据、指标或章节"));
}

#[test]
fn words_without_a_number_have_their_english_beside_them_where_english_is_read() {
    let report = bundled_report();
    let figure = report.figures().iter().find(|figure| figure.wording_en.is_some());
    let figure = figure.expect("words that are translated");
    let gloss = figure.wording_en.as_deref().expect("just found");
    for lang in Lang::ALL {
        let link = PathBuf::from(format!("{}#{}", report.id(), figure.id));
        let mut story = opened([1280.0, 800.0], Some(link), None, lang, Answers::default());
        let english = lang == Lang::En;
        let with_both = |text: &str| text.contains(gloss) && text.contains(&figure.wording);
        assert_eq!(rows(&story).iter().any(|row| with_both(row)), english, "table, {lang:?}");
        let painted =
            |story: &Story| painted_texts(story).iter().any(|text| text.job.text == gloss);
        assert_eq!(painted(&story), english, "its cell");
        assert_eq!(shows(&story, &format!("\"{gloss}\": in words only")), english, "details");
        story.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
        story.run_ok();
        let lines = story.query_all_by_role(Role::ListItem);
        let mut lines = lines.filter_map(|line| line.accesskit_node().label());
        let compared = report
            .comparisons()
            .iter()
            .any(|one| one.target == figure.id || one.actual == figure.id);
        assert_eq!(lines.any(|line| with_both(line.as_str())), english && compared, "overview");
    }
}

#[test]
fn the_small_chart_of_the_details_has_type_that_can_be_read() {
    fn walk(shape: &egui::Shape, found: &mut Vec<(egui::Pos2, Arc<egui::Galley>)>) {
        match shape {
            egui::Shape::Vec(shapes) => shapes.iter().for_each(|shape| walk(shape, found)),
            egui::Shape::Text(text) => found.push((text.pos, Arc::clone(&text.galley))),
            _ => {}
        }
    }
    let report = bundled_report();
    let mut small = Vec::new();
    let joined = |one: &&Comparison| one.verdict != Verdict::DifferentBasis;
    for (lang, size) in
        [(Lang::En, [1280.0, 800.0]), (Lang::En, [1024.0, 800.0]), (Lang::Zh, [1024.0, 800.0])]
    {
        for one in report.comparisons().iter().filter(joined) {
            let link = PathBuf::from(format!("{}#{}", report.id(), one.indicator));
            let story = opened(size, Some(link), None, lang, Answers::default());
            let name = Word::ChartName.text(lang);
            let figures = story.query_all_by_role(Role::Figure);
            let mut charts = figures
                .filter(|node| node.accesskit_node().label().is_some_and(|label| label == name));
            let chart = charts.next().unwrap_or_else(|| panic!("{}", one.indicator));
            let rows: Vec<egui::Rect> =
                chart.query_all_by_role(Role::ListItem).map(|row| row.rect()).collect();
            let mut texts = Vec::new();
            story.output().shapes.iter().for_each(|clipped| walk(&clipped.shape, &mut texts));
            let inside = |pos: egui::Pos2| rows.iter().any(|row| row.contains(pos));
            let sizes = texts.iter().filter(|(pos, _)| inside(*pos)).flat_map(|(_, galley)| {
                galley.job.sections.iter().map(|section| section.format.font_id.size)
            });
            // Beside a derived value, which is large enough, stands what it follows from.
            let least = match one.verdict {
                Verdict::Derivable => sizes.fold(0.0, f32::max),
                _ => sizes.fold(f32::INFINITY, f32::min),
            };
            if !(11.0..100.0).contains(&least) {
                small.push(format!("{}: {least}, {lang:?}, {size:?}", one.indicator));
            }
        }
    }
    assert!(small.is_empty(), "{small:#?}");
}
