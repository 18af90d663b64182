//! How far two names are apart, for who has mistyped one.

/// How many characters must be put in, taken out or changed to make one of the other (Levenshtein, 1965);
/// `None` where it is more than `most`.
pub(super) fn edits(one: &str, other: &str, most: usize) -> Option<usize> {
    let other: Vec<char> = other.chars().collect();
    if one.chars().count().abs_diff(other.len()) > most {
        return None;
    }
    // From what has been read of `one` to each beginning of `other`.
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for c in one.chars() {
        let mut before = row[0];
        row[0] += 1;
        for (at, d) in other.iter().enumerate() {
            let changed = before + usize::from(c != *d);
            before = row[at + 1];
            row[at + 1] = changed.min(before + 1).min(row[at] + 1);
        }
    }
    row.last().copied().filter(|edits| *edits <= most)
}

#[cfg(test)]
mod tests {
    use super::edits;

    #[test]
    fn what_is_put_in_taken_out_or_changed_is_counted_up_to_a_limit() {
        for (one, other, distance) in [
            ("dumbell-headline", "dumbbell-headline", 1),
            ("card-gpd", "card-gdp", 2),
            ("", "abc", 3),
            ("kitten", "sitting", 3),
            ("总览", "总览图", 1),
            ("bars", "bars", 0),
        ] {
            assert_eq!(edits(one, other, 3), Some(distance), "{one} {other}");
            assert_eq!(edits(other, one, 3), Some(distance), "{other} {one}");
        }
        assert_eq!(edits("kitten", "sitting", 2), None);
        assert_eq!(edits("card", "dumbbell-headline", 3), None);
    }
}
