//! Compiles a catalog, writes a body of each entry and reads it back.

mod catalog;

use api_error_catalog_core::builder::{TooLarge, encode};
use api_error_catalog_core::{Body, Prefixes};

fn main() -> Result<(), TooLarge> {
    let encoded = encode(&catalog::wallet())?;
    let (catalog, prefixes) = (encoded.catalog(), Prefixes::open(&encoded.prefixes));
    for entry in catalog.codes() {
        let json = Body::new(entry).to_json(Some(&prefixes));
        let answer = catalog.decode(entry.status(), &json);
        println!("{} is {:?}", String::from_utf8_lossy(&json), answer.entry());
    }
    Ok(())
}
