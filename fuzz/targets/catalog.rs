//! A catalog file, whatever is in it, is read and checked, and every finding shown.

#![no_main]
#![forbid(unsafe_code)]

use std::fs;
use std::hint::black_box;

use api_error_catalog_model::{Side, read, render, schema};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (bool, bool, &[u8])| {
    let (is_json, is_server, text) = input;
    let name = if is_json { "catalog.json" } else { "catalog.toml" };
    let side = if is_server { Side::Server } else { Side::Client };
    // A folder for each input, so that none is left behind. `TMPDIR` says where.
    let package = tempfile::tempdir().expect("a folder");
    fs::write(package.path().join(name), text).expect("a file");

    let reading = read(package.path(), name, side);
    for finding in &reading.findings {
        assert!(!finding.message.is_empty());
        black_box(render(finding, &reading.sources).to_string());
    }
    if !reading.has_errors() {
        black_box(schema(&reading.catalog.shape));
    }
});
