//! The README does what it says: its files are written into a crate, its programs run, and what
//! they print is what stands there.

use std::collections::BTreeMap;
use std::process::Command;

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
    let project = Project::new("readme", "readme");
    // The files of the reader's crate so far, and what each program is said to print. A program is
    // a crate of its own here, with the files as they are then, so that all are built at once.
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut steps: Vec<Option<String>> = Vec::new();
    let mut errors = 0;
    for Block { language, argument, text } in blocks(&readme) {
        match (language.as_str(), argument.split_once('=')) {
            // What a reader types: another path, and what is run here anyway; `catalogs/tests/frameworks.rs` asks the examples.
            ("toml", Some(("file" | "append", "Cargo.toml"))) | ("sh" | "console", None) => {}
            ("toml", Some(("file", file))) => {
                files.insert(file.to_owned(), text);
            }
            ("toml", Some(("append", file))) => {
                let whole = files.get_mut(file).expect("a file");
                *whole = format!("{whole}\n{text}");
            }
            ("rust", Some(("file", file))) => {
                files.insert(file.to_owned(), text);
                steps.push(None);
                let step = steps.len();
                let manifest = format!(
                    "[package]\nname = \"readme-{step}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
                     [dependencies]\napi-error-catalog.workspace = true\n\
                     api-error-catalog-core.workspace = true\n\
                     api-error-catalog-model.workspace = true\nthiserror = \"2\"\n"
                );
                project.write(&format!("step-{step}/Cargo.toml"), &manifest);
                for (file, text) in &files {
                    project.write(&format!("step-{step}/{file}"), text);
                }
            }
            // A piece of a program that is built and run elsewhere.
            ("rust", Some(("of", file))) => {
                let whole = std::fs::read_to_string(root().join(file)).expect(file);
                assert!(unindented(&whole).contains(&unindented(&text)), "{file} has no\n{text}");
            }
            ("text", None) => match steps.last_mut() {
                Some(printed @ None) => *printed = Some(text),
                _ => {
                    assert_eq!(first_error(&readme), text);
                    errors += 1;
                }
            },
            _ => panic!("a block that nothing checks: {language} {argument}\n{text}"),
        }
    }
    assert_eq!((steps.len(), errors), (3, 1));
    let programs = project.build();
    for (at, expected) in steps.iter().enumerate() {
        let name = format!("readme-{}", at + 1);
        let program = programs.iter().find(|(known, _)| *known == name).expect("a program");
        let folder = project.path(&format!("step-{}", at + 1));
        let output = Command::new(&program.1).current_dir(folder).output().expect("a program");
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(Some(&*String::from_utf8_lossy(&output.stdout)), expected.as_deref(), "{name}");
    }
}

fn unindented(text: &str) -> String {
    text.lines().flat_map(|line| [line.trim_start(), "\n"]).collect()
}

/// What the compiler says first when one locale of the README's catalog has another placeholder.
fn first_error(readme: &str) -> String {
    let catalog = blocks(readme).into_iter().find(|block| block.argument == "file=errors.toml");
    let catalog = catalog.expect("the catalog of the README").text;
    let project = Project::new("shop", "mistaken");
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
