//! A stand-in for a busy chart: 300 labels and some 1500 shapes from one headless pass of egui.

use egui::epaint::{PathShape, PathStroke};
use egui::{
    Align2, Color32, FontId, Pos2, RawInput, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2,
};
use egui_plot::{Bar, BarChart, Line, Plot, PlotPoints};
use report_explorer::chart::Drawing;
use report_explorer::fonts::{self, Weight};
use report_explorer::theme;

/// Width and height in CSS pixels.
pub const SIZE: Vec2 = vec2(1600.0, 900.0);

/// What indicators are called in reports.
const NAMES: [&str; 8] = [
    "地区生产总值增长",
    "一般公共预算收入",
    "规模以上工业增加值",
    "固定资产投资增长",
    "社会消费品零售总额",
    "城镇登记失业率",
    "居民消费价格涨幅",
    "空气质量优良天数",
];

/// Lays the stand-in out from cold.
pub fn busy_drawing() -> Drawing {
    let context = egui::Context::default();
    context.set_fonts(fonts::definitions());
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
        ..RawInput::default()
    };
    let output = context.run_ui(input, paint);
    let shapes = output.shapes.clone();
    output.drop_without_applying_deltas();
    Drawing { size: SIZE, shapes, smallest_type: 11.0 }
}

fn paint(ui: &mut egui::Ui) {
    let palette = &theme::LIGHT;
    let whole = Rect::from_min_size(Pos2::ZERO, SIZE);
    ui.painter().rect_filled(whole, 0.0, palette.surface);
    let bold = FontId::new(20.0, Weight::Bold.family());
    let title = "2021 年实绩与 2022 年目标（沈阳）";
    ui.painter().text(pos2(24.0, 16.0), Align2::LEFT_TOP, title, bold, palette.text);
    let left = Rect::from_min_max(pos2(20.0, 60.0), pos2(560.0, 880.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(left), |ui| {
        Plot::new("bars").show(ui, |plot| {
            let bars: Vec<Bar> = (0..120_i32)
                .map(|i| Bar::new(f64::from(i), f64::from(i * 7919 % 97)).fill(palette.actual))
                .collect();
            plot.bar_chart(BarChart::new("实绩", bars));
            let points: PlotPoints<'_> = (0..200)
                .map(|i| [f64::from(i) * 0.6, 50.0 + 40.0 * (f64::from(i) * 0.1).sin()])
                .collect();
            plot.line(Line::new("目标", points).color(palette.target));
        });
    });
    for index in 0..150_u16 {
        dumbbell(ui, index, palette);
    }
}

fn dumbbell(ui: &egui::Ui, index: u16, palette: &theme::Palette) {
    let (column, row) = (f32::from(index / 50), f32::from(index % 50));
    let (x, y) = (590.0 + 336.0 * column, 70.0 + 16.2 * row);
    let painter = ui.painter();
    let name = NAMES[usize::from(index) % NAMES.len()];
    let font = FontId::proportional(12.0);
    let at = pos2(x + 110.0, y);
    painter.text(at, Align2::RIGHT_CENTER, name, font.clone(), palette.text);
    let value = format!("{}.{}%左右", 3 + index % 17, index % 10);
    painter.text(pos2(x + 255.0, y), Align2::LEFT_CENTER, value, font, palette.target);
    let (from, to) = (x + 125.0 + f32::from(index * 7 % 50), x + 200.0 + f32::from(index * 3 % 40));
    painter.line_segment([pos2(from, y), pos2(to, y)], Stroke::new(1.5, palette.link));
    painter.circle(pos2(from, y), 4.0, palette.actual, Stroke::new(1.0, palette.surface));
    let soft = Rect::from_center_size(pos2(to, y), vec2(16.0, 8.0));
    painter.rect_filled(soft, 3.0, palette.target_soft);
    let wedge = vec![pos2(to, y - 5.0), pos2(to + 7.0, y), pos2(to, y + 5.0)];
    painter.add(Shape::Path(PathShape::convex_polygon(wedge, palette.target, PathStroke::NONE)));
    painter.rect(
        Rect::from_center_size(pos2(to - 14.0, y), vec2(5.0, 9.0)),
        0.0,
        Color32::TRANSPARENT,
        Stroke::new(1.0, palette.goal),
        StrokeKind::Inside,
    );
    if !index.is_multiple_of(3) {
        return;
    }
    let dashes = [pos2(x + 120.0, y + 8.0), pos2(x + 250.0, y + 8.0)];
    painter.extend(Shape::dashed_line(&dashes, Stroke::new(0.5, palette.line), 8.0, 8.0));
}
