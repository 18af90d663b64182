//! On Windows, gives the program file its icons, its version and its manifest; on Linux, makes it smaller.
//!
//! The compiler of resources is a dependency of builds on Windows alone (see Cargo.toml), so that other builds do not wait for it.

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
/// Asked of the linker that the toolchain brings along for this target alone; others may not know how.
fn share_functions() {
    let variable = |name| std::env::var(name).unwrap_or_default();
    if variable("TARGET") == "x86_64-unknown-linux-gnu" && variable("PROFILE") == "release" {
        println!("cargo::rustc-link-arg-bins=-Wl,--icf=all");
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
