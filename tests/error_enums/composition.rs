//! Errors of other catalogs, three levels deep, with generics.

use std::error::Error as _;
use std::fmt::{Debug, Display};
use std::io;

use api_error_catalog::{ApiErrorCatalog, BodyContext, CatalogError};

#[derive(Debug, ApiErrorCatalog)]
#[catalog("error_enums/bank.toml")]
enum BankError<B: Debug + Display> {
    Timeout {
        bank: B,
        seconds: u8,
        #[source]
        cause: io::Error,
    },
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("error_enums/payments.toml")]
enum PaymentError<B: Debug + Display> {
    CardDeclined {
        card: String,
    },
    NoAccount {
        account: u64,
    },
    QuotaExceeded {
        retry_after: std::time::Duration,
        quota: u32,
    },
    #[catalog(rest)]
    Other(PaymentErrorRest),
    #[catalog(transparent)]
    Bank(#[from] BankError<B>),
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("error_enums/errors.toml")]
enum ApiError<B: Debug + Display> {
    OrderNotFound {
        order_id: u64,
    },
    OutOfStock {
        sku: &'static str,
        available: u16,
    },
    RateLimited {
        retry_after: std::time::Duration,
    },
    #[catalog(rest)]
    Other(ApiErrorRest),
    #[catalog(transparent)]
    Payment(#[from] PaymentError<B>),
    #[catalog(transparent, shape = "inner")]
    Bank(#[from] Box<BankError<B>>),
}

type Error = ApiError<&'static str>;

fn timeout() -> BankError<&'static str> {
    let cause = io::Error::other("connect to 10.0.0.7:443 refused");
    BankError::Timeout { bank: "Baobab", seconds: 30, cause }
}

fn pay() -> Result<(), PaymentError<&'static str>> {
    Err(timeout())?;
    Ok(())
}

fn checkout() -> Result<(), Error> {
    pay()?;
    Ok(())
}

#[test]
fn an_error_of_another_catalog_is_in_the_body_of_the_outermost() {
    let error = checkout().expect_err("an error");
    assert_eq!((error.code(), error.status()), (None, 504));
    assert_eq!((error.entry().name(), error.entry().catalog().name()), ("timeout", "bank"));
    let text = "Baobab did not answer within 30 seconds.";
    assert_eq!(error.to_string(), text);
    let body = format!(r#"{{"status":504,"code":"timeout","message":"{text}"}}"#);
    assert_eq!(super::json(&error.body()), body);
    assert_eq!(error.body().to_json(), body.as_bytes());
    assert_eq!(error.media_type(), "application/json");
    let cause = error.source().expect("the cause of the innermost");
    assert_eq!(cause.to_string(), "connect to 10.0.0.7:443 refused");
    assert_eq!(error.report(), format!("{text}: {cause}"));
}

#[test]
fn setters_fill_the_shape_that_is_written() {
    let error = checkout().expect_err("an error");
    let body = error.body().request_id("req_1").items(3_u8).message("Shh.");
    let expected =
        r#"{"status":504,"code":"timeout","message":"Shh.","request_id":"req_1","items":3}"#;
    assert_eq!(super::json(&body), expected);
    // Parameters are those of the entry.
    let error = Error::from(PaymentError::CardDeclined { card: "4242".into() });
    let body = error.body().locale("en").request_id("req_1");
    assert_eq!(
        super::json(&body),
        r#"{"status":402,"code":"card-declined","message":"Card 4242 was declined.","request_id":"req_1"}"#
    );
}

#[test]
fn a_locale_is_a_tag_until_it_meets_a_catalog() {
    let error = Error::from(PaymentError::CardDeclined { card: "4242".into() });
    // The default of the catalog that is written in, and not that of the error's.
    assert_eq!(error.to_string(), "Card 4242 was declined.");
    assert_eq!(error.report(), "Card 4242 was declined.");
    assert_eq!(error.display("fr-CI").to_string(), "La carte 4242 est refusée.");
    let context = BodyContext::new().locale("fr");
    let mut json = Vec::new();
    error.write_body(&context, &mut json);
    assert_eq!(
        String::from_utf8(json).expect("text"),
        r#"{"status":402,"code":"card-declined","message":"La carte 4242 est refusée."}"#
    );
}

#[test]
fn an_inner_shape_is_the_error_s_own_body_byte_for_byte() {
    let error = Error::from(Box::new(timeout()));
    let own = timeout();
    assert_eq!(error.body().to_json(), own.body().to_json());
    assert_eq!(error.media_type(), own.media_type());
    let mut json = Vec::new();
    CatalogError::write_body(&error, &BodyContext::new(), &mut json);
    assert_eq!(json, own.body().to_json());
    assert_eq!(
        String::from_utf8(json).expect("text"),
        r#"{"fault":"timeout","text":"Baobab did not answer within 30 seconds."}"#
    );
    // A setter whose slot the shape has not sets nothing.
    assert_eq!(error.body().request_id("req_1").to_json(), own.body().to_json());
}

#[test]
fn headers_of_the_entry_s_status_go_along() {
    let retry_after = std::time::Duration::from_secs(30);
    let error = Error::from(PaymentError::QuotaExceeded { retry_after, quota: 9 });
    let context = BodyContext::new().request_id("req_1");
    let headers = error.headers(&context);
    let headers: Vec<_> = headers.iter().map(|(name, value)| (&**name, &**value)).collect();
    assert_eq!(headers, [("x-request-id", "req_1"), ("Retry-After", "30"), ("X-Quota", "9")]);
    let body = error.body().request_id("req_1");
    assert!(body.parts().headers().eq(headers));
}

#[test]
fn the_header_of_the_error_s_own_catalog_wins() {
    let error = Error::from(PaymentError::Other(PaymentErrorRest::BankDown));
    let headers = error.headers(&BodyContext::new());
    let headers: Vec<_> = headers.iter().map(|(name, value)| (&**name, &**value)).collect();
    assert_eq!(headers, [("Cache-Control", "no-store"), ("Retry-After", "120")]);
}

#[test]
fn a_slot_of_the_inner_shape_fills_its_message() {
    let error = Error::from(PaymentError::NoAccount { account: 7 });
    assert_eq!(
        super::json(&error.body()),
        r#"{"status":404,"code":"no-account","message":"There is no account 7."}"#
    );
    assert_eq!(Error::from(ApiErrorRest::Internal).code(), Some(ApiErrorCode::Internal));
    let missing = Error::OrderNotFound { order_id: 7 };
    assert_eq!(missing.code(), Some(ApiErrorCode::OrderNotFound));
}

#[test]
fn a_dynamic_error_is_held_too() {
    #[derive(Debug, ApiErrorCatalog)]
    #[catalog("error_enums/bank.toml")]
    enum Outer {
        Timeout {
            bank: String,
            seconds: u32,
        },
        #[catalog(transparent)]
        Any(#[from] Box<dyn CatalogError + Send + Sync>),
    }
    let inner: Box<dyn CatalogError + Send + Sync> =
        Box::new(PaymentError::<u8>::CardDeclined { card: "4242".into() });
    let error = Outer::from(inner);
    assert_eq!(
        super::json(&error.body()),
        r#"{"fault":"card-declined","text":"Card 4242 was declined."}"#
    );
    assert!(Outer::find_in(&error).is_some());
    drop(Outer::Timeout { bank: String::new(), seconds: 1 });
}
