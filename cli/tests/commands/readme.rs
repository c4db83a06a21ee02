//! The README shows commands as they run: on its own catalog, and to the letter.

use std::fs;
use std::path::Path;

use crate::run::{Ran, errcat};

/// Blocks of `sh` whose lines begin with `$`: a command each, with what it prints below it.
#[test]
fn the_commands_of_the_readme_print_what_stands_there() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md");
    let readme = fs::read_to_string(readme).expect("the README");
    let folder = tempfile::tempdir().expect("a folder");
    let catalog = blocks(&readme, "```toml file=errors.toml\n")
        + &blocks(&readme, "```toml append=errors.toml\n");
    fs::write(folder.path().join("errors.toml"), catalog).expect("a catalog");

    let shown = blocks(&readme, "```sh\n");
    let mut count = 0;
    for run in shown.split("$ ").filter(|run| run.contains("errcat ") && !run.contains("cargo")) {
        let (line, printed) = run.split_once('\n').expect("a line");
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
        count += 1;
    }
    assert!(count >= 3, "{count} commands");
}

/// The text of all blocks that begin so.
fn blocks(markdown: &str, fence: &str) -> String {
    let blocks = markdown.split(fence).skip(1);
    blocks.filter_map(|block| block.split("```").next()).collect::<Vec<_>>().join("\n")
}
