//! The catalogs of this repository: the schema takes the good ones, and each names it.

use std::fs;
use std::path::{Component, Path, PathBuf};

use api_error_catalog_model::{Disk, Label, Reading, Side, read};
use api_error_catalog_tests::root;
use serde_json::Value;

use crate::{VALIDATOR, is_of_a_type, json_of};

/// A catalog in the repository.
struct File {
    /// Relative to the repository.
    path: PathBuf,
    text: String,
    json: Value,
}

impl File {
    /// `None` for a file that is no catalog, or has values that JSON has not.
    fn read(path: PathBuf) -> Option<Self> {
        let text = || fs::read_to_string(root().join(&path)).ok();
        let (json, text): (Value, _) = match path.extension()?.to_str()? {
            "toml" => text().and_then(|text| Some((json_of(&text)?, text)))?,
            "json" => text().and_then(|text| Some((text.parse().ok()?, text)))?,
            _ => return None,
        };
        let is_table = |key: &&str| json.get(*key).is_some_and(Value::is_object);
        let is_catalog = ["catalog", "status", "code"].iter().any(is_table);
        is_catalog.then_some(Self { path, text, json })
    }

    fn is_below(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.path.starts_with(folder))
    }

    fn reading(&self) -> Reading {
        read(&Disk::new(root()), &self.path.to_string_lossy(), Side::Client)
    }

    /// The path of the schema that it names.
    fn schema(&self) -> Option<&str> {
        if self.path.extension()? == "json" {
            return self.json.get("$schema")?.as_str();
        }
        // The empty line keeps the directive apart from the comments of the file.
        self.text.strip_prefix("#:schema ")?.split_once("\n\n").map(|(path, _)| path)
    }
}

/// Every catalog of the repository, broken ones too.
fn all() -> Vec<File> {
    fn walk(folder: &Path, files: &mut Vec<File>) {
        let entries = fs::read_dir(root().join(folder)).expect("a folder");
        let mut names: Vec<_> = entries.map(|entry| entry.expect("an entry").file_name()).collect();
        names.sort();
        for name in names {
            let path = folder.join(&name);
            let is_hidden = name.to_string_lossy().starts_with('.');
            if root().join(&path).is_dir() {
                // What builds write.
                let is_built = name == "target" || name == "generated";
                if !is_hidden && !is_built {
                    walk(&path, files);
                }
            } else {
                files.extend(File::read(path));
            }
        }
    }
    let mut files = Vec::new();
    walk(Path::new(""), &mut files);
    files
}

#[test]
fn the_schema_and_the_reader_agree_on_every_catalog() {
    let mut good = 0;
    let mut broken = 0;
    for file in all() {
        let path = file.path.display();
        let reading = file.reading();
        let refused = VALIDATOR.iter_errors(&file.json).next();
        if let Some(refused) = refused {
            assert!(reading.has_errors(), "{path}: {refused}");
            broken += 1;
        } else {
            // Those of files that it extends are theirs.
            let first = reading.sources.iter().next().expect("the file").path.clone();
            let is_here = |place: &Label| reading.sources.get(place.span.file).path == first;
            let mut errors =
                reading.errors().filter(|error| error.place.as_ref().is_some_and(is_here));
            let error = errors.find(|error| is_of_a_type(error));
            assert!(error.is_none(), "{path}: {}", error.expect("an error").message);
            good += 1;
        }
    }
    assert!(good > 150 && broken > 10, "{good} good catalogs, {broken} that the schema refuses");
}

/// The tests with mistakes are about their places, those that are copied elsewhere have no schema there, and
/// a corpus is made by machine, and so are imported catalogs.
const WITHOUT: [&str; 6] = [
    "tests/diagnostics",
    "tests/ui",
    "tests/projects",
    "tests/services/imported",
    "fuzz/corpus",
    "cli",
];

#[test]
fn every_catalog_names_the_schema() {
    let mut named = 0;
    for file in all().iter().filter(|file| !file.is_below(&WITHOUT)) {
        let path = file.path.display();
        let schema = file.schema().unwrap_or_else(|| panic!("{path} names the schema"));
        let mut from = PathBuf::new();
        for component in file.path.parent().expect("a folder").join(schema).components() {
            match component {
                Component::ParentDir => assert!(from.pop(), "{path}: {schema}"),
                component => from.push(component),
            }
        }
        assert_eq!(from, Path::new("model/catalog.schema.json"), "{path}");
        named += 1;
    }
    assert!(named > 40, "{named} catalogs");
}

/// The catalogs in the pages, whole ones and parts.
#[test]
fn the_schema_takes_every_catalog_of_the_pages() {
    let mut blocks = 0;
    for page in ["README.md", "catalogs/README.md", "catalogs/SHAPES.md"] {
        let text = fs::read_to_string(root().join(page)).expect("a page");
        for block in text.split("```toml").skip(1) {
            let (argument, block) = block.split_once('\n').expect("a block");
            if argument.contains("Cargo.toml") {
                continue;
            }
            let (block, _) = block.split_once("```").expect("the end of a block");
            let json = json_of(block).unwrap_or_else(|| panic!("{page}: {block}"));
            let errors: Vec<_> =
                VALIDATOR.iter_errors(&json).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{page}: {}\n{block}", errors.join("\n"));
            blocks += 1;
        }
    }
    assert!(blocks > 15, "{blocks} catalogs");
}

/// The first catalog that a reader writes names the schema where the reader's checkout has it.
#[test]
fn the_readme_names_the_schema_of_the_checkout() {
    let readme = fs::read_to_string(root().join("README.md")).expect("the README");
    let (_, dependency) = readme.split_once("path = \"").expect("a dependency");
    let (checkout, _) = dependency.split_once("/runtime\"").expect("the runtime of a checkout");
    let first =
        format!("```toml file=errors.toml\n#:schema {checkout}/model/catalog.schema.json\n\n");
    assert!(readme.contains(&first), "{first}");
}
