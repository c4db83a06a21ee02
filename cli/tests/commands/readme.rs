//! The README shows commands as they run: on its own catalog, and to the letter.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::run::{Ran, errcat};

/// Blocks of `sh` whose lines begin with `$`: a command each, with what it prints below it. What writes a file for the
/// next one is for the shell.
#[test]
fn the_commands_of_the_readme_print_what_stands_there() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md");
    let readme = fs::read_to_string(readme).expect("the README");
    let folder = tempfile::tempdir().expect("a folder");
    let catalog = blocks(&readme, "```toml file=errors.toml\n")
        + &blocks(&readme, "```toml append=errors.toml\n");
    fs::write(folder.path().join("errors.toml"), catalog).expect("a catalog");

    let shown = blocks(&readme, "```sh\n");
    let mut commands = BTreeSet::new();
    for run in shown.split("$ ").filter(|run| is_command(run)) {
        let (line, printed) = run.split_once('\n').expect("a line");
        if line.contains(" > ") {
            let shell = Command::new("sh").args(["-c", line]).current_dir(folder.path()).status();
            assert!(shell.expect("a shell").success() && printed.is_empty(), "{line}");
            continue;
        }
        let (input, command) = match line.split_once(" | ") {
            Some((echo, command)) => {
                (echo.trim_start_matches("echo '").trim_end_matches('\''), command)
            }
            None => ("", line),
        };
        let arguments = command.strip_prefix("errcat ").expect("the command");
        let Ran { out, remarks, .. } =
            errcat(arguments).in_folder(folder.path()).input(input).run();
        assert_eq!(format!("{out}{remarks}").trim_end(), printed.trim_end(), "{line}");
        commands.extend(arguments.split(' ').next().map(str::to_owned));
    }
    let wanted = ["check", "diff", "docs", "explain", "export", "import"];
    assert!(commands.iter().map(String::as_str).eq(wanted), "{commands:?}");
}

/// Other blocks show what cargo runs.
fn is_command(run: &str) -> bool {
    (run.contains("errcat ") || run.contains(" > ")) && !run.contains("cargo")
}

/// The text of all blocks that begin so.
fn blocks(markdown: &str, fence: &str) -> String {
    let blocks = markdown.split(fence).skip(1);
    blocks.filter_map(|block| block.split("```").next()).collect::<Vec<_>>().join("\n")
}
