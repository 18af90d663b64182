//! What the desktop is told about the application (icons, entries, versions) agrees with itself and with the program.

use std::fs;
use std::path::{Path, PathBuf};

fn asset(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(path)
}

fn text(path: &str) -> String {
    fs::read_to_string(asset(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn bytes(path: &str) -> Vec<u8> {
    fs::read(asset(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Width and height in the header of a PNG.
fn png_size(file: &[u8]) -> (u32, u32) {
    assert_eq!(file.get(..8), Some(b"\x89PNG\r\n\x1a\n".as_slice()));
    let number = |at: usize| {
        u32::from_be_bytes(file[at..at + 4].try_into().expect("four bytes of a whole header"))
    };
    (number(16), number(20))
}

/// The files inside a Windows icon, with the size that its directory names.
fn ico_pictures(file: &[u8]) -> Vec<(u32, Vec<u8>)> {
    let word = |at: usize| u32::from(file[at]) | u32::from(file[at + 1]) << 8;
    let long = |at: usize| (word(at) | word(at + 2) << 16) as usize;
    assert_eq!((word(0), word(2)), (0, 1), "an icon");
    (0..word(4) as usize)
        .map(|entry| 6 + 16 * entry)
        .map(|at| {
            let side = if file[at] == 0 { 256 } else { u32::from(file[at]) };
            let (length, start) = (long(at + 8), long(at + 12));
            (side, file[start..start + length].to_vec())
        })
        .collect()
}

#[test]
fn the_icon_of_every_system_is_the_same_picture() {
    for (side, picture) in ico_pictures(&bytes("icons/report-explorer.ico")) {
        assert_eq!(png_size(&picture), (side, side));
        assert!(
            picture == bytes(&format!("icons/png/{side}.png")),
            "{side} pixels: scripts/make-icons.sh makes them anew"
        );
    }
    let icns = bytes("icons/report-explorer.icns");
    assert_eq!(&icns[..4], b"icns");
    let length = u32::from_be_bytes(icns[4..8].try_into().expect("four bytes")) as usize;
    assert_eq!(length, icns.len());
    for side in [16, 32, 64, 128, 256, 512] {
        let picture = bytes(&format!("icons/png/{side}.png"));
        assert_eq!(png_size(&picture), (side, side));
        assert!(icns.windows(picture.len()).any(|part| part == picture), "{side} pixels");
    }
}

#[test]
fn the_icon_has_the_accent_of_the_window() {
    // 0x24_476B: the theme writes its numbers in groups.
    let theme = include_str!("../src/theme.rs").replace('_', "").to_lowercase();
    let accent = theme.split_once("accent: rgb(0x").map(|(_, rest)| &rest[..6]).expect("an accent");
    for file in ["report-explorer", "report-explorer-small", "report-file"] {
        let picture = text(&format!("icons/{file}.svg"));
        assert!(picture.contains(&format!("#{accent}")), "{file} lacks #{accent}");
    }
}

#[test]
fn every_package_has_the_version_of_the_program() {
    let version = env!("CARGO_PKG_VERSION");
    let commas = version.replace('.', ",");
    for (file, wanted) in [
        ("linux/report-explorer.metainfo.xml", format!("<release version=\"{version}\"")),
        ("windows/report-explorer.iss", format!("#define Version \"{version}\"")),
        ("windows/report-explorer.rc", format!("FILEVERSION {commas},0")),
        ("windows/report-explorer.rc", format!("PRODUCTVERSION {commas},0")),
        ("windows/report-explorer.rc", format!("\"FileVersion\", \"{version}\"")),
        ("windows/README.md", format!("report-explorer-{version}-windows")),
        ("macos/Info.plist", format!("<string>{version}</string>")),
    ] {
        assert!(text(file).contains(&wanted), "{file} lacks {wanted}");
    }
}

#[test]
fn windows_has_the_chinese_name_of_the_menu_by_numbers_which_every_compiler_of_resources_reads() {
    let entry = text("linux/report-explorer.desktop");
    let name = entry.lines().find_map(|line| line.strip_prefix("Name[zh_CN]=")).expect("a name");
    let numbers: Vec<String> = name.encode_utf16().map(|unit| format!("\\x{unit:04X}")).collect();
    let numbers = numbers.concat();
    let resources = text("windows/report-explorer.rc");
    for key in ["FileDescription", "ProductName"] {
        assert!(resources.contains(&format!("\"{key}\", L\"{numbers}\"")), "{key}");
    }
    let strings = resources.lines().filter(|line| !line.trim_start().starts_with("//"));
    assert!(strings.clone().count() > 0 && strings.flat_map(str::chars).all(|c| c.is_ascii()));
}

#[test]
fn the_desktop_finds_the_window_and_the_files_of_the_application() {
    let entry = text("linux/report-explorer.desktop");
    let line = |key: &str| {
        entry
            .lines()
            .find_map(|line| line.strip_prefix(&format!("{key}=")))
            .unwrap_or_else(|| panic!("no {key}"))
            .to_owned()
    };
    // The window's own name, which ties it to the entry and so to the icon.
    let start = include_str!("../src/app/start.rs");
    assert!(start.contains(&format!(".with_app_id(\"{}\")", line("StartupWMClass"))));
    assert_eq!(line("Exec"), "report-explorer %f");
    let mime = line("MimeType").trim_end_matches(';').to_owned();
    for file in
        ["linux/report-explorer.xml", "linux/report-explorer.metainfo.xml", "macos/Info.plist"]
    {
        assert!(text(file).contains(&mime), "{file} lacks {mime}");
    }
    assert!(text("linux/report-explorer.xml").contains("pattern=\"*.report.ron\""));
    for key in ["Name", "GenericName", "Comment", "Keywords"] {
        assert_ne!(line(key), line(&format!("{key}[zh_CN]")), "{key} in both languages");
    }
}
