//! Property: what this reader takes, the `ron` library takes too, and both read the same.

use std::collections::BTreeMap;

use proptest::prelude::*;
use ron::Value as Ron;

use super::super::tree::{self, Node, Value};

/// Whether both read the same value. `ron` keeps no names of variants, so those are compared by their shape.
fn same(ours: &Node<'_>, theirs: &Ron) -> bool {
    let all = |ours: &[Node<'_>], theirs: &[Ron]| {
        ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| same(a, b))
    };
    match (&ours.value, theirs) {
        (Value::Text(a), Ron::String(b)) => *a == b.as_str(),
        // What is no whole number is refused where a field is read, so broken numbers are not tried here.
        (Value::Number(a), Ron::Number(b)) => {
            a.parse::<u32>().map_or(true, |a| f64::from(a).total_cmp(&b.into_f64()).is_eq())
        }
        (Value::Word("true"), Ron::Bool(true))
        | (Value::Word("false"), Ron::Bool(false))
        | (Value::Word("None"), Ron::Option(None))
        | (Value::Word("NaN" | "inf"), Ron::Number(_))
        | (Value::Word(_), Ron::Unit) => true,
        (Value::Call("Some", a), Ron::Option(Some(b))) => a.len() == 1 && same(&a[0], b),
        (Value::Call(_, a) | Value::Tuple(a) | Value::List(a), Ron::Seq(b)) => all(a, b),
        (Value::Tuple(a), Ron::Unit) => a.is_empty(),
        (Value::Struct(fields), Ron::Map(map)) => {
            // Of a doubled field, `ron` keeps the last; here it is a fault where fields are read.
            let last: BTreeMap<&str, &Node<'_>> =
                fields.iter().map(|field| (field.name, &field.value)).collect();
            last.len() == map.len()
                && last.into_iter().all(|(name, ours)| {
                    let key = Ron::String(name.to_owned());
                    map.iter().any(|(name, theirs)| *name == key && same(ours, theirs))
                })
        }
        _ => false,
    }
}

/// Whether a `Some` holds more or less than one value, which is refused where a field is read.
fn holds_odd_some(node: &Node<'_>) -> bool {
    match &node.value {
        Value::Call("Some", inside) if inside.len() != 1 => true,
        Value::Call(_, items) | Value::Tuple(items) | Value::List(items) => {
            items.iter().any(holds_odd_some)
        }
        Value::Struct(fields) => fields.iter().any(|field| holds_odd_some(&field.value)),
        Value::Text(_) | Value::Number(_) | Value::Word(_) => false,
    }
}

/// Pieces of which files are made, with a share of those that break them.
#[derive(Clone, Copy)]
enum Pieces {
    Sound,
    Any,
}

impl Pieces {
    fn one_of(
        self,
        sound: &'static [&'static str],
        others: &'static [&'static str],
    ) -> BoxedStrategy<String> {
        let sound = prop::sample::select(sound);
        match self {
            Self::Sound => sound.prop_map(str::to_owned).boxed(),
            Self::Any => prop_oneof![9 => sound, 1 => prop::sample::select(others)]
                .prop_map(str::to_owned)
                .boxed(),
        }
    }

    fn gap(self) -> BoxedStrategy<String> {
        self.one_of(
            &[
                "",
                "",
                "",
                "",
                " ",
                "\n",
                "\r\n",
                "\t",
                "\u{b}\u{c}",
                "\u{85}",
                "\u{2028}",
                "// ( \" \r\n",
                "//\n",
                "/**/",
                "/* [ \" // */",
                "/* a /* b */ c */",
                "/***/",
            ],
            &[
                "\u{3000}", "\u{a0}", "\u{2003}", "\u{feff}", "\u{200e}", "/", "/*", "//", "/*/",
                "*/", "#",
            ],
        )
    }

    fn text(self) -> BoxedStrategy<String> {
        let inside = self.one_of(
            &[
                "a",
                "界",
                " ",
                "(",
                "]",
                ":",
                ",",
                "//",
                "/*",
                "#",
                "'",
                "\n",
                "\\n",
                "\\r",
                "\\t",
                "\\0",
                "\\'",
                "\\\"",
                "\\\\",
                "\\x41",
                "\\x7f",
                "\\u{6c88}",
                "\\u{0}",
                "\\u{10FFFF}",
                "\\u{00004E}",
            ],
            &[
                "\"",
                "\\",
                "\\q",
                "\\x4",
                "\\x80",
                "\\xff",
                "\\xE6\\xB2\\x88",
                "\\u{}",
                "\\u{110000}",
                "\\u{d800}",
                "\\u{0000041}",
                "\\u41",
                "\\u{g}",
                "\\u{41",
                "\\\n   ",
                "\\\r\n",
            ],
        );
        let escaped =
            prop::collection::vec(inside, 0..6).prop_map(|all| format!("\"{}\"", all.concat()));
        let raw = self.one_of(
            &["r\"\"", "r\"\\q界\n\"", "r#\"a\"b\"#", "r##\"\"#\"##", "r#\"//(\"#"],
            &["r#\"", "r\"", "r#\"a\"", "r##\"a\"#", "b\"a\"", "br\"a\"", "r#a", "'a'", "“a”"],
        );
        prop_oneof![3 => escaped, 1 => raw].boxed()
    }

    fn leaf(self) -> BoxedStrategy<String> {
        let number = self.one_of(
            &[
                "0",
                "7",
                "12",
                "007",
                "4294967295",
                "+5",
                "-1",
                "1.5",
                ".5",
                "1e3",
                "1_000",
                "0x1F",
                "3u8",
            ],
            &["_1", "٣"],
        );
        let word = self.one_of(
            &[
                "actual",
                "growth_rate",
                "true",
                "false",
                "None",
                "NaN",
                "inf",
                "r",
                "b",
                "_",
                "x5",
                "Some(7)",
            ],
            &["Some", "界", "a界", "r#a", "a-b", "a.b", "{}", "{\"a\": 1}"],
        );
        prop_oneof![self.text(), number, word].boxed()
    }

    fn value(self) -> BoxedStrategy<String> {
        self.leaf()
            .prop_recursive(3, 24, 4, move |inner| {
                let item =
                    (self.gap(), inner, self.gap()).prop_map(|(a, value, b)| a + &value + &b);
                let items = prop::collection::vec(item, 0..4);
                let ends = (self.comma(), self.gap(), self.gap());
                (items, ends, 0_u8..6).prop_map(|(items, (end, gap, before), kind)| {
                    // A comma needs something before it.
                    let end = if items.is_empty() { String::new() } else { end };
                    let named = |items: &[String]| {
                        let fields = items.iter().enumerate();
                        fields
                            .map(|(at, value)| format!("{before}f{at}{before}:{value}"))
                            .collect::<Vec<_>>()
                    };
                    match kind {
                        0 => format!("[{}{end}{gap}]", items.join(",")),
                        1 => format!("({}{end}{gap})", items.join(",")),
                        2 => format!("year{before}({}{end}{gap})", items.join(",")),
                        3 if items.len() == 1 => format!("Some{before}({}{end}{gap})", items[0]),
                        4 => format!("Report{before}({}{end}{gap})", named(&items).join(",")),
                        _ => format!("({}{end}{gap})", named(&items).join(",")),
                    }
                })
            })
            .boxed()
    }

    fn comma(self) -> BoxedStrategy<String> {
        self.one_of(&["", ","], &[",,", ";", "，", ")", "]"])
    }

    /// A whole file: an attribute perhaps, and a structure.
    fn file(self) -> BoxedStrategy<String> {
        let head = self.one_of(
            &[
                "",
                "",
                "#![enable(implicit_some)]",
                "#! [ enable /**/ ( implicit_some , ) ]\n",
                "#![enable(implicit_some)] // twice\n#![enable(implicit_some)]",
            ],
            &[
                "#![enable()]",
                "#![enable(implicit_some,,)]",
                "#![ena ble(implicit_some)]",
                "#!",
                "#![",
                "#![enable(unwrap_newtypes)]",
                "#![enable(x)]",
                "#![enable(implicit_some)",
                "#![type = \"a\"]",
            ],
        );
        let parts = (head, self.gap(), self.value(), self.gap(), self.value(), self.gap());
        parts
            .prop_map(|(head, a, one, b, two, c)| format!("{a}{head}{b}(a: {one}, b:{two}){c}"))
            .boxed()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn sound_files_are_taken_by_both_and_read_the_same(text in Pieces::Sound.file()) {
        let ours = tree::read(&text);
        let theirs = ron::from_str::<Ron>(&text);
        prop_assert!(ours.is_ok(), "{:?} in {text:?}", ours);
        prop_assert!(theirs.is_ok(), "{:?} in {text:?}", theirs);
        if let (Ok(ours), Ok(theirs)) = (ours, theirs) {
            prop_assert!(same(&ours, &theirs), "{ours:?}\n{theirs:?}");
        }
    }

    #[test]
    fn what_is_taken_of_broken_files_the_ron_library_takes_too(text in Pieces::Any.file()) {
        if let Ok(ours) = tree::read(&text)
            && !holds_odd_some(&ours)
        {
            // Windows editors write the mark; `ron` does not know it.
            let theirs = ron::from_str::<Ron>(text.strip_prefix('\u{feff}').unwrap_or(&text));
            prop_assert!(theirs.is_ok(), "{theirs:?} in {text:?}");
            prop_assert!(theirs.is_ok_and(|theirs| same(&ours, &theirs)), "{ours:?} in {text:?}");
        }
    }
}
