//! The value axis of a panel: a range in which every mark and label finds room, and round ticks.

/// A row's marks and the room its labels need, for finding the range.
#[derive(Clone, Copy)]
pub(super) struct Reach {
    /// Leftmost value and the pixels needed to the left of it.
    pub left: (f64, f32),
    /// Rightmost value and the pixels needed to the right of it.
    pub right: (f64, f32),
}

/// The range of an axis, and where its ticks stand.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Axis {
    pub min: f64,
    pub max: f64,
    pub step: f64,
    pub ticks: Vec<f64>,
    /// What the data reaches, zero included.
    data: (f64, f64),
}

/// How much wider than its data an axis may become to make room for labels; beyond that, marks are pressed together.
const LARGEST_STRETCH: f64 = 3.0;

/// Between two ticks there is at least this share of the panel: more lines than that are none to read by.
const TICK_SHARE: f32 = 1.0 / 8.0;

/// Finds the smallest range from zero in which all of `reaches` fit into `width` pixels.
///
/// Zero is always on the axis: panels of different units stand side by side,
/// and a small difference must not look like a large one because its axis was cut.
///
/// `None` when the labels alone are wider than the panel.
pub(super) fn fit(reaches: &[Reach], width: f32, tick_spacing: f32) -> Option<Axis> {
    let low = reaches.iter().map(|reach| reach.left.0).fold(f64::INFINITY, f64::min);
    let high = reaches.iter().map(|reach| reach.right.0).fold(f64::NEG_INFINITY, f64::max);
    if !(low.is_finite() && high.is_finite()) || width <= 0.0 {
        return None;
    }
    let (domain_low, mut domain_high) = (low.min(0.0), high.max(0.0));
    if domain_high <= domain_low {
        domain_high = domain_low + 1.0;
    }

    // Each step moves the ends just as far as the most demanding label wants at the present scale;
    // the scale shrinks towards its fixed point, which exists when the labels leave some width over.
    let (mut min, mut max) = (domain_low, domain_high);
    for _ in 0..200 {
        let per_pixel = (max - min) / f64::from(width);
        let wanted_min = reaches
            .iter()
            .map(|reach| reach.left.0 - f64::from(reach.left.1) * per_pixel)
            .fold(domain_low, f64::min);
        let wanted_max = reaches
            .iter()
            .map(|reach| reach.right.0 + f64::from(reach.right.1) * per_pixel)
            .fold(domain_high, f64::max);
        let moved = (min - wanted_min).abs() + (wanted_max - max).abs();
        (min, max) = (wanted_min, wanted_max);
        if max - min > (domain_high - domain_low) * LARGEST_STRETCH {
            return None;
        }
        if moved <= (max - min) * 1e-4 {
            break;
        }
    }

    let pixels_per_unit = f64::from(width) / (max - min);
    let spacing = tick_spacing.max(width * TICK_SHARE);
    let step = round_step(f64::from(spacing) / pixels_per_unit);
    // No ticks in the room that only labels need, beyond the first one past the data.
    let first = min.max((domain_low / step + 1e-6).floor() * step);
    let last = max.min((domain_high / step - 1e-6).ceil() * step);
    let from = (first / step - 1e-6).ceil() as i64;
    let to = (last / step + 1e-6).floor() as i64;
    let ticks = (from..=to).take(64).map(|at| at as f64 * step).collect();
    Some(Axis { min, max, step, ticks, data: (domain_low, domain_high) })
}

impl Axis {
    /// The same range with ticks at round factors, for an axis that counts in powers of ten:
    /// the densest set whose neighbours stand `spacing` pixels apart in `width`. 1 always has its tick.
    pub fn with_ticks_of_powers(self, width: f32, spacing: f32) -> Self {
        const SETS: [&[f64]; 5] = [
            &[
                1.0, 1.05, 1.1, 1.15, 1.2, 1.25, 1.3, 1.4, 1.5, 1.6, 1.8, 2.0, 2.5, 3.0, 4.0, 5.0,
                6.0, 7.0, 8.0, 8.5, 9.0, 9.5,
            ],
            &[1.0, 1.1, 1.2, 1.3, 1.5, 1.7, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0],
            &[1.0, 1.2, 1.5, 2.0, 3.0, 4.0, 5.0, 7.0],
            &[1.0, 1.5, 2.0, 3.0, 5.0, 7.0],
            &[1.0, 2.0, 5.0],
        ];
        let per_unit = f64::from(width) / (self.max - self.min);
        let decades = (self.min.floor() as i32 - 1)..=(self.max.ceil() as i32 + 1);
        let all = |set: &[f64]| -> Vec<f64> {
            let mut ticks: Vec<f64> = decades
                .clone()
                .flat_map(|decade| set.iter().map(move |factor| factor.log10() + f64::from(decade)))
                .filter(|tick| (self.min - 1e-9..=self.max + 1e-9).contains(tick))
                .collect();
            ticks.dedup();
            ticks
        };
        let apart = |ticks: &[f64]| {
            ticks.windows(2).all(|pair| (pair[1] - pair[0]) * per_unit >= f64::from(spacing))
        };
        // As on other axes: none beyond the first past the data.
        let (low, high) = self.data;
        let all = |set: &[f64]| {
            let ticks = all(set);
            let first = ticks.iter().rposition(|tick| *tick <= low + 1e-9).unwrap_or(0);
            let last = ticks.iter().position(|tick| *tick >= high - 1e-9).unwrap_or(ticks.len());
            ticks[first..ticks.len().min(last + 1)].to_vec()
        };
        let mut sets = SETS.iter().map(|set| all(set));
        let ticks = sets.find(|ticks| apart(ticks)).unwrap_or_else(|| {
            // Whole powers, as many as find room.
            let step = (f64::from(spacing) / per_unit).ceil().max(1.0);
            let (from, to) = ((self.min / step).ceil() as i32, (self.max / step).floor() as i32);
            (from..=to).map(|at| f64::from(at) * step).collect()
        });
        Self { step: 1.0, ticks, ..self }
    }
}

/// The smallest of 1, 2, 5 × 10^n that is at least `wanted`.
fn round_step(wanted: f64) -> f64 {
    let power = 10_f64.powf(wanted.log10().floor());
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= wanted * (1.0 - 1e-9))
        .unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reach(left: f64, right: f64, pixels: f32) -> Reach {
        Reach { left: (left, pixels), right: (right, pixels) }
    }

    #[test]
    fn every_label_finds_its_room() {
        let reaches = [reach(5.0, 12.0, 60.0), reach(15.0, 36.2, 55.0), reach(3.09, 3.7, 80.0)];
        let axis = fit(&reaches, 500.0, 60.0).expect("there is room");
        let x = |value: f64| (value - axis.min) / (axis.max - axis.min) * 500.0;
        for reach in reaches {
            assert!(x(reach.left.0) >= f64::from(reach.left.1) - 0.5, "{axis:?}");
            assert!(x(reach.right.0) <= 500.0 - f64::from(reach.right.1) + 0.5, "{axis:?}");
        }
        assert_eq!(axis.ticks.first(), Some(&0.0), "no ticks below zero for positive values");
    }

    #[test]
    fn labels_wider_than_the_panel_have_no_axis() {
        assert_eq!(fit(&[reach(1.0, 2.0, 300.0)], 500.0, 60.0), None);
    }

    #[test]
    fn steps_are_one_two_or_five_times_a_power_of_ten() {
        for (wanted, step) in [(0.9, 1.0), (1.0, 1.0), (1.1, 2.0), (3.0, 5.0), (7000.0, 10_000.0)] {
            assert!((round_step(wanted) - step).abs() < 1e-9, "{wanted}");
        }
    }

    #[test]
    fn equal_values_still_have_a_range() {
        let axis = fit(&[reach(40.0, 40.0, 30.0)], 300.0, 60.0).expect("there is room");
        assert!(axis.min <= 0.0 && axis.max > 40.0);
        let axis = fit(&[reach(0.0, 0.0, 30.0)], 300.0, 60.0).expect("there is room");
        assert!(axis.min < axis.max);
    }
}
