//! What the benches share: contenders measured in turn, the table that is printed, and codes and texts
//! as many as wanted.
//!
//! The measuring is our own because what counts here is a ratio between contenders of one run, which
//! neither criterion nor divan prints.

#![forbid(unsafe_code)]

pub mod facts;
mod machine;
pub mod race;
pub mod samples;
pub mod table;

/// Whether to measure: under `cargo bench` only, not where `cargo test --all-targets` starts benches.
pub fn is_wanted() -> bool {
    std::env::args().any(|argument| argument == "--bench")
}
