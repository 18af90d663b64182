//! On Windows, gives the program file its icons, its version and its manifest; on Linux, makes it smaller.
//!
//! The compiler of resources is a dependency of builds on Windows alone (see Cargo.toml), so that other builds do not wait for it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=assets/windows");
    println!("cargo::rerun-if-changed=assets/icons/report-explorer.ico");
    println!("cargo::rerun-if-changed=assets/icons/report-file.ico");
    #[cfg(windows)]
    resources();
    share_functions();
}

/// Links functions of the same instructions once: generic code of three hundred crates has a megabyte of them.
///
/// Linkers differ in what they know, and a person may have chosen one: whether this build's own does is tried
/// on an empty program, with the flags of this build.
fn share_functions() {
    const SHARED: &str = "-Wl,--icf=all";
    let variable = |name| std::env::var(name).unwrap_or_default();
    let target = variable("TARGET");
    if !target.contains("linux") || variable("PROFILE") != "release" {
        return;
    }
    let folder = PathBuf::from(variable("OUT_DIR"));
    let program = folder.join("empty.rs");
    fs::write(&program, "fn main() {}\n").expect("the build's own folder can be written");
    let mut compiler = Command::new(variable("RUSTC"));
    compiler.arg(&program).arg("-o").arg(folder.join("empty")).args(["--target", &target]);
    compiler
        .args(variable("CARGO_ENCODED_RUSTFLAGS").split('\u{1f}').filter(|flag| !flag.is_empty()));
    if let Ok(linker) = std::env::var("RUSTC_LINKER") {
        compiler.arg(format!("-Clinker={linker}"));
    }
    if compiler
        .arg(format!("-Clink-arg={SHARED}"))
        .output()
        .is_ok_and(|tried| tried.status.success())
    {
        println!("cargo::rustc-link-arg-bins={SHARED}");
    }
}

#[cfg(windows)]
fn resources() {
    // Only the large program: the launcher shows no window of its own.
    embed_resource::compile_for(
        "assets/windows/report-explorer.rc",
        ["report-explorer"],
        embed_resource::NONE,
    )
    .manifest_required()
    .expect("a program without its manifest would be blurred and could not read Chinese arguments");
}
