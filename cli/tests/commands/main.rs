//! The command as its users run it: arguments, both outputs, exit status, files.
//!
//! What a run shows is in `tests/golden/`. To write those files anew, run with `UPDATE_EXPECT=1`, and then
//! read each as the person who ran the command.

mod check;
mod decoder;
mod diff;
mod docs;
mod explain;
mod export;
mod import;
mod output;
#[cfg(unix)]
mod readme;
mod run;
mod small;
mod translations;
