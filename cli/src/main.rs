//! `errcat`: checks and explains the catalogs of an API's errors.

#![forbid(unsafe_code)]

mod arguments;
mod catalogs;
mod commands;
mod decoder;
mod failure;
mod github;
mod output;
mod received;
mod sample;

use std::process::ExitCode;

use clap::Parser as _;

use crate::arguments::Arguments;

fn main() -> ExitCode {
    output::finish(Arguments::parse().command.run())
}
