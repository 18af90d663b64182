//! The name that was probably meant.

/// The nearest of `known` to `found`, if one is near: at most half of its letters differ.
pub(super) fn nearest(found: &str, known: &[&'static str]) -> Option<&'static str> {
    if found.len() > 40 {
        return None;
    }
    known
        .iter()
        .map(|name| (distance(found, name), *name))
        .filter(|(distance, name)| *distance * 2 <= name.chars().count())
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// Levenshtein distance in characters.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = i;
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let changed = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_recognised_and_another_word_is_not() {
        let known = ["value", "value_high", "unit", "wording"];
        assert_eq!(nearest("vaule", &known), Some("value"));
        assert_eq!(nearest("valu", &known), Some("value"));
        assert_eq!(nearest("value_hihg", &known), Some("value_high"));
        assert_eq!(nearest("wordings", &known), Some("wording"));
        assert_eq!(nearest("remark", &known), None);
    }
}
