//! A window of 1280 × 800 at twice the size has 640 × 400 points, the smallest one 480 × 300: everything is still there.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect, Shape, pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use report_explorer::i18n::Lang;

use super::*;

const SIZES: [[f32; 2]; 2] = [[640.0, 400.0], [480.0, 300.0]];

fn small(lang: Lang, size: [f32; 2]) -> Story {
    show_table(of_size(lang, size))
}

/// What can be clicked now, with its place.
fn controls(story: &Story) -> Vec<(String, Rect)> {
    let alone = [Role::Button, Role::RadioButton, Role::TextInput, Role::CheckBox];
    story
        .root()
        .children_recursive()
        .filter(|node| {
            let node = node.accesskit_node();
            alone.contains(&node.role()) && !node.is_disabled()
        })
        .map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect()))
        .collect()
}

#[test]
fn no_control_lies_over_another_or_leaves_the_side_of_a_small_window() {
    for lang in Lang::ALL {
        for size in SIZES {
            for (modifiers, key, page) in PAGES {
                let mut story = small(lang, size);
                story.key_press_modifiers(modifiers, key);
                story.run_ok();
                // The heads of a table's columns have menus of their own, and scroll, and so do its chips with their counts.
                let scrolls = |name: &str| {
                    name.starts_with("Menu of")
                        || name.ends_with("菜单")
                        || name.ends_with(|c: char| c.is_ascii_digit())
                };
                let controls: Vec<_> =
                    controls(&story).into_iter().filter(|(name, _)| !scrolls(name)).collect();
                assert!(!controls.is_empty(), "{page}");
                for (at, (name, rect)) in controls.iter().enumerate() {
                    let inside = rect.left() >= 0.0 && rect.right() <= size[0] + 0.5;
                    assert!(inside, "{lang:?} {size:?} {page}: {name} at {rect:?}");
                    for (other, beside) in &controls[at + 1..] {
                        let shared = rect.shrink(1.0).intersects(beside.shrink(1.0));
                        assert!(!shared, "{lang:?} {size:?} {page}: {name} and {other}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_small_window_shows_several_rows_of_the_table() {
    for (size, leasts) in SIZES.into_iter().zip([[4, 3], [1, 1]]) {
        // English rows have two lines.
        for (lang, least) in Lang::ALL.into_iter().zip(leasts) {
            let story = small(lang, size);
            let card = Rect::from_min_size(pos2(0.0, 56.0), vec2(size[0], size[1] - 56.0 - 28.0));
            let whole = story
                .query_all_by_role(Role::Row)
                .filter(|row| card.contains_rect(row.rect()) && row.rect().height() >= 38.0)
                .count();
            assert!(whole >= least, "{lang:?} {size:?}: {whole} rows");
        }
    }
}

#[test]
fn a_small_window_shows_the_panel_that_one_asks_for() {
    for size in SIZES {
        let mut story = small(Lang::En, size);
        assert!(story.query_by_role(Role::Tree).is_none());
        assert!(story.query_by_role(Role::Complementary).is_none());
        click(&mut story, "Details");
        assert!(story.query_by_role(Role::Complementary).is_some(), "{size:?}");
        click(&mut story, "Sections");
        assert!(story.query_by_role(Role::Tree).is_some(), "{size:?}");
        assert!(story.query_by_role(Role::Complementary).is_none(), "{size:?}: one at a time");
        story.key_press_modifiers(Modifiers::COMMAND, Key::B);
        story.run_ok();
        assert!(story.query_by_role(Role::Tree).is_none());
    }
}

#[test]
fn the_empty_palette_of_a_small_window_offers_several_commands() {
    let mut story = small(Lang::Zh, SIZES[1]);
    story.key_press_modifiers(Modifiers::COMMAND, Key::K);
    story.run_ok();
    let bottom = SIZES[1][1];
    let seen = story
        .query_all_by_role(Role::ListBoxOption)
        .filter(|line| line.rect().height() > 30.0 && line.rect().bottom() < bottom - 8.0);
    assert!(seen.count() >= 4);
}

/// The texts that lie over each other in what is on top: the dialog, where there is one.
fn texts_over_texts(story: &Story, size: [f32; 2]) -> Vec<(String, String)> {
    fn gather(shape: &Shape, clip: Rect, size: [f32; 2], seen: &mut Vec<(String, Rect)>) {
        match shape {
            Shape::Vec(shapes) => {
                for shape in shapes {
                    gather(shape, clip, size, seen);
                }
            }
            // What dims the window hides what is behind it.
            Shape::Rect(cover)
                if cover.rect.width() >= size[0] && cover.rect.height() >= size[1] =>
            {
                seen.clear();
            }
            Shape::Text(text) => {
                let rect = text.visual_bounding_rect().intersect(clip);
                if rect.is_positive() && !text.galley.job.text.is_empty() {
                    seen.push((text.galley.job.text.clone(), rect.shrink(1.5)));
                }
            }
            _ => {}
        }
    }
    let mut seen = Vec::new();
    for clipped in &story.output().shapes {
        gather(&clipped.shape, clipped.clip_rect, size, &mut seen);
    }
    let mut over = Vec::new();
    for (at, (words, rect)) in seen.iter().enumerate() {
        let others = seen[at + 1..].iter().filter(|(_, other)| rect.intersects(*other));
        over.extend(others.map(|(other, _)| (words.clone(), other.clone())));
    }
    over
}

#[test]
fn no_text_lies_over_another_in_any_view_or_dialog_at_any_size() {
    for size in [SIZES[1], SIZES[0], [853.0, 533.0], [1280.0, 800.0]] {
        for lang in Lang::ALL {
            let mut story = small(lang, size);
            let export = (Modifiers::COMMAND, Key::E, "export");
            for (modifiers, key, page) in PAGES.into_iter().chain([export]) {
                story.key_press_modifiers(modifiers, key);
                story.run_ok();
                assert_eq!(texts_over_texts(&story, size), [], "{lang:?} {size:?} {page}");
                if page == "export" {
                    click(&mut story, lang.choose("多个图表", "Several charts"));
                    assert_eq!(texts_over_texts(&story, size), [], "{lang:?} {size:?} several");
                }
                story.key_press(Key::Escape);
                story.run_ok();
            }
        }
    }
}
