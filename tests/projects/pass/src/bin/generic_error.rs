use std::error::Error as _;
use std::fmt::{Debug, Display};

use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("shop.toml")]
pub enum Error<'a, Item, Cause>
where
    Item: Debug + Display,
    Cause: std::error::Error + 'static,
{
    SoldOut { item: &'a Item },
    Internal(#[from] Cause),
    #[catalog(rest)]
    Other(ErrorRest),
}

fn main() {
    let error: Error<'_, u8, std::fmt::Error> = Error::SoldOut { item: &7 };
    assert_eq!(error.to_string(), "7 is sold out.");
    let error: Error<'_, u8, _> = std::fmt::Error.into();
    assert!(error.source().is_some());
}
