//! The assertions of the feature `testing`: each thing that they ask for holds, and each is missed.

mod failing;
mod golden;
mod parameters;
mod passing;

use std::env;
use std::panic::{self, AssertUnwindSafe};
use std::process::Command;

use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("testing/shop.toml")]
pub(crate) enum Shop {}

/// The lines that an assertion panics with: the first, each failure, the answer.
fn panic_of(assertion: impl FnOnce()) -> Vec<String> {
    let panic = panic::catch_unwind(AssertUnwindSafe(assertion)).expect_err("a panic");
    let message = panic.downcast::<String>().expect("a message");
    assert!(!message.contains("__private"), "{message}");
    message.lines().map(str::to_owned).collect()
}

/// The failures among them.
fn failures_of(assertion: impl FnOnce()) -> Vec<String> {
    let lines = panic_of(assertion);
    let failures = lines.iter().filter_map(|line| line.strip_prefix("- "));
    failures.map(str::to_owned).collect()
}

/// A response with the body of a code, its headers and more.
fn response(body: &ShopBody<'_>, more: &[(&str, &str)]) -> http::Response<Vec<u8>> {
    let parts = body.parts();
    let mut response = http::Response::builder()
        .status(parts.status())
        .header("Content-Type", format!("{}; charset=utf-8", parts.media_type()));
    for (name, value) in parts.headers().chain(more.iter().copied()) {
        response = response.header(name, value);
    }
    response.body(body.to_json()).expect("a response")
}

/// Runs an ignored test of these in a process of its own, with some variables: whether it passes, and what
/// it says.
fn run(name: &str, variables: &[(&str, &str)]) -> (bool, String) {
    let output = Command::new(env::current_exe().expect("this program"))
        .args(["--exact", name, "--ignored", "--nocapture"])
        .env_remove("UPDATE_GOLDEN")
        .env("RUST_BACKTRACE", "0")
        .envs(variables.iter().copied())
        .output()
        .expect("a process");
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8(text).expect("text");
    assert!(text.contains("running 1 test\n"), "{text}");
    (output.status.success(), text)
}
