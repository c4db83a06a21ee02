#![deny(warnings)]

use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("shop.toml")]
pub enum Error {
    SoldOut { item: String },
    #[catalog(rest)]
    Other(ErrorRest),
}

fn main() {
    // A retired code that is found at run time is explained and written; a rest cannot hold it.
    let teapot = ErrorCode::from_code("teapot").expect("a code");
    assert!(teapot.entry().is_retired());
    assert_eq!(ErrorRest::try_from(teapot), Err(teapot));
    let json = String::from_utf8(teapot.body().to_json()).expect("UTF-8");
    assert_eq!(json, r#"{"status":400,"code":"teapot","message":"Short and stout."}"#);

    // Nor can it hold a code with a variant of its own.
    assert_eq!(ErrorRest::try_from(ErrorCode::SoldOut), Err(ErrorCode::SoldOut));
    for rest in [ErrorRest::SlowDown, ErrorRest::Internal] {
        let error = Error::from(rest);
        assert_eq!(error.code(), ErrorCode::from(rest));
        assert_eq!(ErrorRest::try_from(error.code()), Ok(rest));
        assert_eq!(format!("{rest} {rest:?}"), format!("{0} {0:?}", rest.code()));
    }
    assert_eq!(Error::SoldOut { item: "Tea".into() }.code(), ErrorCode::SoldOut);
}
