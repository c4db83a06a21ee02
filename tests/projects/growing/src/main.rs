//! Prints every code and all that belongs to it, and has the name of none.

use growing::ShopCode;

fn main() {
    // A name that the catalog may or may not have is looked up at run time.
    println!("{:?}", ShopCode::from_code("cart-expired"));
    for code in ShopCode::ALL {
        let json = String::from_utf8(code.body().to_json()).unwrap();
        println!("{code} {code:?} {} {json} {}", code.status(), code.description("en"));
    }
}
