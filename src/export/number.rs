//! Numbers in SVG and in PDF streams: few digits, no exponents, no `-0`, the same everywhere.

/// Appends a number with at most two decimals.
///
/// Two decimals of a CSS pixel are 1/16 of a dot at 600 dots per inch.
/// Numbers beyond ±10⁹ are drawn at that limit; no page reaches it.
pub(super) fn push(out: &mut Vec<u8>, value: f64) {
    out.extend_from_slice(Digits::of::<100>(value).as_bytes());
}

/// The same after another number: with a space between, unless a minus sign separates them.
pub(super) fn push_next(out: &mut Vec<u8>, value: f64) {
    let mut digits = Digits::of::<100>(value);
    if digits.as_bytes()[0] != b'-' {
        digits.prepend(b' ');
    }
    out.extend_from_slice(digits.as_bytes());
}

/// Appends a number with at most four decimals: opacities, colours.
pub(super) fn push_fine(out: &mut Vec<u8>, value: f64) {
    out.extend_from_slice(Digits::of::<10_000>(value).as_bytes());
}

/// Appends a number with at most six decimals: what is multiplied by font units.
pub(super) fn push_finest(out: &mut Vec<u8>, value: f64) {
    out.extend_from_slice(Digits::of::<1_000_000>(value).as_bytes());
}

/// Appends a whole number.
pub(super) fn push_integer(out: &mut Vec<u8>, value: u32) {
    push(out, f64::from(value));
}

/// A number as text, written from its end.
struct Digits {
    buffer: [u8; 24],
    start: usize,
}

impl Digits {
    /// With as many decimals as `SCALE` has zeros; trailing zeros are left out.
    #[inline]
    fn of<const SCALE: u64>(value: f64) -> Self {
        let mut digits = Self { buffer: [0; 24], start: 24 };
        // Casting cuts off towards zero, and is much faster than `round`.
        let scaled = value.clamp(-1e9, 1e9) * SCALE as f64;
        let scaled = (scaled + 0.5_f64.copysign(scaled)) as i64;
        let magnitude = scaled.unsigned_abs();
        let (mut whole, mut fraction) = (magnitude / SCALE, magnitude % SCALE);
        if fraction > 0 {
            let mut place = SCALE;
            while fraction.is_multiple_of(10) {
                fraction /= 10;
                place /= 10;
            }
            while place > 1 {
                digits.prepend(b'0' + (fraction % 10) as u8);
                fraction /= 10;
                place /= 10;
            }
            digits.prepend(b'.');
        }
        loop {
            digits.prepend(b'0' + (whole % 10) as u8);
            whole /= 10;
            if whole == 0 {
                break;
            }
        }
        if scaled < 0 {
            digits.prepend(b'-');
        }
        digits
    }

    fn prepend(&mut self, byte: u8) {
        self.start -= 1;
        self.buffer[self.start] = byte;
    }

    fn as_bytes(&self) -> &[u8] {
        &self.buffer[self.start..]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: f64) -> String {
        let mut out = Vec::new();
        push(&mut out, value);
        String::from_utf8(out).expect("digits are ASCII")
    }

    #[test]
    fn numbers_are_short_and_never_negative_zero() {
        let cases = [
            (0.0, "0"),
            (-0.0, "0"),
            (-0.001, "0"),
            (1.0, "1"),
            (-1.5, "-1.5"),
            (0.25, "0.25"),
            (12.345, "12.35"),
            (100.004, "100"),
            (1_600.1, "1600.1"),
            (-0.07, "-0.07"),
            (1e30, "1000000000"),
            (f64::NAN, "0"),
        ];
        for (value, wanted) in cases {
            assert_eq!(written(value), wanted);
        }
    }

    #[test]
    fn fine_numbers_have_four_decimals() {
        let mut out = Vec::new();
        push_fine(&mut out, 0.014_06);
        assert_eq!(out, b"0.0141");
    }
}
