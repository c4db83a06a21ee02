//! Where catalogs are read from: memory, a folder, and the chain of files that extend each other.

#![allow(missing_docs)]

use api_error_catalog_model::{
    Diagnostic, Disk, Loader, Memory, Reading, Side, read, read_text, render,
};

const BASE: &str = r#"
[catalog]
name    = "base"
locales = ["en"]

[body.members]
code = "{code}"

[code.not-found]
status  = 404
message = "Not found."
"#;

fn only_error(reading: &Reading) -> String {
    let errors: Vec<_> =
        reading.errors().map(|error| render(error, &reading.sources).to_string()).collect();
    assert_eq!(errors.len(), 1, "{}", errors.join("\n\n"));
    errors.concat()
}

#[test]
fn a_text_is_a_catalog() {
    let reading = read_text("base.toml", BASE, Side::Client);
    assert!(!reading.has_errors());
    assert_eq!(reading.partial_catalog().name, "base");
}

#[test]
fn a_file_extends_another_in_memory() {
    let files = Memory::default()
        .with("shop/catalog.toml", "[catalog]\nname = \"shop\"\nextends = \"../base.toml\"\n")
        .with("base.toml", BASE);
    let reading = read(&files, "shop/catalog.toml", Side::Client);
    assert!(!reading.has_errors());
    assert_eq!(
        (reading.partial_catalog().name.as_str(), reading.partial_catalog().entries.len()),
        ("shop", 1)
    );
    let paths: Vec<_> = reading.sources.iter().map(|source| source.path.as_str()).collect();
    assert_eq!(paths, ["shop/catalog.toml", "base.toml"]);
}

#[test]
fn the_key_extends_may_be_written_with_an_escape() {
    let text = "[catalog]\nname = \"shop\"\n\"e\\u0078tends\" = \"base.toml\"\n";
    let files = Memory::default().with("shop.toml", text).with("base.toml", BASE);
    assert_eq!(read(&files, "shop.toml", Side::Client).partial_catalog().entries.len(), 1);
    let error = only_error(&read_text("shop.toml", text, Side::Client));
    assert!(error.starts_with("there is no file `base.toml`"), "{error}");
    assert!(error.contains("--> shop.toml:3:"), "{error}");
}

#[test]
fn a_circle_is_reported_once() {
    let files = Memory::default()
        .with("a.toml", "[catalog]\nname = \"a\"\nlocales = [\"en\"]\nextends = \"b.toml\"\n")
        .with("b.toml", "[catalog]\nextends = \"./a.toml\"\n");
    let error = only_error(&read(&files, "a.toml", Side::Client));
    assert!(error.starts_with("these files extend each other in a circle"), "{error}");
    assert!(error.contains("a.toml → b.toml → a.toml"), "{error}");
}

#[test]
fn a_file_may_be_outside_of_the_folder() {
    let root = tempfile::tempdir().expect("a folder");
    let inner = root.path().join("inner");
    std::fs::create_dir(&inner).expect("a folder");
    std::fs::write(root.path().join("base.toml"), BASE).expect("a file");
    std::fs::write(inner.join("own.toml"), "[catalog]\nextends = \"../base.toml\"\n")
        .expect("a file");
    let disk = Disk::new(&inner);
    let absolute = inner.join("own.toml").to_string_lossy().into_owned();
    for path in ["../base.toml", "own.toml", "../inner/own.toml", &absolute] {
        let reading = read(&disk, path, Side::Client);
        assert!(!reading.has_errors(), "{path}");
        assert_eq!(reading.partial_catalog().entries.len(), 1, "{path}");
    }
    for (path, error) in [
        ("none.toml", "there is no file `none.toml`"),
        ("../inner", "`../inner` is a folder, not a catalog"),
    ] {
        assert!(only_error(&read(&disk, path, Side::Client)).starts_with(error));
    }
}

#[test]
fn a_file_of_one_gibibyte_is_refused() {
    struct Zeros;
    impl Loader for Zeros {
        fn load(&self, _: &str, _: Option<&str>) -> Result<Vec<u8>, Diagnostic> {
            Ok(vec![0; 1 << 30])
        }
    }
    let error = only_error(&read(&Zeros, "big.toml", Side::Client));
    assert!(error.starts_with("`big.toml` is too large"), "{error}");
}

#[test]
fn what_no_catalog_can_be_is_refused() {
    for (name, bytes, error) in [
        ("a.toml", &b" \n"[..], "`a.toml` is empty"),
        ("a.toml", b"a\n\xff", "`a.toml` is not UTF-8: the first wrong byte is in line 2"),
        ("a.yaml", b"a: 1", "`a.yaml` is neither `.toml` nor `.json`"),
    ] {
        let reading = read_text(name, bytes, Side::Client);
        assert!(only_error(&reading).starts_with(error));
    }
}
