//! Pictures of windows without a GPU.

mod support;

use egui::{Color32, RichText, vec2};
use egui_kittest::Harness;
use image::Rgba;
use report_explorer::fonts::{self, Weight};
use report_explorer::theme::LIGHT;
use support::SoftwareRenderer;

fn window(scale: f32) -> image::RgbaImage {
    let mut harness = Harness::builder()
        .with_size([420.0, 300.0])
        .with_pixels_per_point(scale)
        .with_theme(egui::Theme::Light)
        .with_render_cursor(false)
        .with_context_setup(|ctx| ctx.set_fonts(fonts::definitions()))
        .renderer(SoftwareRenderer::default())
        .build_ui(|ui| {
            let title = RichText::new("政府工作报告 2022").family(Weight::Bold.family()).size(22.0);
            ui.label(title);
            ui.horizontal(|ui| {
                let _ = ui.button("导出 SVG");
                ui.add(
                    egui::Button::new(RichText::new("主要").color(LIGHT.on_accent))
                        .fill(LIGHT.accent),
                );
                let mut on = true;
                ui.checkbox(&mut on, "隐藏推算值");
            });
            let mut text = "地区生产总值".to_owned();
            ui.text_edit_singleline(&mut text).labelled_by(ui.label("搜索").id);
            egui::Grid::new("table").striped(true).show(ui, |ui| {
                for (name, value) in
                    [("一般公共预算收入", "8%左右"), ("城镇登记失业率", "5.5%以内")]
                {
                    ui.label(name);
                    ui.colored_label(LIGHT.target, value);
                    ui.end_row();
                }
            });
            let (rect, _) = ui.allocate_exact_size(vec2(40.0, 40.0), egui::Sense::hover());
            ui.painter().rect_filled(rect, 0.0, Color32::RED);
            egui::Window::new("关于本报告").fixed_pos([200.0, 150.0]).show(ui.ctx(), |ui| {
                ui.label("沈阳市人民政府，二〇二二年一月八日");
                egui::ScrollArea::vertical().max_height(60.0).show(ui, |ui| {
                    for line in 0..20 {
                        ui.label(format!("第 {line} 行"));
                    }
                });
            });
        });
    harness.run();
    harness.render().expect("all shapes of a window can be painted")
}

#[test]
fn a_window_is_painted_at_every_scale() {
    for scale in [1.0, 2.0] {
        let picture = window(scale);
        assert_eq!(picture.dimensions(), ((420.0 * scale) as u32, (300.0 * scale) as u32));
        let red = picture.pixels().filter(|pixel| **pixel == Rgba([255, 0, 0, 255])).count();
        assert_eq!(red, (1600.0 * scale * scale) as usize);
        let dark = picture.pixels().filter(|pixel| pixel.0[..3].iter().all(|c| *c < 90)).count();
        assert!(dark > 1000, "text is there: {dark} dark pixels");
    }
}

#[test]
fn the_same_window_gives_the_same_pixels() {
    assert!(window(1.0) == window(1.0));
}
