use api_error_catalog::{ApiErrorCatalog, ErrorCatalog};

fn read<A: ErrorCatalog>(status: u16) {
    A::decode(status, b"");
}

struct Wallet;

#[derive(ApiErrorCatalog)]
#[catalog("ui/generics/catalog.toml")]
enum Payments {}

fn main() {
    read::<Wallet>(500);
    read::<PaymentsCode>(500);
}
