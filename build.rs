//! On Windows, gives the program file its icons, its version and its manifest; elsewhere does nothing.
//!
//! The compiler of resources is a dependency of builds on Windows alone (see Cargo.toml), so that other builds do not wait for it.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=assets/windows");
    println!("cargo::rerun-if-changed=assets/icons/report-explorer.ico");
    println!("cargo::rerun-if-changed=assets/icons/report-file.ico");
    #[cfg(windows)]
    resources();
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
