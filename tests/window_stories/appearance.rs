//! Stories of how the window looks: the widths of its panels, more contrast.

use egui::Event;
use report_explorer::i18n::window::Word;

use super::shell::press;
use super::*;

#[test]
fn panels_are_as_wide_as_a_person_made_them_again_after_a_while_in_a_small_window() {
    let mut story = window(Lang::En, Answers::default());
    let resize = |story: &mut Story, size: [f32; 2]| {
        story.set_size(size.into());
        story.run_ok();
    };
    let divider =
        |story: &Story, word: Word| story.get_by_label(word.text(Lang::En)).rect().center();
    let both = |story: &Story| {
        let [tree, detail] =
            [Word::ResizeSections, Word::ResizeDetails].map(|it| divider(story, it).x);
        (tree.round(), detail.round())
    };
    let at_first = both(&story);
    resize(&mut story, [920.0, 600.0]);
    assert_ne!(both(&story), at_first, "a small window has less room");
    resize(&mut story, [1280.0, 800.0]);
    assert_eq!(both(&story), at_first);
    // The same when the width is a person's own.
    let divider = divider(&story, Word::ResizeSections);
    let there = divider + egui::vec2(30.0, 0.0);
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    for event in [Event::PointerMoved(divider), button(divider, true), Event::PointerMoved(there)] {
        story.event(event);
        story.run_ok();
    }
    story.event(button(there, false));
    story.run_ok();
    let dragged = both(&story);
    assert!((dragged.0 - at_first.0 - 30.0).abs() <= 2.0, "{dragged:?} was {at_first:?}");
    resize(&mut story, [920.0, 600.0]);
    resize(&mut story, [1280.0, 800.0]);
    assert_eq!(both(&story), dragged);
}

#[test]
fn more_contrast_puts_a_line_around_what_is_selected_and_fades_no_words() {
    let lines = |story: &Story| {
        fn walk(shape: &egui::Shape, accent: egui::Color32, found: &mut usize) {
            match shape {
                egui::Shape::Vec(shapes) => shapes.iter().for_each(|one| walk(one, accent, found)),
                egui::Shape::Rect(rect) => {
                    let selected = rect.stroke.color == accent && rect.stroke.width >= 1.5;
                    *found += usize::from(selected);
                }
                _ => {}
            }
        }
        let accent = report_explorer::theme::ThemeName::ContrastLight.palette().accent;
        let mut found = 0;
        story.output().shapes.iter().for_each(|one| walk(&one.shape, accent, &mut found));
        found
    };
    let mut story = window(Lang::En, Answers::default());
    press(&mut story, Modifiers::COMMAND, Key::Num3);
    assert_eq!(lines(&story), 0);
    click(&mut story, "Theme: System");
    click(&mut story, "High contrast");
    press(&mut story, Modifiers::NONE, Key::Escape);
    assert!(lines(&story) >= 2, "the section and the row of the chart");
    press(&mut story, Modifiers::COMMAND, Key::Num2);
    assert!(lines(&story) >= 2, "the section and the row of the table");
    assert!(story.ctx.global_style().spacing.scroll.fade.strength < 0.01);
}
