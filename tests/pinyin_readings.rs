//! The bundled table of pinyin agrees with the `pinyin` crate for every hanzi that the fonts have.
//!
//! `UPDATE_READINGS=1 cargo test --test pinyin_readings` writes the table anew.

use std::collections::{BTreeMap, BTreeSet};

use pinyin::ToPinyinMulti;
use report_explorer::fonts::Weight;
use skrifa::MetadataProvider;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/pinyin/readings.txt");

/// One syllable a line, with every character that is read so first of all, then those for which it is a second reading;
/// ü is written v, as on keyboards.
fn table() -> String {
    let font = skrifa::FontRef::new(Weight::Regular.bytes()).expect("a font");
    let mut readings: BTreeMap<String, [BTreeSet<char>; 2]> = BTreeMap::new();
    for (code, _) in font.charmap().mappings() {
        let Some(c) = char::from_u32(code) else { continue };
        let mut known = BTreeSet::new();
        for reading in c.to_pinyin_multi().into_iter().flatten() {
            let plain = reading.plain().replace(['ü', 'ê'], "v");
            let sound = !plain.is_empty() && plain.bytes().all(|b| b.is_ascii_lowercase());
            if sound && known.insert(plain.clone()) {
                readings.entry(plain).or_default()[usize::from(known.len() > 1)].insert(c);
            }
        }
    }
    let set = |chars: BTreeSet<char>| chars.into_iter().collect::<String>();
    let lines = readings.into_iter().map(|(syllable, [usual, rare])| {
        let (usual, rare) = (set(usual), set(rare));
        format!("{syllable} {usual}|{rare}\n")
    });
    lines.collect::<Vec<_>>().concat()
}

#[test]
fn the_table_of_readings_agrees_with_its_source() {
    let table = table();
    if std::env::var_os("UPDATE_READINGS").is_some() {
        std::fs::write(PATH, &table).expect("the table can be written");
    }
    let bundled = std::fs::read_to_string(PATH).expect("the table is there");
    for (bundled, made) in bundled.lines().zip(table.lines()) {
        assert_eq!(bundled, made);
    }
    assert_eq!(bundled.len(), table.len());
    assert!(bundled.lines().count() > 350, "most syllables of Mandarin are there");
}
