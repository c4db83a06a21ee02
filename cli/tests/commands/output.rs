//! What holds of every command: colours, pipes, exit status.

use std::process::Stdio;

use crate::run::errcat;

#[test]
fn colours_are_for_terminals() {
    let piped = errcat("check broken.toml").run();
    assert!(!piped.out.contains('\u{1b}'), "{piped:?}");
    let forced = errcat("check broken.toml").variable("CLICOLOR_FORCE", "1").run();
    assert!(forced.out.contains("\u{1b}["), "{forced:?}");
    let refused = errcat("check broken.toml").variable("NO_COLOR", "1").run();
    assert_eq!(refused.out, piped.out);
    let machine = errcat("check broken.toml --format json").variable("CLICOLOR_FORCE", "1").run();
    assert!(!machine.out.contains('\u{1b}'), "{machine:?}");
}

/// As `errcat check | head` does.
#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let mut child = errcat("check broken.toml").command().spawn().expect("the command starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the command ends");
    let remarks = String::from_utf8_lossy(&output.stderr);
    assert!(!remarks.contains("panicked"), "{remarks}");
    assert_eq!(output.status.code(), Some(1), "{remarks}");

    let mut command = errcat("check none.toml").command();
    command.stderr(Stdio::null());
    assert_eq!(command.output().expect("the command ends").status.code(), Some(2));
}

#[test]
fn no_arguments_show_the_help() {
    let ran = errcat("").run();
    assert_eq!(ran.status, 2);
    assert!(ran.remarks.contains("Usage: errcat"), "{ran:?}");
}
