//! What explains a body that somebody pastes: the decoder, the catalogs, and where their pages are.

use serde_json::{Value, json};

use super::site::Site;
use crate::decoder;

/// A script that a page loads when somebody pastes something.
pub(super) fn script(site: &Site<'_>) -> String {
    let catalogs = site.catalogs.iter().enumerate().map(|(number, catalog)| {
        let page = site.layout.catalog(0, number).file("index.html");
        let entries = 0..catalog.resolved.entries.len();
        let pages = entries.map(|entry| site.layout.entry(0, number, entry).file("index.html"));
        json!({
            "data": decoder::data(&catalog.catalog),
            "page": page,
            "pages": pages.collect::<Vec<_>>(),
        })
    });
    let catalogs = catalogs.collect::<Value>();
    format!("{}\nerrcatPaste(errcatDecoder, {catalogs});\n", decoder::javascript())
}
