//! Crates outside the workspace, with the runtime as their only dependency: `projects/outside`, a
//! workspace of crates that each get their API's bodies from their file alone and print what is in
//! their `stdout.txt`; `projects/workspace`, crates whose errors hold each other's, with tests of their
//! own; and `projects/pass`, programs with one use of the derive each.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

use api_error_catalog_tests::{Project, root};

/// The programs of the workspace, which is built once for all tests.
static OUTSIDE: LazyLock<Vec<(String, PathBuf)>> =
    LazyLock::new(|| Project::new("outside", "outside").build());

/// Runs the program of a member and compares what it prints with the file, line by line.
#[track_caller]
fn prints_as_in_its_file(member: &str) {
    let name = format!("outside-{member}");
    let program = OUTSIDE.iter().find(|(known, _)| *known == name).expect("a program");
    let output = Command::new(&program.1).output().expect("a program");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let found = String::from_utf8(output.stdout).expect("UTF-8");
    let file = root().join("tests/projects/outside").join(member).join("stdout.txt");
    let expected = fs::read_to_string(file).expect("a file");
    for (found, expected) in found.lines().zip(expected.lines()) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.lines().count(), expected.lines().count(), "{found}");
}

#[test]
fn a_fifth_api_is_written_from_its_file_alone() {
    prints_as_in_its_file("parcels");
}

#[test]
fn a_crate_may_call_the_runtime_and_everything_else_as_it_likes() {
    prints_as_in_its_file("renamed");
}

#[test]
fn types_named_as_primitive_ones_do_not_matter() {
    prints_as_in_its_file("press");
}

#[test]
fn a_server_has_errors_of_its_own_with_fields_and_causes() {
    prints_as_in_its_file("wallet");
}

#[test]
fn two_crates_of_a_workspace_have_each_their_own_catalog() {
    prints_as_in_its_file("first");
    prints_as_in_its_file("second");
}

#[test]
fn errors_of_three_crates_are_one_error_and_nothing_is_warned_of() {
    let project = Project::new("workspace", "workspace");
    let run = project.cargo(&["test", "--workspace", "--tests"]);
    assert!(run.success, "{}{}", run.stderr, run.stdout);
    let tests = project.read("api/tests/errors.rs").matches("#[test]").count();
    assert!(
        run.stdout.contains(&format!(" {tests} passed; 0 failed; 0 ignored;")),
        "{}",
        run.stdout
    );

    let lints = ["--", "-D", "warnings", "-W", "clippy::pedantic"];
    let run = project
        .cargo(&[&["clippy", "--workspace", "--all-targets", "--quiet"], &lints[..]].concat());
    assert!(run.success && run.stderr.is_empty(), "{}", run.stderr);
}

#[test]
fn what_is_right_compiles_and_keeps_its_promises() {
    let programs = Project::new("pass", "pass").build();
    let sources = fs::read_dir(root().join("tests/projects/pass/src/bin")).expect("a folder");
    assert_eq!(programs.len(), sources.count());
    let failures: Vec<_> = programs
        .iter()
        .filter_map(|(name, program)| {
            let output = Command::new(program).output().expect("a program");
            let stderr = String::from_utf8_lossy(&output.stderr);
            (!output.status.success()).then(|| format!("{name}: {stderr}"))
        })
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
