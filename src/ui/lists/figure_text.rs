//! A figure's value in words: what the wording comes to in the base unit.

use crate::i18n::number::{self, Digits};
use crate::i18n::{Lang, terms};
use crate::model::{Bound, Figure};

/// The value in the base unit with all its digits and the sign of its bound: `= 12,000个`, `≥ 2,000个`, `下降 ≥ 3.2%`.
///
/// `None` when the report has only words.
#[must_use]
pub fn normalised(figure: &Figure, lang: Lang) -> Option<String> {
    written(figure, Digits::Full, lang, "= ")
}

/// The value of a cell in the chosen way of writing: "12k", "≥ 2,000". `None` when the report has only words.
#[must_use]
pub fn cell_value(figure: &Figure, digits: Digits, lang: Lang) -> Option<String> {
    written(figure, digits, lang, "")
}

fn written(figure: &Figure, digits: Digits, lang: Lang, exact: &str) -> Option<String> {
    let quantity = &figure.quantity;
    let fall = terms::fall(figure, lang).trim_end();
    let (before, exact) = if fall.is_empty() { ("", exact) } else { (" ", "") };
    let unit = quantity.unit()?;
    let value = number::with_unit(quantity.value()?, unit, digits, lang);
    let bounded = match quantity.bound() {
        Bound::Exact => format!("{exact}{value}"),
        Bound::Approximate => format!("≈ {value}"),
        Bound::AtLeast => format!("≥ {value}"),
        Bound::MoreThan => format!("> {value}"),
        Bound::AtMost => format!("≤ {value}"),
        Bound::JustBelow => terms::just_below(&value, lang),
        Bound::JustAbove => terms::just_above(&value, lang),
        Bound::Range => {
            let high = number::with_unit(quantity.high()?, unit, digits, lang);
            format!("{exact}{value} – {high}")
        }
        Bound::Worded => return None,
    };
    Some(format!("{fall}{before}{bounded}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Quantity, Report, Scale, Unit};
    use crate::{bundled, load};

    fn report() -> Report {
        load::parse(bundled::TEXT, bundled::FILE_NAME).expect("it opens").report
    }

    #[test]
    fn a_bound_is_never_written_as_the_number_itself() {
        let report = report();
        let figure = |bound| {
            let quantity = Quantity::new(
                "12000".parse().ok(),
                None,
                bound,
                Unit::parse("个"),
                Scale::TenThousand,
            );
            Figure { quantity: quantity.expect("sound"), ..report.figures()[0].clone() }
        };
        assert_eq!(normalised(&figure(Bound::Exact), Lang::Zh).as_deref(), Some("= 12,000个"));
        for bound in Bound::ALL {
            if matches!(bound, Bound::Exact | Bound::Range | Bound::Worded) {
                continue;
            }
            let text = normalised(&figure(bound), Lang::En).expect("a number");
            assert!(!text.starts_with('=') && text.ends_with("12,000"), "{bound:?}: {text}");
        }
    }

    #[test]
    fn a_number_that_states_a_fall_says_so_however_it_is_written() {
        let report = report();
        let falls: Vec<&Figure> =
            report.figures().iter().filter(|figure| figure.states_decrease).collect();
        assert!(!falls.is_empty());
        for (lang, word) in [(Lang::Zh, "下降 "), (Lang::En, "fall of ")] {
            for figure in &falls {
                let texts = [normalised(figure, lang), cell_value(figure, Digits::Short, lang)];
                for text in texts {
                    let text = text.expect("a number");
                    assert!(text.starts_with(word) && !text.contains('='), "{text}");
                }
                let said = terms::value(figure, Digits::Full, lang).expect("a number");
                assert!(said.starts_with(word.trim_end()), "{said}");
                let kind = terms::kind_of_number(figure, lang);
                assert_ne!(kind, terms::basis(figure.basis, lang));
            }
        }
    }
}
