//! Reading what an API answers, one topic per module.

mod any_json;
mod broken;
mod codes;
mod debug;
mod documented;
mod effect;
mod error;
mod families;
mod ladder;
mod lists;
mod localized;
mod members;
mod parameters;
mod result;
mod retry;

use api_error_catalog::{Basis, CatalogCode, Decoded, Value};
use api_error_catalog_tests::catalogs::{Orders, OrdersCode};

/// What the facts came from, in a word.
fn basis<C: CatalogCode>(decoded: &Decoded<C>) -> String {
    match decoded.basis() {
        Basis::Code(code) => format!("code {}", code.as_str()),
        Basis::Status(row) => format!("status {}", row.status()),
        Basis::Class(row) => format!("class {}", row.status()),
        _ => "nothing".to_owned(),
    }
}

fn read(status: u16, body: &str) -> Decoded<OrdersCode> {
    Orders::decode(status, body.as_bytes())
}

fn slot(body: &str, name: &str) -> Option<Value> {
    read(400, body).slot(name)
}
