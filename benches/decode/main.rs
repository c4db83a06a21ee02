//! Reading error bodies, each API's own.

#![forbid(unsafe_code)]

mod bictorys;
mod generic_error;
mod hub2;
mod oci;
mod partner_center;

use std::fmt::Debug;
use std::hint::black_box;

use api_error_catalog::{CatalogCode, Decoded};
use api_error_catalog_benches::race::{Contender, race};
use api_error_catalog_benches::{is_wanted, table};
use api_error_catalog_tests::published;
use api_error_catalogs::{Bictorys, GenericError, Hub2, PartnerCenter};
use serde::Deserialize;

/// HUB2 publishes the members and no example.
const HUB2_EXAMPLE: &str = r#"{
  "status": 402,
  "code": "insufficient-funds",
  "message": "The balance does not cover this transfer.",
  "request_id": "req_8Hq2XkfWm3"
}"#;

fn main() {
    if !is_wanted() {
        return;
    }
    table::begin("Reading a body");
    compare::<_, hub2::Borrowed, hub2::Owned>("HUB2", HUB2_EXAMPLE, |body| Hub2::decode(402, body));
    compare::<_, bictorys::Borrowed, bictorys::Owned>(
        "Bictorys",
        published::BICTORYS_EXAMPLE,
        |body| Bictorys::decode(400, body),
    );
    compare::<_, partner_center::Borrowed, partner_center::Owned>(
        "Partner Center 99902",
        published::UNAUTHENTICATED_EXAMPLE,
        |body| PartnerCenter::decode(401, body),
    );
    compare::<_, partner_center::Borrowed, partner_center::Owned>(
        "Partner Center 99901, with details",
        published::INVALID_INPUT_EXAMPLE,
        |body| PartnerCenter::decode(400, body),
    );
    compare::<_, generic_error::Borrowed, generic_error::Owned>(
        "generic error object",
        published::GENERIC_EXAMPLE,
        |body| GenericError::decode(500, body),
    );
    let list = oci::body();
    compare::<_, oci::Borrowed, oci::Owned>("a list of 20 errors", &list, |body| {
        let answer = oci::Oci::decode(404, body);
        assert_eq!(answer.errors().len(), 20);
        answer
    });
}

/// Times a catalog's `decode` beside derived structs, one that borrows what it can and one that owns.
fn compare<'b, C, Borrowed, Owned>(api: &str, body: &'b str, decode: impl Fn(&[u8]) -> Decoded<C>)
where
    C: CatalogCode,
    Borrowed: Deserialize<'b> + Debug,
    Owned: Deserialize<'b> + Debug,
{
    let body = body.as_bytes();
    assert!(decode(body).code().is_some());
    let contenders = [
        Contender::new(|| decode(black_box(body))),
        Contender::new(|| serde_json::from_slice::<Borrowed>(black_box(body)).expect("the body")),
        Contender::new(|| serde_json::from_slice::<Owned>(black_box(body)).expect("the body")),
    ];
    let [ours, borrowed, owned] = race(1, contenders);
    let work = format!("`decode`, {api}");
    table::row(&work, &ours, "a derived struct that borrows", &borrowed, 1.0);
    table::row(&work, &ours, "a derived struct that owns", &owned, 1.0);
}
