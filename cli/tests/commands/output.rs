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

#[test]
fn a_file_is_replaced_only_where_that_is_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("schema.json");
    let run = |arguments: &str| errcat(arguments).in_folder(folder.path()).run();
    let content = || std::fs::read_to_string(&path).expect("a file");

    assert_eq!(run("schema --out schema.json --check").status, 1);
    assert!(!path.exists());
    assert_eq!(run("schema --out schema.json").status, 0);
    let written = content();
    assert_eq!(run("schema --out schema.json").remarks, "`schema.json` is up to date\n");
    assert_eq!(run("schema --out schema.json --check").status, 0);

    std::fs::write(&path, "mine").expect("a file");
    let refused = run("schema --out schema.json");
    assert_eq!(refused.status, 2);
    assert_eq!(refused.remarks, "errcat: `schema.json` is there already; `--force` replaces it\n");
    assert_eq!(run("schema --out schema.json --check").status, 1);
    assert_eq!(content(), "mine");
    assert_eq!(run("schema --out schema.json --force").status, 0);
    assert_eq!(content(), written);

    assert_eq!(run("schema --out none/schema.json").status, 2);
    assert_eq!(run("schema --check").status, 2);
    let left = std::fs::read_dir(folder.path()).expect("a folder").count();
    assert_eq!(left, 1, "temporary files are left");
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_permissions_and_the_link_to_it() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("schema.json");
    std::fs::write(&path, "old").expect("a file");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).expect("permissions");
    symlink("schema.json", folder.path().join("link.json")).expect("a link");
    let ran = errcat("schema --out link.json --force").in_folder(folder.path()).run();
    assert_eq!(ran.status, 0, "{ran:?}");
    let link = std::fs::symlink_metadata(folder.path().join("link.json")).expect("a link");
    assert!(link.is_symlink());
    let mode = std::fs::metadata(&path).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert_ne!(std::fs::read_to_string(&path).expect("a file"), "old");
}
