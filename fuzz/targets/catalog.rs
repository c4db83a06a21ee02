//! A catalog file, whatever is in it, is read and checked, and every diagnostic shown.

#![no_main]
#![forbid(unsafe_code)]

use std::hint::black_box;

use api_error_catalog_model::{Side, read_text, render, schema};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (bool, bool, &[u8])| {
    let (is_json, is_server, text) = input;
    let name = if is_json { "catalog.json" } else { "catalog.toml" };
    let side = if is_server { Side::Server } else { Side::Client };

    let reading = read_text(name, text, side);
    for diagnostic in &reading.diagnostics {
        assert!(!diagnostic.message.is_empty());
        black_box(render(diagnostic, &reading.sources).to_string());
    }
    if let Some(catalog) = reading.catalog() {
        black_box(schema(&catalog.shape));
    }
});
