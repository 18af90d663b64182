//! A figure's value in words: what the wording comes to in the base unit.

use crate::i18n::Lang;
use crate::i18n::number::{self, Digits};
use crate::model::{Bound, Figure, Quantity};

/// The value in the base unit with all its digits and the sign of its bound: `= 12,000个`, `≥ 2,000个`.
///
/// `None` when the report has only words.
#[must_use]
pub fn normalised(quantity: &Quantity, lang: Lang) -> Option<String> {
    written(quantity, Digits::Full, lang, "= ")
}

/// The value as short as a table cell has room for: "12k", "≥ 2,000". `None` when the report has only words.
#[must_use]
pub fn cell_value(figure: &Figure, lang: Lang) -> Option<String> {
    let value = written(&figure.quantity, Digits::Short, lang, "")?;
    Some(if figure.states_decrease {
        lang.choose("下降 ", "fall of ").to_owned() + &value
    } else {
        value
    })
}

/// The value of a cell in the chosen way of writing. `None` when the report has only words.
#[must_use]
pub fn cell_value_in(figure: &Figure, digits: Digits, lang: Lang) -> Option<String> {
    written(&figure.quantity, digits, lang, "")
}

fn written(quantity: &Quantity, digits: Digits, lang: Lang, exact: &str) -> Option<String> {
    let unit = quantity.unit()?;
    let value = number::with_unit(quantity.value()?, unit, digits, lang);
    Some(match quantity.bound() {
        Bound::Exact => format!("{exact}{value}"),
        Bound::Approximate => format!("≈ {value}"),
        Bound::AtLeast => format!("≥ {value}"),
        Bound::MoreThan => format!("> {value}"),
        Bound::AtMost => format!("≤ {value}"),
        Bound::JustBelow => lang.choose(format!("略少于 {value}"), format!("just below {value}")),
        Bound::JustAbove => lang.choose(format!("略多于 {value}"), format!("just above {value}")),
        Bound::Range => {
            let high = number::with_unit(quantity.high()?, unit, digits, lang);
            format!("{exact}{value} – {high}")
        }
        Bound::Worded => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Scale, Unit};

    #[test]
    fn a_bound_is_never_written_as_the_number_itself() {
        let quantity = |bound| {
            Quantity::new("12000".parse().ok(), None, bound, Unit::parse("个"), Scale::TenThousand)
                .expect("sound")
        };
        assert_eq!(normalised(&quantity(Bound::Exact), Lang::Zh).as_deref(), Some("= 12,000个"));
        for bound in Bound::ALL {
            if matches!(bound, Bound::Exact | Bound::Range | Bound::Worded) {
                continue;
            }
            let text = normalised(&quantity(bound), Lang::En).expect("a number");
            assert!(!text.starts_with('=') && text.ends_with("12,000"), "{bound:?}: {text}");
        }
    }
}
