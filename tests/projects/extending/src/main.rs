//! Prints every code and all that belongs to it, and has the name of none.

/// The shop's errors.
#[derive(api_error_catalog::ApiErrorCatalog)]
#[catalog("catalogs/shop.json")]
pub enum Shop {}

fn main() {
    for code in ShopCode::ALL {
        let json = String::from_utf8(code.body().to_json()).unwrap();
        println!("{code} {code:?} {} {json} {}", code.status(), code.description("en"));
    }
}
