//! Numbers in SVG and in PDF streams: few digits, no exponents, no `-0`, the same everywhere.

/// Appends a number with at most two decimals.
///
/// Two decimals of a CSS pixel are 1/16 of a dot at 600 dots per inch.
/// Numbers beyond ±10⁹ are drawn at that limit; no page reaches it.
pub(super) fn push(out: &mut Vec<u8>, value: f64) {
    push_scaled(out, value, 2);
}

/// Appends a number with at most four decimals: scales, rotations.
pub(super) fn push_fine(out: &mut Vec<u8>, value: f64) {
    push_scaled(out, value, 4);
}

/// Appends a number with at most six decimals: what is multiplied by font units.
pub(super) fn push_finest(out: &mut Vec<u8>, value: f64) {
    push_scaled(out, value, 6);
}

fn push_scaled(out: &mut Vec<u8>, value: f64, decimals: usize) {
    let scale = 10_i64.pow(decimals as u32);
    let scaled = (value.clamp(-1e9, 1e9) * scale as f64).round() as i64;
    if scaled < 0 {
        out.push(b'-');
    }
    let scaled = scaled.unsigned_abs();
    push_integer(out, scaled / scale.unsigned_abs());
    let mut fraction = scaled % scale.unsigned_abs();
    if fraction == 0 {
        return;
    }
    out.push(b'.');
    let mut place = scale.unsigned_abs() / 10;
    while fraction > 0 {
        out.push(b'0' + (fraction / place) as u8);
        fraction %= place;
        place /= 10;
    }
}

/// Appends a whole number.
pub(super) fn push_integer(out: &mut Vec<u8>, mut value: u64) {
    let mut digits = [0_u8; 20];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (value % 10) as u8;
        value /= 10;
        if value == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[at..]);
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
