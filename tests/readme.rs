//! The README does what it says: its files are written into a crate, its programs run, and what
//! they print is what stands there.

use api_error_catalog_tests::{Project, root};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

/// A fenced block: its language, what stands behind that, and its text.
struct Block {
    language: String,
    argument: String,
    text: String,
}

fn blocks(markdown: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut inside = None;
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let (language, argument) = info.split_once(' ').unwrap_or((&info, ""));
                inside = Some(Block {
                    language: language.to_owned(),
                    argument: argument.to_owned(),
                    text: String::new(),
                });
            }
            Event::Text(text) => {
                if let Some(block) = &mut inside {
                    block.text.push_str(&text);
                }
            }
            Event::End(TagEnd::CodeBlock) => blocks.extend(inside.take()),
            _ => {}
        }
    }
    blocks
}

#[test]
fn every_block_of_the_readme_holds() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("the README");
    let project = Project::new("wallet");
    let manifest = project.read("Cargo.toml");
    let mut printed: Option<String> = None;
    let mut programs = 0;
    for block in blocks(&readme) {
        let Block { language, argument, text } = &block;
        match (language.as_str(), argument.split_once('=')) {
            ("toml", Some(("file", "Cargo.toml"))) => {
                let ours = "api-error-catalog = { path = \"../api-error-catalog/runtime\" }";
                assert_eq!(text.trim(), format!("[dependencies]\n{ours}"));
                assert!(manifest.contains("[dependencies]\napi-error-catalog = { path = "));
            }
            ("toml", Some(("file", file))) => {
                project.write(file, text);
            }
            ("toml", Some(("append", file))) => {
                project.write(file, &format!("{}\n{text}", project.read(file)));
            }
            ("rust", Some(("file", file))) => {
                project.write(file, text);
                printed = Some(project.run());
                programs += 1;
            }
            ("text", None) => {
                if let Some(printed) = printed.take() {
                    assert_eq!(&printed, text);
                } else {
                    assert_eq!(&first_error(), text);
                }
            }
            ("sh", None) => {
                assert_eq!(text, "cargo run --example tour\ncargo test --workspace\n");
            }
            _ => panic!("a block that nothing checks: {language} {argument}\n{text}"),
        }
    }
    assert_eq!(programs, 4);
}

/// What the compiler says first when one locale of the README's catalog has another placeholder.
fn first_error() -> String {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("the README");
    let catalog = blocks(&readme).into_iter().find(|block| block.argument == "file=errors.toml");
    let catalog = catalog.expect("the catalog of the README").text;
    let project = Project::new("mistaken");
    let mistake = catalog.replacen("Account {account_id}", "Account {account}", 1);
    project.write("errors.toml", &mistake).write(
        "src/main.rs",
        "#[derive(api_error_catalog::ApiErrorCatalog)]\n#[catalog(\"errors.toml\")]\nenum Wallet {}\nfn main() {}\n",
    );
    let run = project.cargo(&["check", "--quiet"]);
    assert!(!run.success);
    let error = run.stderr.split("\n\n").next().expect("an error");
    let lines = error.lines().map(|line| format!("{}\n", line.trim_end()));
    lines.collect()
}
