#![forbid(unsafe_code)]
#![deny(warnings, missing_docs)]
//! Prints bodies. Names nothing of the shape but the slots that it fills.

use api_error_catalog::{ApiErrorCatalog, Map, Value, json};

/// The parcel desk.
#[derive(ApiErrorCatalog)]
#[catalog("catalogs/parcels.toml")]
pub enum Parcels {}

fn text(json: Vec<u8>) -> String {
    String::from_utf8(json).expect("UTF-8")
}

/// Prints a body, once serde has made the same of it.
fn print(body: &ParcelsBody<'_>) {
    let written = text(body.to_json());
    assert_eq!(json!(body), written.parse::<Value>().expect("JSON"));
    assert_eq!(format!("{body:?}"), written);
    println!("{written}");
}

fn main() {
    for code in ParcelsCode::ALL {
        print!("{code:?} {} ", code.status());
        print(&code.body());
    }

    println!("{}", Parcels::CATALOG.media_type());
    println!("{:?}", Parcels::CATALOG.request_headers().collect::<Vec<_>>());
    println!("{:?}", ParcelsCode::from_code("2404"));
    let body = ParcelsCode::ParcelNotFound.body().locale("de-AT").parcel("PX-7");
    let quota: Map<String, Value> = [("left".to_owned(), json!(0))].into_iter().collect();
    print(
        &body
            .clone()
            .trace_id(String::from("7f"))
            .region("west")
            .shelf(-12)
            .again(true)
            .took(0.25)
            .attempt(u64::MAX)
            .hints(vec![json!("a"), json!({ "b": null })])
            .quota(quota)
            .extra(json!([1.5, { "é": "\u{1f}" }])),
    );
    // Texts that JSON has to escape, one that is too long, a number that JSON does not have.
    print(&body.parcel("\"\u{1}\\\n\u{7f}é").region("wesët").shelf(0_u8).took(f64::INFINITY));
    // Half of a string is no string.
    print(&ParcelsCode::TooManyRequests.body().locale("de").region("west"));
    print(&ParcelsCode::Internal.body().code(7).message("Later."));

    let mut out = b"body: ".to_vec();
    ParcelsCode::TooHeavy.body().weight("40").write_json(&mut out);
    println!("{}", text(out));
}
