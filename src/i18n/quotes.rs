//! Quotation marks that fit their language.
//!
//! The bundled font sets ’ “ ” as wide as a Chinese character, as Chinese text wants it; in English they would tear words apart.

use crate::i18n::Lang;

/// The text with marks of its language.
#[must_use]
pub fn set(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => text.to_owned(),
        Lang::En => text
            .chars()
            .map(|c| match c {
                '\u{2018}' | '\u{2019}' => '\'',
                '\u{201c}' | '\u{201d}' => '"',
                other => other,
            })
            .collect(),
    }
}

/// A clause of the report as it is quoted: in the marks of Chinese, in whatever language the quotation stands,
/// and its own marks single within them, as GB/T 15834 has it.
#[must_use]
pub fn clause(text: &str) -> String {
    format!("“{}”", text.replace('“', "‘").replace('”', "’"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_gets_narrow_marks_and_chinese_keeps_its_own() {
        assert_eq!(set("People’s “one”", Lang::En), "People's \"one\"");
        assert_eq!(set("“小升规”企业", Lang::Zh), "“小升规”企业");
        assert_eq!(clause("新建“口袋公园”1000座"), "“新建‘口袋公园’1000座”");
    }
}
