//! A compiled catalog borrows its blobs, and frees what it took.

use api_error_catalog_core::builder::Encoded;
use api_error_catalog_core::{Body, Catalog, Entry, Prefixes};
use api_error_catalog_model::{Disk, Memory, Side, compile, read};
use api_error_catalog_tests::root;

use super::{FILES, compiled};

/// A catalog and the files that it extends.
fn in_memory(file: &str) -> Memory {
    let reading = read(&Disk::new(root()), file, Side::Client);
    let files = reading.sources.iter().filter(|source| source.is_file());
    files.fold(Memory::default(), |memory, file| memory.with(&*file.path, &*file.text))
}

/// Reads, compiles and opens a catalog, writes the body of every entry, and reads each.
fn use_once(name: &str, files: &Memory) -> usize {
    let reading = read(files, name, Side::Client);
    let catalog = reading.catalog().expect("a catalog without errors");
    let encoded = compile(catalog).expect("a catalog of usual size");
    drop(reading);
    let opened = encoded.catalog();
    let prefixes = Prefixes::open(&encoded.prefixes);
    let mut written = 0;
    for entry in opened.codes() {
        let body = Body::new(entry);
        let json = body.to_json(Some(&prefixes));
        let answer = opened.decode_with_headers(entry.status(), body.headers(), &json);
        assert_eq!(answer.entry().map(Entry::as_str), Some(entry.as_str()));
        written += json.len();
    }
    written
}

#[test]
fn nothing_is_leaked() {
    let files: Vec<_> = FILES.iter().map(|file| (*file, in_memory(file))).collect();
    let mut written = [0; 2];
    // What is set up once per program is not counted.
    let mut use_all = |at: usize| {
        for (name, files) in &files {
            written[at] += use_once(name, files);
        }
    };
    use_all(0);
    let counted = allocation_counter::measure(|| use_all(1));
    assert!(counted.count_total > 0);
    assert_eq!((counted.count_current, counted.bytes_current), (0, 0));
    assert_eq!(written[0], written[1]);
}

#[test]
fn texts_outlive_the_catalog_and_not_the_blobs() {
    let Encoded { text, bytes, prefixes } = compiled("catalogs/hub2.toml");
    let (name, locales): (&str, Vec<&str>) = {
        let catalog = Catalog::open(&text, &bytes);
        (catalog.name(), catalog.locales().collect())
    };
    assert_eq!((name, locales), ("hub2", vec!["en", "fr"]));

    // Blobs may be moved and copied: nothing in them is an address.
    let (text, bytes, prefixes) = (text.clone(), bytes.clone(), Box::<[u8]>::from(prefixes));
    let catalog = Catalog::open(&text, &bytes);
    let entry = catalog.from_code("insufficient-funds").expect("a code of HUB2");
    let json = Body::new(entry).to_json(Some(&Prefixes::open(&prefixes)));
    let answer = catalog.decode(402, &json);
    assert_eq!(answer.entry(), Some(entry));
}

#[test]
fn entries_of_two_openings_are_told_apart() {
    let encoded = compiled("catalogs/hub2.toml");
    let (first, second) = (encoded.catalog(), encoded.catalog());
    assert_eq!(first.entry(0), first.entry(0));
    assert_ne!(first.entry(0), second.entry(0));
    let row = |catalog| Catalog::statuses(catalog).next().expect("a row");
    assert_eq!(row(&first), row(&first));
    assert_ne!(row(&first), row(&second));
}

#[test]
fn from_memory_and_from_disk_it_is_the_same() {
    for file in FILES {
        let files = in_memory(file);
        for side in [Side::Client, Side::Server] {
            let reading = read(&files, file, side);
            let catalog = reading.catalog().expect("a catalog without errors");
            assert_eq!(compile(catalog), Ok(compiled(file)), "{file}");
        }
    }
}
