//! An answer in a `Result`: it is small, and a type that holds one derives `Debug`.

#![deny(clippy::result_large_err)]

use std::io;

use api_error_catalog::{CatalogCode, Decoded};
use api_error_catalog_tests::catalogs::{Hub2, Hub2Code, OrdersCode, PartnerCenterCode};

/// What a client's call can fail with.
#[derive(Debug)]
enum CallError {
    Refused { answer: Decoded<Hub2Code>, attempts: u32 },
    Connection(io::Error),
}

impl From<io::Error> for CallError {
    fn from(error: io::Error) -> Self {
        Self::Connection(error)
    }
}

/// Of any API.
#[derive(Debug)]
struct Failed<C: CatalogCode> {
    answer: Decoded<C>,
}

fn answered(status: u16) -> Result<(), Decoded<Hub2Code>> {
    if status < 400 { Ok(()) } else { Err(Hub2::decode(status, br#"{"code":"locked-account"}"#)) }
}

fn call(status: Option<u16>) -> Result<(), CallError> {
    let status = status.ok_or(io::ErrorKind::ConnectionRefused).map_err(io::Error::from)?;
    answered(status).map_err(|answer| CallError::Refused { answer, attempts: 1 })
}

/// Nothing has to be known of the codes.
fn shown<C>(answer: &Decoded<C>) -> String {
    format!("{answer:?}")
}

#[test]
fn it_is_small() {
    assert!(size_of::<Decoded<Hub2Code>>() <= 64);
    assert!(size_of::<Decoded<OrdersCode>>() <= 64);
    assert!(size_of::<Decoded<PartnerCenterCode>>() <= 64);
    assert!(size_of::<Result<u64, Decoded<Hub2Code>>>() <= 64);
    assert!(size_of::<CallError>() <= 128);
}

#[test]
fn what_holds_one_is_printed() {
    assert!(call(Some(200)).is_ok());
    let error = call(None).expect_err("nobody answered");
    assert!(
        matches!(&error, CallError::Connection(error) if error.kind() == io::ErrorKind::ConnectionRefused)
    );
    let error = call(Some(403)).expect_err("refused");
    let CallError::Refused { answer, attempts: 1 } = &error else { panic!("{error:?}") };
    let of_answer = shown(answer);
    assert!(of_answer.contains("LockedAccount") && of_answer.contains("403"), "{of_answer}");
    assert_eq!(format!("{error:?}"), format!("Refused {{ answer: {of_answer}, attempts: 1 }}"));
    let failed = Failed { answer: answer.clone() };
    assert_eq!(format!("{failed:?}"), format!("Failed {{ answer: {of_answer} }}"));
    assert_eq!(failed.answer, *answer);
}
