#![forbid(unsafe_code)]
#![deny(warnings, missing_docs)]
//! A server's errors, with causes in all their forms.

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
    /// Its field is the message's and the body's.
    CoinJam {
        /// How often it was tried.
        attempts: u64,
    },
    /// The others.
    #[catalog(rest)]
    Other(WalletErrorRest),
}

/// More forms of causes, for some of the codes.
#[derive(Debug, ApiErrorCatalog)]
#[catalog("errors.toml", of = WalletErrorCode)]
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
    Other(CausesRest),
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
    print_wallet::<u64>(&WalletError::Other(WalletErrorRest::ReceiptMissing));
    print_wallet::<u64>(&WalletError::CoinJam { attempts: 5 });
    println!("{:?}", WalletError::<'_, u64>::status_row(404).map(|row| row.title("fr")));

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
