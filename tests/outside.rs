//! Crates outside the workspace, with the runtime as their only dependency and catalogs that nobody
//! here has heard of: each has to get its API's bodies from its file alone.

use api_error_catalog_tests::Project;

/// Another API's errors: numbered, wrapped in a list, every member under a name of its own.
const PARCELS: &str = r#"
[catalog]
name    = "parcels"
title   = { en = "Parcel desk", de = "Paketschalter" }
locales = ["en", "de"]
version = "v2"
missing = "allow"

[body]
media_type      = "application/vnd.parcels+json"
request_headers = { x-parcels-api = "v2" }

[body.members]
success = false
api     = "v2"
data    = "{null}"
limits  = [3, -1, 2.50, true, "no {{slot}}"]

[[body.members.errors]]
id   = "{code}"
slug = "{title}"
text = "{message}"
help = "{action}"
more = "{docs?}"

[body.members.errors.meta]
trace     = "trace/{trace_id}"
node      = "eu-{region?}:{shelf}"
again     = "{again?}"
took      = "{took?}"
attempt   = "{attempt?}"
hints     = "{hints?}"
quota     = "{quota?}"
"any one" = "{extra?}"

[body.slots]
code    = { type = "integer" }
region  = { type = "string", max_length = 4 }
shelf   = { type = "integer" }
again   = { type = "boolean" }
took    = { type = "number" }
attempt = { type = "integer" }
hints   = { type = "array" }
quota   = { type = "object" }
extra   = { type = "any" }

[status.429]
action = { en = "Wait a minute.", de = "Warten Sie eine Minute." }
retry  = "after-delay"

[code.20404]
status  = 404
variant = "ParcelNotFound"
title   = "parcel_not_found"
message = { en = "There is no parcel {parcel}.", de = "Es gibt kein Paket {parcel}." }
action  = { en = "Check the number.", de = "Prüfen Sie die Nummer." }
aliases = ["2404"]

[code]
20400 = { status = 400, variant = "MalformedRequest", title = "malformed_request", message = "The request is not JSON." }
20401 = { status = 401, variant = "KeyMissing", title = "key_missing", message = "There is no key.", docs = "https://parcels.example/keys" }
20402 = { status = 401, variant = "KeyExpired", title = "key_expired", message = "The key has expired." }
20403 = { status = 403, variant = "KeyScope", title = "key_scope", message = "The key may not {verb} parcels." }
20405 = { status = 404, variant = "LabelNotFound", title = "label_not_found", message = "There is no label {label}." }
20406 = { status = 404, variant = "DepotNotFound", title = "depot_not_found", message = "There is no depot {depot}." }
20407 = { status = 404, variant = "RouteNotFound", title = "route_not_found", message = "No route leads to {depot}." }
20408 = { status = 409, variant = "ParcelExists", title = "parcel_exists", message = "The number {parcel} is taken." }
20409 = { status = 409, variant = "ParcelDelivered", title = "parcel_delivered", message = "The parcel has been delivered." }
20410 = { status = 409, variant = "ParcelReturned", title = "parcel_returned", message = "The parcel is on its way back." }
20411 = { status = 409, variant = "LabelPrinted", title = "label_printed", message = "The label has been printed." }
20412 = { status = 410, variant = "PickupOver", title = "pickup_over", message = "The pickup is over." }
20413 = { status = 413, variant = "TooManyParcels", title = "too_many_parcels", message = "At most {limit} parcels at once." }
20414 = { status = 422, variant = "TooHeavy", title = "too_heavy", message = "{weight} kg are more than {limit} kg." }
20415 = { status = 422, variant = "TooLarge", title = "too_large", message = "The parcel is too large." }
20416 = { status = 422, variant = "AddressIncomplete", title = "address_incomplete", message = "The address has no {part}." }
20417 = { status = 422, variant = "PostcodeUnknown", title = "postcode_unknown", message = "Nobody lives in {postcode}." }
20418 = { status = 422, variant = "CountryNotServed", title = "country_not_served", message = "We do not deliver to {country}." }
20419 = { status = 422, variant = "ContentsForbidden", title = "contents_forbidden", message = "We do not carry “{contents}”." }
20420 = { status = 422, variant = "InsuranceRequired", title = "insurance_required", message = "The parcel needs insurance." }
20421 = { status = 422, variant = "CustomsMissing", title = "customs_missing", message = "The customs form is missing." }
20422 = { status = 422, variant = "DateInPast", title = "date_in_past", message = "The date has passed." }
20423 = { status = 422, variant = "CurrencyUnknown", title = "currency_unknown", message = "{{EUR}} or {{CHF}}, not {currency}." }
20424 = { status = 402, variant = "CreditExceeded", title = "credit_exceeded", message = "The credit is used up." }
20425 = { status = 403, variant = "AccountBlocked", title = "account_blocked", message = "The account is blocked." }
20429 = { status = 429, variant = "TooManyRequests", title = "too_many_requests", message = "Too many requests." }
20430 = { status = 503, variant = "Maintenance", title = "maintenance", message = "We are moving shelves." }
20431 = { status = 503, variant = "DepotOffline", title = "depot_offline", message = "The depot {depot} is offline." }
20500 = { status = 500, variant = "Internal", title = "internal", message = "Something broke, and it was us." }
"#;

/// Names nothing of the shape but the slots that it fills.
const PARCELS_PROGRAM: &str = r#"
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs)]
//! Prints bodies.

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
    println!("{:?}", Parcels::CATALOG.request_headers());
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
"#;

#[test]
fn a_fifth_api_is_written_from_its_file_alone() {
    let project = Project::new("outside-parcels");
    project.write("catalogs/parcels.toml", PARCELS).write("src/main.rs", PARCELS_PROGRAM);
    assert_lines(
        &project.run(),
        r#"
ParcelNotFound 404 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20404,"slug":"parcel_not_found","text":"There is no parcel ….","help":"Check the number.","meta":{"trace":null}}]}
MalformedRequest 400 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20400,"slug":"malformed_request","text":"The request is not JSON.","help":null,"meta":{"trace":null}}]}
KeyMissing 401 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20401,"slug":"key_missing","text":"There is no key.","help":null,"more":"https://parcels.example/keys","meta":{"trace":null}}]}
KeyExpired 401 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20402,"slug":"key_expired","text":"The key has expired.","help":null,"meta":{"trace":null}}]}
KeyScope 403 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20403,"slug":"key_scope","text":"The key may not … parcels.","help":null,"meta":{"trace":null}}]}
LabelNotFound 404 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20405,"slug":"label_not_found","text":"There is no label ….","help":null,"meta":{"trace":null}}]}
DepotNotFound 404 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20406,"slug":"depot_not_found","text":"There is no depot ….","help":null,"meta":{"trace":null}}]}
RouteNotFound 404 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20407,"slug":"route_not_found","text":"No route leads to ….","help":null,"meta":{"trace":null}}]}
ParcelExists 409 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20408,"slug":"parcel_exists","text":"The number … is taken.","help":null,"meta":{"trace":null}}]}
ParcelDelivered 409 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20409,"slug":"parcel_delivered","text":"The parcel has been delivered.","help":null,"meta":{"trace":null}}]}
ParcelReturned 409 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20410,"slug":"parcel_returned","text":"The parcel is on its way back.","help":null,"meta":{"trace":null}}]}
LabelPrinted 409 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20411,"slug":"label_printed","text":"The label has been printed.","help":null,"meta":{"trace":null}}]}
PickupOver 410 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20412,"slug":"pickup_over","text":"The pickup is over.","help":null,"meta":{"trace":null}}]}
TooManyParcels 413 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20413,"slug":"too_many_parcels","text":"At most … parcels at once.","help":null,"meta":{"trace":null}}]}
TooHeavy 422 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20414,"slug":"too_heavy","text":"… kg are more than … kg.","help":null,"meta":{"trace":null}}]}
TooLarge 422 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20415,"slug":"too_large","text":"The parcel is too large.","help":null,"meta":{"trace":null}}]}
AddressIncomplete 422 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20416,"slug":"address_incomplete","text":"The address has no ….","help":null,"meta":{"trace":null}}]}
PostcodeUnknown 422 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20417,"slug":"postcode_unknown","text":"Nobody lives in ….","help":null,"meta":{"trace":null}}]}
CountryNotServed 422 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20418,"slug":"country_not_served","text":"We do not deliver to ….","help":null,"meta":{"trace":null}}]}
ContentsForbidden 422 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20419,"slug":"contents_forbidden","text":"We do not carry “…”.","help":null,"meta":{"trace":null}}]}
InsuranceRequired 422 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20420,"slug":"insurance_required","text":"The parcel needs insurance.","help":null,"meta":{"trace":null}}]}
CustomsMissing 422 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20421,"slug":"customs_missing","text":"The customs form is missing.","help":null,"meta":{"trace":null}}]}
DateInPast 422 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20422,"slug":"date_in_past","text":"The date has passed.","help":null,"meta":{"trace":null}}]}
CurrencyUnknown 422 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20423,"slug":"currency_unknown","text":"{EUR} or {CHF}, not ….","help":null,"meta":{"trace":null}}]}
CreditExceeded 402 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20424,"slug":"credit_exceeded","text":"The credit is used up.","help":null,"meta":{"trace":null}}]}
AccountBlocked 403 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20425,"slug":"account_blocked","text":"The account is blocked.","help":null,"meta":{"trace":null}}]}
TooManyRequests 429 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20429,"slug":"too_many_requests","text":"Too many requests.","help":"Wait a minute.","meta":{"trace":null}}]}
Maintenance 503 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20430,"slug":"maintenance","text":"We are moving shelves.","help":null,"meta":{"trace":null}}]}
DepotOffline 503 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20431,"slug":"depot_offline","text":"The depot … is offline.","help":null,"meta":{"trace":null}}]}
Internal 500 {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20500,"slug":"internal","text":"Something broke, and it was us.","help":null,"meta":{"trace":null}}]}
application/vnd.parcels+json
[("x-parcels-api", "v2")]
Some(ParcelNotFound)
{"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20404,"slug":"parcel_not_found","text":"Es gibt kein Paket PX-7.","help":"Prüfen Sie die Nummer.","meta":{"trace":"trace/7f","node":"eu-west:-12","again":true,"took":0.25,"attempt":18446744073709551615,"hints":["a",{"b":null}],"quota":{"left":0},"any one":[1.5,{"é":"\u001f"}]}}]}
{"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20404,"slug":"parcel_not_found","text":"Es gibt kein Paket \"\u0001\\\né.","help":"Prüfen Sie die Nummer.","meta":{"trace":null,"node":"eu-wes…:0"}}]}
{"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20429,"slug":"too_many_requests","text":"Too many requests.","help":"Warten Sie eine Minute.","meta":{"trace":null}}]}
{"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":7,"slug":"internal","text":"Later.","help":null,"meta":{"trace":null}}]}
body: {"success":false,"api":"v2","data":null,"limits":[3,-1,2.50,true,"no {slot}"],"errors":[{"id":20414,"slug":"too_heavy","text":"40 kg are more than … kg.","help":null,"meta":{"trace":null}}]}
"#,
    );
}

/// JSON, one locale, and a body that is a list.
const WEATHER: &str = r#"{
    "catalog": { "name": "weather", "title": "Weather", "locales": ["en-GB"] },
    "body": {
        "members": [
            "weather",
            { "kind": "{code?}", "note": "{message}", "station": "{station?}" },
            "{retry}",
            ["{status}", null, 1.0e2]
        ],
        "slots": { "station": { "type": "string", "min_length": 3 } }
    },
    "status": {
        "404": { "variant": "Nowhere", "title": "Nowhere", "message": "No weather there." },
        "503": { "code": "FOG", "description": "The stations cannot be seen.", "retry": "after-delay" }
    },
    "code": {
        "no-wind": { "status": 409, "message": "The air over {place} is still." }
    }
}"#;

/// The same in TOML, where the list is a list of tables.
const QUEUE: &str = r#"
[catalog]
name    = "queue"
locales = ["fr"]

[[body.members]]
code = "{code}"
text = "{message}"

[[body.members]]
code = 0
text = "fin"

[code.queue-full]
status  = 503
message = "La file {name} est pleine."
"#;

/// A library of an older edition that calls the runtime by other names, hides every name that it can,
/// and has no `std`.
const RENAMED_LIBRARY: &str = r#"
#![no_std]
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs)]
//! Catalogs in unusual places.

extern crate alloc;

/// Where the runtime can also be found.
pub mod passed_on {
    pub use errors as reexported;
}

/// The weather.
#[derive(errors::ApiErrorCatalog)]
#[catalog("weather.json", codes = Trouble, crate = errors)]
pub enum Weather {}

/// A catalog within a function.
pub fn local() -> alloc::vec::Vec<u8> {
    #[derive(passed_on::reexported::ApiErrorCatalog)]
    #[catalog("queue.toml", crate = crate::passed_on::reexported)]
    enum Queue {}

    let code = QueueCode::from_code("queue-full").unwrap();
    assert!(Queue::status(code.status()).is_none());
    code.body().name("A").to_json()
}

/// A module in which hardly any name means what it does elsewhere.
#[no_implicit_prelude]
pub mod shadowed {
    #![allow(dead_code, missing_docs, non_camel_case_types, non_upper_case_globals)]

    pub struct Option;
    pub struct Result;
    pub struct String;
    pub struct Vec;
    pub struct Box;
    pub struct Cow;
    pub struct Value;
    pub struct Body;
    pub struct Catalog;
    pub const Some: () = ();
    pub const None: () = ();
    pub const Ok: () = ();
    pub const Err: () = ();
    pub const CATALOG: () = ();
    pub const STATUSES: () = ();
    pub trait Clone {}
    pub trait Copy {}
    pub trait From {}
    pub trait Into {}
    pub trait Send {}
    pub trait Sized {}
    pub trait Serialize {}
    pub trait AsSource {}
    pub mod core {}
    pub mod std {}
    pub mod alloc {}
    pub mod errors {}
    pub mod api_error_catalog {}
    pub mod __private {}

    #[derive(::errors::ApiErrorCatalog)]
    #[catalog("queue.toml", crate = ::errors)]
    pub enum Queue {}

    #[derive(Debug, ::errors::ApiErrorCatalog)]
    #[catalog("queue.toml", crate = ::errors, codes = ErrorsCode)]
    pub enum Errors {
        QueueFull { name: u8 },
        #[catalog(rest)]
        Rest(ErrorsCode),
    }
}
"#;

const RENAMED_PROGRAM: &str = r#"
use outside_renamed::{Trouble, Weather, local, shadowed};

fn print(json: Vec<u8>) {
    println!("{}", String::from_utf8(json).expect("UTF-8"));
}

fn main() {
    for code in Trouble::ALL {
        println!("{code} {code:?} {}", code.description("de"));
        print(code.body().station("St Ives").to_json());
    }
    println!("{:?}", Weather::CATALOG.title("en"));
    print(Trouble::NoWind.body().place("Leeds").station("no").to_json());
    print(local());
    print(shadowed::QueueCode::QueueFull.body().to_json());
    let error = shadowed::Errors::QueueFull { name: 7 };
    println!("{error} {error:?} {:?}", error.code());
    print(error.body().to_json());
}
"#;

#[test]
fn a_crate_may_call_the_runtime_and_everything_else_as_it_likes() {
    let project = Project::new("outside-renamed");
    let renamed = "errors = { package = \"api-error-catalog\",";
    let manifest = project.read("Cargo.toml").replace("api-error-catalog = {", renamed);
    let manifest = manifest.replace("edition = \"2024\"", "edition = \"2018\"");
    assert!(manifest.contains(renamed) && manifest.contains("2018"), "{manifest}");
    project.write("Cargo.toml", &manifest);
    project.write("weather.json", WEATHER).write("queue.toml", QUEUE);
    project.write("src/lib.rs", RENAMED_LIBRARY).write("src/main.rs", RENAMED_PROGRAM);
    assert_lines(
        &project.run(),
        r#"
404 Nowhere No weather there.
["weather",{"note":"No weather there.","station":"St Ives"},null,[404,null,1.0e2]]
FOG Fog The stations cannot be seen.
["weather",{"kind":"FOG","note":"The stations cannot be seen.","station":"St Ives"},"after-delay",[503,null,1.0e2]]
no-wind NoWind The air over … is still.
["weather",{"kind":"no-wind","note":"The air over … is still.","station":"St Ives"},null,[409,null,1.0e2]]
Some("Weather")
["weather",{"kind":"no-wind","note":"The air over Leeds is still."},null,[409,null,1.0e2]]
[{"code":"queue-full","text":"La file A est pleine."},{"code":0,"text":"fin"}]
[{"code":"queue-full","text":"La file … est pleine."},{"code":0,"text":"fin"}]
La file 7 est pleine. QueueFull { name: 7 } QueueFull
[{"code":"queue-full","text":"La file 7 est pleine."},{"code":0,"text":"fin"}]
"#,
    );
}

/// Types that are called as the language calls its own.
const PRIMITIVES: &str = r#"
#![allow(dead_code, non_camel_case_types)]

pub struct u8;
pub struct u16;
pub struct u32;
pub struct usize;
pub struct bool;
pub struct str;
pub struct f64;

#[derive(api_error_catalog::ApiErrorCatalog)]
#[catalog("errors.toml")]
pub enum Plain {}

#[derive(Debug, api_error_catalog::ApiErrorCatalog)]
#[catalog("errors.toml")]
pub enum Fault {
    Jam { load: i64, level: f32 },
}

fn main() {
    let body = PlainCode::Jam.body().load(3).level(0.5).urgent(true);
    println!("{} {}", PlainCode::Jam.status(), String::from_utf8(body.to_json()).unwrap());
    let body = Fault::Jam { load: 4, level: 1.5 }.body().to_json();
    println!("{}", String::from_utf8(body).unwrap());
}
"#;

#[test]
fn types_named_as_primitive_ones_do_not_matter() {
    let project = Project::new("outside-primitives");
    project.write("src/main.rs", PRIMITIVES);
    project.write(
        "errors.toml",
        r#"
            [catalog]
            name    = "press"
            locales = ["en"]
            [body]
            slots   = { load = { type = "integer" }, level = { type = "number" }, urgent = { type = "boolean" } }
            members = { code = "{code}", load = "{load}", level = "{level}", urgent = "{urgent?}" }
            [code.jam]
            status  = 500
            message = "Paper jam."
        "#,
    );
    assert_lines(
        &project.run(),
        r#"
500 {"code":"jam","load":3,"level":0.5,"urgent":true}
{"code":"jam","load":4,"level":1.5}
"#,
    );
}

const WALLET: &str = r#"
[catalog]
name    = "wallet"
locales = ["en", "fr"]

[body.members]
code       = "{code}"
message    = "{message}"
target     = "{target?}"
request_id = "{request_id?}"
final      = "{final?}"
attempts   = "{attempts?}"
details    = "{details?}"

[body.slots]
final    = { type = "boolean" }
attempts = { type = "integer" }

[status.404]
message = { en = "Not found.", fr = "Introuvable." }

[code.account-missing]
status  = 404
message = { en = "{owner} has no account {account_id}.", fr = "Pas de compte {account_id} chez {owner}." }

[code.limit-exceeded]
status  = 422
message = { en = "{amount} is more than {limit}.", fr = "{amount} dépasse {limit}." }

[code.unknown-kind]
status  = 400
message = { en = "There is no type {type}.", fr = "Le type {type} n’existe pas." }

[code.bad-number]
status  = 400
message = { en = "A number is wrong.", fr = "Un nombre est faux." }

[code.bad-text]
status  = 400
message = { en = "{field} is not UTF-8.", fr = "{field} n’est pas en UTF-8." }

[code.store-down]
status  = 503
message = { en = "The store is down.", fr = "Le stockage est en panne." }

[code.internal]
status  = 500
message = { en = "Something broke.", fr = "Une erreur s’est produite." }

[code.relay-lost]
status  = 502
message = { en = "The relay is lost.", fr = "Le relais est perdu." }

[code.receipt-missing]
status = 404

[code.coin-jam]
status  = 500
message = { en = "Jammed after {attempts} attempts.", fr = "Bloqué après {attempts} essais." }

[code.coin-lost]
status  = 500
message = { en = "A coin is lost.", fr = "Une pièce est perdue." }
retired = true
"#;

/// A server's errors, with causes in all their forms.
const WALLET_PROGRAM: &str = r#"
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs)]
//! Prints errors.

use std::error::Error;
use std::fmt::{self, Debug, Display};
use std::num::ParseIntError;
use std::str::Utf8Error;
use std::sync::Arc;

use api_error_catalog::{ApiErrorCatalog, Value, json};

/// What can go wrong with a wallet.
#[derive(Debug, ApiErrorCatalog)]
#[catalog("errors.toml")]
pub enum WalletError<'a, T: Display + Debug>
where
    T: PartialOrd,
{
    /// Its fields are the message's, and one is the body's.
    AccountMissing {
        /// Owned.
        account_id: String,
        /// Borrowed.
        owner: &'a str,
        /// A slot.
        target: String,
    },
    /// Its fields are shown, whatever they are.
    LimitExceeded {
        /// A number.
        amount: u32,
        /// Anything.
        limit: T,
        /// A slot that is no string.
        r#final: bool,
        /// Another.
        attempts: u8,
        /// And a list.
        details: Vec<Value>,
    },
    /// A keyword.
    UnknownKind {
        /// The message has it as `{type}`.
        r#type: &'static str,
    },
    /// Made by `?`.
    BadNumber(#[from] ParseIntError),
    /// With a cause beside a field.
    BadText {
        /// Which.
        field: T,
        /// Why.
        #[source]
        error: Utf8Error,
    },
    /// A code under another name, a cause of unknown type.
    #[catalog(code = "store-down")]
    Store(#[source] Box<dyn Error + Send + Sync>),
    /// A cause that may be missing.
    #[catalog(code = "relay-lost")]
    Relay {
        /// If there is one.
        #[source]
        cause: Option<Box<dyn Error + Send + Sync + 'static>>,
        /// A slot.
        request_id: &'a str,
    },
    /// Made by `?`, under another name.
    #[catalog(code = "internal")]
    Utf8 {
        /// Why.
        #[from]
        error: Utf8Error,
    },
    /// The others.
    #[catalog(rest)]
    Other(WalletErrorCode),
}

/// More forms of causes.
#[derive(Debug, ApiErrorCatalog)]
#[catalog("errors.toml", codes = CauseCode)]
pub enum Causes<E: Error + 'static> {
    /// Shared.
    StoreDown(#[source] Arc<dyn Error + Send + Sync>),
    /// Of the caller's type.
    Internal(#[source] E),
    /// Boxed, and perhaps there.
    BadNumber(#[source] std::option::Option<Box<ParseIntError>>),
    /// Boxed and made by `?`.
    RelayLost(#[from] Box<dyn Error>),
    /// No field at all.
    ReceiptMissing {},
    /// The others.
    #[catalog(rest)]
    Other(CauseCode),
}

/// A cause with a cause.
#[derive(Debug)]
struct Outer(ParseIntError);

impl Display for Outer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SECRET outer")
    }
}

impl Error for Outer {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

fn number(text: &str) -> Result<u32, WalletError<'_, u64>> {
    Ok(text.parse::<u32>()?)
}

fn utf8(bytes: &[u8]) -> Result<&str, WalletError<'static, u64>> {
    Ok(std::str::from_utf8(bytes)?)
}

fn anything(text: &str) -> Result<u32, Causes<fmt::Error>> {
    Ok(text.parse::<u32>().map_err(|error| Box::new(Outer(error)) as Box<dyn Error>)?)
}

/// Prints all there is to see from outside, and the causes.
fn print(error: &dyn Error, french: impl Display, json: Vec<u8>) {
    let json = String::from_utf8(json).expect("UTF-8");
    assert!(!json.contains("SECRET") && !error.to_string().contains("SECRET"));
    let mut causes = Vec::new();
    let mut next = error.source();
    while let Some(cause) = next {
        causes.push(cause.to_string());
        next = cause.source();
    }
    println!("{error} | {french} | {json} | {causes:?}");
}

fn print_wallet<T: Display + Debug + PartialOrd>(error: &WalletError<'_, T>) {
    print!("{:?} | ", error.code());
    print(error, error.display("fr"), error.body().to_json());
}

fn print_cause<E: Error + 'static>(error: &Causes<E>) {
    print!("{:?} | ", error.code());
    print(error, error.display("fr-CA"), error.body().locale("fr-CA").to_json());
}

fn main() {
    let bad = || "SECRET".parse::<u32>().unwrap_err();
    let owner = String::from("Ada");
    let account_id = String::from("\"7\"");
    let target = String::from("/accounts");
    print_wallet::<u64>(&WalletError::AccountMissing { account_id, owner: &owner, target });
    let details = vec![json!({ "left": 0.5 })];
    let (r#final, attempts) = (true, 3);
    let limit = 2.5;
    print_wallet(&WalletError::LimitExceeded { amount: 4, limit, r#final, attempts, details });
    print_wallet::<u64>(&WalletError::UnknownKind { r#type: "gold" });
    print_wallet(&number("SECRET").unwrap_err());
    let error = utf8(b"\xff").unwrap_err();
    print_wallet(&error);
    let error = String::from_utf8(vec![b'a', 0xff]).unwrap_err().utf8_error();
    print_wallet(&WalletError::BadText { field: "name", error });
    print_wallet::<u64>(&WalletError::Store(Box::new(Outer(bad()))));
    print_wallet::<u64>(&WalletError::Store("SECRET text".into()));
    print_wallet::<u64>(&WalletError::Relay { cause: None, request_id: "r-1" });
    let cause = Some(Outer(bad()).into());
    print_wallet::<u64>(&WalletError::Relay { cause, request_id: "r-2" });
    print_wallet::<u64>(&WalletError::Other(WalletErrorCode::ReceiptMissing));
    print_wallet::<u64>(&WalletError::Other(WalletErrorCode::CoinJam));
    println!("{:?}", WalletError::<'_, u64>::status(404).map(|status| status.title("fr")));

    print_cause::<fmt::Error>(&Causes::StoreDown(Arc::new(Outer(bad()))));
    print_cause(&Causes::Internal(Outer(bad())));
    print_cause::<fmt::Error>(&Causes::BadNumber(None));
    print_cause::<fmt::Error>(&Causes::BadNumber(Some(Box::new(bad()))));
    print_cause(&anything("SECRET").unwrap_err());
    print_cause::<fmt::Error>(&Causes::ReceiptMissing {});

    // A setter replaces what a field fills.
    let error: WalletError<'_, u64> = WalletError::Relay { cause: None, request_id: "r-3" };
    let body = error.body().request_id("r-4").r#final(false).locale("fr");
    println!("{}", String::from_utf8(body.to_json()).expect("UTF-8"));
    // What is in the body and in the message is set once.
    let body = WalletErrorCode::CoinJam.body().attempts(2);
    println!("{}", String::from_utf8(body.to_json()).expect("UTF-8"));
    // An error of one's own is an error like any other.
    let error: WalletError<'_, u64> = WalletError::UnknownKind { r#type: "tin" };
    let error: Box<dyn Error + Send + Sync> = error.into();
    println!("{error}");
}
"#;

#[test]
fn a_server_has_errors_of_its_own_with_fields_and_causes() {
    let project = Project::new("outside-wallet");
    project.write("errors.toml", WALLET).write("src/main.rs", WALLET_PROGRAM);
    assert_lines(
        &project.run(),
        r#"
AccountMissing | Ada has no account "7". | Pas de compte "7" chez Ada. | {"code":"account-missing","message":"Ada has no account \"7\".","target":"/accounts"} | []
LimitExceeded | 4 is more than 2.5. | 4 dépasse 2.5. | {"code":"limit-exceeded","message":"4 is more than 2.5.","final":true,"attempts":3,"details":[{"left":0.5}]} | []
UnknownKind | There is no type gold. | Le type gold n’existe pas. | {"code":"unknown-kind","message":"There is no type gold."} | []
BadNumber | A number is wrong. | Un nombre est faux. | {"code":"bad-number","message":"A number is wrong."} | ["invalid digit found in string"]
Internal | Something broke. | Une erreur s’est produite. | {"code":"internal","message":"Something broke."} | ["invalid utf-8 sequence of 1 bytes from index 0"]
BadText | name is not UTF-8. | name n’est pas en UTF-8. | {"code":"bad-text","message":"name is not UTF-8."} | ["invalid utf-8 sequence of 1 bytes from index 1"]
StoreDown | The store is down. | Le stockage est en panne. | {"code":"store-down","message":"The store is down."} | ["SECRET outer", "invalid digit found in string"]
StoreDown | The store is down. | Le stockage est en panne. | {"code":"store-down","message":"The store is down."} | ["SECRET text"]
RelayLost | The relay is lost. | Le relais est perdu. | {"code":"relay-lost","message":"The relay is lost.","request_id":"r-1"} | []
RelayLost | The relay is lost. | Le relais est perdu. | {"code":"relay-lost","message":"The relay is lost.","request_id":"r-2"} | ["SECRET outer", "invalid digit found in string"]
ReceiptMissing | Not found. | Introuvable. | {"code":"receipt-missing","message":"Not found."} | []
CoinJam | Jammed after … attempts. | Bloqué après … essais. | {"code":"coin-jam","message":"Jammed after … attempts."} | []
Some("Not Found")
StoreDown | The store is down. | Le stockage est en panne. | {"code":"store-down","message":"Le stockage est en panne."} | ["SECRET outer", "invalid digit found in string"]
Internal | Something broke. | Une erreur s’est produite. | {"code":"internal","message":"Une erreur s’est produite."} | ["SECRET outer", "invalid digit found in string"]
BadNumber | A number is wrong. | Un nombre est faux. | {"code":"bad-number","message":"Un nombre est faux."} | []
BadNumber | A number is wrong. | Un nombre est faux. | {"code":"bad-number","message":"Un nombre est faux."} | ["invalid digit found in string"]
RelayLost | The relay is lost. | Le relais est perdu. | {"code":"relay-lost","message":"Le relais est perdu."} | ["SECRET outer", "invalid digit found in string"]
ReceiptMissing | Not found. | Introuvable. | {"code":"receipt-missing","message":"Introuvable."} | []
{"code":"relay-lost","message":"Le relais est perdu.","request_id":"r-4","final":false}
{"code":"coin-jam","message":"Jammed after 2 attempts.","attempts":2}
There is no type tin.
"#,
    );
}

/// Compares texts line by line, which shows a difference better than the whole.
#[track_caller]
fn assert_lines(found: &str, expected: &str) {
    let expected = expected.trim_start_matches('\n');
    for (found, expected) in found.lines().zip(expected.lines()) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.lines().count(), expected.lines().count(), "{found}");
}

#[test]
fn two_crates_of_a_workspace_have_each_their_own_catalog() {
    let project = Project::new("both");
    let member = project.read("Cargo.toml").replace("[workspace]\n", "");
    project
        .write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"first\", \"second\"]\n");
    for name in ["first", "second"] {
        let catalog = format!(
            "[catalog]\nname = \"{name}\"\nlocales = [\"en\"]\n[body.members]\ncode = \"{{code}}\"\n\
             [code.of-{name}]\nstatus = 400\nmessage = \"Mine.\"\n"
        );
        let program = "use api_error_catalog::ApiErrorCatalog;\n\
                       #[derive(ApiErrorCatalog)]\n#[catalog(\"errors.toml\")]\nenum Errors {}\n\
                       fn main() { println!(\"{:?}\", ErrorsCode::ALL); }\n";
        project
            .write(
                &format!("{name}/Cargo.toml"),
                &member.replace("\"both\"", &format!("\"both-{name}\"")),
            )
            .write(&format!("{name}/errors.toml"), &catalog)
            .write(&format!("{name}/src/main.rs"), program);
    }
    let run = |package| project.cargo(&["run", "--quiet", "--package", package]).stdout;
    assert_eq!(run("both-first"), "[OfFirst]\n");
    assert_eq!(run("both-second"), "[OfSecond]\n");
}
