//! The command line as a program or a person uses it: the built binary, its files, its exit codes.

#[path = "../support/folder.rs"]
mod folder;

mod arguments;
mod batch;
mod check;
mod export;
mod hostile_names;
mod images;
mod links;
mod run;
mod tables;
