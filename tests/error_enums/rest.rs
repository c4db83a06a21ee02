//! The codes without a variant.

use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("error_enums/errors.toml")]
enum ServiceError {
    OrderNotFound {
        order_id: u64,
    },
    OutOfStock {
        sku: String,
        available: u32,
    },
    RateLimited {
        retry_after: std::time::Duration,
    },
    #[catalog(rest)]
    Other(ServiceErrorRest),
}

use {ServiceErrorCode as Code, ServiceErrorRest as Rest};

#[test]
fn the_rest_is_every_code_that_needs_nothing() {
    let rest: Vec<Rest> = Code::ALL.iter().filter_map(|code| (*code).try_into().ok()).collect();
    assert_eq!(rest, [Rest::Unauthenticated, Rest::Invalid, Rest::Unavailable, Rest::Internal]);
    for rest in rest {
        assert_eq!(Rest::try_from(Code::from(rest)), Ok(rest));
        assert_eq!(ServiceError::from(rest).code(), rest.code());
    }
}

#[test]
fn the_others_are_not_in_it() {
    #[allow(deprecated)]
    let others = [Code::OrderNotFound, Code::OutOfStock, Code::RateLimited, Code::Gone];
    for code in others {
        assert_eq!(Rest::try_from(code), Err(code));
    }
}
